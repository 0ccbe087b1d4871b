"""Animate: the same seed rolls the same, numbers are those of a whole pass, and what does not fit is refused."""

import base64
import io
import random

import gradio as gr
import numpy as np
import pytest
from PIL import Image

from components.parts import pixels
from components.tabs.animate import tab as animate
from model import CAPTION_TOKENS, CLIP, COLOUR_IDS, COLOURS, FRAMES, PALETTE, PIXELS, Shaping, load_die
from model.learn.demos import animating
from model.learn.demos.choose import CANDIDATES
from model.world.clips import clips as world

BALL = "a blue ball moves to the left"


def rolled(lm, caption=BALL, seed=12):
    return list(pixels.strokes(lm, caption, Shaping(0.8), seed, CLIP))


def test_the_shape_is_that_of_the_world():
    assert (world.FRAMES, world.SIDE) == (FRAMES, animate.SIDE) and PIXELS == FRAMES * animate.SIDE**2


def test_every_surprise_is_that_of_a_whole_pass(lm):
    fell = rolled(lm)
    ids = [COLOUR_IDS[colour] for colour, _ in fell]
    trace = lm.trace_ids([*lm.picture_prompt(BALL, CLIP), *ids])
    scores = trace.logits[CAPTION_TOKENS - 1 : -1, COLOUR_IDS.start : COLOUR_IDS.stop].astype(np.float64)
    told = scores - np.logaddexp.reduce(scores, 1, keepdims=True)
    expected = told[np.arange(PIXELS), [colour for colour, _ in fell]]
    assert np.allclose([logprob for _, logprob in fell], expected, atol=1e-3)
    assert rolled(lm) == fell != rolled(lm, seed=13)


@pytest.mark.parametrize("pixel", [0, 63, 64, 140, 255])
def test_the_die_and_the_look_of_a_pixel(lm, pixel):
    colours = [colour for colour, _ in rolled(lm)]
    value = {"caption": BALL, "temperature": 0.8, "colours": colours, "pixel": pixel}
    die, look = pixels.inspect(lm, value, CLIP)
    before = CAPTION_TOKENS - 1 + pixel
    trace = lm.trace_ids([*lm.picture_prompt(BALL, CLIP), *(COLOUR_IDS[colour] for colour in colours)])
    expected = load_die(trace.logits[before, COLOUR_IDS.start : COLOUR_IDS.stop], Shaping(0.8))
    assert [face["name"] for face in die["faces"]] == [COLOURS[id] for id in expected.ids]
    assert np.allclose([face["p"] for face in die["faces"]], expected.probs)
    rows = np.frombuffer(base64.b64decode(look["rows"]), "<f4").reshape(*look["shape"], -1)
    assert np.allclose(rows, trace.pattern[:, :, before, : before + 1]) and np.allclose(rows.sum(-1), 1, atol=1e-5)
    assert list(look["pieces"]) == lm.vocabulary.pieces(lm.vocabulary.encode(BALL))


@pytest.mark.parametrize("wrong", [{"pixel": 256}, {"pixel": -1}, {"pixel": 9}, {"colours": [16]}, {"caption": ""}])
def test_pixels_that_are_none_are_refused(lm, wrong):
    with pytest.raises(ValueError, match=r"There is no|empty"):
        pixels.inspect(lm, {"caption": BALL, "temperature": 0.8, "colours": [2, 2], "pixel": 0} | wrong, CLIP)


def test_captions_that_do_not_fit_are_refused(lm):
    refused = {
        "": "Say what to animate",
        "🐧": "Say what to animate",
        "a cat " * 40: "at most 31",
        "x" * 6000: "at most 5,000",
    }
    for text, said in refused.items():
        with pytest.raises(ValueError, match=said):
            animate.show(lm, text, 0.8, 12)
    for text in ("שלום", "<img src=x onerror=alert(1)>", "a\0b", "${x}"):
        assert animate.show(lm, text, 0.8, 12)["caption"] == text
    for temperature, seed, said in ((-1, 0, "Temperature"), (0.8, -1, "A seed"), (0.8, 1.5, "A seed")):
        with pytest.raises(ValueError, match=said):
            next(animate.animate(lm, BALL, temperature, 0, seed))


