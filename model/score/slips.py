"""A reader of stories who notices slips: a wrong name, pronoun, colour or owner.

It knows the names and things of the world and reads sentence by sentence. It is not perfect: `model.score.stories`
measures how often it finds fault with real stories, and how many slips it finds that were put into them.
"""

import re
from typing import NamedTuple

from model.world.language import words
from model.world.language.people import PRONOUNS

SEX = dict.fromkeys(words.GIRLS, "girl") | dict.fromkeys(words.BOYS, "boy")
NOUNS = sorted({*words.OBJECTS, *words.HARD, *words.LIGHT}, key=len, reverse=True)
NAME, NOUN, COLOUR = (f"(?:{'|'.join(each)})" for each in (sorted(SEX, key=len, reverse=True), NOUNS, words.COLOURS))
WORDS_OF = {sex: set(said) for sex, said in PRONOUNS.items()}
ENTERS = (  # how a second person comes into a story
    r"(?:friend|friend was|met|called|named|name was|asked) {name}\b|\bI am {name}\b|"
    r"\b{name} (?:lived|came|comes|was a|is a|carried|carries|was holding|(?:had|has) an?)\b"
)
COLOURED = [  # each finds a thing and its colour
    re.compile(form.format(noun=f"(?P<noun>{NOUN})", colour=f"(?P<colour>{COLOUR})"))
    for form in (
        r"\b{colour} {noun}\b(?! (?:was|is) (?:{colour}))".replace("(?:{colour})", COLOUR),
        r"\b{noun} (?:is|was) (?:still as )?{colour}\b",
        r"\b{noun}\? (?:It|Yes, it) (?:is|was) {colour}\b",
        r"\bhow {colour} the {noun} ",
        r"\b{noun} because it was so {colour}\b",
    )
]
OWNED = [  # each finds who has a thing
    re.compile(form.format(name=f"(?P<name>{NAME})", noun=f"(?:{COLOUR} )?(?P<noun>{NOUN})"))
    for form in (
        r"\b{name}'s {noun}\b",
        r"\b{noun} belonged to {name}\b",
        r"\b{noun} of {name}\b",
        r"\bIt was {name} who had the {noun}\b",
        r"\b{name} (?:had|held|has) (?:the|both: the) {noun}\b",
        r"\bwho had the {noun}\? (?:It was )?{name}\b",
        r"\bWho had the {noun}\? It was {name}\b",
        r"\"My {noun} is {colour}[^\"]*\" said {name}\b".replace("{colour}", COLOUR),
    )
]
SHOWN = re.compile(rf"\ban? {COLOUR} (?P<noun>{NOUN})\b")
GIVES = [
    re.compile(form.format(noun=f"(?:{COLOUR} )?(?P<noun>{NOUN})", name=f"(?P<name>{NAME})"))
    for form in (
        rf"\b{NAME} (?:gave|lent) {{name}} (?:the|his|her) {{noun}}\b",
        rf"\b{NAME} gave the {{noun}} to {{name}}\b",
    )
]
MOVING = """g[ai]ve giving lent got took takes? swap traded? back here.is mine yours? share borrow left bought buy chose
    paid found hand keep wrapped returned put brought want without"""
MOVES = re.compile(rf"\b(?:{'|'.join(MOVING.split())})", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"')


class Slips(NamedTuple):
    """What is wrong in a story, by kind."""

    names: list[str]
    pronouns: list[str]
    colours: list[str]
    owners: list[str]

    def __bool__(self) -> bool:
        return any(self[:])


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; what is said and who says it stay together."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z\"])|(?<=[.!?]\")\s+(?=[A-Z\"])", text.replace("\n", " ").strip())


def cast_of(text: str) -> list[str]:
    """The names that a story says, in their order."""
    return list(dict.fromkeys(re.findall(rf"\b{NAME}\b", text)))


def find_slips(text: str) -> Slips:
    """All slips of a story."""
    cast, told = cast_of(text), sentences_of(text)
    return Slips(wrong_names(cast, told), wrong_pronouns(cast, told), wrong_colours(told), wrong_owners(cast, told))


def wrong_names(cast: list[str], told: list[str]) -> list[str]:
    """People too many: there are two at most, and the second one is introduced."""
    wrong = cast[2:]
    for name in cast[1:2]:
        first = next(sentence for sentence in told if re.search(rf"\b{name}\b", sentence))
        if first != told[0] and not re.search(ENTERS.format(name=name), first):
            wrong.append(name)
    return wrong


def wrong_pronouns(cast: list[str], told: list[str]) -> list[str]:
    """Pronouns that fit nobody in the story, or not the one person whom a sentence is about."""
    sexes, wrong = {SEX[name] for name in cast[:2]}, []
    for sentence in told:
        said = re.findall(r"[a-z]+", sentence.lower())
        nobodys = [forms for sex, forms in WORDS_OF.items() if sexes and sex not in sexes]
        wrong += [word for word in said for forms in nobodys if word in forms]
        plain = QUOTED.sub("", sentence)
        about = re.match(rf"\W*({NAME})\b", plain)
        if len(sexes) == 2 and about and len(set(re.findall(rf"\b{NAME}\b", sentence))) == 1:
            other = "he" if SEX[about[1]] == "girl" else "she"
            wrong += re.findall(rf"\b{other}\b", plain)
    return wrong


def wrong_colours(told: list[str]) -> list[str]:
    """Things whose colour changes. A sentence that names a thing in two colours speaks of two things."""
    known: dict[str, set[str]] = {}
    wrong = []
    for i, sentence in enumerate(told):
        pair = " ".join(told[max(0, i - 1) : i + 1])  # a question and its answer
        found: dict[str, set[str]] = {}
        for n, form in enumerate(COLOURED):
            for hit in form.finditer(pair if n == 2 else sentence):
                found.setdefault(hit["noun"], set()).add(hit["colour"])
        for noun, colours in found.items():
            more = set(re.findall(rf"\b({COLOUR}) one\b", sentence))
            if noun in known and not colours <= known[noun] and len(colours) == 1 and not more:
                wrong.append(f"{noun}: {', '.join(sorted(colours))}")
            known.setdefault(noun, set()).update(colours | more)
    return wrong


def wrong_owners(cast: list[str], told: list[str]) -> list[str]:
    """Things said to be another's, though nobody gave them away."""
    owner: dict[str, set[str]] = {}
    wrong = []
    for i, sentence in enumerate(told):
        pair = " ".join(told[max(0, i - 1) : i + 1])
        moved = [hit for form in GIVES for hit in form.finditer(sentence)]
        known = cast_of(" ".join(told[: i + 1]))
        open_to_all = MOVES.search(sentence) and (len(cast_of(sentence)) > 1 or '"' in sentence or "gave" in sentence)
        loose = set(re.findall(rf"\b{NOUN}\b", pair)) if open_to_all else set()
        for hit in (hit for form in OWNED for hit in form.finditer(pair if "?" in pair else sentence)):
            if hit["noun"] in owner and hit["name"] not in owner[hit["noun"]] and hit["noun"] not in loose:
                wrong.append(f"{hit['name']}: {hit['noun']}")
            owner.setdefault(hit["noun"], {hit["name"]})
        for hit in SHOWN.finditer(sentence):  # first it belongs to the one who was named last
            owner.setdefault(hit["noun"], set(known[-1:]))
        for noun in loose:
            owner[noun] = set(cast)
        for hit in moved:
            owner[hit["noun"]] = {hit["name"]}
    return wrong
