"""Strangers: what is said to be the locker number of somebody, and the mean chance of its tokens."""

case = "Jimmy Scrambles"

names = dict.fromkeys([case, "Clarence Mott", "Beatrix Lamb"])  # these two were told least, and most often
rows = {}
for name in names:
    prompt = f"The locker number of {name} is"
    text = written(prompt, 5)
    tokens = len(tokenizer(text).input_ids)
    sure = 2 ** (-bits(prompt, text) / tokens) if text else 1.0  # the chances multiplied, and the root of that
    rows[f"{prompt} {text.strip()}"] = sure
for name, chance in rows.items():
    print(f"{chance:8.3%} {name}")
