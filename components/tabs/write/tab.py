"""Write tab: a text is rolled token by token; every token's die stays open, and another face can be taken."""

import gradio as gr
import numpy as np

from components import prints
from components.page.following import following
from components.page.pace import VISITORS
from components.page.tab import Tab, View
from components.page.words import percent, say
from components.parts.chart import Chart
from components.parts.rolled import OTHERS, face, until_end
from components.tabs.write.fifty import Fifty
from components.tabs.write.rolling import known, rereading, siding, trying, writing
from components.tabs.write.sides import Sides
from components.tabs.write.where_from import WhereFrom
from components.tabs.write.writing import Writing
from model import MAX_SEED, LanguageModel, Shaping, amount, count_words, covered, load_die, longest_apart, words_asked

RUNS, LINES = 8, 3  # runs that are listed, and places of each
PRINTED = 60  # tokens of a text on paper
WARM = 0.5  # read blind, two sentences fit each other after 40 of a hundred first prompts; at 0.7 after 30


def dials() -> dict[str, gr.components.Component]:
    """The card of controls by which the dice are loaded."""
    with gr.Row(elem_classes=["card", "controls", "write-controls"]):
        temperature = gr.Slider(0, 2, WARM, step=0.05, label=say("dice.temperature"), elem_id="write_temperature")
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


def found(lm: LanguageModel, scene: dict, asked: dict) -> dict | None:
    """Where the written ids stand in what was read, and how many words they are; None if they are none."""
    try:
        prompt, new = lm.encode(str(scene["text"])), known(lm, asked["ids"])
        lm.check_length(len(prompt) + len(new))
    except ValueError:
        return None
    text = [id for id in new if id not in lm.vocabulary.ends]
    told = {"run": int(asked["run"]), "words": count_words(lm.vocabulary.decode(text)), "runs": []}
    told |= {"asked": words_asked(str(scene["text"])), "covered": [], "unseen": 0, "of_unseen": 0, "sample": 0}
    told |= {"by_hand": 0, "read": lm.tokens_read, "megabytes": 0.0}
    return told if lm.reading is None else told | standing(lm, prompt, text)


def standing(lm: LanguageModel, prompt: list[int], text: list[int]) -> dict:
    """The runs of `text` after `prompt` in what was read, beside those of prose that nobody has read."""
    reading, start = lm.reading, len(prompt)
    runs = [run for run in reading.runs([*prompt, *text]) if run.start + run.length > start]
    within = covered(runs, start + len(text))[start:]
    unseen, of_unseen = reading.unseen
    listed = []
    for run in longest_apart(runs, RUNS):
        ids = [*prompt, *text][run.start : run.start + run.length]
        lines = [line._asdict() for line in reading.lines(run, LINES)]
        about = {"start": run.start - start, "length": run.length, "times": run.times}
        listed.append(about | {"text": lm.vocabulary.decode(ids), "lines": lines})
    sizes = {"sample": len(reading.corpus.ids), "by_hand": len(reading.handwritten.ids)}
    sizes |= {"megabytes": reading.suffixes.nbytes / 1e6, "unseen": unseen, "of_unseen": of_unseen}
    return {"runs": listed, "covered": within.tolist(), **sizes}


def on_paper(lm: LanguageModel, text: str, temperature: float, top_k: int, top_p: float, seed: int) -> prints.Drawing:
    """The text that the dials and the seed write, each token with its chance below."""
    ids = lm.encode(text)
    steps = min(PRINTED, lm.config.n_positions - len(ids))
    rolled = lm.generate(ids, steps, Shaping(temperature, top_k, top_p), amount("A seed", seed, MAX_SEED - 1))
    tokens = [*until_end(lm, rolled)]
    if not tokens:
        raise ValueError(say("print.nothing"))
    return prints.chips(
        [token["piece"] for token in tokens], [percent(token["p"]) for token in tokens], say("print.written")
    )


def build(lm: LanguageModel, view: View) -> None:
    text = Writing(lm.config.vocab_size, elem_id="writing")
    view.show({ready: [text]}, **dials())
    where = WhereFrom(elem_id="where_from")
    sides = Sides(lm.config.n_layer, lm.config.n_head, view.second is not None, elem_id="sides")
    fifty = Fifty(elem_id="fifty")
    with gr.Row(elem_classes=["cards", "fifty-cards"]):
        lengths, ends = Chart(elem_id="fifty_lengths"), Chart(elem_id="fifty_ends")
    private = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": VISITORS}
    many = private | {"trigger_mode": "multiple"}
    runs = [
        text.write(following(lm, writing, view), [view.scene, text], text, **many),
        text.reread(following(lm, rereading, view), [view.scene, text], text, **many),
    ]
    text.stop(None, None, None, cancels=runs)
    where.find(following(lm, found), [view.scene, where], where, **many)  # "always_last" would read the last answer
    beside = sides.write(following(lm, siding, view.second, view), [view.scene, sides], sides, **many)
    sides.stop(None, None, None, cancels=[beside])
    tried = fifty.try_all(following(lm, trying, view), [view.scene, fifty], [fifty, ends, lengths], **many)
    fifty.stop(None, None, None, cancels=[tried])
    view.prints(writing=on_paper)
    view.try_these("other", "words", "copied", "full", "empty")
    first = lm.vocabulary.pieces(lm.vocabulary.start)
    before = say("write.before", tokens=" ".join(first)) if first else say("write.before_nothing")
    view.how(
        say("write.formula", before=before),
        "core.generate.roll_on",
        "core.sampling.shape",
        "found.suffixes.Suffixes.longest",
    )


TAB = Tab(say("write.title"), say("write.question"), say("write.intro"), build, say("groups.make"))
