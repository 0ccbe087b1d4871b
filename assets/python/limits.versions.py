# Other versions: of how many things each kept step of the training says the right colour.

from pathlib import Path

from safetensors.torch import load_file

case = "I wonder which colour THING has. It is"

things = {"the sky": "blue", "grass": "green", "snow": "white", "blood": "red", "coal": "black"}
things |= {"a ripe tomato": "red", "an elephant": "gray"}
colours = "red blue green yellow white black orange purple pink brown gray navy cyan lime peach tan".split()
faces = [tokenizer(f" {colour}").input_ids[0] for colour in colours]  # the token that each begins with
turned = ("attn.c_attn.weight", "attn.c_proj.weight", "mlp.c_fc.weight", "mlp.c_proj.weight")  # as GPT-2 keeps them
rows = {}
for file in sorted(Path(folder, "history").glob("step-*.safetensors")):
    packed = load_file(file)
    weights = {}
    for name, weight in packed.items():
        if not name.endswith(".scale"):  # a row of 8-bit numbers has one scale
            whole = weight.float() * packed[f"{name}.scale"].float() if weight.dtype == torch.int8 else weight.float()
            weights[f"transformer.{name}"] = whole.T if name.endswith(turned) else whole
    model.load_state_dict(weights, strict=False)
    said = [colours[chances(case.replace("THING", thing))[faces].argmax()] for thing in things]
    right = [a == b for a, b in zip(said, things.values(), strict=True)]
    step = int(file.stem.removeprefix("step-"))
    rows[f"{step:,}"] = sum(right) / len(right)
    print(f"{rows[f'{step:,}']:8.3%} step {step:,}: {', '.join(said)}")
