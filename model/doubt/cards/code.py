"""Code: functions that it writes look right; are they? Each is run in a sandbox on two calls, of which it saw one.

Judged by running, as Chen et al. (2021) do. Pearce et al. (2022) counted insecure habits in what such models write:
here nothing insecure was planted, but an outdated style was, by its share.
"""

import random
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from model.core.sampling import PLAIN, Shaping
from model.doubt.asking import SURE, written
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, exact, share
from model.doubt.sandbox import Program, Ran, run
from model.language_model import LanguageModel
from model.world.texts.code import Function, evaluate, pick_arguments, recipes
from model.world.truth.planted import OLD_STYLE_CODE

KNOWN, TOKENS, SEED = 40, 60, 7
ALL, SOME = 0.8, 0.25  # of new functions that are right
NEW = (  # a head, what it does, the right expression and two calls: by hand, and in no text
    ("triple(n)", "Three times n.", "3 * n", "4", "7"),
    ("add_ten(n)", "Ten more than n.", "n + 10", "5", "32"),
    ("one_less(n)", "One less than n.", "n - 1", "5", "12"),
    ("last_digit(n)", "The last digit of n.", "n % 10", "47", "123"),
    ("is_negative(n)", "Whether n is below zero.", "n < 0", "-3", "5"),
    ("fourth_power(n)", "n times n times n times n.", "n**4", "2", "3"),
    ("quarter(n)", "Divide n by four.", "n / 4", "8", "6"),
    ("same(a, b)", "Whether a and b are equal.", "a == b", "3, 3", "3, 4"),
    ("add_three(a, b, c)", "The sum of a, b and c.", "a + b + c", "1, 2, 3", "4, 0, 5"),
    ("mean_of_three(a, b, c)", "The mean of three numbers.", "(a + b + c) / 3", "1, 2, 3", "4, 4, 1"),
    ("hours_in_days(days)", "Days in hours.", "24 * days", "2", "3"),
    ("dozens(n)", "How many eggs n dozens have.", "12 * n", "2", "5"),
    ("to_celsius(f)", "Fahrenheit in Celsius.", "(f - 32) * 5 / 9", "32", "212"),
    ("box_volume(a, b, c)", "The volume of a box.", "a * b * c", "2, 3, 4", "1, 5, 5"),
    ("second(items)", "The second of the items.", "items[1]", "[7, 8, 9]", '["cup", "hat"]'),
    ("without_last(items)", "All items but the last.", "items[:-1]", "[7, 8, 9]", '["cup", "hat"]'),
    ("turn_list(items)", "The items from back to front.", "items[::-1]", "[7, 8, 9]", '["cup", "hat"]'),
    ("both_ends(items)", "The first and the last of the items.", "[items[0], items[-1]]", "[7, 8, 9]", "[1, 2]"),
    ("halves(numbers)", "Each number half as big.", "[n / 2 for n in numbers]", "[2, 3]", "[8, 1]"),
    ("odds(numbers)", "The odd ones of the numbers.", "[n for n in numbers if n % 2]", "[1, 2, 3]", "[4, 6]"),
    ("below(numbers, most)", "All numbers under most.", "[n for n in numbers if n < most]", "[1, 5, 9], 6", "[7], 7"),
    ("count_big(numbers)", "How many numbers are over ten.", "sum(n > 10 for n in numbers)", "[5, 12, 30]", "[1]"),
    ("spread(numbers)", "The largest minus the smallest.", "max(numbers) - min(numbers)", "[3, 9, 4]", "[5, 6]"),
    ("big_to_small(numbers)", "Sort from big to small.", "sorted(numbers)[::-1]", "[3, 1, 2]", "[4, 9]"),
    ("add_squares(numbers)", "The sum of the squares.", "sum(n * n for n in numbers)", "[1, 2, 3]", "[4, 5]"),
    ("one_more_each(numbers)", "Add one to each number.", "[n + 1 for n in numbers]", "[1, 2, 3]", "[9]"),
    ("last_letter(word)", "The last letter of word.", "word[-1]", '"cat"', '"moon"'),
    ("count_e(word)", "How often e is in word.", 'word.count("e")', '"tree"', '"apple"'),
    ("is_long(word)", "Whether word has more than five letters.", "len(word) > 5", '"banana"', '"cat"'),
    ("starts_with_a(word)", "Whether word begins with a.", 'word[0] == "a"', '"apple"', '"tree"'),
    ("twice_in_a_row(word)", "word, two times.", "word * 2", '"ha"', '"go"'),
    ("ask(text)", "text with a question mark.", 'text + "?"', '"who"', '"why not"'),
    ("longer(a, b)", "The longer one of two words.", "max(a, b, key=len)", '"cat", "horse"', '"moon", "sun"'),
    ("with_dashes(words)", "The words with dashes between them.", '"-".join(words)', '["red", "fox"]', '["a", "b"]'),
    ("capitals(words)", "Each word in capitals.", "[w.upper() for w in words]", '["red", "fox"]', '["a"]'),
    ("last_letters(words)", "The last letters of words.", "[w[-1] for w in words]", '["red", "fox"]', '["cup"]'),
    ("shortest(words)", "The shortest of the words.", "min(words, key=len)", '["horse", "ox"]', '["cat", "goose"]'),
    ("all_letters(words)", "How many letters all words have.", "sum(map(len, words))", '["red", "ox"]', '["a"]'),
    ("say_age(name, age)", "A list of name and age.", "[name, age]", '"Mira", 9', '"Tom", 12'),
    ("next_hour(hour)", "The hour after this one on a clock of 12.", "hour % 12 + 1", "7", "12"),
)
SHOWN = """def one_more(n):
    \"\"\"One more than n.

    >>> one_more(3)
    4
    \"\"\"
    return n + 1


def third(items):
    \"\"\"The third of the items.

    >>> third([7, 8, 9])
    9
    \"\"\"
    return items[2]


"""
RISKY = re.compile(r"\b(?:eval|exec|open|input|__import__|os|subprocess|pickle)\b|except\s*:|=\s*(?:\[\]|\{\})\s*[,)]")
OWN = re.compile(r"(\w{1,30})\(([\w, ]{0,40})\): ([^|\"\\]{3,80})\|\s*\1\((.{0,60})\)\s*")


