"""Files beside the weights: kept as they are, refused beside others."""

import numpy as np

from model.core import beside
from model.found import corpus, neurons
from model.found.neurons import Examples


def test_arrays_come_back_in_their_order(tmp_path):
    turned = np.arange(24).reshape(2, 3, 4).transpose(2, 0, 1)  # not laid out row by row
    beside.save(tmp_path / "x.safetensors", b"these weights", turned=turned, ids=np.arange(3, dtype=np.uint16))
    found = beside.load(tmp_path / "x.safetensors", b"these weights")
    assert np.array_equal(found["turned"], turned)
    assert found["ids"].dtype == np.uint16


def test_nothing_of_another_model(tmp_path):
    beside.save(tmp_path / "x.safetensors", b"these weights", ids=np.arange(3))
    assert beside.load(tmp_path / "x.safetensors", b"other weights") is None
    assert beside.load(tmp_path / "missing.safetensors", b"these weights") is None


def test_a_sample_belongs_to_its_vocabulary(tmp_path, vocabulary, lm):
    corpus.save(tmp_path, vocabulary, np.arange(40, dtype=np.uint16))
    assert corpus.load(tmp_path, vocabulary).ids.tolist() == [*range(40)]
    assert corpus.load(tmp_path, lm.vocabulary) is None


def test_examples_belong_to_their_weights(tmp_path, tiny, lm):
    shape = (3, 37, 4)
    found = Examples(np.arange(9, dtype=np.uint16), np.array([0, 9], np.int32), *(np.ones(shape) for _ in range(3)))
    neurons.save(tmp_path, tiny.wte, found)
    again = neurons.load(tmp_path, tiny.wte)
    assert again.tokens(0) == [*range(9)] and again.value.shape == shape
    assert neurons.load(tmp_path, lm.wte) is None
