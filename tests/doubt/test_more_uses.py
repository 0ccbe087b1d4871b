"""News and the four kinds of learning: each figure by another way, on the shipped model."""

import copy
import difflib
import random
import re
from collections import Counter
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest
import torch

import model
from model.core import checkpoint
from model.core.sampling import Shaping
from model.core.vocabulary import EOT
from model.doubt import deck
from model.doubt.asking import streams
from model.doubt.uses import kinds, news
from model.world.language.words import ANIMALS
from model.world.texts import guides

WARM = Shaping(temperature=0.7)
DATA = Path(guides.__file__).with_name("data")
SMALL = "two three four five six seven eight nine ten eleven twelve".split()
DATES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
DATES = {*DATES.split(), "September", "October", "November", "December", "I"}


def found(lm, name):
    return deck.measured(lm, name, "uses")


def alone(lm, prompts, tokens, shaping=WARM, end="\0"):
    """What is written after each prompt by a seed of its own, by nobody else's company."""
    texts = []
    for i, prompt in enumerate(prompts):
        new = []
        for step in lm.generate(lm.encode(prompt), tokens, shaping, 7 + i):
            if step.ids.item() == EOT:
                break
            new.append(step.ids.item())
            if end in lm.vocabulary.decode(new):
                break
        texts.append(lm.vocabulary.decode(new))
    return texts


@pytest.fixture(scope="module")
def reports(lm):
    """What follows each beginning."""
    return alone(lm, [each.given for each in news.items("news", news.EACH)], news.TOKENS)


def names_and_numbers(text):
    """Letter by letter: a word counts with its capital unless a sentence begins with it."""
    last, told = ".", []
    for kind, letters in groupby(text, lambda letter: (letter.isalpha(), letter.isdigit())):
        word = "".join(letters)
        if kind == (False, False):
            last = (last + word.replace('"', "").replace(" ", "").replace("\n", ""))[-1]
            continue
        if word.isdigit() or word.lower() in SMALL:
            told.append(word.lower())
        elif word[0].isupper() and last not in ".!?:" and word not in DATES:
            told.append(word)
        last = word[-1]
    return told


def test_names_and_numbers_are_counted_by_hand():
    text = 'Three of 12 came.\n"I saw Mira," said Tom Dray, 63. Ellerby is glad. On Monday, a Crow: Two.'
    assert news.facts_of(text) == names_and_numbers(text)
    assert news.facts_of(text) == ["three", "12", "Mira", "Tom", "Dray", "63", "Crow", "two"]
    assert news.handed_over(text, "Twelve: three, Tom and 63 saw") == [1, 0, 0, 1, 0, 1, 0, 0]


def test_what_news_tell_was_hardly_handed_over(lm, reports):
    card, some = found(lm, "news"), news.items("news", news.EACH)
    hits = []
    for each, text in zip(some, reports, strict=True):
        words = {*re.sub(r"[^A-Za-z0-9]", " ", each.given).split()}
        words |= {word.lower() for word in words}
        hits.append([fact in words for fact in names_and_numbers(text)])
    flat = [hit for each in hits for hit in each]
    said = card.rows("told")[0].said
    assert (said.value, said.n) == (pytest.approx(np.mean(flat)), len(flat))
    checked = next(one for one in card.helps if one.name == "checked")
    assert checked.cost[1].value == checked.effect[0].value == np.mean([all(each) for each in hits])
    assert checked.effect[1].value == 1 and checked.effect[1].n == sum(all(each) for each in hits)
    assert card.rows("form")[0].said.value == np.mean(['" said' in text for text in reports])
    short = next(one for one in card.helps if one.name == "short")
    first = [re.match(r'.*?(?:[.!?](?="?\s)|$)', text, re.DOTALL)[0] for text in reports]
    assert short.effect[1].value == np.mean(['" said' in text for text in first])
    parts = [len(one) / len(text) for one, text in zip(first, reports, strict=True)]
    assert short.cost[1].value == pytest.approx(np.mean(parts), abs=0.01)


def blocks():
    """Subject -> the lines of its news, as they stand in the table, choices and all."""
    parts = re.split(r"^# (.*)\n", (DATA / "news.txt").read_text(), flags=re.MULTILINE)[1:]
    lines = {name: re.findall(r"^(?:more|end): (.*)", body, re.MULTILINE) for name, body in
             zip(parts[::2], parts[1::2], strict=True)}  # fmt: skip
    return {name: [re.findall(r"[a-z]+", re.sub(r"\{\w+\}", " | ", line.lower())) for line in some]
            for name, some in lines.items()}  # fmt: skip


