"""Stop, before Gradio has a name for what it stops, or while an earlier stop is under way: Python hears of it."""

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


@pytest.mark.parametrize("tab", ["write", "paint", "compose", "animate"])
def test_what_begins_before_a_stop_is_answered_can_be_stopped(open_page, tab, slowly):
    widget, begins, text = BEGIN[tab]
    opened, passes, held = open_page(tab=tab, text=text), slowly(0.2), []
    page = opened.page
    page.route("**/gradio_api/cancel", lambda asked: held.append(asked))

    def begin_and_stop(n):
        ran = len(passes)
        page.locator(f"{widget} {begins}").click()
        if held:
            page.wait_for_timeout(500)
            with page.expect_response("**/gradio_api/reset"):  # which Gradio asks for after it
                held[-1].continue_()  # the answer to the stop before comes only now
        opened.until(lambda: len(passes) > ran + 3, 30)
        page.locator(f"{widget} .stop").click()
        opened.until(lambda: len(held) == n, 30)

    begin_and_stop(1)
    begin_and_stop(2)
    assert held[0].request.post_data_json["event_id"] != held[1].request.post_data_json["event_id"]
    held[1].continue_()
    assert not opened.errors
