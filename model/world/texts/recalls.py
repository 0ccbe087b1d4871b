"""Who has what: people show their coloured things, and what was shown is asked back.

A story asks for a name or a colour of long ago three or four times; this asks in every sentence, in the words of
the stories. That teaches a model to look back and find the right one among several.
"""

import random

from model.world.language import words
from model.world.language.people import Thing, make_person, pick_colours
from model.world.language.phrases import and_list
from model.world.language.tables import Table
from model.world.language.wordings import bank, recall
from model.world.language.words import capital, fix_articles
from model.world.texts.stories import PLOTS, join, set_scene

LINES = Table(__file__, "recalls")
ASIDES = ("filler", "joy", "sadly", "together", "together")


def give_out(rng: random.Random) -> list[Thing]:
    """Two to six different things, rather few than many, of one to three people."""
    people = list({made.name: made for made in (make_person(rng) for _ in range(rng.randint(1, 3)))}.values())
    n = max(len(people), rng.randint(2, rng.choice((2, 3, 4, 6))))
    owners = people + rng.choices(people, k=n - len(people))
    nouns = rng.sample([noun for noun in words.OBJECTS if noun not in words.BLUE_THINGS], n)
    return [Thing(*each) for each in zip(nouns, pick_colours(rng, n), owners, strict=True)]


def asked(rng: random.Random, most: int = 7) -> list[tuple[str, bool]]:
    """Two to `most` things, rather few than many, and the colour of each asked for in another order, of some again.

    The pieces of the text, and of each whether it is an answer: nothing but looking back tells it.
    """
    nouns = rng.sample(words.OBJECTS, rng.randint(2, min(most, rng.choice((2, 3, 4, 7)))))
    pairs = list(zip(nouns, pick_colours(rng, len(nouns)), strict=True))
    form, other = rng.sample(LINES["asked"], 2)
    if rng.random() < 0.3:
        told = " ".join(other.format(noun=noun, colour=colour) for noun, colour in pairs)
    else:
        things = and_list([f"a {colour} {noun}" for noun, colour in pairs])
        told = rng.choice(LINES["rows"]).format(things=things, a=make_person(rng))
    pieces = [(fix_articles(told), False)]
    for noun, colour in rng.sample(pairs, len(pairs)) + rng.choices(pairs, k=rng.randint(0, 3)):
        before, after = form.format(noun=noun, colour="|").split(" |")
        pieces += [(f" {before}", False), (f" {colour}", True), (after, False)]
    return pieces


def recall_text(rng: random.Random) -> str:
    """One text: what everybody has, and five to ten sentences that only fit who looks back."""
    if rng.random() < 0.5:
        return "".join(piece for piece, _ in asked(rng))
    made = give_out(rng)
    things = {str(i): thing for i, thing in enumerate(made)}
    told = [capital(rng.choice(LINES["shown"]).format(x=thing, o=thing.owner)) for thing in made]
    scene = set_scene(rng, rng.choice(tuple(PLOTS)))
    chatty = rng.random() < 0.5
    for _ in range(rng.randint(5, 10)):
        thing = rng.choice(made)
        others = [person for person in dict.fromkeys(each.owner for each in made) if person is not thing.owner]
        act = rng.random()
        if act < 0.12 and others:
            told.append(rng.choice(LINES["given"]).format(x=thing, o=thing.owner, p=(taker := rng.choice(others))))
            thing.owner = taker
        elif act < 0.4 and chatty:
            scene |= {"a": thing.owner, "b": rng.choice(others or [thing.owner])}
            told.append(rng.choice(bank(rng.choice(ASIDES if others else ASIDES[:3]))).format_map(scene))
        else:
            told.append(recall(rng, things, set(things), rng.choice(("one", "end"))))
    return join(rng, told)
