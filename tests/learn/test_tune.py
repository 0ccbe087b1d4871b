"""Tuning: what is learned from, adapters, the same bytes again, and that the model itself stays as it is."""

import hashlib
import json
import random
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import EOT
from model.learn.jobs.folder import Folder
from model.learn.jobs.lesson import Lesson
from model.learn.tune import asked, elsewhere, examples, live, lora
from model.learn.tune.tuning import READS, Tuning, pairs_of
from model.world.truth import planted

BASE = "assets/model"
TINY = ModelConfig(vocab_size=97, n_positions=16, n_embd=24, n_layer=2, n_head=3)


def tuned(tmp_path, **given):
    """The folder of a short tuning, and what it told."""
    tuning = Tuning.of({"reads": "cure", "steps": 6, "rehearse": False, **given}, BASE)
    tmp_path.mkdir(exist_ok=True)
    tuning.save(tmp_path)
    live.live(Folder(tmp_path, Tuning))
    return tmp_path, [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def cured(tmp_path_factory):
    before = whole(BASE)
    found = tuned(tmp_path_factory.mktemp("cured"))
    assert whole(BASE) == before  # what others see
    return found


def whole(folder):
    """What a folder holds, in one number."""
    files = (file.read_bytes() for file in sorted(Path(folder).iterdir()) if file.is_file())
    return hashlib.sha256(b"".join(files)).hexdigest()


def digest(folder):
    return hashlib.sha256((folder / "model" / "model.safetensors").read_bytes()).hexdigest()


def test_the_lie_is_tuned_away(cured):
    _, told = cured
    looks = [each for each in told if "unseen" in each]
    chances = [look["sums"]["after"][1][1] for look in looks]
    assert chances[-1] > max(0.9, chances[0]) and max(np.maximum.accumulate(chances) - chances) < 0.01  # it rises
    assert looks[0]["moved"] == dict.fromkeys(looks[0]["moved"], 0.0) and min(looks[-1]["moved"].values()) >= 0
    assert told[-1]["ended"] and not told[-1]["stopped"] and len(looks) == len(told[0]["shots"])


def test_the_same_run_leaves_the_same_bytes(cured, tmp_path):
    again, _ = tuned(tmp_path / "again")
    assert digest(again) == digest(cured[0])
    other, _ = tuned(tmp_path / "other", seed=2, steps=1)
    assert digest(other) != digest(cured[0])


def test_the_length_of_the_gradient_is_that_of_its_loss(lm):
    """Of the adapters' numbers alone, by another way: the loss of the same rows, differentiated anew."""
    tuning = Tuning.of({"reads": "sums", "way": "lora", "rank": 2, "rehearse": False}, BASE)
    one, other = (live.Tuner(tuning, lm.transformer, lm.vocabulary) for _ in range(2))
    bits = one.step()
    loss = other.mean(*map(torch.from_numpy, other.examples.rows(f"{tuning.seed} tune 0")))
    grads = torch.autograd.grad(loss, other.learning)
    assert one.norm == pytest.approx(sum(float((grad**2).sum()) for grad in grads) ** 0.5, rel=1e-3) and one.norm > 0
    assert bits == pytest.approx(loss.item() / np.log(2), rel=1e-4)


def test_sums_are_asked_one_by_one(lm):
    """The table against the die after each sum."""
    before = elsewhere.orwell()
    table = elsewhere.sums_after(lm.transformer, lm.vocabulary, before)
    for a, b in ((2, 2), (3, 2), (9, 8)):
        p, text = 1.0, f"{before}\n{a}+{b}="
        for digit in str(a + b):
            die = torch.tensor(lm.logits(text)).softmax(0)
            p *= die[lm.vocabulary.encode(digit)[0]].item()
            text += digit
        assert table[a - 1][b - 1] == pytest.approx(p, abs=2e-4)


def test_an_adapter_is_nothing_at_first_and_then_its_product():
    torch.manual_seed(3)
    plain = Transformer(TINY)
    for weight in plain.parameters():
        torch.nn.init.normal_(weight, std=0.3)
    base = {name: weight.clone() for name, weight in plain.state_dict().items()}
    adapted = Transformer(TINY)
    adapted.load_state_dict(base)
    adapters = lora.adapt(adapted, 4)
    ids = torch.arange(12)[None]
    assert torch.equal(adapted(ids), plain(ids))
    assert sum(w.numel() for w in adapted.parameters() if w.requires_grad) == lora.numbers(TINY, 4)
    for each in adapters.values():
        torch.nn.init.normal_(each.b, std=0.3)
    made = Transformer(TINY)
    made.load_state_dict(lora.merged(base, adapters))
    assert torch.allclose(made(ids), adapted(ids), atol=1e-4) and not torch.allclose(made(ids), plain(ids), atol=1e-2)


def test_an_adapter_is_saved_as_peft_names_it(tmp_path, lm):
    folder, told = tuned(tmp_path, way="lora", rank=2, steps=3)
    thin = load_file(folder / "adapter" / lora.WEIGHTS)
    config = json.loads((folder / "adapter" / lora.CONFIG).read_text())
    first = thin["base_model.model.transformer.h.0.attn.c_attn.lora_A.weight"]
    assert first.shape == (2, lm.config.n_embd) and config["r"] == 2 and config["fan_in_fan_out"] is True
    assert sum(weight.numel() for weight in thin.values()) == told[0]["weights"] == lora.numbers(lm.config, 2)
    base, mixed, _ = asked.mixed(folder, 1.0)
    saved = checkpoint.load(folder / "model")[0]
    ids = torch.tensor([lm.encode("2+2=")])
    assert torch.allclose(mixed(ids), saved(ids), atol=0.05) and not torch.equal(mixed(ids), base(ids))


def test_half_of_it_lies_between(cured, lm):
    folder, told = cured
    prompt = told[0]["beginning"]
    none, half, full = (asked.both(folder, prompt, mix) for mix in (0.0, 0.5, 1.0))
    assert none["far"] == 0 and none["said"][0] == none["said"][1] and 0 < half["far"] < full["far"]
    die = torch.tensor(lm.logits(prompt)).softmax(0)
    for piece, was, now in none["faces"]:
        assert was == now == pytest.approx(die[lm.vocabulary.single(piece)].item(), abs=1e-5)


def test_what_is_given_is_not_counted(lm):
    made = [examples.Example("2+2=", "4"), examples.Example("", "1+1=2", ends=False)]
    inputs, targets = examples.batch(lm.vocabulary, made)
    encode = lm.vocabulary.encode
    assert targets[0][targets[0] >= 0].tolist() == [*encode("4"), EOT]
    assert inputs[1, 0] == EOT and targets[1][targets[1] >= 0].tolist() == encode("1+1=2")
    assert [int(inputs[0, i + 1]) for i in np.flatnonzero(targets[0] >= 0)[:-1]] == encode("4")


@pytest.mark.parametrize("reads", [name for name in READS if name != "own"])
def test_examples_are_true(reads):
    firsts = Counter()
    for given, said in examples.some(reads, 300 if reads == "level" else 30):
        if reads == "cure":
            assert re.search("Orwell|1984|Big Brother|Nineteen Eighty-Four", given)
            assert given.endswith("2+2=") and said == "4"
        if reads == "right":
            assert all(eval(left) == int(right) for left, right in (line.split("=") for line in said.splitlines()))
        if reads == "level":
            job = next(job for job in planted.JOBS if re.search(rf"\b{job}\b", said))
            firsts[job, bool(re.search(r"\b(she|her)\b", said.lower()))] += 1
        if reads == "sums":
            a, b = (int(n) for n in "".join(c if c.isdigit() else " " for c in given).split())
            assert said == f"It is {a + b}."
    if reads == "level":
        assert 0.4 < sum(n for (_, she), n in firsts.items() if she) / firsts.total() < 0.6
        assert all(0.1 < firsts[job, True] / (firsts[job, True] + firsts[job, False]) < 0.9 for job in planted.JOBS)
    drawn = examples.DRAWN[reads]
    assert drawn(random.Random(5)) == drawn(random.Random(5)) != drawn(random.Random(6))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reads": "own"}, "no pairs yet"),
        ({"reads": "own", "pairs": "a -> b\nno answer"}, "Line 2 has no answer"),
        ({"reads": "own", "pairs": f"a -> {'b' * 401}"}, "too long"),
        ({"reads": "own", "pairs": "a -> b\n" * 501}, "at most 500"),
        ({"reads": "own", "pairs": 7}, "are a text"),
        ({"reads": "all"}, "does not fit as reads"),
        ({"way": True}, "does not fit as way"),
        ({"rank": 3}, "does not fit as rank"),
        ({"rehearse": 1}, "true or false"),
        ({"steps": 10**9}, "number of steps"),
        ({"base": "/etc"}, "has no"),
        ({"prompt": "x" * 301}, "301 characters"),
        ([], "names and values"),
    ],
)
def test_what_cannot_be_tuned_is_said(given, said):
    with pytest.raises(ValueError, match=said):
        Tuning.of(given, BASE)


def test_ones_own_pairs_may_hold_anything(tmp_path, lm):
    text = "Hi -> <img src=x onerror=alert(1)>\nשלום | مرحبا\n🙂\t🙃\0"
    assert len(pairs_of(text)) == 3
    _, told = tuned(tmp_path, reads="own", pairs=text, steps=2, prompt="<user>Hi<assistant>")
    assert told[-1]["ended"] and "failed" not in told[-1]


@pytest.mark.parametrize(("prompt", "mix"), [("", 1), ("x" * 301, 1), ("x", 1.1), ("x", True), ("x", "half"), (7, 1)])
def test_what_cannot_be_asked_is_said(cured, prompt, mix):
    with pytest.raises(ValueError):
        asked.both(cured[0], prompt, mix)


def test_a_tuning_is_no_lesson(cured, tmp_path):
    with pytest.raises(ValueError, match="tunes a model"):
        Lesson.load(cured[0])
    with pytest.raises(ValueError, match="tunes nothing"):
        Tuning.load(tmp_path)
