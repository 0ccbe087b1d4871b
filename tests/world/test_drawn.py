"""Drawn pictures (things, animals, faces, letters) show what their records and captions say."""

import doctest
import random
import re
from collections import Counter
from itertools import product

import numpy as np
import pytest

from model.world.alphabet import COLOURS
from model.world.language.numbers import spell
from model.world.language.phrases import plural
from model.world.language.words import needs_an
from model.world.pictures import animals, sprites
from model.world.pictures.animals import animal_picture, animal_sprites
from model.world.pictures.captions import PLACE_WORDS
from model.world.pictures.faces import MOOD_WORDS, MOODS, SKINS, STYLES, Face, Look, face_picture, paint_face
from model.world.pictures.glyphs import AN, glyphs, letter_picture
from model.world.pictures.grounds import AFLOAT, GROUNDS, STANDING
from model.world.pictures.hands import SKINS as HAND_SKINS
from model.world.pictures.reading import background_of, colours_of, relation_of
from model.world.pictures.shapes import SHAPES, shape_mask
from model.world.pictures.sprites import choose_colours, details_of, differs
from model.world.pictures.things import (
    COUNTED,
    count_picture,
    pair_sprites,
    sprites_of,
    thing_picture,
    two_things,
    usual_colours,
)
from model.world.truth.planted import ALLOWED_VERSIONS, ANIMALS, HELD_OUT_COLOURED, HELD_OUT_VERSIONS

MAKERS = {
    "thing": thing_picture,
    "count": count_picture,
    "two things": two_things,
    "animal": animal_picture,
    "face": face_picture,
    "letter": letter_picture,
}
SIZE_WORDS = {"big": {"big", "large", "huge"}, "small": {"small", "little"}, "tiny": {"tiny"}}
CROWDED = ("face", "count")  # hair under a hat may be two pixels; four things may hide the border


def make(kind, count, seed=3):
    """`count` pictures of one kind."""
    rng = random.Random(seed)
    return [MAKERS[kind](rng) for _ in range(count)]


@pytest.fixture(scope="module")
def made():
    return {kind: make(kind, 600) for kind in MAKERS}


@pytest.fixture(scope="module")
def all_sprites():
    """(sheet, name) -> sprite of every thing and animal, in every size and version."""
    sheets = {size: sprites_of(size) for size in ("big", "small", "tiny")}
    sheets |= {f"animal {size}": animals.sprites_of(size) for size in ("big", "small")}
    return {
        (sheet, f"{name} {i}"): sprite
        for sheet, found in sheets.items()
        for name, drawings in found.items()
        for i, sprite in enumerate(drawings)
    }


def words_of(picture):
    """The words of a caption, without commas."""
    return re.findall(r"[\w-]+", picture.caption)


def test_examples_in_docstrings():
    assert doctest.testmod(sprites) == (0, 4)


@pytest.mark.parametrize("kind", MAKERS)
def test_same_seed_same_pictures(kind):
    for one, other in zip(make(kind, 50), make(kind, 50), strict=True):
        assert one.caption == other.caption and one.things == other.things
        assert (one.pixels == other.pixels).all()


@pytest.mark.parametrize("kind", MAKERS)
def test_pictures_are_palette_indices_of_their_kind(made, kind):
    for p in made[kind]:
        assert p.kind == kind
        assert p.pixels.shape == (16, 16) and p.pixels.dtype == np.uint8 and p.pixels.max() < len(COLOURS)
        assert len(np.unique(p.pixels)) >= 2


@pytest.mark.parametrize("kind", MAKERS)
def test_captions_are_short_clean_and_varied(made, kind):
    captions = [p.caption for p in made[kind]]
    assert len(set(captions)) >= 0.95 * len(captions)
    for caption in captions:
        assert caption.isascii() and caption == caption.strip() and len(caption.split()) <= 21
        assert not re.search(r"  | ,|[{}_|.]|\bnone\b", caption), caption
        for article, word in re.findall(r"\b(an?) (\w\w+)", caption):
            assert (article == "an") == needs_an(word), caption
        assert kind == "letter" or caption == caption.lower()


