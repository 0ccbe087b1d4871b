"""A hurried text as what was read is written: its capitals by counting, its question mark by the model's die."""

from copy import copy

import pytest

from components.page.prompt import chips
from model import chances, truecased


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("what is the capital of spain", "What is the capital of Spain?"),
        ("WHY IS THE SKY BLUE?", "Why is the sky blue?"),
        ("pls tell me the capital of france!!!\n", "Please tell me the capital of France!\n"),
        ("i want to go to paris with zoe on monday", "I want to go to Paris with Zoe on Monday"),
        ("my dog likes to", "My dog likes to"),
        ("“are you ok?” he asked.", "“Are you ok?” he asked."),
        ("do u like him??", "Do you like him?"),
        ("i dont know what ppl w cats eat, im well.", "I don't know what people with cats eat, I'm well."),
    ],
)
def test_what_is_typed_in_a_hurry(lm, typed, written):
    assert truecased(lm, typed) == written


@pytest.mark.parametrize(
    "text",
    [
        *("The sky is", "What is the capital of Spain?", "My dog likes to", "2+2=", "35 + 43 =", "def f(x):", "${x}"),
        *("<img onerror=x>", "a_b", "مرحبا", "", " ", "\n", "日本", "A", "I", "once " * 90, "What I like about you"),
    ],
)
def test_what_stays_as_it_is(lm, text):
    assert truecased(lm, text) == text


def test_without_what_was_read_nobody_knows(lm):
    bare = copy(lm)
    bare.corpus = None
    assert truecased(bare, "my dog") == "my dog"


def test_a_text_that_grows_beyond_the_context_is_read_from_its_end(lm):
    """Cut into so many tokens as fit, and into one more with its capital."""
    text = next(
        "日" * n + " pls dont go"
        for n in range(60, 130)
        if lm.config.n_positions - 2 <= len(lm.encode("日" * n + " pls dont go"))
    )
    assert chips(lm, {"text": text})["careful"].endswith("please don't go")


def test_what_a_tab_offers_stays_as_it_is(lm):
    for chapter in lm.library:
        for entry in chapter.entries:
            if entry.tab not in ("paint", "animate", "compose"):
                assert truecased(lm, entry.text) == entry.text


def test_a_question_is_over_where_the_die_says_so(lm):
    for text, asks in (("What is the capital of Spain", True), ("What I like about you", False)):
        die = chances(lm.trace(text).logits[-1:])[0]
        assert (die[lm.vocabulary.encode("?")[0]] > 0.5) == asks
        assert truecased(lm, text.lower()).endswith("?") == asks


def test_the_page_offers_it_where_it_reads_the_prompt_as_typed(lm):
    assert chips(lm, {"text": "my dog likes to"})["careful"] == "My dog likes to"
    assert chips(lm, {"text": "my dog likes to "})["careful"] == ""  # first the blank
    assert chips(lm, {"text": "so " * 3000})["careful"] == ""
