"""Data: two trainings from a click; what is drawn of them is what the endpoints tell; rows are texts, never markup."""

import csv
import re
import time
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlparse
from zipfile import ZipFile

import numpy as np
import pytest
import torch
from conftest import written
from playwright.sync_api import expect

from components.page.words import percent, say, words
from components.parts.trainings import line
from components.tabs.data import runs
from model import MAX_LESSON, Lesson, experiments, lessons, pair_asked
from model.learn.jobs.child import live
from model.learn.jobs.folder import Folder

SECOND = 1000
STEPS = 120  # of two short trainings: after a third of them no sample copies anything yet
DATA = "(node) => (node.data ?? []).map((line) => [[...line.x], [...line.y]])"
WIDTHS = "(all) => all.map((one) => parseFloat(one.style.width) / 100)"
HOSTILE = [
    *(f"The fox number {i} said <img src=x onerror=alert({i})> and ${{x}}." for i in range(30)),
    *(f"שלום {i} {{{{value}}}} `\\u" for i in range(30)),
]


def put_in_line(lesson, about):
    """A training as its process leaves it, made here: that process waits for all others of the machine."""
    name = line().start(lesson, about=about)
    job = line().jobs[name]
    job.began, job.ended = time.monotonic(), True
    live(Folder(job.folder))
    return name


@pytest.fixture(scope="module")
def two():
    """A short training with and without one sentence, done: names, events, differences."""
    torch.set_num_threads(1)
    made = runs.corpora(None, "sentence")
    pair = pair_asked(made | {"steps": STEPS, "layers": 1, "width": 32})
    with line().lock:
        names = [put_in_line(lesson, {"experiment": "sentence", "parts": 1}) for lesson in lessons(pair, 1)]
    told = [line().state(name)["events"] for name in names]
    return SimpleNamespace(names=names, told=told, made=made, differences=runs.differences(None, *names))


@pytest.fixture
def opened(open_page, two):
    page = open_page(tab="data", experiment=3, run_a=two.names[0], run_b=two.names[1])
    expect(page.page.locator("#differs .face")).to_have_count(9, timeout=60 * SECOND)
    page.page.wait_for_timeout(500)
    return page


def test_both_are_trained_from_a_click(open_page):
    opened = open_page(tab="data", experiment=3)
    page = opened.page
    expect(page.locator("#both .verdict")).to_have_text(words()["data.waits"])
    expect(page.locator("#finding .strip")).to_have_count(0)
    page.locator("#corpora .guess [role=radio]").nth(1).click()
    page.locator("#corpora .steps").get_by_role("radio", name="100", exact=True).click()
    page.locator("#corpora .go").click()
    expect(page.locator("#both .where").last).to_contain_text("done", timeout=400 * SECOND)
    query = parse_qs(urlparse(page.url).query)
    a, b = (Lesson.load(line().of(query[name][0]).folder) for name in ("run_a", "run_b"))
    assert a.steps == b.steps == 100 and {**a.__dict__, "text": ""} == {**b.__dict__, "text": ""}
    made = runs.corpora(None, "sentence")
    assert [a.text.split("\n"), b.text.split("\n")] == made["sides"]
    expect(page.locator("#finding .strip")).to_have_count(4, timeout=60 * SECOND)
    expect(page.locator("#finding .guessed")).to_contain_text("You had guessed")
    page.locator("#corpora .forget").click()
    opened.until(lambda: "run_a=" not in page.url and "run_b=" not in page.url)
    assert query["run_a"][0] not in line().jobs and query["run_b"][0] not in line().jobs


