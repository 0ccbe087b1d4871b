"""How a token came about: the merges of byte-pair encoding (Sennrich et al. 2016) that build it."""

import json
from functools import lru_cache
from typing import NamedTuple

from model.vocabulary import Vocabulary


class Merge(NamedTuple):
    """Two tokens that stood side by side so often in the training text that they became one."""

    rank: int  # 1 is the first merge that was learned
    left: int
    right: int
    joined: int  # all three are ids


@lru_cache(maxsize=2)
def merges(vocabulary: Vocabulary) -> dict[int, Merge]:
    """The merge that makes each id; tokens that no merge makes are not in it."""
    rules = json.loads(vocabulary.tokenizer.to_str())["model"].get("merges", [])
    id_of, made = vocabulary.tokenizer.token_to_id, {}
    for rank, rule in enumerate(rules, 1):
        left, right = rule.split(" ") if isinstance(rule, str) else rule
        joined = id_of(left + right)
        made.setdefault(joined, Merge(rank, id_of(left), id_of(right), joined))
    return made


def assembly(vocabulary: Vocabulary, id: int) -> list[Merge]:
    """The merges that build `id` from single bytes, in the order in which they were learned."""
    made, needed, todo = merges(vocabulary), {}, [id]
    while todo:
        if (merge := made.get(todo.pop())) and merge.joined not in needed:
            needed[merge.joined] = merge
            todo += [merge.left, merge.right]
    return sorted(needed.values())
