"""What a learner says of its own: texts that its weights go on with, to be held to the dice of its teacher.

The world's texts do not show what a model rolls itself into after a greeting, or after a text that ends in the middle:
there an answer to another language can spread to English unseen (on-policy distillation, Agarwal et al. 2024).
"""

import random
from collections import defaultdict
from copy import deepcopy
from dataclasses import replace

import torch

from model.core.generate import generate, thrown
from model.core.sampling import WARM
from model.core.transformer import Transformer
from model.core.vocabulary import EOT
from model.learn.chat.turns import SMALL, Head, talk
from model.learn.rows import Rows

TEXTS = 1500
TOKENS = 56  # that are rolled of each
TALK = 0.5  # of the prompts: small talk in English, else how a text of the world begins
BEGUN = 10  # tokens of such a beginning at most
LINE = 0.6  # of the prompts of small talk end their line; half as many of the others
TOGETHER = 64


def begun(plain: Rows, rng: random.Random) -> list[int]:
    """Ids of a prompt, <eot> first, in English."""
    if is_talk := rng.random() < TALK:
        ids = plain.vocabulary.encode(talk(rng, Head(), rng.choice([*SMALL])).asked)
    else:
        ids = to_end(plain.text(rng, rng.randint(1, BEGUN)))
    return [EOT, *ids, *plain.vocabulary.encode("\n" * (rng.random() < (LINE if is_talk else LINE / 2)))]


def own_texts(transformer: Transformer, plain: Rows, seed: int, n: int = TEXTS) -> list[list[int]]:
    """`n` texts as ids, each a prompt in English and what the weights roll after it, to its end or `TOKENS` far."""
    english, rng = replace(plain, world=replace(plain.world, foreign=0)), random.Random(seed)
    by_length = defaultdict(list)
    for _ in range(n):
        ids = begun(english, rng)
        by_length[len(ids)].append(ids)
    still, rolls, texts = deepcopy(transformer).cpu().eval(), thrown(seed), []
    for _, prompts in sorted(by_length.items()):
        for at in range(0, len(prompts), TOGETHER):
            some = prompts[at : at + TOGETHER]
            steps = [step.ids for step in generate(still, some, TOKENS, WARM, rolls)]
            said = torch.stack(steps, 1).tolist()
            texts += [before + to_end(after) for before, after in zip(some, said, strict=True)]
    return texts


def to_end(ids: list[int]) -> list[int]:
    """Those before the first <eot>."""
    return ids[: ids.index(EOT)] if EOT in ids else ids


def own_row(texts: list[list[int]], rng: random.Random, length: int) -> list[int]:
    """`length` ids of some of them, one after the other: each begins with <eot>."""
    row: list[int] = []
    while len(row) < length:
        row += rng.choice(texts)
    return row[:length]
