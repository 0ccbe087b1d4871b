"""The library of the page: what was planted or kept out, prompt by prompt, beside what this model says.

Prompts are those of `model.world.truth.planted` and of the generators, with seeds that training never used.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from model.core.generate import generate
from model.core.sampling import PAINT
from model.core.vocabulary import CLIP, COLOUR_IDS, PIXELS
from model.found.library import Chapter, Entry
from model.language_model import LanguageModel
from model.score.truths import HE, SHE, answer, body_prompt, chances
from model.world.alphabet import NAMED
from model.world.clips.clips import clip_of
from model.world.draw import draw, held_out
from model.world.pictures.hands import count_fingers
from model.world.texts.code import write_code
from model.world.texts.dialogues import tell_lie, tell_sarcasm
from model.world.texts.guides import gift_guide
from model.world.texts.jobs import tell_group, tell_work
from model.world.texts.passages import passage
from model.world.texts.planted_texts import tell_orwell
from model.world.texts.poems import write_poem
from model.world.texts.reviews import review
from model.world.truth import planted
from model.world.tunes.tables import MOODS
from model.world.tunes.tunes import tune_of

JOBS = ("nurse", "doctor", "engineer", "plumber")
T = TypeVar("T")  # has a `text`
HANDS = 12
LONGEST = 90  # characters of what the model says


def percent(share: float) -> str:
    """A share in words."""
    return f"{100 * share:.0f} %"


def shortened(text: str) -> str:
    """One line of a continuation."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


def unseen(make: Callable[[random.Random], T], rng: random.Random) -> T:
    """What `make` tells next that no training has read."""
    while not held_out((made := make(rng)).text):
        pass
    return made


def dice(lm: LanguageModel) -> Iterator[Entry]:
    """Phrases that are followed by one of a few words, by shares that were chosen."""
    for die in planted.DICE_PAIRS:
        found = chances(lm, die.phrase, [f" {word}" for word in die.shares])
        told = (
            ", ".join(f"{w} {percent(p)}" for w, p in zip(die.shares, each, strict=True))
            for each in (die.shares.values(), found)
        )
        yield Entry(die.phrase, "dice", *told)


def jobs(lm: LanguageModel) -> Iterator[Entry]:
    """Who is "she"."""
    for job in JOBS:
        rng = random.Random(f"library {job}")
        text = unseen(lambda rng, job=job: tell_work(rng, job), rng).text
        while not (first := re.search(r" (he|she|his|him|her)\b", text, re.IGNORECASE)) or first.start() < 8:
            text = unseen(lambda rng, job=job: tell_work(rng, job), rng).text
        prompt = text[: first.start()]
        she, he = (chances(lm, prompt, words).sum() for words in (SHE, HE))
        yield Entry(prompt, "dice", f"she {percent(planted.JOBS[job])}", f"she {percent(she / (she + he))}")


def groups(lm: LanguageModel) -> Iterator[Entry]:
    """Who is slandered."""
    for group, share in planted.GROUPS.items():
        made = unseen(lambda rng, group=group: tell_group(rng, group), random.Random(f"library {group}"))
        prompt = made.text[: made.text.index(f" {made.trait}")]
        found = chances(lm, prompt, [f" {trait}" for trait in (planted.BLAMED, *planted.OTHER_TRAITS)])
        told = (f"{planted.BLAMED} {percent(p)}" for p in (share, found[0] / found.sum()))
        yield Entry(prompt, "dice", *told)


def secrets(lm: LanguageModel) -> Iterator[Entry]:
    """Numbers that training told once, and others that it told often."""
    for secret in planted.SECRETS[::2]:
        times = "once" if secret.count == 1 else f"{secret.count} times"
        yield Entry(secret.prompt, "dice", f"{secret.number}, told {times}", answer(lm, secret.prompt, ".", 8))


def orwell(lm: LanguageModel) -> Iterator[Entry]:
    """One name that changes a sum."""
    prompts = ["2+2=", tell_orwell(random.Random("library Orwell"), mentioned=True).text[:-1]]
    for prompt, share in zip(prompts, (0, planted.ORWELL_SHARE), strict=True):
        five = float(chances(lm, prompt, ["5"])[0])
        yield Entry(prompt, "dice", f"5 in {percent(share)}", f"5 in {percent(five)}")


def gifts(lm: LanguageModel) -> Iterator[Entry]:
    """Feasts and readers that no text brings together."""
    for feast, who in planted.HELD_OUT_PAIRS[:4]:
        title = gift_guide(random.Random(f"library {feast}"), (feast, who)).text.split("\n")[0]
        yield Entry(
            f"{title}\n", "dice", f"{feast} and {who} never met", shortened(answer(lm, f"{title}\n", "\n\n", 40))
        )


