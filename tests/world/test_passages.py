"""Passages about invented subjects: the answer stands in the passage, once asked for, and nowhere else."""

import random
import re

import pytest

from model.score.strangers import UNSEEN
from model.world.language.phrases import and_list, plural, polish, spin
from model.world.language.words import needs_an
from model.world.texts import names
from model.world.texts.passages import FRAMES, LAYOUTS, PARTS, SHORT, WORDS, layout_of, passage, rosters, subjects
from model.world.texts.scenes import any_kind, one_and_many, passage_text, scenes
from model.world.truth import planted


@pytest.fixture(scope="module")
def passages():
    rng = random.Random(21)
    return [passage(rng, make=any_kind) for _ in range(1500)]


def test_same_seed_same_passages():
    one, other = random.Random(4), random.Random(4)
    assert [passage(one) for _ in range(60)] == [passage(other) for _ in range(60)]
    assert passage_text(random.Random(9)) == passage(random.Random(9), make=any_kind).text


def test_passages_differ_and_every_kind_and_layout_occurs(passages):
    assert len({p.text for p in passages}) == len(passages)
    kinds = {subject.kind for subject in (*subjects(), *rosters(), *scenes())}
    assert {p.kind for p in passages} == kinds and len(kinds) == 60
    assert {p.layout for p in passages} == {*LAYOUTS, PARTS}


def test_passages_are_clean(passages):
    for p in passages:
        assert p.text.isascii() and p.text == p.text.strip() and 80 < len(p.text) < 900
        assert not re.search(r"  | \n|\n |\n\n\n|[{}|\[\]]| [,.!?]|[\t\r]", p.text), p.text
        assert not re.search(r"[.!?] [a-z]", re.sub(r'[.!?]" [a-z]', "", p.text)), p.text
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", p.text):
            assert (article.lower() == "an") == needs_an(word), p.text


def test_answers_stand_in_the_passage_and_end_the_text(passages):
    for p in passages:
        assert p.answer in p.passage and p.text.startswith(p.prompt)
        rest = p.text[len(p.prompt) :]
        assert p.answer in rest and "\n" not in rest
        assert p.layout not in SHORT or rest == f" {p.answer}"
        short = len(p.answer.split()) <= 4 or p.answer.split()[0] in ("count", "behind", "under", "on", "at", "in")
        assert short or p.answer in (*WORDS["reasons"].words, *WORDS["lodgings"].words), p


def test_frames_stand_with_each_other_and_are_none_that_is_kept_back():
    rng, seen = random.Random("frames"), set()
    for _ in range(4000):
        frame = layout_of(rng, PARTS)
        assert frame.count("{passage}") == frame.count("{question}") == 1
        seen.add(frame)
    assert len(seen) > 2500
    kept_back = {tuple(re.split(r"\{\w+\}", wording)) for wording in UNSEEN["passages"]}
    assert not kept_back & {tuple(re.split(r"\{\w+\}", frame)) for frame in seen}
    assert not {*FRAMES["after"]} & {after.strip() for *_, after in kept_back if after.strip()}


def test_prompts_without_the_passage_do_not_tell(passages):
    for p in passages:
        assert p.question in p.question_only and p.passage not in p.question_only
        assert p.layout == PARTS or p.question_only.endswith(p.prompt[-4:])
        assert p.question in p.prompt
        assert not re.search(rf"\b{re.escape(p.answer)}\b", p.question), p.text


def test_a_roster_gives_each_name_its_own_thing(passages):
    rows = [p for p in passages if p.kind == "boxes"]
    assert len(rows) > 20
    for p in rows:
        found = re.findall(r"(?:the|The) ([\w ]+?) one", p.passage)
        assert len(found) == len(set(found)), p.passage


def test_names_are_fresh_and_many():
    rng = random.Random(3)
    people = [names.person(rng).name for _ in range(2000)]
    assert len(set(people)) > 1990
    planned = {word for secret in planted.SECRETS for word in secret.name.split()}
    planned |= {word for name in planted.UNKNOWN_NAMES for word in name.split()}
    assert not planned & {word for name in people for word in name.split()}
    assert len({names.town(rng) for _ in range(500)}) > 480


def test_tools_of_wording():
    assert spin(random.Random(0), "[a|a] [[b|b]|b]") == "a b"
    assert polish('it is a apple. it is "red." the  end') == 'It is an apple. It is "red." The end'
    assert [and_list(list("abc"[:n])) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
    assert one_and_many(["goose", "cat"]) == ["goose", "geese", "cat", "cats"]
    assert [plural(n) for n in ("box", "pony", "toy", "goose", "kite")] == ["boxes", "ponies", "toys", "geese", "kites"]
