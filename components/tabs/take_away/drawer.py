"""The drawer below the inside tabs: take a cause away, and see the die before and after."""

import contextlib
from collections.abc import Sequence

import gradio as gr
import numpy as np

from components import figures
from components.page.arguments import published
from components.page.faults import fault
from components.page.following import following
from components.page.scene import Scene
from components.page.tab import FAILED, Tab
from components.page.widget import packed
from components.page.words import percent, say
from components.tabs.take_away.banner import Banner
from components.tabs.take_away.take_away import TakeAway
from model import AXES, FORMS, Edit, LanguageModel, amount, divergence, load_die, too_much
from model import effects as find_effects

SEEN = 0.005  # a line that lower does not leave the ground
TALL = 210  # pixels of the slopes, without their heads
DRAWN, STEPS = 8, 12  # tokens compared, and tokens that both continuations are long


def die(lm: LanguageModel, ids: Sequence[int], changes: Sequence[str] = ()) -> np.ndarray:
    """Probabilities (V,) of the token after `ids`, by id."""
    dice = load_die(lm.trace_ids(ids, changes).logits[-1])
    return dice.raw[np.argsort(dice.ids)]


def compared(lm: LanguageModel, before: np.ndarray, after: np.ndarray, n: int) -> list[dict]:
    """The `n` tokens that are likeliest before or after, likeliest first, with the change of ln p."""
    ids = np.argsort(-np.maximum(before, after), kind="stable")[:n]
    tiny = np.finfo(np.float64).tiny  # ln 0 is no number
    return [
        {
            "id": int(i),
            "piece": lm.vocabulary.piece(int(i)),
            "before": float(before[i]),
            "after": float(after[i]),
            "change": float(np.log(max(after[i], tiny)) - np.log(max(before[i], tiny))),
        }
        for i in ids
    ]


def intervene(lm: LanguageModel, text: str, edits: list[str], n: int = DRAWN) -> dict:
    """The next token before and after the edits ('head 3.1 off', 'token 4 as 517' ...), and how the text goes on."""
    n = amount("The number of tokens to list", n, lm.config.vocab_size)
    ids = lm.encode(text)
    before, after = die(lm, ids), die(lm, ids, edits)
    goes_on = [lm.vocabulary.pieces(lm.continued(ids, STEPS, changes)) for changes in ((), edits)]
    return {
        "tokens": compared(lm, before, after, n),
        "divergence_bits": divergence(before, after),
        "continued": dict(zip(("before", "after"), goes_on, strict=True)),
    }


def effects(lm: LanguageModel, text: str) -> dict:
    """Change of ln p of the likeliest next token when each head and each feed-forward network is off."""
    found = lm.kept(find_effects, lm.transformer, tuple(lm.encode(text)))
    return {
        "token": lm.vocabulary.piece(found.id),
        "id": found.id,
        "logprob": found.logprob,
        "heads": found.heads.tolist(),
        "feed_forward": found.feed_forward.tolist(),
    }


def read(lm: LanguageModel, lines: Sequence[str]) -> dict[str, dict]:
    """For each of `lines` that says an edit: its kind, its fields, and the token that is read in place of another."""
    said = {}
    for line in lines:
        with contextlib.suppress(ValueError):
            edit = Edit.read(line)
            id = int(edit.fields.get("id", lm.config.vocab_size))
            piece = lm.vocabulary.piece(id) if id < lm.config.vocab_size else None
            said[line] = {"kind": edit.kind, "fields": edit.fields, "piece": piece}
    return said


def slopes(tokens: Sequence[dict]) -> dict:
    """The chance before and after of each token that anybody would see move, as lines."""
    tokens = [token for token in tokens if max(token["before"], token["after"]) >= SEEN] or tokens[:1]
    sides = np.array([[token[side] for token in tokens] for side in ("before", "after")])
    names = [token["piece"] for token in tokens]
    ends = say("away.before"), say("away.after")
    return figures.slopes(names, [[percent(p) for p in side] for side in sides], sides, ends, TALL).to_dict()


def forms(lm: LanguageModel) -> dict[str, str]:
    """The changes that this model can have: without a table of positions none can be moved."""
    return {kind: form for kind, form in FORMS.items() if lm.wpe is not None or kind not in ("places", "shift")}


def mattered(lm: LanguageModel, text: str) -> dict | None:
    """The effects as cells; None where that would take too long."""
    if too_much(lm.transformer, len(lm.encode(text))):
        return None
    found = effects(lm, text)
    return found | {"cells": packed(np.c_[found.pop("heads"), found.pop("feed_forward")])}


def show(lm: LanguageModel, scene: dict) -> dict:
    """The drawer's value. Never raises: what cannot be done is left out, with the reason."""
    text, edits = str(scene["text"]), [str(edit) for edit in scene["edits"]]
    try:
        ids = lm.encode(text)
        sizes = {"layers": lm.config.n_layer, "heads": lm.config.n_head}
        value = {"said": read(lm, edits), "ids": ids, "pieces": lm.vocabulary.pieces(ids), "sizes": sizes}
        value |= {"forms": forms(lm), "axes": AXES, "effects": mattered(lm, text)}
    except ValueError as error:
        return {"message": str(error), "edits": edits}
    try:
        done, refused = lm.sorted_out(text, edits)
        found = intervene(lm, text, done)
        lines = slopes(found["tokens"]) if done else None
        return value | {"edits": edits, "refused": refused, "message": "", "slopes": lines} | found
    except Exception as error:
        fault("take it away", error)
        return {"message": FAILED, "edits": edits}


def drawn(lm: LanguageModel, scene: dict) -> tuple[dict, dict]:
    """The drawer's value and the banner's."""
    value = show(lm, scene)
    told = {"said": value.get("said", {}), "pieces": value.get("pieces", [])}
    return value, told | {"refused": [*value.get("refused", ())]}


def looking(tabs: Sequence[Tab]) -> list[str]:
    """Names of the tabs that look into the pass."""
    return [tab.name for tab in tabs if tab.inside]


class Drawer:
    """Shown below the tabs that look inside; the banner above them says what it has taken away."""

    def __init__(self, lm: LanguageModel, scene: Scene, tabs: Sequence[Tab], banner: Banner):
        pieces = {"pieces": lm.vocabulary.pieces(range(len(lm.vocabulary)))}
        drawer = TakeAway(looking(tabs), pieces, elem_id="take_away")
        scene.ask("intervene", following(lm, drawn), [scene], [drawer, banner])
        for endpoint in (intervene, effects):
            gr.api(published(lm, endpoint), api_name=endpoint.__name__, concurrency_limit=8)
