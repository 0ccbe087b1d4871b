"""The counting model: adds up, agrees with a plain count, and with itself."""

from collections import Counter

import numpy as np
import pytest

from model.found.ngram import NGram, discounts_for

V, ORDER = 7, 3


@pytest.fixture(scope="module")
def ids():
    """A text with structure: each token is likely to be followed by its double."""
    rng, found = np.random.default_rng(2), [1]
    for _ in range(600):
        found.append(found[-1] * 2 % V if rng.random() < 0.6 else int(rng.integers(V - 1)))
    return np.array(found)


@pytest.fixture(scope="module")
def ngram(ids):
    return NGram.train(ids, ORDER, V)


def grams(ids, n):
    """All n-grams with their number."""
    return Counter(tuple(ids[i : i + n].tolist()) for i in range(len(ids) - n + 1))


def counts_of(ids, n):
    """What Kneser-Ney counts: the number; for shorter ones, different tokens before."""
    if n == ORDER:
        return grams(ids, n)
    return Counter(gram[1:] for gram in grams(ids, n + 1))


def brute(ids, context, token):
    """p(token | context) by the textbook, with dictionaries."""
    shorter = brute(ids, context[1:], token) if context else 1 / V
    counts = counts_of(ids, len(context) + 1)
    after = {gram[-1]: count for gram, count in counts.items() if gram[:-1] == context}
    if not after:
        return shorter
    D = discounts_for(np.array(list(counts.values())))
    taken = sum(D[min(count, 3)] for count in after.values())
    own = after.get(token, 0)
    return (own - D[min(own, 3)] + taken * shorter) / sum(after.values())


@pytest.mark.parametrize("context", [(), (1,), (1, 2), (5, 3), (0, 0), (6, 1)], ids=str)
def test_agrees_with_a_plain_count(ids, ngram, context):
    expected = [brute(ids, context, token) for token in range(V)]
    np.testing.assert_allclose(ngram.next(np.array(context, dtype=int)), expected, rtol=0, atol=1e-12)


def test_adds_up_to_one(ngram):
    for context in np.random.default_rng(1).integers(V, size=(50, 4)):
        for length in range(5):
            probs = ngram.next(context[:length])
            assert probs.sum() == pytest.approx(1, rel=0, abs=1e-12)
            assert (probs > 0).all()


def test_bits_and_next_agree(ngram):
    """Also on a text it has not seen, with a token that is not in the first one at all."""
    unseen = np.random.default_rng(8).integers(V, size=60)
    expected = [-np.log2(ngram.next(unseen[:i])[unseen[i]]) for i in range(60)]
    np.testing.assert_allclose(ngram.bits(unseen), expected, rtol=0, atol=1e-9)


def test_learns_what_it_can(ids, ngram):
    """Fewer bits than without context; 6 in 10 doubles, the rest among 6."""
    entropy = NGram.train(ids, 1, V).bits(ids).mean()
    assert ngram.bits(ids).mean() < entropy - 0.3


def test_discounts_golden():
    """n1 = 4, n2 = 2, n3 = 1, n4 = 1: Y = 4 / (4 + 4) = 1/2.

    D1 = 1 - 2 · 1/2 · 2/4 = 1/2; D2 = 2 - 3 · 1/2 · 1/2 = 5/4; D3 = 3 - 4 · 1/2 · 1/1 = 1.
    """
    found = discounts_for(np.array([1, 1, 1, 1, 2, 2, 3, 4, 9]))
    np.testing.assert_allclose(found, [0, 0.5, 1.25, 1], rtol=0, atol=1e-12)


def test_a_text_shorter_than_the_order_is_refused():
    with pytest.raises(ValueError, match="2 tokens; at least 3"):
        NGram.train(np.array([1, 2]), 3, V)


def test_the_shortest_text_works():
    probs = NGram.train(np.array([1, 2, 1]), 3, V).next(np.array([1, 2]))
    assert probs.sum() == pytest.approx(1, rel=0, abs=1e-12)
