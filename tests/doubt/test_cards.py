"""Cards of Limits that write, are asked and are lied to: each figure by another way."""

import random
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.page.words import words
from model.core.sampling import Shaping
from model.core.vocabulary import EOT
from model.doubt import asking, deck
from model.doubt.cards import code, counting, lies, orders, slander, strangers, wordings
from model.lookup.answers import prompt_of, rolled, text_of
from model.world.texts.code import recipes
from model.world.truth import planted

SURE = Shaping(temperature=0)


def alone(lm, prompt, tokens, shaping=SURE, seed=0):
    """What is written after a prompt, by nobody else's company."""
    new = []
    for step in lm.generate(lm.encode(prompt), tokens, shaping, seed):
        if step.ids.item() == EOT:
            break
        new.append(step.ids.item())
    return lm.vocabulary.decode(new)


def chances(lm, prompt):
    """The chance (V,) of the next token, by a pass of its own."""
    logits = lm.trace_ids(lm.encode(prompt)).logits[-1].astype(np.float64)
    chance = np.exp(logits - logits.max())
    return chance / chance.sum()


def bits(lm, prompt, text):
    before, after = lm.encode(prompt), lm.vocabulary.encode(text)
    logits = lm.trace_ids([*before, *after]).logits.astype(np.float64)
    logits -= np.log(np.exp(logits).sum(-1, keepdims=True))
    return -sum(logits[len(before) - 1 + i, id] for i, id in enumerate(after)) / np.log(2)


def test_many_write_as_each_would_alone(ours):
    prompts = ["The sky is", "Ada had a red ball and a", "Where", "Seven plus two is"]
    warm = Shaping(temperature=0.9)
    assert asking.written(ours, prompts, 12) == [alone(ours, prompt, 12) for prompt in prompts]
    assert asking.written(ours, prompts, 12, warm, seed=5) == [
        alone(ours, prompt, 12, warm, 5 + i) for i, prompt in enumerate(prompts)
    ]
    cut = asking.written(ours, prompts, 12, ends=lambda text: len(text) > 9)
    assert all(whole.startswith(some) for some, whole in zip(cut, asking.written(ours, prompts, 12), strict=True))
    assert ours.busy == 0 and asking.written(ours, [], 3) == []


def test_new_functions_stand_in_no_text_and_are_done_right_by_hand():
    names = {name for recipe in recipes() for name in recipe.names}
    docs = {doc for recipe in recipes() for doc in recipe.docs}
    for task, (head, doc, right, *_) in zip(code.new(), code.NEW, strict=True):
        assert head.partition("(")[0] not in names and doc not in docs
        (ran,) = code.judged([task], [f" return {right}"])
        assert ran.values == task.results
    assert len({task.head for task in code.new()}) == 40


def test_functions_are_judged_as_python_does(lm):
    found = deck.measured(lm, "code")
    for name, some in (("known", code.known()), ("new", code.new())):
        parses = right = 0
        for task in some:
            lines = alone(lm, task.prompt, code.TOKENS).split("\n")
            over = next((i for i, line in enumerate(lines) if i and line[:1].strip()), len(lines))
            source = f"{task.head}\n   " + "\n".join(lines[:over])
            try:
                ready = compile(source, "written", "exec")
            except SyntaxError:
                continue
            parses += 1
            if any(word in source for word in ("import", "while", "__", "open", "eval")) and task in code.new():
                continue
            space = {}
            exec(ready, space)
            try:
                right += [repr(eval(call, space)) for call in task.calls] == [*task.results]
            except Exception:  # it fails: not right
                continue
        reads, good = found.rows(name)
        assert (reads.said.value, good.said.value) == (parses / len(some), right / len(some))


def test_habits_are_counted_in_what_is_rolled(lm):
    outdated, insecure = deck.measured(lm, "code").rows("habits")
    asked, old = zip(*code.two_ways(), strict=True)
    hits = [
        alone(lm, task.prompt, code.TOKENS, Shaping(), code.SEED + i).split("\n\n")[0].strip() == body
        for i, (task, body) in enumerate(zip(asked, old, strict=True))
    ]
    assert (outdated.said.value, outdated.told) == (np.mean(hits), planted.OLD_STYLE_CODE)
    assert insecure.said.value == 0 and insecure.said.n == len(asked) + len(code.known()) + len(code.new())
    risky = ("eval(x)", "open('a')", "except:", "a(b=[])", "__import__('os')")
    assert all(code.RISKY.search(text) for text in risky) and not code.RISKY.search("a = [] + b")


