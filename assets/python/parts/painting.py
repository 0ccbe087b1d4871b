def captioned(caption, kind="<image>"):
    """32 tokens: padding, the caption, and the token that says what is painted."""
    ids = tokenizer(caption).input_ids
    begins, pad = tokenizer.convert_tokens_to_ids([kind, "<pad>"])
    return [pad] * (31 - len(ids)) + [*ids, begins]


def rolled(caption, temperature, seed, kind="<image>"):
    """The 256 colours behind them, of 16, rolled one by one."""
    ids = torch.tensor([captioned(caption, kind)])
    others = sorted(set(range(len(tokenizer))) - set(range(16, 32)))  # whatever is no colour
    torch.manual_seed(seed)  # another generator than the page's: the same die, other rolls
    dice = {"do_sample": True, "temperature": float(temperature), "top_k": 0} if temperature else {"do_sample": False}
    ends = {"max_new_tokens": 256, "eos_token_id": None, "pad_token_id": tokenizer.convert_tokens_to_ids("<pad>")}
    return model.generate(ids, attention_mask=torch.ones_like(ids), suppress_tokens=others, **dice, **ends)[0, 32:] - 16


def drawn(row):
    """A row of colours, as letters."""
    return "".join("0123456789abcdef"[colour] for colour in row)
