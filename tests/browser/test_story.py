"""What leads through the page: steps, terms, the library, the light, two prompts; each as it is drawn."""

import re

import numpy as np
from playwright.sync_api import expect

from components import TABS
from components.page.glossary import explained
from components.parts import pixels
from components.tabs.compare import sides
from model import COLOURS
from model import PALETTE as HEX

PALETTE = {f"rgb({int(h[1:3], 16)}, {int(h[3:5], 16)}, {int(h[5:7], 16)})": i for i, h in enumerate(HEX)}
KITE = ("Mira has a red kite and a blue cup. Her", "Mira has a blue cup and a red kite. Her")


def drawn(opened, selector, script):
    return opened.page.locator(selector).evaluate_all(script)


def test_each_tab_says_where_one_is_and_leads_to_the_next(open_page, lm):
    opened = open_page(tab="start")
    for tab, after in zip(TABS, [*TABS[1:], TABS[0]], strict=True):
        group = [each for each in TABS if each.group == tab.group]
        told = f"{tab.group}, {group.index(tab) + 1} of {len(group)}" if tab.group else ""
        assert opened.state()["tab"] == tab.name
        head = opened.page.locator(".heading:visible")
        expect(head.locator(".place")).to_have_text(told)
        expect(head.locator("h1")).to_have_text(tab.question)
        assert head.locator(".intro-text .term").all_inner_texts() == [
            part["text"] for part in explained(tab.lacks(lm) or tab.intro) if part["means"]
        ]
        onward = opened.page.locator(".onward:visible")
        expect(onward).to_contain_text(after.question)
        expect(onward.locator("button")).to_contain_text(after.title)
        onward.locator("button").click()
        opened.settle()
    assert opened.state()["tab"] == TABS[0].name


def test_a_term_is_explained_on_focus_and_not_before(open_page):
    opened = open_page(tab="dice", width=390, height=844)
    terms = [part for part in explained(next(tab for tab in TABS if tab.name == "dice").intro) if part["means"]]
    for i, part in enumerate(terms):
        term = opened.page.locator(".intro-text:visible .explained").nth(i)
        expect(term.locator(".means")).to_be_hidden()
        term.locator("button").focus()
        expect(term.locator(".means")).to_be_visible()
        expect(term.locator(".means")).to_have_text(part["means"])
        box = term.locator(".means").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        opened.page.keyboard.press("Escape")
        expect(term.locator(".means")).to_be_hidden()


def test_a_stop_stands_in_the_line_of_its_term(open_page):
    """However narrow the window is, and all of the introduction is there."""
    opened, checked = open_page(tab="write", width=390, height=844), 0
    intro = next(tab for tab in TABS if tab.name == "write").intro
    for width in range(320, 400, 8):
        opened.page.set_viewport_size({"width": width, "height": 844})
        lines = opened.page.locator(".intro-text:visible .held").evaluate_all("""(all) => all.map((held) => {
            const stop = document.createRange();
            stop.selectNodeContents(held.lastChild);
            const [term, last] = [held.querySelector('.term').getBoundingClientRect(), stop.getBoundingClientRect()];
            return [last.left >= term.right - 1, Math.abs(last.bottom - term.bottom) < 6]; })""")
        assert lines and all(map(all, lines)), (width, lines)
        checked += len(lines)
    assert checked >= 10
    parts = opened.page.locator(".intro-text:visible").evaluate(
        "(node) => { const copy = node.cloneNode(true); copy.querySelectorAll('.means').forEach((x) => x.remove()); "
        "return copy.textContent; }"
    )
    assert parts == intro


def test_the_glossary_is_a_page(open_page):
    opened = open_page()
    opened.page.goto(f"{opened.url}glossary")
    assert opened.page.locator("dt").count() >= 60
    expect(opened.page.locator("dt", has_text=re.compile("^reinforcement learning$"))).to_be_visible()


def test_the_library_shows_what_was_planted_beside_what_is_said(open_page, lm):
    opened = open_page()
    opened.page.get_by_role("button", name="Examples", exact=True).click()
    chapters = opened.page.locator(".library .chapter")
    for i, chapter in enumerate(lm.library):
        rows = chapters.nth(i).locator(".row:not(.heads)")
        assert rows.count() == len(chapter.entries)
        head = chapters.nth(i).locator(".row.heads span").all_inner_texts()
        assert head == ["Prompt", "What was planted", "What this model says"]
        for j, entry in enumerate(chapter.entries[:3]):
            cells = [c.replace("\u00a0", " ") for c in rows.nth(j).locator(".cell").all_inner_texts()]
            assert cells[0] == " ".join(entry.planted.split())
            assert entry.says == "look" or cells[1] == " ".join(entry.says.split())
            assert rows.nth(j).locator("button").get_attribute("title") == entry.text
            for film, frames in zip(rows.nth(j).locator(".film").all(), entry.clips, strict=True):
                script = "all => all.map(r => [getComputedStyle(r).fill, r.x.baseVal.value, r.y.baseVal.value])"
                pixels = film.locator("rect").evaluate_all(script)
                assert "".join(f"{PALETTE[fill]:x}" for fill, _, _ in pixels) == frames
                at = {(x + 9 * frame, y) for frame in range(4) for x in range(8) for y in range(8)}
                assert {(x, y) for _, x, y in pixels} == at


