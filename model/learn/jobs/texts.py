"""Texts to learn from: a visitor's own, or those of the world of one kind."""

import random
from collections.abc import Sequence

import numpy as np

from model.core.vocabulary import EOT, LETTERS, WORDS, Vocabulary, train_tokenizer
from model.found.ngram import NGram
from model.learn.jobs.given import Given
from model.learn.jobs.lesson import VOCABULARY, Lesson, pieces
from model.learn.material import Learner
from model.world.alphabet import NAMED
from model.world.draw import draw
from model.world.rich import WRITERS

ORDER = 5  # of the n-gram model to compare with
LEAST = 200  # tokens of a text
UNSEEN = 8  # rows of a text that are measured
WORLD_BYTES, BYTES_A_SECOND = 1_500_000, 40_000  # of the world's texts: no more than can be read in its seconds


def as_ids(texts: Sequence[str], vocabulary: Vocabulary) -> np.ndarray:
    """Ids (N,) of documents, each closed by <eot>."""
    return np.array([id for text in texts for id in (*vocabulary.encode(text), EOT)], dtype=np.int64)


def windows(ids: np.ndarray, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets (n, `length` - 1) of a text (N,), side by side; what is left over at its end is left out."""
    n = max(1, (len(ids) - 1) // (length - 1))
    length = min(length - 1, len(ids) - 1)
    return ids[: n * length].reshape(n, length), ids[1 : n * length + 1].reshape(n, length)


class Texts(Given):
    """Documents, each closed by <eot>; a step reads windows of them that start anywhere."""

    words: Sequence[str] = ()  # from which the vocabulary is learned, if not from what is read

    def __init__(self, read: Sequence[str], unseen: Sequence[str], cut: str = "bpe", beginning: str = ""):
        self.read, self.kept_out, self.cut = read, unseen, cut
        self.beginning = beginning

    def learned(self) -> Vocabulary:
        """From what is read: merges of at most a word, or none beyond a character."""
        cut = LETTERS if self.cut == "characters" else WORDS
        return Vocabulary(train_tokenizer(self.words or self.read, VOCABULARY, NAMED[:1], cut))

    def ids(self, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray]:
        """Of what is read and of what is not. Raises ValueError if there is too little."""
        if not hasattr(self, "_ids"):
            parts = self.read, self.kept_out
            made = [as_ids(texts, vocabulary) for texts in parts]
            if min(len(made[0]) - LEAST, len(made[1]) - 2) < 0:
                raise ValueError(f"The text has {sum(map(len, made))} tokens; a training needs {LEAST + 20}.")
            self._ids = made
        return tuple(self._ids)

    def batch(self, vocabulary: Vocabulary, rng: random.Random, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Windows of what is read."""
        ids = self.ids(vocabulary)[0]
        length = min(length, len(ids))
        starts = [rng.randrange(len(ids) - length + 1) for _ in range(self.rows)]
        rows = np.stack([ids[start : start + length] for start in starts])
        return rows[:, :-1], rows[:, 1:]

    def unseen(self, vocabulary: Vocabulary, length: int) -> tuple[np.ndarray, np.ndarray]:
        """The first rows of what is not read."""
        return windows(self.ids(vocabulary)[1][: UNSEEN * 4 * length], length)

    def counted(self, vocabulary: Vocabulary, length: int) -> float:
        """By all that is read, on the same rows."""
        inputs, targets = self.unseen(vocabulary, length)
        counts = NGram.train(self.ids(vocabulary)[0], ORDER, len(vocabulary))
        bits = counts.bits(np.append(inputs.ravel(), targets.ravel()[-1]))
        return float(bits[1:].mean())

    def evaluate(self, learner: Learner) -> dict[str, float]:
        """Bits a byte, too: they do not depend on how the text is cut."""
        found, vocabulary = super().evaluate(learner), learner.vocabulary
        targets = self.unseen(vocabulary, learner.length)[1].ravel().tolist()
        n_bytes = sum(len(vocabulary.bytes_of(id)) for id in targets if id != EOT)
        return found | {"per_byte": round(found["unseen"] * len(targets) / max(1, n_bytes), 4)}


def rows(lesson: Lesson) -> Texts:
    """A corpus of rows, a document each."""
    read, unseen = lesson.text.split("\n"), lesson.unseen.split("\n")
    made = Texts(read, unseen, lesson.cut, lesson.beginning or " ".join(unseen[0].split()[:3])[:40])
    made.words = lesson.words.split("\n") if lesson.words else ()
    return made


def own(lesson: Lesson) -> Texts:
    """A visitor's text, every tenth part of it kept out unless it says which. Raises ValueError if it is short."""
    if lesson.unseen:
        return rows(lesson)
    parts = pieces(lesson.text)
    while len(parts) < 20 and max(map(len, parts), default=0) > 40:
        parts = pieces("\n\n".join(parts), max(map(len, parts)) // 2)
    read, unseen = [p for i, p in enumerate(parts) if i % 10 != 4], parts[4::10]
    if not unseen:
        raise ValueError(f"The text has {len(lesson.text.split())} words; a training needs 150 or so.")
    return Texts(read, unseen, lesson.cut, lesson.beginning or " ".join(unseen[0].split()[:3])[:40])


def told(lesson: Lesson) -> Texts:
    """Texts of the world of one kind."""
    writer = WRITERS[lesson.kind]

    def some(name: str, size: int, validation: bool) -> list[str]:
        rng, texts = random.Random(f"{lesson.seed} {name}"), []
        while size > 0:
            texts.append(draw(writer, str, rng, validation))
            size -= len(texts[-1])
        return texts

    size = min(WORLD_BYTES, BYTES_A_SECOND * lesson.seconds)
    read, unseen = some("read", size, False), some("unseen", WORLD_BYTES // 50, True)
    first = "Once upon a time" if lesson.kind == "story" else " ".join(unseen[0].split(" ")[:2])
    return Texts(read, unseen, lesson.cut, lesson.beginning or first)
