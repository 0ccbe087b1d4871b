"""The tune: a staff and a piano roll on one time line, as it is rolled, played, and changed by hand."""

from typing import NotRequired, TypedDict

from components.page.widget import Packed, Widget


class Asked(TypedDict):
    """What the request says of a tune; "" where it says nothing."""

    mood: str
    tempo: str
    metre: str
    key: str


class TuneToken(TypedDict):
    """One token of a tune. What was not rolled here has its surprise once its die was opened."""

    id: int
    piece: str
    bits: NotRequired[float]  # its surprise, before shaping
    die: NotRequired[Packed]  # chances of all pitches, the rest, all lengths, and the end
    hand: NotRequired[bool]


class TuneOffer(TypedDict):
    """What Compose would compose."""

    caption: str
    start: str  # what the model reads before the first note, written out
    asked: Asked
    metre: str  # in which bars are drawn
    bar: int  # its length in sixteenths
    beats: int  # a minute, by the tempo's word
    untaught: list[str]  # what of the request no tune of its mood had
    given: list[TuneToken]  # the tune that the prompt is, if it is one
    temperature: float
    seed: int
    room: int  # tokens that fit behind the request


class Composed(TypedDict):
    """Some more tokens of a run."""

    run: int  # which run they belong to
    first: int  # the place of the first of them behind the request
    tokens: list[TuneToken]
    over: bool  # it was the last answer of this run


class Tune(Widget):
    """Events: compose (the value is then {run, caption, temperature, seed, ids, steps}), stop, again (another seed),
    inspect (a die is opened: {caption, temperature, ids, place}).

    `wordings` holds for each facet of a request its choices, with the words that ask for one; `opens` is the tab in
    which a tune can be opened as a prompt.
    """

    Value = TuneOffer | Composed
    fires = ("compose", "stop", "again", "inspect")

    def __init__(self, wordings: dict[str, dict[str, str]], most: int, opens: str = "attention", **kwargs):
        self.wordings, self.most, self.opens = wordings, most, opens
        super().__init__(options={"wordings": wordings, "most": most, "opens": opens}, **kwargs)
