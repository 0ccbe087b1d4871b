"""The Tokens tab: every cut covers the text, ids and bytes are the tokenizer's, merges rebuild each piece."""

import json
from collections import Counter
from itertools import pairwise

import gradio as gr
import numpy as np
import pytest

from components.page.prompt import fitting
from components.tabs.tokens import tab as tab
from model import MAX_CHARACTERS
from model.core.vocabulary import EOT
from model.found.corpus import Corpus
from model.found.merges import assembly, learn_merges, lengths, made_in_sample, merges, spelled, steps

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
        for (start, end), digits in zip(spans, row["hex"], strict=True):
            assert start < end
            assert encoded[start:end] == bytes.fromhex(digits)


@pytest.mark.parametrize("text", HOSTILE)
def test_characters_and_words_are_the_text_itself(tiny, text):
    characters, words, _ = tab.rows(tiny, text)
    assert "".join(characters["pieces"]) == text
    spelled = ["".join(chr(int(code, 16)) for code in codes.split()) for codes in characters["codes"]]
    assert spelled == characters["pieces"]
    assert "".join(words["pieces"]) == text


def test_words_keep_the_space_before_them_and_leave_signs_apart(tiny):
    words = tab.rows(tiny, "A fox, a  ball 12")[1]
    assert words["pieces"] == ["A", " fox", ",", " a", "  ", "ball", " 12"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eid al-Fitr is a celebration", "Eid al-Fitr is a celebration"),
        ("L\u2019e\u0301te\u0301, don't: 3.14 well-known", "L\u2019e\u0301te\u0301 , don't : 3.14 well-known"),
        ("क्षि \u2764\ufe0f x", "क्षि \u2764\ufe0f x"),
        ("a - b 12-7 -5 COVID-19 3-D", "a - b 12 - 7 - 5 COVID-19 3-D"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1e9\U0001f1ea", None),
    ],
)
def test_words_are_cut_by_the_rules_of_unicode(tiny, text, words):
    assert [word.strip() for word in tab.rows(tiny, text)[1]["pieces"]] == (words or text).split(" ")


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("e\u0301te\u0301", 3),
        ("\u00e9t\u00e9", 3),
        ("क्षि", 1),
        ("\U0001f1e9\U0001f1ea\r\n", 2),
        ("\U0001f468\u200d\U0001f469", 1),
    ],
)
def test_characters_are_those_that_people_see(tiny, text, n):
    cuts = tab.rows(tiny, text)
    ways = {way["name"]: way["count"] for way in tab.costs(tiny, text, cuts)["ways"]}
    assert (cuts[0]["count"], ways["code_points"]) == (n, len(text))


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
    assert [ways[name]["count"] for name in ("bytes", "code_points", "words")] == [12, 10, 3]
    assert ways["bytes"]["weights"] == 78
    assert ways["code_points"]["bytes_per_token"] == pytest.approx(1.2)
    assert ways["words"]["share"] == pytest.approx(3 / 293)
    needed = {"bytes": 256, "code_points": 1_112_064, "words": None, "pieces": 397}
    assert {name: way["vocabulary"] for name, way in ways.items()} == needed


def test_show_describes_each_token_of_the_prompt_once(tiny):
    cuts, card, *_ = tab.show(tiny, "the ball is the ball", as_bytes=1)
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
    made, spelled = merges(vocabulary).by_joined, vocabulary.bytes_of
    assert len(made) == 397 - 96 - 256
    for id, merge in made.items():
        assert merge.joined == id
        assert spelled(merge.left) + spelled(merge.right) == spelled(id)
    assert sorted(merge.rank for merge in made.values()) == list(range(1, len(made) + 1))


def test_an_assembly_uses_only_bytes_and_what_it_has_made(vocabulary):
    for id in merges(vocabulary).by_joined:
        built = {i for i in range(len(vocabulary)) if len(vocabulary.bytes_of(i)) == 1}
        for merge in assembly(merges(vocabulary), id):
            assert {merge.left, merge.right} <= built
            built.add(merge.joined)
        assert id in built


NASTY = (
    *HOSTILE,
    "",
    " ",
    "   \n\n \t ",
    "aaaa aaaaa",
    "\0\0",
    "<image><image> <eot>x<C4>",
    "<imag <image",
    "‏עברית، عربي‎",
    "\ufeffthe\u200bball",
    "The fox named Ada is here. The ball is 12 + 7.",
)


@pytest.mark.parametrize("text", NASTY)
def test_steps_end_where_the_fast_encoder_does(vocabulary, text):
    words, made = steps(vocabulary, merges(vocabulary), text)
    after = list(made[-1].ids) if made else [id for word in words for id in word]
    assert after == vocabulary.encode(text)
    assert b"".join(vocabulary.bytes_of(id) for word in words for id in word) == text.encode()


