"""What is printed: the same arrays on paper, files that open, the same bytes twice."""

import io
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from PIL import Image
from pypdf import PdfReader

from components import card, prints
from components.page import worksheet
from components.page.words import percent
from components.tabs.dice import tab as dice
from components.tabs.mask.tab import hole
from components.tabs.paint import tab as paint
from model import PALETTE, bits_of, load_die, rollout, stations

KITE = "Mira has a red kite and a blue cup. Her kite is"
FOLDER = Path(__file__).parents[1] / "assets" / "model"
HANDED = {"look_up.answers", "chat.talk", "tune.before_after", "train.learned", "data.differs"}  # test_handed_prints
CAPTION = "“kite” · seed 7 · 2026-11-26"


@pytest.fixture(scope="module")
def printer(lm, printing_of):
    return printing_of(lm)


def asked(**others):
    return {"text": KITE, "token": None, "controls": {}, "edits": []} | others


def drawn(draw, size=(7, 5)):
    axes = Figure(figsize=size).add_subplot()
    draw(axes)
    return axes


def shown(printer, name, **others):
    """The axes of a card in print."""
    view, draw = printer.views[name]
    return drawn(view.drawn(draw, asked(**others)))


def test_bars_are_as_long_as_their_numbers(lm, printer):
    axes = shown(printer, "dice.die")
    die = load_die(lm.trace(KITE).logits[-1])
    lengths = [bar.get_width() for bar in axes.patches]
    assert np.allclose(lengths, [*die.probs[:12], die.probs[12:].sum()], rtol=0, atol=1e-9)
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert names == [*(prints.drawable(p) for p in lm.vocabulary.pieces(die.ids[:12].tolist())), "all others"]
    assert [note.get_text() for note in axes.texts] == [percent(p) for p in lengths]


def test_the_map_is_the_tensor(lm, printer):
    trace = lm.trace(KITE)
    for through, weights in ((0, trace.pattern[4, 3]), (1, rollout(trace.pattern)[4])):
        axes = shown(printer, "attention.map", controls={"layer": 4, "head": 3, "through": through})
        assert np.array_equal(axes.images[0].get_array(), weights)
        assert [t.get_text() for t in axes.get_yticklabels()] == [prints.drawable(p) for p in trace.pieces]


def test_chips_say_their_surprise_and_stay_on_the_paper(lm, printer):
    axes = shown(printer, "dice.surprise")
    bits, texts = bits_of(lm.trace(KITE)), [text.get_text() for text in axes.texts]
    assert texts[0::2] == [prints.drawable(p) for p in lm.trace(KITE).pieces]
    assert texts[1::2] == ["", *(f"{b:.1f}" for b in bits)]
    left, right = axes.get_xlim()
    low, high = axes.get_ylim()
    for box in axes.patches:
        assert left <= box.get_x() and box.get_x() + box.get_width() <= right
        assert low <= box.get_y() and box.get_y() + box.get_height() <= high


PRINTED = {  # of each card that prints its own value: the numbers that must be as long as its bars
    "dice.next_tokens": lambda lm: load_die(lm.trace(KITE).logits[-1]).probs[:12],
    "layers.machine": lambda lm: np.linalg.norm(stations(lm.trace(KITE))[:, -1], axis=1),
    "layers.neurons": lambda lm: -np.sort(-lm.trace(KITE).neurons[0, -1])[:17],
    "mask.hole": lambda lm: [face["p"] for side in ("back", "both") for face in hole(lm, KITE)[side]["faces"]],
    "tokens.token_costs": lambda lm: [len(KITE), len(KITE), 13, len(lm.encode(KITE))],
}


@pytest.mark.parametrize("name", PRINTED)
def test_a_card_prints_the_numbers_that_it_shows(lm, printer, name):
    lengths = [bar.get_width() for bar in shown(printer, name).patches]
    assert np.allclose(lengths, PRINTED[name](lm), rtol=1e-5)


def test_all_heads_are_printed_in_their_places(lm, printer):
    axes, weights = shown(printer, "attention.heads"), lm.trace(KITE).pattern
    sheet, n = axes.images[0].get_array(), weights.shape[-1]
    rows, columns = ([round(tick - (n - 1) / 2) for tick in ticks] for ticks in (axes.get_yticks(), axes.get_xticks()))
    for layer, top in enumerate(rows):
        for head, left in enumerate(columns):
            small = sheet[top : top + n, left : left + n]
            assert np.allclose(small, np.sqrt(weights[layer, head]), atol=1 / 255), (layer, head)


def test_three_dice_are_printed_side_by_side(lm, printer):
    rows = dice.contents(lm, KITE)["rows"]
    lengths = [bar.get_width() for bar in shown(printer, "dice.three_dice").patches]
    assert lengths == [row[name] for name in ("data", "ngram", "model") for row in rows]


