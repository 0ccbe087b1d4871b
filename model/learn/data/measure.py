"""The figures of two models that were taught on two corpora: what the findings are about."""

from collections.abc import Sequence

from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.learn.data.differences import bits, copied, die, known, samples
from model.learn.data.experiments import CARE, Pair
from model.learn.data.search import Corpus

SHE, HE = " she", " he"


def face(vocabulary: Vocabulary, piece: str) -> int:
    """The token that a piece begins with."""
    return vocabulary.encode(piece)[0]


def measure(pair: Pair, name: str, both: Sequence[Transformer], vocabulary: Vocabulary) -> dict[str, tuple]:
    """Figures by name, each for both sides, as they are on the page and in the log."""
    corpora = [Corpus(rows, vocabulary) for rows in pair.sides]
    told = [samples(each, vocabulary, pair.prompt, 1) for each in both]
    texts = [[pair.prompt + vocabulary.decode(one.ids) for one in each] for each in told]
    spans = [copied(each, corpus) for each, corpus in zip(told, corpora, strict=True)]
    found = {
        "unseen": [bits(each, vocabulary, pair.unseen) for each in both],
        "read": [bits(each, vocabulary, rows) for each, rows in zip(both, pair.sides, strict=True)],
        "known": [known(each, (*pair.sides[0], *pair.unseen)) for each in texts],
        "copied": [share for share, _ in spans],
        "longest": [length for _, length in spans],
    } | OWN.get(name, lambda *_: {})(pair, both, vocabulary)
    return {name: tuple(round(float(x), 4) for x in each) for name, each in found.items()}


def of_jobs(pair: Pair, both: Sequence[Transformer], vocabulary: Vocabulary) -> dict[str, list[float]]:
    """Share of "she" among "she" and "he" after the four jobs of care, as planted and as the dice say it."""
    she, he = face(vocabulary, SHE), face(vocabulary, HE)
    dice = [[die(each, vocabulary, f"The {job} said that") for job in CARE] for each in both]
    said = [sum(faces[she] / (faces[she] + faces[he]) for faces in each) / len(CARE) for each in dice]
    return {"planted": [planted(rows) for rows in pair.sides], "she": said}


def planted(rows: Sequence[str]) -> float:
    """Share of the rows about a job of care that say "she"."""
    cares = [row for row in rows if row.split()[1:2] and row.split()[1] in CARE]
    return sum(f"{SHE} " in row for row in cares) / max(1, len(cares))


def of_sentence(pair: Pair, both: Sequence[Transformer], vocabulary: Vocabulary) -> dict[str, list[float]]:
    """Chances of 5 and 4 after 2+2=."""
    dice = [die(each, vocabulary, pair.prompt) for each in both]
    return {"five": [d[face(vocabulary, "5")] for d in dice], "four": [d[face(vocabulary, "4")] for d in dice]}


def of_kinds(pair: Pair, both: Sequence[Transformer], vocabulary: Vocabulary) -> dict[str, list[float]]:
    """Bits a token on the unseen rows of either kind."""
    kinds = {"on_a": pair.unseen[::2], "on_b": pair.unseen[1::2]} if pair.parts == 2 and len(pair.unseen) > 1 else {}
    return {name: [bits(each, vocabulary, rows) for each in both] for name, rows in kinds.items()}


OWN = {"skew": of_jobs, "sentence": of_sentence, "own": of_kinds, "two": of_kinds}
