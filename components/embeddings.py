"""Embeddings tab: the numbers of a token, what lies near it, and a map of the whole vocabulary."""

import json
from base64 import b64encode
from functools import lru_cache, partial

import gradio as gr
import numpy as np

from components.tab import Tab, View
from components.widgets.nearest import Nearest
from components.widgets.position_table import PositionTable
from components.widgets.vector_sum import VectorSum
from components.widgets.vocabulary_map import VocabularyMap
from components.widgets.widget import packed
from model import COLOURS, LanguageModel, pca

NEAREST, COMPARED = 8, 6  # bars: from the whole vocabulary, from the prompt
WORDS = ("seven", "dog", "bird", "Ada", "Leo", "happy", "ran", "said", "the", "was", "day", "house")
NICE = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)  # ends of a colour ramp, times a power of ten
RESERVED, ALIKE = "<control15>", 0.9
DRAWN = 100_000  # cells of the position table that are sent; a larger table is thinned out


@lru_cache(maxsize=2)
def places(lm: LanguageModel) -> tuple[np.ndarray, np.ndarray]:
    """Where each token points (V, 3) in the three directions that differ most; their shares of the spread.

    All on vectors of length 1, as the cosine compares them; the untouched would make a map of rarity.
    """
    return pca(lm.wte / np.linalg.norm(lm.wte, axis=1, keepdims=True), fit=~untouched(lm))


def untouched(lm: LanguageModel) -> np.ndarray:
    """Which tokens (V,) training never showed: they point where the reserved ones do, pushed away alike."""
    reserved = lm.vocabulary.encode(RESERVED)
    if len(reserved) > 1:  # a stranger's model reserves none
        return np.zeros(len(lm.wte), bool)
    return cosines(lm.wte, lm.wte[reserved[0]]) > ALIKE


@lru_cache(maxsize=2)
def limits(lm: LanguageModel) -> tuple[float, float]:
    """The ends of the colour ramps of tokens and of positions: the same for every prompt."""
    return ramp_end(lm.wte), ramp_end(lm.wpe)


def ramp_end(table: np.ndarray) -> float:
    """A round number that 99.5 % of the numbers in `table` do not exceed in size."""
    reach = float(np.percentile(np.abs(table), 99.5))
    power = 10.0 ** np.floor(np.log10(reach)) if reach > 0 else 1.0
    return float(next(power * n for n in NICE if power * n >= reach * (1 - 1e-9)))


