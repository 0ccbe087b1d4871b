"""What everybody knows, told in many ways: described, asked, compared, listed, and in the first person."""

import random
from functools import cache

from model.world.knowledge.daily import daily
from model.world.knowledge.facts import LAYOUTS, laid_out
from model.world.knowledge.ordinary import ordinary
from model.world.knowledge.say import TABLE, Slots, fitting, kind_of, say, slots_of, speak_of
from model.world.knowledge.store import Thing, by_kind, things, verbs
from model.world.language.phrases import and_list, plural, polish, spin
from model.world.language.tables import Table, cells_of
from model.world.language.verbs import both, third
from model.world.language.words import capital

TOLD = "has made look at does do need for who good bad with not say".split()
TALES = Table(__file__, "tales")
ASKED = "is is is is has made look at does do need for for for for good bad with not".split()


def speaks_of_many(rng: random.Random, thing: Thing) -> bool:
    """Whether a text speaks of many: of people always, so that no pronoun says who does which work."""
    return thing.type == "person" or rng.random() < 0.45


def describe(rng: random.Random, thing: Thing, most: int = 6) -> str:
    """Some sentences about a thing; the first one mostly says what it is."""
    many = speaks_of_many(rng, thing)
    fields = [name for name in TOLD if name in thing.told]
    chosen = rng.sample(fields, min(len(fields), rng.randint(1, most)))
    chosen += ["say"] * (len(thing["say"]) > 1 and rng.random() < 0.4)
    sentences, spoken = [], set()
    for name in (["is"] if rng.random() < 0.75 else []) + chosen:
        told = sentence(rng, thing, many, name, not sentences)
        if told and told not in spoken:
            spoken.add(told)
            sentences.append(told)
    return " ".join(sentences) or describe(rng, thing, most)


def sentence(rng: random.Random, thing: Thing, many: bool, name: str, first: bool) -> str:
    """What a field says of a thing, "" if nothing fits; the `first` sentence of a text names the thing."""
    own = f"{thing.type} {name}"
    wordings = [w for each in (own if own in TABLE else name, f"{own} too") if each in TABLE for w in TABLE[each]]
    wordings = [w for w in wordings if names_it(w)] if first else wordings
    return say(rng, slots_of(rng, thing, many, name), wordings)


def names_it(wording: str) -> bool:
    """Whether it says of which thing it speaks."""
    return "{x}" in wording or "{X}" in wording or not ("{It" in wording or "{it" in wording)


def in_short(rng: random.Random) -> str:
    """What a few things are, and what each is for: of everything that is known of them, what is asked most."""
    lines = []
    some = [thing for thing in alike(rng) if "for" in thing.told or rng.random() < 0.5] or alike(rng)
    for thing in rng.sample(some, min(len(some), rng.choice((1, 2, 3, 4)))):
        many = speaks_of_many(rng, thing)
        fields = ["is", "for"] if rng.random() < 0.7 or "for" not in thing.told else ["for"]
        told = [sentence(rng, thing, many, name, not i) for i, name in enumerate(fields)]
        lines.append(polish(" ".join(filter(None, told))))
    return "\n".join(lines)


def alike(rng: random.Random) -> tuple[Thing, ...]:
    """Things of one kind, those of large kinds as often as others: what stands in a row belongs together."""
    thing = rng.choice(things())
    return by_kind()[rng.choice(thing["is"])]


@cache
def useful() -> list[Thing]:
    """Things of which it is known what they are for."""
    return [thing for thing in things() if "for" in thing.told]


def answered(rng: random.Random, thing: Thing, name: str) -> tuple[str, str] | None:
    """A question about a field of a thing, and its answer; None if the field says nothing."""
    slots = slots_of(rng, thing, speaks_of_many(rng, thing), name)
    options = fitting(slots, TABLE[f"asked {name}"])
    if name not in thing.told or not options:
        return None
    question, *answers = (part for part in split_bars(rng.choice(options)))
    return say(rng, slots, [question]), say(rng, slots, answers)


def split_bars(row: str) -> list[str]:
    """A question with its answers, parted by bars outside of brackets."""
    return list(cells_of(row))


def ask(rng: random.Random) -> str:
    """Questions with their answers, mostly about one thing."""
    thing, pairs = rng.choice(things()), []
    for _ in range(rng.choice((1, 1, 2, 3, 4))):
        pair = answered(rng, thing, rng.choice(ASKED))
        if pair and pair not in pairs:
            pairs.append(pair)
        if rng.random() < 0.1:
            thing = rng.choice(alike(rng))
    if not pairs:
        return ask(rng)
    return laid_out(rng.choice(LAYOUTS), pairs)


def first_person(rng: random.Random) -> str:
    """What somebody says of himself and a thing: an opening, and what follows from it."""
    thing = rng.choice(things())
    many = rng.random() < 0.5
    wordings = [wording for wording in TABLE[f"{thing.type} first"] if ("{many}" in wording) == many]
    opening = say(rng, slots_of(rng, thing, many), wordings)
    if not opening:
        return describe(rng, thing)
    follow = [say(rng, slots_of(rng, thing, True, "say"), TABLE["after first"]) for _ in range(rng.randint(0, 2))]
    follow = [line for line in follow if line.removeprefix("But ")[:-1] not in opening]  # it was the reason already
    if rng.random() < 0.4:
        follow.append(describe(rng, thing, 2))
    return " ".join(dict.fromkeys(filter(None, [opening, *follow])))


