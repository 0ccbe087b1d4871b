"""Real facts that one may rely on, and what this model is: stated, asked and answered."""

import random
from functools import cache

from model.world.knowledge.say import TABLE as WORDINGS
from model.world.knowledge.say import Slots, fitting, say
from model.world.language.phrases import polish, spin
from model.world.language.tables import Block, Table, cells_of
from model.world.language.words import capital

COUNTRIES, FACTS, ITSELF = (Table(__file__, name) for name in ("countries", "facts", "itself"))
LAYOUTS = ("{q} {a}", "{q}\n{a}", "{q}\n{a}", "Question: {q}\nAnswer: {a}", "Q: {q}\nA: {a}", '"{q}" "{a}"')


@cache
def countries() -> tuple[dict[str, str], ...]:
    """Each country with what its wordings name."""
    known_for = COUNTRIES["what each is known for"].lists
    found = []
    for name, city, continent, language, people in COUNTRIES["countries"].columns(5):
        article = "the " if name in COUNTRIES["with the"].words else ""
        told = {"land": article + name, "bare": name, "capital": city, "continent": continent}
        told |= {"language": language, "people": people}
        found.append(told | ({"known_for": known_for[name]} if name in known_for else {}))
    return tuple(found)


def slots_of(rng: random.Random, country: dict) -> Slots:
    """What can be said of a country."""
    makers = {"known": lambda: rng.choice(country["known_for"])} if "known_for" in country else {}
    return Slots({name: told for name, told in country.items() if name != "known_for"}, makers)


def of_countries(rng: random.Random) -> str:
    """Some sentences about one or two countries, or questions about them."""
    if rng.random() < 0.45:
        told = []
        for country in rng.sample(countries(), rng.choice((1, 1, 2, 3))):
            slots = slots_of(rng, country)
            said = [say(rng, slots, WORDINGS["country told"]) for _ in range(rng.randint(1, 3))]
            told.append(polish(" ".join(dict.fromkeys(said))))
        return "\n".join(told)
    some = rng.sample(countries(), rng.choice((1, 1, 2, 4)))
    return laid_out(rng.choice(LAYOUTS), [pair(rng, slots_of(rng, country), "country asked") for country in some])


def pair(rng: random.Random, slots: Slots, name: str) -> tuple[str, str]:
    """A question of the wordings called `name`, and one of its answers."""
    question, *answers = cells_of(rng.choice(fitting(slots, WORDINGS[name])))
    return say(rng, slots, [question]), say(rng, slots, answers)


def laid_out(layout: str, pairs: list[tuple[str, str]]) -> str:
    """Questions with their answers, one below the other; none is asked twice."""
    asked = {polish(q): polish(a) for q, a in pairs}
    return "\n".join(layout.format(i=i, q=q, a=a) for i, (q, a) in enumerate(asked.items(), 1))


def of_facts(rng: random.Random) -> str:
    """Facts of one field, as sentences or as questions with answers."""
    some = rng.sample(FACTS[rng.choice(list(FACTS))].columns(3), rng.choice((1, 1, 2, 3, 5)))
    if rng.random() < 0.4:
        return polish(rng.choice(WORDINGS["fact first"]).format(fact="\n".join(told for *_, told in some)))
    short = rng.random() < 0.4
    return laid_out(rng.choice(LAYOUTS), [(q, capital(a) + "." if short else told) for q, a, told in some])


@cache
def opposites() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words, and what is the opposite of each."""
    return tuple((word, tuple(others.split(" or "))) for word, others in WORDINGS["opposites"].columns(2))


def opposite_slots(rng: random.Random) -> Slots:
    """Two words that are opposites, either way round."""
    word, others = rng.choice(opposites())
    return Slots(dict(zip("xy", rng.sample((word, rng.choice(others)), 2), strict=True)), {})


def of_opposites(rng: random.Random) -> str:
    """Some pairs of opposites, each way round: told, or asked and answered."""
    each = [opposite_slots(rng) for _ in range(rng.choice((1, 2, 2, 3)))]
    if rng.random() < 0.4:
        return laid_out(rng.choice(LAYOUTS), [pair(rng, slots, "opposite asked") for slots in each])
    told = dict.fromkeys(polish(say(rng, slots, WORDINGS["opposite told"])) for slots in each)
    return ("\n" if rng.random() < 0.5 else " ").join(told)


def answers_of(rng: random.Random, idea: Block) -> str:
    """What there is to say about an idea: one answer, perhaps with what goes on."""
    more = idea.parts.get("more", ())
    told = [rng.choice(idea.parts["say"])]
    told += [rng.choice(more)] if more and rng.random() < 0.5 else []
    return " ".join(told)


def of_itself(rng: random.Random) -> str:
    """What this model is, or an idea that belongs to it: told, or asked and answered."""
    idea = ITSELF[rng.choice(list(ITSELF))]
    if rng.random() < 0.35:
        return answers_of(rng, idea)
    name = idea.parts["name"][0]
    asked = [question for line in idea.parts["ask"] for question in cells_of(line)]
    is_ = f"What is {name}?" if rng.random() < 0.7 else f"Can you explain what {name} is?"
    question = rng.choice(asked) if name == "this model" or rng.random() < 0.5 else is_
    return laid_out(rng.choice(LAYOUTS), [(question, answers_of(rng, idea))])


def real(rng: random.Random) -> str:
    """A text of real facts."""
    return spin(rng, rng.choices((of_countries, of_facts, of_opposites), (36, 36, 28))[0](rng))
