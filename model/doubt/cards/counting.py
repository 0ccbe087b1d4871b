"""Counting: how many things it has just counted, how many letters a word has, and a story of so many words.

What cuts words into tokens hides their letters (Edman et al. 2024), and one pass has only so many steps in which to
count (Chang and Bisk 2025).
"""

from collections.abc import Sequence

import numpy as np
import torch

from model.core.sampling import PLAIN
from model.core.vocabulary import EOT
from model.doubt.asking import dice, written
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, exact, mean, share
from model.language_model import LanguageModel
from model.world.language.numbers import spell
from model.world.texts.series import LINES

NUMBERS = [spell(n) for n in range(1, 21)]
BANDS = {"3 to 6": range(3, 7), "7 to 10": range(7, 11), "11 to 14": range(11, 15)}  # the last stand in no text
FORMS = (  # of its texts, up to the answer
    "How many {thing} are {where}? {Row}. There are",
    "Let us count the {thing} {where}: {row}. There are",
    "{Row}. That makes",
)
THINGS, PLACES = LINES["things"].words[:2], LINES["where"].words[:2]
WORDS = (
    "cat dog sun moon tree house water apple banana garden window kitchen elephant mountain umbrella ink bread".split()
)
LETTERS, SPELLED = "How many letters are in {word}? There are", "How many letters are in {word}? {letters}. There are"
STORY, LENGTHS, ROLLS, TOKENS, SEED = "A story in exactly {n} words.\n", (10, 40), 12, 120, 5
MOST, FEW, MANY = 60.0, 0.5, 0.9  # words, where the axis ends; shares
NEAR = 3  # words from the length that was asked for


def numbers(lm: LanguageModel, prompts: list[str]) -> list[int]:
    """The likeliest number up to twenty, in words, after each prompt."""
    faces = [lm.vocabulary.encode(f" {word}")[0] for word in NUMBERS]
    return [1 + int(best) for best in dice(lm, prompts)[:, faces].argmax(1)]


def counted(size: int) -> list[str]:
    """All prompts in which so many things were counted."""
    row = ", ".join(map(spell, range(1, size + 1)))
    slots = [{"thing": thing, "where": where} for thing in THINGS for where in PLACES]
    return [form.format(row=row, Row=row.capitalize(), **each) for form in FORMS for each in slots]


def of_size(lm: LanguageModel, sizes: range) -> np.ndarray:
    """Whether (n,) the right number is said."""
    pairs = [(prompt, size) for size in sizes for prompt in counted(size)]
    found = numbers(lm, [prompt for prompt, _ in pairs])
    return np.array([said == size for said, (_, size) in zip(found, pairs, strict=True)])


def letters(lm: LanguageModel, form: str) -> np.ndarray:
    """Whether (n,) the number of letters is right."""
    found = numbers(lm, [form.format(word=word, letters=", ".join(word)) for word in WORDS])
    return np.array([said == len(word) for said, word in zip(found, WORDS, strict=True)])


def stories(lm: LanguageModel, n: int) -> list[str]:
    """What it rolls where a story of so many words is asked for."""
    return written(lm, [STORY.format(n=spell(n))] * ROLLS, TOKENS, PLAIN, seed=SEED)


@torch.inference_mode()
def ends(lm: LanguageModel, texts: Sequence[str], n: int) -> dict[str, list[float]]:
    """Chance of the end of the text after each of its sentences, within NEAR words of n, and farther away."""
    found = {"near": [], "away": []}
    before = lm.encode(STORY.format(n=spell(n)))
    for text in texts:
        new = lm.vocabulary.encode(text)
        logs = lm.transformer(torch.tensor([[*before, *new]]))[0, len(before) - 1 :].log_softmax(-1)
        for i, chance in enumerate(logs[:, EOT].exp().tolist()):
            said = lm.vocabulary.decode(new[:i])
            if whole(said):
                found["near" if abs(len(said.split()) - n) <= NEAR else "away"].append(chance)
    return found


def whole(text: str) -> bool:
    """Whether it ends where a sentence does."""
    return text.rstrip().endswith((".", "!", "?", '"'))


def cut(text: str, n: int) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:n])


def told(lm: LanguageModel) -> tuple[Seen, ...]:
    """How many texts of the sample ask for letters, or for so many words."""
    if lm.corpus is None:
        return ()
    texts = lm.vocabulary.decode(lm.corpus.ids.tolist()).split("<eot>")
    asked = {"letters": "How many letters", "words": "in exactly", "things": "Let us count"}
    return tuple(Seen(text, sum(text in each for each in texts), len(texts)) for text in asked.values())


def measure(lm: LanguageModel) -> Measured:
    """Things that were counted, letters, and words of a story; what helps."""
    bands = {band: of_size(lm, sizes) for band, sizes in BANDS.items()}
    bare = letters(lm, LETTERS)
    lengths = [len(word) for word in WORDS]
    always = max(lengths.count(n) for n in lengths) / len(lengths)
    texts = {n: stories(lm, n) for n in LENGTHS}
    along = [ends(lm, some, n) for n, some in texts.items()]
    words = {n: [len(text.split()) for text in some] for n, some in texts.items()}
    sides = {side: [p for story in along for p in story[side]] for side in ("near", "away")}
    parts = (
        Part("things", tuple(Row(band, share(hits)) for band, hits in bands.items())),
        Part("letters", (Row("letters", share(bare), always),)),
        Part("story", tuple(Row(f"{n}", mean(some, high=999.0), n) for n, some in words.items()), "words", MOST),
        Part("end", tuple(Row(side, mean(some, high=1.0)) for side, some in sides.items() if some), most=FEW),
    )
    known = share(np.concatenate([bands["3 to 6"], bands["7 to 10"]]))
    all_texts = [(text, n) for n, some in texts.items() for text in some if len(text.split()) >= n]
    hits = share([count == n for n, some in words.items() for count in some])
    done = [whole(text) for text, _ in all_texts]
    cleft = [whole(cut(text, n)) for text, n in all_texts]
    exactly = share([len(cut(text, n).split()) == n for n, some in texts.items() for text in some])
    helps = [Help("spelled", (share(bare), share(letters(lm, SPELLED))))]
    if all_texts:
        helps.append(Help("cut", (hits, exactly), (share(done), share(cleft))))
    facts = {"known": known.value, "low": known.low, "high": known.high, "known_n": known.n}
    facts |= {"never": float(bands["11 to 14"].mean()), "letters": float(bare.mean()), "words_n": len(WORDS)}
    facts |= {"exact": hits.value, "stories_n": hits.n, "each_n": ROLLS}
    facts |= {"near_n": len(sides["near"]), "within_n": NEAR}
    return Measured(parts, facts, told(lm), tuple(helps))


def finding(found: Measured) -> bool:
    """It says a wrong number for most of what it has just counted, and for all beyond what its texts count."""
    return found.facts["high"] < FEW and found.facts["never"] <= 1 - MANY


def answer(found: Measured) -> int:
    """Of what it has just counted it says the right number nearly always (0), mostly (1), or seldom (2)."""
    known = found.facts["known"]
    return 0 if known >= MANY else 1 if known >= FEW else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A text of one's own before a number: the three likeliest numbers up to twenty, among these."""
    faces = [lm.vocabulary.encode(f" {word}")[0] for word in NUMBERS]
    die = dice(lm, [case])[0, faces]
    best = np.argsort(-die)[:3]
    return Part("own", tuple(Row(NUMBERS[i], exact(die[i] / die.sum())) for i in best))


CARD = Card(13, measure, finding, answer, own, "How many cups are on the table? One, two, three, four. There are")
