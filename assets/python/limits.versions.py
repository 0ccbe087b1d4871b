"""Other versions: of how many things each kept step of the training says the right colour."""

case = "I wonder which colour THING has. It is"

things = {"the sky": "blue", "grass": "green", "snow": "white", "blood": "red", "coal": "black"}
things |= {"a ripe tomato": "red", "an elephant": "gray"}
colours = "red blue green yellow white black orange purple pink brown gray navy cyan lime peach tan".split()
faces = [tokenizer(f" {colour}").input_ids[0] for colour in colours]  # the token that each begins with
rows = {}
for step in steps():
    said = [colours[chances(case.replace("THING", thing))[faces].argmax()] for thing in things]
    right = [a == b for a, b in zip(said, things.values(), strict=True)]
    rows[f"{step:,}"] = sum(right) / len(right)
    print(f"{rows[f'{step:,}']:8.3%} step {step:,}: {', '.join(said)}")
