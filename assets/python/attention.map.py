"""The attention weights of one head: row, the token that looks; column, what it looks at."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "Mira has a red kite and a blue cup. Her kite is"
layer = 4
head = 3

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager")
ids = tokenizer(text, return_tensors="pt").input_ids
with torch.inference_mode():
    weights = model(ids, output_attentions=True).attentions[layer][0, head]
for id, row in zip(ids[0], weights, strict=True):
    print(repr(tokenizer.decode([id])), [round(weight, 3) for weight in row.tolist()])
