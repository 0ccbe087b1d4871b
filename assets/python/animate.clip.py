"""A clip of four frames of 8 x 8 pixels, rolled one by one: 32 tokens of caption, then 256 of colour."""

text = "a red balloon rises"
temperature = 0.8
seed = 12

frames = rolled(text, temperature, seed, "<clip>").view(4, 8, 8)
for row in range(8):  # the frames side by side
    print("  ".join(drawn(frame[row]) for frame in frames.tolist()))
