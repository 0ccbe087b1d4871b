"""The Embeddings tab: vectors are the trace's, neighbours the nearest, the map an exact PCA."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest

from components.tabs.embeddings import positions_drawn as drawn
from components.tabs.embeddings import tab
from model.core.vocabulary import EOT
from model.found.corpus import Corpus
from model.inside.parts import nearest
from model.inside.positions import by_distance, similarity, sinusoidal
from model.inside.projection import analogy, kept, load, pca, save, solve

TEXT = "The ball is red, <red> 12"
HOSTILE = ("${x}", "<img src=x onerror=alert(1)>", "a\0b", "\U0001f427", "مرحبا שלום")


def unpacked(packed, dtype="<f4"):
    return np.frombuffer(base64.b64decode(packed), dtype)


def cosine(a, b):
    a, b = a.astype(float), b.astype(float)
    return a @ b / np.sqrt((a @ a) * (b @ b))


@pytest.mark.parametrize("token", [0, 3])
def test_the_strips_are_rows_of_the_trace(tiny, token):
    summed, *_ = tab.show(tiny, TEXT, token)
    trace = tiny.trace(TEXT)
    for name in ("token", "position", "embed"):
        assert unpacked(summed[name]).tolist() == getattr(trace, name)[token].tolist()
    total = unpacked(summed["token"]) + unpacked(summed["position"])
    np.testing.assert_allclose(total, unpacked(summed["embed"]), rtol=0, atol=1e-6)
    assert (summed["id"], summed["at"], summed["piece"]) == (trace.ids[token], token, trace.pieces[token])


@pytest.mark.parametrize(("token", "at"), [(None, -1), (999, -1), (-5, 0), (1, 1)])
def test_a_token_beyond_the_text_is_clipped(tiny, token, at):
    ids = tiny.trace(TEXT).ids
    summed, _, drawn, *_ = tab.show(tiny, TEXT, token)
    assert (summed["id"], drawn["id"]) == (ids[at], ids[at])
    assert summed["at"] == range(len(ids))[at]


def test_the_nearest_are_the_nearest(tiny):
    id = tiny.encode(TEXT)[1]
    direct = {i: cosine(tiny.wte[i], tiny.wte[id]) for i in range(len(tiny.wte)) if i != id}
    _, near, drawn, *_ = tab.show(tiny, TEXT, 1)
    best = sorted(direct, key=direct.get, reverse=True)[:8]
    assert [other["id"] for other in near["nearest"]] == drawn["nearest"] == best
    for other in near["nearest"]:
        assert other["cosine"] == pytest.approx(direct[other["id"]], abs=1e-5)
        assert other["piece"] == tiny.vocabulary.piece(other["id"])
    assert near["n_others"] == len(direct)
    assert near["median"] == pytest.approx(np.median([*direct.values()]), abs=1e-5)


def test_the_prompts_own_tokens_are_compared_once_and_without_the_selected(tiny):
    text = "red ball red hat ball"
    ids = tiny.encode(text)
    here = tab.show(tiny, text, 1)[1]["here"]
    assert {other["id"] for other in here} <= set(ids) - {ids[1]}
    assert len(here) == min(6, len(set(ids)) - 1)
    assert [o["cosine"] for o in here] == sorted((o["cosine"] for o in here), reverse=True)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_survive(tiny, text):
    told = tab.embeddings(tiny, text)
    assert json.loads(json.dumps(told)) == told
    assert told["tokens"] == tiny.vocabulary.pieces(tiny.encode(text))
    assert json.loads(json.dumps(tab.show(tiny, text)))[0]["piece"] == told["tokens"][-1]


def test_the_endpoint(tiny):
    told, ids = tab.embeddings(tiny, TEXT), tiny.encode(TEXT)
    assert len(told["nearest"]) == len(told["coordinates"]) == len(ids)
    first, value = nearest(tiny.wte, ids[2], 1)[0]
    assert told["nearest"][2][0] == {"token": tiny.vocabulary.piece(first), "cosine": value}
    assert told["coordinates"][2] == tab.places(tiny)[0][ids[2], :2].tolist()
    with pytest.raises(ValueError, match="at most 293 fit"):
        tab.embeddings(tiny, "7 " * 200)


def test_pca_equals_an_eigen_decomposition():
    rng = np.random.default_rng(0)
    table = (rng.normal(size=(61, 7)) @ rng.normal(size=(7, 7)) + 5).astype(np.float32)
    coordinates, shares = pca(table)
    values, vectors = np.linalg.eigh(np.cov(table.T.astype(float), bias=True))
    np.testing.assert_allclose(shares, values[::-1][:3] / values.sum(), rtol=0, atol=1e-7)
    expected = (table - table.mean(0, dtype=float)) @ vectors[:, ::-1][:, :3]
    np.testing.assert_allclose(np.abs(coordinates), np.abs(expected), rtol=0, atol=1e-5)
    assert (coordinates[np.abs(coordinates).argmax(0), range(3)] > 0).all()


def test_pca_of_some_rows_ignores_the_others():
    rng = np.random.default_rng(1)
    table = rng.normal(size=(50, 5))
    fit = np.arange(50) < 40
    coordinates, shares = pca(table, 2, fit)
    alone, expected = pca(table[:40], 2)
    np.testing.assert_allclose(shares, expected, rtol=0, atol=1e-12)
    np.testing.assert_allclose(np.abs(coordinates[:40]), np.abs(alone), rtol=0, atol=1e-12)
    assert coordinates.shape == (50, 2)


def test_the_table_of_the_map(tiny):
    table = tab.vocabulary_table(tiny)
    n = len(tiny.vocabulary)
    np.testing.assert_allclose(unpacked(table["coordinates"]).reshape(n, 3), tab.places(tiny)[0], rtol=0, atol=1e-6)
    assert table["pieces"] == tiny.vocabulary.pieces(range(n))
    assert table["kinds"].split(" ") == [tiny.vocabulary.kind(i) for i in range(n)]
    names = tiny.vocabulary.pieces(table["named"])
    assert {"<red>", " red", "7"} <= set(names)
    assert 0 < sum(table["shares"]) < 1
    assert table["unread"] is None  # no sample lies beside this model


def test_what_was_not_read_is_counted_in_the_sample(tiny, monkeypatch):
    read = tiny.vocabulary.encode("The ball is red. The ball is blue.")
    monkeypatch.setattr(tiny, "corpus", Corpus(np.array([EOT, *read, EOT]), len(tiny.vocabulary)))
    told = tab.vocabulary_table(tiny)["unread"]
    pieces = [
        id for id in range(len(tiny.vocabulary)) if id not in tiny.vocabulary.tokenizer.get_added_tokens_decoder()
    ]
    assert told == {"n": len({*pieces} - {*read}), "all": len(pieces), "sample": len(read) + 2}


def test_the_position_table_is_rounded_to_one_part_in_127(tiny):
    table = drawn.position_table(tiny)
    assert (table["thin"], tuple(table["shape"]), table["rows"]) == (1, tiny.wpe.shape, len(tiny.wpe))
    cells = unpacked(table["cells"], np.int8).reshape(tiny.wpe.shape) / 127 * table["limit"]
    clamped = np.clip(tiny.wpe, -table["limit"], table["limit"])
    np.testing.assert_allclose(cells, clamped, rtol=0, atol=table["limit"] / 254 + 1e-6)
    for n in (1, 10, 100):
        alike = unpacked(table["alike"][str(n)])
        assert len(alike) == len(tiny.wpe) - n
        assert alike[5] == pytest.approx(cosine(tiny.wpe[5], tiny.wpe[5 + n]), abs=1e-5)


def test_a_large_position_table_is_thinned_evenly(tiny, monkeypatch):
    monkeypatch.setattr(drawn, "DRAWN", 500)  # 293 * 10 cells: every third position and number
    table = drawn.position_table(tiny)
    assert (table["thin"], table["rows"]) == (3, 98)
    assert len(unpacked(table["cells"], np.int8)) == 98 * 4


@pytest.mark.parametrize(
    ("reach", "end"), [(0.2122, 0.3), (0.1, 0.1), (0.101, 0.15), (0.97, 1), (42, 50), (0, 1), (6.1e-4, 8e-4)]
)
def test_a_ramp_ends_at_the_next_round_number(reach, end):
    assert drawn.ramp_end(np.full((3, 4), reach)) == end


REPEATED = "Ada had a red ball and a red hat. The red ball is red"


def test_paths_are_the_stream_of_every_like_token_along_two_directions(tiny):
    trace = tiny.trace(REPEATED)
    at = trace.pieces.index(" red")
    same = [i for i, piece in enumerate(trace.pieces) if piece == " red"]
    told = tab.show(tiny, REPEATED, same[1])[3]
    assert (told["at"], told["own"], told["piece"], len(same)) == (same, 1, " red", 4)
    assert told["around"][1] == [
        list(trace.pieces[same[1] - 2 : same[1]]),
        list(trace.pieces[same[1] + 1 : same[1] + 3]),
    ]
    vectors = [
        [trace.embed[i], *(h[layer][i] for layer in range(3) for h in (trace.resid_mid, trace.resid))] for i in same
    ]
    points = np.array(vectors, float).reshape(-1, 10)
    values, directions = np.linalg.eigh(np.cov(points.T, bias=True))
    expected = (points - points.mean(0)) @ directions[:, ::-1][:, :2]
    np.testing.assert_allclose(np.abs(unpacked(told["places"]).reshape(-1, 2)), np.abs(expected), rtol=0, atol=1e-4)
    np.testing.assert_allclose(told["shares"], values[::-1][:2] / values.sum(), rtol=0, atol=1e-6)
    assert told["stations"] == len(told["alike"]) == 7
    for station in (0, 4, 6):
        pairs = [
            cosine(np.array(vectors[i][station]), np.array(vectors[j][station])) for i in range(4) for j in range(i)
        ]
        assert told["alike"][station] == pytest.approx(np.mean(pairs), abs=1e-5)
    assert tab.show(tiny, REPEATED, at)[3]["own"] == 0


@pytest.mark.parametrize("text", ["7", "Ada had a ball"])
def test_a_token_that_stands_once_has_a_path_and_nothing_to_compare(tiny, text):
    told = json.loads(json.dumps(tab.show(tiny, text)[3]))
    assert (told["alike"], len(told["at"]), len(unpacked(told["places"]))) == ([], 1, 14)
    assert 0 < sum(told["shares"]) <= 1 + 1e-9


def test_the_example_of_the_paths_selects_what_it_asks_about(lm):
    example = lm.demonstrations["embeddings.left"]
    told = tab.show(lm, example.text, example.token)[3]
    assert (told["piece"], len(told["at"])) == (" left", 4)
    assert told["alike"][0] - told["alike"][-1] > 0.1  # they part


def test_an_analogy_is_a_sum_of_rows_and_leaves_its_own_out():
    table = np.array([[1, 0, 0], [0, 2, 0], [0, 0, 3], [1, -2, 3], [3, 1, 9], [-1, 2, -3]], np.float32)
    told = analogy(table, 0, 1, 2)
    assert told[3] == pytest.approx(1) and told[5] == pytest.approx(-1)
    assert told[4] == pytest.approx((3 - 2 + 27) / np.sqrt(14 * 91))
    assert np.isneginf(told[:3]).all()
    assert not np.isnan(analogy(np.zeros((4, 2)), 0, 0, 1)).any()


def brute(table, pairs):
    """Tried, first and alone of `solve`, one analogy after the other."""
    tried = first = alone = 0
    for x in pairs:
        for y in pairs:
            for b, a, c, d in ((*x, *y), (*x[::-1], *y[::-1])):
                if x == y or len({a, b, c, d}) < 4:
                    continue
                others = [i for i in range(len(table)) if i not in (a, b, c)]
                tried += 1
                first += max(others, key=lambda i, w=table[a] - table[b] + table[c]: cosine(table[i], w)) == d
                alone += max(others, key=lambda i, w=table[c]: cosine(table[i], w)) == d
    return tried, first, alone


def test_solved_analogies_are_counted_one_by_one(monkeypatch):
    monkeypatch.setattr("model.projection.BATCH", 7)
    table = np.random.default_rng(5).normal(size=(12, 3)).astype(np.float32)
    pairs = [(0, 1), (2, 3), (4, 5), (6, 7), (1, 8)]
    told = solve(table, pairs)
    assert told[:3] == brute(table, pairs) and 0 < told.first < told.tried
    a, b, c, d = told.best
    assert analogy(table, a, b, c).argmax() == d
    assert {(b, a), (c, d)} <= {pair[::way] for pair in pairs for way in (1, -1)}
    assert solve(table, [(0, 0), (1, 1)]) == (0, 0, 0, None)


def test_the_analogy_endpoint(tiny):
    a, b, c = (tiny.encode(text)[0] for text in ("<red>", " red", " blue"))
    wanted = tiny.wte[a] - tiny.wte[b] + tiny.wte[c]
    direct = {i: cosine(row, wanted) for i, row in enumerate(tiny.wte) if i not in (a, b, c)}
    best = sorted(direct, key=direct.get, reverse=True)[:5]
    told = tab.analogy(tiny, "<red>", " red", " blue", 5)["nearest"]
    assert [other["token"] for other in told] == tiny.vocabulary.pieces(best)
    np.testing.assert_allclose([other["cosine"] for other in told], [direct[i] for i in best], rtol=0, atol=1e-5)
    drawn = json.loads(json.dumps(tab.solved(tiny, a, b, c)))
    assert [other["id"] for other in drawn["nearest"]][:5] == best
    plain = {i: cosine(row, tiny.wte[c]) for i, row in enumerate(tiny.wte) if i not in (a, b, c)}
    assert drawn["alone"]["id"] == max(plain, key=plain.get)
    assert drawn["alone"]["cosine"] == pytest.approx(max(plain.values()), abs=1e-5)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("", " red", " blue"), "The text a is one token, not 0 as “” is here"),
        (("<red>", "unheard of", " blue"), "The text b is one token, not . as “unheard of” is here .“u"),
        (("<red>", " red", "${x}"), "The text c is"),
        (("<red>", " red", " blue", -1), "The number of tokens to list is a whole number from 0 to .*, not -1"),
        (("<red>", " red", " blue", 10**6), "not 1,000,000"),
    ],
)
def test_an_analogy_of_anything_but_three_tokens_says_so(tiny, given, message):
    with pytest.raises(ValueError, match=message):
        tab.analogy(tiny, *given)


def test_the_families_of_the_shipped_model_are_measured(lm):
    rows = {row["name"]: row for row in tab.families(lm)}
    assert set(rows) <= set(tab.FAMILIES)
    row = rows["colour word and pixel"]
    pairs = [(lm.encode(f" {name}")[0], lm.encode(f"<{name}>")[0]) for name in tab.COLOURS[:4]]
    assert solve(lm.wte, pairs)[:3] == brute(lm.wte, pairs)
    assert row["tried"] == 2 * 16 * 15
    for each in rows.values():
        a, b, c, d = (other["id"] for other in each["shown"])
        assert each["best"] is None or tab.solved(lm, a, b, c)["nearest"][0]["id"] == d


@pytest.mark.parametrize("width", [6, 7])
def test_sine_waves_are_powers_of_a_turn(width):
    """Each pair of numbers is a clock hand: from one position to the next it turns by the same angle."""
    table = sinusoidal(9, width)
    assert table.shape == (9, width)
    for wave in range(width // 2):
        turn = np.exp(1j * 10000 ** (-2 * wave / width))
        hands = table[:, 2 * wave + 1] + 1j * table[:, 2 * wave]
        np.testing.assert_allclose(hands, turn ** np.arange(9), rtol=0, atol=1e-6)


def test_sine_waves_by_hand():
    np.testing.assert_allclose(
        sinusoidal(2, 4), [[0, 1, 0, 1], [0.8414710, 0.5403023, 0.0099998, 0.9999500]], atol=1e-6
    )


def test_the_similarity_of_waves_depends_on_the_distance_alone(tiny):
    alike = similarity(sinusoidal(40, 8))
    far = by_distance(alike, 39)
    for i, j in ((0, 0), (3, 17), (22, 36), (39, 0)):
        assert alike[i, j] == pytest.approx(far[abs(i - j)], abs=1e-5)
    learned = similarity(tiny.wpe)
    assert learned[7, 90] == pytest.approx(cosine(tiny.wpe[7], tiny.wpe[90]), abs=1e-5)
    pairs = [cosine(tiny.wpe[i], tiny.wpe[i + 16]) for i in range(len(tiny.wpe) - 16)]
    assert by_distance(learned, 20)[16] == pytest.approx(np.mean(pairs), abs=1e-5)


def test_both_tables_are_sent_with_their_similarity(tiny):
    table, n = drawn.position_table(tiny), len(tiny.wpe)
    for part, rows in ((table, tiny.wpe), (table["waves"], sinusoidal(*tiny.wpe.shape))):
        square = unpacked(part["similar"], np.int8).reshape(n, n) / 127
        np.testing.assert_allclose(square, similarity(rows), rtol=0, atol=1 / 254 + 1e-6)
        assert len(unpacked(part["by_distance"])) == 81
    assert (table["width"], table["start"], table["thin_pairs"]) == (16, 32, 1)
    assert len(tiny.vocabulary.picture_prompt("a red ball")) == table["start"]
    assert json.loads(json.dumps(table)) is not None


def test_the_shipped_model_has_learned_the_lines_of_a_picture(lm):
    far = by_distance(similarity(lm.wpe), 80)
    assert far[16] > max(far[8], far[24])


def test_colours_and_their_words(lm):
    rows = tab.vocabulary_table(lm)["colours"]
    assert [row["name"] for row in rows] == list(tab.COLOURS)
    row, pixel, word = rows[3], lm.encode("<red>")[0], lm.encode(" red")[0]
    assert (row["name"], row["id"]) == ("red", pixel)
    words = [i for i in range(len(lm.wte)) if lm.vocabulary.kind(i) == "word" and i != word]
    rest = [cosine(lm.wte[i], lm.wte[pixel]) for i in words]
    assert row["own"] == pytest.approx(cosine(lm.wte[word], lm.wte[pixel]), abs=1e-5)
    assert row["median"] == pytest.approx(np.median(rest), abs=1e-5)
    assert row["rank"] == 1 + sum(value > row["own"] for value in rest)


def test_the_share_of_neighbours_that_a_map_keeps():
    table = np.array([[5, 0], [4, 1], [1, 4], [0, 5]], np.float32)
    flat = np.array([[0, 0], [1, 0], [9, 9], [9, 8]])
    assert kept(table, flat, 1) == 1
    assert kept(table, flat[[0, 2, 1, 3]], 1) == 0


def test_a_map_belongs_to_one_table(tmp_path, tiny):
    places = np.arange(2 * len(tiny.wte), dtype=np.float32).reshape(-1, 2)
    assert load(tmp_path, tiny.wte) is None
    save(tmp_path, tiny.wte, places)
    assert (load(tmp_path, tiny.wte) == places).all()
    assert load(tmp_path, tiny.wte + 1) is None


def test_the_map_computed_ahead_keeps_more_neighbours_than_two_directions(lm):
    """If this finds no map, the model is newer: python -m model.learn.prepare."""
    laid_out = load(Path("assets/model"), lm.wte)
    assert laid_out.shape == (len(lm.wte), 2)
    assert kept(lm.wte, laid_out, 8) > 2 * kept(lm.wte, tab.places(lm)[0][:, :2], 8)


def test_the_map_is_sent_if_there_is_one(tiny, monkeypatch):
    table = tab.vocabulary_table(tiny)
    assert (table["tsne"], table["kept"]) == ("", [])
    laid_out = np.random.default_rng(0).normal(size=(len(tiny.wte), 2)).astype(np.float32)
    monkeypatch.setattr(tiny, "map", laid_out, raising=False)
    table = tab.vocabulary_table(tiny)
    assert (unpacked(table["tsne"]).reshape(-1, 2) == laid_out).all()
    assert table["kept"] == [kept(tiny.wte, flat, 8) for flat in (tab.places(tiny)[0][:, :2], laid_out)]
