"""The dialog for paper: from the button of a card to the file."""

import io
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

KITE = "Mira has a red kite and a blue cup. Her kite is"


def saved(opened):
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Save the file").click()
    opened.page.get_by_text("Saved: ").wait_for()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_card_is_printed_with_what_the_page_shows(open_page):
    opened = open_page(tab="dice", text=KITE, temperature=0.5)
    opened.page.locator("#die [data-print]").click()
    dialog = opened.page.locator("#print_menu dialog")
    assert dialog.get_by_label("The die", exact=True).is_checked() and dialog.get_by_label("PDF").is_checked()
    assert dialog.get_by_label("The attention map").is_hidden()  # of another tab
    assert dialog.get_by_label("GIF").is_hidden()
    name, made = saved(opened)
    assert name == "weighted-dice-dice-die.pdf"
    said = PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert KITE in said.replace("\n", " ") and "seed 7" in said and opened.url.rstrip("/") in said
    dialog.get_by_label("slide").check()
    dialog.get_by_label("PNG").check()
    name, made = saved(opened)
    assert name.endswith(".png") and Image.open(io.BytesIO(made)).size == (2000, 1120)


def test_the_worksheet_has_one_form(open_page):
    opened = open_page(tab="attention", text=KITE)
    opened.page.locator("#map [data-print]").click()
    dialog = opened.page.locator("#print_menu dialog")
    dialog.get_by_label("PNG").check()
    dialog.get_by_label("Worksheet").check()
    assert dialog.get_by_label("PDF").is_checked() and dialog.get_by_label("PNG").is_disabled()
    name, made = saved(opened)
    assert name == "weighted-dice-worksheet.pdf" and len(PdfReader(io.BytesIO(made)).pages) == 2


def test_a_card_is_copied_as_python_with_what_the_page_shows(open_page):
    opened = open_page(tab="attention", text=f"{KITE}\n${{x}} </code><img src=x>", layer=4, head=3)
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.page.locator("#map [data-print]").click()
    opened.page.get_by_role("button", name="Copy as Python").click()
    opened.page.get_by_text("Copied: ").wait_for()
    program = opened.page.evaluate("() => navigator.clipboard.readText()")
    names = {}
    exec(program.split("tokenizer =")[0], names)
    assert (names["text"], names["layer"], names["head"]) == (opened.state()["text"], 4, 3)
    assert opened.page.locator("#print_menu .program code").text_content() == program
    opened.page.locator("#print_menu").get_by_label("Worksheet").check()
    assert opened.page.get_by_role("button", name="Copy as Python").is_hidden()


def test_a_program_knows_the_token_and_the_dials(open_page):
    opened = open_page(tab="dice", text=KITE, token=4, temperature=0.5)
    names = opened.program("#die")
    assert (names["text"], names["token"], names["temperature"]) == (KITE, 4, 0.5)


def test_a_conversation_is_printed_under_its_question(open_page):
    opened = open_page(tab="chat", temperature=0)
    opened.page.wait_for_function("() => document.querySelector('#talk .card')?.dataset.said === '1'", timeout=60_000)
    asked = opened.page.locator("#talk .asked").first.inner_text()
    said = opened.printed("#talk")
    assert said.count(asked) == 2  # its title, and in the line below
    told = opened.page.locator("#talk .answer:not(.base) .glass").all_text_contents()
    assert len(told) > 5 and all(piece.strip() in said for piece in told)


def test_the_dialog_fits_a_phone(open_page):
    opened = open_page(width=390, height=844, tab="dice", text=KITE)
    opened.page.locator("#die [data-print]").click()
    opened.page.wait_for_timeout(300)
    sizes = opened.page.evaluate(
        "() => { const { scrollWidth, clientWidth } = document.querySelector('#print_menu dialog');"
        " return [scrollWidth, clientWidth]; }"
    )
    assert sizes[0] <= sizes[1] <= 390


def test_a_painting_moves_and_what_does_not_fit_is_told(open_page):
    opened = open_page(tab="paint", text="a big red star")
    opened.page.locator("#canvas [data-print]").click()
    dialog = opened.page.locator("#print_menu dialog")
    dialog.get_by_label("GIF").check()
    name, made = saved(opened)
    assert name.endswith(".gif") and Image.open(io.BytesIO(made)).n_frames > 5
    opened.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    opened.type("word " * 60)
    opened.page.locator("#canvas [data-print]").click()
    opened.page.get_by_role("button", name="Save the file").click()
    opened.page.wait_for_function("() => /caption/i.test(document.querySelector('#print_menu .said').textContent)")
    opened.errors.clear()  # the browser says itself that the answer was none
