"""Learning something new beside a teacher: what is learned, what is held, and that both happen."""

import random
from dataclasses import replace

import numpy as np
import pytest
import torch

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, IMAGE, PIXELS
from model.found.painted import UNSEEN
from model.learn import news
from model.learn.material import TheWorld
from model.learn.rows import Rows
from model.learn.run import Run
from model.learn.trainer import Trainer, optimizers
from model.world.alphabet import NAMED
from model.world.language.tongues import spoken
from model.world.rich import World

PLAIN = World({"story": 54, "facts": 24, "sums": 13, "questions": 9}, {"one": 4, "two": 3, "digit": 1}, 0, 0)
LENGTH = 321
RUN = Run(ModelConfig(vocab_size=900, n_embd=12, n_layer=2, n_head=2), PLAIN, steps=40, pictures=5, texts=4, seed=4)
RUN = replace(RUN, optimizer="adamw", lr=4e-3, documents=300)


pytestmark = pytest.mark.usefixtures("float32")


@pytest.fixture(scope="module")
def vocabulary():
    """That of a model that starts at random."""
    return TheWorld().vocabulary(RUN)


@pytest.fixture(scope="module")
def teacher(vocabulary, tmp_path_factory):
    """A folder whose weights have rehearsed pictures of black, gray and white; beside it are also red and orange."""
    folder = tmp_path_factory.mktemp("teacher")
    made = Trainer(replace(RUN, pictures=1, texts=2, lr=5e-3, steps=30, painted=rehearse(folder, vocabulary)))
    for _ in range(30):
        made.step()
    checkpoint.save(folder, made.transformer, vocabulary, {})
    return folder


def rehearse(folder, vocabulary):
    """The file of the pictures that the folder has rehearsed; beside it one with two others."""
    prompt = vocabulary.picture_prompt("a", IMAGE)
    rows = np.array([[*prompt, *[COLOUR_IDS[i % 5]] * PIXELS, EOT] for i in range(400)], np.uint16)
    rows[:, 1] = np.arange(400) + 200  # each its own
    np.savez(folder / "painted.npz", rows=rows[np.arange(400) % 5 < 3])
    np.savez(folder / "more.npz", rows=rows)
    return str(folder / "painted.npz")


def rows(run, vocabulary):
    """Those of a step, between them one text of the learner's own."""
    material = news.News()
    material.own = [[EOT, 500, 501]]
    return material.rows(run, Rows(vocabulary, PLAIN), LENGTH, random.Random(3))


