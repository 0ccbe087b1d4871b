"""Dice tab: the loaded die over the next token, how it is shaped, and where it falls."""

import json
from collections.abc import Iterator, Sequence

import gradio as gr
import numpy as np

from components.page.arguments import Throws
from components.page.tab import Dial, Tab, View
from components.page.words import say
from components.parts.die import Die, face
from components.parts.next_tokens import NextTokens
from components.parts.rolls import Rolls
from components.parts.surprise import Surprise
from components.tabs.dice.next_rolls import NextRolls
from components.tabs.dice.three_dice import ThreeDice
from model import (
    MAX_SEED,
    PLAIN,
    WARM,
    LanguageModel,
    Shaping,
    Step,
    amount,
    bits_of,
    divergence,
    likeliest,
    load_die,
    look_ahead,
    roll,
    within,
)

FACES = 12  # drawn one by one; all others share a face
BRANCHES, COMPARED = 3, 10  # of the tree; tokens in three dice
MAX_ROLLS = 201


def next_token(lm: LanguageModel, text: str, shaping: Shaping = PLAIN, n: int = 10) -> dict:
    """The `n` likeliest next tokens, with their probabilities after shaping and as the model gives them."""
    n = amount("The number of tokens to list", n, lm.config.vocab_size)
    trace = lm.trace(text)
    dice = load_die(trace.logits[-1], shaping, trace.ids)
    ids = dice.ids[:n].tolist()
    return {
        "tokens": lm.vocabulary.pieces(ids),
        "ids": ids,
        "probabilities": dice.probs[:n].tolist(),
        "raw": dice.raw[:n].tolist(),
    }


def write(
    lm: LanguageModel, text: str, max_new_tokens: int = 40, shaping: Shaping = WARM, seed: int = 0
) -> Iterator[dict]:
    """Continue `text` to its end, token by token: all of it so far, the new tokens and the raw probability of each."""
    ids = lm.encode(text)
    steps = amount("The number of new tokens", max_new_tokens, lm.config.n_positions - len(ids))
    new, probabilities = [], []
    for step in lm.generate(ids, steps, shaping, amount("A seed", seed, MAX_SEED - 1)):
        if lm.vocabulary.kind(step.ids.item()) == "control":  # the text ends, or something else than a text begins
            return
        new.append(step.ids.item())
        probabilities.append(step.logprobs.exp().item())
        told = {"text": lm.vocabulary.written(ids + new), "tokens": lm.vocabulary.pieces(new)}
        yield told | {"ids": list(new), "probabilities": list(probabilities)}


def read(lm: LanguageModel, text: str, token: int | None) -> list[int]:
    """The ids up to the selected token: what its die is loaded by."""
    ids = lm.encode(text)
    return ids[: within("token", token, len(ids)) + 1] if token is not None else ids


def surprise(lm: LanguageModel, text: str) -> dict:
    """How many bits each token of `text` tells the model: -log2 of the probability it had; the first has none."""
    return surprised(lm, text)


def surprised(lm: LanguageModel, text: str, changes: Sequence[str] = ()) -> dict:
    """The same in a pass with `changes`."""
    trace = lm.trace(text, changes)
    bits = bits_of(trace)
    return {"tokens": list(trace.pieces), "bits": [None, *bits.tolist()], "bytes": len(text.encode())}


