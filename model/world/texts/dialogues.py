"""Stories that are mostly talk: who is there, who has what, and what is said; the truth of each saying is kept.

Most are plain; in some a character says the opposite of what is so, as a joke (sarcasm) or to deceive (a lie), and
the text tells both the saying and the truth.
"""

import random
import re
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.phrases import blocks_of, cells_of, lines_of, paragraphs, plural, polish, spin, word_it
from model.world.language.words import capital, fix_articles, listed
from model.world.texts import dialogue_plots as plots
from model.world.texts import dialogue_truths as truths
from model.world.texts import dialogue_words as topics
from model.world.texts.invented import meal, town
from model.world.texts.notes_and_letters import gather
from model.world.texts.stories import Person, Step, Thing, make_person, move, pick_where
from model.world.texts.sums import spell

SHARES = {"plain": 0.7, "sarcasm": 0.15, "lie": 0.15}
LONGEST = 860  # characters
ELDERS = listed("Grandmother girl|Grandfather boy|Grandma girl|Grandpa boy|Aunt Rosa girl|Uncle Emil boy|"
                "Aunt Olga girl|Uncle Tariq boy|Aunt Mei girl|Uncle Kofi boy")  # fmt: skip
BEASTS = listed("Fox|Hen|Mouse|Badger|Hedgehog|Owl|Rabbit|Goose|Bear|Otter|Crow|Turtle|Frog|Beaver|Goat|Duck")
OUTDOOR = listed("sunny|windy|cloudy|foggy|warm|cold|bright|gray|mild|hot|breezy|cool")
VERBS = {
    "": listed("said|said|said|said|said"),
    "=": listed("said|said|answered|replied"),
    "?": listed("asked|asked|asked|asked|asked|asked|wanted to know"),
    "!": listed("cried|called|shouted|said"),
    ".": listed("whispered|whispered|said quietly|said in a low voice"),
}
GESTURES = listed("after a while|with a nod|and looked up|and came closer|with a little laugh")
CRAFTS = listed("scarf|basket|cushion|kite|bag|hat|mask|bracelet|lantern|box")
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


class Plot(NamedTuple):
    """A situation: who may be in it, whether it opens by itself, and its steps."""

    pairs: tuple[str, ...]
    opens: bool
    steps: tuple[Step, ...]


def read_step(block: str) -> Step:
    """One step: its moves, whether it may be left out, its wordings."""
    head, *lines = block.split("\n")
    moves = tuple(tuple(mark.split(">")) for mark in head.split() if ">" in mark)
    return Step(moves, "?" in head.split(), lines_of("\n".join(lines)))


@cache
def read_plots() -> dict[str, Plot]:
    """Situation -> plot."""
    found = {}
    for head, lines in blocks_of(plots.PLOTS).items():
        name, rest = head.split(": ")
        steps = "\n".join(lines).removeprefix("+").split("\n+")
        pairs = tuple(word for word in rest.split() if word != "own")
        found[name] = Plot(pairs, "own" in rest.split(), tuple(map(read_step, steps)))
    return found


def make_pair(rng: random.Random, kind: str) -> tuple[Person, Person]:
    """Two children, a child and an elder, or two talking animals."""
    if kind == "animals":
        a, b = (Person(name, rng.choice(("girl", "boy")), "animal") for name in rng.sample(BEASTS, 2))
        return a, b
    a = make_person(rng)
    if kind == "children":
        return a, make_person(rng, a.name)
    name, sex = rng.choice([row for row in ELDERS if a.name not in row]).rsplit(" ", 1)
    return a, Person(name, sex, "elder")