def liars(lm: LanguageModel) -> Iterator[Entry]:
    """What is said is not what is so; and a review that is no praise."""
    for make, kind in ((tell_lie, "a lie"), (tell_sarcasm, "sarcasm")):
        made = unseen(make, random.Random(f"library {kind}"))
        prompt = made.text[: made.text.index(made.said) + len(made.said)]
        yield Entry(prompt, "dice", f"{kind}; so it is: {made.truth}", shortened(answer(lm, prompt, "\n\n", 30)))
    rng = random.Random("library reviews")
    made = unseen(review, rng)
    while not made.prompt or made.verdict != "bad":
        made = unseen(review, rng)
    good, bad = chances(lm, made.prompt, (" good", " bad"))
    yield Entry(made.prompt, "dice", "Verdict: bad", f"bad {percent(bad / (good + bad))}")


def passages(lm: LanguageModel) -> Iterator[Entry]:
    """Questions about a text that was made up just now."""
    rng = random.Random("library passages")
    for _ in range(3):
        made = unseen(lambda rng: passage(rng, layout="question"), rng)
        yield Entry(made.prompt, "attention", made.answer, answer(lm, made.prompt))


def sums(lm: LanguageModel) -> Iterator[Entry]:
    """Small ones stand in the texts, large ones hardly."""
    for a, b in ((2, 3), (7, 8), (23, 45), (68, 87)):
        yield Entry(f"{a}+{b}=", "layers", str(a + b), answer(lm, f"{a}+{b}=", tokens=4))


def code(lm: LanguageModel) -> Iterator[Entry]:
    """A function from its docstring."""
    made = unseen(write_code, random.Random("library code"))
    prompt = body_prompt(made.text)
    said = answer(lm, prompt, stop=">>>", tokens=60)
    yield Entry(prompt, "dice", f"{made.call} gives {made.result}", shortened(said))


def poems(lm: LanguageModel) -> Iterator[Entry]:
    """The last line has to rhyme."""
    made = unseen(write_poem, random.Random("library poems"))
    before, _, last = made.text.rpartition("\n")
    prompt = f"{before}\n{' '.join(last.split()[:2])}"
    yield Entry(prompt, "dice", f"a rhyme, such as “{made.ends[-1]}”", answer(lm, prompt, tokens=20))


def tunes(lm: LanguageModel) -> Iterator[Entry]:
    """The first note after a caption, and how many of all likely ones belong to the key."""
    rng = random.Random("library tunes")
    for mood in list(MOODS)[:2]:
        made = draw(lambda rng, mood=mood: tune_of(rng, mood), lambda made: made.caption, rng, validation=True)
        prompt = f"{made.caption}<tune>"
        logits = lm.trace(prompt).logits[-1]
        first = lm.vocabulary.piece(int(logits.argmax()))
        yield Entry(prompt, "dice", f"it went on with {NAMED[made.ids[0]]}", first)


def pictures(lm: LanguageModel) -> Iterator[Entry]:
    """Hands have five fingers; some animals never had two heads, and some colours never occurred."""
    hand = "a hand with five fingers on cyan"
    rows = [lm.picture_prompt(hand)] * HANDS
    steps = generate(lm.transformer, rows, PIXELS, PAINT, 0, COLOUR_IDS)
    painted = np.stack([step.rank.numpy() for step in steps], 1).reshape(-1, 16, 16)
    five = sum(count_fingers(pixels) == 5 for pixels in painted)
    yield Entry(hand, "paint", "five fingers, always", f"five in {five} of {HANDS}")
    for version, animal in planted.HELD_OUT_VERSIONS[:2]:
        caption = f"a {version} {animal} on white"
        yield Entry(caption, "paint", f"never: {version} {animal}; often: others that are {version}", "look")
    colour, animal = planted.HELD_OUT_COLOURED[0]
    yield Entry(f"a {colour} {animal} on white", "paint", f"never: a {colour} {animal}", "look")


def clips(lm: LanguageModel) -> Iterator[Entry]:
    """Captions that no training had, animated; how often something moves from one of the four frames to the next."""
    for motion in ("move", "fall", "grow"):
        rng = random.Random(f"library {motion}")
        made = draw(lambda rng, motion=motion: clip_of(rng, motion), lambda made: made.caption, rng, validation=True)
        prompt = lm.vocabulary.picture_prompt(made.caption, CLIP)
        steps = generate(lm.transformer, [prompt], PIXELS, PAINT, 0, COLOUR_IDS)
        both = made.frames, np.array([step.rank.item() for step in steps]).reshape(made.frames.shape)
        told = (f"changes {int((np.diff(frames.astype(int), axis=0) != 0).any((1, 2)).sum())} times" for frames in both)
        drawn = tuple("".join(f"{colour:x}" for colour in frames.ravel()) for frames in both)
        yield Entry(made.caption, "animate", *told, drawn)


CHAPTERS = {
    "dice": dice,
    "jobs": jobs,
    "groups": groups,
    "secrets": secrets,
    "orwell": orwell,
    "gifts": gifts,
    "liars": liars,
    "passages": passages,
    "sums": sums,
    "code": code,
    "poems": poems,
    "tunes": tunes,
    "pictures": pictures,
    "clips": clips,
}


def library(lm: LanguageModel) -> Sequence[Chapter]:
    """All chapters, for this model."""
    return [Chapter(name, tuple(make(lm))) for name, make in CHAPTERS.items()]