def test_the_light_is_that_of_the_prompt(open_page, lm):
    opened = open_page(tab="tokens", text="Once upon a time there was")
    light = opened.page.locator(".count [data-level]")
    for text in ("Once upon a time there was", "{]) 9 ¤¤ Zq## +~ vv"):
        opened.type(text)
        share = lm.familiarity(lm.encode(text))
        level = "own" if share >= 0.15 else "rare" if share >= 0.03 else "foreign"
        expect(light).to_have_attribute("data-level", level)
        told = light.locator(".means").text_content()
        assert (f"{100 * share:.1f} %" if share >= 0.001 else "%") in told or share == 0
    opened.type("Once upon")
    expect(light).to_have_count(0)


def test_a_throw_falls_on_the_colour_that_was_painted(open_page, lm):
    opened = open_page(tab="paint", text="a happy face", pixel_seed=12)
    opened.paint()
    unsure = int(np.argmax(pixels.paid(lm, *prompt_of(opened, lm))))
    cell = opened.page.locator("#canvas .canvas").bounding_box()["width"] / 16
    opened.page.locator("#canvas .canvas").click(
        position={"x": (unsure % 16 + 0.5) * cell, "y": (unsure // 16 + 0.5) * cell}
    )
    opened.page.locator("#pixel_die .square .pip").wait_for()
    pip = drawn(opened, "#pixel_die .square .pip", "([p]) => [parseFloat(p.style.left), parseFloat(p.style.top)]")
    colour = COLOURS[prompt_of(opened, lm)[1][unsure]]
    slices = "all => all.map(s => [s.title, ...['left', 'top', 'width', 'height'].map(n => parseFloat(s.style[n]))])"
    [(_, left, top, width, height)] = [
        s for s in drawn(opened, "#pixel_die .square i", slices) if s[0].startswith(f"{colour} ")
    ]
    assert left < pip[0] < left + width and top < pip[1] < top + height


def prompt_of(opened, lm):
    """The painting of the page as a prompt, and its colours."""
    painting = opened.page.evaluate("() => [...document.querySelectorAll('#canvas .cell')].map(c => c.style.fill)")
    colours = [PALETTE[fill] for fill in painting]
    start = lm.vocabulary.decode(lm.picture_prompt("a happy face"))
    return start + "".join(f"<{COLOURS[c]}>" for c in colours), colours


def test_two_looks_side_by_side(open_page, lm):
    opened = open_page(tab="attention", text=KITE[0], b=KITE[1], layer=5, head=2)
    opened.page.locator("#compare .side.b .socket i").first.wait_for()
    for name, text in zip("ab", KITE, strict=True):
        row = lm.trace(text).pattern[5, 2, -1]
        said = drawn(
            opened, f"#compare .side.{name} .socket i", "all => all.map(i => [parseFloat(i.style.width), i.title])"
        )
        assert np.allclose([(width / 24) ** 2 for width, _ in said], row, atol=0.002)
        assert [float(title) for _, title in said] == [round(float(w), 3) for w in row]
    assert "layer 5, head 2" in opened.page.locator("#compare .say").inner_text()


def test_two_paintings_side_by_side(open_page, lm):
    captions = "a blue circle on white", "a green circle on white"
    opened = open_page(tab="paint", text=captions[0], b=captions[1])
    opened.page.locator("#compare .side.b svg").wait_for(timeout=30_000)
    controls = opened.state()["views"]["paint"]
    value = sides.show(lm, None, {"tab": "paint", "text": captions[0], "other": captions[1], "controls": controls})
    for name in "ab":
        fills = drawn(opened, f"#compare .side.{name} svg rect", "all => all.map(r => getComputedStyle(r).fill)")
        assert [PALETTE[fill] for fill in fills] == value[name]["colours"]
    differ = sum(x != y for x, y in zip(value["a"]["colours"], value["b"]["colours"], strict=True))
    assert opened.page.locator("#compare .side.b circle").count() == differ
    assert opened.page.locator("#compare .side.a circle").count() == 0
    assert f"{differ} of 256" in opened.page.locator("#compare .say").inner_text()