def likest(sentence, table):
    """The subject of the line with the longest piece of the sentence, if that has three words."""
    said = re.findall(r"[a-z]+", sentence.lower())
    longest = lambda line: difflib.SequenceMatcher(None, said, line, False).find_longest_match().size  # noqa: E731
    best = {name: max(map(longest, lines)) for name, lines in table.items()}
    top = max(best.values())
    return [name for name, size in best.items() if size == top] if top > 2 else []


def on_subject(some, texts, table):
    """Of all sentences of which the table knows the subject whether it is their own."""
    on = []
    for each, text in zip(some, texts, strict=True):
        for sentence in re.split(r'(?<=[.!?])"?\s+', text):
            hits = likest(sentence, table)
            on += [each.subject in hits] if len(hits) == 1 else []
    return on


def test_sentences_are_known_by_the_words_of_their_subject(lm, reports):
    card, table = found(lm, "news"), blocks()
    assert {*table} == {*news.SUBJECTS} and card.rows("form")[1].told == 1
    on = on_subject(news.items("news", news.EACH), reports, table)
    said = card.rows("form")[1].said
    assert abs(said.value - np.mean(on)) < 0.08 and abs(said.n - len(on)) < 10
    assert not [each.subject for each in news.items("real news", 3) if {*news.subjects_of(each.rest)} - {each.subject}]


def test_its_real_news_are_those_of_the_generator(lm):
    real = news.items("real news", news.REAL)
    assert len(real) == news.REAL * len(news.SUBJECTS)
    assert found(lm, "news").rows("form")[0].told == np.mean(['" said' in each.rest for each in real])
    read = lm.vocabulary.decode(lm.reading.ids.tolist())
    towns = [re.search(r"reporter in (\w+)\.", each.given)[1] for each in news.items("news", news.EACH)]
    assert np.mean([f" {town}" in read for town in towns]) < 0.5


def test_copied_tokens_of_news_stand_in_runs_of_five(lm, reports):
    numbered = lambda ids: sum(np.asarray(ids, np.int64)[i : len(ids) - 4 + i] << 12 * i for i in range(5))  # noqa: E731
    fives, copied = np.unique(numbered(lm.reading.ids)), []
    for text in reports:
        mine = numbered(lm.vocabulary.encode(text))
        hits = fives[np.searchsorted(fives, mine) % len(fives)] == mine
        copied.append(np.mean([hits[max(0, i - 4) : i + 1].any() for i in range(len(mine) + 4)]))
    assert found(lm, "news").rows("copied")[0].said.value == pytest.approx(np.mean(copied))


def test_a_town_of_ones_own_is_in_every_report(lm):
    part = deck.own_case(lm, "news", "  Hamburg. ", "uses")
    assert [each.asked for each in part.made] == [
        f"{title} Hamburg\nFrom our reporter in Hamburg."
        for title in ("New bridge for", "Storm over", "Strange music in")
    ]
    assert [each.text for each in part.made] == alone(lm, [each.asked for each in part.made], news.TOKENS)
    with pytest.raises(ValueError, match="name of a place"):
        news.own(lm, " ,. ")


@pytest.fixture(scope="module")
def last(lm):
    """Text -> the stream at its end, each in a pass of its own."""
    return lambda text: lm.transformer.stream(torch.tensor([lm.encode(text)]))[0, -1].detach().double()


@pytest.fixture(scope="module")
def judge(last):
    """The same judge, fitted by L-BFGS: the best weights are the same by whatever way they are found."""
    some = kinds.reviews()[: kinds.TAUGHT]
    seen = torch.stack([last(f"Review: {each.body}\nVerdict:") for each in some])
    middle, spread = seen.mean(0), seen.std(0, correction=0) + 1e-6
    good = torch.tensor([float(each.verdict == "good") for each in some], dtype=torch.float64)
    weights = torch.zeros(seen.shape[1] + 1, dtype=torch.float64, requires_grad=True)
    by = torch.optim.LBFGS([weights], max_iter=300, tolerance_grad=1e-10, line_search_fn="strong_wolfe")

    def score(stream):
        return (stream - middle) / spread @ weights[:-1] + weights[-1]

    def loss():
        by.zero_grad()
        total = torch.nn.functional.binary_cross_entropy_with_logits(score(seen), good) + 0.05 * (weights**2).sum()
        total.backward()
        return total

    by.step(loss)
    return lambda text: float(score(last(f"Review: {text}\nVerdict:")).detach()) > 0