@pytest.mark.parametrize("text", NASTY)
def test_each_step_makes_the_lowest_merge_that_fits_everywhere(vocabulary, text):
    """Counted on the ids before and after each step; no pair reaches over the border of a word."""
    words, made = steps(vocabulary, merges(vocabulary), text)
    before = [id for word in words for id in word]
    for merge, places, ids in made:
        assert all(ids[place] == merge.joined for place in places)
        assert len(before) - len(ids) == len(places) > 0
        taken = [place + k for k, place in enumerate(places)]  # where the pairs stood
        assert all((before[i], before[i + 1]) == (merge.left, merge.right) for i in taken)
        before = list(ids)
    ranks = [merge.rank for merge, _, _ in made]
    assert ranks == sorted(set(ranks))


def test_half_a_surrogate_pair_is_refused(vocabulary):
    with pytest.raises(ValueError, match="half a surrogate pair"):
        steps(vocabulary, merges(vocabulary), "a\ud83d")


@pytest.mark.parametrize("limit", [1, 4, 9, 20, 1000])
def test_the_first_words_are_joined_as_in_the_whole_text(vocabulary, limit):
    text = "The little fox named Ada had a red ball <image>."
    all_words, _ = steps(vocabulary, merges(vocabulary), text)
    words, made = steps(vocabulary, merges(vocabulary), text, limit)
    n = sum(map(len, words))
    assert words == all_words[: len(words)]
    assert n <= limit or len(words) == 1
    assert len(words) == len(all_words) or n + len(all_words[len(words)]) > limit
    assert list(made[-1].ids) == vocabulary.encode(text)[: len(made[-1].ids)]


def test_counts_in_the_sample_are_those_of_cutting_it_step_by_step(vocabulary):
    documents = ["haha, said the little fox. ", "The ball is red, the sky is blue <red>.", "12 + 7 = 19", "the the the"]
    ids = [EOT, *(id for text in documents for id in (*vocabulary.encode(text), EOT))]
    told = made_in_sample(vocabulary, Corpus(np.array(ids), len(vocabulary)))
    brute = Counter()
    for text in documents:
        for merge, places, _ in steps(vocabulary, merges(vocabulary), text).steps:
            brute[merge.joined] += len(places)
    assert told == {id: brute[id] for id in merges(vocabulary).by_joined}
    assert sum(told.values()) > 20


def replayed(value):
    """The pieces at the end, put together from the value of the card as its script does it."""
    row = list(zip(value["start"], value["words"], strict=True))
    for step in value["steps"]:
        before, row, i = row, [], 0
        while i < len(before):
            if len(row) in step["places"]:
                assert [before[i][0], before[i + 1][0]] == step["pieces"][:2]
                assert before[i][1] == before[i + 1][1]
                row.append((step["pieces"][2], before[i][1]))
                i += 2
            else:
                row.append(before[i])
                i += 1
    return [piece for piece, _ in row]


@pytest.mark.parametrize("text", [text for text in NASTY if text])
def test_the_card_replays_to_what_the_model_reads(tiny, text):
    value = json.loads(json.dumps(tab.merging(tiny, text)))
    assert replayed(value) == tiny.vocabulary.pieces(tiny.vocabulary.encode(text))
    assert value["drawn"] == value["bytes"] == len(text.encode())
    assert value["sample"] is None and all(step["often"] is None for step in value["steps"])
    named = [piece for piece, name in zip(value["start"], value["names"], strict=True) if name]
    assert named == [p for p in value["start"] if len(p) > 1 and p.startswith("<")]


def test_a_long_text_draws_whole_words_of_at_most_120_bytes(tiny):
    value = tab.merging(tiny, "The little fox " * 20)
    assert (value["drawn"], value["bytes"]) == (119, 300)  # eight times "The little fox", seven spaces
    assert len(tab.merging(tiny, "x" * 200)["start"]) == 200  # a single word is drawn whole


def test_the_model_s_own_sample_is_counted(lm):
    value = tab.merging(lm, "The sky is blue")
    assert value["sample"] == len(lm.corpus.ids)
    the = next(step for step in value["steps"] if step["pieces"][2] == "The")
    made, piece = merges(lm.vocabulary), lm.vocabulary.piece
    own = [id for id in range(len(lm.vocabulary)) if "The" in [piece(m.joined) for m in assembly(made, id)]]
    assert the["often"] == np.isin(lm.corpus.ids, own).sum()  # no token holds "The" twice


