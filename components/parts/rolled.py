"""What tabs share that roll symbol by symbol: temperature and seed, and the events of the card in which it is seen."""

from collections.abc import Callable, Sequence

import gradio as gr

from components.page.pace import VISITORS
from components.page.widget import Widget
from components.page.words import say
from model import MAX_SEED

PRIVATE = {"api_visibility": "private", "show_progress": "hidden"}


def dials(tab: str, seed: int) -> tuple[gr.Slider, gr.Number]:
    """Temperature and seed in a card; `tab` begins their ids."""
    with gr.Row(elem_classes=["card", "controls", "write-controls"]):
        temperature = gr.Slider(0, 2, 0.8, step=0.05, label=say("dice.temperature"), elem_id=f"{tab}_temperature")
        fits = {"minimum": 0, "maximum": MAX_SEED - 1, "step": 1, "precision": 0}
        return temperature, gr.Number(seed, label=say("dice.seed"), elem_id=f"{tab}_seed", **fits)


def wire(
    card: Widget, seed: gr.Number, roll: Callable, asked: gr.HTML, inspect: Callable, shown: Sequence[Widget]
) -> None:
    """`roll` fills `card` from what is `asked`, at the first of its events; `inspect` fills `shown` with one symbol."""
    begins = getattr(card, card.fires[0])
    # Not "once", Gradio's own: the last symbols come before the event has ended, and it may begin again at once.
    run = begins(roll, asked, card, trigger_mode="multiple", concurrency_limit=VISITORS, **PRIVATE)
    card.stop(None, None, None, cancels=[run])
    card.inspect(inspect, card, shown, trigger_mode="always_last", concurrency_limit=8, **PRIVATE)
    card.again(None, seed, seed, js=f"(seed) => (Number(seed) + 1) % {MAX_SEED}")
