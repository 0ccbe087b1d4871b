"""Embeddings tab: the numbers of a token, what lies near it, and a map of the whole vocabulary."""

from functools import lru_cache, partial

import gradio as gr
import numpy as np

from components.tab import Tab, View
from components.widgets.nearest import Nearest
from components.widgets.position_table import PositionTable
from components.widgets.vector_sum import VectorSum
from components.widgets.vocabulary_map import VocabularyMap
from components.widgets.widget import packed
from model import COLOURS, LanguageModel, pca

NEAREST, COMPARED = 8, 6  # bars: of the vocabulary, of the prompt
NICE = (1, 1.5, 2, 3, 5, 7, 10)  # ends of a colour ramp, times a power of ten
projected = lru_cache(maxsize=2)(pca)


def embeddings(lm: LanguageModel, text: str) -> dict:
    """For each token of `text`: the tokens nearest to it, with the cosine, and its place on the map."""
    ids = lm.encode(text)
    places = vocabulary_places(lm)[0][ids, :2]
    near = [[{"token": lm.vocabulary.piece(i), "cosine": c} for i, c in lm.nearest(id, NEAREST)] for id in ids]
    return {"tokens": lm.vocabulary.pieces(ids), "nearest": near, "coordinates": places.tolist()}
