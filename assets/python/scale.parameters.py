"""How many numbers each part of the model has."""

from transformers import AutoModelForCausalLM

folder = "assets/model"

model = AutoModelForCausalLM.from_pretrained(folder)
parts = {"wte": 0, "wpe": 0, "ln_": 0, "attn": 0, "mlp": 0}
for name, weight in model.named_parameters():
    parts[next(part for part in parts if part in name)] += weight.numel()
for part, count in parts.items():
    print(f"{part:5}{count:12,}")
print(f"all  {sum(parts.values()):12,}")
