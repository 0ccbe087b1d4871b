"""Every sentence has a key, every key is used, and no template runs as code."""

import json
import re
from functools import cache
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from components.page.words import IN_TEMPLATE, RUNS_AS_CODE, SLOT, percent, say, words, written
from components.site import about
from model.doubt.deck import DECKS, cards
from model.learn.demos.choose import CLAIMS
from model.score.library import CHAPTERS

COMPONENTS = Path(__file__).parents[2] / "components"
SOURCES = [f for kind in ("js", "py", "html") for f in sorted(COMPONENTS.rglob(f"*.{kind}"))]
SOURCES.append(COMPONENTS.parent / "app.py")
QUOTED = re.compile(r"""(['"])([a-z_]+(?:\.\w+)+)\1""")
CALLED = re.compile(r"""\b(?:say|text|put)\((?:[^'"`()]|\([^()]*\))*?(?:[?:]\s*)?['"]([a-z_]+\.\w+)['"]""")
MADE = re.compile(
    r"""(?:`|f")([a-z_]+\.[\w.]*)\$?\{.*?\}(\w*)[`"]"""
)  # `kinds.${kind}`: all keys that begin and end so


@cache
def used():
    """Keys that stand in scripts, templates and Python, and those that a script puts together."""
    found = {f"try.{name}" for name in CLAIMS}  # asked for by the tab's name and a word
    found |= {f"library.{name}{more}" for name in CHAPTERS for more in ("", "_is")}
    for deck in DECKS:  # asked for by the tab's name, the card's and a word
        begins = tuple(f"{deck}.{card}_" for card in cards(deck))
        found |= {f"{deck}.why"} | {key for key in words() if key.startswith(begins)}
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        if source.suffix == ".html":
            found |= set(IN_TEMPLATE.findall(text))
            continue
        found |= {key for _, key in QUOTED.findall(text)} & words().keys()
        for begin, end in MADE.findall(text):
            found |= {key for key in words() if key.startswith(begin) and key.endswith(end)}
    return found


def test_none_is_missing():
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        asked = IN_TEMPLATE.findall(text) if source.suffix == ".html" else CALLED.findall(text)
        assert set(asked) <= words().keys(), source


def test_none_stands_twice():
    (file,) = (COMPONENTS / "page" / "words").glob("en.json")
    found = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=lambda pairs: [key for key, _ in pairs])
    assert len(found) == len({*found})


def test_none_is_unused():
    assert sorted(words().keys() - used()) == []


def test_sentences_are_well_formed():
    for key, sentence in words().items():
        assert sentence.strip() and sentence.count("*") % 2 == 0, key
        assert sentence.count("{") == sentence.count("}") == len([*SLOT.finditer(sentence)]), key
        assert "<b" not in sentence and "&" not in sentence, key


@pytest.mark.parametrize("template", sorted(COMPONENTS.rglob("*.html")), ids=lambda file: file.stem)
def test_no_template_is_run_as_code(template):
    filled = written(template.read_text(encoding="utf-8"))
    assert not [sign for sign in (*RUNS_AS_CODE, "{") if sign in filled]
    letters = re.sub(r"<[^>]*>|&\w+;", " ", IN_TEMPLATE.sub("", template.read_text(encoding="utf-8")))
    allowed = {"PNG", "SVG", "CSV", "JSON", "MIDI", "WAV", "ABC", "2-D", "3-D", "t-SNE", "gradio_client"}
    loose = [word for word in letters.split() if re.search(r"[A-Za-z]{2}", word) and word.strip(",") not in allowed]
    assert [word for word in loose if not word.startswith("/")] == []


@pytest.mark.parametrize("sentence", ["${x}", "{{value}}", "a ` b", "a \\u b"])
def test_a_template_that_would_run_is_refused(sentence):
    with pytest.raises(ValueError, match="run as code"):
        written(f"<p>{sentence}</p>")


def test_words_in_a_template_are_escaped(monkeypatch):
    monkeypatch.setitem(words(), "a.b", '<img src=x> "quoted" & more')
    assert written("<p title='{a.b}'></p>") == "<p title='&lt;img src=x&gt; &quot;quoted&quot; &amp; more'></p>"


