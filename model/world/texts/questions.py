"""Pages of questions with their answers: about a few people and their things, and about the world."""

import random

from model.world.language.slots import gather
from model.world.language.tables import Table
from model.world.language.words import capital, fix_articles
from model.world.texts.facts import facts

LINES = Table(__file__, "questions")


def ask_about_passage(rng: random.Random) -> str:
    """A passage with details that stand nowhere else, and questions that only it answers."""
    slots = gather(rng)
    hiding = rng.choice(LINES["hidings"].columns(2))
    chosen = rng.sample([*LINES["details"].columns(2), hiding], rng.randint(4, 7))
    if rng.random() < 0.5:
        chosen.append(hiding)
    told = list(dict.fromkeys(line for line, _ in chosen))
    asked = list(dict.fromkeys(line for _, line in chosen))
    rng.shuffle(told)
    asked = rng.sample(asked, rng.randint(1, min(3, len(asked))))
    passage = " ".join(capital(line.format_map(slots)) for line in told)
    layout = rng.choice(LINES["layouts"])
    return passage + "\n" + "\n".join(put(layout, line.format_map(slots)) for line in asked)


def put(layout: str, line: str) -> str:
    """A question with its answer in a layout."""
    question, answer = line.split("? ", 1)
    return layout.format(q=question + "?", a=answer)


def ask_in_general(rng: random.Random) -> str:
    """Questions that the facts answer."""
    layout = rng.choice(LINES["layouts"])
    rows = rng.sample(LINES["general"].rows, rng.randint(5, 9))
    return "\n".join(layout.format(q=question, a=rng.choice(answers)) for question, *answers in rows)


def questions(rng: random.Random) -> str:
    """A page of questions with their answers."""
    draw = rng.random()
    if draw < 0.55:
        return fix_articles(ask_about_passage(rng))
    if draw < 0.92:
        return ask_in_general(rng)
    question, *answers = rng.choice(LINES["general"].rows)
    return f"{facts(rng)}\n{put(rng.choice(LINES['layouts']), f'{question} {rng.choice(answers)}')}"