@pytest.mark.parametrize("kind", MAKERS)
def test_background_and_main_colour_can_be_read(kind):
    right, made = 0, make(kind, 5000)
    for p in made:
        seen = colours_of(p.pixels, background_of(p.pixels))
        mains = {thing.colour for thing in p.things}
        good = background_of(p.pixels) == p.background and bool(seen) and seen[0] in mains
        right += good and mains <= set(seen)
    assert right >= (0.97 if kind in CROWDED else 0.99) * len(made)


@pytest.mark.parametrize("kind", MAKERS)
def test_half_the_captions_name_the_background(made, kind):
    named = sum(p.background in words_of(p) for p in made[kind])
    assert 0.4 < named / len(made[kind]) < 0.65


@pytest.mark.parametrize("kind", ["thing", "animal", "two things"])
def test_captions_name_things_and_colours(made, kind):
    usual = usual_colours() | {name: tuple(colours.split()) for name, colours in animals.USUAL.items()}
    for p in made[kind]:
        for thing in p.things[: 2 if kind == "two things" else 1]:
            name = thing.name.split()[-1] if kind == "animal" else thing.name
            assert re.search(rf"\b{name}\b", p.caption), p.caption
            assert thing.colour in words_of(p) or thing.colour in usual[name], p.caption
        unknown = {word for word in words_of(p) if word in COLOURS} - {p.background}
        assert unknown <= {thing.colour for thing in p.things}, p.caption


@pytest.mark.parametrize("kind", ["thing", "animal"])
def test_said_size_and_place_are_true(made, kind):
    for p in made[kind]:
        said = {size for size, words in SIZE_WORDS.items() if words & set(words_of(p))}
        assert said <= {p.things[0].size}, p.caption
        place = p.things[0].place or ""
        for end in ("top", "bottom"):
            assert end in place or end not in words_of(p), p.caption
        if p.things[0].size == "small" and place:
            assert any(words in p.caption for words in PLACE_WORDS[place])
            assert_lies_at(p)
    assert {p.things[0].place for p in make(kind, 2000)} == {None, *PLACE_WORDS} | ({"middle"} & set(PLACE_WORDS))


def assert_lies_at(p):
    """The thing of `p` lies in the place of its record."""
    rows, columns = np.nonzero(p.pixels != COLOURS.index(p.background))
    down, right = (rows.min() + rows.max()) / 2, (columns.min() + columns.max()) / 2
    place = p.things[0].place
    assert (down < 6) == ("top" in place) and (down > 9) == ("bottom" in place), p.caption
    assert (right < 6) == ("left" in place) and (right > 9) == ("right" in place), p.caption


def test_every_thing_occurs_and_none_is_called_like_a_shape():
    names = {p.things[0].name for p in make("thing", 3000)}
    assert names == set(sprites_of("big")) == set(usual_colours()) and len(names) >= 40
    assert not names & set(SHAPES) and not set(pair_sprites()) & set(SHAPES)
    assert set(sprites_of("small")) <= names and set(sprites_of("tiny")) <= names
    assert set(AFLOAT + STANDING) <= names | set(ANIMALS)


def test_sprites_fit_their_sheets_and_differ(all_sprites):
    most = {"big": (14, 13), "small": (7, 7), "tiny": (6, 4), "animal big": (15, 13), "animal small": (7, 7)}
    for (sheet, name), sprite in all_sprites.items():
        assert sprite.shape <= most[sheet] and sprite.shape[1] <= most[sheet][1], name
        assert set(sprite.ravel()) <= set(sprites.LETTERS) | {".", "#"}, name
    assert len({(s.shape, s.tobytes()) for s in all_sprites.values()}) == len(all_sprites)


def test_the_main_colour_covers_most_of_every_sprite(all_sprites):
    for (sheet, name), sprite in all_sprites.items():
        counts = Counter(sprite.ravel().tolist())
        del counts["."]
        assert counts.most_common(1)[0][0] == "#", (sheet, name)


