"""What falls within a text and is none: control tokens, colours, notes and noise, where nothing keeps them from it."""

from itertools import chain
from typing import NamedTuple

import torch
from torch import Tensor

from model.core.generate import generate, thrown
from model.core.sampling import WARM, fall, shape
from model.core.vocabulary import CLIP, EOT, IMAGE, TUNE
from model.language_model import LanguageModel
from model.score.figure import Figure, mean, share
from model.score.noise import LEAST, likelier
from model.world.alphabet import NAMED

TOKENS, TOGETHER = 100, 100
MOST, MOST_NOISE = 0.001, 0.005
BEGIN = (IMAGE, CLIP, TUNE)  # a text may be what one of them is called; then no word follows it
STRAYS = [id for id in range(len(NAMED)) if id not in (EOT, *BEGIN)]


class Rolled(NamedTuple):
    """Texts that a model begins by itself, rolled among all tokens."""

    ids: Tensor  # (texts, 1 + tokens), of which the first is a word
    strays: Tensor  # (texts, tokens): how likely a stray was at each roll

    @property
    def words(self) -> Tensor:
        """Where each is still a text (texts, 1 + tokens): before the first token that is no word."""
        return (self.ids < len(NAMED)).cumsum(1) == 0

    def expected(self) -> list[float]:
        """How many strays its dice let one expect of each, as far as it goes."""
        return (self.strays * self.words[:, :-1]).sum(1).tolist()

    def strayed(self) -> list[bool]:
        """Whether each ends with a stray, or goes on with a word after what begins something else."""
        ids, words = self.ids, self.words
        ends = words[:, :-1] & ~words[:, 1:]
        on = torch.cat([ids[:, 2:] >= len(NAMED), torch.zeros(len(ids), 1, dtype=torch.bool)], 1)
        begun = torch.isin(ids[:, 1:], torch.tensor(BEGIN))
        return (ends & (torch.isin(ids[:, 1:], torch.tensor(STRAYS)) | (begun & on))).any(1).tolist()


@torch.inference_mode()
def rolled(lm: LanguageModel, seed: int, texts: int = TOGETHER, tokens: int = TOKENS) -> Rolled:
    """Some texts of at most so many tokens after the first."""
    rng, strays = thrown(seed), torch.tensor(STRAYS)
    logits = lm.transformer(torch.tensor([[EOT]]))[0, -1]
    words = shape(logits[len(NAMED) :], WARM).expand(texts, -1)  # else it begins no text, and says so
    first = len(NAMED) + fall(words, torch.rand(texts, generator=rng))
    steps = generate(lm.transformer, [[EOT, id] for id in first.tolist()], tokens, WARM, rng)
    ids, chances = zip(*((step.ids, step.probs[:, strays].sum(1)) for step in steps), strict=True)
    return Rolled(torch.stack([first, *ids], 1), torch.stack(chances, 1))


def strays(lm: LanguageModel, n: int) -> list[Figure]:
    """Of about `n` texts."""
    made = [rolled(lm, seed) for seed in range(max(1, n // TOGETHER))]
    fell = share("texts with a control token, colour or note in them", [*chain(*(each.strayed() for each in made))])
    noisy = [more > LEAST for each in made for more in likelier(lm, each.ids.numpy(), each.words.numpy()).tolist()]
    noise = share("texts with noise in them that nothing announced", noisy)
    note = f"rolled among all tokens, at temperature {WARM.temperature}"
    return [
        fell._replace(bar=f"≤ {MOST}", ok=fell.value <= MOST, note=note),
        mean("  as many as their dice let one expect", [*chain(*(each.expected() for each in made))]),
        noise._replace(bar=f"≤ {MOST_NOISE}", ok=noise.value <= MOST_NOISE, note="by its likelihood as noise"),
    ]
