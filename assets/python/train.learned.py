"""What a trained model of one's own writes: save it first, and unpack your-model.zip into `mine`."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

mine = "your-model"
beginning = "Once upon a time"
seed = 1

tokenizer = AutoTokenizer.from_pretrained(mine)
model = AutoModelForCausalLM.from_pretrained(mine)
ids = torch.tensor([tokenizer(beginning).input_ids])
with torch.inference_mode():
    die = model(ids).logits[0, -1].softmax(-1).topk(8)
for chance, id in zip(die.values, die.indices, strict=True):
    print(f"{chance:8.3%} {tokenizer.decode([id])!r}")
torch.manual_seed(seed)  # another generator than the page's: the same dice, other rolls
room = min(24, model.config.max_position_embeddings - ids.shape[1])
made = model.generate(ids, attention_mask=torch.ones_like(ids), do_sample=True, temperature=0.8, max_new_tokens=room)
print(tokenizer.decode(made[0]))
