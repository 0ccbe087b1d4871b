"""Compose in the browser: staff, roll, sound and files say the tokens; dice and arcs are those of the pass."""

import io
import re
import wave
from pathlib import Path

import mido
import numpy as np
import pytest
from playwright.sync_api import expect

from components.page.words import words
from model import PITCHES, Shaping, load_die, read_notes
from model.world.tunes.reading import FIRSTS

CALM = "a calm tune at a slow tempo in D major, in 3/4"
BEATS, LOWEST = 68, 48  # of "slow"; C3 in MIDI
COMPOSED = "(n) => +document.querySelector('#tune .score').dataset.composed >= n"
HEARD = """() => { window.heard = []; const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (at) {
        window.heard.push([this.frequency.value, at]); start.call(this, at); };
    const stop = OscillatorNode.prototype.stop;
    OscillatorNode.prototype.stop = function (at) { if (at) window.heard.at(-1).push(at); stop.call(this, at); }; }"""
BOXES = """(all) => all.map((each) => ['x', 'y', 'width'].map((name) => +each.getAttribute(name)))"""
KEYS = """(all) => all.map((each) => [each.textContent, +each.getAttribute('y')])"""


def composed(opened, n=2):
    opened.page.wait_for_function(COMPOSED, arg=n, timeout=60_000)
    return opened.settle()


def compose(opened):
    opened.page.locator("#tune .on").click()
    return composed(opened)


def tokens(lm, caption=CALM, steps=129, temperature=0.8, seed=7, given=()):
    ids = list(given)
    for step in lm.compose(caption, given, steps, Shaping(temperature), seed):
        ids.append(step.ids.item())
        if ids[-1] == 0 or not 32 <= ids[-1] < 89:
            break
    return ids


def press(page, drawn):
    """What is drawn takes no clicks itself: the score asks where it was pressed."""
    drawn.scroll_into_view_if_needed()
    box = drawn.bounding_box()
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] / 2)


def saved(opened, form):
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"#tune [data-export={form}]").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def notes_of(abc, sharps):
    """Places in PITCHES and sixteenths of ABC whose unit is a sixteenth, by its own rules."""
    head, music = abc.split("\nK:")[0], abc.split("\nK:")[1].split("\n", 1)[1]
    assert "L:1/16" in head
    found = []
    for bar in re.split(r"\|\]?", music):
        heard = {}
        for mark, letter, octaves, length in re.findall(r"([_=^]?)([A-Ga-gz])([,']*)(\d*)", re.sub(r"x\d+", "", bar)):
            if letter == "z":
                found.append((None, int(length or 1)))
                continue
            octave = 4 + letter.islower() + octaves.count("'") - octaves.count(",")
            place = (letter.upper(), octave)
            if mark:
                heard[place] = {"_": -1, "=": 0, "^": 1}[mark]
            shift = heard.get(place, int(letter.upper() in sharps))
            found.append((PITCHES.index(f"{letter.upper()}{octave}") + shift, int(length or 1)))
    return found


def drawn(opened):
    """The same of the rectangles of the roll, by the names of the keys at their left."""
    boxes = opened.page.eval_on_selector_all("#tune .notes .note", BOXES)
    keys = opened.page.eval_on_selector_all("#tune .key-name", KEYS)
    bars = opened.page.eval_on_selector_all("#tune line.bar", "(all) => all.map((bar) => +bar.getAttribute('x1'))")
    x0 = bars[0]
    found = []
    for x, y, width in boxes:
        name, far = min(((name, abs(at - 10.5 - y)) for name, at in keys), key=lambda each: each[1])
        found.append((None if far > 4 else PITCHES.index(name), x - 0.5 - x0, width + 1))
    return found


