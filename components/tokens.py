"""Tokens tab: one text cut three ways, what each cut costs, and how the selected piece came about."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import gradio as gr

from components.tab import Dial, Tab, View
from components.widgets.cuts import Cuts
from components.widgets.token_card import TokenCard
from components.widgets.token_costs import TokenCosts
from model import LanguageModel, assembly, merges

DRAWN = 600  # characters in the first row; more chips than that make the page slow
WORD = re.compile(r"\s?\w+|\s?[^\w\s]+|\s+")  # a word or a run of signs, with the space before it
CODE_POINTS = 0x110000 - 0x800  # what Unicode can number, without halves of surrogate pairs


def tokens(lm: LanguageModel, text: str) -> dict:
    """Pieces, ids and bytes of the tokens that the model reads for `text`."""
    ids = lm.encode(text)
    return {
        "pieces": lm.vocabulary.pieces(ids),
        "ids": ids,
        "bytes": [list(lm.vocabulary.bytes_of(id)) for id in ids],
    }


def spans(parts: Sequence[bytes]) -> list[list[int]]:
    """[start, end) of each part in bytes, when they stand one after another."""
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part))
    return [[start, end] for start, end in pairwise(ends)]


def row(name: str, pieces: Sequence[str], parts: Sequence[bytes], drawn: int | None = None) -> dict:
    """One way to cut: the first `drawn` pieces as text, what bytes they cover, and how many there are."""
    return {
        "name": name,
        "count": len(pieces),
        "pieces": list(pieces[:drawn]),
        "spans": spans(parts[:drawn]),
        "hex": [part.hex(" ").upper() for part in parts[:drawn]],
    }


def rows(lm: LanguageModel, text: str) -> list[dict]:
    """`text` as characters, as words and as the pieces that the model reads."""
    words, ids = WORD.findall(text), lm.encode(text)
    characters = row("characters", text, [c.encode() for c in text], DRAWN)
    characters["codes"] = [f"{ord(c):04X}" for c in text[:DRAWN]]
    pieces = row("pieces", lm.vocabulary.pieces(ids), [lm.vocabulary.bytes_of(id) for id in ids])
    return [
        characters,
        row("words", words, [word.encode() for word in words]),
        pieces | {"ids": ids, "kinds": [lm.vocabulary.kind(id) for id in ids]},
    ]


def costs(lm: LanguageModel, text: str, cuts: list[dict]) -> dict:
    """How long each way to cut makes `text`, and how many entries its vocabulary needs."""
    n_bytes, context = len(text.encode()), lm.config.n_positions
    counts = {"bytes": n_bytes} | {cut["name"]: cut["count"] for cut in cuts}
    needed = {"bytes": 256, "characters": CODE_POINTS, "words": None, "pieces": len(lm.vocabulary)}
    ways = [
        {
            "name": name,
            "count": count,
            "bytes_per_token": n_bytes / count,
            "share": count / context,
            "weights": count * (count + 1) // 2,
            "vocabulary": needed[name],
        }
        for name, count in counts.items()
    ]
    return {"ways": ways, "context": context}


def detail(lm: LanguageModel, id: int) -> dict:
    """What there is to know about one entry of the vocabulary."""
    vocabulary = lm.vocabulary
    spelled, whole = vocabulary.bytes_of(id), vocabulary.decode([id]) == vocabulary.piece(id)
    steps = [
        {"rank": m.rank, "pieces": vocabulary.pieces([m.left, m.right, m.joined])} for m in assembly(vocabulary, id)
    ]
    beside = [i for i in (id - 1, id + 1) if 0 <= i < len(vocabulary)]
    return {
        "piece": vocabulary.piece(id),
        "kind": vocabulary.kind(id) if whole else "fragment",
        "hex": spelled.hex(" ").upper(),
        "n_bytes": len(spelled),
        "spaced": spelled.startswith(b" "),
        "steps": steps,
        "beside": [{"id": i, "piece": vocabulary.piece(i)} for i in beside],
    }


def show(lm: LanguageModel, text: str, as_bytes: int = 0) -> tuple[dict, dict, dict]:
    """Values of the three rows, of the token's card and of the costs."""
    cuts = rows(lm, text)
    ids = cuts[-1]["ids"]
    card = {
        "ids": ids,
        "details": {str(id): detail(lm, id) for id in dict.fromkeys(ids)},
        "n_merges": len(merges(lm.vocabulary)),
        "n_tokens": len(lm.vocabulary),
    }
    return {"rows": cuts, "as_bytes": as_bytes}, card, costs(lm, text, cuts)


def build(lm: LanguageModel, view: View) -> None:
    cuts = Cuts(elem_id="cuts")
    with gr.Row(elem_classes=["cards", "token-cards"]):
        card, costs_card = TokenCard(elem_id="token_card"), TokenCosts(elem_id="token_costs")
    view.show(partial(show, lm), [cuts, card, costs_card], as_bytes=Dial(0, 2))
    view.try_this("How is a rare word cut?", "Eid al-Fitr is a celebration", token=4)
    view.try_this("Is a kite the same token as a Kite?", "The kite, the Kite, the KITE", token=1)
    view.try_this("How does it read numbers?", "2+2=4 and 2024", token=6)
    view.try_this("What becomes of 🐧 and of another script?", "🐧 says مرحبا", token=0)
    view.how(
        "start from bytes; join the neighbours that were merged first in training, until no merge fits,",
        "vocabulary.Vocabulary.encode",
        "merges.assembly",
    )
    view.endpoint(partial(tokens, lm))


TAB = Tab(
    "Tokens",
    "What does the model read?",
    "Tokens: a text is cut into pieces from a fixed list, and the model sees only their numbers. "
    "Frequent words are one piece, rare ones are spelled from several.",
    build,
)
