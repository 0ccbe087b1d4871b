"""What a request for a tune says of mood, tempo, metre and key, and the words that would say it."""

import re
from typing import NamedTuple

from model.world.language.words import with_article
from model.world.tunes.captions import METRE_WORDS, MOOD_WORDS, TEMPO_WORDS
from model.world.tunes.tables import KEYS, MOODS, TEMPOS

METRE, USUAL = re.compile(r"\b(\d{1,2})/(2|4|8|16)\b"), "4/4"
KEY = re.compile(r"\bin ([A-G]) (major|minor)\b", re.IGNORECASE)
FEWEST, MOST = 1, 48  # sixteenths of a bar that is drawn


class Request(NamedTuple):
    """What a caption says; "" where it says nothing."""

    mood: str = ""
    tempo: str = ""
    metre: str = ""  # "3/4", or another that nobody taught
    key: str = ""  # "D minor"

    @property
    def drawn(self) -> str:
        """The metre in which bars are drawn: the one that is said, else the mood's first."""
        return self.metre or (MOODS[self.mood].metres[0] if self.mood else USUAL)

    @property
    def beats_per_minute(self) -> int:
        """The middle of what the tempo's word means; nothing said is walking."""
        return sum(TEMPOS[self.tempo or "walking"]) // 2

    @property
    def untaught(self) -> list[str]:
        """What of it no tune of this mood had, in the words of the caption; nothing if the mood is unknown."""
        if not self.mood:
            return []
        kind = MOODS[self.mood]
        tonic, _, scale = self.key.partition(" ")
        keys = KEYS[kind.scale] if scale == kind.scale else ()
        return [
            *([self.tempo] if self.tempo and self.tempo not in kind.tempos else []),
            *([f"in {self.metre}"] if self.metre and self.metre not in kind.metres else []),
            *([f"in {self.key}"] if self.key and tonic not in keys else []),
        ]


def said(caption: str, words: dict[str, list[str]]) -> str:
    """The name whose words come first in `caption`, of two at one place the longer: "very slow" is not slow."""
    found = [
        (match.start(), -len(word), name)
        for name, ways in words.items()
        for word in ways
        if (match := re.search(rf"\b{re.escape(word)}\b", caption, re.IGNORECASE))
    ]
    return min(found)[2] if found else ""


def read_request(caption: str) -> Request:
    """What `caption` asks. A metre counts whether it was taught or not, if a bar of it can be drawn."""
    metres = [f"{n}/{d}" for n, d in METRE.findall(caption) if FEWEST <= int(n) * 16 // int(d) <= MOST]
    metre = metres[0] if metres else said(caption, METRE_WORDS)
    key = KEY.search(caption)
    named = f"{key[1].upper()} {key[2].lower()}" if key else ""
    return Request(said(caption, MOOD_WORDS), said(caption, TEMPO_WORDS), metre, named)


def sixteenths(metre: str) -> int:
    """Length of a bar: of "3/4" it is 12."""
    count, unit = metre.split("/")
    return int(count) * 16 // int(unit)


def wordings() -> dict[str, dict[str, str]]:
    """For each facet its choices, with the words that ask for one as captions do: "slow" is "at a slow tempo"."""
    tonics = {scale: [f"{tonic} {scale}" for tonic in tonics] for scale, tonics in KEYS.items()}
    return {
        "mood": {mood: with_article(f"{mood} tune") for mood in MOODS},
        "tempo": {tempo: f"at {with_article(tempo)} tempo" for tempo in TEMPOS},
        "metre": {metre: f"in {metre}" for metre in METRE_WORDS},
        "key": {key: f"in {key}" for keys in tonics.values() for key in keys},
    }
