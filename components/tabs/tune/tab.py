"""Tune tab: a copy of the model goes on learning from a few examples; what that moves, wanted or not."""

import json
from pathlib import Path

import gradio as gr

from components import prints
from components.page.tab import Dial, Tab, View
from components.page.words import percent, say
from components.parts.rolled import PRIVATE
from components.parts.trainings import line, looked
from components.tabs.tune import runs
from components.tabs.tune.before_after import BeforeAfter
from components.tabs.tune.elsewhere import Elsewhere
from components.tabs.tune.tune_card import TuneCard
from components.tabs.tune.voted import Voted
from components.tabs.tune.votes_card import VotesCard
from model import TUNING_FIELDS, VOTE_FIELDS, LanguageModel, adapter_numbers, some_examples

READS, WAYS, RANKS = (TUNING_FIELDS[name] for name in ("reads", "way", "rank"))
RULES, LEASHES = VOTE_FIELDS["rules"], VOTE_FIELDS["leashes"]
SHOWN = 4  # examples
INVITED = {  # what the invitations turn the dials to
    "cure": {"reads": READS.index("cure"), "rehearse": 0},
    "right": {"reads": READS.index("right"), "rehearse": 0},
    "forget": {"reads": READS.index("poems"), "rehearse": 0},
}
VOTED = {  # and those about votes, further down
    "reviewers": {"rule": RULES.index("she"), "leash": LEASHES.index(VOTE_FIELDS["leash"])},
    "loose": {"rule": RULES.index("shorter"), "leash": 0},
}


def chosen(lm: LanguageModel, reads: int) -> dict:
    """Some examples, and how many numbers learn: all, or those of adapters of each rank.

    When somebody looks, a process is started for the first tuning.
    """
    line().warm()
    ranks = [adapter_numbers(lm.config, rank) for rank in RANKS]
    return {"all": lm.n_parameters, "ranks": ranks, "examples": some_examples(READS[reads], SHOWN)}


def on_paper(lm: LanguageModel, shown: dict) -> prints.Drawing:
    """The die as the page shows it, at a step or after a prompt that was asked, and in words as it was before."""
    if "step" in shown:
        begun, faces = looked(shown, "faces")
        prompt = begun["beginning"]
    else:
        found = runs.tuned(lm, shown.get("run", ""), prompt := shown.get("prompt", ""), shown.get("mix", 1.0))
        faces = found["faces"]
    pieces, before, now = zip(*faces, strict=True)
    said = [say("tune.printed", now=percent(p), was=percent(was)) for was, p in zip(before, now, strict=True)]
    return prints.bars(pieces, now, said, prompt)


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "train-cards"]):
        card = TuneCard(elem_id="tuning")
        after = BeforeAfter(elem_id="before_after")
    Elsewhere(elem_id="elsewhere")
    VotesCard(elem_id="votes")
    Voted(elem_id="voted")
    view.show(
        {chosen: [card]},
        reads=Dial(0, len(READS)),
        way=Dial(0, len(WAYS)),
        rank=Dial(RANKS.index(8), len(RANKS)),
        rehearse=Dial(1, 2),
        rule=Dial(0, len(RULES)),
        leash=Dial(LEASHES.index(VOTE_FIELDS["leash"]), len(LEASHES)),
    )
    view.prints(before_after=on_paper)
    after.pack(runs.packed, after, after, **PRIVATE)
    for endpoint in (
        *(runs.tune, runs.tuned, runs.two_samples, runs.ruled_votes),
        *(runs.prefer, runs.vote_together, runs.qr_code),
    ):
        view.endpoint(endpoint, queue=False)
    for word, turned in INVITED.items():
        view.invite(say(f"try.tune.{word}"), f"page.turn('{view.name}', {json.dumps(turned)})")
    for word, turned in VOTED.items():
        js = f"page.turn('{view.name}', {json.dumps(turned)}); document.getElementById('votes').scrollIntoView()"
        view.invite(say(f"try.tune.{word}"), js)
    sources = "lora.Adapted", "live.Tuner.step", "asked.mixed", "preference.dpo", "prefer.Chooser.step"
    view.how(say("tune.formula"), *(f"learn.tune.{name}" for name in sources))


def lacks(lm: LanguageModel) -> str:
    """Only a model whose folder is here and whose vocabulary has turns can be tuned."""
    fits = lm.gpt2 and lm.vocabulary.has_pictures and (Path(lm.name) / "tokenizer.json").is_file()
    return "" if fits else say("tune.none")


TAB = Tab(
    say("tune.title"),
    say("tune.question"),
    say("tune.intro"),
    build,
    say("groups.learn"),
    lacks=lacks,
    every_step=True,
)
