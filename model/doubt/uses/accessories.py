"""Accessories: what it recommends to somebody who has just bought a thing, and whether that goes with it.

Shops recommend what others bought together (Linden, Smith and York 2003); a model of language has read sentences, not
baskets.
"""

from collections import Counter

import numpy as np

from model.doubt.asking import dice
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, Sure, exact, share
from model.doubt.made import examples, write
from model.language_model import LanguageModel

FITS = dict(  # by hand: what goes with a thing; no word stands twice
    pair.split()
    for pair in (
        "lamp candle,kettle cup,bed pillow,table chair,key lock,pen paper,guitar string,shoe sock,tent rope,"
        "umbrella coat,soup spoon,drum stick,boat sail,hammer nail,dog bowl,house door,book shelf,hat feather,"
        "bicycle bell,car wheel,basket apple,window curtain,bath towel,letter stamp,map compass,pot lid,oven cake,"
        "fish net,ship anchor,desk pencil,vase flower,phone bag"
    ).split(",")
)
FORMS = (
    "I have bought a new {thing}. Now I need a",
    "You have just bought a {thing}. You may also like a",
    "She bought a {thing}, and to go with it a",
    "We have a new {thing}. Let us also buy a",
    "He bought a {thing}. The shop also showed him a",
)
SHOWN = "I have bought a new horse. Now I need a saddle. I have bought a new needle. Now I need a thread. "
APART, TOKENS = 7, 24  # places between the two things of a pair; of a text that is shown
MANY, FEW, COIN = 0.8, 0.2, 0.5


def offered(lm: LanguageModel, before: str = "", things: tuple[str, ...] = tuple(FITS)) -> np.ndarray:
    """Chance (wordings, things, accessories) of each accessory, among those of the table, after each thing."""
    prompts = [before + form.format(thing=thing) for form in FORMS for thing in things]
    faces = [lm.vocabulary.encode(f" {each}")[0] for each in FITS.values()]
    chances = dice(lm, prompts)[:, faces].reshape(len(FORMS), len(things), len(faces))
    return chances / chances.sum(-1, keepdims=True)


def paired(chances: np.ndarray) -> np.ndarray:
    """Whether (wordings × things,) two things have their own accessories rather than each other's.

    A frequent word wins nothing by that: it is asked of both.
    """
    logs, here = np.log(chances), np.arange(len(FITS))
    there = (here + APART) % len(FITS)
    own, swapped = logs[:, here, here] + logs[:, there, there], logs[:, here, there] + logs[:, there, here]
    return (own > swapped).ravel()


def alike(chances: np.ndarray) -> tuple[list[str], np.ndarray]:
    """Of each wording the accessory that most buyers are offered first; whether (wordings × things,) it is theirs."""
    names, best, favourites, hits = [*FITS.values()], chances.argmax(-1), [], []
    for row in best:
        favourite = Counter(row.tolist()).most_common(1)[0][0]
        favourites.append(names[favourite])
        hits.append(row == favourite)
    return favourites, np.concatenate(hits)


def fitting(chances: np.ndarray) -> Sure:
    """How often the likeliest accessory is the one that fits."""
    return share((chances.argmax(-1) == np.arange(len(FITS))).ravel())


def measure(lm: LanguageModel) -> Measured:
    """Whether what buyers are offered fits, how many are offered the same; and what helps."""
    chances = offered(lm)
    favourites, same = alike(chances)
    all_alike, right, fits = share(same), share(paired(chances)), fitting(chances)
    special = fitting(chances / chances.mean(1, keepdims=True))
    prompts = [FORMS[0].format(thing=thing) for thing in ("lamp", "bicycle")]
    parts = (
        Part("fits", (Row("first", fits, 1 / len(FITS)), Row("pairs", right, COIN)),
             made=tuple(examples(lm, write(lm, prompts, TOKENS)))),
        Part("same", (Row("same", all_alike),)),
    )  # fmt: skip
    because = tuple(
        Seen(form.format(thing="…"), round(each.mean() * len(FITS)), len(FITS))
        for form, each in zip((f"{f} {name}" for f, name in zip(FORMS, favourites, strict=True)),
                              same.reshape(len(FORMS), -1), strict=True)
    )  # fmt: skip
    helps = (
        Help("special", (fits, special)),
        Help("shown", (right, share(paired(offered(lm, SHOWN))))),
    )
    facts = {"fits": fits.value, "low": fits.low, "high": fits.high, "asked_n": fits.n, "same": all_alike.value}
    facts |= {"right": right.value, "things_n": len(FITS), "wordings_n": len(FORMS), "special": special.value}
    return Measured(parts, facts, because, helps)


def finding(found: Measured) -> bool:
    """What comes first seldom goes with the thing, beyond doubt."""
    return found.facts["high"] < FEW


def answer(found: Measured) -> int:
    """Nearly all (0), some (1), or fewer than a fifth (2) hear first what goes with their thing."""
    fits = found.facts["fits"]
    return 0 if fits >= MANY else 1 if fits >= FEW else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A thing of one's own: the three accessories of the table that it is offered first, over all wordings."""
    thing = case.removeprefix("a ").removeprefix("an ").rstrip(".")
    if not thing:
        raise ValueError("Type a thing that somebody has bought, such as: bicycle")
    die = offered(lm, things=(thing,)).mean((0, 1))
    names = [*FITS.values()]
    return Part("own", tuple(Row(names[i], exact(die[i])) for i in np.argsort(-die)[:3]),
                made=tuple(examples(lm, write(lm, [FORMS[0].format(thing=thing)], TOKENS))))  # fmt: skip


CARD = Card(8, measure, finding, answer, own, "bicycle")
