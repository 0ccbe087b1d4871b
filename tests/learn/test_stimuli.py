"""Average stimuli and what explains activations: against loops over every pixel; files of another model are ignored."""

import numpy as np
import pytest
import torch

from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS
from model.found import stimuli as found_stimuli
from model.found.stimuli import BACK
from model.learn.stimuli import KINDS, RGB, chosen, sample, stimuli
from model.world.draw import held_out

WIDE = 2 * BACK + 1


@pytest.fixture(scope="module")
def pictures():
    return sample(4)


@pytest.fixture(scope="module")
def plain(tiny):
    """The tiny model with captions that always fit."""
    prompt = tiny.vocabulary.picture_prompt
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tiny.vocabulary, "picture_prompt", lambda caption: prompt(caption[:9]))
        yield tiny


@pytest.fixture(scope="module")
def found(plain, pictures):
    return stimuli(plain.transformer, plain.vocabulary, pictures)


def fired(lm, made):
    """Activations (L, 256, N) of a whole pass, as it is traced."""
    ids = lm.vocabulary.picture_prompt(made.caption) + [COLOUR_IDS[c] for c in made.pixels.ravel()]
    return np.maximum(lm.trace_ids(ids).neurons[:, CAPTION_TOKENS:], 0)


def test_pictures_are_those_that_training_never_drew(pictures):
    assert all(held_out(made.caption) for made in pictures) and {made.kind for made in pictures} <= {*KINDS}


def test_numbers_are_those_of_every_pixel(plain, pictures, found):
    whole = np.concatenate([fired(plain, made) for made in pictures], 1)  # (L, R · 256, N)
    for layer in range(3):
        for n in (0, 3):
            own = whole[layer, :, found.neuron[layer, n]]
            assert found.share[layer, n] == pytest.approx((own > 0).mean(), abs=1e-6)
            assert found.mean[layer, n] == pytest.approx(own[own > 0].mean(), abs=1e-4)
            peaks = own.reshape(len(pictures), 256).max(1)
            assert np.allclose(found.value[layer, n], np.sort(peaks)[::-1][:4], atol=1e-5)
            row, at = found.row[layer, n, 0], found.at[layer, n, 0]
            best = pictures[int(peaks.argmax())]
            assert np.array_equal(found.pictures[row], best.pixels.ravel())
            assert fired(plain, best)[layer, at, found.neuron[layer, n]] == pytest.approx(peaks.max(), abs=1e-5)


def test_a_patch_is_the_mean_of_what_was_painted_around(plain, pictures, found):
    layer, n = 1, 2
    neuron = found.neuron[layer, n]
    sums, same, weights = np.zeros((BACK + 1, WIDE, 3)), np.zeros((BACK + 1, WIDE)), np.zeros((BACK + 1, WIDE))
    for made in pictures:
        acts = fired(plain, made)[layer, :, neuron]
        for pixel, act in enumerate(acts):
            row, column = divmod(pixel, 16)
            for r in range(BACK + 1):
                for c in range(WIDE):
                    y, x = row - BACK + r, column - BACK + c
                    if y < 0 or not 0 <= x < 16 or (r == BACK and c > BACK):
                        continue
                    sums[r, c] += act * RGB[made.pixels[y, x]].numpy()
                    same[r, c] += act * (made.pixels[y, x] == made.pixels[row, column])
                    weights[r, c] += act
    painted = weights > 0
    assert not painted[BACK, BACK + 1 :].any() and painted.sum() == (BACK + 1) * WIDE - BACK
    assert (found.patch[layer, n][~painted] == 0).all() and (found.same[layer, n][~painted] == 0).all()
    assert np.allclose(found.patch[layer, n][painted], sums[painted] / weights[painted][:, None], rtol=0, atol=0.51)
    assert np.allclose(found.same[layer, n][painted], same[painted] / weights[painted], rtol=0, atol=1e-3)
    assert found.same[layer, n][BACK, BACK] == pytest.approx(1)


def test_the_share_that_groups_explain_is_the_analysis_of_variance(plain, pictures, found):
    whole = np.concatenate([fired(plain, made) for made in pictures], 1).astype(np.float64)
    colour = np.concatenate([made.pixels.ravel() for made in pictures])
    place = np.tile(np.arange(256), len(pictures))
    kind = np.repeat([KINDS.index(made.kind) for made in pictures], 256)
    left = np.concatenate([np.diff(made.pixels, axis=1, prepend=made.pixels[:, :1]).ravel() != 0 for made in pictures])
    above = np.concatenate([np.diff(made.pixels, axis=0, prepend=made.pixels[:1]).ravel() != 0 for made in pictures])
    for row, group in zip(found.explained, (colour, 2 * left + above, place, kind), strict=True):
        for layer in range(3):
            acts = whole[layer]
            means = {g: acts[group == g].mean(0) for g in np.unique(group)}
            between = sum(((means[g] - acts.mean(0)) ** 2 * (group == g).sum()).sum() for g in means)
            assert row[layer] == pytest.approx(between / ((acts - acts.mean(0)) ** 2).sum(), abs=1e-4)


def test_who_fires_hardly_or_always_comes_last():
    mean, share = torch.tensor([[5.0, 4.0, 3.0, 2.0]]), torch.tensor([[0.9, 0.1, 0.001, 0.05]])
    assert chosen(mean, share, 3).tolist() == [[1, 3, 0]]


def test_the_file_belongs_to_one_model(found, tmp_path):
    wte = np.ones((5, 3), np.float32)
    found_stimuli.save(tmp_path, wte, found)
    again = found_stimuli.load(tmp_path, wte)
    assert all(np.array_equal(vars(again)[name], array) for name, array in vars(found).items())
    assert found_stimuli.load(tmp_path, 2 * wte) is None
    assert found_stimuli.load(tmp_path / "nowhere", wte) is None


def test_the_shipped_file_is_small_and_of_the_shipped_model(lm):
    from pathlib import Path

    assert lm.stimuli is not None and lm.stimuli.neuron.shape == (lm.config.n_layer, 8)
    assert (Path(lm.name) / found_stimuli.FILE).stat().st_size <= 300_000
