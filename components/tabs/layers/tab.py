"""Layers tab: the machine through which a sentence flows, every tensor of it, and what it would say half-way."""

from collections.abc import Sequence

import gradio as gr
import numpy as np

from components.page.tab import Dial, Tab, View
from components.page.widget import packed
from components.page.words import say
from components.parts.tensor import Tensor
from components.tabs.layers.areas import Areas
from components.tabs.layers.half_way import HalfWay
from components.tabs.layers.layer_steps import LayerSteps
from components.tabs.layers.machine import Machine
from components.tabs.layers.neurons import Neurons
from components.tabs.layers.weights import weights
from model import CAPTION_TOKENS, COLOUR_IDS, LanguageModel, Trace, amount, lens, promotes, source, stations, within

SAID, NEURONS, PROMOTED, BINS = 3, 17, 5, 48
AROUND = 14  # tokens shown before the one that fired
# The tensors of one layer in the order of the pass: name, the key of what it is, the code that makes it.
TENSORS = {
    "q": ("tensors.q", "core.transformer.Attention.attend"),
    "k": ("tensors.k", "core.transformer.Attention.attend"),
    "v": ("tensors.v", "core.transformer.Attention.attend"),
    "scores": ("tensors.scores", "core.transformer.Attention.attend"),
    "pattern": ("tensors.pattern", "core.transformer.Attention.attend"),
    "z": ("tensors.z", "core.transformer.Attention.attend"),
    "heads": ("tensors.heads", "core.trace.Heads.__getitem__"),
    "resid_mid": ("tensors.resid_mid", "core.transformer.TransformerLayer.forward"),
    "neurons": ("tensors.neurons", "core.transformer.FeedForward.forward"),
    "mlp": ("tensors.mlp", "core.transformer.FeedForward.forward"),
    "resid": ("tensors.resid", "core.transformer.TransformerLayer.forward"),
}
NAMES = tuple(TENSORS)
AXES = {
    "q": "HTD",
    "k": "HTD",
    "v": "HTD",
    "scores": "HTT",
    "pattern": "HTT",
    "z": "HTD",
    "heads": "HTC",
    "neurons": "TN",
}


def what(lm: LanguageModel, name: str) -> str:
    """What a tensor is, in words."""
    return say(TENSORS[name][0], activation=lm.config.activation)


def has_signs(lm: LanguageModel, name: str) -> bool:
    """Whether numbers of a tensor can be below 0: weights of attention cannot, nor what ReLU has cut."""
    return name != "pattern" and not (name == "neurons" and lm.config.activation == "ReLU")


def layers(lm: LanguageModel, text: str, token: int = -1, n: int = SAID) -> dict:
    """Logit lens: the `n` likeliest next tokens after each half-layer, for one token (-1: the last)."""
    trace = lm.trace(text)
    at = within("token", token, len(trace.ids)) if token != -1 else len(trace.ids) - 1
    rows = said(lm, trace, at, amount("The number of tokens to list", n, lm.config.vocab_size))
    return {"tokens": list(trace.pieces), "token": at, "stations": rows}


def names(lm: LanguageModel) -> list[str]:
    """The stations of the residual stream."""
    return [
        "embedding",
        *(f"{layer} {half}" for layer in range(lm.config.n_layer) for half in ("attention", "network")),
    ]


def said(lm: LanguageModel, trace: Trace, at: int, n: int) -> list[dict]:
    """What the model would say at each station, and what chance it gives to its final answer there."""
    probs = np.exp(lens(lm.transformer, trace, at).astype(np.float64))
    answer = int(probs[-1].argmax())
    rows = []
    for name, row in zip(names(lm), probs, strict=True):
        top = np.argsort(-row, kind="stable")[:n]
        rows.append(
            {
                "name": name,
                "top": [{"piece": lm.vocabulary.piece(int(i)), "id": int(i), "p": float(row[i])} for i in top],
                "answer": float(row[answer]),
                "rank": int((row > row[answer]).sum()) + 1,
            }
        )
    return rows


def flow(lm: LanguageModel, text: str, token: int | None = None, changes: Sequence[str] = ()) -> tuple[dict, dict]:
    """Values of the machine, which is one token's stream at all stations, and of the logit lens."""
    trace = lm.trace(text, changes)
    at = trace.index(token)
    stream, rows = stations(trace)[:, at], said(lm, trace, at, SAID)
    machine = {
        "names": names(lm),
        "stream": packed(stream),
        "lengths": np.linalg.norm(stream, axis=1).tolist(),
        "added": np.linalg.norm(np.diff(stream, axis=0), axis=1).tolist(),
        "says": [row["top"][0] for row in rows],
        "opens": {"attention": NAMES.index("resid_mid"), "network": NAMES.index("resid")},
        "piece": trace.pieces[at],
    }
    return machine, {"rows": rows, "piece": trace.pieces[at]}


def made_by(lm: LanguageModel, name: str) -> dict:
    """The line of the code that runs for this model that makes a tensor."""
    what, sign = lm.transformer.makes(name, TENSORS[name][1])
    found = source(what)
    lines = found.text.splitlines()
    number = next((i for i, line in enumerate(lines) if sign in line), len(lines) - 1)
    return {"path": found.path, "line": found.line + number, "text": lines[number].strip()}


