"""What people do on ordinary days: where, with what, why, and what happens meanwhile; each text hangs together."""

import random
import re

from model.world.knowledge.say import Slots, inflect, names_of
from model.world.language.phrases import polish, spin
from model.world.language.tables import Table
from model.world.language.verbs import going_on, past, third

LINES = Table(__file__, "daily")
DRAWN = ("when", "often", "soon", "hindered", "hindered then", "meanwhile", "felt")
MINE = re.compile(r"\b(I|me|my|myself|we|our|us)\b")
OTHERS = {
    "he": {"my": "his", "me": "him", "myself": "himself"},
    "she": {"my": "her", "me": "her", "myself": "herself"},
    "you": {"my": "your", "me": "you", "myself": "yourself"},
}


def slots_of_day(rng: random.Random) -> Slots:
    """Two doings in all forms of their verbs, and what may stand around them."""
    (do, at, why, need, then, feel), (do2, *_) = rng.sample(LINES["doings"].columns(6), 2)
    who, he = rng.choice(LINES["people"].columns(2))
    known = {"do": do, "at": spin(rng, at), "why": why, "need": need, "then": then, "feel": feel, "do2": do2}
    known |= {"doed": inflect(past, do), "doed2": inflect(past, do2), "thened": inflect(past, then)}
    known |= {"doing": inflect(going_on, do), "does": inflect(third, do), "does2": inflect(third, do2)}
    known |= {"who": who, "he": he}
    return Slots(known | {name.replace(" ", "_"): rng.choice(LINES[name].words) for name in DRAWN}, {})


def sentence(rng: random.Random) -> str:
    """One little text. What the doings call mine is his, hers or yours, where somebody else is spoken of."""
    frame = spin(rng, rng.choice(LINES["told"]))
    whose = MINE.search(frame)
    while True:
        slots = slots_of_day(rng)
        person = "I" if whose else slots["he"] if "{who}" in frame.lower() else "you"
        used = {name.lower() for name in names_of(frame)} - set(DRAWN)
        if person == "I" or not re.search(r"\b(I|we)\b", " ".join(slots[name] for name in used if name in slots)):
            break
    if person != "I":
        for name in used - {"who"}:
            slots[name] = MINE.sub(lambda hit: OTHERS[person].get(hit[0], hit[0]), slots[name])
    return polish(frame.format_map(slots))


def daily(rng: random.Random) -> str:
    """A little text about what people do, now and then a second one in a line of its own."""
    return "\n".join(sentence(rng) for _ in range(rng.choice((1, 1, 1, 1, 2))))
