"""The scoreboard: `python -m model.score [folder]` says in numbers what a checkpoint can do.

Every text and caption is held out: training never saw it. Shares come with a 95 % interval (Wilson
1927), means with 1.96 standard errors. The bars are those of issue 2.
"""

import argparse
import json
import lzma
import math
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from model.figures import Figure, ratio, share
from model.generate import generate
from model.language_model import LanguageModel, load
from model.ngram import NGram
from model.score_truths import truths
from model.vocabulary import CAPTION_TOKENS, COLOUR_IDS, COLOURS, EOT, PIXELS, Vocabulary
from model.world.hands import count_fingers
from model.world.pictures import SIDE, Picture, picture_of
from model.world.reading import background_of, colours_of, relation_of
from model.world.rows import FIRST, WORLDS, World, draw, draw_text, picture_row, text_row

ORDER = 5  # of the n-gram model
SEPARATOR = "\0"  # between documents, for xz; never in a text


def chance(lm: LanguageModel, prompt: str, continuation: str) -> float:
    """Probability that `continuation` follows `prompt`, whatever comes after it."""
    before, after = lm.encode(prompt), lm.encode(continuation)
    logprobs = torch.from_numpy(lm.trace_ids(before + after).logits.copy()).log_softmax(-1)
    places = torch.arange(len(after)) + len(before) - 1
    return logprobs[places, after].sum().exp().item()


def sentences(lm: LanguageModel) -> list[Figure]:
    """What comes after three beginnings that everybody can finish."""
    time = chance(lm, "Once upon a", " time")
    sky = {colour: chance(lm, "The sky is", f" {colour}") for colour in COLOURS}
    likeliest = max(sky, key=sky.get)
    odds = chance(lm, "Look at the blue", " sky") / chance(lm, "Look at the blue", " banana")
    blue = {"bar": "likeliest", "ok": likeliest == "blue", "note": f"likeliest colour: {likeliest}"}
    return [
        Figure('P(" time" | "Once upon a")', time, bar="≥ 0.9", ok=time >= 0.9),
        Figure('P(" blue" | "The sky is")', sky["blue"], **blue),
        Figure('P(" sky") / P(" banana") | "Look at the blue"', odds, bar="≥ 20", ok=odds >= 20),
    ]


def held_out(kind: str, n: int, says: Callable[[Picture], set[str]]) -> list[Picture]:
    """`n` pictures of a kind with held-out captions that name all that `says` wants."""
    rng, found = random.Random(f"score {kind}"), []
    while len(found) < n:
        made = draw(lambda r: picture_of(r, kind), lambda made: made.caption, rng, validation=True)
        if says(made) <= set(re.findall(r"\w+", made.caption)):
            found.append(made)
    return found


def paint(lm: LanguageModel, captions: Sequence[str], batch: int = 16) -> np.ndarray:
    """The model's paintings (N, 16, 16) of `captions`, palette indices."""
    prompts, painted = [lm.picture_prompt(caption) for caption in captions], []
    for first in range(0, len(prompts), batch):
        some = prompts[first : first + batch]
        steps = generate(lm.transformer, some, PIXELS, COLOUR_IDS, seed=first, temperature=0.8)
        painted.append(torch.stack([step.ids for step in steps], 1) - COLOUR_IDS.start)
    return torch.cat(painted).numpy().reshape(-1, SIDE, SIDE)


def one_is_right(asked: Picture, pixels: np.ndarray) -> bool:
    """Whether the background and the main colour on it are those asked for."""
    background = background_of(pixels)
    main = colours_of(pixels, background)[:1]
    return [background, *main] == [asked.background, asked.things[0].colour]


def two_are_right(asked: Picture, pixels: np.ndarray) -> bool:
    """Whether both colours are there, and the first lies to the second as asked."""
    colours = [thing.colour for thing in asked.things]
    both = set(colours) <= set(colours_of(pixels, background_of(pixels)))
    return both and relation_of(pixels, *colours) == asked.relation


def paintings(lm: LanguageModel, n: int) -> list[Figure]:
    """`n` captions each of one shape, two shapes and a hand, judged by reading the pixels."""
    one = held_out("one", n, lambda made: {made.background, made.things[0].colour})
    two = held_out("two", n, lambda made: {thing.colour for thing in made.things})
    hands = [made.caption for made in held_out("hand", n, lambda made: set())]
    one_hits = list(map(one_is_right, one, paint(lm, [made.caption for made in one])))
    two_hits = list(map(two_are_right, two, paint(lm, [made.caption for made in two])))
    fingers = [count_fingers(pixels) for pixels in paint(lm, hands)]
    counted = f"fingers: hands {dict(sorted(Counter(fingers).items()))}"
    return [
        share("one shape: background and colour as asked", one_hits, 0.95),
        share("two shapes: colours there, relation right", two_hits, 0.85),
        share("hands with five fingers", [count == 5 for count in fingers], note=counted),
    ]


@torch.inference_mode()
def surprise(lm: LanguageModel, rows: np.ndarray, batch: int = 8) -> np.ndarray:
    """Bits (N, T - 1) of each token of `rows` (N, T) but the first."""
    found = []
    for some in torch.from_numpy(rows).split(batch):
        logits = lm.transformer(some[:, :-1])
        found.append(F.cross_entropy(logits.mT, some[:, 1:], reduction="none"))
    return torch.cat(found).numpy().astype(np.float64) / math.log(2)


