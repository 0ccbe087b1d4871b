"""English captions of tunes, in many wordings; a caption says some of mood, key, metre, tempo and form."""

import random

from model.world.pictures.captions import with_article

MOOD_WORDS = {
    "happy": ("happy", "happy", "cheerful", "merry", "joyful"),
    "sad": ("sad", "sad", "gloomy", "unhappy"),
    "calm": ("calm", "calm", "peaceful", "quiet", "gentle"),
    "brave": ("brave", "brave", "proud", "bold"),
    "playful": ("playful", "playful", "funny", "cheeky"),
    "sleepy": ("sleepy", "sleepy", "tired"),
    "spooky": ("spooky", "spooky", "creepy"),
    "stormy": ("stormy", "stormy", "wild", "angry"),
    "dreamy": ("dreamy", "dreamy", "soft"),
    "lonely": ("lonely", "lonely", "longing"),
}
NOUNS = {
    "happy": ("tune", "melody", "song", "dance"),
    "sad": ("tune", "melody", "song"),
    "calm": ("tune", "melody", "song"),
    "brave": ("tune", "melody", "march", "march"),
    "playful": ("tune", "melody", "song", "dance"),
    "sleepy": ("tune", "melody", "lullaby", "lullaby"),
    "spooky": ("tune", "melody", "song"),
    "stormy": ("tune", "melody", "dance"),
    "dreamy": ("tune", "melody", "song"),
    "lonely": ("tune", "melody", "song"),
}
TEMPO_WORDS = {
    "very slow": ("very slow",),
    "slow": ("slow",),
    "walking": ("walking",),
    "lively": ("lively", "lively", "brisk"),
    "fast": ("fast", "fast", "quick"),
    "very fast": ("very fast",),
}
METRE_WORDS = {
    "3/4": ("in 3/4", "in 3/4 time", "in three", "with three beats in a bar"),
    "4/4": ("in 4/4", "in 4/4 time", "in four", "with four beats in a bar"),
}
# `{a}` "a happy tune", `{tempo}` "slow", `{key}` "in D major", `{metre}` "in 3/4 time".
TEMPO_FORMS = (
    "{a} at a {tempo} pace",
    "{a} at a {tempo} pace",
    "{a} at a {tempo} tempo",
    "{a}, played at a {tempo} pace",
    "{a} with a {tempo} tempo",
)
FRAMES = (
    *("{body}",) * 8,
    "play {body}",
    "play me {body}",
    "i want to hear {body}",
    "please play {body}",
    "write {body}",
    "make {body}",
    "let us hear {body}",
    "here is {body}",
    "this is {body}",
)


def tune_caption(rng: random.Random, truth: dict[str, str]) -> str:
    """A caption that says the mood, mostly the tempo, and some of "key", "metre" and "form" of `truth`."""
    mood, tempo = rng.choice(MOOD_WORDS[truth["mood"]]), rng.choice(TEMPO_WORDS[truth["tempo"]])
    noun = rng.choice(NOUNS[truth["mood"]])
    way = rng.random()
    if way < 0.4 and tempo != "walking":
        body = with_article(f"{tempo}, {mood} {noun}" if rng.random() < 0.5 else f"{tempo} and {mood} {noun}")
    elif way < 0.8:
        form = rng.choice(TEMPO_FORMS)
        body = form.format(a=with_article(f"{mood} {noun}"), tempo=tempo)
    else:
        body = with_article(f"{mood} {noun}")
    return rng.choice(FRAMES).format(body=add_tails(rng, body, truth))


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
