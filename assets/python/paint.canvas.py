"""A picture of 16 x 16 pixels, painted one by one: 32 tokens of caption, then 256 of colour."""

text = "a big red star on white"
temperature = 0.8
seed = 12

painted = rolled(text, temperature, seed)
for row in painted.view(16, 16).tolist():
    print(drawn(row))
