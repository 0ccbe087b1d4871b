"""Claims about layers and dice; see `choose` for what a claim is."""

from collections.abc import Sequence

import numpy as np

from model.core.sampling import Shaping, divergence, load_die, roll
from model.found.demonstrations import Demonstration
from model.inside.effects import effects
from model.inside.lens import lens, stations
from model.language_model import LanguageModel

SEED = 7  # of the page's first rolls


def index_of(lm: LanguageModel, text: str, word: str, last: bool = False) -> int:
    """Where the first or last token `word` stands in `text`; -1 if nowhere."""
    places = [i for i, piece in enumerate(lm.trace(text).pieces) if piece.strip() == word]
    return (places[-1] if last else places[0]) if places else -1


def die_after(lm: LanguageModel, text: str, edits: Sequence[str] = ()) -> np.ndarray:
    """Probabilities (V,) of the token after `text`, by id."""
    dice = load_die(lm.trace(text, edits).logits[-1])
    return dice.raw[np.argsort(dice.ids)]


def bits(probs: np.ndarray) -> float:
    """Entropy of a die."""
    return float(-(probs * np.log2(np.maximum(probs, 1e-30))).sum())


# Layers


def decides_late(lm: LanguageModel, text: str) -> Demonstration | None:
    """The answer has a third of the die at the end, and less than a tenth after the first layer."""
    trace = lm.trace(text)
    probs = np.exp(lens(lm.transformer, trace, len(trace.ids) - 1).astype(np.float64))
    answer = int(probs[-1].argmax())
    at = int(np.argmax(probs[:, answer] > probs[-1, answer] / 2))
    holds = probs[-1, answer] > 0.33 and probs[2, answer] < 0.1
    last = {"layer": lm.config.n_layer - 1}
    slots = {"word": lm.vocabulary.piece(answer).strip()}
    return Demonstration(text, None, last, slots=slots, measured=float(at)) if holds else None


def fires(lm: LanguageModel, text: str) -> Demonstration | None:
    """Some neurons of the last layer fire at a word more than at any other token of the text."""
    trace, word = lm.trace(text), text.split()[1]
    at, last = index_of(lm, text, word), lm.config.n_layer - 1
    neurons = trace.neurons[last]
    only = int(((neurons.argmax(0) == at) & (neurons[at] > 0)).sum())
    return (
        Demonstration(text, at, {"layer": last}, slots={"word": word}, measured=only) if at >= 0 and only >= 8 else None
    )


def one_writes_most(lm: LanguageModel, text: str) -> Demonstration | None:
    """At a full stop one half-layer writes clearly more than the others."""
    trace = lm.trace(text)
    at = index_of(lm, text, ".")
    added = np.linalg.norm(np.diff(stations(trace)[:, at], axis=0), axis=1)
    second, first = np.sort(added)[-2:]
    return (
        Demonstration(text, at, {"layer": int(added.argmax()) // 2}, measured=float(first / second))
        if first > 1.1 * second
        else None
    )


def answer_falls(lm: LanguageModel, text: str) -> Demonstration | None:
    """Without one head the likeliest token loses more than half of its chance."""
    ids = lm.encode(text)
    found = effects(lm.transformer, ids)
    late = found.heads[lm.config.n_layer // 3 :]  # without an early one nothing is left of the model
    layer, head = np.unravel_index(late.argmin(), late.shape)
    layer += lm.config.n_layer // 3
    edit, word = f"head {layer}.{head} off", lm.vocabulary.piece(found.id).strip()
    left = die_after(lm, text, [edit])[found.id] / np.exp(found.logprob)
    slots = {"word": word, "layer": int(layer), "head": int(head)}
    return (
        Demonstration(text, None, {}, (edit,), slots, float(left))
        if left < 0.5 and np.exp(found.logprob) > 0.3
        else None
    )


# Start


def goes_on(lm: LanguageModel, text: str) -> Demonstration | None:
    """Rolled five times, most dice have several faces to bet on, and none falls on a rare one or on the end."""
    ids, favourites, fallen = lm.encode(text), [], []
    for _ in range(5):
        dice = load_die(lm.trace_ids(ids).logits[-1])
        (rank,), _ = roll(dice, SEED, ids, 1)
        favourites.append(float(dice.probs[0]))
        fallen.append(float(dice.probs[rank]))
        ids.append(int(dice.ids[rank]))
    known = all(lm.vocabulary.kind(id) != "control" for id in ids)
    holds = known and min(fallen) > 0.08 and sorted(favourites)[-2] < 0.9 and favourites[0] < 0.8
    return Demonstration(text, measured=float(np.mean(favourites))) if holds else None


# Dice


def has_faces(lm: LanguageModel, text: str) -> Demonstration | None:
    """A die with a favourite that falls about every second time, and several other faces."""
    probs = die_after(lm, text)
    word = lm.vocabulary.piece(int(probs.argmax())).strip()
    controls = {"rolls": 20, "temperature": 1.0, "top_k": 0, "top_p": 1.0}
    holds = 0.3 < probs.max() < 0.75 and 1 < bits(probs) < 3.5 and word.isalpha()
    return Demonstration(text, None, controls, slots={"word": word}, measured=float(probs.max())) if holds else None


def loses_faces(lm: LanguageModel, text: str) -> Demonstration | None:
    """At temperature 1 the favourite has less than half of the die, so that 0 takes most of it away."""
    probs = die_after(lm, text)
    return (
        Demonstration(text, None, {"temperature": 0.0}, measured=float(probs.max()))
        if 0.1 < probs.max() < 0.5
        else None
    )


def grows_alike(lm: LanguageModel, text: str) -> Demonstration | None:
    """At temperature 2 the favourite loses more than half of its chance."""
    probs = die_after(lm, text)
    hot = load_die(lm.trace(text).logits[-1], Shaping(temperature=2.0)).probs.max()
    controls = {"temperature": 2.0, "top_k": 0, "top_p": 1.0}
    return Demonstration(text, None, controls, measured=float(hot / probs.max())) if hot < probs.max() / 2 else None


def beats_counting(lm: LanguageModel, text: str) -> Demonstration | None:
    """Where the training texts tell what follows, the transformer is nearer to them than the 5-gram model is."""
    ids = lm.encode(text)
    counts = lm.corpus.count(ids)
    if counts.times < 10:
        return None
    data = counts.next / counts.times
    ngram = lm.kept(lm.corpus.ngram).next(np.array(ids))
    ours, theirs = divergence(data, die_after(lm, text)), divergence(data, ngram / ngram.sum())
    return (
        Demonstration(text, None, {"temperature": 1.0}, measured=float(theirs - ours)) if ours + 0.2 < theirs else None
    )
