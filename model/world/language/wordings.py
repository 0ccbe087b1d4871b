"""Wordings that many plots share: events told in any story, and what is recalled of who has what."""

import random

from model.world.language.tables import Block, Table

TABLE = Table(__file__, "wordings")


def bank(name: str) -> Block:
    """The wordings of a step that many plots share."""
    return TABLE[name]


def recall(rng: random.Random, scene: dict, known: set[str], name: str) -> str:
    """Say who has what, or which colour it is, from the state of the scene, in the words of `recall {name}`."""
    owned = [scene[key] for key in sorted(known) if scene[key].owner]
    if not owned:
        return ""
    x = rng.choice(owned)
    slots = {"x": x, "o": x.owner}
    same = [y for y in owned if y is not x and y.owner is x.owner]
    others = [y for y in owned if y.owner is not x.owner]
    if name == "early":
        return rng.choice(bank("recall early")).format_map(slots)
    if others and rng.random() < 0.5:
        slots["z"] = rng.choice(others)
        slots["p"], name = slots["z"].owner, "pair"
    elif same and rng.random() < 0.5:
        slots["y"], name = rng.choice(same), "two"
    return rng.choice(bank(f"recall {name}")).format_map(slots)
