"""Weighted Dice: the page. `python app.py` serves it on port 7860."""

import argparse
import contextlib
import ctypes
import json
import os
import sys
from collections.abc import Sequence
from functools import partial

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # asks a server at each start otherwise
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as torch: visitors are served side by side
os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", "100000")  # a summary after every event otherwise

import gradio as gr

import model
from components import TABS
from components.page.header import Header
from components.page.heading import Heading
from components.page.nav import Entry, Nav
from components.page.onward import Onward
from components.page.printing import KEPT_SECONDS, Printing
from components.page.prompt import PromptBar
from components.page.served import routes
from components.page.tab import Tab, View
from components.page.theme import theme
from components.page.words import say
from components.tabs.compare.sides import compare, named
from components.tabs.take_away.banner import Banner
from components.tabs.take_away.drawer import Drawer, looking


def about(lm: model.LanguageModel) -> str:
    """One line about the model that is loaded."""
    n = lm.n_parameters
    weights = say("header.weights", n=f"{n / 1e6:.1f}") if n >= 1e5 else say("header.few", n=f"{n:,}")
    if lm.trained_minutes is None:  # a stranger's model
        return f"{lm.facts['name']}: {weights}" if "name" in lm.facts else weights
    trained = {"minutes": f"{lm.trained_minutes:.0f}", "hardware": lm.facts["training"]["hardware"]}
    return say("header.trained", weights=weights, **trained)


def beside(lm: model.LanguageModel, second: model.LanguageModel) -> str:
    """The same about two."""
    return say("header.beside", about=about(lm), name=named([lm, second])[1], other=about(second))


def place(tab: Tab, tabs: Sequence[Tab]) -> str:
    """Where in the story a tab stands: in its group; the first tab stands nowhere."""
    group = [each.name for each in tabs if each.group == tab.group]
    return say("page.place", group=tab.group, i=group.index(tab.name) + 1, n=len(group)) if tab.group else ""


def entry(tab: Tab, tabs: Sequence[Tab]) -> Entry:
    """A tab in the list of all."""
    about = {"group": tab.group, "place": place(tab, tabs), "question": tab.question}
    return {"tab": tab.name, "title": tab.title, **about}


def build_app(
    lm: model.LanguageModel, tabs: tuple[Tab, ...] = TABS, second: model.LanguageModel | None = None
) -> gr.Blocks:
    """The whole page around one model; a `second` one is set beside it where two sides are compared."""
    views = []
    kept = KEPT_SECONDS // 10, KEPT_SECONDS
    with gr.Blocks(title=say("header.name"), fill_width=True, delete_cache=kept) as app:
        header = Header()
        bar = PromptBar(lm, tabs, two=second is not None)
        banner = Banner(looking(tabs), elem_id="banner")
        compare(lm, second, bar.scene)
        Nav([entry(tab, tabs) for tab in tabs])
        with gr.Tabs() as pages:
            for i, tab in enumerate(tabs):
                with gr.Tab(tab.title, id=tab.name) as page:
                    lacks = tab.lacks(lm)
                    with gr.Row(elem_classes="intro"):
                        Heading(place(tab, tabs), tab.question, lacks or tab.intro)
                        tries = gr.Column(elem_classes="try")
                    with gr.Column(elem_classes="view", elem_id=f"view-{tab.name}"):
                        views.append(View(tab.name, lm, bar.scene, bar.text, tries))
                        views[-1].second = second
                        if not lacks:
                            tab.build(lm, views[-1])
                    last, following = i + 1 == len(tabs), tabs[(i + 1) % len(tabs)]
                    says = say("onward.again" if last else "onward.next", title=following.title)
                    Onward(following.name, says, following.question)
                page.select(None, None, None, js=f"() => window.weightedDice?.set({{tab: '{tab.name}'}})")
        Drawer(lm, bar.scene, tabs, banner)
        Printing(lm, views).build()
        bar.restore_on_load(app, pages, views)
        header.tell(about(lm) if second is None else beside(lm, second), app)
    return app.queue(default_concurrency_limit=8, max_size=64)


def launch_options() -> dict:
    """How the page is served, by `python app.py` and by the tests alike."""
    gr.set_static_paths(["assets/fonts"])
    return {
        "theme": theme(),
        "css": f":root {{ --try-this: {json.dumps(say('page.try_this'))} }}",
        "css_paths": ["assets/style.css"],
        "app_kwargs": {"routes": routes()},
        "favicon_path": "assets/favicon.svg",
        "run_history": False,  # keeps what visitors typed in the browser, and slows the page
        "ssr_mode": False,
        "footer_links": [],
        "enable_monitoring": False,
        "show_error": False,
        "max_file_size": "1mb",
        "pwa": False,
        "_frontend": False,  # else Gradio asks itself for the page, and gives up if a busy machine takes 3 s
    }


def give_back_memory() -> None:
    """Return what a pass has used to the system when it is freed: glibc hoards it, and anew for each thread."""
    M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
    with contextlib.suppress(AttributeError, OSError, TypeError):  # another C library
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, 2**20)  # bytes: larger arrays stand alone
        libc.mallopt(M_ARENA_MAX, 2)


def opened(name: str) -> model.LanguageModel:
    """The model of a folder or id; ends the program with the reason if it cannot be opened."""
    try:
        return model.load(name, tell=partial(print, flush=True))
    except ValueError as error:
        sys.exit(f"{name} cannot be opened: {error}")


def main() -> None:
    """Serve until stopped."""
    give_back_memory()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host", help="0.0.0.0 for a classroom network; default this computer only")
    parser.add_argument("--port", type=int, help="default: the first free one from 7860 on")
    parser.add_argument(
        "--model",
        action="append",
        help="a Hugging Face folder, or an id such as Qwen/Qwen3-0.6B; a second one is compared with the first",
    )
    parser.add_argument("--mcp", action="store_true", help="offer the endpoints as tools, too; needs gradio[mcp]")
    flags = parser.parse_args()
    names = flags.model or ["assets/model"]
    if len(names) > 2:
        parser.error(f"{len(names)} models were given; two can be compared")
    lms = [opened(name) for name in names]
    app = build_app(lms[0], second=lms[1] if len(lms) == 2 else None)
    app.launch(server_name=flags.host, server_port=flags.port, mcp_server=flags.mcp, **launch_options())


if __name__ == "__main__":
    main()
