"""One id space for words, pixels and notes, as one `tokenizer.json` that any tool can read.

Text is cut by byte-level byte-pair encoding (Sennrich et al. 2016; bytes as in GPT-2, 2019); see `plain` for what the
shipped tokenizer makes of it before.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from model.world.alphabet import NAMED

EOT, IMAGE, CLIP, TUNE, PAD, MASK = (
    NAMED.index(f"<{name}>") for name in ("eot", "image", "clip", "tune", "pad", "mask")
)
COLOUR_IDS = range(16, 32)
NOTE_IDS = range(32, 96)
# A picture's caption and <image> take this many tokens, padded on the left, so that a pixel's position
# in the sequence is its position in the picture: learned positions need that.
CAPTION_TOKENS, PIXELS = 32, 256
FRAMES = 4  # of a clip, whose pixels are as many as those of a picture
NO_CAPTION = {
    IMAGE: "The caption is empty. Say what to paint, such as a red circle on white.",
    CLIP: "The caption is empty. Say what to animate, such as a red ball that moves to the right.",
}
# GPT-2's cut, but one digit a token: sums are easier to learn digit by digit.
LETTERS = Regex(r"[\s\S]")
WORDS = Regex(r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")


def train_tokenizer(
    texts: Iterable[str],
    vocab_size: int,
    named: Sequence[str] = NAMED,
    cut: Regex = WORDS,
    normalizer: normalizers.Normalizer | None = None,
) -> Tokenizer:
    """Learn merges from `texts` until text and named tokens together number `vocab_size`; none crosses a `cut`.

    What the `normalizer` makes of a text is what is cut; without one, the text as it is.
    """
    tokenizer = Tokenizer(models.BPE())
    if normalizer:
        tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(cut, behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        special_tokens=[*named],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def _byte_of_letter() -> dict[str, int]:
    """GPT-2 writes every byte as one printable letter; this reads the letter back."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    shifted = {chr(256 + i): byte for i, byte in enumerate(others)}
    return {chr(byte): byte for byte in printable} | shifted


BYTE_OF_LETTER = _byte_of_letter()
LETTER_OF_BYTE = {byte: letter for letter, byte in BYTE_OF_LETTER.items()}


