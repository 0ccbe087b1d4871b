"""Stories that the model writes: slips in them, endings, and how much of them is copied.

The reader of `model.score.slips` is itself judged: by real stories, and by real stories with a slip put into them.
"""

import random
import re
from collections.abc import Callable, Sequence

import numpy as np

from model.core.generate import generate
from model.core.sampling import Shaping
from model.core.vocabulary import EOT
from model.language_model import LanguageModel
from model.score.figure import Figure, mean, share
from model.score.slips import COLOUR, NAME, NOUN, SEX, Slips, find_slips, sentences_of
from model.score.texts import Seen
from model.world.draw import held_out
from model.world.language import words
from model.world.texts.stories import Story, tell

JUDGED = 150  # tokens of each story in which slips are counted
OPENINGS = 16
REAL = 300
SPAN = 8  # tokens: what is shorter is not called copied
PAIR = r"\b{name}'s (?:{colour} )?{noun}\b"


def real_stories(n: int, seed: str) -> list[Story]:
    """`n` stories of the world that training never saw."""
    rng, found = random.Random(f"score {seed}"), []
    while len(found) < n:
        if held_out((made := tell(rng)).text):
            found.append(made)
    return found


def opening_of(text: str) -> str:
    """The sentences of a story up to the first that names somebody."""
    said = ""
    for sentence in sentences_of(text):
        said = f"{said} {sentence}".strip()
        if re.search(rf"\b{NAME}\b", said):
            return said
    return said


def write_stories(lm: LanguageModel, n: int, temperature: float = 0.8) -> list[list[int]]:
    """Ids of `n` stories after several openings, each up to <eot> or the end of the context."""
    written = []
    for i, made in enumerate(real_stories(OPENINGS, "openings")):
        prompt = lm.encode(opening_of(made.text))
        prompts = [prompt] * len(range(i, n, OPENINGS))
        if not prompts:
            continue
        room = lm.config.n_positions - len(prompt)
        steps = generate(lm.transformer, prompts, room, Shaping(temperature), i)
        rolled = np.array([step.ids.numpy() for step in steps]).T.tolist()
        written += [prompt + row[: row.index(EOT) + 1 if EOT in row else None] for row in rolled]
    return written


def swap(rng: random.Random, text: str, form: str, other: Callable[[str], str], of: str = "") -> str | None:
    """`text` with one match of `form` turned into another, though not the first one (with the same `of` in it).

    None where there is none.
    """
    hits, known = [], set()
    for hit in re.finditer(form, text):
        about = re.search(of, hit[0])[0]
        hits += [hit] if about in known else []
        known.add(about)
    if not hits:
        return None
    hit = rng.choice(hits)
    return text[: hit.start()] + other(hit[0]) + text[hit.end() :]


def other_than(rng: random.Random, said: str, options: Sequence[str]) -> str:
    """One of `options` that is not `said`."""
    return rng.choice([option for option in options if option != said])


def spoil(rng: random.Random, made: Story) -> dict[str, str | None]:
    """The story with one slip of each kind, where it has a place for it."""
    turned = {"he": "she", "she": "he", "He": "She", "She": "He"}

    def name(said: str) -> str:
        return other_than(rng, said, [each for each in SEX if SEX[each] == SEX[said]])

    def colour(said: str) -> str:
        return other_than(rng, said.split()[0], words.COLOURS[: words.COMMON]) + said[said.index(" ") :]

    def owner(said: str) -> str:
        first, rest = said.split("'s", 1)
        return other_than(rng, first, [str(each) for each in made.people]) + "'s" + rest

    owned = PAIR.format(name=NAME, colour=COLOUR, noun=NOUN)
    return {
        "names": swap(rng, made.text, rf"\b{NAME}\b", name),
        "pronouns": swap(rng, made.text, rf"\b(?:{'|'.join(turned)})\b", turned.get),
        "colours": swap(rng, made.text, rf"\b{COLOUR} {NOUN}\b", colour, rf"{NOUN}\Z"),
        "owners": swap(rng, made.text, owned, owner) if len(made.people) > 1 else None,
    }


