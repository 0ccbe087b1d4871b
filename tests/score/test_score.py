"""The scoreboard's arithmetic, and that each part of it runs on a tiny model."""

import math
import random
import re
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary, train_tokenizer
from model.language_model import LanguageModel
from model.score import __main__ as score
from model.score import bits as score_bits
from model.score import figure as figures
from model.score import pictures as score_pictures
from model.score import texts as score_texts
from model.world.alphabet import COLOURS
from model.world.draw import draw_picture, draw_text, held_out
from model.world.pictures.pictures import SIDE


@pytest.fixture(scope="module")
def world_lm(randomised, sizes):
    """The tiny model with a vocabulary of the world, so that captions fit."""
    rng = random.Random(1)
    texts = [f for _ in range(300) for f in (draw_text(rng), draw_picture(rng).caption)]
    vocabulary = Vocabulary(train_tokenizer(texts, 1100))
    config = ModelConfig(**sizes | {"vocab_size": len(vocabulary)})
    return LanguageModel(randomised(Transformer(config)), vocabulary)


def test_wilson_golden():
    """8 of 10 with z = 1.96: z² / n = 0.38416, middle (0.8 + 0.19208) / 1.38416 = 0.716738.

    Half: 1.96 · √(0.8 · 0.2 / 10 + 0.38416 / 40) / 1.38416 = 1.96 · 0.160013 / 1.38416 = 0.226581.
    """
    assert figures.wilson(8, 10) == pytest.approx((0.490157, 0.943319), rel=0, abs=2e-6)
    assert figures.wilson(0, 64)[0] == 0 and figures.wilson(64, 64)[1] == 1
    assert all(figures.wilson(0, n)[0] == 0 and figures.wilson(n, n)[1] == 1 for n in range(1, 400))
    assert figures.wilson(64, 64)[0] == pytest.approx(64 / (64 + 1.96**2), rel=0, abs=1e-12)


def test_share():
    figure = figures.share("x", [True] * 19 + [False], 0.95)
    assert (figure.value, figure.samples, figure.bar, figure.ok) == (0.95, 20, "≥ 0.95", True)
    assert figures.share("x", [True, False], 0.95).ok is False
    assert figures.share("x", [True]).ok is None


def test_chance_is_a_product(tiny):
    """Over all tokens of the continuation, each after those before it."""
    prompt, word = "The sky", " banana"
    product, text = 1.0, prompt
    for id in tiny.encode(word):
        logits = torch.from_numpy(tiny.logits(text).copy())
        product *= logits.softmax(-1)[id].item()
        text += tiny.vocabulary.decode([id])
    assert len(tiny.encode(word)) > 1
    assert score.chance(tiny, prompt, word) == pytest.approx(product, rel=1e-4)


def picture(background, *boxes):
    """Boxes of (colour, top, left), three pixels wide, on a background."""
    pixels = np.full((SIDE, SIDE), COLOURS.index(background))
    for colour, top, left in boxes:
        pixels[top : top + 3, left : left + 3] = COLOURS.index(colour)
    return pixels


def asked(background, *colours, relation=None):
    things = [SimpleNamespace(colour=colour) for colour in colours]
    return SimpleNamespace(background=background, things=things, relation=relation, caption=" and ".join(colours))


def test_judge_of_one_shape():
    painted = picture("white", ("red", 6, 6))
    assert score_pictures.one_is_right(asked("white", "red"), painted)
    assert not score_pictures.one_is_right(asked("white", "blue"), painted)
    assert not score_pictures.one_is_right(asked("cyan", "red"), painted)
    assert not score_pictures.one_is_right(asked("white", "red"), picture("white"))


def test_judge_of_two_shapes():
    painted = picture("white", ("red", 6, 2), ("blue", 6, 10))
    assert score_pictures.two_are_right(asked("white", "red", "blue", relation="left of"), painted)
    assert score_pictures.two_are_right(asked("white", "blue", "red", relation="right of"), painted)
    assert not score_pictures.two_are_right(asked("white", "red", "blue", relation="above"), painted)
    assert not score_pictures.two_are_right(asked("white", "red", "green", relation="left of"), painted)


def test_of_two_shapes_only_what_is_said_is_read():
    silent = asked("white", "red", "blue", relation="left of")
    silent.caption = "a square and a disc"
    assert score_pictures.read_pair(silent, picture("white")) == {}
    for made in score_pictures.held_out("two", 20, lambda made: {thing.colour for thing in made.things}):
        assert score_pictures.read_pair(made, made.pixels).keys() >= {"colour"}


