"""Chat tab: a conversation with the model and its adapter, the model without it beside each answer."""

import json
from functools import partial

from components import prints
from components.page.pace import VISITORS
from components.page.tab import Tab, View
from components.page.words import percent, say
from components.parts.rolled import PRIVATE, dials
from components.tabs.chat.abilities import Abilities
from components.tabs.chat.talk import Talk
from components.tabs.chat.talking import answered, chat, talking
from model import LanguageModel, chatting

SHOWN = 5  # of what was taught
INVITED = ("self", "sum", "story", "passage", "outside")


def abilities(lm: LanguageModel) -> dict:
    """What was measured when the adapter was made; and some turns like those it was taught."""
    found = chatting.log()
    about = {"weights": lm.n_parameters, "kilobytes": chatting.size() / 1000, "numbers": found["numbers"]}
    forgotten = found["forgotten"]
    about |= {"forgotten": forgotten["share"], "was": forgotten["was"], "now": forgotten["now"]}
    return about | {"rows": found["rows"], "taught": chatting.taught(SHOWN)}


def on_paper(lm: LanguageModel, shown: dict) -> prints.Drawing:
    """The answer to the last question that the page shows, each token with its chance below."""
    tokens = [*answered(lm, shown)]
    if not tokens:
        raise ValueError(say("print.nothing"))
    return prints.chips(
        [token["piece"] for token in tokens], [percent(token["p"]) for token in tokens], shown["question"]
    )


def build(lm: LanguageModel, view: View) -> None:
    most = {"asked": chatting.MAX_ASKED, "system": chatting.MAX_SYSTEM, "passage": chatting.MAX_PASSAGE}
    talk = Talk(lm.config.n_positions, most, chatting.MOST_TURNS, elem_id="talk")
    temperature, seed = dials("chat", 1, chatting.TEMPERATURE)
    measured = Abilities(elem_id="abilities")
    view.show({abilities: [measured]}, temperature=temperature, seed=seed)
    view.prints(talk=on_paper)
    run = talk.say(
        partial(talking, lm, view),
        [view.scene, talk],
        talk,
        trigger_mode="multiple",
        concurrency_limit=VISITORS,
        **PRIVATE,
    )
    talk.stop(None, None, None, cancels=[run])
    view.endpoint(chat)
    for word in INVITED:
        passage = say("chat.passage_passage") if word == "passage" else ""
        given = {"system": "", "passage": passage, "question": say(f"chat.{word}_asked")}
        view.invite(say(f"try.chat.{word}"), f"page.tell('asked', {json.dumps(given)})")
    view.how(
        say("chat.formula"),
        "learn.chat.conversation.reading",
        "learn.chat.teach.Teacher.step",
        "learn.chat.teach.Teacher.rehearsed",
        "learn.chat.measure.right",
    )


def lacks(lm: LanguageModel) -> str:
    """Only the weights that an adapter was made beside can chat."""
    return "" if chatting.fits(lm) else say("chat.none")


TAB = Tab(
    say("chat.title"),
    say("chat.question"),
    say("chat.intro"),
    build,
    say("groups.learn"),
    lacks=lacks,
    every_step=True,
)
