"""The scoreboard: `python -m model.score [folder]` says in numbers what a checkpoint can do.

Every text and caption is held out: training never saw it. Shares come with a 95 % interval (Wilson
1927), means with 1.96 standard errors. The bars are those of issues 2 and 3.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch

from model.found import library as found_library
from model.found.painted import FILE as PAINTED
from model.language_model import LanguageModel, load
from model.score.bits import moving_and_sounding, pictures, rehearsed
from model.score.blank import blanks
from model.score.figure import Figure
from model.score.library import library
from model.score.pictures import captions, composed, hands_and_shapes, own_wordings, train_judges
from model.score.stories import stories
from model.score.strangers import facts, skills
from model.score.strangers import page as told_to_strangers
from model.score.strays import strays
from model.score.texts import guides, see, text_bits
from model.score.truths import truths
from model.world.alphabet import COLOURS

PAGE = """# What this checkpoint can do

Written by `make scoreboard` on {date}. Every text and caption was kept out of training. An interval holds the true
value in 95 of 100 cases. A bound is at least the entropy of what the generator makes: a perfect model comes to it, or a
little below.

![Shares that have a bar, with their intervals](scoreboard.png)
"""


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


def sections(lm: LanguageModel, flags: argparse.Namespace) -> Iterator[tuple[str, Callable[[], list[Figure]]]]:
    """Title and work of each part of the scoreboard, what several of them need being made in between."""
    n = flags.samples
    yield "Sentences", lambda: sentences(lm)
    seen = see(lm, flags.ngram_tokens)
    yield "Text", lambda: text_bits(lm, seen, flags.texts, flags.traced) + strays(lm, 32 * n)
    painted = flags.folder / PAINTED
    yield (
        "Pictures, clips and tunes",
        lambda: pictures(lm, n // 2) + rehearsed(lm, painted) + moving_and_sounding(lm, n),
    )
    judges = train_judges()
    asked = 3 * n // 4
    yield (
        "Captions",
        lambda: hands_and_shapes(lm, n) + blanks(lm) + captions(lm, asked, judges) + own_wordings(lm, asked, judges),
    )
    yield "Stories", lambda: stories(lm, seen, 12 * n)
    yield "Combinations that never occurred", lambda: composed(lm, max(1, n // 8), judges) + guides(lm, max(2, n // 16))
    yield "Planted truths and skills", lambda: truths(lm, n)
    yield "In wordings that no generator has", lambda: facts(lm, n) + skills(lm, n)


def cells(figure: Figure) -> tuple[str, ...]:
    """A figure as name, value, interval, samples, bar, verdict and note."""
    interval = f"{figure.low:.3f} to {figure.high:.3f}" if figure.low is not None else ""
    verdict = {True: "ok", False: "below", None: ""}[figure.ok]
    return figure.name, f"{figure.value:.4g}", interval, str(figure.samples), figure.bar, verdict, figure.note


def line(figure: Figure) -> str:
    """A figure as one line of the table."""
    return "{:46}{:>10}  {:20}{:>4}  {:20}{:7}{}".format(*cells(figure)).rstrip()


def page(parts: dict[str, Sequence[Figure]]) -> str:
    """The scoreboard in Markdown, for the model card."""
    lines = [PAGE.format(date=time.strftime("%Y-%m-%d"))]
    for title, figures in parts.items():
        lines += [f"## {title}\n", "| | value | 95 % interval | n | bar | | |", "|---|---:|---|---:|---|---|---|"]
        for figure in figures:
            name, *rest = (cell.replace("|", "\\|") for cell in cells(figure))
            indent = "&nbsp;" * (2 * (len(name) - len(name.lstrip())))
            lines.append(f"| {indent}{name.strip()} | {' | '.join(rest)} |")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Print the scoreboard, and keep it with --json and --page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("assets/model"))
    parser.add_argument("--json", type=Path, help="also write the figures to this file in the folder")
    parser.add_argument("--page", type=Path, help="and a page for the model card to this one")
    parser.add_argument("--strangers", type=Path, help="and what follows first prompts of strangers, to be read, here")
    parser.add_argument("--library", action="store_true", help="and what was planted beside what it says, for the page")
    parser.add_argument("--samples", type=int, default=64, help="captions of each kind; twelve times as many stories")
    parser.add_argument("--texts", type=int, default=40, help="unseen texts of each kind")
    parser.add_argument("--traced", type=int, default=40, help="texts of each kind whose choices are followed")
    parser.add_argument("--ngram-tokens", type=int, default=3_000_000, help="tokens of training text")
    flags = parser.parse_args()
    lm, parts = load(flags.folder), {}
    torch.set_num_threads(2)
    print(f"{'':46}{'value':>10}  {'95 % interval':20}{'n':>4}  bar")
    for title, work in sections(lm, flags):
        begun = time.monotonic()
        parts[title] = work()
        print(f"\n{title} ({time.monotonic() - begun:.0f} s)", *map(line, parts[title]), sep="\n", flush=True)
    if flags.json:
        values = [figure._asdict() | {"part": title} for title, figures in parts.items() for figure in figures]
        (flags.folder / flags.json).write_text(json.dumps(values, indent=2) + "\n")
    if flags.page:
        (flags.folder / flags.page).write_text(page(parts))
    if flags.library:
        found_library.save(flags.folder, lm.wte, library(lm))
    if flags.strangers:
        flags.strangers.write_text(told_to_strangers(lm), encoding="utf-8")


if __name__ == "__main__":
    main()
