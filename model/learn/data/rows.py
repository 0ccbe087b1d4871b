"""A corpus as rows: a document each, on one line, so that it can be looked at, searched and changed as a table."""

import re
from collections.abc import Sequence
from typing import Any

from model.core.config import shown
from model.learn.jobs.lesson import MOST_ROWS, pieces, unbroken

LONGEST = 400  # characters of a row of one's own text
KEPT_OUT = 10  # one row in so many


def row_of(text: str) -> str:
    """A document on one line."""
    return " ".join(unbroken(text).split())


def rows_of(text: str) -> list[str]:
    """One's own text as rows: paragraphs where empty lines part it, else lines; long ones are cut at ends of sentences.

    A row that is repeated stays, an empty one does not.
    """
    parts = re.split(r"\n\s*\n", text.strip())
    parts = parts if len(parts) > 1 else text.splitlines()
    return [row for part in parts for piece in pieces(row_of(part), LONGEST) if (row := row_of(piece))]


def parted(rows: Sequence[str]) -> tuple[list[str], list[str]]:
    """What is read, and every tenth row, which is not."""
    read = [row for i, row in enumerate(rows) if i % KEPT_OUT != KEPT_OUT - 1]
    return read, [*rows[KEPT_OUT - 1 :: KEPT_OUT]]


def checked(given: Any, what: str) -> list[str]:
    """Rows that somebody has sent, each on one line. Raises ValueError, which says what fits."""
    if not isinstance(given, list) or not all(isinstance(row, str) for row in given):
        raise ValueError(f"The rows of {what} are a list of texts, not {shown(given)}.")
    if len(given) > MOST_ROWS:
        raise ValueError(f"There are {len(given):,} rows in {what}; at most {MOST_ROWS:,} fit.")
    return [row for each in given if (row := row_of(each))]
