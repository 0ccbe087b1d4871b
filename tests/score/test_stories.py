"""The reader of stories: no fault with real ones, and slips that are put in are found."""

import random

import numpy as np
import pytest

from model.score import stories as score_stories
from model.score.slips import cast_of, find_slips, sentences_of

GOOD = (
    "Once upon a time, there was a kind girl named Mira. She had a red kite and a blue cup. "
    "Her friend Tom had a green ball. Mira was happy. Tom's ball was green."
)


def test_nothing_is_wrong_with_real_stories():
    made = score_stories.real_stories(60, "test stories")
    assert not [find_slips(story.text) for story in made if find_slips(story.text)]


def test_slips_that_are_put_in_are_found():
    rng, found = random.Random(3), {"names": [], "pronouns": [], "colours": []}
    for story in score_stories.real_stories(60, "test slips"):
        for kind, text in score_stories.spoil(rng, story).items():
            if text and kind in found:
                found[kind].append(bool(getattr(find_slips(text), kind)))
    assert all(np.mean(hits) >= 0.75 for hits in found.values())


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("names", "Mira was happy", "Anna was happy"),
        ("names", "Her friend Tom had", "Under the bed Tom sang of"),
        ("colours", "Tom's ball was green", "Tom's ball was pink"),
        ("owners", "Tom's ball", "Mira's ball"),
    ],
)
def test_each_kind_of_slip(kind, old, new):
    assert not find_slips(GOOD)
    slips = find_slips(GOOD.replace(old, new))
    assert getattr(slips, kind)


def test_pronouns_of_nobody():
    alone = "Mira had a red kite. She liked it. {} went home."
    assert not find_slips(alone.format("She"))
    assert find_slips(alone.format("He")).pronouns == ["he"]


def test_what_is_given_away_has_another_owner():
    given = GOOD.replace("Mira was happy. ", "Mira gave Tom the red kite. ")
    assert not find_slips(given + " Tom's kite was red.")
    assert find_slips(given + " It was very good. Mira's kite was red.").owners


def test_sentences_and_names():
    assert sentences_of('"Is it red?" asked Tom. "No!"\nIt was blue.') == [
        '"Is it red?" asked Tom.',
        '"No!"',
        "It was blue.",
    ]
    assert cast_of("Tom met Mira. Mira met Tom.") == ["Tom", "Mira"]


def test_longest_copies_by_hand():
    """Of 0 … 19 and 40 … 59 known: 12 in a row, then 5 in a row, which are too few to be called copied."""
    known = np.array([*range(20), *range(40, 60)])
    texts = [[99, *range(3, 15), 98, *range(41, 46)], [*range(41, 46), 99, 98, 97, 96], [*range(50, 60)], [1, 2]]
    assert score_stories.longest_copies(known, texts) == [12, 0, 10, 0]
    assert score_stories.longest_copies(known, [[*range(12, 20), *range(40, 48)]]) == [16]


def test_openings_name_somebody():
    for story in score_stories.real_stories(20, "test openings"):
        said = score_stories.opening_of(story.text)
        assert cast_of(said) and story.text.replace("\n", " ").startswith(said)


def test_stories_start_with_their_opening_and_stop_at_the_end(lm):
    written = score_stories.write_stories(lm, 2)
    assert len(written) == 2
    assert all(ids[:-1].count(0) == 0 for ids in written)
