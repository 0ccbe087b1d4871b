"""English captions of tunes, in many wordings; a caption says some of mood, key, metre, tempo and form."""

import random

from model.world.language.tables import Table
from model.world.language.words import with_article

LINES = Table(__file__, "captions")
MOOD_WORDS, NOUNS, TEMPO_WORDS, METRE_WORDS = (LINES[name].lists for name in ("moods", "nouns", "tempos", "metres"))


def tune_caption(rng: random.Random, truth: dict[str, str]) -> str:
    """A caption that says the mood, mostly the tempo, and some of "key", "metre" and "form" of `truth`."""
    mood, tempo = rng.choice(MOOD_WORDS[truth["mood"]]), rng.choice(TEMPO_WORDS[truth["tempo"]])
    noun = rng.choice(NOUNS[truth["mood"]])
    way = rng.random()
    if way < 0.4 and tempo != "walking":
        body = with_article(f"{tempo}, {mood} {noun}" if rng.random() < 0.5 else f"{tempo} and {mood} {noun}")
    elif way < 0.8:
        form = rng.choice(LINES["tempo forms"])
        body = form.format(a=with_article(f"{mood} {noun}"), tempo=tempo)
    else:
        body = with_article(f"{mood} {noun}")
    return rng.choice(LINES["frames"]).format(body=add_tails(rng, body, truth))


def add_tails(rng: random.Random, body: str, truth: dict[str, str]) -> str:
    """`body` with the key, the metre and the form behind it, each or none."""
    tails = []
    if rng.random() < 0.6:
        tails.append(f"in {truth['key']}")
    if rng.random() < 0.6:
        tails.append(rng.choice(METRE_WORDS[truth["metre"]]))
    rng.shuffle(tails)
    if len(tails) == 2:  # enough: a caption has room for about twenty words
        return " ".join([body, ", ".join(tails) if rng.random() < 0.5 else " ".join(tails)])
    if rng.random() < 0.3:
        tails.append(rng.choice(("with phrases {form}", "in the form {form}")).format(form=truth["form"]))
    return " ".join([body, *tails])
