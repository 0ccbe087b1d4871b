"""Short rhymed poems: two, three or four pairs of lines in couplets (AABB) or crossed (ABAB)."""

import random
from functools import cache
from typing import NamedTuple

from model.world.language.tables import Table
from model.world.language.words import capital

THEMES, LINES = Table(__file__, "poem_themes"), Table(__file__, "poems")
SCHEMES = {"AA": (0, 0), "AABB": (0, 0, 1, 1), "ABAB": (0, 1, 0, 1), "ABBA": (0, 1, 1, 0)}


class Theme(NamedTuple):
    """What poems of a theme are about, their titles, and lines by rhyme family."""

    about: str
    titles: tuple[str, ...]
    families: dict[str, tuple[str, ...]]


class Poem(NamedTuple):
    """A poem, the words that end its lines in order, and each line's rhyme family."""

    text: str
    ends: tuple[str, ...]
    families: tuple[str, ...]
    scheme: str


@cache
def rhymes() -> dict[str, frozenset[str]]:
    """Rhyme family -> words."""
    return {family: frozenset(words.split()) for family, words in LINES["rhymes"].facts.items()}


@cache
def themes() -> dict[str, Theme]:
    """Name -> theme."""
    read = {}
    for name, block in THEMES.items():
        families = dict(block.parts)
        (about,), titles = families.pop("about"), families.pop("title")
        read[name] = Theme(about, titles, families)
    return read


def do_rhyme(first: str, second: str) -> bool:
    """Whether two different words are in one family; a scoreboard may ask this of any poem."""
    return first != second and any(first in words and second in words for words in rhymes().values())


def end_word(line: str) -> str:
    """The last word of a line, without its marks."""
    return line.split()[-1].strip('.,;:!?"')


def punctuate(rng: random.Random, lines: list[str]) -> list[str]:
    """Capitals, and a comma or a full stop at each end of a line: a stop at every second one."""
    style = rng.choice((",.", ",.", ";.", ".."))
    return [capital(line) if line[0] != '"' else '"' + capital(line[1:]) for line in
            (f"{line}{style[i % 2]}" for i, line in enumerate(lines))]  # fmt: skip


def stanza(rng: random.Random, lines: dict[str, tuple[str, ...]], families: list[str], scheme: str) -> list[str]:
    """The lines of one stanza: two of each family, in the order of the scheme and of the table."""
    order = SCHEMES[scheme]
    pairs = [sorted(rng.sample(lines[family], 2), key=lines[family].index) for family in families]
    return [pairs[index].pop(0) for index in order]


def write_poem(rng: random.Random) -> Poem:
    """A poem of four to eight lines on one theme."""
    about, titles, table = themes()[rng.choice(tuple(themes()))]
    scheme = rng.choice(("AABB", "AABB", "ABAB", "ABAB", "ABBA", "AA"))
    stanzas = rng.choice((2, 3)) if scheme == "AA" else rng.choice((1, 1, 2))
    per = max(SCHEMES[scheme]) + 1
    chosen = rng.sample(tuple(table), stanzas * per)
    parts = [chosen[i * per : (i + 1) * per] for i in range(stanzas)]
    told = [punctuate(rng, stanza(rng, table, part, scheme)) for part in parts]
    lines = [line for part in told for line in part]
    families = tuple(part[index] for part in parts for index in SCHEMES[scheme])
    gap = "\n" if scheme == "AA" or rng.random() < 0.5 else "\n\n"
    text = gap.join("\n".join(part) for part in told)
    head = rng.choice(("", "{title}", "{title}", rng.choice(LINES["leads"])))
    head = head.format(title=rng.choice(titles), theme=about)
    return Poem(f"{head}\n{text}".strip(), tuple(map(end_word, lines)), families, scheme)


def poem(rng: random.Random) -> str:
    """The text of one poem."""
    return write_poem(rng).text
