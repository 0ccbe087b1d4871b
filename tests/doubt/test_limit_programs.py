"""The program of each limit is run: a case of one's own has the page's rows."""

import pytest
from running import run

from model import own_case

DECK = "limits"


def rows(lm, card, case):
    """What the page says of a case: its names and figures."""
    return {row.name: row.said.value for row in own_case(lm, card, case, DECK).rows}


@pytest.mark.parametrize("case", ["7+8", "67+88", "345+678"])
def test_sums(lm, case):
    assert run("limits.sums", case=case)["rows"] == pytest.approx(rows(lm, "sums", case), abs=1e-3)
