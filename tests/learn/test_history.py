"""What a training leaves behind: read-outs that a reader can trust, checkpoints that come back nearly whole."""

import json
from itertools import pairwise

import pytest
import torch

from model.core import checkpoint
from model.found import history as found
from model.learn import history, skills


def test_steps_are_spaced_by_their_logarithm_and_end_at_the_last():
    steps = history.spaced(20_000, 72)
    assert steps[0] == 1 and steps[-1] == 20_000 and 60 <= len(steps) <= 72
    ratios = [b / a for a, b in pairwise(steps) if a > 100]
    assert max(ratios) / min(ratios) < 1.05
    assert history.spaced(3, 72) == [1, 2, 3]


def test_packed_weights_come_back_within_half_a_step_of_their_row(tiny):
    weights = tiny.transformer.state_dict()
    back = found.unpack(found.pack(weights))
    assert back.keys() == weights.keys()
    for name, weight in weights.items():
        step = weight.abs().amax(-1, keepdim=True) / 127 if weight.ndim > 1 else weight.abs() / 1024
        assert ((back[name] - weight).abs() <= 0.51 * step + 1e-3 * weight.abs() + 1e-7).all(), name


def test_a_kept_step_is_read_back(tiny, tmp_path):
    history.keep(tmp_path, 12, tiny.transformer)
    (file,) = tmp_path.iterdir()
    assert file.name == "step-000012.safetensors"
    assert torch.allclose(found.weights_at(file)["wte.weight"], tiny.transformer.wte.weight, atol=0.02)


@pytest.mark.parametrize("steps", [1, 4])
def test_a_run_is_read_out_at_its_steps(lm, tmp_path, monkeypatch, steps):
    for place, name, n in ((history, "HANDS", 2), (skills, "PASSAGES", 6), (skills, "PEOPLE", 6)):
        monkeypatch.setattr(place, name, n)  # each asks a little
    for step in range(1, steps + 1):
        history.record(tmp_path, step, steps, lm.transformer, lm.vocabulary)
    lines = [json.loads(line) for line in (tmp_path / found.FILE).read_text().splitlines()]
    assert [line["step"] for line in lines] == list(range(1, steps + 1))
    first = lines[0]
    assert {line["weights"] for line in lines} == {checkpoint.checksum(lm.transformer)}
    assert first["dice"].keys() == set(history.PROMPTS) and len(first["fingers"]) == 8 and sum(first["fingers"]) == 2
    assert all(len(pixels) == 256 for pixels in first["pictures"].values())
    piece, chance = first["dice"]["Once upon a"][0]
    assert piece == " time" and chance == pytest.approx(0.9999, abs=1e-3)
    assert len(list(tmp_path.glob("step-*.safetensors"))) == steps
