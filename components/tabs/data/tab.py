"""Data tab: the same training on two corpora; what differs, and where a face of a die was learned."""

import json

import gradio as gr

from components import prints
from components.page.tab import Dial, Tab, View
from components.page.words import percent, say
from components.parts.rolled import PRIVATE
from components.parts.trainings import line
from components.tabs.data import runs
from components.tabs.data.both import Both
from components.tabs.data.corpora_card import CHOICES, CorporaCard
from components.tabs.data.corpus_table import CorpusTable
from components.tabs.data.differs import Differs
from components.tabs.data.drawn import two_curves
from components.tabs.data.finding import Finding, recorded
from components.tabs.data.origin_card import OriginCard
from components.tabs.data.says import Says
from model import PLANTED, TENTHS, LanguageModel

INVITED = {"amount": {"experiment": 0}, "sentence": {"experiment": 3}, "skew": {"experiment": 2, "tenths": 8}}


def first_look(lm: LanguageModel) -> dict:
    """The chart without its curves; and a process for the first training, when somebody looks at the tab."""
    line().warm()
    names = [say(f"data.line_{what}", side=side) for what in ("unseen", "read") for side in "AB"]
    return {"figure": two_curves(names, say("train.bits")).to_dict()}


def on_paper(lm: LanguageModel, shown: dict) -> prints.Drawing:
    """Both dice after a prompt."""
    if not shown.get("one"):
        raise ValueError(say("print.nothing"))
    told = runs.two_dice(lm, shown["one"], shown.get("other", ""), shown.get("prompt", ""))
    rows = [
        (f"{side}: {face['piece']}", p) for face in told["faces"] for side, p in zip("AB", face["chances"], strict=True)
    ]
    names, chances = zip(*rows, strict=True)
    return prints.bars(names, chances, [percent(p) for p in chances], told["prompt"])


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "train-cards"]):
        CorporaCard(elem_id="corpora")
        both = Both(elem_id="both")
    finding = Finding(elem_id="finding")
    with gr.Row(elem_classes=["cards", "two-cards"]):
        differs = Differs(elem_id="differs")
        Says(elem_id="says")
    OriginCard(elem_id="origin")
    CorpusTable(elem_id="corpus_table")
    view.show({first_look: [both]}, experiment=Dial(0, len(CHOICES)), tenths=Dial(PLANTED, TENTHS + 1))
    view.prints(differs=on_paper)
    differs.pack(runs.packed, differs, differs, **PRIVATE)
    finding.recorded(recorded, finding, finding, **PRIVATE)
    for endpoint in (
        *(runs.corpora, runs.train_two, runs.corpus, runs.differences),
        *(runs.two_dice, runs.learned_from, runs.train_without),
    ):
        view.endpoint(endpoint, queue=False)
    for word, turned in INVITED.items():
        view.invite(say(f"try.data.{word}"), f"page.turn('{view.name}', {json.dumps(turned)})")
    view.how(say("data.formula"), "learn.data.differences.moved", "learn.data.search.Corpus")


TAB = Tab(say("data.title"), say("data.question"), say("data.intro"), build, say("groups.learn"), every_step=True)
