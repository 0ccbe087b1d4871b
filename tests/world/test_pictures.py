"""The world's pictures show what their records and captions say."""

import random
import re
from collections import Counter

import numpy as np
import pytest

from model.world.alphabet import COLOURS
from model.world.pictures.captions import with_article
from model.world.pictures.digits import digit_mask
from model.world.pictures.hands import DIRECTIONS, POSES, SIDES, count_fingers, hand_mask
from model.world.pictures.pictures import SAY_COLOUR, SHARES, TOO_CLOSE, picture, picture_of, place_along
from model.world.pictures.reading import background_of, colours_of, relation_of
from model.world.pictures.shapes import SHAPES, SIZES, shape_mask

WHITE, TAN = COLOURS.index("white"), COLOURS.index("tan")


def make(count, kind=None, seed=3):
    """`count` pictures, of one kind or as the shares have it."""
    rng = random.Random(seed)
    return [picture_of(rng, kind) if kind else picture(rng) for _ in range(count)]


@pytest.fixture(scope="module")
def mixed():
    return make(1000)


@pytest.fixture(scope="module")
def pairs():
    return make(2000, "two")


def paint_hand(pose="open", side="right", direction="up"):
    """A tan hand on white, in the middle."""
    mask = hand_mask(pose, side, direction)
    pixels = np.full((16, 16), WHITE, np.uint8)
    top, left = (16 - mask.shape[0]) // 2, (16 - mask.shape[1]) // 2
    pixels[top : top + mask.shape[0], left : left + mask.shape[1]][mask] = TAN
    return pixels


def test_same_seed_same_pictures():
    for one, other in zip(make(50), make(50), strict=True):
        assert one.caption == other.caption and (one.pixels == other.pixels).all()
        assert one.things == other.things


def test_pixels_are_palette_indices(mixed):
    for p in mixed:
        assert p.pixels.shape == (16, 16) and p.pixels.dtype == np.uint8
        assert p.pixels.max() < len(COLOURS)


def test_every_kind_occurs_by_its_share(mixed):
    for kind, share in SHARES.items():
        assert abs(sum(p.kind == kind for p in mixed) / len(mixed) - share) < 0.05


def test_colours_are_the_recorded_ones(mixed):
    for p in mixed:
        colours = {p.background, *(thing.colour for thing in p.things)}
        painted = {COLOURS[i] for i in np.unique(p.pixels)}
        assert colours <= painted and len(painted - colours) <= (p.kind == "hand")  # a sleeve
        assert len(colours) == len(p.things) + 1
        assert not any(pair <= colours for pair in TOO_CLOSE)


def test_place_is_where_the_shape_lies():
    placed = [p for p in make(500, "one") if p.things[0].place]
    assert len(placed) > 150
    for p in placed:
        place = p.things[0].place
        rows, columns = np.nonzero(p.pixels != COLOURS.index(p.background))
        down, right = (rows.min() + rows.max()) / 2, (columns.min() + columns.max()) / 2
        assert (down < 6) == ("top" in place) and (down > 9) == ("bottom" in place), p.caption
        assert (right < 6) == ("left" in place) and (right > 9) == ("right" in place), p.caption


def test_an_unsaid_place_is_any():
    """Of a thing five pixels wide, each of the twelve starts, about as often."""
    rng = random.Random(2)
    starts = Counter(place_along(rng, 5, None, ("left", "right")) for _ in range(2400))
    assert set(starts) == set(range(12)) and min(starts.values()) > 140


def test_said_size_and_place_are_true():
    for p in make(500, "one"):
        thing = p.things[0]
        for words, size in ((("big", "large"), "big"), (("small", "little"), "small")):
            assert thing.size == size or not set(words) & set(p.caption.split()), p.caption
        for place in ("left", "right", "top", "bottom"):
            assert place in (thing.place or "") or place not in p.caption, p.caption


def test_boxes_are_parted_along_the_relation(pairs):
    for p in pairs:
        if p.relation is None:
            continue
        first, second = (np.argwhere(p.pixels == COLOURS.index(t.colour)) for t in p.things)
        axis = 0 if p.relation in ("above", "below") else 1
        if p.relation in ("below", "right of"):
            first, second = second, first
        assert first[:, axis].max() + 1 < second[:, axis].min()  # a free line between the two


@pytest.mark.parametrize(
    "phrase, relation",
    [
        ("{a} left of {b}", "left of"),
        ("{b} with {a} to its right", "right of"),
        ("{a} and, above it, {b}", "below"),
        ("{b} and, to the left of it, {a}", "left of"),
        ("{a} at the top and {b} at the bottom", "above"),
        ("{b} with {a} under it", "below"),
        ("{a} on the right and {b} on the left", "right of"),
    ],
)
def test_captions_say_the_true_relation(pairs, phrase, relation):
    seen = 0
    for p in pairs:
        a, b = (with_article(f"{thing.colour} {thing.name}") for thing in p.things)
        if phrase.format(a=a, b=b) in p.caption:
            seen += 1
            assert p.relation == relation, p.caption
    assert seen


