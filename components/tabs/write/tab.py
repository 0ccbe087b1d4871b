"""Write tab: a text is rolled token by token; every token's die stays open, and another face can be taken."""

from collections.abc import Iterator, Sequence
from functools import partial

import gradio as gr
import numpy as np

from components.page.pace import VISITORS, paced
from components.page.tab import Tab, View
from components.page.words import say
from components.tabs.write.writing import Writing
from model import MAX_SEED, LanguageModel, Shaping, Step, amount, load_die, within

OTHERS, MOST = 7, 120  # faces that are told of a die; tokens at once


def token(lm: LanguageModel, step: Step, fell: int) -> dict:
    """A token that fell, or was taken, with the die that it comes from."""
    die = step.probs[0]
    top = die.topk(min(OTHERS, len(die)))
    others = [face(lm, int(id), float(p)) for id, p in zip(top.indices, top.values, strict=True) if p > 0]
    ends = float(die[[*lm.vocabulary.ends]].sum())
    return face(lm, fell, float(die[fell])) | {"kind": lm.vocabulary.kind(fell), "ends": ends, "others": others}


def face(lm: LanguageModel, id: int, p: float) -> dict:
    """One face of a die."""
    return {"id": id, "piece": lm.vocabulary.piece(id), "p": p}


def written(
    lm: LanguageModel, ids: Sequence[int], new: Sequence[int], steps: int, shaping: Shaping, seed: int
) -> Iterator[dict]:
    """Up to `steps` tokens after `ids` and `new`, of which the latter are written already; ends with the text's end."""
    for step in lm.generate([*ids, *new], steps, shaping, seed, skip=len(new)):
        made = token(lm, step, int(step.ids))
        yield made
        if made["id"] in lm.vocabulary.ends or made["kind"] == "control":  # something else than this text begins
            return


def taken(lm: LanguageModel, ids: Sequence[int], new: Sequence[int], shaping: Shaping, chosen: int) -> dict:
    """A face that somebody took in place of the one that fell, with the die that it is on."""
    (step,) = lm.generate([*ids, *new], 1, shaping)
    return token(lm, step, chosen)


def writing(lm: LanguageModel, view: View, scene: dict, asked: dict) -> Iterator[dict]:
    """What the widget gets while a run goes on: the tokens since the last answer, as often as a screen shows."""
    try:
        wanted = view.asked(scene)
        ids, run = lm.encode(wanted["text"]), int(asked["run"])
        new = [within("token", id, lm.config.vocab_size) for id in asked["ids"]]
        shaping = Shaping(wanted["temperature"], wanted["top_k"], wanted["top_p"])
        sent, fresh = len(new), []
        if asked.get("taken") is not None:
            fresh = [taken(lm, ids, new, shaping, within("token", asked["taken"], lm.config.vocab_size))]
        room = lm.config.n_positions - len(ids) - len(new) - len(fresh)
        steps = min(amount("The number of tokens", asked["steps"], MOST), max(0, room))
        more = written(lm, ids, [*new, *(each["id"] for each in fresh)], steps, shaping, wanted["seed"])
        for some in paced(lm, more):
            yield {"run": run, "first": sent, "tokens": fresh + some, "over": False, "full": False}
            sent, fresh = sent + len(fresh) + len(some), []
        yield {"run": run, "first": sent, "tokens": fresh, "over": True, "full": steps >= room}
    except ValueError as error:
        raise gr.Error(str(error), print_exception=False) from None


def dials() -> dict[str, gr.components.Component]:
    """The card of controls by which the dice are loaded."""
    with gr.Row(elem_classes=["card", "controls", "write-controls"]):
        temperature = gr.Slider(0, 2, 0.7, step=0.05, label=say("dice.temperature"), elem_id="write_temperature")
        top_k = gr.Slider(0, 100, 0, step=1, label=say("dice.top_k"), elem_id="write_top_k")
        top_p = gr.Slider(0.05, 1, 1.0, step=0.05, label=say("dice.top_p"), elem_id="write_top_p")
        fits = {"minimum": 0, "maximum": MAX_SEED - 1, "step": 1, "precision": 0}
        seed = gr.Number(7, label=say("dice.seed"), elem_id="write_seed", **fits)
    return {"temperature": temperature, "top_k": top_k, "top_p": top_p, "seed": seed}


def ready(lm: LanguageModel, text: str, temperature: float, top_k: int, top_p: float) -> dict:
    """An empty page, if the prompt fits, with the die of what comes first: nothing is rolled until somebody asks."""
    trace = lm.trace(text)
    dice = load_die(trace.logits[-1], Shaping(temperature, int(top_k), top_p))
    likeliest = zip(dice.ids[:OTHERS], dice.probs[:OTHERS], strict=True)
    others = [face(lm, int(id), float(p)) for id, p in likeliest if p > 0]
    ends = float(dice.probs[np.isin(dice.ids, [*lm.vocabulary.ends])].sum())
    full = len(trace.ids) >= lm.config.n_positions
    told = {"run": 0, "first": 0, "tokens": [], "over": True, "full": full}
    return told | {"next": {"others": others, "ends": ends}}


def build(lm: LanguageModel, view: View) -> None:
    text = Writing(elem_id="writing")
    view.show({ready: [text]}, **dials())
    private = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": VISITORS}
    run = text.write(partial(writing, lm, view), [view.scene, text], text, trigger_mode="multiple", **private)
    text.stop(None, None, None, cancels=[run])
    view.try_these("other", "full", "empty")
    view.how(say("write.formula"), "core.generate.roll_on", "core.sampling.shape")


TAB = Tab(say("write.title"), say("write.question"), say("write.intro"), build, say("groups.make"))
