"""Letters, diary entries and notes of one writer each, with names, days, places and things that agree."""

import random
from typing import NamedTuple

from model.world.language import words
from model.world.language.phrases import blocks_of, lines_of, plural, polish, spin, word_it
from model.world.language.words import capital, listed
from model.world.texts import letter_lines as lines
from model.world.texts.invented import meal, river, town
from model.world.texts.passage_facts import MUSIC
from model.world.texts.stories import Person, Thing, go_to, make_person, pick_colours, pick_where
from model.world.texts.sums import spell

MEN = ("grandfather", "uncle", "father")
PETS = listed("Button|Pepper|Cookie|Luna|Nutmeg|Freckle|Plum|Biscuit|Daisy|Mopsy|Hazel|Fern")


class Letter(NamedTuple):
    """A letter, a diary entry or a note, with who wrote it, to whom, and the days that it names by plan."""

    text: str
    kind: str
    topic: str
    writer: str
    reader: str


def cast(rng: random.Random, count: int) -> list[Person]:
    """People with different names."""
    found: list[Person] = []
    while len(found) < count:
        who = make_person(rng)
        if who.name not in map(str, found):
            found.append(who)
    return found


def draw_slots(rng: random.Random) -> dict:
    """Everything that a letter may name; the days are in the order of a week."""
    a, b, c, d = cast(rng, 4)
    t, u, v = map(Thing, rng.sample(words.OBJECTS, 3), pick_colours(rng, 3), (a, a, b))
    place, place2 = pick_where(rng, words.PLACES, (*words.INDOORS, "roof"))
    first, day, month = rng.randrange(7), rng.randint(1, 20), rng.choice(words.MONTHS)
    big, big2 = rng.sample(range(12, 90), 2)
    num, num2 = rng.sample(range(2, 10), 2)
    skill, skill2 = rng.sample(words.SKILLS, 2)
    spot_in, spot_in2 = rng.sample(listed(lines.INSIDE), 2)
    spot_out, _ = pick_where(rng, words.SPOTS, words.INSIDE)
    elder = rng.choice(("grandmother", "grandfather", "aunt", "uncle", "mother", "father"))
    animal = rng.choice(words.ANIMALS)
    pick, hour = rng.choice, spell(rng.randint(3, 8))
    week = [words.DAYS[(first + step) % 7] for step in range(7)]
    return {
        "a": a, "b": b, "c": c, "d": d, "t": t, "u": u, "v": v, "c_him": c.him, "town": town(rng), "town2": town(rng),
        "river": river(rng), "place": place, "to_place": go_to(place), "to_place2": go_to(place2),
        "spot": pick(words.SPOTS), "spot_in": spot_in, "day": week[2], "day2": week[5],
        "Day": week[4], "Day3": week[4], "date": f"{month} {day + 8}", "date2": f"{month} {day}", "month": month,
        "hour": f"{hour} o'clock", "hour_pm": f"{hour} o'clock", "hour_am": f"{spell(rng.randint(6, 9))} o'clock",
        "num": spell(num), "num2": spell(num2), "kid": spell(rng.randint(6, 12)), "big": str(big), "big2": str(big2),
        "meal": meal(rng), "food": pick(words.RAW), "animal": animal, "animals": plural(animal),
        "game": pick(words.GAMES),
        "skill": skill, "skill2": skill2, "flower": pick(words.FLOWERS), "colour": u.colour,
        "tree": pick(listed(lines.TREES)), "meal2": meal(rng), "spot_in2": spot_in2, "elder": elder,
        "elder_he": "he" if elder in MEN else "she", "season": pick(words.SEASONS), "spot_out": spot_out,
        "room": pick(("kitchen", "classroom", "library", "bakery")), "pet": pick(PETS),
        "beast": pick(("puppy", "kitten", "dog", "cat", "goose", "goat", "crow", "hedgehog", "pony")),
        "music": pick(listed(MUSIC)), "street": pick(listed(lines.STREETS)), "weather": pick(words.WEATHER),
        "t_owner": pick((f"{c} has it", "it is on my shelf", "we share it")),
    }  # fmt: skip


def letter(rng: random.Random) -> Letter:
    """A letter about one thing, from a to b."""
    topic = rng.choice(tuple(blocks_of(lines.LETTERS)))
    slots, rows = draw_slots(rng), [row.split(": ", 1) for row in blocks_of(lines.LETTERS)[topic]]
    body = []
    for part, share in (("1", 1), ("2", 1), ("2", 0.5), ("3", 0.75), ("ask", 0.85)):
        wordings = [line for name, line in rows if name == part and line not in body]
        if rng.random() < share and wordings:
            body.append(rng.choice(wordings))
    told = [spin(rng, line).format_map(slots) for line in body]
    formal = topic == "business"
    hello = rng.choice(lines.FORMAL.split("|")) if formal else word_it(rng, lines_of(lines.GREETINGS), slots)
    bye = f"Yours, {slots['a']}" if formal else word_it(rng, lines_of(lines.GOODBYES), slots)
    parts = [hello, " ".join(told), bye]
    if rng.random() < 0.25:
        parts.insert(0, word_it(rng, lines_of(lines.HEADS), slots))
    if rng.random() < 0.2 and not formal:  # who must not know of the letter sends no greetings
        known = [line for line in lines_of(lines.POSTSCRIPTS) if topic not in ("plan", "advice") or "{c}" not in line]
        parts.append(word_it(rng, known, slots))
    text = polish("\n".join(parts))
    return Letter(text, "letter", topic, slots["a"].name, "" if formal else slots["b"].name)


def diary(rng: random.Random) -> Letter:
    """A diary entry of one day."""
    slots, table = draw_slots(rng), blocks_of(lines.DIARY)
    slots["Weather"] = capital(slots["weather"])
    table = {part: rng.sample(wordings, len(wordings)) for part, wordings in table.items()}
    order = rng.choice(("up do think end", "do do end", "up do do", "do think", "up do do end", "do do think end"))
    told = [spin(rng, table[part].pop()).format_map(slots) for part in order.split()]
    head = rng.choice(("", "", f"{slots['Day']}, {slots['date2']}\n", "Dear diary,\n", f"{slots['date2']}\n"))
    if head and told[0].startswith(slots["Day"]):
        head = "Dear diary,\n"
    return Letter(polish(head + " ".join(told)), "diary", "day", "", "")


def note(rng: random.Random) -> Letter:
    """A note that somebody leaves at home."""
    slots, table = draw_slots(rng), blocks_of(lines.NOTES)
    table = {part: rng.sample(wordings, len(wordings)) for part, wordings in table.items()}
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
