"""The judges of paintings: right on the generator's own pictures, and wrong where a picture is spoiled."""

import json
import random
import re
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from model.score import judges
from model.score import pictures as score_pictures
from model.world import rich
from model.world.alphabet import COLOURS
from model.world.draw import held_out
from model.world.pictures import captions, sprite_captions
from model.world.pictures.pictures import Picture, fill, stamp
from model.world.pictures.shapes import Thing, shape_mask
from model.world.truth.planted import HELD_OUT_COLOURED, HELD_OUT_VERSIONS


@pytest.fixture(scope="module")
def trained():
    return score_pictures.train_judges()


@pytest.fixture(scope="module")
def hits(trained):
    """Every judge's answers on real pictures that it did not learn from."""
    rng, found = random.Random("fresh"), defaultdict(list)
    for kind, make in rich.PAINTERS.items():
        asked = [make(rng) for _ in range(40)]
        for name, some in score_pictures.judge(asked, [made.pixels for made in asked], trained).items():
            found[name if name != "object" else f"object {kind}"] += some
    return found


def test_judges_agree_with_the_truth(hits):
    least = {"background": 0.99, "colour": 0.9, "relation": 0.99, "count": 0.85, "size": 0.9, "place": 0.9, "mood": 0.9}
    for name, share in least.items():
        assert np.mean(hits[name]) >= share, name
    kinds = [name for name in hits if name.startswith("object")]
    assert len(kinds) == len(rich.PAINTERS) - 1  # several things alike are counted, not named
    for kind in kinds:
        assert np.mean(hits[kind]) >= 0.9, kind


def test_judges_see_what_is_wrong(trained):
    """Judged by the caption of the picture before it, hardly anything is right."""
    rng = random.Random("wrong")
    made = [rich.PAINTERS["thing"](rng) for _ in range(40)]
    found = score_pictures.judge(made[1:], [picture.pixels for picture in made[:-1]], trained)
    assert np.mean(found["object"]) < 0.2 and np.mean(found["colour"]) < 0.4 and np.mean(found["background"]) < 0.4


def picture(*boxes, background="white"):
    """Boxes of (colour, top, left, height, width) on a background."""
    pixels = np.full((16, 16), COLOURS.index(background))
    for colour, top, left, height, width in boxes:
        pixels[top : top + height, left : left + width] = COLOURS.index(colour)
    return pixels


def test_reading_by_hand():
    small = picture(("red", 1, 1, 4, 4))
    assert judges.size_of(small) == "small" and judges.place_of(small) == "top left"
    assert judges.place_of(picture(("red", 6, 6, 4, 4))) == "middle"
    assert judges.place_of(picture(("red", 11, 6, 4, 4))) == "bottom"
    assert judges.size_of(picture(("red", 2, 2, 11, 11))) == "big"
    assert judges.size_of(picture()) is None and judges.place_of(picture()) is None
    assert judges.main_colour(picture()) is None


def test_counting_by_hand():
    """A gap of one row is inside a thing, a gap of two parts two things; one pixel is a slip."""
    assert judges.count_things(picture()) == 0
    assert judges.count_things(picture(("red", 2, 2, 3, 3), ("red", 6, 2, 3, 3))) == 1
    assert judges.count_things(picture(("red", 2, 2, 3, 3), ("red", 7, 2, 3, 3))) == 2
    assert judges.count_things(picture(("red", 2, 2, 3, 3), ("blue", 2, 6, 3, 3), ("red", 12, 12, 1, 1))) == 2


def test_ground_is_no_thing():
    grass = picture(("green", 13, 0, 3, 16), ("red", 6, 5, 8, 6))
    assert judges.main_colour(grass) == "red" and judges.box_of(grass) == (6, 13, 5, 10)


def test_halves_keep_one_thing_each():
    both = picture(("red", 5, 1, 4, 4), ("blue", 5, 9, 4, 4))
    first, second = judges.halves(both, "left of")
    assert judges.main_colour(first) == "red" and judges.main_colour(second) == "blue"
    first, second = judges.halves(both, "right of")
    assert judges.main_colour(first) == "blue" and judges.main_colour(second) == "red"


