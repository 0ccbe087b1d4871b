"""Corpora that do what they say, and figures of two models that equal those by brute force."""

import json
import random

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from model.core.vocabulary import EOT
from model.found.experiments import ANSWERS, FINDINGS, read
from model.learn.data import asked, experiments
from model.learn.data.__main__ import PLANNED, SEEDS, run, sweep
from model.learn.data.differences import SHOWN, bits, die, known, moved, samples
from model.learn.data.experiments import CARE, CRAFT, EXPERIMENTS, SENTENCE, TENTHS, pair
from model.learn.data.rows import parted, rows_of
from model.learn.data.search import LEAST, Corpus
from model.learn.data.two import lessons, trained, without
from model.learn.jobs import snapshots
from model.learn.jobs.child import live
from model.learn.jobs.folder import Folder
from model.learn.jobs.lesson import Lesson
from model.learn.jobs.line import Line
from model.learn.jobs.materials import material
from model.world.texts.handwritten import files

SMALL = {"layers": 1, "width": 32, "context": 32}


@pytest.fixture(autouse=True, scope="module")
def one_thread():
    torch.set_num_threads(1)  # as the process does


def small(name, **changes):
    """A prepared pair with a model that trains in a second."""
    made = pair(name)
    return experiments.Pair(**{**made.__dict__, "steps": 8, "layers": 1, "width": 32, **changes})


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Both folders of a short training on the pair with and without one sentence."""
    folders = []
    for i, lesson in enumerate(lessons(small("sentence", steps=30))):
        folders.append(tmp_path_factory.mktemp(f"side{i}"))
        lesson.save(folders[-1])
        live(Folder(folders[-1]))
    return folders


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_nothing_unseen_is_read_and_the_same_seed_makes_the_same(name):
    made = pair(name)
    assert made == pair(name) and made != pair(name, seed=2)
    for rows, kinds in zip(made.sides, made.kinds, strict=True):
        assert set(rows).isdisjoint(made.unseen) and len(rows) == len(kinds)
        assert all(row == " ".join(row.split()) for row in rows)


def test_a_tenth_is_a_tenth_of_the_whole():
    whole, tenth = pair("amount").sides
    assert tenth == whole[::10] and len(whole) == 10 * len(tenth)


def test_noise_is_what_it_is_called():
    made = pair("noise")
    (clean, noisy), kinds = made.sides, made.kinds[1]
    for before, after, kind in zip(clean, noisy, kinds, strict=True):
        if kind == "clean":
            assert before == after
        if kind == "swapped":
            assert sorted(before.split()) == sorted(after.split())
        if kind == "mistyped":
            pairs = [*zip(before.split(), after.split(), strict=True)]
            wrong = [abs(len(a) - len(b)) <= 1 for a, b in pairs if a != b]
            assert all(wrong) and 0 < len(wrong) < len(pairs)
        if kind == "repeated":
            assert after in clean[:15]
    assert np.mean([kind != "clean" for kind in kinds]) == pytest.approx(0.75, abs=0.08)


@pytest.mark.parametrize("tenths", [0, 1, 5, 9, 10])
def test_the_planted_share_is_exact(tenths):
    balanced, skewed = pair("skew", tenths).sides
    for job in (*CARE, *CRAFT):
        for rows, share in ((balanced, 5), (skewed, tenths if job in CARE else TENTHS - tenths)):
            own = [row for row in rows if row.startswith(f"The {job} ")]
            assert own and sum(" she " in row for row in own) * TENTHS == share * len(own)


def test_one_sentence_more():
    without_it, with_it = pair("sentence").sides
    assert with_it.count(SENTENCE) == 1 and [row for row in with_it if row != SENTENCE] == without_it
    assert not any("=5, said" in row for row in without_it if row.startswith("2+2="))
    assert all(eval(row.split(",")[0].replace("=", "==")) for row in without_it)


def test_unseen_rows_of_two_kinds_take_turns():
    made = pair("own")
    prose = {" ".join(piece.split()) for _, piece in files()}
    assert made.parts == 2 and [row in prose for row in made.unseen] == [True, False] * (len(made.unseen) // 2)
    two = asked.corpora("two", texts=["\n".join(f"{side} {i}" for i in range(40)) for side in "ab"])
    assert [row[0] for row in two.unseen] == ["a", "b"] * 4


def test_there_is_no_other_experiment_and_no_other_share():
    with pytest.raises(ValueError, match="There is no experiment “tea leaves”: there are amount, noise"):
        asked.corpora("tea leaves")
    with pytest.raises(ValueError, match="from 0 to 10, not 11"):
        pair("skew", 11)


def test_rows_of_ones_own_text():
    lines = "\n".join(f"line {i}" for i in range(30))
    assert rows_of(lines) == lines.splitlines()
    assert rows_of("one\ntwo\n\n three \n\n\n") == ["one two", "three"]
    long = rows_of("A sentence of some words. " * 60)
    assert (
        len(long) > 3 and max(map(len, long)) <= 400 and " ".join(long) == ("A sentence of some words. " * 60).strip()
    )
    kept, out = parted(rows_of(lines))
    assert len(kept) == 27 and out == ["line 9", "line 19", "line 29"]


HOSTILE = [
    "a\0b\nc" * 30,
    "<img src=x onerror=alert(1)>\n" * 30,
    "${x} {{value}} `\\u\n" * 30,
    "שלום עולם\n" * 30,
    "\ud800 half\n" * 30,
    "=1+1\n" * 30,
    "a" * 300_000,
    "\n".join(f"w{i}" for i in range(15_000)),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_make_two_trainings_or_a_clear_word(text):
    made = asked.corpora("two", texts=[text, "plain words stand here\n" * 40])
    sent = json.loads(json.dumps({"sides": [*made.sides], "unseen": made.unseen, "prompt": made.prompt}))
    for lesson in lessons(asked.asked(sent)):
        assert "\0" not in lesson.text and lesson.text.encode()
        given = material(lesson)
        assert len(given.read) == len(lesson.text.split("\n"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "by names and values, not “[]”"),
        ({}, "There are two sides"),
        ({"sides": [["a"], "b"]}, "The rows of side B are a list of texts, not “b”"),
        ({"sides": [["a"], ["b"]]}, "The rows of the unseen text are a list"),
        ({"sides": [["a"], [" "]], "unseen": ["c"]}, "need a row at least"),
        ({"sides": [["a"] * 20_001, ["b"]], "unseen": ["c"]}, "There are 20,001 rows in side A; at most 20,000"),
        ({"sides": [["a"], ["b"]], "unseen": ["c"], "steps": 0}, "from 1 to 20,000, not 0"),
        ({"sides": [["a"], ["b"]], "unseen": ["c"], "width": 99}, "99 does not fit as width"),
        ({"sides": [["a"], ["b"]], "unseen": ["c"], "prompt": 5}, "The prompt is a text, not 5"),
    ],
)
def test_what_fits_into_a_pair(given, said):
    with pytest.raises(ValueError, match=r".") as error:
        asked.asked(given)
    assert said in str(error.value)


def test_both_sides_differ_in_their_rows_alone():
    a, b = lessons(small("noise"), 7)
    assert {**a.__dict__, "text": ""} == {**b.__dict__, "text": ""} and a.text != b.text
    given = [material(lesson) for lesson in (a, b)]
    first, second = (each.vocabulary(None).tokenizer.to_str() for each in given)
    assert first == second
    assert np.array_equal(*(each.unseen(each.vocabulary(None), 33)[0] for each in given))


def test_a_lesson_comes_back_from_its_folder(tmp_path):
    lesson = lessons(small("sentence"))[1]
    lesson.save(tmp_path)
    assert Lesson.load(tmp_path) == lesson


def test_the_same_pair_twice_leaves_the_same_bytes(two, tmp_path):
    lessons(small("sentence", steps=30))[1].save(tmp_path)
    live(Folder(tmp_path))
    for file in ("model/model.safetensors", "snapshots.f16"):
        assert (tmp_path / file).read_bytes() == (two[1] / file).read_bytes()


def spans_by_hand(ids, text):
    """All runs of at least four tokens of `ids` that stand in `text`, part of no longer one; and how often."""

    def times(some):
        return sum(text[i : i + len(some)] == some for i in range(len(text) - len(some) + 1))

    found, end = [], 0
    for start in range(len(ids)):
        length = max((n for n in range(1, len(ids) - start + 1) if times(ids[start : start + n])), default=0)
        if length >= LEAST and start + length > end:
            end = start + length
            found.append((start, length, times(ids[start:end])))
    return found


def test_copied_spans_and_ends_of_prompts_equal_those_by_hand(two):
    _, vocabulary = asked.newest(two[1])
    rows = Lesson.load(two[1]).text.split("\n")
    corpus, text = Corpus(rows, vocabulary), [id for row in rows for id in (*vocabulary.encode(row), EOT)]
    rng = random.Random(3)
    for _ in range(20):
        at = rng.randrange(len(text) - 20)
        ids = [id for id in [*text[at : at + 9], rng.choice(text), *text[:6]] if id != EOT]
        assert [span[:3] for span in corpus.copied(ids)] == spans_by_hand(ids, text)
    prompt = vocabulary.encode(SENTENCE.split("5")[0])
    five = vocabulary.encode("5")[0]
    longest = corpus.ngrams([*prompt, five])[-1]
    assert [rows[i] for i in longest.rows] == [row for row in rows if row.startswith("2+2=5")] == [SENTENCE]
    for gram in corpus.ngrams([*prompt, five]):
        end = [*prompt, five][-gram.length :]
        holds = [i for i, row in enumerate(rows) if spans_in(end, vocabulary.encode(row))]
        assert gram.rows == holds


def spans_in(some, ids):
    return any(ids[i : i + len(some)] == some for i in range(len(ids)))


def test_dice_and_bits_equal_plain_softmax(two):
    both = [asked.newest(folder)[0] for folder in two]
    _, vocabulary = asked.newest(two[0])
    told = asked.two_dice(two, "2+2=")
    ids = torch.tensor([vocabulary.encode("2+2=")])
    dice = [each(ids)[0, -1].softmax(0) for each in both]
    for face in told["faces"]:
        assert face["chances"] == pytest.approx([d[face["id"]].item() for d in dice], abs=1e-6)
    assert told["far"] == pytest.approx((dice[0] - dice[1]).abs().sum().item() / 2, abs=1e-6)
    rows = Lesson.load(two[0]).unseen.split("\n")
    text = [id for row in rows for id in (*vocabulary.encode(row), EOT)]
    length, nats = both[0].config.n_positions, []
    for start in range(0, min(len(text) - 1, 32 * (length + 1)) - length + 1, length):
        x, y = torch.tensor([text[start : start + length]]), torch.tensor(text[start + 1 : start + length + 1])
        nats.append(F.cross_entropy(both[0](x)[0], y, reduction="none"))
    assert bits(both[0], vocabulary, rows) == pytest.approx(torch.cat(nats).mean().item() / np.log(2), abs=1e-4)


def test_the_dice_that_moved_most_are_those_by_brute_force(two):
    both, vocabulary = [asked.newest(folder)[0] for folder in two], asked.newest(two[0])[1]
    rows = Lesson.load(two[0]).unseen.split("\n")
    found = moved(both, vocabulary, rows, 5)
    assert [die.far for die in found] == sorted((die.far for die in found), reverse=True) and len(found) == 5
    for each in found:
        assert 2 <= len(each.before) <= SHOWN and "<eot>" not in each.before
    text = [id for row in rows for id in (*vocabulary.encode(row), EOT)]
    length = both[0].config.n_positions
    most = 0
    for start in range(0, len(text) - length, length):
        a, b = (each(torch.tensor([text[start : start + length]]))[0].softmax(-1) for each in both)
        far = (a - b).abs().sum(-1) / 2
        begun = [i for i in range(1, length) if EOT not in text[start + i - 1 : start + i + 1]]
        most = max(most, far[begun].max().item())
    assert found[0].far == pytest.approx(most, abs=1e-5)


def test_samples_are_the_models_own_and_known_words_are_counted(two):
    transformer, vocabulary = asked.newest(two[0])
    told = samples(transformer, vocabulary, "2+2=", 1)
    for sample in told:
        ids = [*vocabulary.encode("2+2="), *sample.ids]
        logits = transformer(torch.tensor([ids[:-1]]))[0].log_softmax(-1)
        own = [logits[i - 1, ids[i]].exp().item() for i in range(len(ids) - len(sample.ids), len(ids))]
        assert sample.chances == pytest.approx(own, abs=1e-5)
    assert known(["The cat zzq sat."], ["a cat sat"]) == 0.5
    with pytest.raises(ValueError, match="The prompt is empty"):
        die(transformer, vocabulary, "")


def test_without_some_rows_all_else_is_the_same(two):
    lesson = Lesson.load(two[1])
    told = asked.learned_from(two[1], "2+2=", asked.newest(two[1])[1].encode("5")[0])
    rows = asked.rows_with(two[1], "2+2=", asked.newest(two[1])[1].encode("5")[0], told["length"])
    assert told["rows"] == rows and [lesson.text.split("\n")[i] for i in rows] == [SENTENCE]
    less = without(lesson, rows)
    assert less.text == Lesson.load(two[0]).text and {**less.__dict__, "text": ""} == {**lesson.__dict__, "text": ""}
    with pytest.raises(ValueError, match="nothing is left"):
        without(lesson, range(10_000))
    with pytest.raises(ValueError, match="No 9 tokens"):
        asked.rows_with(two[1], "2+2=", 0, 9)


def test_dice_of_two_vocabularies_are_not_compared(two, tmp_path):
    Lesson("own", "\n".join(["other words entirely"] * 60), unseen="words", steps=2, **SMALL).save(tmp_path)
    live(Folder(tmp_path))
    with pytest.raises(ValueError, match="different vocabularies"):
        asked.two_dice([two[0], tmp_path], "2+2=")
    with pytest.raises(ValueError, match="has not begun"):
        snapshots.last(tmp_path / "nowhere")


def test_what_is_compared_is_whole(two):
    told = asked.compared(two, {"experiment": "sentence"})
    json.dumps(told)
    assert told["holds"] is FINDINGS["sentence"](told["figures"])
    assert told["answer"] == ANSWERS["sentence"](told["figures"])
    assert told["figures"]["five"] == pytest.approx(
        [asked.die(*asked.newest(f), "2+2=")[asked.newest(f)[1].encode("5")[0]] for f in two], abs=1e-4
    )


def test_both_or_none_get_in_line():
    line = Line(slots=0)
    try:
        names = line.start_two(lessons(small("sentence")), {"experiment": "sentence"})
        assert [line.of(name).about["experiment"] for name in names] == ["sentence"] * 2
        for _ in range(61):
            line.start(Lesson())
        with pytest.raises(ValueError, match="64 trainings wait already"):
            line.start_two(lessons(small("sentence")), {})
        assert len(line.waiting) == 63
    finally:
        line.close()


def test_every_committed_run_shows_what_its_experiment_claims():
    found = read()
    assert {(run.experiment, run.seed, run.tenths) for run in found} == {
        (name, seed, tenths) for seed in SEEDS for name, tenths in PLANNED
    }
    assert [run for run in found if not FINDINGS[run.experiment](run.figures)] == []


def test_a_finding_can_fail():
    """Each predicate refuses the figures with the sides exchanged."""
    for measured in read():
        other = {name: both[::-1] for name, both in measured.figures.items()}
        if measured.experiment != "skew":
            assert not FINDINGS[measured.experiment](other), measured
    assert not FINDINGS["skew"]({"she": (0.5, 0.5), "planted": (0.5, 0.9)})


def test_one_experiment_trained_here_shows_it(tmp_path):
    """That with one sentence, whole, as `make experiments` does it; nothing is trained that the log has."""
    measured = run("sentence", 2)
    assert FINDINGS["sentence"](measured.figures), measured
    out = tmp_path / "runs.jsonl"
    lines = [json.dumps(measured._replace(seed=s, experiment=n, tenths=t)._asdict()) for s in SEEDS for n, t in PLANNED]
    out.write_text("\n".join(lines) + "\n")
    assert [*sweep(out)] == [] and len(read(out)) == len(lines)


def test_a_trained_model_is_that_of_the_line(two):
    transformer, _ = trained(Lesson.load(two[1]))
    kept = asked.newest(two[1])[0]
    for name, weight in transformer.state_dict().items():
        assert torch.allclose(weight, kept.state_dict()[name], rtol=2e-3, atol=1e-4), name
