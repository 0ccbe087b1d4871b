"""Edits of a pass: the same as hooks on transformers' GPT-2, refused where they do not fit, gone after a reset."""

import math
from contextlib import ExitStack

import numpy as np
import pytest
import torch

from model.inside import edits, going_on
from model.inside.effects import effects

TEXT = "The sky is blue, 12 + 7 = 19 and Ada had a red ball."


@torch.inference_mode()
def logits(theirs, ids, *hooks):
    """Logits of the last token with `hooks`, each (module, "pre" or "post", function)."""
    with ExitStack() as stack:
        for module, when, fn in hooks:
            add = module.register_forward_pre_hook if when == "pre" else module.register_forward_hook
            stack.callback(add(fn).remove)
        return theirs(torch.tensor([ids])).logits[0].numpy()


def close(ours, theirs):
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-4)


@pytest.mark.parametrize("layer", range(3))
@pytest.mark.parametrize("head", range(2))
@pytest.mark.parametrize("how", ["off", "mean"])
def test_a_head_switched_off_is_a_hook_on_its_output(ours, theirs, layer, head, how):
    ids, D = ours.encode(TEXT), ours.config.head_width
    mine = slice(head * D, (head + 1) * D)

    def hook(_, args):
        x = args[0].clone()
        x[..., mine] = 0 if how == "off" else x[..., mine].mean(1, keepdim=True)
        return (x,)

    expected = logits(theirs, ids, (theirs.transformer.h[layer].attn.c_proj, "pre", hook))
    close(ours.trace(TEXT, [f"head {layer}.{head} {how}"]).logits, expected)
    assert np.abs(expected - ours.trace(TEXT).logits).max() > 1e-2


@pytest.mark.parametrize("how", ["off", "mean"])
def test_a_feed_forward_network_switched_off(ours, theirs, how):
    def hook(_, args, out):
        return torch.zeros_like(out) if how == "off" else out.mean(1, keepdim=True).expand_as(out)

    expected = logits(theirs, ours.encode(TEXT), (theirs.transformer.h[1].mlp, "post", hook))
    close(ours.trace(TEXT, [f"feed-forward 1 {how}"]).logits, expected)


def test_a_patched_layer(ours, theirs):
    other = "Once upon a time there was a fox."
    with torch.inference_mode():
        hidden = theirs(torch.tensor([ours.encode(other)]), output_hidden_states=True).hidden_states[2][0, 4]

    def hook(_, args, out):
        out = out.clone() if torch.is_tensor(out) else (out[0].clone(), *out[1:])
        (out if torch.is_tensor(out) else out[0])[:, 6] = hidden
        return out

    expected = logits(theirs, ours.encode(TEXT), (theirs.transformer.h[1], "post", hook))
    close(ours.trace(TEXT, [f"patch 1 6<4 from {other}"]).logits, expected)


def test_a_token_read_as_another(ours, theirs):
    id, ids = 300, ours.encode(TEXT)
    changed = [*ids[:4], id, *ids[5:]]
    close(ours.trace(TEXT, [f"token 4 as {id}"]).logits, logits(theirs, changed))


def test_two_tokens_change_places(ours, theirs):
    ids = ours.encode(TEXT)
    swapped = [*ids]
    swapped[3], swapped[9] = swapped[9], swapped[3]
    close(ours.trace(TEXT, ["swap 3 9"]).logits, logits(theirs, swapped))


@torch.inference_mode()
@pytest.mark.parametrize("line", ["positions off", "positions shuffled", "positions shifted 11"])
def test_positions_taken_away(ours, theirs, line):
    ids, table = ours.encode(TEXT), theirs.transformer.wpe.weight
    n = len(ids)
    order = torch.randperm(n, generator=torch.Generator().manual_seed(0))
    places = {"off": None, "shuffled": order, "shifted": torch.arange(11, 11 + n)}[line.split()[1]]
    position = torch.zeros(n, table.size(1)) if places is None else table[places]

    def hook(_, args, out):
        return position[None]

    close(ours.trace(TEXT, [line]).logits, logits(theirs, ids, (theirs.transformer.wpe, "post", hook)))


