"""Looking up: the library, BM25 against a plain computation, answers out of passages, and what a lie does."""

import math
from collections import Counter

import numpy as np
import pytest

from components.tabs.lookup import tab
from model.lookup import answers, library, search
from model.lookup.library import planted, questions


@pytest.fixture(scope="module")
def found():
    return search.Words([f"{passage.name}. {passage.text}" for passage in library.library()])


def brute(texts, question):
    """BM25 of each text, word by word, as the formula says."""
    counts, lengths = [Counter(text) for text in texts], [len(text) for text in texts]
    mean, scores = sum(lengths) / len(lengths), np.zeros(len(texts))
    for word in library.words(question):
        n = sum(word in count for count in counts)
        idf = math.log(1 + (len(texts) - n + 0.5) / (n + 0.5))
        for i, count in enumerate(counts):
            f = count[word]
            scores[i] += idf * f / (f + search.K1 * (1 - search.B + search.B * lengths[i] / mean))
    return scores


def test_the_library_is_large_and_of_nobody():
    passages = library.library()
    assert len(passages) >= 500 and len({passage.name for passage in passages}) == len(passages)
    assert all(answer in passage.text for passage in passages for _, answer in passage.asks)
    assert all(len(passage.text) <= library.LONGEST for passage in passages)


def test_a_question_with_its_name_says_it():
    for asked in questions(60, True, 3):
        assert {*library.words(library.library()[asked.place].name)} & {*library.words(asked.question)} - {"the"}
    assert len({asked.place for asked in questions(200, True)}) == 200
    assert not any(asked.named for asked in questions(60, False))


@pytest.mark.parametrize("question", ["How many minutes does the Vuskhill need?", "the the sea", "Who? Who? WHO?"])
def test_scores_are_those_of_the_formula(found, question):
    plain = brute(found.texts, question)
    total = np.sum([*found.parts(question).values()], axis=0)
    assert total == pytest.approx(plain, abs=1e-4) and plain.max() > 0
    for hit in found.find(question, 5):
        assert hit.score == pytest.approx(plain[hit.place], abs=1e-4) == pytest.approx(sum(p for _, p in hit.parts))
    assert found.find(question, 5)[0].place == int(plain.argmax())


def test_what_is_asked_for_by_its_name_is_found(lm):
    asked = questions(200, True, 11)
    assert sum(answers.hits(lm, each.question, n=1)[0].place == each.place for each in asked) >= 190


@pytest.mark.parametrize("question", ["zzzz", "🙂", "שלום", "\0", "?!"])
def test_no_word_in_common_finds_nothing(found, question):
    assert found.find(question, 5) == []


def test_states_are_means_of_the_stream(lm):
    texts = ["The sky is blue.", "Two and two are four, said the old fox.", "A red ball."]
    ids = [lm.encode(text) for text in texts]
    meanings = search.Meanings(lm.transformer, ids)
    own = np.stack([read(lm, text) for text in texts])
    own -= own.mean(0)
    cosines = own @ own[1] / np.linalg.norm(own, axis=1) / np.linalg.norm(own[1])
    hits = meanings.find(ids[1], 3)
    assert hits[0].place == 1 and hits[0].score == pytest.approx(1, abs=1e-4)
    assert [hit.score for hit in hits] == pytest.approx(sorted(cosines, reverse=True), abs=1e-4)


def read(lm, text):
    """The mean stream after the last layer norm, from the trace."""
    last, norm = lm.trace(text).resid[-1], lm.transformer.ln_f
    centred = last - last.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + norm.eps)
    return (scaled * norm.weight.detach().numpy() + norm.bias.detach().numpy()).mean(0)


