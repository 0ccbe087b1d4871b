"""Pictures read backwards: the captions that a picture fits best, and digits recognised in that way."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import gradio as gr
import numpy as np

from components import figures, prints
from components.page.following import following
from components.page.pace import VISITORS, paced
from components.page.tab import View
from components.page.widget import packed
from components.page.words import percent, say
from components.parts.chart import Chart, drawn
from components.tabs.paint.backwards import Backwards
from components.tabs.paint.recognise import Recognise
from model import (
    COLOURS,
    EACH,
    MAX_CHARACTERS,
    PIXELS,
    LanguageModel,
    digit_of,
    each_digit,
    posterior,
    unseen_digits,
    variants,
    wilson,
    within,
)

MOST, OWN, OTHERS = 16, 4, 3  # captions of a list; of them a visitor's own, and others of the library
TOGETHER = 4  # captions that are read before a page is told of them
GUESSED = 0.1  # of ten digits


def fits(lm: LanguageModel, captions: list, colours: list) -> dict:
    """Read a picture backwards: bits of the whole picture under each caption, and their shares by Bayes' rule.

    `colours`: 16 rows of 16 names, as /paint gives them. At most 16 captions, equally likely before the picture.
    """
    if not isinstance(captions, list) or not 0 < len(captions) <= MOST:
        raise ValueError(say("backwards.few", most=MOST))
    names = [name for row in colours for name in row] if all(isinstance(row, list) for row in colours) else []
    if len(names) != PIXELS or not all(name in COLOURS for name in names):
        raise ValueError(say("backwards.rows"))
    bits = lm.picture_bits([checked(lm, caption) for caption in captions], [COLOURS.index(name) for name in names])
    return {"bits": bits.sum(1).tolist(), "shares": posterior(bits.sum(1)).tolist()}


def checked(lm: LanguageModel, caption: object) -> str:
    """The caption, if it fits before a picture. Raises ValueError, which says why not."""
    text = caption if isinstance(caption, str) else ""
    if len(text) > MAX_CHARACTERS:
        raise ValueError(say("backwards.long", n=f"{len(text):,}", most=f"{MAX_CHARACTERS:,}"))
    lm.picture_prompt(text)
    return text


def fit_for(lm: LanguageModel, captions: Iterable[str]) -> Iterator[str]:
    """Those of `captions` that fit: a longer word may make one too long."""
    for caption in captions:
        try:
            yield checked(lm, caption)
        except ValueError:
            continue


def listed(lm: LanguageModel, caption: str, digit: int | None = None) -> dict[str, str]:
    """Captions to set beside `caption`, each with its kind: asked, changed or other; of a digit all ten."""
    library = [entry.text for chapter in lm.library for entry in chapter.entries if entry.tab == "paint"]
    others = [text for text in dict.fromkeys(library) if text != caption][:OTHERS]
    room = MOST - OWN - 1 - len(others)
    changed = variants(caption, room) if digit is None else each_digit(caption, digit)
    kinds = dict.fromkeys(fit_for(lm, others), "other") | dict.fromkeys(fit_for(lm, changed), "changed")
    return {checked(lm, caption): "asked"} | {text: kind for text, kind in kinds.items() if text != caption}


def ranked(captions: Sequence[str], bits: np.ndarray, kinds: dict[str, str]) -> list[dict]:
    """Rows of the list, the best first; `bits` (n, 256) of each pixel."""
    whole = bits.sum(1)
    shares = posterior(whole)
    return [
        {
            "caption": captions[i],
            "kind": kinds[captions[i]],
            "bits": float(whole[i]),
            "share": float(shares[i]),
            "pixels": packed(bits[i]),
        }
        for i in np.argsort(whole, kind="stable")
    ]


def scored(lm: LanguageModel, colours: Sequence[int], captions: Sequence[str]) -> Iterator[np.ndarray]:
    """Bits (n, 256) under the first n `captions`, a few more each time."""
    parts = []
    for first in range(0, len(captions), TOGETHER):
        parts.append(lm.picture_bits(captions[first : first + TOGETHER], colours))
        yield np.concatenate(parts)


def fitting(lm: LanguageModel, asked: dict) -> Iterator[dict]:
    """The list, caption by caption, for the picture that is `asked`: {run, own, caption, colours}, or {run, own, digit}.

    `own` are the visitor's captions; one that does not fit is left out, and `refused` says why.
    """
    told = {"run": int(asked["run"]), "caption": "", "colours": [], "digit": None, "rows": [], "of": 0}
    told |= {"over": False, "message": "", "refused": ""}
    try:
        caption, colours, digit = picture_of(lm, asked)
        told |= {"caption": caption, "colours": colours, "digit": digit}
        kinds, own = listed(lm, caption, digit), []
        for text in asked["own"][:OWN]:
            try:
                own += [checked(lm, text)] if text not in kinds else []
            except ValueError as error:
                told["refused"] = str(error)
        kinds |= dict.fromkeys(own, "own")
        captions, told["of"] = [*kinds], len(kinds)
        for bits in scored(lm, colours, captions):
            yield told | {"rows": ranked(captions, bits, kinds), "over": len(bits) == len(captions)}
    except (ValueError, TypeError, KeyError) as error:
        said = str(error) if type(error) is ValueError else say("backwards.none")
        yield told | {"over": True, "message": said}


def picture_of(lm: LanguageModel, asked: dict) -> tuple[str, list[int], int | None]:
    """Caption and colours of the picture that is asked for, and which digit it shows, if the world drew it."""
    if asked.get("digit") is not None:
        made = unseen_digits()[within("picture", asked["digit"], 10 * EACH)]
        return made.caption, made.pixels.ravel().tolist(), digit_of(made)
    colours = [within("colour", colour, len(COLOURS)) for colour in asked["colours"][:PIXELS]]
    if len(colours) < PIXELS:
        raise ValueError(say("backwards.none"))
    return checked(lm, asked["caption"]), colours, None


def fits_on_paper(lm: LanguageModel, caption: str, colours: Sequence[int]) -> prints.Drawing:
    """The list, to print: bits, and the share among the captions of the list."""
    kinds = listed(lm, caption)
    rows = ranked([*kinds], lm.picture_bits([*kinds], colours), kinds)
    said = [say("backwards.printed", bits=f"{row['bits']:.1f}", share=percent(row["share"])) for row in rows]
    title = say("backwards.printed_title", caption=prints.drawable(caption))
    return prints.bars([row["caption"] for row in rows], [row["bits"] for row in rows], said, title)


def tile(lm: LanguageModel, i: int) -> dict:
    """One of the hundred digits, what it was read as, and what its pixels cost under its caption and that one's."""
    made = unseen_digits()[i]
    digit = digit_of(made)
    bits = lm.picture_bits(each_digit(made.caption, digit), made.pixels.ravel().tolist()).sum(1)
    read = int(bits.argmin())
    told = {"digit": digit, "read": read, "bits": float(bits[digit]), "least": float(bits[read])}
    return told | {"caption": made.caption, "picture": "".join(f"{colour:x}" for colour in made.pixels.ravel())}


