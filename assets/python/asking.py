"""One case of a claim, asked of the model by transformers alone."""

import math

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()


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


def written(prompt, tokens):
    """What it writes, the likeliest token each time, up to the end of a document."""
    ids = torch.tensor([tokenizer(prompt).input_ids])
    made = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=tokens, do_sample=False)
    return tokenizer.decode(made[0, ids.shape[1] :]).partition("<eot>")[0]