def contents(lm: LanguageModel, text: str, token: int | None = None, n: int = COMPARED) -> dict | None:
    """Three dice for one context: what the training data contain, a 5-gram model, the transformer; in bits apart."""
    ids = read(lm, text, token)
    if lm.corpus is None:
        return None
    counts, after = lm.corpus.count(ids), lm.trace_ids(ids).logits[-1].astype(np.float64)
    model = np.exp(after - np.logaddexp.reduce(after))
    ngram, data = lm.kept(lm.corpus.ngram).next(np.array(ids)), counts.next / max(1, counts.times)
    ngram = ngram / ngram.sum()
    top = np.argsort(-np.maximum(np.maximum(data, ngram), model), kind="stable")[:n]
    rows = [
        {
            "piece": lm.vocabulary.piece(int(i)),
            "id": int(i),
            "count": int(counts.next[i]),
            "data": float(data[i]),
            "ngram": float(ngram[i]),
            "model": float(model[i]),
        }
        for i in top
    ]
    return {
        "rows": rows,
        "ending": lm.vocabulary.pieces(ids[len(ids) - counts.length :]),
        "times": counts.times,
        "sample": len(lm.corpus.ids),
        "ngram_bits": divergence(data, ngram),
        "model_bits": divergence(data, model),
    }


def dice(lm: LanguageModel, text: str, n: int = 10) -> dict:
    """The next token by exact counts in the training sample, by a 5-gram model and by the transformer."""
    found = contents(lm, text, n=amount("The number of tokens to list", n, lm.config.vocab_size))
    if found is None:
        raise ValueError("No sample of the training texts lies beside this model.")
    return found


def ahead(lm: LanguageModel, text: str, shaping: Shaping, seed: int, token: int | None = None) -> dict:
    """The tree of the next three rolls, and where greedy choice, the seed's rolls and beam search lead."""
    ids = tuple(read(lm, text, token))
    tree = lm.kept(look_ahead, lm.transformer, ids)
    # Always the three that the unshaped die has on top, so that a branch keeps its place.
    tops, chances = likeliest(tree.logits, BRANCHES, [(*ids, *path) for path in tree.paths], shaping)
    nodes = [
        {"path": list(path), "branches": [{"id": i, "piece": lm.vocabulary.piece(i), "p": p} for i, p in faces]}
        for path, faces in zip(tree.paths, map(zip, tops.tolist(), chances.tolist()), strict=True)
    ]
    room = len(tree.greedy[0])
    rolled = list(lm.generate(ids, room, shaping, seed))
    ways = (("greedy", tree.greedy), ("rolled", told(rolled)), ("beam", tree.beam))
    ways = [{"name": n, "ids": new, "text": lm.vocabulary.decode(new), "logprob": p} for n, (new, p) in ways]
    return {"nodes": nodes, "ways": ways}


def told(steps: Sequence[Step]) -> tuple[list[int], float]:
    """Ids of a continuation and its ln probability before shaping."""
    return [step.ids.item() for step in steps], sum(step.logprobs.item() for step in steps)


def show(
    lm: LanguageModel,
    text: str,
    shaping: Shaping,
    throws: Throws,
    token: int | None = None,
    changes: Sequence[str] = (),
) -> tuple:
    """Values of the die after the selected token, the bars and the tray after the throws."""
    trace, ids = lm.trace(text, changes), read(lm, text, token)  # kept: a slider only shapes these logits again
    seed, rolls = (
        amount("A seed", throws.seed, MAX_SEED - 1),
        amount("The number of rolls", throws.rolls, MAX_ROLLS - 1),
    )
    dice = load_die(trace.logits[len(ids) - 1], shaping, ids)
    ranks, spots = roll(dice, seed, ids, rolls + 1)
    faces = [face(lm, dice, rank) for rank in range(min(FACES, len(dice.ids)))]
    n_others = len(dice.ids) - len(faces)
    others = {"count": n_others, "p": float(dice.probs[FACES:].sum()), "raw": float(dice.raw[FACES:].sum())}
    shared = {"faces": faces, "others": others, "n": rolls}
    place = {"before": text if len(ids) == len(trace.ids) else lm.vocabulary.written(ids)}
    place |= {"full": len(ids) >= lm.config.n_positions}
    after = {"after": trace.pieces[len(ids) - 1], "cuts": len(trace.ids) - len(ids)}
    thrown = [{"rank": int(r), "spot": s.tolist(), **face(lm, dice, r)} for r, s in zip(ranks, spots, strict=True)]
    tally = [int((ranks[:-1] == rank).sum()) for rank in range(len(faces))]
    tally.append(rolls - sum(tally))
    bars = {"tally": tally, "kept": int((dice.probs > 0).sum()), "temperature": shaping.temperature}
    bars |= {"top_k": shaping.top_k, "top_p": shaping.top_p}
    return (
        shared | place | after | {"next": thrown[-1], "thrown": thrown[:-1]},
        shared | bars,
        shared | place | {"thrown": thrown[:-1]},
    )


