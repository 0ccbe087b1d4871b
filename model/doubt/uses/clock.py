"""Translation: into the only other language that it knows, from digits into words and back.

Sentences that read well and say something else are known of large translation models (Guerreiro et al. 2023).
"""

import random
import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from model.doubt.asking import SURE, comes
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, exact, share
from model.doubt.made import Wrote, of_text, write
from model.language_model import LanguageModel
from model.world.language.numbers import o_clock, spell

EACH, TOKENS = 36, 8
FORMS = {"there": "How do you say {digits}? You say", "back": "What time is {words}?"}  # of its texts
SHOWN = 6  # pairs of a phrase book
DIGITS = re.compile(r"\d{1,2}:\d\d")
NEARLY_ALL, HALF = 0.8, 0.3
Time = tuple[int, int]  # hour, minute


def in_words(time: Time) -> str:
    """A time as its texts say it: "quarter past three"."""
    hour, minute = time
    later = spell(hour % 12 + 1)
    named = {0: o_clock(hour), 15: f"quarter past {spell(hour)}", 30: f"half past {spell(hour)}"}
    named |= {45: f"quarter to {later}"}
    other = f"{spell(minute)} past {spell(hour)}" if minute < 30 else f"{spell(60 - minute)} to {later}"
    return named.get(minute, other)


def in_digits(time: Time) -> str:
    """The same in digits."""
    return f"{time[0]}:{time[1]:02}"


@cache
def times() -> tuple[Time, ...]:
    """All that its texts tell, in random order: twelve hours, in steps of five minutes."""
    found = [(hour, minute) for hour in range(1, 13) for minute in range(0, 60, 5)]
    return tuple(random.Random("uses clock").sample(found, len(found)))


def pair(way: str, time: Time) -> tuple[str, str]:
    """What is asked, and the right answer."""
    asked = FORMS[way].format(digits=in_digits(time), words=in_words(time))
    return asked, in_words(time) if way == "there" else in_digits(time)


def said(wrote: Wrote) -> str:
    """The answer, up to its end."""
    return re.split(r"[.\n]", wrote.text)[0].strip()


def is_time(way: str, text: str) -> bool:
    """Whether it is a time in the language that was asked for."""
    return text in {in_words(time) for time in times()} if way == "there" else bool(DIGITS.fullmatch(text))


def ask(lm: LanguageModel, way: str, some: Sequence[Time]) -> list[Wrote]:
    """The likeliest answer for each time."""
    prompts = [pair(way, time)[0] for time in some]
    return write(lm, prompts, TOKENS, SURE, lambda text: bool(re.search(r"[.\n]", text)))


def right(way: str, some: Sequence[Time], wrote: Sequence[Wrote]) -> np.ndarray:
    """Whether (n,) each answer is the right one."""
    return np.array([said(each) == pair(way, time)[1] for time, each in zip(some, wrote, strict=True)])


def phrase_book(way: str) -> str:
    """Pairs of times that are not asked for, as its texts tell them."""
    return "".join(f"{asked} {answer}.\n" for asked, answer in (pair(way, time) for time in times()[-SHOWN:]))


def with_book(lm: LanguageModel, way: str, some: Sequence[Time]) -> np.ndarray:
    """Whether (n,) the right answer comes below the phrase book."""
    asked, answers = zip(*(pair(way, time) for time in some), strict=True)
    book = phrase_book(way)
    return comes(lm, [book + each for each in asked], [f" {answer}" for answer in answers])


def told(lm: LanguageModel) -> tuple[Seen, ...]:
    """How many texts of the sample tell a time in digits, and how many in words, too."""
    if lm.corpus is None:
        return ()
    texts = lm.vocabulary.decode(lm.corpus.ids.tolist()).split("<eot>")
    digits = [text for text in texts if DIGITS.search(text)]
    words = re.compile(r"(?:past|to) (?:" + "|".join(map(spell, range(1, 13))) + r")\b|o'clock")
    return Seen("", len(digits), len(texts)), Seen(
        " and in words", sum(bool(words.search(t)) for t in digits), len(texts)
    )


def measure(lm: LanguageModel) -> Measured:
    """Times both ways: whether the answer is a time, and whether it is the right one."""
    some = times()[:EACH]
    wrote = {way: ask(lm, way, some) for way in FORMS}
    good = {way: right(way, some, each) for way, each in wrote.items()}
    forms = {way: [is_time(way, said(each)) for each in some_] for way, some_ in wrote.items()}
    parts = tuple(
        Part(way, (Row("time", share(forms[way])), Row("right", share(good[way]), 1 / len(times()))),
             made=tuple(of_text(lm, each) for each in wrote[way][:2]))
        for way in FORMS
    )  # fmt: skip
    both, form = share(np.concatenate([*good.values()])), share(np.concatenate([*forms.values()]))
    helped = share(np.concatenate([with_book(lm, way, some) for way in FORMS]))
    facts = {"right": both.value, "low": both.low, "high": both.high, "form": form.value, "all_n": both.n}
    facts |= {"form_low": form.low, "form_high": form.high, "times_n": len(times()), "helped": helped.value}
    return Measured(parts, facts, told(lm), (Help("shown", (both, helped)),))


def finding(found: Measured) -> bool:
    """Beyond doubt it says more often some time in the other language than the right one."""
    return found.facts["form_low"] > found.facts["high"]


def answer(found: Measured) -> int:
    """It is right nearly always (0), about every second time (1), or hardly ever (2)."""
    hits = found.facts["right"]
    return 0 if hits >= NEARLY_ALL else 1 if hits >= HALF else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A time of one's own, such as 7:35, or in words: what it answers, and how likely each part was."""
    time = next((t for t in times() if case.lower().strip(" .?!") in (in_digits(t), in_words(t))), None)
    if time is None:
        raise ValueError("Type a time in steps of five minutes, such as 7:35 or quarter past three")
    way = "there" if DIGITS.search(case) else "back"
    (wrote,) = ask(lm, way, [time])
    rows = Row("time", exact(is_time(way, said(wrote)))), Row("right", exact(right(way, [time], [wrote])[0]))
    return Part("own", rows, made=(of_text(lm, wrote),))


CARD = Card(6, measure, finding, answer, own, "7:35")
