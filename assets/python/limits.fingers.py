# Fingers: a picture of 16 x 16 pixels of your caption, on which you can count them.

case = "a hand with seven fingers"
temperature = 1.0
seed = 7

caption = tokenizer(case).input_ids
image, pad = tokenizer.convert_tokens_to_ids(["<image>", "<pad>"])
ids = torch.tensor([[pad] * (31 - len(caption)) + [*caption, image]])
others = sorted(set(range(len(tokenizer))) - set(range(16, 32)))  # whatever is no colour
torch.manual_seed(seed)  # another generator than the page's: the same die, other rolls
shaping = {"do_sample": True, "temperature": float(temperature)} if temperature else {"do_sample": False}
settings = {"max_new_tokens": 256, "suppress_tokens": others, "eos_token_id": None, "pad_token_id": pad, "top_k": 0}
painted = model.generate(ids, attention_mask=torch.ones_like(ids), **shaping, **settings)[0, 32:] - 16
for row in painted.view(16, 16).tolist():
    print("".join("0123456789abcdef"[colour] for colour in row))
