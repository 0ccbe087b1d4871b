"""Numbers in words."""

from model.world.language.tables import listed

SMALL = listed(
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty"
)
TENS = listed("zero|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety")


def spell(number: int) -> str:
    """A number from 0 to 999 in words."""
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{SMALL[hundreds]} hundred" + (f" and {spell(rest)}" if rest else "")
    if number <= 20:
        return SMALL[number]
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{SMALL[ones]}" if ones else "")


def o_clock(hour: int) -> str:
    """A full hour in words: `three o'clock`."""
    return f"{spell(hour)} o'clock"
