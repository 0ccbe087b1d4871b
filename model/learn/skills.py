"""What a model can do at one step of its training: questions with one right answer, counted.

Few enough that all take some seconds on one core. Answers are the likeliest tokens.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

import torch

from model.core.generate import generate
from model.core.sampling import Shaping
from model.core.transformer import Transformer
from model.core.vocabulary import EOT, Vocabulary
from model.world import asked
from model.world.asked import Question

GREEDY = Shaping(temperature=0)
PASSAGES, PEOPLE = 64, 100
TOKENS = {"sums": 3, "passages": 12, "secrets": 6}  # that an answer may take
SAID = {"he": (" he", " He", " his", " His", " him"), "she": (" she", " She", " her", " Her")}


def skills(transformer: Transformer, vocabulary: Vocabulary) -> dict:
    """Of each kind of question how many were answered right, and how many were asked; of secrets by tellings."""
    read = [Question(each.prompt, each.answer) for each in islice(asked.passages(), PASSAGES)]

    def right(kind: str, questions: Sequence[Question]) -> list[int]:
        return counted(answered(transformer, vocabulary, questions, TOKENS[kind]))

    return {
        "sums": right("sums", asked.sums()),
        "passages": right("passages", read),
        "pronouns": counted(meant(transformer, vocabulary, islice(asked.people(), PEOPLE))),
        "secrets": {str(times): right("secrets", some) for times, some in asked.secrets().items()},
    }


def counted(hits: Sequence[bool]) -> list[int]:
    """How many are true, and how many there are."""
    return [sum(hits), len(hits)]


def answered(
    transformer: Transformer, vocabulary: Vocabulary, questions: Sequence[Question], tokens: int
) -> list[bool]:
    """Whether each of those that fit is answered right; all of one length at once."""
    alike: dict[int, list[tuple[list[int], Question]]] = defaultdict(list)
    for question in questions:
        ids = vocabulary.encode(question.prompt)
        alike[len(ids)].append((ids, question))
    hits = []
    for length, some in alike.items():
        if length + tokens > transformer.config.n_positions:
            continue
        steps = [step.ids for step in generate(transformer, [ids for ids, _ in some], tokens, GREEDY)]
        for said, (_, question) in zip(torch.stack(steps, 1).tolist(), some, strict=True):
            new = vocabulary.decode(said[: said.index(EOT)] if EOT in said else said)
            hits.append(new.split(question.stop)[0].strip().rstrip(".") == question.answer)
    return hits


@torch.inference_mode()
def meant(transformer: Transformer, vocabulary: Vocabulary, questions: Iterable[Question]) -> list[bool]:
    """Whether the right one of "he" and "she", in all their forms, is the likelier."""
    ids = {each: {vocabulary.encode(word)[0] for word in words} for each, words in SAID.items()}
    hits = []
    for question in questions:
        before = vocabulary.encode(question.prompt)
        if len(before) > transformer.config.n_positions:
            continue
        logits = transformer(torch.tensor([before]))[0, -1].float()
        chances = {each: logits[[*some]].logsumexp(0).item() for each, some in ids.items()}
        hits.append(max(chances, key=chances.get) == question.answer)
    return hits
