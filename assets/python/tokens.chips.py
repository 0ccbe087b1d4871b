"""The tokens of a text, with their ids."""

from transformers import AutoTokenizer

folder = "assets/model"
text = "Mira has a red kite and a blue cup. Her kite is"

tokenizer = AutoTokenizer.from_pretrained(folder)
ids = tokenizer(text).input_ids
for id in ids:
    print(id, repr(tokenizer.decode([id])))