def test_staff_and_roll_say_the_tokens(open_page, lm):
    opened = compose(open_page(tab="compose", text=CALM))
    ids = tokens(lm)
    notes = read_notes(ids)
    total = sum(length for _, length in notes)
    assert len(notes) > 8 and ids[-1] == 0
    abc = opened.page.locator("#tune .score").get_attribute("data-abc")
    assert "M:3/4" in abc and f"Q:1/4={BEATS}" in abc and "K:D\n" in abc
    assert notes_of(abc, "FC") == notes
    staff = opened.page.eval_on_selector_all(
        "#tune .staff .abcjs-note, #tune .staff .abcjs-rest",
        "(all) => all.map((each) => [each.classList.contains('abcjs-rest'), each.getBoundingClientRect().x])",
    )
    assert [rest for rest, _ in staff] == [pitch is None for pitch, _ in notes]
    roll = drawn(opened)
    assert [pitch for pitch, *_ in roll] == [pitch for pitch, _ in notes]
    starts = np.cumsum([0, *(length for _, length in notes)])
    unit = (roll[-1][1] + roll[-1][2]) / total
    assert np.allclose([x for _, x, _ in roll], unit * starts[:-1], atol=0.05)
    assert np.allclose([width for *_, width in roll], [unit * length for _, length in notes], atol=0.05)
    boxes = opened.page.eval_on_selector_all(
        "#tune .notes .note", "(all) => all.map((each) => each.getBoundingClientRect().x)"
    )
    assert max(abs(above - below) for (_, above), below in zip(staff, boxes, strict=True)) < 16  # one time line


def test_sound_and_files_say_the_tokens(open_page, lm):
    opened = open_page(tab="compose", text=CALM)
    opened.page.evaluate(HEARD)
    compose(opened)
    notes = read_notes(tokens(lm))
    starts = np.cumsum([0, *(length for _, length in notes)]).tolist()
    sung = [(note, at) for note, at in zip(notes, starts, strict=False) if note[0] is not None]
    opened.page.locator("#tune .play").click()
    opened.page.wait_for_function("() => window.heard.length")
    heard, second = opened.page.evaluate("() => window.heard"), 15 / BEATS
    assert np.allclose([f for f, *_ in heard], [440 * 2 ** ((LOWEST + p - 69) / 12) for (p, _), _ in sung], rtol=1e-5)
    first = heard[0][1] - second * sung[0][1]
    assert np.allclose([at - first for _, at, _ in heard], [second * at for _, at in sung], atol=1e-4)
    assert np.allclose([end - at for _, at, end in heard], [second * length for (_, length), _ in sung], atol=1e-4)
    expect(opened.page.locator("#tune .now line")).to_have_count(1)
    opened.page.locator("#tune .play").click()
    check_midi(saved(opened, "midi"), sung)
    check_wave(saved(opened, "wav"), sung, starts[-1])
    name, abc = saved(opened, "abc")
    assert name == "tune.abc" and notes_of(abc.decode(), "FC") == notes and f"T:{CALM}" in abc.decode()
    assert saved(opened, "png")[1].startswith(b"\x89PNG")


def check_midi(file, sung):
    """Another program hears the same notes at the same times."""
    midi = mido.MidiFile(file=io.BytesIO(file[1]))
    at, sounding, found, tempo = 0, {}, [], None
    for message in mido.merge_tracks(midi.tracks):
        at += message.time
        if message.type == "set_tempo":
            tempo = message.tempo
        if message.type == "note_on" and message.velocity:
            sounding[message.note] = at
        elif message.type in ("note_on", "note_off"):
            found.append((message.note - LOWEST, sounding.pop(message.note), at))
    ticks = midi.ticks_per_beat / 4
    assert file[0] == "tune.mid" and round(mido.tempo2bpm(tempo)) == BEATS
    assert [pitch for pitch, *_ in sorted(found, key=lambda each: each[1])] == [pitch for (pitch, _), _ in sung]
    found.sort(key=lambda each: each[1])
    assert [(on / ticks, off / ticks) for _, on, off in found] == [(at, at + length) for (_, length), at in sung]


def check_wave(file, sung, total):
    """The strongest tone of each note's time is its own."""
    with wave.open(io.BytesIO(file[1])) as sound:
        rate, samples = sound.getframerate(), sound.readframes(sound.getnframes())
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
    heard, second = np.frombuffer(samples, "<i2") / 32768, 15 / BEATS
    assert len(heard) / rate == pytest.approx(total * second + 0.4, abs=0.01)
    for (pitch, length), at in sung:
        part = heard[int(rate * at * second) : int(rate * (at + length) * second)]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 2**17))
        loudest = spectrum.argmax() * rate / 2**17
        assert 12 * np.log2(loudest / 440) + 69 - LOWEST == pytest.approx(pitch, abs=0.2)


