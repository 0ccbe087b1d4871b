"""Letters, diary entries and notes of one writer each, with names, days, places and things that agree."""

import random
from typing import NamedTuple

from model.world.language import words
from model.world.language.numbers import o_clock, spell
from model.world.language.people import make_people, make_things
from model.world.language.phrases import plural, polish, spin, word_it
from model.world.language.slots import draw_slots, go_to, in_words, one_of, pick_where, some_of, word_of
from model.world.language.tables import Table
from model.world.language.words import capital
from model.world.texts.names import meal, river, town

TOPICS, LINES = Table(__file__, "letter_topics"), Table(__file__, "letters")
DIARY, NOTES = Table(__file__, "diary"), Table(__file__, "notes")
MEN = ("grandfather", "uncle", "father")
ELDERS = ("grandmother", "grandfather", "aunt", "uncle", "mother", "father")
BEASTS = ("puppy", "kitten", "dog", "cat", "goose", "goat", "crow", "hedgehog", "pony")
PLAN = (("1", 1), ("2", 1), ("2", 0.5), ("3", 0.75), ("ask", 0.85))  # parts of a letter, and how often each comes
SLOTS = {  # what does not hang on people and days
    "big big2": some_of(range(12, 90), 2),
    "num num2": some_of(range(2, 10), 2, spell),
    "skill skill2": some_of(words.SKILLS, 2),
    "spot_in spot_in2": lambda rng: rng.sample(LINES["inside"].words, 2),
    "spot_out": lambda rng: pick_where(rng, words.SPOTS, words.INSIDE)[0],
    "elder": one_of(ELDERS),
    "animal": one_of(words.ANIMALS),
    "hour": in_words(3, 8, o_clock),
    "town town2": lambda rng: [town(rng), town(rng)],
    "river": river,
    "spot": one_of(words.SPOTS),
    "hour_am": in_words(6, 9, o_clock),
    "kid": in_words(6, 12),
    "meal": meal,
    "food": one_of(words.RAW),
    "game": one_of(words.GAMES),
    "flower": one_of(words.FLOWERS),
    "tree": word_of(LINES, "trees"),
    "meal2": meal,
    "season": one_of(words.SEASONS),
    "room": one_of(("kitchen", "classroom", "library", "bakery")),
    "pet": word_of(LINES, "pets"),
    "beast": one_of(BEASTS),
    "music": one_of(words.MUSIC),
    "street": word_of(LINES, "streets"),
    "weather": one_of(words.WEATHER),
}


class Letter(NamedTuple):
    """A letter, a diary entry or a note, with who wrote it, to whom, and the days that it names by plan."""

    text: str
    kind: str
    topic: str
    writer: str
    reader: str


def letter_slots(rng: random.Random) -> dict:
    """Everything that a letter may name; the days are in the order of a week."""
    a, b, c, d = make_people(rng, 4)
    t, u, v = make_things(rng, (a, a, b))
    place, place2 = pick_where(rng, words.PLACES, (*words.INDOORS, "roof"))
    first, day, month = rng.randrange(7), rng.randint(1, 20), rng.choice(words.MONTHS)
    week = [words.DAYS[(first + step) % 7] for step in range(7)]
    slots = draw_slots(rng, SLOTS)
    return {
        **slots, "a": a, "b": b, "c": c, "d": d, "c_him": c.him, "t": t, "u": u, "v": v, "colour": u.colour,
        "place": place, "to_place": go_to(place), "to_place2": go_to(place2), "day": week[2], "day2": week[5],
        "Day": week[4], "Day3": week[4], "date": f"{month} {day + 8}", "date2": f"{month} {day}", "month": month,
        "hour_pm": slots["hour"], "animals": plural(slots["animal"]),
        "elder_he": "he" if slots["elder"] in MEN else "she",
        "t_owner": rng.choice((f"{c} has it", "it is on my shelf", "we share it")),
    }  # fmt: skip


def choose_lines(rng: random.Random, topic: str) -> list[str]:
    """The wordings of a letter on this topic, by the plan."""
    body: list[str] = []
    for part, share in PLAN:
        wordings = [line for line in TOPICS[topic].parts[part] if line not in body]
        if rng.random() < share and wordings:
            body.append(rng.choice(wordings))
    return body


def letter(rng: random.Random) -> Letter:
    """A letter about one thing, from a to b."""
    topic = rng.choice(tuple(TOPICS))
    slots = letter_slots(rng)
    told = [spin(rng, line).format_map(slots) for line in choose_lines(rng, topic)]
    formal = topic == "business"
    hello = rng.choice(LINES["formal greetings"]) if formal else word_it(rng, LINES["greetings"], slots)
    bye = f"Yours, {slots['a']}" if formal else word_it(rng, LINES["goodbyes"], slots)
    parts = [hello, " ".join(told), bye]
    if rng.random() < 0.25:
        parts.insert(0, word_it(rng, LINES["heads"], slots))
    if rng.random() < 0.2 and not formal:  # who must not know of the letter sends no greetings
        known = [line for line in LINES["postscripts"] if topic not in ("plan", "advice") or "{c}" not in line]
        parts.append(word_it(rng, known, slots))
    text = polish("\n".join(parts))
    return Letter(text, "letter", topic, slots["a"].name, "" if formal else slots["b"].name)


def shuffle_all(rng: random.Random, table: Table) -> dict[str, list[str]]:
    """The wordings of each block in random order."""
    return {part: rng.sample(wordings, len(wordings)) for part, wordings in table.items()}


def diary(rng: random.Random) -> Letter:
    """A diary entry of one day."""
    slots = letter_slots(rng)
    slots["Weather"] = capital(slots["weather"])
    table = shuffle_all(rng, DIARY)
    order = rng.choice(("up do think end", "do do end", "up do do", "do think", "up do do end", "do do think end"))
    told = [spin(rng, table[part].pop()).format_map(slots) for part in order.split()]
    head = rng.choice(("", "", f"{slots['Day']}, {slots['date2']}\n", "Dear diary,\n", f"{slots['date2']}\n"))
    if head and told[0].startswith(slots["Day"]):
        head = "Dear diary,\n"
    return Letter(polish(head + " ".join(told)), "diary", "day", "", "")


def note(rng: random.Random) -> Letter:
    """A note that somebody leaves at home."""
    slots = letter_slots(rng)
    table = shuffle_all(rng, NOTES)
    order = ["home", *rng.sample(("food", "please", "more", "please", "more"), rng.randint(2, 4)), "bye"]
    told = [polish(spin(rng, table[part].pop()).format_map(slots)) for part in order]
    text = " ".join(told[:-1]) + "\n" + told[-1] if rng.random() < 0.6 else "\n".join(told)
    return Letter(text, "note", "home", slots["a"].name, slots["b"].name)


def write(rng: random.Random) -> Letter:
    """A letter, a diary entry or a note."""
    return rng.choices((letter, diary, note), (5, 3, 2))[0](rng)


def letter_text(rng: random.Random) -> str:
    """The text of a letter, a diary entry or a note."""
    return write(rng).text
