"""All of the page by keyboard: each stop is in sight with a ring around it, and the focus is never lost."""

import pytest

from components import TABS

# The focused element: whether it was there before; and what of its ring is cut off, or of it covered.
STOP = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const [box, style] = [at.getBoundingClientRect(), getComputedStyle(at)];
    const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    const wrong = [];
    if (!at.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || !box.width) wrong.push('hidden');
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('no ring');
    for (let around = at.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflow === 'visible' || around === document.body) continue;
        const frame = around.getBoundingClientRect();
        const across = Math.max(frame.left - box.left, box.right - frame.right);
        const cut = Math.max(across, frame.top - box.top, box.bottom - frame.bottom);
        if (around !== document.documentElement && cut + ring > 1) wrong.push(`cut off by ${around.className}`);
    }
    const middle = [box.left + box.width / 2, Math.max(1, Math.min(innerHeight - 1, box.top + box.height / 2))];
    const top = document.elementFromPoint(...middle);
    if (!top || !(at.contains(top) || top.contains(at))) wrong.push('covered or out of sight');
    const again = 'seen' in at.dataset;
    at.dataset.seen = '';
    return { again, name: at.outerHTML.slice(0, 120), wrong };
}"""
MISSED = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width)
    .filter((each) => !each.disabled && each.tabIndex >= 0 && !('seen' in each.dataset))
    .map((each) => each.outerHTML.slice(0, 120))"""
LONG = "() => document.documentElement.scrollHeight"
AGAIN = """() => {
    for (const each of document.querySelectorAll('[data-seen]')) delete each.dataset.seen;
    document.activeElement.blur();
    window.scrollTo(0, 0);
}"""
FOCUSED = """() => { const at = document.activeElement;
    return at !== document.body && at.checkVisibility() && !at.disabled && at.outerHTML.slice(0, 120) }"""


def at_rest(opened):
    """Wait until no more can be pressed, and the page is as long, as a moment ago: some of it comes after the view."""
    before = None
    while before != (now := [len(opened.page.evaluate(MISSED)), opened.page.evaluate(LONG)]):
        before = now
        opened.page.wait_for_timeout(500)


def walked(opened, title):
    """Walks from the beginning of the page to its end; what was not a stop. Each stop is held against all rules."""
    at_rest(opened)
    opened.page.evaluate(AGAIN)
    opened.page.mouse.click(1, 1)  # from the beginning
    for _ in range(300):
        opened.page.keyboard.press("Tab")
        if (stop := opened.page.evaluate(STOP)) is None:
            break
        assert not stop["again"], f"a trap in {title}: {stop['name']}"
        assert stop["wrong"] == [], f"{title}: {stop['name']}"
    return opened.page.evaluate(MISSED)


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_walks_through_everything_in_sight(open_page, width):
    opened = open_page(width=width, height=900, drawer=1)
    for tab in TABS:
        opened.page.evaluate("(tab) => window.weightedDice.go({ tab })", tab.name)
        opened.settle()
        if tab.name == "start":
            opened.page.locator("#painting .rest").wait_for()  # it comes by itself
        if tab.name == "look_up":
            opened.page.locator("#answers .planted .passage span").first.wait_for()  # so do they
        if tab.name == "paint":
            opened.paint()
        if tab.name == "animate":
            opened.animate()
        # What comes late is drawn anew without its mark: then all of it is walked once more, at rest.
        missed = walked(opened, tab.title) and walked(opened, tab.title)
        assert missed == [], tab.title


def test_what_goes_hands_the_focus_on(open_page):
    """A press on what then is gone: another tab opens, B is closed, something is given back, a roll is taken back."""
    opened = open_page(tab="paint", text="a red circle on white")
    opened.paint()

    def press(selector, where="*"):
        opened.page.locator(selector).first.press("Enter")
        opened.settle()
        focused = opened.page.evaluate(FOCUSED)
        assert focused and opened.page.locator(f"{where}:focus").count(), f"{selector}: {focused}"

    press("#canvas .inside", ".tab[data-tab=attention]")
    opened.page.evaluate("() => window.weightedDice.go({ tab: 'animate', text: 'a ball falls', token: null })")
    opened.settle().animate()
    press("#clip .moved", "#clip *")
    press("#clip .run", "#clip *")
    press("#clip .inside", ".tab[data-tab=attention]")
    press(".onward:visible button", ".tab[data-tab=layers]")
    opened.page.evaluate(
        "() => window.weightedDice.go({ text: 'The sky is', edits: ['head 3 2', 'mlp 1'], tab: 'dice' })"
    )
    opened.settle()
    press("#take_away .edits .back", "#take_away button")
    press("#banner .reset", ".tab")
    press("#die .roll")
    press("#die .undo")
    press("button:has-text('Compare')", "input")
    press("#compare .close", ".tab")


def test_what_comes_late_pushes_nothing_out_of_sight(open_page):
    """Answers come above what has the focus; who has scrolled away from it is left where he is."""
    opened, held = open_page(width=390, height=900), []
    opened.page.route("**/run/answers", lambda route: held.append(route))
    opened.open("Look up")
    late = opened.page.locator("#answers details summary")
    told = opened.page.locator("#answers .planted .passage span")
    opened.until(lambda: held)
    late.scroll_into_view_if_needed()
    opened.page.keyboard.press("Tab")
    late.focus()
    assert opened.page.evaluate(STOP)["wrong"] == []
    before = opened.page.evaluate(LONG)
    held.pop().continue_()
    told.first.wait_for()
    opened.until(lambda: opened.page.evaluate(LONG) > before + 400)  # more than what was below it in the window
    assert opened.page.evaluate(STOP)["wrong"] == []

    opened.page.mouse.move(195, 450)
    opened.page.mouse.wheel(0, -10_000)
    opened.until(lambda: opened.page.evaluate("() => scrollY") == 0)
    opened.page.get_by_text("Search a text of your own, too").evaluate("(own) => { own.parentElement.open = true }")
    opened.page.wait_for_timeout(300)
    assert opened.page.evaluate("() => scrollY") == 0