@torch.inference_mode()
@pytest.mark.parametrize(
    ("lines", "sets"),
    [
        (["weight 1 36 7 = 2.5"], {("weight", 7, 36): 2.5}),
        (["bias 1 36 = -3"], {("bias", 36): -3.0}),
        (["weight 1 36 7 = 2.5", "weight 1 5 0 = -1", "bias 1 36 = 0.5"], None),
    ],
)
def test_a_weight_and_a_bias_set_by_hand(ours, theirs, lines, sets):
    """transformers keeps the matrix the other way round: (inputs, neurons)."""
    sets = sets or {("weight", 7, 36): 2.5, ("weight", 0, 5): -1.0, ("bias", 36): 0.5}
    network = theirs.transformer.h[1].mlp.c_fc
    before = {name: getattr(network, name).clone() for name in ("weight", "bias")}
    for (name, *index), value in sets.items():
        getattr(network, name).data[tuple(index)] = value
    try:
        expected = logits(theirs, ours.encode(TEXT))
    finally:
        for name, whole in before.items():
            getattr(network, name).data.copy_(whole)
    close(ours.trace(TEXT, lines).logits, expected)
    assert np.abs(expected - ours.trace(TEXT).logits).max() > 1e-2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weight 3 0 0 = 1", "no layer 3"),
        ("weight 0 37 0 = 1", "no neuron 37"),
        ("weight 0 0 10 = 1", "no channel 10"),
        ("bias 0 0 = 2000000", "from -1,000,000 to 1,000,000"),
        ("bias 0 0 1 = 2", "no change that can be made"),
    ],
)
def test_a_weight_that_is_not_there(ours, line, said):
    with pytest.raises(ValueError, match=said):
        ours.trace(TEXT, [line])


@torch.inference_mode()
def test_a_cut_edge_is_a_masked_one(ours, theirs):
    found = ours.trace(TEXT, ["edge 1.0 7>3", "edge 1.0 7>2"])
    whole = ours.trace(TEXT)
    kept = whole.pattern[1, 0, 7].copy()
    kept[[2, 3]] = 0
    close(found.pattern[1, 0, 7], kept / kept.sum())  # the others share the weight
    close(found.pattern[1, 1], whole.pattern[1, 1])
    z = torch.from_numpy(found.pattern[1, 0, 7] @ whole.v[1, 0])
    D = ours.config.head_width

    def hook(_, args):
        x = args[0].clone()
        x[0, 7, :D] = z
        return (x,)

    close(found.logits, logits(theirs, ours.encode(TEXT), (theirs.transformer.h[1].attn.c_proj, "pre", hook)))


@pytest.mark.parametrize(
    ("line", "name", "index"),
    [
        ("number embed 3 5 = 2.5", "embed", (3, 5)),
        ("number neurons 2 6 36 = 2.5", "neurons", (2, 6, 36)),
        ("number mlp 1 6 9 = 2.5", "mlp", (1, 6, 9)),
        ("number resid_mid 0 6 9 = 2.5", "resid_mid", (0, 6, 9)),
        ("number resid 0 6 9 = 2.5", "resid", (0, 6, 9)),
        ("number q 2.1 6 4 = 2.5", "q", (2, 1, 6, 4)),
        ("number z 2.1 6 4 = 2.5", "z", (2, 1, 6, 4)),
    ],
)
def test_one_number_set_by_hand(ours, line, name, index):
    found, before = getattr(ours.trace(TEXT, [line]), name), getattr(ours.trace(TEXT), name)
    assert found[index] == 2.5
    elsewhere = np.ones(before.shape, bool)
    elsewhere[index] = False
    first = elsewhere[: index[0] + 1] if len(index) > 2 else elsewhere  # later layers do change
    close(found[: len(first)][first], before[: len(first)][first])
    assert np.abs(ours.trace(TEXT, [line]).logits - ours.trace(TEXT).logits).max() > 1e-4


def test_every_effect_is_the_edit_of_its_own(ours):
    found = effects(ours.transformer, ours.encode(TEXT))
    lines = {(layer, head): f"head {layer}.{head} off" for layer in range(3) for head in range(2)}
    lines |= {(layer, -1): f"feed-forward {layer} off" for layer in range(3)}
    for (layer, head), line in lines.items():
        logits = torch.from_numpy(ours.trace(TEXT, [line]).logits[-1].copy())
        change = logits.log_softmax(-1)[found.id].item() - found.logprob
        assert math.isclose(found.feed_forward[layer] if head < 0 else found.heads[layer, head], change, abs_tol=1e-4)


