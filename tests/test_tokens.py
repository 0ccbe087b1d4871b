"""The Tokens tab: every cut covers the text, ids and bytes are the tokenizer's, merges rebuild each piece."""

import json

import pytest

from components import tokens as tab
from model.merges import assembly, merges

HOSTILE = (
    "${x}",
    "<img src=x onerror=alert(1)>",
    "a\0b",
    "\U0001f427 and \U0001f468‍\U0001f469‍\U0001f467",
    "مرحبا שלום",
    " two  spaces\n\tand lines ",
    "<red> red<image>",
    "{{value}} `\\u0041`",
    "don't",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_cut_covers_the_text_exactly(tiny, text):
    encoded = text.encode()
    for row in tab.rows(tiny, text):
        spans = row["spans"]
        assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
        assert spans[-1][1] == len(encoded)
        assert row["count"] == len(row["pieces"]) == len(spans)
        for (start, end), spelled in zip(spans, row["hex"], strict=True):
            assert start < end
            assert encoded[start:end] == bytes.fromhex(spelled)


@pytest.mark.parametrize("text", HOSTILE)
def test_characters_and_words_are_the_text_itself(tiny, text):
    characters, words, _ = tab.rows(tiny, text)
    assert characters["pieces"] == list(text)
    assert [chr(int(code, 16)) for code in characters["codes"]] == list(text)
    assert "".join(words["pieces"]) == text


def test_words_keep_the_space_before_them_and_leave_signs_apart(tiny):
    words = tab.rows(tiny, "A fox, a  ball 12")[1]
    assert words["pieces"] == ["A", " fox", ",", " a", "  ", "ball", " 12"]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_endpoint_gives_what_the_tokenizer_gives(tiny, text):
    told = json.loads(json.dumps(tab.tokens(tiny, text)))
    assert told["ids"] == tiny.vocabulary.tokenizer.encode(text).ids
    assert told["pieces"] == tiny.vocabulary.pieces(told["ids"])
    assert bytes(b for piece in told["bytes"] for b in piece) == text.encode()


def test_too_long_and_empty_say_what_fits(tiny):
    for handler in (tab.tokens, tab.show):
        with pytest.raises(ValueError, match="at most 293 fit"):
            handler(tiny, "7 " * 200)
        with pytest.raises(ValueError, match="empty"):
            handler(tiny, "")


def test_a_long_text_draws_600_characters_and_counts_all(tiny):
    text = " ball" * 180
    characters = tab.rows(tiny, text)[0]
    assert (characters["count"], len(characters["pieces"])) == (900, 600)
    assert len(characters["spans"]) == len(characters["hex"]) == len(characters["codes"]) == 600


def test_costs_of_a_sweet_sky(tiny):
    """10 characters, ü and ß of two bytes: 12 bytes; 3 words. Byte by byte 12 * 13 / 2 = 78 weights."""
    text = "süß sky is"
    ways = {way["name"]: way for way in tab.show(tiny, text)[2]["ways"]}
    assert [ways[name]["count"] for name in ("bytes", "characters", "words")] == [12, 10, 3]
    assert ways["bytes"]["weights"] == 78
    assert ways["characters"]["bytes_per_token"] == pytest.approx(1.2)
    assert ways["words"]["share"] == pytest.approx(3 / 293)
    needed = {"bytes": 256, "characters": 1_112_064, "words": None, "pieces": 397}
    assert {name: way["vocabulary"] for name, way in ways.items()} == needed


def test_show_describes_each_token_of_the_prompt_once(tiny):
    cuts, card, _ = tab.show(tiny, "the ball is the ball", as_bytes=1)
    assert cuts["as_bytes"] == 1
    assert set(card["details"]) == {str(id) for id in card["ids"]}
    assert json.loads(json.dumps(card)) == card


def test_details_of_a_word_a_byte_and_a_name(tiny):
    vocabulary = tiny.vocabulary
    word, byte, named = (vocabulary.encode(text)[0] for text in (" ball", "Q", "<red>"))
    assert [tab.detail(tiny, id)["piece"] for id in (word, byte, named)] == [" ball", "Q", "<red>"]
    ball = tab.detail(tiny, word)
    assert (ball["hex"], ball["n_bytes"], ball["spaced"]) == ("20 62 61 6C 6C", 5, True)
    assert ball["steps"][-1]["pieces"][2] == " ball"
    assert [step["rank"] for step in ball["steps"]] == sorted(step["rank"] for step in ball["steps"])
    assert tab.detail(tiny, byte)["steps"] == tab.detail(tiny, named)["steps"] == []
    half = tiny.encode("\U0001f427")[0]
    assert [tab.detail(tiny, id)["kind"] for id in (word, named, half)] == ["word", "colour", "fragment"]
    assert [near["id"] for near in tab.detail(tiny, named)["beside"]] == [named - 1, named + 1]
    assert [near["id"] for near in tab.detail(tiny, 0)["beside"]] == [1]
    last = len(vocabulary) - 1
    assert [near["id"] for near in tab.detail(tiny, last)["beside"]] == [last - 1]


def test_every_merge_joins_the_bytes_of_its_parts(vocabulary):
    made, spelled = merges(vocabulary), vocabulary.bytes_of
    assert len(made) == 397 - 96 - 256
    for id, merge in made.items():
        assert merge.joined == id
        assert spelled(merge.left) + spelled(merge.right) == spelled(id)
    assert sorted(merge.rank for merge in made.values()) == list(range(1, len(made) + 1))


def test_an_assembly_uses_only_bytes_and_what_it_has_made(vocabulary):
    for id in merges(vocabulary):
        built = {i for i in range(len(vocabulary)) if len(vocabulary.bytes_of(i)) == 1}
        for merge in assembly(vocabulary, id):
            assert {merge.left, merge.right} <= built
            built.add(merge.joined)
        assert id in built
