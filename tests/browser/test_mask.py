"""The tab Mask: bars, maps, filled holes and repaired pixels against both models; what is exported."""

import csv

import numpy as np
import pytest
from playwright.sync_api import expect
from test_look import in_both_themes

from components.page.words import percent
from components.tabs.mask import tab
from model import COLOURS, PALETTE, masked_beside
from model.masked import holes

TEXT = "Mira has a red kite. Her kite is red."
BARS = """(all) => all.map((one) => [...one.querySelectorAll('u i')].map((bar) => parseFloat(bar.style.width) / 100))"""
FACES = """(all) => all.map((one) => [one.querySelector('.piece').textContent, one.querySelector('.value').textContent,
    parseFloat(one.querySelector('.track i').style.width) / 100, one.classList.contains('true')])"""
CELLS = """(canvas, n) => { const wide = canvas.width, size = wide / n;
    const copy = new OffscreenCanvas(wide, wide).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, wide, wide);
    return Array.from({ length: n * n }, (_, i) => { const x = Math.floor((i % n + 0.5) * size),
        y = Math.floor((Math.floor(i / n) + 0.5) * size), at = 4 * (y * wide + x);
        return [...data.slice(at, at + 3)]; }); }"""
STYLES = "(all) => all.map(({ style }) => [parseFloat(style.left) || 0, parseFloat(style.width)])"
RAMP = "#ffffff #dbf4e8 #acddca #78c7af #31b197 #018f84 #086d6c #044b54 #012b39".split()


def rgb(colour):
    return [*bytes.fromhex(colour[1:])]


def tint(weight):
    """The colour of a weight on a map."""
    stops = np.array([rgb(stop) for stop in RAMP], float)
    at = np.sqrt(weight) * (len(stops) - 1)
    i = min(len(stops) - 2, int(at))
    return stops[i] + (stops[i + 1] - stops[i]) * (at - i)


def opened_at(open_page, **state):
    opened = open_page(**({"tab": "mask", "text": TEXT} | state))
    opened.page.locator("#repair .say").filter(has_text="pixels").wait_for(timeout=60_000)
    return opened


def download(page, press):
    with page.expect_download() as got:
        page.locator(press).click()
    return [*csv.reader(got.value.path().read_text(encoding="utf-8-sig").splitlines())]


def test_both_dice_are_the_models(open_page, lm):
    opened = opened_at(open_page)
    page = opened.page
    for token in (None, 3, 0):
        if token is not None:
            page.locator("#hole .hidable button").nth(token).click()
            opened.settle()
            assert opened.state()["token"] == token
        found = holes.hole(lm, masked_beside(lm), TEXT, token)
        pressed = page.locator("#hole .hidable button").evaluate_all(
            "(all) => all.findIndex((each) => each.ariaPressed === 'true')"
        )
        assert pressed == found.place
        bars = page.eval_on_selector_all("#hole .hidable button", BARS)
        assert np.allclose(bars, np.transpose([found.backs, found.boths]), atol=1e-4)
        for side in ("back", "both"):
            told = getattr(found, side)
            *drawn, rest = page.eval_on_selector_all(f"#hole .side.{side} .face", FACES)
            for (piece, said, width, true), face in zip(drawn, told.faces, strict=True):
                assert (piece.strip(), said, true) == (
                    face.piece.strip(" ").replace("\n", "↵"),
                    percent(face.p),
                    face.true,
                )
                assert width == pytest.approx(face.p, abs=1e-4)
            assert rest[1] == percent(told.others)
        assert percent(found.both.true) in page.locator("#hole .say").inner_text()
    rows = download(page, "#hole [data-export=csv]")
    assert [float(row[2]) for row in rows[1 : 1 + len(found.pieces)]] == pytest.approx(found.backs, abs=1e-6)


def test_maps_are_the_patterns(open_page, lm):
    opened = opened_at(open_page, token=3)
    page, heads = opened.page, lm.config.n_head
    for choice in (0, 6):
        page.locator("#two_maps select").select_option(str(choice))
        opened.settle()
        layer, head = divmod(choice - 1, heads) if choice else tab.rightmost(lm, TEXT, 3)
        back, both = holes.maps(lm, masked_beside(lm), TEXT, 3, layer, head)
        for side, weights in (("back", back), ("both", both)):
            drawn = page.locator(f"#two_maps .{side} canvas").evaluate(CELLS, len(weights))
            assert np.allclose(drawn, [tint(w) for w in weights.ravel()], atol=2)
        said = page.locator("#two_maps .say").inner_text()
        assert f"Layer {layer}, head {head}" in said and percent(both[3, 4:].sum()) in said
    assert (np.triu(back, 1) == 0).all() and both[3, 4:].sum() > 0


