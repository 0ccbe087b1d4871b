"""Mask tab: a hole, two dice: a model that may look back only, and one that looks both ways; texts and pictures filled."""

import numpy as np

from components.page.tab import Dial, Tab, View
from components.page.widget import packed
from components.page.words import say
from components.tabs.mask.fill import Fill
from components.tabs.mask.hole import Hole
from components.tabs.mask.maps import Maps
from components.tabs.mask.mask_measured import MaskMeasured
from components.tabs.mask.repair import Repair
from model import (
    HOLES,
    MAX_SEED,
    Broken,
    Filled,
    Gaps,
    LanguageModel,
    OneHole,
    Shaping,
    amount,
    fill,
    fill_left,
    hole_of,
    holes_recorded,
    masked_beside,
    masked_fits,
    one_hole,
    repaint,
    repair,
    two_maps,
    unseen_pictures,
    wilson,
    within,
)

PICTURES, UNSEEN = 12, "to be repaired"
CLEAR = 96  # tokens of a text whose maps can be seen


def holed(lm: LanguageModel, text: str, token: int | None) -> OneHole:
    """Both dice over a hole; kept, since several cards ask."""
    return lm.kept(one_hole, lm, masked_beside(lm), text, token)


def told(lm: LanguageModel, text: str, token: int | None) -> dict:
    """One hole, as the endpoint and the widget tell it."""
    found = holed(lm, text, token)
    sides = {
        side: getattr(found, side)._asdict() | {"faces": [face._asdict() for face in getattr(found, side).faces]}
        for side in ("back", "both")
    }
    return found._asdict() | sides | {"chosen": token is not None}


def hole(lm: LanguageModel, text: str, token: int = -1) -> dict:
    """Both dice over one token of a text: by what stands before it, and by what stands on both sides.

    `token`: its place, from 0; -1: where looking both ways helps most.
    """
    return told(lm, text, None if token == -1 else within("token", token, len(lm.encode(text))))


def maps(lm: LanguageModel, text: str, token: int | None, head: int) -> dict | None:
    """The maps' value; of a text that is too long for cells that can be seen none."""
    masked, found = masked_beside(lm), holed(lm, text, token)
    if len(found.pieces) > CLEAR:
        return None
    layers, heads = lm.config.n_layer, lm.config.n_head
    layer, head = divmod(head - 1, heads) if head else rightmost(lm, text, found.place)
    back, both = two_maps(lm, masked, text, found.place, layer, head)
    right = float(both[found.place, found.place + 1 :].sum())
    shown = {"back": packed(back), "both": packed(both), "pieces": found.pieces, "place": found.place}
    return shown | {"layer": layer, "head": head, "layers": layers, "heads": heads, "right": right}


def rightmost(lm: LanguageModel, text: str, place: int) -> tuple[int, int]:
    """Layer and head of the masked model that give most to what stands after a hole, where it is told."""
    masked = masked_beside(lm)
    read = masked.read(lm.encode(text), {place})
    pattern = masked.trace(read, lm.vocabulary.pieces(read)).pattern  # (L, H, T + 1, T + 1)
    after = pattern[:, :, place, place + 2 :].sum(-1)
    layer, head = np.unravel_index(after.argmax(), after.shape)
    return int(layer), int(head)


def chips(lm: LanguageModel, text: str) -> dict:
    """The tokens that can be hidden."""
    ids = lm.encode(text)
    masked_beside(lm).check(len(ids))
    return {"pieces": lm.vocabulary.pieces(ids)}


def fill_holes(lm: LanguageModel, text: str, hidden: list[int], temperature: float = 0.0, seed: int = 0) -> dict:
    """Fill the hidden tokens of a text, the surest first, and beside it from left to right by who may look back only.

    `hidden`: their places, from 0.
    """
    if not isinstance(hidden, list):
        raise ValueError("What is hidden is a list of places, such as [3, 5].")
    gaps, shaping, seed = Gaps(text, hidden), Shaping(temperature), amount("A seed", seed, MAX_SEED - 1)
    ids = lm.encode(text)

    def shown(each: Filled) -> dict:
        right = each.id == ids[each.place]
        return {"place": each.place, "piece": lm.vocabulary.piece(each.id), "p": each.p, "right": right}

    filled = [shown(each) for each in fill(lm, masked_beside(lm), gaps, shaping, seed)]
    left = [shown(each) for each in fill_left(lm, gaps, shaping, seed)]
    return {"pieces": lm.vocabulary.pieces(ids), "filled": filled, "left": left}


