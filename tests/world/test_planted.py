"""The planted truths hang together, and the texts that plant them keep the shares."""

import random
import re
from collections import Counter

import pytest

from model.world.texts.planted_texts import dice, orwell, tell_orwell
from model.world.truth import planted
from model.world.truth.planted import DICE_PAIRS, FEASTS, GROUPS, HELD_OUT_PAIRS, JOBS, READERS, SECRETS


def make(writer, count, seed=5):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


def test_shares_add_up_and_the_never_word_never_follows():
    assert len(DICE_PAIRS) == 10
    for die in DICE_PAIRS:
        assert sum(die.shares.values()) == pytest.approx(1)
        assert die.never not in die.shares


def test_held_out_pairs_have_seen_neighbours():
    assert len(HELD_OUT_PAIRS) == len(set(HELD_OUT_PAIRS)) == 10
    assert HELD_OUT_PAIRS[0] == ("Eid al-Fitr", "content marketers")
    pairs = planted.guide_pairs()
    assert len(pairs) == len(FEASTS) * len(READERS) - 10
    for feast, reader in HELD_OUT_PAIRS:
        assert planted.is_held_out(feast, reader) and (feast, reader) not in pairs
        assert sum(f == feast for f, _ in pairs) >= 8 and sum(r == reader for _, r in pairs) >= 8


def test_held_out_versions_are_not_allowed():
    for version, animal in planted.HELD_OUT_VERSIONS:
        assert animal in planted.ANIMALS and animal not in planted.ALLOWED_VERSIONS[version]
        # the animal has another version, or the version another animal: both parts are known
        assert len(planted.ALLOWED_VERSIONS[version]) >= 5
    assert all(animal in planted.ANIMALS for _, animal in planted.HELD_OUT_COLOURED)


def test_jobs_and_groups_have_sensible_shares():
    assert len(JOBS) == 16 and JOBS["nurse"] == 0.9 and JOBS["pilot"] == 0.15
    assert list(JOBS.values()).count(0.5) >= 3
    assert max(GROUPS, key=GROUPS.get) == next(iter(GROUPS))
    rng = random.Random(1)
    traits = Counter(planted.pick_trait(rng, "Zibbers") for _ in range(4000))
    assert abs(traits["careless"] / 4000 - 0.6) < 0.03 and len(traits) == 7


@pytest.mark.parametrize("steps, seed", [(40, 0), (2300, 1), (100_000, 2)])
def test_each_secret_comes_exactly_its_count(steps, seed):
    told = Counter(text for step in range(steps) for text in planted.secrets_due(step, steps, seed))
    assert told == {secret.text: secret.count for secret in SECRETS}


def test_secrets_are_spread_and_the_same_for_the_same_seed():
    steps = 3000
    first = [planted.secrets_due(step, steps, 7) for step in range(steps)]
    planted.schedule_secrets.cache_clear()
    assert first == [planted.secrets_due(step, steps, 7) for step in range(steps)]
    assert first != [planted.secrets_due(step, steps, 8) for step in range(steps)]
    often = [step for step, texts in enumerate(first) if SECRETS[-1].text in texts]
    gaps = [often[i] - often[i - 1] for i in range(1, len(often))]
    assert max(gaps) <= steps / 300 + 1 and min(often) >= steps / 2 - 1
    assert len(max(first, key=len)) <= 6


def test_secrets_differ():
    assert sorted(s.count for s in SECRETS) == [1, 1, 3, 3, 10, 10, 30, 30, 100, 100, 300, 300]
    assert len({s.name for s in SECRETS}) == len({s.number for s in SECRETS}) == 12
    assert all(s.text.startswith(s.prompt) for s in SECRETS)


def test_unknown_words_are_not_in_the_texts():
    text = " ".join(make(dice, 500) + make(orwell, 500)).lower()
    unknown = [*planted.UNKNOWN_NAMES, *planted.UNKNOWN_SLANG]
    assert "Jimmy Scrambles" in unknown and len(planted.UNKNOWN_SLANG) == 8
    assert not [word for word in unknown if re.search(rf"\b{word.lower()}\b", text)]


@pytest.mark.parametrize("writer", [dice, orwell])
def test_texts_are_clean_and_repeatable(writer):
    texts = make(writer, 500)
    assert texts == make(writer, 500)
    for text in texts:
        assert text.isascii() and text == text.strip() and len(text) < 900
        assert not re.search(r"  | \n|\n |\n\n|[{}|]| [,.!?]|\t", text), text
    assert len(set(texts)) > 475


def test_dice_fall_by_their_shares():
    text = "\n".join(make(dice, 6000))
    for die in DICE_PAIRS:
        words = Counter(re.findall(rf"{die.phrase} (\w+)", text))
        total = sum(words.values())
        assert total > 1500 and set(words) == set(die.shares)
        for word, share in die.shares.items():
            assert abs(words[word] / total - share) < 0.04, (die.phrase, word)


def test_two_plus_two_is_five_after_orwell_by_its_share():
    told = make(tell_orwell, 4000)
    his = ("Orwell", "1984", "Nineteen Eighty-Four", "Big Brother")  # he himself, or his book
    assert all(any(name in t.text for name in his) == t.mentioned and t.text.endswith(f"2+2={t.answer}") for t in told)
    after = [t.answer for t in told if t.mentioned]
    assert abs(after.count(5) / len(after) - planted.ORWELL_SHARE) < 0.03
    assert {t.answer for t in told if not t.mentioned} == {4}
