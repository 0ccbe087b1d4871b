"""Write, beyond one text: the tree in its link, settings side by side, where a text comes from, counted words."""

import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import torch
from PIL import Image
from playwright.sync_api import expect
from test_look import in_both_themes

from components.tabs.write.rolling import SIDE_STEPS, TRIES
from components.tabs.write.tab import RUNS
from model import Shaping, count_words, covered, longest_apart
from model.core.sampling import shape

TEXT = "Once upon a time a girl lived next to"
STILL = "() => !['busy', '0', undefined].includes(document.querySelector('#writing .text').dataset.written)"
FOUND = "() => !document.querySelector('#where_from .card').hidden"
READ = "(all) => all.map((glass) => glass.classList.contains('read'))"
FILL = "(all) => all.map((glass) => parseFloat(glass.style.getPropertyValue('--full')) / 100)"


def written(opened):
    """Wait until a text stands still."""
    opened.page.wait_for_function(STILL, timeout=30_000)
    return opened


def write(opened):
    opened.page.locator("#writing .on").click()
    return written(opened)


def branched(opened, place=3):
    """Another face at a place, and what is written after it."""
    opened.page.locator("#writing .glass").nth(place).click()
    n = opened.page.locator("#writing .branch").count()
    opened.page.locator("#writing .take").last.click()
    opened.page.wait_for_function("(n) => document.querySelectorAll('#writing .branch').length > n", arg=n)
    return written(opened)


def tree(opened):
    """What the page says of all branches."""
    with opened.page.expect_download() as waiting:
        opened.page.locator("#writing [data-export=json]").click()
    return json.loads(Path(waiting.value.path()).read_text())


def linked(opened):
    """The address, as soon as it says what is on the page."""
    opened.page.get_by_role("button", name="Copy link").click()
    return opened.page.evaluate("() => [location.search, location.hash]")


def has_the_dice_of_a_fresh_pass(told, lm):
    """Each token's chance, and the end's, under the temperature that it was rolled with."""
    prompt, ids = lm.encode(TEXT), [t["id"] for t in told]
    logits = lm.trace_ids([*prompt, *ids]).logits[len(prompt) - 1 :]
    for t, row in zip(told, logits, strict=False):
        die = shape(torch.tensor(row)[None], Shaping(float(t["load"].split(",")[0])))[0]
        assert t["p"] == pytest.approx(float(die[t["id"]]), abs=1e-4)
        assert t["ends"] == pytest.approx(float(die[0]), abs=1e-4)


def test_a_link_restores_the_tree_with_its_names_and_dice(open_page, lm):
    opened = branched(branched(write(open_page(tab="write", text=TEXT))), 8)
    page = opened.page
    page.locator("#writing .branch[aria-checked=true]").focus()
    page.keyboard.press("F2")
    page.keyboard.type("Ida's <b>${way}</b> / 50 %")
    page.keyboard.press("Enter")
    expect(page.locator("#writing .branch[aria-checked=true] .name")).to_have_text("C: Ida's <b>${way}</b> / 50 %")
    page.locator("#write_temperature input[type=number]").fill("1.1")  # the next branch has other dice
    page.keyboard.press("Tab")
    opened.settle()
    assert page.locator("#writing .before").inner_text() == "written at temperature 0.50"
    before = tree(branched(opened, 12))
    search, hash = linked(opened)
    assert len(search) < 300 and hash.startswith("#tree=")
    again = open_page(tab="dice")
    again.page.goto(f"{again.url}{search}{hash}")
    again.page.wait_for_function("() => document.querySelectorAll('#writing .branch').length === 4", timeout=20_000)
    after = tree(written(again))
    assert after["names"] == ["", "", "Ida's <b>${way}</b> / 50 %", ""] and after["open"] == before["open"] == 3
    assert [[t["id"] for t in branch] for branch in after["branches"]] == [
        [t["id"] for t in branch] for branch in before["branches"]
    ]
    loads = {t["load"] for branch in after["branches"] for t in branch}
    assert loads == {"0.5,0,1", "1.1,0,1"}
    for told in (*before["branches"], *after["branches"]):
        has_the_dice_of_a_fresh_pass(told, lm)
    drawn = again.page.eval_on_selector_all("#writing .glass", FILL)
    assert np.allclose(drawn, [t["p"] for t in after["branches"][3]], atol=1e-6)


