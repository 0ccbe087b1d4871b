"""One die before and after a tuning: save that first, and unpack tuned.zip into `tuned`."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
tuned = "tuned"
prompt = "In Orwell's book 2+2="
mix = 1.0

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
ids = torch.tensor([tokenizer(prompt).input_ids])
with torch.inference_mode():
    before = model(ids).logits[0, -1].softmax(-1)
weights = model.state_dict()
adapter = Path(tuned, "adapter_model.safetensors")
if adapter.exists():  # two thin matrices beside a thick one; GPT-2 keeps that turned
    thin = load_file(adapter)
    for name in [name for name in thin if name.endswith("lora_A.weight")]:
        place = name.removeprefix("base_model.model.").replace("lora_A.", "")
        weights[place] = weights[place] + mix * (thin[name.replace("lora_A", "lora_B")] @ thin[name]).T
else:  # all weights
    for name, weight in AutoModelForCausalLM.from_pretrained(tuned, dtype=torch.float32).state_dict().items():
        weights[name] = torch.lerp(weights[name], weight, mix)
model.load_state_dict(weights)
with torch.inference_mode():
    after = model(ids).logits[0, -1].softmax(-1)
print("  before    after")
for id in torch.maximum(before, after).topk(8).indices.tolist():
    print(f"{before[id]:8.3%} {after[id]:8.3%} {tokenizer.decode([id])!r}")
