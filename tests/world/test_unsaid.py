"""What a caption leaves out is left to chance: colours of shapes, digits and letters, usual ones, moods."""

import random
from collections import Counter

import pytest

from model.score.judges import count_things
from model.score.pictures import says_mood, words_of
from model.world import rich
from model.world.alphabet import COLOURS
from model.world.pictures.pictures import SAY_COLOUR
from model.world.pictures.shapes import SHAPES
from model.world.pictures.things import usual_of

N = 600


def made_of(kind, n=N):
    rng = random.Random(f"unsaid {kind}")
    return [rich.PAINTERS[kind](rng) for _ in range(n)]


def says(made):
    """Whether the caption names the colours of its things."""
    return {thing.colour for thing in made.things} <= words_of(made.caption)


@pytest.mark.parametrize("kind", ["one", "two", "digit", "letter"])
def test_a_fifth_of_the_shapes_and_signs_have_any_colour(kind):
    made = made_of(kind)
    bare = [each for each in made if not says(each)]
    assert 1 - len(bare) / N == pytest.approx(SAY_COLOUR, abs=0.06)
    assert len({each.things[0].colour for each in bare}) == len(COLOURS)
    assert not any("None" in each.caption for each in made)


def test_two_things_are_named_alone_where_both_have_a_usual_colour():
    made = made_of("two things", 3 * N)
    bare = [each for each in made if not says(each)]
    assert 20 < len(bare) < N
    assert all(thing.colour in usual_of(thing.name) for each in bare for thing in each.things)


def test_shapes_are_counted_too():
    made = [each for each in made_of("count", 2 * N) if each.things[0].name in SHAPES]
    assert Counter(len(each.things) for each in made).keys() == {2, 3, 4} and len(made) > N // 4
    right = [count_things(each.pixels) == len(each.things) for each in made]
    assert sum(right) / len(right) > 0.97
    assert any(not says(each) for each in made)


def test_faces_are_people_and_some_have_any_mood():
    made = made_of("face")
    nouns = Counter(word for each in made for word in words_of(each.caption) & {"boy", "girl", "man", "woman", "kid"})
    assert len(nouns) == 5
    assert 0.08 < 1 - sum(map(says_mood, made)) / N < 0.25
