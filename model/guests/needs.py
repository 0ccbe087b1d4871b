"""What opening a guest takes, told before it is opened: from its settings and the headers of its files alone."""

import json
from dataclasses import dataclass
from math import prod, sqrt
from pathlib import Path

FLOAT = 4  # bytes of a number, in memory
PAGE_BYTES = 800_000_000  # Python with torch, transformers and gradio
TRACE_BYTES = 250_000_000  # of the longest prompt that is read
KEPT_BYTES = 3 * TRACE_BYTES  # of passes that were computed, together
START_S, LOADED, MAPPED, READ = 6, 50e6, 5e9, 15e9  # seconds; a second: weights, and sums of two kinds, on one core


@dataclass(frozen=True)
class Needs:
    """Of a folder with weights."""

    weights: int  # numbers
    memory_bytes: int
    open_s: float
    token_s: float  # for each token that is read

    def told(self, name: str) -> str:
        """One line for whoever starts it."""
        return (
            f"{name}: {self.weights / 1e6:,.1f} million weights. To open it takes about "
            f"{self.memory_bytes / 1e9:.1f} GB of memory and {self.open_s:.0f} s; "
            f"100 tokens then take about {100 * self.token_s:.1f} s."
        )


def needs(folder: Path, vocab_size: int, width: int) -> Needs:
    """What the weights of `folder` take; its table of tokens is (`vocab_size`, `width`).

    Raises ValueError if there are none, or none that can be read without running code.
    """
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        raise ValueError(f"{folder} has no safetensors file; other formats are not opened")
    weights = sum(map(numbers, files))
    table = vocab_size * width  # of which the map of the vocabulary takes a copy, and its main directions
    memory = FLOAT * (weights + table) + PAGE_BYTES + KEPT_BYTES + TRACE_BYTES
    return Needs(weights, memory, START_S + weights / LOADED + table * width / MAPPED, weights / READ)


def numbers(file: Path) -> int:
    """How many a safetensors file holds, by its header. Raises ValueError if it is none."""
    try:
        with file.open("rb") as opened:
            header = json.loads(opened.read(int.from_bytes(opened.read(8), "little")))
        return sum(prod(tensor["shape"]) for name, tensor in header.items() if name != "__metadata__")
    except (ValueError, KeyError, TypeError, OverflowError, MemoryError, AttributeError):
        raise ValueError(f"{file} is no safetensors file") from None


def check(n_bytes: int, free: int | None) -> None:
    """Raise ValueError if so many bytes plainly do not fit into `free`; None: nobody knows how many there are."""
    if free is not None and n_bytes > free:
        gb = f"about {n_bytes / 1e9:.1f} GB of memory are needed, {free / 1e9:.1f} GB are free"
        raise ValueError(f"{gb}: take a smaller model, or close other programs")


def free_bytes(meminfo: Path = Path("/proc/meminfo"), cgroup: Path = Path("/sys/fs/cgroup")) -> int | None:
    """Memory that can still be had, of the machine and of the container; None where the system does not say."""
    try:
        line = next(line for line in meminfo.read_text().splitlines() if line.startswith("MemAvailable"))
        free = int(line.split()[1]) * 1024
    except (OSError, StopIteration):
        return None
    try:
        return min(free, int((cgroup / "memory.max").read_text()) - int((cgroup / "memory.current").read_text()))
    except (OSError, ValueError):  # no container, or one without a limit
        return free


def longest(per_token: int, per_pair: int, reach: int) -> int:
    """How many tokens a pass may have: at most `reach`, and so many that its numbers fit into TRACE_BYTES.

    `per_token` numbers are kept for each token and `per_pair` for each two: (per_pair · T + per_token) · T.
    """
    numbers = TRACE_BYTES / FLOAT
    fits = (sqrt(per_token**2 + 4 * per_pair * numbers) - per_token) / (2 * per_pair)
    return max(1, min(reach, int(fits)))