def test_captions_are_held_out_and_say_what_is_judged():
    for made in score_pictures.held_out("one", 20, lambda made: {made.background, made.things[0].colour}):
        assert held_out(made.caption)
        assert {made.background, made.things[0].colour} <= {*re.findall(r"\w+", made.caption.lower())}


def test_surprise_of_an_even_die(tiny):
    """Summed over a row, it is minus the logarithm of the product of all chances."""
    ids = tiny.encode("The sky is blue.")
    bits = score_bits.surprise(tiny, np.array([ids]))
    expected = -math.log2(score.chance(tiny, "The", " sky is blue."))
    first = len(tiny.encode("The")) - 1
    assert bits.shape == (1, len(ids) - 1)
    assert bits[0, first:].sum() == pytest.approx(expected, rel=1e-4)


def test_paintings_do_not_depend_on_the_batch_before(world_lm):
    captions = [made.caption for made in score_pictures.held_out("one", 3, lambda made: set())]
    painted = score_pictures.paint(world_lm, captions, batch=2)
    assert painted.shape == (3, 16, 16) and painted.min() >= 0 and painted.max() <= 15
    assert (painted[:2] == score_pictures.paint(world_lm, captions[:2], batch=2)).all()


def test_surprise_after_a_prompt_of_rows_that_differ_in_length(tiny):
    """What is given costs nothing, and what stands behind a shorter row neither."""
    long, short = tiny.encode("The sky is blue."), tiny.encode("The sky")
    bits = score_bits.surprise_after(tiny, [long, short], [2, 1])
    alone = score_bits.surprise(tiny, np.array([long]))[0]
    assert bits == pytest.approx([alone[1:].sum(), alone[: len(short) - 1].sum()], rel=1e-4)


def test_stratified_golden():
    """Kinds with 2 and 6 bits a text, the first three times as common: (3 · 2 + 6) / (3 · 1 + 2) = 2.4 bits a byte."""
    strata = [
        figures.Stratum(3, np.array([2.0, 2]), np.ones(2)),
        figures.Stratum(1, np.array([6.0, 6]), np.array([2, 2])),
    ]
    figure = figures.stratified("x", strata)
    assert figure.value == pytest.approx(2.4)
    assert figure.low == pytest.approx(2.4) and figure.high == pytest.approx(2.4) and figure.samples == 4
    assert figures.stratified("x", [figures.Stratum(1, np.array([3.0]), np.ones(1))]).low is None
    even = figures.stratified("x", [figures.Stratum(1, np.array([2.0, 4, 8]), np.array([1, 2, 4]))])
    assert (even.value, even.low, even.high) == (2, 2, 2)  # 2 bits a byte in each row: no error at all
    figure = figure._replace(beside={"bound": 2.0})
    assert figure.at_most(1.25, "bound").ok is True
    assert figure.at_most(1.1, "bound").ok is False
    assert figure.at_most(1.25, "bound").bar == "≤ 1.25 × bound"


def test_every_part_runs(world_lm):
    """An untrained model is at about log2(16) bits a pixel and worse than both counters of text."""
    seen = score_texts.see(world_lm, 5000)
    figures = [*score.sentences(world_lm), *score_pictures.hands_and_shapes(world_lm, 2)]
    figures += score_texts.text_bits(world_lm, seen, 2, 1) + score_bits.pictures(world_lm, 2)
    assert all(math.isfinite(figure.value) for figure in figures)
    bits = {figure.name.strip(): figure for figure in figures if figure.name != "  the same"}
    assert bits["bits per picture"].value > 256 * math.log2(16)
    assert bits["bits per picture"].ok is False
    assert (
        bits["bits per byte"].value
        > bits["interpolated 5-gram"].value
        > bits["bound: choices that leave a trace"].value
    )
    assert not any(figure.ok for figure in figures if figure.name == "  the same")
    assert bits["xz -9e, added to the training text"].value < bits["xz -9e, unseen text alone"].value
    assert all(figure.low <= figure.value <= figure.high for figure in figures if figure.low is not None)
    assert all(figure.name in score.line(figure) for figure in figures)


def test_page_has_a_row_for_each_figure():
    parts = {"Text": [figures.share("  a | b", [True, False], 0.5)], "Pictures": [figures.Figure("c", 1.5)]}
    page = score.page(parts)
    assert "## Text" in page and "## Pictures" in page
    assert "| &nbsp;&nbsp;&nbsp;&nbsp;a \\| b | 0.5 |" in page and "| c | 1.5 |" in page
    rows = [row.replace("\\|", "") for row in page.splitlines() if row.startswith("|")]
    assert {row.count("|") for row in rows} == {8}