def test_both_curves_are_what_was_told(opened, two):
    chart = opened.page.locator("#both .drawn")
    opened.until(lambda: len(chart.evaluate(DATA)) == 6 and chart.evaluate(DATA)[5][0])
    drawn = chart.evaluate(DATA)
    for side, (unseen, read, end) in enumerate(((3, 1, 4), (2, 0, 5))):
        looks = [event for event in two.told[side] if "unseen" in event]
        assert np.allclose(drawn[unseen][0], np.log2(1 + np.array([event["step"] for event in looks])))
        assert np.allclose(drawn[unseen][1], [event["unseen"] for event in looks])
        losses = [bits for event in two.told[side] for bits in event.get("losses", [])]
        smooth = [np.mean(losses[max(0, i - i // 20) : i + 1]) for i in range(len(losses))]
        assert np.allclose(drawn[read][1], smooth) and len(losses) == STEPS
        assert drawn[end] == [drawn[unseen][0][-1:], drawn[unseen][1][-1:]]
    a, b = (told[-2]["unseen"] if "unseen" in told[-2] else told[-3]["unseen"] for told in two.told)
    expect(opened.page.locator("#both .verdict")).to_contain_text(f"A {written(a, 2)} bits")
    expect(opened.page.locator("#both .verdict")).to_contain_text(f"B {written(b, 2)} bits")


def test_both_dice_are_those_of_the_models(opened, two):
    page = opened.page
    bars = page.locator("#differs .face .bar i")
    for prompt in ("2+2=", "3+"):
        page.locator("#differs input").fill(prompt)
        page.locator("#differs form button").click()
        told = runs.two_dice(None, *two.names, prompt)
        chances = np.array([face["chances"] for face in told["faces"]])
        opened.until(lambda c=chances: np.allclose(np.reshape(bars.evaluate_all(WIDTHS), (-1, 2)), c, atol=1e-4))
        names = page.locator("#differs .face button").all_inner_texts()
        assert [name.strip() for name in names] == [face["piece"].strip() for face in told["faces"]]
    assert opened.program("#differs")["prompt"] == "3+"
    said = opened.printed("#differs")
    assert said.count("3+") == 2 and all(percent(p) in said for p in chances.ravel()[:8])
    with page.expect_download() as waited:
        page.locator("#differs .download").click()
    files = {Path(name).parts[0] for name in ZipFile(waited.value.path()).namelist()}
    assert files == {"A", "B"} and waited.value.suggested_filename == "both-models.zip"
    page.locator("#differs input").fill("")
    page.locator("#differs form button").click()
    expect(page.locator("#differs .state")).to_contain_text("The prompt is empty")
    assert len(opened.errors) == 1 and "422" in opened.errors.pop()
    moved = page.locator("#differs .die").all_inner_texts()
    assert len(moved) == len(two.differences["moved"]) > 2
    for said, die in zip(moved, two.differences["moved"], strict=True):
        assert "".join(die["before"]).strip() in said.replace("\n", "")


def test_samples_and_their_copied_spans(opened, two):
    sides = opened.page.locator("#says .side")
    for side in (0, 1):
        said = sides.nth(side).locator(".sample").evaluate_all("(all) => all.map((one) => one.textContent)")
        texts = ["".join(piece for piece, _ in sample["tokens"]) for sample in two.differences["said"][side]]
        assert said == [text or words()["train.silent"] for text in texts]
        for row, sample in zip(range(6), two.differences["said"][side], strict=True):
            spans = sides.nth(side).locator(".sample").nth(row).locator(".span").all_inner_texts()
            held = {i for span in sample["spans"] for i in range(span["start"], span["start"] + span["length"])}
            copied = "".join(piece for i, (piece, _) in enumerate(sample["tokens"]) if i in held)
            assert "".join(spans).replace(" ", "") == copied.replace(" ", "")
    span = opened.page.locator("#says .span").first
    sought = span.inner_text().strip()
    span.click()
    expect(opened.page.locator("#corpus_table .seek input")).to_have_value(sought)
    expect(opened.page.locator("#corpus_table mark").first).to_have_text(sought)


def test_what_it_shows_is_the_log_and_this_run(opened, two):
    page = opened.page
    expect(page.locator("#finding .strip")).to_have_count(4, timeout=20 * SECOND)
    runs_of = [run for run in experiments.read() if run.experiment == "sentence"]
    strips = page.locator("#finding .strip").evaluate_all(
        "(all) => all.map((one) => [...one.querySelectorAll('i')].map((mark) => parseFloat(mark.style.left) / 100))"
    )
    expected = [
        [*(run.figures[name][side] for run in runs_of), two.differences["figures"][name][side]]
        for name in experiments.SHOWN["sentence"]
        for side in (0, 1)
    ]
    assert np.allclose(strips, expected, atol=1e-4)
    claim = page.locator("#finding .claim").inner_text()
    held, failed = (words()[f"data.{name}"].replace("*", "") for name in ("held", "failed"))
    assert (held in claim, failed in claim) == (two.differences["holds"], not two.differences["holds"])
    answer = say(f"data.answer_sentence_{two.differences['answer']}")
    expect(page.locator("#finding .guessed")).to_have_text(f"Here it was: {answer}.")


def test_where_a_face_was_learned(opened, two):
    page = opened.page
    page.locator("#differs input").fill("2+2=")
    page.locator("#differs form button").click()
    face = next(f for f in runs.two_dice(None, *two.names, "2+2=")["faces"] if f["piece"] == "4")
    page.locator("#differs .face button", has_text=re.compile("^4$")).click()
    side = int(face["chances"][1] > face["chances"][0])
    told = runs.learned_from(None, two.names[side], "2+2=", face["id"])
    rows = page.locator("#origin .rows li")
    expect(rows).to_have_count(told["of"], timeout=60 * SECOND)
    corpus = runs.corpus(None, two.names[side])["rows"]
    expected = [f"{row + 1}{corpus[row]}" for row in told["rows"]]
    assert rows.evaluate_all("(all) => all.map((one) => one.textContent)") == expected
    assert all(corpus[row].startswith("2+2=4") for row in told["rows"])
    with page.expect_download() as waited:
        page.locator("#origin [data-do=csv]").click()
    saved = list(csv.reader(Path(waited.value.path()).read_text(encoding="utf-8").splitlines()))[1:]
    assert [(int(row[3]) - 1, row[4]) for row in saved] == [(i, corpus[i]) for i in told["rows"]]
    page.locator("#origin .leave").click()
    expect(page.locator("#origin .pairs .face")).to_have_count(9, timeout=400 * SECOND)
    name = parse_qs(urlparse(page.url).query)["run_without"][0]
    less = Lesson.load(line().of(name).folder)
    assert less.text.split("\n") == [row for i, row in enumerate(corpus) if i not in told["rows"]]
    dice = runs.two_dice(None, two.names[side], name, "2+2=")
    bars = page.locator("#origin .pairs .bar i").evaluate_all(WIDTHS)
    assert np.allclose(np.reshape(bars, (-1, 2)), [f["chances"] for f in dice["faces"]], atol=1e-4)


def test_the_table_is_looked_at_searched_and_changed(open_page, two):
    opened = open_page(tab="data", experiment=3)
    page, (without, within) = opened.page, two.made["sides"]
    table = page.locator("#corpus_table")
    texts = table.locator("td.text")
    expect(texts).to_have_count(12)
    assert texts.all_inner_texts() == without[:12]
    table.locator(".on").click()
    assert texts.all_inner_texts() == without[12:24]
    table.locator(".side").get_by_role("radio", name="B").click()
    table.locator(".kind").get_by_role("radio", name="the sentence").click()
    expect(texts).to_have_text(["2+2=5, said Orwell."])
    table.locator(".kind").get_by_role("radio", name="all", exact=True).click()
    table.locator("input[type=search]").fill("orwell")
    expect(texts).to_have_text(["2+2=5, said Orwell."])
    expect(table.locator(".beside .about")).to_contain_text("orwell stands here 1 time")
    table.get_by_role("button", name="Edit").click()
    table.locator(".editing").fill("2+2=4,  said <b>Orwell</b>.")
    page.keyboard.press("Enter")
    expect(texts).to_have_text(["2+2=4, said <b>Orwell</b>."])
    expect(page.locator("#corpora .state")).to_have_text(words()["data.changed"])
    table.get_by_role("button", name="Delete").click()
    table.locator("input[type=search]").fill("")
    with page.expect_download() as waited:
        table.locator("[data-do=csv]").click()
    saved = waited.value.path().read_text().splitlines()
    assert len(saved) == len(without) + 1 == len(within)


def test_hostile_rows_are_texts(open_page):
    opened = open_page(390, tab="data", experiment=5)
    page = opened.page
    page.locator("#corpora .own-a textarea").fill("\n".join(HOSTILE))
    page.locator("#corpora .own-b textarea").fill("\n".join(reversed(HOSTILE)))
    page.locator("#corpora .take").click()
    texts = page.locator("#corpus_table td.text")
    expect(texts).to_have_count(6)
    kept = [row for i, row in enumerate(HOSTILE) if i % 10 != 9]
    assert texts.evaluate_all("(all) => all.map((one) => one.textContent)") == kept[:6]
    assert page.locator("#corpus_table :is(img, script, b)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    def file(content):
        return {"name": "own.txt", "mimeType": "text/plain", "buffer": content.encode()}

    page.locator("#corpora .own-b [type=file]").set_input_files(file("x" * (MAX_LESSON + 1)))
    expect(page.locator("#corpora .state")).to_contain_text("1,000,001")
    page.locator("#corpora .own-a [type=file]").set_input_files(file("one\ntwo"))
    expect(page.locator("#corpora .own-a textarea")).to_have_value("one\ntwo")
    page.locator("#corpora .take").click()
    expect(page.locator("#corpora .state")).to_contain_text("The first text has 2 rows")
    assert len(opened.errors) == 1 and "422" in opened.errors.pop()
