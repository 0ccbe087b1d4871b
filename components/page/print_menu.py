"""The dialog that hands over a card for paper."""

from typing import TypedDict

from components.page.widget import Widget


class PrintValue(TypedDict):
    """What can be printed: of each tab the names of its cards, and those that also move."""

    views: dict[str, str]  # what it is called, by name
    moving: list[str]
    always: list[str]  # tabs whose programs fit at every step of the training
    python: dict[str, str]  # of a view: the address of a program of transformers that prints the same numbers
    folder: str  # of the model that it opens
    sizes: list[str]
    forms: list[str]


class PrintMenu(Widget):
    """A dialog, opened by any button with `data-print`."""

    Value = PrintValue
