"""Sixteen kinds of models, tiny and random: what is shown of each is what plain transformers computes."""

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

import numpy as np
import pytest
import torch
from made import KINDS, REFUSED, V, plain

from model.core.trace import trace
from model.core.transformer import Record
from model.guests.machine import matrix
from model.guests.opening import opened
from model.inside.edits import made
from model.inside.effects import effects
from model.inside.lens import lens
from model.inside.parts import parameters, promotes
from model.inside.rolls_ahead import look_ahead

torch.set_num_threads(1)  # as in the app; two threads on matrices of this size only wait
IDS = [3, 14, 15, 9, 26, 5, 35, 8, 9, 7, 9]
LAYER, HEAD = 1, 2
FIELDS = "token position embed q k v scores pattern z neurons mlp resid_mid resid logits".split()


def close(found, wanted):
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-5)


@pytest.fixture(scope="module", params=KINDS)
def theirs(request):
    """The model as transformers runs it."""
    return plain(*KINDS[request.param])


@pytest.fixture(scope="module")
def guest(theirs):
    """A copy of it, opened."""
    return opened(deepcopy(theirs))


def passed(guest, changes=(), ids=IDS):
    return trace(guest, ids, [str(id) for id in ids], made(changes, len(ids), guest, None))


@torch.inference_mode()
def test_a_pass_is_that_of_transformers(guest, theirs):
    found = passed(guest)
    out = theirs(torch.tensor([IDS]), output_attentions=True, output_hidden_states=True)
    close(found.logits, out.logits[0])
    close(found.pattern, torch.cat(out.attentions))
    close(np.stack([found.embed, *found.resid[:-1]]), torch.cat(out.hidden_states[:-1]))
    close(guest.ln_f(torch.tensor(found.resid[-1])), out.hidden_states[-1][0])


def test_its_parts_add_up(guest):
    found, D = passed(guest), guest.config.head_width
    finite = np.isfinite(found.scores)
    close(found.scores[finite], (found.q @ found.k.swapaxes(-1, -2) / np.sqrt(D))[finite])
    raised = np.exp(found.scores) * np.tril(np.ones((len(IDS), len(IDS))))
    close(found.pattern, raised / raised.sum(-1, keepdims=True))  # as the page does it
    close(found.z, found.pattern @ found.v)
    came = np.stack([found.embed, *found.resid[:-1]])
    for layer in range(guest.config.n_layer):
        bias = guest.layers[layer].last.bias
        heads = found.heads[layer].sum(0) + (0 if bias is None else bias.numpy())
        close(came[layer] + heads, found.resid_mid[layer])
        close(found.heads[layer, HEAD], found.heads[layer][HEAD])
        bias = guest.layers[layer].down.bias
        wrote = found.neurons[layer] @ guest.down(layer).numpy().T + (0 if bias is None else bias.numpy())
        close(wrote, found.mlp[layer])
        close(found.resid_mid[layer] + found.mlp[layer], found.resid[layer])
    close(found.embed, found.token + found.position)


@torch.inference_mode()
def test_a_head_that_is_off_is_one_whose_columns_are_zero(guest, theirs):
    without = opened(deepcopy(theirs))
    D = without.config.head_width
    matrix(without.layers[LAYER].last)[:, HEAD * D : (HEAD + 1) * D] = 0
    wanted = unwatched(without)(torch.tensor([IDS])).logits[0]
    close(passed(guest, [f"head {LAYER}.{HEAD} off"]).logits, wanted)


@torch.inference_mode()
def test_a_network_that_is_off_is_one_of_zeros(guest, theirs):
    without = opened(deepcopy(theirs))
    down = without.layers[LAYER].down
    for parameter in down.parameters():
        parameter.zero_()
    wanted = unwatched(without)(torch.tensor([IDS])).logits[0]
    found = passed(guest, [f"feed-forward {LAYER} off"])
    close(found.logits, wanted)
    assert not found.mlp[LAYER].any()


def unwatched(guest):
    """The model in it, with the attention that transformers itself writes out."""
    guest.model.set_attn_implementation("eager")
    return guest.model


@torch.inference_mode()
def test_token_by_token_with_a_cache_is_the_whole_pass(guest, theirs):
    whole = theirs(torch.tensor([IDS])).logits[0]
    cache, parts = guest.new_cache(1), []
    for part in (IDS[:4], *([id] for id in IDS[4:])):
        parts.append(guest(torch.tensor([part]), cache)[0])
    close(torch.cat(parts), whole)
    assert cache.length == len(IDS)
    three = cache.take(torch.tensor([0, 0, 0]))
    fell = torch.tensor([[7], [8], [9]])
    wanted = [theirs(torch.tensor([[*IDS, int(id)]])).logits[0, -1] for id in fell]
    close(guest(fell, three, Record())[:, -1], torch.stack(wanted))
    assert cache.length == len(IDS)


@torch.inference_mode()
def test_what_views_ask_besides(guest, theirs):
    found = passed(guest)
    close(lens(guest, found, 4)[-1], torch.tensor(found.logits[4]).log_softmax(-1))
    assert sum(parameters(guest).values()) == sum(p.numel() for p in theirs.parameters())
    wanted = theirs.get_output_embeddings().weight @ matrix(guest.layers[LAYER].down)[:, 5]
    assert promotes(guest, LAYER, 5, 1)[0] == (int(wanted.argmax()), pytest.approx(float(wanted.max()), abs=1e-5))
    told = effects(guest, IDS)
    off = passed(guest, [f"head {LAYER}.{HEAD} off"]).logits[-1]
    close(told.heads[LAYER, HEAD], torch.tensor(off).log_softmax(-1)[told.id] - told.logprob)
    ahead = look_ahead(guest, IDS)
    first = ahead.paths[1]
    close(ahead.logits[1], theirs(torch.tensor([[*IDS, *first]])).logits[0, -1])