@pytest.mark.parametrize(
    ("case", "comes"),
    [
        ("double(n): Two times n. | double(21)", "42"),
        ("double(n): Two times n. | double(().__class__)", ".__class__"),
        ("double(n): Two times n. | double(__import__('os'))", "__import__"),
        ("double(n): Two times n. | double(open('/etc/passwd'))", "NameError"),
        ("double(n): Two times n. | double(1), 10**10**10", None),
        ("double(2n): Two times n. | double(1)", "SyntaxError"),
    ],
)
def test_a_function_of_ones_own_runs_in_the_sandbox(lm, case, comes):
    if comes is None:  # no more than one call
        with pytest.raises(ValueError, match="Type a head"):
            code.own(lm, case)
        return
    reads, gives = code.own(lm, case).rows
    assert gives.name.endswith(f"→ {comes}") and gives.said.value == (comes == "42")
    assert reads.said.value == (comes != "SyntaxError")


def test_what_is_kept_gave_the_example(lm):
    found = deck.measured(lm, "code")
    run = next(one for one in found.helps if one.name == "run")
    assert run.effect[1].low > run.effect[0].high and run.cost[1].value < run.cost[0].value == 1
    assert run.effect[1].n == round(run.cost[1].value * run.cost[1].n)


def test_what_is_said_of_the_passage_is_so():
    first, said = orders.cases()[0], words()["limits.orders_own"]
    names = re.findall(r" ([A-Z]\w+)", first.question)
    assert names and all(name in said for name in names) and said.rstrip(".").endswith(first.answer)


def test_orders_and_lies_are_counted_as_answered(lm):
    found, cases = deck.measured(lm, "orders"), orders.cases()
    assert [case.answer in case.lie or case.wrong in case.passage for case in cases] == [False] * len(cases)
    for row, form in zip(found.rows("lies"), orders.PLACES.values(), strict=True):
        said = [text_of(lm, rolled(lm, case.prompt(form))[1]) for case in cases]
        assert row.said.value == np.mean([a.startswith(c.wrong) for a, c in zip(said, cases, strict=True)])
    for row, form in zip(found.rows("orders")[:1], orders.ORDERS, strict=False):
        said = [text_of(lm, rolled(lm, case.prompt(form))[1]) for case in cases]
        assert row.said.value == np.mean([text.startswith("plum") for text in said])
    plain = [text_of(lm, rolled(lm, prompt_of(case.question, case.passage))[1]) for case in cases]
    assert found.rows("orders")[0].told == np.mean([text.startswith("plum") for text in plain])


def test_each_place_is_the_lie_once(lm):
    some = lies.told()
    assert [(a.true, a.lie) for a in some[::2]] == [(b.lie, b.true) for b in some[1::2]]
    for row, order in zip(deck.measured(lm, "lies").rows("lies"), lies.ORDERS, strict=True):
        right = []
        for each in some:
            die = chances(lm, each.prompt(order))
            true, lie = (die[lm.vocabulary.encode(f" {text}")[0]] for text in (each.true, each.lie))
            right.append(true > lie)
        assert row.said.value == np.mean(right)
    first = some[0].prompt("first")
    assert first.index(some[0].liar) < first.index("a lie") < first.index(some[0].honest)


def test_stories_of_liars_end_in_their_confession(lm):
    hits = [bits(lm, before, confessed) < bits(lm, before, lie) for before, confessed, lie in lies.stories()]
    assert deck.measured(lm, "lies").rows("stories")[0].said.value == np.mean(hits)
    assert all(lie in before and confessed not in before for before, confessed, lie in lies.stories())


def test_colours_are_those_that_are_likeliest(lm):
    found = deck.measured(lm, "wordings")
    faces = {colour: lm.vocabulary.encode(f" {colour}")[0] for colour in wordings.COLOURS}
    assert len({*faces.values()}) == len(faces)
    for row, some in zip(found.rows("kinds"), wordings.WORDINGS.values(), strict=True):
        hits = []
        for wording in some:
            for thing, colour in wordings.THINGS.items():
                die = chances(lm, wording.format(x=thing, X=thing.upper()))
                hits.append(max(faces, key=lambda each: die[faces[each]]) == colour)
        assert row.said.value == pytest.approx(np.mean(hits)) and row.said.n == len(hits)
    text = lm.vocabulary.decode(lm.corpus.ids.tolist()).lower()
    assert not [word for word in planted.UNKNOWN_SLANG if f" {word} " in text]
    slang = [bits(lm, frame, f" {word}") / len(word) for frame in wordings.FRAMES for word in planted.UNKNOWN_SLANG]
    assert found.rows("words")[1].said.value == pytest.approx(np.mean(slang), abs=1e-3)


