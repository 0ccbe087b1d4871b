"""Pictures that are rehearsed from a file, in place of those that the world makes."""

import random
from pathlib import Path

import numpy as np

from model.core.vocabulary import CAPTION_TOKENS, EOT, PIXELS, Vocabulary, train_tokenizer
from model.found.painted import UNSEEN, painted_rows
from model.learn.card import card, history, sizes
from model.learn.prepare import PICTURES, pool
from model.learn.rows import Rows


def test_rows_of_a_file_are_read_some_of_them_never(lm, tmp_path):
    rng, file = random.Random("painted"), tmp_path / "painted.npz"
    rows = [Rows(lm.vocabulary).picture(rng) for _ in range(UNSEEN + 8)]
    np.savez_compressed(file, rows=np.array(rows, np.uint16))
    for validation, some in ((False, rows[UNSEEN:]), (True, rows[:UNSEEN])):
        read = Rows(lm.vocabulary, validation=validation, painted=str(file))
        inputs, targets = read.batch(random.Random(1), 40, 1, 321)
        assert all(row[:289] in some for row in inputs[:40].tolist())
        assert len({tuple(row[:289]) for row in inputs[:40].tolist()}) > 5
        assert (targets[:40, 31:287] == inputs[:40, 32:288]).all()  # all pixels are asked for
    assert painted_rows(str(file)) is painted_rows(str(file))  # 50,000 pictures are not unpacked for each
    assert (inputs[40] != read.batch(random.Random(2), 0, 1, 321)[0][0]).any()  # texts are the world's


def test_a_vocabulary_of_bytes_reads_what_it_has_room_for():
    vocabulary = Vocabulary(train_tokenizer(["a"], 300))
    rows = [Rows(vocabulary, validation=validation).picture(random.Random(5)) for validation in (False, True)]
    assert all(len(row) == CAPTION_TOKENS + PIXELS + 1 and row[-1] == EOT for row in rows)


def test_neurons_are_shown_the_pictures_that_were_rehearsed(lm, tmp_path):
    file = tmp_path / "painted.npz"
    np.savez_compressed(file, rows=np.array([Rows(lm.vocabulary).picture(random.Random(1))] * (UNSEEN + 1), np.uint16))
    rows, texts = pool(lm.vocabulary, str(file))
    assert len(rows) == texts + PICTURES and len({tuple(row) for row in rows[texts:]}) == 1
    assert rows[-1] == Rows(lm.vocabulary).picture(random.Random(1))[:-1] and EOT not in rows[-1]


def test_the_card_says_which_pictures_were_rehearsed():
    flags = {"world": "rich", "pictures": 3, "texts": 9, "seed": 41}
    before = {"flags": flags, "date": "2026-11-25", "steps": 1000, "seconds": 600}
    after = before | {"flags": flags | {"painted": "painted.npz"}, "before": before, "processes": 2}
    one, other = history(after)
    assert "| 3 pictures and 9 rows of text a step |" in one
    assert "| 6 rehearsed pictures and 18 rows of text a step |" in other


def test_the_card_says_what_was_learned_beside_a_teacher_and_how_much_was_kept():
    flags = {"pictures": 3, "texts": 9, "seed": 41, "teacher": None}
    before = {"flags": flags, "date": "2026-11-25", "steps": 1000, "seconds": 600, "averaged": 0.4}
    beside = before | {"flags": flags | {"teacher": "model"}, "before": before, "averaged_attention": 0.25}
    one, other = history(beside)
    assert "| 3 pictures and 9 rows of text a step; 40% kept |" in one
    assert "| 3 pictures and 9 rows of text a step beside a teacher; 40% kept, of attention 25% |" in other
    assert all("kept" not in line for line in history(beside | {"averaged": 1, "averaged_attention": None})[1:])


def test_the_card_says_the_rates_of_what_was_stepped_with(lm):
    flags = {"optimizer": "muon", "muon_lr": 0.02, "lr": 0.003}
    facts = {"flags": flags, "steps": 1, "tokens": 1, "seconds": 60, "hardware": "a hand"}
    rows = [sizes(lm.config, facts | {"flags": flags | {"optimizer": name}})[-1] for name in ("muon", "adamw")]
    assert rows == [
        "| optimizer | Muon and AdamW; full learning rates 0.02 and 0.003 |",
        "| optimizer | AdamW; full learning rate 0.003 |",
    ]


def test_the_card_beside_the_weights_is_that_of_their_training(lm):
    """If this fails, only the weights were shipped of a run's folder."""
    shown = (Path(__file__).parents[2] / "assets/model/README.md").read_text(encoding="utf-8")
    assert shown == card(lm.config, lm.facts["training"])
