"""What falls within a text and is none: control tokens, colours and notes, where nothing keeps them from it."""

from itertools import chain

import torch

from model.core.generate import generate, thrown
from model.core.sampling import Shaping, fall, shape
from model.core.vocabulary import CLIP, EOT, IMAGE, TUNE
from model.language_model import LanguageModel
from model.score.figure import Figure, mean, share
from model.world.alphabet import NAMED

WARM = Shaping(temperature=0.8)
TOKENS, TOGETHER = 100, 100
MOST = 0.001
BEGIN = (IMAGE, CLIP, TUNE)  # a text may be what one of them is called; then no word follows it
STRAYS = [id for id in range(len(NAMED)) if id not in (EOT, *BEGIN)]


@torch.inference_mode()
def strayed(
    lm: LanguageModel, seed: int, texts: int = TOGETHER, tokens: int = TOKENS
) -> tuple[list[bool], list[float]]:
    """Whether each of some texts that the model begins by itself strays, and how often its dice let one expect it.

    Of each text as far as it goes, at most `tokens` after its first.
    """
    rng, strays, begin = thrown(seed), torch.tensor(STRAYS), torch.tensor(BEGIN)
    logits = lm.transformer(torch.tensor([[EOT]]))[0, -1]
    words = shape(logits[len(NAMED) :], WARM).expand(texts, -1)  # else it begins no text, and says so
    first = len(NAMED) + fall(words, torch.rand(texts, generator=rng))
    goes_on, expected = torch.ones(texts, dtype=torch.bool), torch.zeros(texts)
    found = begun = ~goes_on
    for step in generate(lm.transformer, [[EOT, id] for id in first.tolist()], tokens, WARM, rng):
        word = step.ids >= len(NAMED)
        expected += step.probs[:, strays].sum(1) * goes_on
        found = found | (goes_on & torch.isin(step.ids, strays)) | (begun & word)
        begun, goes_on = goes_on & torch.isin(step.ids, begin), goes_on & word
    return found.tolist(), expected.tolist()


def strays(lm: LanguageModel, n: int) -> list[Figure]:
    """Of about `n` texts, rolled among all tokens."""
    found, expected = zip(*(strayed(lm, seed) for seed in range(max(1, n // TOGETHER))), strict=True)
    fell = share("texts with a control token, colour or note in them", list(chain(*found)))
    return [
        fell._replace(bar=f"≤ {MOST}", ok=fell.value <= MOST, note="rolled among all tokens, at temperature 0.8"),
        mean("  as many as their dice let one expect", list(chain(*expected))),
    ]
