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


@pytest.mark.parametrize("preference", [{}, {"votes": ["A"] * 20}, {"votes": None}, {"leash": 0}, {"base": "/etc"}])
def test_votes_that_do_not_fit_are_refused(lm, preference):
    before = len(line().jobs)
    with pytest.raises(ValueError):
        runs.prefer(lm, preference)
    assert len(line().jobs) == before


def test_a_rule_votes_as_the_page_sends_it(lm):
    votes = runs.ruled_votes(lm, "exclaims", 5)["votes"]
    assert len(votes) == 5 and all("!" in each["said"][0] and "!" not in each["said"][1] for each in votes)
    for each in votes:
        assert [lm.vocabulary.decode(each[side]) for side in ("chosen", "rejected")] == each["said"]


def test_two_samples_of_a_beginning(lm):
    two = runs.two_samples(lm, "The farmer", 5)
    assert [lm.vocabulary.decode(ids) for ids in two["ids"]] == two["said"] and two["said"][0] != two["said"][1]
    for prompt in ("x" * 301, " ", "🙂" * 200):
        with pytest.raises(ValueError):
            runs.two_samples(lm, prompt, 5)


@pytest.mark.parametrize("name", ["", "nobody", "../../etc", "\0"])
def test_who_does_not_know_the_name_sees_nothing(lm, name):
    with pytest.raises(ValueError, match="There is no training"):
        runs.tuned(lm, name, "x")
    assert "There is no training" in runs.packed(name)["trouble"]


def test_a_class_votes_together(lm, monkeypatch):
    """What two pages have voted is what the tuning gets, in turns; everybody is told of it."""
    ruled = runs.ruled_votes(lm, "exclaims", 6)["votes"]
    cast = [{"prompt": each["prompt"]} | {side: [*each[side]] for side in ("chosen", "rejected")} for each in ruled]
    urn = runs.vote_together(lm, "", "ada", cast[:4])["urn"]
    assert runs.vote_together(lm, urn, "ben", cast[4:]) == {"urn": urn, "votes": 6, "people": 2, "tuning": ""}
    asked = []
    monkeypatch.setattr(type(line()), "start", lambda self, preference: asked.append(preference) or "made")
    assert runs.prefer(lm, {"urn": urn, "leash": 0.2}) == {"name": "made"}
    (preference,) = asked
    wanted = [cast[i]["prompt"] for i in (0, 4, 1, 5, 2, 3)]
    assert [vote.prompt for vote in preference.votes] == wanted and preference.leash == 0.2
    assert [list(vote.chosen) for vote in preference.votes][1] == cast[4]["chosen"]
    assert runs.vote_together(lm, urn)["tuning"] == "made"
    for wrong in ([{"prompt": "x"}], ["A"], [{**cast[0], "chosen": [10**9]}]):
        with pytest.raises(ValueError):
            runs.vote_together(lm, urn, "ada", wrong)
    assert runs.vote_together(lm, urn)["votes"] == 6
    with pytest.raises(ValueError, match="No class votes"):
        runs.prefer(lm, {"urn": "nobody"})


def test_the_code_of_an_address_says_it(lm):
    """Read back by the marks at three corners, and by its size."""
    rows = runs.qr_code(lm, "http://192.168.1.20:7860/?tab=tune&urn=abc")["rows"]
    n = len(rows)
    assert n % 4 == 1 and all(len(row) == n and set(row) <= {"0", "1"} for row in rows)
    mark = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for top, left in ((0, 0), (0, n - 7), (n - 7, 0)):
        assert [row[left : left + 7] for row in rows[top : top + 7]] == mark
    for wrong in ("", "x" * 401):
        with pytest.raises(ValueError, match="An address has"):
            runs.qr_code(lm, wrong)
