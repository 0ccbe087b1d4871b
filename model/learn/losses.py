"""What a training wants less of: the surprise of each target, pixels among colours, answers among their kind."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, PIXELS

PAINTED = slice(CAPTION_TOKENS - 1, CAPTION_TOKENS + PIXELS - 1)  # the targets of a row that are pixels


class Losses(nn.Module):
    """The transformer with its loss, as one module: so the processes average the gradients of both.

    `groups` are lists of token ids.
    """

    def __init__(self, transformer: Transformer, groups: Sequence[Sequence[int]] = ()):
        super().__init__()
        self.transformer, self.groups = transformer, groups

    def forward(self, inputs: Tensor, targets: Tensor, pictures: int = 0, share: float = 0) -> Tensor:
        """Cross-entropy in nats (B, T) of each target, 0 where the target is -100.

        The pixels of the first `pictures` rows are told from the 16 colours alone: that saves most of the
        output scores, an eighth of a step. Where the target is in a group, `share` times its cross-entropy among
        the group alone is added: which colour, given that it is a colour. That asks for no other probabilities.
        """
        x, table = self.transformer.stream(inputs), self.transformer.wte.weight
        losses = torch.zeros(targets.shape, device=x.device)
        words = targets >= 0
        words[:pictures, PAINTED] = False
        losses[words] = F.cross_entropy(F.linear(x[words], table).float(), targets[words], reduction="none")
        if pictures:
            first, last = COLOUR_IDS.start, COLOUR_IDS.stop
            colours = F.linear(x[:pictures, PAINTED], table[first:last]).float().mT  # (pictures, 16, 256)
            losses[:pictures, PAINTED] = F.cross_entropy(colours, targets[:pictures, PAINTED] - first, reduction="none")
        for group in self.groups if share else ():
            where = words & torch.isin(targets, ids := torch.tensor(group, device=x.device))
            place = (targets[where][:, None] == ids).int().argmax(1)
            losses[where] += share * F.cross_entropy(F.linear(x[where], table[ids]).float(), place, reduction="none")
        return losses
