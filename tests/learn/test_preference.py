"""Votes: the loss worked out by hand, the same bytes again, what was favoured against plain counting, bad votes."""

import json
import math
from collections import Counter

import numpy as np
import pytest
import torch

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.learn.jobs.folder import Folder
from model.learn.losses import Losses
from model.learn.tune import asked, favoured, prefer, votes
from model.learn.tune.preference import Pairs, apart, difference, dpo, logprobs, pairs, rows, surprise
from model.learn.tune.tuning import Tuning
from model.learn.tune.voted import FEWEST, LEASHES, MOST, Preference
from model.learn.tune.votes import RULES, UNSEEN, VOTED, Vote

BASE = "assets/model"
TINY = ModelConfig(vocab_size=97, n_positions=32, n_embd=24, n_layer=2, n_head=3)
VOTE = {"prompt": "One morning", "chosen": [300, 301], "rejected": [302]}


def preferred(tmp_path, rule="she", **given):
    """The folder of a short tuning by votes, and what it told."""
    made = [vote for vote, _ in asked.ruled(BASE, rule, 20, 1)]
    preference = Preference(BASE, made, rule=rule, **given)
    tmp_path.mkdir(exist_ok=True)
    preference.save(tmp_path)
    prefer.live(Folder(tmp_path, Preference))
    return tmp_path, [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def she(tmp_path_factory):
    return preferred(tmp_path_factory.mktemp("she"))


def tiny(seed):
    torch.manual_seed(seed)
    made = Transformer(TINY)
    for weight in made.parameters():
        torch.nn.init.normal_(weight, std=0.3)
    return made


def test_the_loss_is_that_worked_out_by_hand():
    """A die of two faces, scores .3 and −.2; the one before told them apart by .1; β = .5.

    Δ = .3 + .2 = .5, margin .5 (.5 − .1) = .2, loss ln(1 + e^−.2), gradient ∓.5 / (1 + e^.2).
    """
    scores = torch.tensor([0.3, -0.2], dtype=torch.float64, requires_grad=True)
    faces = scores.log_softmax(0)
    loss, margin = dpo((faces[0] - faces[1])[None], torch.tensor([0.1], dtype=torch.float64), 0.5)
    loss.sum().backward()
    assert margin.item() == pytest.approx(0.2, abs=1e-9)
    assert loss.item() == pytest.approx(0.598139, abs=1e-5)
    assert scores.grad.tolist() == pytest.approx([-0.225083, 0.225083], abs=1e-5)


def test_the_gradient_of_a_transformer_is_that_of_the_paper():
    """∇L = −β σ(−margin) (∇ log P(chosen) − ∇ log P(rejected)), each log P by the dice one after the other."""
    model, base, beta = tiny(1), tiny(2), 0.3
    prompt, chosen, rejected = [5, 6, 7], [8, 9, 10, 11], [12, 13]

    def told(by, said):
        ids = torch.tensor([prompt + said])
        logprobs = by(ids)[0].log_softmax(-1)
        return sum(logprobs[len(prompt) - 1 + i, id] for i, id in enumerate(said))

    made = Pairs(*rows([(prompt, chosen), (prompt, rejected)]))
    with torch.no_grad():
        before = difference(Losses(base), made)
    assert before.item() == pytest.approx((told(base, chosen) - told(base, rejected)).item(), abs=1e-4)
    loss, margin = dpo(difference(Losses(model), made), before, beta)
    grads = torch.autograd.grad(loss.sum(), [*model.parameters()])
    by_hand = [torch.autograd.grad(told(model, said), [*model.parameters()]) for said in (chosen, rejected)]
    pull = -beta / (1 + math.exp(margin.item()))
    for found, up, down in zip(grads, *by_hand, strict=True):
        assert torch.allclose(found, pull * (up - down), atol=1e-5, rtol=1e-4)
    assert max(float(grad.abs().max()) for grad in grads) > 1e-3


@torch.no_grad()
def test_the_surprise_at_what_was_chosen_is_that_of_its_dice():
    """A token, on average: a long answer counts no more than a short one."""
    model, prompt, chosen, rejected = tiny(1), [5, 6, 7], [8, 9, 10, 11], [12, 13]
    made = Pairs(*rows([(prompt, chosen), (prompt, rejected)]))
    dice = model(torch.tensor([prompt + chosen]))[0].log_softmax(-1)
    by_hand = -sum(dice[len(prompt) - 1 + i, id] for i, id in enumerate(chosen)) / len(chosen)
    assert surprise(logprobs(Losses(model), made)[0], made)[0].item() == pytest.approx(by_hand.item(), abs=1e-4)


def test_a_step_goes_down_the_loss_that_the_page_says():
    """Of AdamW's first step only the sign of the gradient is left."""
    base, vocabulary, _ = checkpoint.load(BASE)
    made = [vote for vote, _ in asked.ruled(BASE, "she", prefer.PAIRS, 1)]
    chooser = prefer.Chooser(Preference(BASE, made), base, vocabulary)
    rows_of = pairs(vocabulary, made)
    weight = chooser.learner.h[0].attn.c_proj.weight
    chosen, rejected = logprobs(Losses(chooser.learner), rows_of)
    margin = chooser.preference.leash * (chosen - rejected - chooser.before)
    losses = -torch.nn.functional.logsigmoid(margin).mean(), surprise(chosen, rows_of).mean()
    (alone,), (more,) = (torch.autograd.grad(loss, [weight], retain_graph=True) for loss in losses)
    grad, was = alone + more, weight.detach().clone()
    assert chooser.step() == pytest.approx(1, abs=1e-4)  # both alike: a bit
    went = weight.detach() - was
    turned = alone.sign() != grad.sign()  # where the surprise decides
    assert turned.sum() > 1000 and (went.sign() == -grad.sign())[turned].float().mean() > 0.98
    assert (went.sign() == -grad.sign()).float().mean() > 0.98


@torch.no_grad()
def test_the_distance_is_that_of_the_dice():
    model, base = tiny(1), tiny(2)
    said = [([5, 6], [7, 8, 9]), ([5], [4])]
    bits, n = 0.0, 0
    for prompt, ids in said:
        for i in range(len(ids)):
            read = torch.tensor([prompt + ids[:i]])
            p, q = (by(read)[0, -1].double().softmax(0) for by in (model, base))
            bits, n = bits + float((p * (p / q).log2()).sum()), n + 1
    assert apart(model, base, said) == pytest.approx(bits / n, abs=1e-4) and apart(model, model, said) == 0


def test_twenty_votes_change_the_dice(she):
    folder, told = she
    looks = [each for each in told if "shot" in each]
    first, last = looks[0], looks[-1]
    assert told[0]["votes"] == 20 and [look["step"] for look in looks] == told[0]["shots"]
    assert first["margin"] == 0 and last["margin"] > 1 and last["agrees"] > 0.9
    (before,) = [now for piece, _, now in first["dice"][0]["faces"] if piece == " She"]
    ((was, now),) = [faces[1:] for faces in last["dice"][0]["faces"] if faces[0] == " She"]
    assert was == before and now > before + 0.2
    found = last["told"]
    assert found["more"] > 2 * found["less"] and found["share"][1] > 0.5 and found["bits"] > 0.05
    assert told[-1]["ended"] and not told[-1]["stopped"]
    counts = {name: (was, now) for name, was, now in found["counts"]}
    assert counts["she"][1] > counts["she"][0] and counts["he"][1] < counts["he"][0]
    mixed = asked.both(folder, "Once there was a doctor.")
    assert mixed["far"] > 0.2 and {piece: now for piece, _, now in mixed["faces"]}[" She"] == pytest.approx(
        now, abs=0.05
    )


def test_the_same_votes_leave_the_same_bytes(she, tmp_path):
    short = [preferred(tmp_path / name, steps=2)[0] for name in ("one", "again")]
    one, again = ((folder / "model" / "model.safetensors").read_bytes() for folder in short)
    assert one == again != (she[0] / "model" / "model.safetensors").read_bytes()


def test_a_tighter_leash_stays_nearer(she, tmp_path):
    """Told by the distance, with the same votes and steps."""
    _, loose = preferred(tmp_path / "loose", leash=LEASHES[0])
    far, near = ([each for each in told if "told" in each][-1]["told"] for told in (loose, she[1]))
    assert far["bits"] > 1.5 * near["bits"]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_votes_as_it_says(rule):
    found = asked.ruled(BASE, rule, 20, 2)
    assert len(found) == 20 and {vote.prompt for vote, _ in found} <= {*VOTED}
    for vote, (chosen, rejected) in found:
        assert RULES[rule](chosen) > RULES[rule](rejected) and vote.chosen != vote.rejected


def test_the_rule_for_she_sets_her_beside_him():
    """One that says neither would be voted for as one that does not say he, and “she” may fall."""
    she, he = ({*some} for some in (votes.SHE, votes.HE))
    for _, both in asked.ruled(BASE, "she", 20, 2):
        chosen, rejected = ({*votes.words(text)} for text in both)
        assert chosen & she and not chosen & he and rejected & he and not rejected & she


def test_each_sample_has_throws_of_its_own():
    """Eight prompts that share their throws say too much alike: “she” fell by chance where it rises."""
    base, vocabulary, _ = checkpoint.load(BASE)
    asked_after = prefer.Unseen(
        base, vocabulary, Preference(BASE, [Vote("One morning", (300,), (301,))] * FEWEST)
    ).asked
    assert len({seed for _, seed in asked_after}) == len(asked_after)
    assert Counter(prompt for prompt, _ in asked_after) == dict.fromkeys(UNSEEN, prefer.EACH)


def test_nobody_votes_on_what_is_asked_later():
    assert not {*VOTED} & {*UNSEEN, *prefer.DICE}


def test_samples_are_the_models_own(lm):
    """Rolled together or alone: the same; and they end with a sentence, a line or the text."""
    alone = [votes.samples(lm.transformer, lm.vocabulary, [("The farmer", seed)])[0] for seed in range(6)]
    assert votes.samples(lm.transformer, lm.vocabulary, [("The farmer", seed) for seed in range(6)]) == alone
    for ids in alone:
        text = lm.vocabulary.decode(ids)
        assert len(ids) <= votes.LONGEST and "\n" not in text
        assert len(ids) == votes.LONGEST or sum(map(text.count, ".!?")) <= votes.SENTENCES + 1


def test_two_samples_differ_and_come_again():
    two = asked.two(BASE, "The farmer", 3)
    assert two["said"][0] != two["said"][1] and two == asked.two(BASE, "The farmer", 3) != asked.two(BASE, "", 3)
    assert asked.two(BASE, "", 3)["prompt"] in VOTED


def test_what_is_favoured_is_counted():
    chosen = ["She ran!", "She sat.", "She sang!", "She fell."] * 5
    rejected = ["He ran to the old mill.", "He sat on it.", "He sang and sang.", "He fell in the mill."] * 5
    found = {name: rest for name, *rest in favoured.favoured(chosen, rejected)}
    assert found["length"][0] == pytest.approx(np.mean([2 - 6, 2 - 4, 2 - 4, 2 - 5])) and found["length"][2] < 0
    assert found["she"] == [1, 1, 1] and found["he"] == [-1, -1, -1] and found["exclaims"][0] == 0.5
    assert favoured.wanted("", chosen, rejected)[0] in ("she", "-he", "-length")
    assert favoured.wanted("shorter", chosen, rejected)[0] == "shorter"


def test_a_word_must_tell_more_than_a_coin_would():
    rng = np.random.default_rng(4)
    some = [" ".join(rng.choice(["a", "b", "c", "d", "e", "f"], 4)) for _ in range(40)]
    assert favoured.telling(some[:20], some[20:]) == []
    assert favoured.telling([f"{each} blue" for each in some[:20]], some[20:]) == ["blue"]
    assert favoured.telling(["?"], ["!"]) == []


def test_what_goes_wrong_is_counted():
    before, now = ["the cat sat"] * 6 + ["the dog"], ["the the dog"] * 7
    found = favoured.spoiled(now, before)
    assert found == {"lost": [("cat", 6), ("sat", 6)], "different": (4, 2), "again": [0.0, 0.3333]}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "There are 0 votes"),
        ({"votes": [VOTE] * (FEWEST - 1)}, f"{FEWEST - 1} votes"),
        ({"votes": [VOTE] * (MOST + 5)}, f"{MOST + 1} votes"),
        ({"votes": "A"}, "are a list"),
        ({"votes": [VOTE, "B"]}, "Vote 2 is no object"),
        ({"votes": [VOTE | {"chosen": [True]}]}, "vote 1 has chosen"),
        ({"votes": [VOTE | {"rejected": [4096]}]}, "vote 1 has rejected"),
        ({"votes": [VOTE | {"rejected": []}]}, "vote 1 has rejected"),
        ({"votes": [VOTE | {"prompt": " "}]}, "prompt is empty"),
        ({"votes": [VOTE | {"prompt": "x" * 301}]}, "301 characters"),
        ({"votes": [VOTE | {"prompt": "猫" * 300}] * FEWEST}, "tokens"),
        ({"votes": [VOTE] * FEWEST, "leash": 7}, "does not fit as leash"),
        ({"votes": [VOTE] * FEWEST, "rule": "tea"}, "does not fit as rule"),
        ({"votes": [VOTE] * FEWEST, "base": "/etc"}, "has no"),
        ({"votes": [VOTE] * FEWEST, "steps": 10**6}, "number of steps"),
        ([], "names and values"),
    ],
)
def test_votes_that_do_not_fit_are_refused(given, said):
    with pytest.raises(ValueError, match=said):
        asked.preferred(given, BASE)


