"""Votes of a class: handed over anew they replace, everybody is heard in turns, and what does not fit stays out."""

import secrets

import pytest

from model.learn.jobs.shared import PLACE, SECRET, offer, reached
from model.learn.tune.urns import MOST_PEOPLE, MOST_URNS, Urns
from model.learn.tune.votes import Vote


def votes(who, n):
    return [Vote(f"{who}{i}", (1,), (2,)) for i in range(n)]


def test_what_comes_anew_replaces_what_came_before():
    urns = Urns()
    name = urns.open()
    urns.cast(name, "ada", votes("a", 3))
    urns.cast(name, "ben", votes("b", 1))
    urns.cast(name, "ada", votes("a", 2))
    assert urns.told(name) == {"votes": 3, "people": 2, "tuning": ""}
    urns.cast(name, "ben", [])
    urns.tuned(name, "by all")
    assert urns.told(name) == {"votes": 2, "people": 1, "tuning": "by all"}
    assert urns.told(urns.open()) == {"votes": 0, "people": 0, "tuning": ""}


def test_everybody_is_heard_in_turns():
    urns = Urns()
    name = urns.open()
    for who, n in (("a", 50), ("b", 2), ("c", 9)):
        urns.cast(name, who, votes(who, n))
    some = [vote.prompt for vote in urns.votes(name, 8)]
    assert some == ["a0", "b0", "c0", "a1", "b1", "c1", "a2", "c2"] and len(urns.votes(name, 60)) == 60
    assert urns.votes(urns.open(), 60) == []


def test_what_does_not_fit_is_refused(monkeypatch):
    urns = Urns()
    name = urns.open()
    for wrong in ("", "nobody", None, 5, ["x"]):
        for ask in (
            urns.told,
            lambda n: urns.cast(n, "ada", []),
            lambda n: urns.votes(n, 5),
            lambda n: urns.tuned(n, "t"),
        ):
            with pytest.raises(ValueError, match="No class votes under"):
                ask(wrong)
    for voter in ("", "x" * 41, None, 5):
        with pytest.raises(ValueError, match="A page calls itself"):
            urns.cast(name, voter, votes("a", 1))
    for i in range(MOST_PEOPLE):
        urns.cast(name, f"p{i}", votes("p", 1))
    with pytest.raises(ValueError, match="more do not fit"):
        urns.cast(name, "one more", votes("p", 1))
    urns.cast(name, "p5", votes("p", 4))
    while len(urns.urns) < MOST_URNS:
        urns.open()
    oldest = next(each for each in urns.urns if each != name)
    assert len({urns.open() for _ in range(3)} & {*urns.urns}) == 3 and len(urns.urns) == MOST_URNS
    assert name in urns.urns and oldest not in urns.urns, "those in which nobody votes go first, the oldest of them"
    monkeypatch.setattr("model.learn.tune.urns.KEPT_S", -1)
    assert urns.open() and len(urns.urns) == 1, "what nobody has looked at for long is forgotten"


def test_several_servers_have_one(tmp_path, monkeypatch):
    urns, secret = Urns(), secrets.token_hex(8)
    close = offer(None, urns, tmp_path / "both", secret)
    monkeypatch.setenv(PLACE, str(tmp_path / "both"))
    monkeypatch.setenv(SECRET, secret)
    there = reached("urns")
    name = there.open()
    there.cast(name, "ada", votes("a", 2))
    assert urns.told(name)["votes"] == 2 and there.votes(name, 9) == urns.votes(name, 9)
    with pytest.raises(ValueError, match="No class votes"):
        there.told("nobody")
    close()