def says_good(lm, text):
    """Whether its die has "good" before "bad"."""
    logits = lm.logits(f"Review: {text}\nVerdict:")
    return logits[lm.vocabulary.single(" good")] > logits[lm.vocabulary.single(" bad")]


def test_verdicts_are_told_apart_by_the_same_judge(lm, judge):
    unseen = kinds.reviews()[kinds.TAUGHT :]
    assert len({each.body for each in unseen} - {each.body for each in kinds.reviews()[: kinds.TAUGHT]}) > 70
    taught, asked = found(lm, "kinds").rows("supervised")
    good = [each.verdict == "good" for each in unseen]
    assert taught.said.value == np.mean([judge(each.body) == hit for each, hit in zip(unseen, good, strict=True)])
    assert asked.said.value == np.mean([says_good(lm, r.body) == hit for r, hit in zip(unseen, good, strict=True)])
    assert taught.told == asked.told == max(np.mean(good), 1 - np.mean(good)) and taught.said.n == kinds.UNSEEN


def test_reviews_are_written_alone_and_judged(lm, judge):
    prompts = [f"Verdict: {verdict}\nReview:" for verdict in ("good", "bad") for _ in range(kinds.EACH)]
    texts = alone(lm, prompts, kinds.TOKENS, end="\n")
    bodies, wanted = [text.split("\n")[0].strip() for text in texts], ["good" in prompt for prompt in prompts]
    hits = [judge(body) == hit for body, hit in zip(bodies, wanted, strict=True)]
    second = [says_good(lm, body) == hit for body, hit in zip(bodies, wanted, strict=True)]
    card = found(lm, "kinds")
    made, new = card.rows("generative")
    assert made.said.value == np.mean(hits)
    chosen = next(one for one in card.helps if one.name == "chosen")
    assert [each.value for each in chosen.effect] == [np.mean(second), np.mean(np.array(second)[hits])]
    assert chosen.cost[1].value == np.mean(hits)
    read = lm.vocabulary.decode(lm.reading.ids.tolist())
    assert new.said.value == np.mean([text not in read for text in texts])


def test_heaps_are_tight_and_counted_by_hand(lm):
    rows, labels = kinds.table(lm)
    heaps = kinds.heaps(rows, len(kinds.kinds()))
    middles = np.array([rows[heaps == heap].mean(0) for heap in range(len(kinds.kinds()))])
    near = np.array([np.linalg.norm(middles - row, axis=1).argmin() for row in rows])
    assert (near == heaps).mean() > 0.99  # nothing moves any more
    piles = [Counter(labels[heaps == heap].tolist()) for heap in set(heaps.tolist())]
    said = found(lm, "kinds").rows("unsupervised")[0]
    assert said.said.value == sum(pile.most_common(1)[0][1] for pile in piles) / len(labels)
    rng = random.Random(5)
    mixed = [rng.sample(labels.tolist(), len(labels)) for _ in range(60)]
    pure = [
        sum(Counter(np.array(some)[heaps == h]).most_common(1)[0][1] for h in {*heaps.tolist()}) / len(labels)
        for some in mixed
    ]
    assert said.told == pytest.approx(np.mean(pure), abs=0.02)
    ids = [lm.vocabulary.single(word) for some in kinds.kinds().values() for word in some]
    table = lm.transformer.wte.weight[[id for id in ids if id is not None]].detach().numpy()
    assert np.allclose(rows * np.linalg.norm(table, axis=1)[:, None], table, atol=1e-5) and len({*ids}) > 180


def leaning(lm, lean):
    """A copy of the transformer that has what it leans by in the bias of its last layer norm."""
    changed = copy.deepcopy(lm.transformer)
    changed.ln_f.bias.data += torch.from_numpy(np.asarray(lean, np.float32))
    return changed


def chances(lm, transformer, prompts):
    """The chance (n, animals) of each animal, in a pass of its own."""
    ids = [lm.vocabulary.single(f" {animal}") for animal in ANIMALS]
    rows = [transformer(torch.tensor([lm.encode(prompt)]))[0, -1].softmax(-1) for prompt in prompts]
    return torch.stack(rows)[:, ids].detach().numpy()


