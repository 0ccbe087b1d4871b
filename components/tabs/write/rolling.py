"""Texts that are rolled: token by token with their dice, under several settings at once, and twenty times over."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from components import figures
from components.page.pace import paced
from components.page.tab import View
from components.page.words import say
from components.parts.chart import drawn
from components.parts.rolled import token, until_end
from model import LanguageModel, Shaping, amount, count_words, within, words_asked

MOST = 120  # tokens at once
BRANCHES, SIDES = 50, 4  # of a tree; settings side by side
SIDE_STEPS, TRIES, TRY_STEPS = 60, 20, 160
TALL = 260  # pixels of a chart's plot


def shaped(wanted: dict[str, Any]) -> Shaping:
    """How the tab's dials load the dice."""
    return Shaping(wanted["temperature"], wanted["top_k"], wanted["top_p"])


def known(lm: LanguageModel, ids: Sequence[Any]) -> list[int]:
    """Ids that a browser sent. Raises ValueError for what is none."""
    return [within("token", id, lm.config.vocab_size) for id in ids]


def writing(lm: LanguageModel, view: View, scene: dict, asked: dict) -> Iterator[dict]:
    """What the widget gets while a run goes on: the tokens since the last answer, as often as a screen shows."""
    told = {"run": int(asked["run"]), "full": False, "over": False}
    try:
        wanted = view.asked(scene)
        ids, new, shaping = lm.encode(wanted["text"]), known(lm, asked["ids"]), shaped(wanted)
        sent, fresh = len(new), []
        if asked.get("taken") is not None:
            new += known(lm, [asked["taken"]])
            fresh = [token(lm, step, new[-1]) for step in lm.reread([*ids, *new], len(ids) + sent, shaping)]
        room = lm.config.n_positions - len(ids) - len(new)
        steps = min(amount("The number of tokens", asked["steps"], MOST), max(0, room))
        rolled = lm.generate([*ids, *new], steps, shaping, wanted["seed"], skip=len(new))
        for some in paced(lm, until_end(lm, rolled)):
            yield told | {"first": sent, "tokens": fresh + some}
            sent, fresh = sent + len(fresh) + len(some), []
        yield told | {"first": sent, "tokens": fresh, "over": True, "full": steps >= room}
    except ValueError as error:
        yield told | {"first": 0, "tokens": [], "over": True, "message": str(error)}


def rereading(lm: LanguageModel, view: View, scene: dict, asked: dict) -> Iterator[dict]:
    """The tokens of branches that an address holds, each with the die that it was rolled with: a branch an answer.

    A branch is `ids`, and `loads`: how many of them each temperature, top-k and top-p loaded the dice of.
    """
    told = {"run": int(asked["run"]), "first": 0, "full": False}
    try:
        ids, branches = lm.encode(view.asked(scene)["text"]), asked["branches"]
        if len(branches) > BRANCHES:
            raise ValueError(say("write.too_many", n=len(branches), most=BRANCHES))
        for i, branch in enumerate(branches):
            whole, start, tokens = [*ids, *known(lm, branch["ids"])], len(ids), []
            for n, *load in branch["loads"]:
                end = min(start + amount("The number of tokens", n, lm.config.n_positions), len(whole))
                if end > start:
                    steps = lm.reread(whole[:end], start, Shaping(*load))
                    tokens += [token(lm, step, int(step.ids)) for step in steps]
                start = max(start, end)
            yield told | {"branch": i, "tokens": tokens, "over": i + 1 == len(branches)}
    except (ValueError, TypeError, KeyError):  # an address can hold anything
        yield told | {"tokens": [], "over": True, "message": say("write.no_tree")}


def siding(lm: LanguageModel, second: LanguageModel | None, view: View, scene: dict, asked: dict) -> Iterator[dict]:
    """The same prompt and seed under up to four settings: the new tokens of each, in turns."""
    run, sides = int(asked["run"]), asked["sides"][:SIDES]
    none: list[list[dict]] = [[] for _ in sides]
    try:
        wanted = view.asked(scene)
        texts = [side(second if each["second"] and second else lm, wanted, each) for each in sides]
        for some in paced(lm, in_turns(texts)):
            tokens = [[made for i, made in some if i == at] for at in range(len(sides))]
            yield {"run": run, "tokens": tokens, "over": False, "message": ""}
        yield {"run": run, "tokens": none, "over": True, "message": ""}
    except ValueError as error:
        yield {"run": run, "tokens": none, "over": True, "message": str(error)}


