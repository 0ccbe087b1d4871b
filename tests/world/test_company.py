"""Little things beside what a picture shows: where they are, what they are called, and that they disturb nothing."""

import dataclasses
import random
import re
from collections import Counter

import numpy as np
import pytest

from model.score.judges import alone, islands
from model.world import rich
from model.world.alphabet import COLOURS
from model.world.pictures import company
from model.world.pictures.company import HOW_MANY, LINES, MOST_PIXELS, accompany, drawings, free_spots, spots


def both(kind, n=300):
    """(picture, the same with company) of `n` pictures of a kind."""
    rng = random.Random(f"company {kind}")
    return [(made, accompany(rng, made)) for made in (rich.ALONE[kind](rng) for _ in range(n))]


@pytest.fixture(scope="module")
def made():
    return {kind: both(kind) for kind in rich.ALONE}


def test_every_kind_has_company_and_every_one_of_it_occurs(made):
    assert set(HOW_MANY) == set(rich.ALONE) and all(abs(sum(shares) - 1) < 1e-9 for shares in HOW_MANY.values())
    said = Counter(word for pairs in made.values() for _, p in pairs for word in p.caption.split())
    for name in drawings():
        assert said[name]


@pytest.mark.parametrize("kind", rich.ALONE)
def test_company_lies_on_the_background_and_touches_nothing(made, kind):
    more = 0
    for plain, p in made[kind]:
        added = p.pixels != plain.pixels
        more += added.any()
        assert (plain.pixels[added] == COLOURS.index(plain.background)).all()
        numbers = islands(p.pixels != COLOURS.index(p.background))
        for number in np.unique(numbers[added]):
            assert (added[numbers == number]).all() and (numbers == number).sum() <= MOST_PIXELS, p.caption
        assert p.things == plain.things and p.background == plain.background
    least = 0.15 if kind in ("face", "hand") else 0.35  # these leave little room
    assert least * len(made[kind]) < more < 0.7 * len(made[kind])


@pytest.mark.parametrize("kind", rich.ALONE)
def test_its_colours_are_new_but_for_details(made, kind):
    for plain, p in made[kind]:
        added = p.pixels != plain.pixels
        assert not set(p.pixels[added].tolist()) & set(plain.pixels.ravel().tolist()), p.caption


def test_what_is_said_is_there_and_nothing_else_means_it(made):
    names = "|".join(drawings())
    seen = Counter()
    for plain, p in (pair for pairs in made.values() for pair in pairs):
        if p.caption == plain.caption:
            continue
        added = p.pixels[p.pixels != plain.pixels]
        if re.search(r"^(only|just) |nothing else$", p.caption):
            seen["alone"] += 1
            assert not len(added), p.caption
            continue
        said = re.search(rf"(?:and|with) (?:an?|some) (?:(\w+) )?({names})$", p.caption)
        assert said and len(added), p.caption
        seen["said"] += 1
        assert said[1] is None or COLOURS.index(said[1]) in added, p.caption
        assert said[2] not in {thing.name for thing in p.things}
    assert seen["alone"] > 30 and seen["said"] > 150


def test_the_judge_takes_company_away(made):
    """What the judges look at is the same with company as without it."""
    for plain, p in (pair for kind in ("one", "digit", "two", "thing") for pair in made[kind]):
        assert (alone(p.pixels) == alone(plain.pixels)).all(), p.caption


@pytest.mark.parametrize("name", drawings())
def test_spots_are_where_it_fits(name):
    height, width = drawings()[name].shape
    assert (drawings()[name] != ".").sum() <= MOST_PIXELS
    empty = np.zeros((16, 16), np.uint8)
    assert free_spots(empty, 0, name) == list(map(tuple, spots(name).tolist()))
    assert not free_spots(empty, 1, name)
    empty[8, 8] = 1
    left = set(free_spots(empty, 0, name))
    for row, column in spots(name):
        near = row - 1 <= 8 <= row + height and column - 1 <= 8 <= column + width
        assert ((row, column) in left) != near
    rows = spots(name)[:, 0]
    if name in LINES["places"].facts["above"].split():
        assert (rows + height <= 8).all()
    if name in LINES["places"].facts["below"].split():
        assert (rows >= 8).all()


def test_long_captions_stay_as_they_are():
    long = " ".join(["word"] * (company.LONGEST + 1))
    assert {company.say(random.Random(i), long, ["a leaf"]) for i in range(50)} == {long}


def test_a_picture_of_nearly_all_colours_may_stay_as_it_is():
    """No colour is left for a little thing's details: once in some hundred thousand pictures."""
    rng = random.Random("colours")
    for kind in rich.ALONE:
        made = rich.ALONE[kind](rng)
        background = COLOURS.index(made.background)
        for _ in range(400):
            pixels = np.full_like(made.pixels, background)
            colours = rng.sample(range(len(COLOURS)), rng.randrange(8, len(COLOURS)))
            pixels[0, : len(colours)] = colours
            accompany(rng, dataclasses.replace(made, pixels=pixels))