def test_slots_are_filled(monkeypatch):
    monkeypatch.setitem(words(), "a.b", "*{n} of {all}* words")
    assert say("a.b", n=3, all=12) == "3 of 12 words"


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 rolls fall"), (1, "1 roll falls"), ("1", "1 roll falls"), (2, "2 rolls fall")]
)
def test_what_is_counted_has_a_singular(monkeypatch, n, said):
    monkeypatch.setitem(words(), "a.b", "*{n}* {n|roll falls|rolls fall}")
    assert say("a.b", n=n) == said


NOUNS = (
    "tokens characters bytes pieces words entries times rolls pixels heads layers numbers merges names lines "
    "positions directions others minutes colours neurons"
).split()
# The number is a limit, a mean with decimals, or a count of which a single one has a sentence of its own.
NEVER_ONE = {
    *(
        "dreams.said",
        "law.more_is",
        "door.bytes",
        "door.characters",
        "door.entries",
        "sheet.differ",
        "map.part",
        "areas.to_scale",
        "own.vocabulary",
        "compare.painted",
        "map.back",
        "header.weights",
        "chips.too_many_characters",
        "chips.too_many_tokens",
        "heads.blocks",
        "train.among",
        "train.face",
        "train.numbers",
        "train.back",
        "train.too_large",
    ),
    *("paths.two", "paths.many", "positions.striped", "positions.not_striped", "merges.times", "merges.names"),
    *(
        "costs.sentence",
        "costs.explained",
        "own.facts",
        "own.facts_guest",
        "own.bytes",
        "own.ended",
        "vocabulary.note",
        "vocabulary.lines",
    ),
    *(
        "prompt.long_address",
        "own.plot",
        "own.vocabulary",
        "paths.single",
        "vocabulary.unread",
        "paths.drawn",
        "parameters.note",
        "three.ending",
        "three.no_ending",
        "tune.numbers",
        "voted.margin",
    ),
    *("time.heads_label", "time.picture_now"),
    *("where.part", "where.part_of", "fifty.cut"),
    "compose.abc_long",
    *(
        "ladder.in_text",
        "ladder.nearer",
        "ladder.says_text",
        "ladder.says_weights",
        "law.note",
        "law.point",
        "units.bytes",
    ),
    *("vocabulary.kept_pca", "vocabulary.kept_tsne", "vocabulary.colours_apart", "vocabulary.colours_near"),
}


def test_every_count_says_one_thing_in_the_singular():
    counted = re.compile(rf"\{{\w+\}}\*? (?:{'|'.join(NOUNS)})\b")
    plural = {key for key, sentence in words().items() if counted.search(sentence)}
    assert sorted(plural - NEVER_ONE) == []


def test_sentences_are_not_told_in_scripts():
    """No text of two words in a script: those for people stand in en.json, those for files name columns."""
    telling = re.compile(
        r"""(?:textContent = |\.title = |placeholder = |append\(|make\('\w+', '[^']*', )['"`][A-Za-z]+ [a-z]"""
    )
    found = [
        f"{source.name}: {line.strip()}"
        for source in chain(COMPONENTS.rglob("*.js"))
        for line in source.read_text(encoding="utf-8").splitlines()
        if telling.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("p", "said"),
    [(0.9925, "99.3 %"), (0.0625, "6.3 %"), (np.float32(0.5), "50.0 %"), (1, "100.0 %"), (0, "0"), (0.9997, "> 99.9 %"),
     (0.0004, "< 0.1 %"), (0.001, "0.1 %")],
)  # fmt: skip
def test_a_percentage_is_rounded_as_the_scripts_round_it(p, said):
    assert percent(p) == said


@pytest.mark.parametrize(
    ("minutes", "told"), [(1, "1 minute"), (119, "119 minutes"), (120, "2 hours"), (1797, "30 hours")]
)
def test_the_header_tells_how_long_it_was_trained_as_people_say_it(minutes, told):
    facts = {"training": {"hardware": "2 processor cores"}}
    lm = SimpleNamespace(n_parameters=5_900_000, trained_minutes=minutes, facts=facts)
    assert about(lm) == f"5.9 million weights, trained in {told} on 2 processor cores"
