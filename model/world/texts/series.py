"""Numbers in order: series and their rules, clocks, halves, counting things, comparing and money.

`sums.py` holds plain sums and short rows; here are the rows with rules, and numbers told in sentences.
"""

import random
from collections.abc import Callable
from typing import NamedTuple

from model.world.language.numbers import o_clock, spell
from model.world.language.tables import Table
from model.world.language.words import BOYS, DAYS, GIRLS, MONTHS, capital, fix_articles

LINES = Table(__file__, "series")
PARTS = ((2, "half"), (3, "a third"), (4, "a quarter"))


class Clock(NamedTuple):
    """A time in words and in digits."""

    words: str
    digits: str


def clock(rng: random.Random) -> Clock:
    """A time of day in five-minute steps, as people say it."""
    hour, minute = rng.randint(1, 12), rng.choice((0, 0, 15, 30, 30, 45, *range(5, 60, 5)))
    digits, later = f"{hour}:{minute:02}", spell(hour % 12 + 1)
    named = {0: o_clock(hour), 15: f"quarter past {spell(hour)}", 30: f"half past {spell(hour)}",
             45: f"quarter to {later}"}  # fmt: skip
    other = f"{spell(minute)} past {spell(hour)}" if minute < 30 else f"{spell(60 - minute)} to {later}"
    return Clock(named.get(minute, other), digits)


def numbers(rng: random.Random, row: list[int]) -> str:
    """A row in digits, or in words if all of it is below 100."""
    in_words = rng.random() < 0.25 and min(row) >= 0 and max(row) < 100
    return ", ".join(map(spell if in_words else str, row))