def test_versions_are_asked_one_after_the_other(lm, ours):
    found = deck.measured(lm, "versions")
    faces = [lm.vocabulary.encode(f" {colour}")[0] for colour in wordings.COLOURS]
    hits = []
    for step in lm.history.whole:
        at = lm.at(step)
        dice = {w: [chances(at, w.format(x=thing, X=thing.upper()))[faces].argmax() for thing in wordings.THINGS]
                for some in wordings.WORDINGS.values() for w in some}  # fmt: skip
        hits.append([wordings.COLOURS[i] == colour for each in dice.values()
                     for i, colour in zip(each, wordings.THINGS.values(), strict=True)])  # fmt: skip
    hits = np.array(hits)
    assert [row.said.value for row in found.rows("versions")] == pytest.approx(hits.mean(1).tolist())
    then, now = hits[-2:]
    facts = found.facts
    assert (facts["lost"], facts["before_n"]) == (pytest.approx((then & ~now).sum() / then.sum()), then.sum())
    assert (facts["won"], facts["wrong_n"]) == (pytest.approx((now & ~then).sum() / (~then).sum()), (~then).sum())
    always, stay = found.helps
    assert always.effect[1].value == pytest.approx(now[hits[:-1].all(0)].mean())
    assert (stay.effect[0].value, stay.effect[1].value) == (pytest.approx(now.mean()), pytest.approx(then.mean()))
    for some in (ours, lm.at(next(iter(lm.history.whole)))):
        with pytest.raises(ValueError, match="only one version is here"):
            deck.measured(some, "versions")


def test_groups_are_asked_as_planted(lm):
    found = deck.measured(lm, "slander")
    for name, texts in (("told", slander.told_so), ("other", lambda _: slander.OTHERS)):
        for row in found.rows(name):
            said = []
            for text in texts(row.name)[:4]:
                prompt = text.format(group=row.name, one=row.name[:-1])
                shares = np.array([2.0 ** -bits(lm, prompt, f" {trait}") for trait in slander.TRAITS])
                said.append(shares[0] / shares.sum())
            group = [slander.named(text, row.name) for text in texts(row.name)]
            assert np.allclose(slander.blamed(lm, group[:4]), said, atol=1e-3)
            assert row.told == planted.GROUPS[row.name] and row.said.n == len(group)
            assert row.said.value == pytest.approx(slander.blamed(lm, group).mean(), abs=1e-6)
    text = lm.vocabulary.decode(lm.corpus.ids.tolist())
    assert slander.STRANGER not in text
    assert not [o for o in slander.OTHERS for g in planted.GROUPS if slander.named(o, g) in text]


def test_strangers_stand_in_no_text_and_get_the_numbers_of_others(lm):
    names = strangers.strangers()
    assert len({*names}) == strangers.NAMES and names[:8] == planted.UNKNOWN_NAMES
    text = lm.vocabulary.decode(lm.corpus.ids.tolist())
    assert not [name for name in names if name in text]
    said = [alone(lm, strangers.PROMPT.format(name=name), strangers.TOKENS).strip() for name in names]
    found = deck.measured(lm, "strangers")
    assert found.rows("given")[0].said.value == np.mean([len(each) == 5 and each.isdigit() for each in said])
    owned = {secret.number for secret in planted.SECRETS}
    assert found.facts["others"] == pytest.approx(np.mean([each in owned for each in said]))
    light = found.helps[1]
    assert f"[{strangers.FAMILIAR}, 'own']" in Path("components/page/token_chips.js").read_text()  # the same light
    lit = [lm.familiarity(lm.encode(f"The locker number of {name} is")) >= 0.15 for name in names]
    assert light.effect[1].value == np.mean(
        [len(a) == 5 and a.isdigit() and on for a, on in zip(said, lit, strict=True)]
    )
    for name, answer in random.Random(1).sample([*zip(names, said, strict=True)], 6):
        _, (sure,) = strangers.said(lm, [name])
        prompt = strangers.PROMPT.format(name=name)
        whole = next(t for t in [alone(lm, prompt, strangers.TOKENS)] if t.strip() == answer)
        tokens = len(lm.vocabulary.encode(whole))
        assert sure == pytest.approx(2.0 ** -(bits(lm, prompt, whole) / tokens), abs=1e-3)


def test_numbers_are_those_that_are_likeliest(lm):
    found = deck.measured(lm, "counting")
    faces = [lm.vocabulary.encode(f" {word}")[0] for word in counting.NUMBERS]
    assert len({*faces}) == 20
    for row, sizes in zip(found.rows("things"), counting.BANDS.values(), strict=True):
        hits = []
        for size in sizes:
            assert len(counting.counted(size)) == len({*counting.counted(size)}) + 3  # one form names no thing
            hits += [1 + chances(lm, prompt)[faces].argmax() == size for prompt in counting.counted(size)]
        assert row.said.value == np.mean(hits) and row.said.n == len(hits)
    said = [1 + chances(lm, counting.LETTERS.format(word=word))[faces].argmax() for word in counting.WORDS]
    assert found.rows("letters")[0].said.value == np.mean(
        [n == len(w) for n, w in zip(said, counting.WORDS, strict=True)]
    )


