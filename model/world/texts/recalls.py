"""Who has what: people show their coloured things, and what was shown is asked back.

A story asks for a name or a colour of long ago three or four times; this asks in every sentence, in the words of
the stories. That teaches a model to look back and find the right one among several.
"""

import random

from model.world.language import wordings, words
from model.world.language.words import capital, fix_articles, listed
from model.world.texts import plots
from model.world.texts.stories import Thing, bank, lay_out, make_person, pick_colours, recall, set_scene

SHOWN = listed("""
    {o} had {x.a}.|{o} has {x.a}.|{o}'s {x} is {x.colour}.|{o}'s {x} was {x.colour}.|{o} came along with {x.a}.|
    There was {o}, who was holding {x.a}.|"I have {x.a}," said {o}.|Here comes {o} with {x.a}.|
    {o} never left home without {o.his} {x.full}.|Beside {o} lay {x.a}.|{x.a} belonged to {o}.|
    "Look at my {x.full}!" said {o}.|{o} carried {x.a}.|{o} was proud of {o.his} {x.full}.
""")
GIVEN = listed("""
    {o} gave {p} the {x.full}.|{o} gave {p} {o.his} {x}.|{o} gave the {x} to {p}.|
    "You can have my {x.full}," said {o} to {p}. Now {p} had it.|{o} lent {p} the {x}.|
    {o} put the {x.full} into {p}'s hand. "Keep it," said {o}.|{p} took the {x.full} from {o}.
""")
ROWS = listed("""
    On the table lay {things}.|{a} has {things}.|{a} had {things}.|Here are {things}.|
    In the bag of {a} there were {things}.|We found {things}.|Look at these: {things}.|{a} carried {things}.|
    The shop sells {things}.|I see {things}.
""")
ASKED = listed("""
    The {noun} is {colour}.|The {noun} was {colour}.|What colour is the {noun}? It is {colour}.|
    What colour was the {noun}? It was {colour}.|And the {noun}? It was {colour}.|Is the {noun} {colour}? Yes, it is.
""")
ASIDES = ("filler", "joy", "sadly", "together", "together")


def shown(rng: random.Random) -> list[Thing]:
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
    form, other = rng.sample(ASKED, 2)
    if rng.random() < 0.3:
        told = " ".join(other.format(noun=noun, colour=colour) for noun, colour in pairs)
    else:
        *first, last = (f"a {colour} {noun}" for noun, colour in pairs)
        told = rng.choice(ROWS).format(things=f"{', '.join(first)} and {last}", a=make_person(rng))
    pieces = [(fix_articles(told), False)]
    for noun, colour in rng.sample(pairs, len(pairs)) + rng.choices(pairs, k=rng.randint(0, 3)):
        before, after = form.format(noun=noun, colour="|").split(" |")
        pieces += [(f" {before}", False), (f" {colour}", True), (after, False)]
    return pieces


def recalled(rng: random.Random) -> str:
    """One text: what everybody has, and five to ten sentences that only fit who looks back."""
    if rng.random() < 0.5:
        return "".join(piece for piece, _ in asked(rng))
    made = shown(rng)
    things = {str(i): thing for i, thing in enumerate(made)}
    told = [capital(rng.choice(SHOWN).format(x=thing, o=thing.owner)) for thing in made]
    scene = set_scene(rng, rng.choice(tuple(plots.PLOTS)))
    chatty = rng.random() < 0.5
    for _ in range(rng.randint(5, 10)):
        thing = rng.choice(made)
        others = [person for person in dict.fromkeys(each.owner for each in made) if person is not thing.owner]
        act = rng.random()
        if act < 0.12 and others:
            told.append(rng.choice(GIVEN).format(x=thing, o=thing.owner, p=(taker := rng.choice(others))))
            thing.owner = taker
        elif act < 0.4 and chatty:
            scene |= {"a": thing.owner, "b": rng.choice(others or [thing.owner])}
            told.append(rng.choice(bank(rng.choice(ASIDES if others else ASIDES[:3]))).format_map(scene))
        else:
            told.append(recall(rng, things, set(things), rng.choice((wordings.RECALL_ONE, wordings.RECALL_END))))
    return lay_out(rng, told)
