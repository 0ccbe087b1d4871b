"""The door to a model: load it, encode, trace, generate, and keep what was computed.

Plain values in, frozen records out. What a tab asks of a pass is a function in `model.inside` or `model.found`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from model.core import checkpoint, sound, trace
from model.core.cache import Kept
from model.core.checkpoint import total
from model.core.engine import Engine
from model.core.generate import MAX_SEED, Step, generate, reread, throw, thrown
from model.core.sampling import PLAIN, Shaping
from model.core.trace import Trace
from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, CLIP, COLOUR_IDS, IMAGE, PIXELS, Vocabulary
from model.found import corpus, demonstrations, familiar, history, library, neurons, reading, stimuli
from model.found.corpus import Corpus
from model.found.demonstrations import Demonstration
from model.found.familiar import LENGTHS, Familiar, bits_of_caption, surprises_of
from model.found.history import History
from model.found.library import Chapter
from model.found.neurons import Examples
from model.found.reading import Reading
from model.found.stimuli import Stimuli
from model.inside import backwards, edits, going_on, projection

if TYPE_CHECKING:
    from model.guests.machine import Guest

KEPT_BYTES = 130_000_000  # a pass over a prompt of full length takes about 45 MB, the 5-gram model 60
MEASURED_BYTES = 2_000_000
MOMENTS = 2  # whole steps of a training that are in memory at once
MAX_CHARACTERS = 5000  # of a prompt; longer ones are refused before they are cut into tokens


class LanguageModel:
    """A transformer with its vocabulary. Safe to share between threads: nothing changes but what is `kept`."""

    def __init__(
        self,
        transformer: "Transformer | Guest",
        vocabulary: Vocabulary,
        facts: dict | None = None,
        kept_bytes: int = KEPT_BYTES,
    ):
        self.transformer, self.vocabulary, self.facts = transformer, vocabulary, facts or {}
        self.name = ""  # the folder or id that it was opened by
        self.gpt2 = isinstance(transformer, Transformer)  # in the layout of GPT-2: our own code computes it
        self.corpus: Corpus | None = None  # a sample of what it was trained on
        self.reading: Reading | None = None  # the same with all that was written by hand, to be searched
        self.map: np.ndarray | None = None  # (V, 2) places of the tokens by t-SNE
        self.examples: Examples | None = None  # where each neuron fires most, if that was searched
        self.stimuli: Stimuli | None = None  # and on what in pictures, on average
        self.demonstrations: dict[str, Demonstration] = {}  # what it was found to show well
        self.familiar: Familiar | None = None  # how surprising texts of its own world are to it
        self.library: tuple[Chapter, ...] = ()  # what it was taught on purpose, beside what it says
        self.history: History | None = None  # how its training went
        self.step: int | None = None  # of its training, where it is not the last one
        self.config = transformer.config
        self.kept = Kept(kept_bytes)
        self.measured = Kept(MEASURED_BYTES)  # what takes seconds and is small: passes do not drive it out
        self.wte = transformer.wte.weight.detach().numpy()  # the token embeddings (V, C)
        self.unembed = transformer.unembed.detach().numpy()  # the output matrix (V, C), often the same table
        table = transformer.wpe
        self.wpe = None if table is None else table.weight.detach().numpy()  # the position embeddings (n_positions, C)
        self.n_parameters = sum(p.numel() for p in transformer.parameters())  # numbers that training chose
        self.nbytes = sum(p.nbytes for p in transformer.parameters())
        self._moments = Kept(MOMENTS * self.nbytes)

    @property
    def trained_minutes(self) -> float | None:
        """Time that its training took, that of earlier weights included; None if nobody wrote it down."""
        trained = self.facts.get("training")
        return total(trained, "seconds") / 60 if trained else None

    @property
    def tokens_read(self) -> int | None:
        """How many tokens it was trained on, earlier weights included; None if nobody wrote it down."""
        trained = self.facts.get("training")
        return int(total(trained, "tokens")) if trained else None

    def at(self, step: int | None) -> "LanguageModel":
        """The model of a step of its training that was kept whole, its weights rounded to 8 bits; None: itself.

        What lies beside the weights belongs to the last ones: there it is missing. Raises ValueError for other steps.
        """
        if step is None:
            return self
        whole = self.history.whole if self.history else {}
        if type(step) is not int or step not in whole:
            raise ValueError(
                f"Step {str(step)[:20]} was not kept whole; there are: {', '.join(map(str, whole)) or 'none'}."
            )
        return self._moments(self._at, step)

    def _at(self, step: int) -> "LanguageModel":
        lm = LanguageModel(
            history.open_at(self.history.whole[step], self.transformer), self.vocabulary, None, KEPT_BYTES // 4
        )
        lm.name, lm.step = self.name, step
        return lm

    def encode(self, text: str) -> list[int]:
        """Ids of `text`. Raises ValueError if it is empty or longer than the context."""
        return list(self.kept(self._encode, text))

    def _encode(self, text: str) -> tuple[int, ...]:
        if len(text) > MAX_CHARACTERS:
            raise ValueError(f"The prompt has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read.")
        ids = self.vocabulary.read(text)
        if len(ids) == len(self.vocabulary.start):
            told = "The tokenizer leaves nothing of this prompt." if text else "The prompt is empty."
            raise ValueError(f"{told} Type a sentence or take an example.")
        self.check_length(len(ids))
        return tuple(ids)

    def check_length(self, count: int) -> None:
        """Raise ValueError unless `count` tokens fit into the context."""
        limit = self.config.n_positions
        if count > limit:
            raise ValueError(
                f"The prompt has {count:,} tokens; at most {limit} fit. "
                f"Take out {count - limit:,} token{'s'[: count - limit > 1]}. Nothing was cut."
            )

    def trace(self, text: str, changes: Sequence[str] = ()) -> Trace:
        """One pass over `text`, kept for whoever asks next; with `changes`, as `model.inside.edits` says them."""
        return self.trace_ids(self.encode(text), changes)

    def trace_ids(self, ids: Sequence[int], changes: Sequence[str] = ()) -> Trace:
        """One pass over `ids`, kept for whoever asks next."""
        self.check_length(len(ids))
        return self.kept(self._trace, tuple(ids), tuple(changes))

    def _trace(self, ids: tuple[int, ...], changes: tuple[str, ...]) -> Trace:
        made = edits.made(changes, len(ids), self.transformer, self.trace)
        return trace.trace(self.transformer, ids, self.vocabulary.pieces(ids), made)

    def familiarity(self, ids: Sequence[int]) -> float | None:
        """Share of unseen texts of its own world that surprise it at least as much as these ids; None if unknown."""
        if self.familiar is None or len(ids) < LENGTHS[0] or len(ids) > self.config.n_positions:
            return None
        return self.familiar.text(surprises_of(self.trace_ids(ids)))

    def familiarity_of_caption(self, caption: str) -> float | None:
        """The same of captions; None if it cannot be one, or that is unknown."""
        ids = self.vocabulary.encode(caption)
        if self.familiar is None or not self.familiar.captions or not 0 < len(ids) < CAPTION_TOKENS:
            return None
        return self.familiar.caption(bits_of_caption(self.trace_ids(self.picture_prompt(caption)), len(ids)))

    def sorted_out(self, text: str, changes: Sequence[str]) -> tuple[list[str], dict[str, str]]:
        """Those of `changes` that can be done on `text`, in their order; of each other one, why it cannot."""
        return edits.sorted_out(changes, len(self.encode(text)), self.transformer, self.trace)

    def continued(self, ids: Sequence[int], steps: int, changes: Sequence[str] = ()) -> list[int]:
        """The likeliest `steps` next tokens, with `changes` at work in every pass; see `model.inside.edits`."""
        return going_on.continued(changes, ids, steps, self.transformer, self.trace, self.vocabulary.ends)

    def logits(self, text: str) -> np.ndarray:
        """Scores (V,) of the token after `text`."""
        return self.trace(text).logits[-1]

    def generate(
        self, ids: Sequence[int], steps: int, shaping: Shaping = PLAIN, seed: int = 0, skip: int = 0
    ) -> Iterator[Step]:
        """Continue `ids`, one step at a time, as if the first `skip` throws of the seed had been made already."""
        return generate(self._by, [ids], steps, shaping, thrown(seed, skip))

    def tries(self, ids: Sequence[int], n: int, steps: int, shaping: Shaping, seed: int) -> Iterator[Step]:
        """`n` texts after `ids`, each by a seed of its own: the first is that of `generate` with this seed."""
        return generate(self._by, [ids] * n, steps, shaping, [thrown((seed + i) % MAX_SEED) for i in range(n)])

    def changed(
        self, ids: Sequence[int], steps: int, shaping: Shaping, seed: int, changes: Sequence[str]
    ) -> Iterator[Step]:
        """As `generate`, with `changes` at work in every pass; see `model.inside.edits`."""
        if not changes:
            return self.generate(ids, steps, shaping, seed)
        shaping.check(self.config.vocab_size)
        rolled = partial(throw, shaping=shaping, rng=thrown(seed))
        return islice(going_on.rolled(changes, ids, self.transformer, self.trace, rolled), steps)

    def reread(self, ids: Sequence[int], start: int, shaping: Shaping = PLAIN) -> Iterator[Step]:
        """The steps by which `ids` from `start` on would have been rolled. Raises ValueError if they do not fit."""
        self.check_length(len(ids))
        return reread(self.transformer, ids, start, shaping)

    def paint(self, caption: str, shaping: Shaping = PLAIN, seed: int = 0) -> Iterator[Step]:
        """The 256 pixels of a picture, one at a time: a step's die has the 16 colours, in order of the palette.

        Raises ValueError if the caption does not fit or the model has no colours.
        """
        return self.paintings([caption], shaping, [seed])

    def paintings(
        self, captions: Sequence[str], shaping: Shaping, seeds: Sequence[int], kept: Sequence[int] = ()
    ) -> Iterator[Step]:
        """A picture of each caption by its seed, all at once: each is the one that `paint` makes.

        `kept` are the first pixels, as places in the palette: they stay, and the others are rolled.
        """
        start = [COLOUR_IDS[colour] for colour in kept]
        prompts = [[*self.picture_prompt(caption), *start] for caption in captions]
        rng = [thrown(seed, len(kept)) for seed in seeds]
        return generate(self._by, prompts, PIXELS - len(kept), shaping, rng, COLOUR_IDS)

    def animate(self, caption: str, shaping: Shaping = PLAIN, seed: int = 0) -> Iterator[Step]:
        """The same of a clip: four frames of 8 x 8 pixels, row by row, one frame after the other."""
        return generate(self._by, [self.picture_prompt(caption, CLIP)], PIXELS, shaping, seed, COLOUR_IDS)

    @cached_property
    def _by(self) -> "Engine | Guest":
        """What rolls: for all visitors together, where the model is one of ours."""
        return Engine(self.transformer) if isinstance(self.transformer, Transformer) else self.transformer

    @property
    def busy(self) -> int:
        """How many texts and pictures are being generated now."""
        return self._by.busy if isinstance(self._by, Engine) else 0

    def picture_prompt(self, caption: str, kind: int = IMAGE) -> list[int]:
        """What the model reads before the first pixel of a picture or, where `kind` is CLIP, of a clip."""
        if not self.vocabulary.has_pictures:
            raise ValueError("This model has no colours in its vocabulary; it knows text only.")
        if len(caption) > MAX_CHARACTERS:
            raise ValueError(f"The caption has {len(caption):,} characters; at most {MAX_CHARACTERS:,} are read.")
        return self.vocabulary.picture_prompt(caption, kind)

    def picture_bits(self, captions: Sequence[str], colours: Sequence[int]) -> np.ndarray:
        """Bits (n, 256) of each pixel of a whole picture, places in the palette, under each of n captions; kept.

        Raises ValueError if a caption does not fit or the model has no colours.
        """
        prompts = tuple(tuple(self.picture_prompt(caption)) for caption in captions)
        return self.kept(backwards.likelihoods, self.transformer, prompts, tuple(colours))

    def tune_prompt(self, caption: str) -> list[int]:
        """What the model reads before the first note. Raises ValueError if it knows no notes, or that does not fit."""
        if not self.vocabulary.has_pictures:
            raise ValueError("This model has no notes in its vocabulary; it knows text only.")
        ids = self.vocabulary.tune_prompt(caption)
        self.check_length(len(ids))
        return ids

    def compose(
        self, caption: str, notes: Sequence[int], steps: int, shaping: Shaping = PLAIN, seed: int = 0
    ) -> Iterator[Step]:
        """Continue a tune by `steps` tokens after the ids `notes`: a pitch and a length by turns, or whatever falls."""
        return self.generate([*self.tune_prompt(caption), *notes], steps, shaping, seed, skip=len(notes))


def load(
    path: str | Path = "assets/model", tell: Callable[[str], None] = lambda line: None, kept_bytes: int = KEPT_BYTES
) -> LanguageModel:
    """Open a Hugging Face folder, or an id of its Hub: ours and its like quickly, any other with transformers.

    `tell` hears in one line what a stranger's model takes, before it is opened. `kept_bytes` of what was computed
    are kept. Raises ValueError, which says why, if it cannot be shown.
    """
    torch.set_num_threads(1)  # visitors are served side by side; two threads on one small matrix only wait
    folder = Path(path)
    if folder.is_dir():
        sound.settings(folder)  # else transformers, which takes seconds to load, would find out
    if not checkpoint.is_ours(path):
        return invite(path, tell)
    transformer, vocabulary, values = checkpoint.load(folder)
    if transformer.config.masked:
        told = "it fills holes and cannot write on, so it has no page of its own"
        raise ValueError(f"{folder} holds a masked model: {told}")
    lm = LanguageModel(transformer, vocabulary, sound.trained(values), kept_bytes)
    lm.name = str(path)
    lm.corpus = sound.beside(corpus.load, folder, lm.vocabulary)
    lm.reading = sound.beside(reading.load, folder, lm.vocabulary, lm.corpus)
    lm.map = sound.beside(projection.load, folder, lm.wte)
    lm.examples = sound.beside(neurons.load, folder, lm.wte)
    lm.stimuli = sound.beside(stimuli.load, folder, lm.wte)
    lm.familiar = sound.beside(familiar.load, folder, lm.wte)
    lm.library = sound.beside(library.load, folder, lm.wte)
    lm.demonstrations = sound.beside(demonstrations.load, folder, lm.wte)
    lm.history = sound.beside(history.load, folder, lm.transformer)
    return lm


def invite(path: str | Path, tell: Callable[[str], None]) -> LanguageModel:
    """A model of another family; transformers, which takes seconds to import, is needed only here."""
    from model.guests import needs, opening

    folder = Path(path) if Path(path).is_dir() else opening.fetched(str(path), tell)
    lm = LanguageModel(*opening.load(folder, tell), needs.KEPT_BYTES)
    lm.name = str(path)
    return lm