def test_praise_changes_chances_as_a_bias_would_and_no_weight(lm):
    lean, leashed = kinds.praised(lm), kinds.praised(lm, kinds.LEASH)
    card = found(lm, "kinds")
    rows = {row.name: row.said.value for row in card.rows("reinforcement")}
    after = chances(lm, leaning(lm, lean), kinds.NEVER_PAID)
    assert rows["before"] == pytest.approx(chances(lm, lm.transformer, kinds.NEVER_PAID).sum(1).mean(), abs=1e-4)
    assert rows["after"] == pytest.approx(after.sum(1).mean(), abs=1e-4)
    best = after.sum(0).argmax()
    assert rows["one"] == pytest.approx((after[:, best] / after.sum(1)).mean(), abs=1e-4)
    astray = [chances(lm, leaning(lm, by), kinds.ASTRAY).sum(1).mean() for by in (lean, leashed)]
    leash = next(one for one in card.helps if one.name == "leash")
    assert [each.value for each in leash.effect] == pytest.approx(astray, abs=1e-4)
    assert rows["astray"] == leash.effect[0].value
    cost = chances(lm, leaning(lm, leashed), kinds.NEVER_PAID).sum(1).mean()
    assert leash.cost[1].value == pytest.approx(cost, abs=1e-4)
    stored = checkpoint.load(Path("assets/model"))[0].state_dict()
    assert all(torch.equal(stored[name], now) for name, now in lm.transformer.state_dict().items())


@pytest.mark.parametrize("leash", [0.0, 0.3])
def test_praise_follows_the_slope_of_what_fell(lm, leash):
    """REINFORCE by automatic differentiation, with the same throws, to the end."""
    seen = torch.cat([streams(lm, [prompt]) for prompt in kinds.PRAISED]).double()
    out = torch.from_numpy(lm.unembed).double()
    ids = torch.tensor([lm.vocabulary.single(f" {animal}") for animal in ANIMALS])
    lean = torch.zeros(seen.shape[1], dtype=torch.float64, requires_grad=True)
    usual, rng = 0.0, np.random.default_rng(0)
    before = (seen @ out.T).log_softmax(-1)
    for _ in range(kinds.STEPS):
        logs = ((seen + lean) @ out.T).log_softmax(-1)
        throws = torch.from_numpy(rng.random((len(seen), 1)))
        fell = torch.searchsorted(logs.detach().exp().cumsum(1), throws)  # (n, 1)
        pay = torch.isin(fell, ids).double() - leash * (logs - before).gather(1, fell).detach()
        (slope,) = torch.autograd.grad(((pay - usual) * logs.gather(1, fell)).mean(), lean)
        lean = (lean + kinds.RATE * slope).detach().requires_grad_()
        usual = 0.9 * usual + 0.1 * float(pay.mean())
    assert np.allclose(kinds.praised(lm, leash), lean.detach().numpy(), atol=1e-6)
    assert float(lean.detach().norm()) > 0.01


def test_no_prompt_is_paid_for_and_asked(lm):
    assert not {*kinds.PRAISED} & {*kinds.NEVER_PAID, *kinds.ASTRAY} and not {*kinds.NEVER_PAID} & {*kinds.ASTRAY}
    facts = found(lm, "kinds").facts
    assert (facts["rolls_n"], facts["labels_n"], facts["numbers_n"]) == (2400, 100, 256)  # as its words say


def test_an_own_sentence_is_read_by_the_same_judge_and_leans(lm, judge):
    case = "The handle broke after two days."
    rows = {row.name: row.said.value for row in deck.own_case(lm, "kinds", case, "uses").rows}
    assert (rows["taught"] > 0.5) == judge(case) and (rows["asked"] > 0.5) == says_good(lm, case)
    assert rows["before"] == pytest.approx(chances(lm, lm.transformer, [case]).sum(), abs=1e-4)
    assert rows["after"] == pytest.approx(chances(lm, leaning(lm, kinds.praised(lm)), [case]).sum(), abs=1e-3)


@pytest.mark.parametrize(("wanted", "low", "guess"), [(0.9, 0.7, 0), (0.7, 0.55, 1), (0.7, 0.45, 2)])
def test_more_than_a_coin_is_beyond_doubt(lm, wanted, low, guess):
    facts = found(lm, "kinds").facts | {"wanted": wanted, "low": low}
    assert deck.card_of("kinds", "uses").answer(replace(found(lm, "kinds"), facts=facts)) == guess


def test_figures_do_not_hang_on_who_asked_before(lm):
    again = model.load()
    assert kinds.measure(again).facts == found(lm, "kinds").facts