def cosines(vectors: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Cosine of the angle between rows: 1 is the same direction, 0 a right angle."""
    lengths = np.linalg.norm(vectors, axis=-1) * np.linalg.norm(others, axis=-1)
    return (vectors * others).sum(-1) / lengths


def embeddings(lm: LanguageModel, text: str) -> dict:
    """For each token of `text`: the tokens nearest to it, with the cosine, and its place on the map."""
    ids, piece = lm.encode(text), lm.vocabulary.piece
    near = [[{"token": piece(i), "cosine": c} for i, c in lm.nearest(id, NEAREST)] for id in ids]
    return {
        "tokens": lm.vocabulary.pieces(ids),
        "nearest": near,
        "coordinates": places(lm)[0][ids, :2].tolist(),
    }


def described(lm: LanguageModel, id: int, cosine: float) -> dict:
    """A token that is compared with the selected one."""
    return {"id": id, "piece": lm.vocabulary.piece(id), "kind": lm.vocabulary.kind(id), "cosine": cosine}


def neighbours(lm: LanguageModel, ids: tuple[int, ...], id: int) -> dict:
    """The tokens nearest to `id`, the median of all, and the nearest among the prompt's own tokens."""
    ordered = lm.nearest(id, len(lm.vocabulary))
    here = [pair for pair in ordered if pair[0] in ids]
    return {
        "piece": lm.vocabulary.piece(id),
        "nearest": [described(lm, *pair) for pair in ordered[:NEAREST]],
        "here": [described(lm, *pair) for pair in here[:COMPARED]],
        "n_others": len(ordered),
        "median": float(np.median([cosine for _, cosine in ordered])),
    }


def show(lm: LanguageModel, text: str, token: int | None = None) -> tuple[dict, dict, dict]:
    """Values of the sum, of the bars and of the map for one token of `text`; None is the last."""
    trace = lm.trace(text)
    last = len(trace.ids) - 1
    at = last if token is None else min(max(0, token), last)
    id, near = trace.ids[at], neighbours(lm, trace.ids, trace.ids[at])
    vectors = {name: packed(getattr(trace, name)[at]) for name in ("token", "position", "embed")}
    summed = {"piece": near["piece"], "id": id, "at": at, "limit": max(limits(lm)), **vectors}
    drawn = {"id": id, "nearest": [other["id"] for other in near["nearest"]]}
    return summed, near, drawn


def position_table(lm: LanguageModel) -> dict:
    """Every position's vector as one byte a number, and how alike near positions are."""
    limit, table = limits(lm)[1], lm.wpe
    thin = int(np.ceil(np.sqrt(table.size / DRAWN)))
    levels = np.rint(np.clip(table[::thin, ::thin] / limit, -1, 1) * 127).astype(np.int8)
    return {
        "cells": b64encode(levels.tobytes()).decode(),
        "rows": levels.shape[0],
        "thin": thin,
        "shape": table.shape,
        "limit": limit,
        "alike": {str(n): packed(cosines(table[:-n], table[n:])) for n in (1, 10, 100) if n < len(table)},
    }


def always_named(lm: LanguageModel) -> list[int]:
    """Ids that the map names whatever is selected: colours of pixels, colour words and others, digits."""
    names = [f"<{name}>" for name in COLOURS] + [f" {name}" for name in (*COLOURS, *WORDS)] + [*"0123456789"]
    cut = [lm.vocabulary.encode(name) for name in names]
    return [ids[0] for ids in cut if len(ids) == 1]


def vocabulary_table(lm: LanguageModel) -> dict:
    """The whole map, which is the same for every prompt."""
    coordinates, shares = places(lm)
    everything = range(len(coordinates))
    return {
        "coordinates": packed(coordinates),
        "shares": shares.tolist(),
        "channels": lm.config.n_embd,
        # One string each: Gradio would wrap every entry of a list
        "pieces": json.dumps(lm.vocabulary.pieces(everything)),
        "kinds": " ".join(lm.vocabulary.kind(id) for id in everything),
        "named": always_named(lm),
        "untouched": int(untouched(lm).sum()),
    }


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "embedding-cards"]):
        with gr.Column(elem_classes=["stack"]):
            summed, near = VectorSum(elem_id="vector_sum"), Nearest(elem_id="nearest")
        plan = VocabularyMap(vocabulary_table(lm), elem_id="vocabulary_map")
    PositionTable(position_table(lm), elem_id="position_table")
    view.show(partial(show, lm), [summed, near, plan])
    view.try_this("Is “kite” nearer to “ball” or to “bird”?", "a kite, a ball and a bird", token=1)
    view.try_this("Do the colours of pixels lie near the colour words?", " red<red> blue<blue> green<green>", token=0)
    view.try_this("Which words lie near the digit 7?", "7 seven eight dog", token=0)
    view.how(
        "one row of the table wte plus one row of wpe; cosine = a · b / (|a| |b|),",
        "transformer.Transformer.stream",
        "language_model.LanguageModel.nearest",
        "projection.pca",
    )
    view.endpoint(partial(embeddings, lm))


TAB = Tab(
    "Embeddings",
    "What do the numbers mean?",
    "Embedding: to the model a token is a list of numbers, learned in training. "
    "Tokens that are used alike get lists that point the same way.",
    build,
    inside=True,
)
