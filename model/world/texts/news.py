"""News items, weather reports and small adverts of events, each with facts that hang together."""

import random
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.numbers import o_clock, spell
from model.world.language.phrases import paragraphs, polish, spin, word_it
from model.world.language.slots import draw_slots, in_digits, in_words, one_of, some_of, word_of
from model.world.language.tables import Table
from model.world.language.words import capital
from model.world.texts.names import first_name, meal, people, river, town, treasure

NEWS, WEATHER, EVENTS, LINES = (Table(__file__, name) for name in ("news", "weather", "events", "reports"))
WARM = words.MONTHS[3:9]
SLOTS = {  # what news and notices may name; nothing twice
    "town town2": lambda rng: [town(rng), town(rng)],
    "big big2": some_of(range(21, 99), 2),
    "num num2": some_of(range(2, 10), 2, spell),
    "day day2": some_of(words.DAYS, 2),
    "food food2": some_of(words.RAW, 2),
    "animal": one_of(words.ANIMALS),
    "thing": treasure,
    "month": one_of(words.MONTHS),
    "late": in_digits(11, 55),
    "less": in_digits(1, 9),
    "river": river,
    "age": in_digits(31, 89),
    "meal": meal,
    "colour": one_of(words.COLOURS[:8]),
    "cake": one_of(("cake", "pie", "loaf", "pizza")),
    "chest": one_of(("wall", "chest", "house")),
    "boat": one_of(("boat", "raft", "bathtub")),
    "spot": one_of(words.SPOTS),
    "book": word_of(LINES, "books"),
    "pet": lambda rng: first_name(rng, "boy"),
    "music": one_of(words.MUSIC),
    "hour": in_words(4, 9, o_clock),
    "of_month": in_digits(1, 28),
}


class Weather(NamedTuple):
    """A weather report with the month, the kind of weather and the degrees it tells."""

    text: str
    month: str
    kind: str
    degrees: int


def news_slots(rng: random.Random) -> dict[str, str]:
    """Everything that news and notices may name, and what follows from it."""
    p, q = people(rng, 2, family=True)
    slots = draw_slots(rng, SLOTS)
    return {
        **slots, "p": p.name, "q": q.name, "he": p.he, "in_town": f"in {slots['town']}", "Day2": slots["day2"],
        "old": str(int(slots["big"]) - int(slots["less"])), "AnimalA": f"A {slots['animal']}",
        "Thing": capital(slots["thing"]), "date": f"{slots['month']} {slots['of_month']}",
    }  # fmt: skip


def news_item(rng: random.Random) -> str:
    """One piece of news from a town that does not exist."""
    parts = NEWS[rng.choice(tuple(NEWS))].parts
    slots = news_slots(rng)
    more = parts["more"]
    kept = sorted(rng.sample(range(len(more)), rng.randint(2, min(3, len(more)))))
    chosen = [rng.choice(parts["lead"]), *(more[i] for i in kept), rng.choice(parts["end"])]
    told = [polish(spin(rng, line).format_map(slots)) for line in chosen]
    dateline = rng.choice(LINES["datelines"]).format_map(slots) if rng.random() < 0.5 else ""
    text = paragraphs(rng, [f"{dateline} {told[0]}".strip(), *told[1:]])
    title = spin(rng, rng.choice(parts["title"]))
    return polish(f"{capital(title.format_map(slots))}\n{text}" if rng.random() < 0.6 else text)


@cache
def months() -> dict[str, tuple[int, list[str]]]:
    """Month -> its usual degrees, and the kinds of weather that it may bring."""
    return {month: (int(degrees), kinds.split()) for month, degrees, kinds in LINES["months"].columns(3)}


def degrees_of(rng: random.Random, month: str, kind: str) -> int:
    """Degrees that fit a month and its weather; when it snows it is cold."""
    degrees = months()[month][0] + int(WEATHER[kind].parts["degrees"][0]) + rng.randint(-3, 3)
    degrees = min(degrees, 0) if kind in ("snowy", "frosty") else max(degrees, 2)
    return degrees - 1 if degrees == -1 else degrees


def weather(rng: random.Random) -> Weather:
    """A weather report that fits its month: no snow in July."""
    month = rng.choice(words.MONTHS)
    kind, after = rng.sample(months()[month][1], 2)
    parts, day = WEATHER[kind].parts, rng.randrange(7)
    slots = {**news_slots(rng), "date": f"{month} {rng.randint(1, 28)}", "temp": str(degrees_of(rng, month, kind)),
             "temp2": str(degrees_of(rng, month, after)), "next": rng.choice(WEATHER[after].parts["called"]),
             "deep": str(rng.randint(5, 40)), "day": words.DAYS[day]}  # fmt: skip
    slots["day2"] = slots["Day2"] = words.DAYS[(day + 1) % 7]
    head = rng.choice(LINES["weather heads"]).format_map(slots)
    told = [*rng.sample(parts["now"], 2), word_it(rng, LINES["temperatures"], slots), rng.choice(parts["tip"])]
    rng.shuffle(told)
    if rng.random() < 0.6:
        told.append(rng.choice(parts["night"]))
    told.append(word_it(rng, LINES["weather outlooks"], slots))
    lead = f"It is {month}. " if month not in head and rng.random() < 0.5 else ""
    text = " ".join(spin(rng, line).format_map(slots) for line in told)
    return Weather(polish(f"{head} {lead}{text}"), month, kind, int(slots["temp"]))


def weather_report(rng: random.Random) -> str:
    """The text of one weather report."""
    return weather(rng).text


def event_notice(rng: random.Random) -> str:
    """A small advert of an event: what, when, where, why."""
    name = rng.choice(tuple(EVENTS))
    parts, slots = EVENTS[name].parts, news_slots(rng)
    outside = parts["where"] == ("out",)
    if outside:
        slots["date"] = f"{rng.choice(WARM)} {rng.randint(1, 28)}"
    slots["place"] = rng.choice(LINES["places outside" if outside else "places inside"].words)
    f1, f2, f3 = (spin(rng, fact).format_map(slots) for fact in rng.sample(parts["fact"], 3))
    slots |= {"event": name, "Event": capital(name), "f1": f1, "f2": f2, "f3": f3, "F1": capital(f1),
              "F2": capital(f2), "F3": capital(f3), "Place": capital(slots["place"]),
              "when": f"{slots['day']}, {slots['date']}, at {slots['hour']}"}  # fmt: skip
    slots["cost"] = word_it(rng, LINES["costs"], slots)
    return polish(word_it(rng, LINES["event forms"], slots))


def news(rng: random.Random) -> str:
    """A news item, a weather report or the advert of an event."""
    return rng.choices((news_item, weather_report, event_notice), (5, 3, 3))[0](rng)
