"""The store of common knowledge: a file for each field in `data/things`, a block for each thing.

    # dog                                     its name; one of a kind is written with its article: `# the sun`
    noun: mass                                how its name behaves, if not as a thing that can be counted:
                                              mass (bread), plural (scissors), one (the sun), doing (swimming)
    plural: mice                              where the rule does not give it
    is: pet | animal                          what it is a kind of, without article, the nearest first
    has: four legs | a wet nose               parts, as they follow `It has`
    made: wood | metal                        what it is made of
    look: brown or black | small              how it looks, as it follows `It is`
    at: in the garden | by the door           where one finds it
    does: bark at strangers | dig holes       what it does, verbs in their plain form
    do: walk the dog | feed the dog           what people do with it
    need: fresh water | a long walk           as it follows `It needs`
    for: guard a house                        what it is used for, as it follows `It is used to`
    who: shepherds | children                 who has to do with it
    buy: a bag of apples                      how one buys it, if one does
    good: it is loyal | you can trust it      why one likes it, as it follows `because`
    bad: it barks at night                    why one does not like it, or fears it
    with: cat | bone                          what goes with it
    not: cold                                 its opposite
    say: A dog can smell what no person can.  sentences of one's own
    joke: Why did …? It did not …
    verse: four lines | parted by bars | that rhyme | or nearly

The first block of a file, `# all`, says its type in `type:`, and what all its things share.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from model.world.language.phrases import plural
from model.world.language.tables import cells_of, read

FOLDER = Path(__file__).parent / "data" / "things"
NOUNS = ("count", "mass", "plural", "one", "doing")
FIELDS = tuple("is has made look at does do need for who buy good bad with not say joke verse".split())
WHOLE = ("say", "joke")  # a line of these is one sentence or two, not a list


@dataclass(frozen=True)
class Thing:
    """Something that everybody knows, and what there is to say about it."""

    name: str
    type: str  # of its file: animal, food, person …
    noun: str = "count"
    many: str = ""  # its plural
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)  # field -> what stands there

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.told.get(name, ())


@cache
def things() -> tuple[Thing, ...]:
    """All things, file after file. Raises ValueError, with file and thing, where one is damaged."""
    return tuple(thing for file in sorted(FOLDER.glob("*.txt")) for thing in read_file(file))


@cache
def by_kind() -> dict[str, tuple[Thing, ...]]:
    """Kind -> the things that are of it."""
    kinds: dict[str, list[Thing]] = {}
    for thing in things():
        for kind in thing["is"]:
            kinds.setdefault(kind, []).append(thing)
    return {kind: tuple(some) for kind, some in kinds.items()}


@cache
def verbs() -> frozenset[str]:
    """All verbs with which something is done, in their plain form."""
    phrases = (phrase for thing in things() for field in ("does", "do", "for") for phrase in thing[field])
    return frozenset(phrase.split(" ")[0] for phrase in phrases)


def read_file(path: Path) -> list[Thing]:
    """The things of one file."""
    blocks = read(path.read_text(encoding="utf-8"), path.name)
    shared = dict(blocks.pop("all").pairs)
    return [make(path.name, name, shared["type"], block.parts) for name, block in blocks.items()]


def make(file: str, name: str, type: str, parts: dict[str, tuple[str, ...]]) -> Thing:
    """One thing. Raises ValueError if it says what no field is for, or not what it is."""
    parts = dict(parts)
    noun = parts.pop("noun", ("count",))[0]
    many = parts.pop("plural", ("",))[0]
    if wrong := [part for part in parts if part not in FIELDS]:
        raise ValueError(f"{file}, {name}: there is no field {wrong[0]!r}; there are {', '.join(FIELDS)}")
    if noun not in NOUNS:
        raise ValueError(f"{file}, {name}: noun is {noun!r}; it must be one of {', '.join(NOUNS)}")
    if "is" not in parts or len(parts) < 4:
        raise ValueError(f"{file}, {name}: too little is told; at least `is` and three other fields are needed")
    cells = {
        part: lines if part in WHOLE else tuple(cell for line in lines for cell in cells_of(line))
        for part, lines in parts.items()
    }
    if noun == "count" and not many:
        head, space, last = name.rpartition(" ")
        many = f"{head}{space}{plural(last)}"
    return Thing(name, type, noun, many or name, cells)
