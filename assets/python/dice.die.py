"""The die after one token of a text, at a temperature."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "Mira has a red kite and a blue cup. Her kite is"
token = 12
temperature = 1.0

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
ids = tokenizer(text, return_tensors="pt").input_ids
with torch.inference_mode():
    scores = model(ids).logits[0, token].double()
chances = (scores / max(temperature, 1e-6)).softmax(-1)
found = chances.topk(12)
for id, chance in zip(found.indices.tolist(), found.values.tolist(), strict=True):
    print(f"{chance:8.3%} {tokenizer.decode([id])!r}")
