"""What everybody knows: opposites either way round, and sentences that say of what they speak."""

import random
import re

import pytest

from model.world.knowledge import tell
from model.world.knowledge.daily import LINES as DAYS
from model.world.knowledge.daily import sentence as sentence_of_day
from model.world.knowledge.facts import countries, laid_out, of_opposites, opposites
from model.world.knowledge.ordinary import FIELDS, TOLD, field
from model.world.knowledge.quiz import quiz
from model.world.knowledge.somebody import somebody
from model.world.knowledge.store import things
from model.world.knowledge.tell import TALES, request, sentence, sung, tale
from model.world.language.people import make_person
from model.world.texts import sums
from model.world.texts.names import person

KIN = {name.split()[-1] for name, _ in DAYS["people"].rows} | {"best", "birthday"}


def test_opposites_are_told_and_asked_either_way_round():
    pairs = {(word, other) for word, others in opposites() for other in others}
    assert len(pairs) >= 84
    rng, seen = random.Random("opposites"), set()
    for _ in range(6000):
        text = of_opposites(rng)
        assert not set("{}[]|") & set(text)
        for told in re.findall(r"opposite of ([\w-]+) is ([\w-]+)\.|([\w-]+) is the opposite of ([\w-]+)\.", text):
            one, other = (word.lower() for word in told if word)
            assert {(one, other), (other, one)} & pairs, text
            seen.add((one, other))
        for one, other in re.findall(r"Which word means the opposite of ([\w-]+)\?\W+(?:A\w*: )?([\w-]+)\.", text):
            assert {(one, other.lower()), (other.lower(), one)} & pairs, text
    assert len(seen) > 150


def test_a_quiz_asks_or_tells_what_is_known():
    pairs = {frozenset((word, other)) for word, others in opposites() for other in others}
    capitals, rng, numbers = {land["capital"] for land in countries()}, random.Random("quiz"), set()
    for _ in range(1500):
        text = quiz(rng)
        assert text.isascii() and not set("{}[]|") & set(text) and "  " not in text, text
        numbers.add(text.count("?"))
        for one, other in re.findall(r"What is the opposite of ([\w-]+)\?\W+(?:A\w*: )?([\w-]+)\.", text):
            assert frozenset((one, other.lower())) in pairs, text
        for city in re.findall(r"What is the capital of [^?]+\?\W+(?:A\w*: )?([^.]+)\.", text):
            assert city in capitals or city.startswith(("The capital of", "It is")), text
    assert numbers >= {0, *range(3, 13)}


def test_nothing_is_asked_or_told_twice_in_a_row_of_lines():
    pairs = [("what is up?", "down."), ("What is up?", "Down."), ("What is left?", "Right.")]
    assert laid_out("{i}. {q} {a}", pairs) == "1. What is up? Down.\n2. What is left? Right."
    rng = random.Random("twice")
    for lines in (write(rng).split("\n") for write in (quiz, of_opposites) for _ in range(1500)):
        asked = [line for line in lines if line.endswith("?") or "?" not in "".join(lines)]
        assert len(asked) == len({*asked}), lines


def test_somebody_is_named_again_and_stays_he_or_she():
    rng = random.Random("somebody")
    for _ in range(3000):
        who = person(rng, rng.random() < 0.2) if rng.random() < 0.5 else make_person(rng)
        text = somebody(rng, who)
        assert who.name in text
        assert text.isascii() and not set("{}[]|") & set(text) and "  " not in text, text
        he, she = (re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) for words in ("he|his|him", "she|her"))
        assert not (he and she), text


def test_what_people_do_is_told_of_those_who_do_it():
    rng, told = random.Random("daily"), set()
    for _ in range(3000):
        text = sentence_of_day(rng)
        assert text.isascii() and not set("{}[]|_") & set(text) and "  " not in text and text[-1] in '.?!"', text
        words = {*re.findall(r"\w+", re.sub(r'"[^"]*"', "", text))}
        spoken_of = re.match(rf"(?:My|Our|The) (?:{'|'.join(KIN)})\b", text)
        if spoken_of and not {"I", "we", "We", "me"} & words:
            assert "my" not in words or text.split(" my ")[1].split(" ")[0].strip(".,") in KIN, text
        told.add(text)
    assert len(told) > 2800


def test_rows_of_a_field_are_told_whole():
    rng, seen = random.Random("fields"), set()
    for _ in range(4000):
        text = field(rng)
        assert text.isascii() and not set("{}[]|") & set(text) and not re.search(r"  | [,.!?]", text), text
        seen.add(text)
    assert len(seen) > 2000
    told = {name for name in FIELDS if name.endswith(TOLD)}
    assert {name.removesuffix(TOLD) for name in told} == {*FIELDS} - told
    for name in {*FIELDS} - told:
        assert len({len(row) for row in FIELDS[name].rows}) == 1, name


def test_sums_in_parts_are_right():
    rng, read = random.Random("sums"), 0
    for _ in range(4000):
        for text in (sums.in_parts(rng), sums.told(rng)):
            assert text.isascii() and not set("{}[]|") & set(text) and "  " not in text, text
            numbers = [*map(int, re.findall(r"\d+", re.sub(r"(?i)question 4|no\. 7", "", text)))]
            if numbers:
                assert len(numbers) == 3 and numbers[0] + numbers[1] == numbers[2], text
                read += 1
    assert read > 6000


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("name", ["is", "for"])
def test_the_first_sentence_of_a_text_names_its_thing(name, many):
    rng, forms = random.Random("named"), 0
    for thing in things():
        told = sentence(rng, thing, many, name, True).lower()
        assert not told or any(each.removeprefix("the ").lower() in told for each in (thing.name, thing.many)), told
        forms += bool(told)
    assert forms > 500


def test_a_tale_that_is_asked_for_is_told_of_just_that():
    rng, heroes = random.Random("tales"), {thing.name.lower() for thing in things() if thing.type in TALES}
    for _ in range(400):
        asked, told = tale(rng).lower().split("\n")
        hero = re.search(r"about an? (.+?)(?:, please)?[.?]?$", asked)[1]
        assert hero in heroes and hero in told, (asked, told)
        assert not set("{}[]|") & set(told) and len(re.findall(r"[.!?]\W", told + " ")) >= 3


def test_animals_people_and_objects_have_tales_of_their_own(monkeypatch):
    kinds = {thing.name: thing.type for thing in things()}
    monkeypatch.setattr(
        tell, "TALES", {"asked": ("{bare_}",)} | {kind: (kind,) for kind in ("animal", "person", "object")}
    )
    rng = random.Random("kinds")
    told = [tale(rng).split("\n") for _ in range(200)]
    assert (
        all(kinds.get(name) == kind.lower() for name, kind in told if name in kinds) and len({k for _, k in told}) == 3
    )


def test_a_verse_that_is_asked_for_names_its_thing_and_has_four_lines():
    assert len(sung()) > 300 and not any(thing["verse"] for thing in sung())
    rng, names = random.Random("verses"), {thing.name for thing in sung()} | {thing.many for thing in sung()}
    seen = 0
    for _ in range(2000):
        asked, *told = request(rng).split("\n")
        about = re.search(r"(?:poem|rhyme|verse|lines) about (?:an? |the )?(.+?)(?:, please)?[.?]?$", asked)
        if about and about[1] in names:
            thing = next(thing for thing in sung() if about[1] in (thing.name, thing.many))
            assert len(told) == 4 and thing.name in " ".join(told).lower(), (asked, told)
            seen += 1
    assert seen > 40
