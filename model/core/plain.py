"""What our tokenizer reads a text as: what phones and word processors put into it, as a plain keyboard has it.

The world is written on a plain keyboard. A model that has learned from it knows nothing of the bytes in `I’m` or of an
emoji, and goes on with noise. So quotes are read straight, dashes as commas, Latin letters without their accents, and
emoji (Unicode Technical Standard 51) not at all; arrows, fractions and the signs of arithmetic as one types them. Other
scripts stay as they are.
"""

from tokenizers import Regex, normalizers

EMOJI = (
    r"(?:[\p{Extended_Pictographic}\x{1F1E6}-\x{1F1FF}\x{FE0F}\x{20E3}]"
    r"[\x{200D}\x{FE0F}\x{20E3}\x{1F3FB}-\x{1F3FF}\x{E0020}-\x{E007F}]*)"  # joined, in colour, of a skin, a region
)
LETTERS = {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
TYPED = dict(zip("→⟶➔➜←⟵⇒×÷≠≤≥≈•·²³", "-> -> -> -> <- <- => x / != <= >= ~ - - ^2 ^3".split(), strict=True))
SIGNS = (  # what is found, what it is read as
    (rf"\A(?:{EMOJI}\s*)+|(?:\s?{EMOJI})+", ""),
    ("[‘’‚‛ʼ′‹›]", "'"),
    ("[“”„‟″«»]", '"'),
    ("…", "..."),
    ("[¿¡]", ""),
    (r"[\x{A0}\x{2009}\x{202F}]", " "),
    (r"(?<=\d)\s?[–−]\s?(?=\d)|−", "-"),
    (r"(?m)^[–—]\s?", ""),
    (r"\s?[–—]\s?\z", ","),
    (r"\s?[–—]\s?", ", "),
    *((rf"(?<=\d){one}", f" {typed}") for one, typed in FRACTIONS.items()),
    *FRACTIONS.items(),
    (r"(?<=\d)\s?°", " degrees"),
    (r"(?<=\d)\s?€", " euros"),
    *LETTERS.items(),
    *TYPED.items(),
)
ACCENTS = r"(?<=[A-Za-z])[\x{300}-\x{36F}]+"


def plainly() -> normalizers.Sequence:
    """The first stage of a tokenizer of ours, before a text is cut."""
    read = [normalizers.Replace(Regex(found), as_what) for found, as_what in SIGNS]
    bare = [normalizers.NFD(), normalizers.Replace(Regex(ACCENTS), ""), normalizers.NFC()]
    return normalizers.Sequence([*read, *bare])
