"""What is sent to widgets has the keys and kinds that their scripts are checked against."""

import json
import time
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import gradio as gr
import pytest

from app import build_app
from components import values
from components.page.arguments import given
from components.page.prompt import chips, restore
from components.page.tab import View
from components.page.widget import Widget
from components.parts import pixels
from components.parts.trainings import forget_training, training
from components.tabs.attention.tab import KITE
from components.tabs.compose import tab as compose
from components.tabs.data import finding
from components.tabs.data import runs as data_runs
from components.tabs.data.corpora_card import Corpora
from components.tabs.data.differs import Differences, TwoDice
from components.tabs.data.origin_card import Origin
from components.tabs.paint import reading
from components.tabs.paint import tab as paint
from components.tabs.scale import law
from components.tabs.take_away import drawer
from components.tabs.tokens.tab import own_card
from components.tabs.train import runs
from components.tabs.train.learned import Learned
from components.tabs.train.microscope import Microscope, StepAsked
from components.tabs.train.reads import TrainingState
from model import CLIP

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
    assert {widget.__name__ for widget in values.widgets() if widget.Value is None} == {
        *("Answers", "Band", "Beside", "CorporaCard", "CorpusTable", "Elsewhere", "Moment", "OriginCard"),
        *("Said", "Says", "Timeline", "TokenLook", "Voted", "VotesCard"),
    }


def test_first_values(app):
    for widget in app[1]:
        value = json.loads(widget.value) if widget.value else None
        check(widget, value)


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_tabs_draw(app, lm, text):
    shown = [(view, parts) for name, view, parts, *_ in app[0] if name == "show"]
    assert len(shown) == 20
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
    for widget in (widget for widget in app[1] if widget.Data and hasattr(widget, "table")):
        fits(widget.Data, json.loads(json.dumps(widget.table)), type(widget).__name__)


def wait_for(lm, name):
    """Until a training has ended: all that is told of it fits."""
    after, ended = 0, False
    while not ended:
        state = json.loads(json.dumps(training(lm, name, after)))
        fits(TrainingState, state)
        after, ended = state["after"], state["ended"] and not state["events"]
        time.sleep(0.2)


def test_what_is_told_of_two_corpora(lm):
    made = json.loads(json.dumps(data_runs.corpora(lm, "sentence")))
    fits(Corpora, made)
    names = data_runs.train_two(lm, made | {"steps": 20, "layers": 1, "width": 32}, "sentence")["names"]
    for name in names:
        wait_for(lm, name)
    fits(Differences, json.loads(json.dumps(data_runs.differences(lm, *names))))
    dice = json.loads(json.dumps(data_runs.two_dice(lm, *names, "2+2=")))
    fits(TwoDice, dice)
    token = next(face["id"] for face in dice["faces"] if face["piece"] == "4")
    fits(Origin, json.loads(json.dumps(data_runs.learned_from(lm, names[0], "2+2=", token))))
    for experiment in ("amount", "nothing"):
        fits(finding.Finding.Value, json.loads(json.dumps(finding.recorded(experiment))))


def test_what_is_told_of_a_training(lm):
    name = runs.train(lm, {"reads": "copies", "steps": 20, "layers": 1, "width": 32})["name"]
    wait_for(lm, name)
    asked = {"name": name, "shot": 1, "taken": 0, "rule": "adamw", "matrix": "wte.weight", "row": None, "column": None}
    fits(StepAsked, asked)
    fits(Microscope.Value, json.loads(json.dumps(runs.microscope(asked))))
    fits(Learned.Value, runs.packed(name))
    assert forget_training(lm, name) == {"name": name}
    for nothing in (runs.microscope(asked), runs.packed(name)):
        assert "There is no training" in nothing["trouble"]


def test_a_pixel_and_its_painting(app, lm):
    canvas, die, look = (
        next(w for w in app[1] if type(w).__name__ == name) for name in ("PixelCanvas", "PixelDie", "PixelLook")
    )
    view = next(view for name, view, *_ in app[0] if name == "show" and view.name == "paint")
    scene = {"text": TEXTS[1], "token": None, "controls": {}}
    colours = []
    for value in paint.rolling(lm, view, scene):
        check(canvas, value)
        colours += value["colours"]
    for pixel in (0, 100, 255):
        for widget, value in zip((die, look), paint.inspect(lm, painted(colours, pixel)), strict=True):
            check(widget, value)


def test_a_clip_and_its_pixels(app, lm):
    clip, look = (next(w for w in app[1] if type(w).__name__ == name) for name in ("Clip", "FrameLook"))
    view = next(view for name, view, *_ in app[0] if name == "show" and view.name == "animate")
    colours = []
    for value in pixels.rolling(lm, view, {"text": "a ball falls", "token": None, "controls": {}}, CLIP):
        check(clip, value)
        colours += value["colours"]
    for pixel in (0, 140):
        rolled = {"caption": "a ball falls", "temperature": 0.8, "colours": colours, "pixel": pixel}
        check(look, pixels.inspect(lm, rolled, CLIP)[1])


def test_a_picture_read_backwards_and_digits(app, lm):
    backwards, recognise = (next(w for w in app[1] if type(w).__name__ == name) for name in ("Backwards", "Recognise"))
    for asked in ({"digit": 3}, {"caption": "a cat", "colours": [2] * 256}, {"digit": 900}):
        for value in reading.fitting(lm, {"run": 1, "own": ["a dog", ""]} | asked):
            check(backwards, value)
    tiles = [reading.tile(lm, i) for i in range(3)]
    check(recognise, {"run": 1, "first": 0, "tiles": tiles, "over": False, **reading.summary(tiles)})


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


def test_the_largest_of_our_own_law(app):
    widget = next(w for w in app[1] if type(w).__name__ == "Law")
    check(widget, law.revealed())


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
