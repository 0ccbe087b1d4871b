"""Bits per byte of unseen texts, by kind: the model, a 5-gram model, xz, and the chance that the generator put in.

A text is charged from the end of the one before it to its own end, so it also pays for saying which kind it is.
"""

import lzma
import math
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

import numpy as np

from model.core.vocabulary import EOT, Vocabulary
from model.found.ngram import NGram
from model.language_model import LanguageModel
from model.score.bits import surprise_after
from model.score.figure import Figure, Stratum, share, stratified
from model.score.truths import answer
from model.world.draw import CAPTION_LISTS, draw, draw_text
from model.world.rich import RICH, WRITERS
from model.world.texts import handwritten
from model.world.texts.guides import Guide, feasts, gift_guide, readers
from model.world.truth.choices import bits_of, record
from model.world.truth.entropy import CountedRandom
from model.world.truth.planted import HELD_OUT_PAIRS, guide_pairs

ORDER = 5  # of the n-gram model
SEPARATOR = "\0"  # between documents, for xz; never in a text
COUNTED = 3000  # documents whose choices are all counted
PROSE = "handwritten"  # its unseen pieces are no choice of a generator: no bound


class Seen(NamedTuple):
    """Training texts, and what only counts in them."""

    text: str
    ids: np.ndarray  # (N,), documents closed by <eot>
    ngram: NGram


def training_texts(vocabulary: Vocabulary, tokens: int) -> tuple[str, np.ndarray]:
    """Whole documents such as training reads, as text and as at least `tokens` ids."""
    rng, texts, ids, total = random.Random("score n-gram"), [], [], 0
    while total < tokens:
        texts.append(draw_text(rng))
        ids.append(np.array([*vocabulary.encode(texts[-1]), EOT], dtype=np.int32))
        total += len(ids[-1])
    return SEPARATOR.join(texts), np.concatenate(ids)


def see(lm: LanguageModel, tokens: int) -> Seen:
    """At least `tokens` tokens of training text, counted."""
    text, ids = training_texts(lm.vocabulary, tokens)
    return Seen(text, ids, NGram.train(ids, ORDER, lm.config.vocab_size))


def unseen(kind: str, n: int) -> list[str]:
    """`n` texts of a kind that training never saw; of the prose all pieces that are held out, if there are fewer."""
    if kind == PROSE:
        return [piece for i, piece in enumerate(handwritten.pieces()) if handwritten.held_out(i)][:n]
    rng = random.Random(f"score {kind}")
    return [draw(WRITERS[kind], str, rng, validation=True) for _ in range(n)]


def rows_of(lm: LanguageModel, texts: Sequence[str]) -> tuple[list[list[int]], np.ndarray]:
    """Each text between two <eot>, as far as it fits, and its bytes in the row."""
    rows = [[EOT, *lm.vocabulary.encode(text), EOT][: lm.config.n_positions + 1] for text in texts]
    return rows, np.array([sum(len(lm.vocabulary.bytes_of(id)) for id in row if id != EOT) for row in rows])


def paid(lm: LanguageModel, ngram: NGram, texts: Sequence[str], weight: float) -> tuple[Stratum, Stratum]:
    """Bits of `texts` for the model and for the 5-gram."""
    rows, n_bytes = rows_of(lm, texts)
    model = surprise_after(lm, rows, [1] * len(rows))
    counted = np.array([ngram.bits(np.array(row))[1:].sum() for row in rows])
    return Stratum(weight, model, n_bytes), Stratum(weight, counted, n_bytes)


def chosen(kind: str, weight: float, n: int) -> Stratum:
    """Bits of the choices that leave a trace in `n` texts of a kind; which kind it is was a choice too."""
    of_kind = -math.log2(weight * (1 - CAPTION_LISTS) * (1 - RICH.tunes))
    made = [record(WRITERS[kind], f"bound {kind} {i}") for i in range(n)]
    bits = [bits_of(each) + of_kind for each in made]
    return Stratum(weight, np.array(bits), np.array([len(each.value.encode()) for each in made]))


def xz_bytes(*texts: str) -> list[int]:
    """Sizes after `xz -9 --extreme`."""
    pack = partial(lzma.compress, preset=9 | lzma.PRESET_EXTREME)
    with ThreadPoolExecutor(2) as pool:
        return [len(data) for data in pool.map(pack, map(str.encode, texts))]


def xz_bits(texts: Sequence[str]) -> float:
    """Bits per byte of `texts` in one file after `xz -9e`, which has seen nothing else."""
    whole = SEPARATOR.join(texts)
    return 8 * xz_bytes(whole)[0] / (len(whole.encode()) - whole.count(SEPARATOR))


