"""The Examples button beside the prompt: a list to choose from."""

from typing import TypedDict

from components.page.widget import Widget
from components.page.words import say

GROUPS = {
    say("examples.words"): (
        "Mira has a red kite and a blue cup. Her kite is",
        "Once upon a",
        "The sky is",
        "Look at the blue",
        "Eid al-Fitr is a celebration",
        "The Entford Club has 391 members.\nQ: How many members does the Entford Club have?\nA:",
        "seven plus five is",
        "2+2=",
    ),
    say("examples.pictures"): (
        "a big red circle on white",
        "a blue square left of a yellow star on black",
        "a green heart above a small white diamond on navy",
        "a hand with five fingers on cyan",
        "a yellow duck on blue",
        "a happy face with spiky black hair on green",
        "the digit 7 in red on yellow",
    ),
    say("examples.hard"): (
        "Unfriendliest penguins 🐧 1234",
        "${x} <img src=x onerror=alert(1)> \\u0041",
        "مرحبا שלום 你好",
    ),
}


class ExamplesValue(TypedDict):
    """Texts under headings."""

    groups: list[tuple[str, list[str]]]


class Examples(Widget):
    """Writes the chosen text into the prompt."""

    Value = ExamplesValue

    def __init__(self):
        super().__init__({"groups": [[title, list(texts)] for title, texts in GROUPS.items()]}, elem_id="examples")
