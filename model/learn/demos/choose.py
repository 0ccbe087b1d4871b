"""What the page invites visitors to try: for each claim the first candidate on which this very model bears it out.

A claim is a function of model and candidate. It measures on the tensors what the invitation says, and returns what the
page sets and says, or None. So nothing is hard-coded to one training: `choose` is asked anew for each checkpoint.
"""

from collections.abc import Callable

from model.found.demonstrations import Demonstration
from model.language_model import LanguageModel
from model.learn.demos import animating, composing, dice, looking, painting, writing
from model.world.language.tables import Table

CANDIDATES = Table(__file__, "demonstrations")
CLAIMS: dict[
    str, Callable[[LanguageModel, str], Demonstration | None]
] = {  # tab and word; its sentence is `try.{tab}.{word}`
    "page.first": looking.opens,
    "start.first": dice.goes_on,
    "tokens.rare": looking.is_cut,
    "tokens.kite": looking.are_different,
    "tokens.numbers": looking.digits_alone,
    "tokens.script": looking.falls_to_bytes,
    "embeddings.left": looking.parts,
    "embeddings.kite": looking.is_nearer,
    "embeddings.colours": looking.colours_meet,
    "embeddings.seven": looking.has_neighbours,
    "attention.follows": looking.follows,
    "attention.swapped": looking.follows_after,
    "attention.back": looking.looks_back,
    "layers.decides": dice.decides_late,
    "layers.fires": dice.fires,
    "layers.stop": dice.one_writes_most,
    "layers.off": dice.answer_falls,
    "dice.faces": dice.has_faces,
    "dice.cold": dice.loses_faces,
    "dice.hot": dice.grows_alike,
    "dice.three": dice.beats_counting,
    "write.other": writing.offers,
    "write.words": writing.miscounts,
    "write.copied": writing.repeats,
    "write.full": writing.fills_all,
    "write.empty": writing.empties,
    "paint.unsure": painting.is_unsure,
    "paint.two": painting.keeps_places,
    "paint.hand": painting.miscounts,
    "compose.back": composing.comes_back,
    "compose.sad": composing.is_longer,
    "compose.hot": composing.breaks,
    "animate.way": animating.keeps_its_way,
    "animate.colours": animating.chooses,
    "animate.never": animating.goes_as_never_before,
}


def find(lm: LanguageModel, name: str) -> Demonstration | None:
    """The first candidate of a demonstration that bears its claim out."""
    found = (CLAIMS[name](lm, text) for text in CANDIDATES[name])
    return next((each for each in found if each), None)


def choose(lm: LanguageModel) -> dict[str, Demonstration]:
    """All demonstrations as this model can show them. Raises ValueError with the list of those that it cannot."""
    found = {name: find(lm, name) for name in CLAIMS}
    if missing := [name for name, each in found.items() if each is None]:
        raise ValueError(f"this model bears none of the candidates out for {', '.join(missing)}")
    return found