def test_ghosts_are_the_faces_of_the_die(open_page, lm):
    opened = compose(open_page(tab="compose", text=CALM))
    ids, start = tokens(lm), lm.tune_prompt(CALM)
    note = 5
    press(opened.page, opened.page.locator("#tune .notes .note").nth(note))
    expect(opened.page.locator("#note_die h2")).to_have_text(f"The dice of note {note + 1}")
    before = len(start) - 1 + 2 * note
    trace = lm.trace_ids(start + ids)
    die = load_die(trace.logits[before], Shaping(0.8))
    by_name = {lm.vocabulary.piece(int(id)).strip("<>"): p for id, p in zip(die.ids, die.probs, strict=True)}
    read = (
        "(all) => all.map((each) => [each.dataset.pitch, +each.getAttribute('fill-opacity'), +each.getAttribute('y')])"
    )
    ghosts = opened.page.eval_on_selector_all("#tune rect.ghost", read)
    keys = dict(opened.page.eval_on_selector_all("#tune .key-name", KEYS))
    assert {name for name, *_ in ghosts} == {n for n in (*PITCHES, "rest") if by_name[n] >= 0.01}
    for name, opacity, y in ghosts:
        assert opacity == pytest.approx(by_name[name], abs=1e-4)
        assert name == "rest" or keys[name] - y == pytest.approx(10.5, abs=0.01)
    heads = opened.page.eval_on_selector_all("#tune ellipse.ghost", read)
    assert sorted((n, o) for n, o, _ in heads) == sorted((n, o) for n, o, _ in ghosts if n != "rest")
    labels = opened.page.locator("#tune .ghost-name").all_text_contents()
    assert sorted(labels) == sorted(
        f"{n} {100 * p:.1f} %" for n, p in by_name.items() if p >= 0.05 and n in (*PITCHES, "rest")
    )


def test_arcs_are_the_weights_of_the_head_that_looks_back_most(open_page, lm):
    opened, note = compose(open_page(tab="compose", text=CALM)), 5
    ids, start = tokens(lm), lm.tune_prompt(CALM)
    press(opened.page, opened.page.locator("#tune .notes .note").nth(note))
    expect(opened.page.locator("#note_die h2")).to_have_text(f"The dice of note {note + 1}")
    expect(opened.page.locator("#note_look .say")).to_contain_text("back")
    before = len(start) - 1 + 2 * note
    trace = lm.trace_ids(start + ids)
    said = opened.page.locator("#note_look .note").inner_text()
    layer, head = map(int, re.findall(r"\d+", said))
    row = trace.pattern[layer, head, before]
    weights = [row[len(start) + 2 * i] + row[len(start) + 2 * i + 1] for i in range(note)]
    rows = trace.pattern[:, :, before, len(start) : len(start) + 2 * (note - 1)]
    strongest = rows.reshape(*rows.shape[:2], -1, 2).sum(-1).max(-1)
    assert strongest[layer, head] == pytest.approx(strongest.max())  # that head is shown that looks back most
    told = "(all) => all.map((arc) => [+arc.dataset.note, +arc.dataset.weight, +arc.getAttribute('stroke-width')])"
    arcs = opened.page.eval_on_selector_all("#tune path.arc", told)
    assert sorted(i for i, *_ in arcs) == [i for i, w in enumerate(weights) if w >= 0.03]
    for i, weight, wide in arcs:
        assert weight == pytest.approx(weights[i], abs=1e-4) and wide == pytest.approx(11 * weights[i], abs=1e-3)
    shares = opened.page.eval_on_selector_all(
        "#note_look .bar i", "(all) => all.map((bar) => parseFloat(bar.style.width))"
    )
    assert shares[0] == pytest.approx(100 * row[: len(start)].sum(), abs=0.01)
    assert shares[1] == pytest.approx(100 * max(weights), abs=0.01)


