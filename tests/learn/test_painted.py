"""Pictures that are rehearsed from a file, in place of those that the world makes."""

import random

import numpy as np

from model.learn.rows import UNSEEN, Rows


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
    assert (inputs[40] != read.batch(random.Random(2), 0, 1, 321)[0][0]).any()  # texts are the world's
