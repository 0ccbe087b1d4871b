"""Stories that are mostly talk: who is there, who has what, and what is said; the truth of each saying is kept.

Most are plain; in some a character says the opposite of what is so, as a joke (sarcasm) or to deceive (a lie), and
the text tells both the saying and the truth.
"""

import random
import re
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.numbers import o_clock, spell
from model.world.language.people import Person, Thing, make_person
from model.world.language.phrases import paragraphs, plural, polish, spin, word_it
from model.world.language.slots import draw_slots, gather, go_to, in_digits, in_words, one_of, pick_where
from model.world.language.tables import Table
from model.world.language.words import capital, fix_articles
from model.world.texts.names import meal, town
from model.world.texts.plots import Plot, move, read_plots

PLOTS, LINES, SAYINGS = (Table(__file__, name) for name in ("dialogue_plots", "dialogues", "sayings"))
SHARES = {"plain": 0.7, "sarcasm": 0.15, "lie": 0.15}
LONGEST = 860  # characters
MOODS = {"": "say", "=": "answer", "?": "ask", "!": "call", ".": "whisper"}
SLOTS = {
    "weather": one_of(words.FAIR),  # in the rain, before it comes
    "time": one_of(words.TIMES),
    "time2": one_of(words.TIMES[:3]),
    "num": in_words(2, 7),
    "big": in_digits(20, 99),
    "kid": in_words(5, 11),
    "hour": in_words(2, 6, o_clock),
    "meal": meal,
    "spotx2": one_of(("behind the sofa", "behind the door", "under the table", "behind the hedge")),
    "elderx": one_of(("my grandmother", "my teacher", "my aunt", "our neighbor")),
    "puppy": one_of(("puppy", "kitten", "rabbit", "pony")),
    "bird": one_of(("sparrow", "duck", "blackbird", "robin")),
    "sock": one_of(("sock", "potato", "shoe", "sponge")),
    "season": one_of(words.SEASONS[:3]),
    "town": town,
    "thing_lost": one_of(("ball", "marble", "coin", "button")),
}
_TAG = re.compile(r"<([abc])([?!.=]?)>(\.(?= |$))?")


class Dialogue(NamedTuple):
    """A story told in talk. `said` and `truth` are the words that do not fit what is so, and what is so."""

    text: str
    kind: str
    situation: str
    people: tuple[Person, ...]
    things: tuple[Thing, ...]
    said: str = ""
    truth: str = ""


@cache
def plots() -> dict[str, Plot]:
    """Situation -> plot."""
    return read_plots(PLOTS)


def make_pair(rng: random.Random, kind: str) -> tuple[Person, Person]:
    """Two children, a child and an elder, or two talking animals."""
    if kind == "animals":
        beasts = rng.sample(LINES["beasts"].words, 2)
        a, b = (Person(name, rng.choice(("girl", "boy")), "animal") for name in beasts)
        return a, b
    a = make_person(rng)
    if kind == "children":
        return a, make_person(rng, a.name)
    name, sex = rng.choice([row for row in LINES["elders"].words if a.name not in row]).rsplit(" ", 1)
    return a, Person(name, sex, "elder")


def draw_riddle(rng: random.Random) -> dict[str, str]:
    """A riddle, a why and a price, for the situations that need one."""
    riddle, right, wrong, hint = rng.choice(LINES["riddles"].columns(4))
    why, why_so, because = rng.choice(LINES["whys"].columns(3))
    price, missing = rng.randint(8, 30), rng.randint(2, 6)
    inside, dark = rng.choice(LINES["darks"].columns(2))
    return {
        "riddle": riddle, "right": right, "wrong": wrong, "wrongC": capital(wrong), "hint": hint, "why": why,
        "whyx": why_so, "because": because, "price": str(price), "less": str(price - missing),
        "missing": spell(missing), "in_dark": inside, "dark": dark,
    }  # fmt: skip


def make_third(rng: random.Random, a: Person, b: Person) -> Person:
    """Somebody who is neither of the two."""
    third = make_person(rng, a.name)
    while third.name in f"{a} {b}":
        third = make_person(rng, a.name)
    return third


def set_scene(rng: random.Random, pair: str, situation: str = "") -> dict:
    """The start: who is there, what they have, and all that may be named."""
    slots = gather(rng)
    a, b = make_pair(rng, pair)
    t, u, v = slots["t"], slots["u"], slots["v"]
    t.owner, u.owner, v.owner = (b if situation == "market" else a), None, b
    third = make_third(rng, a, b)
    spot, spot2 = pick_where(rng, words.SPOTS, words.INSIDE)
    place, place2, spotx = pick_where(rng, words.PLACES, words.INDOORS, 3)
    slots |= draw_riddle(rng)
    slots |= draw_slots(rng, SLOTS if situation == "rain" else SLOTS | {"weather": one_of(LINES["weather"].words)})
    crafts = [noun for noun in LINES["crafts"].words if noun not in (t.noun, u.noun, v.noun)]
    return {
        **slots, "a": a, "b": b, "c": third, "tC": capital(t.full), "vC": capital(v.colour), "vs": plural(v.noun),
        "animals": plural(slots["animal"]), "foodC": capital(slots["food"]), "colour": u.colour,
        "spot": spot, "spot2": spot2, "place": place, "place2": place2, "spotx": spotx, "place2r": go_to(place2),
        "craft": rng.choice(crafts),
        "a_thing_big": spin(rng, rng.choice(LINES["wishes"])),
        "a_thing_small": rng.choice(LINES["small wishes"].words),
    }  # fmt: skip


