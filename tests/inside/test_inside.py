"""What the inside tabs compute beyond the pass: against transformers, brute force and hand-made cases."""

import base64
import math

import numpy as np
import pytest
import torch

from components.tabs.dice import tab as dice
from components.tabs.layers import tab as layers
from components.tabs.take_away import drawer as take_away
from model import stations
from model.core.sampling import Shaping, divergence, load_die, penalise, shape
from model.core.transformer import Cache
from model.core.vocabulary import COLOUR_IDS
from model.found.corpus import LEAST, Corpus
from model.inside.lens import lens, rollout
from model.inside.parts import promotes
from model.inside.roles import back, roles
from model.inside.rolls_ahead import beam_search, look_ahead
from model.learn.prepare import best, strongest

TEXT = "The sky is blue and Ada had a red ball."
WORLD = "Mira has a red kite and a blue cup. Her kite is"


def close(ours, theirs, atol=1e-4):
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=atol)


@torch.inference_mode()
def test_the_lens_is_the_last_norm_and_the_output_matrix_at_each_layer(ours, theirs):
    ids = ours.encode(TEXT)
    hidden = theirs(torch.tensor([ids]), output_hidden_states=True).hidden_states[:-1]
    expected = [theirs.lm_head(theirs.transformer.ln_f(h[0, 5])).log_softmax(-1).numpy() for h in hidden]
    found = lens(ours.transformer, ours.trace_ids(ids), 5)
    close(found[0], expected[0])
    close(found[2:-2:2], np.stack(expected[1:]))
    logits = torch.from_numpy(ours.trace(TEXT).logits[5].copy())
    close(found[-1], logits.log_softmax(-1))
    assert len(found) == len(stations(ours.trace(TEXT))) == 2 * ours.config.n_layer + 1


def test_rollout_by_hand():
    """Layer 0 gives (1/2, 1/2), layer 1 (1, 0), by the mean of two heads; half of each is the token itself.

    Row 1: layer 0 (1/4, 3/4), layer 1 (1/2, 1/2); together (1/2 + 1/2 · 1/4, 1/2 · 3/4) = (5/8, 3/8).
    """
    one, other = [[1, 0], [1, 0]], [[1, 0], [0, 1]]
    found = rollout(np.array([[one, other], [one, one]], dtype=np.float32))
    close(found[0], [[1, 0], [0.25, 0.75]])
    close(found[1], [[1, 0], [0.625, 0.375]])


def test_rollout_adds_up(ours):
    close(rollout(ours.trace(TEXT).pattern).sum(-1), 1)


def test_what_heads_look_back_at_by_hand():
    pattern = torch.zeros(1, 1, 1, 4, 4)
    pattern[0, 0, 0, 2, 1], pattern[0, 0, 0, 3, 2] = 0.5, 0.75
    assert back(pattern, 1, 2).item() == pytest.approx(0.625)
    assert back(pattern, 1, 3).item() == pytest.approx(0.75)
    assert back(pattern, 2, 2).item() == 0


def test_a_head_that_looks_one_back_gets_that_role_and_one_that_looks_evenly_none(tiny):
    """Positions as one-hot channels: queries ask for the channel before their own."""
    from model.core.config import ModelConfig
    from model.core.transformer import Transformer

    transformer = Transformer(ModelConfig(vocab_size=40, n_positions=64, n_embd=128, n_layer=1, n_head=2))
    for parameter in transformer.parameters():
        parameter.data.zero_()
    transformer.wpe.weight.data[:, :64] = torch.eye(64) * 50
    block = transformer.h[0]
    block.ln_1.weight.data.fill_(1)
    shifted = torch.zeros(128, 128)
    shifted[:63, 1:64] = torch.eye(63)  # query at i holds channel i - 1
    block.attn.c_attn.weight.data[:128] = shifted * torch.tensor([[1.0]] * 64 + [[0.0]] * 64)
    block.attn.c_attn.weight.data[128:256, :64] = torch.cat([torch.eye(64), torch.zeros(64, 64)])
    found = roles(transformer.eval().requires_grad_(False), range(40))
    assert found.of(0, 0) == "previous token"
    assert found.scores[0, 0, 0] > 0.99
    assert found.of(0, 1) is None


