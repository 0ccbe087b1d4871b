"""Stop, pressed within a breath of what it stops: before Gradio has a name for it. Python hears of it all the same."""

import json

import pytest

# Tab: its widget, what begins there, and the request of the prompt.
BEGIN = {
    "write": ("#writing", ".on", "The cat sat"),
    "paint": ("#sheet", ".go", "a cat"),
    "compose": ("#tune", ".on", "a calm tune"),
    "animate": ("#clip", ".brush", "a red ball that rolls to the right"),
    "chat": ("#talk", ".send", "Mira has a red kite"),
}
AS_SOON_AS_IT_GOES = """async (presses) => { for (const press of presses) {
    const button = document.querySelector(press);
    while (button.disabled) await new Promise(requestAnimationFrame);
    button.click(); } }"""


@pytest.mark.parametrize(("tab", "of"), [*BEGIN.items(), ("paint", ("#recognise", ".all", "a cat"))])
def test_stop_in_the_same_breath_reaches_python(open_page, tab, of):
    widget, begins, text = of
    opened = open_page(tab=tab, text=text)
    cancelled = []
    opened.page.on("request", lambda asked: "/cancel" in asked.url and cancelled.append(json.loads(asked.post_data)))
    if tab == "chat":
        opened.page.locator("#talk .asking input").fill("What is red?")
    opened.page.evaluate(AS_SOON_AS_IT_GOES, [f"{widget} {begins}", f"{widget} .stop"])
    opened.until(lambda: cancelled)
    assert cancelled[0]["event_id"]
    assert not opened.errors
