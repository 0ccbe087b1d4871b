"""Where the weights of a training start: sine waves for positions, or what another checkpoint has learned."""

import math
from dataclasses import replace

import torch

from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, Vocabulary
from model.world.alphabet import NAMED


def start_positions(config: ModelConfig) -> torch.Tensor:
    """Where the position table (n_positions, C) starts: sine waves (Vaswani et al. 2017) instead of noise.

    Half of the numbers say the place in the sequence, a quarter the column and a quarter the row of
    the picture. "One to the left" and "one above" are then the same turn everywhere, not to be
    learned 256 times. Training changes the table like any other weight.
    """
    place = torch.arange(config.n_positions)
    pixel = place - CAPTION_TOKENS
    quarter = config.n_embd // 4
    parts = [waves(place, 2 * quarter, 4, 1000), waves(pixel % 16, quarter, 2, 32)]
    parts.append(waves(pixel.div(16, rounding_mode="floor"), config.n_embd - 3 * quarter, 2, 32))
    return torch.cat(parts, 1) * 0.02 * math.sqrt(2)  # as large as the token embeddings at their start


def waves(place: torch.Tensor, width: int, shortest: float, longest: float) -> torch.Tensor:
    """Sine and cosine (T, width) of `place` (T,) at wavelengths from `shortest` to `longest`."""
    lengths = torch.logspace(math.log10(shortest), math.log10(longest), (width + 1) // 2)
    turns = 2 * math.pi * place[:, None] / lengths
    return torch.cat([turns.sin(), turns.cos()], 1)[:, :width]


def both_ways(old: Transformer) -> Transformer:
    """A masked model that starts from what a causal one has learned: it tells a token from the place before, too."""
    new = Transformer(replace(old.config, masked=True))
    new.load_state_dict(old.state_dict())
    return new


def carry_over(old: Transformer, words: Vocabulary, new: Transformer, vocabulary: Vocabulary) -> None:
    """Give `new`, with another `vocabulary` or a longer context, what `old` has learned with `words`.

    A token that `words` lacks starts as the mean of the tokens that spell it there; a position that
    `old` lacks keeps its sine waves, at the size of the learned ones.
    """
    learned, seen = old.state_dict(), old.config.n_positions
    table = learned.pop("wte.weight")
    spelled = [
        [id] if id < len(NAMED) else words.encode_bytes(vocabulary.bytes_of(id)) for id in range(len(vocabulary))
    ]
    learned["wte.weight"] = torch.stack([table[ids].mean(0) for ids in spelled])
    start = start_positions(new.config)
    size = learned["wpe.weight"].norm() / start[:seen].norm()
    learned["wpe.weight"] = torch.cat([learned["wpe.weight"], start[seen:] * size])[: new.config.n_positions]
    new.load_state_dict(learned)
