"""Compose tab: a request becomes a tune, rolled note by note; every note's dice and what they looked at stay open."""

from collections.abc import Iterator

import gradio as gr
import numpy as np

from components import prints
from components.page.following import following
from components.page.tab import Tab, View
from components.page.widget import packed
from components.page.words import say
from components.parts.rolled import dials, wire
from components.tabs.compose.note_die import NoteDie
from components.tabs.compose.note_look import NoteLook
from components.tabs.compose.printed import roll
from components.tabs.compose.tune import Tune
from model import (
    EOT,
    MAX_CHARACTERS,
    MAX_SEED,
    MOST_NOTES,
    NOTE_IDS,
    PITCHES,
    SIXTEENTHS,
    WARM,
    LanguageModel,
    Shaping,
    amount,
    chances,
    load_die,
    read_notes,
    read_request,
    sixteenths,
    told,
    within,
    wordings,
)

FACES = 7  # that are told of a die
MOST_TOKENS = 2 * MOST_NOTES + 1
SHOWN = [*[*NOTE_IDS][: len(PITCHES) + 1 + len(SIXTEENTHS)], EOT]  # whose chances are drawn: what a tune is made of


def read(lm: LanguageModel, text: str) -> tuple[str, list[int]]:
    """The request in a prompt, and the notes behind it where it is a tune that was opened as a prompt."""
    if len(text) > MAX_CHARACTERS:
        return text, []
    return lm.vocabulary.read_tune(lm.vocabulary.encode(text))


def show(lm: LanguageModel, text: str, temperature: float, seed: int) -> dict:
    """What the tune's card needs to offer composing `text`. Raises ValueError if it is no request."""
    lm.encode(text)  # says what does not fit
    caption, given = read(lm, text)
    start, request = lm.tune_prompt(caption), read_request(caption)
    return {
        "caption": caption,
        "start": lm.vocabulary.decode(start),
        "asked": request._asdict(),
        "metre": request.drawn,
        "bar": sixteenths(request.drawn),
        "beats": request.beats_per_minute,
        "untaught": request.untaught,
        "given": [{"id": id, "piece": lm.vocabulary.piece(id)} for id in given],
        "temperature": temperature,
        "seed": seed,
        "room": lm.config.n_positions - len(start),
    }


def rolled(
    lm: LanguageModel, caption: str, notes: list[int], steps: int, shaping: Shaping, seed: int
) -> Iterator[dict]:
    """Up to `steps` tokens behind `notes`, each with its die. Ends with the tune, or with what belongs to none."""
    for step in lm.compose(caption, notes, steps, shaping, amount("A seed", seed, MAX_SEED - 1)):
        id, die = step.ids.item(), step.probs[0]
        bits = -step.logprobs.item() / np.log(2)
        yield {
            "id": id,
            "piece": lm.vocabulary.piece(id),
            "bits": float(bits),
            "die": packed(die[SHOWN].numpy()),
        }
        if id not in SHOWN or id == EOT:
            return


def whole(lm: LanguageModel, caption: str, shaping: Shaping, seed: int) -> Iterator[dict]:
    """A tune from its beginning, as far as it goes, at most as long as any that was taught."""
    return rolled(lm, caption, [], steps(lm, caption, [], MOST_TOKENS), shaping, seed)


def compose(
    lm: LanguageModel, caption: str, temperature: float = WARM.temperature, top_k: int = 0, seed: int = 0
) -> Iterator[dict]:
    """Compose for `caption`: tokens, pitch and length by turns, and their ln probabilities, as far as they go."""
    tokens, logprobs = [], []
    for made in whole(lm, caption, Shaping(temperature, top_k), seed):
        tokens.append(made["piece"])
        logprobs.append(-made["bits"] * float(np.log(2)))
        yield {"tokens": tokens, "logprobs": logprobs}


def steps(lm: LanguageModel, caption: str, notes: list[int], wanted: int) -> int:
    """`wanted`, or as many as there is room for."""
    return min(wanted, lm.config.n_positions - len(lm.tune_prompt(caption)) - len(notes))


