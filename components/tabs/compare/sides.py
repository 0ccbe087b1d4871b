"""What the open tab shows of two prompts on one seed."""

import logging
from difflib import SequenceMatcher
from functools import partial

import numpy as np

from components.page.scene import Scene
from components.page.tab import FAILED, RECORDS
from components.page.widget import packed
from components.tabs.compare.compare import Compare
from model import MAX_SEED, LanguageModel, Shaping, amount, divergence, load_die, within

MOVED = 6  # faces that are drawn
EMPTY = {"fell": "", "weights": "", "colours": []}
BLANK = {"pieces": [], "differs": [], **EMPTY}
NOTHING = {
    "shows": "none",
    "a": BLANK,
    "b": BLANK,
    "faces": [],
    "bits": 0.0,
    "spot": 0.0,
    "layer": 0,
    "head": 0,
    "message": "",
}


def marked(lm: LanguageModel, texts: tuple[str, str]) -> tuple[dict, dict]:
    """The tokens of both, and which of them the other has not: those outside the runs that both share."""
    a, b = map(lm.encode, texts)
    alike = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    sides = []
    for ids, starts in ((a, [m.a for m in alike]), (b, [m.b for m in alike])):
        differs = np.ones(len(ids), bool)
        for start, block in zip(starts, alike, strict=True):
            differs[start : start + block.size] = False
        sides.append({"pieces": lm.vocabulary.pieces(ids), "differs": differs.tolist(), **EMPTY})
    return sides[0], sides[1]


def dice(lm: LanguageModel, texts: tuple[str, str], controls: dict) -> tuple[dict, list[dict]]:
    """Both dice as they are loaded, the faces that moved most, and where one throw falls on either.

    The throw goes the same share of the way along each die, its likeliest face first.
    """
    shaping = Shaping(**{name: controls[name] for name in RECORDS["shaping"][1]})
    spot = float(np.random.default_rng(amount("A seed", controls["seed"], MAX_SEED - 1)).random())
    probs, fell = [], []
    for text in texts:
        trace = lm.trace(text)
        die = load_die(trace.logits[-1], shaping, trace.ids)
        rank = int(np.searchsorted(die.probs.cumsum() / die.probs.sum(), spot, side="right"))
        fell.append(lm.vocabulary.piece(int(die.ids[min(rank, len(die.ids) - 1)])))
        probs.append(die.probs[np.argsort(die.ids)])
    a, b = probs
    moved = np.argsort(-np.abs(a - b), kind="stable")[:MOVED].tolist()
    faces = [{"piece": lm.vocabulary.piece(i), "id": i, "a": float(a[i]), "b": float(b[i])} for i in moved]
    return {"shows": "dice", "faces": faces, "bits": divergence(a, b), "spot": spot}, [{"fell": each} for each in fell]


def attention(lm: LanguageModel, texts: tuple[str, str], controls: dict) -> tuple[dict, list[dict]]:
    """What the last token of either looks at, by the head that is open."""
    layer = within("layer", controls["layer"], lm.config.n_layer)
    head = within("head", controls["head"], lm.config.n_head)
    rows = [{"weights": packed(lm.trace(text).pattern[layer, head, -1])} for text in texts]
    return {"shows": "attention", "layer": layer, "head": head}, rows


def pixels(lm: LanguageModel, texts: tuple[str, str], controls: dict) -> tuple[dict, list[dict]]:
    """Both captions painted by one seed."""
    shaping, seed = Shaping(controls["temperature"]), amount("A seed", controls["seed"], MAX_SEED - 1)
    painted = [[step.rank.item() for step in lm.paint(text, shaping, seed)] for text in texts]
    return {"shows": "pixels"}, [{"colours": colours} for colours in painted]


VIEWS = {"dice": dice, "attention": attention, "pixels": pixels}


def show(lm: LanguageModel, scene: dict) -> dict | None:
    """The card's value; None where there is no B. Never raises: a message takes the place of what cannot be shown."""
    if scene.get("other") is None or scene["tab"] not in VIEWS:
        return None
    texts = str(scene["text"]), str(scene["other"])
    try:
        a, b = marked(lm, texts)
        about, sides = VIEWS[scene["tab"]](lm, texts, scene["controls"])
    except ValueError as error:
        return NOTHING | {"message": str(error)}
    except Exception:
        logging.exception("compare")
        return NOTHING | {"message": FAILED}
    return NOTHING | about | {"a": a | sides[0], "b": b | sides[1]}


def compare(lm: LanguageModel, scene: Scene) -> None:
    """The card, and who fills it."""
    card = Compare([tab for tab in VIEWS if tab != "pixels" or lm.vocabulary.has_pictures])
    scene.ask("compare", partial(show, lm), [scene], [card])
