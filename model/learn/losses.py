"""What a training wants less of: the surprise of each target, pixels among colours, answers among their kind."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, CLIP, COLOUR_IDS, EOT, IMAGE, PAD, PIXELS
from model.world.alphabet import CONTROL, NAMED

PAINTED = slice(CAPTION_TOKENS - 1, CAPTION_TOKENS + PIXELS - 1)  # the targets of a row that are pixels
# What never stands within a text: what begins a picture, what fills up or is no text, colours and notes. A tune's and
# noise's beginnings do, rarely: there the chance is right as it is.
STRANGE = (slice(IMAGE, CLIP + 1), slice(PAD, PAD + 4), slice(len(CONTROL), len(NAMED)))
FIRMLY = 4  # times the weight of the rest


def surprise(x: Tensor, table: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy in nats (n,) of `targets` (n,) by the scores that `x` (n, C) gives all rows of `table`."""
    return F.cross_entropy(F.linear(x, table).float(), targets, reduction="none")


def alarm(x: Tensor, table: Tensor, targets: Tensor, nats: Tensor) -> Tensor:
    """Surprise in nats (n,) that nothing `STRANGE` falls, where the target is text; `nats` (n,) is its own surprise.

    A pixel in a sentence has little chance, so hardly any weight in a cross-entropy, but it is the worst that can fall.
    """
    whole = nats + (x * table[targets]).sum(1)  # the logarithm of all scores' exponentials added up
    strange = F.linear(x, torch.cat([table[span] for span in STRANGE])).float().logsumexp(1) - whole
    text = (targets >= len(NAMED)) | (targets == EOT)
    return -torch.log1p(-strange.exp().clamp(max=0.999)) * text


def moved(told: Tensor, was: Tensor, targets: Tensor) -> Tensor:
    """How far dice are from what they were, both as logarithms (n, V): their divergences in nats (n,), there and back.

    There `FIRMLY` times where the likeliest was the target: what was right shall stay so ("focal distillation", Yan et
    al. 2021). Back, since there what had no chance and now has some weighs nearly nothing.
    """
    firmly = 1 + (FIRMLY - 1) * (was.argmax(1) == targets)
    there, back = (F.kl_div(*dice, reduction="none", log_target=True).sum(1) for dice in ((told, was), (was, told)))
    return firmly * there + back


def held(x: Tensor, table: Tensor, knew: Tensor, taught: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
    """How far the dice of `x` (n, C) have `moved` from the teacher's, of `knew`, and their `alarm`: nats (n,)."""
    told = F.linear(x, table).float().log_softmax(1)
    was = F.linear(knew, taught).float().log_softmax(1).detach()
    nats = F.nll_loss(told, targets, reduction="none")
    return moved(told, was, targets), alarm(x, table, targets, nats)


class Losses(nn.Module):
    """The transformer with its loss, as one module.

    `groups` are lists of token ids. `compiled`: the layers' passes that gradients go through are made into
    machine code first, by torch.compile. `teacher`: a transformer of the same vocabulary that does not learn.
    """

    def __init__(
        self,
        transformer: Transformer,
        groups: Sequence[Sequence[int]] = (),
        compiled: bool = False,
        teacher: Transformer | None = None,
    ):
        super().__init__()
        self.transformer, self.groups, self.teacher = transformer, groups, teacher
        ready = torch.compile if compiled else lambda work: work
        self.learning, self.taught = ready(transformer.stream), teacher and ready(teacher.stream)
        self.surprise = torch.compile(surprise, dynamic=True) if compiled else surprise
        self.held = torch.compile(held, dynamic=True) if compiled else held

    def forward(
        self,
        inputs: Tensor,
        targets: Tensor,
        pictures: int = 0,
        share: float = 0,
        hush: float = 0,
    ) -> Tensor:
        """Cross-entropy in nats (B, T) of each target, 0 where the target is -100.

        The pixels of the first `pictures` rows are told from the 16 colours alone: that saves most of the
        output scores, an eighth of a step. Where the target is in a group, `share` times its cross-entropy among
        the group alone is added: which colour, given that it is a colour. That asks for no other probabilities.
        `hush` times the `alarm` is added, too.
        """
        learns = torch.is_grad_enabled()
        stream = self.learning if learns else self.transformer.stream
        paid = self.surprise if learns else surprise
        x, table = stream(inputs), self.transformer.wte.weight
        losses = torch.zeros(targets.shape, device=x.device)
        words = targets >= 0
        words[:pictures, PAINTED] = False
        said, wanted = x[words], targets[words]
        nats = paid(said, table, wanted)
        losses[words] = nats + hush * alarm(said, table, wanted, nats) if hush else nats
        if pictures:
            first, last = COLOUR_IDS.start, COLOUR_IDS.stop
            colours = F.linear(x[:pictures, PAINTED], table[first:last]).float().mT  # (pictures, 16, 256)
            losses[:pictures, PAINTED] = F.cross_entropy(colours, targets[:pictures, PAINTED] - first, reduction="none")
        for group in self.groups if share else ():
            where = words & torch.isin(targets, ids := torch.tensor(group, device=x.device))
            place = (targets[where][:, None] == ids).int().argmax(1)
            losses[where] += share * F.cross_entropy(F.linear(x[where], table[ids]).float(), place, reduction="none")
        return losses

    def beside(self, inputs: Tensor, targets: Tensor, new: Tensor) -> tuple[Tensor, Tensor]:
        """Nats (B, T) of each target, and its alarm, where it is to be learned or held; 0 where it is -100.

        Of what is `new` the cross-entropy, of all else how far the dice have `moved` from the teacher's.
        """
        x, table = self.learning(inputs), self.transformer.wte.weight
        losses, alarms = (torch.zeros(targets.shape, device=x.device) for _ in range(2))
        learned, held = (targets >= 0) & new, (targets >= 0) & ~new
        losses[learned] = self.surprise(x[learned], table, targets[learned])
        said, wanted = x[held], targets[held]
        with torch.no_grad():
            knew = self.taught(inputs)[held]
        losses[held], alarms[held] = self.held(said, table, knew, self.teacher.wte.weight, wanted)
        return losses, alarms
