"""News items, weather reports and small adverts of events, each with facts that hang together."""

import random
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.phrases import blocks_of, cells_of, lines_of, paragraphs, polish, spin, word_it
from model.world.language.words import capital, listed
from model.world.texts import news_lines as lines
from model.world.texts.invented import ENDINGS, meal, named, people, river, town, treasure
from model.world.texts.passage_facts import MUSIC
from model.world.texts.sums import spell

INDOORS = listed("in the town hall|at school|in the library|in the old barn|above the bakery|in the hall of the inn")
OUTDOORS = listed("in the park|by the river|by the lake|on the hill|in the meadow|in the square|at the harbor")
WARM = words.MONTHS[3:9]


class Weather(NamedTuple):
    """A weather report with the month, the kind of weather and the degrees it tells."""

    text: str
    month: str
    kind: str
    degrees: int


@cache
def parts_of(table: str, kind: str) -> dict[str, tuple[str, ...]]:
    """Part of a text -> its wordings."""
    found: dict[str, tuple[str, ...]] = {}
    for row in blocks_of(table)[kind]:
        part, wording = row.split(": ", 1)
        found[part] = (*found.get(part, ()), wording)
    return found


def draw_slots(rng: random.Random) -> dict[str, str]:
    """What news and notices may name; nothing twice."""
    p, q = people(rng, 2, family=True)
    home, near = town(rng), town(rng)
    big, big2 = rng.sample(range(21, 99), 2)
    num, num2 = rng.sample(range(2, 10), 2)
    day, day2 = rng.sample(words.DAYS, 2)
    food, food2 = rng.sample(words.RAW, 2)
    animal, thing, month = rng.choice(words.ANIMALS), treasure(rng), rng.choice(words.MONTHS)
    pick = rng.choice
    return {
        "p": p.name, "q": q.name, "he": p.he, "town": home, "town2": near,
        "in_town": f"in {home}", "big": str(big), "big2": str(big2), "late": str(rng.randint(11, 55)),
        "old": str(big - rng.randint(1, 9)),
        "num": spell(num), "num2": spell(num2), "day": day, "day2": day2, "Day2": day2, "food": food, "food2": food2,
        "animal": animal, "AnimalA": f"A {animal}", "thing": thing, "Thing": capital(thing), "month": month,
        "river": river(rng), "age": str(rng.randint(31, 89)), "meal": meal(rng), "colour": pick(words.COLOURS[:8]),
        "cake": pick(("cake", "pie", "loaf", "pizza")), "chest": pick(("wall", "chest", "house")),
        "boat": pick(("boat", "raft", "bathtub")), "spot": pick(words.SPOTS), "book": pick(listed(lines.BOOKS)),
        "pet": named(rng, ENDINGS["boy"]), "music": pick(listed(MUSIC)), "hour": f"{spell(rng.randint(4, 9))} o'clock",
        "date": f"{month} {rng.randint(1, 28)}",
    }  # fmt: skip


def news_item(rng: random.Random) -> str:
    """One piece of news from an invented town."""
    parts = parts_of(lines.NEWS, rng.choice(tuple(blocks_of(lines.NEWS))))
    slots = draw_slots(rng)
    more = parts["more"]
    kept = sorted(rng.sample(range(len(more)), rng.randint(2, min(3, len(more)))))
    chosen = [rng.choice(parts["lead"]), *(more[i] for i in kept), rng.choice(parts["end"])]
    told = [polish(spin(rng, line).format_map(slots)) for line in chosen]
    dateline = rng.choice(lines.DATELINES.strip("\n").splitlines()).format_map(slots) if rng.random() < 0.5 else ""
    text = paragraphs(rng, [f"{dateline} {told[0]}".strip(), *told[1:]])
    title = spin(rng, rng.choice(cells_of(parts["title"][0])))
    return polish(f"{capital(title.format_map(slots))}\n{text}" if rng.random() < 0.6 else text)


