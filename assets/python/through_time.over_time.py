"""One prompt, asked of every step of the training that was kept whole: the likeliest next tokens."""

text = "Mira has a red kite and a blue cup. Her kite is"

dice = {}
for step in steps():
    dice[step] = chances(text).topk(3)
    for p, id in zip(dice[step].values, dice[step].indices, strict=True):
        print(f"step {step:6,}: {p:8.3%} {tokenizer.decode(id)!r}")
