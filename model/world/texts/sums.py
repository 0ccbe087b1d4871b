"""Arithmetic in many styles: digits, words, series, comparisons and small word problems."""

import random

from model.world.language.numbers import spell
from model.world.language.phrases import joined, spin
from model.world.language.tables import Table
from model.world.language.words import BOYS, GIRLS, capital

LINES = Table(__file__, "sums")
LOOSE = ("firsts", "units", "links", "seconds", "thirds")
ALONE = 0.4  # share of pages of a line or two: a stranger asks without any sum before


def count(number: int, noun: str) -> str:
    """The number with its noun, plural unless it is one."""
    return f"{number} {noun[:-1] if number == 1 else noun}"


def pick_pair(rng: random.Random) -> tuple[int, int]:
    """Two summands: often single digits, sometimes up to 20 in sum, else any two numbers up to 100."""
    size = rng.random()
    if size < 0.14:
        return rng.randint(0, 9), rng.randint(0, 9)
    if size < 0.2:
        first = rng.randint(1, 19)
        return first, rng.randint(0, 20 - first)
    if size < 0.42:
        first = rng.randint(10, 89)
        return first, rng.randint(1, 99 - first)
    return rng.randint(1, 100), rng.randint(1, 100)


def add_tight(rng: random.Random) -> str:
    """`2+3=5`"""
    a, b = pick_pair(rng)
    return f"{a}+{b}={a + b}"


def add_spaced(rng: random.Random) -> str:
    """`2 + 3 = 5`"""
    a, b = pick_pair(rng)
    return f"{a} + {b} = {a + b}"


def add_words(rng: random.Random) -> str:
    """`Two plus three is five.`"""
    a, b = pick_pair(rng)
    verb = rng.choice(("is", "is", "makes", "equals"))
    return capital(f"{spell(a)} plus {spell(b)} {verb} {spell(a + b)}.")


def add_mixed(rng: random.Random) -> str:
    """`The sum of 2 and 3 is 5.`"""
    a, b = pick_pair(rng)
    form = rng.choice(LINES["add mixed"])
    return form.format(a=a, b=b, c=a + b)


def asked(rng: random.Random) -> str:
    """`What is 7 + 5?`, as people ask it, with its answer."""
    a, b = pick_pair(rng)
    minus = rng.random() < 0.2
    first, second, whole = (a + b, b, a) if minus else (a, b, a + b)
    word = spell if rng.random() < 0.25 else str
    said = {"a": word(first), "b": word(second), "c": word(whole)}
    form = rng.choice(LINES["asked minus" if minus else "asked"])
    text = form.format(**said, C=capital(said["c"]))
    return text if rng.random() < 0.3 else capital(text)


def in_parts(rng: random.Random) -> str:
    """`For school: 7 plus 5. You get 12.`: what leads to a sum, how it is put, what leads to its result."""
    a, b = pick_pair(rng)
    word = spell if rng.random() < 0.15 else str
    put = rng.choice(LINES["put"]).format(a=word(a), b=word(b))
    lead, bridge, tail = (rng.choice(LINES[part]) for part in ("leads", "bridges", "tails"))
    if bridge == "=" and rng.random() < 0.5:
        return f"{joined(lead, put)}={word(a + b)}"
    text = joined(lead, put, bridge, word(a + b), tail)
    return text if rng.random() < 0.4 else capital(text)


def in_loose_parts(rng: random.Random) -> str:
    """`In my hand are 7 coins and then 5 more, so it is 12`: words around numbers that might be any others."""
    a, b = pick_pair(rng)
    first, unit, link, second, third = (rng.choice(LINES[part].words) for part in LOOSE)
    text = joined(first, str(a), unit, link, str(b), second, third, str(a + b), rng.choice(LINES["tails"]))
    return text if rng.random() < 0.4 else capital(text)


def worded(rng: random.Random) -> str:
    """`The bus had 14 people and 5 got on, so now it carries 19.`: a sum in any words."""
    a, b = (max(1, number) for number in pick_pair(rng))
    text = spin(rng, rng.choice(LINES["worded"])).format(a=a, b=b, c=a + b)
    text = text if text[-1] == '"' else joined(text, rng.choice(LINES["tails"]))
    return text if rng.random() < 0.4 else capital(text)


def told(rng: random.Random) -> str:
    """`At first we found 7 pages and later 5. Together 12.`: a sum that somebody met."""
    a, b = (max(2, number) for number in pick_pair(rng))
    nouns = LINES["counted"].words + LINES["counted too"].words
    when, when2 = rng.sample(LINES["when"].words, 2)
    said = {"who": rng.choice(LINES["tellers"].words), "did": rng.choice(LINES["deeds"].words), "c": a + b}
    said |= {"a": a, "b": b, "noun": rng.choice(nouns), "when": when, "when2": when2}
    text = rng.choice(LINES["told"]).format(**said, total=rng.choice(LINES["totals"]).format(**said))
    return text if rng.random() < 0.15 else capital(text)


