"""Paint: pictures that are painted together are those of each alone; what is kept stays; fingers are counted."""

import gradio as gr
import numpy as np
import pytest

from components.parts import rolled
from components.tabs.paint import album, tab
from model import COLOURS, PIXELS, VERSIONS_DRAWN, VERSIONS_HELD_OUT, Shaping, count_fingers

CAPTIONS = ("a red ball on white", "a hand", "a cat")


def alone(lm, caption, temperature, seed):
    return [step.rank.item() for step in lm.paint(caption, Shaping(temperature), seed)]


def asked(caption="a cat", seeds=range(3), temperature=0.8, **more):
    wanted = [{"caption": caption, "seed": seed, "temperature": temperature} for seed in seeds]
    return {"run": 7, "wanted": wanted, **more}


def filled(answers, n, kept=()):
    """The pictures that the answers paint, and their bits."""
    colours, bits = np.full((n, PIXELS), -1), np.zeros((n, PIXELS))
    colours[:, : len(kept)] = kept
    for each in (each for answer in answers for each in answer["together"]):
        rows = slice(each["first"], each["first"] + len(each["colours"]))
        assert (colours[rows, each["pixel"]] == -1).all()  # nothing comes twice, what is kept not at all
        colours[rows, each["pixel"]], bits[rows, each["pixel"]] = each["colours"], each["bits"]
    return colours, bits


def test_together_as_alone(lm, monkeypatch):
    monkeypatch.setattr(album, "AT_ONCE", 2)
    seeds = range(3)  # more than go at once
    answers = [*album.painting(lm, asked(seeds=seeds))]
    colours, bits = filled(answers, len(seeds))
    assert [*map(list, colours)] == [alone(lm, "a cat", 0.8, seed) for seed in seeds]
    steps = [*lm.paint("a cat", Shaping(0.8), 1)]
    assert bits[1] == pytest.approx([-step.logprobs.item() / np.log(2) for step in steps], abs=1e-4)
    assert answers[-1]["over"] and not any(answer["over"] for answer in answers[:-1])


def test_captions_and_temperatures_differ(lm):
    wanted = [
        {"caption": caption, "seed": 4, "temperature": t} for caption, t in zip(CAPTIONS, (0, 0.8, 2), strict=True)
    ]
    colours, _ = filled(album.painting(lm, {"run": 1, "wanted": wanted}), 3)
    assert [*map(list, colours)] == [alone(lm, each["caption"], each["temperature"], 4) for each in wanted]


def test_what_is_kept_stays_and_the_seed_goes_on(lm):
    whole = alone(lm, "a cat", 1.5, 2)
    kept = whole[:100]
    colours, bits = filled(album.painting(lm, asked(seeds=[2, 3], temperature=1.5, kept=kept)), 2, kept)
    assert list(colours[0]) == whole and list(colours[1, :100]) == kept and not bits[:, :100].any()
    drawn = [COLOURS.index("purple")] * 64
    colours, _ = filled(album.painting(lm, asked(seeds=[2], kept=drawn)), 1, drawn)
    assert list(colours[0, :64]) == drawn and (colours >= 0).all()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (asked(seeds=range(65)), "65 pictures"),
        (asked(seeds=[-1]), "A seed is a whole number"),
        (asked(seeds=[1.5]), "A seed is a whole number"),
        (asked(temperature=11), "Temperature"),
        (asked(temperature=None), "Temperature"),
        (asked(""), "empty"),
        (asked("a cat " * 40), "tokens; at most"),
        (asked("${x}\0 😀" * 2000), "at most"),
        (asked(kept=[16]), "colour"),
        (asked(kept=[0] * 256), "number of pixels that stay"),
    ],
)
def test_what_does_not_fit_is_said(lm, given, said):
    (answer,) = album.painting(lm, given)
    assert said in answer["message"] and answer["over"] and not answer["together"]
    (answer,) = tab.counting(lm, given)
    assert said in answer["message"] and answer["fingers"] == []


def test_fingers(lm, monkeypatch):
    monkeypatch.setattr(album, "AT_ONCE", 2)
    n = 3
    answers = [*tab.counting(lm, asked("a hand", range(n)))]
    hands = [np.reshape(alone(lm, "a hand", 0.8, seed), (16, 16)) for seed in range(n)]
    assert answers[-1]["fingers"] == [count_fingers(hand) for hand in hands]
    assert answers[-1]["data"] == [5] * n  # of training, where every hand has five
    assert not answers[0]["fingers"]


def test_stopped(lm):
    going = album.painting(lm, asked(seeds=range(4)))
    next(going)
    assert lm.busy
    going.close()
    assert not lm.busy


def test_a_picture_as_a_prompt_is_its_caption(lm):
    prompt = lm.vocabulary.decode(lm.picture_prompt("a cat")) + "<red>" * 256
    colours, _ = filled(album.painting(lm, asked(prompt, [5])), 1)
    assert list(colours[0]) == alone(lm, "a cat", 0.8, 5)


def test_what_it_never_saw():
    for (version, animal), (never, often, plain) in zip(VERSIONS_HELD_OUT, tab.trios(), strict=True):
        assert animal not in VERSIONS_DRAWN[version]
        assert never == f"a {version} {animal} on white" and plain == f"a {animal} on white"
        assert often.split()[1] == version and often.split()[2] in VERSIONS_DRAWN[version]


def test_what_comes_late_finds_another_value_and_shows_nothing_new():
    """`always_last` asks with what the canvas holds by then: an offer, strokes, nothing."""
    seen = []
    for value in (None, {"caption": "a cat", "start": ""}, {"first": 3, "colours": [1], "bits": [0.1]}):
        assert rolled.placed(seen.append, 2, value) == [gr.skip()] * 2 and not seen
    rolled.placed(seen.append, 2, {"caption": "a cat", "pixel": 0, "colours": []})
    rolled.placed(seen.append, 2, {"caption": "a tune", "place": 0, "ids": []})
    assert len(seen) == 2
