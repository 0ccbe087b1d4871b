"""Words of a text by Unicode's rules, cut and counted; and how many a prompt asks for."""

import re

import regex

# A word or a run of signs, with the space before it. Words end where Unicode says so (UAX #29: marks and apostrophes
# belong to them), but a hyphen beside a letter joins; signs come in whole characters, so that an emoji stays one.
WORD = regex.compile(
    r"\s?\w.*?\b(?:(?:(?<=[\p{L}\p{M}])[-‐‑](?=\w)|(?<=\p{N})[-‐‑](?=\p{L}))\w.*?\b)*|\s?(?:(?![\w\s])\X)+|\s+",
    regex.WORD,
)
SPOKEN = regex.compile(r"[\p{L}\p{N}]")
ASKED = re.compile(r"\b(\d{1,4}) words?\b")


def cut_words(text: str) -> list[str]:
    """Words and runs of signs, each with the space before it; together they are `text`."""
    return WORD.findall(text)


def count_words(text: str) -> int:
    """How many words there are: "Mira's kite isn't 3 years old." has six."""
    return sum(bool(SPOKEN.search(word)) for word in cut_words(text))


def words_asked(prompt: str) -> int | None:
    """The number of words that a prompt asks for in digits; None if for none."""
    found = ASKED.search(prompt)
    return int(found[1]) if found else None