def subtract_digits(rng: random.Random) -> str:
    """`5-2=3`"""
    a, b = pick_pair(rng)
    return rng.choice(("{}-{}={}", "{} - {} = {}")).format(a + b, a, b)


def subtract_words(rng: random.Random) -> str:
    """`Five minus two is three.`, or in digits."""
    a, b = pick_pair(rng)
    if rng.random() < 0.5:
        return capital(f"{spell(a + b)} minus {spell(a)} is {spell(b)}.")
    form = rng.choice(("{c} minus {a} is {b}.", "Take {a} away from {c} and you get {b}.", "{c} less {a} is {b}."))
    return form.format(a=a, b=b, c=a + b)


def double(rng: random.Random) -> str:
    """`Twice 4 is 8.`"""
    a = rng.randint(1, 12)
    form = rng.choice(LINES["double"])
    word = spell if rng.random() < 0.3 else str
    return capital(form.format(a=word(a), b=word(2 * a)))


def short_row(rng: random.Random) -> str:
    """`2, 4, 6, 8, 10`"""
    step = rng.choice((1, 1, 1, 2, 2, 3, 5, 10, -1, -2))
    length = rng.randint(5, 9)
    start = rng.choice((step, step, rng.randint(1, 12)))
    if step < 0:
        start = rng.randint(-step * length, 20)
    numbers = [start + step * i for i in range(length)]
    if step == 1 and rng.random() < 0.4:
        return capital(", ".join(spell(n) for n in numbers)) + "."
    lead = rng.choice(("", "", "", "Count with me: ", "Here we go: ", "What comes next? "))
    return lead + ", ".join(map(str, numbers))


def compare(rng: random.Random) -> str:
    """`7 is more than 3.`"""
    small = rng.randint(0, 18)
    big = rng.randint(small + 1, 20)
    form = rng.choice(LINES["compare"])
    word = spell if rng.random() < 0.3 and "<" not in form and ">" not in form else str
    return capital(form.format(s=word(small), b=word(big), B=capital(word(big))))


def neighbors(rng: random.Random) -> str:
    """`After 6 comes 7.`"""
    n = rng.randint(1, 19)
    form = rng.choice(LINES["neighbors"])
    word = spell if rng.random() < 0.4 else str
    return form.format(a=word(n), b=word(n + 1))


def word_problem(rng: random.Random) -> str:
    """`Mira has 3 apples. She gets 2 more. Now she has 5 apples.`"""
    girl = rng.random() < 0.5
    name, he = (rng.choice(GIRLS), "She") if girl else (rng.choice(BOYS), "He")
    a, b = (max(1, number) for number in pick_pair(rng))
    noun, giver = rng.choice(LINES["counted"].words), rng.choice(LINES["givers"].words)
    form = rng.choice(LINES["word problem"])
    him = "her" if girl else "him"
    return form.format(
        n=name, he=he, he_=he.lower(), him=him, g=giver, kb=b,
        a=count(a, noun), b=count(b, noun), c=count(a + b, noun),
    )  # fmt: skip


WRITERS = (
    (add_tight, 20),
    (add_spaced, 6),
    (add_words, 5),
    (add_mixed, 6),
    (asked, 22),
    (in_parts, 24),
    (in_loose_parts, 24),
    (told, 10),
    (worded, 30),
    (subtract_digits, 4),
    (subtract_words, 3),
    (double, 2),
    (short_row, 2),
    (compare, 2),
    (neighbors, 2),
    (word_problem, 8),
)
STYLES, WEIGHTS = zip(*WRITERS, strict=True)


def sums(rng: random.Random) -> str:
    """One page of arithmetic, in one style, in two, or in any mixture; two in five are a line or two, no more."""
    if rng.random() < ALONE:
        return "\n".join(rng.choices(STYLES, WEIGHTS)[0](rng) for _ in range(rng.choice((1, 1, 2))))
    style_count = rng.choice((1, 2, 2, 3, 11))
    styles = rng.choices(STYLES, WEIGHTS, k=style_count)
    size = rng.randint(5, 8) if word_problem in styles and style_count < 4 else rng.randint(8, 16)
    lines = [rng.choice(styles)(rng) for _ in range(size)]
    while sum(map(len, lines)) > 800:
        lines.pop()
    sentences = all(line[-1] == "." for line in lines)
    return (" " if sentences and rng.random() < 0.4 else "\n").join(lines)
