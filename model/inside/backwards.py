"""Reading backwards: how likely a picture is under a caption, and which of several captions it fits best.

A model that generates also classifies, by Bayes' rule (1763): P(caption | picture) is P(picture | caption) times
P(caption), scaled to add up to 1. Shapes: n captions, P pixels of a picture. Nothing is trained for it.
"""

from collections.abc import Sequence

import numpy as np
import torch

from model.core.sampling import told
from model.core.transformer import Transformer
from model.core.vocabulary import COLOUR_IDS

BATCH = 4  # prompts in one pass: more are no faster on a processor, and need more memory


@torch.inference_mode()
def likelihoods(transformer: Transformer, prompts: Sequence[Sequence[int]], colours: Sequence[int]) -> np.ndarray:
    """Bits (n, P) of each pixel of a picture after each of n prompts of one length: -log2 of its die's chance for it.

    `colours` (P,) are places in the palette; dice have its colours alone, as when a picture is painted. The sum of a
    row is -log2 P(pixels | caption).
    """
    some = slice(COLOUR_IDS.start, COLOUR_IDS.stop)
    pixels = torch.tensor(colours) + COLOUR_IDS.start
    rows = []
    for first in range(0, len(prompts), BATCH):
        given = torch.tensor(prompts[first : first + BATCH])
        ids = torch.cat([given, pixels[:-1].expand(len(given), -1)], 1)
        stream = transformer.stream(ids)[:, given.size(1) - 1 :]  # (B, P, C): what loads the pixels' dice
        rows += [told(scores, colours) for scores in transformer.score(stream, some).numpy()]
    return np.array(rows)


def posterior(bits: np.ndarray) -> np.ndarray:
    """Shares (n,) of captions that were equally likely before, after a picture that has `bits` (n,) under each."""
    odds = np.exp2(bits.min() - bits)
    return odds / odds.sum()
