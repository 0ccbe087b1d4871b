"""How familiar a prompt is: by hand on small quantiles, and on the shipped model."""

import random
from copy import copy
from types import SimpleNamespace

import numpy as np
import pytest

from model.core.vocabulary import EOT
from model.found import familiar
from model.found.corpus import Corpus
from model.found.familiar import LENGTHS, SHARES, Familiar, beyond, bits_of, bits_of_caption, surprises_of
from model.learn.familiarity import read_by, unseen
from model.score.strangers import STRANGERS
from model.world.draw import draw_picture, draw_text
from model.world.rich import RICH

STRANGE = """
    the stock market crash|my grandmother's kitchen|a spaceship landing on mars|freedom|an angry mob|a wedding in june
    two people dancing|a laptop with stickers|the smell of rain|my best friend|a football match|a city skyline
    the end of the world|mona lisa|a screenshot of an email|a volcano erupting|a very long road through the desert
    a kitchen with a blue fridge|a bicycle leaning on a wall|darth vader|a map of europe|a bowl of noodles|justice
"""
STRANGE = [caption.strip() for line in STRANGE.strip().splitlines() for caption in line.split("|")]
PROMPTS = """
    How do I bake bread without yeast|The stock market fell sharply on Monday
    Dear diary, nobody came to my party|My phone battery dies after an hour
    Quantum computers will soon be able to|Can you help me with my homework
    In a galaxy far, far away there lived|Our teacher said that the exam was
    I think that homework should be banned because|The football team lost again last night
    Paris is famous for its museums and|Scientists have discovered a new kind of|To be or not to be, that is
    Write an email to my landlord about|My grandmother grew up in a small village in
    Yesterday it snowed so hard that we|The best way to learn a language is|If I won the lottery, I would buy
    The doctor told me to take these pills|A train leaves the station at noon and
    Please translate this sentence into French for me|Once the war was over, the soldiers
    My favourite video game is about a|Roses are red, violets are blue, and you
    The internet went down during the meeting|Climate change means that the oceans are
    Why do cats always land on their feet|She looked at her phone and started to
    This summer we are flying to Spain with|The recipe needs two eggs and a cup of
"""  # typed by hand for this test, tuned to nothing
PROMPTS = [prompt.strip() for line in PROMPTS.strip().splitlines() for prompt in line.split("|")]
EVEN = tuple(np.linspace(0, 4, len(SHARES)))  # bits a token between 0 and 4, each as likely


def test_shares_by_hand():
    assert beyond(EVEN, 1.0) == pytest.approx(0.75) and beyond(EVEN, -1) == 1 and beyond(EVEN, 9) == 0
    found = Familiar((EVEN,) * len(LENGTHS))
    assert found.text([1.0] * 3) is None
    assert found.text([3.0] * 4) == pytest.approx(0.25)
    assert found.text([100.0, 3.0, 3.0, 3.0]) == pytest.approx(0.25)  # the second token is left out
    assert found.text([3.0, 3.0, 3.0, 0.0]) == pytest.approx(0.5)  # the last one is not
    assert found.text([3.0] * 11 + [100.0]) == pytest.approx(0.25)  # as far as it is compared: twelve tokens


def test_bits_are_those_of_the_tokens(lm):
    trace = lm.trace("Once upon a time there was")
    scores = np.exp(trace.logits.astype(np.float64))
    expected = [-np.log2(scores[i, trace.ids[i + 1]] / scores[i].sum()) for i in range(len(trace.ids) - 1)]
    assert np.allclose(bits_of(trace), expected)


def test_a_strange_token_surprises_more_where_the_die_was_sure():
    """Four faces alike: its rank says all. One all but sure: 5 bits at rank 4, (5 - 2)². Halves: 2 bits at rank 2.

    Quite sure: 20 bits at rank 2, and 5 of the 19 beyond it count.
    """
    sure, halves = np.log([29 / 32, 1 / 32, 1 / 32, 1 / 32]), np.log([1 / 2, 1 / 4, 1 / 8, 1 / 8])
    quite = np.log([1 - 2.0**-20, 2.0**-20, 0, 0], where=[True, True, False, False], out=np.full(4, -np.inf))
    scores = np.array([np.zeros(4), sure, halves, halves, quite, np.zeros(4)], np.float32)
    found = surprises_of(SimpleNamespace(logits=scores, ids=[0, 3, 2, 1, 0, 1]))
    assert found == pytest.approx([0, 9, 1, 1, 25], abs=1e-4)


