"""Answers while they are rolled: of the model with its adapter, and of the same without it, after one text."""

from collections.abc import Iterator
from typing import Annotated, Any

from components.page.arguments import AtMost
from components.page.pace import paced
from components.page.tab import View
from components.parts.rolled import token
from model import MAX_SEED, LanguageModel, Shaping, Step, amount, chatting

BOTH = 2  # with the adapter, and without
MOST_BYTES = 60_000  # of a conversation


def rolled(lm: LanguageModel, asked: Any, temperature: float, seed: int) -> tuple[chatting.Reading, Iterator[tuple]]:
    """What is read, and then (side, step) of each token that falls, in turns. Raises ValueError."""
    amount("A seed", seed, MAX_SEED - 1)
    talk, shaping = chatting.Talk.of(asked), Shaping(temperature)
    shaping.check(lm.config.vocab_size)
    read = chatting.reading(lm.vocabulary, talk, lm.config.n_positions)
    tuned = chatting.answering(chatting.with_adapter(lm), read, shaping, seed)
    return read, alternately(tuned, chatting.answering(lm, read, shaping, seed, chatting.BESIDE))


def answered(lm: LanguageModel, shown: dict) -> Iterator[dict]:
    """The tokens of the last answer that a page shows: {above, turns (pairs), question, seed, temperature}.

    Raises ValueError.
    """
    pairs = shown.get("turns", [])
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise ValueError("The turns are pairs of a question and an answer.")
    turns = [{"asked": asked, "said": said} for asked, said in pairs]
    talk = chatting.Talk.of({"passage": shown.get("above"), "turns": turns, "question": shown.get("question")})
    read = chatting.reading(lm.vocabulary, talk, lm.config.n_positions)
    seed = amount("A seed", shown.get("seed", 1), MAX_SEED - 1)
    shaping = Shaping(shown.get("temperature", chatting.TEMPERATURE))
    for step in chatting.answering(chatting.with_adapter(lm), read, shaping, seed):
        yield token(lm, step, step.ids.item())


def alternately(*sides: Iterator[Step]) -> Iterator[tuple[int, Step]]:
    """A step of each side by turns, until all have ended."""
    going = dict(enumerate(sides))
    while going:
        for side, steps in [*going.items()]:
            step = next(steps, None)
            if step is None:
                del going[side]
            else:
                yield side, step


def talking(lm: LanguageModel, view: View, scene: dict, asked: dict) -> Iterator[dict]:
    """What the widget gets while both answer: what is read, then the new tokens of both."""
    told = {"run": int(asked["run"]), "read": None, "firsts": [0] * BOTH, "tokens": [[], []], "over": False}
    told |= {"message": ""}
    try:
        wanted = view.asked(scene)
        read, steps = rolled(lm, asked["talk"], wanted["temperature"], asked["seed"])
        shown = {"fallen": read.fallen, "tokens": len(read.ids), "familiar": lm.familiarity(read.asked)}
        for name in ("head", "asked"):
            shown[name] = lm.vocabulary.pieces(getattr(read, name))
        yield told | {"read": shown}
        sent = [0] * BOTH
        for some in paced(lm, steps):
            tokens = [[token(lm, step, step.ids.item()) for at, step in some if at == side] for side in range(BOTH)]
            yield told | {"firsts": [*sent], "tokens": tokens}
            sent = [n + len(new) for n, new in zip(sent, tokens, strict=True)]
        yield told | {"firsts": sent, "over": True}
    except ValueError as error:
        yield told | {"over": True, "message": str(error)}


def chat(
    lm: LanguageModel,
    conversation: Annotated[dict, AtMost(MOST_BYTES)],
    temperature: float = chatting.TEMPERATURE,
    seed: int = 1,
) -> Iterator[dict]:
    """The answer to the last question of a conversation, streamed, and that of the model without its adapter beside it.

    `conversation`: question, and if wanted system (a line), passage (a text), turns (a list of {asked, said}).
    """
    read, steps = rolled(lm, conversation, temperature, seed)
    ids, chances = [[], []], [[], []]
    for side, step in steps:
        ids[side].append(step.ids.item())
        chances[side].append(step.probs[0, ids[side][-1]].item())
        said = [lm.vocabulary.decode([id for id in each if lm.vocabulary.kind(id) != "control"]) for each in ids]
        ended = [bool(each) and each[-1] in lm.vocabulary.ends for each in ids]
        sides = {"text": said, "ids": ids, "probabilities": chances, "ended": ended}
        with_it, without = ({name: each[i] for name, each in sides.items()} for i in range(BOTH))
        yield {"said": with_it, "base": without, "fallen": read.fallen, "read": len(read.ids)}
