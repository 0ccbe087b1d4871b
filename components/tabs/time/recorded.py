"""A training as the page draws it: what its read-outs recorded, the curves of its skills, and when heads formed."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from components.page.words import say
from model import CLEAR, History, formed, wilson

FIVE = 5  # fingers
TOLD_OFTEN = 30  # times: a secret that was told so often is expected to be known
SKILLS = ("guessed", "sums", "hands", "pronouns", "passages", "often", "seldom")  # the first is looked at first
EVENTS = ("previous token", "same token before", "induction")  # roles whose beginning is marked in the chart
ROLES = {
    "previous token": "previous",
    "first token": "first",
    "itself": "itself",
    "same token before": "same",
    "induction": "induction",
    "pixel above": "above",
}


class ReadOut(TypedDict):
    """What was recorded at one step; what was not is missing or empty."""

    step: int
    rounded: list[str]  # what of it was read from the checkpoint of 8 bits
    dice: dict[str, list[tuple[str, float]]]  # of each prompt the likeliest tokens
    story: str
    beginning: str  # of the story, as it was given
    written: list[tuple[str, float]]  # its tokens after that, each with its probability
    pictures: dict[str, str]  # of each caption 256 hexadecimal digits: places in the palette
    fingers: list[int]  # how many hands have none, one, two ...
    roles: dict[str, list[list[float]]]  # of each role the share of its attention that each head gives (layers, heads)


class Point(TypedDict):
    """How many questions of a kind were answered right at one step, with the 95 % interval of the share."""

    step: int
    right: int
    asked: int
    low: float
    high: float


class Curve(TypedDict):
    """A skill, step by step."""

    key: str
    name: str
    points: list[Point]


class Event(TypedDict):
    """From `step` on a head has a role."""

    step: int
    says: str


class HistoryData(TypedDict):
    """The whole training."""

    lines: list[ReadOut]
    whole: list[int]  # steps of which all weights are kept
    ends_here: bool  # the last read-out is of the model that the page shows
    curves: list[Curve]
    events: list[Event]
    roles: dict[str, str]  # what they are called
    clear: float  # of its attention a head must give to have a role
    first: dict[str, int]  # which prompt, role and caption are shown first: of each the one that changed most


def told(history: History) -> HistoryData:
    """All that the tab draws without asking again."""
    roles = {name: say(f"time.role_{key}") for name, key in ROLES.items()}
    return {
        "lines": [read_out(line) for line in history.lines],
        "whole": [*history.whole],
        "ends_here": history.ends_here,
        "curves": curves(history.lines),
        "events": events(history.lines),
        "roles": roles,
        "clear": CLEAR,
        "first": first(history.lines),
    }


def read_out(line: dict) -> ReadOut:
    """One line of the history, what it lacks left empty."""
    return {
        "step": line["step"],
        "rounded": line.get("rounded", []),
        "dice": line.get("dice", {}),
        "story": line.get("story", ""),
        "beginning": line.get("beginning", ""),
        "written": line.get("written", []),
        "pictures": line.get("pictures", {}),
        "fingers": line.get("fingers", []),
        "roles": line.get("roles", {}),
    }


def curves(lines: Sequence[dict]) -> list[Curve]:
    """The skills that were asked for at any step."""
    found = {key: points((line["step"], counts(line).get(key)) for line in lines) for key in SKILLS}
    return [{"key": key, "name": say(f"time.skill_{key}"), "points": some} for key, some in found.items() if some]


def counts(line: dict) -> dict[str, tuple[int, int]]:
    """Of each skill how many were right, and how many were asked."""
    skills, fingers = line.get("skills", {}), line.get("fingers", [])
    found = {key: tuple(skills[key]) for key in ("guessed", "sums", "pronouns", "passages") if key in skills}
    if sum(fingers):
        found["hands"] = fingers[FIVE], sum(fingers)
    for key, often in (("often", True), ("seldom", False)):
        some = [hits for n, hits in skills.get("secrets", {}).items() if (int(n) >= TOLD_OFTEN) == often]
        if some:
            found[key] = sum(right for right, _ in some), sum(asked for _, asked in some)
    return found


def points(found: Iterable[tuple[int, tuple[int, int] | None]]) -> list[Point]:
    """Of each step at which any were asked."""
    made: list[Point] = []
    for step, count in found:
        if count and count[1]:
            low, high = wilson(*count)
            made.append({"step": step, "right": count[0], "asked": count[1], "low": low, "high": high})
    return made


def events(lines: Sequence[dict]) -> list[Event]:
    """When the first head took each of the roles that are marked, for good."""
    found: list[Event] = []
    for role in EVENTS:
        rows = [(line["step"], most(line["roles"][role])) for line in lines if role in line.get("roles", {})]
        at = formed([score for _, score in rows])
        if at is not None:
            found.append({"step": rows[at][0], "says": say(f"time.event_{ROLES[role]}")})
    return found


def first(lines: Sequence[dict]) -> dict[str, int]:
    """Which prompt and role of the last read-out changed most over all, and which picture changed and then stayed."""
    end = lines[-1]
    chances = [[dict(line["dice"].get(prompt, ())).get(die[0][0], 0.0) for line in having(lines, "dice")]
               for prompt, die in end.get("dice", {}).items()]  # fmt: skip
    scores = [[most(line["roles"][role]) for line in having(lines, "roles")] for role in end.get("roles", {})]
    pixels = [
        [sum(map(str.__ne__, line["pictures"].get(caption, ""), last)) for line in having(lines, "pictures")]
        for caption, last in end.get("pictures", {}).items()
    ]
    return {"prompt": widest(chances), "role": widest(scores), "caption": settled(pixels)}


def having(lines: Sequence[dict], field: str) -> list[dict]:
    """The read-outs that have a field."""
    return [line for line in lines if line.get(field)]


def widest(rows: Sequence[Sequence[float]]) -> int:
    """Which of the rows has its numbers farthest apart; 0 where there is none."""
    return max(range(len(rows)), key=lambda i: max(rows[i]) - min(rows[i]), default=0)


def settled(rows: Sequence[Sequence[float]]) -> int:
    """Which of the rows, distances from the last read-out, was far once and is near in its last quarter; 0: none."""
    late = [max(row[-max(1, len(row) // 4) :], default=0) for row in rows]
    return max(range(len(rows)), key=lambda i: max(rows[i], default=0) - late[i], default=0)


def most(scores: Sequence[Sequence[float]]) -> float:
    """The largest score of all heads."""
    return max(max(row) for row in scores)
