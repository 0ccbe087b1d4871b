"""Captions that differ in one word, and pictures that training never drew."""

import re

import pytest

from model.core.vocabulary import CAPTION_TOKENS
from model.world.alphabet import COLOURS
from model.world.draw import held_out
from model.world.pictures.variants import each_digit, variants
from model.world.unseen import EACH, digit_of, unseen_digits


def words(caption):
    return re.sub(r"\ban\b", "a", caption.lower()).split()


@pytest.mark.parametrize(
    "caption",
    ["a red circle on white", "An orange cat and a blue cup", "two yellow ducks", "a happy face", "a two-headed snake"],
)
def test_variants_differ_in_one_word_or_swap_two_colours(caption):
    found = variants(caption, 12)
    assert found == variants(caption, 12) and len(set(found)) == len(found) >= 7 and caption not in found
    for other in found:
        apart = [pair for pair in zip(words(caption), words(other), strict=True) if len(set(pair)) == 2]
        assert len(apart) == 1 or sorted(apart) == sorted(pair[::-1] for pair in apart), other
        assert not re.search(r"\ba [aeio8]|\ban [^aeio8]", other.lower()), other
        assert other[0].isupper() == caption[0].isupper()


def test_each_kind_of_word_is_exchanged_by_its_own():
    found = variants("a blue square left of a yellow star on black", 40)
    assert "a yellow square left of a blue star on black" in found
    assert "a blue square right of a yellow star on black" in found
    assert {words(other)[3] for other in found} == {"left", "right"}
    assert {words(other)[1] for other in found} <= {*COLOURS}
    assert {other.split()[0] for other in variants("two yellow ducks", 40)} == {"two", "three", "four"}
    assert "a hand with six fingers" in variants("a hand with five fingers", 9)


@pytest.mark.parametrize("caption", ["", "🐧 <img>", "a\0b", "xyzzy", "${x}"])
def test_what_the_world_has_no_words_for_has_no_variants(caption):
    assert variants(caption, 12) == []


def test_a_hundred_digits_that_training_never_drew():
    made = unseen_digits()
    assert [digit_of(each) for each in made] == [*range(10)] * EACH
    assert all(held_out(each.caption) for each in made)
    for each in made:
        captions = each_digit(each.caption, digit_of(each))
        assert len(set(captions)) == 10 and captions[digit_of(each)] == each.caption
        assert max(len(caption.encode()) for caption in captions) < CAPTION_TOKENS  # a token each at most
