"""Stories: a small cast with coloured things lives through a plot, and the events are told.

A plot is a text of steps. A step starts with `#` and may name moves (`t>b`: thing t goes to b;
`t>-`: it is nobody's), a shared bank of wordings (`@search`), and `?` when it may be left out;
each line is one wording.
"""

import random
from functools import cache
from typing import NamedTuple

from model.world.language import wordings, words
from model.world.language.words import capital, fix_articles
from model.world.texts import plots

MADE = "raft|treehouse|bridge|tower|puppet theater|birdhouse|wagon|playhouse|sandcastle|tent"
OUTDOORS = ("rain", "treasure", "snow", "wind", "hide", "found by a friend", "build")
PRONOUNS = {
    "girl": ("she", "her", "her", "herself"),
    "boy": ("he", "him", "his", "himself"),
}


class Person:
    """A child (or an animal of a fable) with the words that stand for it."""

    def __init__(self, name: str, sex: str, child: str):
        self.name, self.sex, self.child = name, sex, child
        self.he, self.him, self.his, self.himself = PRONOUNS[sex]
        self.He, self.His = self.he.capitalize(), self.his.capitalize()

    def __str__(self) -> str:
        return self.name


class Thing:
    """A coloured thing and who has it (None: nobody)."""

    def __init__(self, noun: str, colour: str, owner: Person | None):
        self.noun, self.colour, self.owner = noun, colour, owner
        self.full, self.a = f"{colour} {noun}", f"a {colour} {noun}"

    def __str__(self) -> str:
        return self.noun


class Step(NamedTuple):
    """One event of a plot: its moves of things and its wordings."""

    moves: tuple[tuple[str, str], ...]
    optional: bool
    lines: tuple[str, ...]


class Story(NamedTuple):
    """A told story with its cast, for tests and for curious readers."""

    text: str
    plot: str
    people: tuple[Person, ...]
    things: tuple[Thing, ...]


@cache
def bank(name: str) -> tuple[str, ...]:
    """The wordings of a shared step."""
    return tuple(wordings.BANKS[name].strip().splitlines())


@cache
def split(text: str) -> tuple[str, ...]:
    """The lines of a table."""
    return tuple(text.strip().splitlines())


@cache
def read_plot(name: str) -> tuple[Step, ...]:
    """Parse the steps of a plot."""
    steps = []
    for block in plots.PLOTS[name].strip().removeprefix("#").split("\n#"):
        head, *lines = block.splitlines()
        marks = head.split()
        moves = tuple(tuple(mark.split(">")) for mark in marks if ">" in mark)
        shared = [bank(mark[1:]) for mark in marks if mark[0] == "@"]
        steps.append(Step(moves, "?" in marks, shared[0] if shared else tuple(lines)))
    return tuple(steps)


def is_for_two(name: str) -> bool:
    """Whether the plot needs a second child."""
    return "@meet" in plots.PLOTS[name]


def pick_colours(rng: random.Random, count: int) -> list[str]:
    """Different colours, mostly common ones."""
    common = rng.random() < 0.8
    return rng.sample(words.COLOURS[: words.COMMON] if common else words.COLOURS, count)


def make_person(rng: random.Random, other: str = "") -> Person:
    """A child whose name is not `other`."""
    sex = rng.choice(("girl", "boy"))
    name = rng.choice(words.GIRLS if sex == "girl" else words.BOYS)
    child = sex if rng.random() < 0.8 else rng.choice(words.ROLES[sex])
    return Person(name, sex, child) if name != other else make_person(rng, other)


def go_to(place: str) -> str:
    """Turn `in the park` into `to the park`."""
    return "to " + place.split(" ", 1)[1]


def pick_things(rng: random.Random, plot: str) -> list[str]:
    """Three different things; the first can break, or fly, where the plot wants that."""
    nouns = rng.sample(words.OBJECTS, 3)
    fitting = {"broken": words.HARD, "wind": words.LIGHT}.get(plot)
    if fitting:
        nouns[0] = rng.choice([noun for noun in fitting if noun not in nouns])
    return nouns


def pick_where(rng: random.Random, options: tuple[str, ...], inside: tuple[str, ...]) -> list[str]:
    """Two different places, none with a word of `inside`."""
    outside = [place for place in options if not any(word in place for word in inside)]
    return rng.sample(outside, 2)


