"""A tokenizer of one's own: what it learned, and the prompt cut by it beside the model's own cut."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import say


class Learned(TypedDict):
    """A merge that was learned."""

    rank: int
    pieces: list[str]  # left, right, joined
    made: int  # so often in the text to learn from


class LearnedFrom(TypedDict):
    """The text to learn from."""

    characters: int
    bytes: int
    tokens: int


class CutCounts(TypedDict):
    """Tokens of the prompt, of which the first are drawn."""

    tokens: int
    model_tokens: int


class OwnTokenizerValue(TypedDict):
    """What was learned."""

    tokens: list[str]  # of the prompt
    model_tokens: list[str]  # the same by the model's tokenizer
    counts: CutCounts
    bytes: int  # of the prompt
    asked: int  # entries that were wished for
    entries: int  # and learned, the 256 bytes included
    model_entries: int  # bytes and pieces
    model_names: int  # beside them in its vocabulary
    alike: bool  # whether its texts were cut into the same words before
    merges: list[Learned]  # the latest
    n_merges: int
    least: int  # entries that can be asked for
    most: int
    lengths: list[tuple[int, int]]  # entries, and tokens of the prompt with them
    sample: LearnedFrom


class NotLearned(TypedDict):
    """Why nothing could be learned."""

    message: str


class OwnTokenizer(Widget):
    """Beside the text to learn from."""

    Value = OwnTokenizerValue | NotLearned

    def on_paper(self, value: OwnTokenizerValue | NotLearned) -> prints.Drawing:
        """The pieces learned last, with how often each was made."""
        if "message" in value:
            raise ValueError(value["message"])
        if not value["merges"]:
            raise ValueError(say("own.none"))
        pieces = [merge["pieces"][2] for merge in value["merges"]]
        made = [str(merge["made"]) for merge in value["merges"]]
        return prints.chips(pieces, made, say("print.learned", n=len(pieces), all=value["n_merges"]))