@torch.inference_mode()
def test_edits_reach_what_comes_after(guest, theirs):
    other = passed(guest, ids=IDS[::-1])
    patched = trace(guest, IDS, IDS, made(["patch 1 4<3 from x"], len(IDS), guest, lambda text: other))
    close(patched.resid[1, 4], other.resid[1, 3])
    close(patched.logits[:4], passed(guest).logits[:4])
    assert not np.allclose(patched.logits[4], passed(guest).logits[4], rtol=0, atol=1e-3)
    exchanged = [*IDS[:4], 40, *IDS[5:]]
    close(passed(guest, ["token 4 as 40"]).logits, theirs(torch.tensor([exchanged])).logits[0])
    cut = passed(guest, [f"edge {LAYER}.{HEAD} 5>4"])
    assert cut.pattern[LAYER, HEAD, 5, 4] == 0 and cut.pattern[LAYER, HEAD, 5].sum() == pytest.approx(1)
    if guest.wpe is None:
        with pytest.raises(ValueError, match="no table of positions"):
            passed(guest, ["positions off"])
    else:
        shifted = passed(guest, ["positions shifted 3"])
        close(shifted.position, guest.wpe.weight[3 : 3 + len(IDS)])


@torch.inference_mode()
def test_numbers_set_by_hand_go_on_through_the_pass(guest):
    before = passed(guest)
    for name in ("resid_mid", "neurons", "mlp", "resid"):
        changed = passed(guest, [f"number {name} {LAYER} 4 5 = 2.5"])
        assert getattr(changed, name)[LAYER, 4, 5] == 2.5
        close(
            changed.resid_mid[LAYER] + changed.mlp[LAYER],
            changed.resid[LAYER] if name != "resid" else before.resid[LAYER],
        )
        if name != "mlp":
            bias = guest.layers[LAYER].down.bias
            wrote = changed.neurons[LAYER] @ guest.down(LAYER).numpy().T + (0 if bias is None else bias.numpy())
            close(wrote, changed.mlp[LAYER])
        close(changed.logits[:4], before.logits[:4])
        assert not np.allclose(changed.logits[4], before.logits[4], rtol=0, atol=1e-4)
    entered = passed(guest, ["number embed 4 5 = 2.5"])
    assert entered.embed[4, 5] == 2.5 and not np.allclose(entered.logits[4], before.logits[4], rtol=0, atol=1e-4)
    for name in "qkv":
        changed = passed(guest, [f"number {name} {LAYER} {HEAD} 4 1 = 2.5"])
        assert getattr(changed, name)[LAYER, HEAD, 4, 1] == 2.5
        assert not np.array_equal(changed.z[LAYER, HEAD], before.z[LAYER, HEAD])


def test_three_threads_never_mix(guest):
    """21 traces of each of 16 kinds: 336 in all, each compared bit for bit."""
    prompts = [IDS, IDS[:5], IDS[::-1]]
    alone = [passed(guest, ids=ids) for ids in prompts]

    def wrong(i):
        found, wanted = passed(guest, ids=prompts[i % 3]), alone[i % 3]
        return [name for name in FIELDS if not np.array_equal(getattr(found, name), getattr(wanted, name))]

    with ThreadPoolExecutor(3) as pool:
        assert [names for names in pool.map(wrong, range(21)) if names] == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_add_up_is_refused(name):
    kind, settings, reason = REFUSED[name]
    with pytest.raises(ValueError, match=reason):
        opened(plain(kind, settings))


def test_a_model_that_looks_ahead_is_refused(monkeypatch):
    """Its mask is taken away in every way of running it, so that all but that adds up."""
    model = plain(*KINDS["Llama"])
    monkeypatch.setattr("transformers.models.llama.modeling_llama.create_causal_mask", lambda **_: None)
    with pytest.raises(ValueError, match="before a token that was exchanged"):
        opened(model)


def test_heads_that_something_stands_behind_are_refused():
    model = plain(*KINDS["Llama"])
    model.model.layers[1].self_attn.o_proj.register_forward_hook(lambda module, args, output: 2 * output)
    with pytest.raises(ValueError, match=r"in layer 1 the stream \+ what its heads write"):
        opened(model)


def test_another_last_norm_is_refused():
    model = plain(*KINDS["GPT-NeoX"])
    model.gpt_neox.another_norm = torch.nn.LayerNorm(24)  # beside the layers, but it never runs
    with pytest.raises(ValueError, match="the last norm and the output matrix"):
        opened(model)


@pytest.mark.parametrize(
    ("name", "activation", "parallel"),
    [
        ("Llama", "SiLU, gated", False),
        ("Phi-3", "SiLU, gated", False),
        ("Gemma", "GELU, gated", False),
        ("GPT-NeoX", "GELU", True),
        ("GPT-J", "GELU", True),
        ("OPT", "ReLU", False),
    ],
)
def test_what_is_said_of_it_is_so(name, activation, parallel):
    if name in REFUSED:
        pytest.skip("its attention can be looked into from transformers 5.24 on")
    config = opened(plain(*KINDS[name])).config
    assert (config.activation, config.parallel, config.vocab_size) == (activation, parallel, V)
