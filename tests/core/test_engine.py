"""The engine rolls what the plain loop rolls, whoever else is there, and holds nothing for who has left."""

import gc
import random
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import torch
from scipy.stats import chisquare

from model.core import engine
from model.core.engine import Engine, foreseen
from model.core.generate import generate, thrown
from model.core.sampling import Shaping
from model.core.transformer import Transformer
from model.core.vocabulary import CLIP, COLOUR_IDS, IMAGE

SHAPINGS = [{}, {"temperature": 0.7, "top_k": 5}, {"top_p": 0.6, "min_p": 0.01}, {"temperature": 0}, {"penalty": 1.5}]
WORDS = ("Once upon a time", "The sky is", "2 + 3 =", "Dear Anna, today", "A dog", "Why is the sky blue?")


@pytest.fixture(scope="module")
def quick(tiny):
    return Engine(tiny.transformer)


def fell(steps):
    return [step.ids.tolist() for step in steps]


@pytest.mark.parametrize("shaping", SHAPINGS, ids=str)
@pytest.mark.parametrize("batch", [1, 3])
def test_it_rolls_what_the_plain_loop_rolls(quick, tiny, text_ids, shaping, batch):
    prompts = [text_ids[i : i + 9] for i in range(batch)]
    for choices in (None, COLOUR_IDS):
        asked = prompts, 20, Shaping(**shaping), 6, choices
        plain = list(generate(tiny.transformer, *asked))
        mine = list(generate(quick, *asked))
        assert fell(mine) == fell(plain)
        for a, b in zip(mine, plain, strict=True):
            torch.testing.assert_close((a.rank, a.probs, a.logprobs), (b.rank, b.probs, b.logprobs), rtol=0, atol=1e-5)


@pytest.mark.parametrize(("kind", "caption"), [(IMAGE, "a red hand on white"), (CLIP, "a blue ball moves to the left")])
def test_guesses_change_nothing_and_save_most_passes(lm, monkeypatch, kind, caption):
    passes, go_on = [], Engine._go_on
    monkeypatch.setattr(Engine, "_go_on", lambda self, runs: (passes.append(1), go_on(self, runs)))
    asked = [lm.picture_prompt(caption, kind)], 256, Shaping(0.9), 4, COLOUR_IDS
    mine, plain = list(generate(Engine(lm.transformer), *asked)), list(generate(lm.transformer, *asked))
    assert fell(mine) == fell(plain) and len(passes) < 128
    assert fell(generate(Engine(lm.transformer), *asked[:3], [thrown(4)], COLOUR_IDS)) == fell(plain)
    for a, b in zip(mine, plain, strict=True):
        torch.testing.assert_close((a.probs, a.logprobs), (b.probs, b.logprobs), rtol=0, atol=1e-4)


def test_what_a_picture_is_foreseen_to_be():
    """Left where nothing changes above, else above; nothing where there is no row above."""
    assert foreseen([9, 1, 1, 2, 2, 1], 4, 5) == [1, 2, 2, 1, 1]
    assert foreseen([1, 2, 3, 4], 4, 3) == []


@pytest.mark.parametrize("activation", ["gelu", "gelu_new"])
def test_other_activations(tiny, text_ids, activation):
    other = Transformer(replace(tiny.config, activation_function=activation))
    other.load_state_dict(tiny.transformer.state_dict())
    probs = [torch.stack([s.probs for s in made]) for made in (
        generate(other, [text_ids[:9]], 12), generate(Engine(other), [text_ids[:9]], 12)
    )]  # fmt: skip
    torch.testing.assert_close(*probs, rtol=0, atol=1e-5)


@torch.inference_mode()
def test_each_die_is_that_of_a_fresh_pass(lm):
    ids = lm.encode(WORDS[0])
    for step in lm.generate(ids, 60, Shaping(0.9), 3):
        scores = lm.transformer(torch.tensor([ids]))[0, -1]
        torch.testing.assert_close(step.probs[0], (scores / 0.9).softmax(-1), rtol=0, atol=1e-4)
        torch.testing.assert_close(step.logprobs[0], scores.log_softmax(-1)[step.ids[0]], rtol=0, atol=1e-4)
        ids = [*ids, int(step.ids)]


