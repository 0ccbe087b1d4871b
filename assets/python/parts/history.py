from pathlib import Path

from safetensors.torch import load_file


def steps():
    """Each step of the training that was kept whole; then the model has its weights."""
    turned = ("attn.c_attn.weight", "attn.c_proj.weight", "mlp.c_fc.weight", "mlp.c_proj.weight")  # as GPT-2 keeps them
    for file in sorted(Path(folder, "history").glob("step-*.safetensors")):
        packed = load_file(file)
        weights = {}
        for name, weight in packed.items():
            if not name.endswith(".scale"):  # a row of 8-bit numbers has one scale
                scale = packed[f"{name}.scale"].float() if weight.dtype == torch.int8 else 1
                whole = weight.float() * scale
                weights[f"transformer.{name}"] = whole.T if name.endswith(turned) else whole
        model.load_state_dict(weights, strict=False)
        yield int(file.stem.removeprefix("step-"))
