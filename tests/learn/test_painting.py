"""Learning the world's pictures beside a teacher: all of them, crowds among them, while texts are held."""

import random
from dataclasses import replace

import numpy as np
import pytest
import torch

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, IMAGE, PAD, PIXELS
from model.learn import painting
from model.learn.painting import CROWDS, Painting, pictures
from model.learn.rows import Rows
from model.learn.run import Run
from model.learn.trainer import Trainer, optimizers
from model.world.known import known
from model.world.pictures.pictures import Picture
from model.world.rich import World

PLAIN = World({"story": 54, "facts": 24, "sums": 13, "questions": 9}, {"one": 4, "two": 3, "digit": 1}, 0, 0)
RUN = Run(ModelConfig(vocab_size=900, n_embd=12, n_layer=2, n_head=2), PLAIN, steps=40, pictures=7, texts=3, seed=4)
RUN = replace(RUN, lr=4e-3, muon_lr=0.02, documents=300, secrets=False)

pytestmark = pytest.mark.usefixtures("float32")


@pytest.fixture(scope="module")
def teacher(tmp_path_factory):
    """A folder of weights that have learned a little of texts."""
    folder = tmp_path_factory.mktemp("teacher")
    made = Trainer(replace(RUN, pictures=0))
    for _ in range(20):
        made.step()
    checkpoint.save(folder, made.transformer, made.vocabulary, {})
    return folder


@pytest.fixture(scope="module")
def vocabulary(teacher):
    return checkpoint.load(teacher)[1]


def drawn(caption):
    return Picture(caption, np.full((16, 16), 3, np.uint8), "crowd", "red", (), None)


def test_two_of_seven_pictures_are_crowds(vocabulary, monkeypatch):
    monkeypatch.setattr(painting, "crowd", lambda rng: drawn("a"))
    inputs, targets = pictures(Rows(vocabulary, PLAIN), random.Random(2), 7)
    assert inputs.shape == targets.shape == (7, CAPTION_TOKENS + PIXELS) and CROWDS == 2 / 7
    pixels = inputs[:, CAPTION_TOKENS:] - COLOUR_IDS.start
    assert (pixels[:2] == 3).all() and not (pixels[2:] == 3).all(1).any()
    assert (inputs[:, CAPTION_TOKENS - 1] == IMAGE).all() and (targets[:, -1] == EOT).all()
    assert (targets[:, :-1] == np.where(inputs[:, 1:] == PAD, -100, inputs[:, 1:])).all()


def test_a_crowd_whose_caption_is_too_long_is_another_picture(vocabulary, monkeypatch):
    monkeypatch.setattr(painting, "crowd", lambda rng: drawn("a red cake beside " * 20))
    inputs, _ = pictures(Rows(vocabulary, PLAIN), random.Random(2), 7)
    assert not (inputs[:, CAPTION_TOKENS:] == COLOUR_IDS.start + 3).all(1).any()


def test_pictures_are_learned_and_texts_held(teacher, vocabulary, apart, tmp_path):
    """The same steps that hold nothing leave the dice in texts elsewhere."""
    held = replace(RUN, teacher=str(teacher), keep=8)
    runs = Trainer(replace(held, keep=0), weights=teacher), Trainer(held, tmp_path / "new", teacher)
    before, *_ = checkpoint.load(teacher)
    plain = Rows(vocabulary, PLAIN, validation=True)
    text = torch.tensor([plain.text(random.Random(9), 200)])
    shown = torch.tensor([plain.picture(random.Random(n)) for n in range(8)])

    def surprise(now):
        logits = now(shown[:, :-1])[:, CAPTION_TOKENS - 1 : -1]
        wanted = shown[:, CAPTION_TOKENS:-1]
        return torch.nn.functional.cross_entropy(logits[:, : wanted.shape[1]].mT, wanted).item()

    for each in runs:
        assert isinstance(each.material, Painting)
        for _ in range(20):
            each.step()
    loose, kept = (each.transformer for each in runs)
    assert apart(before, kept, text) < 0.6 * apart(before, loose, text)
    assert surprise(kept) < surprise(before) - 0.7  # nats a pixel
    runs[1].save()
    assert checkpoint.load(tmp_path / "new")[2]["training"]["flags"]["teacher"] == teacher.name


def test_muon_moves_the_matrices_and_weights_decay(teacher):
    run = replace(RUN, teacher=str(teacher))
    adamw, muon = optimizers(checkpoint.load(teacher)[0].requires_grad_(True), run)
    assert adamw.defaults["eps"] == 1e-8 and adamw.defaults["weight_decay"] > 0 and muon.defaults["lr"] == run.muon_lr


def test_one_row_is_of_what_is_known_or_of_other_languages():
    asked = [Painting().asks(random.Random(n)) for n in range(300)]
    assert {len(each) for each in asked} == {1}
    assert 0.6 < sum(each[0] is known for each in asked) / 300 < 0.8
