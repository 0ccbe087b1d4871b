"""Pixels tab: a caption is painted pixel by pixel; every pixel's die and what it looked at stay open."""

import math
import time
from collections.abc import Iterator
from functools import partial

import gradio as gr
import numpy as np

from components import prints
from components.page.pace import VISITORS, paced
from components.page.tab import Tab, View
from components.page.widget import packed
from components.page.words import say
from components.parts.pixel_canvas import PixelCanvas
from components.tabs.pixels.pixel_die import PixelDie
from components.tabs.pixels.pixel_look import PixelLook
from model import (
    CAPTION_TOKENS,
    COLOUR_IDS,
    COLOURS,
    MAX_CHARACTERS,
    MAX_SEED,
    PALETTE,
    PIXELS,
    LanguageModel,
    Shaping,
    amount,
    load_die,
    told,
    within,
)

SIDE = math.isqrt(PIXELS)


def strokes(lm: LanguageModel, caption: str, shaping: Shaping, seed: int) -> Iterator[tuple[int, float]]:
    """Palette index, and ln of its unshaped probability among the colours, of each pixel in turn."""
    for step in lm.paint(caption, shaping, amount("A seed", seed, MAX_SEED - 1)):
        yield step.rank.item(), step.logprobs.item()


def paint(lm: LanguageModel, caption: str, temperature: float = 0.8, top_k: int = 0, seed: int = 0) -> Iterator[dict]:
    """Paint `caption`: rows of colour names and of their ln probabilities, as far as they are painted."""
    colours, logprobs = [], []
    for colour, logprob in strokes(lm, caption, Shaping(temperature, top_k), seed):
        colours.append(COLOURS[colour])
        logprobs.append(logprob)
        rows = range(0, len(colours), 16)
        yield {"colours": [colours[i : i + 16] for i in rows], "logprobs": [logprobs[i : i + 16] for i in rows]}


def read(lm: LanguageModel, text: str) -> tuple[str, list[int]]:
    """The caption in a prompt, and the pixels behind it where it is a picture that was opened as a prompt."""
    ids = lm.vocabulary.encode(text) if len(text) <= MAX_CHARACTERS else []
    return lm.vocabulary.read_picture(ids) or (text, [])


def show(lm: LanguageModel, text: str, temperature: float, seed: int) -> dict:
    """What the canvas needs to offer painting `text`. Raises ValueError if it is no caption."""
    caption, painted = read(lm, text)
    start = lm.vocabulary.decode(lm.picture_prompt(caption))  # what the model reads before the first pixel
    offer = {"caption": caption, "start": start, "temperature": temperature, "seed": seed}
    return offer | {"painted": painted, "paid": paid(lm, text, painted) if painted else []}


def paid(lm: LanguageModel, text: str, painted: list[int]) -> list[float]:
    """Bits of surprise of each pixel of a picture that is the prompt."""
    scores = lm.trace(text).logits[CAPTION_TOKENS - 1 : -1, COLOUR_IDS.start : COLOUR_IDS.stop]
    return told(scores, painted).tolist()


def painting(lm: LanguageModel, view: View, scene: dict) -> Iterator[dict]:
    """The canvas's values while the scene's text is painted: the pixels since the last one, as often as a screen shows.

    Each value holds {run, first, colours, bits}: the first pixel's number, palette indices, and surprise; `run` tells
    two paintings of one seed apart, since the browser hears of changed values only.
    """
    run, first = time.monotonic_ns(), 0
    try:
        asked = view.asked(scene)
        pixels = strokes(lm, read(lm, asked["text"])[0], Shaping(asked["temperature"]), asked["seed"])
        for some in paced(lm, pixels):
            colours, logprobs = zip(*some, strict=True)
            bits = [-logprob / math.log(2) for logprob in logprobs]
            yield {"run": run, "first": first, "colours": list(colours), "bits": bits}
            first += len(some)
    except ValueError as error:
        raise gr.Error(str(error), print_exception=False) from None