@cache
def months() -> dict[str, tuple[int, tuple[str, ...]]]:
    """Month -> its usual degrees, and the kinds of weather that it may bring."""
    rows = (row.split(": ") for row in lines_of(lines.MONTHS))
    return {month: (int(degrees), tuple(kinds.split())) for month, degrees, kinds in rows}


@cache
def kinds() -> dict[str, tuple[int, tuple[str, ...]]]:
    """Kind of weather -> how many degrees it adds to the usual ones, and words for it."""
    rows = (row.split(": ") for row in lines_of(lines.KINDS))
    return {kind: (int(more), listed(said)) for kind, more, said in rows}


def degrees_of(rng: random.Random, month: str, kind: str) -> int:
    """Degrees that fit a month and its weather; when it snows it is cold."""
    degrees = months()[month][0] + kinds()[kind][0] + rng.randint(-3, 3)
    degrees = min(degrees, 0) if kind in ("snowy", "frosty") else max(degrees, 2)
    return degrees - 1 if degrees == -1 else degrees


def weather(rng: random.Random) -> Weather:
    """A weather report that fits its month: no snow in July."""
    month = rng.choice(words.MONTHS)
    kind, after = rng.sample(months()[month][1], 2)
    parts, day = parts_of(lines.WEATHER, kind), rng.randrange(7)
    slots = {**draw_slots(rng), "date": f"{month} {rng.randint(1, 28)}", "temp": str(degrees_of(rng, month, kind)),
             "temp2": str(degrees_of(rng, month, after)), "next": rng.choice(kinds()[after][1]),
             "deep": str(rng.randint(5, 40)), "day": words.DAYS[day]}  # fmt: skip
    slots["day2"] = slots["Day2"] = words.DAYS[(day + 1) % 7]
    head = rng.choice(lines.WEATHER_HEADS.strip("\n").splitlines()).replace("\\n", "\n").format_map(slots)
    now = rng.sample(cells_of(parts["now"][0]), 2)
    told = [*now, word_it(rng, lines_of(lines.WEATHER_TEMPS), slots), rng.choice(cells_of(parts["tip"][0]))]
    rng.shuffle(told)
    if rng.random() < 0.6:
        told.append(rng.choice(cells_of(parts["night"][0])))
    told.append(word_it(rng, lines_of(lines.WEATHER_OUTLOOKS), slots))
    lead = f"It is {month}. " if month not in head and rng.random() < 0.5 else ""
    text = " ".join(spin(rng, line).format_map(slots) for line in told)
    return Weather(polish(f"{head} {lead}{text}"), month, kind, int(slots["temp"]))


def weather_report(rng: random.Random) -> str:
    """The text of one weather report."""
    return weather(rng).text


def event_notice(rng: random.Random) -> str:
    """A small advert of an event: what, when, where, why."""
    name, *facts = cells_of(rng.choice(lines_of(lines.EVENTS)).removeprefix("# ").replace(": ", "|", 1))
    name, where = name.rsplit(" ", 1)
    slots = draw_slots(rng)
    if where == "out":
        slots["date"] = f"{rng.choice(WARM)} {rng.randint(1, 28)}"
    slots["place"] = rng.choice(OUTDOORS if where == "out" else INDOORS)
    f1, f2, f3 = (spin(rng, fact).format_map(slots) for fact in rng.sample(facts, 3))
    slots |= {"event": name, "Event": capital(name), "f1": f1, "f2": f2, "f3": f3, "F1": capital(f1),
              "F2": capital(f2), "F3": capital(f3), "Place": capital(slots["place"]),
              "when": f"{slots['day']}, {slots['date']}, at {slots['hour']}"}  # fmt: skip
    slots["cost"] = word_it(rng, lines_of(lines.COSTS), slots)
    return polish(word_it(rng, lines_of(lines.EVENT_FORMS), slots).replace("\\n", "\n"))


def news(rng: random.Random) -> str:
    """A news item, a weather report or the advert of an event."""
    return rng.choices((news_item, weather_report, event_notice), (5, 3, 3))[0](rng)
