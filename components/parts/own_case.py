"""A visitor's own case of a claim."""

from typing import TypedDict

from components.page.widget import Widget
from components.parts.claim import ClaimPart


class OwnCaseValue(TypedDict):
    """What the model says of it; no part with a `message` that says what fits."""

    card: str
    case: str
    measured: bool  # before, nothing is told
    part: ClaimPart | None
    message: str


class OwnCase(Widget):
    """No events: what is typed is a control of the tab."""

    Value = OwnCaseValue
