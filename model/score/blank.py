"""Pictures that are nothing but ground: exactly how likely they are, where the caption says little."""

import torch

from model.core.sampling import PAINT
from model.core.vocabulary import COLOUR_IDS, PIXELS
from model.language_model import LanguageModel
from model.score.figure import Figure, mean

BRIEF = (
    *("a pink heart", "a blue square", "a green circle", "yellow star", "a small black cross", "draw a purple moon"),
    *("a red duck", "red duck", "three red ducks", "an orange cat", "a brown horse", "please draw a green tree"),
)  # shapes, then things: no ground is named, and no place
MOST = 0.02


@torch.inference_mode()
def blank(lm: LanguageModel, caption: str, temperature: float = PAINT.temperature) -> float:
    """The chance that all pixels of the picture have one colour, whichever; no sample: a pass for each colour."""
    prompt = lm.picture_prompt(caption)
    rows = torch.tensor([[*prompt, *[colour] * (PIXELS - 1)] for colour in COLOUR_IDS])
    logits = lm.transformer(rows)[:, len(prompt) - 1 :, COLOUR_IDS.start : COLOUR_IDS.stop]
    dice = (logits / temperature).log_softmax(-1)  # (colours, pixels, faces)
    return dice.diagonal(dim1=0, dim2=2).sum(0).exp().sum().item()


def blanks(lm: LanguageModel) -> list[Figure]:
    """Of brief captions, as strangers type first."""
    found = mean("nothing but ground, where a caption is brief", [blank(lm, each) for each in BRIEF])
    return [found._replace(bar=f"≤ {MOST}", ok=found.value <= MOST, note="some of these captions occur in training")]
