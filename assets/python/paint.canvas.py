"""A picture of 16 x 16 pixels, painted one by one: 32 tokens of caption, then 256 of colour."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "a big red star on white"
temperature = 0.8
seed = 12

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
caption = tokenizer(text).input_ids
image, pad = tokenizer.convert_tokens_to_ids(["<image>", "<pad>"])
ids = torch.tensor([[pad] * (31 - len(caption)) + [*caption, image]])
others = sorted(set(range(len(tokenizer))) - set(range(16, 32)))  # whatever is no colour
torch.manual_seed(seed)  # another generator than the page's: the same die, other rolls
shaping = {"do_sample": True, "temperature": float(temperature)} if temperature else {"do_sample": False}
settings = {"max_new_tokens": 256, "suppress_tokens": others, "eos_token_id": None, "pad_token_id": pad, "top_k": 0}
painted = model.generate(ids, attention_mask=torch.ones_like(ids), **shaping, **settings)[0, 32:] - 16
for row in painted.view(16, 16).tolist():
    print("".join("0123456789abcdef"[colour] for colour in row))
