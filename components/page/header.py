"""The header: logo, name, one line about the model, and what concerns the whole page."""

from typing import TypedDict

import gradio as gr

from components.page.widget import Widget


class HeaderValue(TypedDict):
    """The line about the model that is loaded, and where its numbers are published."""

    about: str
    endpoints: list[str]
    apart: bool  # the page is one of a visitor's own, below that of the shipped model


class Header(Widget):
    """Theme, sharing, help; keys that count everywhere."""

    Value = HeaderValue

    def __init__(self):
        super().__init__(elem_id="header")

    def tell(self, about: str, app: gr.Blocks, apart: bool = False) -> None:
        """Fill it, once all of the `app` is built: the help names what is published, and nothing else."""
        names = [f"/{fn.api_name}" for fn in app.fns.values() if fn.api_visibility == "public"]
        self.value = self.postprocess({"about": about, "endpoints": names, "apart": apart})