def test_company_changes_nothing(lm):
    """Runs that join and leave at random; what each has seen is what it sees alone, to the last bit."""
    rng = random.Random(5)
    asked = [([lm.encode(word)], 60, Shaping(0.8), seed) for seed, word in enumerate(WORDS)]
    asked += [
        ([lm.picture_prompt(f"a {c} cup")], 256, Shaping(0.9), 1, COLOUR_IDS) for c in ("red", "blue", "green", "white")
    ]
    asked += [([lm.encode(word)] * n, 40, Shaping(0.8), 3) for word, n in zip(WORDS, (2, 5, 16), strict=False)]
    alone = [[(s.ids.tolist(), s.probs.clone()) for s in generate(Engine(lm.transformer), *each)] for each in asked]
    shared, seen, running, waiting = Engine(lm.transformer), {}, {}, [*range(13)]
    while running or waiting:
        if waiting and rng.random() < 0.2:
            i = waiting.pop(rng.randrange(len(waiting)))
            running[i], seen[i] = generate(shared, *asked[i]), []
        for i in [i for i in running if rng.random() < 0.7]:
            step = next(running[i], None)
            if step is None or rng.random() < 0.002:
                running.pop(i).close()
            else:
                seen[i].append((step.ids.tolist(), step.probs))
    assert shared.busy == 0 and sum(map(len, seen.values())) > 600
    for i, steps in seen.items():
        for (ids, probs), (wanted, die) in zip(steps, alone[i], strict=False):
            assert ids == wanted and torch.equal(probs, die), i


@pytest.mark.parametrize("sizes", [[1], [2, 1], [1] * 30, [1, 16, 1, 3], [5, 50, 1]])
def test_rows_are_multiplied_as_alone(lm, sizes):
    ends = np.cumsum([0, *sizes])
    rows = [*map(slice, ends, ends[1:])]
    for linear in Engine(lm.transformer).layers[0]:
        x = np.random.default_rng(9).standard_normal((ends[-1], len(linear.matrix)), np.float32)
        made = linear.of(x, rows)
        np.testing.assert_allclose(made, x.astype(float) @ linear.matrix + linear.bias, atol=1e-4)
        for mine in rows:
            alone = x[mine].copy()
            assert np.array_equal(linear.of(alone, [slice(0, len(alone))]), made[mine])


def test_threads_share_it(lm):
    shared = Engine(lm.transformer)
    steps = lambda seed: 40 if seed % 3 else 9  # noqa: E731
    draw = lambda seed: fell(generate(shared, [lm.encode(WORDS[seed % 6])], steps(seed), Shaping(0.8), seed))  # noqa: E731
    alone = [draw(seed) for seed in range(24)]
    with ThreadPoolExecutor(12) as pool:
        assert [*pool.map(draw, range(24))] == alone
    assert shared.busy == 0


def test_who_wants_few_goes_first(quick, text_ids, monkeypatch):
    """Whoever computes, a long text here, computes all symbols of the brief one before one of its own."""
    rolled = []
    original = engine.Run.add
    monkeypatch.setattr(engine.Run, "add", lambda self, step: (rolled.append(self), original(self, step)))
    long, few = generate(quick, [text_ids], 100, seed=1), generate(quick, [text_ids], engine.BRIEF, seed=2)
    next(long), next(few)  # the first comes from the prompt's own pass
    next(long)
    assert [run.rng.initial_seed() for run in rolled] == [1, 2, *[2] * (engine.BRIEF - 1), 1]
    assert len(list(few)) == engine.BRIEF - 1 and len(rolled) == engine.BRIEF + 2
    long.close()


