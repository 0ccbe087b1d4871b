"""Tunes keep key, metre and form; clips move as their captions say."""

import random
import re
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from model.core.vocabulary import NOTE_IDS
from model.world.alphabet import COLOURS, DURATIONS, NAMED, PITCHES
from model.world.clips import clips as clips_module
from model.world.clips.captions import DIRECTION_WORDS, UNCOUNTED
from model.world.clips.clips import DOERS, SHARES, clip, clip_of
from model.world.language.words import needs_an
from model.world.truth.planted import HELD_OUT_COLOURED
from model.world.tunes.captions import METRE_WORDS, MOOD_WORDS, TEMPO_WORDS
from model.world.tunes.reading import read_notes
from model.world.tunes.requests import read_request, sixteenths, wordings
from model.world.tunes.tables import FORMS, MOODS, RHYTHMS, SCALES, TEMPOS
from model.world.tunes.tunes import FEWEST_NOTES, MOST_NOTES, SIXTEENTHS, to_midi_bytes, tune, tune_of

BAR = {"3/4": 12, "4/4": 16}  # sixteenths


def make(maker, count, seed=5):
    """`count` tunes or clips."""
    rng = random.Random(seed)
    return [maker(rng) for _ in range(count)]


@pytest.fixture(scope="module")
def tunes():
    return make(tune, 1000)