def tensor(
    lm: LanguageModel, text: str, layer: int, tensor_no: int, token: int | None = None, changes: Sequence[str] = ()
) -> dict:
    """One tensor of one layer: its shape, the numbers of one token, and how all of its numbers spread."""
    trace, name = lm.trace(text, changes), NAMES[tensor_no]
    at, whole = trace.index(token), getattr(trace, name)[layer]
    token_axis = 1 if whole.ndim == 3 else 0
    mine = np.atleast_2d(whole.take(at, token_axis))  # (rows, numbers); rows are heads
    finite = whole[np.isfinite(whole)]  # the score of a look that was cut is −∞
    counts, edges = np.histogram(finite, BINS)
    return {
        "name": name,
        "what": what(lm, name),
        "signed": has_signs(lm, name),
        "layer": layer,
        "shape": whole.shape,
        "axes": AXES.get(name, "TC"),
        "rows": len(mine),
        "values": packed(mine),
        "keys": list(trace.pieces) if name in ("scores", "pattern") else None,
        "piece": trace.pieces[at],
        "at": at,
        "counts": counts.tolist(),
        "edges": [float(edges[0]), float(edges[-1])],
        "mean": float(finite.mean(dtype=np.float64)),
        "std": float(finite.std(dtype=np.float64)),
        "zeros": float((whole == 0).mean()),
        "made": lm.kept(made_by, lm, name),
    }


def example(lm: LanguageModel, layer: int, neuron: int, i: int) -> dict | None:
    """A training text or picture in which a neuron fired, cut around the token where it did."""
    found = lm.examples
    row, at, value = (each[layer, neuron, i] for each in (found.row, found.at, found.value))
    if value <= 0:
        return None
    ids, at = found.tokens(int(row)), int(at)
    if lm.vocabulary.kind(ids[-1]) == "colour":
        caption = lm.vocabulary.decode([id for id in ids[: CAPTION_TOKENS - 1] if lm.vocabulary.kind(id) != "control"])
        return {
            "caption": caption,
            "pixels": [id - COLOUR_IDS.start for id in ids[CAPTION_TOKENS:]],
            "pixel": at - CAPTION_TOKENS,
            "value": float(value),
        }
    start = max(0, at - AROUND)
    return {"pieces": lm.vocabulary.pieces(ids[start : at + 4]), "at": at - start, "value": float(value)}


def neurons(lm: LanguageModel, text: str, layer: int, token: int | None = None, changes: Sequence[str] = ()) -> dict:
    """The neurons of a layer that fire most at one token, what they raise and what else fires them."""
    trace = lm.trace(text, changes)
    at = trace.index(token)
    fired = trace.neurons[layer, at]
    top = np.argsort(-fired, kind="stable")[:NEURONS]
    rows = [
        {
            "neuron": int(i),
            "value": float(fired[i]),
            "promotes": [lm.vocabulary.piece(id) for id, _ in promotes(lm.transformer, layer, int(i), PROMOTED)],
            "examples": [found for k in range(4) if (found := example(lm, layer, int(i), k))] if lm.examples else [],
        }
        for i in top
        if fired[i] > 0
    ]
    return {
        "layer": layer,
        "piece": trace.pieces[at],
        "rows": rows,
        "fire": int((fired > 0).sum()),
        "count": len(fired),
        "activation": lm.config.activation,
        "searched": len(lm.examples.starts) - 1 if lm.examples else 0,
    }


def like(lm: LanguageModel) -> dict:
    """What differs between models in the drawing of a layer."""
    config = lm.config
    return {"activation": config.activation, "parallel": config.parallel, "table": lm.wpe is not None}


def build(lm: LanguageModel, view: View) -> None:
    drawn = Machine(elem_id="machine")
    with gr.Row(elem_classes=["cards", "layer-cards"]):
        LayerSteps([[name, what(lm, name)] for name in NAMES], like(lm), elem_id="layer_steps")
        card = Tensor(elem_id="tensor")
    with gr.Row(elem_classes=["cards", "layer-cards"]):
        with gr.Column(elem_classes="stack"):
            half_way = HalfWay(elem_id="half_way")
            view.once(weights, Areas(elem_id="areas"))
        fired = Neurons(elem_id="neurons")
    dials = {"layer": Dial(0, lm.config.n_layer), "tensor_no": Dial(NAMES.index("resid"), len(NAMES))}
    parts = {flow: [drawn, half_way], tensor: [card], neurons: [fired]}
    view.show(parts, **dials)
    view.try_these("decides", "fires", "stop", "off")
    view.how(
        say("layers.formula_parallel" if lm.config.parallel else "layers.formula"),
        "core.transformer.TransformerLayer.forward",
        "core.transformer.FeedForward.forward",
        "inside.lens.lens",
    )
    view.endpoint(layers)


TAB = Tab(
    say("layers.title"),
    say("layers.question"),
    say("layers.intro"),
    build,
    say("groups.inside"),
    inside=True,
)