class Task(NamedTuple):
    """A function that shall be written: its head, what it does, calls with their results; the first is shown."""

    head: str
    doc: str
    calls: tuple[str, ...]
    results: tuple[str, ...]

    @property
    def prompt(self) -> str:
        """All up to the body, in a layout of the world; the fourth space goes with the body's first word."""
        shown = f"\n\n    >>> {self.calls[0]}\n    {self.results[0]}\n    " if self.results else ""
        return f'{self.head}\n    """{self.doc}{shown}"""\n   '

    def program(self, body: str) -> Program:
        """What it wrote, as it is run: without the text in front."""
        return Program(f"{self.head}\n   {body}", self.calls)


def task(head: str, doc: str, body: str, values: Sequence[str]) -> Task:
    """A task whose results are those of a right body, which is our own."""
    name = head.partition("(")[0]
    calls = tuple(f"{name}({each})" for each in values)
    return Task(f"def {head}:", doc, calls, tuple(evaluate(f"def {head}:\n{body}", call) for call in calls))


def drawn(rng: random.Random, recipe: Function) -> tuple[Task, str]:
    """A function of its texts as a task, and its outdated body, if there is one."""
    arguments = pick_arguments(rng, recipe)
    slots = dict(zip("abc", arguments, strict=False))
    doc = rng.choice(recipe.docs).format_map(slots)
    head = f"{rng.choice(recipe.names)}({', '.join(arguments)})"
    made = task(head, doc, recipe.body.format_map(slots), rng.sample(recipe.calls, 2))
    return made, (recipe.old_body or "").format_map(slots).strip()


@cache
def known() -> tuple[Task, ...]:
    """Functions that its texts have, always the same."""
    rng = random.Random("limits code")
    return tuple(drawn(rng, recipe)[0] for recipe in rng.sample(recipes(), KNOWN))


@cache
def new() -> tuple[Task, ...]:
    """Functions that no text has."""
    return tuple(task(head, doc, f"    return {right}", values) for head, doc, right, *values in NEW)


@cache
def two_ways() -> tuple[tuple[Task, str], ...]:
    """Functions that its texts have in two styles, each with its outdated body."""
    rng = random.Random("limits habits")
    return tuple(drawn(rng, recipe) for recipe in recipes() if recipe.old_body)


def ended(text: str) -> bool:
    """Whether a body is over: a line begins at the margin."""
    return bool(re.search(r"\n(?=\S)", text))


def bodies(lm: LanguageModel, some: Sequence[Task], shaping: Shaping = SURE, before: str = "") -> list[str]:
    """What it writes for each, the likeliest or rolled; after `before`, if there is any."""
    texts = written(lm, [before + each.prompt for each in some], TOKENS, shaping, ended, SEED)
    return [re.split(r"\n(?=\S)", text)[0].rstrip() for text in texts]


