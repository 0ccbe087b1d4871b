"""A text that was typed in a hurry, as what a model has read is mostly written: its capitals, and how it ends.

Which words have a capital the sample of its training says, by counting ("truecasing", Lita et al. 2003); whether a
question is over says the model's own die.
"""

import re
from collections.abc import Callable

import numpy as np

from model.core.vocabulary import Vocabulary
from model.found.corpus import Corpus

MOST = 400  # characters; whoever pastes more has not typed it
SELDOM = 0.05  # times as often in small letters: so seldom is a name written
SURELY = 0.5  # the chance of a question mark from which on a question is over
PROSE = re.compile(r"[^{}()\[\]<>=_#\\|/@]*\Z")  # no sum, no code, no address
WORD = re.compile(r"(?<![\w'’])[^\W\d_]{2,}")
THUMBED = {"u": "you", "ur": "your", "pls": "please", "plz": "please", "thx": "thanks", "im": "I'm", "dont": "don't"}
HURRIED = re.compile(rf"\b(?:{'|'.join(THUMBED)})\b(?!['’])")


def truecased(text: str, corpus: Corpus | None, vocabulary: Vocabulary, dice: Callable[[str], np.ndarray]) -> str:
    """`text` with the capitals of what was read, "please" for "pls", and at most one mark at its end.

    `dice` gives the chances (V,) of the token after a text. Without a corpus, too long, or no prose: the text as it is.
    """
    said = text.rstrip()
    if corpus is None or not 0 < len(said) <= MOST or not PROSE.match(said) or not WORD.search(said):
        return text

    def times(word: str) -> int:
        ids = vocabulary.encode(f" {word}")
        found = corpus.count(ids)
        return found.times if found.length == len(ids) else 0

    def cased(hit: re.Match) -> str:
        word, name = hit[0], hit[0].capitalize()
        is_name = word.islower() and (often := times(name)) and times(word) <= SELDOM * often
        return name if is_name else word

    loud = said.isupper() and len(WORD.findall(said)) > 1
    small = said.lower() if loud else said
    small = HURRIED.sub(lambda hit: THUMBED[hit[0]], small)
    small = re.sub(r"\bi\b(?!\.)", "I", WORD.sub(cased, small))
    small = re.sub(r"([?!])[?!]+\Z", r"\1", small)
    small = re.sub(r"\A(\W*)(\w)", lambda hit: hit[1] + hit[2].upper(), small)
    asks = small[-1].isalpha() and bool(dice(small)[vocabulary.encode("?")].sum() > SURELY)
    return f"{small}{'?' * asks}{text[len(said) :]}"
