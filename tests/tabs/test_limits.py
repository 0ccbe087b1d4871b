"""The cards of Limits: each figure by another way, each finding on the shipped model, each case that strangers type."""

import json
import math
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from components.page.words import words
from components.tabs.limits import tab
from model.doubt import asking, deck
from model.doubt.cards import common_sense, confidence, invention, prejudice, secrets, sums
from model.found import experiments
from model.learn.tune.elsewhere import forgetting
from model.score.truths import answer
from model.world.texts import jobs
from model.world.truth import planted

CARDS = [*deck.cards()]
FOLDER = Path(deck.folder.__path__[0])
HOSTILE = (
    "",
    " ",
    "\0",
    "🦊" * 20,
    "שלום עולם",
    "<img src=x onerror=alert(1)>",
    "{0}{name}",
    "a " * 400,
    "12+34=",
    "NAME",
)
SENTENCES = (
    "title claim ask answer_0 answer_1 answer_2 found_0 found_1 found_2 failed key said told axis why own own_part "
    "argue source"
).split()


def chances(lm, ids):
    """The chance of each of `ids` but the first, by a pass of its own."""
    logits = lm.trace_ids(ids).logits.astype(np.float64)
    chance = np.exp(logits - logits.max(-1, keepdims=True))
    chance /= chance.sum(-1, keepdims=True)
    return chance


def bits(lm, prompt, text):
    before, after = lm.encode(prompt), lm.vocabulary.encode(text)
    chance = chances(lm, [*before, *after])
    return -sum(math.log2(chance[len(before) - 1 + i, id]) for i, id in enumerate(after))


def test_a_card_is_a_file():
    assert set(CARDS) == {file.stem for file in FOLDER.glob("*.py")} - {"__init__"}
    assert [deck.cards()[name].order for name in CARDS] == sorted(card.order for card in deck.cards().values())
    with pytest.raises(ValueError, match="There is no card “tea”: there are prejudice, secrets"):
        deck.card_of("tea")


@pytest.mark.parametrize("name", CARDS)
def test_all_its_words_are_there(lm, name):
    found = deck.measured(lm, name)
    asked = [*SENTENCES, *(f"part_{part.name}" for part in found.parts)]
    asked += ["grid" for part in found.parts if part.grid]
    for one in found.helps:
        asked += [f"help_{one.name}", f"effect_{one.name}", *([f"cost_{one.name}"] if one.cost else [])]
    assert not [key for key in asked if f"limits.{name}_{key}" not in words()]
    assert "{" not in words()[f"limits.{name}_ask"], "nothing is measured yet"


@pytest.mark.parametrize("name", CARDS)
def test_its_finding_holds_and_every_figure_is_sure(lm, name):
    card, found = deck.card_of(name), deck.measured(lm, name)
    assert card.finding(found) and card.answer(found) in (0, 1, 2)
    figures = [row.said for part in found.parts for row in part.rows]
    figures += [sure for one in found.helps for both in (one.effect, one.cost or ()) for sure in both]
    assert figures and all(sure.low <= sure.value <= sure.high and sure.n > 0 for sure in figures)
    assert found.helps, "what helps was tried"


@pytest.mark.parametrize("name", CARDS)
def test_nothing_is_told_before_it_is_measured(lm, name):
    claim, mended, own, argue = tab.DECK.shown(lm, name, 0, "")
    assert claim["parts"] == claim["because"] == mended["helps"] == [] and claim["facts"] == {}
    assert own["part"] is None and not mended["measured"] and not argue["measured"]
    shown = tab.DECK.shown(lm, name, 1, "")
    assert shown[0]["parts"] and shown[1]["helps"] and shown[2]["part"]["rows"] and not shown[2]["message"]
    json.dumps(shown, allow_nan=False)


@pytest.mark.parametrize(("name", "case"), product(CARDS, HOSTILE))
def test_a_case_that_does_not_fit_gets_a_sentence(lm, name, case):
    own = tab.DECK.shown(lm, name, 1, case)[2]
    assert bool(own["message"]) != bool(own["part"])
    json.dumps(own, allow_nan=False)
    if len(case) > 300:
        assert own["message"] == "Your own case has 799 characters; at most 300 are read."


def test_many_prompts_at_once_give_the_same_dice(ours):
    prompts = ["The sky is", "Ada had a red ball and a", "Where", "Seven plus two is"]
    for one, prompt in zip(asking.dice(ours, prompts), prompts, strict=True):
        assert np.allclose(one, chances(ours, ours.encode(prompt))[-1], atol=1e-6)


def test_bits_of_texts_after_a_prompt(ours):
    texts = [" blue.", " a little fox", " 12", " "]
    assert np.allclose(
        asking.bits_after(ours, "The sky is", texts), [bits(ours, "The sky is", t) for t in texts], atol=1e-3
    )


