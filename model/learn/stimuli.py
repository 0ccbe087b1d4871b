"""Search pictures for what fires each neuron: average stimuli, as of the cells of an eye.

A spike-triggered average (de Boer & Kuyper 1968) weights what stood before an answer by the answer. Here the answer
is a neuron's activation at the token of a pixel. Only what was painted by then can have mattered: rows above, and the
pixel's own row up to it. Shapes: R pictures, P = 256 pixels, M = L · N neurons of all layers, Q places of a patch.
"""

import random
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from model.core.transformer import Record, Transformer
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, PIXELS, Vocabulary
from model.found.stimuli import BACK, Stimuli
from model.world import rich
from model.world.alphabet import COLOURS, PALETTE
from model.world.draw import draw_picture
from model.world.pictures.pictures import SIDE, Picture

PICTURES, SHOWN, EXAMPLES = 240, 8, 4
RARE, OFTEN = 0.005, 0.2  # shares of pixels between which a neuron is shown: it fires, and not on everything
ITSELF = BACK * (2 * BACK + 1) + BACK  # the place of the pixel in its patch
KINDS = tuple(rich.RICH.pictures)
RGB = torch.tensor([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in PALETTE], dtype=torch.float32)


def sample(n: int) -> list[Picture]:
    """`n` pictures of all kinds that training never drew."""
    rng = random.Random("stimuli")
    return [draw_picture(rng, validation=True) for _ in range(n)]


@torch.inference_mode()
def activations(transformer: Transformer, vocabulary: Vocabulary, made: Picture) -> Tensor:
    """What all neurons do at each pixel (P, M), as far as it is above 0."""
    ids = vocabulary.picture_prompt(made.caption) + [COLOUR_IDS[colour] for colour in made.pixels.ravel()]
    record = Record(only=["neurons"])
    transformer.stream(torch.tensor([ids]), record=record)
    return torch.cat([layer[0, CAPTION_TOKENS:] for layer in record["neurons"]], -1).clamp(min=0)


def patches(pixels: np.ndarray) -> Tensor:
    """What stands around each pixel (P, Q, 5): red, green, blue, whether it has the pixel's own colour, and 1.

    All 0 where nothing is painted yet, and beyond the picture.
    """
    colours = torch.from_numpy(pixels.astype(np.int64))
    wide = torch.nn.functional.pad(colours, (BACK, BACK, BACK, 0), value=-1)
    rows = [wide[r : r + SIDE, c : c + SIDE].flatten() for r in range(BACK + 1) for c in range(2 * BACK + 1)]
    around = torch.stack(rows, 1)  # (P, Q)
    painted = around >= 0
    painted[:, ITSELF + 1 :] = False
    same = around == colours.flatten()[:, None]
    return torch.cat([RGB[around.clamp(min=0)], torch.stack([same, painted], -1)], -1) * painted[..., None]


def groups(made: Picture) -> list[Tensor]:
    """What each pixel (P,) is sorted by: its colour, edges to its left and above, its place, the kind of picture."""
    pixels = torch.from_numpy(made.pixels.astype(np.int64))
    left, above = torch.zeros(SIDE, SIDE, dtype=torch.long), torch.zeros(SIDE, SIDE, dtype=torch.long)
    left[:, 1:] = pixels[:, 1:] != pixels[:, :-1]
    above[1:] = pixels[1:] != pixels[:-1]
    kind = torch.full((PIXELS,), KINDS.index(made.kind))
    return [pixels.flatten(), (2 * left + above).flatten(), torch.arange(PIXELS), kind]


