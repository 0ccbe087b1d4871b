"""What the tokenizer reads a text as, before it cuts it; and where the page says so."""

import pytest
from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerFast

from components.page.prompt import chips
from components.page.words import say
from components.tabs.tokens.tab import rows, tokens
from model.core.plain import plainly
from model.language_model import MAX_CHARACTERS
from model.learn.material import TheWorld
from model.learn.run import Run

READ_AS = {
    "It’s “so” hot…": 'It\'s "so" hot...',
    "He left — with “Ann” – for good.": 'He left, with "Ann", for good.',
    "At the corner —": "At the corner,",
    "— No, said Ida.\n– Yes!": "No, said Ida.\nYes!",
    "3–5 and 7 − 2 is −4": "3-5 and 7-2 is -4",
    "20\u00a0km\u202fnorth": "20 km north",
    "Zoë, José and Søren in Łódź: größer": "Zoe, Jose and Soren in Lodz: grosser",
    "e\u0301 and é": "e and e",
    "I love pizza 🍕.": "I love pizza.",
    "🍕🍟 are good": "are good",
    "Ann 👩‍👩‍👧 👍🏽 from 🇳🇱 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️!": "Ann from and!",
    "A\n😀\nB": "A\nB",
    "3️⃣ cats": "3 cats",
    "🐧": "",
    "3 + 4 → 7 ⇒ so": "3 + 4 -> 7 => so",
    "2½ cups, ½ of it": "2 1/2 cups, 1/2 of it",
    "6 × 7 ÷ 2 ≠ 4, x ≤ 5²": "6 x 7 / 2 != 4, x <= 5^2",
    "20° today, 5 € and 7€": "20 degrees today, 5 euros and 7 euros",
    "• milk\n• bread": "- milk\n- bread",
    "¿Qué? «No»": 'Que? "No"',
}
AS_IT_STANDS = (
    'It\'s "plain", 3-5 * 2 #1 (well-known)...',
    "  two  spaces \n\n",
    "한국어 שלום عيد नमस्ते й ё 日本語",
    "a\0b \ufeff\u200b\ufffd ${x} {{y}} <img src=x onerror=alert(1)>",
    "a <image> b<red><eot>",
    "a\u200cb € ✗ µ π ° ∞",
)


@pytest.mark.parametrize(("text", "read"), READ_AS.items())
def test_what_phones_put_in_is_read_as_a_plain_keyboard_has_it(lm, text, read):
    ids = lm.vocabulary.encode(text)
    assert lm.vocabulary.decode(ids) == read and ids == lm.vocabulary.encode(read)


@pytest.mark.parametrize("text", AS_IT_STANDS)
def test_what_is_plain_or_of_another_script_stays(lm, text):
    assert lm.vocabulary.decode(lm.vocabulary.encode(text)) == text


def test_the_shipped_tokenizers_and_those_of_the_world_have_it():
    ours = Tokenizer.from_file("assets/model/tokenizer.json")
    masked = Tokenizer.from_file("assets/masked/tokenizer.json")
    learned = TheWorld().vocabulary(Run(documents=20)).tokenizer
    assert [repr(each.normalizer) for each in (ours, masked, learned)] == [repr(plainly())] * 3


def test_transformers_reads_it_so(lm):
    theirs = PreTrainedTokenizerFast(tokenizer_file="assets/model/tokenizer.json")
    for text in (*READ_AS, *AS_IT_STANDS):
        assert theirs.encode(text, add_special_tokens=False) == lm.vocabulary.encode(text)


def test_the_page_says_what_is_read(lm):
    value = chips(lm, {"text": "I’m so hungry 🍕"})
    assert value["hint"] == say("chips.read_as", text="I'm so hungry") and not value["message"]
    assert value["pieces"] == lm.vocabulary.pieces(lm.vocabulary.encode("I'm so hungry"))
    assert chips(lm, {"text": "I'm so hungry"})["hint"] == ""
    long = "so " * 30 + "it’s " + "hot " * 30 + "!"
    plain = long.replace("’", "'")
    assert chips(lm, {"text": long})["hint"] == say("chips.read_as", text=f"…{plain[62:122]}…")
    assert chips(lm, {"text": "’ " * MAX_CHARACTERS})["hint"] == ""


def test_where_nothing_is_left_it_says_so(lm):
    assert chips(lm, {"text": "🐧 🐧"})["message"] == say("chips.nothing")
    assert chips(lm, {"text": ""})["message"] == ""
    with pytest.raises(ValueError, match="The tokenizer leaves nothing of this prompt"):
        lm.encode("🐧 🐧")
    with pytest.raises(ValueError, match="The prompt is empty"):
        lm.encode("")


def test_each_piece_covers_what_it_was_read_from(lm):
    text = "Zoë’s cat 🐱 ran"
    written = text.encode()
    *_, pieces = rows(lm, text)
    covered = [written[start:end].decode() for start, end in pieces["spans"]]
    assert tokens(lm, text)["pieces"] == pieces["pieces"]
    assert lm.vocabulary.decode(pieces["ids"]) == "Zoe's cat ran"
    assert "".join(covered).replace(" 🐱", "") == "Zoë’s cat ran"