def test_captions_name_things_and_often_backgrounds(mixed):
    shown = [p for p in mixed if p.kind in ("one", "two")]
    for p in shown:
        assert all(thing.name in p.caption for thing in p.things), p.caption
    named = [{thing.colour for thing in p.things} <= {*re.findall(r"\w+", p.caption)} for p in shown]
    assert sum(named) / len(named) == pytest.approx(SAY_COLOUR, abs=0.05)
    assert 0.4 < sum(p.background in p.caption for p in shown) / len(shown) < 0.65


def test_captions_are_short_and_varied(mixed, pairs):
    assert len({p.caption for p in pairs}) > 0.95 * len(pairs)
    for p in mixed + pairs:
        assert len(p.caption.split()) <= 24 and p.caption == p.caption.lower()
        assert "  " not in p.caption and "none" not in p.caption and not p.caption.endswith(".")


def test_articles_fit():
    texts = ["orange ring", "red ring", "8", "eight", "one", "open hand"]
    assert [with_article(text).split()[0] for text in texts] == ["an", "a", "an", "an", "a", "an"]
    for p in make(500, "digit"):
        assert " a orange" not in p.caption and " an one" not in p.caption


def test_masks_are_cropped_distinct_and_grow():
    masks = {(n, s): shape_mask(n, s) for n in SHAPES for s in SIZES}
    for mask in [*masks.values(), *map(digit_mask, range(10))]:
        assert mask[0].any() and mask[-1].any() and mask[:, 0].any() and mask[:, -1].any()
    assert len({(m.shape, m.tobytes()) for m in masks.values()}) == len(masks)
    for name in SHAPES:
        areas = [masks[name, size].sum() for size in SIZES]
        assert areas == sorted(set(areas))


def test_hands_have_five_fingers():
    assert {count_fingers(p.pixels) for p in make(500, "hand")} == {5}
    for pose in POSES:
        for side in SIDES:
            for direction in DIRECTIONS:
                assert count_fingers(paint_hand(pose, side, direction)) == 5


@pytest.mark.parametrize(
    "pose, rows, columns",
    [
        ("open", slice(0, 8), slice(1, 3)),  # little finger, columns 0-1 of the mask plus 1
        ("open", slice(0, 8), slice(7, 9)),  # middle finger
        ("open", slice(6, 9), slice(13, 15)),  # thumb
        ("small", slice(2, 8), slice(7, 8)),  # middle finger
        ("spread", slice(0, 8), slice(0, 4)),  # little finger
    ],
)
def test_a_painted_over_finger_is_missed(pose, rows, columns):
    pixels = paint_hand(pose)
    pixels[rows, columns] = WHITE
    assert count_fingers(pixels) == 4


def test_webbed_and_added_fingers_are_counted():
    webbed = paint_hand("open")
    webbed[3:8, 6] = TAN  # the gap between ring and middle finger
    assert count_fingers(webbed) < 5
    added = paint_hand("small")
    added[9, 0:3] = TAN  # a sixth finger, on the side of the palm
    assert count_fingers(added) == 6
    loose = paint_hand("small")
    loose[2:6, 1] = TAN  # paint that no hand holds
    assert count_fingers(loose) == 5
    assert count_fingers(np.full((16, 16), WHITE, np.uint8)) == 0


def test_reading_agrees_with_the_truth():
    pictures = make(500)
    right = 0
    for p in pictures:
        colours = {thing.colour for thing in p.things}
        good = background_of(p.pixels) == p.background
        seen = set(colours_of(p.pixels, p.background))
        good &= colours <= seen and len(seen - colours) <= (p.kind == "hand")  # a sleeve
        if p.kind == "two":
            first, second = (thing.colour for thing in p.things)
            good &= p.relation in (None, relation_of(p.pixels, first, second))
        right += good
    assert right >= 0.99 * len(pictures)


def test_reading_of_small_cases():
    pixels = np.full((16, 16), WHITE, np.uint8)
    pixels[2:5, 2:5] = TAN
    pixels[2:5, 9:12] = COLOURS.index("red")
    pixels[8, 8:10] = COLOURS.index("blue")  # two pixels are a slip
    assert background_of(pixels) == "white"
    assert sorted(colours_of(pixels, "white")) == ["red", "tan"]
    assert relation_of(pixels, "tan", "red") == "left of"
    assert relation_of(pixels, "red", "tan") == "right of"
    assert relation_of(pixels, "tan", "green") is None
