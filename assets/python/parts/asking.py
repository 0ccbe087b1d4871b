import math


@torch.inference_mode()
def chances(prompt):
    """The chance of each token to come next."""
    return model(torch.tensor([tokenizer(prompt).input_ids])).logits[0, -1].softmax(-1)


@torch.inference_mode()
def bits(prompt, text):
    """How surprising a text is after a prompt."""
    ids, more = tokenizer(prompt).input_ids, tokenizer(text).input_ids
    logs = model(torch.tensor([ids + more])).logits[0, len(ids) - 1 : -1].log_softmax(-1)
    return -logs[torch.arange(len(more)), more].sum().item() / math.log(2)


def written(prompt, tokens, temperature=0, seed=0):
    """What it writes up to the end of a document: rolled, or without a temperature the likeliest token each time."""
    ids = torch.tensor([tokenizer(prompt).input_ids])
    torch.manual_seed(seed)  # another generator than the page's: the same dice, other rolls
    dice = {"do_sample": True, "temperature": float(temperature), "top_k": 0} if temperature else {"do_sample": False}
    made = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=tokens, **dice)
    return tokenizer.decode(made[0, ids.shape[1] :]).partition("<eot>")[0]