def recognising(lm: LanguageModel, asked: dict) -> Iterator[tuple[dict, dict]]:
    """A hundred digits, one after another: those since the last answer, what came of all so far, and their chart."""
    run, tiles = int(asked["run"]), []
    for some in paced(lm, (tile(lm, i) for i in range(10 * EACH))):
        first, before = len(tiles), len(tiles) // 10
        tiles += some
        told = {"run": run, "first": first, "tiles": some, "over": len(tiles) == 10 * EACH, **summary(tiles)}
        yield told, charted(tiles) if len(tiles) // 10 > before else gr.skip()


def summary(tiles: Sequence[dict]) -> dict:
    """How many were recognised, with the 95 % interval of the share, and what was confused most."""
    hits = sum(each["digit"] == each["read"] for each in tiles)
    low, high = wilson(hits, len(tiles))
    wrong = Counter((each["digit"], each["read"]) for each in tiles if each["digit"] != each["read"])
    (pair, times), *_ = wrong.most_common(1) or [((0, 0), 0)]
    told = {"n": len(tiles), "hits": hits, "low": low, "high": high, "guessed": low <= GUESSED <= high}
    return told | {"bits": float(np.median([each["bits"] for each in tiles])), "confused": [*pair, times]}


def charted(tiles: Sequence[dict]) -> dict:
    """The confusion matrix: rows are what was drawn, columns what was read."""
    counts = np.zeros((10, 10), int)
    for each in tiles:
        counts[each["digit"], each["read"]] += 1
    made = figures.confusion(counts, say("recognise.read"), say("recognise.drawn"), say("recognise.pictures"))
    return drawn(made, say("recognise.matrix"), say("recognise.matrix_is", n=len(tiles)), "confusion")


def cards(lm: LanguageModel, view: View) -> None:
    """The cards, and what they ask for."""
    many = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": VISITORS}
    many |= {"trigger_mode": "multiple"}
    backwards = Backwards(elem_id="backwards")
    fitted = backwards.fit(following(lm, fitting), backwards, backwards, **many)
    backwards.stop(None, None, None, cancels=[fitted])
    with gr.Row(elem_classes=["cards", "recognise-cards"]):
        recognise, chart = Recognise(elem_id="recognise"), Chart(elem_id="confusion")
    recognised = recognise.recognise(following(lm, recognising), recognise, [recognise, chart], **many)
    recognise.stop(None, None, None, cancels=[recognised])
    view.endpoint(fits)
