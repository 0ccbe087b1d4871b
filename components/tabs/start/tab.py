"""Start: a sentence and a picture grow, roll by roll; the visitor guesses first, then rolls."""

import math

import gradio as gr
import numpy as np

from components.page.following import following
from components.page.tab import Dial, Tab, View
from components.page.widget import packed
from components.page.words import say
from components.parts.die import face
from components.tabs.start.doors import Doors
from components.tabs.start.painting import Painting
from components.tabs.start.stage import Stage
from model import CAPTION_TOKENS, COLOUR_IDS, PAINT, LanguageModel, bits_of, cards_for, load_die, roll, within

FACES, GUESSES, SEED, SEEDS = 12, 3, 7, 1000
CAPTIONS = (
    "a red house on green",
    "a happy face with a hat",
    "a yellow duck on blue",
    "a green tree",
    "two orange fish",
)


def loaded(lm: LanguageModel, text: str, seed: int) -> dict:
    """The sentence so far, the die over its next token, and where that falls."""
    trace = lm.trace(text)
    dice = load_die(trace.logits[-1])
    (rank,), (spot,) = roll(dice, seed, trace.ids, 1)
    faces = [face(lm, dice, i) for i in range(min(FACES, len(dice.ids)))]
    rest = {
        "count": len(dice.ids) - len(faces),
        "p": float(dice.probs[FACES:].sum()),
        "raw": float(dice.raw[FACES:].sum()),
    }
    return {
        "pieces": list(trace.pieces),
        "kinds": [lm.vocabulary.kind(id) for id in trace.ids],
        "faces": faces,
        "others": rest,
        "guesses": GUESSES,
        "next": {"rank": int(rank), "spot": spot.tolist(), **face(lm, dice, int(rank))},
        "full": len(trace.ids) >= lm.config.n_positions,
        "seed": seed,
    }


def painting(lm: LanguageModel, picture: int = 0) -> dict:
    """A picture and the die of each of its pixels; without any if this model paints none."""
    picture = within("picture", picture, SEEDS)
    if not lm.vocabulary.has_pictures:
        return {"caption": "", "colours": [], "shares": "", "picture": picture}
    return {**lm.kept(painted, lm, picture)}  # everybody begins with the same one


def painted(lm: LanguageModel, picture: int) -> dict:
    """The same of a model that paints."""
    caption = CAPTIONS[picture % len(CAPTIONS)]
    colours = [step.rank.item() for step in lm.paint(caption, PAINT, picture)]
    ids = lm.picture_prompt(caption) + [COLOUR_IDS[colour] for colour in colours]
    scores = lm.trace_ids(ids).logits[CAPTION_TOKENS - 1 : -1, COLOUR_IDS.start : COLOUR_IDS.stop] / PAINT.temperature
    shares = np.exp(scores - np.logaddexp.reduce(scores, -1, keepdims=True))
    return {"caption": caption, "colours": colours, "shares": packed(shares), "picture": picture}


def another(lm: LanguageModel, value: dict) -> dict:
    """The next picture."""
    return painting(lm, value["picture"])


def looks(lm: LanguageModel, text: str) -> dict:
    """What the doors show: how its last token looks back, in the head that looks back most, and what each token costs."""
    trace = lm.trace(text)
    last = trace.pattern[:, :, -1]
    far = last[:, :, :-1].sum(-1) - last[:, :, 0] if len(trace.ids) > 2 else last.sum(-1)
    layer, head = (int(i) for i in np.unravel_index(far.argmax(), far.shape))
    chapters = [say(f"library.{chapter.name}") for chapter in lm.library]
    shown = {"pieces": list(trace.pieces), "weights": packed(last[layer, head]), "layer": layer, "head": head}
    shown |= {"bits": bits_of(trace).tolist(), "untaught": math.log2(lm.config.vocab_size)}
    return shown | {"chapters": chapters, "claims": [say(f"limits.{card}_title") for card in cards_for(lm)]}


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["card", "stage-card"]):
        stage, picture = Stage(elem_id="stage"), Painting(elem_id="painting")
    doors = Doors(elem_id="doors")
    view.show({loaded: [stage], looks: [doors]}, seed=Dial(SEED, SEEDS))
    view.once(painting, picture)  # apart: the first die need not wait for it
    private = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}
    picture.another(following(lm, another), picture, picture, **private)
    view.begin_with("first")


TAB = Tab(say("start.title"), say("start.question"), say("start.intro"), build)
