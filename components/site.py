"""The whole page around one model, and how it is served."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import gradio as gr
from fastapi import FastAPI

import model
from components import TABS
from components.door import guard, told
from components.door.rules import Rules
from components.door.watch import Watch
from components.page.band import Band
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
from components.tabs.train.pages import own_pages
from components.tabs.train.runs import OWN, opened_again

APART = {OWN: "header.own", model.chatting.NAME: "header.chat"}  # names of models that have pages of their own


def about(lm: model.LanguageModel) -> str:
    """One line about the model that is loaded."""
    n = lm.n_parameters
    weights = say("header.weights", n=f"{n / 1e6:.1f}") if n >= 1e5 else say("header.few", n=f"{n:,}")
    if lm.trained_minutes is None:  # a stranger's model
        return f"{lm.facts['name']}: {weights}" if "name" in lm.facts else weights
    hours = lm.trained_minutes / 60
    time = say("units.hours", n=f"{hours:.0f}") if hours >= 2 else say("units.minutes", n=f"{lm.trained_minutes:.0f}")
    return say("header.trained", weights=weights, time=time, hardware=lm.facts["training"]["hardware"])


def beside(lm: model.LanguageModel, second: model.LanguageModel | None) -> str:
    """The same about two, if there are two."""
    told = say(APART[lm.name], about=about(lm)) if lm.name in APART else about(lm)
    return say("header.beside", about=told, name=named([lm, second])[1], other=about(second)) if second else told


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
        Band([tab.name for tab in tabs if tab.every_step])
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
                        views[-1].second, views[-1].every_step = second, tab.every_step
                        if not lacks:
                            tab.build(lm, views[-1])
                    last, following = i + 1 == len(tabs), tabs[(i + 1) % len(tabs)]
                    says = say("onward.again" if last else "onward.next", title=following.title)
                    Onward(following.name, says, following.question)
                page.select(None, None, None, js=f"() => window.weightedDice?.set({{tab: '{tab.name}'}})")
        Drawer(lm, bar.scene, tabs, banner)
        Printing(lm, views).build()
        bar.restore_on_load(app, pages, views)
        header.tell(beside(lm, second), app, apart=lm.name in APART)
    Watch(Path(lm.name).name).over(app)
    return app.queue(default_concurrency_limit=8, max_size=64)


def own_page(rules: Rules, lm: model.LanguageModel, name: str) -> FastAPI:
    """The page of a model that a visitor has trained, or of `lm` with its adapter; `lm` beside it.

    Raises ValueError if there is none.
    """
    options = launch_options(replace(rules, class_code=""))  # the guard of the whole has asked for it
    own = model.chatting.with_adapter(lm) if name == model.chatting.NAME else opened_again(name)
    for launched in ("_frontend", "favicon_path"):
        del options[launched]
    return gr.mount_gradio_app(FastAPI(), build_app(own, second=lm), "/", **options)


def launch_options(rules: Rules | None = None, lm: model.LanguageModel | None = None) -> dict:
    """How the page is served, by `python app.py` and by the tests alike; with `lm`, models of visitors have pages."""
    gr.set_static_paths(["assets/fonts"])
    rules = rules or Rules()
    own = [own_pages(partial(own_page, rules, lm), [model.chatting.NAME])] if lm else []
    return {
        "theme": theme(),
        "css": f":root {{ --try-this: {json.dumps(say('page.try_this'))} }}",
        "css_paths": ["assets/style.css"],
        "app_kwargs": {"routes": [*routes(), *told.routes(), *own], "middleware": guard.middleware(rules)},
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
