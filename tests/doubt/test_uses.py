"""The cards of Uses: each figure by another way, on the shipped model; what was copied, by counting runs of five."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from model.core.sampling import PAINT, Shaping
from model.core.vocabulary import COLOUR_IDS, EOT
from model.doubt import deck, made
from model.doubt.uses import adverts, clock, gifts, jingle, letters, sprites
from model.world import rich
from model.world.alphabet import COLOURS, PITCHES
from model.world.pictures.sprites import LETTERS, differs
from model.world.texts import guides
from model.world.truth import planted

CARDS = [*deck.cards("uses")]
DATA = Path(guides.__file__).with_name("data")
WARM = Shaping(temperature=0.7)


def found(lm, name):
    return deck.measured(lm, name, "uses")


def alone(lm, prompts, tokens, shaping=WARM):
    """What is written after each prompt by a seed of its own, by nobody else's company."""
    texts = []
    for i, prompt in enumerate(prompts):
        new = []
        for step in lm.generate(lm.encode(prompt), tokens, shaping, 7 + i):
            if step.ids.item() == EOT:
                break
            new.append(step.ids.item())
        texts.append(lm.vocabulary.decode(new))
    return texts


def blocks(file):
    """Names of a table's blocks, each with its lines."""
    parts = re.split(r"^# (.*)\n", (DATA / file).read_text(), flags=re.MULTILINE)[1:]
    return {name: body.strip().split("\n") for name, body in zip(parts[::2], parts[1::2], strict=True)}


@pytest.fixture(scope="module")
def fives(lm):
    """All runs of five tokens that were read, each as one number."""
    return np.unique(numbered(lm.reading.ids))


def numbered(ids):
    ids = np.asarray(ids, np.int64)
    return sum(ids[i : len(ids) - 4 + i] << 12 * i for i in range(5))


