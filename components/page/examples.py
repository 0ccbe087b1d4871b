"""The Examples button beside the prompt: a library of what this model was taught, and some texts that are hard."""

from typing import TypedDict

from components.page.widget import Widget
from components.page.words import say, words
from model import Chapter

PLAIN = {  # of any model
    say("examples.words"): ("Once upon a", "The sky is", "2+2=", "My dog likes to"),
    say("examples.hard"): (
        "Unfriendliest penguins 🐧 1234",
        "${x} <img src=x onerror=alert(1)> \\u0041",
        "مرحبا שלום 你好",
    ),
}
CAPTIONS = (
    "a big red circle on white",
    "a blue square left of a yellow star on black",
    "a yellow duck on blue",
    "a happy face with spiky black hair on green",
    "the digit 7 in red on yellow",
)


class Shown(TypedDict):
    """A text that a click opens; what was planted and what the model says, where that is known."""

    text: str
    tab: str  # to open; none: the open one
    planted: str
    says: str
    clips: list[str]  # the same as animations: 256 hexadecimal digits each, places in the palette


class ShownChapter(TypedDict):
    """Texts under a heading."""

    title: str
    about: str
    entries: list[Shown]


class ExamplesValue(TypedDict):
    """All of them."""

    chapters: list[ShownChapter]
    known: bool  # what the model was taught is known


def plain(texts: tuple[str, ...], tab: str = "") -> list[Shown]:
    """Texts of which nothing is known beforehand."""
    return [{"text": text, "tab": tab, "planted": "", "says": "", "clips": []} for text in texts]


def chapters(library: tuple[Chapter, ...], paints: bool) -> list[ShownChapter]:
    """The library, then captions if the model paints, then what fits any model."""
    shown: list[ShownChapter] = [
        {"title": say(key), "about": say(f"{key}_is"), "entries": [entry._asdict() for entry in entries]}
        for name, entries in library
        if (key := f"library.{name}") in words()
    ]
    if paints:
        shown.append({"title": say("examples.pictures"), "about": "", "entries": plain(CAPTIONS, "paint")})
    return shown + [{"title": title, "about": "", "entries": plain(texts)} for title, texts in PLAIN.items()]


class Examples(Widget):
    """Writes the chosen text into the prompt, and opens the tab in which it has something to show."""

    Value = ExamplesValue

    def __init__(self, library: tuple[Chapter, ...], paints: bool):
        self.library, self.paints = library, paints
        super().__init__({"chapters": chapters(library, paints), "known": bool(library)}, elem_id="examples")
