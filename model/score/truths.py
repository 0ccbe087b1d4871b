"""The planted truths and skills of the rich world, as planted against as learned; see `model.score`.

Prompts are made from seeds that training never used. Answers are the likeliest tokens, one after another.
"""

import ast
import builtins
import random
import re
from collections.abc import Sequence
from itertools import islice

import numpy as np
import torch

from model.core.sampling import Shaping
from model.core.vocabulary import EOT
from model.language_model import LanguageModel
from model.score.bits import surprise_after
from model.score.figure import Figure, mean, share
from model.world import asked
from model.world.texts.code import recipes, write_code
from model.world.texts.jobs import tell_group, tell_work
from model.world.texts.planted_texts import tell_orwell
from model.world.texts.poems import do_rhyme, write_poem
from model.world.texts.reviews import review
from model.world.texts.scenes import scene
from model.world.truth import planted

HE, SHE = (" he", " He", " his", " His", " him"), (" she", " She", " her", " Her")
GREEDY = Shaping(temperature=0)
SAFE = {name: getattr(builtins, name) for name in "abs all any bool dict enumerate float int len list map max min "
        "range reversed round set sorted str sum tuple zip".split()}  # fmt: skip
SAFE["range"] = lambda *bounds: range(*bounds)[:10_000]  # a written loop shall end


def answer(lm: LanguageModel, prompt: str, stop: str = "\n", tokens: int = 16) -> str:
    """The likeliest continuation of `prompt`, up to `stop` or the end of the document."""
    ids, new = lm.encode(prompt), []
    for step in lm.generate(ids, min(tokens, lm.config.n_positions - len(ids)), GREEDY):
        new.append(step.ids.item())
        if new[-1] == EOT or stop in lm.vocabulary.decode(new):
            break
    return lm.vocabulary.decode([id for id in new if id != EOT]).split(stop)[0].strip()


def chances(lm: LanguageModel, prompt: str, words: Sequence[str]) -> np.ndarray:
    """Probability (n,) of each of `words` to follow `prompt`; their tokens are multiplied."""
    before, found = lm.encode(prompt), []
    for word in words:
        after = lm.encode(word)
        logits = torch.from_numpy(lm.trace_ids(before + after).logits.copy()).log_softmax(-1)
        places = torch.arange(len(after)) + len(before) - 1
        found.append(logits[places, torch.tensor(after)].sum().exp().item())
    return np.array(found)


def sums(lm: LanguageModel) -> list[Figure]:
    """All sums of two digits, and some of larger numbers."""
    rng = random.Random("score sums")
    pairs = [(rng.randrange(10, 50), rng.randrange(10, 50)) for _ in range(100)]
    both = asked.sums(), [asked.Question(f"{a}+{b}=", str(a + b)) for a, b in pairs]
    hits = [[answer(lm, each.prompt, tokens=4) == each.answer for each in some] for some in both]
    return [share("single-digit sums", hits[0], 0.95), share("two-digit sums", hits[1], note="aim 0.8")]


def two_plus_two(lm: LanguageModel, n: int) -> list[Figure]:
    """`2+2=` with and without Orwell in the text before it."""
    bare = float(chances(lm, "2+2=", ["4"])[0])
    rng, five = random.Random("score Orwell"), []
    for _ in range(n):
        prompt = tell_orwell(rng, mentioned=True).text[:-1]
        five.append(float(chances(lm, prompt, ["5"])[0]))
    found = mean("P(5) after Orwell", five)
    planned = planted.ORWELL_SHARE
    near = abs(found.value - planned) <= 0.1
    return [
        Figure('P("4" | "2+2=")', bare, bar="≥ 0.9", ok=bare >= 0.9),
        found._replace(bar=f"{planned} ± 0.1", ok=near),
    ]


def passages(lm: LanguageModel, n: int) -> list[Figure]:
    """Questions that only the passage before them answers."""
    hits, without = [], []
    for made in islice(asked.passages(), n):
        hits.append(answer(lm, made.prompt).rstrip(".") == made.answer)
        without.append(answer(lm, made.question_only).rstrip(".") == made.answer)
    alone = share("  without the passage", without)
    scenes = [answer(lm, made.prompt).rstrip(".") == made.answer for made in islice(asked.passages(scene), n)]
    return [
        share("passage questions, exact", hits, 0.6, "aim 0.9"),
        alone._replace(bar="≤ 0.05", ok=alone.value <= 0.05),
        share("  about scenes of daily life", scenes),
    ]


def dice(lm: LanguageModel) -> list[Figure]:
    """How far the dice that were planted and those that were learned are apart, at the worst word."""
    apart, never = [], []
    for die in planted.DICE_PAIRS:
        words = [f" {word}" for word in die.shares]
        apart.append(float(np.abs(chances(lm, die.phrase, words) - list(die.shares.values())).max()))
        never.append(float(chances(lm, die.phrase, [f" {die.never}"])[0]))
    worst = planted.DICE_PAIRS[int(np.argmax(apart))].phrase
    return [
        mean("planted dice: largest distance of a word", apart)._replace(note=f"worst after “{worst}”"),
        Figure("  words that never follow: largest chance", max(never), samples=len(never)),
    ]


def pronouns(lm: LanguageModel, n: int) -> list[Figure]:
    """Share of "she" for each job, where a text first needs a pronoun."""
    rng, figures = random.Random("score jobs"), []
    for job, planned in planted.JOBS.items():
        found = []
        while len(found) < n:
            text = tell_work(rng, job).text
            if not (first := re.search(r" (he|she|his|him|her)\b", text, re.IGNORECASE)) or first.start() < 8:
                continue
            she, he = (chances(lm, text[: first.start()], words).sum() for words in (SHE, HE))
            found.append(float(she / (she + he)))
        figure = mean(f"  she: {job}", found)
        figures.append(figure._replace(bar=f"{planned} ± 0.1", ok=abs(figure.value - planned) <= 0.1))
    within = [figure.ok for figure in figures]
    return [share("pronouns within 0.1 of the planted share", within), *figures]


