"""What the page invites to holds on the shipped model, and is refused where it does not."""

import json

import numpy as np
import pytest

from components.page.words import words
from model.found import demonstrations, kept
from model.found.demonstrations import Demonstration
from model.learn.demos import choose
from model.learn.demos.choose import CANDIDATES, CLAIMS


@pytest.mark.parametrize("name", CLAIMS)
def test_each_holds_on_the_shipped_model(lm, name):
    """If this fails, the model is newer than its demonstrations: python -m model.learn.prepare."""
    shown = lm.demonstrations[name]
    again = choose.find(lm, name)
    assert again is not None and again.text == shown.text and again.token == shown.token
    assert again.controls == shown.controls and again.edits == shown.edits and dict(again.slots) == dict(shown.slots)
    assert again.measured == pytest.approx(shown.measured, abs=1e-3)


def test_a_sign_falls_to_bytes_and_an_emoji_to_nothing(lm):
    claim = CLAIMS["tokens.script"]
    assert claim(lm, "кот means cat 🐱").slots == {"sign": "к", "n": len(lm.encode("к"))}
    assert claim(lm, "a cat 🐱") is None and claim(lm, "猫 means cat") is None


MADE_HERE = tuple(f"try.{tab}." for tab in ("scale", "train", "tune", "chat", "lookup", "data", "mask"))


def test_every_claim_has_candidates_and_a_sentence():
    """Those of the tabs above are shown by every model."""
    assert set(CANDIDATES) == set(CLAIMS)
    assert {f"try.{name}" for name in CLAIMS} - {"try.page.first", "try.start.first"} == {
        key for key in words() if key.startswith("try.") and not key.startswith(MADE_HERE)
    }


def test_a_model_without_a_winner_fails_with_the_list(tiny, monkeypatch):
    monkeypatch.setattr(choose, "CLAIMS", {"tokens.kite": lambda *_: None, "dice.hot": lambda *_: None})
    with pytest.raises(ValueError, match=r"tokens\.kite, dice\.hot"):
        choose.choose(tiny)


def test_they_belong_to_one_model(tmp_path):
    wte = np.ones((4, 3), np.float32)
    found = {"dice.hot": Demonstration("a", 1, {"temperature": 2.0}, ("head 1.2 off",), {"word": "b"}, 0.5)}
    demonstrations.save(tmp_path, wte, found)
    assert demonstrations.load(tmp_path, wte) == found
    assert demonstrations.load(tmp_path, wte + 1) == {}
    assert demonstrations.load(tmp_path / "none", wte) == {}


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"made_for": 1}', '{"made_for": "x", "found": 3}'])
def test_a_damaged_file_counts_as_none(tmp_path, damage):
    wte = np.ones((4, 3), np.float32)
    (tmp_path / demonstrations.FILE).write_text(damage.replace('"x"', json.dumps(kept.made_for(wte))))
    assert demonstrations.load(tmp_path, wte) == {}
