"""The library of the page says what this very model says, beside what was planted."""

from itertools import pairwise

import numpy as np
import pytest

from components.page.examples import chapters
from components.page.words import words
from model.found import library as found
from model.found.library import Chapter, Entry
from model.score import library
from model.score.truths import chances
from model.world.draw import held_out
from model.world.truth import planted

CHEAP = ("dice", "jobs", "groups", "orwell", "secrets", "passages", "sums", "tunes", "clips")


@pytest.mark.parametrize("name", CHEAP)
def test_the_shipped_file_is_what_the_model_says(lm, name):
    """If this fails, the model is newer than its library: make scoreboard."""
    shipped = dict(lm.library)[name]
    assert shipped == tuple(library.CHAPTERS[name](lm))


def test_all_chapters_are_there_with_a_title(lm):
    assert [chapter.name for chapter in lm.library] == list(library.CHAPTERS)
    assert all(f"library.{name}" in words() for name in library.CHAPTERS)
    assert all(entry.text and entry.planted and entry.says for chapter in lm.library for entry in chapter.entries)
    shown = chapters(lm.library, paints=True)
    assert len(shown) == len(library.CHAPTERS) + 3 and all(len(each["entries"]) for each in shown)


def test_what_was_planted_is_from_the_tables(lm):
    shelf = dict(lm.library)
    for die, entry in zip(planted.DICE_PAIRS, shelf["dice"], strict=True):
        assert entry.text == die.phrase
        for word, share in die.shares.items():
            assert f"{word} {100 * share:.0f} %" in entry.planted
        first = next(iter(die.shares))
        assert f"{first} {100 * chances(lm, die.phrase, [f' {first}'])[0]:.0f} %" in entry.says
    for job, entry in zip(library.JOBS, shelf["jobs"], strict=True):
        assert job in entry.text and entry.planted == f"she {100 * planted.JOBS[job]:.0f} %"
    for secret, entry in zip(planted.SECRETS[::2], shelf["secrets"], strict=True):
        assert entry.text == secret.prompt and secret.number in entry.planted


def test_prompts_end_before_what_gives_the_answer_away(lm):
    for entry in dict(lm.library)["jobs"]:
        assert not {"he", "she", "his", "her", "him"} & set(entry.text.lower().split())
    for entry in dict(lm.library)["groups"]:
        assert not any(trait in entry.text for trait in (planted.BLAMED, *planted.OTHER_TRAITS))


def test_clips_are_four_frames_for_captions_that_no_training_had(lm):
    for entry in dict(lm.library)["clips"]:
        assert entry.tab == "animate" and held_out(entry.text)
        for told, frames in zip((entry.planted, entry.says), entry.clips, strict=True):
            colours = np.array([int(digit, 16) for digit in frames]).reshape(4, -1)
            assert told == f"changes {sum((a != b).any() for a, b in pairwise(colours))} times"


def test_it_belongs_to_one_model(tmp_path):
    wte = np.ones((4, 3), np.float32)
    shelf = (Chapter("dice", (Entry("a", "dice", "b", "c"), Entry("d", "dice", "e", "f", ("0", "1")))),)
    found.save(tmp_path, wte, shelf)
    assert found.load(tmp_path, wte) == shelf
    assert found.load(tmp_path, wte * 2) == () == found.load(tmp_path / "none", wte)
    (tmp_path / found.FILE).write_text('{"made_for": 3}')
    assert found.load(tmp_path, wte) == ()
