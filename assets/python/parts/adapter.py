import json
from pathlib import Path

from safetensors.torch import load_file


def adapt(adapter, share=1.0):
    """Mix an adapter into the model: W + B A, two thin matrices beside a thick one, and rows of the table, if any."""
    thin = {name: weight.float() for name, weight in load_file(Path(adapter, "adapter_model.safetensors")).items()}
    weights = model.state_dict()
    for name in [name for name in thin if name.endswith("lora_A.weight")]:
        place = name.removeprefix("base_model.model.").replace("lora_A.", "")
        added = thin[name.replace("lora_A", "lora_B")] @ thin[name]
        weights[place] = weights[place] + share * added.T  # GPT-2 keeps W turned
    learned = json.loads(Path(adapter, "adapter_config.json").read_text()).get("trainable_token_indices")
    if learned:  # whole rows, not what is added
        table = weights["transformer.wte.weight"].clone()
        table[learned["wte"]] = thin["base_model.model.transformer.wte.token_adapter.trainable_tokens_delta"]
        weights["transformer.wte.weight"] = weights["lm_head.weight"] = table
    model.load_state_dict(weights)
