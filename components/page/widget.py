"""What all widgets share: a static template, a script, a style, and arrays as base64."""

import base64
import inspect
import json
from pathlib import Path

import gradio as gr
import numpy as np

HERE = Path(__file__).parent


def packed(array: np.ndarray) -> str:
    """`array` as base64 float32; `floats()` in shared.js reads it back without loss."""
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def head() -> str:
    """What the page's head must hold: the script that all widgets share, once, and what runs a widget's own after it."""
    shared = json.dumps((HERE / "shared.js").read_text()).replace("</", "<\\/")
    names = "element", "trigger", "props", "watch"  # Gradio's, different for each widget
    run = f"({', '.join(names)}, own) => Function({json.dumps(names)[1:-1]}, shared + own)({', '.join(names)})"
    return f"<script>{{ const shared = {shared}; window.runWidget = {run}; }}</script>"


class Widget(gr.HTML):
    """`template` is constant HTML. Whatever depends on text or numbers is drawn by the .js.

    Gradio runs templates as code: text of a user or a model in one would be executed.
    """

    def __init__(
        self,
        name: str,
        template: str,
        value: dict | None = None,
        before: str = "",  # another script that this one builds on
        events: str = "",  # quoted names of events, for Gradio to find; those in the script need not be said
        once: bool = False,
        **kwargs,
    ):
        here = Path(inspect.getfile(type(self))).parent
        own = (here / f"{name}.js").read_text()
        if once:  # its only value comes later: see View.once
            own = f"filled(() => {{\n{own}\n}});"
        own = json.dumps(f"\n{before}\n{own}\n//# sourceURL={name}.js")
        style = here / f"{name}.css"
        super().__init__(
            value,
            html_template=template,
            css_template=style.read_text() if style.exists() else "",
            js_on_load=f"// {events}\nwindow.runWidget(element, trigger, props, watch, {own});",
            apply_default_css=False,
            **kwargs,
        )

    def postprocess(self, value: dict | None) -> str | None:
        """One string of JSON: Gradio copies a dict entry by entry in the browser, at every event of the page."""
        return None if value is None else json.dumps(value)

    def api_info(self) -> dict:
        """Values are dicts; gr.HTML would announce a string."""
        return {"type": "object"}
