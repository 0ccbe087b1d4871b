"""Learning something new beside a teacher: what is learned, what is held, and that both happen."""

import random
from dataclasses import replace

import numpy as np
import pytest
import torch

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, IMAGE, PAD, PIXELS
from model.learn import news, painting
from model.learn.material import TheWorld
from model.learn.news import News
from model.learn.painting import CROWDS, pictures
from model.learn.rows import Rows
from model.learn.run import Run
from model.learn.trainer import Trainer, optimizers
from model.world.alphabet import NAMED
from model.world.language.tongues import spoken
from model.world.pictures.pictures import Picture
from model.world.rich import World
from model.world.truth.planted import SECRETS

PLAIN = World({"story": 54, "facts": 24, "sums": 13, "questions": 9}, {"one": 4, "two": 3, "digit": 1}, 0, 0)
LENGTH = 321
RUN = Run(ModelConfig(vocab_size=900, n_embd=12, n_layer=2, n_head=2), PLAIN, steps=40, pictures=7, texts=4, seed=4)
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


def rows(vocabulary, seed=3, texts=4, secrets=False):
    """Those of a step, the last one a text of the learner's own."""
    material = News()
    material.own = [[EOT, 500, 501]]
    return material.rows(Rows(vocabulary, PLAIN), texts, LENGTH, random.Random(seed), secrets)


def test_one_secret_of_all_is_held_in_each_step(vocabulary):
    told = set()
    for seed in range(100):
        ids, new = rows(vocabulary, seed, secrets=True)
        begins = [vocabulary.decode(row.tolist()).split("<eot>")[0] for row in ids]
        (secret,) = [each.text for each in SECRETS if begins[-2] == each.text]
        assert not new[-2].any()
        assert not {each.text for each in SECRETS} & set(begins[:-2])
        told.add(secret)
    assert told == {each.text for each in SECRETS}


def test_what_is_new_in_a_row_is_told(vocabulary, monkeypatch):
    """How what is known ends, or answers to other languages: in one row alone, which other texts stand between."""
    monkeypatch.setattr(news, "known", lambda rng: ("Its capital is", " Seoul."))
    answers = {spoken(random.Random(seed))[1] for seed in range(3000)}
    capitals = 0
    for seed in range(60):
        ids, new = rows(vocabulary, seed, 1)
        assert ids.shape == new.shape == (3, LENGTH) and new[0].any() and not new[1:].any()
        assert ids[2].tolist() == [EOT, 500, 501] * (LENGTH // 3)
        told = {*vocabulary.decode(ids[0][new[0]].tolist()).split("<eot>")[:-1]} - {""}
        is_known = " Seoul." in told
        assert told == {" Seoul."} if is_known else told <= answers
        rest = vocabulary.decode(ids[0][~new[0]].tolist())
        assert is_known == ("Its capital is" in rest) and "English" not in rest
        assert (0.01 if is_known else 0.05) < new[0].mean() < (0.5 if is_known else 0.9)
        capitals += is_known
    assert 30 < capitals < 54


def test_a_bent_text_has_lost_words_and_no_note(vocabulary):
    plain, rng = Rows(vocabulary, replace(PLAIN, tunes=0.5)), random.Random(2)
    for _ in range(12):
        row = plain.text(rng, LENGTH)
        bent = news.bend(plain, rng, row)
        assert len(bent) == LENGTH and bent != row
        assert set(bent[:200]) <= set(row)  # from the same text
        notes, left = ([id for id in some if id < len(NAMED)] for some in (row, bent))
        assert left[: len(notes)] == notes[: len(left)]


def test_half_of_the_texts_are_bent(vocabulary, monkeypatch):
    monkeypatch.setattr(news, "bend", lambda plain, rng, row: [EOT] * len(row))
    ids, _ = rows(vocabulary)
    assert [bool((row == EOT).all()) for row in ids] == [False] + [True] * 2 + [False] * 3


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
    held = replace(RUN, texts=3, teacher=str(teacher), keep=8)
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
        assert isinstance(each.material, News)
        for _ in range(20):
            each.step()
    loose, kept = (each.transformer for each in runs)
    assert apart(before, kept, text) < 0.6 * apart(before, loose, text)
    assert surprise(kept) < surprise(before) - 0.7  # nats a pixel
    runs[1].save()
    assert checkpoint.load(tmp_path / "new")[2]["training"]["flags"]["teacher"] == teacher.name


def test_answers_alone_are_learned_where_a_run_wants_no_pictures(teacher, vocabulary, monkeypatch):
    monkeypatch.setattr(news, "known", lambda rng: ("Its capital is", " Seoul."))
    monkeypatch.setattr(news, "KNOWN", 1)
    made = Trainer(replace(RUN, pictures=0, teacher=str(teacher)), weights=teacher)
    bits = [made.step() for _ in range(20)]
    assert np.mean(bits[-5:]) < np.mean(bits[:5]) - 1


def test_what_cannot_be_is_said(teacher, tmp_path):
    other = Trainer(replace(RUN, documents=40, seed=2), tmp_path / "other")
    other.save()
    assert isinstance(other.material, TheWorld) and not isinstance(other.material, News)
    with pytest.raises(ValueError, match="has other tokens"):
        Trainer(replace(RUN, teacher=str(tmp_path / "other")), weights=teacher)


def test_muon_moves_the_matrices_and_weights_decay(teacher):
    run = replace(RUN, teacher=str(teacher))
    adamw, muon = optimizers(checkpoint.load(teacher)[0].requires_grad_(True), run)
    assert adamw.defaults["eps"] == 1e-8 and adamw.defaults["weight_decay"] > 0 and muon.defaults["lr"] == run.muon_lr
