"""A transformer with its vocabulary: all that the page may ask, plain values in, frozen records out."""

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import torch

from model.core import checkpoint, generate, trace
from model.core.cache import SingleFlight
from model.core.checkpoint import total
from model.core.generate import Step
from model.core.trace import Trace
from model.core.transformer import Record, Transformer
from model.core.vocabulary import COLOUR_IDS, EOT, PIXELS, Vocabulary
from model.found import corpus, neurons
from model.found.corpus import Corpus
from model.found.neurons import Examples
from model.inside import edits, lens, projection
from model.inside.effects import Effects, effects
from model.inside.roles import Roles, roles
from model.inside.rolls_ahead import Ahead, look_ahead

EFFECTS_BYTES, AHEAD_BYTES = 1_000_000, 20_000_000
TRACE_BYTES = 100_000_000  # a prompt of full length takes about 45 MB


class LanguageModel:
    """Safe to share between threads: calls keep nothing on self but finished passes, which are read-only."""

    def __init__(self, transformer: Transformer, vocabulary: Vocabulary, facts: dict | None = None):
        self.transformer, self.vocabulary, self.facts = transformer, vocabulary, facts or {}
        self.corpus: Corpus | None = None  # a sample of what it was trained on
        self.map: np.ndarray | None = None  # (V, 2) places of the tokens by t-SNE
        self.examples: Examples | None = None  # where each neuron fires most, if that was searched
        self.config = transformer.config
        self._effects = SingleFlight(partial(effects, transformer), EFFECTS_BYTES, lambda kept: kept.heads.nbytes)
        self._ahead = SingleFlight(partial(look_ahead, transformer), AHEAD_BYTES, lambda kept: kept.nbytes)
        self._traces = SingleFlight(lambda key: self._trace(*key), TRACE_BYTES, lambda kept: kept.nbytes)

    @property
    def trained_minutes(self) -> float | None:
        """Time that its training took, that of earlier weights included; None if nobody wrote it down."""
        trained = self.facts.get("training")
        return total(trained, "seconds") / 60 if trained else None

    @cached_property
    def n_parameters(self) -> int:
        """Numbers that training chose."""
        return sum(p.numel() for p in self.transformer.parameters())

    def encode(self, text: str) -> list[int]:
        """Ids of `text`. Raises ValueError if it is empty or longer than the context."""
        ids = self.vocabulary.encode(text)
        if not ids:
            raise ValueError("the prompt is empty; type a sentence or take an example")
        self.check_length(len(ids))
        return ids

    def check_length(self, count: int) -> None:
        """Raise ValueError unless `count` tokens fit into the context."""
        limit = self.config.n_positions
        if count > limit:
            raise ValueError(
                f"The prompt has {count:,} tokens; at most {limit} fit. "
                f"Take out {count - limit:,} tokens. Nothing was cut."
            )

    def trace(self, text: str, changes: Sequence[str] = ()) -> Trace:
        """One pass over `text`, kept for whoever asks next; with `changes`, as `model.inside.edits` says them."""
        return self.trace_ids(self.encode(text), changes)

    def trace_ids(self, ids: Sequence[int], changes: Sequence[str] = ()) -> Trace:
        """One pass over `ids`, kept for whoever asks next."""
        self.check_length(len(ids))
        return self._traces((tuple(ids), tuple(changes)))

    def _trace(self, ids: tuple[int, ...], changes: tuple[str, ...]) -> Trace:
        return trace.trace(self.transformer, ids, self.vocabulary.pieces(ids), edits.read(self, changes, len(ids)))

    @torch.inference_mode()
    def continued(self, ids: Sequence[int], steps: int, changes: Sequence[str] = ()) -> list[int]:
        """The likeliest next tokens, one after another, with `changes` at work in every pass.

        Ends after `steps` tokens, after <eot> or where the context is full.
        """
        ids, end = list(ids), min(len(ids) + steps, self.config.n_positions)
        made, start = edits.read(self, changes, len(ids)), len(ids)
        while len(ids) < end and (len(ids) == start or ids[-1] != EOT):
            logits = self.transformer(torch.tensor([ids]), record=Record(made))
            ids.append(int(logits[0, -1].argmax()))
        return ids[start:]

    def look_ahead(self, ids: Sequence[int]) -> Ahead:
        """The dice of the next three rolls after `ids`, and the likeliest text that follows; kept."""
        self.check_length(len(ids))
        return self._ahead(tuple(ids))

    def effects(self, ids: Sequence[int]) -> Effects:
        """How much each head and feed-forward network mattered for the likeliest next token; kept."""
        self.check_length(len(ids))
        return self._effects(tuple(ids))

    def half_way(self, ids: Sequence[int], token: int) -> np.ndarray:
        """Log-probabilities (2 L + 1, V) of the token after `token`, had the model stopped half-way (logit lens)."""
        return lens.lens(self.transformer, self.trace_ids(ids), token)

    @cached_property
    def roles(self) -> Roles:
        """What each head does on texts where that can be measured."""
        vocabulary = self.vocabulary
        return roles(self.transformer, vocabulary.words, COLOUR_IDS if vocabulary.has_pictures else None)

    def promotes(self, layer: int, neuron: int, n: int) -> list[tuple[int, float]]:
        """The `n` tokens whose scores a neuron raises most for each 1 it fires, before the last layer norm."""
        scores = (self.transformer.wte.weight @ self.transformer.h[layer].mlp.c_proj.weight[:, neuron]).numpy()
        return [(int(i), float(scores[i])) for i in np.argsort(-scores, kind="stable")[:n]]

    def parameters(self) -> dict[str, int]:
        """How many numbers each part has; they add up to `n_parameters`. The output matrix is the token table."""
        counts: dict[str, int] = {}
        for name, weight in self.transformer.named_parameters():
            counts[part(name)] = counts.get(part(name), 0) + weight.numel()
        return counts

    def logits(self, text: str) -> np.ndarray:
        """Scores (V,) of the token after `text`."""
        return self.trace(text).logits[-1]

    def generate(self, ids: Sequence[int], steps: int, **options: float) -> Iterator[Step]:
        """Continue `ids`, one step at a time; `options` are seed, temperature, top_k, top_p."""
        return generate.generate(self.transformer, [ids], steps, **options)

    def paint(self, caption: str, **options: float) -> Iterator[Step]:
        """The 256 pixels of a picture, one at a time: a step's die has the 16 colours, in order of the palette.

        Raises ValueError if the caption does not fit or the model has no colours.
        """
        prompt = self.picture_prompt(caption)
        return generate.generate(self.transformer, [prompt], PIXELS, COLOUR_IDS, **options)

    def picture_prompt(self, caption: str) -> list[int]:
        """What the model reads before the first pixel."""
        if not self.vocabulary.has_pictures:
            raise ValueError("this model has no colours in its vocabulary; it knows text only")
        return self.vocabulary.picture_prompt(caption)

    @cached_property
    def wte(self) -> np.ndarray:
        """The token embeddings (V, C)."""
        return self.transformer.wte.weight.numpy()

    @cached_property
    def wpe(self) -> np.ndarray:
        """The position embeddings (n_positions, C)."""
        return self.transformer.wpe.weight.numpy()

    @cached_property
    def _directions(self) -> np.ndarray:
        return self.wte / np.linalg.norm(self.wte, axis=1, keepdims=True)

    def nearest(self, id: int, n: int) -> list[tuple[int, float]]:
        """The `n` tokens whose embeddings point most nearly the same way as that of `id`, with the cosine."""
        cosine = self._directions @ self._directions[id]
        order = [int(i) for i in np.argsort(-cosine, kind="stable") if i != id]
        return [(i, float(cosine[i])) for i in order[:n]]


PARTS = {
    "wte": "token embeddings",
    "wpe": "position embeddings",
    "attn": "attention",
    "mlp": "feed-forward",
    "ln_": "layer norms",
}


def part(name: str) -> str:
    """The part of the machine that a weight belongs to."""
    return next(part for key, part in PARTS.items() if key in name)


def load(path: str | Path = "assets/model") -> LanguageModel:
    """Open a Hugging Face folder of the GPT-2 family. Raises ValueError if it is none."""
    torch.set_num_threads(1)  # visitors are served side by side; two threads on one small matrix only wait
    lm = LanguageModel(*checkpoint.load(path))
    lm.corpus = corpus.load(Path(path), lm.vocabulary)
    lm.map = projection.load(Path(path), lm.wte)
    lm.examples = neurons.load(Path(path), lm.wte)
    return lm
