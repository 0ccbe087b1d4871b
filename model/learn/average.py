"""Weights between those of a run and those of a run that went on from it: `python -m model.learn.average A B C`.

What the second run forgot is there again, and most of what it learned still is: two trainings of which one went on from
the other lie in one valley (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
Attention may go back further than the rest: how it copies lives there, what it was told lives in the MLPs (Geva et al.
2021, "Transformer feed-forward layers are key-value memories").
"""

import argparse
from pathlib import Path

import torch

from model.core import checkpoint
from model.core.transformer import Transformer
from model.core.written import write_text
from model.learn.card import card

SHARE = 0.4  # of the second run


@torch.no_grad()
def average(one: Transformer, other: Transformer, share: float = SHARE, attention: float | None = None) -> Transformer:
    """`one` with `share` of each weight from `other`; of attention's weights `attention`, if that is said.

    Raises ValueError unless they have the same sizes.
    """
    if one.config != other.config:
        raise ValueError("Only models of the same sizes have weights between them.")
    towards = other.state_dict()
    for name, weight in one.state_dict().items():
        weight.lerp_(towards[name], attention if attention is not None and ".attn." in name else share)
    return one


def main() -> None:
    """Read the flags, write the folder with its card."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("first", type=Path, help="a checkpoint")
    asked.add_argument("second", type=Path, help="one whose training went on from it")
    asked.add_argument("out", type=Path)
    asked.add_argument("--share", type=float, default=SHARE, help="of the second")
    asked.add_argument("--attention", type=float, help="the same of attention's weights, if another")
    given = asked.parse_args()
    one, _, _ = checkpoint.load(given.first)
    other, vocabulary, told = checkpoint.load(given.second)
    both = average(one, other, given.share, given.attention)
    facts = told["training"] | {"averaged": given.share, "checksum": checkpoint.checksum(both)}
    facts |= {} if given.attention is None else {"averaged_attention": given.attention}
    checkpoint.save(given.out, both, vocabulary, facts)
    write_text(given.out / "README.md", card(both.config, facts))


if __name__ == "__main__":
    main()
