"""Compose: the same seed plays the same, numbers are those of a whole pass, and what cannot be read stays as it is."""

import base64

import numpy as np
import pytest

from components.tabs.compose import tab as compose
from model import EOT, NOTE_IDS, PITCHES, SIXTEENTHS, Shaping, load_die, read_notes

CALM = "a calm tune at a slow tempo in C major, in 3/4"


def rolled(lm, caption=CALM, ids=(), steps=24, temperature=0.8, seed=7):
    asked = {"caption": caption, "temperature": temperature, "seed": seed, "ids": list(ids), "steps": steps, "run": 1}
    return [token for value in compose.composing(lm, asked) for token in value["tokens"]]


def test_every_chance_is_that_of_a_whole_pass(lm):
    made = rolled(lm)
    ids, start = [each["id"] for each in made], lm.tune_prompt(CALM)
    trace = lm.trace_ids(start + ids)
    for i, each in enumerate(made):
        die = load_die(trace.logits[len(start) - 1 + i], Shaping(0.8))
        by_id = dict(zip(die.ids.tolist(), die.probs, strict=True))
        shown = np.frombuffer(base64.b64decode(each["die"]), "<f4")
        assert np.allclose(shown, [by_id[id] for id in compose.SHOWN], atol=1e-4)
        raw = dict(zip(die.ids.tolist(), die.raw, strict=True))[each["id"]]
        assert each["bits"] == pytest.approx(-np.log2(raw), abs=1e-3)


def test_the_same_seed_plays_the_same_also_note_by_note(lm):
    ids = [each["id"] for each in rolled(lm)]
    assert ids == [each["id"] for each in rolled(lm)]
    parts = [each["id"] for each in rolled(lm, steps=2)]
    while len(parts) < len(ids):
        parts += [each["id"] for each in rolled(lm, ids=parts, steps=2)]
    assert parts[: len(ids)] == ids
    assert ids != [each["id"] for each in rolled(lm, seed=8)]


def test_notes_read_back_are_those_that_fell(lm):
    made = rolled(lm, steps=129)
    names = [each["piece"].strip("<>") for each in made]
    notes = read_notes([each["id"] for each in made])
    assert [name for name, _ in zip(names[::2], notes, strict=False)] == [
        "rest" if pitch is None else PITCHES[pitch] for pitch, _ in notes
    ]
    assert [SIXTEENTHS[name] for name, _ in zip(names[1::2], notes, strict=False)] == [length for _, length in notes]


def test_what_is_no_note_ends_the_rolling_and_is_told(lm):
    for seed in range(7, 15):
        made = rolled(lm, temperature=2.0, seed=seed, steps=129)
        odd = [each["id"] for each in made if each["id"] not in compose.SHOWN]
        assert len(odd) <= 1
        if odd:
            assert made[-1]["id"] == odd[0]
            return
    pytest.fail("no heat makes this model say a word in a tune")


def test_stop_frees_the_work_at_the_next_token(lm, slowly):
    """Each token is an answer of its own: who stops listening stops the rolling."""
    rolled = slowly(0)
    run = compose.composing(lm, {"caption": CALM, "temperature": 0.8, "seed": 7, "ids": [], "steps": 100, "run": 1})
    for _ in range(3):
        next(run)
    run.close()
    assert len(rolled) == 3 and lm.busy == 0


@pytest.mark.parametrize("place", [0, 4, 9])
def test_the_dice_of_a_note(lm, place):
    ids = [each["id"] for each in rolled(lm, steps=8)]
    place = min(place, len(ids))
    die, look = compose.inspect(lm, {"caption": CALM, "temperature": 0.8, "ids": ids, "place": place})
    start = lm.tune_prompt(CALM)
    trace = lm.trace_ids(start + ids)
    expected = load_die(trace.logits[len(start) - 1 + place], Shaping(0.8))
    likeliest = die["pitch"]["faces"][: compose.FACES]
    assert [face["id"] for face in likeliest] == expected.ids[: compose.FACES].tolist()
    assert np.allclose([face["p"] for face in likeliest], expected.probs[: compose.FACES])
    assert (die["length"] is None) == (place == len(ids))
    assert [face["id"] for face in die["pitch"]["faces"] if face["fell"]] == ids[place : place + 1]
    assert look["before"] == len(start) and len(look["pieces"]) == len(start) + place


def test_requests_that_cannot_be_played_are_refused(lm):
    for text, said in (
        ("", "empty"),
        ("<tune>", "empty"),
        ("🐧", "leaves nothing"),
        ("x" * 6000, "at most 5,000"),
        ("a cat " * 200, "at most 320"),
    ):
        with pytest.raises(ValueError, match=said):
            compose.show(lm, text, 0.8, 7)
    for text in ("שלום", "<img src=x onerror=alert(1)>", "a\0b", "a tune in 99/16"):
        assert compose.show(lm, text, 0.8, 7)["caption"] == text


def test_a_tune_in_the_prompt_is_read_as_one(lm):
    shown = compose.show(lm, f"{CALM}<tune><C4><1/4><E4><1/2>", 0.8, 7)
    assert shown["caption"] == CALM and shown["bar"] == 12 and shown["asked"]["key"] == "C major"
    assert [token["piece"] for token in shown["given"]] == ["<C4>", "<1/4>", "<E4>", "<1/2>"]
    assert compose.show(lm, "a sleepy tune in 4/4", 0.8, 7)["untaught"] == ["in 4/4"]


def test_only_what_tunes_are_made_of_is_shown():
    assert len(compose.SHOWN) == 58 and compose.SHOWN[-1] == EOT and compose.SHOWN[0] == NOTE_IDS.start
