"""The tab Scale: what the calculator counts, what the law keeps back, what a neuron shows."""

import json

import numpy as np
import pytest

from components.page.widget import unpacked
from components.tabs.scale import law, tab
from model import load_die, scaling

TEXT = "The sky is blue and Ada had a red ball."
GPT3_SIZES = (96, 12_288, 50_257, 2048)


@pytest.mark.parametrize(
    ("sizes", "total"),
    [((12, 768, 50_257, 1024), 124_439_808), (GPT3_SIZES, 174_604_259_328), ((0, 0, 0, 0), 5_869_568)],
)
def test_the_parts_add_up(lm, sizes, total):
    found = tab.parameters(lm, *sizes)
    assert sum(found["parts"].values()) == found["total"] == total
    assert found["bytes"] == 4 * total and found["ours"] == (sizes == (0, 0, 0, 0))


def test_parameters_add_up_in_whatever_model(ours):
    assert tab.parameters(ours)["total"] == ours.n_parameters


@pytest.mark.parametrize(
    ("sizes", "said"),
    [((1001, 0, 0, 0), "layers is a whole number from 0 to 1,000"), ((0, -1, 0, 0), "A width is a whole number")],
)
def test_a_size_that_does_not_fit(lm, sizes, said):
    with pytest.raises(ValueError, match=said):
        tab.parameters(lm, *sizes)


def test_nothing_of_the_largest_is_told_before_it_is_asked_for():
    value, shown = law.before(), law.revealed()
    known, largest = scaling.parted(scaling.points(scaling.read()))
    told = json.dumps(value)
    assert value["last"] == [] and value["predicted"] == 0 and value["next"] == largest[0].weights
    for point in largest:
        assert not [x for x in (point.bits, point.low, point.high) if json.dumps(x) in told]
    assert max(point["weights"] for point in value["points"]) < value["next"]
    assert [point["bits"] for point in shown["last"]] == [point.bits for point in largest]
    line = scaling.fit(scaling.on_most(known))
    assert shown["predicted"] == line.bits(value["next"])


def test_nothing_is_told_where_nothing_was_trained(monkeypatch):
    monkeypatch.setattr(scaling, "read", lambda: [])
    assert law.before()["line"] is None and law.revealed() == law.before()


def test_a_neuron_and_the_die_beside_it(ours):
    changes = ["bias 2 5 = 4"]
    value = tab.neuron(ours, TEXT, 2, 5, 3, changes)
    before, after = ours.trace(TEXT), ours.trace(TEXT, changes)
    assert value["old_fires"] == before.neurons[2, 3, 5] and value["fires"] == after.neurons[2, 3, 5]
    assert value["bias"] == 4 and value["piece"] == before.pieces[3]
    assert np.array_equal(unpacked(value["weights"]), ours.transformer.h[2].mlp.c_fc.weight[5].numpy())
    assert value["strongest"] == after.neurons[2, 3].argmax()
    dice = {which: load_die(trace.logits[3]) for which, trace in (("before", before), ("after", after))}
    for which, die in dice.items():
        chances = dict(zip(die.ids.tolist(), die.raw.tolist(), strict=True))
        for face in value["faces"]:
            assert face[which] == pytest.approx(chances[face["id"]], abs=1e-6)
    assert int(dice["after"].ids[0]) in [face["id"] for face in value["faces"]]
