"""What the model would say after each layer if no other followed: the logit lens (nostalgebraist 2020)."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "Mira has a red kite and a blue cup. Her kite is"
token = 12

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
ids = tokenizer(text, return_tensors="pt").input_ids
with torch.inference_mode():
    *streams, last = model(ids, output_hidden_states=True).hidden_states
    streams = [model.transformer.ln_f(stream) for stream in streams] + [last]  # the last has its norm already
    chances = [model.lm_head(stream[0, token]).softmax(-1) for stream in streams]
for layer, row in enumerate(chances):
    best = int(row.argmax())
    print(f"after {layer} layers: {tokenizer.decode([best])!r} {row[best]:.1%}")