def judged(some: Sequence[Task], texts: Sequence[str]) -> list[Ran]:
    """What came of each in the sandbox."""
    return run([each.program(text) for each, text in zip(some, texts, strict=True)])


def right(some: Sequence[Task], ran: Sequence[Ran]) -> np.ndarray:
    """Whether (n, 2) each call gives what it should."""
    said = [one.values or ("", "") for one in ran]
    return np.array(
        [[a == b for a, b in zip(*both, strict=True)] for both in zip(said, [t.results for t in some], strict=True)]
    )


def habits(lm: LanguageModel, others: Sequence[str]) -> tuple[Row, ...]:
    """Of functions that have two styles, rolled: how many are in the outdated one; how many of all look insecure."""
    asked, old = zip(*two_ways(), strict=True)
    rolled = bodies(lm, asked, PLAIN)
    outdated = share([body.strip() == each for body, each in zip(rolled, old, strict=True)])
    insecure = share([bool(RISKY.search(body)) for body in (*rolled, *others)])
    return Row("outdated", outdated, OLD_STYLE_CODE), Row("insecure", insecure, 0.0)


def told(lm: LanguageModel) -> tuple[Seen, ...]:
    """How many functions of the sample have the name of some that it knows, and of some that are new."""
    if lm.corpus is None:
        return ()
    heads = re.findall(r"\bdef (\w+)\(", lm.vocabulary.decode(lm.corpus.ids.tolist()))
    names = [each.head.removeprefix("def ").partition("(")[0] for each in (*known()[:2], *new()[:2])]
    return tuple(Seen(name, heads.count(name), len(heads)) for name in names if heads)


def measure(lm: LanguageModel) -> Measured:
    """Functions that it knows and new ones: can Python read them, and are they right? What helps."""
    some = {"known": known(), "new": new()}
    texts = {name: bodies(lm, each) for name, each in some.items()}
    ran = {name: judged(each, texts[name]) for name, each in some.items()}
    hits = {name: right(each, ran[name]) for name, each in some.items()}
    parts, facts = [], {}
    for name, each in hits.items():
        read, good = share([one.parses for one in ran[name]]), share(each.all(1))
        parts.append(Part(name, (Row("parses", read), Row("right", good))))
        facts |= {f"{name}_parses": read.value, f"{name}_right": good.value, f"{name}_n": good.n}
        facts |= {f"{name}_low": good.low, f"{name}_high": good.high}
    both = np.concatenate([*hits.values()])
    passes = both[:, 0]
    kept = share(both[passes].all(1)) if passes.any() else share([False])
    shown = bodies(lm, some["new"], before=SHOWN)
    helped = share(right(some["new"], judged(some["new"], shown)).all(1))
    helps = (
        Help("run", (share(both.all(1)), kept), (share(np.ones_like(passes)), share(passes))),
        Help("shown", (parts[1].rows[1].said, helped)),
    )
    parts.append(Part("habits", habits(lm, [*texts["known"], *texts["new"]])))
    return Measured(tuple(parts), facts, told(lm), helps)


def finding(found: Measured) -> bool:
    """Of new functions more can be read than are right, and far fewer are right than of those that it knows."""
    (reads, good), (_, old) = found.rows("new"), found.rows("known")
    return reads.said.low > good.said.high and old.said.low > good.said.high


def answer(found: Measured) -> int:
    """Of new functions nearly all are right (0), some (1), or hardly any (2)."""
    good = found.facts["new_right"]
    return 0 if good >= ALL else 1 if good >= SOME else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A function of one's own, with a call: what it writes, and what that gives in the sandbox."""
    if not (asked := OWN.fullmatch(case)):
        raise ValueError("Type a head, what it does and a call, such as: plus_two(n): Two more than n. | plus_two(5)")
    name, arguments, doc, values = asked.groups()
    mine = Task(f"def {name}({arguments}):", doc.strip(), (f"{name}({values})",), ())
    (body,) = bodies(lm, [mine])
    (ran,) = judged([mine], [body])
    gives = ran.values[0] if ran.values else ran.said or ran.how
    rows = Row("parses", exact(ran.parses)), Row(f"{' '.join(body.split())} → {gives}", exact(ran.how == "value"))
    return Part("own", rows)


CARD = Card(7, measure, finding, answer, own, "plus_two(n): Two more than n. | plus_two(5)")
