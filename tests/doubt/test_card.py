"""What counts as larger beyond doubt: pairs of shares that Newcombe (1998, table II) works through, and others."""

import pytest

from model.doubt.card import above, share


@pytest.mark.parametrize(
    ("one", "n", "other", "m", "larger"),
    [
        (56, 70, 48, 80, True),  # 0.0524 to 0.3339
        (9, 10, 3, 10, True),  # 0.1705 to 0.8090
        (6, 7, 2, 7, True),  # 0.0582 to 0.8062
        (5, 56, 0, 29, False),  # -0.0381 to 0.1926
        (5, 28, 0, 5, False),  # the halves of the two intervals are not alike
        (48, 80, 56, 70, False),
        (3, 10, 3, 10, False),
    ],
)
def test_larger_is_what_the_interval_of_the_difference_says(one, n, other, m, larger):
    first, second = ([True] * hits + [False] * (of - hits) for hits, of in ((one, n), (other, m)))
    assert above(share(first), share(second)) is larger
