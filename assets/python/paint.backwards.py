"""A picture read backwards: bits of its 256 pixels under each caption, and their shares by Bayes' rule."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "a big red star on white"
temperature = 0.8
seed = 12

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
image, pad = tokenizer.convert_tokens_to_ids(["<image>", "<pad>"])
others = sorted(set(range(len(tokenizer))) - set(range(16, 32)))  # whatever is no colour


def prompt(caption):
    ids = tokenizer(caption).input_ids
    return [pad] * (31 - len(ids)) + [*ids, image]


torch.manual_seed(seed)
given = torch.tensor([prompt(text)])
shaping = {"do_sample": True, "temperature": float(temperature)} if temperature else {"do_sample": False}
settings = {"max_new_tokens": 256, "suppress_tokens": others, "eos_token_id": None, "pad_token_id": pad, "top_k": 0}
pixels = model.generate(given, attention_mask=torch.ones_like(given), **shaping, **settings)[0, 32:]

captions = [text, "a big blue star on white", "a big red circle on white", "a happy face"]
ids = torch.stack([torch.cat([torch.tensor(prompt(caption)), pixels]) for caption in captions])
with torch.inference_mode():
    dice = model(ids).logits[:, 31:-1, 16:32].log_softmax(-1)  # of each pixel, its 16 colours
fell = (pixels - 16).expand(len(captions), -1)[..., None]
bits = -dice.gather(-1, fell)[..., 0].sum(1) / torch.log(torch.tensor(2.0))
shares = torch.softmax(-bits * torch.log(torch.tensor(2.0)), 0)
for caption, cost, share in zip(captions, bits.tolist(), shares.tolist(), strict=True):
    print(f"{cost:8.1f} bits  {share:7.2%}  {caption}")
