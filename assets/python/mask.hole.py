"""One token of a text hidden: what a model says of it that looks back only, and one that looks both ways."""

import torch
from transformers import AutoTokenizer, GPT2LMHeadModel

folder = "assets/model"
masked = "assets/masked"
text = "Mira has a red kite and a blue cup. Her kite is red."
token = -1  # where looking both ways helps most, of the first 64

tokenizer = AutoTokenizer.from_pretrained(folder)
ids = tokenizer(text).input_ids
begin, hidden = tokenizer.convert_tokens_to_ids(["<eot>", "<mask>"])
places = [token] if token >= 0 else range(min(64, len(ids)))
causal = GPT2LMHeadModel.from_pretrained(folder).eval()
free = GPT2LMHeadModel.from_pretrained(masked, attn_implementation="eager").eval()
everything = torch.zeros(1, 1, len(ids) + 1, len(ids) + 1)  # an attention mask that hides nothing
found = []
with torch.inference_mode():
    for place in places:
        back = causal(torch.tensor([ids[:place] or [begin]])).logits[0, -1]
        read = [begin, *ids]
        read[place + 1] = hidden
        both = free(torch.tensor([read]), attention_mask=everything).logits[0, place]  # of the place before it
        found.append((place, back.softmax(-1), both.softmax(-1)))
token, back, both = max(found, key=lambda each: each[2][ids[each[0]]] - each[1][ids[each[0]]])
for name, chances in (("looking back", back), ("looking both ways", both)):
    print(f"{name}: {chances[ids[token]]:.3%} for {tokenizer.decode(ids[token])!r}")
    for id in chances.topk(8).indices.tolist():
        print(f"{chances[id]:8.3%} {tokenizer.decode([id])!r}")
