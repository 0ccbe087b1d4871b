"""Exact search finds what comparing every place finds, and says where."""

import numpy as np
import pytest

from model.core.vocabulary import EOT
from model.found import reading, suffixes
from model.found.corpus import Corpus
from model.found.reading import Handwritten, Line, Reading, covered, longest_apart
from model.found.suffixes import Run, cache_folder, of
from model.learn.handwriting import handwritten
from model.world.texts.handwritten import held_out, pieces, trained_on


def brute(text, ids, least):
    """Start, length and number of every longest run, by comparing all places."""
    windows = {n: [tuple(text[i : i + n]) for i in range(len(text) - n + 1)] for n in range(1, len(ids) + 1)}
    found, end = [], 0
    for start in range(len(ids)):
        lengths = [n for n in range(1, len(ids) - start + 1) if tuple(ids[start : start + n]) in windows[n]]
        length = max(lengths, default=0)
        if length >= least and start + length > end:
            end = start + length
            found.append((start, length, windows[length].count(tuple(ids[start:end]))))
    return found


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("kinds", [2, 5, 300])
def test_it_finds_what_comparing_every_place_finds(tmp_path, seed, kinds):
    rng = np.random.default_rng(seed)
    text = rng.integers(0, kinds, 400) * 211 % 65536  # ids whose lower byte alone says little
    asked = np.concatenate([text[30:40], rng.integers(0, kinds, 25) * 211 % 65536, text[390:]]).tolist()
    made = of(text, tmp_path)
    runs = made.runs(asked, 2)
    assert [(run.start, run.length, run.times) for run in runs] == brute(text.tolist(), asked, 2)
    for run in runs:
        places = made.places(run, 10**6)
        assert len(places) == run.times == len(set(places))
        for place in places:
            assert text[place : place + run.length].tolist() == asked[run.start : run.start + run.length]


def test_bytes_do_not_match_across_tokens(tmp_path):
    text = np.array([0x0102, 0x0304])
    assert of(text, tmp_path).runs([0x0203], 1) == []
    assert of(text, tmp_path).runs([], 1) == []
    assert of(text, tmp_path).runs([0x0304, 0x0102], 2) == []


def test_ids_beyond_two_bytes_are_refused(tmp_path):
    with pytest.raises(ValueError, match="65,536"):
        of(np.array([70_000]), tmp_path)


def test_the_order_is_kept_for_the_same_text_alone(tmp_path, monkeypatch):
    text = np.arange(50) % 7
    first = of(text, tmp_path)
    monkeypatch.setattr(suffixes, "sort", lambda _: pytest.fail("it was sorted again"))
    assert of(text, tmp_path) == first
    monkeypatch.undo()
    other = text[::-1].copy()
    assert of(other, tmp_path).runs(other[3:9].tolist(), 6)
    (tmp_path / "suffixes.safetensors").write_bytes(b"damaged")
    assert of(text, tmp_path) == first
    assert sorted(file.name for file in tmp_path.iterdir()) == ["suffixes.safetensors"]


def test_where_nothing_can_be_written_it_is_sorted_each_time(tmp_path):
    (tmp_path / "file").write_text("")
    assert of(np.arange(9), tmp_path / "file" / "folder").runs([2, 3, 4], 3)


def test_it_is_kept_in_the_users_own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "weighted-dice"


def test_lines_stay_in_their_document(vocabulary, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    texts = ["The sky is blue. The grass is green.", "Ada had a red ball and a blue hat."]
    by_hand = np.array([id for text in texts for id in (*vocabulary.encode(text), EOT)])
    drawn = np.array([EOT, *vocabulary.encode("Where is the ball? The grass is green."), EOT])
    known = Handwritten(by_hand, ("sky", "hats"), by_hand)
    reading.save(tmp_path, vocabulary, known)
    found = reading.load(tmp_path, vocabulary, Corpus(drawn, len(vocabulary)))
    assert isinstance(found, Reading) and found.handwritten.sources == known.sources
    asked = vocabulary.encode("12 The grass is green. Ada")
    runs = found.runs(asked)
    (run,) = longest_apart(runs, 5)
    said = vocabulary.decode(asked[run.start : run.start + run.length])
    assert said.strip() == "The grass is green." and run.times == 2
    assert found.lines(run, 5) == [
        Line("The sky is blue.", said, "", "sky"),
        Line("Where is the ball?", said, "", ""),
    ]
    assert covered(runs, len(asked)).sum() == run.length
    whole, n = found.unseen  # what is held out here was read, too
    assert whole == n == len(by_hand) - 2
    assert reading.load(tmp_path, vocabulary, None) is None


def test_the_longest_runs_that_do_not_overlap():
    runs = [Run(0, 5, 0, 1), Run(3, 8, 0, 1), Run(11, 6, 0, 1), Run(20, 5, 0, 2)]
    assert longest_apart(runs, 2) == [Run(3, 8, 0, 1), Run(11, 6, 0, 1)]
    assert covered(runs, 26).tolist() == [i < 17 or 20 <= i < 25 for i in range(26)]


def test_all_that_is_written_by_hand_is_read_but_what_is_held_out(lm):
    made = handwritten(lm.vocabulary)
    assert len(made.sources) == len(bytes_of(made.ids))
    said = set(bytes_of(made.ids))
    spelled = lambda text: np.array([*lm.vocabulary.encode(text), EOT]).tobytes()  # noqa: E731
    assert all(spelled(piece) in said for piece in trained_on())
    assert {spelled(piece) for i, piece in enumerate(pieces()) if held_out(i)} == set(bytes_of(made.held_out))
    assert not said & set(bytes_of(made.held_out))
    assert {source.split("/")[0] for source in made.sources} == {"prose", "knowledge"}


def test_the_shipped_model_can_be_searched(lm):
    """If this fails, the model is newer than what lies beside it: python -m model.learn.prepare."""
    assert len(lm.reading.handwritten.sources) == len(bytes_of(lm.reading.handwritten.ids)) > 1000
    unseen, n = lm.reading.unseen
    assert 0 < unseen < n / 2 and n > 5000


def bytes_of(ids):
    """Each document as bytes."""
    return [part.tobytes() for part in np.split(ids, np.flatnonzero(ids == EOT) + 1) if len(part)]