def tag(rng: random.Random, who: Person, mood: str, shy: bool) -> str:
    """`said Tom`, `Tom said` or, where it is clear (`shy`), `he said`, in the right mood."""
    verb = rng.choice(LINES[MOODS[mood]].words)
    if shy and rng.random() < 0.3:
        return f"{who.he} {verb}"
    first, *rest = verb.split(" ", 1)
    if verb.startswith("wanted") or rng.random() < 0.25:
        return f"{who} {verb}"
    return " ".join([first, str(who), *rest])


def say(rng: random.Random, line: str, scene: dict, before: str) -> str:
    """The line with its slots filled and with the words for who speaks and how."""
    clear = scene["a"].sex != scene["b"].sex and "{c" not in line and str(scene["c"]) not in before

    def speak(hit: re.Match) -> str:
        who = scene[hit[1]]
        said = tag(rng, who, hit[2], clear and str(who) in before)
        end = hit[3] or ""
        if end and hit[2] in ("", "=") and rng.random() < 0.06:
            said += f" {rng.choice(LINES['gestures'].words)}"
        return said + end

    return polish(_TAG.sub(speak, spin(rng, line).format_map(scene)))


def open_scene(rng: random.Random, situation: str, pair: str, scene: dict) -> list[str]:
    """The first lines: where they are, and what they have with them where that matters."""
    openings = [line for line in LINES["openings"] if pair != "elder" or "friends" not in line]
    told = [say(rng, rng.choice(openings), scene, "")]
    if situation in ("lost", "deal", "borrow", "bet"):
        own = [line for line in LINES["owning"] if "{v" not in line or situation != "deal"]
        told.append(say(rng, rng.choice(own), scene, told[0]))
    return told


def tell_plain(rng: random.Random) -> Dialogue:
    """A dialogue in which everybody means what is said."""
    situation, plot = rng.choice(tuple(plots().items()))
    pair = rng.choice(plot.cast)
    scene = set_scene(rng, pair, situation)
    told = [] if plot.opens else open_scene(rng, situation, pair, scene)
    for step in plot.steps:
        if step.optional and rng.random() < 0.4:
            continue
        move(scene, step.moves)
        told.append(say(rng, rng.choice(step.lines), scene, " ".join(told)))
    if scene["t"].owner and f" {scene['t']}" in " ".join(told) and rng.random() < 0.3:
        told.append(say(rng, rng.choice(LINES["ends"]), {**scene, "o": scene["t"].owner}, ""))
    cast = tuple(scene[key] for key in "abc" if str(scene[key]) in " ".join(told))
    return Dialogue(set_out(rng, told), "plain", situation, cast, (scene["t"], scene["u"], scene["v"]))


def tell_sarcasm(rng: random.Random) -> Dialogue:
    """A dialogue in which somebody says the opposite of what is so, and does not mean it."""
    pair = rng.choice(("children", "children", "elder", "animals"))
    scene = set_scene(rng, pair)
    row = rng.choice(SAYINGS["sarcasm"].columns(3))
    truth, saying, plain = (spin(rng, part).format_map(scene) for part in row)
    scene |= {"truth": truth, "Truth": capital(truth), "saying": saying, "plain": plain, "now": in_speech(plain)}
    scene["note"] = word_it(rng, SAYINGS["notes"], scene)
    told = [say(rng, rng.choice(SAYINGS["sarcasm openings"]), scene, "")] if rng.random() < 0.7 else []
    told.append(say(rng, rng.choice(SAYINGS["sarcasm frames"]), scene, " ".join(told)))
    told.append(say(rng, rng.choice(SAYINGS["replies"]), scene, " ".join(told)))
    told.append(say(rng, rng.choice(SAYINGS["sarcasm ends"]), scene, " ".join(told)))
    said, so = fix_articles(saying), fix_articles(truth)
    return Dialogue(set_out(rng, told), "sarcasm", "sarcasm", (scene["a"], scene["b"]), (), said, so)


def in_speech(plain: str) -> str:
    """What is so, as one of the two says it: `they were lost` is `we are lost`."""
    for past, now in (("they", "we"), ("was", "is"), ("were", "are"), ("had", "has")):
        plain = re.sub(rf"\b{past}\b", now, plain)
    return plain


def tell_lie(rng: random.Random) -> Dialogue:
    """A dialogue in which somebody lies, and the text tells what is so."""
    scene = set_scene(rng, rng.choice(("children", "children", "elder")))
    row = rng.choice(SAYINGS["lies"].columns(6))
    deed, ask, lie, clue, confess = (spin(rng, part).format_map(scene) for part in row[:5])
    scene |= {"deed": deed, "Deed": capital(deed), "ask": ask, "lie": lie, "clue": clue, "confess": confess}
    parts, told = {**SAYINGS["lie parts"].parts, "end": (row[5],)}, []
    for part in rng.choice(SAYINGS["lie frames"]).split():
        told.append(say(rng, rng.choice(parts[part]), scene, " ".join(told)))
    said, so = fix_articles(lie), fix_articles(deed)
    return Dialogue(set_out(rng, told), "lie", "lie", (scene["a"], scene["b"]), (), said, so)


def set_out(rng: random.Random, told: list[str]) -> str:
    """The steps as one text, or each on its own line."""
    return "\n".join(told) if rng.random() < 0.35 else paragraphs(rng, told)


def tell(rng: random.Random, kind: str | None = None) -> Dialogue:
    """One dialogue, of the given kind or by the shares."""
    kind = kind or rng.choices(tuple(SHARES), tuple(SHARES.values()))[0]
    while True:
        told = {"plain": tell_plain, "sarcasm": tell_sarcasm, "lie": tell_lie}[kind](rng)
        if len(told.text) < LONGEST:
            return told


def dialogue(rng: random.Random) -> str:
    """The text of one dialogue."""
    return tell(rng).text
