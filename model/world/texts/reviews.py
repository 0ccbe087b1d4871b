"""Reviews of toys, books, inns, meals and more, each marked good or bad; the points it makes bear the mark out."""

import random
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.phrases import paragraphs, polish, spin, word_it
from model.world.language.slots import draw_slots, in_digits, in_words, one_of
from model.world.language.tables import Table
from model.world.language.words import capital, fix_articles
from model.world.texts.names import meal

THINGS, LINES = Table(__file__, "review_things"), Table(__file__, "reviews")
VERDICTS = ("good", "bad")
SLOTS = {
    "num": in_words(2, 9),
    "big": in_digits(25, 95),
    "kid": in_words(3, 10),
    "colour": one_of(words.COLOURS[: words.COMMON]),
    "food": one_of(words.FOODS),
    "meal": meal,
    "day": one_of(words.DAYS),
    "month": one_of(words.MONTHS),
}


class Review(NamedTuple):
    """A review: its text, the part without the mark, the mark, what is reviewed, and the points for and against."""

    text: str
    body: str
    verdict: str
    kind: str
    good: tuple[str, ...]
    bad: tuple[str, ...]

    @property
    def mixed(self) -> bool:
        """Whether it has points of both kinds."""
        return bool(self.good and self.bad)

    @property
    def prompt(self) -> str | None:
        """The text up to the verdict, if that stands at the end."""
        end = f"Verdict: {self.verdict}"
        return self.text.removesuffix(f" {self.verdict}") if self.text.endswith(end) else None


@cache
def frames_of(verdict: str) -> tuple[tuple[str, ...], ...]:
    """The orders of points that bear out a verdict: most points, and the last one, are of its kind."""
    frames = (tuple(line.split()) for line in LINES["frames"])
    return tuple(f for f in frames if f.count(verdict) > len(f) / 2 and f[-1] == verdict)


def is_once(kind: str) -> bool:
    """Whether it is nothing that one buys and keeps."""
    return kind in LINES["once"].words


def review_slots(rng: random.Random, kind: str) -> dict[str, str]:
    """What the points of a review may name, and the thing itself."""
    slots = draw_slots(rng, SLOTS)
    plural = "plural" in THINGS[kind].parts
    name = fix_articles("a " + word_it(rng, THINGS[kind].parts["name"], slots))
    short = "them" if plural else rng.choice(("it", f"this {kind}" if kind != "toy" else "this toy"))
    return {**slots, "a_name": name, "A_name": capital(name), "it": short, "was": "were" if plural else "was"}


def make_points(rng: random.Random, kind: str, frame: tuple[str, ...], slots: dict) -> list[str]:
    """One point for each mark of the frame, none twice."""
    drawn = {mark: rng.sample(THINGS[kind].parts[mark], frame.count(mark)) for mark in VERDICTS}
    return [spin(rng, drawn[mark].pop()).format_map(slots) for mark in frame]


def link(rng: random.Random, frame: tuple[str, ...], points: list[str]) -> list[str]:
    """The points as sentences that say how each stands to the one before."""
    table, told, used = LINES["links"].parts, [], set()
    for index, point in enumerate(points):
        turned = index and frame[index] != frame[index - 1]
        name = "first" if not index else "same" if not turned else "back" if index == len(points) - 1 > 1 else "turn"
        form = rng.choice([line for line in table[name] if line.split()[0] not in used or line.startswith("{X")])
        if name == "turn" and index == len(points) - 1 and form.startswith("It is true"):
            form = "But {x}."
        used.add(form.split()[0])
        told.append(polish(form.format(x=point, X=capital(point))))
    return told


def review(rng: random.Random, verdict: str | None = None) -> Review:
    """One review, good or bad."""
    verdict = verdict or rng.choice(VERDICTS)
    kind = rng.choice(tuple(THINGS))
    slots, frame = review_slots(rng, kind), rng.choice(frames_of(verdict))
    points = make_points(rng, kind, frame, slots)
    told = [word_it(rng, THINGS[kind].parts["got"], slots), *link(rng, frame, points)]
    if rng.random() < 0.35:
        place = rng.choice((0, 1)) if is_once(kind) else 1
        told.insert(place, word_it(rng, LINES["openers"].parts[verdict], slots))
    if rng.random() < 0.5:
        told.append(word_it(rng, closers(kind, verdict), slots))
    body = polish(paragraphs(rng, told, 0))
    text = polish(rng.choice(LINES["forms"]).format(body=body, verdict=verdict, **slots))
    by_mark = {mark: tuple(p for p, m in zip(points, frame, strict=True) if m == mark) for mark in VERDICTS}
    return Review(text, body, verdict, kind, by_mark["good"], by_mark["bad"])


def closers(kind: str, verdict: str) -> list[str]:
    """The last sentences that fit the kind: nobody gives a meal away."""
    table = LINES["closers"].parts[verdict]
    return [line for line in table if not is_once(kind) or not any(w in line for w in ("buy", "gave", "family is"))]


def review_text(rng: random.Random) -> str:
    """The text of one review."""
    return review(rng).text
