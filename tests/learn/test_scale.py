"""The sweep of the scaling law: what it trains, that it goes on where it stopped, and that it is the same again."""

import math

import pytest
import torch
from torch.nn import functional as F

from model.core.config import ModelConfig
from model.core.vocabulary import EOT
from model.found.scaling import FILE, read
from model.inside.parts import sized
from model.learn import scale
from model.learn.scale import CONTEXT, ROWS, Planned
from model.world.draw import held_out

SMALL = Planned(ModelConfig(512, CONTEXT, 16, 1, 1), 4 * ROWS * CONTEXT, 1)


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(scale, "AMOUNTS", (SMALL.tokens,))
    monkeypatch.setattr(scale, "UNSEEN", 8)


@pytest.fixture(scope="module")
def learned():
    return scale.TheWorld().vocabulary(scale.replace(scale.PLAIN, config=SMALL.config))


def test_it_goes_on_where_it_stopped_and_is_the_same_again(tmp_path):
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    first, again = tmp_path / "first" / "runs.jsonl", tmp_path / "again.jsonl"
    planned = [SMALL, SMALL._replace(seed=2)]
    one = [*scale.sweep(first, planned[:1])]
    two = [*scale.sweep(first, planned)]
    assert [run.seed for run in one + two] == [1, 2] and read(first) == one + two
    assert [*scale.sweep(first, planned)] == []
    both = [*scale.sweep(again, planned)]
    assert [run._replace(seconds=0) for run in both] == [run._replace(seconds=0) for run in one + two]
    assert both[0].bits != both[1].bits
    assert one[0].weights == sum(sized(SMALL.config).values())
    torch.set_num_threads(threads)


def test_texts_begin_alike_and_the_unseen_one_is_held_out(learned):
    long, short = (scale.text(learned, "scale 1", n) for n in (600, 200))
    assert torch.equal(long[:201], short) and len(short) == 201
    unseen = learned.decode(scale.text(learned, "scale unseen", 2000, True).tolist()).split("<eot>")[:-1]
    assert len(unseen) > 3 and all(map(held_out, unseen))


def test_bits_are_those_of_each_token_by_the_bytes_that_it_stands_for(learned):
    transformer = scale.at_random(scale.replace(scale.PLAIN, config=SMALL.config), learned).eval()
    ids = scale.text(learned, "scale unseen", 2 * CONTEXT, True)
    told = 0.0
    for start in (0, CONTEXT):
        row = ids[start : start + CONTEXT + 1][None]
        with torch.inference_mode():
            told += F.cross_entropy(transformer(row[:, :-1])[0], row[0, 1:], reduction="sum").item() / math.log(2)
    n_bytes = len(b"".join(learned.bytes_of(id) for id in ids[1:].tolist() if id != EOT))
    assert scale.bits_per_byte(transformer, learned, ids) == pytest.approx(told / n_bytes, rel=1e-5)


def test_a_text_is_read_once_row_by_row():
    inputs, targets = scale.in_rows(torch.arange(2 * CONTEXT + 1))
    assert inputs.tolist() == [[*range(CONTEXT)], [*range(CONTEXT, 2 * CONTEXT)]]
    assert torch.equal(targets, inputs + 1)


@pytest.mark.parametrize("seed", scale.SEEDS)
def test_the_shipped_runs_are_all_that_are_planned(seed, monkeypatch):
    monkeypatch.undo()
    planned = {(p.config.n_layer, p.config.n_embd, p.tokens) for p in scale.plan() if p.seed == seed}
    runs = [run for run in read(FILE) if run.seed == seed]
    assert len(planned) == 28 and {(run.layers, run.width, run.tokens) for run in runs} == planned
    assert len(runs) == len(planned)
    weights = {p.config.n_embd: sum(sized(p.config).values()) for p in scale.plan()}
    assert all(run.weights == weights[run.width] for run in runs)
