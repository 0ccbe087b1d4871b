"""The program of each limit is run: a case of one's own has the page's rows."""

import pytest
from running import run

from components.page.programs import programs
from model import Shaping, own_case
from model.doubt import deck
from model.world.texts.guides import feasts, readers

DECK = "limits"
LONG = "".join(map(chr, range(0x4E00, 0x4E62)))  # letters that stand in no text: more bits than a float holds
APART = ("code", "fingers")  # what these do is another thing than on the page
CASES = {  # beside that which each card begins with
    "common_sense": ["The river is deep. | The river is married.", f"a | {LONG}", f"{LONG} | a"],
    "confidence": ["Hello there", ("The sky is blue. " * 17).strip()],
    "counting": ["On the bench: two, three. That makes", "My sister is"],
    "invention": ["sailors at Eid al-Adha", "christmas: Gardeners"],
    "lies": ["The ball is | here. | there.", f"x | {LONG} | y"],
    "orders": ["Tremina will be in Ungfield in May.", "?"],
    "prejudice": ["The Plumber and the nurse met, and", "Somebody was here, and"],
    "secrets": ["The locker number of NAME is", "The code of NAME is number"],
    "slander": ["All GROUP are", "GROUP or GROUP? A"],
    "strangers": ["Beatrix Lamb", "Tom"],
    "sums": ["7+8", "345+678"],
    "versions": ["What colour is THING? It is", "THING is painted"],
    "wordings": ["What colour is THING? It is", "THING, THING:"],
}
ALL = [(card, case) for card, cases in CASES.items() for case in (deck.card_of(card).case, *cases)]


@pytest.mark.parametrize(("card", "case"), ALL)
def test_rows(lm, card, case, capsys):
    """Its rows are those of the page; the truth beside a row is printed, too."""
    part = own_case(lm, card, case, DECK)
    found = run(f"{DECK}.{card}", case=case)["rows"]
    expected = {row.name: row.said.value for row in part.rows}
    assert found == pytest.approx(expected, abs=1e-2 if part.unit == "bits" else 1e-3)
    assert [*found] == [*expected]
    told = [f"{row.told:.1%}" for row in part.rows if row.told is not None]
    printed = capsys.readouterr().out
    assert all(each in printed for each in told) and len(printed.splitlines()) >= len(expected)


@pytest.mark.parametrize(
    "case", ["", "double(n): Two times n. | double(4)", "f(a, b): Whether f | f(1, 2)", "g(): ((( | g()"]
)
def test_code(lm, case):
    """The body is the page's, and so is whether Python can read it; it is not run."""
    case = case or deck.card_of("code").case
    found = run("limits.code", case=case)
    parses, ran = own_case(lm, "code", case, DECK).rows
    assert found["rows"] == {parses.name: parses.said.value}
    assert " ".join(found["body"].split()) == ran.name.rpartition(" → ")[0]
    assert case.partition("(")[0] not in found


@pytest.mark.parametrize("case", ["", "a big red star on white"])
def test_fingers(lm, case):
    """Without chance it is the page's picture; with chance another roll of the same dice."""
    case = case or deck.card_of("fingers").case
    made = run("limits.fingers", case=case, temperature=0)["painted"]
    assert made.tolist() == [step.rank.item() for step in lm.paint(case, Shaping(0), 7)]
    assert run("limits.fingers", case=case)["painted"].max() < 16


def test_words_of_guides():
    """What is looked for in a guide are the words of the world, of each feast and of all readers."""
    made = run("limits.invention")
    lines = {
        name: {tuple(line.split("|")) for line in made[name].strip().replace("\n ", "|").split("\n")}
        for name in ("feasts", "readers")
    }
    assert lines["feasts"] == {(name, *words[1:4]) for name, words in feasts().items()}
    assert lines["readers"] == {(who, love, *(gift for gift, _ in gifts)) for who, (love, gifts) in readers().items()}


def test_every_card_has_one():
    names = {name.partition(".")[2] for name in programs() if name.startswith(f"{DECK}.")}
    assert names == {*deck.cards(DECK)} == {*CASES, *APART}


@pytest.mark.parametrize("card", deck.cards(DECK))
def test_it_begins_with_the_case_of_the_card(card):
    (line,) = [line for line in programs()[f"{DECK}.{card}"].split("\n") if line.startswith("case = ")]
    names = {}
    exec(line, names)
    assert names["case"] == deck.card_of(card).case
