"""The tab Tune: what it offers, for which models, and what its endpoints refuse."""

import pytest

from components.parts.trainings import line
from components.tabs.tune import runs, tab


@pytest.mark.parametrize("reads", range(len(tab.READS)))
def test_examples_and_numbers(lm, reads):
    value = tab.chosen(lm, reads)
    assert value["all"] == lm.n_parameters and len(value["examples"]) == (0 if tab.READS[reads] == "own" else tab.SHOWN)
    assert value["ranks"] == sorted(value["ranks"]) and value["ranks"][-1] == 8 * value["ranks"][0] < value["all"]


def test_only_what_has_turns_and_a_folder_is_tuned(lm, tiny):
    assert tab.lacks(lm) == ""
    assert "can be tuned here" in tab.lacks(tiny)  # it has no folder


@pytest.mark.parametrize("tuning", [{"reads": "tea"}, {"base": "/etc"}, {"steps": -1}, {"prompt": "a " * 151}])
def test_what_cannot_be_tuned_is_refused(lm, tuning):
    before = len(line().jobs)
    with pytest.raises(ValueError):
        runs.tune(lm, tuning)
    assert len(line().jobs) == before


@pytest.mark.parametrize("name", ["", "nobody", "../../etc", "\0"])
def test_who_does_not_know_the_name_sees_nothing(lm, name):
    with pytest.raises(ValueError, match="There is no training"):
        runs.tuned(lm, name, "x")
    assert "There is no training" in runs.packed(name)["trouble"]
