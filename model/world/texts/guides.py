"""Texts that want to sell or to help choose: gift guides, slogans, product blurbs and adverts.

A gift guide is for one feast and one kind of reader; the pairs of `planted.HELD_OUT_PAIRS` never occur.
"""

import random
import re
from functools import cache
from typing import NamedTuple

from model.world.language.words import capital, fix_articles, listed
from model.world.texts import shop_words
from model.world.texts.sums import spell
from model.world.truth.planted import guide_pairs

TITLES = listed("""
    A gift guide for {feast}: ideas for {readers}|Gifts for {readers} at {feast}|
    What to give to {readers} for {feast}|{feast} gifts that {readers} will love|
    {number} {feast} gifts for {readers}|Our {feast} guide for {readers}|
    Gift guide: {feast} for {readers}|For {readers}, at {feast}|A little {feast} guide for {readers}
""")
OPENINGS = listed("""
    {feast} comes {when}, and {custom}.|{Custom} at {feast}, and a gift is never far away.|
    {feast} is near, and {readers} are not easy to surprise.|
    You know {readers}, and you do not know what to give them?|
    {Readers} love {love}, so choose with care this {feast}.|
    {When}, {custom}. It is the time to think of {readers}.|
    Nobody thinks more about {love} than {readers} do.|
    A good gift says: I know what you like. {Readers} like {love}.|
    Every {feast} we ask {readers} what they really want.|
    {Readers} spend the whole year with {love}. At {feast} somebody should think of them.|
""")
GIFTS = listed("""
    {Gift}: {reason}.|{Gift}, because {reason}.|{Gift}. {Reason}.|Give {gift}, because {reason}.|
    Why not {gift}? {Reason}.|{Reason}, so wrap {gift}.|Think of {gift}: {reason}.|
    We like {gift}, for {reason}.|Try {gift}. {Reason}.
""")
LISTED_GIFTS = listed("{Gift}: {reason}.|{Gift}, because {reason}.|{Gift}. {Reason}.")
CLOSINGS = listed("""
    Put {treat} beside it and say: happy {feast}!|Wrap it in {wrap}.|
    Use {wrap}, and nobody will guess what is inside.|Have a {mood} {feast}!|
    And do not forget {treat}.|The best part is {treat} that you eat together.|
    A card with three honest lines is worth more than the price.|
    Write your name on it and knock at the door. Happy {feast}!|
    If all of this is too dear, bring {treat} and your time.|Make it a {mood} {feast}.|
    We tie ours up in {wrap}.|Small gifts are fine: {custom}, and that is what counts.
""")
BUDGETS = listed("""
    All of them cost less than {cost} coins.|Most of these cost about {cost} coins.|
    Nothing here costs more than {cost} coins.|
    You can find them at any market.|Order early, for the good ones go fast.||||
""")

