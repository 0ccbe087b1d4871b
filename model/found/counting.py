"""Words of a text, counted; and how many a prompt asks for."""

import re

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # letters and digits; what an apostrophe or a hyphen joins is one
ASKED = re.compile(r"\b(\d{1,4}) words?\b")


def count_words(text: str) -> int:
    """How many words there are: "Mira's kite isn't 3 years old." has six."""
    return len(WORD.findall(text))


def words_asked(prompt: str) -> int | None:
    """The number of words that a prompt asks for in digits; None if for none."""
    found = ASKED.search(prompt)
    return int(found[1]) if found else None
