"""The prompt bar above the tabs: one text, one selected token, shared by all; and the page's address."""

import json
from collections.abc import Mapping
from typing import Any

import gradio as gr

from components.page.beside import Beside
from components.page.examples import Examples
from components.page.following import following
from components.page.scene import Scene, too_long
from components.page.tab import TURNED, Dial, Tab, View, Word
from components.page.token_chips import TokenChips
from components.page.words import say
from model import MAX_CHARACTERS, LanguageModel, truecased

MAX_EDITS = 32
SHOWN = 60  # characters of what is read
FORMER = {"pixels": "paint"}  # tabs by the names that old links know


def chips(lm: LanguageModel, scene: dict) -> dict:
    """The chips' value for the scene's text. Never raises."""
    text, limit = str(scene["text"]), lm.config.n_positions
    try:
        ids = [] if len(text) > MAX_CHARACTERS else lm.vocabulary.read(text) if text else []
        message = ""
    except ValueError as error:
        ids, message = [], str(error)
    if len(text) > MAX_CHARACTERS:
        message = too_long(scene)
    elif len(ids) > limit:
        message = say("chips.too_many_tokens", n=f"{len(ids):,}", most=limit)
    elif text and not message and len(ids) == len(lm.vocabulary.start):
        message = say("chips.nothing")
    pieces, kinds = lm.vocabulary.pieces(ids), [lm.vocabulary.kind(id) for id in ids]
    hint = say("chips.space") if pieces and pieces[-1] == " " else "" if message else read_as(lm, text, ids)
    shown = {"ids": ids, "pieces": pieces, "kinds": kinds, "limit": limit, "message": message, "hint": hint}
    read = not message and "colour" not in kinds
    shown["familiar"] = lm.familiarity(ids) if read else None
    careful = truecased(lm, text) if read and not hint else text
    shown["careful"] = careful if careful != text else ""
    return shown | {"as_caption": lm.familiarity_of_caption(text) if read else None}


