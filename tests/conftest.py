"""Models for the tests: a tiny one with every size different, and the shipped one."""

import pytest
import torch

import model
from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary, train_tokenizer
from model.language_model import LanguageModel

SAMPLE = """Once upon a time there was a little fox named Ada. Ada had a red ball and a blue hat.
The sky is blue. The grass is green. 12 + 7 = 19. Seven plus two is nine. Where is the ball?
A big red circle on white, a small green square left of a yellow star. "Thank you," said the fox.
"""
SIZES = {"n_positions": 293, "n_embd": 10, "n_layer": 3, "n_head": 2, "n_inner": 37}


def randomise(module, seed=0):
    """Every parameter from a normal distribution: at their start, biases and norms hide errors."""
    rng = torch.Generator().manual_seed(seed)
    for parameter in module.parameters():
        torch.nn.init.normal_(parameter, std=0.3, generator=rng)
    return module.eval().requires_grad_(False)


@pytest.fixture(scope="session")
def randomised():
    return randomise


@pytest.fixture(scope="session")
def sizes(vocabulary):
    """Sizes of the tiny model: no two are equal."""
    return SIZES | {"vocab_size": len(vocabulary)}


@pytest.fixture(scope="session")
def vocabulary():
    return Vocabulary(train_tokenizer([SAMPLE], 397))


@pytest.fixture(scope="session")
def tiny(vocabulary, sizes):
    """A language model whose parameters are all random."""
    return LanguageModel(randomise(Transformer(ModelConfig(**sizes))), vocabulary)


@pytest.fixture(scope="session")
def folder(tiny, tmp_path_factory):
    """The tiny model, saved."""
    path = tmp_path_factory.mktemp("saved")
    checkpoint.save(path, tiny.transformer, tiny.vocabulary, {"steps": 0})
    return path


@pytest.fixture(scope="session")
def ours(folder):
    """The saved model, opened by us."""
    return LanguageModel(*checkpoint.load(folder))


@pytest.fixture(scope="session")
def theirs(folder):
    """The saved model, opened by transformers, its attention written out."""
    from transformers import AutoModelForCausalLM

    return AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager").eval()


@pytest.fixture(scope="session")
def lm():
    """The shipped model."""
    return model.load()


@pytest.fixture(scope="session")
def text_ids(vocabulary):
    return vocabulary.encode("The sky is blue, 12 + 7 = 19 and Ada had an emoji \U0001f98a.")


@pytest.fixture(scope="session")
def picture_ids(vocabulary):
    """A whole picture: 32 ids before it, 256 random pixels."""
    pixels = torch.randint(16, 32, (256,), generator=torch.Generator().manual_seed(2)).tolist()
    return vocabulary.picture_prompt("a red ball on white") + pixels