def test_holes_are_filled_as_the_models_fill_them(open_page, lm):
    opened = opened_at(open_page)
    page = opened.page
    page.locator("#fill .none").click()
    expect(page.locator("#fill .go")).to_be_disabled()
    for place in (3, 8):
        page.locator("#fill .hidable button").nth(place).click()
    opened.until(lambda: "holes=3.8" in page.url)
    page.locator("#fill .go").click()
    page.locator("#fill .results").wait_for()
    told = tab.fill_holes(lm, TEXT, [3, 8])
    for side, filled in (("both", told["filled"]), ("back", told["left"])):
        glasses = page.locator(f"#fill .{side} .told .glass")
        drawn = glasses.evaluate_all(
            "(all) => all.map((one) => [one.firstChild.textContent.trim(), one.querySelector('sup').textContent,"
            " one.classList.contains('wrong'), parseFloat(one.style.getPropertyValue('--full')) / 100])"
        )
        by_place = sorted(range(len(filled)), key=lambda i: filled[i]["place"])
        expected = [(filled[i]["piece"].strip(), str(i + 1), not filled[i]["right"]) for i in by_place]
        assert [tuple(each[:3]) for each in drawn] == expected
        assert [each[3] for each in drawn] == pytest.approx([filled[i]["p"] for i in by_place], abs=1e-4)
    page.locator("#fill .step input").fill("1")
    assert page.locator("#fill .both .told .glass").count() == 1
    assert page.locator("#fill .both .told .gap").count() == 1
    rows = download(page, "#fill [data-do=csv]")
    assert [row[4] for row in rows[1:3]] == [each["piece"] for each in told["filled"]]
    again = open_page(tab="mask", text=TEXT, holes="3.8").page  # the link holds what is hidden
    assert again.locator("#fill .hidable [aria-pressed=true]").count() == 2


def test_pixels_are_repaired_as_the_models_repair_them(open_page, lm):
    opened = opened_at(open_page, gap=3, picture=2)
    page = opened.page
    told = tab.repair_picture(lm, 2, "left")
    palette = [rgb(colour) for colour in PALETTE]
    kept = set(range(256)) - set(told["hidden"])
    for side in ("back", "both"):
        drawn = page.locator(f"#repair .{side} canvas").evaluate(CELLS, 16)
        whole = [*told["colours"]]
        for place, colour in zip(told[side]["places"], told[side]["colours"], strict=True):
            assert place not in kept
            whole[place] = colour
        assert drawn == [palette[colour] for colour in whole]
        assert f"{told[side]['right']} of 128" in page.locator(f"#repair .{side} figcaption").inner_text()
    given = page.locator("#repair .given canvas").evaluate(CELLS, 16)
    assert all(given[i] == palette[told["colours"][i]] for i in kept)
    assert sum(given[i] == palette[told["colours"][i]] for i in told["hidden"]) < 64
    rows = download(page, "#repair [data-do=csv]")
    assert [row[4] for row in rows[1:] if row[0] == "both ways"] == [COLOURS[i] for i in told["both"]["colours"]]
    page.locator("#repair .gaps [role=radio]").nth(1).click()
    opened.until(lambda: "gap=1" in page.url)


def test_what_was_measured_is_drawn(open_page, lm):
    page = opened_at(open_page).page
    told = tab.recorded(lm)
    (_, _, low, high), (_, _, least, most) = (told["texts"][0][way] for way in ("back", "both"))
    said = page.locator("#mask_measured .say").inner_text()
    assert ("who looks back is right more often" in said) == (low > most)
    assert ("too close to tell" in said) == (least <= high and low <= most)
    rows = page.locator("#mask_measured .case")
    for i, each in enumerate([*told["texts"], *told["repaired"]]):
        for way in ("back", "both"):
            _, share, low, high = each[way]
            fill, reach = rows.nth(i).locator(f".track.{way} > *").evaluate_all(STYLES)
            assert fill == pytest.approx([0, 100 * share], abs=1e-3)
            assert reach == pytest.approx([100 * low, 100 * (high - low)], abs=1e-3)


def test_any_text_can_have_a_hole(open_page):
    opened = opened_at(open_page)
    page = opened.page
    for text in ("<img src=x onerror='window.hacked=1'>", "${x}", "🙂 שלום \u202eabc", "x"):
        opened.type(text)
        page.locator("#hole .hidable button").first.click()
        opened.settle()
        page.locator("#fill .all").click()
        page.locator("#fill .go").click()
        page.locator("#fill .results").wait_for()
        assert page.evaluate("() => window.hacked") is None


def test_a_text_that_is_too_long_says_so(open_page):
    opened = opened_at(open_page)
    opened.type("a b " * 300)
    expect(opened.page.locator("#view-mask")).to_contain_text("tokens")
    opened.type(TEXT)
    assert opened.page.locator("#hole .hidable button").count() > 5


def test_everybody_can_use_it(open_page):
    opened = opened_at(open_page)
    violations = in_both_themes(opened, "Mask at 1280")
    opened.page.set_viewport_size({"width": 390, "height": 844})
    assert violations + in_both_themes(opened, "Mask at 390") == []
