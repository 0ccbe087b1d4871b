"""Forms of verbs: what follows `she`, what was yesterday, and what is going on."""

from collections.abc import Callable
from functools import cache

from model.world.language.tables import Table

TABLE = Table(__file__, "verbs")
VOWELS = "aeiou"


@cache
def irregular() -> dict[str, str]:
    """Verb -> its past, where the rule does not give it."""
    return dict(TABLE["irregular"].columns(2))


def third(phrase: str) -> str:
    """What he, she or it does: `bark at strangers` as `barks at strangers`."""
    verb, rest = cut(phrase)
    if verb in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb] + rest
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies" + rest
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s") + rest


def past(phrase: str) -> str:
    """What somebody did: `dig holes` as `dug holes`."""
    verb, rest = cut(phrase)
    return irregular().get(verb, with_ed(verb)) + rest


def going_on(phrase: str) -> str:
    """What somebody is doing: `run after a ball` as `running after a ball`."""
    verb, rest = cut(phrase)
    if verb in TABLE["doubled"].words:
        stem = verb + verb[-1]
    elif verb.endswith("ie"):
        stem = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        stem = verb[:-1]
    else:
        stem = verb
    return f"{stem}ing{rest}"


def plain(verb: str) -> str:
    """The plain form of what it does: `barks` as `bark`, `is` as `are`, since many do it."""
    if verb in TABLE["of many"].facts:
        return TABLE["of many"].facts[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb.removesuffix("s")


def of_many(clause: str) -> str:
    """What is said of one thing as said of many: `it is ripe` as `they are ripe`, `you pick it` as `you pick them`."""
    words, many = clause.split(" "), []
    subject = False  # whether the verb of `it` is still to come
    for i, word in enumerate(words):
        bare = word.rstrip(",.")
        mark = word[len(bare) :]
        if bare in ("it", "its", "itself"):
            after = words[i + 1].rstrip(",.") if i + 1 < len(words) and not mark else ""
            subject = bare == "it" and can_do(after)
            bare = {"it": "they" if subject else "them", "its": "their", "itself": "themselves"}[bare]
        elif subject and bare not in TABLE["adverbs"].words:
            bare, subject = plain(bare), False
        many.append(bare + mark)
    return " ".join(many)


def can_do(word: str) -> bool:
    """Whether a word after `it` is its verb, or an adverb before it."""
    return (
        word in TABLE["adverbs"].words
        or word in TABLE["of many"].facts
        or word in TABLE["helpers"].words
        or (word.endswith("s") and word not in TABLE["no verbs"].words)
        or word in irregular().values()
        or word.endswith("ed")
    )


def with_ed(verb: str) -> str:
    """The past of a verb that follows the rule."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in TABLE["doubled"].words else verb) + "ed"


def both(form: Callable[[str], str], phrase: str, verbs: frozenset[str]) -> str:
    """A form of a phrase whose verb may be two: `hop and dig holes` as `hops and digs holes`."""
    first, joint, rest = phrase.partition(" and ")
    if joint and rest.split(" ")[0] in verbs:
        return f"{form(first)}{joint}{form(rest)}"
    return form(phrase)


def cut(phrase: str) -> tuple[str, str]:
    """A phrase as its verb and what follows, with the blank before it."""
    verb, blank, rest = phrase.partition(" ")
    return verb, blank + rest
