"""A tab's link to the page: what is drawn again, what is skipped, what an error leaves behind."""

import inspect
import json
from types import SimpleNamespace

import gradio as gr
import pytest

from components.page.arguments import published, wanted
from components.page.fields import check, limits
from components.page.scene import Scene
from components.page.tab import FAILED, Tab, View
from model import Shaping


class Steps:
    """A model of which step 3 is kept whole."""

    def __init__(self, step=None):
        self.step, self.history = step, True

    def at(self, step):
        if step not in (None, 3):
            raise ValueError(f"no step {step}")
        return Steps(step)


class Drawn:
    """A tab of two parts that counts how often each is drawn."""

    def __init__(self, lm=None):
        self.runs = []
        with gr.Blocks(), gr.Column() as tries:
            scene, text = Scene(["tab"]), gr.Textbox()
            self.view = View(
                "tab", lm or SimpleNamespace(step=None, history=None, at=lambda step: self.view.lm), scene, text, tries
            )
            self.parts = {self.whole: [gr.HTML()], self.two: [gr.HTML(), gr.HTML()]}
            self.view.show(self.parts, head=gr.Slider(0, 3, 1, step=1, label="Head"))

    def whole(self, lm, text):
        self.runs.append("whole")
        if text == "bad":
            raise ValueError("bad is bad")
        return {"text": text}

    def two(self, lm, text, head, token=None):
        self.runs.append("two")
        if head == 3:
            raise RuntimeError("broken")
        return head, token

    def ask(self, status, **scene):
        """What the page gets, with the status as the browser would hand it back."""
        self.runs.clear()
        controls = {"head": scene.pop("head", 1)}
        said, *drawn = self.view._answer(self.parts, {"key": "k", "token": None, "controls": controls, **scene}, status)
        return json.dumps(said), said["message"], drawn


@pytest.fixture
def tab():
    return Drawn()


def test_only_what_has_changed_is_drawn_again(tab):
    status, _, drawn = tab.ask(None, text="a")
    assert (tab.runs, drawn) == (["whole", "two"], [{"text": "a"}, 1, None])
    status, _, drawn = tab.ask(status, text="a", head=2)
    assert (tab.runs, drawn) == (["two"], [gr.skip(), 2, None])
    status, _, drawn = tab.ask(status, text="a", head=2, token=4)
    assert (tab.runs, drawn) == (["two"], [gr.skip(), 2, 4])
    tab.ask(status, text="b", head=2, token=4)
    assert tab.runs == ["whole", "two"]
    _, message, drawn = tab.ask(status, text="a", head=2, token=4)
    assert (tab.runs, message, drawn) == ([], "", [gr.skip()] * 3)


@pytest.mark.parametrize(("wrong", "told"), [({"text": "bad"}, "bad is bad"), ({"text": "a", "head": 3}, FAILED)])
def test_an_error_empties_all_parts_and_the_next_answer_draws_them_all(tab, wrong, told):
    status, *_ = tab.ask(None, text="a")
    status, message, drawn = tab.ask(status, **wrong)
    assert (message, drawn) == (told, [None] * 3)
    _, message, drawn = tab.ask(status, text="a")
    assert (tab.runs, message, drawn) == (["whole", "two"], "", [{"text": "a"}, 1, None])


def test_another_step_of_the_training_draws_all_anew_and_says_which_it_is():
    tab = Drawn(Steps())
    status, _, drawn = tab.ask(None, text="a")
    assert drawn == [{"text": "a", "at_step": None}, 1, None]
    status, _, drawn = tab.ask(status, text="a", at_step=3)
    assert (tab.runs, drawn) == (["whole", "two"], [{"text": "a", "at_step": 3}, 1, None])
    kept, _, drawn = tab.ask(status, text="a", at_step=3)
    assert drawn == [gr.skip()] * 3
    tab.ask(kept, text="a")
    assert tab.runs == ["whole", "two"]


@pytest.mark.parametrize("step", [4, "3", [3], 3.5])
def test_a_step_that_is_not_there_leaves_the_last_picture(step):
    _, message, drawn = Drawn(Steps()).ask(None, text="a", at_step=step)
    assert (message, drawn) == (f"no step {step}", [gr.skip()] * 3)


def test_a_tab_is_named_as_in_the_address():
    assert Tab("Next token", "?", "", lambda lm, view: None).name == "next_token"


def test_the_parts_of_a_shaping_are_five_controls_and_five_parameters():
    def draw(lm, text, shaping=Shaping(temperature=0.8), n=3):  # noqa: B008
        """Said."""
        return {"told": [lm, text, shaping, n]}

    draw.__annotations__ = {"text": str, "n": int, "return": dict}
    assert wanted(draw) == ["text", "temperature", "top_k", "top_p", "min_p", "penalty", "n"]
    call = published("lm", draw, "text n temperature top_k top_p min_p penalty")
    assert [*inspect.signature(call).parameters] == "text n temperature top_k top_p min_p penalty".split()
    assert call("a") == {"told": ["lm", "a", Shaping(0.8), 3]}
    assert call("a", 5, 0.5, 7) == {"told": ["lm", "a", Shaping(0.5, 7), 5]}
    with pytest.raises(gr.Error, match="Top-p is a number above 0, at most 1, not 2"):
        call("a", 5, 1, 0, 2)


SEED = gr.Number(7, label="Seed", minimum=0, maximum=2**32 - 1, step=1, precision=0, elem_id="seed")
HEAT = gr.Slider(0, 2, 1.0, step=0.05, label="Temperature", elem_id="temperature")


@pytest.mark.parametrize("value", [None, "", "7", 1.5, -1, 2**32, True, float("nan")])
def test_a_field_says_what_fits(value):
    with pytest.raises(ValueError, match=r"^A seed is a whole number from 0 to 4,294,967,295\.$"):
        check(SEED, value)


def test_what_fits_is_taken():
    for control, value in ((SEED, 0), (SEED, 7.0), (HEAT, 0.05), (HEAT, 2), (gr.Textbox(), None)):
        check(control, value)
    assert limits(HEAT)["says"] == "A temperature is a number from 0 to 2."
    assert limits(gr.Textbox()) is None


@pytest.mark.parametrize("head", [None, 4, 0.5, "x"])
def test_a_number_that_does_not_fit_leaves_the_last_picture(tab, head):
    status, *_ = tab.ask(None, text="a")
    status, message, drawn = tab.ask(status, text="a", head=head)
    assert (tab.runs, message, drawn) == ([], "A head is a whole number from 0 to 3.", [gr.skip()] * 3)
    _, message, drawn = tab.ask(status, text="a")
    assert (tab.runs, message, drawn) == ([], "", [gr.skip()] * 3)
