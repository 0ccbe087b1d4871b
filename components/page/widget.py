"""What all widgets share: a template, a style and a script beside the Python class, and arrays as base64."""

import base64
import inspect
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gradio as gr
import numpy as np

from components.page import served
from components.page.words import written

# The body of a function, which Gradio makes of it: `import` as a statement is not allowed there.
LOAD = """\
const at = (path) => import(new URL(`{address}/${{path}}.js`, document.baseURI).href); \
Promise.all([at('page/widget'), at('{path}')])\
.then(([page, own]) => page.start(own.default, {{ element, props, trigger, watch }}, {options})); // {fires}"""

Packed = str  # an array as base64, see `packed`


def packed(array: np.ndarray) -> Packed:
    """`array` as base64 float32; `floats()` in numbers.js reads it back without loss."""
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def unpacked(text: Packed) -> np.ndarray:
    """What `packed` packed, as one row of numbers."""
    return np.frombuffer(base64.b64decode(text), "<f4")


class Widget(gr.HTML):
    """A file `name.py` holds the class; `name.html`, `name.css` and `name.js` stand beside it.

    The template is constant HTML. Whatever depends on text or numbers is drawn by the script: Gradio
    runs templates as code, so text of a user or a model in one would be executed.
    """

    Value: type | None = None  # a TypedDict: what Python sends; `components/values.d.ts` is written from it
    Data: type | None = None  # the same of what its script fetches, see `served.keep`
    fires: Sequence[str] = ()  # events of its own that its script triggers; Gradio looks for them, in quotes

    def __init__(self, value: dict | list | None = None, options: dict[str, Any] | None = None, **kwargs: Any):
        """`options` are constant, for the script; `value` changes. Both must be plain data."""
        self.options = options or {}
        file = Path(inspect.getfile(type(self)))
        style = file.with_suffix(".css")
        super().__init__(
            value,
            html_template=written(file.with_suffix(".html").read_text(encoding="utf-8")),
            css_template=style.read_text(encoding="utf-8") if style.exists() else "",
            js_on_load=LOAD.format(
                address=served.address(),
                path=file.relative_to(served.ROOT).with_suffix("").as_posix(),
                options=json.dumps(self.options),
                fires=json.dumps(list(self.fires)),
            ),
            apply_default_css=False,
            **kwargs,
        )

    def get_config(self, cls: type | None = None) -> dict[str, Any]:
        """What gr.HTML itself takes. Our own parameters stay here: the script gets `options` and the value."""
        config = super(gr.HTML, self).get_config(cls or gr.HTML)
        return config | {"component_class_name": self.component_class_name}

    def postprocess(self, value: dict | list | None) -> str | None:
        """One string of JSON: Gradio copies a dict entry by entry in the browser, at every event of the page."""
        return None if value is None else json.dumps(value)

    def api_info(self) -> dict:
        """Values are dicts; gr.HTML would announce a string."""
        return {"type": "object"}