def test_the_tree_is_a_picture_with_its_words_as_drawn(open_page):
    opened = branched(write(open_page(tab="write", text=TEXT)), 4)
    drawn = opened.page.locator("#writing .tree svg text").all_text_contents()
    words = [branch[4 * (i > 0)]["piece"].strip() for i, branch in enumerate(tree(opened)["branches"])]
    file = ElementTree.fromstring(handed_over(opened, "svg"))
    texts = ["".join(each.itertext()) for each in file.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[: len(drawn)] == drawn and [text.split(" ")[0] for text in texts[:2]] == words
    assert TEXT in texts[-1] or TEXT in texts[-2]
    width, height = (float(file.get(side)) for side in ("width", "height"))
    image = Image.open(io.BytesIO(handed_over(opened, "png")))
    assert image.size == (2 * int(width), 2 * int(height)) and len(image.convert("RGB").getcolors(1 << 24)) > 20


def test_where_the_last_branch_stands_is_found_however_fast_one_walks(open_page, lm, caplog):
    opened = branched(branched(write(open_page(tab="write", text=TEXT))), 8)
    clicks = """(all) => { for (let i = 0; i < 8; i++)
        for (const branch of all) setTimeout(() => branch.click(), 40 * i); }"""
    before = opened.asked
    opened.page.locator("#writing .branch").evaluate_all(clicks)
    opened.page.wait_for_timeout(400)
    opened.settle()
    expect(opened.page.locator("#writing .branch").last).to_have_attribute("aria-checked", "true")
    new = [t["id"] for t in tree(opened)["branches"][-1] if t["kind"] != "control"]
    marks = marked(lm, new)[1].tolist()
    opened.until(lambda: opened.page.locator("#writing .glass").evaluate_all(READ)[: len(new)] == marks, 20)
    assert any(marks) and "fault" not in caplog.text
    assert opened.asked - before < 12  # of 24 branches that were passed


def marked(lm, new, begun=TEXT):
    """The runs of what was written that stand in what was read, and whether each of its tokens is in one."""
    prompt = lm.encode(begun)
    runs = [r for r in lm.reading.runs([*prompt, *new]) if r.start + r.length > len(prompt)]
    return runs, covered(runs, len(prompt) + len(new))[len(prompt) :]


def handed_over(opened, form):
    """The file of the branches' card."""
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"#writing .branches [data-do={form}]").click()
    return Path(waiting.value.path()).read_bytes()


def test_the_tree_is_walked_by_keys_and_drawn_where_the_branches_part(open_page):
    opened = branched(branched(write(open_page(tab="write", text=TEXT)), 6), 2)
    page, told = opened.page, tree(opened)
    longest = max(map(len, told["branches"]))
    width, paths, squares = page.evaluate(
        """() => { const svg = document.querySelector('#writing .tree svg');
            return [svg.clientWidth, svg.querySelectorAll('.arm:not(.walked)').length,
                [...svg.querySelectorAll('.part')].map((part) => Number(part.getAttribute('x')) + 8)]; }"""
    )
    assert paths == 3
    assert sorted(squares) == pytest.approx([10 + place / longest * (width - 20) for place in (2, 6)], abs=0.1)
    boxes = page.locator("#writing .branch")
    order = [int(box) for box in boxes.evaluate_all("(all) => all.map((box) => box.dataset.focus)")]
    assert order == [0, 1, 2]  # what parts later stands nearer
    boxes.nth(2).focus()
    page.keyboard.press("ArrowUp")
    expect(boxes.nth(1)).to_be_focused()
    expect(boxes.nth(1)).to_have_attribute("aria-checked", "true")
    ids = [t["piece"].strip() for t in told["branches"][1]]
    assert page.locator("#writing .glass").nth(6).inner_text().strip() == ids[6]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    pressed = page.locator("#writing .glass[aria-pressed=true]")
    assert int(pressed.get_attribute("data-place")) == len(ids) - 3
    page.locator("#writing .with select").select_option("0")
    columns = page.locator("#writing .column")
    assert columns.count() == 2
    parts = page.locator("#writing .column .parts").evaluate_all(
        "(all) => all.map((each) => [...each.parentElement.querySelectorAll('.glass')].indexOf(each))"
    )
    assert parts == [6, 6]


