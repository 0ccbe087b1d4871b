"""Accessories: what goes with a thing that was bought, of 32 things and over five wordings; how such a text goes on."""

case = "bicycle"
temperature = 0.7
seed = 7

things = """candle cup pillow chair lock paper string sock rope coat spoon stick sail nail bowl door shelf feather bell
    wheel apple curtain towel stamp compass lid cake net anchor pencil flower bag""".split()
thing = case.removeprefix("a ").removeprefix("an ").rstrip(".")
prompts = [
    f"I have bought a new {thing}. Now I need a",
    f"You have just bought a {thing}. You may also like a",
    f"She bought a {thing}, and to go with it a",
    f"We have a new {thing}. Let us also buy a",
    f"He bought a {thing}. The shop also showed him a",
]
faces = [tokenizer(f" {each}").input_ids[0] for each in things]
dies = [chances(prompt)[faces] for prompt in prompts]
means = sum(die / die.sum() for die in dies) / len(dies)  # of these things alone
best = sorted(zip(means.tolist(), things), reverse=True)[:3]
rows = {each: chance for chance, each in best}
for each, chance in rows.items():
    print(f"{chance:8.3%} {each}")

text = written(prompts[0], 24, temperature, seed)
print(prompts[0] + text)