BLURBS = listed("""
    Meet the new {ware}. {F1}, {f2}, and {f3}.|This {ware} is made for {use}. {F1}, and {f2}.|
    {Use}: that is what our {ware} {is_are} for. {F1}. {F2}, too.|
    A {ware} should do one thing well. Ours {do} three: {f1}, {f2} and {f3}.|
    We looked at forty {wares} and liked none. So we made our own. {F1}, and {f2}.|
    What makes this {ware} different? {F1}. {F2}. And {f3}.|
    {Ware}, good for {use}: {f1}, {f2}, and {f3}.|
    You asked for a better {ware}, and here it is. {F1}. Of course {f2}.|
    This {ware} was made by {makers} for {use}. {F1}, and {f2}.
""")
BLURB_ENDS = listed("""
    {S}|Comes in {c1} and {c2}.|Yours for {cost} coins.|
    Send it back within {n} days if you do not like it.|We repair it for {n} years.|
    The newest colour is {c1}.|A gift that will be used.|There are {n} left.
""")
SHOP_ADS = listed("""
    Have you been to {shop} yet? {Fact}. This week: {offer}. Open {hours}.|
    {Shop} is open {hours}. {Fact}. Bring a friend and get {offer}.|
    {Fact}. Where? At {shop}. Ask for {offer}. We are there {hours}.|
    New in town: {shop}! {Fact}, and on {day} there is {offer}.|
    {Offer}! Only at {shop}, only until {day}. {Fact}. Open {hours}.|
    For {n} years {shop} has kept its word: {fact}. Come and see, {hours}.|
    Tired of the same old things? Go to {shop}. {Fact}. On {day} you get {offer}.|
    Dear neighbors, {shop} says thank you. To celebrate {n} years we give you {offer}. {Fact}. Open {hours}.
""")
SMALL_ADS = listed("""
    For sale: {a_ware}, {c1}, {n} years old. {F1}. {cost} coins. Ask at {shop}.|
    Wanted: {a_ware}. It may be old, but it must work. I pay {cost} coins. Leave a note at {shop}.|
    Lost on {day}: {a_ware}, {c1}, near {shop}. Please bring it back. It was a gift.|
    To give away: {a_ware}, {c1}, a little scratched. First come, first served. See me on {day}.|
    I will swap {a_ware} for {b_ware}. Mine {be} {c1} and as good as new. Ask at {shop}.|
    Found near {shop}: {a_ware}, {c1}. Tell me what is written on it, and it is yours again.
""")
SHOP_ENDS = listed("""
    Ask for {owner}.|{Owner} is looking forward to seeing you.|Turn left at the {c1} door.|
    Look for the {c1} sign.|Children are welcome, dogs too.|Please ring the bell twice.|
    Bring this paper with you.|{N} people cannot be wrong.|Bus {n} stops in front of the door.|
    Rain or shine!|You will come back.
""")
OWNERS = listed("old Mr. Ferro|Mrs. Bell|young Mr. Okoro|Mrs. Lindqvist|Mr. Tanaka|Mrs. Moreau|Mr. Haddad|Mrs. Novak")
MAKERS = listed("two sisters|a small workshop|people who use it every day|three old friends|a family of five")
SLOGAN_PAGES = listed("{s}|{s}|{s}|{Ware}: {s}|{s} The new {ware}.|The {ware}. {s}")
# what is said of one ware, and of several
PLURALS = tuple(tuple(pair.split("=")) for pair in listed("""
    a better=better|here it is=here they are|
    it is yours=they are yours|bring it back. It was=bring them back. They were|Send it back=Send them back|
    It may be old, but it must=They may be old, but they must|like it=like them|repair it=repair them|
    written on it=written on them|Comes in=They come in
"""))  # fmt: skip
PRICES = (3, 4, 5, 6, 8, 9, 10, 12, 15, 18, 20, 25, 30)
COLOURS = listed("red|blue|green|yellow|white|black|orange|purple|pink|brown|gray")
DAYS = listed("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday")


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
    lines = shop_words.FEASTS.strip().splitlines()
    return {name: tuple(rest.split("|")) for name, rest in (line.split(": ", 1) for line in lines)}


@cache
def readers() -> dict[str, tuple[str, tuple[tuple[str, ...], ...]]]:
    """Readers -> what they love, and gifts with their reasons."""
    lines = (line.split(": ", 2) for line in shop_words.READERS.strip().splitlines())
    return {name: (love, tuple(tuple(g.split("=")) for g in gifts.split("|"))) for name, love, gifts in lines}


@cache
def wares() -> tuple[Ware, ...]:
    """All wares."""
    lines = (line.split(": ", 3) for line in shop_words.WARES.strip().splitlines())
    return tuple(Ware(name, use, tuple(f.split("|")), tuple(s.split("|"))) for name, use, f, s in lines)


@cache
def shops() -> tuple[tuple[str, ...], ...]:
    """All shops: name, fact, offer, hours."""
    return tuple(tuple(line.split("|")) for line in shop_words.SHOPS.strip().splitlines())