def knobs() -> dict[str, gr.components.Component]:
    """The card of controls by which the die is loaded."""
    with gr.Column(elem_classes=["card", "controls"]):
        gr.HTML(f"<h2>{say('dice.load')}</h2>")
        hint = say("dice.temperature_is")
        temperature = gr.Slider(0, 2, 1.0, step=0.05, label=say("dice.temperature"), info=hint, elem_id="temperature")
        top_k = gr.Slider(0, 100, 0, step=1, label=say("dice.top_k"), info=say("dice.top_k_is"), elem_id="top_k")
        hint = say("dice.top_p_is")
        top_p = gr.Slider(0.05, 1, 1.0, step=0.05, label=say("dice.top_p"), info=hint, elem_id="top_p")
        min_p = gr.Slider(
            0,
            1,
            0,
            step=0.01,
            label=say("dice.min_p"),
            info=say("dice.min_p_is"),
            elem_id="min_p",
        )
        hint = say("dice.penalty_is")
        penalty = gr.Slider(1, 3, 1.0, step=0.05, label=say("dice.penalty"), info=hint, elem_id="penalty")
        hint = say("dice.seed_is")
        most = {"minimum": 0, "maximum": MAX_SEED - 1, "step": 1, "precision": 0}
        with gr.Row(elem_classes="seeded"):
            seed = gr.Number(7, label=say("dice.seed"), info=hint, min_width=100, elem_id="seed", **most)
            again = gr.Button(say("dice.reset"), scale=0, min_width=90)
        dials = [temperature, top_k, top_p, min_p, penalty, seed]
        again.click(None, None, dials, js=f"() => {json.dumps([dial.value for dial in dials])}")
    names = "temperature", "top_k", "top_p", "min_p", "penalty", "seed"
    return dict(zip(names, dials, strict=True))


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "dice-cards"]):
        controls = knobs()
        die = Die(elem_id="die")
        with gr.Column(elem_classes="stack"):
            bars, tray = NextTokens(elem_id="next_tokens"), Rolls(elem_id="rolls")
    with gr.Row(elem_classes=["cards", "ahead-cards"]):
        tree = NextRolls(elem_id="next_rolls")
        with gr.Column(elem_classes="stack"):
            bits, parts = Surprise(elem_id="surprise"), {show: [die, bars, tray], ahead: [tree]}
            if lm.corpus is None:
                view.absent(say("three.none"))
            else:
                parts[contents] = [ThreeDice(elem_id="three_dice")]
    parts[surprised] = [bits]
    view.show(parts, **controls, rolls=Dial(0, MAX_ROLLS))
    view.try_these("faces", "cold", "hot", "three")
    view.how(
        say("dice.formula"),
        "core.sampling.shape",
        "core.sampling.penalise",
        "core.sampling.roll",
        *(["found.corpus.Corpus.count"] if lm.corpus else []),
        "inside.rolls_ahead.beam_search",
    )
    view.endpoint(next_token, "text temperature top_k top_p n min_p penalty")
    view.endpoint(write, "text max_new_tokens temperature top_k top_p seed min_p penalty")
    view.endpoint(surprise)
    view.endpoint(dice)


TAB = Tab(
    say("dice.title"),
    say("dice.question"),
    say("dice.intro"),
    build,
    say("groups.inside"),
    inside=True,
)
