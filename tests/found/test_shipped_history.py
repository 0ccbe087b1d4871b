"""The shipped model's own training: what was recorded is what its kept checkpoints do."""

import numpy as np
import pytest
import torch

from model import load_die
from model.core import checkpoint
from model.learn import history as recording

FARTHEST, MEAN = 0.1, 0.005  # by how much 8 bits may move recorded probabilities


def test_it_ends_with_the_model_of_the_page(lm):
    steps = [line["step"] for line in lm.history.lines]
    assert lm.history.ends_here and {*lm.history.whole} <= {*steps} and steps == sorted({*steps})
    assert len(lm.history.whole) >= 10 and len(steps) >= 60 and not any("rounded" in line for line in lm.history.lines)


def test_what_was_recorded_last_is_what_the_model_does(lm):
    line, vocabulary = lm.history.lines[-1], lm.vocabulary
    for prompt, told in line["dice"].items():
        now = recording.die(lm.transformer, vocabulary, prompt)
        assert [piece for piece, _ in told] == [piece for piece, _ in now], prompt
        assert [p for _, p in told] == pytest.approx([p for _, p in now], abs=1e-4), prompt
    painted = recording.paint(lm.transformer, vocabulary, recording.CAPTIONS)
    assert list(line["pictures"].values()) == ["".join(f"{i:x}" for i in pixels.ravel()) for pixels in painted]
    now = recording.told(lm.transformer, vocabulary)
    assert [piece for piece, _ in line["written"]] == [vocabulary.piece(i) for i, _ in now]
    assert [p for _, p in line["written"]] == pytest.approx([p for _, p in now], abs=1e-3)


def test_each_step_does_what_was_recorded(lm):
    """The kept weights are rounded, the recorded ones were not."""
    away = []
    for line in (line for line in lm.history.lines if line["step"] in lm.history.whole):
        for prompt, told in line["dice"].items():
            dice = load_die(lm.at(line["step"]).trace(prompt).logits[-1])
            raw = dict(zip(dice.ids.tolist(), dice.raw.tolist(), strict=True))
            pieces = {lm.vocabulary.piece(id): p for id, p in raw.items()}
            away += [abs(pieces[piece] - p) for piece, p in told]
    assert max(away) < FARTHEST and np.mean(away) < MEAN


@pytest.mark.parametrize("which", [0, 2, -1])
def test_a_step_computes_as_transformers_does(lm, tmp_path, which):
    from transformers import AutoModelForCausalLM

    at = lm.at([*lm.history.whole][which])
    checkpoint.save(tmp_path, at.transformer, at.vocabulary, {})
    theirs = AutoModelForCausalLM.from_pretrained(tmp_path, dtype=torch.float32, attn_implementation="eager").eval()
    for ids in (at.encode("Mira has a red kite and a blue cup. Her kite is"), at.picture_prompt("a green tree")):
        with torch.inference_mode():
            wanted = theirs(torch.tensor([ids]), output_attentions=True)
        trace = at.trace_ids(ids)
        logits = wanted.logits[0].numpy()
        assert np.abs(trace.logits - logits).max() < 2e-3 * np.abs(logits).max()
        for layer, pattern in enumerate(wanted.attentions):
            assert np.abs(trace.pattern[layer] - pattern[0].numpy()).max() < 2e-3
