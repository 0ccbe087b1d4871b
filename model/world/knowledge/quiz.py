"""Short questions with their answers, or short statements, one below the other: much that is known in few words."""

import random

from model.world.knowledge.facts import LAYOUTS, countries, laid_out, opposite_slots, pair
from model.world.knowledge.facts import slots_of as slots_of_country
from model.world.knowledge.say import TABLE, say
from model.world.knowledge.store import Thing, things
from model.world.knowledge.tell import answered, sentence, speaks_of_many, useful
from model.world.language.phrases import polish, spin, word_it
from model.world.language.tables import Table

HEADS = Table(__file__, "heads")
FIELDS = {"is": 10, "for": 8, "opposite": 5, "country": 2}  # what is asked, in shares: about as many as there are facts
SLOTS = {"opposite": opposite_slots, "country": lambda rng: slots_of_country(rng, rng.choice(countries()))}
NUMBERED = ("{i}. {q} {a}", "{i}) {q}\n{a}", "{q} - {a}")


def some_thing(rng: random.Random, field: str) -> Thing:
    """One of which the field says something."""
    return rng.choice(useful() if field == "for" else things())


def asked(rng: random.Random, field: str) -> tuple[str, str]:
    """A question of the field, and its answer."""
    if field in SLOTS:
        return pair(rng, SLOTS[field](rng), f"{field} asked")
    return answered(rng, some_thing(rng, field), field) or asked(rng, field)


def told(rng: random.Random, field: str) -> str:
    """A statement of the field."""
    if field in SLOTS:
        return say(rng, SLOTS[field](rng), TABLE[f"{field} told"])
    thing = some_thing(rng, field)
    return sentence(rng, thing, speaks_of_many(rng, thing), field, True)


def quiz(rng: random.Random) -> str:
    """One to twelve of one field or of all, either questions or statements; what is many says first what it is."""
    fields, number = list(FIELDS), rng.choice((1, 2, rng.randint(3, 12), rng.randint(5, 12)))
    chosen = rng.choices(fields, list(FIELDS.values()), k=number if rng.random() < 0.6 else 1)
    fields, head = (chosen * number)[:number], ""
    tells = rng.random() < 0.4
    if number > 2:
        about = "all" if len({*chosen}) > 1 else chosen[0]
        what = spin(rng, rng.choice(HEADS[f"{about} told" if tells else about]))
        head = polish(word_it(rng, HEADS["before"], {"what": what})) + "\n"
    if tells:
        return head + "\n".join(dict.fromkeys(polish(told(rng, field)) for field in fields))
    return head + laid_out(rng.choice((*LAYOUTS, *NUMBERED)), [asked(rng, field) for field in fields])
