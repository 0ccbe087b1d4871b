"""What a tuning leaves behind: the tuned model as a Hugging Face folder that names neither the page nor its visitor."""

import time

from model.core import checkpoint
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.learn.jobs.folder import Folder
from model.learn.jobs.lesson import MODEL


def leave(folder: Folder, tuned: Transformer, vocabulary: Vocabulary, done: int, began: float) -> None:
    """Save a model after `done` steps, begun at the time `began` of `time.monotonic`, and tell that it has ended."""
    facts = {"steps": done, "seconds": 0, "tokens": 0, "hardware": "1 processor core"}
    checkpoint.save(folder.path / MODEL, tuned.eval(), vocabulary, facts | folder.lesson.facts())
    stopped = done < folder.lesson.steps
    folder.tell(ended=True, step=done, stopped=stopped, seconds=round(time.monotonic() - began, 1))
