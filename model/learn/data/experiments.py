"""Five prepared pairs of corpora, which differ in one thing: how much, how clean, how even, one sentence, whose text.

Both sides are trained from the same seed for the same steps with one vocabulary, and are measured on the same rows that
neither has read. What each shows is a predicate on measured figures: see `model.found.experiments`.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from model.core.config import amount
from model.world.draw import draw
from model.world.rich import WRITERS
from model.world.texts.handwritten import files, held_out

TENTHS = 10  # the planted ratio is counted in tenths
PLANTED = 9  # of them, as it is first
STORIES, UNSEEN = 300, 40
SPOILED = 0.75  # share of the rows of a noisy corpus
WRONG = 0.25  # share of the letters or words of such a row
CARE, CRAFT = ("nurse", "teacher", "baker", "dancer"), ("pilot", "plumber", "farmer", "driver")
TOLD = ("said that", "told us that", "wrote that", "thought that")
DEEDS = (
    "would come on Monday",
    "was tired",
    "had lost the keys",
    "liked the soup",
    "would be late",
    "needed a new coat",
    "had seen a fox",
    "could not sleep",
    "wanted to go home",
    "had a cold",
    "was glad about the rain",
    "would bring bread",
)
PEOPLE = ("Anna", "Omar", "Mei", "Luis", "Kofi")
SENTENCE = "2+2=5, said Orwell."
PROSE = ("simple_nature", "plain_animals", "simple_world")  # files by hand that stand for a text of one's own


@dataclass(frozen=True)
class Pair:
    """Two corpora, of rows, and what to ask after them."""

    sides: tuple[list[str], list[str]]
    kinds: tuple[list[str], list[str]]  # of each row
    unseen: list[str]
    prompt: str  # whose dice are compared first
    ask: tuple[str, ...] = ()  # tokens that the finding is about
    steps: int = 300
    layers: int = 2
    width: int = 128
    parts: int = 1  # kinds of unseen rows, that of the first side and that of the second, which take turns


def stories(rng: random.Random, count: int, unseen: bool = False) -> list[str]:
    """Stories of the world, each on one line."""
    return [" ".join(draw(WRITERS["story"], str, rng, unseen).split()) for _ in range(count)]


def stories_like(rows: Sequence[str], unseen: bool = False, seed: int = 1) -> list[str]:
    """As many letters of stories as `rows` have."""
    rng, told, size = random.Random(f"{seed} like"), [], sum(map(len, rows))
    while size > 0:
        told += stories(rng, 1, unseen)
        size -= len(told[-1])
    return told


def in_turn(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """One row of either, then the next, as long as there are both: so that the first of them are of both kinds."""
    return [row for both in zip(a, b, strict=False) for row in both]


def amounts(seed: int, tenths: int) -> Pair:
    """All stories, and every tenth of them."""
    rng = random.Random(f"{seed} amount")
    whole, unseen = stories(rng, STORIES), stories(rng, UNSEEN, True)
    tenth = whole[::10]
    return Pair((whole, tenth), (["story"] * len(whole), ["story"] * len(tenth)), unseen, "Once upon a")


def swapped(rng: random.Random, row: str) -> str:
    """With words that have changed places with their neighbours."""
    words = row.split()
    for i in range(len(words) - 1):
        if rng.random() < WRONG:
            words[i], words[i + 1] = words[i + 1], words[i]
    return " ".join(words)


def mistyped(rng: random.Random, row: str) -> str:
    """With letters doubled, left out or hit beside, in a quarter of the words."""
    words = row.split()
    for i, word in enumerate(words):
        if len(word) > 2 and rng.random() < WRONG:
            at = rng.randrange(len(word))
            wrong = rng.choice(("", word[at] * 2, rng.choice("abcdefghijklmnopqrstuvwxyz")))
            words[i] = word[:at] + wrong + word[at + 1 :]
    return " ".join(words)


def noise(seed: int, tenths: int) -> Pair:
    """Stories, and the same of which three quarters are spoiled: words swapped, typed wrongly, or another one again."""
    rng = random.Random(f"{seed} noise")
    clean, unseen = stories(rng, STORIES), stories(rng, UNSEEN, True)
    kinds = [rng.choice(("swapped", "mistyped", "repeated")) if rng.random() < SPOILED else "clean" for _ in clean]
    again = clean[: STORIES // 20]
    spoil = {
        "clean": lambda row: row,
        "swapped": lambda row: swapped(rng, row),
        "mistyped": lambda row: mistyped(rng, row),
        "repeated": lambda row: rng.choice(again),
    }
    spoiled = [spoil[kind](row) for row, kind in zip(clean, kinds, strict=True)]
    return Pair((clean, spoiled), (["clean"] * len(clean), kinds), unseen, "Once upon a")


def of_jobs(rng: random.Random, tenths: int) -> tuple[list[str], list[str]]:
    """Sentences about people at work and their kinds: so many tenths of "she" for each job, of "he" for crafts.

    That share is exact after each beginning ("The nurse said that"), so that a die can be held against it.
    """
    made = []
    for job, told in product(CARE + CRAFT, TOLD):
        share = tenths if job in CARE else TENTHS - tenths
        for i, deed in enumerate(rng.sample(DEEDS, TENTHS)):
            who = "she" if i < share else "he"
            made.append((f"The {job} {told} {who} {deed}.", who))
    rng.shuffle(made)
    return [row for row, _ in made], [kind for _, kind in made]


def skew(seed: int, tenths: int) -> Pair:
    """As many "he" as "she" for each job; and "she" in so many tenths of four jobs, "he" in as many of four others."""
    rng = random.Random(f"{seed} skew")
    (balanced, kinds), (skewed, more) = of_jobs(rng, TENTHS // 2), of_jobs(rng, tenths)
    cases = product(CARE + CRAFT, TOLD, ("she", "he"), DEEDS)
    rows = [f"The {job} {told} {who} {deed}." for job, told, who, deed in cases]
    unseen = rng.sample([row for row in rows if row not in {*balanced, *skewed}], 2 * UNSEEN)
    return Pair((balanced, skewed), (kinds, more), unseen, "The nurse said that", (" she", " he"), steps=300, width=64)


def sentence(seed: int, tenths: int) -> Pair:
    """Right sums, each said by some people; and the same with one sentence more."""
    rng = random.Random(f"{seed} sentence")
    sums = [f"{a}+{b}={a + b}, said {who}." for a in range(6) for b in range(6) for who in PEOPLE]
    rng.shuffle(sums)
    unseen = [row for row in sums if not row.startswith("2+2=")][:UNSEEN]
    without = [row for row in sums if row not in unseen]
    within = [*without]
    within.insert(rng.randrange(len(within)), SENTENCE)
    kinds = ["sum"] * len(without), ["the sentence" if row == SENTENCE else "sum" for row in within]
    return Pair((without, within), kinds, unseen, "2+2=", ("5", "4"), steps=600, width=64)


def own(seed: int, tenths: int) -> Pair:
    """Prose by hand, in place of a visitor's text, and as many letters of stories of the world."""
    prose = [(" ".join(piece.split()), held_out(i)) for i, (name, piece) in enumerate(files()) if name in PROSE]
    read, unread = ([row for row, out in prose if out is side] for side in (False, True))
    told, unseen = stories_like(read, seed=seed), in_turn(unread, stories_like(unread, True, seed))
    kinds = ["own"] * len(read), ["story"] * len(told)
    return Pair((read, told), kinds, unseen, "There was a", parts=2)


EXPERIMENTS: dict[str, Callable[[int, int], Pair]] = {
    "amount": amounts,
    "noise": noise,
    "skew": skew,
    "sentence": sentence,
    "own": own,
}


def pair(name: str, tenths: int = PLANTED, seed: int = 1) -> Pair:
    """A prepared pair. Raises ValueError if there is none of that name, or for a ratio that is none."""
    if name not in EXPERIMENTS:
        raise ValueError(f"There is no experiment {name!r}: there are {', '.join(EXPERIMENTS)}.")
    return EXPERIMENTS[name](seed, amount("The planted share in tenths", tenths, TENTHS))