def picture_bits(lm: LanguageModel, n: int) -> Figure:
    """Bits that the 256 pixels of an unseen picture cost, its caption given."""
    rng = random.Random("score pictures")
    rows = np.array(
        [
            picture_row(lm.vocabulary, rng, validation=True, world=WORLDS[lm.world])[: CAPTION_TOKENS + PIXELS]
            for _ in range(n)
        ]
    )
    bits = surprise(lm, rows)[:, CAPTION_TOKENS - 1 :].sum(1)
    return ratio("bits per picture", bits, np.ones(n))


def training_texts(vocabulary: Vocabulary, tokens: int, world: World = FIRST) -> tuple[str, np.ndarray]:
    """Whole documents such as training reads, as text and as at least `tokens` ids."""
    rng, texts, ids, total = random.Random("score n-gram"), [], [], 0
    while total < tokens:
        texts.append(draw_text(rng, world=world))
        ids.append(np.array([*vocabulary.encode(texts[-1]), EOT], dtype=np.int32))
        total += len(ids[-1])
    return SEPARATOR.join(texts), np.concatenate(ids)


def xz_bytes(*texts: str) -> list[int]:
    """Sizes after `xz -9 --extreme`."""
    pack = partial(lzma.compress, preset=9 | lzma.PRESET_EXTREME)
    with ThreadPoolExecutor(2) as pool:
        return [len(data) for data in pool.map(pack, map(str.encode, texts))]


def byte_counts(vocabulary: Vocabulary) -> np.ndarray:
    """Bytes (V,) of text in each token; the end of a document is none."""
    return np.array([len(vocabulary.bytes_of(id)) * (id != EOT) for id in range(len(vocabulary))])


def text_bits(lm: LanguageModel, n: int, tokens: int) -> list[Figure]:
    """Bits per byte on `n` unseen rows: the model, and two that know `tokens` tokens of the world.

    xz is charged what the unseen text adds to a file of the training text, so that it may copy from
    there; it gets the documents' ends as one byte each, and they are not counted as bytes of text.
    """
    vocabulary, rng, T = lm.vocabulary, random.Random("score texts"), lm.config.n_positions + 1
    world = WORLDS[lm.world]
    rows = np.array([text_row(vocabulary, rng, T, validation=True, world=world) for _ in range(n)])
    n_bytes = byte_counts(vocabulary)[rows]  # (n, T)
    seen, ids = training_texts(vocabulary, tokens, world)
    ngram = NGram.train(ids, ORDER, lm.config.vocab_size)
    counted = np.array([ngram.bits(np.array([EOT, *row]))[2:].sum() for row in rows])
    unseen = SEPARATOR.join(map(vocabulary.decode, rows.tolist())).replace("<eot>", SEPARATOR)
    alone, before, after = xz_bytes(unseen, seen, seen + SEPARATOR + unseen)
    added, plain = 8 * (after - before) / n_bytes.sum(), 8 * alone / n_bytes.sum()
    length = n_bytes[:, 1:].sum(1)
    model, five = ratio("", surprise(lm, rows).sum(1), length), ratio("", counted, length)
    ok = model.value < min(five.value, added)
    note = f"knows {len(ids):,} tokens of training text"
    return [
        model._replace(name="bits per byte", bar="< 5-gram and xz", ok=ok),
        five._replace(name="  interpolated 5-gram", note=note),
        Figure("  xz -9e, added to the training text", float(added), samples=n, note=note),
        Figure("  xz -9e, unseen text alone", float(plain), samples=n),
    ]


def line(figure: Figure) -> str:
    """A figure as one line of the table."""
    interval = f"{figure.low:.3f} to {figure.high:.3f}" if figure.low is not None else ""
    verdict = {True: "ok", False: "below", None: ""}[figure.ok]
    left = f"{figure.name:44}{figure.value:>10.4g}  {interval:18}{figure.samples:>4}"
    return f"{left}  {figure.bar:17}{verdict:7}{figure.note}".rstrip()


def main() -> None:
    """Print the scoreboard, and keep it with --json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("assets/model"))
    parser.add_argument("--json", type=Path, help="also write the figures to this file in the folder")
    parser.add_argument("--samples", type=int, default=64, help="captions of each kind")
    parser.add_argument("--rows", type=int, default=200, help="rows of unseen text")
    parser.add_argument("--ngram-tokens", type=int, default=3_000_000, help="tokens of training text")
    flags = parser.parse_args()
    lm, figures = load(flags.folder), []
    print(f"{'':44}{'value':>10}  {'95 % interval':18}{'n':>4}  bar")
    for part in (
        lambda: sentences(lm),
        lambda: paintings(lm, flags.samples),
        lambda: [picture_bits(lm, flags.samples)],
        lambda: text_bits(lm, flags.rows, flags.ngram_tokens),
        lambda: truths(lm, flags.samples) if lm.world == "rich" else [],
    ):
        figures += (found := part())
        if found:
            print(*map(line, found), sep="\n", flush=True)
    if flags.json:
        values = [figure._asdict() for figure in figures]
        (flags.folder / flags.json).write_text(json.dumps(values, indent=2) + "\n")


if __name__ == "__main__":
    main()