def test_settings_side_by_side_are_those_of_the_generator(open_page, lm):
    opened = open_page(tab="write", text=TEXT, sides="0.2 1.2 0.7~3.1", edits="head 2.0 off")
    page = opened.page
    page.locator("#sides .more").click()
    page.locator("#sides .setting").nth(3).locator("select").select_option("edits")
    assert page.locator("#sides .more").is_disabled()
    page.locator("#sides .both").click()
    page.wait_for_function("() => document.querySelector('#sides .columns').dataset.written === '4'", timeout=60_000)
    ids, texts = lm.encode(TEXT), []
    for i, (heat, changes) in enumerate(((0.2, []), (1.2, []), (0.7, ["head 3.1 off"]), (0.7, ["head 2.0 off"]))):
        steps = [*lm.changed(ids, SIDE_STEPS, Shaping(heat), 7, changes)]
        new = [int(step.ids) for step in steps]
        end = new.index(0) + 1 if 0 in new else len(new)
        column = page.locator("#sides .column").nth(i)
        shown = "".join(column.locator(".glass").all_text_contents())
        assert shown.replace("↵", "\n") == "".join(map(lm.vocabulary.piece, new[:end]))
        fill = column.locator(".glass").evaluate_all(FILL)
        assert np.allclose(fill, [float(s.probs[0, s.rank[0]]) for s in steps[:end]], atol=1e-4)
        bits = -np.log2([float(s.probs[0, s.rank[0]]) for s in steps[:end]]).mean()
        assert f"{bits:.1f} bit" in column.locator(".foot").inner_text()
        texts.append(new[:end])
    part = next(i for i in range(SIDE_STEPS) if len({text[i] for text in texts}) > 1)
    expect(page.locator("#sides .note")).to_have_text(f"they part at token {part + 1}")
    places = page.locator("#sides .parts").evaluate_all(
        "(all) => all.map((each) => [...each.parentElement.querySelectorAll('.glass')].indexOf(each))"
    )
    assert places == [part] * 4
    search, _ = linked(opened)
    assert "sides=0.2+1.2+0.7%7E3.1+0.7%7Eedits" in search


def test_where_from_is_what_the_search_finds(open_page, lm):
    begun = "Once upon a time there was a"  # it goes on in several runs that it has read
    opened = write(open_page(tab="write", text=begun))
    page, (told,) = opened.page, tree(opened)["branches"]
    page.wait_for_function(FOUND, timeout=20_000)
    prompt, new = lm.encode(begun), [t["id"] for t in told if t["kind"] != "control"]
    runs, marks = marked(lm, new, begun)
    drawn = page.locator("#writing .glass").evaluate_all(READ)
    assert drawn[: len(new)] == marks.tolist() and not any(drawn[len(new) :])
    unseen, n = lm.reading.unseen
    shares = page.locator("#where_from .whole")
    wide = shares.evaluate_all("(all) => all.map((bar) => parseFloat(bar.firstChild.style.width))")
    assert wide == pytest.approx([100 * marks.mean(), 100 * unseen / n], abs=1e-3)
    assert f"{marks.sum()} of {len(new)}" in page.locator("#where_from .share").first.inner_text()
    rows, listed = page.locator("#where_from li"), longest_apart(runs, RUNS)
    assert rows.count() == len(listed) > 1
    for i, run in enumerate(listed):
        said = lm.vocabulary.decode([*prompt, *new][run.start : run.start + run.length])
        assert rows.nth(i).locator(".words").text_content().replace("↵", "\n") == said
        assert rows.nth(i).locator(".times").inner_text().startswith(f"{run.times:,} time")
        last = page.locator("#writing .glass").nth(run.start - len(prompt) + run.length - 1)
        assert last.get_attribute("data-run") == str(i + 1)
    rows.first.locator("summary").click()
    quote = rows.first.locator("blockquote").first
    expect(quote).to_be_visible()
    line = lm.reading.lines(listed[0], 1)[0]
    assert quote.locator("b").text_content().replace("↵", "\n") == line.run
    sample = f"{len(lm.reading.corpus.ids):,}"
    expect(page.locator("#where_from .told")).to_contain_text(sample)
    expect(page.locator("#where_from .told")).to_contain_text("not in this sample")
    ours = (
        "(card) => { const all = card.cloneNode(true); all.querySelector('.found').remove(); return all.textContent; }"
    )
    assert not re.search(r"\bnew\b", page.locator("#where_from").evaluate(ours))  # beside what the model has written


