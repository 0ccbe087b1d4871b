"""Four small things or animals, one in each corner: four drawings in one picture. Only `painting` reads them."""

import random

from model.world.language.words import with_article
from model.world.pictures.pictures import Picture, choose_background, colours_beside, fill
from model.world.pictures.shapes import Thing
from model.world.pictures.sprite_captions import frame
from model.world.pictures.sprites import choose_colours, paint_sprite
from model.world.pictures.things import choose_colour, draw_one, name_thing, pair_sprites, says_colour

CORNERS = ((0, 0), (0, 9), (9, 0), (9, 9))


def crowd(rng: random.Random) -> Picture:
    """They are told in the order in which one reads; neighbours have colours that the eye tells apart."""
    names = rng.sample(tuple(pair_sprites()), len(CORNERS))
    colours: list[str] = []
    for name in names:
        colours.append(choose_colour(rng, name, colours_beside(*colours)))
    background, say_background = choose_background(rng, tuple(colours))
    pixels = fill(background)
    for name, colour, (row, column) in zip(names, colours, CORNERS, strict=True):
        sprite = draw_one(rng, pair_sprites()[name])
        height, width = sprite.shape
        corner = row + rng.randint(0, 7 - height), column + rng.randint(0, 7 - width)
        paint_sprite(pixels, sprite, choose_colours(sprite, colour, background), *corner)
    said = [
        with_article(name_thing(rng, name, colour if says_colour(rng, name, colour) else None, None))
        for name, colour in zip(names, colours, strict=True)
    ]
    told = f"{', '.join(said[:-1])} and {said[-1]}"
    caption = frame(rng, told, background if say_background else None, a=told)
    things = tuple(Thing(name, colour, "small", None) for name, colour in zip(names, colours, strict=True))
    return Picture(caption, pixels, "crowd", background, things, None)
