"""What the open tab shows of two prompts, or of one prompt read by two models, on one seed."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

import numpy as np

from components.page.arguments import RECORDS
from components.page.faults import fault
from components.page.following import following
from components.page.scene import Scene
from components.page.tab import FAILED
from components.page.widget import packed
from components.page.words import say
from components.tabs.compare.compare import Compare
from model import MAX_SEED, LanguageModel, Shaping, amount, divergence, load_die, within

SHIPPED = "assets/model"  # the app's own, whose folder's name says nothing
MOVED = 6  # faces that are drawn
EMPTY = {"fell": "", "weights": "", "layer": 0, "head": 0, "colours": []}
BLANK = {"pieces": [], "differs": [], **EMPTY}
NOTHING = {"shows": "none", "a": BLANK, "b": BLANK, "faces": [], "bits": None, "spot": 0.0, "message": ""}

Pair = tuple[tuple[LanguageModel, str], tuple[LanguageModel, str]]  # who reads what, A and B


@lru_cache(maxsize=2)
def vocabulary(lm: LanguageModel) -> tuple[str, ...]:
    """The piece of each id."""
    return tuple(lm.vocabulary.pieces(range(lm.config.vocab_size)))


def alike(a: LanguageModel, b: LanguageModel) -> bool:
    """Whether an id is the same token to both."""
    return a is b or vocabulary(a) == vocabulary(b)


def marked(pair: Pair) -> tuple[dict, dict]:
    """The tokens of both, and which of them the other has not: those outside the runs that both share."""
    (a, _), (b, _) = pair
    read = [lm.encode(text) for lm, text in pair]
    pieces = [lm.vocabulary.pieces(ids) for (lm, _), ids in zip(pair, read, strict=True)]
    blocks = SequenceMatcher(None, *(read if alike(a, b) else pieces), autojunk=False).get_matching_blocks()
    sides = []
    for mine, starts in ((pieces[0], [m.a for m in blocks]), (pieces[1], [m.b for m in blocks])):
        differs = np.ones(len(mine), bool)
        for start, block in zip(starts, blocks, strict=True):
            differs[start : start + block.size] = False
        sides.append({"pieces": mine, "differs": differs.tolist(), **EMPTY})
    return sides[0], sides[1]


def dice(pair: Pair, controls: dict) -> tuple[dict, list[dict]]:
    """Both dice as they are loaded, the faces that moved most, and where one throw falls on either.

    The throw goes the same share of the way along each die, its likeliest face first.
    """
    shaping = Shaping(**{name: controls[name] for name in RECORDS["shaping"][1]})
    spot = float(np.random.default_rng(amount("A seed", controls["seed"], MAX_SEED - 1)).random())
    probs, fell = [], []
    for lm, text in pair:
        trace = lm.trace(text)
        die = load_die(trace.logits[-1], shaping, trace.ids)
        rank = int(np.searchsorted(die.probs.cumsum() / die.probs.sum(), spot, side="right"))
        fell.append(lm.vocabulary.piece(int(die.ids[min(rank, len(die.ids) - 1)])))
        probs.append(die.probs[np.argsort(die.ids)])
    (a, _), (b, _) = pair
    same = alike(a, b)
    faces = by_id(a, probs) if same else by_piece((a, b), probs)
    bits = divergence(*probs) if same else None
    return {"shows": "dice", "faces": faces, "bits": bits, "spot": spot}, [{"fell": each} for each in fell]


def by_id(lm: LanguageModel, probs: Sequence[np.ndarray]) -> list[dict]:
    """The faces that moved most on two dice with the same faces."""
    a, b = probs
    moved = np.argsort(-np.abs(a - b), kind="stable")[:MOVED].tolist()
    return [{"piece": lm.vocabulary.piece(i), "a": float(a[i]), "b": float(b[i])} for i in moved]


def by_piece(lms: Sequence[LanguageModel], probs: Sequence[np.ndarray]) -> list[dict]:
    """The same of two dice that have different ones: a face counts by its letters, and has no chance where it lacks."""
    chances = []
    for lm, p in zip(lms, probs, strict=True):
        chances.append(of := {})
        for piece, chance in zip(vocabulary(lm), p.tolist(), strict=True):
            of[piece] = of.get(piece, 0) + chance
    a, b = chances
    moved = sorted(a | b, key=lambda piece: -abs(a.get(piece, 0) - b.get(piece, 0)))[:MOVED]
    return [{"piece": piece, "a": a.get(piece, 0.0), "b": b.get(piece, 0.0)} for piece in moved]


def attention(pair: Pair, controls: dict) -> tuple[dict, list[dict]]:
    """What the last token of either looks at, by the head that is open; a smaller model's last one where it has it not."""
    (a, _), _ = pair
    layer = within("layer", controls["layer"], a.config.n_layer)
    head = within("head", controls["head"], a.config.n_head)
    rows = []
    for lm, text in pair:
        of = {"layer": min(layer, lm.config.n_layer - 1), "head": min(head, lm.config.n_head - 1)}
        rows.append(of | {"weights": packed(lm.trace(text).pattern[of["layer"], of["head"], -1])})
    return {"shows": "attention"}, rows


def paint(pair: Pair, controls: dict) -> tuple[dict, list[dict]]:
    """Both captions painted by one seed."""
    if not all(lm.vocabulary.has_pictures for lm, _ in pair):
        raise ValueError(say("compare.paints_not"))
    shaping, seed = Shaping(controls["temperature"]), amount("A seed", controls["seed"], MAX_SEED - 1)
    painted = [[step.rank.item() for step in lm.paint(text, shaping, seed)] for lm, text in pair]
    return {"shows": "paint"}, [{"colours": colours} for colours in painted]


VIEWS = {"dice": dice, "attention": attention, "paint": paint}


def show(lm: LanguageModel, second: LanguageModel | None, scene: dict) -> dict | None:
    """The card's value; None where there is no B. Never raises: a message takes the place of what cannot be shown."""
    if scene.get("other") is None or scene["tab"] not in VIEWS:
        return None
    by_second = second is not None and scene.get("by") is not None
    reader = second if second is not None and by_second else lm
    pair = (lm, str(scene["text"])), (reader, str(scene["other"]))
    try:
        a, b = marked(pair)
        about, sides = VIEWS[scene["tab"]](pair, scene["controls"])
    except ValueError as error:
        return NOTHING | {"by_second": by_second, "message": str(error)}
    except Exception as error:
        fault("compare", error)
        return NOTHING | {"by_second": by_second, "message": FAILED}
    return NOTHING | about | {"by_second": by_second, "a": a | sides[0], "b": b | sides[1]}


def named(lms: Sequence[LanguageModel]) -> list[str]:
    """What to call two models: as their folders or ids end, or whole where these are the same."""
    short = [say("header.name") if lm.name == SHIPPED else Path(lm.name).name for lm in lms]
    return short if len(set(short)) > 1 else [lm.name for lm in lms]


def compare(lm: LanguageModel, second: LanguageModel | None, scene: Scene) -> None:
    """The card, and who fills it."""
    tabs = [tab for tab in VIEWS if tab != "paint" or lm.vocabulary.has_pictures]
    card = Compare(tabs, named([lm, second]) if second else [])
    scene.ask("compare", following(lm, show, second), [scene], [card])
