"""A training that is read back: what counts of it, and the models of its whole steps."""

import json

import numpy as np
import pytest
import torch

import model
from model.core import checkpoint
from model.found import history

TEXT = "The sky is blue, 12 + 7 = 19 and Ada had an emoji \U0001f98a."


@pytest.fixture(scope="module")
def grown(walked):
    return model.load(walked)


def wrote(place, steps, **more):
    place.mkdir(exist_ok=True)
    (place / history.FILE).write_text("".join(json.dumps({"step": step} | more) + "\n" for step in steps))


def test_a_run_taken_up_again_from_an_earlier_step_counts_from_there(tmp_path):
    wrote(tmp_path, [1, 2, 4, 8, 3, 5, 5, 9])
    assert [line["step"] for line in history.read_lines(tmp_path)] == [1, 2, 3, 5, 9]


def test_without_read_outs_there_is_no_history(tiny, tmp_path):
    assert history.load(tmp_path, tiny.transformer) is None
    wrote(tmp_path / history.FOLDER, [])
    assert history.load(tmp_path, tiny.transformer) is None


def test_it_ends_here_only_where_its_last_weights_are_those_beside_it(tiny, tmp_path):
    for weights, ends_here in ((checkpoint.checksum(tiny.transformer), True), ("0" * 16, False)):
        wrote(tmp_path / history.FOLDER, [1, 2], weights=weights)
        assert history.load(tmp_path, tiny.transformer).ends_here is ends_here


def test_all_of_it_is_found(grown):
    found = grown.history
    assert [line["step"] for line in found.lines] == [1, 5, 20, 70, 300, 900]
    assert [*found.whole] == [1, 20, 300] and found.ends_here


@pytest.mark.parametrize("step", [1, 20, 300])
def test_the_model_of_a_step_is_that_of_transformers_on_the_same_weights(grown, walked, tmp_path, step, picture_ids):
    """Of all numbers that the page shows of a pass: logits, attention and the stream, of a text and of a picture."""
    from transformers import AutoModelForCausalLM

    lm = grown.at(step)
    packed = history.weights_at(walked / history.FOLDER / f"step-{step:06}.safetensors")
    ours = lm.transformer.state_dict()
    assert all(torch.equal(packed[name], ours[name]) for name in ours)
    checkpoint.save(tmp_path, lm.transformer, lm.vocabulary, {})
    theirs = AutoModelForCausalLM.from_pretrained(tmp_path, attn_implementation="eager").eval()
    named = {f"transformer.{n}": w.T if n.endswith(checkpoint.TRANSPOSED) else w for n, w in packed.items()}
    theirs.load_state_dict(named, strict=False)  # not those of the folder, which are float16
    for ids in (lm.encode(TEXT), picture_ids):
        with torch.inference_mode():
            out = theirs(torch.tensor([ids]), output_attentions=True, output_hidden_states=True)
        trace = lm.trace_ids(ids)
        assert np.allclose(trace.logits, out.logits[0], atol=2e-4)
        assert np.allclose(trace.pattern, torch.cat(out.attentions), atol=2e-5)
        assert np.allclose(trace.resid[:-1], torch.cat(out.hidden_states[1:-1]), atol=2e-4)


def test_steps_differ_from_each_other_and_from_the_last(grown):
    logits = [grown.at(step).logits(TEXT) for step in (1, 20, 300, None)]
    assert all(np.abs(a - b).max() > 0.1 for i, a in enumerate(logits) for b in logits[:i])
    assert grown.at(None) is grown


@pytest.mark.parametrize("step", [2, 900, -1, "20", 20.0, True, [1], {}])
def test_a_step_that_was_not_kept_whole_is_refused(grown, tiny, step):
    with pytest.raises(ValueError, match=r"was not kept whole; there are: 1, 20, 300\.$"):
        grown.at(step)
    with pytest.raises(ValueError, match=r"there are: none\.$"):
        tiny.at(step)


def test_weights_of_another_model_are_refused(grown, tmp_path):
    from safetensors.torch import save_file

    weights = history.pack(grown.transformer.state_dict())
    for name, made in (("less", {n: w for n, w in weights.items() if n != "wpe.weight"}), ("other", dict(weights))):
        made["wte.weight"] = made["wte.weight"][:, : 10 if name == "less" else 9].contiguous()
        save_file(made, tmp_path / f"{name}.safetensors")
        with pytest.raises(ValueError, match=f"{name}.safetensors holds the weights of another model"):
            history.open_at(tmp_path / f"{name}.safetensors", grown.transformer)


def test_two_are_in_memory_at_once(walked):
    lm = model.load(walked)
    first = lm.at(1)
    assert lm.at(20) is not first and lm.at(1) is first
    lm.at(300)  # the one that was used longest ago goes
    assert lm.at(1) is first and len(lm._moments._bytes) == 2
    assert sum(lm._moments._bytes.values()) == 2 * lm.nbytes == 8 * lm.n_parameters


def test_what_lies_beside_the_weights_is_not_of_another_step(lm, tmp_path):
    """Of the shipped model, which has all of it."""
    from model.learn.history import keep

    keep(tmp_path, 7, lm.transformer)
    known = model.load()
    known.history = history.History(({"step": 7},), {7: tmp_path / "step-000007.safetensors"}, False)
    at = known.at(7)
    beside = "corpus reading map examples stimuli familiar".split()
    assert all(getattr(known, name) is not None and getattr(at, name) is None for name in beside)
    assert known.demonstrations and known.library and not at.demonstrations and not at.library
    assert (at.step, known.step, at.trained_minutes) == (7, None, None)
