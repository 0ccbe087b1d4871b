"""One die before and after a tuning: save that first, and unpack tuned.zip into `tuned`."""

from pathlib import Path

tuned = "tuned"
prompt = "In Orwell's book 2+2="
mix = 1.0

before = chances(prompt)
if Path(tuned, "adapter_model.safetensors").exists():
    adapt(tuned, mix)
else:  # all weights
    weights = model.state_dict()
    for name, weight in AutoModelForCausalLM.from_pretrained(tuned, dtype=torch.float32).state_dict().items():
        weights[name] = torch.lerp(weights[name], weight, mix)
    model.load_state_dict(weights)
after = chances(prompt)
print("  before    after")
for id in torch.maximum(before, after).topk(8).indices.tolist():
    print(f"{before[id]:8.3%} {after[id]:8.3%} {tokenizer.decode([id])!r}")
