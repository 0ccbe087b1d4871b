"""Tokens per second on one thread: our engine, our plain loop, transformers' `generate`, and a loop without a cache.

`make bench` runs it. The two that are compared take turns, A B A B, so that whatever else the
machine does falls on both; the exit status is 1 if a ratio of medians is below its bar.
"""

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is read

import numpy as np
import torch

import model
from model.core.engine import Engine
from model.core.generate import generate
from model.core.sampling import Shaping, fall, shape
from model.core.transformer import Record, Transformer

PROMPT = "Once upon a time there was a little fox"
BARS = {1: 2.5, 16: 2.0}  # batch: how many times as fast as transformers
TEMPERATURE = 0.8


def ours(engine: Engine, prompts: list[list[int]], tokens: int) -> None:
    """The engine, which all visitors share."""
    assert sum(1 for _ in generate(engine, prompts, tokens, Shaping(TEMPERATURE))) == tokens


def plain(transformer: Transformer, prompts: list[list[int]], tokens: int) -> None:
    """`generate`, the loop that the page explains, with its cache."""
    assert sum(1 for _ in generate(transformer, prompts, tokens, Shaping(TEMPERATURE))) == tokens


def theirs(transformer: torch.nn.Module, prompts: list[list[int]], tokens: int) -> None:
    """`generate` of transformers, sampling from the whole vocabulary, never stopping early."""
    ids = torch.tensor(prompts)
    lengths = {"min_new_tokens": tokens, "max_new_tokens": tokens}
    sampling = {"do_sample": True, "temperature": TEMPERATURE, "top_k": 0, "top_p": 1.0}
    mask = torch.ones_like(ids)
    out = transformer.generate(ids, attention_mask=mask, use_cache=True, **lengths, **sampling)
    assert out.size(1) == ids.size(1) + tokens


@torch.inference_mode()
def without_cache(transformer: Transformer, prompts: list[list[int]], tokens: int) -> None:
    """nanoGPT's loop: all tokens so far go through the model again at each step."""
    ids = torch.tensor(prompts)
    for _ in range(tokens):
        logits = transformer.stream(ids)[:, -1] @ transformer.wte.weight.T
        fell = fall(shape(logits, Shaping(TEMPERATURE)), torch.rand(len(ids)))
        ids = torch.cat([ids, fell[:, None]], 1)


def seconds(run: Callable[[], None]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def in_turn(runs: dict[str, Callable[[], None]], rounds: int) -> dict[str, float]:
    """Median seconds of each, taking turns."""
    taken = [{name: seconds(run) for name, run in runs.items()} for _ in range(rounds)]
    return {name: median(one[name] for one in taken) for name in runs}


def compare(lm: model.LanguageModel, other: torch.nn.Module, batch: int, flags) -> float:
    """Print tokens per second for one batch size; how many times as fast we are."""
    prompts, engine = [lm.encode(PROMPT)] * batch, Engine(lm.transformer)
    runs = {
        "engine": lambda: ours(engine, prompts, flags.tokens),
        "plain loop": lambda: plain(lm.transformer, prompts, flags.tokens),
        "transformers": lambda: theirs(other, prompts, flags.tokens),
    }
    in_turn(runs, 1)  # warm up
    found = in_turn(runs, flags.rounds)
    if not flags.quick:
        naive = lambda: without_cache(lm.transformer, prompts, flags.tokens)  # noqa: E731
        found |= in_turn({"without a cache": naive}, 1)
    mine = found["engine"]
    for name, taken in found.items():
        speed, times = batch * flags.tokens / taken, taken / mine
        print(f"{batch:>5}  {name:18}{speed:>10,.0f}{1e3 * taken / flags.tokens:>12.2f}{times:>10.2f}")
    return found["transformers"] / mine


def processor() -> str:
    """Its name, where Linux tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), "an unknown processor")


def bandwidth() -> float:
    """Bytes per second that one thread reads from memory, from an array that no cache holds."""
    numbers = np.ones(2**27, np.float32)
    return numbers.nbytes / in_turn({"read": numbers.sum}, 5)["read"]


def bound(lm: model.LanguageModel, batch: int, tokens: int, speed: float) -> float:
    """Seconds a step that reading weights, keys and values once takes, half-way; less where a cache holds them."""
    config, length = lm.config, len(lm.encode(PROMPT)) + tokens / 2
    read = config.n_layer * (4 * config.n_embd + 2 * config.inner) * config.n_embd + config.vocab_size * config.n_embd
    return 4 * (read + batch * 2 * config.n_layer * config.n_embd * length) / speed


def forward(lm: model.LanguageModel, rounds: int) -> None:
    """Print what one pass over a full context costs, fused and recorded."""
    ids = torch.randint(lm.config.vocab_size, (1, lm.config.n_positions))
    with torch.inference_mode():
        runs = {
            "one pass, fused": lambda: lm.transformer(ids),
            "one pass, recorded": lambda: lm.transformer(ids, record=Record()),
        }
        in_turn(runs, 2)  # warm up
        for name, taken in in_turn(runs, max(7, rounds)).items():
            print(f"{name:20}{ids.size(1)} tokens{1e3 * taken:>10.1f} ms")


def main() -> None:
    """Print the tables; exit with 1 if we are too slow."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("assets/model"))
    parser.add_argument("--tokens", type=int, default=256, help="new tokens a sequence")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="leave out the loop without a cache")
    flags = parser.parse_args()
    from transformers import AutoModelForCausalLM

    lm, other = model.load(flags.folder), AutoModelForCausalLM.from_pretrained(flags.folder).eval()
    torch.set_num_threads(1)
    speed = bandwidth()
    print(f"{processor()}, {speed / 1e9:.1f} GB/s on one thread")
    print(f"{'batch':>5}  {'':18}{'tokens/s':>10}{'ms a step':>12}{'times':>10}")
    slow = []
    for batch, bar in BARS.items():
        times = compare(lm, other, batch, flags)
        print(f"{batch:>5}  {'bound by memory':28}{1e3 * bound(lm, batch, flags.tokens, speed):>12.2f}")
        slow += [f"batch {batch}: {times:.2f} x transformers; the bar is {bar}"] * (times < bar)
    forward(lm, flags.rounds)
    raise SystemExit("\n".join(slow) or 0)


if __name__ == "__main__":
    main()
