"""Other words: how likely the right colour of each thing is after a wording, among all colours."""

case = "I wonder which colour THING has. It is"

things = {"the sky": "blue", "grass": "green", "snow": "white", "blood": "red", "coal": "black"}
things |= {"a ripe tomato": "red", "an elephant": "gray"}
colours = "red blue green yellow white black orange purple pink brown gray navy cyan lime peach tan".split()
faces = [tokenizer(f" {colour}").input_ids[0] for colour in colours]  # the token that each begins with
rows = {}
for thing, colour in things.items():
    die = chances(case.replace("THING", thing))[faces]
    rows[thing] = (die[colours.index(colour)] / die.sum()).item()  # all other words are left out
    print(f"{rows[thing]:8.3%} {thing}: {colour}")
