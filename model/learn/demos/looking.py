"""Claims about tokens, embeddings and attention; see `choose` for what a claim is."""

from itertools import pairwise

import numpy as np

from model.found.demonstrations import Demonstration
from model.inside.lens import stations
from model.inside.parts import nearest
from model.language_model import LanguageModel
from model.learn.demos.dice import bits, die_after, index_of


def cosine(lm: LanguageModel, word: str, other: str) -> float:
    """Of the embeddings of two tokens."""
    one, two = (lm.wte[lm.vocabulary.encode(each)[0]] for each in (word, other))
    return float(one @ two / np.linalg.norm(one) / np.linalg.norm(two))


# Tokens


def is_cut(lm: LanguageModel, text: str) -> Demonstration | None:
    """The longest word of the text is cut into three pieces or more."""
    pieces = lm.vocabulary.pieces(lm.encode(text))
    word = max(text.split(), key=len)
    starts = [i for i, piece in enumerate(pieces) if piece.startswith(" ") or i == 0] + [len(pieces)]
    for start, end in pairwise(starts):
        if "".join(pieces[start:end]).strip() == word and end - start >= 3:
            return Demonstration(text, start, slots={"word": word, "n": end - start}, measured=end - start)
    return None


def are_different(lm: LanguageModel, text: str) -> Demonstration | None:
    """The same word, written in three ways, is three different lists of ids."""
    spelled = {tuple(lm.vocabulary.encode(f" {word.strip(',')}")) for word in text.split() if word[0] in "kK"}
    return Demonstration(text, 1, measured=len(spelled)) if len(spelled) == 3 else None


def digits_alone(lm: LanguageModel, text: str) -> Demonstration | None:
    """Each digit of a long number is a token of its own."""
    pieces = [piece.strip() for piece in lm.vocabulary.pieces(lm.encode(text))]
    number = max((word for word in text.split() if word.isdigit()), key=len)
    alone = pieces[-len(number) :] == list(number)
    return (
        Demonstration(text, len(pieces) - len(number), slots={"number": number}, measured=len(number))
        if alone
        else None
    )


def falls_to_bytes(lm: LanguageModel, text: str) -> Demonstration | None:
    """The first sign takes several tokens, its bytes; the last, an emoji, none."""
    n, left = len(lm.encode(text[0])), lm.vocabulary.encode(text[-1])
    return Demonstration(text, 0, slots={"sign": text[0], "n": n}, measured=n) if n > 1 and not left else None


# Embeddings


def parts(lm: LanguageModel, text: str) -> Demonstration | None:
    """The same word in two meanings: the first two are one token, and no longer alike after the last layer."""
    trace = lm.trace(text)
    at = [i for i, piece in enumerate(trace.pieces) if piece.strip() == "left"]
    if len(at) < 2:
        return None
    first, last = (stations(trace)[-1, i] for i in at[:2])
    alike = float(first @ last / np.linalg.norm(first) / np.linalg.norm(last))
    return Demonstration(text, at[0], measured=alike) if alike < 0.7 else None


def is_nearer(lm: LanguageModel, text: str) -> Demonstration | None:
    """Of three things the first is clearly nearer to one of the others."""
    words = [word.strip(",") for word in text.split() if word not in ("a", "and")]
    one, other = (cosine(lm, f" {words[0]}", f" {word}") for word in words[1:])
    slots = dict(zip(("word", "one", "other"), words, strict=True))
    return (
        Demonstration(text, index_of(lm, text, words[0]), slots=slots, measured=one - other)
        if abs(one - other) > 0.05
        else None
    )


def colours_meet(lm: LanguageModel, text: str) -> Demonstration | None:
    """A pixel's colour is nearer to its own word than to the words of the other colours, for each in the text."""
    names = [word.strip("<>") for word in text.replace("<", " ").split()]
    names = list(dict.fromkeys(names))
    near = np.array([[cosine(lm, f" {a}", f"<{b}>") for a in names] for b in names])
    own = np.diagonal(near) - np.max(near - 2 * np.eye(len(names)), 1)
    return Demonstration(text, 0, measured=float(own.min())) if own.min() > 0 else None


def has_neighbours(lm: LanguageModel, text: str) -> Demonstration | None:
    """Of the five tokens nearest to a digit at least four are digits."""
    digit, *_ = text.split()
    near = [lm.vocabulary.piece(other).strip() for other, _ in nearest(lm.wte, lm.encode(digit)[0], 5)]
    n = sum(piece.isdigit() for piece in near)
    return Demonstration(text, 0, slots={"digit": digit}, measured=n) if n >= 4 else None


# Attention


def follows(lm: LanguageModel, text: str) -> Demonstration | None:
    """One head of the last token looks at a thing, and still does after the two things have changed places.

    The text is two texts, parted by a line: before and after.
    """
    before, after = text.split("\n")
    a, b = lm.trace(before), lm.trace(after)
    best = None
    for word, other in (("kite", "cup"), ("cup", "kite"), ("red", "blue")):
        places = [(index_of(lm, each, word), index_of(lm, each, other)) for each in (before, after)]
        seen = [t.pattern[:, :, -1, place] for t, pair in zip((a, b), places, strict=True) for place in pair]
        clear = np.minimum(seen[0], seen[2]) - np.maximum(seen[1], seen[3])
        layer, head = np.unravel_index(clear.argmax(), clear.shape)
        if best is None or clear.max() > best.measured:
            slots = {"word": word, "query": a.pieces[-1].strip(), "other": other}
            controls = {"layer": int(layer), "head": int(head)}
            best = Demonstration(before, len(a.ids) - 1, controls, (), slots | {"after": after}, float(clear.max()))
    return best if best.measured >= 0.3 else None


def follows_after(lm: LanguageModel, text: str) -> Demonstration | None:
    """The same, with the things in the other order."""
    if not (found := follows(lm, text)):
        return None
    after = found.slots["after"]
    return found._replace(text=after, token=len(lm.encode(after)) - 1)


def opens(lm: LanguageModel, text: str) -> Demonstration | None:
    """The prompt that a visitor meets: one head looks at two things, and the die has more than one face."""
    seen = lm.trace(text).pattern[:, :, -1, [index_of(lm, text, thing) for thing in ("kite", "cup")]]
    layer, head = np.unravel_index(seen.sum(-1).argmax(), seen.shape[:2])
    probs, share = die_after(lm, text), float(seen[layer, head].sum())
    holds = share >= 0.5 and 0.8 < bits(probs) < 3.5 and probs.max() < 0.9
    controls = {"layer": int(layer), "head": int(head)}
    return Demonstration(text, len(lm.encode(text)) - 1, controls, measured=share) if holds else None


def looks_back(lm: LanguageModel, text: str) -> Demonstration | None:
    """A head gives most of its attention to the token just before."""
    weights = lm.trace(text).pattern
    back = np.diagonal(weights, -1, -2, -1).mean(-1)
    layer, head = np.unravel_index(back.argmax(), back.shape)
    return (
        Demonstration(text, None, {"layer": int(layer), "head": int(head)}, measured=float(back.max()))
        if back.max() > 0.5
        else None
    )
