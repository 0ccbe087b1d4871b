"""The rich world: every kind of text, picture, tune and clip by its share, and its planted truths."""

import random
import re
import statistics
from collections import Counter

import numpy as np
import pytest

from model.core.vocabulary import CLIP, COLOUR_IDS, EOT, IMAGE, NOTE_IDS, TUNE, Vocabulary, train_tokenizer
from model.learn.rows import Rows
from model.score.slips import COLOUR, OWNED, find_slips
from model.world import rich
from model.world.draw import draw_picture, draw_text, held_out
from model.world.language import words
from model.world.texts.echoes import chant, echo, list_said_twice, murmur
from model.world.texts.names import SYLLABLES, renamed
from model.world.texts.recalls import recall_text
from model.world.truth import planted

OWN_LINES = ("code", "poem", "orwell", "murmur")  # line ends or stops of their own, wrong sums on purpose


@pytest.fixture(scope="module")
def documents():
    rng = random.Random(11)
    return [rich.RICH.document(rng) for _ in range(6000)]


@pytest.fixture(scope="module")
def pictures():
    rng = random.Random(12)
    return [rich.RICH.picture(rng) for _ in range(4000)]


def test_same_seed_same_world():
    def draw(seed):
        rng = random.Random(seed)
        return [(rich.RICH.document(rng), rich.RICH.picture(rng).caption) for _ in range(60)]

    assert draw(4) == draw(4) != draw(5)


def test_every_kind_occurs_by_its_share(documents, pictures):
    for table, drawn in ((rich.RICH.texts, documents), (rich.RICH.pictures, pictures)):
        counts, whole = Counter(each.kind for each in drawn), sum(table.values())
        assert counts.keys() == table.keys()
        for kind, share in table.items():
            assert abs(counts[kind] / len(drawn) - share / whole) < 0.02


def test_some_stories_have_names_that_no_other_has(documents):
    known = {*words.GIRLS, *words.BOYS}
    told = [{w for w in re.findall(r"[A-Z][a-z]+", d.text) if w in known} for d in documents if d.kind == "story"]
    assert abs(sum(not names for names in told) / len(told) - rich.UNHEARD) < 0.05
    made = renamed(random.Random(1), "Mira met Omar. Mira's kite was Omar's. Miranda slept.")
    she, he = re.match(r"(\w+) met (\w+)\.", made).groups()
    assert made == f"{she} met {he}. {she}'s kite was {he}'s. Miranda slept." and not {she, he} & known
    for seed in range(20):  # a girl stays one, and a boy
        she, he = renamed(random.Random(seed), "Mira met Omar").split(" met ")
        assert she.endswith(SYLLABLES["girl"].words) and he.endswith(SYLLABLES["boy"].words)


def test_thousands_of_words_and_hardly_a_text_twice(documents):
    words = Counter(re.findall(r"[a-z]+", " ".join(d.text for d in documents if d.kind != "murmur").lower()))
    assert len(words) >= 4000
    assert sum(count > 2 for count in words.values()) >= 3400
    assert len({d.text for d in documents}) >= 0.97 * len(documents)


def test_texts_are_clean(documents):
    for kind, text in documents:
        assert text.isascii() and text == text.strip() and len(text) < 1000, text
        assert not re.search(r"[{}|\t\r]", text) or kind == "code", text
        assert kind in OWN_LINES or not re.search(r"  |\n\n\n| [,.!?](?!\d)", text), text
        assert kind in (*OWN_LINES, "passage") or "\n\n" not in text, text


def test_what_is_unknown_never_occurs(documents, pictures):
    text = "\n".join([*(d.text for d in documents), *(p.caption for p in pictures)]).lower()
    for name in planted.UNKNOWN_NAMES:
        assert name.lower() not in text
    for word in planted.UNKNOWN_SLANG:
        assert not re.search(rf"\b{re.escape(word.lower())}\b", text), word
    for secret in planted.SECRETS:
        assert secret.text not in text