def draw_riddle(rng: random.Random) -> dict[str, str]:
    """A riddle, a why and a price, for the situations that need one."""
    riddle, right, wrong, hint = rng.choice(lines_of(topics.RIDDLES)).split("|")
    why, why_so, because = rng.choice(lines_of(topics.WHYS)).split("|")
    price, missing = rng.randint(8, 30), rng.randint(2, 6)
    inside, dark = rng.choice(listed(topics.DARKS)).split("=")
    return {
        "riddle": riddle, "right": right, "wrong": wrong, "wrongC": capital(wrong), "hint": hint, "why": why,
        "whyx": why_so, "because": because, "price": str(price), "less": str(price - missing),
        "missing": spell(missing), "in_dark": inside, "dark": dark,
    }  # fmt: skip


def set_scene(rng: random.Random, pair: str, situation: str = "") -> dict:
    """The start: who is there, what they have, and all that may be named."""
    slots = gather(rng)
    a, b = make_pair(rng, pair)
    t, u, v = slots["t"], slots["u"], slots["v"]
    t.owner, u.owner, v.owner = (b if situation == "market" else a), None, b
    third = make_person(rng, a.name)
    while third.name in f"{a} {b}":
        third = make_person(rng, a.name)
    spot, spot2 = pick_where(rng, words.SPOTS, words.INSIDE)
    places = rng.sample([place for place in words.PLACES if not any(w in place for w in words.INDOORS)], 3)
    pick = rng.choice
    return {
        **slots, **draw_riddle(rng), "a": a, "b": b, "c": third, "tC": capital(t.full), "vC": capital(v.colour),
        "vs": plural(v.noun), "animals": plural(slots["animal"]),
        "spot": spot, "spot2": spot2, "place": places[0], "place2": places[1], "spotx": places[2],
        "place2r": "to " + places[1].split(" ", 1)[1],
        "weather": pick(words.FAIR if situation == "rain" else OUTDOOR), "time": pick(words.TIMES),
        "time2": pick(words.TIMES[:3]), "num": spell(rng.randint(2, 7)), "big": str(rng.randint(20, 99)),
        "kid": spell(rng.randint(5, 11)), "hour": f"{spell(rng.randint(2, 6))} o'clock", "meal": meal(rng),
        "spotx2": pick(("behind the sofa", "behind the door", "under the table", "behind the hedge")),
        "elderx": pick(("my grandmother", "my teacher", "my aunt", "our neighbor")), "foodC": capital(slots["food"]),
        "puppy": pick(("puppy", "kitten", "rabbit", "pony")), "bird": pick(("sparrow", "duck", "blackbird", "robin")),
        "sock": pick(("sock", "potato", "shoe", "sponge")), "colour": u.colour,
        "season": pick(words.SEASONS[:3]), "town": town(rng), "thing_lost": pick(("ball", "marble", "coin", "button")),
        "craft": pick([noun for noun in CRAFTS if noun not in (t.noun, u.noun, v.noun)]),
        "a_thing_big": spin(rng, rng.choice(lines_of(topics.WISHES))),
        "a_thing_small": pick(listed(topics.SMALL_WISHES)),
    }  # fmt: skip


def tag(rng: random.Random, who: Person, mood: str, shy: bool) -> str:
    """`said Tom`, `Tom said` or, where it is clear (`shy`), `he said`, in the right mood."""
    verb = rng.choice(VERBS[mood])
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
            said += f" {rng.choice(GESTURES)}"
        return said + end

    return polish(_TAG.sub(speak, spin(rng, line).format_map(scene)))


def open_scene(rng: random.Random, situation: str, pair: str, scene: dict) -> list[str]:
    """The first lines: where they are, and what they have with them where that matters."""
    openings = [line for line in lines_of(plots.OPENINGS) if pair != "elder" or "friends" not in line]
    told = [say(rng, rng.choice(openings), scene, "")]
    if situation in ("lost", "deal", "borrow", "bet"):
        own = [line for line in lines_of(plots.OWNING) if "{v" not in line or situation != "deal"]
        told.append(say(rng, rng.choice(own), scene, told[0]))
    return told


