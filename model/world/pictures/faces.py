"""Pictures of faces: nine moods, three skins, hair in five styles, and sometimes glasses or a hat.

A face is layers of one width laid over each other: head, hair, glasses, features, hat. What no caption says varies:
the place, which way the face looks, the drawing of the hair, the eyes and the shirt.
"""

import random
from functools import cache
from typing import NamedTuple

import numpy as np

from model.world.language.phrases import and_list
from model.world.language.tables import Table
from model.world.language.words import with_article
from model.world.pictures.hands import SKINS
from model.world.pictures.pictures import Picture, choose_background, colours_beside, fill
from model.world.pictures.shapes import Thing
from model.world.pictures.sprite_captions import frame
from model.world.pictures.sprites import LETTERS, detail_colour, details_of, differs, paint_sprite, read_layers

LAYERS = Table(__file__, "faces")  # `#` takes the colour of the layer, letters are details
MOOD_WORDS = {
    "happy": ("happy", "happy", "smiling", "glad"),
    "sad": ("sad", "sad", "crying", "unhappy"),
    "angry": ("angry", "angry", "cross"),
    "surprised": ("surprised", "surprised", "amazed"),
    "sleepy": ("sleepy", "sleepy", "tired", "sleeping"),
    "winking": ("winking",),
    "laughing": ("laughing",),
    "calm": ("calm", "calm", "quiet"),
    "silly": ("silly", "silly", "cheeky"),
}
MOODS = tuple(MOOD_WORDS)
STYLES = ("short", "long", "curly", "spiky", "bald")
NATURAL = ("black", "brown", "yellow", "red", "gray", "white", "orange")
BRIGHT = ("blue", "pink", "purple", "green", "cyan")
HATS = ("hat", "cap")
NOUNS = (*("face",) * 5, "person", "boy", "girl", "man", "woman", "kid")
EARRINGS, BOWS, BLUSH = 0.35, 0.25, 0.25  # shares of faces
SAY_MOOD = 0.85
EYE, EYES = "e", ("black", "brown", "blue", "green")  # the mark of eyes in the layers, and their colours


class Face(NamedTuple):
    """What a face looks like; in what a caption says, None is left out."""

    mood: str | None
    skin: str | None
    style: str | None
    hair: str | None
    glasses: str | None  # their colour, or None for no glasses
    hat: tuple[str, str] | None  # its kind and colour, or None for no hat


class Look(NamedTuple):
    """What no caption says of a face."""

    top: int = 1  # row and column of the layers' corner
    left: int = 1
    mirrored: bool = False
    hair: int = 0  # which drawing of its hair
    eyes: str = "black"
    shirt: str | None = None
    earrings: str | None = None
    bow: str | None = None
    blushing: bool = False


MIDDLE = Look()


@cache
def layers() -> dict[str, np.ndarray]:
    """Name -> marks (up to 16, 14) of a layer."""
    return read_layers(LAYERS)


@cache
def drawings_of(style: str) -> tuple[str, ...]:
    """The layers of a style of hair: `long`, `long 2`."""
    return tuple(name for name in layers() if name.split()[0] == style)


def paint_layer(pixels: np.ndarray, name: str, look: Look, colour: str, around: tuple[str, ...] = ()) -> None:
    """Paint a layer in place; its details differ from the colours `around`, but teeth are always white."""
    layer = layers()[name][: pixels.shape[0] - look.top, :: -1 if look.mirrored else 1]
    usual = LETTERS | {EYE: look.eyes}
    colours = {mark: "white" if mark == "w" else detail_colour(usual[mark], around) for mark in details_of(layer)}
    paint_sprite(pixels, layer, colours | {"#": colour}, look.top, look.left)


def paint_face(face: Face, background: str, look: Look = MIDDLE) -> np.ndarray:
    """The picture (16, 16) of a face of which all is known."""
    pixels = fill(background)
    if look.shirt:
        paint_layer(pixels, "shirt", look, look.shirt)
    paint_layer(pixels, "head", look, face.skin)
    if face.style != "bald":
        paint_layer(pixels, drawings_of(face.style)[look.hair], look, face.hair)
    for worn, colour in (("earrings", look.earrings), ("bow", look.bow), ("blush", look.blushing and "pink")):
        if colour:
            paint_layer(pixels, worn, look, colour)
    if face.glasses:
        paint_layer(pixels, "glasses", look, face.glasses)
    paint_layer(pixels, face.mood, look, face.skin, (face.skin,))
    if face.hat:
        paint_layer(pixels, face.hat[0], look, face.hat[1], (face.hat[1],))
    return pixels