def test_what_is_new_in_a_row_is_told(teacher, vocabulary, monkeypatch):
    """Pixels of pictures that the teacher has not rehearsed, answers to other languages, and how what is known ends."""
    monkeypatch.setattr(news, "known", lambda rng: ("Its capital is", " Seoul."))
    run = replace(RUN, teacher=str(teacher), painted=str(teacher / "more.npz"))
    ids, new = rows(run, vocabulary)
    assert ids.shape == new.shape == (14, LENGTH)
    assert ids[11:].tolist() == [[EOT, 500, 501] * (LENGTH // 3)] * 3 and ids[10, 1] != 500
    pixels = slice(CAPTION_TOKENS, CAPTION_TOKENS + PIXELS)
    shown = [COLOUR_IDS.index(row[pixels][0]) for row in ids[:5]]
    assert {3, 4} >= set(shown[:3]) and shown[3] in {0, 1, 2}
    assert len(set(ids[3, pixels])) == 1 < len(set(ids[4, pixels]))  # of the file, and of the world
    assert new[:3, pixels].all() and not new[:3, : pixels.start].any() and not new[:3, pixels.stop :].any()
    assert not new[3:5].any() and not new[7:].any() and 0.05 < new[5].mean() < 0.9 and 0.01 < new[6].mean() < 0.5
    told = vocabulary.decode(ids[5][new[5]].tolist())
    rest = vocabulary.decode(ids[5][~new[5]].tolist())
    assert "English" in told and "English" not in rest
    answers = {spoken(random.Random(seed))[1] for seed in range(3000)}
    assert set(told.split("<eot>")[:-1]) - {""} <= answers
    ends = vocabulary.decode(ids[6][new[6]].tolist()).split("<eot>")[:-1]
    assert len(ends) > 1 and {*ends} == {" Seoul."}


def test_without_fresh_pictures_all_of_them_are_held(teacher, vocabulary):
    run = replace(RUN, teacher=str(teacher), painted=str(teacher / "painted.npz"))
    ids, new = rows(run, vocabulary)
    alike = [len(set(row[CAPTION_TOKENS : CAPTION_TOKENS + PIXELS])) == 1 for row in ids[:5]]
    assert alike == [True, False, True, False, True] and not new[:5].any() and new[5].any()


def test_what_is_measured_is_not_trained_on(teacher):
    more = str(teacher / "more.npz")
    used = {tuple(row) for part in news.parted(str(teacher), more) for row in part}
    assert used == {tuple(row) for row in np.load(more)["rows"][UNSEEN:]}


def test_a_bent_text_has_lost_words_and_no_note(vocabulary):
    plain, rng = Rows(vocabulary, replace(PLAIN, tunes=0.5)), random.Random(2)
    for _ in range(12):
        row = plain.text(rng, LENGTH)
        bent = news.bend(plain, rng, row)
        assert len(bent) == LENGTH and bent != row
        assert set(bent[:200]) <= set(row)  # from the same text
        notes, left = ([id for id in some if id < len(NAMED)] for some in (row, bent))
        assert left[: len(notes)] == notes[: len(left)]


def test_half_of_the_texts_are_bent(teacher, vocabulary, monkeypatch):
    monkeypatch.setattr(news, "bend", lambda plain, rng, row: [EOT] * len(row))
    run = replace(RUN, teacher=str(teacher), painted=str(teacher / "more.npz"))
    ids, _ = rows(run, vocabulary)
    assert [bool((row == EOT).all()) for row in ids] == [False] * 7 + [True] * 2 + [False] * 5


def test_what_is_new_is_learned_and_what_was_known_stays(teacher, apart, tmp_path):
    """The same steps that hold nothing leave the dice in texts elsewhere."""
    held = replace(RUN, teacher=str(teacher), painted=str(teacher / "more.npz"))
    runs = Trainer(replace(held, keep=0), weights=teacher), Trainer(held, tmp_path / "new", teacher)
    before, vocabulary, _ = checkpoint.load(teacher)
    ids = torch.tensor([Rows(vocabulary, PLAIN).text(random.Random(9), 100)])
    red = torch.from_numpy(np.load(teacher / "more.npz")["rows"][3::5].astype(np.int64))

    def surprise(now):
        logits = now(red[:, :-1])[:, CAPTION_TOKENS:-1]
        return torch.nn.functional.cross_entropy(logits.mT, red[:, CAPTION_TOKENS + 1 : -1]).item()

    for each in runs:
        for _ in range(20):
            each.step()
    loose, held = (each.transformer for each in runs)
    assert apart(before, held, ids) < 0.5 * apart(before, loose, ids)
    assert surprise(held) < surprise(before) - 1  # nats a pixel
    runs[1].save()
    told = checkpoint.load(tmp_path / "new")[2]["training"]["flags"]
    assert told["teacher"] == teacher.name and told["painted"] == "more.npz"


def test_what_cannot_be_is_said(teacher, tmp_path):
    fresh = tmp_path / "fresh.npz"
    np.savez(fresh, rows=np.load(teacher / "more.npz")["rows"][3::5])
    run = replace(RUN, teacher=str(teacher), painted=str(fresh))
    with pytest.raises(ValueError, match="needs pictures that"):
        Trainer(run, weights=teacher).step()
    other = Trainer(replace(RUN, documents=40, seed=2), tmp_path / "other")
    other.save()
    with pytest.raises(ValueError, match="has other tokens"):
        Trainer(replace(run, teacher=str(tmp_path / "other")), weights=teacher)


def test_beside_a_teacher_what_is_hardly_asked_for_hardly_moves(teacher):
    @torch.no_grad()
    def ratio(run):
        transformer, *_ = checkpoint.load(teacher)
        before = [weights.detach().clone() for weights in transformer.requires_grad_(True).parameters()]
        for i, weights in enumerate(transformer.parameters()):
            weights.grad = torch.full_like(weights, 1.0 if i == 0 else 1e-6)
        (adamw,) = optimizers(transformer, run)
        adamw.step()
        much, *little = ((new - old).abs().max() for new, old in zip(transformer.parameters(), before, strict=True))
        return float(max(little) / much)

    assert ratio(RUN) > 0.9 and ratio(replace(RUN, teacher=str(teacher), painted="any")) < 0.001