class Sums:
    """Sums over pixels, of all neurons."""

    def __init__(self, m: int):
        sizes = len(COLOURS), 4, PIXELS, len(KINDS)
        self.of_groups = [torch.zeros(size, m, dtype=torch.float64) for size in sizes]
        self.counts = [torch.zeros(size, dtype=torch.float64) for size in sizes]
        self.squares, self.fires = torch.zeros(m, dtype=torch.float64), torch.zeros(m, dtype=torch.float64)
        self.patches = torch.zeros(m, (BACK + 1) * (2 * BACK + 1) * 5)
        self.average = torch.zeros((BACK + 1) * (2 * BACK + 1), 5)

    def add(self, made: Picture, fired: Tensor) -> None:
        """Those of one more picture, whose neurons `fired` (P, M)."""
        around = patches(made.pixels)
        self.patches += fired.T @ around.flatten(1)
        self.average += around.sum(0)
        self.squares += fired.double().square().sum(0)
        self.fires += (fired > 0).sum(0)
        for sums, counts, each in zip(self.of_groups, self.counts, groups(made), strict=True):
            sums.index_add_(0, each, fired.double())
            counts.index_add_(0, each, torch.ones(PIXELS, dtype=torch.float64))

    def explained(self, layers: int) -> np.ndarray:
        """Correlation ratio η² (Pearson 1905): variance between the groups, by all of it; (4, L), neurons together."""
        n, total = self.counts[0].sum(), self.of_groups[0].sum(0)
        all_of_it = (self.squares - total.square() / n).view(layers, -1).sum(1)
        between = [
            (sums.square() / counts.clamp(min=1)[:, None]).sum(0) - total.square() / n
            for sums, counts in zip(self.of_groups, self.counts, strict=True)
        ]
        return torch.stack([each.view(layers, -1).sum(1) / all_of_it.clamp(min=1e-9) for each in between]).numpy()


def averaged(sums: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Mean colours (..., BACK + 1, 2 BACK + 1, 3), 0 to 255, of sums (..., Q · 5), and shares of the pixel's colour.

    Both are 0 where nothing was painted.
    """
    parts = sums.view(*sums.shape[:-1], BACK + 1, 2 * BACK + 1, 5)
    means = parts[..., :4] / parts[..., 4:].clamp(min=1e-9)
    return means[..., :3].round().numpy().astype(np.uint8), means[..., 3].numpy().astype(np.float32)


def chosen(mean: Tensor, share: Tensor, n: int) -> Tensor:
    """Of each layer the `n` neurons that fire most strongly; (L, N) each. Those that fire hardly or often come last."""
    fits = (share >= RARE) & (share <= OFTEN)
    return torch.where(fits, mean, mean - 1e6).topk(n, -1).indices


def stimuli(transformer: Transformer, vocabulary: Vocabulary, pictures: Sequence[Picture] | None = None) -> Stimuli:
    """Search pictures: those given, or the sample."""
    pictures = sample(PICTURES) if pictures is None else pictures
    layers, inner = transformer.config.n_layer, transformer.config.inner
    sums, best, places = Sums(layers * inner), [], []
    for made in tqdm(pictures, unit="picture", disable=None):
        fired = activations(transformer, vocabulary, made)
        sums.add(made, fired)
        strongest, where = fired.max(0)
        best.append(strongest)
        places.append(where)
    n_pixels, total = len(pictures) * PIXELS, sums.of_groups[0].sum(0)
    mean = (total / sums.fires.clamp(min=1)).view(layers, inner)
    share = (sums.fires / n_pixels).view(layers, inner)
    neuron = chosen(mean, share, min(SHOWN, inner))  # (L, n)
    flat = neuron + inner * torch.arange(layers)[:, None]
    value, row = torch.stack(best)[:, flat].sort(dim=0, descending=True, stable=True)
    value, row = (each[:EXAMPLES].movedim(0, -1) for each in (value, row))  # (L, n, E)
    at = torch.stack(places)[:, flat].movedim(0, -1).gather(-1, row)
    kept, row = np.unique(row.numpy(), return_inverse=True)
    (patch, same), (average, average_same) = averaged(sums.patches[flat]), averaged(sums.average.flatten())
    return Stimuli(
        neuron=neuron.numpy().astype(np.int32),
        mean=mean.gather(1, neuron).numpy().astype(np.float32),
        share=share.gather(1, neuron).numpy().astype(np.float32),
        patch=patch,
        same=same,
        average=average,
        average_same=average_same,
        row=row.reshape(at.shape).astype(np.int16),
        at=at.numpy().astype(np.int16),
        value=value.numpy().astype(np.float32),
        pictures=np.stack([pictures[i].pixels.ravel() for i in kept]),
        explained=sums.explained(layers).astype(np.float32),
        searched=np.array([len(pictures)], np.int32),
    )
