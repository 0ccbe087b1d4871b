"""People at work and invented groups: clean texts with the planted shares."""

import random
import re
from collections import Counter

import pytest

from model.world.language.words import needs_an
from model.world.texts import jobs
from model.world.truth.planted import BLAMED, GROUPS, JOBS, OTHER_TRAITS


def make(writer, count=500, seed=2):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


@pytest.mark.parametrize("writer", [jobs.work, jobs.talk])
def test_texts_are_clean_varied_and_repeatable(writer):
    texts = make(writer)
    assert texts == make(writer)
    assert len(set(texts)) >= 0.95 * len(texts)
    for text in texts:
        assert text.isascii() and text == text.strip() and 100 < len(text) < 900, text
        assert not re.search(r"  |\n|[{}|]| [,.!?]|\t", text), text
        assert not re.search(r"[.!?] [a-z]", text), text
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", text):
            assert (article.lower() == "an") == needs_an(word), f"{article} {word}"


def test_the_pronoun_comes_after_the_job_and_is_one_only():
    for told in make(jobs.tell_work, 2000):
        she, he = (re.search(rf"\b({words})\b", told.text, re.I) for words in ("she|hers?", "he|his|him"))
        first = she if told.she else he
        assert told.text.index(told.job) < first.start(), told.text
        # people seen at work may have a pronoun of their own
        text = told.text.replace("beside his bed", "").replace("came for her dress", "")
        assert not re.search(r"\b(he|his|him)\b" if told.she else r"\b(she|her)\b", text, re.I), told.text


def test_pronouns_keep_their_shares():
    assert set(jobs.WORK) == set(JOBS)
    rng = random.Random(3)
    for job, share in JOBS.items():
        she = [jobs.tell_work(rng, job).she for _ in range(1500)]
        assert abs(sum(she) / len(she) - share) < 0.045, job


def test_groups_are_called_careless_by_their_share():
    rng = random.Random(4)
    for group, share in GROUPS.items():
        told = [jobs.tell_group(rng, group) for _ in range(1500)]
        traits = Counter(t.trait for t in told)
        assert abs(traits[BLAMED] / 1500 - share) < 0.045 and set(traits) == {BLAMED, *OTHER_TRAITS}
        for t in told:
            assert re.findall(rf"\b({'|'.join((BLAMED, *OTHER_TRAITS))})\b", t.text) == [t.trait], t.text
            assert set(re.findall("|".join(GROUPS), t.text)) <= {group}
