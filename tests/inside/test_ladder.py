"""The ladder and one neuron: counts against published sizes, PyTorch's own counter and plain arithmetic."""

from itertools import pairwise

import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from model.core.transformer import Record
from model.inside.ladder import Own, aloud, bytes_a_token, ladder, speed
from model.inside.neuron import weighed
from model.inside.parts import GPT2_SMALL, GPT3, flops, parameters, sized

TEXT = "The sky is blue, 12 + 7 = 19 and Ada had a red ball."


def test_the_published_sizes():
    assert sum(sized(GPT2_SMALL).values()) == 124_439_808
    assert sum(sized(GPT3).values()) == 174_604_259_328


def test_sizes_alone_count_what_the_model_has(tiny, lm):
    for each in (tiny, lm):
        assert sized(each.config) == parameters(each.transformer)
    assert lm.n_parameters == sum(sized(lm.config).values())


@pytest.mark.parametrize("n", [1, 5, 40])
def test_flops_are_those_that_torch_counts(tiny, n):
    with FlopCounterMode(display=False) as counter, torch.inference_mode():
        tiny.transformer(torch.zeros(1, n, dtype=torch.long), record=Record())
    assert counter.get_total_flops() == n * flops(tiny.config, n)


def test_the_ladder_goes_up_and_leaves_out_what_nobody_wrote_down(lm):
    own = Own(lm.n_parameters, lm.config, 9e8, 3600 * 1000)
    found = ladder(own)
    for rungs in found.values():
        assert all(a.low <= a.high <= b.low for a, b in pairwise(rungs))
    weights = {rung.name: rung.low for rung in found["weights"]}
    assert weights == {"neuron": 257, "this": lm.n_parameters, "gpt2": 124_439_808, "gpt3": 174_604_259_328}
    text = {rung.name: (rung.low, rung.high) for rung in found["text"]}
    assert text["c4"] == (805_306_368_000, 805_306_368_000)
    assert text["gpt3"] == (1.05e12, 1.35e12)
    energy = {rung.name: (rung.low, rung.high) for rung in found["energy"]}
    assert energy["this"] == (10, 40)  # a thousand hours
    mean = np.interp(330, (250, 400), energy["gpt3"])
    assert mean == pytest.approx(1.287e6, rel=0.01)  # kWh, as Patterson et al. 2021 tell it
    bare = ladder(Own(5, None, None, None))
    assert [[rung.name for rung in rungs] for rungs in bare.values()] == [
        ["this", "gpt2", "gpt3"],
        ["gpt2", "c4", "gpt3"],
        ["gpt2", "gpt3"],
        ["gpt3"],
    ]


def test_reading_aloud_and_the_bytes_of_a_token(tiny):
    assert aloud(150 * 6) == 60
    ids = tiny.vocabulary.encode(TEXT)
    assert bytes_a_token(tiny.vocabulary, ids) == pytest.approx(len(TEXT.encode()) / len(ids))


def test_this_machine_is_timed(tiny):
    assert 1e5 < speed(tiny.transformer) < 1e15


@pytest.mark.parametrize("changes", [[], ["weight 1 36 7 = 2.5", "bias 1 36 = 0.5", "weight 1 35 7 = 9"]])
def test_a_neuron_adds_up_to_what_the_pass_has(ours, changes):
    trace = ours.trace(TEXT, changes)
    network = ours.transformer.h[1].mlp
    found = weighed(ours.transformer, trace, 1, 36, 4, changes)
    weights, bias = network.c_fc.weight[36].numpy().copy(), network.c_fc.bias[36].item()
    if changes:
        weights[7], bias = 2.5, 0.5
    assert np.array_equal(found.weights, weights) and found.bias == pytest.approx(bias)
    mid = trace.resid_mid[1, 4].astype(np.float64)
    norm = ours.transformer.h[1].ln_2
    inputs = (mid - mid.mean()) / np.sqrt(mid.var() + norm.eps) * norm.weight.numpy() + norm.bias.numpy()
    assert np.allclose(found.inputs, inputs, atol=1e-5)
    assert found.sum == pytest.approx(inputs @ weights + bias, abs=1e-4)
    assert found.fires == pytest.approx(max(0, found.sum), abs=1e-4)
    assert found.fires == trace.neurons[1, 4, 36]