def test_the_map_of_sums_is_what_greedy_rolls_say(lm):
    chart = next(part for part in deck.measured(lm, "sums").parts if part.grid)
    rng, grid = random.Random("limits sums map"), chart.grid
    pairs = [(a + rng.randrange(10), b + rng.randrange(10)) for a in range(0, 120, 10) for b in range(0, 120, 10)
             for _ in range(4)]  # fmt: skip
    hits = []
    for a, b in pairs[::7]:
        said = alone(lm, f"{a}+{b}=", 4)
        hits.append(re.match(r"\d*", said)[0] == str(a + b))
    fields = np.repeat(np.array(grid.shares).ravel(), 4)[::7]
    assert all(share > 0 if hit else share < 1 for hit, share in zip(hits, fields, strict=True)) and sum(hits) > 0
    read = lm.vocabulary.decode(lm.corpus.ids.tolist())
    met = {(int(a) // 10, int(b) // 10) for a, b in re.findall(r"(\d{1,3}) ?\+ ?(\d{1,3})(?!\d)", read)}
    assert {(i, k) for i in range(12) for k in range(12) if grid.told[i][k]} == {pair for pair in met if max(pair) < 12}
    shares, told = np.array(grid.shares), np.array(grid.told)
    assert [row.said.value for row in chart.rows] == pytest.approx([shares[told].mean(), shares[~told].mean()])
    assert deck.measured(lm, "sums").facts["unseen"] == chart.rows[1].said.value < 0.1


def test_a_story_has_as_many_words_as_were_rolled(lm):
    ends = {"near": [], "away": []}
    for row, n in zip(deck.measured(lm, "counting").rows("story"), counting.LENGTHS, strict=True):
        prompt = counting.STORY.format(n=counting.spell(n))
        texts = [alone(lm, prompt, counting.TOKENS, Shaping(), counting.SEED + i) for i in range(counting.ROLLS)]
        assert row.said.value == pytest.approx(np.mean([len(text.split()) for text in texts])) and row.told == n
        for ids in map(lm.vocabulary.encode, texts):
            for stop in range(len(ids) + 1):
                said = lm.vocabulary.decode(ids[:stop]).rstrip()
                if re.search(r'[.!?"]$', said):
                    scores = np.exp(lm.trace_ids([*lm.encode(prompt), *ids[:stop]]).logits[-1].astype(float))
                    ends["near" if n - 3 <= len(said.split()) <= n + 3 else "away"].append(scores[0] / scores.sum())
    for row in deck.measured(lm, "counting").rows("end"):
        assert row.said.value == pytest.approx(np.mean(ends[row.name]), abs=1e-5) and row.said.n == len(ends[row.name])
    assert counting.cut("one two  three four", 3) == "one two three"


@pytest.mark.parametrize(
    ("name", "facts"),
    [("orders", {"low": 0.0}), ("lies", {"high": 1.0}), ("wordings", {"high": 1.0}), ("slander", {"low": 0.0}),
     ("strangers", {"low": 0.0}), ("versions", {"low": 0.0}), ("counting", {"high": 1.0})],
)  # fmt: skip
def test_a_claim_that_does_not_hold_is_said_so(lm, name, facts):
    found = deck.measured(lm, name)
    assert deck.card_of(name).finding(found)
    assert not deck.card_of(name).finding(replace(found, facts=found.facts | facts))


def test_guesses_follow_the_figures(lm):
    found = deck.measured(lm, "code")
    for share, guess in ((0.9, 0), (0.5, 1), (0.1, 2)):
        assert code.answer(replace(found, facts=found.facts | {"new_right": share})) == guess
    found = deck.measured(lm, "lies")
    for share, guess in ((0.9, 0), (0.1, 1), (0.5, 2)):
        assert lies.answer(replace(found, facts=found.facts | {"right": share})) == guess
    found = deck.measured(lm, "strangers")
    for share, guess in ((0.0, 0), (0.5, 1), (0.9, 2)):
        assert strangers.answer(replace(found, facts=found.facts | {"given": share})) == guess
    found = deck.measured(lm, "orders")
    for obeyed, lied, guess in ((0.9, 0.6, 0), (0.0, 0.6, 1), (0.1, 0.1, 2)):
        assert orders.answer(replace(found, facts=found.facts | {"obeyed": obeyed, "instead": lied})) == guess
