"""A text, rolled token by token until it ends itself."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "Once upon a time, there was a"
temperature = 0.7
top_k = 0
top_p = 1.0
seed = 7

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
ids = torch.tensor([tokenizer(text).input_ids])
torch.manual_seed(seed)  # another generator than the page's: the same dice, other rolls
dice = {"do_sample": True, "temperature": float(temperature), "top_k": top_k, "top_p": top_p}
shaping = dice if temperature else {"do_sample": False}
room = model.config.max_position_embeddings - ids.shape[1]
made = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=min(60, room), **shaping)
written = made[0, ids.shape[1] :].tolist()
print(text + tokenizer.decode(written))
