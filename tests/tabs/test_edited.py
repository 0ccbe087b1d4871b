"""While something is taken away, every tab that looks inside draws the pass with it: each number is `lm.trace`'s."""

import base64
import json

import gradio as gr
import numpy as np
import pytest

from app import build_app
from components import TABS
from components.page.arguments import Looks, Throws
from components.page.scene import Scene
from components.page.tab import View
from components.tabs.attention import tab as attention
from components.tabs.dice import tab as dice
from components.tabs.embeddings import tab as embeddings
from components.tabs.layers import tab as layers
from model import PLAIN, lens, load_die, rollout, stations

TEXT = "Mira has a red kite and a blue cup. Her kite is"
EDITS = ["feed-forward 0 off", "edge 1.2 9>4", "token 3 as 700", "number neurons 2 6 40 = 7.5"]


def floats(packed):
    return np.frombuffer(base64.b64decode(packed), "<f4")


@pytest.fixture(scope="module")
def edited(lm):
    trace = lm.trace(TEXT, EDITS)
    assert np.abs(trace.logits - lm.trace(TEXT).logits).max() > 0.1
    return trace


def test_attention(lm, edited):
    large = attention.large(lm, TEXT, Looks(1, 2, 0), changes=EDITS)
    assert np.array_equal(floats(large["cells"]), edited.pattern[1, 2].ravel())
    assert edited.pattern[1, 2, 9, 4] == 0
    large = attention.large(lm, TEXT, Looks(4, 0, 1), changes=EDITS)
    assert np.allclose(floats(large["cells"]), rollout(edited.pattern)[4].ravel())
    steps = attention.steps(lm, TEXT, 1, 2, EDITS)
    for name in ("q", "k", "v", "z", "scores"):
        assert np.array_equal(floats(steps[name]), getattr(edited, name)[1, 2].ravel())
    small = attention.heads(lm, TEXT, EDITS)
    assert base64.b64decode(small["bytes"]) == attention.thumbnails(edited.pattern).tobytes()


def test_layers(lm, edited):
    machine, half_way = layers.flow(lm, TEXT, 5, EDITS)
    assert np.array_equal(floats(machine["stream"]), stations(edited)[:, 5].ravel())
    probs = np.exp(lens(lm.transformer, edited, 5).astype(np.float64))
    assert [row["top"][0]["p"] for row in half_way["rows"]] == pytest.approx(probs.max(1).tolist())
    for number, name in enumerate(layers.NAMES):
        drawn, whole = layers.tensor(lm, TEXT, 1, number, 9, EDITS), getattr(edited, name)[1]
        mine = whole[:, 9] if whole.ndim == 3 else whole[9]
        assert np.array_equal(floats(drawn["values"]), mine.ravel())
        assert sum(drawn["counts"]) == np.isfinite(whole).sum() and np.isfinite(drawn["mean"])
    fired = layers.neurons(lm, TEXT, 2, 6, EDITS)
    assert [row["value"] for row in fired["rows"]] == np.sort(edited.neurons[2, 6])[::-1][: len(fired["rows"])].tolist()


def test_embeddings(lm, edited):
    summed, _, _, paths = embeddings.show(lm, TEXT, 3, EDITS)
    assert np.array_equal(floats(summed["token"]), lm.wte[700])
    assert np.array_equal(floats(summed["embed"]), edited.embed[3])
    plain = embeddings.show(lm, TEXT, 4)[-1]
    assert embeddings.show(lm, TEXT, 4, EDITS)[-1]["places"] != plain["places"]
    assert paths["stations"] == plain["stations"]


def test_dice(lm, edited):
    die, bars, _ = dice.show(lm, TEXT, PLAIN, Throws(7, 0), None, EDITS)
    expected = load_die(edited.logits[-1], PLAIN, edited.ids)
    assert [face["id"] for face in die["faces"]] == expected.ids[: dice.FACES].tolist()
    assert [face["p"] for face in die["faces"]] == expected.probs[: dice.FACES].tolist()
    assert die["faces"] == bars["faces"]
    scores = edited.logits[:-1].astype(np.float64)
    logprobs = scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    bits = -logprobs[np.arange(len(scores)), edited.ids[1:]] / np.log(2)
    assert dice.surprised(lm, TEXT, EDITS)["bits"][1:] == pytest.approx(bits.tolist())


def test_only_the_tabs_that_look_inside_can_show_edits(lm, monkeypatch):
    views = []
    monkeypatch.setattr(View, "show", lambda self, parts, **c: (views.append(self), show(self, parts, **c)))
    build_app(lm)
    assert {view.name for view in views if view.uses_changes} == {tab.name for tab in TABS if tab.inside}


show = View.show


@pytest.fixture
def counted(lm):
    """A view of two parts, of which one can be drawn for edits, and what it drew."""
    runs = []

    def inside(lm, text, changes=()):
        runs.append(("inside", list(changes)))
        return {}

    def plain(lm, text):
        runs.append(("plain", None))
        return {}

    with gr.Blocks(), gr.Column() as tries:
        view = View("tab", lm, Scene(["tab"]), gr.Textbox(), tries)
        parts = {inside: [gr.HTML()], plain: [gr.HTML()]}
        view.show(parts)

    def ask(status, **scene):
        runs.clear()
        scene = {"text": TEXT, "token": None, "controls": {}, "key": "k", "edits": [], "edited": True} | scene
        return json.dumps(view._answer(parts, scene, status)[0])

    return ask, runs


def test_nothing_is_drawn_twice_where_nothing_changed(counted):
    ask, runs = counted
    status = ask(None)
    assert runs == [("inside", []), ("plain", None)]
    status = ask(status, edits=["head 3.1 off", "head 9.9 off"])
    assert runs == [("inside", ["head 3.1 off"])]  # what cannot be done is left out
    status = ask(status, edits=["head 3.1 off"])
    assert runs == []
    status = ask(status, edits=["head 3.1 off"], edited=False)
    assert runs == [("inside", [])]
    status = ask(status, edits=["head 9.9 off"])
    assert runs == []
    ask(status, edits=["head 3.1 off"], text="")
    assert runs == [("inside", []), ("plain", None)]  # whoever reads the text says what is wrong with it