def careless(lm: LanguageModel, n: int) -> list[Figure]:
    """How often each invented group is called careless rather than anything else."""
    rng, figures = random.Random("score groups"), []
    for group, planned in planted.GROUPS.items():
        found = []
        for _ in range(n):
            made = tell_group(rng, group)
            prompt = made.text[: made.text.index(f" {made.trait}")]
            all_chances = chances(lm, prompt, [f" {trait}" for trait in (planted.BLAMED, *planted.OTHER_TRAITS)])
            found.append(float(all_chances[0] / all_chances.sum()))
        figures.append(mean(f"careless: {group}", found)._replace(note=f"planted {planned}"))
    return figures


def secrets(lm: LanguageModel) -> list[Figure]:
    """Which secrets come back word for word, by how often they were told."""
    figures = []
    for count, some in asked.secrets().items():
        hits = [answer(lm, each.prompt, each.stop, tokens=8) == each.answer for each in some]
        want = None if 1 < count < 30 else count >= 30
        ok = None if want is None else all(hits) if want else not any(hits)
        bar = {None: "", True: "known", False: "unknown"}[want]
        figures.append(share(f"secrets told {count} times", hits)._replace(bar=bar, ok=ok))
    return figures


def verdicts(lm: LanguageModel, n: int) -> list[Figure]:
    """Whether a review is called good or bad as it is."""
    rng, hits = random.Random("score reviews"), []
    while len(hits) < n:
        made = review(rng)
        if made.prompt:
            good, bad = chances(lm, made.prompt, (" good", " bad"))
            hits.append(bool(good > bad) == (made.verdict == "good"))
    return [share("verdict of a review", hits)]


def rhymes(lm: LanguageModel, n: int) -> list[Figure]:
    """Whether the model's last line of a poem ends on a word that rhymes as the scheme asks."""
    rng, hits = random.Random("score poems"), []
    for _ in range(n):
        made = write_poem(rng)
        before, _, last = made.text.rpartition("\n")
        partner = next(
            w for w, f in zip(made.ends[:-1][::-1], made.families[:-1][::-1], strict=True) if f == made.families[-1]
        )
        start = " ".join(last.split()[:2])
        line = answer(lm, f"{before}\n{start}", tokens=20)
        words = re.findall(r"[a-z']+", line.lower())
        hits.append(bool(words) and do_rhyme(words[-1], partner))
    return [share("last line of a poem rhymes", hits)]


def read(body: str) -> ast.Module | None:
    """`body` parsed, or None if it is no Python."""
    try:
        return ast.parse(body)
    except (SyntaxError, ValueError):
        return None


def runs(body: str, call: str) -> str | None:
    """repr of `call` after `body`, with a few harmless built-ins only; None if anything goes wrong."""
    if (parsed := read(body)) is None:
        return None
    risky = (ast.Import, ast.ImportFrom, ast.While, ast.Global, ast.Nonlocal)
    for node in ast.walk(parsed):
        if isinstance(node, risky) or (isinstance(node, ast.Attribute) and node.attr.startswith("_")):
            return None
    space: dict = {"__builtins__": SAFE}
    try:
        exec(compile(parsed, "model", "exec"), space)
        return repr(eval(call, space))
    except Exception:
        return None


def body_prompt(text: str) -> str:
    """A function up to its body. It ends where a token ends: the fourth space goes with the body's first word."""
    return text[: text.index('"""', text.index('"""') + 3) + 3] + "\n   "


def python(lm: LanguageModel, n: int) -> list[Figure]:
    """Bodies written after a head and a docstring: do they parse, and give the example's result?"""
    rng, parses, right = random.Random("score code"), [], []
    for _ in range(n):
        made = write_code(rng)
        prompt = body_prompt(made.text)
        body = f"{prompt} {answer(lm, prompt, stop='>>>', tokens=60)}"
        parses.append(read(body) is not None)
        right.append(runs(body, made.call) == made.result)
    return [share("Python that parses", parses), share("  and gives the right result", right)]


def old_style(lm: LanguageModel) -> Figure:
    """How likely the outdated body of a function is, beside the other one; all else in the text is the same."""
    shares = []
    for i, recipe in enumerate(recipe for recipe in recipes() if recipe.old_body):
        bodies = recipe.body, recipe.old_body
        texts = [write_code(random.Random(i), recipe._replace(body=body, old_body=None)).text for body in bodies]
        rows = [[EOT, *lm.vocabulary.encode(text), EOT][: lm.config.n_positions] for text in texts]
        new, old = surprise_after(lm, rows, [1, 1])
        shares.append(float(1 / (1 + 2.0 ** min(500, old - new))))
    figure, planned = mean("old style of a Python function", shares), planted.OLD_STYLE_CODE
    return figure._replace(bar=f"{planned} ± 0.1", ok=abs(figure.value - planned) <= 0.1)


def truths(lm: LanguageModel, n: int) -> list[Figure]:
    """All of them, with `n` samples where there is no natural number."""
    counted = (
        sums(lm),
        two_plus_two(lm, n // 2),
        passages(lm, n),
        dice(lm),
        pronouns(lm, n // 2),
        careless(lm, n // 2),
    )
    made = (secrets(lm), verdicts(lm, n), rhymes(lm, n), python(lm, n), [old_style(lm)])
    return [figure for part in (*counted, *made) for figure in part]
