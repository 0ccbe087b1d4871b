"""The history as the page gets it, one prompt at all whole steps, and that every view follows a step."""

import json

import pytest
from matplotlib.figure import Figure

import model
from app import build_app
from components import TABS
from components.page.arguments import given
from components.page.prompt import steps_of
from components.page.scene import Scene
from components.page.tab import View
from components.page.words import percent, say
from components.tabs.time import recorded, tab
from model import PAINT, wilson

TEXT = "The sky is blue."


@pytest.fixture(scope="module")
def data(grown):
    return recorded.told(grown.history)


def test_curves_are_the_counts_that_were_recorded(grown, data):
    lines = {line["step"]: line for line in grown.history.lines}
    assert [curve["key"] for curve in data["curves"]] == [*recorded.SKILLS[1:]]  # `guessed` is of visitors' trainings
    for curve in data["curves"]:
        assert curve["name"] == say(f"time.skill_{curve['key']}")
        assert [point["step"] for point in curve["points"]] == [*lines]
        for point in curve["points"]:
            skills, fingers = lines[point["step"]]["skills"], lines[point["step"]]["fingers"]
            secrets = {int(n): hits for n, hits in skills["secrets"].items()}
            want = {
                "hands": [fingers[5], sum(fingers)],
                "often": [sum(h[i] for n, h in secrets.items() if n >= 30) for i in (0, 1)],
                "seldom": [sum(h[i] for n, h in secrets.items() if n < 30) for i in (0, 1)],
            } | skills
            assert [point["right"], point["asked"]] == want[curve["key"]]
            assert (point["low"], point["high"]) == wilson(point["right"], point["asked"])


def test_read_outs_are_as_they_were_recorded(grown, data):
    for line, shown in zip(grown.history.lines, data["lines"], strict=True):
        assert shown["rounded"] == []
        assert all(shown[name] == line[name] for name in shown if name != "rounded")
    assert data["whole"] == [1, 20, 300] and data["ends_here"]


@pytest.mark.parametrize("line", [{"step": 3}, {"step": 3, "story": "A fox."}, {"step": 3, "skills": {"sums": [1, 4]}}])
def test_a_line_may_lack_anything(line):
    history = model.History((line,), {}, False)
    shown = recorded.told(history)
    assert shown["lines"][0]["story"] == line.get("story", "") and shown["lines"][0]["fingers"] == []
    assert [curve["key"] for curve in shown["curves"]] == [*line.get("skills", {})]
    assert shown["first"] == {"prompt": 0, "role": 0, "caption": 0} and shown["events"] == []


@pytest.mark.parametrize(
    ("scores", "at"),
    [([0.1, 0.5, 0.6], 1), ([0.5, 0.6], None), ([0.1, 0.5, 0.3], None), ([0.5, 0.3, 0.4, 0.9], 2), ([], None)],
)
def test_a_head_forms_where_its_score_stays_above(scores, at):
    assert model.formed(scores) == at
    lines = [{"step": 10 * i, "roles": {"induction": [[0.0, s], [0.1, 0.0]]}} for i, s in enumerate(scores)]
    want = [] if at is None else [{"step": 10 * at, "says": say("time.event_induction")}]
    assert recorded.events(lines) == want


def test_what_changed_most_is_shown_first():
    def line(step, p, score, digits):
        dice = {"a": [["x", 0.5]], "b": [["y", p]]}
        pictures = {"c": "0" * 8, "d": digits}
        return {"step": step, "dice": dice, "roles": {"r": [[0.3]], "s": [[score]]}, "pictures": pictures}

    assert recorded.first([line(1, 0.1, 0.0, "00000111"), line(2, 0.9, 0.9, "00000000")]) == {
        "prompt": 1,
        "role": 1,
        "caption": 1,
    }


def test_a_picture_that_still_flickers_is_not_shown_first():
    assert recorded.settled([[9, 0, 9, 0, 0, 0, 9, 0], [5, 4, 5, 1, 1, 0, 0, 0]]) == 1
    assert recorded.settled([[3, 0], [0, 0]]) == 0 and recorded.settled([]) == 0


def test_one_prompt_is_read_by_all_whole_steps(grown):
    told = [*tab.reading(grown, {"run": 4, "text": TEXT})]
    assert [len(each["columns"]) for each in told] == [1, 2, 3] and [each["over"] for each in told] == [0, 0, 1]
    for column in told[-1]["columns"]:
        dice = model.load_die(grown.at(column["step"]).trace(TEXT).logits[-1])
        for (piece, p), id, raw in zip(column["faces"], dice.ids[: tab.FACES], dice.raw, strict=False):
            assert piece == grown.vocabulary.piece(int(id)) and p == pytest.approx(float(raw), abs=1e-12)
    (wrong,) = tab.reading(grown, {"run": 4, "text": "a " * 900})
    assert "at most 293 fit" in wrong["message"] and wrong["over"] and not wrong["columns"]
    assert tab.prompted(grown, TEXT)["of"] == 3


