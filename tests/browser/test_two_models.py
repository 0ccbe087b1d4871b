"""Two models at once: one prompt, read by either, side by side."""

import numpy as np
import pytest
from conftest import served
from made import SHARED, byte_pairs, plain, saved
from playwright.sync_api import expect

import model
from model import Shaping, load_die

SKY = "The sky is blue. The grass is"


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    tokenizer = byte_pairs([SKY, "Once upon a time there was a little fox."], 300)
    sizes = SHARED | {"max_position_embeddings": 200, "vocab_size": tokenizer.get_vocab_size(), "num_hidden_layers": 2}
    return model.load(saved(tmp_path_factory.mktemp("two") / "little-llama", plain("llama", sizes), tokenizer))


@pytest.fixture(scope="module")
def app_url(lm, second):
    """In place of the shipped model alone."""
    with served(lm, second) as url:
        yield url


def chances(lm, text, shaping):
    """Of each piece, by letters."""
    trace, found = lm.trace(text), {}
    die = load_die(trace.logits[-1], shaping, trace.ids)
    for id, p in zip(die.ids.tolist(), die.probs.tolist(), strict=True):
        piece = lm.vocabulary.piece(id)
        found[piece] = found.get(piece, 0) + p
    return found


def test_one_prompt_is_read_by_both(open_page, lm, second):
    opened = open_page(tab="dice", text=SKY)
    card, say = opened.page.locator("#compare"), opened.page.locator("#compare .say")
    assert "Beside it, to compare, little-llama" in opened.page.locator("#header").inner_text()
    opened.page.get_by_role("button", name="Compare").click()
    expect(say).to_contain_text("different faces")
    names = "temperature top_k top_p min_p penalty".split()
    controls = opened.state()["views"]["dice"]
    a, b = (chances(each, SKY, Shaping(**{n: controls[n] for n in names})) for each in (lm, second))
    moved = sorted(a | b, key=lambda piece: -abs(a.get(piece, 0) - b.get(piece, 0)))[:6]
    track = card.locator(".duo .track").first.bounding_box()["width"]
    for i, piece in enumerate(moved):
        row = card.locator(".duo").nth(i)
        assert row.locator(".token").text_content() == piece
        for name, chance in (("a", a.get(piece, 0)), ("b", b.get(piece, 0))):
            width = row.locator(f".way.{name} i").bounding_box()["width"]
            assert abs(width / track - 0.8 * chance) < 0.02, (piece, name)
    for name, each in (("a", lm), ("b", second)):
        assert "".join(card.locator(f".side.{name} .chip").all_text_contents()) == SKY
        assert card.locator(f".side.{name} .chip").count() == len(each.encode(SKY))
    assert "little-llama" in card.locator(".side.b").inner_text()


def test_b_follows_the_prompt_until_it_has_one_of_its_own(open_page):
    opened = open_page(tab="dice", text=SKY, by="second")
    field = opened.page.locator("#compare input")
    opened.type("The fox had")
    expect(field).to_have_value("The fox had")
    field.fill("A fox had")
    opened.settle().type("The sky")
    expect(field).to_have_value("A fox had")
    opened.page.wait_for_function("() => location.search.includes('by=second') && location.search.includes('b=A+fox')")
    opened.page.locator("#compare [data-by=first]").click()
    expect(opened.page.locator("#compare .say")).to_contain_text("bits apart")
    expect(opened.page.locator("#compare [data-by=first]")).to_have_attribute("aria-pressed", "true")
    opened.page.get_by_role("button", name="Close B").click()
    opened.page.wait_for_function("() => !/[?&](b|by)=/.test(location.search)")


def test_heads_and_pictures_of_either(open_page, lm, second):
    opened = open_page(tab="attention", text=SKY, by="second", layer=4, head=3)
    expect(opened.page.locator("#compare .say")).to_contain_text(
        "in A by layer 4, head 3 of its model, in B by layer 1"
    )
    for name, weights in (("a", lm.trace(SKY).pattern[4, 3, -1]), ("b", second.trace(SKY).pattern[1, 3, -1])):
        pips = opened.page.locator(f"#compare .side.{name} .socket i")
        sizes = pips.evaluate_all("all => all.map((pip) => parseFloat(pip.style.width))")
        assert np.allclose((np.array(sizes) / 24) ** 2, weights, rtol=1e-3, atol=1e-6)
    opened.open("Paint")
    expect(opened.page.locator("#compare .trouble")).to_have_text("One of the two models paints no pictures.")