def slips(lm: LanguageModel, written: Sequence[Sequence[int]]) -> list[Figure]:
    """Stories without a slip in their first tokens, of each kind, and how sure the reader is."""
    found = [find_slips(lm.vocabulary.decode([id for id in ids[:JUDGED] if id != EOT])) for ids in written]
    made, rng = real_stories(REAL, "real stories"), random.Random("score slips")
    alarms, spoiled = [find_slips(story.text) for story in made], [spoil(rng, story) for story in made]
    figures = [share("stories without a slip", [not any(slips) for slips in found], 0.8, note="aim 0.95")]
    for kind in Slips._fields:
        hits = [not getattr(each, kind) for each in found]
        texts = [texts[kind] for texts in spoiled if texts[kind]]
        seen = [bool(getattr(find_slips(text), kind)) for text in texts]
        figures.append(share(f"  {kind} kept", hits))
        if seen:
            figures.append(share(f"    slips of {kind} put in and found", seen))
    return [*figures, share("  real stories in which it finds none", [not any(slips) for slips in alarms])]


def windows(ids: np.ndarray) -> np.ndarray:
    """A number for each run of SPAN tokens; runs that are alike have the same one."""
    found = np.zeros(max(0, len(ids) - SPAN + 1), np.uint64)
    for place in range(SPAN):
        found = found * np.uint64(1_000_003) + ids[place : place + len(found)].astype(np.uint64)
    return found


def longest_copies(known: np.ndarray, texts: Sequence[Sequence[int]]) -> list[int]:
    """Length in tokens of the longest run of each of `texts` that stands in `known`; 0 below SPAN."""
    runs = windows(known)
    mine = [windows(np.array(text)) for text in texts]
    wanted = np.unique(np.concatenate(mine))
    places = np.flatnonzero(np.isin(runs, wanted))
    places = places[np.argsort(runs[places], kind="stable")]
    return [longest_copy(known, np.array(text), runs, places) for text in texts]


def longest_copy(known: np.ndarray, text: np.ndarray, runs: np.ndarray, places: np.ndarray) -> int:
    """The longest run of one text, from the sorted `places` of all runs of SPAN tokens that may begin it."""
    mine = windows(text)
    low, high = (np.searchsorted(runs[places], mine, side) for side in ("left", "right"))
    starts = np.repeat(np.arange(len(mine)), high - low)
    there = np.concatenate([places[a:b] for a, b in zip(low, high, strict=True)]) if len(starts) else starts
    length = 0
    while len(starts):
        length += 1
        inside = (starts + length <= len(text)) & (there + length <= len(known))
        starts, there = starts[inside], there[inside]
        same = text[starts + length - 1] == known[there + length - 1]
        starts, there = starts[same], there[same]
    return max(0, length - 1)


def copies(lm: LanguageModel, seen: Seen, written: Sequence[Sequence[int]]) -> list[Figure]:
    """The longest copied span of each story, beside that of real unseen stories."""
    real = [lm.vocabulary.encode(story.text) for story in real_stories(len(written), "copies")]
    lengths = longest_copies(seen.ids, [*(ids[:JUDGED] for ids in written), *(ids[:JUDGED] for ids in real)])
    names = "longest copied span of a story (tokens)", "  of a real unseen story"
    parts = lengths[: len(written)], lengths[len(written) :]
    note = f"against {len(seen.ids):,} tokens of training text"
    return [
        mean(name, part)._replace(note=f"{note}; longest {max(part)}") for name, part in zip(names, parts, strict=True)
    ]


def stories(lm: LanguageModel, seen: Seen, n: int) -> list[Figure]:
    """`n` stories at temperature 0.8: slips, endings, how many differ, what is copied."""
    written = write_stories(lm, n)
    return [
        *slips(lm, written),
        share("  endings reached in the context", [ids[-1] == EOT for ids in written]),
        share("  different from all others", [written.count(ids) == 1 for ids in written]),
        *copies(lm, seen, written),
    ]