def inspect(lm: LanguageModel, painted: dict) -> tuple[dict, dict]:
    """The die of one pixel, and attention: what this die gave (L, H, T so far), and what later ones gave to the pixel.

    `painted` is the canvas's value: {caption, temperature, colours, pixel}, colours as far as painted.
    """
    pixel, caption = within("pixel", painted["pixel"], PIXELS), str(painted["caption"])
    colours = [within("colour", colour, len(COLOURS)) for colour in painted["colours"]]
    ids = lm.picture_prompt(caption) + [COLOUR_IDS[colour] for colour in colours]
    before = CAPTION_TOKENS - 1 + pixel  # the token that loads this pixel's die
    trace, where = lm.trace_ids(ids), {"pixel": pixel, "colour": [*colours, None][pixel]}
    scores = trace.logits[before, COLOUR_IDS.start : COLOUR_IDS.stop]
    dice = load_die(scores, Shaping(painted["temperature"]))
    faces = [
        {"colour": int(c), "name": COLOURS[c], "p": float(p), "raw": float(raw)}
        for c, p, raw in zip(dice.ids, dice.probs, dice.raw, strict=True)
    ]
    rows, back = trace.pattern[:, :, before, : before + 1], trace.pattern[:, :, before + 1 :, before + 1 : before + 2]
    pads = CAPTION_TOKENS - 1 - len(lm.vocabulary.encode(caption))
    look = {"rows": packed(rows), "back": packed(back), "shape": rows.shape[:2], "pads": pads}
    return where | {"faces": faces}, where | look | {"pieces": trace.pieces[pads : CAPTION_TOKENS - 1]}


def colours_of(lm: LanguageModel, text: str, temperature: float, seed: int) -> list[int]:
    """The pixels of the caption in the prompt, as its settings paint them."""
    return [colour for colour, _ in strokes(lm, read(lm, text)[0], Shaping(temperature), seed)]


def on_paper(lm: LanguageModel, text: str, temperature: float, seed: int) -> prints.Drawing:
    """The picture, to print."""
    colours = np.reshape(colours_of(lm, text, temperature, seed), (SIDE, SIDE))
    return prints.picture(colours, PALETTE, read(lm, text)[0])


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
            with gr.Row(elem_classes=["card", "controls", "pixel-controls"]):
                temperature = gr.Slider(
                    0, 2, 0.8, step=0.05, label=say("dice.temperature"), elem_id="pixel_temperature"
                )
                seed = gr.Number(
                    12,
                    label=say("dice.seed"),
                    minimum=0,
                    maximum=MAX_SEED - 1,
                    step=1,
                    precision=0,
                    elem_id="pixel_seed",
                )
    view.show({show: [canvas]}, temperature=temperature, seed=seed)
    private = {"api_visibility": "private", "show_progress": "hidden"}
    # Not "once", Gradio's own: the last pixels come before the event has ended, and Paint may be pressed at once.
    many = {"trigger_mode": "multiple", "concurrency_limit": VISITORS}
    run = canvas.paint(partial(painting, lm, view), view.scene, canvas, **many, **private)
    canvas.stop(None, None, None, cancels=[run])
    canvas.inspect(
        partial(inspect, lm), canvas, [die, look], trigger_mode="always_last", concurrency_limit=8, **private
    )
    canvas.again(None, seed, seed, js=f"(seed) => (Number(seed) + 1) % {MAX_SEED}")
    view.prints(canvas=on_paper)
    view.moves(canvas=animation)
    view.begin_with("unsure")
    view.try_these("unsure", "two", "hand")
    view.how(
        say("pixels.formula"),
        "core.generate.roll_on",
        "core.sampling.shape",
    )
    view.endpoint(paint)


TAB = Tab(
    say("pixels.title"),
    say("pixels.question"),
    say("pixels.intro"),
    build,
    say("groups.make"),
    lacks=lambda lm: "" if lm.vocabulary.has_pictures else say("pixels.none"),
)
