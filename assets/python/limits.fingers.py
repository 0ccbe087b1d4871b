"""Fingers: a picture of 16 x 16 pixels of your caption, on which you can count them."""

case = "a hand with seven fingers"
temperature = 1.0
seed = 7

painted = rolled(case, temperature, seed)
for row in painted.view(16, 16).tolist():
    print(drawn(row))
