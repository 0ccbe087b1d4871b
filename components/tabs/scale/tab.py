"""Scale tab: what changes when a model grows. A ladder to GPT-3, our own scaling law, a calculator, one neuron."""

import json
from collections.abc import Sequence

import gradio as gr
import numpy as np

from components import prints
from components.page.tab import Dial, Tab, View
from components.page.widget import packed
from components.page.words import say
from components.tabs.scale import law as our_law
from components.tabs.scale.ladder import Ladder
from components.tabs.scale.law import Law
from components.tabs.scale.neuron import Neuron
from components.tabs.scale.parameters import MOST, Parameters
from model import (
    GPT2_SMALL,
    GPT3,
    LanguageModel,
    ModelConfig,
    Own,
    aloud,
    amount,
    bytes_a_token,
    chances,
    flops,
    ladder,
    sized,
    speed,
    weighed,
)
from model import parameters as count_parameters

FACES = 8
SIZES = {"layers": "n_layer", "width": "n_embd", "vocabulary": "vocab_size", "context": "n_positions"}


def rungs(lm: LanguageModel) -> dict:
    """The ladder, and how fast this machine climbs it: timed new."""
    read = None
    if lm.tokens_read and lm.corpus:
        read = lm.tokens_read * bytes_a_token(lm.vocabulary, lm.corpus.ids.tolist())
    seconds = lm.trained_minutes and lm.trained_minutes * 60
    found = ladder(Own(lm.n_parameters, lm.config if lm.gpt2 else None, read, seconds))
    return {
        "measures": {measure: [rung._asdict() for rung in all_of] for measure, all_of in found.items()},
        "aloud": {rung.name: [aloud(rung.low), aloud(rung.high)] for rung in found["text"]},
        "flops": speed(lm.transformer) if lm.gpt2 else None,
    }


def own_sizes(lm: LanguageModel) -> dict[str, int]:
    """The four sizes of the calculator, as the loaded model has them."""
    return {name: getattr(lm.config, field) for name, field in SIZES.items()}


def parameters(lm: LanguageModel, layers: int = 0, width: int = 0, vocabulary: int = 0, context: int = 0) -> dict:
    """How many numbers each part of a model in the layout of GPT-2 has, adding up to the total; 0: as this model has.

    Also its bytes, four for each number, and the multiplications and additions for one token of a full context.
    """
    own = own_sizes(lm)
    given = dict(zip(SIZES, (layers, width, vocabulary, context), strict=True))
    sizes = {
        name: amount(say(f"parameters.a_{name}"), size, max(MOST[name], own[name])) or own[name]
        for name, size in given.items()
    }
    ours = sizes == own
    config = ModelConfig(**{field: sizes[name] for name, field in SIZES.items()}, n_head=1)
    parts = count_parameters(lm.transformer) if ours else sized(config)
    total = sum(parts.values())
    work = flops(lm.config if ours else config) if lm.gpt2 or not ours else None
    told = {"parts": parts, "total": total, "layers": sizes["layers"], "tied": "output matrix" not in parts}
    return told | {"bytes": 4 * total, "flops": work, "sizes": sizes, "ours": ours}


def parameters_on_paper(lm: LanguageModel, layers: int, width: int, vocabulary: int, context: int) -> prints.Drawing:
    """Where the weights are, to print."""
    parts = parameters(lm, layers, width, vocabulary, context)["parts"]
    return prints.bars([*parts], [*parts.values()], [f"{n:,}" for n in parts.values()], say("parameters.title"))


def neuron(
    lm: LanguageModel, text: str, layer: int, neuron: int, token: int | None = None, changes: Sequence[str] = ()
) -> dict:
    """One neuron at one token, as it is and as it was, and the die of the next token beside it."""
    before, after = lm.trace(text), lm.trace(text, changes)
    at = before.index(token)
    old = weighed(lm.transformer, before, layer, neuron, at)
    new = weighed(lm.transformer, after, layer, neuron, at, changes)
    was, now = chances(np.stack([before.logits[at], after.logits[at]]))
    top = np.argsort(-np.maximum(was, now), kind="stable")[:FACES]
    return {
        "layer": layer,
        "neuron": neuron,
        "piece": before.pieces[at],
        "inputs": packed(new.inputs),
        "weights": packed(new.weights),
        "old_weights": packed(old.weights),
        "bias": new.bias,
        "old_bias": old.bias,
        "sum": new.sum,
        "fires": new.fires,
        "old_fires": old.fires,
        "activation": lm.config.activation,
        "strongest": int(after.neurons[layer, at].argmax()),
        "faces": [
            {"id": i, "piece": lm.vocabulary.piece(i), "before": float(was[i]), "after": float(now[i])}
            for i in top.tolist()
        ],
        "changed": [*changes],
    }


def build(lm: LanguageModel, view: View) -> None:
    own = own_sizes(lm)
    known = {"this": own} | {
        name: {size: getattr(config, field) for size, field in SIZES.items()}
        for name, config in (("gpt2", GPT2_SMALL), ("gpt3", GPT3))
    }
    view.once(rungs, Ladder(elem_id="ladder"))
    with gr.Row(elem_classes=["cards", "scale-cards"]):
        law = Law(our_law.before(), elem_id="law")
        calculator = Parameters(known, elem_id="parameters")
    law.reveal(our_law.revealed, None, law, api_visibility="private", show_progress="hidden", concurrency_limit=8)
    dials = {name: Dial(size, max(size, MOST[name]) + 1) for name, size in own.items()}
    parts = {parameters: [calculator]}
    if lm.gpt2:
        last = lm.config.n_layer - 1
        fires = int(lm.trace(view.first).neurons[last, -1].argmax())
        dials |= {"layer": Dial(last, last + 1), "neuron": Dial(fires, lm.config.inner)}
        dials |= {"channel": Dial(0, lm.config.n_embd)}
        parts |= {neuron: [Neuron(elem_id="neuron")]}
    else:
        view.absent(say("neuron.none"))
    view.show(parts, **dials)
    to = "document.querySelector('{}').{}"
    view.invite(say("try.scale.guess"), to.format("#law .handle", "focus()"))
    view.invite(say("try.scale.aloud"), "page.note('measure', 'text'); page.tell('walked')")
    count = f"page.turn('{view.name}', {json.dumps(known['gpt3'])})"
    view.invite(say("try.scale.count"), f"{count}; {to.format('#parameters', 'scrollIntoView()')}")
    view.prints(parameters=parameters_on_paper)
    view.how(
        say("scale.formula"),
        "found.scaling.fit",
        "inside.parts.sized",
        "inside.parts.flops",
    )
    view.endpoint(parameters)


TAB = Tab(
    say("scale.title"),
    say("scale.question"),
    say("scale.intro"),
    build,
    say("groups.learn"),
    inside=True,
)