def test_the_shipped_model_looks_one_back_and_copies_what_was_said(lm):
    """Its best induction head gives 0.78 of its attention, and a head before it the means: the token before.

    One list of random tokens says little, so two dozen are read: 12 nats on average. (The checkpoint before, which had
    read no rows that say random pieces again, gave 0.38 and 5.5.)
    """
    measured = roles(lm.transformer, lm.vocabulary.words, COLOUR_IDS)
    found = {measured.of(layer, head) for layer in range(lm.config.n_layer) for head in range(lm.config.n_head)}
    assert {"previous token", "induction"} <= found
    assert measured.scores[measured.names.index("induction")].max() > 0.7
    gained = []
    for seed in range(24):
        ids = torch.randint(100, 4000, (24,), generator=torch.Generator().manual_seed(seed)).tolist()
        logits = torch.from_numpy(lm.trace_ids(ids + ids).logits.copy()).log_softmax(-1)
        said = [logits[i, id].item() for i, id in enumerate(ids[1:] + ids)]
        gained.append(np.mean(said[23:]) - np.mean(said[:23]))
    assert np.mean(gained) > 11  # nats a token: what stood once is copied


def test_min_p_and_penalty_are_those_of_transformers():
    from transformers import MinPLogitsWarper, RepetitionPenaltyLogitsProcessor

    logits = torch.randn(2, 50, generator=torch.Generator().manual_seed(3)) * 3
    seen = torch.tensor([[1, 2, 3, 3], [4, 5, 6, 0]])
    close(penalise(logits, seen, 1.7), RepetitionPenaltyLogitsProcessor(1.7)(seen, logits.clone()))
    for min_p in (0.05, 0.3):
        close(shape(logits, Shaping(min_p=min_p)), MinPLogitsWarper(min_p)(seen, logits.clone()).softmax(-1))


def test_the_die_and_generation_punish_the_same_tokens(ours):
    ids = ours.encode(TEXT)
    how = Shaping(0.7, 0, 1.0, 0.02, 1.5)
    die = load_die(ours.trace(TEXT).logits[-1], how, ids)
    first = next(iter(ours.generate(ids, 3, how)))
    close(first.probs[0, die.ids], die.probs)


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("min_p", 1.5, r"Min-p is a number from 0 \(all stay\) to 1, not 1\.5"),
        ("penalty", 0.5, r"Repetition penalty is a number from 1 \(none\) to 10, not 0\.5"),
    ],
)
def test_shaping_out_of_range_is_said(ours, name, value, fits):
    with pytest.raises(ValueError, match=fits):
        dice.next_token(ours, TEXT, Shaping(**{name: value}))


@torch.inference_mode()
@pytest.mark.parametrize("beams", [1, 4])
def test_beam_search_is_that_of_transformers(ours, theirs, beams):
    ids = ours.encode(TEXT)
    theirs.generation_config.eos_token_id = None
    found = theirs.generate(
        torch.tensor([ids]), max_new_tokens=7, num_beams=beams, do_sample=False, length_penalty=0.0, pad_token_id=4
    )
    cache = Cache(ours.config, 1)
    first = ours.transformer(torch.tensor([ids]), cache)[:, -1]
    new, logprob = beam_search(ours.transformer, first, cache, 7, beams)
    assert cache.length == len(ids)  # another search may start from it
    assert new == found[0, len(ids) :].tolist()
    logits = theirs(torch.tensor([[*ids, *new]])).logits[0].log_softmax(-1)
    assert logprob == pytest.approx(sum(logits[len(ids) - 1 + i, id].item() for i, id in enumerate(new)), abs=1e-3)


