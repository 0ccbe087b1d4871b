"""Train tab: a small model learns, from one's own words or from a task, and everything about it can be watched."""

import json

import gradio as gr

from components import prints
from components.page.tab import Dial, Tab, View
from components.page.words import percent, say
from components.parts.rolled import PRIVATE
from components.parts.trainings import forget_training, give_way, line, looked, stop_training, training
from components.tabs.train import runs
from components.tabs.train.drawn import learning
from components.tabs.train.learned import Learned
from components.tabs.train.losses import Losses
from components.tabs.train.microscope import Microscope
from components.tabs.train.reads import SMALL, USUAL, Reads
from components.tabs.train.said import Said
from model import LESSON_FIELDS, LanguageModel, Lesson, sized

DIALS = ("reads", "kind", "cut", "layers", "width", "context", "seconds")

INVITED = {  # what the invitations turn the dials to
    "minute": {"reads": LESSON_FIELDS["reads"].index("stories"), "kind": 0, **USUAL},
    "page": {"reads": LESSON_FIELDS["reads"].index("own"), **USUAL},
    "sums": {"reads": LESSON_FIELDS["reads"].index("sums"), **SMALL},
}


def sizes(lm: LanguageModel, reads: int, layers: int, width: int, context: int) -> dict:
    """How many weights the model of these dials has."""
    chosen = {name: LESSON_FIELDS[name][at] for name, at in (("reads", reads), ("width", width), ("context", context))}
    weights = sum(sized(Lesson(**chosen, layers=layers + 1).config()).values())
    return {"weights": weights, "share": weights / lm.n_parameters}


def first_look(lm: LanguageModel) -> dict:
    """The chart without its curves; and a process for the first training, when somebody looks at the tab."""
    line().warm()
    names = [say(f"train.line_{name}") for name in ("unseen", "read", "guess", "counted", "best")]
    return {"figure": learning(names, say("train.bits")).to_dict()}


def on_paper(lm: LanguageModel, shown: dict) -> prints.Drawing:
    """The die of a training at a step, after its beginning or in the middle of its caption's picture."""
    begun, die = looked(shown, "die")
    pieces, chances = zip(*die, strict=True)
    title = begun.get("caption") or begun["beginning"]
    return prints.bars(pieces, chances, [percent(p) for p in chances], title)


def build(lm: LanguageModel, view: View) -> None:
    view.scene.before = give_way  # whatever any tab asks for
    with gr.Row(elem_classes=["cards", "train-cards"]):
        reads, losses = Reads(elem_id="reads"), Losses(elem_id="losses")
    with gr.Row(elem_classes=["cards", "said-cards"]):
        Said(elem_id="said")
        learned = Learned(elem_id="learned")
    scope = Microscope(elem_id="microscope")
    scope.look(runs.microscope, scope, scope, concurrency_limit=2, **PRIVATE)
    counts = {name: known if isinstance(known := LESSON_FIELDS[name], int) else len(known) for name in DIALS}
    first = {"reads": LESSON_FIELDS["reads"].index("stories"), "context": LESSON_FIELDS["context"].index(64)} | USUAL
    view.show({sizes: [reads]}, **{name: Dial(first.get(name, 0), counts[name]) for name in DIALS})
    view.prints(learned=on_paper)
    learned.pack(runs.packed, learned, learned, **PRIVATE)
    view.once(first_look, losses)
    for endpoint in (runs.train, training, stop_training, forget_training):
        view.endpoint(endpoint, queue=False)
    for word, turned in INVITED.items():
        view.invite(say(f"try.train.{word}"), f"page.turn('{view.name}', {json.dumps(turned)})")
    view.how(say("train.formula"), "core.transformer.Transformer")


TAB = Tab(say("train.title"), say("train.question"), say("train.intro"), build, say("groups.learn"), every_step=True)