def test_an_answer_is_the_likeliest_and_its_looks_are_the_tensors(lm):
    asked = questions(1, True)[0]
    passage = library.library()[asked.place].text
    told = answers.answer(lm, asked.question, passage)
    ids = lm.encode(f"{passage}\nQuestion: {asked.question}\nAnswer:")
    for piece, p in told.said:
        scores = lm.trace_ids(ids).logits[-1].astype(float)
        die = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
        assert lm.vocabulary.piece(int(die.argmax())) == piece and die.max() == pytest.approx(p, abs=1e-4)
        ids.append(int(die.argmax()))
    pattern = lm.trace(f"{passage}\nQuestion: {asked.question}\nAnswer:").pattern
    assert told.looks == pytest.approx(pattern[:, :, -1, : len(told.pieces)].max((0, 1)).tolist(), abs=1e-6)
    assert "".join(told.pieces) == passage
    start, end = told.copied
    assert told.text in "".join(told.pieces[start:end])


@pytest.mark.parametrize(
    ("pieces", "text", "where"),
    [
        (["The", " red", " ball"], "red", (1, 2)),
        (["The", " red", " ball"], "red ball", (1, 3)),
        (["The"], "The", (0, 1)),
        (["a", "b", "c"], "bc", (1, 3)),
        (["a"], "", None),
        (["a"], "z", None),
    ],
)
def test_where_an_answer_stands(pieces, text, where):
    assert answers.span(pieces, text) == where


def test_a_planted_lie_stands_where_the_truth_stood():
    for asked in questions(40, True, 5):
        passage = library.library()[asked.place]
        if lie := planted(asked.place, asked.question, asked.answer):
            text, said = lie
            assert said in text and said not in passage.text
            assert asked.answer not in library.words(text) and text != passage.text


def test_what_is_found_helps_and_a_lie_misleads(lm):
    """The claims of the tab, on questions that name their subject."""
    *_, counts = answers.measured(lm, 20, "words", True, seed=7)
    assert counts["search"].right >= 16 and counts["right"].right >= 15
    assert counts["right"].low > counts["none"].high and counts["found"].low > counts["none"].high
    assert counts["planted"].right < counts["right"].right / 2 < counts["planted"].copied
    assert all(tally.low <= tally.right / tally.n <= tally.high for tally in counts.values())
    # Silent below a chance of 30 %, it makes up much less, loses hardly a right answer, and believes a lie as before.
    given = {case: [right for chance, right in tally.answers if chance >= 0.3] for case, tally in counts.items()}
    assert len(given["none"]) <= counts["none"].n / 2 and sum(given["right"]) >= counts["right"].right - 1
    assert len(given["planted"]) >= 0.8 * counts["planted"].n
    assert all(sum(right for _, right in tally.answers) == tally.right for tally in counts.values())


def test_the_chance_of_an_answer_is_that_of_all_its_tokens(lm):
    (asked,) = questions(1, True, 3)
    tallies = next(answers.measured(lm, 1, "words", True, seed=3))
    ids = lm.encode(answers.prompt_of(asked.question, library.library()[asked.place].text))
    logprob = 0.0
    for _ in range(answers.TOLD):
        scores = lm.trace_ids(ids).logits[-1].astype(np.float64)
        best = int(scores.argmax())
        if best in lm.vocabulary.ends or "\n" in lm.vocabulary.piece(best):
            break
        logprob += scores[best] - np.logaddexp.reduce(scores)
        ids.append(best)
    ((chance, _),) = tallies["right"].answers
    assert chance == pytest.approx(np.exp(logprob), abs=2e-4)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("", "words"), "question is empty"),
        ((" \n", "words"), "question is empty"),
        (("x" * 201, "words"), "201 characters"),
        ((7, "words"), "question is a text"),
        (("What?", "sound"), "searches by words or by meaning"),
    ],
)
def test_what_cannot_be_looked_up_is_said(lm, asked, said):
    with pytest.raises(ValueError, match=said):
        tab.look_up(lm, *asked)


@pytest.mark.parametrize(("place", "changed"), [(-1, ""), (600, ""), (True, ""), (0, "x" * 901), (0, 7)])
def test_what_cannot_be_answered_is_said(lm, place, changed):
    with pytest.raises(ValueError):
        tab.answers(lm, "Who?", place, changed)


@pytest.mark.parametrize("changed", ["<img src=x onerror=alert(1)> 🙂", "שלום", "\0 and so on"])
def test_a_lie_may_be_anything(lm, changed):
    told = tab.answers(lm, "Who is it?", 3, changed)
    assert told["passage"] == changed and told["lie"] == "" and "".join(told["planted"]["pieces"])
    assert told["found"] == tab.answers(lm, "Who is it?", 3)["found"]


