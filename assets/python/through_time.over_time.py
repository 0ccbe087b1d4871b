"""One prompt, asked of every step of the training that was kept whole: the likeliest next tokens."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
text = "Mira has a red kite and a blue cup. Her kite is"

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
ids = tokenizer(text, return_tensors="pt").input_ids
turned = ("attn.c_attn.weight", "attn.c_proj.weight", "mlp.c_fc.weight", "mlp.c_proj.weight")  # as GPT-2 keeps them
dice = {}
for file in sorted(Path(folder, "history").glob("step-*.safetensors")):
    packed = load_file(file)
    weights = {}
    for name, weight in packed.items():
        if not name.endswith(".scale"):  # a row of 8-bit numbers has one scale
            whole = weight.float() * packed[f"{name}.scale"].float() if weight.dtype == torch.int8 else weight.float()
            weights[f"transformer.{name}"] = whole.T if name.endswith(turned) else whole
    model.load_state_dict(weights, strict=False)
    with torch.inference_mode():
        likeliest = model(ids).logits[0, -1].softmax(-1).topk(3)
    dice[int(file.stem.removeprefix("step-"))] = likeliest
    for p, id in zip(likeliest.values, likeliest.indices, strict=True):
        print(file.stem, repr(tokenizer.decode(id)), round(p.item(), 4))
