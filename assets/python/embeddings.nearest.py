"""The tokens whose embeddings point most nearly where that of one token of a text does: by cosine."""

from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "Mira has a red kite and a blue cup. Her kite is"
token = 4

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder)
id = tokenizer(text).input_ids[token]
table = model.get_input_embeddings().weight.detach()
units = table / table.norm(dim=1, keepdim=True)
cosines = units @ units[id]
cosines[id] = -2  # not itself
found = cosines.topk(8)
for other, cosine in zip(found.indices.tolist(), found.values.tolist(), strict=True):
    print(f"{cosine:.3f} {tokenizer.decode([other])!r}")
