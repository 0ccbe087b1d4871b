# Sprites: a picture of 16 x 16 pixels, and the shares of the colours that the caption names.

import re

case = "a green owl on white"
temperature = 0.8
seed = 7

colours = "black gray white red orange yellow lime green cyan blue navy purple pink peach tan brown".split()
caption = tokenizer(case).input_ids
image, pad = tokenizer.convert_tokens_to_ids(["<image>", "<pad>"])
ids = torch.tensor([[pad] * (31 - len(caption)) + [*caption, image]])
others = sorted(set(range(len(tokenizer))) - set(range(16, 32)))  # whatever is no colour
torch.manual_seed(seed)  # another generator than the page's: the same die, other rolls
dice = {"do_sample": True, "temperature": float(temperature), "top_k": 0} if temperature else {"do_sample": False}
settings = {"max_new_tokens": 256, "suppress_tokens": others, "eos_token_id": None, "pad_token_id": pad}
painted = model.generate(ids, attention_mask=torch.ones_like(ids), **dice, **settings)[0, 32:] - 16
for row in painted.view(16, 16).tolist():
    print("".join("0123456789abcdef"[colour] for colour in row))

# Whether it is a drawing that somebody made by hand is left out: for that one has to have the drawings.
named = re.findall(rf"\b({'|'.join(colours)})\b", case.lower())
rows = {name: (painted == colours.index(name)).float().mean().item() for name in named}
for name, share in rows.items():
    print(f"{share:8.3%} {name} ({'0123456789abcdef'[colours.index(name)]})")
