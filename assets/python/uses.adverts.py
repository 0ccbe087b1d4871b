"""Adverts: a line that praises a thing, and the things of which its promises are true."""

case = "spaceship"
temperature = 0.7
seed = 7

# What is true of each thing in its training. How much it copied from there is left out: one has to have all the texts.
table = """
sun lamp: charges in the window, folds flat, runs for nine hours, fits in a coat pocket
rain boots: stay soft in the cold, come in eleven colours, pull on without help, have a sole that grips
lunch box: has three rooms, closes with one click, never leaks, can go in the dishwasher
folding bicycle: folds in ten seconds, weighs less than a dog, fits under a desk, has a bell that sings
wool blanket: is woven by hand, is washed in spring water, does not scratch, is wide enough for two
tin kettle: whistles in tune, pours without a drip, has a handle that stays cool, boils a liter in three minutes
wooden blocks: have round corners, are painted with safe colours, come in a cotton bag, fit together without glue
pocket umbrella: opens with one hand, does not turn over in the wind, dries in a minute, is shorter than a banana
alarm clock: rolls off the table, has no loud tick, shines softly at night, runs for two years
garden chair: is made of ash wood, stays outside all summer, folds behind the door, carries a grown bear
paint set: holds sixteen colours, comes with two brushes, washes out of shirts, closes like a book
hiking backpack: keeps the rain out, has a pocket for each thing, sits lightly on the hips, has a whistle on the strap
music box: plays four old tunes, is wound up by hand, is carved from pear wood, is no bigger than an apple
soup pot: heats evenly, has a lid of glass, holds six liters, cleans in a minute
reading glasses: come with a soft case, weigh almost nothing, do not slip, bend without breaking
dog leash: shines in the dark, is soft in the hand, does not twist, stretches when the dog is quick
toy boat: never sinks, has a real cotton sail, rights itself, is made of light cork
bread oven: is hot in six minutes, has a stone floor, uses little power, lets you watch through a window
warm scarf: goes around three times, is knitted without a seam, keeps its colour, fits the young and the old
notebook: lies flat on the table, has 200 pages, takes ink without stains, closes with a ribbon
seed box: holds twelve kinds of herbs, comes with good soil, needs only a cup of water, fits on any sill
night light: looks like a hedgehog, gets dim slowly, stays cool, can be carried to the bathroom
sled: is made of bent ash, steers with the feet, carries two children, has a rope that does not freeze
board game: takes five minutes to learn, never ends the same way, needs no reading, fits on a small table
"""

prompt = f"Meet the new {case}."
text = written(prompt, 36, temperature, seed).partition("\n")[0]  # one line
print(prompt + text)
whose = []
for line in table.strip().split("\n"):
    name, _, promises = line.partition(": ")
    whose += [name for promise in promises.split(", ") if promise in text]
rows = {name: whose.count(name) / len(whose) for name in whose}
for name, share in rows.items():
    print(f"{share:8.3%} of its promises are true of: {name}")
