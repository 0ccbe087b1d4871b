"""The page of a visitor's own model: all tabs of it, the shipped one beside it, and its training to go back in."""

import base64
import re
import time
from urllib.parse import parse_qs, urlparse

import numpy as np
import pytest
from playwright.sync_api import expect

from components.page.words import words
from components.parts.trainings import line
from model import Lesson, load, load_die

SECOND = 1000


def trained(**lesson):
    name = line().start(Lesson(steps=60, **lesson))
    while not line().of(name).ended:
        time.sleep(0.1)
    return name


@pytest.fixture(scope="module")
def own():
    return trained(layers=2, width=128, context=32)


def chances(page):
    """Of the die's own faces, as they are drawn, the likeliest first."""
    return page.locator("#die .face:not(.others)").evaluate_all("(all) => all.map(({ dataset }) => Number(dataset.p))")


def test_it_opens_in_all_tabs(open_page, app_url, own):
    opened = open_page(tab="train", run=own)
    link = opened.page.locator("#learned .open")
    expect(link).to_have_attribute("href", re.compile(f"^of/{own}/"), timeout=20 * SECOND)
    opened.page.goto(f"{app_url}{link.get_attribute('href')}")
    opened.settle()
    page, lm = opened.page, load(line().folder(own))
    state = opened.state()
    assert (state["tab"], state["text"]) == ("dice", "Once upon a time")
    expect(page.locator("#header .model")).to_contain_text("Trained in this page: 0.5 million weights")
    dice = load_die(lm.trace("Once upon a time").logits[-1])
    drawn = chances(page)
    assert len(drawn) > 3 and np.allclose(drawn, dice.raw[: len(drawn)], atol=1e-5)
    opened.open("Attention")
    assert page.locator("#heads [role=radio]").count() == 2 * lm.config.n_head
    page.locator("#header .home").click()
    page.wait_for_url(f"{app_url}?tab=train*")
    assert parse_qs(urlparse(page.url).query)["tab"] == ["train"]


def test_all_its_snapshots_are_whole(open_page, app_url, own):
    opened = open_page(tab="train", run=own)
    opened.page.goto(f"{app_url}of/{own}/?tab=through_time&text=Once")
    opened.settle()
    page, lm = opened.page, load(line().folder(own))
    steps = [*lm.history.whole]
    assert len(steps) >= 12 and steps == [line["step"] for line in lm.history.lines]
    expect(page.locator("#timeline .kept")).to_have_count(len(steps))
    expect(page.locator("#moment .die-card")).to_be_visible()
    expect(page.locator("#moment .hands-card")).to_be_hidden()  # nothing of them was recorded
    right, asked = lm.history.lines[-1]["skills"]["guessed"]
    expect(page.locator("#timeline .say")).to_contain_text(f"{right} of {asked} right")
    page.locator("#timeline .back").click()
    opened.open("Dice")
    at = load_die(lm.at(steps[-2]).trace("Once").logits[-1])
    drawn = chances(page)
    assert len(drawn) > 3 and np.allclose(drawn, at.raw[: len(drawn)], atol=1e-5)


def test_a_forgotten_one_says_so(open_page, app_url):
    name = trained(reads="copies", layers=1, width=32)
    opened = open_page(tab="train", run=name)
    opened.page.goto(f"{app_url}of/{name}/?tab=dice")
    opened.settle()
    line().forget(name)
    opened.page.goto(f"{app_url}of/{name}/?tab=dice")
    expect(opened.page.locator("p")).to_contain_text("There is no training")
    assert len(opened.errors) == 1 and "404" in opened.errors.pop()
    opened.page.get_by_role("link", name=words()["page.back"]).click()
    opened.settle()


def test_the_film_of_another_head(open_page, own):
    opened = open_page(tab="train", run=own)
    page = opened.page
    heads = page.locator("#losses .film-of select")
    expect(heads.locator("option")).to_have_count(4, timeout=20 * SECOND)
    pixels = "(canvas) => [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data]"
    last = page.locator("#losses .frame canvas").last
    happened = line().state(own)["events"]
    told = [event["heads"] for event in happened if "heads" in event][-1]
    raw = np.frombuffer(base64.b64decode(told["packed"]), "<u2").reshape(told["shape"])
    lit = np.tril(np.ones(told["shape"][2:])) == 1
    for number, (layer, head) in enumerate([(0, 0), (0, 1), (1, 0)]):
        heads.select_option(str(number))
        expect(last).to_have_attribute("aria-label", f"Attention of layer {layer}, head {head}")
        drawn = np.reshape(last.evaluate(pixels), (*told["shape"][2:], 4))[lit][:, :3].sum(1)
        order = np.argsort(raw[layer, head][lit], kind="stable")
        assert (np.diff(drawn[order].astype(int)) <= 0).all()  # more attention is darker
    opened.until(lambda: "film=2" in page.url)
