"""Text and ids, there and back; ids that must never move."""

import pytest

from model.core.vocabulary import CAPTION_TOKENS, CLIP, COLOUR_IDS, EOT, IMAGE, NOTE_IDS, PAD, Vocabulary
from model.world.alphabet import COLOURS, NAMED

TEXTS = {
    "empty": "",
    "one character": "a",
    "emoji": "\U0001f98a \U0001f468‍\U0001f469‍\U0001f467",
    "Hangul": "한국어, 안녕하세요",
    "newlines": "\n\na\r\nb\n",
    "spaces": "  a   b ",
    "NUL": "a\0b",
    "right to left": "שלום, عيد الفطر",
    "template": "${x} {{y}} <img src=x onerror=alert(1)>",
    "escapes": "\\u0041 \\n \\",
    "named": "a <image> b<red><eot>",
    "beyond": "\ufeff\u200b\ufffd",
}
CONTROL = "<eot> <image> <clip> <tune> <pad> <mask> <user> <assistant> <chant> <echo> <murmur>".split()
PALETTE = (
    "<black> <gray> <white> <red> <orange> <yellow> <lime> <green> "
    "<cyan> <blue> <navy> <purple> <pink> <peach> <tan> <brown>"
).split()
OCTAVE = "C C# D D# E F F# G G# A A# B".split()
NOTES = [f"<{name}{octave}>" for octave in (3, 4, 5, 6) for name in OCTAVE] + (
    "<rest> <1/16> <1/8> <3/16> <1/4> <3/8> <1/2> <3/4> <1/1>".split()
)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_round_trip(vocabulary, text):
    ids = vocabulary.encode(text)
    assert vocabulary.decode(ids) == text
    assert b"".join(map(vocabulary.bytes_of, ids)) == text.encode()


@pytest.mark.parametrize("text", ["\ud83d", "abc\ude00", "abc\ud83d\ude00"])
def test_lone_surrogate_is_refused(vocabulary, text):
    place = next(i for i, letter in enumerate(text) if "\ud800" <= letter <= "\udfff")
    with pytest.raises(ValueError, match=f"Character {place} is half a surrogate pair"):
        vocabulary.encode(text)


def test_named_ids_are_fixed(vocabulary):
    """Checkpoints depend on them: 16 control tokens, 16 colours, 64 notes, then text."""
    reserved = [f"<control{i}>" for i in range(11, 16)]
    spare = [f"<note{i}>" for i in range(57, 64)]
    assert [*CONTROL, *reserved, *PALETTE, *NOTES, *spare] == NAMED
    assert [vocabulary.tokenizer.id_to_token(id) for id in range(96)] == NAMED
    assert (0, 1, 4, range(16, 32), range(32, 96)) == (EOT, IMAGE, PAD, COLOUR_IDS, NOTE_IDS)
    assert [f"<{name}>" for name in COLOURS] == PALETTE
    assert vocabulary.has_pictures


@pytest.mark.parametrize("name", [*CONTROL, *PALETTE, *NOTES])
def test_a_name_is_one_token(vocabulary, name):
    (id,) = vocabulary.encode(name)
    assert (id, vocabulary.decode([id]), vocabulary.piece(id)) == (NAMED.index(name), name, name)


def test_every_byte_has_a_token(vocabulary):
    single = {vocabulary.bytes_of(id) for id in range(96, len(vocabulary))}
    assert {bytes([byte]) for byte in range(256)} <= single


def test_one_digit_a_token(vocabulary):
    pieces = vocabulary.pieces(vocabulary.encode("2024+3.5 1900"))
    assert pieces == ["2", "0", "2", "4", "+", "3", ".", "5", " ", "1", "9", "0", "0"] or (
        pieces == ["2", "0", "2", "4", "+", "3", ".", "5", " 1", "9", "0", "0"]
    )


def test_bytes_that_are_no_text_on_their_own(vocabulary):
    ids = vocabulary.encode("한")  # three bytes, three tokens: the sample has no Hangul
    assert [vocabulary.bytes_of(id) for id in ids] == [b"\xed", b"\x95", b"\x9c"]
    assert vocabulary.pieces(ids) == ["\\xed", "\\x95", "\\x9c"]
    assert vocabulary.decode(ids[:2]) == "\ufffd"


def test_picture_prompt(vocabulary):
    ids = vocabulary.picture_prompt("a red ball")
    caption = vocabulary.encode("a red ball")
    assert len(ids) == CAPTION_TOKENS == 32
    assert ids == [PAD] * (31 - len(caption)) + caption + [IMAGE]


def test_a_clip_is_prompted_and_read_back_as_one(vocabulary):
    prompt = vocabulary.picture_prompt("a red ball", CLIP)
    assert prompt[:-1] == vocabulary.picture_prompt("a red ball")[:-1] and prompt[-1] == CLIP
    ids = [*prompt, COLOUR_IDS[3], COLOUR_IDS[0]]
    assert vocabulary.read_picture(ids, CLIP) == ("a red ball", [3, 0])
    assert vocabulary.read_picture(ids) is None
    with pytest.raises(ValueError, match="Say what to animate"):
        vocabulary.picture_prompt("", CLIP)


@pytest.mark.parametrize("count", [1, 31])
def test_picture_prompt_takes_up_to_31_tokens(vocabulary, count):
    assert vocabulary.picture_prompt("9" * count)[-1 - count :] == [
        *vocabulary.encode("9" * count),
        1,
    ]


@pytest.mark.parametrize(("caption", "message"), [("", "empty"), ("9" * 32, "32 tokens; at most 31")])
def test_picture_prompt_refuses(vocabulary, caption, message):
    with pytest.raises(ValueError, match=message):
        vocabulary.picture_prompt(caption)


def test_kinds(vocabulary):
    def kinds(text):
        return {vocabulary.kind(id) for id in vocabulary.encode(text)}

    assert kinds("fox and Ada") == {"word"}
    assert kinds("1234") == {"digit"}
    assert kinds(".") == kinds("?!") == kinds("\n") == {"punct"}
    assert kinds("<red><brown>") == {"colour"}
    assert kinds("<C4><rest><1/8>") == {"note"}
    assert kinds("<eot><image><pad>") == {"control"}


def test_save_and_load(vocabulary, tmp_path):
    vocabulary.tokenizer.save(str(tmp_path / "tokenizer.json"))
    again = Vocabulary.load(tmp_path / "tokenizer.json")
    assert [again.encode(text) for text in TEXTS.values()] == [vocabulary.encode(text) for text in TEXTS.values()]


def test_a_strangers_vocabulary_has_no_colours():
    """Ids 16 to 31 of GPT-2 are punctuation and digits, not paint."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE({letter: id for id, letter in enumerate(letters)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens(["<|endoftext|>"])
    stranger = Vocabulary(tokenizer)
    assert not stranger.has_pictures
    assert {stranger.kind(id) for id in range(256)} <= {"word", "digit", "punct"}
    assert stranger.kind(256) == "control"
    assert stranger.decode(stranger.encode("héllo <|endoftext|>")) == "héllo <|endoftext|>"
