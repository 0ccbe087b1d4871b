"""Guests in the browser: every tab opens with each kind of them, and says nothing that is not so of it."""

import pytest
from conftest import served
from made import OPT, SHARED, SIZES, byte_pairs, plain, saved, sentence_pieces

import model

TEXT = "the little fox had a red ball"
TEXTS = [
    "Once upon a time there was a little fox named Ada. The fox had a red ball and a blue hat.",
    "The sky is blue. The grass is green. Where is the ball? A big red ball, a little blue hat.",
]
READS = {"max_position_embeddings": 200}
GUESTS = {  # name: model type, settings, what makes the tokenizer
    "Llama": ("llama", SHARED | READS, lambda: sentence_pieces(TEXTS, 400)),
    "GPT-NeoX": ("gpt_neox", SIZES | READS, lambda: byte_pairs(TEXTS, 350)),
    "OPT": ("opt", OPT | READS, lambda: byte_pairs(TEXTS, 350, "</s>")),
    "1 layer, 1 head, 300 tokens": (
        "qwen2",
        SHARED | READS | {"num_hidden_layers": 1, "num_attention_heads": 1, "num_key_value_heads": 1},
        lambda: byte_pairs(TEXTS, 300),
    ),
}


def guest(name, folder):
    kind, settings, make = GUESTS[name]
    tokenizer = make()
    rows = tokenizer.get_vocab_size()
    return model.load(saved(folder, plain(kind, settings | {"vocab_size": rows}), tokenizer))
