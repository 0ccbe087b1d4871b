"""How many bits each token of a text told the model: minus the logarithm to base 2 of the chance that it had."""

import math

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "Mira has a red kite and a blue cup. Her kite is"

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
ids = tokenizer(text, return_tensors="pt").input_ids
with torch.inference_mode():
    logprobs = model(ids).logits[0, :-1].double().log_softmax(-1)
bits = -logprobs.gather(1, ids[0, 1:, None])[:, 0] / math.log(2)
for id, told in zip(ids[0, 1:], bits.tolist(), strict=True):
    print(f"{told:5.1f} {tokenizer.decode([id])!r}")
