"""The rich world's scoreboard: what it asks, how it reads answers, and that it runs no harmful code."""

import random

import numpy as np
import pytest
import torch

from model.score import truths as score_truths
from model.world.texts.code import write_code
from model.world.truth import planted


def test_chances_multiply_the_tokens_of_a_word(tiny):
    prompt, word = "The sky is", " blueish"
    ids, after = tiny.encode(prompt), tiny.encode(word)
    expected = 1.0
    for i, id in enumerate(after):
        logits = torch.from_numpy(tiny.trace_ids(ids + after[:i]).logits[-1].copy())
        expected *= logits.softmax(-1)[id].item()
    assert score_truths.chances(tiny, prompt, [word])[0] == pytest.approx(expected, rel=1e-4)


def test_an_answer_is_what_greedy_choice_says(lm):
    assert score_truths.answer(lm, "Once upon a", stop=",").split()[0] == "time"
    assert "\n" not in score_truths.answer(lm, "2+2=")


def test_code_of_the_world_gives_its_result():
    rng = random.Random(4)
    for _ in range(60):
        made = write_code(rng)
        head, _, rest = made.text.partition(">>> ")
        body = head if head.strip().count("\n") > 1 else made.text
        found = score_truths.runs(body.rstrip(), made.call)
        assert found in (made.result, None), rest
    assert score_truths.runs("def add(a, b):\n    return a + b", "add(2, 3)") == "5"


def test_a_prompt_for_a_body_ends_where_a_token_ends(lm):
    rng = random.Random(5)
    for _ in range(60):
        text = write_code(rng).text
        ids = lm.encode(score_truths.body_prompt(text))
        assert ids == lm.vocabulary.encode(text)[: len(ids)]


@pytest.mark.parametrize(
    "body",
    [
        "import os\ndef f():\n    return os.getcwd()",
        "def f():\n    return open('/etc/hostname').read()",
        "def f():\n    return ().__class__.__bases__",
        "def f():\n    return eval('1')",
        "def f():\n    return __import__('os')",
        "def f():\n    while True: pass",
        "def f(:",
        "\0",
    ],
)
def test_harmful_or_broken_code_is_not_run(body):
    assert score_truths.runs(body, "f()") is None


def test_the_truths_of_a_model_that_knows_nothing(tiny):
    """Its weights are random: no secret comes back, and every figure is a number."""
    figures = [*score_truths.secrets(tiny), *score_truths.dice(tiny), *score_truths.careless(tiny, 2)]
    assert all(figure.value == 0 for figure in figures[: len(planted.SECRETS) // 2])
    assert np.isfinite([figure.value for figure in figures]).all()