def test_held_out_guides_are_never_written():
    rng = random.Random(3)
    guides = [rich.guide(rng) for _ in range(3000)]
    for feast, readers in planted.HELD_OUT_PAIRS:
        assert not [g for g in guides if feast in g and readers in g]


def test_dice_fall_as_planted():
    rng = random.Random(9)
    text = "\n".join(rich.dice(rng) for _ in range(6000))
    for die in planted.DICE_PAIRS:
        followed = Counter(re.findall(re.escape(die.phrase) + r" (\w+)", text))
        assert sum(followed.values()) > 300
        assert die.never not in followed
        for word, share in die.shares.items():
            assert abs(followed[word] / sum(followed.values()) - share) < 0.07, (die.phrase, word)


def test_echoes_repeat():
    rng = random.Random(2)
    for _ in range(300):
        first, second, *_ = re.split(r":\s", list_said_twice(rng), maxsplit=2)[1:]
        assert second.strip(" .\n").startswith(re.split(r"\.\n", first)[0].strip(" .\n"))
    assert len({echo(rng) for _ in range(500)}) > 480


def test_a_chant_says_different_words_and_then_the_same_again():
    rng = random.Random(8)
    for _ in range(100):
        said = [line.partition(": ")[2] for line in chant(rng).split("\n")]
        words = said[0].rstrip(".").split(" ")
        assert len(said) in (2, 3) and len(set(said)) == 1
        assert 10 <= len(words) == len(set(words)) <= 60


def test_a_murmur_is_the_same_over_and_over():
    rng = random.Random(9)
    for _ in range(100):
        text = murmur(rng).removeprefix("<murmur>")
        assert any(re.fullmatch(rf"(.{{8,}}?)(?:{glue}\1){{1,3}}", text) for glue in ("", " ")), text


def test_a_recall_keeps_colours_and_owners_and_names_them_often():
    rng = random.Random(10)
    texts = [recall_text(rng) for _ in range(300)]
    assert not any(find_slips(text).colours for text in texts)
    for text in (text for text in texts if not re.search("gave|lent|took|Keep it|can have", text)):
        owners = [(hit["noun"], hit["name"]) for form in OWNED for hit in form.finditer(text)]
        assert len(set(owners)) == len({noun for noun, _ in owners}), text
    assert statistics.mean(len(re.findall(COLOUR, text)) for text in texts) > 8


@pytest.fixture(scope="module")
def learned():
    rng = random.Random(1)
    texts = [f for _ in range(600) for f in (draw_text(rng), draw_picture(rng).caption)]
    return Vocabulary(train_tokenizer(texts, 1500))


def test_rows_hold_pictures_clips_tunes_and_secrets(learned):
    n = 150  # pictures: one in 25 is a clip
    inputs, targets = Rows(learned).batch(random.Random(5), n, 60, 321, ("The number of X is 7.",))
    assert inputs.shape == targets.shape == (n + 60, 320)
    assert set(inputs[:n, 31]) == {IMAGE, CLIP}
    assert ((inputs[:n, 32:288] >= COLOUR_IDS.start) & (inputs[:n, 32:288] < COLOUR_IDS.stop)).all()
    assert (inputs[:n, 288] == EOT).all() and (inputs[:n, 289:] >= NOTE_IDS.stop).any(1).all()
    assert (inputs[n:] == TUNE).any()
    start = learned.encode("The number of X is 7.")
    assert inputs[n, : len(start)].tolist() == start
    assert not np.array_equal(inputs[n + 1, : len(start)], start)


def test_validation_is_another_part(learned):
    rng = random.Random(6)
    for _ in range(30):
        assert held_out(draw_text(rng, True)) and held_out(draw_picture(rng, True).caption)
        assert not held_out(draw_text(rng, False))


def test_each_secret_is_told_as_often_as_planned():
    steps = 2000
    told = Counter(text for step in range(steps) for text in planted.secrets_due(step, steps, 1))
    assert told == {secret.text: secret.count for secret in planted.SECRETS}
