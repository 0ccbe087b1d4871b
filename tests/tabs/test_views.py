"""Every number that a view draws against transformers on the same checkpoint, for prompts that nobody knew before.

Ten prompts, made anew in each run: words of the vocabulary at random, and captions with some random
pixels. Everything expected comes from hooks on a GPT2LMHeadModel with its attention written out.
"""

import base64
import math
import os
import random
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from components.page.arguments import Looks, Throws
from components.tabs.attention import tab as attention
from components.tabs.dice import tab as dice
from components.tabs.embeddings import tab as embeddings
from components.tabs.layers import tab as layers
from components.tabs.paint import tab as paint
from components.tabs.take_away import drawer as take_away
from model import CAPTION_TOKENS, COLOUR_IDS, COLOURS, Shaping, stations

TEXTS, PICTURES = range(5), range(5, 10)
SHAPING = Shaping(temperature=0.7, top_k=40, top_p=0.95, min_p=0.01, penalty=1.3)


def floats(packed):
    """What `packed` wrote."""
    return np.frombuffer(base64.b64decode(packed), "<f4")


def close(found, expected, atol=1e-4):
    """To 1e-4; of large numbers float32 holds no more than six digits."""
    np.testing.assert_allclose(np.ravel(found), np.ravel(expected), rtol=1e-5, atol=atol)


@pytest.fixture(scope="module")
def shipped(lm):
    """The shipped model, opened by transformers."""
    from transformers import AutoModelForCausalLM

    return AutoModelForCausalLM.from_pretrained("assets/model", attn_implementation="eager").eval()


@pytest.fixture(scope="module")
def prompts(lm):
    """Five texts and five unfinished pictures."""
    seed = int.from_bytes(os.urandom(4), "big")
    print(f"seed of the prompts: {seed}")
    rng = random.Random(seed)
    words = [lm.vocabulary.piece(id) for id in lm.vocabulary.words if lm.vocabulary.kind(id) == "word"]
    made = ["".join(rng.choices(words, k=rng.randint(2, 60))) for _ in TEXTS]
    for _ in PICTURES:
        caption = "".join(rng.choices([f" {colour}" for colour in COLOURS], k=rng.randint(1, 9)))
        colours = rng.choices(COLOUR_IDS, k=rng.randint(1, 255))
        made.append(lm.vocabulary.decode([*lm.picture_prompt(caption), *colours]))
    return made


@pytest.fixture(scope="module", params=[*TEXTS, *PICTURES], ids=lambda n: f"{'text' if n in TEXTS else 'picture'} {n}")
def seen(request, lm, shipped, prompts):
    """A prompt, and all that transformers computes for it."""
    text = prompts[request.param]
    return SimpleNamespace(text=text, ids=lm.encode(text), **computed(shipped, lm.encode(text)))