def test_a_clip_in_the_prompt_is_read_as_one(lm):
    colours = [colour for colour, _ in rolled(lm)]
    text = lm.vocabulary.decode([*lm.picture_prompt(BALL, CLIP), *(COLOUR_IDS[colour] for colour in colours)])
    shown = animate.show(lm, text, 0.8, 12)
    assert shown["caption"] == BALL and shown["painted"] == colours
    assert np.allclose(shown["paid"], [-logprob / np.log(2) for _, logprob in rolled(lm)], atol=1e-2)
    assert animate.frames_of(lm, text, 0.8, 99).ravel().tolist() == colours  # given, not rolled
    begun = lm.vocabulary.decode([*lm.picture_prompt(BALL, CLIP), COLOUR_IDS[3]])
    assert animate.frames_of(lm, begun, 0.8, 12).ravel().tolist() == [3] + [0] * (PIXELS - 1)
    picture = lm.vocabulary.decode([*lm.picture_prompt(BALL), COLOUR_IDS[3]])
    assert pixels.read(lm, picture, CLIP)[1] == []


def test_the_gif_moves_as_the_clip_does(lm):
    frames = animate.frames_of(lm, BALL, 0.8, 12)
    film = Image.open(io.BytesIO(animate.film(lm, BALL, 0.8, 12)))
    assert film.n_frames == 4 and film.info["loop"] == 0
    for i, frame in enumerate(frames):
        film.seek(i)
        drawn = np.array(film.convert("RGB"))[16::32, 16::32]
        table = [[int(PALETTE[colour][j : j + 2], 16) for j in (1, 3, 5)] for colour in frame.ravel()]
        assert drawn.reshape(-1, 3).tolist() == table and film.info["duration"] == animate.FRAME_MS


def test_a_refused_roll_is_an_error_of_the_page(lm):
    class Scene:
        def asked(self, scene):
            return scene

    with pytest.raises(gr.Error, match="Say what to animate"):
        next(pixels.rolling(lm, Scene(), {"text": "", "temperature": 0.8, "seed": 1}, CLIP))


# What the invitations claim, on clips of which the truth is known


def frames(*places, colour=9, behind=2):
    """A dot at those places (row, column) on a plain ground."""
    made = np.full((4, 8, 8), behind)
    for frame, place in zip(made, places, strict=False):
        frame[place] = colour
    return made


@pytest.mark.parametrize(
    ("places", "way", "does"),
    [
        ([(3, 1), (3, 2), (3, 4), (3, 5)], "right", True),
        ([(3, 1), (3, 2), (3, 2), (3, 5)], "right", False),  # stands still once
        ([(3, 1), (3, 2), (3, 4), (3, 5)], "left", False),
        ([(6, 1), (4, 1), (3, 1), (0, 1)], "up", True),
        ([(0, 1), (2, 2), (3, 3), (6, 3)], "down", True),
        ([(0, 0), (2, 2), (4, 5), (6, 7)], "down", False),  # further across than down
        ([(3, 1), (3, 2), (3, 4)], "right", False),  # gone in the last frame
    ],
)
def test_a_way_is_judged_by_the_centre(places, way, does):
    assert animating.goes(frames(*places), 9, way) is does


def test_the_judge_knows_the_clips_of_the_world():
    """What has room for three steps goes its way in each; longer things stand still in one of them."""
    rng, short, long = random.Random(3), [], []
    for motion in ("move", "fall", "rise") * 40:
        clip = world.clip_of(rng, motion)
        goes = animating.goes(clip.frames, COLOURS.index(clip.colour), clip.direction)
        if clip.thing in ("car", "train", "snake", "fish", "plane", "mouse", "arrow"):
            long.append(goes)
        elif clip.thing not in ("rain", "snow"):
            short.append(goes)
    assert len(short) > 50 and all(short)
    assert len(long) > 10 and not any(long)


def test_what_a_caption_asks():
    assert animating.asked("a blue ball moves to the left") == (COLOURS.index("blue"), "ball", "left")
    assert animating.asked("a red balloon rises on white") == (COLOURS.index("red"), "balloon", "up")


def test_candidates_are_of_the_kind_that_is_claimed():
    assert all(len(CANDIDATES[f"animate.{word}"]) >= 12 for word in ("way", "colours", "never"))
    for text in CANDIDATES["animate.never"]:
        _, thing, way = animating.asked(text)
        assert thing in world.SIDEWAYS and way in ("up", "down")
        assert not any(thing in doers for motion, doers in world.DOERS.items() if motion != "move")
    for text in CANDIDATES["animate.way"]:
        _, thing, way = animating.asked(text)
        assert thing not in world.SIDEWAYS  # these are too long to take a step in every frame
    assert not any(set(text.split()) & set(COLOURS) for text in CANDIDATES["animate.colours"])
