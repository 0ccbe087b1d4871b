"""Noise is told from all else that training reads, by the shipped weights, wherever in a text it stands."""

import numpy as np

from model.core.vocabulary import EOT
from model.score.noise import LEAST, WINDOW, likelier
from model.score.texts import unseen
from model.world.alphabet import NOISE
from model.world.rich import WRITERS

LENGTH = 100


def bits(lm, texts):
    """Of each text, without the control token before it."""
    rows = [lm.encode(text.split(">", 1)[-1] if text[0] == "<" else text)[:LENGTH] for text in texts]
    ids = np.array([row + [EOT] * (LENGTH - len(row)) for row in rows])
    return likelier(lm, ids, np.arange(LENGTH) < np.array([[len(row)] for row in rows]))


def test_what_training_reads_is_no_noise_but_for_noise(lm):
    found = {kind: (bits(lm, unseen(kind, 24 if kind in NOISE else 4)) > LEAST).mean() for kind in WRITERS}
    assert found["chant"] > 0.9 < found["murmur"] and found["echo"] > 0.5  # which often begins as a text does
    assert not any(share for kind, share in found.items() if kind not in NOISE)


def test_noise_is_found_wherever_it_stands_and_nothing_behind_the_text_is(lm):
    story = "Once upon a time there was a girl who had a red kite. She went to the park."
    noise = " lamp seven quickly Monday under violin the of nine carpet purple wrote island spoon if tall"
    among = f"{story}{noise} groaned. Then she went home."
    assert len(lm.encode(noise)) >= WINDOW
    babble = "The president of the United States groaned spilling verb 6059 Neb 29057 Crabs 7175 Blerl prepared happy"
    plain, found = bits(lm, [story, among])
    assert bits(lm, [babble]) > LEAST  # as weights of before went on
    assert plain < LEAST < found
    ids = np.array([lm.encode(among)])
    cut = np.arange(ids.shape[1])[None] < len(lm.encode(story))
    assert likelier(lm, ids, cut) == plain
