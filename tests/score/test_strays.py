"""What counts as falling within a text, on texts that are set down here, and the shares that come of it."""

from types import SimpleNamespace

import pytest
import torch

from model.core.generate import Step
from model.core.vocabulary import CLIP, EOT, IMAGE, TUNE
from model.score.noise import LEAST, likelier
from model.score.strays import MOST, MOST_NOISE, STRAYS, rolled, strays
from model.world.alphabet import NAMED

WORD, RED, CHANT = len(NAMED) + 7, NAMED.index("<red>"), NAMED.index("<chant>")
TEXTS = {  # what falls after the first word, whether it strays, and after how many rolls the text is over
    (WORD, WORD, WORD, WORD): (False, 4),
    (WORD, RED, WORD, WORD): (True, 2),
    (WORD, CHANT, WORD, WORD): (True, 2),
    (EOT, RED, CHANT, WORD): (False, 1),
    (WORD, IMAGE, RED, RED): (False, 2),
    (WORD, IMAGE, EOT, WORD): (False, 2),
    (TUNE, RED, WORD, CHANT): (False, 1),
    (WORD, CLIP, WORD, WORD): (True, 2),
}


def scripted(lm):
    """A model that says just that, whose dice give strays a quarter in all, and what begins a picture more."""
    size, firsts = lm.config.vocab_size, []
    die = torch.zeros(size)
    die[[RED, CHANT]], die[IMAGE], die[WORD] = 0.125, 0.5, 0.25

    def roll_on(ids, steps, *_):
        firsts.extend(ids.tolist())
        for fell in list(zip(*TEXTS, strict=True))[:steps]:
            yield Step(torch.tensor(fell), torch.zeros(len(fell)), die.expand(len(fell), -1), torch.zeros(len(fell)))

    def logits(ids):
        return torch.zeros(*ids.shape, size).index_fill(2, torch.tensor([EOT, RED]), 50.0)

    class Scripted(SimpleNamespace):
        def __call__(self, ids):
            return logits(ids)

    return SimpleNamespace(transformer=Scripted(config=lm.config, roll_on=roll_on)), firsts


def test_what_strays_is_counted_as_far_as_the_text_goes(tiny):
    lm, firsts = scripted(tiny)
    made = rolled(lm, 0, len(TEXTS), 4)
    assert made.ids[:, 1:].tolist() == [[*text] for text in TEXTS]
    assert made.strayed() == [strays for strays, _ in TEXTS.values()]
    assert made.expected() == pytest.approx([0.25 * rolls for _, rolls in TEXTS.values()])
    assert all(begins == EOT and first >= len(NAMED) for begins, first in firsts)  # each begins as a text


def test_all_that_is_named_strays_but_ends_and_beginnings():
    assert {*STRAYS, EOT, IMAGE, CLIP, TUNE} == set(range(len(NAMED))) and len(STRAYS) == len(NAMED) - 4


def test_the_figures_are_shares_of_all_texts(tiny):
    fell, expected, noise = strays(tiny, 200)
    made = [rolled(tiny, seed) for seed in range(2)]
    assert fell.samples == expected.samples == noise.samples == 200
    assert fell.value == sum(sum(each.strayed()) for each in made) / 200 and fell.ok is (fell.value <= MOST)
    assert expected.value == pytest.approx(sum(sum(each.expected()) for each in made) / 200)
    bits = [likelier(tiny, each.ids.numpy(), each.words.numpy()) for each in made]
    assert noise.value == sum((each > LEAST).sum() for each in bits) / 200
    assert noise.ok is bool(noise.value <= MOST_NOISE)
