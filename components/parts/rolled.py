"""What tabs share that roll symbol by symbol: temperature and seed, the events of the card in which it is seen, dice."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import gradio as gr

from components.page.pace import VISITORS
from components.page.widget import Widget
from components.page.words import say
from model import MAX_SEED, WARM, LanguageModel, Step

OTHERS = 7  # faces that are told of a die
PRIVATE = {"api_visibility": "private", "show_progress": "hidden"}


def dials(tab: str, seed: int, temperature: float = WARM.temperature) -> tuple[gr.Slider, gr.Number]:
    """Temperature and seed in a card; `tab` begins their ids."""
    with gr.Row(elem_classes=["card", "controls", "write-controls"]):
        heat = gr.Slider(0, 2, temperature, step=0.05, label=say("dice.temperature"), elem_id=f"{tab}_temperature")
        fits = {"minimum": 0, "maximum": MAX_SEED - 1, "step": 1, "precision": 0}
        return heat, gr.Number(seed, label=say("dice.seed"), elem_id=f"{tab}_seed", **fits)


def wire(
    card: Widget, seed: gr.Number, roll: Callable, asked: gr.HTML, inspect: Callable, shown: Sequence[Widget]
) -> None:
    """`roll` fills `card` from what is `asked`, at the first of its events; `inspect` fills `shown` with one symbol."""
    begins = getattr(card, card.fires[0])
    # Not "once", Gradio's own: the last symbols come before the event has ended, and it may begin again at once.
    run = begins(roll, asked, card, trigger_mode="multiple", concurrency_limit=VISITORS, **PRIVATE)
    card.stop(None, None, None, cancels=[run])
    look = partial(placed, inspect, len(shown))
    card.inspect(look, card, shown, trigger_mode="always_last", concurrency_limit=8, **PRIVATE)
    card.again(None, seed, seed, js=f"(seed) => (Number(seed) + 1) % {MAX_SEED}")


def placed(inspect: Callable, n_shown: int, value: Any) -> Any:
    """`inspect` of what a card sent; if something else stands there by now, which names no place, nothing new."""
    names_one = isinstance(value, dict) and value.keys() & {"pixel", "place"}
    return inspect(value) if names_one else [gr.skip()] * n_shown


def token(lm: LanguageModel, step: Step, fell: int) -> dict:
    """A token that fell, or was taken, with the die that it comes from."""
    die = step.probs[0]
    top = die.topk(min(OTHERS, len(die)))
    others = [face(lm, int(id), float(p)) for id, p in zip(top.indices, top.values, strict=True) if p > 0]
    ends = float(die[[*lm.vocabulary.ends]].sum())
    return face(lm, fell, float(die[fell])) | {"kind": lm.vocabulary.kind(fell), "ends": ends, "others": others}


def face(lm: LanguageModel, id: int, p: float) -> dict:
    """One face of a die."""
    return {"id": id, "piece": lm.vocabulary.piece(id), "p": p}


def until_end(lm: LanguageModel, steps: Iterator[Step]) -> Iterator[dict]:
    """The tokens of `steps`, up to the text's end."""
    for step in steps:
        made = token(lm, step, int(step.ids))
        yield made
        if made["id"] in lm.vocabulary.ends or made["kind"] == "control":  # something else than this text begins
            return