def test_rolls_are_counted_and_none_is_said(lm, printer):
    axes = shown(printer, "dice.rolls", controls={"rolls": 50, "seed": 3})
    assert sum(bar.get_width() for bar in axes.patches) == 50
    with pytest.raises(ValueError, match="Nothing has been rolled"):
        shown(printer, "dice.rolls")


def test_three_hundred_chips_fit_on_a_slide():
    axes = drawn(prints.chips([" extraordinary"] * 300, ["12.3"] * 300, "many"), (10, 5.6))
    assert min(text.get_position()[1] for text in axes.texts) >= axes.get_ylim()[0]


@pytest.mark.parametrize("size", prints.SIZES)
def test_a_print_opens_is_one_page_and_the_same_twice(printer, size):
    for view in printer.views.keys() - HANDED:
        controls = {
            "paint.canvas": {"seed": 3, "temperature": 0.8},
            "dice.rolls": {"rolls": 20},
            "limits.limits_claim": {"measured": 1},
            "uses.uses_claim": {"measured": 1},
        }.get(view, {})
        text = "a big red star" if view == "paint.canvas" else KITE
        if size != "page" and view != "attention.map":
            continue
        made = [printer.made(view, "pdf", size, asked(text=text, controls=controls)) for _ in range(2)]
        assert made[0] == made[1], view
        file = PdfReader(io.BytesIO(made[0]))
        assert len(file.pages) == 1
        width, height = (float(side) / 72 for side in file.pages[0].mediabox[2:])
        assert (width, height) == pytest.approx(prints.SIZES[size])
        fonts = [font.get_object() for font in file.pages[0]["/Resources"]["/Font"].values()]
        assert fonts and all(holds(font) for font in fonts)
        said = file.pages[0].extract_text()
        assert text[:20] in said.replace("\n", " ") and "million weights" in said


def holds(font):
    """Whether the file of a font lies within."""
    described = font.get("/FontDescriptor") or font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    return "/FontFile2" in described.get_object() or "/FontFile3" in described.get_object()