def test_details_differ_from_what_lies_around_them(all_sprites):
    for sprite in all_sprites.values():
        for main, background in product(COLOURS, COLOURS):
            colours = choose_colours(sprite, main, background)
            assert len(set(colours.values())) == len(colours)
            for mark, touches in details_of(sprite).items():
                assert differs(colours[mark], (main, background) if touches else (main,))


def test_counts_are_true(made):
    layouts = Counter()
    for p in made["count"]:
        thing, count = p.things[0], len(p.things)
        assert f"{spell(count)} " in p.caption and plural(thing.name) in p.caption, p.caption
        assert {*words_of(p)} & {*COLOURS} <= {thing.colour, p.background}, p.caption
        masks = [shape_mask(thing.name, size) for size in ("small", "medium")] if thing.name in COUNTED else []
        masks = masks or [drawing == "#" for drawing in sprites_of(thing.size)[thing.name]]
        mains = [count * mask.sum() for mask in masks]
        assert (p.pixels == COLOURS.index(thing.colour)).sum() in mains, p.caption
        layouts[count] += 1
    assert set(layouts) == {2, 3, 4}


def test_relations_are_true(made):
    for p in made["two things"]:
        first, second = (thing.colour for thing in p.things)
        seen = relation_of(p.pixels, first, second)
        assert p.relation in (None, seen) and seen, p.caption
        assert {first, second} <= set(colours_of(p.pixels, p.background))
    assert {p.relation for p in made["two things"]} == {None, "left of", "right of", "above", "below"}
    unsaid = [p.relation is None for p in made["two things"]]
    assert 0.1 < np.mean(unsaid) < 0.2
    for p in made["two things"]:
        assert p.relation or not re.search(r"\b(left|right|above|below|over|under|top|bottom)\b", p.caption)


def test_things_on_the_ground_stand_on_it(made):
    grounded = [p for kind in ("thing", "animal") for p in made[kind] if len(p.things) == 2]
    assert len(grounded) > 40
    assert 0.35 < sum(p.things[1].name in words_of(p) for p in grounded) / len(grounded) < 0.65
    for p in grounded:
        ground = p.things[1]
        assert ground.colour in GROUNDS.values()
        assert (p.pixels[15:] == COLOURS.index(ground.colour)).all(), p.caption
        assert (p.pixels[13] != COLOURS.index(p.background)).all(), p.caption


def test_held_out_combinations_never_occur():
    rng = random.Random(17)
    seen = Counter(picture_thing for _ in range(20_000) for picture_thing in named(animal_picture(rng)))
    seen.update(pair for _ in range(4000) for pair in named(two_things(rng)))
    for colour, name in HELD_OUT_COLOURED:
        assert not any(seen[colour, full] for full in (name, *(f"{v} {name}" for v in ALLOWED_VERSIONS)))
    for version, name in HELD_OUT_VERSIONS:
        assert not any(seen[colour, f"{version} {name}"] for colour in COLOURS)
    assert all(seen["green", name] for name in ANIMALS if name != "owl")  # their seen neighbours
    versions = {full for _, full in seen if full.startswith(tuple(ALLOWED_VERSIONS))}
    assert versions == {f"{version} {name}" for version, names in ALLOWED_VERSIONS.items() for name in names}


def named(picture):
    """(colour, name) of each thing in a picture; the caption says no held-out pair either."""
    for colour, name in HELD_OUT_COLOURED:
        assert f"{colour} {name}" not in picture.caption
    return [(thing.colour, thing.name) for thing in picture.things]


@pytest.mark.parametrize("version, name", HELD_OUT_VERSIONS)
def test_held_out_versions_are_not_drawn(version, name):
    with pytest.raises(ValueError, match=f"no {version} {name}"):
        animal_sprites(name, version)


def test_versions_differ_and_facing_mirrors():
    for version, names in ALLOWED_VERSIONS.items():
        for name in names:
            plain, special = animal_sprites(name)[0], animal_sprites(name, version)[0]
            assert plain.shape != special.shape or (plain != special).any(), (version, name)
            assert max(special.shape) <= 16
            assert (animal_sprites(name, version, "left")[0] == special[:, ::-1]).all()


