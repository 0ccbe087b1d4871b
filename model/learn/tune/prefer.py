"""Tuning by votes, in the process that trains: a copy learns what was chosen, and tells what that does to it."""

import math
import random
import time

import torch

from model.core import checkpoint
from model.core.interval import wilson
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.learn.history import spaced
from model.learn.jobs.folder import Folder
from model.learn.losses import Losses
from model.learn.tune.elsewhere import forgetting
from model.learn.tune.favoured import favoured, features, liked, spoiled, wanted
from model.learn.tune.leave import leave
from model.learn.tune.preference import apart, difference, dpo, logprobs, pairs, surprise
from model.learn.tune.said import chances, faces
from model.learn.tune.voted import Preference
from model.learn.tune.votes import UNSEEN, samples

RATE = 2.5e-5  # of AdamW, all weights
WARM_UP = 3  # steps
PAIRS = 10  # in a step
LOOKS = 6
EACH = 24  # samples of each prompt that nobody voted on
PATIENCE = 8  # times its seconds: then it ends, done or not
DICE = (  # after which a die is shown; nobody votes on them
    "Once there was a doctor.",
    "It was late",
    "I feel",
    "She has a",
    '"Look at me',
)


class Chooser:
    """A copy of a model that learns from votes."""

    def __init__(self, preference: Preference, base: Transformer, vocabulary: Vocabulary):
        self.preference, self.vocabulary, self.votes = preference, vocabulary, preference.votes
        self.done, self.norm = 0, 0.0
        self.learner = Transformer(base.config)
        self.learner.load_state_dict(base.state_dict())
        self.losses = Losses(self.learner)
        self.optimizer = torch.optim.AdamW(self.learner.parameters(), RATE, betas=(0.9, 0.95), weight_decay=0)
        self.rows = pairs(vocabulary, self.votes)
        with torch.inference_mode():
            self.before = difference(Losses(base), self.rows).clone()

    def step(self) -> float:
        """One step down, on some of the votes; in bits, their loss without the surprise at what was chosen."""
        rng = random.Random(f"{self.preference.seed} prefer {self.done}")
        some = rng.sample(range(len(self.votes)), min(PAIRS, len(self.votes)))
        made = pairs(self.vocabulary, [self.votes[i] for i in some])
        chosen, rejected = logprobs(self.losses, made)
        loss = dpo(chosen - rejected, self.before[some], self.preference.leash)[0].mean()
        (loss + surprise(chosen, made).mean()).backward()
        self.norm = float(torch.nn.utils.get_total_norm([weight.grad for weight in self.learner.parameters()]))
        self.optimizer.param_groups[0]["lr"] = RATE * min(1.0, (self.done + 1) / WARM_UP)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.done += 1
        return loss.item() / math.log(2)

    @torch.inference_mode()
    def margins(self) -> dict:
        """The reward margin of all votes, on average and in nats, and the share of votes that it agrees with."""
        margin = dpo(difference(self.losses, self.rows), self.before, self.preference.leash)[1]
        return {"margin": round(margin.mean().item(), 4), "agrees": round((margin > 0).float().mean().item(), 4)}


class Unseen:
    """What models say on prompts that nobody voted on, with the same throws for all models."""

    def __init__(self, base: Transformer, vocabulary: Vocabulary, preference: Preference, each: int = EACH):
        self.base, self.vocabulary, self.each = base, vocabulary, each
        self.asked = [(UNSEEN[i // each], preference.seed + i) for i in range(each * len(UNSEEN))]
        told = [[vocabulary.decode(ids) for ids in side] for side in preference.sides]
        self.counted = features(*told)
        self.name, self.like = wanted(preference.rule, *told)

    def said(self, model: Transformer) -> tuple[list[tuple[int, ...]], list[str]]:
        """All samples of a model: ids and texts."""
        said = samples(model, self.vocabulary, self.asked)
        return said, [self.vocabulary.decode(ids) for ids in said]

    def told(self, model: Transformer) -> dict:
        """How far a model is from the base, what it says of what was voted for, and what has gone wrong."""
        (_, before), (said, now) = self.said(self.base), self.said(model)
        prompts = [prompt for prompt, _ in self.asked]
        rows = [(self.vocabulary.encode(prompt), ids) for prompt, ids in zip(prompts, said, strict=True) if ids]
        more, less = liked(self.like, now, before)
        found = {"wanted": self.name, "more": more, "less": less, "of": len(now)}
        found["share"] = [round(more / (more + less), 4), *wilson(more, more + less)] if more + less else None
        found["counts"] = [
            (name, *(round(sum(map(of, texts)) / len(texts), 4) for texts in (before, now)))
            for name, of in self.counted.items()
        ]
        found["bits"] = round(apart(model, self.base, rows), 4) if rows else 0.0
        some = [*zip(prompts, before, now, strict=True)][:: self.each]
        return found | spoiled(now, before) | {"some": some}


def live(folder: Folder) -> None:
    """Tune until the steps are done or somebody stops it."""
    preference: Preference = folder.lesson
    began = time.monotonic()
    base, vocabulary, _ = checkpoint.load(preference.base)
    chooser, unseen = Chooser(preference, base, vocabulary), Unseen(base, vocabulary, preference)
    looks = [0, *spaced(preference.steps, LOOKS)]
    told = [[vocabulary.decode(ids) for ids in side] for side in preference.sides]
    before = [(prompt, ids := vocabulary.encode(prompt), chances(base, ids)) for prompt in DICE]
    folder.after(-1)
    about = {"votes": len(preference.votes), "leash": preference.leash, "rule": preference.rule}
    folder.tell(begun=True, steps=preference.steps, shots=looks, **about, favoured=favoured(*told))

    def look(shot: int, last: bool) -> None:
        after = [chances(chooser.learner, ids) if chooser.done else was for _, ids, was in before]
        dice = [
            {"prompt": prompt, "faces": faces([was, now], vocabulary)}
            for (prompt, _, was), now in zip(before, after, strict=True)
        ]
        now = chooser.margins()
        if last or not chooser.done:
            now |= forgetting(chooser.learner, vocabulary)
        if last:
            now["told"] = unseen.told(chooser.learner)
        folder.tell(step=chooser.done, seconds=round(time.monotonic() - began, 2), **now, dice=dice, shot=shot)

    look(0, False)
    shot, last = 1, False
    while not last:
        folder.tell(losses=[round(chooser.step(), 4)], norms=[round(chooser.norm, 5)], step=chooser.done)
        late = time.monotonic() - began > PATIENCE * preference.seconds
        last = chooser.done == preference.steps or folder.stopped or late
        if chooser.done in looks or last:
            look(shot, last)
            shot += 1
    leave(folder, chooser.learner, vocabulary, chooser.done, began)
