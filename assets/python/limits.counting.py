"""Counting: the three likeliest numbers after a text, among those up to twenty."""

case = "How many cups are on the table? One, two, three, four. There are"

numbers = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
faces = [tokenizer(f" {number}").input_ids[0] for number in numbers]  # the token that each begins with
die = chances(case)[faces]
best = (die / die.sum()).topk(3)  # all other words are left out
rows = {numbers[i]: p for p, i in zip(best.values.tolist(), best.indices.tolist(), strict=True)}
for name, chance in rows.items():
    print(f"{chance:8.3%} {name}")
