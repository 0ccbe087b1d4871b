"""Texts that want to sell or to help choose: gift guides, slogans, product blurbs and adverts.

A gift guide is for one feast and one kind of reader; the pairs of `planted.HELD_OUT_PAIRS` never occur.
"""

import random
import re
from functools import cache
from typing import NamedTuple

from model.world.language.numbers import spell
from model.world.language.tables import Table, cells_of
from model.world.language.words import COLOURS, DAYS, capital, fix_articles
from model.world.truth.planted import guide_pairs

FEASTS, READERS, WARES, LINES = (Table(__file__, name) for name in ("feasts", "readers", "wares", "guides"))
PRICES = (3, 4, 5, 6, 8, 9, 10, 12, 15, 18, 20, 25, 30)
HUES = COLOURS[:11]


class Guide(NamedTuple):
    """A gift guide with what it is for."""

    text: str
    feast: str
    readers: str
    gifts: tuple[str, ...]


class Ware(NamedTuple):
    """Something that is sold."""

    name: str
    use: str
    features: tuple[str, ...]
    slogans: tuple[str, ...]

    @property
    def plural(self) -> bool:
        """Whether one speaks of it as of several: rain boots, glasses."""
        return self.name.endswith(("boots", "glasses", "blocks"))

    @property
    def a(self) -> str:
        """The ware with its article."""
        return f"a pair of {self.name}" if self.name.endswith(("boots", "glasses")) else self.with_a()

    def with_a(self) -> str:
        """`some` for blocks, `a` for other wares."""
        return f"some {self.name}" if self.plural else f"a {self.name}"


@cache
def feasts() -> dict[str, tuple[str, ...]]:
    """Feast -> when, custom, treat, wrapping, mood."""
    return {name: tuple(block.facts.values()) for name, block in FEASTS.items()}


@cache
def readers() -> dict[str, tuple[str, tuple[tuple[str, ...], ...]]]:
    """Readers -> what they love, and gifts with their reasons."""
    parts = ((name, block.parts) for name, block in READERS.items())
    return {name: (own["love"][0], tuple(map(cells_of, own["gift"]))) for name, own in parts}


@cache
def wares() -> tuple[Ware, ...]:
    """All wares."""
    parts = ((name, block.parts) for name, block in WARES.items())
    return tuple(Ware(name, own["use"][0], own["feature"], own["slogan"]) for name, own in parts)


def shops() -> tuple[tuple[str, ...], ...]:
    """All shops: name, fact, offer, hours."""
    return LINES["shops"].columns(4)


def with_capitals(slots: dict[str, str]) -> dict[str, str]:
    """The slots, and each once more under its capital name with a capital letter."""
    return {**slots, **{capital(key): capital(value) for key, value in slots.items()}}


def list_gifts(rng: random.Random, gifts: list[tuple[str, ...]]) -> str:
    """The gifts as a numbered list, as a list with dashes or as running text."""
    style = rng.choice(("numbers", "dashes", "text", "text"))
    if style == "text":
        forms = rng.sample(LINES["gifts"], len(gifts))
    else:
        forms = [rng.choice(LINES["listed gifts"])] * len(gifts)
    told = [form.format_map(with_capitals(dict(zip(("gift", "reason"), gift, strict=True)))) for form, gift in
            zip(forms, gifts, strict=True)]  # fmt: skip
    if style == "text":
        return " ".join(told)
    return "\n".join(f"{i}. {line}" if style == "numbers" else f"- {line}" for i, line in enumerate(told, 1))


def gift_guide(rng: random.Random, pair: tuple[str, str] | None = None) -> Guide:
    """One gift guide; a scoreboard may ask for a `pair` of feast and readers that is held out."""
    feast, who = pair or rng.choice(guide_pairs())
    when, custom, treat, wrap, mood = feasts()[feast]
    love, table = readers()[who]
    gifts = rng.sample(table, rng.randint(3, 5))
    slots = with_capitals({
        "feast": feast, "readers": who, "number": spell(len(gifts)), "when": when, "custom": custom,
        "love": love, "treat": treat, "wrap": wrap, "mood": mood, "cost": str(rng.choice(PRICES)),
    })  # fmt: skip
    title, opening, closing, budget = (
        capital(rng.choice(LINES[part]).format_map(slots)) for part in ("titles", "openings", "closings", "budgets")
    )
    body = list_gifts(rng, gifts)
    middle = f"\n{body}\n" if "\n" in body else f" {body} "
    text = f"{title}\n{opening}{middle}{budget} {closing}"
    text = re.sub(r" *\n[ \n]*", "\n", text).replace("  ", " ")  # opening and budget may be empty
    return Guide(fix_articles(text), feast, who, tuple(gift for gift, _ in gifts))


