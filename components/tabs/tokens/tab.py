"""Tokens tab: one text cut three ways, merge by merge, what each cut costs, and a tokenizer of one's own."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

import gradio as gr
import regex

from components import prints
from components.page.arguments import AtMost
from components.page.tab import Dial, Tab, View
from components.page.words import say
from components.tabs.tokens.cuts import Cuts
from components.tabs.tokens.merge_steps import MergeSteps
from components.tabs.tokens.own_tokenizer import OwnTokenizer
from components.tabs.tokens.token_card import TokenCard
from components.tabs.tokens.token_costs import TokenCosts
from model import MAX_SAMPLE, LanguageModel, assembly, cut_words, learn_merges, lengths, made_in_sample, merges, steps

DRAWN = 600  # characters in the first row; more chips than that make the page slow
CHARACTER = regex.compile(r"\X")  # what people see as one: a letter with its marks, a flag, a family
MERGED, LATEST, CHIPS = 120, 24, 400  # bytes joined step by step; pieces learned last; chips of each cut
ENTRIES, LEAST, MOST = 400, 256, 1000  # of a tokenizer of one's own
SAMPLE = """\
Once upon a time there was a little town by the sea, and above the town stood a lighthouse. Every evening the keeper \
climbed the long stairs, lit the lamp and looked at the water. The sky was blue, then red, then black, and the light \
turned over the harbour, over the green hills and over the white houses. "Good night, boats," said the keeper. She \
wrote in her book what she had seen that day: seven ships, two whales, one storm far away in the north, and a yellow \
kite that somebody had lost. Nothing in the book was ever thrown away, because the sea forgets and a keeper must not.

Her daughter Mira had a red kite and a small brown dog. In the morning they ran down to the market, where the baker \
sold warm bread, the farmer sold apples and plums, and the old sailor sold stories. "Tell me the one about the fox and \
the moon," said Mira. The sailor was happy to tell it again. A fox saw the moon in a bucket of water and wanted to \
carry it home. He walked slowly, he walked carefully, but at every step the moon broke into silver pieces. When the \
water was quiet again the moon was whole, and so the fox learned to sit still. "That is not the end," said the sailor, \
"but the end costs one apple." Mira laughed and gave him a big green one, and then she listened.

How does a ship find the way at night? The captain knows the lights. Each lighthouse has its own song: one flashes \
twice and waits, another flashes three times quickly, a third is green when the water is deep and red when there are \
rocks. Whoever can count can read them. The captain counts the seconds, opens a thick book and finds the name of the \
place. Then the ship turns, slowly, away from the rocks and towards the harbour. On the shore somebody is waiting with \
a warm coat, a lamp and a dog. Perhaps it is you; perhaps it is raining; perhaps nobody says a word, and the light \
goes round and round above your heads, as it did before you were born, as it will do when all of us are sleeping.
"""
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
    seen, words, ids = CHARACTER.findall(text), cut_words(text), lm.encode(text)
    characters = row("characters", seen, [c.encode() for c in seen], DRAWN)
    characters["codes"] = [" ".join(f"{ord(point):04X}" for point in c) for c in seen[:DRAWN]]
    n, spelled = len(lm.vocabulary.start), [lm.vocabulary.bytes_of(id) for id in ids]
    covered = [b""] * n + spelled[n:]
    pieces = row("pieces", lm.vocabulary.pieces(ids), spelled) | {"spans": spans(covered)}
    if b"".join(covered) != text.encode():  # a list of words leaves the spaces out
        pieces["spans"] = [list(span) for span in lm.vocabulary.where(text)]
    return [
        characters,
        row("words", words, [word.encode() for word in words]),
        pieces | {"ids": ids, "kinds": [lm.vocabulary.kind(id) for id in ids]},
    ]


def costs(lm: LanguageModel, text: str, cuts: list[dict]) -> dict:
    """How long each way to cut makes `text`, and how many entries its vocabulary needs."""
    n_bytes, context = len(text.encode()), lm.config.reach
    cut = {cut["name"]: cut["count"] for cut in cuts}
    counts = {"bytes": n_bytes, "code_points": len(text), "words": cut["words"], "pieces": cut["pieces"]}
    needed = {"bytes": 256, "code_points": CODE_POINTS, "words": None, "pieces": len(lm.vocabulary)}
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
    vocabulary, made_by = lm.vocabulary, lm.kept(merges, lm.vocabulary)
    spelled, whole = vocabulary.bytes_of(id), vocabulary.decode([id]) == vocabulary.piece(id)
    steps = [{"rank": m.rank, "pieces": vocabulary.pieces([m.left, m.right, m.joined])} for m in assembly(made_by, id)]
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


def merging(lm: LanguageModel, text: str) -> dict:
    """The first words of `text` from bytes to pieces, one merge at a time; how often each was made in the sample.

    A message in place of all that, where the model's tokenizer does not merge bytes.
    """
    if not lm.vocabulary.is_bytes:
        return {"message": say("merges.characters" if lm.vocabulary.joins else "merges.no_bytes")}
    vocabulary, learned = lm.vocabulary, lm.kept(merges, lm.vocabulary)
    found = steps(vocabulary, learned, text, MERGED)
    often = lm.kept(made_in_sample, vocabulary, lm.corpus) if lm.corpus else {}
    start = [id for word in found.words for id in word]
    made = [
        {
            "rank": merge.rank,
            "pieces": vocabulary.pieces([merge.left, merge.right, merge.joined]),
            "places": places,
            "often": often.get(merge.joined),
        }
        for merge, places, _ in found.steps
    ]
    return {
        "start": vocabulary.pieces(start),
        "words": [i for i, word in enumerate(found.words) for _ in word],
        "names": [vocabulary.kind(id) in ("control", "colour", "note") for id in start],
        "steps": made,
        "drawn": sum(len(vocabulary.bytes_of(id)) for id in start),
        "bytes": sum(len(vocabulary.bytes_of(id)) for id in lm.encode(text)),
        "n_merges": len(learned.by_joined),
        "sample": len(lm.corpus.ids) if lm.corpus else None,
    }


def own_tokenizer(
    lm: LanguageModel, text: str, sample: Annotated[str, AtMost(MAX_SAMPLE)], vocab_size: int = ENTRIES
) -> dict:
    """Byte-pair encoding trained on `sample`: what it learned, and `text` cut by it and by the model's tokenizer."""
    learned, theirs = lm.kept(learn_merges, sample, vocab_size), lm.encode(text)
    spell, ids = learned.vocabulary.pieces, learned.vocabulary.encode(text)
    merges_made = [
        {"rank": merge.rank, "pieces": spell([merge.left, merge.right, merge.joined]), "made": made}
        for merge, made in zip(learned.merges.order, learned.made, strict=True)
    ]
    return {
        "tokens": spell(ids),
        "model_tokens": lm.vocabulary.pieces(theirs),
        "bytes": len(text.encode()),
        "asked": vocab_size,
        "entries": LEAST + len(merges_made),
        "model_entries": lm.vocabulary.known - lm.vocabulary.names,
        "model_names": lm.vocabulary.names,
        "alike": lm.vocabulary.has_pictures,  # its texts were cut into the same words as this one's
        "merges": merges_made,
        "lengths": lengths(lm.kept(learn_merges, sample, MOST), text),
        "sample": {
            "characters": len(CHARACTER.findall(sample)),
            "bytes": len(sample.encode()),
            "tokens": learned.n_tokens,
        },
    }


