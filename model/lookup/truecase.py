"""A text that was typed in a hurry, as what a model has read is mostly written: its capitals, and how it ends.

Which words have a capital the sample of its training says, by counting ("truecasing", Lita et al. 2003); whether a
question is over says the model's own die.
"""

import math
import re
from typing import Any

import numpy as np

from model.core.sampling import chances
from model.world.language.typed import TABLE, any_of

MOST = 400  # characters; whoever pastes more has not typed it
SELDOM = 0.05  # times as often in small letters: so seldom is a name written
SURELY = 0.5  # the chance of a question mark from which on a question is over
PROSE = re.compile(r"[^{}()\[\]<>=_#\\|/@]*\Z")  # no sum, no code, no address
WORD = re.compile(r"(?<![\w'’])[^\W\d_]{2,}")
LONG = {short: long for long, short in TABLE["said shorter"].rows}
SHORTER = re.compile(any_of(LONG) + "(?!['’])")
APART = {short.replace("'", ""): re.sub(r"\Ai\b", "I", short) for _, short in TABLE["contracted"].rows}  # im: I'm


def truecased(lm: Any, text: str) -> str:
    """`text` with the capitals of what was read, "please" for "pls", and at most one mark at its end.

    The text as it is without a sample of what `lm` was trained on, if it is long, or no prose.
    """
    said = text.rstrip()
    if lm.corpus is None or not 0 < len(said) <= MOST or not PROSE.match(said) or not WORD.search(said):
        return text

    def cased(hit: re.Match) -> str:
        word = hit[0]
        often = times(lm, word) if word.islower() else math.inf
        written = (word.capitalize(), APART.get(word, word))
        return next((each for each in written if often <= SELDOM * times(lm, each) > 0), word)

    loud = said.isupper() and len(WORD.findall(said)) > 1
    careful = SHORTER.sub(lambda hit: LONG[hit[0]], said.lower() if loud else said)
    careful = re.sub(r"\bi\b(?!\.)", "I", WORD.sub(cased, careful))
    careful = re.sub(r"([?!])[?!]+\Z", r"\1", careful)
    careful = re.sub(r"\A(\W*)(\w)", lambda hit: hit[1] + hit[2].upper(), careful)
    return f"{careful}{'?' * (careful[-1].isalpha() and is_question(lm, careful))}{text[len(said) :]}"


def times(lm: Any, word: str) -> int:
    """How often the word stands in the sample, where no letter goes on with it."""
    ids = lm.vocabulary.encode(f" {word}")
    found = lm.corpus.count(ids)
    after = np.flatnonzero(found.next)
    ends = [not piece[:1].isalpha() for piece in lm.vocabulary.pieces(after.tolist())]
    return int(found.next[after][ends].sum()) if found.length == len(ids) else 0


def is_question(lm: Any, text: str) -> bool:
    """Whether most of the die after `text` is a question mark."""
    ids = lm.vocabulary.read(text)[-lm.config.n_positions :]
    return bool(chances(lm.trace_ids(ids).logits[-1:])[0, lm.vocabulary.encode("?")].sum() > SURELY)
