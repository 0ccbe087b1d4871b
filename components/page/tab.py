"""What a tab is, and its link to the page: what draws it, which controls it has, what it publishes."""

import html
import json
from collections.abc import Callable, Mapping
from functools import partial, wraps
from typing import Any, NamedTuple

import gradio as gr

from components.page.arguments import given, published, wanted
from components.page.faults import fault
from components.page.fields import Limits, check, limits
from components.page.following import STEP, following, marked, step_of
from components.page.how import How
from components.page.scene import Scene, too_long
from components.page.status import Status
from components.page.words import say
from model import MAX_CHARACTERS, Demonstration, LanguageModel, source

FAILED = say("status.failed")
FIRST = "Once upon a"  # where no better prompt is known of the model


class Tab(NamedTuple):
    """One file of `components/`: the question it answers, two sentences, and what builds it."""

    title: str
    question: str
    intro: str
    build: Callable[[LanguageModel, "View"], None]
    group: str = ""  # of tabs, by its name; the first tab stands alone
    inside: bool = False  # it looks into the pass: the drawer "take it away" belongs below it
    lacks: Callable[[LanguageModel], str] = lambda lm: ""  # the one sentence that stands here for a model without it
    every_step: bool = False  # it shows all steps of the training, not the one that is chosen

    @property
    def name(self) -> str:
        """As in the address: /?tab=next_token"""
        return self.title.lower().replace(" ", "_")


class Dial(NamedTuple):
    """A whole number from 0 to `count` - 1 that a widget turns by `page.turn`; it stands in the address."""

    value: int
    count: int


class Word(NamedTuple):
    """A text that a widget turns in the same way: one of `names`, or any where there are none."""

    value: str
    names: tuple[str, ...] = ()


TURNED = Dial | Word  # by widgets alone: Gradio has no component for it


def on_paper(draw: Callable, card: Any, i: int | None) -> Callable:
    """`draw`, which fills a card, in print: what the card makes of its value, of several the `i`-th."""

    @wraps(draw)
    def printed(*args: Any, **kwargs: Any) -> Callable:
        drawn = draw(*args, **kwargs)
        value = drawn if i is None else drawn[i]
        if value is None:
            raise ValueError(say("print.nothing"))
        return card.on_paper(value)

    return printed


