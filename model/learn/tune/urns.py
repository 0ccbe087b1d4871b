"""Urns: what a class votes together, each urn known by an unguessable name; then a copy is tuned by all of it.

A page hands over all that its visitor has voted so far, under a name of its own: so votes can be taken back, and
what comes twice counts once. An urn is forgotten two hours after the last look at it.
"""

import secrets
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from model.core.config import shown
from model.learn.tune.votes import Vote

MOST_URNS, MOST_PEOPLE, KEPT_S = 100, 60, 7200
VOTER = 40  # characters of a page's name


@dataclass
class Urn:
    """What one class has voted."""

    cast: dict[str, Sequence[Vote]] = field(default_factory=dict)  # by who voted
    tuning: str = ""  # the newest that learned from it
    seen: float = field(default_factory=time.monotonic)


class Urns:
    """All of this server. Safe to share between threads."""

    def __init__(self) -> None:
        self.urns: dict[str, Urn] = {}
        self.lock = threading.Lock()

    def open(self) -> str:
        """The name of a new one. Where there are too many, that of the fewest people is forgotten, the oldest first."""
        with self.lock:
            now = time.monotonic()
            self.urns = {name: urn for name, urn in self.urns.items() if now - urn.seen < KEPT_S}
            if len(self.urns) >= MOST_URNS:
                del self.urns[min(self.urns, key=lambda name: (len(self.urns[name].cast), self.urns[name].seen))]
            name = secrets.token_urlsafe(9)
            self.urns[name] = Urn()
            return name

    def _of(self, name: str) -> Urn:
        urn = self.urns.get(name) if isinstance(name, str) else None
        if urn is None:
            raise ValueError(f"No class votes under {shown(name)} here: it was forgotten, or never began.")
        urn.seen = time.monotonic()
        return urn

    def cast(self, name: str, voter: str, votes: Sequence[Vote]) -> None:
        """All that somebody has voted so far. Raises ValueError."""
        if not isinstance(voter, str) or not 1 <= len(voter) <= VOTER:
            raise ValueError(f"A page calls itself by 1 to {VOTER} characters, not {shown(voter)}.")
        with self.lock:
            urn = self._of(name)
            if voter not in urn.cast and len(urn.cast) >= MOST_PEOPLE:
                raise ValueError(f"{MOST_PEOPLE} people vote here already: more do not fit into one class.")
            urn.cast[voter] = votes
            if not votes:
                del urn.cast[voter]

    def told(self, name: str) -> dict:
        """{votes, people, tuning}: how many there are, of how many people, and what learned from them last."""
        with self.lock:
            urn = self._of(name)
            return {"votes": sum(map(len, urn.cast.values())), "people": len(urn.cast), "tuning": urn.tuning}

    def votes(self, name: str, most: int) -> list[Vote]:
        """At most so many, of everybody in turns, so that nobody is heard more. Raises ValueError."""
        with self.lock:
            turns = zip_longest(*self._of(name).cast.values())
            return [vote for turn in turns for vote in turn if vote][:most]

    def tuned(self, name: str, tuning: str) -> None:
        """Tell everybody which tuning learns from it. Raises ValueError."""
        with self.lock:
            self._of(name).tuning = tuning
