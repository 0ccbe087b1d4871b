"""Our adapters and those of `peft` are one: what is saved opens there, says the same and learns the same."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from model.core import checkpoint
from model.learn.chat import adapter
from model.learn.losses import Losses
from model.learn.tune import lora
from model.learn.tune.live import Tuner
from model.learn.tune.tuning import Tuning

BASE = Path("assets/model")
pytestmark = pytest.mark.filterwarnings("ignore:.*gradient_checkpointing.*:FutureWarning")  # peft's own


def theirs(folder, trainable=False):
    """The shipped model with the adapter of a folder, by transformers and peft."""
    peft = pytest.importorskip("peft")  # here: others shall not wait for it
    from transformers import GPT2LMHeadModel

    base = GPT2LMHeadModel.from_pretrained(BASE, dtype=torch.float32)
    return peft.PeftModel.from_pretrained(base, folder, is_trainable=trainable).eval()


@pytest.fixture(scope="module")
def tuned(tmp_path_factory):
    """Six steps of a tuning by adapters, saved."""
    folder = tmp_path_factory.mktemp("adapter")
    base, vocabulary, _ = checkpoint.load(BASE)
    tuning = Tuning.of({"reads": "cure", "way": "lora", "rank": 4, "steps": 6, "rehearse": False}, str(BASE))
    tuner = Tuner(tuning, base, vocabulary)
    for _ in range(tuning.steps):
        tuner.step()
    lora.save(folder, tuner.adapters, tuning.rank)
    return folder, tuner


def test_what_was_tuned_says_the_same_in_peft(tuned, lm):
    folder, tuner = tuned
    ids = torch.tensor([lm.encode("In Orwell's book 2+2=")])
    with torch.inference_mode():
        ours = tuner.learner.eval()(ids)
        assert torch.allclose(ours, theirs(folder)(ids).logits, atol=1e-5 * float(ours.abs().max()))
        plain = lm.transformer(ids)
    assert float((ours - plain).abs().max()) > 0.01, "the adapter does something"


def test_it_learns_the_same_in_peft(tuned, lm):
    """The gradient of each thin matrix, of one loss on one row."""
    folder, tuner = tuned
    row = torch.tensor([lm.encode("Her kite is red and her cup is blue. The sum of 7 and 5 is 12.")])
    model = theirs(folder, trainable=True)
    model(row, labels=row).loss.backward()
    for each in tuner.adapters.values():
        each.a.grad = each.b.grad = None
    Losses(tuner.learner)(row[:, :-1], row[:, 1:]).mean().backward()
    named = dict(model.named_parameters())
    for name, each in tuner.adapters.items():
        for ours, side in ((each.a, "lora_A"), (each.b, "lora_B")):
            grad = named[f"{lora.PREFIX}{name}.{side}.default.weight"].grad
            assert torch.allclose(ours.grad, grad, atol=1e-5 * max(1.0, float(grad.abs().max()))), (name, side)
            assert float(grad.abs().max()) > 0


def test_the_shipped_chat_says_the_same_in_peft(tmp_path, lm):
    """Rows of the table too; the checksum that stands in the file is none of peft's business."""
    folder = shutil.copytree(adapter.FOLDER, tmp_path / "chat")
    base, vocabulary, _ = checkpoint.load(BASE)
    base.load_state_dict(lora.read(folder, base.state_dict()))
    ids = torch.tensor([vocabulary.encode("<user>What is 7+5?<assistant>")])
    with torch.inference_mode():
        ours, other = base(ids), theirs(folder)(ids).logits
    assert np.allclose(ours, other, atol=1e-5 * float(ours.abs().max()))