class View:
    """One tab's link to the page."""

    def __init__(self, name: str, lm: LanguageModel, scene: Scene, text: gr.Textbox, tries: gr.Column):
        self.name, self.lm, self.scene, self._text, self._tries = name, lm, scene, text, tries
        self._status = Status(name)
        self._begins = "page.first"
        self.controls: dict[str, gr.components.Component | TURNED] = {}
        self.second: LanguageModel | None = None  # to be set beside the first
        self.printed: dict[str, Callable] = {}  # of each card that can be printed: what makes its drawing
        self.moving: dict[str, Callable] = {}  # and what makes a GIF of it
        self.cards: list[str] = []  # their ids
        self.draws = self.uses_token = self.uses_changes = self.has_once = self.every_step = False

    def show(self, parts: dict[Callable, list], **controls: gr.components.Component | TURNED) -> None:
        """Keep each part's outputs equal to what its function draws while this tab is open. Once per tab.

        A function gets the model and those of `text`, `token`, `changes` and the controls that it has as parameters,
        and runs again when one of them has changed. `token` is the selected index (None: the last token), `changes`
        the edits of the pass that is shown, `shaping`, `throws` and `looks` are records of the controls of those names.
        """
        self.draws, self.controls = True, controls
        self.cards = [output.elem_id for shown in parts.values() for output in shown if output.elem_id]
        self.printed |= {
            output.elem_id: on_paper(draw, output, i if len(shown) > 1 else None)
            for draw, shown in parts.items()
            for i, output in enumerate(shown)
            if hasattr(output, "on_paper")
        }
        names = {name for draw in parts for name in wanted(draw)}
        self.uses_token, self.uses_changes = "token" in names, "changes" in names
        outputs = [self._status, *(output for shown in parts.values() for output in shown)]
        self.scene.ask(f"{self.name}_view", partial(self._answer, parts), [self.scene, self._status], outputs)
        shown = {n: c for n, c in controls.items() if not isinstance(c, TURNED)}
        names = json.dumps([*shown])
        js = f"(...values) => window.weightedDice?.turned('{self.name}', {names}, values)"
        if shown:  # in the browser only: tell the scene
            gr.on([c.change for c in shown.values()], None, [*shown.values()], None, js=js)

    @property
    def first(self) -> str:
        """The prompt that the tab begins with: one that has something to show in it, as was measured."""
        found = self.lm.demonstrations.get(self._begins)
        return found.text if found else FIRST

    def begin_with(self, word: str) -> None:
        """Begin with the prompt of one of its own invitations, not with that of the page."""
        self._begins = f"{self.name}.{word}"

    def prints(self, **draws: Callable) -> None:
        """Offer cards for paper: functions like those of `show` that return a drawing, see `components.prints`.

        `shown` is what the card's widget hands over in the browser (`handed`), which the address does not hold.
        """
        self.printed |= draws

    def moves(self, **draws: Callable) -> None:
        """The same as GIFs."""
        self.moving |= draws

    def drawn(self, draw: Callable, scene: dict) -> Any:
        """What `draw` returns for a scene. Raises ValueError, which says what fits."""
        controls = scene["controls"] or {}
        if not isinstance(controls, dict) or not isinstance(scene["edits"] or [], list):
            raise ValueError("The controls are an object of names and values, the edits a list of lines.")
        asked = self.asked(scene | {"controls": controls, "edits": scene["edits"] or []})
        return draw(self.at(scene), **given(draw, asked | {"shown": scene.get("shown")}))

    def at(self, scene: dict) -> LanguageModel:
        """The model of the step of its training that a scene shows. Raises ValueError for one that is not there."""
        return self.lm if self.every_step else self.lm.at(step_of(scene))

    def once(self, draw: Callable, output: gr.components.Component) -> None:
        """Fill `output` with `draw(lm)` when this tab is first opened: large, and the same for every prompt."""
        self.has_once = True
        self.scene.ask(f"{self.name}_once", following(self.lm, lambda lm, scene: draw(lm)), [self.scene], [output])

    def _answer(self, parts: dict[Callable, list], scene: dict, status: str | None) -> list:
        """The status, and what the functions draw. Never raises: Gradio would lose the next event.

        `status` is the last answer's, which the browser hands back: what it shows need not be drawn again.
        """
        had, n_outputs = json.loads(status or "{}").get("shows") or {}, sum(map(len, parts.values()))
        told = {"tab": self.name, "key": scene["key"]}
        try:
            lm, asked = self.at(scene), self.asked(scene)
        except ValueError as error:  # no text or number that a draw could be asked for: the last picture stays
            return [told | {"message": str(error), "shows": had or None}, *[gr.skip()] * n_outputs]
        try:
            parts_drawn = (self._part(lm, draw, len(shown), asked, had) for draw, shown in parts.items())
            drawn, message = [d for part in parts_drawn for d in part], ""
        except ValueError as error:  # our own: says what was given and what fits
            drawn, message = None, str(error)
        except Exception as error:
            fault(f"view {self.name}", error)
            drawn, message = None, FAILED
        said = told | {"message": message, "shows": asked if drawn else None}
        return [said, *(drawn or [None] * n_outputs)]

    def _part(self, lm: LanguageModel, draw: Callable, n_outputs: int, asked: dict, had: dict) -> list:
        """What `draw` returns for what is `asked`; skips, where the browser `had` the same before."""
        names = [*wanted(draw), STEP]
        if had and all(name in had and had[name] == asked[name] for name in names if name in asked):
            return [gr.skip()] * n_outputs
        drawn = draw(lm, **given(draw, asked))
        values = list(drawn) if n_outputs > 1 else [drawn]
        return values if self.every_step else [marked(lm, each) for each in values]

    def asked(self, scene: dict) -> dict[str, Any]:
        """What the scene asks `draw` for: the text, the controls and perhaps the selected token.

        Raises ValueError, which says what fits, if a control cannot hold its value, or the text is too long.
        """
        if len(str(scene["text"])) > MAX_CHARACTERS:
            raise ValueError(too_long(scene))
        values = {name: control.value for name, control in self.controls.items()}
        values |= {n: v for n, v in scene["controls"].items() if n in values}
        for name, control in self.controls.items():
            check(control, values[name])
        token = {"token": scene["token"]} if self.uses_token else {}
        changes = {"changes": self._changes(scene)} if self.uses_changes else {}
        step = {STEP: step_of(scene)} if self.lm.history else {}
        return {"text": str(scene["text"]), **values, **token, **changes, **step}

    def _changes(self, scene: dict) -> list[str]:
        """Those of the scene's edits that can be done on its text, while the pass with them is shown."""
        edits = [str(edit) for edit in scene.get("edits", [])] if scene.get("edited", True) else []
        try:
            return self.at(scene).sorted_out(str(scene["text"]), edits)[0] if edits else []
        except ValueError:  # the prompt does not fit, which whoever draws it says
            return []

    def limits(self) -> dict[str, Limits]:
        """Of each control that holds a number: what fits into it."""
        return {name: found for name, control in self.controls.items() if (found := limits(control))}

    def try_these(self, *words: str) -> None:
        """Invitations: buttons that set the prompt, the selected token, controls of this tab, and edits.

        Which texts they take was measured on the loaded model; what it cannot show is not offered.
        """
        for name in (f"{self.name}.{word}" for word in words):
            if found := self.lm.demonstrations.get(name):
                self._invite(say(f"try.{name}", **found.slots), found)

    def _invite(self, label: str, found: Demonstration) -> None:
        shown = {n: v for n, v in found.controls.items() if not isinstance(self.controls[n], TURNED)}
        dials = json.dumps(found.controls)  # at once: Gradio's own controls would say so later, after it was tried
        state = json.dumps({"token": found.token, "edits": found.edits, "edited": True})
        js = f"page.write({json.dumps(found.text)}); page.set({state}); page.turn('{self.name}', {dials})"
        self.invite(label, js, shown)

    def invite(self, label: str, js: str, shown: Mapping[str, Any] | None = None) -> None:
        """A button of an invitation: `js` does it, with the `page`; `shown` are values for controls, by name."""
        shown = shown or {}
        values = json.dumps([*shown.values()])
        js = f"() => {{ const page = window.weightedDice; {js}; page.tell('tried'); return {values}; }}"
        with self._tries:
            button = gr.Button(label, size="sm", elem_classes="try-button")
        button.click(None, None, [self.controls[name] for name in shown], js=js)

    def how(self, formula: str, *sources: str) -> None:
        """The collapsed "how it is computed": a formula, and the lines of the code that runs for this model."""
        How(formula, [source(self.lm.transformer.made_by(name))._asdict() for name in sources])

    def absent(self, sentence: str) -> None:
        """One sentence in place of what this model has nothing for."""
        gr.HTML(f'<p class="absent">{html.escape(sentence)}</p>')

    def endpoint(self, fn: Callable, order: str = "", queue: bool = True) -> None:
        """Publish `fn` under its own name: JSON in, JSON out, no component involved; see `published`.

        Without `queue` it is answered at once, for what is asked often and costs nothing.
        """
        made = published(self.lm, fn, order)
        gr.api(made, api_name=fn.__name__, queue=queue, concurrency_limit=8 if queue else None)