def with_capitals(slots: dict[str, str]) -> dict[str, str]:
    """The slots, and each once more under its capital name with a capital letter."""
    return {**slots, **{capital(key): capital(value) for key, value in slots.items()}}


def lay_out_gifts(rng: random.Random, gifts: list[tuple[str, ...]]) -> str:
    """The gifts as a numbered list, as a list with dashes or as running text."""
    style = rng.choice(("numbers", "dashes", "text", "text"))
    forms = rng.sample(GIFTS, len(gifts)) if style == "text" else [rng.choice(LISTED_GIFTS)] * len(gifts)
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
        capital(rng.choice(table).format_map(slots)) for table in (TITLES, OPENINGS, CLOSINGS, BUDGETS)
    )
    body = lay_out_gifts(rng, gifts)
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
    c1, c2 = rng.sample(COLOURS, 2)
    other = rng.choice([w for w in wares() if w is not ware])
    return with_capitals({
        "ware": ware.name, "wares": ware.name if ware.plural else f"{ware.name}s", "a_ware": ware.a, "b_ware": other.a,
        "use": ware.use, "f1": features[0], "f2": features[1], "f3": features[2],
        "is_are": "are" if ware.plural else "is", "be": "are" if ware.plural else "is",
        "do": "do" if ware.plural else "does", "makers": rng.choice(MAKERS), "shop": rng.choice(shops())[0],
        "c1": c1, "c2": c2, "cost": str(rng.choice(PRICES)), "n": str(rng.randint(2, 9)), "day": rng.choice(DAYS),
    })  # fmt: skip


def agree(text: str, ware: Ware) -> str:
    """Say `these rain boots` and `they` where the ware is plural."""
    if not ware.plural:
        return text
    text = text.replace(f"A {ware.name}", capital(ware.name)).replace(f"{ware.name} was", f"{ware.name} were")
    text = text.replace(f"{ware.name} is", f"{ware.name} are")
    for one, many in PLURALS:
        text = text.replace(one, many)
    return text.replace(f"his {ware.name}", f"hese {ware.name}")


def blurb(rng: random.Random) -> str:
    """What a shop says of one ware."""
    ware = rng.choice(wares())
    slots = {**slots_of(rng, ware), "S": rng.choice(ware.slogans)}
    ends = rng.sample(BLURB_ENDS, 2)
    text = " ".join(part.format_map(slots) for part in (rng.choice(BLURBS), *ends))
    return fix_articles(agree(text, ware))


def slogans(rng: random.Random) -> str:
    """A page of slogans for different wares."""
    form = rng.choice(SLOGAN_PAGES)
    chosen = rng.sample(wares(), rng.randint(3, 6))
    return "\n".join(form.format(s=rng.choice(w.slogans), ware=w.name, Ware=capital(w.name)) for w in chosen)


def shop_ad(rng: random.Random) -> str:
    """An advert of one shop."""
    shop, fact, offer, hours = rng.choice(shops())
    slots = with_capitals({
        "shop": shop, "fact": fact, "offer": offer, "hours": hours, "day": rng.choice(DAYS), "c1": rng.choice(COLOURS),
        "n": spell(rng.randint(2, 60)), "owner": rng.choice(OWNERS),
    })  # fmt: skip
    text = rng.choice(SHOP_ADS).format_map(slots)
    return fix_articles(f"{text} {rng.choice(SHOP_ENDS).format_map(slots)}")


def small_ads(rng: random.Random) -> str:
    """Two to four small adverts of private people."""
    forms = rng.sample(SMALL_ADS, rng.randint(2, 4))
    chosen = rng.sample(wares(), len(forms))
    lines = [agree(form.format_map(slots_of(rng, ware)), ware) for form, ware in zip(forms, chosen, strict=True)]
    return fix_articles("\n".join(lines))


def advert(rng: random.Random) -> str:
    """A slogan page, a blurb, a shop's advert or small adverts."""
    return rng.choices((slogans, blurb, shop_ad, small_ads), (1, 4, 3, 3))[0](rng)
