"""Common sense: of two sentences, how likely each is beside the other."""

case = "A dog eats a bone. | A dog eats a Tuesday."

first, second = (each.strip() for each in case.split("|"))
more = bits("\n", first) - bits("\n", second)  # each begins a line; one bit more is half as likely
chance = 1 / (1 + 2 ** min(more, 500))  # powers much larger are too large for Python
rows = {first: chance, second: 1 - chance}
for name, chance in rows.items():
    print(f"{chance:8.3%} {name}")
