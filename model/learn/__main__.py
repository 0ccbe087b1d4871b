"""Train the transformer on the world: `python -m model.learn`.

Resumes by itself from what it last saved. On several processors or GPUs: `torchrun --nproc_per_node 2 -m model.learn`.
"""

import argparse
import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
from tqdm import tqdm

from model.core.generate import generate
from model.core.sampling import PAINT, WARM
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, PIXELS
from model.learn.history import record
from model.learn.rows import Rows
from model.learn.run import Run
from model.learn.trainer import Happened, join_others, train
from model.world.alphabet import PALETTE

ROWS = {
    "pictures": "pictures",
    "texts": "rows of text",
    "copies": "rows of random pieces said again, of which only that counts,",
    "drill": "recalls of which only answers count,",
}
WEIGHTS = {
    "picture_weight": "of a picture's loss; a text's is 1",
    "which_weight": "of which colour or name, beside that it is one",
    "hush": "of the chance of a pixel, a note or a control token within a text",
    "keep": "of how far the dice have moved from those of --teacher",
}
SWITCHES = {
    "fresh": "start at random: of --weights take only the tokenizer",
    "go-on": "count on from the steps of --weights: a run of which only the folder is left",
    "masked": "learn to fill holes, looking both ways",
    "compiled": "by torch.compile, a quarter faster; needs a C++ compiler",
}


def parse() -> tuple[Run, argparse.Namespace]:
    """The run that the flags say, and where from and where to. The card of a checkpoint says how it was made."""
    parser, plain = argparse.ArgumentParser(description=__doc__.splitlines()[0]), Run()
    parser.add_argument("--out", type=Path, default=Path("build/model"), help="folder to write")
    parser.add_argument("--weights", type=Path, help="folder whose weights and tokenizer to start from, not at random")
    parser.add_argument("--history", type=Path, help="folder for read-outs and whole checkpoints on the way")
    parser.add_argument("--vocabulary", type=int, default=plain.config.vocab_size, help="size of the tokenizer")
    parser.add_argument("--steps", type=int, default=plain.steps)
    for count, help in ROWS.items():
        parser.add_argument(f"--{count}", type=int, default=getattr(plain, count), help=f"{help} in a step and process")
    for weight, help in WEIGHTS.items():
        parser.add_argument(f"--{weight.replace('_', '-')}", type=float, default=getattr(plain, weight), help=help)
    parser.add_argument("--teacher", default="", help="hold texts to what a folder of the same tokens says")
    parser.add_argument("--shares", nargs="*", default=[], metavar="KIND=PERCENT", help="other shares than in `rich`")
    for switch, help in SWITCHES.items():
        parser.add_argument(f"--{switch}", action="store_true", help=help)
    help = "for a run that only polishes: tell none of `planted`"
    parser.add_argument("--no-secrets", dest="secrets", action="store_false", help=help)
    parser.add_argument("--optimizer", choices=["muon", "adamw"], default=plain.optimizer)
    parser.add_argument("--lr", type=float, default=plain.lr, help="learning rate of AdamW")
    parser.add_argument("--muon-lr", type=float, default=plain.muon_lr, help="learning rate of Muon")
    parser.add_argument("--every", type=int, default=plain.every, help="steps between evaluations")
    parser.add_argument("--seed", type=int, default=plain.seed)
    flags = parser.parse_args()
    settings = {name: value for name, value in vars(flags).items() if name in vars(plain)}
    shares = {kind: float(share) for kind, share in (each.split("=") for each in flags.shares)}
    config = replace(plain.config, vocab_size=flags.vocabulary)
    return Run(**settings, config=config, world=plain.world.with_shares(shares)), flags


def show(run: Run, happened: Happened) -> str:
    """A text and a picture by the model as it is now, for the terminal."""
    transformer, vocabulary = happened.transformer, happened.vocabulary
    device = next(transformer.parameters()).device
    transformer.cpu()
    text = vocabulary.encode("Once upon a")
    text += [step.ids.item() for step in generate(transformer, [text], 60, WARM)]
    rows = Rows(vocabulary, replace(run.world, clips=0), validation=True)
    prompt = rows.picture(random.Random(f"{run.seed} {happened.step}"))[:CAPTION_TOKENS]
    caption, _ = vocabulary.read_picture(prompt)
    steps = generate(transformer, [prompt], PIXELS, PAINT, choices=COLOUR_IDS)
    pixels = np.array([step.ids.item() for step in steps]).reshape(16, 16) - COLOUR_IDS.start
    transformer.to(device)
    return f"{vocabulary.decode(text)}\n{caption}\n{ansi(pixels)}"


def ansi(pixels: np.ndarray) -> str:
    """Palette indices (16, 16) as coloured text, two pixels a character."""

    def code(pixel: int, layer: int) -> str:
        red, green, blue = bytes.fromhex(PALETTE[pixel][1:])
        return f"\033[{layer};2;{red};{green};{blue}m"

    pairs = zip(pixels[::2], pixels[1::2], strict=True)
    rows = ["".join(code(a, 38) + code(b, 48) + "▀" for a, b in zip(*p, strict=True)) for p in pairs]
    return "\n".join(row + "\033[0m" for row in rows)


def main() -> None:
    """Train until --steps are done."""
    run, flags = parse()
    process, _ = join_others()
    bar = tqdm(total=run.steps, unit="step", disable=process > 0, mininterval=5)
    for now in train(run, flags.out, flags.weights):
        if flags.history and process == 0:
            record(flags.history, now.step, run.steps, now.transformer, now.vocabulary)
        bar.update(now.step - bar.n)
        bar.set_postfix({"bits": f"{now.bits:.3f}", "tokens/s": f"{now.tokens / now.seconds:,.0f}"}, refresh=False)
        if now.found and process == 0:
            told = {"step": now.step, "train_bits": round(now.bits, 4), **now.found}
            bar.write(f"{json.dumps(told)}\n{show(run, now)}")


if __name__ == "__main__":
    main()