def test_one_caption_is_painted_by_all_whole_steps(grown):
    caption, seed = "a red circle", 3
    told = [*tab.painting(grown, {"run": 4, "text": caption, "seed": seed})]
    assert [len(each["columns"]) for each in told] == [1, 2, 3] and told[-1]["over"] and told[-1]["seed"] == seed
    for column in told[-1]["columns"]:
        steps = grown.at(column["step"]).paint(caption, PAINT, seed)
        assert column["pixels"] == "".join(f"{step.rank.item():x}" for step in steps)
    assert len({column["pixels"] for column in told[-1]["columns"]}) == 3
    (wrong,) = tab.painting(grown, {"run": 4, "text": "a red circle " * 40, "seed": seed})
    assert "at most" in wrong["message"] and wrong["over"] and not wrong["columns"]
    for bad in (-1, 1000, "x", None):
        with pytest.raises(ValueError, match="seed"):
            [*tab.painting(grown, {"run": 4, "text": caption, "seed": bad})]


def test_the_last_step_is_the_model_itself_where_it_ends_here(grown, tiny):
    assert steps_of(grown) == [1, 20, 300] and steps_of(tiny) == []
    whole = {1: None, 9: None}
    for ends_here, steps in ((True, [1]), (False, [1, 9])):
        lm = type("Walked", (), {"history": model.History(({"step": 9},), whole, ends_here)})
        assert steps_of(lm) == steps


def test_without_a_history_the_tab_says_so(tiny, grown):
    assert tab.TAB.lacks(tiny) == say("time.none") and tab.TAB.lacks(grown) == ""


def test_a_print_is_of_the_step_and_says_so(grown, printing_of):
    printer = printing_of(grown)
    asked = {"text": TEXT, "token": None, "controls": {}, "edits": []}
    view, draw = printer.views["dice.next_tokens"]
    titles = [view.drawn(draw, asked | {"at_step": step}) for step in (None, 20)]
    bars = []
    for title in titles:
        axes = Figure().add_subplot()
        title(axes)
        bars.append([bar.get_width() for bar in axes.patches])
    tops = [model.load_die(grown.at(step).trace(TEXT).logits[-1]).probs[0] for step in (None, 20)]
    assert [max(widths) for widths in bars] == pytest.approx(tops, abs=1e-6)
    assert "step 20 of its training, rounded to 8 bits" in printer.caption(asked | {"at_step": 20}, "")
    assert "step" not in printer.caption(asked, "")
    worksheets = [printer.made("worksheet", "pdf", "page", asked | {"at_step": step}) for step in (None, 20)]
    assert worksheets[0] != worksheets[1]


def test_a_print_of_one_prompt_has_a_bar_for_each_whole_step(grown, monkeypatch):
    drawn = []
    monkeypatch.setattr(tab.prints, "bars", lambda *told: drawn.append(told))
    tab.over_on_paper(grown, TEXT)
    ((names, values, said, _),) = drawn
    assert names == ["1", "20", "300"]
    for step, value, told in zip((1, 20, 300), values, said, strict=True):
        die = model.load_die(grown.at(step).trace(TEXT).logits[-1])
        assert value == pytest.approx(float(die.raw[0]), abs=1e-12)
        piece = tab.prints.drawable(grown.vocabulary.piece(int(die.ids[0])))
        assert told == f"{piece} {percent(die.raw[0])}"


def test_every_view_draws_the_step_that_is_asked_for(grown, monkeypatch):
    """All parts of all tabs, and what is drawn once: the model of that step has drawn it, and it says so."""
    views, asked = {}, {}
    show, ask = View.show, Scene.ask
    monkeypatch.setattr(
        View, "show", lambda self, parts, **c: (views.update({self.name: (self, parts)}), show(self, parts, **c))
    )
    monkeypatch.setattr(
        Scene, "ask", lambda self, event, fn, *io: (asked.update({event: fn}), ask(self, event, fn, *io))
    )
    build_app(grown)
    assert views.keys() == {each.name for each in TABS if not each.lacks(grown)}
    always = {each.name for each in TABS if each.every_step}
    for event, fn in asked.items():
        scene = {"tab": event, "text": TEXT, "token": None, "controls": {}, "edits": [], "edited": True, "key": "k"}
        scene |= {"other": TEXT, "by": None, "at_step": 20}
        tab = event.removesuffix("_view")
        if tab in views and tab != event:
            said, *values = fn(scene, None)
            assert said["message"] == "", (event, said)
            if tab not in always:
                assert plain(values) == plain(drawn_by(grown.at(20), *views[tab], scene)), event
        else:
            values = fn(scene)
            values = values if isinstance(values, tuple) else [values]
        steps = {json.dumps(value.get("at_step", "none")) for value in values if isinstance(value, dict)}
        assert steps <= ({'"none"'} if tab in always else {"20"}), event


def drawn_by(lm, view, parts, scene):
    asked = view.asked(scene)
    drawn = [(draw(lm, **given(draw, asked)), len(outputs)) for draw, outputs in parts.items()]
    return [value for values, n in drawn for value in (values if n > 1 else [values])]


def plain(values):
    return [
        json.dumps({n: x for n, x in each.items() if n != "at_step"}) if isinstance(each, dict) else json.dumps(each)
        for each in values
    ]
