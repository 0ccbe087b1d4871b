"""The programs for what somebody has trained or tuned: its numbers are those of the page."""

import base64
import io
from types import SimpleNamespace
from zipfile import ZipFile

import numpy as np
import pytest
import torch
from running import run

from components.parts import trainings
from components.tabs.data import runs as data_runs
from components.tabs.train import runs as train_runs
from components.tabs.tune import runs as tune_runs
from model.core import checkpoint
from model.learn.data import asked
from model.learn.data.experiments import pair
from model.learn.data.two import lessons
from model.learn.jobs.child import live
from model.learn.jobs.folder import Folder
from model.learn.jobs.lesson import MODEL
from model.learn.tune.asked import both
from model.learn.tune.live import live as tuning_live
from model.learn.tune.tuning import Tuning


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Both folders of a short training on two corpora."""
    torch.set_num_threads(1)
    made, folders = pair("sentence"), []
    small = type(made)(**{**made.__dict__, "steps": 20, "layers": 1, "width": 32})
    for side, lesson in zip("AB", lessons(small), strict=True):
        folders.append(tmp_path_factory.mktemp(side))
        lesson.save(folders[-1])
        live(Folder(folders[-1]))
    return folders


def at_home(tmp_path, packed):
    """The folder into which somebody unpacks what was saved."""
    assert packed["trouble"] == ""
    ZipFile(io.BytesIO(base64.b64decode(packed["file"]))).extractall(tmp_path)
    return str(tmp_path)


def serving(monkeypatch, **folders):
    """The folders of the models of trainings, by name."""
    monkeypatch.setattr(trainings, "line", lambda: SimpleNamespace(folder=lambda name: folders[name] / MODEL))


def test_what_was_trained(two, tmp_path, monkeypatch):
    serving(monkeypatch, mine=two[0])
    made = run("train.learned", mine=at_home(tmp_path, train_runs.packed("mine")), beginning="2+2=")
    transformer, vocabulary, _ = checkpoint.load(two[0] / MODEL)
    with torch.inference_mode():
        die = transformer(torch.tensor([vocabulary.encode("2+2=")]))[0, -1].softmax(-1).topk(8)
    assert np.allclose(made["die"].values, die.values, atol=1e-5)
    assert made["die"].indices.tolist() == die.indices.tolist()


def test_two_dice(two, tmp_path, monkeypatch):
    serving(monkeypatch, one=two[0], other=two[1])
    made = run("data.differs", both=at_home(tmp_path, data_runs.packed("one other")), prompt="2+2=")
    for face in asked.two_dice(two, "2+2=")["faces"]:
        assert [float(die[face["id"]]) for die in made["dice"]] == pytest.approx(face["chances"], abs=2e-3)  # float16


@pytest.mark.parametrize("way", ["lora", "full"])
def test_tuned(tmp_path, monkeypatch, way):
    """Of an adapter, and of all weights: both dice, the whole of it, half, and none."""
    job = tmp_path / "job"
    job.mkdir()
    tuning = Tuning.of({"reads": "cure", "steps": 3, "rehearse": False, "way": way}, "assets/model")
    tuning.save(job)
    tuning_live(Folder(job, Tuning))
    serving(monkeypatch, mine=job)
    at = at_home(tmp_path / "home", tune_runs.packed("mine"))
    prompt, seen = "In Orwell's book 2+2=", []
    for mix in (1.0, 0.5, 0.0):
        made = run("tune.before_after", tuned=at, prompt=prompt, mix=mix)
        for piece, before, after in both(job, prompt, mix)["faces"]:
            id = made["tokenizer"].convert_tokens_to_ids(piece.replace(" ", "Ġ"))
            assert [float(made[die][id]) for die in ("before", "after")] == pytest.approx([before, after], abs=1e-3)
        seen.append(float((made["after"] - made["before"]).abs().sum()))
    assert seen[0] > seen[1] > 0.01 and seen[2] < 1e-4


@pytest.mark.parametrize("names", ["nobody", "a b", "", "../.. /etc"])
def test_what_is_not_there_is_not_packed(names):
    for pack in (train_runs.packed, tune_runs.packed, data_runs.packed):
        found = pack(names)
        assert found["file"] is None and "There is no training" in found["trouble"]