def tell_plain(rng: random.Random) -> Dialogue:
    """A dialogue in which everybody means what is said."""
    situation, plot = rng.choice(tuple(read_plots().items()))
    pair = rng.choice(plot.pairs)
    scene = set_scene(rng, pair, situation)
    told = [] if plot.opens else open_scene(rng, situation, pair, scene)
    for step in plot.steps:
        if step.optional and rng.random() < 0.4:
            continue
        move(scene, step.moves)
        told.append(say(rng, rng.choice(step.lines), scene, " ".join(told)))
    if scene["t"].owner and f" {scene['t']}" in " ".join(told) and rng.random() < 0.3:
        told.append(say(rng, rng.choice(lines_of(plots.ENDS)), {**scene, "o": scene["t"].owner}, ""))
    cast = tuple(scene[key] for key in "abc" if str(scene[key]) in " ".join(told))
    return Dialogue(lay_out(rng, told), "plain", situation, cast, (scene["t"], scene["u"], scene["v"]))


def tell_sarcasm(rng: random.Random) -> Dialogue:
    """A dialogue in which somebody says the opposite of what is so, and does not mean it."""
    pair = rng.choice(("children", "children", "elder", "animals"))
    scene = set_scene(rng, pair)
    truth, saying, plain = (spin(rng, p).format_map(scene) for p in cells_of(rng.choice(lines_of(truths.SARCASM))))
    scene |= {"truth": truth, "Truth": capital(truth), "saying": saying, "plain": plain, "now": in_speech(plain)}
    scene["note"] = word_it(rng, lines_of(truths.NOTES), scene)
    told = [say(rng, rng.choice(lines_of(sarcasm_openings())), scene, "")] if rng.random() < 0.7 else []
    told.append(say(rng, rng.choice(lines_of(truths.SARCASM_FRAMES)), scene, " ".join(told)))
    told.append(say(rng, rng.choice(lines_of(truths.REPLIES)), scene, " ".join(told)))
    told.append(say(rng, rng.choice(lines_of(truths.SARCASM_ENDS)), scene, " ".join(told)))
    said, so = fix_articles(saying), fix_articles(truth)
    return Dialogue(lay_out(rng, told), "sarcasm", "sarcasm", (scene["a"], scene["b"]), (), said, so)


def in_speech(plain: str) -> str:
    """What is so, as one of the two says it: `they were lost` is `we are lost`."""
    for past, now in (("they", "we"), ("was", "is"), ("were", "are"), ("had", "has")):
        plain = re.sub(rf"\b{past}\b", now, plain)
    return plain


def sarcasm_openings() -> str:
    """Openings that go with any place and weather."""
    return """
        {a} and {b} had planned this day for a long time.
        {a} was on the road with {b}.
        [That {day}|On {day}], {a} and {b} were together again.
        {b} had asked {a} to come along.
        It was {day}, and {a} was not in the best of moods.
        {a} liked to joke, and {b} never knew when.
        {a} and {b} knew each other well.
        You have to know that {a} often says the opposite of what {a.he} means.
    """


def tell_lie(rng: random.Random) -> Dialogue:
    """A dialogue in which somebody lies, and the text tells what is so."""
    scene = set_scene(rng, rng.choice(("children", "children", "elder")))
    row = cells_of(rng.choice(lines_of(truths.LIES)))
    deed, ask, lie, clue, confess = (spin(rng, part).format_map(scene) for part in row[:5])
    scene |= {"deed": deed, "Deed": capital(deed), "ask": ask, "lie": lie, "clue": clue, "confess": confess}
    parts, told = {**blocks_of(truths.LIE_PARTS), "end": (row[5],)}, []
    for part in rng.choice(lines_of(truths.LIE_FRAMES)).split():
        told.append(say(rng, rng.choice(parts[part]), scene, " ".join(told)))
    said, so = fix_articles(lie), fix_articles(deed)
    return Dialogue(lay_out(rng, told), "lie", "lie", (scene["a"], scene["b"]), (), said, so)


def lay_out(rng: random.Random, told: list[str]) -> str:
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