def test_whoever_leaves_costs_nothing(tiny, quick, text_ids, monkeypatch):
    runs, rolled = [], []
    original = engine.Run.add
    monkeypatch.setattr(engine.Run, "add", lambda self, step: (rolled.append(self), original(self, step)))
    stays = generate(quick, [text_ids], 200)
    for seed in range(100):
        leaves = generate(quick, [text_ids], 200, seed=seed)
        next(leaves), next(stays)
        runs.append(weakref.ref(next(run for run in rolled if run.rng.initial_seed() == seed and run.left > 0)))
        leaves.close()
        counts = len(rolled)
        next(stays)
        assert len(rolled) - counts <= 1  # nobody else's
        rolled.clear()
    gc.collect()
    assert not [run for run in runs if run() is not None and run().rng.initial_seed()] and quick.busy == 1


def test_a_run_that_nobody_reads_stops_by_itself(quick, text_ids):
    idle, read = generate(quick, [text_ids], 100, seed=1), generate(quick, [text_ids], 100, seed=2)
    next(idle)
    for _ in range(50):
        next(read)
    (run,) = [run for run in quick._open if run.rng.initial_seed() == 1]
    assert len(run.ready) == engine.AHEAD
    idle.close(), read.close()


def test_it_falls_as_often_as_the_die_says(tiny, quick, text_ids):
    """Chi-square (Pearson 1900) of 5,000 rolls, faces of fewer than five expected taken together."""
    counts, n = np.zeros(tiny.config.vocab_size), 5000
    for seed in range(10):
        steps = list(generate(quick, [text_ids[:6]] * (n // 10), 1, Shaping(0.5), seed))
        counts += np.bincount(steps[0].ids, minlength=len(counts))
    expected = n * steps[0].probs[0].double().numpy()
    often = expected >= 5
    seen = [*counts[often], counts[~often].sum()]
    wanted = np.array([*expected[often], expected[~often].sum()])
    assert len(seen) > 3 and chisquare(seen, wanted / wanted.sum() * n).pvalue > 1e-4


def test_no_room(quick, tiny, text_ids):
    room = tiny.config.n_positions - len(text_ids)
    with pytest.raises(ValueError, match=f"{room} fit after"):
        generate(quick, [text_ids], room + 1)
    assert len(list(generate(quick, [text_ids], room))) == room
    assert list(generate(quick, [text_ids], 0)) == []


def test_memory_goes_to_who_comes_next_unless_a_pass_may_still_write_there(tiny, text_ids):
    asked = [text_ids[:7], text_ids[3:10]], 12, Shaping(0.9), 5
    alone, shared = fell(generate(Engine(tiny.transformer), *asked)), Engine(tiny.transformer)
    list(generate(shared, [text_ids[8:18]] * 2, 30, Shaping(1.5), 1))  # leaves its keys and values there
    (left,) = shared._spare
    assert fell(generate(shared, *asked)) == alone and np.shares_memory(shared._spare[0], left)
    list(generate(shared, [text_ids[:4]], 3, Shaping(), 1))  # another shape
    assert not np.shares_memory(shared._spare[0], left)
    running = generate(shared, *asked)
    next(running)
    with shared._lock:  # as while somebody computes
        running.close()
    assert not shared._spare


def test_who_leaves_turns_no_brief_one_away_for_good(tiny, text_ids):
    shared, running = Engine(tiny.transformer), []

    class Meanwhile(type(shared._spare)):
        def append(self, kv):  # while the one who leaves holds the lock, a brief one comes for its second symbol
            running[1].start()
            time.sleep(0.2)
            super().append(kv)

    shared._spare = Meanwhile(maxlen=1)
    leaving, brief = (generate(shared, [text_ids[:7]], n, Shaping(), 5) for n in (30, 3))
    next(leaving), next(brief)
    heard = []
    running += [leaving, threading.Thread(target=lambda: heard.extend(fell([next(brief)])), daemon=True)]
    leaving.close()
    running[1].join(5)
    assert len(heard) == 1