def test_a_reset_restores_every_bit(ours):
    before = ours._trace(tuple(ours.encode(TEXT)), ())
    ours.trace(TEXT, ["head 0.0 off", "feed-forward 2 mean", "number resid 1 2 3 = 9"])
    after = ours._trace(tuple(ours.encode(TEXT)), ())
    for name in ("embed", "q", "pattern", "neurons", "resid", "logits"):
        assert np.array_equal(getattr(before, name), getattr(after, name))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("head 3.0 off", "There is no layer 3 here: layers count from 0 to 2."),
        ("head 0.2 off", "There is no head 2 here: heads count from 0 to 1."),
        ("feed-forward 3 mean", "There is no layer 3 here: layers count from 0 to 2."),
        ("edge 0.0 3>4", "it comes later"),
        ("edge 0.0 0>0", "only itself"),
        ("edge 0.0 999>0", "There is no token 999 here"),
        ("token 2 as 99999", "There is no id 99,999 here: ids count from 0 to"),
        ("patch 0 2<99 from The sky", "The other text has no token 99: its tokens count from 0 to"),
        ("patch 0 2<0 from ", "The other text is empty"),
        ("swap 0 999", "There is no token 999 here"),
        ("positions shifted 290", "too high, not 290."),
        ("number wte 1 2 = 3", "“wte” cannot be set by hand; these can: resid, resid_mid"),
        ("number resid 1 2 = 3", "In resid a number stands at 3 places: layer, token, channel. “1 2” has 2."),
        ("number resid 1 2 3 = 9999999", "from -1,000,000 to 1,000,000, not 9999999"),
        ("number resid 1 2 3 = nan", "is no change that can be made"),
        ("number resid 1 2 3 = 1e9", "is no change that can be made"),
        ("", "is no change that can be made"),
        ("${x} <img src=x onerror=alert(1)>", "is no change that can be made"),
        ("head -1.0 off", "is no change that can be made"),
        ("head 1.0 off\n", "is no change that can be made"),
        ("head ١.0 off", "is no change that can be made"),
    ],
)
def test_what_does_not_fit_is_said(ours, line, said):
    with pytest.raises(ValueError, match=r".") as error:
        ours.trace(TEXT, [line])
    assert said in str(error.value)
    assert str(error.value)[0] in "“" or str(error.value)[0].isupper()


def test_what_cannot_be_done_is_left_out_and_the_rest_is_done(ours):
    lines = ["head 9.0 off", "edge 0.0 1>0", "edge 0.0 1>1", "feed-forward 1 off", "nonsense"]
    done, refused = ours.sorted_out(TEXT, lines)
    assert done == ["edge 0.0 1>0", "feed-forward 1 off"]
    assert list(refused) == ["head 9.0 off", "edge 0.0 1>1", "nonsense"]
    assert "nothing left to look at" in refused["edge 0.0 1>1"]
    many = [f"token 0 as {id}" for id in range(edits.MOST + 2)]
    done, refused = ours.sorted_out(TEXT, many)
    assert done == many[: edits.MOST] and "at most 32 fit" in refused[many[-1]]


def test_a_token_keeps_one_edge(ours):
    with pytest.raises(ValueError, match=r"Token 1 has nothing left to look at in head 0\.0"):
        ours.trace(TEXT, ["edge 0.0 1>0", "edge 0.0 1>1"])
    with pytest.raises(ValueError, match="There are 33 changes; at most 32 fit"):
        ours.trace(TEXT, ["head 0.0 off"] * (edits.MOST + 1))


LINES = """head 3.1 off|head 0.0 mean|feed-forward 2 mean|edge 1.0 12>5|token 4 as 517|swap 3 5|positions off
positions shuffled|positions shifted 10|patch 3 12<4 from Some {text}: a>b|number neurons 2 12 40 = -2.5
weight 2 40 17 = 0.5|bias 2 40 = -0.25""".replace("\n", "|")


@pytest.mark.parametrize("line", LINES.split("|"))
def test_an_edit_is_written_as_it_was_read(line):
    assert str(edits.Edit.read(line)) == line


def test_every_form_has_fields_that_are_known_and_a_maker():
    for kind, form in edits.FORMS.items():
        fields = edits.PATTERNS[kind].groupindex
        assert fields and all(f"{{{name}}}" in form and name in edits.FIELDS for name in fields)
        assert callable(getattr(edits.Maker, kind))


def test_shifted_tokens_go_on_until_the_table_of_positions_ends(ours):
    ids, last = ours.encode(TEXT), ours.config.n_positions - len(ours.encode(TEXT))
    assert ours.continued(ids, 5, [f"positions shifted {last}"]) == []
    assert len(ours.continued(ids, 5, [f"positions shifted {last - 2}"])) <= 2


def test_nothing_changed_goes_on_by_the_cache_as_with_a_change_that_changes_nothing(ours):
    ids = ours.encode("The sky is")
    new = ours.continued(ids, 6)
    assert new == ours.continued(ids, 6, [f"token 0 as {ids[0]}"])
    assert len(new) == 6 or new[-1] in ours.vocabulary.ends


def test_a_text_ends_with_the_ends_of_its_vocabulary(ours):
    ids = ours.encode("The sky is")
    first, *rest = ours.continued(ids, 6)
    for lines in ((), [f"token 0 as {ids[0]}"]):
        assert going_on.continued(lines, ids, 6, ours.transformer, ours.trace, {first}) == [first]
    assert rest
