"""Attention tab: which earlier tokens each token looks at, one head at a time."""

import base64
from collections.abc import Sequence

import gradio as gr
import numpy as np

from components import figures
from components.page.arguments import Looks
from components.page.tab import Dial, Tab, View
from components.page.widget import packed
from components.page.words import say
from components.parts.attention_map import AttentionMap
from components.parts.chart import Chart, ChartValue, drawn
from components.parts.head_grid import HeadGrid
from components.tabs.attention.head_steps import HeadSteps
from components.tabs.attention.token_look import TokenLook
from model import COLOUR_IDS, LanguageModel, Trace, roles, rollout, within

KITE = "Mira has a red kite and a blue cup. Her kite is"
SWAPPED = "Mira has a blue kite and a red cup. Her kite is"
RAISED = 5
THUMBNAIL = 40  # cells a side; a longer text shows the largest weight of each block


def pattern(
    lm: LanguageModel, text: str, layer: int, head: int, changes: Sequence[str] = ()
) -> tuple[Trace, np.ndarray]:
    """The pass over `text`, with `changes`, and one head's attention weights (T, T); layers and heads count from 0."""
    layer, head = within("layer", layer, lm.config.n_layer), within("head", head, lm.config.n_head)
    trace = lm.trace(text, changes)
    return trace, trace.pattern[layer, head]


def attention(lm: LanguageModel, text: str, layer: int = 0, head: int = 0) -> dict:
    """Tokens and attention weights (T x T, row = query, column = key) of one head."""
    trace, weights = pattern(lm, text, layer, head)
    return {"tokens": list(trace.pieces), "weights": weights.tolist()}


def habits(weights: np.ndarray) -> dict[str, float]:
    """How much of its attention (..., T, T) a head gives, on average, to three places; 0 for a single token."""
    rows = weights[..., 1:, :]  # token 0 can only look at itself
    if not rows.shape[-2]:
        return {"previous": 0.0, "first": 0.0, "itself": 0.0}
    places = {
        "previous": np.diagonal(weights, -1, -2, -1),
        "first": rows[..., 0],
        "itself": np.diagonal(rows, 1, -2, -1),
    }
    return {name: place.mean(-1) for name, place in places.items()}


def thumbnails(weights: np.ndarray) -> np.ndarray:
    """Attention weights (L, H, T, T) as bytes (L, H, n, n) of their square roots, n at most THUMBNAIL."""
    n = min(THUMBNAIL, weights.shape[-1])
    starts = np.arange(n) * weights.shape[-1] // n
    blocks = np.maximum.reduceat(np.maximum.reduceat(weights, starts, -1), starts, -2)
    return np.round(255 * np.sqrt(blocks)).astype(np.uint8)


def role(lm: LanguageModel, layer: int, head: int) -> dict:
    """What a head does where that can be measured, and the share of its attention that says so."""
    vocabulary = lm.vocabulary
    found = lm.kept(roles, lm.transformer, vocabulary.words, COLOUR_IDS if vocabulary.has_pictures else None)
    best = int(found.scores[:, layer, head].argmax())
    return {"role": found.of(layer, head), "most": found.names[best], "score": float(found.scores[best, layer, head])}


def steps(lm: LanguageModel, text: str, layer: int, head: int, changes: Sequence[str] = ()) -> dict:
    """All that one head computes, for every token, and which tokens its writing raises most."""
    trace = lm.trace(text, changes)
    writes = trace.heads[layer, head]  # (T, C)
    raised = writes @ lm.unembed.T  # (T, V)
    top = np.argpartition(-raised, RAISED, axis=-1)[:, :RAISED]
    top = np.take_along_axis(top, np.argsort(-np.take_along_axis(raised, top, -1), axis=-1), -1)
    vectors = {name: packed(getattr(trace, name)[layer, head]) for name in ("q", "k", "v", "z", "scores")}
    return {
        "layer": layer,
        "head": head,
        "pieces": trace.pieces,
        "raises": [lm.vocabulary.pieces(ids) for ids in top.tolist()],
        "writes": packed(writes),
        **vectors,
    }