def own_card(lm: LanguageModel, text: str, own: str = SAMPLE, size: int = ENTRIES) -> dict:
    """The card's part of `own_tokenizer`: the pieces learned last, and as many chips as are drawn; or a message."""
    try:
        found = own_tokenizer(lm, text, own, int(size))
    except ValueError as error:
        return {"message": str(error)}
    counts = {name: len(found[name]) for name in ("tokens", "model_tokens")}
    drawn = {name: found[name][:CHIPS] for name in counts}
    ends = {"least": LEAST, "most": MOST}
    return (
        found | drawn | ends | {"counts": counts, "merges": found["merges"][-LATEST:], "n_merges": len(found["merges"])}
    )


def show(lm: LanguageModel, text: str, as_bytes: int = 0) -> tuple[dict, dict, dict, dict]:
    """Values of the three rows, of the token's card, of the costs and of the merges."""
    cuts = rows(lm, text)
    ids = cuts[-1]["ids"]
    card = {
        "ids": ids,
        "details": {str(id): detail(lm, id) for id in dict.fromkeys(ids)},
        "n_merges": len(lm.kept(merges, lm.vocabulary).by_joined),
        "of_bytes": lm.vocabulary.is_bytes,
        "n_tokens": len(lm.vocabulary),
    }
    return {"rows": cuts, "as_bytes": as_bytes}, card, costs(lm, text, cuts), merging(lm, text)


def on_paper(lm: LanguageModel, text: str) -> prints.Drawing:
    """The tokens with their ids, to print."""
    found = tokens(lm, text)
    return prints.chips(found["pieces"], [str(id) for id in found["ids"]], say("print.chips", n=len(found["ids"])))


def build(lm: LanguageModel, view: View) -> None:
    cuts = Cuts(elem_id="cuts")
    with gr.Row(elem_classes=["cards", "token-cards"]):
        card, costs_card = TokenCard(elem_id="token_card"), TokenCosts(elem_id="token_costs")
    joined = MergeSteps(elem_id="merge_steps")
    with gr.Row(elem_classes=["cards", "own-cards"]):
        with gr.Column(elem_classes=["card", "controls"]):
            gr.HTML(f"<h2>{say('tokens.train')}</h2>")
            hint = say("tokens.own_is")
            own = gr.Textbox(SAMPLE, label=say("tokens.own"), info=hint, lines=14, max_lines=22, elem_id="own_text")
            hint = say("tokens.size_is")
            size = gr.Slider(LEAST, MOST, ENTRIES, step=4, label=say("tokens.size"), info=hint, elem_id="own_size")
        trained = OwnTokenizer(elem_id="own_tokenizer")
    parts = {show: [cuts, card, costs_card, joined], own_card: [trained]}
    view.show(parts, as_bytes=Dial(0, 2), own=own, size=size)
    view.prints(chips=on_paper)
    view.try_these("rare", "kite", "numbers", "script")
    view.how(
        say("tokens.formula" if lm.vocabulary.is_bytes else "tokens.formula_own"),
        "core.vocabulary.Vocabulary.encode",
        "found.merges.steps",
        "found.merges.assembly",
        "core.vocabulary.train_tokenizer",
    )
    view.endpoint(tokens)
    view.endpoint(own_tokenizer)


TAB = Tab(
    say("tokens.title"),
    say("tokens.question"),
    say("tokens.intro"),
    build,
    say("groups.inside"),
)
