"""Pictures and clips as they are rolled pixel by pixel: what the page is told of them, and what each pixel keeps open.

`kind` is the token that says what follows a caption: IMAGE or CLIP.
"""

import math
import time
from collections.abc import Iterable, Iterator
from typing import TypedDict

import gradio as gr

from components.page.pace import paced
from components.page.tab import View
from components.page.widget import Packed, packed
from model import (
    CAPTION_TOKENS,
    CLIP,
    COLOUR_IDS,
    COLOURS,
    IMAGE,
    MAX_CHARACTERS,
    MAX_SEED,
    PIXELS,
    LanguageModel,
    Shaping,
    amount,
    load_die,
    told,
    within,
)


class PixelLookValue(TypedDict):
    """Attention of one pixel's die, in every layer and head."""

    pixel: int
    colour: int | None  # its place in the palette, if it is painted
    shape: list[int]  # layers, heads
    rows: Packed  # (layers, heads, tokens so far): what this die looked at
    back: Packed  # (layers, heads, later dice): what later ones gave to the pixel
    pads: int  # tokens of padding
    pieces: list[str]  # of the caption


Stroke = tuple[int, float]  # a pixel's palette index, and ln of its unshaped probability among the colours
ROLLING = {IMAGE: LanguageModel.paint, CLIP: LanguageModel.animate}


def strokes(lm: LanguageModel, caption: str, shaping: Shaping, seed: int, kind: int = IMAGE) -> Iterator[Stroke]:
    """What falls for each pixel in turn. Raises ValueError if the caption, a setting or the seed does not fit."""
    steps = ROLLING[kind](lm, caption, shaping, amount("A seed", seed, MAX_SEED - 1))
    return ((step.rank.item(), step.logprobs.item()) for step in steps)


def rows(lm: LanguageModel, fell: Iterable[Stroke], width: int) -> Iterator[dict]:
    """Rows of `width` colour names and of their ln probabilities, as far as they are rolled, a frame at a time."""
    colours, logprobs = [], []
    for some in paced(lm, fell):
        colours += [COLOURS[colour] for colour, _ in some]
        logprobs += [logprob for _, logprob in some]
        starts = range(0, len(colours), width)
        yield {
            "colours": [colours[i : i + width] for i in starts],
            "logprobs": [logprobs[i : i + width] for i in starts],
        }


def rolling(lm: LanguageModel, view: View, scene: dict, kind: int = IMAGE) -> Iterator[dict]:
    """The canvas's values while the scene's text is rolled: the pixels since the last one, as often as a screen shows.

    Each value holds {run, first, colours, bits}: the first pixel's number, palette indices, and surprise; `run` tells
    two runs of one seed apart, since the browser hears of changed values only.
    """
    run, first = time.monotonic_ns(), 0
    try:
        asked = view.asked(scene)
        fell = strokes(lm, read(lm, asked["text"], kind)[0], Shaping(asked["temperature"]), asked["seed"], kind)
        for some in paced(lm, fell):
            colours, logprobs = zip(*some, strict=True)
            bits = [-logprob / math.log(2) for logprob in logprobs]
            yield {"run": run, "first": first, "colours": list(colours), "bits": bits}
            first += len(some)
    except ValueError as error:
        raise gr.Error(str(error), print_exception=False) from None


def read(lm: LanguageModel, text: str, kind: int = IMAGE) -> tuple[str, list[int]]:
    """The caption in a prompt, and the pixels behind it where the prompt is a picture, or a clip, that was opened."""
    ids = lm.vocabulary.encode(text) if len(text) <= MAX_CHARACTERS else []
    return lm.vocabulary.read_picture(ids, kind) or (text, [])


def offer(lm: LanguageModel, text: str, temperature: float, seed: int, kind: int = IMAGE) -> dict:
    """What the canvas needs to offer rolling `text`. Raises ValueError if it is no caption."""
    caption, painted = read(lm, text, kind)
    start = lm.vocabulary.decode(lm.picture_prompt(caption, kind))  # what the model reads before the first pixel
    given = {"caption": caption, "start": start, "temperature": temperature, "seed": seed}
    return given | {"painted": painted, "paid": paid(lm, text, painted) if painted else []}


def paid(lm: LanguageModel, text: str, painted: list[int]) -> list[float]:
    """Bits of surprise of each pixel of a picture that is the prompt."""
    scores = lm.trace(text).logits[CAPTION_TOKENS - 1 : -1, COLOUR_IDS.start : COLOUR_IDS.stop]
    return told(scores, painted).tolist()


def inspect(lm: LanguageModel, painted: dict, kind: int = IMAGE) -> tuple[dict, dict]:
    """The die of one pixel, and attention: what this die gave (L, H, T so far), and what later ones gave to the pixel.

    `painted` is the canvas's value: {caption, temperature, colours, pixel}, colours as far as painted.
    """
    colours, caption = (
        [within("colour", colour, len(COLOURS)) for colour in painted["colours"]],
        str(painted["caption"]),
    )
    pixel = within("pixel", painted["pixel"], min(PIXELS, len(colours) + 1))
    ids = lm.picture_prompt(caption, kind) + [COLOUR_IDS[colour] for colour in colours]
    before = CAPTION_TOKENS - 1 + pixel  # the token that loads this pixel's die
    trace, where = lm.trace_ids(ids), {"pixel": pixel, "colour": [*colours, None][pixel]}
    scores = trace.logits[before, COLOUR_IDS.start : COLOUR_IDS.stop]
    dice = load_die(scores, Shaping(painted["temperature"]))
    faces = [
        {"colour": int(c), "name": COLOURS[c], "p": float(p), "raw": float(raw)}
        for c, p, raw in zip(dice.ids, dice.probs, dice.raw, strict=True)
    ]
    looked, back = trace.pattern[:, :, before, : before + 1], trace.pattern[:, :, before + 1 :, before + 1 : before + 2]
    pads = CAPTION_TOKENS - 1 - len(lm.vocabulary.encode(caption))
    look = {"rows": packed(looked), "back": packed(back), "shape": looked.shape[:2], "pads": pads}
    return where | {"faces": faces}, where | look | {"pieces": trace.pieces[pads : CAPTION_TOKENS - 1]}
