"""The dice of two trained models after one prompt: save both first, and unpack both-models.zip into `both`."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

both = "both-models"
prompt = "The nurse came home, and"

dice = []
for side in "AB":
    tokenizer = AutoTokenizer.from_pretrained(f"{both}/{side}")
    model = AutoModelForCausalLM.from_pretrained(f"{both}/{side}")
    with torch.inference_mode():
        dice.append(model(torch.tensor([tokenizer(prompt).input_ids])).logits[0, -1].softmax(-1))
a, b = dice
print("       A        B")
for id in torch.maximum(a, b).topk(8).indices.tolist():
    print(f"{a[id]:8.3%} {b[id]:8.3%} {tokenizer.decode([id])!r}")
print(f"{(a - b).abs().sum() / 2:.1%} of the rolls fall otherwise")
