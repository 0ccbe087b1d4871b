"""What a training reads, how large its model is, and how long it may take."""

from typing import TypedDict

from components.page.widget import Widget
from model import LESSON_FIELDS

places = {name: LESSON_FIELDS[name].index for name in ("width", "seconds")}
USUAL = {"layers": 2, "width": places["width"](128), "seconds": places["seconds"](60)}
SMALL = {"layers": 0, "width": places["width"](64), "seconds": places["seconds"](15)}
SIZES = {reads: SMALL if reads == "sums" else USUAL for reads in LESSON_FIELDS["reads"]}


class ReadsValue(TypedDict):
    """The sizes of the model that would be trained."""

    weights: int
    share: float  # of the model of the page


class TrainingEvent(TypedDict, total=False):
    """One line of what happens in a training; see `model.learn.jobs.child`."""

    begun: bool
    steps: int
    weights: int
    tokens: int  # of the vocabulary
    guess: float  # bits a token of who knows nothing
    counted: float | None  # of a 5-gram model
    best: float | None
    beginning: str
    caption: str
    shots: list[int]  # the steps at which all weights are kept
    step: int
    losses: list[float]  # bits a token of each step since the last line
    norms: list[float]  # lengths of their gradients
    seconds: float
    unseen: float  # bits a token
    per_byte: float
    right: float  # share of unseen sums
    guessed: tuple[int, int]  # unseen targets whose likeliest token is right, of so many
    verdict: str
    since: int
    lowest: int
    shot: int
    said: list[tuple[str, float]]
    die: list[tuple[str, float]]
    heads: "Heads"
    picture: str
    moved: dict[str, float]
    ended: bool
    stopped: bool
    failed: str


class Heads(TypedDict):
    """Attention of all heads on a sample."""

    pieces: list[str]
    shape: list[int]
    packed: str  # (L, H, T, T) as base64 uint16, in hundredths of a percent


class TrainingState(TypedDict):
    """What the endpoint `training` tells."""

    events: list[TrainingEvent]
    after: int
    running: bool
    ended: bool
    before: int  # in line
    seconds: int  # until its turn, about
    length: int  # seconds that it may take
    together: bool
    watch: str | None


class Reads(Widget):
    """Starts a training by the endpoint `train`, and asks `training` how it goes."""

    Value, Data = ReadsValue, TrainingState

    def __init__(self, **kwargs):
        super().__init__(options=LESSON_FIELDS | {"sizes": SIZES}, **kwargs)
