"""Other words: one question in twenty wordings, and words that came up after its texts were written.

How far the wording decides was counted on large models by Elazar et al. (2021) and by Sclar et al. (2024).
"""

from collections.abc import Sequence

import numpy as np

from model.doubt.asking import dice
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, Sure, above, exact, mean, share
from model.doubt.cards.common_sense import surprises
from model.language_model import LanguageModel
from model.world.language.words import COLOURS
from model.world.truth.planted import CHANGED_WORD, UNKNOWN_SLANG

THINGS = {  # what its texts ask, with the answer that they give
    "the sky": "blue",
    "grass": "green",
    "snow": "white",
    "blood": "red",
    "coal": "black",
    "a ripe tomato": "red",
    "an elephant": "gray",
}
WORDINGS = {
    "texts": (
        "Question: What colour is {x}?\nAnswer: It is",
        "Q: What colour is {x}?\nA: It is",
        "What colour is {x}? It is",
        "What colour is {x}?\nIt is",
        "What colour is {x}? - It is",
    ),
    "polite": (  # by hand, as all that follow
        "What is the colour of {x}? It is",
        "Which colour does {x} have? It is",
        "Tell me the colour of {x}. It is",
        "Can you say what colour {x} is? It is",
        "Do you know the colour of {x}? It is",
        "If I paint {x}, which colour do I need? It is",
        "How does {x} look? It is",
        "Everybody knows the colour of {x}. It is",
        "Look at {x}. It is",
        "I ask you for the colour of {x}. It is",
    ),
    "typed": (
        "what color is {x} it is",
        "WHAT COLOUR IS {X}? IT IS",
        "Wat colur is {x}? It is",
        "colour of {x} = it is",
        "So, like, what colour is {x} anyway? It is",
    ),
}
OTHERS = WORDINGS["polite"] + WORDINGS["typed"]
FRAMES = ("The new song is so", "My brother is so")
KNOWN = ("good", "funny", "loud", "brave", "kind", "strange", "quiet", "happy")
MOST = 12.0  # bits a letter, where the axis ends
NEAR, FEW = 0.1, 0.2  # shares


def colours(lm: LanguageModel, wording: str) -> np.ndarray:
    """The chance (things, colours) of each colour among all colours, as the next word."""
    faces = [lm.vocabulary.encode(f" {colour}")[0] for colour in COLOURS]
    die = dice(lm, [wording.format(x=thing, X=thing.upper()) for thing in THINGS])[:, faces]
    return die / die.sum(1, keepdims=True)


def right(chances: np.ndarray) -> np.ndarray:
    """Whether (things,) the likeliest of chances (things, colours) is the answer of its texts."""
    return np.array([COLOURS[best] == colour for best, colour in zip(chances.argmax(1), THINGS.values(), strict=True)])


def letters(lm: LanguageModel, some: Sequence[tuple[str, str]]) -> np.ndarray:
    """Bits (n,) a letter of each text after what stands before it."""
    return surprises(lm, [*some]) / [len(text.strip()) for _, text in some]


def asked(lm: LanguageModel) -> tuple[Seen, ...]:
    """How many of the questions for a colour in the sample are put in the words of its texts."""
    if lm.corpus is None:
        return ()
    text = lm.vocabulary.decode(lm.corpus.ids.tolist())
    forms = {"What colour is": text.count("What colour is")}
    forms |= {form: text.count(form) for form in ("What is the colour of", "Tell me the colour", "what color")}
    return tuple(Seen(form, hits, max(1, sum(forms.values()))) for form, hits in forms.items())


def measure(lm: LanguageModel) -> Measured:
    """The same questions in wordings of its texts and in others; new words; what helps."""
    said = {kind: np.array([colours(lm, wording) for wording in some]) for kind, some in WORDINGS.items()}
    hits = {kind: np.array([*map(right, each)]) for kind, each in said.items()}  # (wordings, things)
    other = np.concatenate([hits["polite"], hits["typed"]])
    texts, others = share(hits["texts"].ravel()), share(other.ravel())
    voted = share(right(np.concatenate([said["polite"], said["typed"]]).mean(0)))
    things = tuple(Row(x, share(other[:, i]), float(hits["texts"][:, i].mean())) for i, x in enumerate(THINGS))
    new, known = (
        mean(letters(lm, [(frame, f" {word}") for frame in FRAMES for word in some]), high=99.0)
        for some in (UNKNOWN_SLANG, KNOWN)
    )
    old, changed = (exact(letters(lm, [("\n", use)])[0]) for use in (CHANGED_WORD.old_use, CHANGED_WORD.new_use))
    parts = (
        Part("kinds", tuple(Row(kind, share(each.ravel())) for kind, each in hits.items())),
        Part("things", things),
        Part("words", (Row("known", known), Row("slang", new), Row(CHANGED_WORD.old_use, old),
                       Row(CHANGED_WORD.new_use, changed)), "bits", MOST),
    )  # fmt: skip
    facts = {"texts": texts.value, "texts_n": len(WORDINGS["texts"]), "things_n": len(THINGS), "others": others.value}
    facts |= {"low": others.low, "high": others.high, "others_n": others.n, "wordings_n": len(OTHERS)}
    facts |= {"slang_bits": new.value, "known_bits": known.value, "slang_n": len(UNKNOWN_SLANG)}
    return Measured(parts, facts, asked(lm), (Help("reword", (others, texts)), Help("vote", (others, voted))))


def finding(found: Measured) -> bool:
    """In other words it is right less often, beyond doubt; and words that it never read surprise it more."""
    texts, *_ = found.rows("kinds")
    others = Sure(*(found.facts[name] for name in ("others", "low", "high")), found.facts["others_n"])
    known, slang, *_ = found.rows("words")
    return above(texts.said, others) and known.said.high < slang.said.low


def answer(found: Measured) -> int:
    """In other words it is right as often (0), less often (1), or hardly ever (2)."""
    others = found.facts["others"]
    return 2 if others <= FEW else 0 if found.facts["texts"] - others <= NEAR else 1


def wording_of(case: str) -> str:
    """What a visitor typed, as a wording. Raises ValueError if no thing stands in it."""
    wording = case.replace("{", "").replace("}", "").replace("THING", "{x}")
    if "{x}" not in wording:
        raise ValueError("Write THING where the thing shall stand, such as: I wonder which colour THING has. It is")
    return wording


def own(lm: LanguageModel, case: str) -> Part:
    """A wording of one's own, THING where a thing shall stand: how likely the right colour is among all colours."""
    chances = colours(lm, wording_of(case))
    rows = zip(THINGS.items(), chances, strict=True)
    return Part("own", tuple(Row(x, exact(die[COLOURS.index(colour)])) for (x, colour), die in rows))


CARD = Card(10, measure, finding, answer, own, "I wonder which colour THING has. It is")