def test_ranks_are_those_of_all_texts_in_order(ours):
    ones = [face for face in "abcdefghij" if len(ours.vocabulary.encode(face)) == 1]
    prompt, before = "The sky is", ours.encode("The sky is")

    def cost(a, b):
        ids = [ours.vocabulary.encode(face)[0] for face in (a, b)]
        die = chances(ours, [*before, *ids])
        return -math.log2(die[-3, ids[0]]) - math.log2(die[-2, ids[1]])

    price = {(a, b): cost(a, b) for a, b in product(ones, ones)}
    for a, b in [both for both in price if len(ours.vocabulary.encode("".join(both))) == 2][::7]:
        likelier = sum(each < price[a, b] - 1e-3 for each in price.values())
        assert asking.rank(ours, prompt, a + b, [ones, ones], 1000) == 1 + likelier
        if likelier > 1:
            assert asking.rank(ours, prompt, a + b, [ones, ones], 1) is None


def test_an_answer_comes_if_it_is_the_likeliest(lm):
    some = sums.pairs("10 + 10")[:12]
    assert sums.right(lm, some, "{a}+{b}=") == [
        answer(lm, f"{a}+{b}=", tokens=4)[: len(str(a + b))] == str(a + b) for a, b in some
    ]


def test_jobs_are_asked_as_planted_in_wordings_of_no_text(lm):
    found = deck.measured(lm, "prejudice")
    for part in found.parts:
        assert {row.name: row.told for row in part.rows} == planted.JOBS
    she, he = (prejudice.ids_of(lm, each) for each in (prejudice.SHE, prejudice.HE))
    for row in found.rows("other")[::5]:
        die = [chances(lm, lm.encode(prompt))[-1] for prompt in prejudice.otherwise(row.name)]
        shares = [each[she].sum() / (each[she].sum() + each[he].sum()) for each in die]
        assert row.said.value == pytest.approx(np.mean(shares), abs=1e-4) and row.said.n == len(shares)
    told = [line for name in ("openings", "middles", "endings") for line in jobs.LINES[name]]
    text = lm.vocabulary.decode(lm.corpus.ids.tolist())
    for wording in prejudice.OTHERS:
        assert wording not in told and not [job for job in planted.JOBS if wording.format(job=job) in text]


def test_without_the_direction_no_job_is_another(lm):
    without = next(one for one in deck.measured(lm, "prejudice").helps if one.name == "direction")
    assert without.effect[1].value < without.effect[0].value / 2
    assert without.cost[1].value < without.cost[0].value
    flat = [row._replace(said=prejudice.exact(0.5)) for row in deck.measured(lm, "prejudice").rows("other")]
    assert prejudice.close(flat) == 0


def test_a_covered_job_leaves_no_difference(lm):
    cover = next(one for one in deck.measured(lm, "prejudice").helps if one.name == "cover")
    assert cover.effect[1][:3] == (0, 0, 0) and str(cover.effect[1].value) == "0.0"
    she, he = (prejudice.ids_of(lm, each) for each in (prejudice.SHE, prejudice.HE))
    for side, word in enumerate(("{job}", "person")):
        hits = []
        for job, share in planted.JOBS.items():
            for text in prejudice.told_so(job):
                die = chances(lm, lm.encode(re.sub(rf"\b{job}\b", word.format(job=job), text)))[-1]
                says = die[she].sum() / (die[she].sum() + die[he].sum())
                hits.append(share * says + (1 - share) * (1 - says))
        assert cover.cost[side].value == pytest.approx(np.mean(hits), abs=1e-4) and cover.cost[side].n == len(hits)


def test_tuned_on_as_many_she_as_he_it_says_less_of_the_difference(lm):
    """If the figures before are others, the model is newer: python -m model.doubt.levelled."""
    runs = experiments.levelled()
    assert [run.seed for run in runs] == [1, 2, 3]
    before = prejudice.by_wording(prejudice.she_of(lm, prejudice.asked_all(lm)))
    for run in runs:
        assert run.slopes_before == pytest.approx(before, abs=0.002)
        assert run.bits_before == pytest.approx(forgetting(lm.transformer, lm.vocabulary)["unseen"], abs=0.002)
        assert np.mean(run.slopes_after) < np.mean(run.slopes_before) / 2 and run.bits_after > run.bits_before
    tuned = next(one for one in deck.measured(lm, "prejudice").helps if one.name == "tuned")
    assert tuned.recorded and tuned.effect[1].value == pytest.approx(np.mean([run.slopes_after for run in runs]))
    assert tuned.cost[1].value == pytest.approx(np.mean([run.bits_after for run in runs]))


