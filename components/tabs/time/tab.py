"""Through time tab: what the model could do at each step of its training, and one prompt at those kept whole."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from components import prints
from components.page.pace import VISITORS
from components.page.tab import Tab, View
from components.page.words import percent, say
from components.tabs.time.moment import Moment
from components.tabs.time.over import Over
from components.tabs.time.painted import Painted
from components.tabs.time.recorded import told
from components.tabs.time.timeline import Timeline
from model import PAINT, LanguageModel, load_die, within

FACES = 3  # of a die that are named
SEEDS = 1000
CAPTION = "a happy face"  # to begin with


def prompted(lm: LanguageModel, text: str) -> dict:
    """The prompt, if it fits: nothing is computed until somebody asks."""
    lm.encode(text)
    return {"run": 0, "text": text, "columns": [], "of": len(lm.history.whole), "over": False, "message": ""}


def die_at(lm: LanguageModel, step: int, text: str) -> dict:
    """The likeliest tokens after `text` for the model of a whole step."""
    dice = load_die(lm.at(step).trace(text).logits[-1])
    faces = [(lm.vocabulary.piece(int(id)), float(p)) for id, p in zip(dice.ids[:FACES], dice.raw, strict=False)]
    return {"step": step, "faces": faces}


def picture_at(lm: LanguageModel, step: int, caption: str, seed: int) -> dict:
    """What the model of a whole step paints for a caption."""
    pixels = "".join(f"{pixel.rank.item():x}" for pixel in lm.at(step).paint(caption, PAINT, seed))
    return {"step": step, "pixels": pixels}


def reading(lm: LanguageModel, asked: dict) -> Iterator[dict]:
    """The die after the prompt that is `asked`, {run, text}, at one whole step after the other; all so far."""
    yield from over_all(lm, asked, die_at)


def painting(lm: LanguageModel, asked: dict) -> Iterator[dict]:
    """A picture for the caption that is `asked`, {run, text, seed}, by one whole step after the other; all so far."""
    yield from over_all(lm, asked, picture_at, seed=within("seed", asked.get("seed"), SEEDS))


def over_all(lm: LanguageModel, asked: dict, at: Callable[..., dict], **more: int) -> Iterator[dict]:
    """What `at` finds at one whole step after the other for the text that is `asked`, and for what `more` it takes."""
    shown = {"run": int(asked["run"]), "text": str(asked["text"]), "of": len(lm.history.whole), "message": "", **more}
    columns: list[dict] = []
    try:
        for step in lm.history.whole:
            columns = [*columns, lm.kept(at, lm, step, shown["text"], *more.values())]
            yield shown | {"columns": columns, "over": len(columns) == shown["of"]}
    except ValueError as error:
        yield shown | {"columns": columns, "over": True, "message": str(error)}


def over_on_paper(lm: LanguageModel, text: str) -> prints.Drawing:
    """What is likeliest after `text` at each of the whole steps."""
    tops = [lm.kept(die_at, lm, step, text)["faces"][0] for step in lm.history.whole]
    said = [f"{prints.drawable(piece)} {percent(p)}" for piece, p in tops]
    return prints.bars([f"{step:,}" for step in lm.history.whole], [p for _, p in tops], said, say("over.printed"))


def tries(data: dict, view: View) -> None:
    """Invitations: the steps at which a skill passes the half for good, and those at which heads form."""
    for curve in data["curves"]:
        below = [point["step"] for point in curve["points"] if 2 * point["right"] < point["asked"]]
        after = [point["step"] for point in curve["points"] if not below or point["step"] > below[-1]]
        if below and after:
            visit(view, say("time.try_skill", skill=curve["name"]), after[0], curve["key"])
    for event in data["events"]:
        visit(view, say("time.try_event", event=event["says"]), event["step"])


def visit(view: View, label: str, step: int, skill: str | None = None) -> None:
    """A button that goes to a step, and looks at a skill."""
    skill = "" if skill is None else f"page.note('skill', {json.dumps(skill)});"
    view.invite(label, f"{skill} page.note('step', {step})")


def build(lm: LanguageModel, view: View) -> None:
    data = told(lm.history)
    Timeline(data, elem_id="timeline")
    Moment(data, elem_id="moment")
    over = Over(elem_id="over_time")
    view.show({prompted: [over]})
    view.prints(over_time=over_on_paper)
    private = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": VISITORS}
    read = over.read(partial(reading, lm), over, over, trigger_mode="multiple", **private)
    over.stop(None, None, None, cancels=[read])
    if lm.vocabulary.has_pictures:
        painted = Painted(CAPTION, len(lm.history.whole), elem_id="painted_over_time")
        paint = painted.read(partial(painting, lm), painted, painted, trigger_mode="multiple", **private)
        painted.stop(None, None, None, cancels=[paint])
    tries(data, view)
    view.how(say("time.formula"), "found.history.pack", "found.history.unpack", "core.interval.wilson")


TAB = Tab(
    say("time.title"),
    say("time.question"),
    say("time.intro"),
    build,
    say("groups.learn"),
    lacks=lambda lm: "" if lm.history and lm.history.whole else say("time.none"),
    every_step=True,
)
