"""Sprites: a picture of 16 x 16 pixels, and the shares of the colours that the caption names."""

import re

case = "a green owl on white"
temperature = 0.8
seed = 7

colours = "black gray white red orange yellow lime green cyan blue navy purple pink peach tan brown".split()
painted = rolled(case, temperature, seed)
for row in painted.view(16, 16).tolist():
    print(drawn(row))

# Whether it is a drawing that somebody made by hand is left out: for that one has to have the drawings.
named = re.findall(rf"\b({'|'.join(colours)})\b", case.lower())
rows = {name: (painted == colours.index(name)).float().mean().item() for name in named}
for name, share in rows.items():
    print(f"{share:8.3%} {name} ({'0123456789abcdef'[colours.index(name)]})")