def in_turns(texts: Sequence[Iterator[dict]]) -> Iterator[tuple[int, dict]]:
    """One token of each, with the number of its text, until all have ended."""
    for made in zip_longest(*texts):
        yield from ((i, token) for i, token in enumerate(made) if token is not None)


def side(lm: LanguageModel, wanted: dict, setting: dict) -> Iterator[dict]:
    """The text of one setting."""
    ids = lm.encode(wanted["text"])
    steps = min(SIDE_STEPS, lm.config.n_positions - len(ids))
    shaping = Shaping(setting["temperature"], wanted["top_k"], wanted["top_p"])
    return until_end(lm, lm.changed(ids, steps, shaping, wanted["seed"], [str(each) for each in setting["changes"]]))


def trying(lm: LanguageModel, view: View, scene: dict, asked: dict) -> Iterator[tuple]:
    """Twenty texts by seeds that follow each other, and charts of their lengths and of the chance to end."""
    told = {"run": int(asked["run"]), "asked": None, "over": False, "tries": [], "message": ""}
    try:
        wanted = view.asked(scene)
        ids, shaping = lm.encode(wanted["text"]), shaped(wanted)
        told["asked"] = words_asked(wanted["text"])
        steps = min(TRY_STEPS, lm.config.n_positions - len(ids))
        tries, ends, over = [[] for _ in range(TRIES)], [[] for _ in range(TRIES)], set()
        for n, step in enumerate(lm.tries(ids, TRIES, steps, shaping, wanted["seed"])):
            chances = step.probs[:, [*lm.vocabulary.ends]].sum(-1).tolist()
            for i, id in enumerate(step.ids.tolist()):
                if i not in over:
                    tries[i].append(id)
                    ends[i].append(chances[i])
                    over |= {i} if id in lm.vocabulary.ends else set()
            if len(over) == TRIES:
                break
            if n % 8 == 0:
                yield told | {"tries": told_of(lm, tries, over)}, None, None
        told["tries"] = found = told_of(lm, tries, over)
        yield told | {"over": True}, charted_ends(ends), charted_lengths(found, told["asked"])
    except ValueError as error:
        yield told | {"over": True, "message": str(error)}, None, None


def told_of(lm: LanguageModel, tries: Sequence[list[int]], over: set[int]) -> list[dict]:
    """How many words each try has, and whether it has ended by itself."""
    texts = [lm.vocabulary.decode([id for id in ids if id not in lm.vocabulary.ends]) for ids in tries]
    return [
        {"words": count_words(text), "ended": i in over, "ids": ids}
        for i, (text, ids) in enumerate(zip(texts, tries, strict=True))
    ]


def charted_ends(ends: Sequence[Sequence[float]]) -> dict:
    """The chance of the end at every token of all tries, the first of them in front."""
    names = [say("fifty.try", n=i + 1) for i in range(len(ends))]
    made = figures.threads(ends, names, say("fifty.token"), say("fifty.chance"))
    return drawn(made, say("fifty.ends"), say("fifty.ends_is"), "chance-of-the-end")


def charted_lengths(tries: Sequence[dict], asked: int | None) -> dict:
    """A dot for each try at its number of words, beside the number that was asked for."""
    ended = [each["words"] for each in tries if each["ended"]]
    cut = [each["words"] for each in tries if not each["ended"]]
    marks = {} if asked is None else {asked: say("fifty.asked_mark", n=asked)}
    names = say("fifty.ended"), say("fifty.cut", n=TRY_STEPS)
    made = figures.dots(dict(zip(names, (ended, cut), strict=True)), marks, say("fifty.words"), say("fifty.tries"))
    return drawn(made, say("fifty.lengths"), say("fifty.lengths_is"), "lengths")
