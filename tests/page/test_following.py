"""Who answers follows the step that the page shows, and says of which step the answer is."""

import inspect

import gradio as gr
import pytest

from components.page.following import following


class Steps:
    def __init__(self, step=None, history=True):
        self.step, self.history = step, history

    def at(self, step):
        if step not in (None, 3):
            raise ValueError(f"no step {step}")
        return self if step is None else Steps(step)


def told(lm, more, asked):
    return {"step": lm.step, "more": more, "asked": asked["text"]}


def several(lm, *asked):
    yield {"step": lm.step}, gr.skip()
    yield {"step": lm.step}, {"n": len(asked)}


@pytest.mark.parametrize("step", [None, 3])
def test_an_answer_says_of_which_step_it_is(step):
    asked = {"text": "a", "at_step": step}
    assert following(Steps(), told, 7)(asked) == {"step": step, "more": 7, "asked": "a", "at_step": step}


@pytest.mark.parametrize("inputs", [({"at_step": 3},), ({"text": "a"}, {"at_step": 3}), (None, {"at_step": 3}, "x")])
def test_a_stream_follows_whatever_input_names_a_step(inputs):
    answer = following(Steps(), several)
    assert inspect.isgeneratorfunction(answer)
    assert [*answer(*inputs)] == [
        ({"step": 3, "at_step": 3}, gr.skip()),
        ({"step": 3, "at_step": 3}, {"n": len(inputs), "at_step": 3}),
    ]


def test_without_a_history_nothing_is_said_of_steps():
    assert following(Steps(history=None), told, 7)({"text": "a"}) == {"step": None, "more": 7, "asked": "a"}


@pytest.mark.parametrize("fn", [told, several])
def test_a_step_that_is_not_there_is_refused(fn):
    with pytest.raises(gr.Error, match="no step 4"):
        [*following(Steps(), fn)({"text": "a", "at_step": 4})]