def guide(rng: random.Random) -> str:
    """The text of one gift guide."""
    return gift_guide(rng).text


def slots_of(rng: random.Random, ware: Ware) -> dict[str, str]:
    """What blurbs and small adverts may say of a ware."""
    features = rng.sample(ware.features, 3)
    c1, c2 = rng.sample(HUES, 2)
    other = rng.choice([w for w in wares() if w is not ware])
    return with_capitals({
        "ware": ware.name, "wares": ware.name if ware.plural else f"{ware.name}s", "a_ware": ware.a, "b_ware": other.a,
        "use": ware.use, "f1": features[0], "f2": features[1], "f3": features[2],
        "is_are": "are" if ware.plural else "is", "be": "are" if ware.plural else "is",
        "do": "do" if ware.plural else "does", "makers": rng.choice(LINES["makers"].words),
        "shop": rng.choice(shops())[0], "c1": c1, "c2": c2, "cost": str(rng.choice(PRICES)),
        "n": str(rng.randint(2, 9)), "day": rng.choice(DAYS),
    })  # fmt: skip


def agree(text: str, ware: Ware) -> str:
    """Say `these rain boots` and `they` where the ware is plural."""
    if not ware.plural:
        return text
    text = text.replace(f"A {ware.name}", capital(ware.name)).replace(f"{ware.name} was", f"{ware.name} were")
    text = text.replace(f"{ware.name} is", f"{ware.name} are")
    for one, many in LINES["plurals"].columns(2):
        text = text.replace(one, many)
    return text.replace(f"his {ware.name}", f"hese {ware.name}")


def blurb(rng: random.Random) -> str:
    """What a shop says of one ware."""
    ware = rng.choice(wares())
    slots = {**slots_of(rng, ware), "S": rng.choice(ware.slogans)}
    ends = rng.sample(LINES["blurb ends"], 2)
    text = " ".join(part.format_map(slots) for part in (rng.choice(LINES["blurbs"]), *ends))
    return fix_articles(agree(text, ware))


def slogans(rng: random.Random) -> str:
    """A page of slogans for different wares."""
    form = rng.choice(LINES["slogan pages"])
    chosen = rng.sample(wares(), rng.randint(3, 6))
    return "\n".join(form.format(s=rng.choice(w.slogans), ware=w.name, Ware=capital(w.name)) for w in chosen)


def shop_ad(rng: random.Random) -> str:
    """An advert of one shop."""
    shop, fact, offer, hours = rng.choice(shops())
    slots = with_capitals({
        "shop": shop, "fact": fact, "offer": offer, "hours": hours, "day": rng.choice(DAYS), "c1": rng.choice(HUES),
        "n": spell(rng.randint(2, 60)), "owner": rng.choice(LINES["owners"].words),
    })  # fmt: skip
    text = rng.choice(LINES["shop ads"]).format_map(slots)
    return fix_articles(f"{text} {rng.choice(LINES['shop ends']).format_map(slots)}")


def small_ads(rng: random.Random) -> str:
    """Two to four small adverts of private people."""
    forms = rng.sample(LINES["small ads"], rng.randint(2, 4))
    chosen = rng.sample(wares(), len(forms))
    lines = [agree(form.format_map(slots_of(rng, ware)), ware) for form, ware in zip(forms, chosen, strict=True)]
    return fix_articles("\n".join(lines))


def advert(rng: random.Random) -> str:
    """A slogan page, a blurb, a shop's advert or small adverts."""
    return rng.choices((slogans, blurb, shop_ad, small_ads), (1, 4, 3, 3))[0](rng)
