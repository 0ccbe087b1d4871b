"""Paint tab: a caption is painted pixel by pixel; every pixel's die and what it looked at stay open."""

import math
from collections.abc import Iterator

import gradio as gr
import numpy as np

from components import prints
from components.page.following import following
from components.page.tab import Tab, View
from components.page.words import say
from components.parts.pixel_canvas import PixelCanvas
from components.parts.pixel_die import PixelDie
from components.parts.pixels import inspect, offer, read, rolling, rows, strokes
from components.parts.rolled import PRIVATE, dials, wire
from components.tabs.paint import album, firing, reading
from components.tabs.paint.dreams import Dreams
from components.tabs.paint.hands import Hands
from components.tabs.paint.odd import Odd
from components.tabs.paint.pixel_look import PixelLook
from components.tabs.paint.sheet import Sheet
from model import (
    PAINT,
    PALETTE,
    PIXELS,
    VERSIONS_DRAWN,
    VERSIONS_HELD_OUT,
    LanguageModel,
    Shaping,
    count_fingers,
    hands_drawn,
)

SIDE = math.isqrt(PIXELS)
TEMPERATURES = (0, 0.3, 0.6, 0.8, 1, 1.2, 1.5, 2)


def paint(
    lm: LanguageModel, caption: str, temperature: float = PAINT.temperature, top_k: int = 0, seed: int = 0
) -> Iterator[dict]:
    """Paint `caption`: rows of colour names and of their ln probabilities, as far as they are painted."""
    yield from rows(lm, strokes(lm, caption, Shaping(temperature, top_k), seed), SIDE)


def show(lm: LanguageModel, text: str, temperature: float, seed: int) -> dict:
    """What the canvas needs to offer painting `text`. Raises ValueError if it is no caption."""
    return offer(lm, text, temperature, seed)


def counting(lm: LanguageModel, asked: dict) -> Iterator[dict]:
    """As `album.painting`, with the fingers of the hands that are done, beside those of as many drawn for training."""
    pictures = np.full((len(asked["wanted"]), PIXELS), -1)
    fingers: list[int] = []
    data = lm.kept(fingers_of_data, min(len(pictures), album.MOST))
    for some in album.painting(lm, asked):
        for each in some["together"]:
            pictures[each["first"] : each["first"] + len(each["colours"]), each["pixel"]] = each["colours"]
        done = int((pictures[:, -1] >= 0).sum())
        new = pictures[len(fingers) : done].reshape(-1, SIDE, SIDE)
        fingers = [*fingers, *map(count_fingers, new)]
        yield some | {"fingers": fingers, "data": data}


def fingers_of_data(n: int) -> list[int]:
    """The fingers of `n` hands as training draws them."""
    return [count_fingers(hand) for hand in hands_drawn(n)]


def trios() -> list[tuple[str, str, str]]:
    """Captions: of what training never drew, of another animal that it drew so, and of the plain animal."""
    return [
        (f"a {version} {animal} on white", f"a {version} {VERSIONS_DRAWN[version][0]} on white", f"a {animal} on white")
        for version, animal in VERSIONS_HELD_OUT
    ]


def colours_of(lm: LanguageModel, text: str, temperature: float, seed: int) -> list[int]:
    """The pixels of the caption in the prompt, as its settings paint them."""
    return [colour for colour, _ in strokes(lm, read(lm, text)[0], Shaping(temperature), seed)]


def on_paper(lm: LanguageModel, text: str, temperature: float, seed: int) -> prints.Drawing:
    """The picture, to print."""
    colours = np.reshape(colours_of(lm, text, temperature, seed), (SIDE, SIDE))
    return prints.picture(colours, PALETTE, read(lm, text)[0])


def backwards_on_paper(lm: LanguageModel, text: str, temperature: float, seed: int) -> prints.Drawing:
    """Which caption it fits best, to print."""
    return reading.fits_on_paper(lm, read(lm, text)[0], colours_of(lm, text, temperature, seed))


def animation(lm: LanguageModel, text: str, temperature: float, seed: int) -> bytes:
    """A GIF of the painting, pixel by pixel; what is not painted yet is the palette's first colour."""
    colours = np.array(colours_of(lm, text, temperature, seed))
    frames = [np.where(np.arange(PIXELS) <= i, colours, 0).reshape(SIDE, SIDE) for i in range(PIXELS)]
    return prints.animated(frames, PALETTE)


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "pixel-cards"]):
        canvas = PixelCanvas(opens="attention", elem_id="canvas")
        with gr.Column(elem_classes="stack"):
            die, look = PixelDie(elem_id="pixel_die"), PixelLook(elem_id="pixel_look")
            temperature, seed = dials("pixel", 12, PAINT.temperature)
    view.show({show: [canvas]}, temperature=temperature, seed=seed)
    dreams, sheet = Dreams(elem_id="dreams"), Sheet(TEMPERATURES, elem_id="sheet")
    hands, odd = Hands(elem_id="hands"), Odd(trios(), elem_id="odd")
    wire(canvas, seed, following(lm, rolling, view), view.scene, following(lm, inspect), [die, look])
    some = PRIVATE | {"trigger_mode": "multiple", "concurrency_limit": album.ALBUMS, "concurrency_id": "albums"}
    for card in (dreams, sheet, hands, odd):
        filling = card.paint(following(lm, counting if card is hands else album.painting), card, card, **some)
        card.stop(None, None, None, cancels=[filling])
    reading.cards(lm, view)
    firing.cards(lm, view)
    view.prints(canvas=on_paper, backwards=backwards_on_paper)
    view.moves(canvas=animation)
    view.begin_with("unsure")
    view.try_these("unsure", "two", "hand")
    view.how(
        say("paint.formula"),
        "core.generate.roll_on",
        "core.sampling.shape",
    )
    view.endpoint(paint)


TAB = Tab(
    say("paint.title"),
    say("paint.question"),
    say("paint.intro"),
    build,
    say("groups.make"),
    lacks=lambda lm: "" if lm.vocabulary.has_pictures else say("paint.none"),
)
