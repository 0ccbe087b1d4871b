"""A worksheet for a class: a prompt with its tokens, three heads and its die; on a second page questions and answers."""

from textwrap import wrap

import numpy as np

from components import prints
from components.page.words import percent, say
from model import COLOUR_IDS, LanguageModel, Trace, bits_of, load_die, roles

A4 = (8.27, 11.69)  # inches
FACES, ROLLS, MOST_TOKENS = 8, 100, 60
LETTERS = 90  # of a line
ROLES = ("previous token", "first token", "same token before")  # whose clearest head is shown


def worksheet(lm: LanguageModel, text: str, caption: str) -> bytes:
    """Two pages as PDF. Raises ValueError if the prompt does not fit."""
    trace = lm.trace(text)
    if len(trace.ids) > MOST_TOKENS:
        raise ValueError(say("worksheet.too_long", n=len(trace.ids), most=MOST_TOKENS))
    heads, faces = chosen(lm), die(lm, trace)
    asked = questions(trace, heads, faces)
    return prints.printed(
        [
            (A4, lambda figure: shown(figure, trace, heads, faces, caption)),
            (A4, lambda figure: told(figure, asked, caption)),
        ],
        "pdf",
    )


def chosen(lm: LanguageModel) -> list[tuple[str, int, int]]:
    """Three heads: what each does, its layer and its number. Of each role the clearest, none twice."""
    found = lm.kept(roles, lm.transformer, lm.vocabulary.words, COLOUR_IDS if lm.vocabulary.has_pictures else None)
    heads: list[tuple[str, int, int]] = []
    for role in [name for name in ROLES if name in found.names]:
        scores = found.scores[found.names.index(role)].copy()
        for _, layer, head in heads:
            scores[layer, head] = -np.inf
        layer, head = np.unravel_index(scores.argmax(), scores.shape)
        heads.append((role, int(layer), int(head)))
    return heads


def die(lm: LanguageModel, trace: Trace) -> list[tuple[str, float]]:
    """The likeliest faces after the last token, and all others together."""
    dice = load_die(trace.logits[-1])
    faces = [
        (lm.vocabulary.piece(int(id)), float(p)) for id, p in zip(dice.ids[:FACES], dice.probs[:FACES], strict=True)
    ]
    return [*faces, (say("print.others"), float(dice.probs[FACES:].sum()))]


def shown(figure, trace: Trace, heads: list, faces: list, caption: str) -> None:
    """The first page: what the model read, where it looked, and the die that it loaded."""
    head(figure, say("worksheet.title"), caption)
    bits = [None, *bits_of(trace)]
    notes = [f"{i}" if b is None else f"{i} · {b:.1f}" for i, b in enumerate(bits)]
    prints.chips(trace.pieces, notes, say("worksheet.tokens"))(figure.add_axes((0.08, 0.66, 0.86, 0.2)))
    for i, (role, layer, number) in enumerate(heads):
        title = say("worksheet.head", layer=layer, head=number, role=role)
        axes = figure.add_axes((0.12 + 0.3 * i, 0.37, 0.2, 0.2))
        prints.matrix(trace.pattern[layer, number], trace.pieces, "", key=False)(axes)
        axes.set_title(title, loc="left", size=9)
    names, chances = zip(*faces, strict=True)
    title = say("worksheet.die", token=prints.drawable(trace.pieces[-1]))
    prints.bars(names, chances, [percent(p) for p in chances], title)(figure.add_axes((0.2, 0.08, 0.7, 0.2)))


def told(figure, asked: list[tuple[str, str]], caption: str) -> None:
    """The second page: questions with room to write, and below, to be folded away, what is right."""
    head(figure, say("worksheet.questions"), caption)
    for i, (question, _) in enumerate(asked):
        y = 0.89 - 0.088 * i
        figure.text(0.08, y, "\n".join(wrap(f"{i + 1}.  {question}", LETTERS)), size=11, va="top")
        figure.add_artist(prints.rule(0.08, 0.94, y - 0.066))
    figure.add_artist(prints.rule(0.04, 0.96, 0.235, "--"))
    figure.text(0.08, 0.225, say("worksheet.fold"), size=9, va="top", weight="bold")
    for i, (_, answer) in enumerate(asked):
        figure.text(0.08, 0.2 - 0.022 * i, f"{i + 1}.  {prints.drawable(answer)}", size=9, va="top")


def head(figure, title: str, caption: str) -> None:
    """A page's title and the line at its foot."""
    figure.text(0.08, 0.93, title, size=18, weight="bold")
    figure.text(0.08, 0.03, prints.drawable(caption), size=8, color=prints.INK_3)


def questions(trace: Trace, heads: list, faces: list) -> list[tuple[str, str]]:
    """Questions about this very prompt, each with the answer that the pass gives."""
    pieces, (first, chance) = trace.pieces, faces[0]
    bits = bits_of(trace)
    most = int(bits.argmax()) + 1 if len(bits) else 0
    _, layer, number = heads[0]
    row = trace.pattern[layer, number, -1]
    looked = int(row.argmax())
    asked = [
        ("count", {}, {"n": len(pieces)}),
        ("likeliest", {}, {"token": first, "chance": percent(chance)}),
        ("rolls", {"n": ROLLS, "token": first}, {"n": round(ROLLS * chance)}),
        ("others", {"n": FACES}, {"chance": percent(faces[-1][1])}),
        ("bits", {"token": first}, {"bits": f"{-np.log2(chance):.2f}", "chance": f"{chance:.4f}"}),
    ]
    if len(bits):
        asked.append(("surprise", {}, {"token": pieces[most], "i": most, "bits": f"{bits[most - 1]:.1f}"}))
    place = {"layer": layer, "head": number, "token": pieces[-1]}
    asked.append(("looks", place, {"token": pieces[looked], "i": looked, "weight": f"{row[looked]:.2f}"}))
    safe = {name: [{k: prints.drawable(str(v)) for k, v in part.items()} for part in parts] for name, *parts in asked}
    return [(say(f"worksheet.ask.{name}", **q), say(f"worksheet.tell.{name}", **a)) for name, (q, a) in safe.items()]
