"""Write a file so that a kill or a power cut leaves the old one or the new one, each whole."""

import os
from collections.abc import Callable
from pathlib import Path


def written(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` make the file beside its place, flush it to the disk, and move it there. Raises OSError."""
    new = path.with_name(f"{path.name}.new")
    write(new)
    flush(new)
    new.replace(path)
    if os.name == "posix":  # the name is kept by the folder
        flush(path.parent)


def write_text(path: Path, text: str) -> None:
    """The same for a text."""
    written(path, lambda new: new.write_text(text, encoding="utf-8"))


def flush(path: Path) -> None:
    """Have the disk hold what was written. Raises OSError."""
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
