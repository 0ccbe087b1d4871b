"""Read and write a checkpoint as an ordinary Hugging Face folder of the GPT-2 family.

Weights come from safetensors only: opening a folder runs no code of it.
"""

import json
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from model.core.config import ModelConfig
from model.core.transformer import ACTIVATIONS, Transformer
from model.core.vocabulary import Vocabulary
from model.world.alphabet import NAMED

# Hugging Face's Conv1D keeps (in, out) where nn.Linear keeps (out, in).
TRANSPOSED = ("c_attn.weight", "c_proj.weight", "c_fc.weight")
# Settings that change GPT-2's arithmetic, with the only value that ours computes.
FIXED = {"tie_word_embeddings": True, "scale_attn_weights": True, "scale_attn_by_inverse_layer_idx": False}


def to_hugging_face(transformer: Transformer) -> dict[str, torch.Tensor]:
    """Our weights under GPT2LMHeadModel's names and in its layout."""
    weights = transformer.state_dict().items()
    return {f"transformer.{n}": (w.T if n.endswith(TRANSPOSED) else w) for n, w in weights}


def from_hugging_face(weights: dict[str, torch.Tensor], config: ModelConfig) -> Transformer:
    """A transformer with the weights of a GPT2LMHeadModel, in float32. Raises ValueError if some are missing."""
    transformer = Transformer(config)
    named = {name.removeprefix("transformer."): w.float() for name, w in weights.items()}
    wanted = transformer.state_dict()
    if missing := sorted(wanted.keys() - named.keys()):
        raise ValueError(
            f"the checkpoint lacks {len(missing)} weight{'s'[: len(missing) > 1]}, the first is {missing[0]}"
        )
    # The transposed views stay views: one row times such a matrix takes half the time.
    ours = {n: named[n].T if n.endswith(TRANSPOSED) else named[n] for n in wanted}
    for name, weight in ours.items():
        if weight.shape != wanted[name].shape:
            raise ValueError(f"{name} is {tuple(weight.shape)}; config.json says {tuple(wanted[name].shape)}")
    transformer.load_state_dict(ours, assign=True)
    return transformer.eval().requires_grad_(False)


def is_ours(folder: str | Path) -> bool:
    """Whether `config.json` asks for the arithmetic of our own `Transformer`; the shipped folder and its like do."""
    try:
        values = json.loads((Path(folder) / "config.json").read_text())
    except (OSError, ValueError):
        return False
    fits = all(values.get(name, value) == value for name, value in FIXED.items())
    return values.get("model_type") == "gpt2" and fits and values.get("activation_function", "gelu_new") in ACTIVATIONS


def load(folder: str | Path) -> tuple[Transformer, Vocabulary, dict]:
    """Model, vocabulary and `config.json` of a folder. Raises ValueError if it is no GPT-2 we can run."""
    folder = Path(folder)
    for name in ("config.json", "tokenizer.json"):
        if not (folder / name).is_file():
            raise ValueError(f"{folder} has no {name}; a GPT-2 folder with safetensors is needed")
    values = json.loads((folder / "config.json").read_text())
    if values.get("model_type") != "gpt2":
        raise ValueError(f"{folder} holds a {values.get('model_type')} model; only gpt2 can be opened")
    if (activation := values.get("activation_function", "gelu_new")) not in ACTIVATIONS:
        raise ValueError(f"activation is {activation}; known are {', '.join(ACTIVATIONS)}")
    for name, value in FIXED.items():
        if values.get(name, value) != value:
            raise ValueError(f"{name} is {values[name]}; only {value} can be computed")
    config = ModelConfig.from_dict({"activation_function": "gelu_new"} | values)
    transformer = from_hugging_face(read_weights(folder), config)
    vocabulary = Vocabulary.load(folder / "tokenizer.json", config.vocab_size)
    if len(vocabulary) > config.vocab_size:
        raise ValueError(f"tokenizer.json has {len(vocabulary):,} tokens; the weights have {config.vocab_size:,}")
    return transformer, vocabulary, values


def read_weights(folder: Path) -> dict[str, torch.Tensor]:
    """All tensors of the folder's safetensors files, one or several."""
    files = sorted(folder.glob("model*.safetensors"))
    if not files:
        raise ValueError(f"{folder} has no safetensors file; other formats are not opened")
    weights = {}
    for file in files:
        with safe_open(file, framework="pt") as tensors:
            weights |= {name: tensors.get_tensor(name) for name in tensors.keys()}  # noqa: SIM118
    return weights


def save(folder: str | Path, transformer: Transformer, vocabulary: Vocabulary, facts: dict) -> None:
    """Write the folder; `facts` about the training go into `config.json`.

    Weights are stored as float16, which halves the file; config.json says float32, so that every
    reader computes in float32.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    weights = {n: w.half().contiguous().cpu() for n, w in to_hugging_face(transformer).items()}
    # Beside and then moved: a kill in between leaves the old file whole.
    save_file(weights, folder / "model.safetensors.new", metadata={"format": "pt"})
    (folder / "model.safetensors.new").replace(folder / "model.safetensors")
    vocabulary.tokenizer.save(str(folder / "tokenizer.json"))
    settings = {
        "config.json": transformer.config.to_dict() | {"training": facts},
        "generation_config.json": {"do_sample": True, "temperature": 0.8, "eos_token_id": 0, "pad_token_id": 4},
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "bos_token": NAMED[0],
            "eos_token": NAMED[0],
            "pad_token": NAMED[4],
            "model_max_length": transformer.config.n_positions,
            "clean_up_tokenization_spaces": False,
        },
    }
    for name, values in settings.items():
        (folder / name).write_text(json.dumps(values, indent=2) + "\n")


def total(facts: dict, name: str) -> float:
    """Steps, tokens or seconds of a training and of those before it whose weights it went on from."""
    return facts[name] + (total(facts["before"], name) if facts.get("before") else 0)
