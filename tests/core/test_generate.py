"""The loop: the same as the naive one, repeatable, and within its room and its choices."""

import pytest
import torch

from model.core.generate import generate
from model.core.sampling import Shaping, fall, shape
from model.core.vocabulary import COLOUR_IDS, PIXELS

SHAPINGS = [{}, {"temperature": 0.7, "top_k": 5}, {"top_p": 0.6}, {"temperature": 0}]


def ids_of(steps):
    return torch.stack([step.ids for step in steps], 1).tolist()


@torch.inference_mode()
def naive(transformer, prompts, steps, choices, seed, **shaping):
    """No cache: the whole sequence again at every step."""
    ids, rng = torch.tensor(prompts), torch.Generator().manual_seed(seed)
    for _ in range(steps):
        logits = transformer(ids)[:, -1, choices.start : choices.stop]
        fell = fall(shape(logits, Shaping(**shaping)), torch.rand(len(ids), generator=rng))
        ids = torch.cat([ids, fell[:, None] + choices.start], 1)
    return ids[:, len(prompts[0]) :].tolist()


@pytest.mark.parametrize("shaping", SHAPINGS, ids=str)
@pytest.mark.parametrize("batch", [1, 3])
def test_equals_the_naive_loop(tiny, text_ids, shaping, batch):
    prompts = [text_ids[i : i + 9] for i in range(batch)]
    for choices in (range(tiny.config.vocab_size), COLOUR_IDS):
        found = ids_of(generate(tiny.transformer, prompts, 20, Shaping(**shaping), 6, choices))
        assert found == naive(tiny.transformer, prompts, 20, choices, seed=6, **shaping)


def test_one_token_is_enough_to_begin(tiny):
    choices = range(tiny.config.vocab_size)
    found = ids_of(generate(tiny.transformer, [[0]], 9))
    assert found == naive(tiny.transformer, [[0]], 9, choices, seed=0)


def test_same_seed_same_text(tiny, text_ids):
    runs = [ids_of(tiny.generate(text_ids, 12, seed=seed)) for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]


def test_two_generators_do_not_disturb_each_other(tiny, text_ids):
    alone = [ids_of(tiny.generate(text_ids, 8, seed=seed)) for seed in (1, 2)]
    pairs = zip(tiny.generate(text_ids, 8, seed=1), tiny.generate(text_ids, 8, seed=2), strict=True)
    assert [ids_of(steps) for steps in zip(*pairs, strict=True)] == alone


def test_a_step_says_what_it_rolled(tiny, text_ids):
    """The die adds up to 1 and holds what fell; the log-probability is of the unshaped die."""
    for step in generate(tiny.transformer, [text_ids], 5, Shaping(0.5, 4), choices=COLOUR_IDS):
        assert step.probs.shape == (1, 16) and step.probs.sum().item() == pytest.approx(1, abs=1e-6)
        assert step.probs[0, step.ids[0] - COLOUR_IDS.start] > 0
        assert (step.probs > 0).sum() == 4
    (step,) = generate(tiny.transformer, [text_ids], 1)
    raw = tiny.logits("The sky is blue, 12 + 7 = 19 and Ada had an emoji \U0001f98a.")
    expected = torch.from_numpy(raw.copy()).log_softmax(-1)[step.ids[0]]
    torch.testing.assert_close(step.logprobs[0], expected, rtol=0, atol=1e-5)


def test_choices_restrict(tiny, text_ids):
    fell = {id for ids in ids_of(generate(tiny.transformer, [text_ids], 60, choices=COLOUR_IDS)) for id in ids}
    assert fell <= set(COLOUR_IDS) and len(fell) > 4


def test_a_picture_has_256_colours(tiny):
    steps = list(tiny.paint("a red ball", Shaping(0.8), 3))
    assert len(steps) == PIXELS
    assert {step.ids.item() in COLOUR_IDS for step in steps} == {True}


def test_no_room(tiny, text_ids):
    room = tiny.config.n_positions - len(text_ids)
    message = f"You asked for {room + 1} more tokens; {room} fit after the {len(text_ids)}"
    with pytest.raises(ValueError, match=message):
        list(tiny.generate(text_ids, room + 1))
    assert len(list(tiny.generate(text_ids, room, Shaping(0)))) == room


@pytest.mark.parametrize(
    ("shaping", "said"),
    [({"temperature": -1}, "Temperature is"), ({"top_k": 1000}, "Top-k is"), ({"top_p": 0}, "Top-p is")],
    ids=str,
)
def test_wrong_shaping_is_refused(tiny, text_ids, shaping, said):
    with pytest.raises(ValueError, match=said):
        list(tiny.generate(text_ids, 1, Shaping(**shaping)))


def test_captions_that_do_not_fit_are_refused(tiny):
    for caption in ("", "9" * 32):
        with pytest.raises(ValueError, match="caption"):
            tiny.paint(caption)
