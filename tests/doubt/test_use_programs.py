"""The program of each use is run: what it makes, and its figures, are those of the page."""

import pytest
from running import run

from components.page.programs import programs
from model import own_case
from model.doubt import asking, made
from model.doubt.deck import cards
from model.doubt.uses.adverts import promises
from model.doubt.uses.gifts import readers

DECK = "uses"
ROLLS = {  # those that roll, and what they make
    "gifts": "text",
    "adverts": "text",
    "sprites": "painted",
    "jingle": "tune",
    "letters": "text",
    "news": "texts",
    "accessories": "text",
    "kinds": "text",
}


@pytest.fixture
def sure(monkeypatch, lm):
    """The page always takes the likeliest, as the programs do at temperature 0: then the seed is no matter."""
    paintings, written = lm.paintings, asking.written
    monkeypatch.setattr(lm, "paintings", lambda captions, shaping, seeds: paintings(captions, asking.SURE, seeds))
    likeliest = lambda lm, prompts, tokens, shaping, ends=lambda text: False, seed=0: written(  # noqa: E731
        lm, prompts, tokens, asking.SURE, ends, seed
    )
    monkeypatch.setattr(made, "written", likeliest)


def page(lm, card, case, without=()):
    """What the page makes of a case, and its figures but for those that need the training texts."""
    part = own_case(lm, card, case, DECK)
    rows = {row.name: row.said.value for row in part.rows if row.name not in without}
    assert {row.name for row in part.rows} >= {*without}
    return part.made, rows


@pytest.mark.parametrize("case", ["robots, Easter", "bakers and sailors, Christmas"])
def test_gifts(lm, sure, case):
    found = run("uses.gifts", case=case, temperature=0)
    (text,), rows = page(lm, "gifts", case, ["copied"])
    assert found["text"] == text.text and found["rows"] == pytest.approx(rows, abs=1e-3)


@pytest.mark.parametrize("case", ["spaceship", "sled"])
def test_adverts(lm, sure, case):
    found = run("uses.adverts", case=case, temperature=0)
    (text,), rows = page(lm, "adverts", case, ["copied"])
    assert found["text"] == text.text.partition("\n")[0] and found["rows"] == pytest.approx(rows, abs=1e-3)


@pytest.mark.parametrize("case", ["a green owl on white", "a Red star and a blue cup on yellow"])
def test_sprites(lm, sure, case):
    found = run("uses.sprites", case=case, temperature=0)
    (picture,), rows = page(lm, "sprites", case)
    shares = {name: share for name, share in rows.items() if not name.startswith("= ")}  # a drawing by hand
    assert found["painted"].tolist() == [*picture.cells] and found["rows"] == pytest.approx(shares, abs=1e-3)


@pytest.mark.parametrize(
    "case",
    [
        "a happy tune in C major, in 3/4",
        "a tired tune",
        "a wild march in e minor in four",
        "a soft song in F major with three beats in a bar",
    ],
)
def test_jingle(lm, sure, case):
    found = run("uses.jingle", case=case, temperature=0)
    (tune,), rows = page(lm, "jingle", case, ["heard"])
    assert found["rows"] == rows and found["bar"] == tune.bar
    assert len(found["ends"]) == len(tune.notes) + 1 and found["ends"][-1] == sum(length for _, length in tune.notes)
    assert found["pitches"] == [pitch % 12 for pitch, _ in tune.notes if pitch is not None]


@pytest.mark.parametrize("case", ["Dear grandmother,", "Half a year ago I bought a"])
def test_letters(lm, sure, case):
    (letter,), rows = page(lm, "letters", case, ["formal", "copied"])
    assert run("uses.letters", case=case, temperature=0)["text"] == letter.text and not rows


@pytest.mark.parametrize("case", ["7:35", "5:30", "Half past one", "three o'clock"])
def test_clock(lm, case):
    found = run("uses.clock", case=case)
    (answer,), rows = page(lm, "clock", case)
    assert answer.text.strip().startswith(found["text"]) and found["rows"] == rows


@pytest.mark.parametrize("case", ["Hamburg", "New York"])
def test_news(lm, sure, case):
    found = run("uses.news", case=case, temperature=0)
    texts, rows = page(lm, "news", case, ["copied"])
    assert found["texts"] == [each.text for each in texts] and found["rows"] == pytest.approx(rows, abs=1e-3)


@pytest.mark.parametrize("case", ["bicycle", "an old piano."])
def test_accessories(lm, sure, case):
    found = run("uses.accessories", case=case, temperature=0)
    (text,), rows = page(lm, "accessories", case)
    assert found["text"] == text.text and found["rows"] == pytest.approx(rows, abs=1e-3)


@pytest.mark.parametrize("case", ["The handle broke after two days.", "In the garden there was a"])
def test_kinds(lm, sure, case):
    found = run("uses.kinds", case=case, temperature=0)
    (text,), rows = page(lm, "kinds", case, ["taught"])
    after = found["rows"].pop("after"), rows.pop("after")
    assert after[0] == pytest.approx(after[1], abs=0.01)  # of 2,400 rolls one may fall otherwise by a rounded bit
    assert found["text"] == text.text and found["rows"] == pytest.approx(rows, abs=1e-3)


def test_tables_are_those_of_the_texts():
    """What a thing can do and who gets what, all of it: a case shows little of that."""
    pairs = {name: [] for name in ("adverts", "gifts")}
    for name, found in pairs.items():
        for line in run(f"uses.{name}")["table"].strip().split("\n"):
            who, _, some = line.partition(": ")
            found += [(each, who) for each in some.split(", ")]
    assert pairs["adverts"] == [*promises()]
    assert pairs["gifts"] == [(gift, who) for who, (_, some) in readers().items() for gift, _ in some]


@pytest.mark.parametrize("card", ROLLS)
def test_a_roll_is_made_again_by_its_seed_alone(card):
    """Hotter than it is handed over: there the owl of Sprites comes out the same by many a seed."""
    rolled = [str(run(f"uses.{card}", temperature=3.0, seed=seed)[ROLLS[card]]) for seed in (3, 3, 4)]
    assert rolled[0] == rolled[1] != rolled[2]


@pytest.mark.parametrize("card", cards(DECK))
def test_every_card_has_a_program_with_its_own_case(card):
    said = programs()[f"{DECK}.{card}"]
    assert f'\ncase = "{cards(DECK)[card].case}"\n' in said
    assert (card in ROLLS) == ("\ntemperature = " in said) == ("\nseed = " in said)