def test_a_context_that_is_too_short_is_said(tiny, monkeypatch):
    assert tab.lacks(tiny) == "" and tiny.config.n_positions > tab.CONTEXT
    monkeypatch.setattr(tab, "CONTEXT", tiny.config.n_positions + 1)
    assert str(tiny.config.n_positions) in tab.lacks(tiny)


OWN = """Our school is called Lindenhof. It has 312 pupils and a pond with nine ducks.

The pond was dug by Ms Brandt in 1987.
She still feeds the ducks."""


def test_a_text_of_ones_own_is_cut_into_passages():
    first, second = library.own_passages(OWN)
    assert first.text == "Our school is called Lindenhof. It has 312 pupils and a pond with nine ducks."
    assert second.text == "The pond was dug by Ms Brandt in 1987. She still feeds the ducks."
    assert second.name == "The pond was dug by Ms Brandt…" and len(first.name) <= library.TITLE
    assert library.own_passages(" \n\n \n") == ()
    for long in ("One two three. " * 100, "word " * 400, "x" * 2000, "🦊" * 600):
        parts = library.own_passages(long)
        assert all(0 < len(part.text) <= library.LONGEST for part in parts) and len(parts) > 1
        assert "".join("".join(part.text for part in parts).split()) == "".join(long.split())
    assert all(part.text.endswith("three.") for part in library.own_passages("One two three. " * 100))


def test_it_is_searched_beside_the_library_by_the_same_formula(lm):
    question = "Who dug the pond in the school?"
    found = tab.look_up(lm, question, "words", OWN)
    assert (found["of"], found["own"]) == (602, 2) and found["hits"][0]["text"].startswith("The pond was dug")
    titled = [f"{passage.name}. {passage.text}" for passage in library.library()]
    texts = [library.words(text) for text in (*titled, *(passage.text for passage in library.own_passages(OWN)))]
    scores = brute(texts, question)
    for hit in found["hits"]:
        assert hit["score"] == pytest.approx(scores[hit["place"]], rel=1e-4)
    assert [hit["place"] for hit in found["hits"]] == np.argsort(-scores, kind="stable")[:5].tolist()
    alone = tab.look_up(lm, question, "words")
    assert alone["of"] == 600 and alone["own"] == 0 and not any(hit["kind"] == "own" for hit in alone["hits"])


def test_it_is_read_by_the_model_as_the_library_is(lm):
    read, more = answers.understood(lm), answers.understood(lm, OWN)
    assert np.array_equal(more.unit[:600], read.unit) and len(more.unit) == 602
    states = np.stack(read.read([lm.encode(part.text) for part in library.own_passages(OWN)])) - read.mean
    assert np.allclose(more.unit[600:], states / np.linalg.norm(states, axis=1, keepdims=True), atol=1e-5)
    hits = tab.look_up(lm, library.own_passages(OWN)[1].text, "meaning", OWN)["hits"]
    assert hits[0]["place"] == 601 and hits[0]["score"] == pytest.approx(1, abs=1e-3)


def test_answers_come_out_of_ones_own_text(lm):
    told = tab.answers(lm, "Who dug the pond?", 601, "", OWN)
    assert "".join(told["found"]["pieces"]) == library.own_passages(OWN)[1].text and told["lie"] == ""
    assert told["planted"] == told["found"]
    changed = tab.answers(lm, "Who dug the pond?", 601, "The pond was dug by Ms Adler.", OWN)
    assert "Adler" in "".join(changed["planted"]["pieces"])
    for place, own in ((602, OWN), (600, ""), (601, "x" * 12_001), (0, 7)):
        with pytest.raises(ValueError):
            tab.answers(lm, "Who?", place, "", own)
    for hostile in ("<img src=x onerror=alert(1)>", "שלום שלום", "\0\0", "${x}", "🙂" * 200):
        assert tab.look_up(lm, "Who dug the pond?", "words", hostile)["own"] >= 1