def test_the_dice_ahead_are_those_after_the_longer_text(ours):
    ids = ours.encode(TEXT)
    found = look_ahead(ours.transformer, ids)
    assert len(found.paths) == 13
    for path, logits in zip(found.paths, found.logits, strict=True):
        close(logits, ours.trace_ids([*ids, *path]).logits[-1])


def test_the_dice_ahead_end_where_the_context_ends(ours):
    full = (ours.encode(TEXT) * 40)[: ours.config.n_positions]
    assert look_ahead(ours.transformer, full).paths == ((),)
    assert len(look_ahead(ours.transformer, full[:-1]).paths) == 4


def test_counts_of_the_data_are_a_brute_force_count():
    rng = np.random.default_rng(5)
    ids = rng.integers(0, 7, 3000)
    corpus = Corpus(ids, 7)
    for _ in range(40):
        context = rng.integers(0, 7, rng.integers(1, 9)).tolist()
        found = corpus.count(context)
        followed = {
            n: [ids[i + n] for i in range(len(ids) - n) if ids[i : i + n].tolist() == context[len(context) - n :]]
            for n in range(1, len(context) + 1)
        }
        enough = [n for n, next in followed.items() if len(next) >= LEAST]
        assert found.length == max(enough, default=0)
        assert found.times == len(followed[found.length]) == found.next.sum()
        assert found.next.tolist() == np.bincount(followed[found.length], minlength=7).tolist()


def test_an_ending_that_never_occurs_falls_back_to_all_tokens():
    found = Corpus(np.array([1, 2] * 10), 9).count([8])
    assert (found.length, found.times) == (0, 19)


def test_three_dice_of_the_shipped_model(lm):
    found = dice.dice(lm, "The sky is")
    raw = lm.trace("The sky is").logits[-1].astype(np.float64)
    probs = np.exp(raw - raw.max())
    for row in found["rows"]:
        assert row["model"] == pytest.approx(probs[row["id"]] / probs.sum(), abs=1e-6)
        assert row["data"] == row["count"] / found["times"]
    assert "".join(found["ending"]) == "The sky is"
    assert found["model_bits"] >= 0


def test_divergence_by_hand():
    """1/2 · log2(2) + 1/2 · log2(2/3) = 0.207519"""
    assert divergence(np.array([0.5, 0.5]), np.array([0.25, 0.75])) == pytest.approx(0.207519, abs=1e-6)
    assert divergence(np.array([1.0, 0.0]), np.array([1.0, 0.0])) == 0


def test_surprise_is_the_loss_of_each_token(ours, theirs):
    found = dice.surprise(ours, TEXT)
    ids = torch.tensor([ours.encode(TEXT)])
    with torch.inference_mode():
        loss = theirs(ids, labels=ids).loss.item()
    assert found["bits"][0] is None
    assert np.mean(found["bits"][1:]) * math.log(2) == pytest.approx(loss, abs=1e-4)


def test_what_a_neuron_promotes(ours):
    found = promotes(ours.transformer, 1, 5, len(ours.vocabulary))
    wte, out = ours.transformer.wte.weight, ours.transformer.h[1].mlp.c_proj.weight[:, 5]
    assert [i for i, _ in found[:3]] == (wte @ out).argsort(descending=True)[:3].tolist()


def test_the_strongest_places_of_neurons(ours):
    rows = [ours.encode(text) for text in (TEXT, "A ball.", "Seven plus two is nine. The grass is green.")]
    values, places = strongest(ours.transformer, rows)
    row, at, value = best(values, places, 2)
    for layer, neuron in ((0, 0), (1, 7), (2, 36)):
        fired = [ours.trace_ids(ids).neurons[layer, :, neuron] for ids in rows]
        order = sorted(range(3), key=lambda r: -fired[r].max())
        assert row[layer, neuron].tolist() == order[:2]
        close(value[layer, neuron], [fired[r].max() for r in order[:2]])
        assert at[layer, neuron, 0] == fired[order[0]].argmax()