def read_as(lm: LanguageModel, text: str, ids: list[int]) -> str:
    """What our tokenizer reads in place of `text`, around the first place where it differs, in a sentence; else ""."""
    read = lm.vocabulary.decode(ids) if lm.vocabulary.has_pictures else text
    if read == text:
        return ""
    differs = next((i for i, (a, b) in enumerate(zip(read, text, strict=False)) if a != b), len(read))
    start = max(0, differs - SHOWN // 2)
    cut = read[start : start + SHOWN]
    return say("chips.read_as", text=f"{'…' * (start > 0)}{cut}{'…' * (start + SHOWN < len(read))}")


def fitting(control: gr.components.Component | TURNED, raw: str | None) -> Any:
    """`raw` from the address if `control` can hold it, else the control's own default."""
    if isinstance(control, Dial):
        fits = raw is not None and raw.isascii() and raw.isdigit() and len(raw) < 7 and int(raw) < control.count
        return int(raw) if fits else control.value
    if isinstance(control, Word):
        fits = raw is not None and (raw in control.names or not control.names)
        return raw[:MAX_CHARACTERS] if fits else control.value
    if isinstance(control, gr.Slider | gr.Number):
        return number(control, raw)
    if isinstance(control, gr.Checkbox):
        return {"true": True, "false": False}.get(raw, control.value)
    if isinstance(control, gr.Radio | gr.Dropdown):
        return raw if raw in [value for _, value in control.choices] else control.value
    if isinstance(control, gr.Textbox):
        return control.value if raw is None else raw[:MAX_CHARACTERS]
    return control.value


def is_text(control: gr.components.Component | TURNED) -> bool:
    """Whether it holds any text, which may be long."""
    return isinstance(control, gr.Textbox) or (isinstance(control, Word) and not control.names)


def number(control: gr.Slider | gr.Number, raw: str | None) -> float:
    """`raw` as a number within the bounds of `control`, else its default."""
    try:
        value = float(raw)
    except (TypeError, ValueError):
        return control.value
    if not control.minimum <= value <= control.maximum:  # also NaN
        return control.value
    return int(value) if isinstance(control.step, int) else value


def asked(query: Mapping[str, str], views: list[View]) -> View:
    """The tab that an address names, or the one whose card it wants alone; else the first."""
    named = {card: view for view in views for card in view.cards} | {view.name: view for view in views}
    tab = query.get("tab")
    return named.get(FORMER.get(tab, tab), named.get(query.get("embed"), views[0]))


def steps_of(lm: LanguageModel) -> list[int]:
    """Steps of its training that the tabs can show; the last one is the model itself, if it ends here."""
    whole = [*lm.history.whole] if lm.history else []
    return [step for step in whole if not lm.history.ends_here or step < lm.history.lines[-1]["step"]]


def restore(query: Mapping[str, str], views: list[View]) -> dict:
    """The scene that an address asks for, with the values of all tabs' controls."""
    token, opened = query.get("token", ""), asked(query, views)
    tab, text = opened.name, query.get("text", opened.first)
    if len(text) > MAX_CHARACTERS:
        gr.Warning(say("prompt.long_address", n=len(text), most=MAX_CHARACTERS))
        text = opened.first
    index = int(token) if token.isascii() and token.isdigit() and len(token) < 5 else None
    edits = [line for line in query.get("edits", "").split("\n") if line][:MAX_EDITS]
    scene = {"tab": tab, "text": text, "token": index, "edits": edits, "views": {}}
    scene["edited"] = query.get("edited") != "false"
    scene["whole"] = steps_of(opened.lm)
    for view in (view for view in views if view.draws):
        given = query if view.name == tab else {}
        mine = {name: fitting(control, given.get(name)) for name, control in view.controls.items()}
        counts = {name: control.count for name, control in view.controls.items() if isinstance(control, Dial)}
        about = {"values": mine, "counts": counts, "uses_token": view.uses_token, "once": view.has_once}
        about["uses_changes"] = view.uses_changes
        about["limits"] = view.limits()
        about["first"], about["follows"] = view.first, not view.every_step
        about["texts"] = {n: c.value for n, c in view.controls.items() if is_text(c)}
        scene["views"][view.name] = about
    return scene


class PromptBar:
    """Text box, examples, chips, and the scene that joins them to the tabs."""

    def __init__(self, lm: LanguageModel, tabs: tuple[Tab, ...], two: bool = False):
        self.scene = Scene([tab.name for tab in tabs])
        with gr.Column(elem_classes="prompt"):
            with gr.Row(elem_classes="prompt-row"):
                hint = say("prompt.hint" if lm.vocabulary.has_pictures else "prompt.hint_text")
                self.text = gr.Textbox(
                    label=say("help.prompt"),
                    show_label=False,
                    lines=1,
                    max_lines=4,
                    elem_id="prompt",
                    placeholder=hint,
                    scale=1,
                )
                Beside(two)
                Examples(lm.library, lm.vocabulary.has_pictures)
            self.chips = TokenChips(elem_id="chips")
        self.text.change(None, self.text, None, js="(text) => window.weightedDice?.type(text)")
        self.scene.fill(None, None, self.text, js="() => window.weightedDice.written")
        self.scene.ask("prompt", following(lm, chips), [self.scene], [self.chips])

    def restore_on_load(self, app: gr.Blocks, tabs: gr.Tabs, views: list[View]) -> None:
        """Fill the page from its address."""

        def load(request: gr.Request) -> dict:
            return restore(request.query_params, views)

        app.load(load, None, self.scene, show_progress="hidden", api_visibility="private")
        # The rest by the browser: whatever Python has ever answered is copied by Gradio at every later event,
        # of the tabs all that is in them.
        controls = {(v.name, n): c for v in views for n, c in v.controls.items() if not isinstance(c, TURNED)}
        fill = f"() => window.weightedDice.restored({json.dumps([*controls])})"
        self.scene.restore(None, None, [tabs, self.text, *controls.values()], js=fill)