@pytest.mark.parametrize(("form", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_pictures_are_pictures_and_the_same_twice(printer, form, begins):
    made = [printer.made("dice.die", form, "slide", asked()) for _ in range(2)]
    assert made[0].startswith(begins) and made[0] == made[1]
    if form == "png":
        assert Image.open(io.BytesIO(made[0])).size == (2000, 1120)


def test_the_caption_says_what_when_and_where(printer, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    said = printer.caption(asked(controls={"seed": 7}), "https://example.org/dice")
    assert said == f"“{KITE}” · Weighted Dice, 5.9 million weights · seed 7 · 2026-01-01 · https://example.org/dice"
    assert "…" in printer.caption(asked(text="word " * 100), "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" kite", "␣kite"),
        ("a\nb", "a↵b"),
        ("\0", "\\x00"),
        ("שלום", "\\xd7\\xa9\\xd7\\x9c\\xd7\\x95\\xd7\\x9d"),
        ("\U0001f9fe", "\\xf0\\x9f\\xa7\\xbe"),
        ("漢", "\\xe6\\xbc\\xa2"),
        ("\ud800", "\\xed\\xa0\\x80"),
        ("$x$ <b>", "$x$ <b>"),
        ("", "∅"),
    ],
)
def test_what_no_font_has_is_written_as_bytes(text, said):
    assert prints.drawable(text) == said


@pytest.mark.filterwarnings("error")
def test_no_sign_of_any_script_is_a_box():
    """Matplotlib warns of each glyph that it lacks."""
    text = "".join(map(chr, [*range(0x20, 0x250), *range(0x400, 0x460), 0x627, 0x4E2D, 0x1F600, 0x1F9FE]))
    assert prints.saved(
        prints.chips([text[i : i + 40] for i in range(0, len(text), 40)], [""] * 17, "all"), "png", "page", text
    )


@pytest.mark.parametrize(
    ("view", "form", "size", "wrong"),
    [
        ("nothing", "pdf", "page", {}),
        ("dice.die", "doc", "page", {}),
        ("dice.die", "pdf", "wall", {}),
        ("dice.die", "gif", "page", {}),
        ("dice.die", "pdf", "page", {"text": ""}),
        ("dice.die", "pdf", "page", {"text": "word " * 400}),
        ("dice.die", "pdf", "page", {"token": 99}),
        ("dice.die", "pdf", "page", {"controls": [1]}),
        ("dice.die", "pdf", "page", {"controls": {"temperature": "hot"}}),
        ("dice.die", "pdf", "page", {"edits": 3}),
        ("attention.map", "pdf", "page", {"controls": {"layer": 99}}),
        ("worksheet", "pdf", "page", {"text": "word " * 70}),
        ("paint.canvas", "pdf", "page", {"controls": {"seed": -1}}),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(printer, view, form, size, wrong):
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        printer.made(view, form, size, asked(**wrong))


def test_edits_and_the_selected_token_are_printed_as_they_are_shown(printer, lm, monkeypatch):
    seen = []
    monkeypatch.setattr(prints, "saved", lambda draw, *_: seen.append(drawn(draw)) or b"")
    edits = ["head 0.2 off"]
    printer.made("dice.die", "pdf", "page", asked(token=4, edits=edits, controls={"temperature": 0.5}))
    logits = lm.trace(KITE, edits).logits[4].astype(np.float64) / 0.5
    expected = np.sort(np.exp(logits - np.logaddexp.reduce(logits)))[::-1][:12]
    assert np.allclose([bar.get_width() for bar in seen[0].patches][:12], expected, rtol=1e-5)


def test_the_worksheet_asks_about_this_prompt_and_answers_right(lm):
    made = worksheet.worksheet(lm, KITE, CAPTION)
    assert made == worksheet.worksheet(lm, KITE, CAPTION)
    first, second = (page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert CAPTION[:6] in first and "Questions" in second
    trace, die = lm.trace(KITE), load_die(lm.trace(KITE).logits[-1])
    heads = worksheet.chosen(lm)
    assert len({head[1:] for head in heads}) == len(heads) == 3
    answers = [answer for _, answer in worksheet.questions(trace, heads, worksheet.die(lm, trace))]
    top, bits = lm.vocabulary.piece(int(die.ids[0])), bits_of(trace)
    row = trace.pattern[heads[0][1], heads[0][2], -1]
    assert f"{len(trace.ids)} tokens" in answers[0]
    assert prints.drawable(top) in answers[1] and percent(float(die.probs[0])) in answers[1]
    assert f"About {round(100 * die.probs[0])};" in answers[2]
    assert percent(float(die.probs[8:].sum())) in answers[3]
    assert f"{-np.log2(die.probs[0]):.2f} bits" in answers[4]
    assert (
        prints.drawable(trace.pieces[int(bits.argmax()) + 1]) in answers[5] and f"{bits.max():.1f} bits" in answers[5]
    )
    assert prints.drawable(trace.pieces[int(row.argmax())]) in answers[6] and f"{row.max():.2f}" in answers[6]


def test_a_worksheet_of_one_token(lm):
    one = lm.vocabulary.piece(lm.encode("the")[0])
    assert len(PdfReader(io.BytesIO(worksheet.worksheet(lm, one, CAPTION))).pages) == 2


def test_the_gif_ends_with_the_picture(printer, lm):
    controls = {"seed": 3, "temperature": 0.8}
    made = printer.made("paint.canvas", "gif", "page", asked(text="a big red star", controls=controls))
    colours = np.reshape(paint.colours_of(lm, "a big red star", 0.8, 3), (16, 16))
    moving = Image.open(io.BytesIO(made))
    assert moving.size == (256, 256)
    moving.seek(moving.n_frames - 1)
    last = np.array(moving.convert("RGB"))[8::16, 8::16]
    expected = [[tuple(bytes.fromhex(PALETTE[c][1:])) for c in row] for row in colours]
    assert np.array_equal(last, expected)
    axes = drawn(paint.on_paper(lm, "a big red star", 0.8, 3))
    shown = axes.images[0].get_array()
    assert [[to_hex(c / 255) for c in row] for row in np.asarray(shown, float)] == [
        [PALETTE[c] for c in row] for row in colours
    ]


def test_matplotlib_comes_with_the_first_print():
    heavy = {"matplotlib", "plotly", "transformers"}
    code = f"import sys, app, model; app.build_app(model.load()); sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_ramps_are_those_of_the_page():
    script = (prints.FONTS.parents[2] / "components/page/colours.js").read_text()
    assert f"'{' '.join(prints.RAMP)}'" in script


def test_the_card_draws_what_lies_beside_the_weights(lm):
    runs = card.lines_of(lm.facts["training"])
    assert [len(log) for _, log in runs][-1] == len(lm.facts["training"]["log"])
    assert runs[-1][0][-1] == card.total(lm.facts["training"])
    assert all(a[0][-1] < b[0][0] for a, b in pairwise(runs))
    for made in (card.learning(lm), card.scores(json.loads((FOLDER / "scoreboard.json").read_text()))):
        assert Image.open(io.BytesIO(made)).width == 1600
    for name in ("learning.png", "painted.png", "scoreboard.png"):
        assert Image.open(FOLDER / name).width == 1600


def test_a_row_of_the_scoreboard_is_known_where_it_stands_alone():
    names = [
        "capitals, wordings that occur",
        "  in one that does not",
        "kinds",
        "  in one that does not",
        "  she: nurse",
    ]
    said = ["capitals, wordings that occur", "capitals, in one that does not", "kinds", "kinds, in one that does not"]
    assert card.labels([{"name": name} for name in names]) == [*said, "she: nurse"]