def choose_face(rng: random.Random) -> Face:
    """A face: natural or bright hair that differs from the skin, few glasses, few hats."""
    skin, style = rng.choice(SKINS), rng.choices(STYLES, (4, 4, 2, 2, 1))[0]
    hair = rng.choice([colour for colour in (NATURAL if rng.random() < 0.75 else BRIGHT) if hair_fits(colour, skin)])
    glasses = rng.choice(("black", "red", "blue")) if rng.random() < 0.15 else None
    hats = [colour for colour in colours_beside(skin) if colour in colours_beside(hair)]
    hat = (rng.choice(HATS), rng.choice(hats)) if not glasses and rng.random() < 0.2 else None
    return Face(rng.choice(MOODS), skin, style, hair, glasses, hat)


def choose_look(rng: random.Random, face: Face, background: str) -> Look:
    """Where it is, how it looks, and what it wears that no caption says, in colours beside skin and background."""
    eyes = rng.choice([colour for colour in EYES if differs(colour, (face.skin,))])
    hair = 0 if face.style == "bald" else rng.randrange(len(drawings_of(face.style)))
    shirt = rng.choice(colours_beside(face.skin, background))
    free = [colour for colour in colours_beside(face.skin, background) if differs(colour, (face.hair,))]
    place = rng.randint(0, 2), rng.randint(0, 2), rng.random() < 0.5
    earrings = rng.choice(free) if rng.random() < EARRINGS else None
    bare = face.style == "bald" or face.hat
    bow = rng.choice(free) if not bare and rng.random() < BOWS else None
    return Look(*place, hair, eyes, shirt, earrings, bow, rng.random() < BLUSH)


def hair_fits(hair: str, skin: str) -> bool:
    """Whether hair can be told from the skin; black beside brown is dim, but too common to leave out."""
    return hair in colours_beside(skin) or (hair, skin) == ("black", "brown")


def choose_said(rng: random.Random, face: Face) -> Face:
    """What the caption says: glasses and hat always, mood, skin and hair mostly."""
    say_skin, say_hair = rng.random() < 0.6, rng.random() < 0.7
    if say_skin and say_hair and (face.glasses or face.hat):  # too long a caption
        say_skin = rng.random() < 0.5
        say_hair = not say_skin
    style = face.style if face.style == "bald" or (say_hair and (face.style != "short" or rng.random() < 0.4)) else None
    mood = face.mood if rng.random() < SAY_MOOD else None
    return face._replace(
        mood=mood, skin=face.skin if say_skin else None, hair=face.hair if say_hair else None, style=style
    )


def name_hair(said: Face) -> str:
    """Words for the hair, which may be none: "long red hair"."""
    if said.style == "bald":
        return "no hair"
    return " ".join(word for word in (said.style, said.hair, "hair") if word) if said.hair else ""


def name_face(rng: random.Random, said: Face) -> str:
    """What is said of a face, without an article: "happy face with brown skin and a red hat"."""
    parts = [f"{said.skin} skin"] if said.skin else []
    parts += [name_hair(said)] if name_hair(said) else []
    rng.shuffle(parts)
    worn = [f"{said.glasses} glasses"] if said.glasses else []
    worn += [with_article(f"{said.hat[1]} {said.hat[0]}")] if said.hat else []
    noun = f"{rng.choice(MOOD_WORDS[said.mood])} {rng.choice(NOUNS)}" if said.mood else rng.choice(NOUNS)
    if worn and parts and rng.random() < 0.4:
        return f"{noun} with {' and '.join(parts)}, wearing {' and '.join(worn)}"
    return f"{noun} with {and_list(parts + worn)}" if parts or worn else noun


def face_picture(rng: random.Random) -> Picture:
    """A face about the middle; its first thing is called after its mood: "happy face"."""
    face = choose_face(rng)
    drawn = [face.skin, face.hair if face.style != "bald" else None, face.glasses, face.hat and face.hat[1]]
    background, say_background = choose_background(rng, tuple(colour for colour in drawn if colour))
    look = choose_look(rng, face, background)
    caption = frame(rng, name_face(rng, choose_said(rng, face)), background if say_background else None)
    things = [Thing(f"{face.mood} face", face.skin, "big", "middle")]
    things += [Thing(f"{face.style} hair", face.hair, None, None)] if face.style != "bald" else []
    things += [Thing("glasses", face.glasses, None, None)] if face.glasses else []
    things += [Thing(*face.hat, None, None)] if face.hat else []
    return Picture(caption, paint_face(face, background, look), "face", background, tuple(things), None)