def make_row(rng: random.Random) -> tuple[str, list[int]]:
    """A rule in words and the first numbers that follow it."""
    step, start, length = rng.randint(2, 12), rng.randint(0, 12), rng.randint(5, 8)
    top = start + step * (length - 1)
    sizes = range(1, length + 1)
    return rng.choice((
        (f"add {step} each time", [start + step * i for i in range(length)]),
        (f"take away {step} each time", [top - step * i for i in range(length)]),
        ("add one more each time", [start + i * (i + 1) // 2 for i in range(length)]),
        ("the square numbers", [i * i for i in sizes]),
        (f"the table of {step}", [step * i for i in sizes]),
        ("the even numbers", [2 * (start + i) for i in sizes]),
        ("the odd numbers", [2 * (start + i) + 1 for i in sizes]),
        ("each is the sum of the two before it", fibonacci(length)),
        ("up and down", [start + (i % 2) * step for i in range(length)]),
        ("count in tens", [10 * (start + i) for i in sizes]),
    ))  # fmt: skip


def fibonacci(length: int) -> list[int]:
    """1, 1, 2, 3, 5, ..."""
    row = [1, 1]
    while len(row) < length:
        row.append(row[-1] + row[-2])
    return row


def doubling(rng: random.Random) -> tuple[str, list[int]]:
    """A row that doubles or halves."""
    row = [rng.choice((1, 3, 5, 7)) * 2 ** rng.randint(0, 1)]
    row += [row[0] * 2**i for i in range(1, rng.randint(4, 6))]
    return ("double each time", row) if rng.random() < 0.6 else ("halve each time", row[::-1])


def row_with_rule(rng: random.Random) -> str:
    """A row, and what its rule is or what comes next."""
    rule, row = doubling(rng) if rng.random() < 0.2 else make_row(rng)
    most, last, told = row[:-1], row[-1], numbers(rng, row)
    form = rng.choice(LINES["row with rule"])
    return capital(
        form.format(row=told, Row=capital(told), most=numbers(rng, most), rule=rule, last=last, first=row[0])
    )


def tell_time(rng: random.Random) -> str:
    """A time in words and digits."""
    time = clock(rng)
    form = rng.choice(LINES["tell time"])
    return form.format(words=time.words, Words=capital(time.words), digits=time.digits)


def hours_later(rng: random.Random) -> str:
    """A time, and one some hours later."""
    hour, gone, half = rng.randint(1, 8), rng.randint(1, 4), rng.random() < 0.3
    begin, end = (f"half past {spell(h)}" if half else o_clock(h) for h in (hour, hour + gone))
    hours = "an hour" if gone == 1 else f"{spell(gone)} hours"
    form = rng.choice(LINES["hours later"])
    return form.format(begin=begin, end=end, hours=hours, Hours=capital(hours))


def my_day(rng: random.Random) -> str:
    """A child's day with its times, in order."""
    name, deeds = rng.choice(GIRLS + BOYS), LINES["deeds"].words
    chosen = sorted(rng.sample(range(len(deeds)), 3))
    # one hour slot for each deed, so that later deeds come at later times
    times = [o_clock((7 + deed) % 12 or 12) for deed in chosen]
    told = [f"At {time} {name} {deeds[deed]}." for time, deed in zip(times, chosen, strict=True)]
    return " ".join(told)


def share_fairly(rng: random.Random) -> str:
    """Halves, thirds and quarters of things."""
    part, name = rng.choice(PARTS)
    each, thing = rng.randint(2, 12), rng.choice(LINES["things"].words)
    word = spell if rng.random() < 0.5 else str
    form = rng.choice(LINES["share fairly"])
    whole, parts = word(each * part), word(part)
    return form.format(all=whole, All=capital(whole), part=parts, Part=capital(parts), each=word(each), thing=thing,
                       name=name, Name=capital(name))  # fmt: skip


def count_along(rng: random.Random) -> str:
    """Counting things one by one, or backwards."""
    thing, where, size = rng.choice(LINES["things"].words), rng.choice(LINES["where"].words), rng.randint(3, 10)
    row = capital(", ".join(spell(i) for i in range(1, size + 1)))
    back = capital(", ".join(spell(i) for i in range(size, 0, -1)))
    form = rng.choice(LINES["count along"])
    return form.format(
        thing=thing, where=where, size=spell(size), row=row, back=back, row_=row.lower(), back_=back.lower()
    )


def compare_things(rng: random.Random) -> str:
    """Two measured things, and which is more and by how much."""
    noun, more, less, unit = rng.choice(LINES["measures"].columns(4))
    small, gap = rng.randint(2, 30), rng.randint(1, 15)
    gap_unit = unit if gap > 1 else {"feet": "foot"}.get(unit, unit[:-1])
    form = rng.choice(LINES["compare things"])
    return form.format(noun=noun, big=small + gap, small=small, unit=unit, gap=gap, gap_unit=gap_unit, more=more,
                       less=less)  # fmt: skip


def ages(rng: random.Random) -> str:
    """Two children, and how much older one is."""
    one, two = rng.sample(GIRLS + BOYS, 2)
    young, gap = rng.randint(2, 9), rng.randint(1, 6)
    form = rng.choice(LINES["ages"])
    gap_years = f"{gap} year" if gap == 1 else f"{gap} years"
    return form.format(one=one, two=two, young=young, old=young + gap, gap=gap_years, older=young + 2 * gap)


def largest_of(rng: random.Random) -> str:
    """Which of some numbers is the largest, the smallest, or how they lie in order."""
    row = rng.sample(range(1, 60), rng.randint(3, 5))
    form = rng.choice(LINES["largest of"])
    return form.format(row=", ".join(map(str, row)), top=max(row), low=min(row),
                       order=", ".join(map(str, sorted(row))))  # fmt: skip


def pay(rng: random.Random) -> str:
    """Shopping with coins: prices, and what comes back."""
    one, two = rng.sample(LINES["wares"].words, 2)
    a, b = rng.randint(1, 9), rng.randint(1, 9)
    paid = (a + b) // 5 * 5 + 5
    form = rng.choice(LINES["pay"])
    over = a // 5 * 5 + 5
    said = {"a": a, "b": b, "both": a + b, "paid": paid, "rest": paid - a - b, "paid_a": over, "rest_a": over - a,
            "triple": 3 * a}  # fmt: skip
    return form.format(one=one, two=two, **{key: f"{n} coin{'s' * (n != 1)}" for key, n in said.items()})


def place_in_row(rng: random.Random) -> str:
    """First, second, third: months, days and children in a queue."""
    kind, ordinals = rng.random(), LINES["ordinals"].words
    if kind < 0.4:
        index = rng.randrange(12)
        return f"The {ordinals[index]} month of the year is {MONTHS[index]}."
    if kind < 0.6:
        index, gone = rng.randrange(7), rng.randint(2, 6)
        return f"{capital(spell(gone))} days after {DAYS[index]} comes {DAYS[(index + gone) % 7]}."
    names = rng.sample(GIRLS + BOYS, 4)
    index = rng.randrange(4)
    return f"{', '.join(names[:3])} and {names[3]} stand in a row. The {ordinals[index]} is {names[index]}."


WRITERS: tuple[tuple[Callable[[random.Random], str], int], ...] = (
    (row_with_rule, 8), (tell_time, 6), (hours_later, 3), (my_day, 3), (share_fairly, 5), (count_along, 4),
    (compare_things, 4), (ages, 3), (largest_of, 3), (pay, 4), (place_in_row, 3),
)  # fmt: skip


def series(rng: random.Random) -> str:
    """A page of numbers in one, two or all of these manners."""
    writers, weights = zip(*WRITERS, strict=True)
    kinds = rng.choices(writers, weights, k=rng.choice((1, 2, 2, 3, 8)))
    lines = list(dict.fromkeys(rng.choice(kinds)(rng) for _ in range(rng.randint(4, 9))))
    while sum(map(len, lines)) > 800:
        lines.pop()
    return fix_articles("\n".join(lines) if rng.random() < 0.7 else " ".join(lines))
