"""Sums: the chance of the right result, and of what the model says instead."""

import re

case = "67+88"

a, b = map(int, re.findall(r"\d+", case)[:2])
prompt = f"{a}+{b}="
said = written(prompt, 5).partition("\n")[0].strip()
results = dict.fromkeys([str(a + b), *([said] if said.isdigit() else [])])
rows = {prompt + text: 2 ** -bits(prompt, text) for text in results}
for name, chance in rows.items():
    print(f"{chance:8.3%} {name}")
