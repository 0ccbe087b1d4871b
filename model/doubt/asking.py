"""How cards ask a model: many prompts in one batch, the next die of each, and whether an answer would come.

Shapes: n prompts, C channels, V vocabulary.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch

from model.core.alike import alike
from model.core.sampling import Shaping
from model.core.transformer import Cache
from model.core.vocabulary import EOT
from model.doubt.progress import add
from model.language_model import LanguageModel

BATCH, TOGETHER = 32, 40  # texts that are read, and written, at once
SURE = Shaping(temperature=0)


@torch.inference_mode()
def streams(lm: LanguageModel, prompts: Sequence[str]) -> torch.Tensor:
    """The stream (n, C) at the last token of each prompt, after the last layer norm."""
    rows = [lm.encode(prompt) for prompt in prompts]
    found = torch.empty(len(rows), lm.config.n_embd)
    for some, ids in alike(rows, BATCH):
        stream = lm.transformer.stream(ids)
        add(ids.numel())
        found[some] = stream[torch.arange(len(some)), [len(rows[i]) - 1 for i in some]]
    return found


@torch.inference_mode()
def dice(lm: LanguageModel, prompts: Sequence[str]) -> np.ndarray:
    """The chance (n, V) of each token to come next."""
    return lm.transformer.score(streams(lm, prompts)).softmax(-1).numpy()


def started(lm: LanguageModel, prompt: str, more: int) -> tuple[Cache, torch.Tensor]:
    """The prompt read once, with room for so many tokens more; log chances (V,) of the next one."""
    ids = lm.encode(prompt)
    lm.check_length(len(ids) + more)
    read = Cache(replace(lm.config, n_positions=len(ids) + more), 1)
    return read, lm.transformer(torch.tensor([ids]), read)[0, -1].log_softmax(-1)


@torch.inference_mode()
def bits_after(lm: LanguageModel, prompt: str, texts: Sequence[str]) -> np.ndarray:
    """Bits (n,) of each of `texts` to follow the prompt, which is read once."""
    rows = [lm.vocabulary.encode(text) for text in texts]
    ids = np.array([row + [EOT] * (max(map(len, rows)) - len(row)) for row in rows])  # (n, T)
    counts = torch.tensor([[i < len(row) for i in range(ids.shape[1])] for row in rows])
    read, first = started(lm, prompt, ids.shape[1])
    found = []
    for some, kept in zip(torch.from_numpy(ids).split(2 * BATCH), counts.split(2 * BATCH), strict=True):
        logs = first[some[:, :1]]
        if some.size(1) > 1:
            after = lm.transformer(some[:, :-1], read.take(torch.zeros(len(some), dtype=torch.long))).log_softmax(-1)
            logs = torch.cat([logs, after.gather(-1, some[:, 1:, None])[..., 0]], 1)
        found.append(-(logs * kept).sum(1))
        add(some.numel())
    return torch.cat(found).numpy().astype(np.float64) / math.log(2)


@torch.inference_mode()
def comes(lm: LanguageModel, prompts: Sequence[str], answers: Sequence[str]) -> np.ndarray:
    """Whether (n,) each answer is what comes after its prompt, where the likeliest token is always taken."""
    asked = [lm.encode(prompt) for prompt in prompts]
    rows = [[*ids, *lm.vocabulary.encode(said)] for ids, said in zip(asked, answers, strict=True)]
    right = np.empty(len(rows), bool)
    for some, ids in alike(rows, BATCH):
        add(ids.numel())
        for i, best in zip(some, lm.transformer(ids[:, :-1]).argmax(-1).tolist(), strict=True):
            start = len(asked[i])
            right[i] = best[start - 1 : len(rows[i]) - 1] == rows[i][start:]
    return right


@torch.inference_mode()
def rank(lm: LanguageModel, prompt: str, text: str, faces: Sequence[Sequence[str]], most: int) -> int | None:
    """The place of `text` among all that take one of the `faces` at each place; None where the search gets too wide.

    Branch and bound: a beginning that is less likely than the whole text leads to nothing likelier.
    """
    ids = lm.vocabulary.encode(text)
    sides = [[lm.vocabulary.encode(face) for face in some] for some in faces]
    if len(ids) != len(sides) or any(len(face) != 1 for some in sides for face in some):
        return None
    alone = float(bits_after(lm, prompt, [text])[0])
    read, logs = started(lm, prompt, len(ids))
    begun, bits, logs = torch.empty(1, 0, dtype=torch.long), torch.zeros(1), logs[None]
    for place, some in enumerate(sides):
        if place:
            logs = lm.transformer(begun, read.take(torch.zeros(len(begun), dtype=torch.long)))[:, -1].log_softmax(-1)
        next_ids = torch.tensor([face[0] for face in some])
        spread = bits[:, None] - logs[:, next_ids] / math.log(2)  # (n, faces)
        rows, columns = torch.nonzero(spread < alone - 1e-3, as_tuple=True)
        if len(rows) > most:
            return None
        if not len(rows):
            return 1
        begun, bits = torch.cat([begun[rows], next_ids[columns, None]], 1), spread[rows, columns]
    return 1 + len(begun)


def written(
    lm: LanguageModel,
    prompts: Sequence[str],
    tokens: int,
    shaping: Shaping = SURE,
    ends: Callable[[str], bool] = lambda text: False,
    seed: int = 0,
) -> list[str]:
    """What it writes after each prompt, up to the end of a document or to where `ends` says so of the text so far.

    Many go on at once, each as it would alone; prompt i rolls by the seed `seed` + i.
    """
    found = []
    for start in range(0, len(prompts), TOGETHER):
        going = {}
        for i, prompt in enumerate(prompts[start : start + TOGETHER]):
            ids = lm.encode(prompt)
            going[i] = lm.generate(ids, min(tokens, lm.config.n_positions - len(ids)), shaping, seed + start + i)
        new: list[list[int]] = [[] for _ in going]
        while going:
            for i, steps in list(going.items()):
                step = next(steps, None)
                add(1)
                if step is not None and step.ids.item() not in lm.vocabulary.ends:
                    new[i].append(step.ids.item())
                    if not ends(lm.vocabulary.decode(new[i])):
                        continue
                steps.close()
                del going[i]
        found += map(lm.vocabulary.decode, new)
    return found
