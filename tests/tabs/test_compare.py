"""Two prompts side by side, against the tensors of either."""

import base64

import numpy as np
import pytest

from components.tabs.compare.sides import marked, show
from model import Shaping

NURSE, PLUMBER = "The nurse was tired, but", "The plumber was tired, but"
DICE = {"temperature": 0.7, "top_k": 0, "top_p": 1.0, "min_p": 0, "penalty": 1.0, "seed": 7}


def scene(tab, controls, text=NURSE, other=PLUMBER):
    return {"tab": tab, "text": text, "other": other, "controls": controls}


def test_what_differs_is_marked(lm):
    a, b = marked(((lm, NURSE), (lm, PLUMBER)))
    assert [p for p, d in zip(a["pieces"], a["differs"], strict=True) if d] == [" nurse"]
    assert "".join(p for p, d in zip(b["pieces"], b["differs"], strict=True) if d) == " plumber"
    assert not any(marked(((lm, NURSE), (lm, NURSE)))[0]["differs"])


def test_dice_and_their_distance(lm):
    value = show(lm, None, scene("dice", DICE))
    probs = []
    for text in (NURSE, PLUMBER):
        scores = lm.trace(text).logits[-1].astype(np.float64) / 0.7
        probs.append(np.exp(scores - np.logaddexp.reduce(scores)))
    a, b = probs
    assert value["bits"] == pytest.approx((a * np.log2(a / b)).sum(), rel=1e-4)
    moved = np.argsort(-np.abs(a - b))[:6].tolist()
    assert [face["piece"] for face in value["faces"]] == [lm.vocabulary.piece(id) for id in moved]
    for face, id in zip(value["faces"], moved, strict=True):
        assert (face["a"], face["b"]) == pytest.approx((a[id], b[id]), abs=1e-6)
    for side, p in zip((value["a"], value["b"]), (a, b), strict=True):
        order = np.argsort(-p)
        at = order[np.searchsorted(p[order].cumsum(), value["spot"])]
        assert side["fell"] == lm.vocabulary.piece(int(at))
    assert (
        show(lm, None, scene("dice", DICE))["spot"]
        == value["spot"]
        != show(lm, None, scene("dice", DICE | {"seed": 8}))["spot"]
    )


def test_attention_is_the_open_heads(lm):
    value = show(lm, None, scene("attention", {"layer": 2, "head": 1, "through": 0}))
    for side, text in ((value["a"], NURSE), (value["b"], PLUMBER)):
        row = np.frombuffer(base64.b64decode(side["weights"]), "<f4")
        assert np.allclose(row, lm.trace(text).pattern[2, 1, -1])


def test_paintings_are_those_of_the_seed(lm):
    captions = ("a blue circle on white", "a green circle on white")
    value = show(lm, None, scene("paint", {"temperature": 0.8, "seed": 5}, *captions))
    for side, caption in zip((value["a"], value["b"]), captions, strict=True):
        assert side["colours"] == [step.rank.item() for step in lm.paint(caption, Shaping(0.8), 5)]


def test_what_cannot_be_shown_says_so(lm):
    assert show(lm, None, scene("dice", DICE, other=None)) is None and show(lm, None, scene("tokens", {})) is None
    assert "empty" in show(lm, None, scene("dice", DICE, other=""))["message"]
    assert "tokens" in show(lm, None, scene("dice", DICE, other="x " * 400))["message"]
    assert show(lm, None, scene("dice", DICE | {"seed": None}))["message"]
    assert show(lm, None, scene("attention", {"layer": 99, "head": 0}))["message"]
