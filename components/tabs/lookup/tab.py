"""Look up tab: search a library of invented subjects, then answer out of what was found; what if it is false?"""

import json
from collections.abc import Iterator
from functools import partial
from math import prod

from components import prints
from components.page.pace import VISITORS
from components.page.tab import Dial, Tab, View
from components.page.words import percent, say
from components.parts.rolled import PRIVATE
from components.tabs.lookup.answers import Answers
from components.tabs.lookup.asking import Asking
from components.tabs.lookup.measured import COUNTS, Measured
from model import LOOK_BY, LanguageModel, library, library_questions, looked_up, looked_up_often, shelf
from model import answers_to as answers_of

CONTEXT = 240  # tokens that a passage with a question may take
SHOWN = 4  # questions that are offered


def look_up(lm: LanguageModel, question: str, by: str = "words", own: str = "") -> dict:
    """The passages of the library that fit a question best, by words (BM25, with the score of each word) or by meaning.

    `by`: words, or meaning: the cosine between what the model makes of the question and of each passage.
    `own`: a text of one's own, whose paragraphs are searched, too; their places follow those of the library.
    """
    passages = shelf(own)
    hits = looked_up(lm, question, by, own=own)
    told = [hit._asdict() | passages[hit.place]._asdict() for hit in hits]
    for each in told:
        each.pop("asks")
    return {"question": question, "by": by, "of": len(passages), "own": len(passages) - len(library()), "hits": told}


def answers(lm: LanguageModel, question: str, place: int, changed: str = "", own: str = "") -> dict:
    """What the model answers with a passage of the library, without one, and with one in which a lie is planted.

    `changed`: the passage with a lie of one's own; empty: another answer of such passages stands in for the model's.
    `own`: the text of one's own that was searched, too; its passages stand behind those of the library.
    """
    return answers_of(lm, question, place, changed, own)


def measuring(lm: LanguageModel, asked: dict) -> Iterator[dict]:
    """What is `asked`, {run, count, by, named}: the tallies after each question."""
    shown = {"run": int(asked["run"]), "of": COUNTS[int(asked["count"])], "message": ""}
    done, tallies = 0, {}
    try:
        for found in looked_up_often(lm, shown["of"], str(asked["by"]), asked["named"] is True):
            done, tallies = done + 1, {case: tally._asdict() for case, tally in found.items()}
            yield shown | {"done": done, "tallies": tallies}
    except ValueError as error:
        yield shown | {"done": done, "tallies": tallies, "message": str(error)}


def first(lm: LanguageModel) -> dict:
    """The questions that are offered: about a subject that they name, and one that does not."""
    named = [each.question for each in library_questions(SHOWN - 1, True)]
    return {"questions": named + [each.question for each in library_questions(1, False)]}


def on_paper(lm: LanguageModel, shown: dict) -> prints.Drawing:
    """The three answers that the page shows, each with its chance."""
    place, own, changed = (shown.get(name, none) for name, none in (("place", -1), ("own", ""), ("planted", "")))
    told = answers_of(lm, shown.get("question"), place, changed, own)
    ways = {"none": "without", "found": "with", "planted": "planted"}
    names = [f"{say(f'lookup.{word}')}: {told[way]['text']}" for way, word in ways.items()]
    chances = [prod(p for _, p in told[way]["said"]) for way in ways]
    return prints.bars(names, chances, [percent(p) for p in chances], told["question"])


def build(lm: LanguageModel, view: View) -> None:
    asking = Asking(elem_id="asking")
    Answers(elem_id="answers")
    measured = Measured(elem_id="measured")
    view.show({first: [asking]}, by=Dial(0, len(LOOK_BY)))
    view.prints(answers=on_paper)
    run = measured.measure(
        partial(measuring, lm), measured, measured, trigger_mode="multiple", concurrency_limit=VISITORS, **PRIVATE
    )
    measured.stop(None, None, None, cancels=[run])
    for endpoint in (look_up, answers):
        view.endpoint(endpoint)
    for word, turned in {"words": {"by": 0}, "meaning": {"by": 1}}.items():
        view.invite(say(f"try.lookup.{word}"), f"page.turn('{view.name}', {json.dumps(turned)})")
    view.how(say("lookup.formula"), "lookup.search.Words.find", "lookup.search.Meanings", "lookup.answers.answer")


def lacks(lm: LanguageModel) -> str:
    """A passage and a question have to fit."""
    return "" if lm.config.n_positions >= CONTEXT else say("lookup.short", n=lm.config.n_positions)


TAB = Tab(
    say("lookup.title"),
    say("lookup.question"),
    say("lookup.intro"),
    build,
    say("groups.doubt"),
    lacks=lacks,
    every_step=True,
)