def offered(lm: LanguageModel) -> dict:
    """The pictures that can be broken."""
    colours = ["".join(f"{colour:x}" for colour in each.pixels.ravel()) for each in unseen_pictures(PICTURES, UNSEEN)]
    return {"captions": [each.caption for each in unseen_pictures(PICTURES, UNSEEN)], "colours": colours}


def repair_picture(lm: LanguageModel, picture: int, hole: str, temperature: float = 0.0, seed: int = 0) -> dict:
    """Break an unseen picture and repair it: from all sides, the surest pixels first, and row by row, looking back only.

    `picture`: from 0 to 11. `hole`: middle, top, bottom, left, right or scattered.
    """
    made = unseen_pictures(PICTURES, UNSEEN)[within("picture", picture, PICTURES)]
    colours, hidden = made.pixels.ravel().tolist(), hole_of(hole)
    broken, shaping = Broken(made.caption, colours, hidden), Shaping(temperature)
    seed = amount("A seed", seed, MAX_SEED - 1)

    def shown(filled: list[Filled]) -> dict:
        right = sum(colours[each.place] == each.id for each in filled)
        places, ids, chances = zip(*filled, strict=True)
        return {"places": places, "colours": ids, "chances": chances, "right": right}

    sides = {
        "back": shown(repaint(lm, broken, shaping, seed)),
        "both": shown(repair(lm, masked_beside(lm), broken, shaping, seed)),
    }
    return {"caption": made.caption, "colours": colours, "hidden": np.flatnonzero(hidden).tolist(), **sides}


def recorded(lm: LanguageModel) -> dict | None:
    """What was measured of these two models; None if nothing was."""
    found = holes_recorded(lm, masked_beside(lm))
    if not found:
        return None

    def row(name: str, counts: list[int]) -> dict:
        n, *rights = counts
        back, both = ((right, right / n, *wilson(right, n)) for right in rights)
        return {"name": name, "n": n, "back": back, "both": both}

    parts = found["parts"]
    texts = [row("all", np.sum(parts, 0).tolist()), *(row(str(i), part) for i, part in enumerate(parts))]
    told = {name: found[name] for name in ("n", "bits")}
    repaired = [row(name, counts) for name, counts in found["pictures"].items()]
    return told | {"pictures": found["n_pictures"], "texts": texts, "repaired": repaired}


def build(lm: LanguageModel, view: View) -> None:
    first = Hole(elem_id="hole")
    both = Maps(elem_id="two_maps")
    several = Fill(elem_id="fill")
    broken = Repair(elem_id="repair")
    measured = MaskMeasured(elem_id="mask_measured")
    dials = {"head": lm.config.n_layer * lm.config.n_head + 1, "picture": PICTURES, "gap": len(HOLES)}
    parts = {told: [first], maps: [both], chips: [several], offered: [broken], recorded: [measured]}
    view.show(parts, **{name: Dial(0, n) for name, n in dials.items()})
    for endpoint in (hole, fill_holes, repair_picture):
        view.endpoint(endpoint)
    view.invite(say("try.mask.sky"), "page.write('The sky is blue and the grass is green.'); page.set({token: 1})")
    view.invite(say("try.mask.kite"), "page.write('Mira has a red kite. Her kite is red.'); page.set({token: 3})")
    view.invite(say("try.mask.left"), f"page.turn('{view.name}', {{gap: {HOLES.index('left')}}})")
    view.how(
        say("mask.formula"), "masked.holes.masked_dice", "masked.fill.fill", "masked.fill.repair", "masked.fill.repaint"
    )


def lacks(lm: LanguageModel) -> str:
    """A masked model with the same vocabulary stands beside the one that is shipped only."""
    return "" if masked_fits(lm) else say("mask.lacks")


TAB = Tab(
    say("mask.title"),
    say("mask.question"),
    say("mask.intro"),
    build,
    say("groups.doubt"),
    lacks=lacks,
)
