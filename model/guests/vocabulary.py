"""The vocabulary of a guest: pieces, bytes and offsets by its own fast tokenizer, of whatever kind that is."""

import json
import re
from collections.abc import Collection, Sequence

from tokenizers import Tokenizer

from model.core.vocabulary import Vocabulary

SPACE = "▁"  # how SentencePiece writes a space (Kudo & Richardson 2018)
BYTE = re.compile(r"<0x([0-9A-F]{2})>")  # and a byte that no piece covers
LETTER = "a"  # a text to try


class GuestVocabulary(Vocabulary):
    """As `Vocabulary`, for a table of `size` rows; after one of the ids `ends` a text is over.

    Raises ValueError if the tokenizer knows more tokens than the table has.
    """

    def __init__(self, tokenizer: Tokenizer, size: int, ends: Collection[int]):
        settings = json.loads(tokenizer.to_str())
        decoder = json.dumps(settings["decoder"], ensure_ascii=False)
        self._letters, self._spaces = "ByteLevel" in decoder, SPACE in decoder
        self._joins = settings["model"]["type"] == "BPE"
        if (known := max(tokenizer.get_vocab().values()) + 1) > size:
            raise ValueError(f"its tokenizer has {known:,} tokens, its table of embeddings {size:,}")
        super().__init__(tokenizer, size)
        self.known, self.ends = known, set(ends) or self.ends
        read, plain = (tokenizer.encode(LETTER, add_special_tokens=added).ids for added in (True, False))
        self.start = read[: read.index(plain[0])] if plain and plain[0] in read else []
        self._ids = {piece: id for id, piece in reversed([*enumerate(self.pieces(range(known)))])}
        self._leads = bool(plain) and self.bytes_of(plain[0]).startswith(b" ")  # it puts a space before any text

    @property
    def is_bytes(self) -> bool:
        """Whether every byte is a token, so that any text can be spelled and merges start from bytes."""
        return self._letters and self._joins and super().is_bytes

    @property
    def joins(self) -> bool:
        """Whether its pieces were made by merges, of bytes or of characters."""
        return self._joins

    def single(self, text: str) -> int | None:
        """The id of the one token that `text` is, also where the tokenizer would put a space before it."""
        return self._ids.get(text)

    def written(self, ids: Sequence[int]) -> str:
        """The prompt that is read as `ids`."""
        n = len(self.start)
        text = self.decode(ids[n:] if list(ids[:n]) == self.start else ids)
        return text.removeprefix(" ") if self._leads else text

    def where(self, text: str) -> list[tuple[int, int]]:
        """[start, end) of each token of a prompt in its UTF-8; what is read before it covers nothing."""
        return [(0, 0)] * len(self.start) + super().where(text)

    def _spell(self, id: int) -> bytes:
        if self._letters or id in self._added:
            return super()._spell(id)
        token = self.tokenizer.id_to_token(id) or ""
        if found := BYTE.fullmatch(token):
            return bytes([int(found[1], 16)])
        return (token.replace(SPACE, " ") if self._spaces else token).encode()
