"""Prints of what a page shows and its address does not hold: the card's widget hands it over."""

import io

import numpy as np
import pytest
import torch
from matplotlib.figure import Figure
from pypdf import PdfReader

from components import prints
from components.page.words import percent, say
from model import Shaping, answers_to, chatting, library, library_questions, looked_up
from model.core.sampling import shape

TALK = {
    "above": "",
    "turns": [["What is 2+2?", "2+2=4"]],
    "question": "Tell a story about a cat and a hat.",
    "seed": 3,
    "temperature": 0.7,
}


@pytest.fixture(scope="module")
def printer(lm, printing_of):
    return printing_of(lm)


def asked(given, **controls):
    return {"text": "", "token": None, "controls": controls, "edits": [], "shown": given}


def axes_of(printer, name, given, **controls):
    view, draw = printer.views[name]
    axes = Figure(figsize=(7, 5)).add_subplot()
    view.drawn(draw, asked(given, **controls))(axes)
    return axes


def test_three_answers_are_as_long_as_their_chances(lm, printer):
    question = library_questions(1, True)[0].question
    place = looked_up(lm, question)[0].place
    changed = library()[place].text.replace(" is ", " is not ")
    told = answers_to(lm, question, place, changed)
    axes = axes_of(printer, "look_up.answers", {"question": question, "place": place, "planted": changed})
    ways = {"none": "without", "found": "with", "planted": "planted"}
    wanted = [np.prod([p for _, p in told[way]["said"]]) for way in ways]
    assert np.allclose([bar.get_width() for bar in axes.patches], wanted, rtol=1e-6)
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert names == [prints.drawable(f"{say(f'lookup.{word}')}: {told[way]['text']}") for way, word in ways.items()]
    assert axes.get_title() == question
    assert [note.get_text() for note in axes.texts] == [percent(p) for p in wanted]


def test_the_last_answer_is_that_of_the_adapter_with_its_chances(lm, printer):
    axes = axes_of(printer, "chat.talk", TALK, temperature=0.2)  # the dial was turned since
    pieces, chances = ([text.get_text() for text in axes.texts[i::2]] for i in (0, 1))
    talk = chatting.Talk("", "", (("What is 2+2?", "2+2=4"),), TALK["question"])
    read, tuned = chatting.reading(lm.vocabulary, talk, lm.config.n_positions), chatting.with_adapter(lm)
    ids = [step.ids.item() for step in chatting.answering(tuned, read, Shaping(0.7), 3)]
    assert pieces == [prints.drawable(piece) for piece in lm.vocabulary.pieces(ids)] and len(ids) > 40
    logits = torch.from_numpy(tuned.trace_ids([*read.ids, *ids]).logits[len(read.ids) - 1 : -1].copy())
    dice = shape(logits, Shaping(0.7))
    assert chances == [percent(float(dice[i, id])) for i, id in enumerate(ids)]


def test_the_line_below_says_whose_numbers_they_are(printer):
    said = {name: printer.caption(asked({}) | {"at_step": 9550}, "", name) for name in ("dice.die", "train.learned")}
    assert "5.9 million weights · step 9,550" in said["dice.die"]
    assert "a model that was trained" in said["train.learned"] and "step" not in said["train.learned"]
    assert "two models that were trained" in printer.caption(asked({}), "", "data.differs")
    assert "tuned" in printer.caption(asked({}), "", "tune.before_after")
    assert "with the adapter" in printer.caption(asked({}), "", "chat.talk")


@pytest.mark.parametrize("name", ["look_up.answers", "chat.talk"])
def test_it_is_one_page(printer, name):
    question = library_questions(1, True)[0].question
    given = TALK if name == "chat.talk" else {"question": question, "place": 0}
    made = printer.made(name, "pdf", "page", asked(given) | {"text": given["question"]})
    (page,) = PdfReader(io.BytesIO(made)).pages
    assert given["question"][:20] in page.extract_text().replace("\n", " ")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("look_up.answers", {}),
        ("look_up.answers", {"question": "Who?", "place": 10**6}),
        ("look_up.answers", {"question": ["Who?"], "place": 0}),
        ("look_up.answers", {"question": "Who?", "place": 0, "planted": 7}),
        ("look_up.answers", {"question": "Who?", "place": 0, "own": 7}),
        ("chat.talk", {}),
        ("chat.talk", TALK | {"turns": [["one"]]}),
        ("chat.talk", TALK | {"turns": 3}),
        ("chat.talk", TALK | {"seed": -1}),
        ("chat.talk", TALK | {"temperature": "hot"}),
        ("chat.talk", TALK | {"above": ["x"]}),
        ("tune.before_after", {}),
        ("tune.before_after", {"run": "nobody's"}),
        ("tune.before_after", {"run": ["x"]}),
        ("tune.before_after", {"step": 3}),
        ("tune.before_after", {"run": "nobody's", "step": 3}),
        ("train.learned", {}),
        ("train.learned", {"run": "nobody's", "step": "x"}),
        ("data.differs", {}),
        ("data.differs", {"one": "nobody's", "other": 3}),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(printer, name, given):
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        printer.made(name, "pdf", "page", asked(given))
