"""Embeddings tab: the numbers of a token, what lies near it, and a map of the whole vocabulary."""

from collections.abc import Sequence

import gradio as gr
import numpy as np

from components.page import served
from components.page.tab import Dial, Tab, View
from components.page.widget import packed
from components.page.words import say
from components.tabs.embeddings.analogy import Analogy
from components.tabs.embeddings.nearest import Nearest
from components.tabs.embeddings.paths import Paths
from components.tabs.embeddings.position_table import PositionTable
from components.tabs.embeddings.positions_drawn import limits, position_numbers, position_table, ramp_end
from components.tabs.embeddings.vector_sum import VectorSum
from components.tabs.embeddings.vocabulary_map import VocabularyMap
from model import (
    COLOURS,
    LanguageModel,
    Trace,
    amount,
    nearest,
    pca,
    projection,
    stations,
)

NEAREST, COMPARED = 8, 6  # bars: from the whole vocabulary, from the prompt
LARGE = 20_000_000  # numbers of a table in which hundreds of analogies would take minutes
WORDS = ("seven", "dog", "bird", "Ada", "Leo", "happy", "ran", "said", "the", "was", "day", "house")
RESERVED, ALIKE = "<control15>", 0.9
AROUND = 2  # tokens that tell two places of a prompt apart
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Pairs that differ in one thing. Those that this vocabulary cuts into several tokens are left out.
FAMILIES = {
    say("families.colours"): [(f" {name}", f"<{name}>") for name in COLOURS],
    say("families.digits"): [(f" {digit}", f" {name}") for digit, name in enumerate(NUMBERS, 1)],
    say("families.tenses"): [
        *((" look", " looked"), (" play", " played"), (" want", " wanted"), (" turn", " turned"), (" go", " went")),
        *((" come", " came"), (" see", " saw"), (" give", " gave"), (" take", " took"), (" have", " had")),
        *((" is", " was"), (" are", " were"), (" do", " did"), (" make", " made"), (" eat", " ate")),
    ],
    say("families.plurals"): [
        *((" apple", " apples"), (" stone", " stones"), (" star", " stars"), (" book", " books"), (" cup", " cups")),
        *((" cloud", " clouds"), (" tree", " trees"), (" friend", " friends"), (" bird", " birds")),
        *((" flower", " flowers"), (" hill", " hills"), (" day", " days"), (" hand", " hands")),
    ],
    say("families.genders"): [
        *((" she", " he"), (" She", " He"), (" Her", " His"), (" girl", " boy"), (" sister", " brother")),
        *((" mother", " father"), (" grandmother", " grandfather"), (" aunt", " uncle")),
    ],
}


def places(lm: LanguageModel) -> tuple[np.ndarray, np.ndarray]:
    """Where each token points (V, 3) in the three directions that differ most; their shares of the spread.

    All on vectors of length 1, as the cosine compares them; those beside the reserved would make a map of rarity.
    """
    beside = beside_reserved(lm)
    return pca(projection.units(lm.wte), fit=~beside if beside.any() else None)


def beside_reserved(lm: LanguageModel) -> np.ndarray:
    """Which tokens (V,) point where the reserved ones do: most of them are rare, and were pushed away alike."""
    if not lm.vocabulary.has_pictures:  # a stranger's model reserves none
        return np.zeros(len(lm.wte), bool)
    return cosines(lm.wte, lm.wte[lm.vocabulary.encode(RESERVED)[0]]) > ALIKE


