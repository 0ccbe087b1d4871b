"""A picture read backwards: bits of its 256 pixels under each caption, and their shares by Bayes' rule."""

text = "a big red star on white"
temperature = 0.8
seed = 12

painted = rolled(text, temperature, seed)
captions = [text, "a big blue star on white", "a big red circle on white", "a happy face"]
ids = torch.stack([torch.cat([torch.tensor(captioned(caption)), painted + 16]) for caption in captions])
with torch.inference_mode():
    dice = model(ids).logits[:, 31:-1, 16:32].log_softmax(-1)  # of each pixel, its 16 colours
bits = -dice.gather(-1, painted.expand(len(captions), -1)[..., None])[..., 0].sum(1) / torch.log(torch.tensor(2.0))
shares = torch.softmax(-bits * torch.log(torch.tensor(2.0)), 0)
for caption, cost, share in zip(captions, bits.tolist(), shares.tolist(), strict=True):
    print(f"{cost:8.1f} bits  {share:7.2%}  {caption}")