def test_it_knows_a_story_from_nonsense(lm):
    """If there is nothing to compare with, the model is newer: python -m model.learn.prepare."""
    story, nonsense = (
        lm.familiarity(lm.encode(text)) for text in ("Once upon a time there was", "{]) 9 ¤¤ Zq## +~ vv")
    )
    assert story > 0.5 > 0.05 > nonsense
    assert lm.familiarity(lm.encode("Once upon")) is None
    assert lm.familiarity([5] * (lm.config.n_positions + 1)) is None


KEPT = [p for block in STRANGERS for p in STRANGERS[block]]  # the world was widened for them: some are at home now


@pytest.mark.parametrize(("strange", "area"), [(KEPT, 0.84), (PROMPTS, 0.9)], ids=["kept", "new"])
def test_it_tells_its_own_prompts_from_those_of_strangers(lm, strange, area):
    """Beginnings of as many tokens, of texts that it has not read, of kinds that it has."""
    rows = [ids for ids in map(lm.encode, strange) if len(ids) >= LENGTHS[0]]
    rng, world, own = random.Random("own prompts"), read_by(lm), []
    while len(own) < 300:
        n = len(rows[len(own) % len(rows)])
        if len(ids := unseen(lm, rng, world)) >= n:
            own.append(lm.familiarity(ids[:n]))
    strange = [lm.familiarity(ids) for ids in rows]
    assert np.mean([(a > b) + 0.5 * (a == b) for a in own for b in strange]) >= area  # the area under the curve


def test_kinds_that_it_never_read_are_none_of_its_own(lm):
    kinds = {*read_by(lm).texts}
    assert {"story", "passage", "sums", "handwritten", "code", "letter", "knowledge", "real"} <= kinds < {*RICH.texts}
    lm, rng, ids = copy(lm), random.Random("narrow"), [EOT]
    narrow = RICH.with_shares({"knowledge": 0, "real": 0})
    while len(ids) < 300_000:
        ids += [*lm.vocabulary.encode(draw_text(rng, world=narrow)), EOT]
    lm.corpus = Corpus(np.array(ids, np.uint16), lm.config.vocab_size)
    kinds = {*read_by(lm).texts}
    assert {"story", "passage", "sums"} <= kinds and not {"knowledge", "real"} & kinds
    lm.corpus = None
    assert read_by(lm) is RICH


def test_what_it_is_held_against_is_made_up(lm):
    """No prose and no threads: of a world of these and of code, code alone."""
    world = RICH.with_shares({kind: 0 for kind in RICH.texts} | {"code": 1, "handwritten": 500, "thread": 500})
    drawn = [lm.vocabulary.decode(unseen(lm, random.Random(seed), world)) for seed in range(40)]
    assert sum("\ndef " in text or text.startswith("def ") or " = " in text for text in drawn) > 35


def test_it_knows_captions_from_what_nobody_painted(lm):
    rng, own = random.Random("captions"), []
    while len(own) < 60:
        caption = draw_picture(rng, validation=True).caption
        own.append(lm.familiarity_of_caption(caption))
    strange = [lm.familiarity_of_caption(caption) for caption in STRANGE]
    assert np.mean([a > b for a in own for b in strange]) > 0.95  # the area under the curve
    assert lm.familiarity_of_caption("") is None and lm.familiarity_of_caption("a cat " * 40) is None


def test_bits_of_a_caption_are_those_before_its_picture(lm):
    caption = "a red ball on white"
    ids, trace = lm.vocabulary.encode(caption), lm.trace_ids(lm.picture_prompt(caption))
    scores = np.exp(trace.logits.astype(np.float64))
    first = 32 - 1 - len(ids)
    expected = [-np.log2(scores[i - 1, trace.ids[i]] / scores[i - 1].sum()) for i in range(first, 32)]
    assert [*trace.ids[first : first + len(ids)]] == ids
    assert np.allclose(bits_of_caption(trace, len(ids)), expected)


def test_what_it_is_held_against_is_unannounced_text(lm):
    rng = random.Random(1)
    assert all(lm.vocabulary.kind(unseen(lm, rng)[0]) != "control" for _ in range(60))


def test_it_belongs_to_one_model(tmp_path, tiny):
    wte = np.ones((4, 3), np.float32)
    found = Familiar((EVEN,) * len(LENGTHS))
    familiar.save(tmp_path, wte, found)
    assert familiar.load(tmp_path, wte) == found and familiar.load(tmp_path, 2 * wte) is None
    familiar.save(tmp_path, wte, Familiar((EVEN,) * 7))  # of a version with fewer lengths
    assert familiar.load(tmp_path, wte) is None
    (tmp_path / familiar.FILE).write_text('{"made_for": "x", "found": []}')
    assert familiar.load(tmp_path, wte) is None
    assert tiny.familiarity([1] * 9) is None