def added_bits(texts: Sequence[str], seen: str) -> float:
    """Bits per byte that `texts` add to a file of training text, from which xz may copy."""
    whole = SEPARATOR.join(texts)
    before, after = xz_bytes(seen, seen + SEPARATOR + whole)
    return 8 * (after - before) / (len(whole.encode()) - whole.count(SEPARATOR))


def counted() -> Figure:
    """All choices of the generator, with those that leave no trace."""
    rng, bits, lengths = CountedRandom("score bound"), [], []
    for _ in range(COUNTED):
        before = rng.bits
        lengths.append(len(RICH.document(rng).text.encode()))
        bits.append(rng.bits - before)
    return stratified("  bound: all choices of the generator", [Stratum(1, np.array(bits), np.array(lengths))])


def of_kind(kind: str, texts: Sequence[str], parts: Sequence[Stratum]) -> Figure:
    """One kind: the model's bits per byte, with all others beside."""
    model, five, *bound = (stratified(f"  {kind}", [part]) for part in parts)
    beside = {"5-gram": five.value, "xz": xz_bits(texts)} | ({"bound": bound[0].value} if bound else {})
    return model._replace(beside=beside, note=", ".join(f"{name} {value:.3f}" for name, value in beside.items()))


def text_bits(lm: LanguageModel, seen: Seen, n: int, traced: int) -> list[Figure]:
    """Bits per byte on `n` unseen texts of each kind; the bound from `traced` others of each."""
    texts, parts = {kind: unseen(kind, n) for kind in RICH.texts}, {}
    whole = sum(RICH.texts.values())
    for kind, part in RICH.texts.items():
        parts[kind] = [*paid(lm, seen.ngram, texts[kind], part / whole)]
        parts[kind] += [] if kind == PROSE else [chosen(kind, part / whole, traced)]
    made = [strata for kind, strata in parts.items() if kind != PROSE]
    names = "bits per byte", "  interpolated 5-gram", "  bound: choices that leave a trace"
    model, five, bound = map(stratified, names, zip(*made, strict=True))
    every, rng = counted(), random.Random("score xz")
    mixed = [rng.choice(texts[kind]) for kind in rng.choices(list(texts), list(RICH.texts.values()), k=6 * n)]
    mixed = list(dict.fromkeys(mixed))
    note = f"knows {len(seen.ids):,} tokens of training text"
    return [
        model._replace(beside={"bound": bound.value}).at_most(1.25, "bound"),
        model._replace(name="  the same", beside={"all choices": every.value}).at_most(1.25, "all choices"),
        model._replace(name="  the same", beside={"5-gram": five.value}).at_most(0.8, "5-gram"),
        bound,
        every,
        five._replace(note=note),
        Figure("  xz -9e, added to the training text", added_bits(mixed, seen.text), samples=len(mixed), note=note),
        Figure("  xz -9e, unseen text alone", xz_bits(mixed), samples=len(mixed)),
        *(of_kind(kind, texts[kind], parts[kind]) for kind in RICH.texts),
    ]


def names_both(text: str, feast: str, who: str) -> bool:
    """Whether a guide speaks of the feast and of the readers: by name, or by what only they have."""
    _, custom, treat, wrap, _ = feasts()[feast]
    love, gifts = readers()[who]
    said = text.lower()
    of_feast = any(words.lower() in said for words in (feast, custom, treat, wrap))
    return of_feast and any(words.lower() in said for words in (who, love, *(gift for gift, _ in gifts)))


def write_guide(lm: LanguageModel, feast: str, who: str) -> bool:
    """Whether the likeliest guide after a title with both is about both."""
    title = f"Gifts for {who} at {feast}"
    return names_both(answer(lm, f"{title}\n", stop="\n\n", tokens=160), feast, who)


def guides(lm: LanguageModel, n: int) -> list[Figure]:
    """Gift guides for pairs of feast and readers that never occurred, beside pairs that did."""
    rng, figures = random.Random("score guides"), []
    beside = [rng.choice([pair for pair in guide_pairs() if pair[0] == feast]) for feast, _ in HELD_OUT_PAIRS]
    real: list[Guide] = []
    for name, pairs in (("held-out pairs", HELD_OUT_PAIRS), ("seen pairs", beside)):
        made = [gift_guide(rng, pair) for pair in pairs for _ in range(n)]
        rows, n_bytes = rows_of(lm, [guide.text for guide in made])
        bits = Stratum(1, surprise_after(lm, rows, [1] * len(rows)), n_bytes)
        figures += [
            stratified(f"guides for {name}: bits per byte", [bits]),
            share("  written guide is about both", [write_guide(lm, *pair) for pair in pairs]),
        ]
        real += made
    bodies = [names_both(guide.text.split("\n", 1)[1], guide.feast, guide.readers) for guide in real]
    return [*figures, share("  real guides that this judge sees so", bodies)]