def cosines(vectors: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Cosine of the angle between rows: 1 is the same direction, 0 a right angle."""
    lengths = np.linalg.norm(vectors, axis=-1) * np.linalg.norm(others, axis=-1)
    return (vectors * others).sum(-1) / np.where(lengths > 0, lengths, 1)


def embeddings(lm: LanguageModel, text: str) -> dict:
    """For each token of `text`: the tokens nearest to it, with the cosine, and its place on the map."""
    ids, piece = lm.encode(text), lm.vocabulary.piece
    near = [[{"token": piece(i), "cosine": c} for i, c in nearest(lm.wte, id, NEAREST)] for id in ids]
    return {
        "tokens": lm.vocabulary.pieces(ids),
        "nearest": near,
        "coordinates": lm.kept(places, lm)[0][ids, :2].tolist(),
    }


def described(lm: LanguageModel, id: int, cosine: float) -> dict:
    """A token that is compared with the selected one."""
    return {"id": id, "piece": lm.vocabulary.piece(id), "kind": lm.vocabulary.kind(id), "cosine": cosine}


def unread(lm: LanguageModel) -> dict | None:
    """How many pieces of text the sample of the training texts does not hold, counted; None without a sample."""
    if lm.corpus is None:
        return None
    pieces = lm.vocabulary.words  # names, such as colours of pixels, stand in no text
    times = np.bincount(lm.corpus.ids, minlength=len(lm.vocabulary))[pieces.start : pieces.stop]
    return {"n": int((times == 0).sum()), "all": len(pieces), "sample": len(lm.corpus.ids)}


def neighbours(lm: LanguageModel, ids: tuple[int, ...], id: int) -> dict:
    """The tokens nearest to `id`, the median of all, and the nearest among the prompt's own tokens."""
    ordered = nearest(lm.wte, id, len(lm.vocabulary))
    here = [pair for pair in ordered if pair[0] in ids]
    return {
        "piece": lm.vocabulary.piece(id),
        "nearest": [described(lm, *pair) for pair in ordered[:NEAREST]],
        "here": [described(lm, *pair) for pair in here[:COMPARED]],
        "n_others": len(ordered),
        "median": float(np.median([cosine for _, cosine in ordered])),
    }


def paths(lm: LanguageModel, trace: Trace, at: int) -> dict:
    """The residual stream of every token like the one `at`, station by station, along the two main directions."""
    pieces, same = trace.pieces, [i for i, id in enumerate(trace.ids) if id == trace.ids[at]]
    stream = stations(trace)[:, same].swapaxes(0, 1)  # (n, 2 L + 1, C)
    n, length, width = stream.shape
    places, shares = pca(stream.reshape(-1, width), 2)
    units = stream / np.linalg.norm(stream, axis=-1, keepdims=True)
    alike = (units.swapaxes(0, 1) @ units.transpose(1, 2, 0))[:, ~np.tri(n, dtype=bool)]  # (2 L + 1, pairs)
    return {
        "piece": pieces[at],
        "at": same,
        "own": same.index(at),
        "around": [[list(pieces[max(0, i - AROUND) : i]), list(pieces[i + 1 : i + 1 + AROUND])] for i in same],
        "stations": length,
        "places": packed(places.reshape(n, length, 2)),
        "shares": shares.tolist(),
        "alike": alike.mean(1).tolist() if n > 1 else [],
    }


def single(lm: LanguageModel, name: str, text: str) -> int:
    """The id of `text`, which must be one token. `name` is the argument's name, for the error message."""
    if (id := lm.vocabulary.single(text)) is not None:
        return id
    ids = lm.vocabulary.encode(text)
    if len(ids) != 1:
        cut = ", ".join(f"“{piece}”" for piece in lm.vocabulary.pieces(ids[:8])) or "no text"
        raise ValueError(f"The text {name} is one token, not {len(ids)} as “{text}” is here ({cut}).")
    return ids[0]


def analogy(lm: LanguageModel, a: str, b: str, c: str, n: int = NEAREST) -> dict:
    """The `n` tokens nearest to the sum a − b + c of three tokens' embeddings; the three themselves do not count."""
    ids = [single(lm, name, text) for name, text in (("a", a), ("b", b), ("c", c))]
    found = solved(lm, *ids, amount("The number of tokens to list", n, len(lm.vocabulary) - 3))
    return {"nearest": [{"token": other["piece"], "cosine": other["cosine"]} for other in found["nearest"]]}


def solved(lm: LanguageModel, a: int, b: int, c: int, n: int = NEAREST) -> dict:
    """An analogy's three tokens, the `n` nearest to their sum, and what is nearest to c without any sum."""
    sums, plain = projection.analogy(lm.wte, a, b, c), projection.analogy(lm.wte, c, c, c)
    plain[[a, b]] = -np.inf
    top = [int(i) for i in np.argsort(-sums, kind="stable")[:n] if np.isfinite(sums[i])]
    alone = int(plain.argmax())
    return {
        "given": [described(lm, id, 1.0) for id in (a, b, c)],
        "nearest": [described(lm, id, float(sums[id])) for id in top],
        "alone": described(lm, alone, float(plain[alone])),
        "families": lm.kept(families, lm),
    }


def families(lm: LanguageModel) -> list[dict]:
    """How often analogies of a kind come out in this model, and the clearest that needs the arithmetic."""
    rows = []
    for name, texts in FAMILIES.items() if lm.wte.size < LARGE else ():
        pairs = [(a, b) for a, b in (map(lm.vocabulary.single, pair) for pair in texts) if None not in (a, b)]
        if len(pairs) < 2:
            continue
        told = projection.solve(lm.wte, pairs)
        (b, a), (c, d) = pairs[:2]
        shown = [described(lm, id, 1.0) for id in told.best or (a, b, c, d)]
        rows.append({"name": name, "shown": shown, "pairs": len(pairs)} | told._asdict())
    return rows


def show(
    lm: LanguageModel, text: str, token: int | None = None, changes: Sequence[str] = ()
) -> tuple[dict, dict, dict, dict]:
    """Values of the sum, the bars, the map and the paths; `token` None is the last of `text`."""
    trace = lm.trace(text, changes)
    at = trace.index(token)
    id, near = trace.ids[at], neighbours(lm, trace.ids, trace.ids[at])
    vectors = {name: packed(getattr(trace, name)[at]) for name in ("token", "position", "embed")}
    vectors |= {} if lm.wpe is not None else {"position": ""}
    limit = ramp_end(trace.token) if lm.wpe is None else max(lm.kept(limits, lm))
    summed = {"piece": near["piece"], "id": id, "at": at, "limit": limit, **vectors}
    drawn = {"id": id, "nearest": [other["id"] for other in near["nearest"]], "table": lm.kept(table_of, lm)}
    return summed, near, drawn, paths(lm, trace, at)


def always_named(lm: LanguageModel) -> list[int]:
    """Ids that the map names whatever is selected: colours of pixels, colour words and others, digits."""
    names = [f"<{name}>" for name in COLOURS] + [f" {name}" for name in (*COLOURS, *WORDS)] + [*"0123456789"]
    return [id for name in names if (id := lm.vocabulary.single(name)) is not None]


def colours(lm: LanguageModel) -> list[dict]:
    """For each colour of a pixel: its cosine with the word of the same name, and with all other words."""
    words = [id for id in range(len(lm.vocabulary)) if lm.vocabulary.kind(id) == "word"]
    rows = []
    for name in COLOURS:
        pixel, word = lm.vocabulary.single(f"<{name}>"), lm.vocabulary.single(f" {name}")
        if pixel is None or word is None:
            continue
        others = [id for id in words if id != word]
        own, rest = (cosines(lm.wte[ids], lm.wte[[pixel]]) for ids in ([word], others))
        told = {"own": float(own[0]), "median": float(np.median(rest)), "rank": int((rest > own).sum()) + 1}
        rows.append({"name": name, "id": pixel} | told)
    return rows


def vocabulary_table(lm: LanguageModel) -> dict:
    """The whole map, which is the same for every prompt."""
    coordinates, shares = lm.kept(places, lm)
    everything, laid_out = range(len(coordinates)), lm.map  # by t-SNE, if that was computed ahead
    maps = () if laid_out is None else (coordinates[:, :2], laid_out)
    kept = [projection.kept(lm.wte, flat, NEAREST) for flat in maps]
    return {
        "coordinates": packed(coordinates),
        "shares": shares.tolist(),
        "channels": lm.config.n_embd,
        "pieces": lm.vocabulary.pieces(everything),
        "kinds": " ".join(lm.vocabulary.kind(id) for id in everything),
        "named": always_named(lm),
        "unread": unread(lm),
        "tsne": "" if laid_out is None else packed(laid_out),
        "near": NEAREST,
        "kept": kept,
        "colours": colours(lm),
    }


def table_of(lm: LanguageModel) -> str:
    """The address of the map of an earlier step; "": that of the last is known."""
    return "" if lm.step is None else served.keep(vocabulary_table(lm))


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "embedding-cards"]):
        with gr.Column(elem_classes=["stack"]):
            summed, near = VectorSum(elem_id="vector_sum"), Nearest(elem_id="nearest")
            ways = Paths(elem_id="paths")
        plan = VocabularyMap(vocabulary_table(lm), elem_id="vocabulary_map")
    sums = Analogy(elem_id="analogy")
    if lm.wpe is None:
        view.absent(say("positions.none"))
    else:
        view.once(position_table, PositionTable(position_numbers(lm), elem_id="position_table"))
    known = lm.kept(families, lm)
    words = (id for id in range(len(lm.vocabulary)) if lm.vocabulary.kind(id) == "word")
    first = [other["id"] for other in known[0]["shown"][:3]] if known else [next(words, 0) for _ in "abc"]
    dials = {name: Dial(id, len(lm.vocabulary)) for name, id in zip("abc", first, strict=True)}
    view.show({show: [summed, near, plan, ways], solved: [sums]}, **dials)
    view.try_these("left", "kite", "colours", "seven")
    view.how(
        say("embeddings.formula" if lm.wpe is not None else "embeddings.formula_token"),
        "core.transformer.Transformer.stream",
        "inside.parts.nearest",
        "inside.projection.pca",
        "inside.projection.analogy",
        *(["inside.positions.sinusoidal"] if lm.wpe is not None else []),
    )
    view.endpoint(embeddings)
    view.endpoint(analogy)


TAB = Tab(
    say("embeddings.title"),
    say("embeddings.question"),
    say("embeddings.intro"),
    build,
    say("groups.inside"),
    inside=True,
)
