"""The prose by hand is clean, new in every piece, and partly held out."""

import random
import re
from collections import Counter

import pytest

from model.world.language.words import needs_an
from model.world.texts.handwritten import handwritten, held_out, pieces, trained_on
from model.world.truth.planted import CHANGED_WORD, UNKNOWN_NAMES, UNKNOWN_SLANG


@pytest.mark.parametrize("piece", pieces(), ids=lambda p: p[:40])
def test_pieces_are_clean(piece):
    assert piece.isascii() and len(piece) < 1100 and 45 <= len(piece.split()) <= 200, len(piece.split())
    assert not re.search(r"  | \n|\n |\n\n|[{}|]| [,.!?]|[\t\r]|---|\.\.", piece)
    assert not re.search(r"(?<!Mr)(?<!Mrs)[.!?] [a-z]", re.sub(r'[.!?]" [a-z]', "", piece))
    assert piece[-1] in '.!?"' or piece.startswith("Dear")  # a letter ends with a name
    assert piece.count('"') % 2 == 0
    for article, word in re.findall(r"\b([Aa]n?) (\w+)", piece):
        assert (article.lower() == "an") == needs_an(word), f"{article} {word}"


def test_pieces_are_many_and_differ_from_the_first_words_on():
    assert len(pieces()) >= 1000 and len(set(pieces())) == len(pieces())
    words = [re.findall(r"[\w']+", piece.lower()) for piece in pieces()]
    openings = Counter(tuple(w[:3]) for w in words)
    assert [o for o, n in openings.items() if n > 1] == []
    runs = Counter(run for w in words for run in set(zip(*(w[k:] for k in range(7)), strict=False)))
    assert [run for run, n in runs.items() if n > 3] == []
    sentences = [s for piece in pieces() for s in re.split(r"(?<=[.!?])\s", piece) if len(s.split()) > 5]
    assert len(set(sentences)) == len(sentences)


def test_some_are_held_out():
    out = [i for i in range(len(pieces())) if held_out(i)]
    assert 0.06 < len(out) / len(pieces()) < 0.2
    assert not {pieces()[i] for i in out} & set(trained_on())
    rng = random.Random(1)
    drawn = [handwritten(rng) for _ in range(40_000)]
    assert set(trained_on()) <= set(drawn)
    later = [each for each in drawn if each not in set(trained_on())]
    assert 0.2 < len(later) / len(drawn) < 0.31
    whole = "\n---\n".join(trained_on())
    assert all(each in whole and each[0].isupper() for each in {*later})
    assert [handwritten(random.Random(5)) for _ in range(3)] == [handwritten(random.Random(5)) for _ in range(3)]


def test_unknown_words_stay_unknown():
    text = " ".join(pieces()).lower()
    for word in (*UNKNOWN_NAMES, *UNKNOWN_SLANG, CHANGED_WORD.new_use, "in the cloud", "blue banana"):
        assert not re.search(rf"\b{re.escape(word.lower())}\b", text)