@torch.inference_mode()
def computed(theirs, ids):
    """Arrays named as in a Trace, from hooks and from transformers' own outputs."""
    kept = {name: [] for name in ("qkv", "z", "resid_mid", "neurons", "mlp")}
    watched = []
    for block in theirs.transformer.h:
        watched += [
            block.attn.c_attn.register_forward_hook(lambda m, i, o: kept["qkv"].append(o[0])),
            block.attn.c_proj.register_forward_pre_hook(lambda m, i: kept["z"].append(i[0][0])),
            block.ln_2.register_forward_pre_hook(lambda m, i: kept["resid_mid"].append(i[0][0])),
            block.mlp.c_proj.register_forward_pre_hook(lambda m, i: kept["neurons"].append(i[0][0])),
            block.mlp.register_forward_hook(lambda m, i, o: kept["mlp"].append(o[0])),
            block.register_forward_hook(lambda m, i, o: kept.setdefault("resid", []).append(first(o)[0])),
        ]
    out = theirs(torch.tensor([ids]), output_attentions=True, output_hidden_states=True)
    for hook in watched:
        hook.remove()
    H, T = theirs.config.n_head, len(ids)
    q, k, v = torch.stack(kept.pop("qkv")).view(-1, T, 3, H, theirs.config.n_embd // H).permute(2, 0, 3, 1, 4)
    found = {name: torch.stack(parts) for name, parts in kept.items()}
    z = found["z"] = found["z"].view(-1, T, H, q.size(-1)).transpose(1, 2)  # (L, H, T, D)
    W = torch.stack([block.attn.c_proj.weight for block in theirs.transformer.h])  # (L, H D, C)
    heads = z @ W.view(len(W), H, q.size(-1), -1)
    found |= {"q": q, "k": k, "v": v, "scores": q @ k.mT / math.sqrt(q.size(-1)), "heads": heads}
    found |= {"pattern": torch.cat(out.attentions), "embed": out.hidden_states[0][0], "logits": out.logits[0]}
    halves = torch.stack([found["resid_mid"], found["resid"]], 1).flatten(0, 1)
    stream = torch.cat([found["embed"][None], halves])  # (2 L + 1, T, C)
    found["stream"] = stream
    found["lens"] = theirs.lm_head(theirs.transformer.ln_f(stream)).double().softmax(-1)
    return {name: tensor.numpy() for name, tensor in found.items()}


def first(output):
    return output[0] if isinstance(output, tuple) else output


def test_the_attention_tab(lm, shipped, seen):
    for layer in range(lm.config.n_layer):
        for head in range(lm.config.n_head):
            close(floats(attention.large(lm, seen.text, Looks(layer, head, 0))["cells"]), seen.pattern[layer, head])
            steps = attention.steps(lm, seen.text, layer, head)
            for name in ("q", "k", "v", "z", "scores"):
                close(floats(steps[name]), getattr(seen, name)[layer, head])
            close(floats(steps["writes"]), seen.heads[layer, head])
            raised = seen.heads[layer, head] @ shipped.lm_head.weight.detach().numpy().T
            order = np.argsort(-raised[-1])[: attention.RAISED + 1]
            if (np.diff(raised[-1][order]) < -1e-3).all():  # no two change places by rounding
                assert steps["raises"][-1] == lm.vocabulary.pieces(order[:-1].tolist())
    small = attention.heads(lm, seen.text)
    n = small["shape"][-1]
    starts = np.arange(n) * len(seen.ids) // n
    blocks = np.maximum.reduceat(np.maximum.reduceat(seen.pattern, starts, -1), starts, -2)
    drawn = np.frombuffer(base64.b64decode(small["bytes"]), np.uint8).reshape(small["shape"])
    np.testing.assert_allclose(drawn / 255, np.sqrt(blocks), atol=0.5 / 255 + 1e-2 / 255)
    mean = (seen.pattern.mean(1) + np.eye(len(seen.ids))) / 2
    rolled = mean[0]
    for layer in mean[1:]:
        rolled = layer @ rolled
    close(floats(attention.large(lm, seen.text, Looks(lm.config.n_layer - 1, 0, 1))["cells"]), rolled)


def test_the_layers_tab(lm, seen):
    at = len(seen.ids) // 2
    machine, lens = layers.flow(lm, seen.text, at)
    close(floats(machine["stream"]), seen.stream[:, at])
    close(machine["lengths"], np.linalg.norm(seen.stream[:, at], axis=-1))
    close(machine["added"], np.linalg.norm(np.diff(seen.stream[:, at], axis=0), axis=-1))
    close(stations(lm.trace(seen.text)), seen.stream)
    answer = seen.lens[-1, at].argmax()
    for row, probs in zip(lens["rows"], seen.lens[:, at], strict=True):
        close([said["p"] for said in row["top"]], probs[[said["id"] for said in row["top"]]])
        close([said["p"] for said in row["top"]], np.sort(probs)[::-1][: layers.SAID])
        close(row["answer"], probs[answer])
    for layer in range(lm.config.n_layer):
        for number, name in enumerate(layers.NAMES):
            whole = getattr(seen, name)[layer]
            drawn = layers.tensor(lm, seen.text, layer, number, at)
            close(floats(drawn["values"]), whole[:, at] if whole.ndim == 3 else whole[at])
            assert sum(drawn["counts"]) == whole.size
            close([drawn["mean"], drawn["std"], *drawn["edges"]], [whole.mean(), whole.std(), whole.min(), whole.max()])
        fired = layers.neurons(lm, seen.text, layer, at)
        strongest = np.sort(seen.neurons[layer, at])[::-1][: layers.NEURONS]
        close([row["value"] for row in fired["rows"]], strongest[strongest > 0])
        assert abs(fired["fire"] - (seen.neurons[layer, at] > 0).sum()) <= 1  # one may stand at 0 up to rounding


def expected_die(logits, seen_ids, temperature, top_k, top_p, min_p, penalty):
    """The shaped probabilities (V,), by transformers' own processors in float64."""
    from transformers import generation

    ids, scores = torch.tensor([seen_ids]), torch.from_numpy(logits).double()[None]
    made = (
        generation.RepetitionPenaltyLogitsProcessor(penalty),
        generation.TemperatureLogitsWarper(temperature),
        generation.TopKLogitsWarper(top_k),
        generation.TopPLogitsWarper(top_p),
        generation.MinPLogitsWarper(min_p),
    )
    for process in made:
        scores = process(ids, scores)
    return scores[0].softmax(-1).numpy()


def test_the_dice_tab(lm, seen):
    raw = torch.from_numpy(seen.logits).double().softmax(-1).numpy()
    shaped = expected_die(seen.logits[-1], seen.ids, **vars(SHAPING))
    die, bars, _ = dice.show(lm, seen.text, SHAPING, Throws(seed=1, rolls=3))
    ids = [face["id"] for face in die["faces"]]
    close([face["raw"] for face in die["faces"]], raw[-1][ids])
    close([face["p"] for face in die["faces"]], shaped[ids])
    close(die["others"]["p"], 1 - shaped[ids].sum())
    assert die["faces"] == bars["faces"]
    told = dice.next_token(lm, seen.text, SHAPING, n=20)
    close(told["raw"], np.sort(raw[-1])[::-1][:20])
    close(told["probabilities"], shaped[told["ids"]])
    bits = dice.surprise(lm, seen.text)["bits"]
    close(bits[1:], -np.log2(raw[np.arange(len(raw) - 1), seen.ids[1:]]), atol=1e-3 / 2)
    if found := dice.contents(lm, seen.text):
        close([row["model"] for row in found["rows"]], raw[-1][[row["id"] for row in found["rows"]]])


def test_the_dice_ahead(lm, shipped, seen):
    for node in dice.ahead(lm, seen.text, SHAPING, seed=1)["nodes"]:
        path = [*seen.ids, *node["path"]]
        with torch.inference_mode():
            logits = shipped(torch.tensor([path])).logits[0, -1].numpy()
        shaped = expected_die(logits, path, **vars(SHAPING))
        close([branch["p"] for branch in node["branches"]], shaped[[branch["id"] for branch in node["branches"]]])


def test_the_embeddings_tab(lm, shipped, seen):
    at = len(seen.ids) - 1
    wte, wpe = (shipped.transformer.get_parameter(f"{name}.weight").detach().numpy() for name in ("wte", "wpe"))
    summed, near, _, paths = embeddings.show(lm, seen.text, at)
    close(floats(summed["token"]), wte[seen.ids[at]])
    close(floats(summed["position"]), wpe[at])
    close(floats(summed["embed"]), seen.embed[at])
    length = np.linalg.norm(wte, axis=1)
    cosine = wte @ wte[seen.ids[at]] / length / length[seen.ids[at]]
    close([other["cosine"] for other in near["nearest"]], cosine[[other["id"] for other in near["nearest"]]])
    close([other["cosine"] for other in near["nearest"]], np.sort(cosine)[::-1][1 : len(near["nearest"]) + 1])
    same = [i for i, id in enumerate(seen.ids) if id == seen.ids[at]]
    units = seen.stream[:, same] / np.linalg.norm(seen.stream[:, same], axis=-1, keepdims=True)
    alike = units @ units.swapaxes(1, 2)
    assert paths["at"] == same
    if len(same) > 1:
        pairs = ~np.tri(len(same), dtype=bool)
        close(paths["alike"], [station[pairs].mean() for station in alike])


def test_a_picture_opened_at_a_pixel(lm, seen):
    ids = seen.ids
    if len(ids) <= CAPTION_TOKENS or ids[-1] not in COLOUR_IDS:
        pytest.skip("a text")
    caption = lm.vocabulary.decode([id for id in ids[: CAPTION_TOKENS - 1] if id >= COLOUR_IDS.stop])
    colours = [id - COLOUR_IDS.start for id in ids[CAPTION_TOKENS:]]
    pixel = len(colours) // 2
    painted = {"caption": caption, "colours": colours, "pixel": pixel, "temperature": 0.8}
    die, look = paint.inspect(lm, painted)
    before = CAPTION_TOKENS - 1 + pixel
    scores = torch.from_numpy(seen.logits[before, COLOUR_IDS.start : COLOUR_IDS.stop]).double()
    colours = [face["colour"] for face in die["faces"]]
    close([face["raw"] for face in die["faces"]], scores.softmax(-1)[colours])
    close([face["p"] for face in die["faces"]], (scores / 0.8).softmax(-1)[colours])
    close(floats(look["rows"]), seen.pattern[:, :, before, : before + 1])
    close(floats(look["back"]), seen.pattern[:, :, before + 1 :, before + 1])
    assert lm.encode(paint.show(lm, caption, 0.8, 1)["start"]) == seen.ids[:CAPTION_TOKENS]


@torch.inference_mode()
def test_what_a_head_or_a_network_was_worth(lm, shipped, seen):
    """Every ablation of the drawer's ranking, by a hook that writes zeros."""
    found = take_away.effects(lm, seen.text)
    ids, D = torch.tensor([seen.ids]), lm.config.head_width
    whole = torch.from_numpy(seen.logits[-1]).log_softmax(-1)
    assert found["id"] == int(whole.argmax())
    close(found["logprob"], whole[found["id"]])

    def without(module, change):
        hook = module.register_forward_pre_hook(change)
        logprob = shipped(ids).logits[0, -1].log_softmax(-1)[found["id"]]
        hook.remove()
        return (logprob - whole[found["id"]]).item()

    for layer, block in enumerate(shipped.transformer.h):
        for head in range(lm.config.n_head):

            def silence(module, inputs, head=head):
                z = inputs[0].clone()
                z[..., head * D : (head + 1) * D] = 0
                return (z,)

            close(found["heads"][layer][head], without(block.attn.c_proj, silence))
        hook = block.mlp.register_forward_hook(lambda m, i, o: torch.zeros_like(o))
        logprob = shipped(ids).logits[0, -1].log_softmax(-1)[found["id"]]
        hook.remove()
        close(found["feed_forward"][layer], (logprob - whole[found["id"]]).item())