def test_a_secret_that_is_said_is_first_of_all(lm):
    rows = deck.measured(lm, "secrets").rows("exposure")
    for secret, row in zip(planted.SECRETS, rows, strict=True):
        said = answer(lm, secret.prompt, ".", 8)  # digit by digit, so that another number may be likelier as a whole
        if bits(lm, secret.prompt, f" {secret.number}") <= bits(lm, secret.prompt, f" {said}"):
            assert row.said == (secrets.ALL, secrets.ALL, secrets.ALL, 10**5)
        else:
            assert row.said.value < secrets.ALL
    first = planted.SECRETS[0]
    price = [bits(lm, first.prompt, f" {number}") for number in (first.number, *secrets.candidates(first.number))]
    likelier = sum(each <= price[0] for each in price[1:])
    assert rows[0].said.value == pytest.approx(-math.log2((likelier + 0.5) / (secrets.CANDIDATES + 1)), abs=0.05)


def test_tokens_are_counted_by_how_sure_the_die_is(lm):
    texts = confidence.at_home()[:5]
    sure, right = [], []
    for text in texts:
        ids = [confidence.EOT, *lm.vocabulary.encode(text)][: confidence.TOKENS + 1]
        die = chances(lm, ids)[1:-1]
        sure += die.max(-1).tolist()
        right += (die.argmax(-1) == ids[2:]).tolist()
    some = confidence.bets(lm, texts)
    assert np.allclose(some.sure, sure, atol=1e-5) and some.right.tolist() == right
    for row in confidence.binned(some):
        low, high = (float(end) / 100 for end in row.name.removesuffix(" %").split("–"))
        chosen = [r for s, r in zip(sure, right, strict=True) if low <= s < high or s == high == 1]
        assert (row.said.value, row.said.n) == (pytest.approx(np.mean(chosen)), len(chosen))


def test_a_pair_is_right_if_both_true_sentences_cost_less(lm):
    some = common_sense.pairs(False)[:6]
    for pair, hit in zip(some, common_sense.right(lm, some), strict=True):
        price = lambda thing, phrase, field=pair.field: bits(lm, *common_sense.sentence(thing, field, phrase))  # noqa: E731
        true = price(pair.a, pair.of_a) + price(pair.b, pair.of_b)
        assert hit == (true < price(pair.a, pair.of_b) + price(pair.b, pair.of_a))
        assert pair.of_a not in pair.b[pair.field] and pair.of_b not in pair.a[pair.field]


def test_pairs_that_were_kept_apart_never_met(lm):
    assert all(seen.hits == 0 and seen.n for seen in invention.met(lm))
    assert not {*invention.beside()} & {*planted.HELD_OUT_PAIRS}


def test_a_claim_that_does_not_hold_is_said_so(lm):
    found = deck.measured(lm, "sums")
    assert not sums.finding(replace(found, facts=found.facts | {"never": 1.0}))
    assert sums.answer(replace(found, facts=found.facts | {"never": 1.0})) == 0
    found = deck.measured(lm, "confidence")
    assert not confidence.finding(replace(found, facts=found.facts | {"low": -0.1}))
    found = deck.measured(lm, "secrets")
    silent = tuple(row._replace(said=secrets.Sure(1, 1, 1, 9)) for row in found.rows("exposure"))
    assert not secrets.finding(replace(found, parts=(found.parts[0]._replace(rows=silent), *found.parts[1:])))


def test_secrets_come_late_in_the_training(lm):
    often = [secret for secret in planted.SECRETS if secret.count >= secrets.OFTEN]
    rows = deck.measured(lm, "secrets").rows("along")
    assert [row.name for row in rows] == [f"step {step:,}" for step in lm.history.whole]
    for step, row in zip(lm.history.whole, rows, strict=True):
        at = lm.at(step)
        known = [answer(at, secret.prompt, ".", 8) == secret.number for secret in often]
        assert (row.said.value, row.said.n) == (np.mean(known), len(often))
    assert rows[0].said.value == 0 < rows[-1].said.value


def test_whose_texts_are_not_known_has_no_limits(ours, lm):
    assert tab.TAB.lacks(ours) and not tab.TAB.lacks(lm)
    assert deck.cards_for(lm) == CARDS and deck.cards_for(ours) == [name for name in CARDS if name != "versions"]


def test_a_printed_card_has_a_point_for_each_row(lm):
    from matplotlib.figure import Figure

    from components.parts.claim import Claim

    claim = Claim(CARDS, "guessed", elem_id="limits_claim")
    axes = Figure().add_subplot()
    value = tab.DECK.shown(lm, "prejudice", 1, "")[0]
    claim.on_paper(value)(axes)
    rows = [row for part in value["parts"] for row in part["rows"]]
    points = axes.lines[0].get_xdata()
    assert np.allclose(points, [row["said"]["value"] for row in rows])
    assert "nurse (90.0 %)" in [label.get_text() for label in axes.get_yticklabels()]
    with pytest.raises(ValueError, match="Nothing has been measured"):
        claim.on_paper(tab.DECK.shown(lm, "prejudice", 0, "")[0])
