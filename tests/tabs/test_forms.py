"""What the card on average stimuli gets, and what it claims."""

import base64

import numpy as np
import pytest
from matplotlib.figure import Figure

from components.tabs.paint import firing
from model import BACK, GROUPS

EDGE, KIND = GROUPS.index("edge"), GROUPS.index("kind")


def test_it_gets_what_was_found(lm):
    value, found = firing.forms(lm), lm.stimuli
    assert [layer["explained"] for layer in value["layers"]] == pytest.approx(found.explained.T, abs=1e-6)
    for i, layer in enumerate(value["layers"]):
        for n, each in enumerate(layer["neurons"]):
            assert each["neuron"] == found.neuron[i, n]
            patch = np.frombuffer(bytes.fromhex(each["patch"]), np.uint8).reshape(BACK + 1, 2 * BACK + 1, 3)
            assert np.array_equal(patch, found.patch[i, n])
            same = np.frombuffer(base64.b64decode(each["same"]), "<f4").reshape(BACK + 1, 2 * BACK + 1)
            assert np.allclose(same, found.same[i, n])
            assert [example["pixel"] for example in each["examples"]] == found.at[i, n].tolist()
            pixels = [int(c, 16) for c in value["pictures"][each["examples"][0]["picture"]]]
            assert pixels == found.pictures[found.row[i, n, 0]].tolist()


@pytest.mark.parametrize(
    ("edges", "kinds", "said"),
    [
        ([0.3, 0.1, 0.0], [0.0, 0.1, 0.3], "yes"),
        ([0.0, 0.1, 0.3], [0.3, 0.1, 0.0], "no"),
        ([0.05, 0.0, 0.0], [0.0, 0.1, 0.3], "no"),
        ([0.3, 0.0, 0.0], [0.3, 0.0, 0.0], "no"),
    ],
)
def test_it_claims_no_more_than_is_measured(edges, kinds, said):
    explained = np.zeros((4, 3))
    explained[EDGE], explained[KIND] = edges, kinds
    assert firing.way(explained) == said


def test_a_model_that_nobody_searched(tiny):
    assert firing.forms(tiny)["layers"] == []
    with pytest.raises(ValueError, match="No pictures were searched"):
        firing.forms_on_paper(tiny)


def test_printed_lines_are_the_shares(lm):
    axes = Figure().add_subplot()
    firing.forms_on_paper(lm)(axes)
    assert np.allclose([line.get_ydata() for line in axes.lines], lm.stimuli.explained)
