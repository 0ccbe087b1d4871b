"""Facts that Python owns and scripts need: told once, served as `facts.js`."""

from math import isqrt
from typing import TypedDict

from model import CAPTION_TOKENS, COLOUR_IDS, COLOURS, PALETTE, PIXELS


class Facts(TypedDict):
    """Names and sizes that are the same for every model that paints."""

    colours: list[str]  # names, in the order of their ids
    palette: list[str]  # what each looks like, as #rrggbb
    first_colour: int  # the id of the first
    caption_tokens: int  # tokens before the first pixel: padding, caption, <image>
    pixels: int
    side: int  # of a picture, in pixels


FACTS: Facts = {
    "colours": list(COLOURS),
    "palette": list(PALETTE),
    "first_colour": COLOUR_IDS.start,
    "caption_tokens": CAPTION_TOKENS,
    "pixels": PIXELS,
    "side": isqrt(PIXELS),
}