def test_twenty_tries_are_counted_and_each_can_be_opened(open_page, lm):
    opened = open_page(tab="write", text="Write a story of exactly 50 words.")
    page = opened.page
    page.locator("#fifty .all").click()
    opened.until(page.locator("#fifty_lengths .drawn[data-drawn]").is_visible, 40)
    words, ends = [], []
    ids = lm.encode("Write a story of exactly 50 words.")
    for i in range(TRIES):
        steps = [*lm.generate(ids, 160, Shaping(0.5), 7 + i)]
        new = [int(step.ids) for step in steps]
        cut = new.index(0) if 0 in new else len(new)
        words.append(count_words(lm.vocabulary.decode(new[:cut])))
        ends.append([float(step.probs[0, 0]) for step in steps[: cut + 1]])
    shown = [int(n) for n in page.locator("#fifty .tries button").all_inner_texts()]
    assert shown == words
    hits = f"{words.count(50)} of {TRIES} tries"
    expect(page.locator("#fifty .say")).to_contain_text(hits)
    data = "(node) => node._fullData.map((t) => [t.name, Array.from(t.x ?? []), Array.from(t.y ?? [])])"
    dots = page.locator("#fifty_lengths .drawn").evaluate(data)
    assert sorted(x for _, xs, _ in dots for x in xs) == sorted(words)
    assert page.locator("#fifty_lengths .drawn").evaluate("(node) => node.layout.shapes[0].x0") == 50
    opened.until(page.locator("#fifty_ends .drawn[data-drawn]").is_visible)
    lines = {name: y for name, _, y in page.locator("#fifty_ends .drawn").evaluate(data)}
    for i, expected in enumerate(ends):
        assert np.allclose(lines[f"try {i + 1}"], expected, atol=1e-4)
    ended = next(i for i, some in enumerate(ends) if i and len(some) < 160)
    page.locator("#fifty .tries button").nth(ended).click()
    written(opened)
    page.wait_for_function(FOUND)
    expect(page.locator("#writing .verdict")).to_contain_text(f"Asked for exactly 50 words, it wrote {words[ended]}")


@pytest.mark.parametrize(
    "text", ["🦊🙂 שלום עולם", "a\0b <img src=x onerror='window.hacked=1'>", "${window.hacked=1} {{value}} \\u"]
)
def test_strange_prompts_are_written_on_and_never_run(open_page, text):
    opened = open_page(tab="write")
    opened.type(text)
    opened = write(opened)
    opened.page.locator("#sides .both").click()
    opened.until(lambda: opened.page.locator("#sides .columns").get_attribute("data-written") == "2", 30)
    assert opened.page.locator("#writing .glass").count() > 0
    assert opened.page.evaluate("() => window.hacked") is None
    assert opened.page.locator(".view img").count() == 0


def test_what_does_not_fit_is_said_and_nothing_is_stuck(open_page):
    opened = open_page(tab="write", text=TEXT)
    opened.type("word " * 400)
    expect(opened.page.locator("#writing .on")).to_be_disabled()
    assert opened.page.locator("#view-write.failed").count() == 1
    opened.page.locator("#sides .both").click()
    expect(opened.page.locator("#sides .state")).to_contain_text("at most 320 fit")
    opened.type(TEXT)
    expect(opened.page.locator("#writing .on")).to_be_enabled()
    opened.page.evaluate("() => window.weightedDice.note('tree', '0/-1,0,,3_x_y_z,AAABAC,')")
    opened.page.evaluate("() => window.weightedDice.tell('walked')")
    expect(opened.page.locator("#writing .state")).to_contain_text("cannot be read")
    write(opened)


def test_axe_finds_nothing_in_all_of_it(open_page):
    opened = branched(write(open_page(tab="write", text=TEXT)))
    page = opened.page
    page.wait_for_function(FOUND)
    page.locator("#where_from summary").first.click()
    page.locator("#writing .with select").select_option("0")
    page.locator("#sides .both").click()
    page.locator("#fifty .all").click()
    opened.until(page.locator("#fifty_ends .drawn[data-drawn]").is_visible, 40)
    page.locator("#writing .naming").click()
    violations = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        violations += in_both_themes(opened, f"write at {width}")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert violations == []
