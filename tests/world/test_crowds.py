"""Four small things in the corners: each is what the caption says, in the order in which one reads."""

import random

import numpy as np

from model.world.alphabet import COLOURS
from model.world.pictures.crowds import CORNERS, crowd
from model.world.pictures.pictures import SIDE
from model.world.pictures.things import pair_sprites
from model.world.truth.planted import HELD_OUT_COLOURED


def looks_like(cell, name, ground):
    """Whether a cell (7, 7) shows one of the drawings, either way round, of which only details may be as the ground."""
    rows, columns = np.nonzero(cell != ground)
    drawn = cell[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] != ground
    sprites = [each for sprite in pair_sprites()[name] for each in (sprite, sprite[:, ::-1])]
    alike = [sprite for sprite in sprites if sprite.shape == drawn.shape]
    return any((drawn <= (sprite != ".")).all() and (drawn >= (sprite == "#")).all() for sprite in alike)


def test_each_corner_shows_what_is_said_of_it():
    rng, mirrored, kinds = random.Random("crowds"), set(), set()
    for _ in range(400):
        made = crowd(rng)
        ground, at = COLOURS.index(made.background), 0
        outside = np.ones((SIDE, SIDE), bool)
        for thing, (row, column) in zip(made.things, CORNERS, strict=True):
            cell = made.pixels[row : row + 7, column : column + 7]
            outside[row : row + 7, column : column + 7] = False
            assert looks_like(cell, thing.name, ground), made.caption
            assert COLOURS.index(thing.colour) in cell and (thing.colour, thing.name) not in HELD_OUT_COLOURED
            at = made.caption.index(thing.name, at) + len(thing.name)
            mirrored.add(cell.tobytes())
            kinds.add(thing.name)
        assert (made.pixels[outside] == ground).all()
        assert len({thing.colour for thing in made.things} | {made.background}) == 5
    assert kinds == {*pair_sprites()} and len(mirrored) > 1200
