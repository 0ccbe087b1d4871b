"""Studies: many small trainings, each finished one a line of JSON, so that they can be stopped at any time."""

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import torch


def note(out: Path, measured: Any) -> None:
    """Append a finished run, a named tuple, to the log."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("a", encoding="utf-8") as file:
        file.write(json.dumps(measured._asdict()) + "\n")


def command(about: str, log: Path, sweep: Callable[[Path], Iterable]) -> None:
    """Train what a log lacks, on one core: small models are slower on two."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--out", type=Path, default=log, help="file of the measured runs")
    torch.set_num_threads(1)
    for measured in sweep(parser.parse_args().out):
        print(measured, flush=True)