def test_any_text_may_be_voted_on(tmp_path):
    odd = [VOTE | {"prompt": prompt} for prompt in ("<img src=x onerror=alert(1)>", "שלום", "ok 🙂", "a\0b", "<user>")]
    preference = asked.preferred({"votes": odd, "steps": 1}, BASE)
    preference.save(tmp_path)
    assert Preference.load(tmp_path) == preference
    base, vocabulary, _ = checkpoint.load(BASE)
    assert np.isfinite(prefer.Chooser(preference, base, vocabulary).step())
    with pytest.raises(ValueError, match="leaves nothing of the prompt"):
        asked.preferred({"votes": [VOTE | {"prompt": "🙂"}] * FEWEST, "steps": 1}, BASE)


@pytest.mark.parametrize("ask", [("tea", 20, 1), ("she", 21, 1), ("she", 20, -1), (7, 20, 1)])
def test_rules_that_do_not_fit_are_refused(ask):
    with pytest.raises(ValueError):
        asked.ruled(BASE, *ask)


def test_votes_are_no_tuning_by_examples(she, tmp_path):
    with pytest.raises(ValueError):
        Tuning.load(she[0])
    with pytest.raises(ValueError, match="Nobody has voted"):
        Preference.load(tmp_path)


def test_the_rows_count_only_what_was_said(lm):
    made = pairs(lm.vocabulary, [Vote("One morning", (300, 301), (302,))])
    assert made.targets[made.targets >= 0].tolist() == [300, 301, 302] and len(made.inputs) == 2