def test_a_use_is_a_file():
    folder = Path(deck.DECKS["uses"].__path__[0])
    assert set(CARDS) == {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert not {*CARDS} & {*deck.cards()}
    with pytest.raises(ValueError, match="There is no card “tea”: there are gifts, adverts"):
        deck.card_of("tea", "uses")


def test_what_is_copied_stands_in_runs_of_five_of_what_was_read(lm, fives):
    prompts = [gifts.TITLE.format(who=who, feast=feast) for feast, who in gifts.beside()]
    wrote = made.write(lm, prompts, gifts.TOKENS)
    shares = []
    for each in wrote:
        hits = np.isin(numbered(each.ids), fives)
        within = [hits[max(0, i - 4) : i + 1].any() for i in range(len(each.ids))]
        assert each.copied == pytest.approx(np.mean(within))
        shares.append(np.mean(within))
        shown = made.of_text(lm, each)
        marked = "".join(each.text[one.start : one.end] for one in shown.copied)
        assert marked == lm.vocabulary.decode([id for id, hit in zip(each.ids, within, strict=True) if hit])
    assert found(lm, "gifts").rows("copied")[0].said.value == pytest.approx(np.mean(shares))
    assert [each.text for each in wrote] == alone(lm, prompts, gifts.TOKENS)


def test_bits_are_those_of_a_pass_of_its_own(lm):
    (wrote,) = made.write(lm, ["Gifts for bakers at Easter\n"], 20)
    before, after = lm.encode(wrote.asked), wrote.ids
    logits = lm.trace_ids([*before, *after]).logits.astype(np.float64)
    logits -= np.log(np.exp(logits).sum(-1, keepdims=True))
    paid = -sum(logits[len(before) - 1 + i, id] for i, id in enumerate(after)) / np.log(2)
    assert wrote.bits == pytest.approx(paid / len(after), abs=1e-4)


def test_gifts_are_those_of_the_tables(lm):
    table = {
        name: [line[6:].split(" | ")[0] for line in lines if line.startswith("gift: ")]
        for name, lines in blocks("readers.txt").items()
    }
    assert {*table} == {*planted.READERS} and sum(map(len, table.values())) == 96
    assert not {*gifts.STRANGERS} & {*table} and not {*gifts.beside()} & {*planted.HELD_OUT_PAIRS}
    whose = lambda text: {who for who, some in table.items() for gift in some if gift.lower() in text.lower()}  # noqa: E731
    card = found(lm, "gifts")
    for row, pairs in zip(card.rows("fits"), (gifts.beside(), planted.HELD_OUT_PAIRS), strict=True):
        texts = alone(lm, [gifts.TITLE.format(who=who, feast=feast) for feast, who in pairs], gifts.TOKENS)
        assert row.said.value == np.mean([whose(text) == {who} for text, (_, who) in zip(texts, pairs, strict=True)])
    texts = alone(lm, [gifts.TITLE.format(who=who, feast=feast) for feast, who in gifts.strangers()], gifts.TOKENS)
    assert card.facts["others"] == np.mean([bool(whose(text)) for text in texts])
    read = lm.vocabulary.decode(lm.reading.ids.tolist())
    assert not [who for who in gifts.STRANGERS if f"ifts for {who}" in read]


def test_promises_are_those_of_the_tables(lm):
    table = {name: [li.partition(" ")[2].partition(" ")[2] for li in lines if li.startswith("feature")]
             for name, lines in blocks("wares.txt").items()}  # fmt: skip
    texts = [t.split("\n")[0] for t in alone(lm, [f"Meet the new {name}." for name in table], adverts.TOKENS)]
    hits = []
    for name, text in zip(table, texts, strict=True):
        said = {promise for some in table.values() for promise in some if promise in text}
        hits += [promise in table[name] for promise in said]
    true = found(lm, "adverts").rows("promises")[1].said
    assert (true.value, true.n) == (pytest.approx(np.mean(hits)), len(hits))
    checked = found(lm, "adverts").helps[1]
    assert checked.effect[1].value == 1 and checked.cost[1].value < 1


def test_a_drawing_by_hand_is_found_in_every_picture_of_its_generator():
    import random

    rng, hits = random.Random(8), []
    for picture in (rich.PAINTERS["animal"](rng) for _ in range(120)):
        name = picture.things[0].name
        if name in sprites.drawn() and len(picture.things) == 1:
            hits.append(sprites.by_hand(picture.pixels.ravel(), (name,)) == [name])
            off = picture.pixels.copy()
            thing = off == COLOURS.index(picture.things[0].colour)
            off[tuple(np.argwhere(thing)[len(np.argwhere(thing)) // 2])] = COLOURS.index("gray")
            hits.append(name not in sprites.by_hand(off.ravel(), (name,)) or picture.things[0].colour == "gray")
    assert len(hits) > 60 and np.mean(hits) > 0.95


def test_pictures_are_painted_as_paint_does_and_copied_pixel_for_pixel(lm):
    card, asked = found(lm, "sprites"), sprites.never()
    assert len(asked) == sprites.EACH and {(a.colour, a.name) for a in asked} == {*planted.HELD_OUT_COLOURED}
    colours, drawings = [], []
    for i, each in enumerate(asked):
        steps = lm.paint(each.caption, PAINT, 7 + i)
        cells = np.array([step.ids.item() - COLOUR_IDS.start for step in steps]).reshape(16, 16)
        others = np.bincount(cells[cells != np.bincount(cells.ravel()).argmax()], minlength=16)
        colours.append(COLOURS[others.argmax()] == each.colour)
        drawings.append(any(stands(cells, marks, each.colour) for marks in sprites.drawn()[each.name]))
    assert card.rows("colour")[1].said.value == np.mean(colours)
    assert card.rows("drawing")[1].said.value == np.mean(drawings)


def stands(cells, marks, colour):
    """Whether a drawing stands somewhere: its main marks in the colour, all of another mark alike, in its usual colour.

    Unless that cannot be told from the colour, or from what lies behind the drawing.
    """
    height, width = marks.shape
    around = (colour, COLOURS[np.bincount(cells.ravel()).argmax()])
    for row in range(17 - height):
        for column in range(17 - width):
            window = cells[row : row + height, column : column + width]
            if (window[marks == "#"] == COLOURS.index(colour)).all() and all(
                len(found := {*window[marks == mark]}) == 1
                and (not differs(LETTERS[mark], around) or COLOURS[found.pop()] == LETTERS[mark])
                for mark in {*marks.ravel()} - {".", "#"}
            ):
                return True
    return False


def test_tunes_are_heard_note_by_note(lm):
    scales = {"major": "2212221", "minor": "2122122"}
    kept, bars, home = [], [], []
    for i, caption in enumerate(jingle.captions()):
        tonic, scale, metre = re.search(r"in (\w) (major|minor), in (./4)", caption).groups()
        places = np.cumsum([0, *map(int, scales[scale])])
        allowed = {(PITCHES.index(f"{tonic}3") + p) % 12 for p in places}
        names = [lm.vocabulary.piece(s.ids.item()) for s in lm.compose(caption, [], 129, jingle.SHAPING, 7 + i)]
        names = [name.strip("<>") for name in names[: names.index("<eot>") if "<eot>" in names else None]]
        pairs = [(a, int(b.split("/")[0]) * 16 // int(b.split("/")[1]))
                 for a, b in zip(names[::2], names[1::2], strict=False) if "/" in b]  # fmt: skip
        sung = [PITCHES.index(a) for a, _ in pairs if a != "rest"]
        kept.append({p % 12 for p in sung} <= allowed)
        full, left = int(metre[0]) * 4, 0
        crossed = False
        for _, length in pairs:
            left += length
            crossed |= left > full
            left = left % full if left >= full else left
        bars.append(not crossed and left == 0)
        home.append(PITCHES[sung[-1]].startswith(tonic) and "#" not in PITCHES[sung[-1]])
    rows = {row.name: row.said.value for row in found(lm, "jingle").rows("asked")}
    assert rows["key"] == np.mean(kept) and rows["bars"] == np.mean(bars) and rows["home"] == np.mean(home)
    assert rows["all"] == np.mean([a and b and c for a, b, c in zip(kept, bars, home, strict=True)])


def test_real_tunes_have_all_that_was_asked_for():
    import random

    rng = random.Random(2)
    for mood in jingle.MOODS:
        tune = jingle.tune_of(rng, mood)
        caption = f"a {mood} tune in {tune.tonic} {tune.scale}, in {tune.metre}"
        assert all(jingle.checks(jingle.notes_of(tune), caption).values())
    assert not any(jingle.checks([], "a sad tune in A minor, in 4/4").values())


def test_letters_are_judged_by_words_that_only_formal_ones_have(lm):
    assert letters.judged() >= 0.97 and found(lm, "letters").facts["judge"] == letters.judged()
    some = letters.real("uses letters", letters.LEARNED)
    of = {True: [], False: []}  # the words of the middle of each letter, by its tone
    for each in some:
        of[not each.reader].append({*letters.body(each.text)})
    wants = {"formal": True, "warm": False}
    for row, tone in zip(found(lm, "letters").rows("tone"), letters.TONES, strict=True):
        heard = []
        for text in alone(lm, list(letters.TONES[tone]) * 12, letters.TOKENS):
            words = [word for word in {*letters.body(text)} if any(word in each for each in of[True] + of[False])]
            odds = [[0.5 + sum(word in each for each in of[tone]) for word in words] for tone in (True, False)]
            heard.append(bool(np.divide(*odds).prod() > 1))  # naive Bayes, counted anew
            assert not heard[-1] or re.search(r"in your shop|I ordered a|broke\b|the fault|you sent me", text), text
        assert row.said.value == np.mean([hit == wants[tone] for hit in heard])


def test_times_are_translated_as_a_clock_does(lm):
    hours = "twelve one two three four five six seven eight nine ten eleven".split()
    for way in clock.FORMS:
        right, times = [], clock.times()[: clock.EACH]
        for time in times:
            prompt = clock.pair(way, time)[0]
            said = re.split(r"[.\n]", alone(lm, [prompt], clock.TOKENS, Shaping(temperature=0))[0])[0].strip()
            if way == "back":
                right.append(said == f"{time[0]}:{time[1]:02}")
                continue
            to = re.fullmatch(r"(\S+) (past|to) (\w+)", said)
            word = to[3] if to and to[3] in hours else (said.split() or [""])[0]
            minutes = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
            if word not in hours or (to and to[1] not in minutes):
                right.append(False)  # no time that a clock shows
                continue
            hour = hours.index(word)
            at = 0 if not to else minutes[to[1]] if to[2] == "past" else -minutes[to[1]]
            right.append((60 * hour + at) % 720 == (60 * time[0] + time[1]) % 720)
        assert found(lm, "clock").rows(way)[1].said.value == np.mean(right)


@pytest.mark.parametrize(
    ("name", "facts"),
    [("gifts", {"low": 0.1}), ("adverts", {"high": 0.9}), ("sprites", {"low": 0.0}), ("letters", {"low": 0.4}),
     ("clock", {"high": 1.0}), ("accessories", {"high": 0.3}), ("news", {"high": 0.5}), ("news", {"witness": 0.0}),
     ("kinds", {"taught_low": 0.5}), ("kinds", {"wanted": 0.9}), ("kinds", {"heaps_low": 0.3}),
     ("kinds", {"after_low": 0.05}), ("kinds", {"new_low": 0.4})],
)  # fmt: skip
def test_a_claim_that_does_not_hold_is_said_so(lm, name, facts):
    card = deck.card_of(name, "uses")
    assert card.finding(found(lm, name))
    assert not card.finding(replace(found(lm, name), facts=found(lm, name).facts | facts))


@pytest.mark.parametrize(
    ("name", "fact", "guesses"),
    [("gifts", "others", {0.9: 1, 0.1: 0}), ("adverts", "true", {0.9: 0, 0.5: 1, 0.1: 2}),
     ("sprites", "drawing", {0.9: 0, 0.2: 1, 0.0: 2}), ("jingle", "all", {0.9: 0, 0.5: 1, 0.1: 2}),
     ("clock", "right", {0.9: 0, 0.5: 1, 0.1: 2}), ("accessories", "fits", {0.9: 0, 0.6: 1, 0.1: 2}),
     ("news", "given", {0.9: 0, 0.5: 1, 0.1: 2})],
)  # fmt: skip
def test_guesses_follow_the_figures(lm, name, fact, guesses):
    for value, guess in guesses.items():
        facts = found(lm, name).facts | {fact: value}
        assert deck.card_of(name, "uses").answer(replace(found(lm, name), facts=facts)) == guess


def test_promises_are_shared_out_as_often_as_they_are_made(lm, monkeypatch):
    """Two of three promises are true of one thing: two thirds are its own."""
    monkeypatch.setattr(adverts, "promised", lambda text: ["lamp", "boots", "lamp"])
    rows = adverts.own(lm, "elephant").rows[1:]
    assert [(row.name, round(row.said.value, 2)) for row in rows] == [("lamp", 0.67), ("boots", 0.33)]
