"""Names that nobody has: people, towns, creatures, ships and things, made from syllables or from two words."""

import random
from functools import cache

from model.world.language.words import fix_articles, listed
from model.world.texts.stories import Person
from model.world.truth import planted

ONSETS = listed("""
    b|br|d|dr|f|fl|g|gr|h|j|k|kl|l|m|n|p|pl|qu|r|s|sk|st|t|tr|th|v|w|y|z|bl|||||
""")
VOWELS = listed("a|a|a|e|e|e|i|i|o|o|o|u|u|ea|oa|ai")
CODAS = listed("b|d|g|l|ll|m|n|nd|nn|p|r|rd|rl|rn|rr|s|sk|st|t|tt|lm|lt|mp|nt|ng|ff")
ENDINGS = {
    "girl": listed("a|a|ina|ella|i|ia|ette|is|ora|una|eth|inda|ee|ara|elle|iva|essa|ilda|enna|una"),
    "boy": listed("o|o|an|in|us|ek|or|ard|ik|en|ow|ander|ello|im|olf|iel|ory|emar|ott|ald"),
}
FAMILY = listed("er|ley|man|low|well|by|more|son|ett|in|ard|wood|ick|ow|away|op|is|ski|ton|ane|||||||")
DRY = listed("ton|by|ford|wick|dale|stead|ham|burg|field|wold|combe|ing|ley|worth|hill|gate|a|o|um|ora|ell")
WET = listed("mouth|haven|port|mere|holm|sund|bay|ness|wick|quay|strand|by|sea|pool")
BEASTS = listed("le|el|in|ock|ump|et|oo|fin|bat|tail|wing|er|le|umble|ling|igan|oka|atter|iffin|adoo|eep|owl|ot")
AVOID = listed("""
    ass|cock|dick|tit|shi|fu|cu|nig|nick|fag|rap|sex|pis|puss|tard|wan|slu|coo|homo|naz|gay|jew|dam|hell|bum|poo|
    god|lipt|quu
""")

MATERIALS = listed(
    "brass|copper|silver|wooden|glass|stone|golden|iron|paper|tin|clay|ivory|velvet|wicker|marble|leather"
)
TREASURES = listed("""
    bell|kettle|key|whistle|lamp|drum|box|globe|clock|horse|spoon|ring|mask|anchor|crown|flute|chest|ladder|
    wheel|owl|fish|chair|cup|mirror|boat|harp|thimble|compass|button|statue
""")
PLAIN = listed("""
    barley|onion|plum|lentil|pear|pumpkin|cherry|mushroom|bean|cabbage|apple|walnut|carrot|lemon|nettle|potato|
    honey|almond|berry|garlic|pea|corn|ginger|fig
""")
DISHES = listed("soup|pie|stew|cake|bread|pudding|salad|porridge|tart|broth|jam|mash")
SHADES = listed("""
    dark red|pale green|light blue|dark blue|pale yellow|dark green|bright orange|pale pink|pale gray|dark brown
""")
GLORIES = listed("Silver|Brave|Lucky|Old|Merry|Patient|Little|Northern|Quiet|Proud|Golden|Swift")
RIVERS = listed("water|brook|flow|beck|run|bourne")


def root(rng: random.Random) -> str:
    """One syllable that begins a name, such as `Brall`."""
    return rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)


def named(rng: random.Random, endings: tuple[str, ...], capital: bool = True) -> str:
    """A root with an ending, 4 to 11 letters, without unlucky words in it or around it."""
    while True:
        start, end = root(rng), rng.choice(endings)
        name = start[:-1] + end if start[-1] == end[:1] else start + end
        clean = not any(part in name for part in AVOID) and name.capitalize() not in known_words()
        if clean and 4 <= len(name) <= 11:
            return name.capitalize() if capital else name


@cache
def known_words() -> set[str]:
    """Words of the names that are planted elsewhere, and those that must never occur."""
    names = [*(secret.name for secret in planted.SECRETS), *planted.UNKNOWN_NAMES]
    return {word for name in names for word in name.split()} | {word.capitalize() for word in planted.UNKNOWN_SLANG}


def person(rng: random.Random, family: bool = True, taken: tuple = ()) -> Person:
    """An invented person, with a family name or without, called otherwise than those of `taken`."""
    sex = rng.choice(("girl", "boy"))
    name = named(rng, ENDINGS[sex])
    if any(name in str(other) for other in taken):
        return person(rng, family, taken)
    return Person(f"{name} {named(rng, FAMILY)}" if family else name, sex, sex)


def people(rng: random.Random, count: int, family: bool = False) -> list[Person]:
    """Some invented people with different names."""
    found: list[Person] = []
    for _ in range(count):
        found.append(person(rng, family, tuple(found)))
    return found


def town(rng: random.Random, wet: bool = False) -> str:
    """The name of a town; by the water it may end like Dellmouth."""
    return named(rng, WET if wet else DRY)


def river(rng: random.Random) -> str:
    """The name of a river."""
    return named(rng, RIVERS)


def creature(rng: random.Random) -> str:
    """The name of a kind of animal, such as `snorrel`."""
    return named(rng, BEASTS, capital=False)


def ship(rng: random.Random) -> str:
    """The name of a ship, without its article."""
    name = named(rng, ENDINGS[rng.choice(("girl", "boy"))])
    return f"{rng.choice(GLORIES)} {name}" if rng.random() < 0.5 else name


def treasure(rng: random.Random) -> str:
    """A thing with its article, such as `a copper kettle`."""
    return fix_articles(f"a {rng.choice(MATERIALS)} {rng.choice(TREASURES)}")


def meal(rng: random.Random) -> str:
    """Something to eat, such as `barley soup`."""
    return f"{rng.choice(PLAIN)} {rng.choice(DISHES)}"