def composing(lm: LanguageModel, asked: dict) -> Iterator[dict]:
    """What the widget gets while a tune is rolled: each token as it falls, so that Stop frees the work at the next.

    `asked` is the widget's value: {run, caption, temperature, seed, ids, steps}, ids as far as composed.
    """
    try:
        run, caption, shaping = int(asked["run"]), str(asked["caption"]), Shaping(asked["temperature"])
        notes = [within("token", id, lm.config.vocab_size) for id in asked["ids"]]
        most = steps(lm, caption, notes, amount("The number of tokens", asked["steps"], lm.config.n_positions))
        place = len(notes)
        for made in rolled(lm, caption, notes, max(0, most), shaping, asked["seed"]):
            yield {"run": run, "first": place, "tokens": [made], "over": False}
            place += 1
        yield {"run": run, "first": place, "tokens": [], "over": True}
    except ValueError as error:
        raise gr.Error(str(error), print_exception=False) from None


def opened(lm: LanguageModel, scores: np.ndarray, shaping: Shaping, fell: int | None) -> dict:
    """The die of one row of scores (V,)."""
    dice = load_die(scores, shaping)
    seen = [rank for rank, id in enumerate(dice.ids) if rank < FACES or id == fell]
    faces = [
        {
            "id": int(dice.ids[rank]),
            "piece": lm.vocabulary.piece(int(dice.ids[rank])),
            "p": float(dice.probs[rank]),
            "raw": float(dice.raw[rank]),
            "fell": bool(dice.ids[rank] == fell),
        }
        for rank in seen
    ]
    held = dice.probs[dice.probs > 0]
    return {
        "faces": faces,
        "others": max(0.0, 1 - sum(face["p"] for face in faces)),
        "entropy": float(-(held * np.log2(held)).sum()),
    }


def inspect(lm: LanguageModel, tune: dict) -> tuple[dict, dict]:
    """The dice of one note, and attention (L, H, T so far) of the token that loads the first of them.

    `tune` is the widget's value: {caption, temperature, ids, place}, ids as far as composed.
    """
    start = lm.tune_prompt(str(tune["caption"]))
    notes = [within("token", id, lm.config.vocab_size) for id in tune["ids"]]
    place = within("place", tune["place"], len(notes) + 1)
    ids, before, shaping = start + notes, len(start) - 1 + place, Shaping(tune["temperature"])
    trace = lm.trace_ids(ids)
    fell = [*notes, None, None][place : place + 2]
    dice = [
        opened(lm, trace.logits[at], shaping, id)
        for at, id in enumerate(fell, before)
        if at == before or fell[0] is not None
    ]
    die = {
        "place": place,
        "pitch": dice[0],
        "length": dice[1] if len(dice) == 2 and fell[0] != EOT else None,
        "whole": packed(chances(trace.logits[before : before + 1], shaping)[0, SHOWN]),
        "bits": told(trace.logits[len(start) - 1 : -1], notes).tolist(),
    }
    rows = trace.pattern[:, :, before, : before + 1]
    look = {"place": place, "shape": rows.shape[:2], "rows": packed(rows), "before": len(start)}
    return die, look | {"pieces": trace.pieces[: before + 1]}


def on_paper(lm: LanguageModel, text: str, temperature: float, seed: int) -> prints.Drawing:
    """The tune that the prompt and the settings give, as a piano roll, to print."""
    caption, given = read(lm, text)
    ids = given or [made["id"] for made in whole(lm, caption, Shaping(temperature), seed)]
    return roll(read_notes(ids), PITCHES, sixteenths(read_request(caption).drawn), caption)


def build(lm: LanguageModel, view: View) -> None:
    tune = Tune(wordings(), MOST_TOKENS, elem_id="tune")
    temperature, seed = dials("compose", 7)
    with gr.Row(elem_classes=["cards", "compose-cards"]):
        die, look = NoteDie(elem_id="note_die"), NoteLook(elem_id="note_look")
    view.show({show: [tune]}, temperature=temperature, seed=seed)
    wire(tune, seed, following(lm, composing), tune, following(lm, inspect), [die, look])
    view.prints(tune=on_paper)
    view.begin_with("back")
    view.try_these("back", "sad", "hot")
    view.how(say("compose.formula"), "core.generate.roll_on", "core.sampling.shape")
    view.endpoint(compose)


TAB = Tab(
    say("compose.title"),
    say("compose.question"),
    say("compose.intro"),
    build,
    say("groups.make"),
    lacks=lambda lm: "" if lm.vocabulary.has_pictures else say("compose.none"),
)