def test_animals_look_where_the_caption_says(made):
    said = 0
    for p in made["animal"]:
        sides = re.search(r"(?:facing|looking|looks|turned)(?: to the)? (left|right)", p.caption)
        thing = p.things[0]
        if sides and thing.size == "big" and thing.name in ANIMALS:
            said += 1
            away = {"left": "right", "right": "left"}[sides[1]]
            assert any(holds(p, drawing) for drawing in animal_sprites(thing.name, None, sides[1])), p.caption
            assert not any(holds(p, drawing) for drawing in animal_sprites(thing.name, None, away)), p.caption
    assert said > 30


def holds(p, sprite):
    """Whether the main colour's pixels of a picture contain those of `sprite` somewhere."""
    main, (height, width) = p.pixels == COLOURS.index(p.things[0].colour), sprite.shape
    places = product(range(17 - height), range(17 - width))
    return any((main[t : t + height, c : c + width] == (sprite == "#")).all() for t, c in places)


def test_faces_show_what_they_say(made):
    seen, mood_of = Counter(), {word: mood for mood, said in MOOD_WORDS.items() for word in said}
    for p in made["face"]:
        mood = p.things[0].name.removesuffix(" face")
        seen[mood] += 1
        assert {mood_of[word] for word in words_of(p) if word in mood_of} <= {mood}, p.caption
        truths = {thing.name.split()[-1]: thing.colour for thing in p.things[1:]}
        for colour, what in re.findall(rf"({'|'.join(COLOURS)}) (skin|hair|glasses|hat|cap)", p.caption):
            assert colour == (p.things[0].colour if what == "skin" else truths[what]), p.caption
        assert ("no hair" in p.caption) == ("hair" not in truths)
        for what in ("glasses", "hat", "cap"):
            assert (what in truths) == (what in words_of(p)), p.caption
    assert set(seen) == set(MOODS) and min(seen.values()) > 30


def test_faces_leave_something_to_chance(made):
    """Every free choice changes the picture, and all places occur."""
    face = Face("winking", "tan", "long", "red", None, None)
    looks = [
        Look(),
        Look(top=0),
        Look(left=2),
        Look(mirrored=True),
        Look(hair=1),
        Look(eyes="blue"),
        Look(shirt="green"),
    ]
    assert len({paint_face(face, "white", look).tobytes() for look in looks}) == len(looks)
    corners = Counter()
    for p in made["face"]:
        rows, columns = np.nonzero(p.pixels == COLOURS.index(p.things[0].colour))
        corners[rows.max() - 13, (columns.min() + columns.max() + 1) // 2 - 7] += 1
    assert set(corners) == set(product(range(3), range(3))) and min(corners.values()) > 30


def test_moods_styles_and_skins_look_different():
    assert SKINS == HAND_SKINS
    looks = {
        paint_face(Face(mood, skin, style, "red", None, None), "white").tobytes()
        for mood, skin, style in product(MOODS, SKINS, STYLES)
    }
    assert len(looks) == len(MOODS) * len(SKINS) * len(STYLES)


def test_letters_are_those_of_the_caption(made):
    for p in made["letter"]:
        letter = p.things[0].name
        assert re.findall(r"\b[A-Z]\b", p.caption) == [letter]
        assert {*words_of(p)} & {*COLOURS} <= {p.things[0].colour, p.background}, p.caption
        mask = p.pixels == COLOURS.index(p.things[0].colour)
        shape = mask[mask.any(1)][:, mask.any(0)]
        assert any(np.array_equal(shape, drawing) for drawing in glyphs()[letter]), p.caption
        for article, named_letter in re.findall(r"\b(an?) ([A-Z])\b", p.caption):
            assert (article == "an") == (named_letter in AN), p.caption


def test_letters_are_26_bold_and_thin():
    found = glyphs()
    assert "".join(sorted(found)) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for drawings, high, wide in zip(zip(*found.values(), strict=True), (11, 7), (11, 5), strict=True):
        assert {mask.shape[0] for mask in drawings} == {high} and max(m.shape[1] for m in drawings) <= wide
        assert len({(mask.shape, mask.tobytes()) for mask in drawings}) == 26