@pytest.mark.parametrize("size", [256, 257, 300, 400, 1000])
def test_what_is_learned_from_a_text(size):
    """Each merge is the most frequent pair of its time, counted anew by plain Python after every merge."""
    learned = learn_merges(tab.SAMPLE, size)
    words = Counter(map(tuple, spelled(learned.vocabulary, tab.SAMPLE)))
    assert len(learned.merges.order) <= size - 256
    for merge, made in zip(learned.merges.order, learned.made, strict=True):
        pairs = Counter()
        for word, times in words.items():
            for pair in pairwise(word):
                pairs[pair] += times
        assert pairs[merge.left, merge.right] == max(pairs.values()) >= made > 0
        after = Counter()
        for word, times in words.items():
            after[tuple(joined(word, merge))] += times
        lost = sum(len(word) * times for word, times in words.items())
        lost -= sum(len(word) * times for word, times in after.items())
        assert lost == made
        words = after
    assert learned.n_tokens == sum(len(word) * times for word, times in words.items())
    if len(learned.merges.order) < size - 256:  # it stopped by itself: nothing is left to join
        assert all(len(word) == 1 for word in words)


def joined(word, merge):
    ids, i = [], 0
    while i < len(word):
        pair = word[i : i + 2] == (merge.left, merge.right)
        ids.append(merge.joined if pair else word[i])
        i += 1 + pair
    return ids


def test_a_larger_vocabulary_makes_the_same_sentence_shorter(tiny):
    text = "The keeper of the lighthouse looked at the water"
    lengths = [len(tab.own_tokenizer(tiny, text, tab.SAMPLE, size)["tokens"]) for size in (256, 300, 400, 700)]
    assert lengths[0] == len(text)
    assert lengths == sorted(set(lengths), reverse=True)


@pytest.mark.parametrize("text", HOSTILE)
def test_own_tokens_spell_the_text(tiny, text):
    told = json.loads(json.dumps(tab.own_tokenizer(tiny, text, tab.SAMPLE, 300)))
    vocabulary = learn_merges(tab.SAMPLE, 300).vocabulary
    assert told["tokens"] == vocabulary.pieces(vocabulary.encode(text))
    assert vocabulary.decode(vocabulary.encode(text)) == text
    assert told["model_tokens"] == tab.tokens(tiny, text)["pieces"]
    assert (told["entries"], told["model_entries"]) == (300, 397 - 96)
    assert len(told["merges"]) == 44


@pytest.mark.parametrize("sample", HOSTILE)
def test_any_text_can_be_learned_from(tiny, sample):
    told = tab.own_tokenizer(tiny, sample, sample, 1000)
    assert told["sample"]["tokens"] == len(told["tokens"]) <= told["sample"]["bytes"]


@pytest.mark.parametrize(
    ("sample", "size", "message"),
    [
        ("x" * 20_001, 300, "20,001 characters; at most 20,000 fit"),
        (" \n", 300, "empty"),
        ("", 300, "empty"),
        ("abc\ud83d", 300, "half a surrogate pair"),
        (tab.SAMPLE, 255, "The size of a vocabulary is a whole number from 256 to 1,000, not 255"),
        (tab.SAMPLE, 1001, "not 1,001"),
        (tab.SAMPLE, True, "not “True”"),
    ],
)
def test_what_cannot_be_learned_from_says_what_fits_and_leaves_the_rest_of_the_tab(tiny, sample, size, message):
    with pytest.raises(ValueError, match=message):
        tab.own_tokenizer(tiny, "the ball", sample, size)
    if size is not True:  # a slider gives numbers
        own = tab.own_card(tiny, "the ball", own=sample, size=size)
        assert message in own["message"] and list(own) == ["message"]


def test_the_card_draws_400_chips_and_counts_all(tiny):
    value = tab.own_card(tiny, " ball" * 180, size=256)
    assert (value["counts"]["tokens"], len(value["tokens"])) == (900, 400)
    assert value["merges"] == [] and value["n_merges"] == 0


def test_controls_are_restored_from_the_address():
    box = gr.Textbox("preset")
    assert (fitting(box, "from the address"), fitting(box, None)) == ("from the address", "preset")
    assert len(fitting(box, "x" * 9000)) == MAX_CHARACTERS
    size = gr.Slider(256, 1000, 400, step=4)
    assert [fitting(size, raw) for raw in ("300", "12", "x", None)] == [300, 400, 400, 400]


@pytest.mark.parametrize("sample", [tab.SAMPLE, "the fox and the box, aaaa aaa, the fox", HOSTILE[3]])
@pytest.mark.parametrize("text", ["The keeper of the lighthouse looked at the aaaaa foxes", *HOSTILE])
def test_the_staircase_is_what_each_smaller_vocabulary_gives(sample, text):
    """Trained anew for a size, the prompt is as long as the large vocabulary's first merges say."""
    stairs = lengths(learn_merges(sample, 1000), text)
    assert [size for size, _ in stairs] == sorted({size for size, _ in stairs})
    for size in (256, 257, 263, 290, 356, 500, 702, 1000):
        told = [n for entries, n in stairs if entries <= size][-1]
        assert told == len(learn_merges(sample, size).vocabulary.encode(text))
