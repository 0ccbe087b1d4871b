"""Stories: a small cast with coloured things lives through a plot, and the events are told."""

import random
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.people import Person, Thing, make_person, pick_colours
from model.world.language.phrases import cut_in_two
from model.world.language.slots import draw_slots, go_to, one_of, pick_where, some_of
from model.world.language.tables import Table, listed
from model.world.language.wordings import bank, recall
from model.world.language.words import capital, fix_articles
from model.world.texts.plots import Plot, move, read_plots

PLOTS = Table(__file__, "story_plots")
MADE = listed("raft|treehouse|bridge|tower|puppet theater|birdhouse|wagon|playhouse|sandcastle|tent")
OUTDOORS = ("rain", "treasure", "snow", "wind", "hide", "found by a friend", "build")
SLOTS = {
    "animal animal2": some_of(words.ANIMALS, 2),
    "day day2": some_of(words.DAYS, 2),
    "season season2": some_of(words.SEASONS, 2),
    "food": one_of(words.FOODS),
    "home": one_of(words.HOMES),
    "trait": one_of(words.TRAITS),
    "glad": one_of(words.GLAD),
    "sad": one_of(words.SAD),
    "weather": one_of(words.WEATHER),
    "month": one_of(words.MONTHS),
    "time": one_of(words.TIMES),
    "elder": one_of(words.ELDERS),
    "skill": one_of(words.SKILLS),
    "game": one_of(words.GAMES),
    "flower": one_of(words.FLOWERS),
    "made": one_of(MADE),
    "dish": one_of(words.DISHES),
    "petal": one_of(words.PETALS),
}


class Story(NamedTuple):
    """A told story with its cast, for tests and for curious readers."""

    text: str
    plot: str
    people: tuple[Person, ...]
    things: tuple[Thing, ...]


@cache
def plots() -> dict[str, Plot]:
    """Name -> plot of a story."""
    return read_plots(PLOTS)


def is_for_two(name: str) -> bool:
    """Whether the plot needs a second child."""
    return "+ @meet" in PLOTS[name]


def pick_nouns(rng: random.Random, plot: str) -> list[str]:
    """Three different things; the first can break, or fly, where the plot wants that."""
    nouns = rng.sample(words.OBJECTS, 3)
    fitting = {"broken": words.HARD, "wind": words.LIGHT}.get(plot)
    if fitting:
        nouns[0] = rng.choice([noun for noun in fitting if noun not in nouns])
    return nouns


def set_scene(rng: random.Random, plot: str) -> dict:
    """Simulate the start: people, their things, the place and everything the plot may need."""
    two, outdoors = is_for_two(plot), plot in OUTDOORS
    a = make_person(rng)
    b = make_person(rng, a.name) if two else a
    nouns, colours = pick_nouns(rng, plot), pick_colours(rng, 4)
    t, u, v = map(Thing, nouns, colours, (a, a, b if two else None))
    place, place2 = pick_where(rng, words.PLACES, words.INDOORS if outdoors else ())
    spot, spot2 = pick_where(rng, words.SPOTS, words.INSIDE if outdoors else ())
    slots = draw_slots(rng, SLOTS | {"weather": one_of(words.FAIR)} if plot == "rain" else SLOTS)
    blue = rng.choice([thing for thing in words.BLUE_THINGS if thing not in nouns])
    return {
        "a": a, "b": b, "t": t, "u": u, "v": v, "colour": colours[3], "place": place, "place2": place2,
        "place2r": go_to(place2), "spot": spot, "spot2": spot2, "spotC": capital(spot), **slots, "blue": blue,
    }  # fmt: skip


def open_story(rng: random.Random, plot: str) -> list[str]:
    """The wordings of the first sentences."""
    if (plot == "two things" and rng.random() < 0.5) or rng.random() < 0.15:
        return [rng.choice(bank("present"))]
    first = rng.choice(bank("once" if rng.random() < 0.46 else "open"))
    own = bank("own")[:10] if plot == "two things" else bank("own")
    if "{t" in "\n".join(PLOTS[plot]) or rng.random() < 0.4:
        return [first, rng.choice(own)]
    return [first]


def known_things(lines: list[str]) -> set[str]:
    """Which of the things t, u, v the wordings so far have named."""
    text = " ".join(lines)
    return {key for key in "tuv" if "{" + key + "." in text}


def begin(rng: random.Random, plot: str, scene: dict) -> tuple[list[str], list[str]]:
    """The wordings of the beginning, and what is told with them."""
    lines = open_story(rng, plot)
    told = [line.format_map(scene) for line in lines]
    if rng.random() < 0.5 and "{weather}" not in lines[0]:
        told.append(rng.choice(bank("filler")).format_map(scene))
    if "{t." in " ".join(lines) and "{t.colour}" not in lines[-1] and rng.random() < 0.25:
        told.append(recall(rng, scene, known_things(lines), "early"))
    return lines, told


def tell(rng: random.Random) -> Story:
    """Simulate one story and tell it."""
    plot = rng.choice(tuple(PLOTS))
    scene = set_scene(rng, plot)
    lines, told = begin(rng, plot, scene)
    for step in plots()[plot].steps:
        move(scene, step.moves)
        if step.optional and rng.random() < 0.3:
            continue
        line = vary_subject(rng, rng.choice(step.lines), lines[-1], scene)
        lines.append(line)
        told.append(line.format_map(scene))
        if step.moves and rng.random() < 0.4:
            told.append(recall(rng, scene, known_things(lines), "one"))
    if rng.random() < 0.45:
        told.append(recall(rng, scene, known_things(lines), "end"))
    return Story(join(rng, [line for line in told if line]), plot, *cast_of(scene))


def vary_subject(rng: random.Random, line: str, before: str, scene: dict) -> str:
    """Say `she` for a name that leads the line, where it is clear who is meant."""
    clear = scene["a"] is scene["b"] or "{b" not in before + line
    if clear and line.startswith("{a} ") and "{a" in before and rng.random() < 0.55:
        return "{a.He}" + line[3:]
    return line


def join(rng: random.Random, told: list[str]) -> str:
    """The sentences as one text, in some cases with two paragraphs."""
    two = rng.random() < 0.25 and len(told) > 4
    return capital(fix_articles(cut_in_two(rng, told) if two else " ".join(told)))


def cast_of(scene: dict) -> tuple[tuple[Person, ...], tuple[Thing, ...]]:
    """The people and the things of a scene."""
    people = (scene["a"],) if scene["a"] is scene["b"] else (scene["a"], scene["b"])
    return people, (scene["t"], scene["u"], scene["v"])


def story(rng: random.Random) -> str:
    """The text of one story."""
    return tell(rng).text
