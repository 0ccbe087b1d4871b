"""What a visitor's model learns from: a text, or a task of which the truth is known."""

import random
from collections.abc import Sequence

import numpy as np
from tokenizers import Regex, Tokenizer, models, pre_tokenizers
from torch import Tensor

from model.core.vocabulary import COLOUR_IDS, EOT, Vocabulary, train_tokenizer
from model.learn.jobs.given import Given
from model.learn.jobs.lesson import COPIED, LAW, MODULUS, SYMBOLS, VOCABULARY, Lesson
from model.learn.jobs.one_more import OneMore
from model.learn.jobs.texts import own, told
from model.learn.losses import PAINTED
from model.learn.material import Learner
from model.world.alphabet import COLOURS, NAMED
from model.world.draw import held_out
from model.world.pictures.pictures import colours_beside, fill, stamp
from model.world.pictures.shapes import SHAPES, shape_mask

SIDE = 16


class Named(Given):
    """Rows of a few words, each a token."""

    words: Sequence[str] = ()

    def learned(self) -> Vocabulary:
        """<eot>, and a token for each word."""
        ids = {word: id for id, word in enumerate((NAMED[EOT], *self.words))}
        tokenizer = Tokenizer(models.WordLevel(ids, unk_token=NAMED[EOT]))
        tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"\d+|[^\d]"), "isolated")
        tokenizer.add_special_tokens([NAMED[EOT]])
        return Vocabulary(tokenizer)


class Sums(Named):
    """(a + b) modulo 31, half of all pairs (Power et al. 2022): learned by heart first, understood later."""

    words, best, beginning = ("+", "=", *map(str, range(MODULUS))), 0.0, "7+28="

    def __init__(self, seed: int):
        pairs = [(a, b) for a in range(MODULUS) for b in range(MODULUS)]
        random.Random(f"{seed} pairs").shuffle(pairs)
        self.pairs = pairs[: len(pairs) // 2], pairs[len(pairs) // 2 :]
        self.rows = len(self.pairs[0])

    def rows_of(self, pairs: Sequence[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
        """Only the sum is counted."""
        plus, equals, first = 1, 2, 3
        ids = np.array([[first + a, plus, first + b, equals, first + (a + b) % MODULUS] for a, b in pairs])
        targets = np.full((len(ids), 4), -100)
        targets[:, -1] = ids[:, -1]
        return ids[:, :-1], targets

    def batch(self, vocabulary: Vocabulary, rng: random.Random, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Always all pairs that are read."""
        return self.rows_of(self.pairs[0])

    def unseen(self, vocabulary: Vocabulary, length: int) -> tuple[np.ndarray, np.ndarray]:
        """All others."""
        return self.rows_of(self.pairs[1])

    def evaluate(self, learner: Learner) -> dict[str, float]:
        """And the share of unseen pairs whose likeliest sum is right."""
        right, asked = self.guessed(learner)
        return super().evaluate(learner) | {"right": round(right / asked, 4)}


class Copies(Named):
    """Twenty random letters and the same again: only the second time is counted."""

    words = (*"abcdefghijklmnopqrstuvwxyz", *"@#$%&*")[:SYMBOLS]
    best, beginning = 0.0, "hello*world*of*dice@hel"

    def rows_of(self, rng: random.Random, n: int) -> tuple[np.ndarray, np.ndarray]:
        """Inputs and targets (n, 39)."""
        ids = np.array([2 * [rng.randrange(1, SYMBOLS + 1) for _ in range(COPIED)] for _ in range(n)])
        targets = ids[:, 1:].copy()
        targets[:, : COPIED - 1] = -100
        return ids[:, :-1], targets

    def batch(self, vocabulary: Vocabulary, rng: random.Random, length: int) -> tuple[np.ndarray, np.ndarray]:
        """New letters in each step."""
        return self.rows_of(rng, 16)

    def unseen(self, vocabulary: Vocabulary, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Letters of another seed: of 32 to the power of 20 none comes twice."""
        return self.rows_of(random.Random("unseen"), 16)


class Shapes(Given):
    """One shape of one size in the middle, its colour and its ground said: nothing is left to chance."""

    best, caption = 0.0, "a red circle on white"

    def __init__(self, seed: int):
        made = [
            drawn(shape, colour, ground) for colour in COLOURS for shape in SHAPES for ground in colours_beside(colour)
        ]
        self.parts = [[m for m in made if held_out(m[0]) == side and m[0] != self.caption] for side in (False, True)]

    def learned(self) -> Vocabulary:
        """That of the shipped model's kind, its merges learned from the captions."""
        return Vocabulary(train_tokenizer([caption for caption, _ in self.parts[0]], VOCABULARY))

    def rows_of(self, vocabulary: Vocabulary, made: Sequence[tuple[str, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
        """Caption, <image>, pixels; only these are counted."""
        rows = [[*vocabulary.picture_prompt(caption), *(p.ravel() + COLOUR_IDS.start)] for caption, p in made]
        ids = np.array(rows)
        targets = np.full_like(ids[:, 1:], -100)
        targets[:, PAINTED] = ids[:, 1:][:, PAINTED]
        return ids[:, :-1], targets

    def batch(self, vocabulary: Vocabulary, rng: random.Random, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Pictures at random."""
        return self.rows_of(vocabulary, rng.choices(self.parts[0], k=self.rows))

    def unseen(self, vocabulary: Vocabulary, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Captions that are kept out."""
        return self.rows_of(vocabulary, self.parts[1][:16])

    def pay(self, learner: Learner, inputs: Tensor, targets: Tensor) -> Tensor:
        """A pixel is one of 16 colours."""
        return learner.pay(inputs, targets, len(inputs))


def drawn(shape: str, colour: str, ground: str) -> tuple[str, np.ndarray]:
    """Caption and pixels (16, 16)."""
    pixels, mask = fill(ground), shape_mask(shape, "big")
    stamp(pixels, mask, colour, *((SIDE - length) // 2 for length in mask.shape))
    return f"a {colour} {shape} on {ground}", pixels


def material(lesson: Lesson) -> Given:
    """What the lesson reads."""
    made = {"own": own, "stories": told, LAW: OneMore}.get(lesson.reads)
    if made:
        return made(lesson)
    return {"shapes": Shapes, "sums": Sums}[lesson.reads](lesson.seed) if lesson.reads != "copies" else Copies()