def test_the_shipped_examples_are_of_the_shipped_model(lm):
    assert lm.examples is not None
    layer, neuron = 3, 17
    row, at = int(lm.examples.row[layer, neuron, 0]), int(lm.examples.at[layer, neuron, 0])
    fired = lm.trace_ids(lm.examples.tokens(row)).neurons[layer, at, neuron]
    assert fired == pytest.approx(float(lm.examples.value[layer, neuron, 0]), rel=2e-3, abs=2e-3)


@pytest.mark.parametrize("name", layers.NAMES)
def test_every_tensor_opened_is_the_one_of_the_trace(ours, name):
    trace = ours.trace(TEXT)
    found = layers.tensor(ours, TEXT, 1, layers.NAMES.index(name), 4)
    whole = getattr(trace, name)[1]
    mine = whole[:, 4] if whole.ndim == 3 else whole[4]
    close(np.frombuffer(base64.b64decode(found["values"]), "<f4"), mine.ravel())
    assert sum(found["counts"]) == whole.size
    assert len(found["axes"]) == whole.ndim
    assert ("self.z[layer, which] @" if name == "heads" else f'"{name}"') in found["made"]["text"]
    with open(found["made"]["path"]) as file:
        assert file.read().splitlines()[found["made"]["line"] - 1].strip() == found["made"]["text"]


def test_intervening_shows_both_dice(lm):
    found = take_away.intervene(lm, WORLD, ["feed-forward 5 off"])
    before, after = lm.trace(WORLD).logits[-1], lm.trace(WORLD, ["feed-forward 5 off"]).logits[-1]
    for logits, key in ((before, "before"), (after, "after")):
        p = torch.from_numpy(logits.copy()).double().softmax(-1)
        for token in found["tokens"]:
            assert token[key] == pytest.approx(p[token["id"]].item(), abs=1e-9)
    p, q = (torch.from_numpy(logits.copy()).double().log_softmax(-1) for logits in (before, after))
    assert found["divergence_bits"] == pytest.approx((p.exp() * (p - q)).sum().item() / math.log(2))
    assert found["divergence_bits"] > 0.01
    assert found["continued"]["before"] != found["continued"]["after"]


def test_without_edits_both_dice_are_one(lm):
    found = take_away.intervene(lm, WORLD, [])
    assert found["divergence_bits"] == 0
    assert all(token["before"] == token["after"] and token["change"] == 0 for token in found["tokens"])
    assert found["continued"]["before"] == found["continued"]["after"]


@pytest.mark.parametrize("edits", [["head 9.9 off"], ["<img src=x onerror=alert(1)>"], ["edge 0.0 0>0"]])
def test_an_edit_that_does_not_fit_leaves_the_baseline(lm, edits):
    value = take_away.show(lm, {"text": WORLD, "edits": edits})
    assert value["refused"][edits[0]] and not value["message"]
    assert value["divergence_bits"] == 0


def test_an_edit_that_does_not_fit_is_left_out_alone(lm):
    edits = ["head 9.9 off", "feed-forward 0 off", "nonsense"]
    value = take_away.show(lm, {"text": WORLD, "edits": edits})
    assert list(value["refused"]) == ["head 9.9 off", "nonsense"]
    assert value["divergence_bits"] == take_away.intervene(lm, WORLD, ["feed-forward 0 off"])["divergence_bits"] > 0


@pytest.mark.parametrize(
    ("text", "shift", "left"), [("The sky is", 317, 0), ("The sky is", 315, 2), (" a" * 304, 16, 0)]
)
def test_places_shifted_to_the_end_of_the_table_go_on_no_further(lm, text, shift, left):
    value = take_away.show(lm, {"text": text, "edits": [f"positions shifted {shift}"]})
    assert value["refused"] == {} and len(value["continued"]["after"]) == left


def test_an_empty_prompt_leaves_a_message(lm):
    assert take_away.show(lm, {"text": "", "edits": []})["message"].startswith("The prompt is empty")