def heads(lm: LanguageModel, text: str, changes: Sequence[str] = ()) -> dict:
    """The head grid's value: all heads, small."""
    trace = lm.trace(text, changes)
    small = thumbnails(trace.pattern)
    return {"shape": small.shape, "bytes": base64.b64encode(small.tobytes()).decode(), "tokens": len(trace.ids)}


def weights_of(lm: LanguageModel, text: str, looks: Looks, changes: Sequence[str] = ()) -> tuple[Trace, np.ndarray]:
    """The pass over `text`, with `changes`, and the weights (T, T) of one map."""
    trace, weights = pattern(lm, text, looks.layer, looks.head, changes)
    return trace, rollout(trace.pattern)[looks.layer] if looks.through else weights


def large(lm: LanguageModel, text: str, looks: Looks, changes: Sequence[str] = ()) -> dict:
    """The large map's value."""
    trace, weights = weights_of(lm, text, looks, changes)
    habit = {name: float(score) for name, score in habits(weights).items()}
    shown = {"cells": packed(weights), "pieces": trace.pieces, "habits": habit}
    return looks._asdict() | shown | role(lm, looks.layer, looks.head)


def zoomed(lm: LanguageModel, text: str, looks: Looks, heatmap: int, changes: Sequence[str] = ()) -> ChartValue | None:
    """The same map as a chart with zoom, once somebody has opened it with the dial `heatmap`."""
    if not heatmap:
        return None
    trace, weights = weights_of(lm, text, looks, changes)
    i, j = np.unravel_index(weights.argmax(), weights.shape)
    title = say("heatmap.rollout" if looks.through else "heatmap.title", layer=looks.layer, head=looks.head)
    most = {"most": f"{weights[i, j]:.3f}", "row": trace.pieces[i], "i": i, "column": trace.pieces[j], "j": j}
    axes = say("heatmap.x"), say("heatmap.y"), say("heatmap.weight")
    return drawn(
        figures.heatmap(weights, *axes, trace.pieces, kept=text), title, say("heatmap.say", **most), "attention"
    )


def strongest(scores: np.ndarray) -> dict[str, int]:
    """Layer and head of the largest score (L, H)."""
    layer, head = np.unravel_index(scores.argmax(), scores.shape)
    return {"layer": int(layer), "head": int(head)}


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "attention-cards"]):
        with gr.Column(elem_classes="stack"):
            grid = HeadGrid(elem_id="heads")
            TokenLook(elem_id="look")
        with gr.Column(elem_classes="stack"):
            opened = AttentionMap(elem_id="map")
            inner = HeadSteps(elem_id="head_steps")
    chart = Chart("heatmap", say("heatmap.closed"), say("heatmap.invite"), elem_id="heatmap")
    first = lm.demonstrations.get("attention.follows")  # which head to open is measured on this model
    ids = lm.vocabulary.read(KITE)[: lm.config.n_positions]
    opens = first.controls if first else strongest(habits(lm.trace_ids(ids).pattern)["previous"])
    dials = {"layer": Dial(opens["layer"], lm.config.n_layer), "head": Dial(opens["head"], lm.config.n_head)}
    parts = {heads: [grid], large: [opened], zoomed: [chart], steps: [inner]}
    view.show(parts, **dials, through=Dial(0, 2), heatmap=Dial(0, 2))
    view.try_these("follows", "swapped", "back")
    view.how(
        say("attention.formula"),
        "core.transformer.Attention.forward",
        "core.transformer.Attention.attend",
        "core.transformer.past",
        "inside.roles.roles",
        "inside.lens.rollout",
    )
    view.endpoint(attention)


TAB = Tab(
    say("attention.title"),
    say("attention.question"),
    say("attention.intro"),
    build,
    say("groups.inside"),
    inside=True,
)