def test_held_out_animals_are_those_that_are_planted():
    groups = score_pictures.held_out_animals(2)
    assert {(a.version, a.name) for a in groups["versions"]} == set(HELD_OUT_VERSIONS)
    assert {(a.colour, a.name) for a in groups["colours"]} == set(HELD_OUT_COLOURED)
    assert not {(a.version, a.name) for a in groups["versions, seen"]} & set(HELD_OUT_VERSIONS)
    assert not {(a.colour, a.name) for a in groups["colours, seen"]} & set(HELD_OUT_COLOURED)
    assert groups["versions"][0].caption == "a two-headed pink flamingo on white"
    assert len({len(animals) for animals in groups.values()}) == 1


def test_captions_of_all_kinds_are_held_out():
    for kind in rich.PAINTERS:
        assert all(held_out(made.caption) and made.kind == kind for made in score_pictures.held_out(kind, 3))


def test_wordings_by_hand_are_of_no_generator():
    """Each names the thing and the ground, and its longest part without a slot is no part of the world's."""
    tables = captions.LINES, sprite_captions.LINES
    known = {line for table in tables for name in table for line in table[name]}
    wordings = score_pictures.UNSEEN["captions"]
    assert len(set(wordings)) == 20 and not known & set(wordings)
    told = " | ".join(known).lower()
    for wording in wordings:
        assert "{a}" in wording or "{noun}" in wording
        assert "{bg}" in wording or "{abg}" in wording
        assert max(re.split(r"\{\w+\}", wording.lower()), key=len).strip(" ,.?") not in told


@pytest.mark.parametrize("right", [True, False])
def test_own_wordings_are_judged_by_what_they_name(monkeypatch, trained, right):
    """The pictures that were meant, or each in the place of another."""

    wordings = score_pictures.UNSEEN["captions"], score_pictures.PLAIN
    asked = iter([score_pictures.reworded(kind, 20, some) for some in wordings for kind in score_pictures.ONE])

    def painted(_, captions):
        pictures = next(asked)
        assert [made.caption for made in pictures] == captions
        return np.stack([made.pixels for made in (pictures if right else pictures[1:] + pictures[:1])])

    monkeypatch.setattr(score_pictures, "paint", painted)
    figures = score_pictures.own_wordings(None, 20, trained)
    assert [figure.samples for figure in figures] == [180, 60, 60, 60] * 2
    assert (figures[0].bar, figures[0].ok, figures[4].ok) == ("≥ 0.85", right, None)
    for whole, *parts in (figures[:4], figures[4:]):
        assert whole.value == pytest.approx(np.mean([part.value for part in parts]))
    assert all((figure.value > 0.9) if right else (figure.value < 0.5) for figure in figures)


def two(caption, colours=("red", "blue"), relation=None, axis=1):
    """A star and a heart beside each other, or above each other."""
    things = tuple(Thing(name, colour, "medium", None) for name, colour in zip(("star", "heart"), colours, strict=True))
    pixels = fill("white")
    for i, thing in enumerate(things):
        mask = shape_mask(thing.name, "medium")
        stamp(pixels, mask, thing.colour, *((4, 8 * i) if axis else (8 * i, 4)))
    return Picture(caption, pixels, "two", "white", things, relation)


def test_two_without_colours_are_told_by_where_they_are_parted(trained):
    for axis, found in ((1, "left of"), (0, "above")):
        asked, painted = two("a star and a heart"), two("", ("green", "pink"), axis=axis).pixels
        assert judges.relation_in(asked, painted) == found
        judged = score_pictures.judge([asked], [painted], trained)
        assert judged["object"] == [True] and "colour" not in judged


def test_their_order_counts_where_something_tells_it():
    names = ("star", "heart")
    for caption, relation, either in (
        ("a star and a heart", None, True),
        ("a star left of a heart", "left of", False),
        ("a red star and a blue heart", None, False),
    ):
        assert score_pictures.are_there(two(caption, relation=relation), names)
        assert score_pictures.are_there(two(caption, relation=relation), names[::-1]) is either


def test_the_scoreboard_asked_the_captions_of_today(trained):
    """How many say each: another number means that the world draws other captions now, and `make scoreboard` is due."""
    said = defaultdict(int)
    for kind in rich.RICH.pictures:
        asked = score_pictures.held_out(kind, 48)
        for name, some in score_pictures.judge(asked, [made.pixels for made in asked], trained).items():
            said[f"captions followed: {name}"] += len(some)
    told = json.loads(Path("assets/model/scoreboard.json").read_text())
    assert {row["name"]: row["samples"] for row in told if row["name"] in said} == said
