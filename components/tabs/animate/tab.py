"""Animate tab: a caption becomes four frames, rolled pixel by pixel; every pixel's die and what it looked at stay open."""

from collections.abc import Iterator
from math import isqrt

import gradio as gr
import numpy as np

from components import prints
from components.page.following import following
from components.page.tab import Tab, View
from components.page.words import say
from components.parts import pixels
from components.parts.pixel_die import PixelDie
from components.parts.rolled import dials, wire
from components.tabs.animate.clip import Clip
from components.tabs.animate.frame_look import FrameLook
from components.tabs.animate.printed import strip
from model import CLIP, FRAMES, PAINT, PALETTE, PIXELS, LanguageModel, Shaping

SIDE = isqrt(PIXELS // FRAMES)
FRAME_MS = 420  # as the page plays it


def animate(
    lm: LanguageModel, caption: str, temperature: float = PAINT.temperature, top_k: int = 0, seed: int = 0
) -> Iterator[dict]:
    """Animate `caption`: rows of colour names and of their ln probabilities so far, eight rows to each of four frames."""
    yield from pixels.rows(lm, pixels.strokes(lm, caption, Shaping(temperature, top_k), seed, CLIP), SIDE)


def show(lm: LanguageModel, text: str, temperature: float, seed: int) -> dict:
    """What the clip's card needs to offer animating `text`. Raises ValueError if it is no caption."""
    return pixels.offer(lm, text, temperature, seed, CLIP)


def frames_of(lm: LanguageModel, text: str, temperature: float, seed: int) -> np.ndarray:
    """Frames (4, 8, 8) of palette indices: of a clip that is the prompt, or as its settings roll them."""
    caption, given = pixels.read(lm, text, CLIP)
    rolled = given or [colour for colour, _ in pixels.strokes(lm, caption, Shaping(temperature), seed, CLIP)]
    whole = np.zeros(PIXELS, int)  # a clip in the prompt may be a beginning
    whole[: len(rolled)] = rolled
    return whole.reshape(FRAMES, SIDE, SIDE)


def on_paper(lm: LanguageModel, text: str, temperature: float, seed: int) -> prints.Drawing:
    """The four frames, to print."""
    return strip(frames_of(lm, text, temperature, seed), PALETTE, pixels.read(lm, text, CLIP)[0])


def film(lm: LanguageModel, text: str, temperature: float, seed: int) -> bytes:
    """The clip as a GIF, at the speed of the page."""
    frames = frames_of(lm, text, temperature, seed)
    return prints.animated([*frames], PALETTE, scale=32, ms=FRAME_MS, last_ms=FRAME_MS)


def build(lm: LanguageModel, view: View) -> None:
    clip = Clip(elem_id="clip")
    with gr.Row(elem_classes=["cards", "animate-cards"]):
        with gr.Column(elem_classes="stack"):
            die = PixelDie(FRAMES, elem_id="frame_die")
            temperature, seed = dials("animate", 12, PAINT.temperature)
        look = FrameLook(elem_id="frame_look")
    view.show({show: [clip]}, temperature=temperature, seed=seed)
    roll, inspect = following(lm, pixels.rolling, view, kind=CLIP), following(lm, pixels.inspect, kind=CLIP)
    wire(clip, seed, roll, view.scene, inspect, [die, look])
    view.prints(clip=on_paper)
    view.moves(clip=film)
    view.begin_with("way")
    view.try_these("way", "colours", "never")
    view.how(say("animate.formula"), "core.generate.roll_on", "core.sampling.shape")
    view.endpoint(animate)


TAB = Tab(
    say("animate.title"),
    say("animate.question"),
    say("animate.intro"),
    build,
    say("groups.make"),
    lacks=lambda lm: "" if lm.vocabulary.has_pictures else say("animate.none"),
)