def test_a_link_brings_the_tune_back(open_page, lm):
    opened = compose(open_page(tab="compose", text=CALM, seed=9, temperature=1))
    abc = opened.page.locator("#tune .score").get_attribute("data-abc")
    assert notes_of(abc, "FC") == read_notes(tokens(lm, seed=9, temperature=1.0))
    opened.until(lambda: "composed=" in opened.page.url)
    query = dict(part.split("=") for part in opened.page.url.split("?")[1].split("&"))
    again = composed(open_page(tab="compose", text=CALM, seed=9, temperature=1, composed=query["composed"]))
    assert again.page.locator("#tune .score").get_attribute("data-abc") == abc
    begun = composed(open_page(tab="compose", text=CALM, begun="F#4 1/2 A4 1/4", composed=20))
    given = lm.vocabulary.encode("<F#4><1/2><A4><1/4>")
    expected = read_notes(tokens(lm, given=given, steps=16))
    begun.until(lambda: notes_of(begun.page.locator("#tune .score").get_attribute("data-abc"), "FC") == expected)
    assert begun.page.locator("#tune .notes .hand").count() == 2


def test_stop_keeps_what_fell_and_frees_the_model(open_page, slowly):
    opened, passes = open_page(tab="compose", text=CALM), slowly(1)
    opened.page.locator("#tune .on").click()
    opened.until(lambda: opened.page.locator("#tune .notes .note").count() >= 2, 30)
    opened.frees("#tune .stop", passes)
    assert 2 <= opened.page.locator("#tune .notes .note").count() < 10
    assert opened.page.locator("#tune .on").inner_text() == "Compose on"


def test_notes_by_mouse_and_by_keyboard(open_page, lm):
    opened = open_page(tab="compose", text=CALM)
    page, score = opened.page, opened.page.locator("#tune .score")
    page.locator("#tune .key-name").first.wait_for()
    keys = dict(page.eval_on_selector_all("#tune .key-name", KEYS))
    page.locator("#tune .frame").scroll_into_view_if_needed()
    frame = page.locator("#tune .frame").bounding_box()
    top = score.bounding_box()["y"]
    page.mouse.click(frame["x"] + 10, top + keys["F#4"] - 4)
    expect(page.locator("#tune .notes .hand")).to_have_count(1)
    page.locator("#tune .scroll").focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "Enter", "r"):
        page.keyboard.press(key)
    expect(page.locator("#tune .notes .hand")).to_have_count(3)
    fs = PITCHES.index("F#4")
    assert notes_of(score.get_attribute("data-abc"), "FC") == [(fs, 4), (fs + 2, 4), (None, 4)]
    for key in ("ArrowLeft", "ArrowLeft", "+", "ArrowDown"):
        page.keyboard.press(key)
    opened.until(lambda: notes_of(score.get_attribute("data-abc"), "FC") == [(fs, 4), (fs + 1, 6), (None, 4)])
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Delete")
    expect(page.locator("#tune .notes .hand")).to_have_count(2)
    compose(opened)
    given = lm.vocabulary.encode("<F#4><1/4><G4><3/8>")
    assert notes_of(score.get_attribute("data-abc"), "FC") == read_notes(tokens(lm, given=given, steps=125))
    press(page, page.locator("#tune .notes .note").nth(3))
    page.locator("#tune .scroll").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#tune .notes .stale").first).to_be_attached()
    expect(page.locator("#tune .state")).to_contain_text("before your change")
    page.locator("#tune .on").click()
    composed(opened, 10)
    assert page.locator("#tune .notes .stale").count() == 0


@pytest.mark.parametrize(
    ("abc", "said"),
    [
        ("", "nothing to read"),
        ("C D <img src=x onerror=alert(1)> E", "Line 1, character 6, “i”"),
        ("🎵", "cannot be read"),
        ("C\0D", "cannot be read"),
        ("[CEG] D", "Note 2 sounds together"),
        ("C5 D", "cannot be read"),
        ("(3CDE", "Note 1 has a length"),
        ("C,,, D", "Note 1 is too low"),
        ("C " * 3000, "at most 5,000"),
        ("hello", "“h”"),
    ],
)
def test_abc_that_cannot_be_read_says_where_and_why(open_page, abc, said):
    opened = open_page(tab="compose", text=CALM)
    opened.page.locator("#tune .type summary").click()
    opened.page.locator("#tune .type textarea").evaluate("(field, abc) => { field.value = abc; }", abc)
    opened.page.locator("#tune .take").click()
    expect(opened.page.locator("#tune .trouble")).to_contain_text(said)
    assert opened.page.locator("#tune .trouble *").count() == 0
    assert opened.page.locator("#tune .notes .note").count() == 0