def compare(rng: random.Random) -> str:
    """Two things of one kind: what both are, and in what they differ."""
    kind, some = rng.choice([(kind, some) for kind, some in by_kind().items() if len(some) > 1])
    one, other = rng.sample(some, 2)
    a, b = (speak_of(thing, thing.type == "person") for thing in (one, other))
    known = {"a": a["x"], "b": b["x"], "A": capital(a["x"]), "hasa": a["has"], "hasb": b["has"]}
    known |= {"kinds": kind_of(kind, True), "kind": kind_of(kind, a["is"] == "are"), "isa": a["is"], "isb": b["is"]}
    told = [say(rng, Slots(known, {}), TABLE["compare same"])]
    for field in rng.sample(("has", "does", "at", "look"), 3):
        if one[field] and other[field]:
            told.append(say(rng, Slots(known | differ(rng, field, one, other), {}), TABLE[f"compare differ {field}"]))
    text = polish(" ".join(told[:1] + told[1:3] if len(told) > 1 else told))
    if rng.random() < 0.4:
        return f"{polish(say(rng, Slots(known, {}), TABLE['compare asked']))}\n{text}"
    return text


def differ(rng: random.Random, field: str, one: Thing, other: Thing) -> dict[str, str]:
    """A cell of the field of each of two things."""
    pair = rng.choice(one[field]), rng.choice(other[field])
    if field == "does":
        return {
            name: v if speak_of(thing, thing.type == "person")["is"] == "are" else both(third, v, verbs())
            for name, v, thing in zip(("va", "vb"), pair, (one, other), strict=True)
        }
    return dict(zip(("itema", "itemb"), pair, strict=True))


def lists(rng: random.Random) -> str:
    """Things of one kind, asked for and named."""
    kind, some = rng.choice([(kind, some) for kind, some in by_kind().items() if len(some) > 3])
    names = [thing.many for thing in rng.sample(some, 3)]
    known = {"kinds": kind_of(kind, True) if kind in TABLE["mass kinds"].words else plural(kind)}
    known["items"] = and_list(names)
    slots = Slots(known, {})
    return "\n".join(polish(say(rng, slots, TABLE[name])) for name in ("lists asked", "lists answered"))


def request(rng: random.Random) -> str:
    """Something that is asked for, and given: a fact, a joke, a poem, a tale, a word."""
    kind = rng.choice(("fact", "fact", "joke", "joke", "verse", "verse", "verse", "tale", "tale", "word", "word"))
    if kind in ("word", "tale"):
        return {"word": say_it, "tale": tale}[kind](rng)
    own = [thing for thing in things() if kind == "fact" or thing[kind]]
    thing = rng.choice([*own, *sung()] if kind == "verse" else own)
    slots = slots_of(rng, thing, speaks_of_many(rng, thing) and kind != "verse")
    if kind == "fact":
        given = polish(describe(rng, thing))
    elif kind == "verse":
        given = "\n".join(map(capital, thing["verse"])) or say(rng, slots, TALES["verse"])
    else:
        given = rng.choice(thing["joke"])
    return f"{polish(say(rng, slots, TABLE[f'{kind} asked']))}\n{given}"


@cache
def sung() -> list[Thing]:
    """Things of one kind or another on which a verse can be made that speaks of anything."""
    kinds = ("animal", "object", "plant", "nature", "food", "vehicle")
    return [thing for thing in things() if thing.type in kinds and thing.noun == "count" and not thing["verse"]]


def tale(rng: random.Random) -> str:
    """A tale that somebody asks for, and that is told of just that animal, person or thing."""
    thing = rng.choice([thing for thing in things() if thing.type in TALES and thing.noun == "count"])
    slots = slots_of(rng, thing, False)
    return "\n".join(polish(say(rng, slots, TALES[name])) for name in ("asked", thing.type))


def say_it(rng: random.Random) -> str:
    """What somebody shall say, and that it is said: one word, two or three; mostly once, sometimes more."""
    pairs = []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        names = [thing.name.removeprefix("the ") for thing in rng.sample(things(), rng.choice((1, 1, 1, 2, 3)))]
        question, *answers = split_bars(rng.choice(TABLE["word asked"]))
        slots = Slots({"w": " ".join(names)}, {})
        pairs.append((spin(rng, question).format_map(slots), rng.choice(answers).format_map(slots)))
    between = rng.choice(("\n", "\n", " "))
    return "\n".join(f"{asked}{between}{said}" for asked, said in pairs)


def know(rng: random.Random) -> str:
    """A text about what everybody knows."""
    ways = (plainly, ask, in_first_person, in_short, compare, lists, request, daily, ordinary)
    (write,) = rng.choices(ways, (18, 18, 12, 24, 5, 3, 12, 8, 14))
    return write(rng)


def plainly(rng: random.Random) -> str:
    """One thing described, or two of a kind in a row."""
    if rng.random() < 0.85:
        return polish(describe(rng, rng.choice(things())))
    some = alike(rng)
    return "\n".join(polish(describe(rng, thing)) for thing in rng.sample(some, min(2, len(some))))


def in_first_person(rng: random.Random) -> str:
    """As `first_person`, polished."""
    return polish(first_person(rng))
