"""A tune, rolled token by token: a pitch and a length by turns, until the model ends it."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "a calm tune at a slow tempo in 3/4"
temperature = 0.8
seed = 7

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
start, end = tokenizer.convert_tokens_to_ids(["<tune>", "<eot>"])
ids = torch.tensor([[*tokenizer(text).input_ids, start]])
torch.manual_seed(seed)  # another generator than the page's: the same dice, other rolls
shaping = {"do_sample": True, "temperature": float(temperature)} if temperature else {"do_sample": False}
settings = {"max_new_tokens": 129, "eos_token_id": end, "pad_token_id": end, "top_k": 0}
made = model.generate(ids, attention_mask=torch.ones_like(ids), **shaping, **settings)[0, ids.shape[1] :].tolist()
tune = tokenizer.convert_ids_to_tokens(made)
print(" ".join(token.strip("<>") for token in tune))