class Vocabulary:
    """Text <-> ids, and what each id stands for.

    `size`: rows of the token table, where it was padded to more of them than the tokenizer knows; those are no text.
    """

    def __init__(self, tokenizer: Tokenizer, size: int = 0):
        self.tokenizer, self.known = tokenizer, tokenizer.get_vocab_size()
        self._size = max(size, self.known)
        # Whether the ids are ours, colours included; a stranger's GPT-2 has text only.
        self.has_pictures = all(tokenizer.token_to_id(name) == id for id, name in enumerate(NAMED))
        self._added = tokenizer.get_added_tokens_decoder()
        self._named = {id for id, token in self._added.items() if token.special}
        self.ends = {EOT} if self.has_pictures else self._named  # after one of these a text is over
        self.start: list[int] = []  # what is read before any text
        self._bytes = [self._spell(id) for id in range(len(self))]
        self._pieces = [token.decode(errors="backslashreplace") for token in self._bytes]
        self._kinds = [self._sort(id) for id in range(len(self))]

    @classmethod
    def load(cls, path: str | Path, size: int = 0) -> "Vocabulary":
        """Read `tokenizer.json`."""
        return cls(Tokenizer.from_file(str(path)), size)

    def __len__(self) -> int:
        return self._size

    @property
    def names(self) -> int:
        """How many tokens are names, such as `<image>`, that nothing cuts."""
        return len(self._named)

    @property
    def is_bytes(self) -> bool:
        """Whether every byte is a token, so that any text can be spelled and merges start from bytes."""
        return all(self.tokenizer.token_to_id(letter) is not None for letter in BYTE_OF_LETTER)

    def encode(self, text: str) -> list[int]:
        """Ids of `text`; a name such as `<image>` is one token. Raises ValueError if not Unicode."""
        try:
            text.encode()
        except UnicodeEncodeError as error:
            message = f"Character {error.start} is half a surrogate pair, which is no Unicode text."
            raise ValueError(message) from None
        try:
            return self.tokenizer.encode(text, add_special_tokens=False).ids
        except Exception as error:  # tokenizers has no kind of its own: a list of words may lack one
            raise ValueError(f"The tokenizer of this model cannot read the text: {error}.") from None

    def single(self, text: str) -> int | None:
        """The id of the one token that `text` is; None if it is several, or none that says just this."""
        ids = self.encode(text)
        return ids[0] if len(ids) == 1 and self.piece(ids[0]) == text else None

    def read(self, text: str) -> list[int]:
        """Ids that the model reads for the prompt `text`; what comes before any text included."""
        return self.start + self.encode(text)

    def written(self, ids: Sequence[int]) -> str:
        """The prompt that is read as `ids`."""
        return self.decode(ids)

    def where(self, text: str) -> list[tuple[int, int]]:
        """[start, end) of each token of `text` in its UTF-8, where the tokens' own bytes are not those of the text."""
        ends = [0, *accumulate(len(letter.encode()) for letter in text)]
        found = self.tokenizer.encode(text, add_special_tokens=False).offsets
        return [(ends[start], ends[end]) for start, end in found]

    def encode_bytes(self, word: bytes) -> list[int]:
        """Ids of `word`, which need not be whole UTF-8, cut by the merges alone."""
        letters = "".join(LETTER_OF_BYTE[byte] for byte in word)
        return [token.id for token in self.tokenizer.model.tokenize(letters)]

    def picture_prompt(self, caption: str, kind: int = IMAGE) -> list[int]:
        """The 32 ids before the first pixel of a picture or, where `kind` is CLIP, of a clip.

        Raises ValueError if the caption is empty or too long.
        """
        ids = self.encode(caption)
        if not ids:
            raise ValueError(NO_CAPTION[kind])
        if len(ids) >= CAPTION_TOKENS:
            raise ValueError(f"The caption has {len(ids)} tokens; at most {CAPTION_TOKENS - 1} fit.")
        return [PAD] * (CAPTION_TOKENS - 1 - len(ids)) + ids + [kind]

    def tune_prompt(self, caption: str) -> list[int]:
        """The ids before the first note of a tune. Raises ValueError if the caption is empty."""
        ids = self.encode(caption)
        if not ids:
            raise ValueError("The request is empty. Say what to play, such as a calm tune in 3/4.")
        return [*ids, TUNE]

    def read_tune(self, ids: Sequence[int]) -> tuple[str, list[int]]:
        """Caption, and the ids behind its first <tune>, of a prompt; all of it is the caption where there is none."""
        cut = ids.index(TUNE) if TUNE in ids else len(ids)
        return self.decode(ids[:cut]), list(ids[cut + 1 :])

    def read_picture(self, ids: Sequence[int], kind: int = IMAGE) -> tuple[str, list[int]] | None:
        """Caption and palette indices of a `picture_prompt` with pixels behind it; None if `ids` are no such thing."""
        prompt, pixels = list(ids[:CAPTION_TOKENS]), ids[CAPTION_TOKENS:]
        if not self.has_pictures or len(prompt) < CAPTION_TOKENS or prompt[-1] != kind or len(pixels) > PIXELS:
            return None
        if any(id not in COLOUR_IDS for id in pixels):
            return None
        return self.decode([id for id in prompt[:-1] if id != PAD]), [id - COLOUR_IDS.start for id in pixels]

    def decode(self, ids: Sequence[int]) -> str:
        """The text of `ids`; bytes that are no UTF-8 become U+FFFD."""
        return b"".join(map(self.bytes_of, ids)).decode(errors="replace")

    def bytes_of(self, id: int) -> bytes:
        """The bytes that the token stands for; a named token's are those of its name."""
        return self._bytes[id]

    def piece(self, id: int) -> str:
        """The token as text; bytes that are no UTF-8 on their own are written as \\xe2."""
        return self._pieces[id]

    def pieces(self, ids: Iterable[int]) -> list[str]:
        """`piece` of each id."""
        return [self._pieces[id] for id in ids]

    def kind(self, id: int) -> str:
        """word, digit, punct, colour, note or control: what the token is, for its colour on screen."""
        return self._kinds[id]

    @property
    def joins(self) -> bool:
        """Whether its pieces were made by merges."""
        return self.is_bytes

    @property
    def words(self) -> range:
        """Ids of pieces of text; in a stranger's GPT-2 all ids."""
        return range(NOTE_IDS.stop if self.has_pictures else 0, self.known)

    def _spell(self, id: int) -> bytes:
        token = self.tokenizer.id_to_token(id) or ""
        if id in self._added or any(letter not in BYTE_OF_LETTER for letter in token):
            return token.encode()
        return bytes(BYTE_OF_LETTER[letter] for letter in token)

    def _sort(self, id: int) -> str:
        if id in self._named or not self._bytes[id]:
            ours = self.has_pictures
            return "colour" if ours and id in COLOUR_IDS else "note" if ours and id in NOTE_IDS else "control"
        piece = self._pieces[id].strip()
        if piece.isnumeric():
            return "digit"
        return "word" if any(letter.isalpha() for letter in piece) else "punct"
