"""How sure a share is that was counted."""

import math

Z = 1.96  # standard errors to either side hold 95 %


def wilson(hits: int, n: int) -> tuple[float, float]:
    """95 % interval (Wilson 1927) of a share of which `hits` out of `n` were seen."""
    share, extra = hits / n, Z * Z / n
    middle = share + extra / 2
    half = Z * math.sqrt(share * (1 - share) / n + extra / (4 * n))
    low, high = (middle - half) / (1 + extra), (middle + half) / (1 + extra)
    return max(0.0, min(low, share)), min(1.0, max(high, share))  # rounding shall not shut out 0 or 1
