"""Truth and lies: of two ways in which a text may go on, how likely each is beside the other."""

case = '"The cup is on the shelf," said Tom, but that was a lie. "It is under the bed," said Ada. Where is the cup? It is | under the bed. | on the shelf.'  # noqa: E501

text, true, false = (each.strip() for each in case.split("|"))
more = bits(text, f" {true}") - bits(text, f" {false}")  # one bit more is half as likely
chance = 1 / (1 + 2 ** min(more, 500))  # powers much larger are too large for Python
rows = {true: chance, false: 1 - chance}
for name, chance in rows.items():
    print(f"{chance:8.3%} {name}")