def test_typed_abc_is_the_beginning(open_page):
    opened = open_page(tab="compose", text=CALM)
    opened.page.locator("#tune .type summary").click()
    opened.page.locator("#tune .type textarea").fill("X:1\nL:1/8\nK:D\nF2 A c4 z2 | ^G,")
    opened.page.locator("#tune .take").click()
    expect(opened.page.locator("#tune .notes .hand")).to_have_count(5)
    fs, a, c, g = (PITCHES.index(name) for name in ("F#4", "A4", "C#5", "G#3"))
    abc = opened.page.locator("#tune .score").get_attribute("data-abc")
    assert notes_of(abc, "FC") == [(fs, 4), (a, 2), (c, 8), (None, 4), (g, 2)]
    opened.until(lambda: "begun=F%234" in opened.page.url)


def test_what_is_no_tune_is_told_and_not_mended(open_page, lm):
    opened = open_page(tab="compose")
    opened.page.get_by_role("button", name=words()["try.compose.hot"].replace("{t}", "1.5")).click()
    composed(opened, 2)
    shown = lm.demonstrations["compose.hot"]
    ids = tokens(lm, shown.text, temperature=shown.controls["temperature"], seed=shown.controls["seed"])
    expect(opened.page.locator("#tune .state")).to_contain_text("breaks off")
    whole = 2 * len(read_notes(ids))  # the first that cannot stand where it fell
    wrong = ids[whole + (ids[whole] in FIRSTS)]
    odd = lm.vocabulary.piece(wrong).strip()
    assert odd in opened.page.locator("#tune .state").inner_text()
    assert opened.page.locator("#tune .notes .note").count() == len(read_notes(ids))
    opened = open_page(tab="compose", temperature=0.8, seed=9)
    opened.type("a robot's tune in 7/8")
    expect(opened.page.locator("#tune .taught")).to_contain_text("no mood that the model was taught")
    expect(opened.page.locator("#tune select").nth(2)).to_have_value("7/8")
    compose(opened)
    assert "M:7/8" in opened.page.locator("#tune .score").get_attribute("data-abc")
    expect(opened.page.locator("#tune .check")).to_contain_text("does not add up")
    assert opened.page.locator("#tune line.bar.odd").count() >= 1


def test_fields_write_the_request(open_page):
    opened = open_page(tab="compose", text=CALM)
    page = opened.page
    assert [page.locator("#tune select").nth(i).input_value() for i in range(4)] == ["calm", "slow", "3/4", "D major"]
    page.locator("#tune select").nth(0).select_option("sleepy")
    opened.settle()
    assert opened.state()["text"] == "a sleepy tune at a slow tempo in D major, in 3/4"
    page.locator("#tune select").nth(1).select_option("very fast")
    opened.settle()
    expect(page.locator("#tune .taught")).to_contain_text("never taught a sleepy tune that is very fast")
    assert page.locator("#tune .beats input").input_value() == "170"


def test_a_phone_scrolls_the_roll_alone_and_other_tabs_read_no_abcjs(open_page):
    opened = compose(open_page(width=390, height=844, tab="compose", text=CALM))
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    box = "() => { const box = document.querySelector('#tune .scroll'); return [box.scrollWidth, box.clientWidth] }"
    wide, seen = opened.page.evaluate(box)
    assert wide > 1.5 * seen
    asked = "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('abcjs')).length"
    assert opened.page.evaluate(asked) == 1
    assert open_page(tab="paint", text="a cat").page.evaluate(asked) == 0


def test_open_it_elsewhere_and_back(open_page, lm):
    opened = compose(open_page(tab="compose", text=CALM))
    abc = opened.page.locator("#tune .score").get_attribute("data-abc")
    opened.page.locator("#tune .inside").click()
    opened.settle()
    assert opened.state()["tab"] == "attention" and lm.encode(opened.state()["text"]) == lm.tune_prompt(CALM) + tokens(
        lm
    )
    opened.open("Compose")
    opened.until(lambda: opened.page.locator("#tune .notes .note").count() > 2)
    assert notes_of(opened.page.locator("#tune .score").get_attribute("data-abc"), "FC") == notes_of(abc, "FC")
