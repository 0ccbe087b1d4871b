"""What is sent to widgets has the keys and kinds that their scripts are checked against."""

import json
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import gradio as gr
import pytest

from app import build_app
from components import values
from components.page.prompt import chips, restore
from components.page.tab import View, given
from components.page.widget import Widget
from components.tabs.attention.tab import KITE
from components.tabs.compose import tab as compose
from components.tabs.pixels import tab as pixels
from components.tabs.take_away import drawer
from components.tabs.tokens.tab import own_card

TEXTS = (KITE, "a big red circle on white", "x")


def fits(kind, value, where="value"):
    """Raise AssertionError where `value`, as JSON, is not of the `kind`."""
    origin, said = get_origin(kind) or kind, f"{where} is {value!r:.60}"
    if is_typeddict(kind):
        origin = dict
        hints, names = get_type_hints(kind), set(value)
        assert kind.__required_keys__ <= names <= hints.keys(), f"{where}: {names ^ hints.keys()}"
        parts = [(hints[name], each, f"{where}.{name}") for name, each in value.items()]
    else:
        parts = inside(origin, get_args(kind), value, where)
    if origin in (Union, types.UnionType):
        assert any(is_of(part, value) for part in get_args(kind)), said
    elif origin is Literal:
        assert value in get_args(kind), said
    elif origin is not Any:
        wanted = {float: (int, float), tuple: list}.get(origin, origin)
        assert isinstance(value, wanted) and (origin is bool or not isinstance(value, bool)), said
    for part in parts:
        fits(*part)


def inside(origin, kinds, value, where):
    """What `value` is made of: the kind, the value and the name of each."""
    if origin is list:
        return [(kinds[0], each, f"{where}[{i}]") for i, each in enumerate(value)]
    if origin is tuple:
        return [(kind, each, f"{where}[{i}]") for i, (kind, each) in enumerate(zip(kinds, value, strict=True))]
    if origin is dict:
        return [(kinds[1], each, f"{where}.{name}") for name, each in value.items()]
    return []


def is_of(kind, value):
    try:
        fits(kind, value)
    except (AssertionError, AttributeError, TypeError, ValueError):
        return False
    return True


def check(widget, value):
    """As the browser gets it."""
    if value is not None:
        fits(widget.Value, json.loads(json.dumps(value)), type(widget).__name__)


@pytest.fixture(scope="module")
def app(lm):
    """All views with what draws them, and all widgets."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for method in ("show", "once"):
            patch.setattr(View, method, recorded(getattr(View, method), found))
        blocks = build_app(lm).blocks.values()
    return found, [block for block in blocks if isinstance(block, Widget)]


def recorded(method, found):
    def call(self, *args, **kwargs):
        found.append((method.__name__, self, *args))
        return method(self, *args, **kwargs)

    return call


def test_values_d_ts_is_fresh():
    """Else: `python -m components.values`, which `make format` runs."""
    assert values.FILE.read_text(encoding="utf-8") == values.text()


def test_every_widget_says_what_it_gets():
    assert {widget.__name__ for widget in values.widgets() if widget.Value is None} == {"Beside", "TokenLook"}


def test_first_values(app):
    for widget in app[1]:
        value = json.loads(widget.value) if widget.value else None
        check(widget, value)


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_tabs_draw(app, lm, text):
    shown = [(view, parts) for name, view, parts, *_ in app[0] if name == "show"]
    assert len(shown) == 9
    for view, parts in shown:
        asked = view.asked({"text": text, "token": None, "controls": {}})
        for draw, outputs in parts.items():
            drawn = draw(lm, **given(draw, asked))
            for output, value in zip(outputs, drawn if len(outputs) > 1 else [drawn], strict=True):
                check(output, value)


def test_what_is_drawn_once(app, lm):
    once = [(draw, output) for name, _, draw, *rest in app[0] if name == "once" for output in rest]
    assert once
    for draw, output in once:
        check(output, draw(lm))


def test_what_is_fetched(app):
    for widget in (widget for widget in app[1] if widget.Data):
        fits(widget.Data, json.loads(json.dumps(widget.table)), type(widget).__name__)


def test_a_pixel_and_its_painting(app, lm):
    canvas, die, look = (
        next(w for w in app[1] if type(w).__name__ == name) for name in ("PixelCanvas", "PixelDie", "PixelLook")
    )
    view = next(view for name, view, *_ in app[0] if name == "show" and view.name == "pixels")
    scene = {"text": TEXTS[1], "token": None, "controls": {}}
    colours = []
    for value in pixels.painting(lm, view, scene):
        check(canvas, value)
        colours += value["colours"]
    for pixel in (0, 100, 255):
        for widget, value in zip((die, look), pixels.inspect(lm, painted(colours, pixel)), strict=True):
            check(widget, value)


def test_a_tune_and_its_dice(app, lm):
    tune, die, look = (next(w for w in app[1] if type(w).__name__ == name) for name in ("Tune", "NoteDie", "NoteLook"))
    asked = {"run": 1, "caption": "a sad tune", "temperature": 0.8, "seed": 7, "ids": [], "steps": 9}
    ids = []
    for value in compose.composing(lm, asked):
        check(tune, value)
        ids += [token["id"] for token in value["tokens"]]
    for place in (0, 4, len(ids)):
        opened = compose.inspect(lm, {"caption": "a sad tune", "temperature": 0.8, "ids": ids, "place": place})
        for widget, value in zip((die, look), opened, strict=True):
            check(widget, value)


def painted(colours, pixel):
    return {"caption": TEXTS[1], "temperature": 0.8, "colours": colours, "pixel": pixel}


@pytest.mark.parametrize("edits", [[], ["head 1.2 off", "token 1 as 600"], ["head 9.9 off"]])
def test_what_is_taken_away(app, lm, edits):
    widget = next(w for w in app[1] if type(w).__name__ == "TakeAway")
    check(widget, drawer.show(lm, {"text": KITE, "edits": edits}))
    check(widget, drawer.show(lm, {"text": "", "edits": edits}))


@pytest.mark.parametrize("text", [*TEXTS, "", "x" * 6000])
def test_the_chips(app, lm, text):
    check(next(w for w in app[1] if type(w).__name__ == "TokenChips"), chips(lm, {"text": text}))


@pytest.mark.parametrize("size", [256, 300, 1000])
def test_a_tokenizer_of_ones_own(app, lm, size):
    widget = next(w for w in app[1] if type(w).__name__ == "OwnTokenizer")
    check(widget, own_card(lm, KITE, size=size))
    check(widget, own_card(lm, KITE, own="", size=size))


def test_the_restored_page(app):
    views = [view for name, view, *_ in app[0] if name == "show"]
    scene = next(w for w in app[1] if type(w).__name__ == "Scene")
    check(scene, restore({"tab": "dice", "token": "3"}, views))


@pytest.mark.parametrize("value", [{}, {"edits": [], "message": 3}, {"message": "", "edits": [], "more": 1}])
def test_a_wrong_value_does_not_fit(app, value):
    widget = next(w for w in app[1] if type(w).__name__ == "TakeAway")
    assert not is_of(widget.Value, value)
    assert isinstance(widget, gr.HTML)
