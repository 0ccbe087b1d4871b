"""What a learner says of its own: English prompts, each as often as told, and what its weights roll after them."""

import random
from copy import deepcopy

import pytest
import torch

from model.core.vocabulary import EOT
from model.learn import own
from model.learn.chat.turns import SMALL, Head, Turn
from model.learn.rows import Rows
from model.world.rich import TYPED


@pytest.fixture(scope="module")
def plain(lm):
    return Rows(lm.vocabulary, TYPED)


def test_a_prompt_is_small_talk_or_how_a_text_begins(plain, monkeypatch):
    kinds, said = set(), ["Hi! I am fine."]
    monkeypatch.setattr(own, "talk", lambda rng, above, kind: kinds.add((above, kind)) or Turn(*said, "", kind))
    rng, line = random.Random(3), plain.vocabulary.encode("\n")
    made = [own.begun(plain, rng) for _ in range(400)]
    assert all(ids[0] == EOT and EOT not in ids[1:] for ids in made)
    hello = [EOT, *plain.vocabulary.encode(*said)]
    small, others = ([ids for ids in made if (ids[: len(hello)] == hello) == is_small] for is_small in (True, False))
    assert 160 < len(small) < 240 and kinds == {(Head(), kind) for kind in SMALL}
    assert {len(ids) - 1 - (ids[-1:] == line) for ids in others} >= {*range(1, own.BEGUN + 1)}
    assert max(map(len, others)) <= own.BEGUN + 2
    assert 0.5 < sum(ids[-1:] == line for ids in small) / len(small) < 0.7
    assert sum(ids[-1:] == line for ids in others) / len(others) < 0.45


def test_what_is_rolled_after_it_is_what_the_model_rolls(lm, plain, monkeypatch):
    """By a copy: weights that are trained, perhaps elsewhere, stay as they are. A text ends before its <eot>."""
    heard, asked_of, real, begun = [], set(), own.generate, own.begun
    monkeypatch.setattr(own, "TOKENS", 20)
    monkeypatch.setattr(own, "generate", lambda *asked: heard.append(asked) or real(*asked))
    monkeypatch.setattr(own, "begun", lambda plain, rng: asked_of.add(plain.world.foreign) or begun(plain, rng))
    transformer = deepcopy(lm.transformer).train()
    texts = own.own_texts(transformer, plain, 4, 150)
    assert asked_of == {0} != plain.world.foreign  # all is English
    assert transformer.training and not any(asked[0].training for asked in heard)
    assert len(texts) == 150 and all(ids[0] == EOT and EOT not in ids[1:] for ids in texts)
    prompts = [ids for asked in heard for ids in asked[1]]
    assert all(ids[: len(before)] == before for ids, before in zip(texts, prompts, strict=True))
    assert {len(ids) - len(before) for ids, before in zip(texts, prompts, strict=True)} > {20}
    likely = [chance(lm, ids, len(before)) for ids, before in zip(texts, prompts, strict=True)]
    assert sum(likely) / len(likely) > 0.3  # tokens at random: 1 / 4096


def chance(lm, ids, at):
    """Mean chance that the model gives the tokens from `at` on."""
    probs = lm.transformer(torch.tensor([ids]))[0].softmax(-1) if len(ids) > at else torch.ones(0)
    return float(probs[range(at - 1, len(ids) - 1), ids[at:]].mean()) if len(probs) else 1.0


def test_a_row_is_some_of_them(plain):
    row = own.own_row([[EOT, 500], [EOT, 501, 502]], random.Random(1), 9)
    assert len(row) == 9 and row[0] == EOT and {EOT, 500, 501, 502} == {*row}
