"""A guest's text is cut, spelled and put together again by its own tokenizer, of whatever kind."""

import pytest
from made import byte_pairs, sentence_pieces
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

from components.tabs.tokens.tab import rows
from model.guests.vocabulary import GuestVocabulary

TEXTS = ["Once upon a time there was a little fox named Ada. The sky is blue, the ball is red.", "über die Brücke"]
SENTENCES = ["the little fox", "the sky is blue", "Ada, 12 + 7 = 19!", "über 🦊 Ω", "a\nb  c", " the"]


def unigram():
    pieces = [("<unk>", 0.0), *((f"▁{word}", -2.0) for word in TEXTS[0].split()), *((c, -5.0) for c in "▁abcdefghijkl")]
    tokenizer = Tokenizer(models.Unigram(pieces, 0, False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


MADE = {
    "GPT-2": lambda: byte_pairs(TEXTS, 330),
    "Llama 3": lambda: byte_pairs(TEXTS, 330, "<s>"),
    "Llama 2": lambda: sentence_pieces(TEXTS, 380),
}


@pytest.fixture(scope="module", params=MADE)
def tokenizer(request):
    return MADE[request.param]()


@pytest.fixture(scope="module")
def vocabulary(tokenizer):
    return GuestVocabulary(tokenizer, tokenizer.get_vocab_size(), [2])


@pytest.mark.parametrize("text", SENTENCES)
def test_it_reads_what_transformers_reads(tokenizer, vocabulary, text):
    theirs = PreTrainedTokenizerFast(tokenizer_object=tokenizer, clean_up_tokenization_spaces=False)
    assert vocabulary.read(text) == theirs(text).input_ids
    assert vocabulary.encode(text) == theirs(text, add_special_tokens=False).input_ids
    assert vocabulary.written(vocabulary.read(text)) == theirs.decode(vocabulary.read(text), skip_special_tokens=True)


@pytest.mark.parametrize("text", [text for text in SENTENCES if not text.startswith(" ")])
def test_what_was_read_is_written_again(vocabulary, text):
    ids = vocabulary.read(text)
    assert vocabulary.written(ids) == text
    assert vocabulary.read(vocabulary.written(ids[:2])) == ids[:2]
    said = b"".join(vocabulary.bytes_of(id) for id in ids[len(vocabulary.start) :])
    assert said.decode().removeprefix(" ") == text


def test_a_space_is_a_space_and_a_byte_a_byte():
    vocabulary = GuestVocabulary(sentence_pieces(TEXTS, 380), 380, [2])
    assert vocabulary.pieces(vocabulary.read("the sky"))[1:] == [" the", " sky"]
    assert vocabulary.pieces(vocabulary.encode("🦊"))[-4:] == ["\\xf0", "\\x9f", "\\xa6", "\\x8a"]
    assert (vocabulary.kind(1), vocabulary.kind(vocabulary.encode("the")[0])) == ("control", "word")
    assert vocabulary.start == [1] and vocabulary.ends == {2} and not vocabulary.is_bytes and vocabulary.joins
    assert vocabulary.piece(vocabulary.single(" sky")) == " sky" and vocabulary.single("no such") is None


def test_every_token_says_where_it_stands(vocabulary):
    """Spans in bytes, in order; what is read before the text covers nothing."""
    text = "the über ball"
    found = vocabulary.where(text)
    n = len(vocabulary.start)
    assert found[:n] == [(0, 0)] * n and found[-1][1] == len(text.encode())
    assert all(a <= b for (a, _), (b, _) in zip(found[n:], found[n + 1 :], strict=False))


def test_the_three_cuts_cover_the_same_text(vocabulary):
    class Model:
        def encode(self, text):
            return vocabulary.read(text)

    Model.vocabulary = vocabulary
    *_, pieces = rows(Model(), "the sky is blue")
    assert [pieces["spans"][0][0], pieces["spans"][-1][1]] == [0, 15]
    assert len(pieces["spans"]) == len(pieces["ids"])


def test_pieces_that_no_merge_made():
    tokenizer = unigram()
    vocabulary = GuestVocabulary(tokenizer, 60, [])
    assert (vocabulary.joins, vocabulary.is_bytes) == (False, False)
    assert vocabulary.pieces(vocabulary.read("the sky")) == [" the", " sky"]
    assert vocabulary.written(vocabulary.read("the sky")) == "the sky"
    assert vocabulary.kind(59) == "control" and len(vocabulary) == 60


def test_added_words_are_spelled_as_they_are_and_only_special_ones_are_control():
    tokenizer = byte_pairs(TEXTS, 330)
    tokenizer.add_tokens(["  über"])
    vocabulary = GuestVocabulary(tokenizer, 331, [2])
    id = tokenizer.token_to_id("  über")
    assert (vocabulary.piece(id), vocabulary.kind(id)) == ("  über", "word")


def test_more_tokens_than_rows_are_refused():
    with pytest.raises(ValueError, match="its tokenizer has 300 tokens, its table of embeddings 299"):
        GuestVocabulary(byte_pairs(TEXTS, 300), 299, [2])