def set_scene(rng: random.Random, plot: str) -> dict:
    """Simulate the start: people, their things, the place and everything the plot may need."""
    two, outdoors = is_for_two(plot), plot in OUTDOORS
    a = make_person(rng)
    b = make_person(rng, a.name) if two else a
    nouns, colours = pick_things(rng, plot), pick_colours(rng, 4)
    owners = (a, a, b if two else None)
    t, u, v = map(Thing, nouns, colours, owners)
    place, place2 = pick_where(rng, words.PLACES, words.INDOORS if outdoors else ())
    spot, spot2 = pick_where(rng, words.SPOTS, words.INSIDE if outdoors else ())
    animal, animal2 = rng.sample(words.ANIMALS, 2)
    day, day2 = rng.sample(words.DAYS, 2)
    season, season2 = rng.sample(words.SEASONS, 2)
    pick = rng.choice
    return {
        "a": a, "b": b, "t": t, "u": u, "v": v, "colour": colours[3],
        "place": place, "place2": place2, "place2r": go_to(place2), "spot": spot,
        "spot2": spot2, "spotC": capital(spot),
        "animal": animal, "animal2": animal2, "day": day, "day2": day2,
        "season": season, "season2": season2, "food": pick(words.FOODS), "home": pick(words.HOMES),
        "trait": pick(words.TRAITS), "glad": pick(words.GLAD), "sad": pick(words.SAD),
        "weather": pick(words.FAIR if plot == "rain" else words.WEATHER),
        "month": pick(words.MONTHS),
        "time": pick(words.TIMES),
        "elder": pick(words.ELDERS), "skill": pick(words.SKILLS), "game": pick(words.GAMES),
        "flower": pick(words.FLOWERS), "made": pick(MADE.split("|")),
        "dish": pick(words.DISHES), "petal": pick(words.PETALS),
        "blue": pick([thing for thing in words.BLUE_THINGS if thing not in nouns]),
    }  # fmt: skip


def move(scene: dict, moves: tuple[tuple[str, str], ...]) -> None:
    """Give things to their new owners."""
    for thing, owner in moves:
        scene[thing].owner = scene.get(owner)


def recall(rng: random.Random, scene: dict, known: set[str], table: str) -> str:
    """Say who has what, or which colour it is, from the state of the scene."""
    owned = [scene[key] for key in sorted(known) if scene[key].owner]
    if not owned:
        return ""
    x = rng.choice(owned)
    slots = {"x": x, "o": x.owner}
    same = [y for y in owned if y is not x and y.owner is x.owner]
    others = [y for y in owned if y.owner is not x.owner]
    if table is wordings.RECALL_EARLY:
        return rng.choice(split(table)).format_map(slots)
    if others and rng.random() < 0.5:
        slots["z"] = rng.choice(others)
        slots["p"], table = slots["z"].owner, wordings.RECALL_PAIR
    elif same and rng.random() < 0.5:
        slots["y"], table = rng.choice(same), wordings.RECALL_TWO
    return rng.choice(split(table)).format_map(slots)


def open_story(rng: random.Random, plot: str) -> list[str]:
    """The wordings of the first sentences."""
    if (plot == "two things" and rng.random() < 0.5) or rng.random() < 0.15:
        return [rng.choice(bank("present"))]
    first = rng.choice(bank("once" if rng.random() < 0.46 else "open"))
    needs_thing = "{t" in plots.PLOTS[plot]
    own = bank("own")
    if plot == "two things":
        own = own[:10]
    if needs_thing or rng.random() < 0.4:
        return [first, rng.choice(own)]
    return [first]


def known_things(lines: list[str]) -> set[str]:
    """Which of the things t, u, v the wordings so far have named."""
    text = " ".join(lines)
    return {key for key in "tuv" if "{" + key + "." in text}


def tell(rng: random.Random) -> Story:
    """Simulate one story and tell it."""
    plot = rng.choice(tuple(plots.PLOTS))
    scene = set_scene(rng, plot)
    lines = open_story(rng, plot)
    told = [line.format_map(scene) for line in lines]
    if rng.random() < 0.5 and "{weather}" not in lines[0]:
        told.append(rng.choice(bank("filler")).format_map(scene))
    steps = read_plot(plot)
    if "{t." in " ".join(lines) and "{t.colour}" not in lines[-1] and rng.random() < 0.25:
        told.append(recall(rng, scene, known_things(lines), wordings.RECALL_EARLY))
    for step in steps:
        move(scene, step.moves)
        if step.optional and rng.random() < 0.3:
            continue
        line = vary_subject(rng, rng.choice(step.lines), lines[-1], scene)
        lines.append(line)
        told.append(line.format_map(scene))
        if step.moves and rng.random() < 0.4:
            told.append(recall(rng, scene, known_things(lines), wordings.RECALL_ONE))
    if rng.random() < 0.45:
        told.append(recall(rng, scene, known_things(lines), wordings.RECALL_END))
    return Story(lay_out(rng, [line for line in told if line]), plot, *cast_of(scene))


def vary_subject(rng: random.Random, line: str, before: str, scene: dict) -> str:
    """Say `she` for a name that leads the line, where it is clear who is meant."""
    clear = scene["a"] is scene["b"] or "{b" not in before + line
    if clear and line.startswith("{a} ") and "{a" in before and rng.random() < 0.55:
        return "{a.He}" + line[3:]
    return line


def cast_of(scene: dict) -> tuple[tuple[Person, ...], tuple[Thing, ...]]:
    """The people and the things of a scene."""
    people = (scene["a"],) if scene["a"] is scene["b"] else (scene["a"], scene["b"])
    return people, (scene["t"], scene["u"], scene["v"])


def lay_out(rng: random.Random, told: list[str]) -> str:
    """Join the sentences, sometimes with a paragraph break."""
    text = " ".join(told)
    if rng.random() < 0.25 and len(told) > 4:
        cut = rng.randint(2, len(told) - 2)
        text = " ".join(told[:cut]) + "\n" + " ".join(told[cut:])
    return capital(fix_articles(text))


def story(rng: random.Random) -> str:
    """The text of one story."""
    return tell(rng).text
