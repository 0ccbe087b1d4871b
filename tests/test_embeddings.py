"""The Embeddings tab: vectors are the trace's, neighbours the nearest, the map an exact PCA."""

import base64
import json

import numpy as np
import pytest

from components import embeddings as tab
from model.projection import pca

TEXT = "The ball is red, <red> 12"
HOSTILE = ("${x}", "<img src=x onerror=alert(1)>", "a\0b", "\U0001f427", "مرحبا שלום")


def unpacked(packed, dtype="<f4"):
    return np.frombuffer(base64.b64decode(packed), dtype)


def cosine(a, b):
    a, b = a.astype(float), b.astype(float)
    return a @ b / np.sqrt((a @ a) * (b @ b))


@pytest.mark.parametrize("token", [0, 3])
def test_the_strips_are_rows_of_the_trace(tiny, token):
    summed, _, _ = tab.show(tiny, TEXT, token)
    trace = tiny.trace(TEXT)
    for name in ("token", "position", "embed"):
        assert unpacked(summed[name]).tolist() == getattr(trace, name)[token].tolist()
    total = unpacked(summed["token"]) + unpacked(summed["position"])
    np.testing.assert_allclose(total, unpacked(summed["embed"]), rtol=0, atol=1e-6)
    assert (summed["id"], summed["at"], summed["piece"]) == (trace.ids[token], token, trace.pieces[token])


@pytest.mark.parametrize(("token", "at"), [(None, -1), (999, -1), (-5, 0), (1, 1)])
def test_a_token_beyond_the_text_is_clipped(tiny, token, at):
    ids = tiny.trace(TEXT).ids
    summed, _, drawn = tab.show(tiny, TEXT, token)
    assert (summed["id"], drawn["id"]) == (ids[at], ids[at])
    assert summed["at"] == range(len(ids))[at]


def test_the_nearest_are_the_nearest(tiny):
    id = tiny.encode(TEXT)[1]
    direct = {i: cosine(tiny.wte[i], tiny.wte[id]) for i in range(len(tiny.wte)) if i != id}
    _, near, drawn = tab.show(tiny, TEXT, 1)
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
    first, value = tiny.nearest(ids[2], 1)[0]
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
    assert json.loads(table["pieces"]) == tiny.vocabulary.pieces(range(n))
    assert table["kinds"].split(" ") == [tiny.vocabulary.kind(i) for i in range(n)]
    names = tiny.vocabulary.pieces(table["named"])
    assert {"<red>", " red", "7"} <= set(names)
    assert 0 < sum(table["shares"]) < 1
    assert table["untouched"] == sum(cosine(row, tiny.wte[15]) > 0.9 for row in tiny.wte)


def test_the_position_table_is_rounded_to_one_part_in_127(tiny):
    table = tab.position_table(tiny)
    assert (table["thin"], tuple(table["shape"]), table["rows"]) == (1, tiny.wpe.shape, len(tiny.wpe))
    cells = unpacked(table["cells"], np.int8).reshape(tiny.wpe.shape) / 127 * table["limit"]
    clamped = np.clip(tiny.wpe, -table["limit"], table["limit"])
    np.testing.assert_allclose(cells, clamped, rtol=0, atol=table["limit"] / 254 + 1e-6)
    for n in (1, 10, 100):
        alike = unpacked(table["alike"][str(n)])
        assert len(alike) == len(tiny.wpe) - n
        assert alike[5] == pytest.approx(cosine(tiny.wpe[5], tiny.wpe[5 + n]), abs=1e-5)


def test_a_large_position_table_is_thinned_evenly(tiny, monkeypatch):
    monkeypatch.setattr(tab, "DRAWN", 500)  # 293 * 10 cells: every third position and number
    table = tab.position_table(tiny)
    assert (table["thin"], table["rows"]) == (3, 98)
    assert len(unpacked(table["cells"], np.int8)) == 98 * 4


@pytest.mark.parametrize(
    ("reach", "end"), [(0.2122, 0.3), (0.1, 0.1), (0.101, 0.15), (0.97, 1), (42, 50), (0, 1), (6.1e-4, 8e-4)]
)
def test_a_ramp_ends_at_the_next_round_number(reach, end):
    assert tab.ramp_end(np.full((3, 4), reach)) == pytest.approx(end)
