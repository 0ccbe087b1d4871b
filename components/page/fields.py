"""Which numbers a field takes. The browser keeps to itself what does not fit; Python looks again."""

from typing import TypedDict

import gradio as gr

from components.page.words import say


class Limits(TypedDict):
    """What may stand in a field of numbers."""

    field: str  # the id of its element
    low: float
    high: float
    whole: bool
    says: str  # the same as a sentence


def limits(control: object) -> Limits | None:
    """What fits into `control`; None: it holds no number that a visitor types."""
    if not isinstance(control, gr.Slider | gr.Number):
        return None
    whole, low, high = isinstance(control.step, int), control.minimum, control.maximum
    what = control.label[0].lower() + control.label[1:]
    says = say("fits.whole" if whole else "fits.number", what=what, low=f"{low:,}", high=f"{high:,}")
    return {"field": control.elem_id, "low": low, "high": high, "whole": whole, "says": says}


def check(control: object, value: object) -> None:
    """Raise ValueError, which says what fits, unless `control` can hold `value`."""
    found = limits(control)
    if found is None:
        return
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not found["low"] <= value <= found["high"] or (found["whole"] and value != int(value)):
        raise ValueError(found["says"])
