"""Read and write a checkpoint as an ordinary Hugging Face folder of the GPT-2 family.

Weights come from safetensors only: opening a folder runs no code of it.
"""

import json
from hashlib import sha256
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from model.core import sound
from model.core.config import ModelConfig
from model.core.transformer import ACTIVATIONS, Transformer
from model.core.vocabulary import EOT, PAD, Vocabulary
from model.core.written import write_text, written
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
    values = sound.settings(folder)
    sound.check_tokenizer(folder)
    if values.get("model_type") != "gpt2":
        raise ValueError(f"{folder} holds a {values.get('model_type')} model; only gpt2 can be opened")
    if (activation := values.get("activation_function", "gelu_new")) not in ACTIVATIONS:
        raise ValueError(f"activation is {activation}; known are {', '.join(ACTIVATIONS)}")
    for name, value in FIXED.items():
        if values.get(name, value) != value:
            raise ValueError(f"{name} is {values[name]}; only {value} can be computed")
    sound.check_sizes(values)
    config = ModelConfig.from_dict({"activation_function": "gelu_new"} | values)
    sound.check_weights(folder, values, shapes(config))
    transformer = from_hugging_face(read_weights(folder), config)
    check_numbers(transformer)
    vocabulary = read_vocabulary(folder / "tokenizer.json", config.vocab_size)
    return transformer, vocabulary, values


def shapes(config: ModelConfig) -> dict[str, tuple[int, ...]]:
    """Names and shapes of the tensors in such a checkpoint, as Hugging Face lays them out, without `transformer.`."""
    C, inner = config.n_embd, config.inner
    norm = {"weight": (C,), "bias": (C,)}
    linear = {"attn.c_attn": (C, 3 * C), "attn.c_proj": (C, C), "mlp.c_fc": (C, inner), "mlp.c_proj": (inner, C)}
    layer = {f"{name}.{part}": shape for name in ("ln_1", "ln_2") for part, shape in norm.items()}
    layer |= {f"{name}.weight": shape for name, shape in linear.items()}
    layer |= {f"{name}.bias": shape[1:] for name, shape in linear.items()}
    tables = {"wte.weight": (config.vocab_size, C), "wpe.weight": (config.n_positions, C)}
    layers = {f"h.{i}.{name}": shape for i in range(config.n_layer) for name, shape in layer.items()}
    return tables | layers | {f"ln_f.{part}": shape for part, shape in norm.items()}


def check_numbers(transformer: Transformer) -> None:
    """Raise ValueError for weights that are no numbers, and for tables that hold nothing but zeros."""
    for name, weight in transformer.state_dict().items():
        if not torch.isfinite(weight).all():
            raise ValueError(f"{name} holds NaN or infinity: this training failed, or the file is damaged")
        if weight.dim() > 1 and not weight.any():
            raise ValueError(f"{name} holds nothing but zeros: this model was never trained, or the file is damaged")


def read_vocabulary(file: Path, size: int) -> Vocabulary:
    """The tokenizer of a model with so many rows. Raises ValueError if it is damaged, or does not belong to it."""
    try:
        vocabulary = Vocabulary.load(file, size)
    except Exception as error:  # tokenizers has no kind of its own
        raise ValueError(f"tokenizer.json is no tokenizer that can be opened: {str(error)[:80]}") from None
    if len(vocabulary) > size:
        raise ValueError(f"tokenizer.json has {len(vocabulary):,} tokens; the weights have {size:,}")
    if size - vocabulary.known > max(127, size // 10):  # fewer are rows that fill a table up to a round number
        raise ValueError(
            f"tokenizer.json has {vocabulary.known:,} tokens and the weights {size:,}: it is another model's"
        )
    return vocabulary


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
    written(folder / "model.safetensors", lambda new: save_file(weights, new, metadata={"format": "pt"}))
    written(folder / "tokenizer.json", lambda new: vocabulary.tokenizer.save(str(new)))
    pad = PAD if vocabulary.has_pictures else EOT
    settings = {
        "config.json": transformer.config.to_dict() | {"pad_token_id": pad, "training": facts},
        "generation_config.json": {"do_sample": True, "temperature": 0.8, "eos_token_id": EOT, "pad_token_id": pad},
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "bos_token": NAMED[0],
            "eos_token": NAMED[0],
            "pad_token": NAMED[pad],
            "model_max_length": transformer.config.n_positions,
            "clean_up_tokenization_spaces": False,
        },
    }
    for name, values in settings.items():
        write_text(folder / name, json.dumps(values, indent=2) + "\n")


def checksum(transformer: Transformer) -> str:
    """Sixteen letters that belong to these very weights, as a folder keeps them."""
    told = sha256()
    for weight in transformer.state_dict().values():
        told.update(weight.detach().cpu().half().contiguous().numpy().tobytes())
    return told.hexdigest()[:16]


def total(facts: dict, name: str) -> float:
    """Steps, tokens or seconds of a training and of those before it whose weights it went on from."""
    return facts[name] + (total(facts["before"], name) if facts.get("before") else 0)
