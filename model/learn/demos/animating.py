"""Claims about clips; see `choose` for what a claim is."""

from collections.abc import Callable

import numpy as np

from model.core.generate import generate
from model.core.sampling import PAINT, Shaping
from model.core.vocabulary import CLIP, COLOUR_IDS, FRAMES, PIXELS
from model.found.demonstrations import Demonstration
from model.language_model import LanguageModel
from model.world.alphabet import COLOURS
from model.world.clips.clips import SIDE, SIDEWAYS, STEPS

CLIPS, USUAL, SEEDS = 20, PAINT.temperature, range(12, 24)
MOST, FEWEST = 0.8, 0.2  # shares of twenty clips: nearly all, hardly any
PAIRS = 5  # of colours, among twenty clips
WAYS = {"right": "right", "left": "left", "up": "up", "rises": "up", "down": "down", "falls": "down"}


def animated(lm: LanguageModel, caption: str, seed: int, n: int = 1, temperature: float = USUAL) -> np.ndarray:
    """`n` clips by one seed: palette indices (n, 4, 8, 8). A visitor who chooses that seed sees the one for n = 1."""
    prompts = [lm.picture_prompt(caption, CLIP)] * n
    steps = generate(lm.transformer, prompts, PIXELS, Shaping(temperature), seed, COLOUR_IDS)
    return np.stack([step.rank.numpy() for step in steps], 1).reshape(n, FRAMES, SIDE, SIDE)


def asked(caption: str) -> tuple[int, str, str]:
    """The colour that a caption names first, the thing behind it, and the way that it goes."""
    words = caption.replace(",", "").split()
    at = next(i for i, word in enumerate(words) if word in COLOURS)
    return COLOURS.index(words[at]), words[at + 1], next(WAYS[word] for word in words[at:] if word in WAYS)


def path(frames: np.ndarray, colour: int) -> np.ndarray | None:
    """The centre (4, 2) of the pixels of one colour in each frame, as row and column; None if a frame has none."""
    places = [np.argwhere(frame == colour) for frame in frames]
    return np.array([each.mean(0) for each in places]) if all(map(len, places)) else None


def goes(frames: np.ndarray, colour: int, way: str) -> bool:
    """Whether the centre of a colour moves that way from each frame to the next, and further so than across."""
    centres = path(frames, colour)
    if centres is None:
        return False
    steps, towards = np.diff(centres, axis=0), np.array(STEPS[way])
    along = steps @ towards
    return bool((along > 0).all() and along.sum() > np.abs(steps @ towards[::-1]).sum())


def share_that_goes(lm: LanguageModel, caption: str) -> float:
    """Of twenty clips."""
    colour, _, way = asked(caption)
    return float(np.mean([goes(frames, colour, way) for frames in animated(lm, caption, 0, CLIPS)]))


def seed_of(lm: LanguageModel, caption: str, fits: Callable[[np.ndarray], bool]) -> int | None:
    """The first of a few seeds whose clip `fits`."""
    return next((seed for seed in SEEDS if fits(animated(lm, caption, seed)[0])), None)


def keeps_its_way(lm: LanguageModel, text: str) -> Demonstration | None:
    """What the caption names moves where it says in every frame, judged by its centre, in four of five clips."""
    colour, thing, way = asked(text)
    share = share_that_goes(lm, text)
    seed = seed_of(lm, text, lambda frames: goes(frames, colour, way)) if share >= MOST else None
    controls, slots = {"temperature": USUAL, "seed": seed}, {"thing": thing}
    return None if seed is None else Demonstration(text, None, controls, slots=slots, measured=share)


def chooses(lm: LanguageModel, text: str) -> Demonstration | None:
    """No colour is named: three seeds that follow each other take three pairs of colours, twenty clips at least five.

    A pair is the commonest colour, which lies behind, and the next, which is the thing's.
    """
    clips = [animated(lm, text, seed)[0] for seed in SEEDS]
    threes = zip(SEEDS, *(map(pair, clips[i:]) for i in range(3)), strict=False)
    seed = next((seed for seed, *three in threes if len(set(three)) == 3), None)
    n = len(set(map(pair, animated(lm, text, 0, CLIPS))))
    good = seed is not None and n >= PAIRS and not any(word in COLOURS for word in text.split())
    controls = {"temperature": USUAL, "seed": seed}
    return Demonstration(text, None, controls, measured=n) if good else None


def pair(frames: np.ndarray) -> tuple[int, ...]:
    """The two commonest colours of a clip."""
    return tuple(np.argsort(-np.bincount(frames.ravel(), minlength=len(COLOURS)), kind="stable")[:2].tolist())


def goes_as_never_before(lm: LanguageModel, text: str) -> Demonstration | None:
    """A thing that goes sideways in all clips of the world is asked up or down: nearly all clips do it, or hardly any.

    The seed is one whose clip does as most do.
    """
    colour, thing, way = asked(text)
    if thing not in SIDEWAYS or way not in ("up", "down"):
        return None
    share = share_that_goes(lm, text)
    if FEWEST < share < MOST:
        return None
    seed = seed_of(lm, text, lambda frames: goes(frames, colour, way) == (share >= MOST))
    controls, slots = {"temperature": USUAL, "seed": seed}, {"thing": thing, "way": way}
    return None if seed is None else Demonstration(text, None, controls, slots=slots, measured=share)
