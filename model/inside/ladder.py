"""The ladder: this model beside models that everybody has heard of, from one neuron to GPT-3, in four measures.

What is not ours comes from papers: GPT-2's text from Radford et al. 2019; C4, the text of T5, from Raffel et al. 2020;
GPT-3's text and computing from Brown et al. 2020, appendix D; what its chips draw and reach from Patterson et al. 2021.
"""

import time
from typing import NamedTuple

import torch

from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.inside.parts import GPT2_SMALL, GPT3, flops, sized

SPOKEN = 150 * 6 / 60  # bytes a second, read aloud: 150 words a minute, 5 letters and a space each
GPT2_BYTES = 40e9
C4_BYTES = 750 * 2**30
GPT3_TOKENS, BYTES_A_TOKEN = 300e9, (3.5, 4.5)  # English in the vocabulary of GPT-2 takes about 4
GPT3_FLOPS = 3.14e23  # all of its training
CHIP_FLOPS, CHIP_WATTS, BUILDING = 24.6e12, (250, 400), 1.1  # V100; the published mean is 330 W; cooling adds a tenth
CORES_WATTS = 10, 40  # two cores of a server, at work
TIMED = 64, 5  # tokens of a pass, and passes, by which this machine is timed


class Rung(NamedTuple):
    """One model, neuron or text in one measure; `low` and `high` are the ends of what is known."""

    name: str
    low: float
    high: float


class Own(NamedTuple):
    """What the ladder must know of the model that is loaded; None: not written down, or laid out otherwise."""

    weights: int
    config: ModelConfig | None
    n_bytes: float | None  # that it was trained on
    seconds: float | None  # that its training took


def ladder(own: Own) -> dict[str, list[Rung]]:
    """Rungs from small to large by measure: weights, text (bytes), work (FLOPs a token), energy of training (kWh)."""
    width = own.config and own.config.n_embd
    tokens = [GPT3_TOKENS * per for per in BYTES_A_TOKEN]
    found = {
        "weights": [
            ("neuron", width and width + 1),
            ("this", own.weights),
            ("gpt2", sum(sized(GPT2_SMALL).values())),
            ("gpt3", sum(sized(GPT3).values())),
        ],
        "text": [("this", own.n_bytes), ("gpt2", GPT2_BYTES), ("c4", C4_BYTES), ("gpt3", tokens)],
        "work": [
            ("neuron", width and 2 * width),
            ("this", own.config and flops(own.config)),
            ("gpt2", flops(GPT2_SMALL)),
            ("gpt3", flops(GPT3)),
        ],
        "energy": [
            ("this", own.seconds and [own.seconds * watts / 3.6e6 for watts in CORES_WATTS]),
            ("gpt3", [GPT3_FLOPS / CHIP_FLOPS * watts * BUILDING / 3.6e6 for watts in CHIP_WATTS]),
        ],
    }
    return {
        measure: [Rung(name, *map(float, x if isinstance(x, list) else (x, x))) for name, x in rungs if x is not None]
        for measure, rungs in found.items()
    }


def aloud(n_bytes: float) -> float:
    """Seconds that a text takes to read aloud, without sleep."""
    return n_bytes / SPOKEN


def bytes_a_token(vocabulary: Vocabulary, ids: list[int]) -> float:
    """Bytes of a text in UTF-8 for each of its tokens."""
    return sum(len(vocabulary.bytes_of(id)) for id in ids) / len(ids)


@torch.inference_mode()
def speed(transformer: Transformer) -> float:
    """FLOPs a second that this machine does now while a prompt is read: the quickest of five passes."""
    tokens, passes = TIMED
    config = transformer.config
    n = min(tokens, config.n_positions)
    ids, seconds = torch.zeros(1, n, dtype=torch.long), []
    for _ in range(passes):
        began = time.perf_counter()
        transformer(ids)
        seconds.append(time.perf_counter() - began)
    return n * flops(config, n) / min(seconds)
