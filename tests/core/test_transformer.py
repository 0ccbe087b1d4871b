"""Invariants of the transformer, and one attention by hand."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from model.core.cache import size_of
from model.core.config import ModelConfig
from model.core.trace import Heads
from model.core.transformer import Attention, Record, Transformer, past


def test_rows_of_the_pattern_add_up_to_one(tiny, text_ids):
    pattern = tiny.trace_ids(text_ids).pattern
    L, H, T = tiny.config.n_layer, tiny.config.n_head, len(text_ids)
    assert pattern.shape == (L, H, T, T)
    np.testing.assert_allclose(pattern.sum(-1), np.ones((L, H, T)), rtol=0, atol=1e-6)
    assert (pattern >= 0).all()


def test_nothing_above_the_diagonal(tiny, text_ids):
    assert not np.triu(tiny.trace_ids(text_ids).pattern, 1).any()


@pytest.mark.parametrize("record", [None, Record()], ids=["fused", "recorded"])
@torch.inference_mode()
def test_later_tokens_never_change_earlier_logits(tiny, text_ids, record):
    ids = torch.tensor([text_ids])
    changed = ids.clone()
    changed[0, 9:] = 300
    before, after = tiny.transformer(ids, record=record), tiny.transformer(changed, record=record)
    torch.testing.assert_close(before[:, :9], after[:, :9], rtol=0, atol=1e-6)
    assert (before[:, 9:] - after[:, 9:]).abs().max() > 1e-2


@torch.inference_mode()
def test_earlier_tokens_do_change_later_logits(tiny, text_ids):
    changed = [300, *text_ids[1:]]
    logits = tiny.transformer(torch.tensor([text_ids, changed]))
    assert (logits[0, -1] - logits[1, -1]).abs().max() > 1e-3


@torch.inference_mode()
def test_position_matters(tiny):
    """The same token twice in a row: only its place differs."""
    logits = tiny.transformer(torch.tensor([[200, 200]]))
    assert (logits[0, 0] - logits[0, 1]).abs().max() > 1e-2


@torch.inference_mode()
def test_rows_of_a_batch_do_not_mix(tiny, text_ids):
    other = list(reversed(text_ids))
    both = tiny.transformer(torch.tensor([text_ids, other]))
    alone = [tiny.transformer(torch.tensor([ids]))[0] for ids in (text_ids, other)]
    torch.testing.assert_close(both, torch.stack(alone), rtol=0, atol=1e-5)


@torch.inference_mode()
def test_attention_by_hand():
    """Two tokens, one head of width 2: q = 2 x, k = x, v = 3 x, and c_proj swaps the channels.

    x = (1, 0), (0, 1). Token 0 sees itself alone: z = v0 = (3, 0).
    Token 1: scores q1 · k0 / √2 = 0 and q1 · k1 / √2 = 2 / √2 = √2, e^√2 = 4.113250;
    weights 1 / 5.113250 = 0.195570 and 0.804430; z = (0.586709, 2.413291).
    Swapped, with the bias (10, 20) added: (10, 23) and (12.413291, 20.586709).
    """
    attention = Attention(ModelConfig(n_embd=2, n_head=1), layer=0)
    eye = torch.eye(2)
    attention.c_attn.weight.copy_(torch.cat([2 * eye, eye, 3 * eye]))
    attention.c_attn.bias.zero_()
    attention.c_proj.weight.copy_(eye.flip(0))
    attention.c_proj.bias.copy_(torch.tensor([10.0, 20.0]))
    record = Record()
    expected = torch.tensor([[[10.0, 23.0], [12.413291, 20.586709]]])
    for found in (attention(eye[None]), attention(eye[None], record=record)):
        torch.testing.assert_close(found, expected, rtol=0, atol=1e-5)
    pattern = torch.tensor([[1.0, 0.0], [0.195570, 0.804430]])
    torch.testing.assert_close(record["pattern"][0][0, 0], pattern, rtol=0, atol=1e-6)
    scores = torch.tensor([[math.sqrt(2), 0.0], [0.0, math.sqrt(2)]])
    torch.testing.assert_close(record["scores"][0][0, 0], scores, rtol=0, atol=1e-6)
    whole = Transformer(ModelConfig(vocab_size=3, n_embd=2, n_head=1, n_layer=1))
    whole.h[0].attn = attention.requires_grad_(False)
    heads = Heads(record["z"][0].numpy(), whole)[0, 0]  # as the page asks for them
    np.testing.assert_allclose(heads, [[0.0, 3.0], [2.413291, 0.586709]], rtol=0, atol=1e-5)


@torch.inference_mode()
def test_attention_by_hand_with_integers():
    """Equal scores give equal weights: token 1 takes the mean of the values (2, 4) and (6, 8)."""
    attention = Attention(ModelConfig(n_embd=2, n_head=1), layer=0)
    attention.c_attn.weight.zero_()
    attention.c_attn.bias.zero_()
    attention.c_attn.weight[4:] = torch.eye(2)  # v = x; q and k are 0
    attention.c_proj.weight.copy_(torch.eye(2))
    attention.c_proj.bias.zero_()
    found = attention(torch.tensor([[[2.0, 4.0], [6.0, 8.0]]]))
    torch.testing.assert_close(found, torch.tensor([[[2.0, 4.0], [4.0, 6.0]]]), rtol=0, atol=1e-6)


def test_two_heads_have_their_own_channels(tiny, text_ids):
    """What changes in the values of head 1 leaves head 0 as it was."""
    found = tiny.trace_ids(text_ids)
    D = tiny.config.head_width
    W = tiny.transformer.h[0].attn.c_proj.weight.numpy()
    for head in range(2):
        z = found.pattern[0, head] @ found.v[0, head]
        expected = z @ W[:, head * D : (head + 1) * D].T
        np.testing.assert_allclose(found.heads[0, head], expected, rtol=0, atol=1e-5)


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("old", [0, 3])
@pytest.mark.parametrize("tokens", [1, 2, 5, 8, 11])
def test_attention_in_parts_is_the_whole(tokens, old, masked):
    """What training computes, a part of the queries after the other, and its gradients."""
    attention = Attention(replace(ModelConfig(n_embd=8, n_layer=1, n_head=2, vocab_size=32), masked=masked), 0)
    rng = torch.Generator().manual_seed(tokens)
    q, k, v = (torch.randn(2, 2, n, 4, generator=rng, requires_grad=True) for n in (tokens, *[old + tokens] * 2))
    whole, parts = attention.attend(q, k, v, None), attention.attend_in_parts(q, k, v)
    torch.testing.assert_close(parts, whole, rtol=0, atol=1e-6)
    for part, of_whole in zip(*(torch.autograd.grad(z.square().sum(), (q, k, v)) for z in (parts, whole)), strict=True):
        torch.testing.assert_close(part, of_whole, rtol=0, atol=1e-5)


def test_past():
    """A query looks at itself and at what came before; with a cache the keys are more."""
    cpu = torch.device("cpu")
    assert past(2, 2, cpu).tolist() == [[True, False], [True, True]]
    assert past(2, 4, cpu).tolist() == [[True, True, True, False], [True] * 4]


def test_every_start_is_gpt2s():
    """Biases 0, norms 1, matrices 0.02, and 0.02 / √(2 L) where the stream is added to."""
    transformer = Transformer(ModelConfig(n_layer=2))
    weights = transformer.state_dict()
    for name, weight in weights.items():
        if name.endswith("bias"):
            assert not weight.any(), name
        elif "ln_" in name:
            assert (weight == 1).all(), name
        else:
            std = 0.02 / math.sqrt(4) if "c_proj" in name else 0.02
            assert weight.std().item() == pytest.approx(std, rel=0.02), name


def test_sizes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="n_embd is 10, not a multiple of n_head, 3"):
        ModelConfig(n_embd=10, n_head=3)


def test_the_default_has_about_five_million_parameters():
    with torch.device("meta"):
        transformer = Transformer(ModelConfig())
    assert 5_000_000 < sum(p.numel() for p in transformer.parameters()) < 6_000_000


def test_a_trace_is_read_only_and_kept(tiny, text_ids):
    found = tiny.trace_ids(text_ids)
    assert tiny.trace_ids(list(text_ids)) is found
    with pytest.raises(ValueError, match="read-only"):
        found.logits[0, 0] = 1
    assert {getattr(found, name).dtype for name in ("q", "pattern", "logits")} == {np.dtype("f4")}
    assert size_of(found) > found.pattern.nbytes + found.logits.nbytes


def test_prompts_that_do_not_fit_are_refused(tiny):
    with pytest.raises(ValueError, match="empty"):
        tiny.trace("")
    with pytest.raises(ValueError, match=r"294 tokens; at most 293 fit\. Take out 1 token"):
        tiny.trace_ids([200] * 294)
    assert tiny.trace_ids([200] * 293).logits.shape == (293, tiny.config.vocab_size)
