"""The ladder: one neuron, this model, GPT-2, GPT-3, as squares to scale and as lengths on a ruler of factors of ten."""

from typing import TypedDict

from components.page.widget import Widget


class LadderRung(TypedDict):
    """One of them in one measure."""

    name: str  # neuron, this, gpt2, c4 or gpt3
    low: float  # the ends of what is known
    high: float


class LadderValue(TypedDict):
    """The same for every prompt: filled when the tab is first opened."""

    measures: dict[str, list[LadderRung]]  # weights, text (bytes), work (FLOPs a token), energy (kWh), small to large
    aloud: dict[str, list[float]]  # seconds to read each text aloud, from and to
    flops: float | None  # a second on this machine, timed just now; None: its layout is not ours


class Ladder(Widget):
    """Which measure, and how near: in the address."""

    Value = LadderValue