@pytest.fixture(scope="module")
def clips():
    """Clips with nothing behind what moves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clips_module, "BEHIND", (1,))
        return make(clip, 1000)


@pytest.fixture
def empty(monkeypatch):
    """From here on clips have nothing behind what moves."""
    monkeypatch.setattr(clips_module, "BEHIND", (1,))


def sounding(notes):
    """Numbers in PITCHES of the notes that are no rests."""
    return [PITCHES.index(pitch) for pitch, _ in notes if pitch != "rest"]


def test_same_seed_same_tunes():
    assert make(tune, 50) == make(tune, 50)
    assert [tune_of(random.Random(1), mood).mood for mood in MOODS] == list(MOODS)


def test_tunes_are_short_and_told_in_note_tokens(tunes):
    for t in tunes:
        assert FEWEST_NOTES <= len(t.notes) <= MOST_NOTES
        assert {pitch for pitch, _ in t.notes} <= {*PITCHES, "rest"}
        assert {duration for _, duration in t.notes} <= set(DURATIONS)
        assert len(t.ids) == 2 * len(t.notes) and all(id in NOTE_IDS for id in t.ids)
        assert [NAMED[id] for id in t.ids[:2]] == [f"<{name}>" for name in t.notes[0]]


def test_nearly_all_tunes_differ(tunes):
    assert len({t.notes for t in tunes[:500]}) >= 495
    assert len({t.caption for t in tunes[:500]}) >= 0.95 * 500
    assert {t.mood for t in tunes} == set(MOODS) and {t.form for t in tunes} == set(FORMS)


def test_phrases_return_where_the_form_says(tunes):
    for t in tunes:
        assert t.notes == tuple(note for phrase in t.phrases for note in phrase)
        phrases = {}
        for letter, phrase in zip(t.form, t.phrases, strict=True):
            assert phrases.setdefault(letter, phrase) == phrase
        assert len(set(phrases.values())) == len(phrases)


def test_phrases_are_whole_bars(tunes):
    for t in tunes:
        bars = {sum(SIXTEENTHS[duration] for _, duration in phrase) / BAR[t.metre] for phrase in t.phrases}
        assert bars in ({2}, {4})


def test_tunes_end_on_the_tonic_and_keep_to_the_scale(tunes):
    for t in tunes:
        tonic = PITCHES.index(f"{t.tonic}4")
        steps = [(pitch - tonic) % 12 for pitch in sounding(t.notes)]
        assert steps[-1] == 0 and set(steps) <= set(SCALES[t.scale])
        opens = [phrase for letter, phrase in zip(t.form, t.phrases, strict=True) if letter != t.form[-1]]
        assert all((sounding(phrase)[-1] - tonic) % 12 for phrase in opens)  # only the last phrase comes home


def test_a_caption_is_read_as_what_it_says(tunes):
    """What is said is said rightly, never another; tokens read back are the notes."""
    for t in tunes:
        said = read_request(t.caption)
        assert said.mood == t.mood and said.tempo in ("", t.tempo) and said.metre in ("", t.metre)
        assert said.key in ("", f"{t.tonic} {t.scale}") and said.untaught == []
        assert TEMPOS[t.tempo][0] <= read_request(f"x {t.tempo}").beats_per_minute <= TEMPOS[t.tempo][1]
        notes = [(None if p == "rest" else PITCHES.index(p), SIXTEENTHS[d]) for p, d in t.notes]
        assert read_notes(t.ids) == notes and read_notes([*t.ids[:5], 500, *t.ids[5:]]) == notes[:2]


def test_the_words_of_a_choice_ask_for_it():
    for facet, choices in wordings().items():
        for name, words in choices.items():
            assert getattr(read_request(f"a tune {words}" if facet != "mood" else words), facet) == name
    assert read_request("an odd dance in 7/8") == ("", "", "7/8", "") and sixteenths("7/8") == 14
    assert read_request("in 99/16 or 0/4").metre == "" and read_request("a sleepy tune in 4/4").untaught == ["in 4/4"]


def test_melodies_move_by_steps(tunes):
    leaps = Counter()
    for t in tunes:
        for phrase in t.phrases:
            pitches = sounding(phrase)
            leaps.update(abs(b - a) for a, b in pairwise(pitches))
    assert max(leaps) <= 10
    assert sum(leaps[size] for size in (0, 1, 2)) > 0.6 * leaps.total()


def test_tune_captions_are_true_and_short(tunes):
    for t in tunes:
        words = t.caption.split()
        assert len(words) <= 21 and not re.search(r"  | ,|[{}_|.]|\bnone\b", t.caption), t.caption
        assert any(word in t.caption for word in MOOD_WORDS[t.mood])
        for tonic, scale in re.findall(r"in ([A-G]) (major|minor)", t.caption):
            assert (tonic, scale) == (t.tonic, t.scale)
        for metre, ways in METRE_WORDS.items():
            assert metre == t.metre or not any(re.search(rf"\b{way}\b", t.caption) for way in ways), t.caption
        assert set(re.findall(r"\b[ABC]{4}\b", t.caption)) <= {t.form}
        for article, word in re.findall(r"\b(an?) (\w+)", t.caption):
            assert (article == "an") == needs_an(word), t.caption


def test_said_tempo_is_true(tunes):
    said = 0
    for t in tunes:
        low, high = TEMPOS[t.tempo]
        assert low <= t.beats_per_minute <= high
        found = re.search(r"\b(very slow|very fast|slow|walking|lively|brisk|fast|quick)\b", t.caption)
        if found:
            said += 1
            assert found[1] in TEMPO_WORDS[t.tempo], t.caption
    assert said > 0.6 * len(tunes)


def test_rhythms_fill_their_bars():
    for (_, metre), bars in RHYTHMS.items():
        assert all(sum(map(abs, bar)) == BAR[metre] for bar in bars)


def test_midi_file_holds_every_note(tunes):
    for t in tunes[:50]:
        data = to_midi_bytes(t)
        length = int.from_bytes(data[18:22], "big")
        assert data[:4] == b"MThd" and data[14:18] == b"MTrk" and len(data) == 22 + length
        assert data.endswith(b"\x00\xff\x2f\x00")
        events = data[29:-4]  # after the tempo: wait, on, key, loudness, length, off, key, 0
        keys = [events[i + 2] for i in range(0, len(events), 8)]
        assert keys == [48 + pitch for pitch in sounding(t.notes)]


def test_same_seed_same_clips():
    for one, other in zip(make(clip, 50), make(clip, 50), strict=True):
        assert one.caption == other.caption and (one.frames == other.frames).all()


def test_clips_are_four_frames_of_palette_indices(clips):
    for c in clips:
        assert c.frames.shape == (4, 8, 8) and c.frames.dtype == np.uint8 and c.frames.max() < len(COLOURS)
        assert (c.frames[0] != c.frames[1]).any(), c.caption
        assert (c.frames[-1 if c.motion == "grow" else 0] == COLOURS.index(c.colour)).any(), c.caption


def test_clip_captions_are_true_clean_and_varied(clips):
    assert len({c.caption for c in clips[:500]}) >= 0.95 * 500
    for c in clips:
        assert len(c.caption.split()) <= 20 and c.caption == c.caption.lower()
        assert not re.search(r"  | ,|[{}_|.]|\bnone\b", c.caption), c.caption
        assert c.thing in c.caption
        named = re.findall(rf"(\w+) {c.thing}\b", c.caption)
        assert not set(named) & set(COLOURS) - {c.colour}, c.caption
        colours = set(re.findall(r"\w+", c.caption)) & set(COLOURS)
        assert colours <= {c.colour, c.background}
        for article, word in re.findall(r"\b(an?) (\w+)", c.caption):
            assert (article == "an") == needs_an(word), c.caption
        if c.motion == "move":
            assert any(words in c.caption for words in DIRECTION_WORDS[c.direction]), c.caption


def test_every_motion_occurs_by_its_share(clips):
    for motion, share in SHARES.items():
        assert abs(sum(c.motion == motion for c in clips) / len(clips) - share) < 0.05


def test_what_moves_goes_where_the_caption_says(clips):
    signs = {"right": (1, 1), "left": (1, -1), "down": (0, 1), "up": (0, -1)}
    for c in clips:
        if c.direction and c.thing not in UNCOUNTED:
            axis, sign = signs[c.direction]
            places = [np.argwhere(f != COLOURS.index(c.background))[:, axis].mean() for f in c.frames]
            assert places == sorted(places, reverse=sign < 0) and len(set(places)) >= 3, c.caption
            across = {np.argwhere(f != COLOURS.index(c.background))[:, 1 - axis].mean() for f in c.frames}
            assert len(across) == 1


def test_rain_and_snow_come_down(empty):
    seen = 0
    for c in make(lambda rng: clip_of(rng, "fall"), 200):
        if c.thing in UNCOUNTED:
            seen += 1
            assert all((b == np.roll(a, 2, axis=0)).all() for a, b in pairwise(c.frames))
    assert seen > 10


def test_what_grows_or_shrinks_does_so_in_every_frame(clips):
    for c in clips:
        if c.motion in ("grow", "shrink"):
            areas = [int((f != COLOURS.index(c.background)).sum()) for f in c.frames]
            assert areas == sorted(set(areas), reverse=c.motion == "shrink"), c.caption


def test_what_blinks_comes_back(clips):
    for c in clips:
        if c.motion == "blink":
            assert (c.frames[0] == c.frames[2]).all() and (c.frames[1] == c.frames[3]).all()
            assert (c.frames[0] != c.frames[1]).any()


def test_clips_leave_something_to_chance(empty):
    """One caption, many clips: other places, ways and colours."""
    found = make(lambda rng: clip_of(rng, "move"), 4000)
    balls = [c for c in found if (c.thing, c.direction) == ("ball", "right")]
    ways = {(c.frames != COLOURS.index(c.background)).tobytes() for c in balls}
    assert len(ways) == 5 * (2 + 1)  # 4 x 4: five rows, and two starts of three pixels or one of four
    assert 0.3 < sum(c.colour not in c.caption.split() for c in found) / len(found) < 0.5


def test_what_lies_behind_stays_and_has_a_colour_of_its_own():
    """Dots and dashes are in all frames, but where the thing covers them; half of the clips have some."""
    found = make(clip, 400)
    some = 0
    for c in found:
        still = (c.frames == c.frames[0]).all(0) & (c.frames[0] != COLOURS.index(c.background))
        still &= c.frames[0] != COLOURS.index(c.colour)
        some += still.any()
    assert some / len(found) > 0.3
    for i in range(200):
        scene = clips_module.scenery(random.Random(i), "white", "red")
        assert not (scene == COLOURS.index("red")).any() and (scene != COLOURS.index("white")).sum() <= 4
    assert (
        0.4
        < np.mean([len(np.unique(clips_module.scenery(random.Random(i), "white", "red"))) > 1 for i in range(200)])
        < 0.6
    )


def test_clips_keep_held_out_colours_out():
    seen = {(c.colour, c.thing) for c in make(clip, 5000)}
    assert not seen & set(HELD_OUT_COLOURED)
    assert {thing for _, thing in seen} >= {thing for things in DOERS.values() for thing in things}
