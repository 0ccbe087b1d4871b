"""Open a folder, or an id of the Hugging Face Hub, that holds a causal language model of any kind.

Weights come from safetensors only, and no code that lies beside them is run.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, PreTrainedModel
from transformers.utils import logging as said_by_transformers

from model.guests import needs
from model.guests.machine import Guest
from model.guests.proof import prove, trial
from model.guests.vocabulary import GuestVocabulary

ID = re.compile(r"[\w.-]+(/[\w.-]+)?")
FILES = ["*.json", "*.safetensors", "*.model", "*.txt"]  # what is fetched of an id; no pickles, no code
SAFE = {"trust_remote_code": False, "local_files_only": True}


def fetched(id: str, tell: Callable[[str], None]) -> Path:
    """The folder into which an id of the Hub was fetched, after `tell` heard how much that is.

    Raises ValueError if that fails, or if its weights alone are more than the memory that is free.
    """
    from huggingface_hub import snapshot_download

    if not ID.fullmatch(id):
        raise ValueError(f"there is no folder {id}, and it is no id of the Hugging Face Hub, such as Qwen/Qwen3-0.6B")
    if (n_bytes := listed(id)) is not None:
        tell(f"{id}: {n_bytes / 1e9:.1f} GB of weights, fetched from the Hugging Face Hub unless they were before.")
        needs.check(n_bytes, needs.free_bytes())
    try:
        return Path(snapshot_download(id, allow_patterns=FILES, ignore_patterns=["*/*"]))
    except Exception as error:  # it has dozens of kinds, of three packages
        raise ValueError(f"there is no folder {id}, and the Hugging Face Hub did not give it: {first(error)}") from None


def listed(id: str) -> int | None:
    """Bytes of the weights that the Hub has of an id; None if it cannot be asked: they may have been fetched before."""
    from huggingface_hub import HfApi

    try:
        files = HfApi().model_info(id, files_metadata=True).siblings
    except Exception:  # as above; what is wrong is said when it is fetched
        return None
    return sum(
        file.size or 0 for file in files if file.rfilename.endswith(".safetensors") and "/" not in file.rfilename
    )


def load(folder: Path, tell: Callable[[str], None]) -> tuple[Guest, GuestVocabulary, dict]:
    """The model of a folder, its vocabulary and its name; `tell` hears what it takes before that is spent.

    Raises ValueError, which says why, if it is none that can be shown truly.
    """
    with quiet():
        settings = read(lambda: AutoConfig.from_pretrained(folder, **SAFE), f"{folder} has no settings that are known")
        if getattr(settings, "quantization_config", None):
            raise ValueError(f"{folder} holds weights that were rounded to fewer bits; only whole ones are opened")
        sizes = settings.get_text_config()
        name = type(settings).__name__.removesuffix("Config")  # of transformers itself, not a text of the folder
        needed = needs.needs(folder, sizes.vocab_size, sizes.hidden_size)
        tell(needed.told(name))
        needs.check(needed.memory_bytes, needs.free_bytes())
        tokenizer = cutter(folder)
        model = weights(folder)
        try:
            guest = opened(model)
            vocabulary = GuestVocabulary(tokenizer, guest.config.vocab_size, ends(model))
        except ValueError as error:
            raise ValueError(f"{name} cannot be shown truly: {error}") from None
    return guest, vocabulary, {"name": name}


def cutter(folder: Path) -> Tokenizer:
    """The tokenizer of a folder: its `tokenizer.json`, or what transformers makes of the files of older ones.

    Raises ValueError if there is no fast one.
    """
    refused = f"{folder} has no tokenizer that can be opened"
    if (file := folder / "tokenizer.json").is_file():
        return read(lambda: Tokenizer.from_file(str(file)), refused)
    made = read(lambda: AutoTokenizer.from_pretrained(folder, **SAFE), refused)
    if (backend := getattr(made, "backend_tokenizer", None)) is None:
        raise ValueError(f"{refused}: it has no fast one")
    return backend


def weights(folder: Path) -> PreTrainedModel:
    """The model itself. Raises ValueError if the files lack weights of it."""
    how = {"dtype": torch.float32, "use_safetensors": True, "attn_implementation": "eager", "output_loading_info": True}
    refused = f"{folder} cannot be opened as a causal language model"
    model, told = read(lambda: AutoModelForCausalLM.from_pretrained(folder, **how, **SAFE), refused)
    if lacking := sorted(told["missing_keys"]):
        raise ValueError(f"{folder} lacks {len(lacking)} weights of the model, the first is {lacking[0]}")
    return model


def opened(model: PreTrainedModel) -> Guest:
    """The model under our names, once it has proved itself; it reads so many tokens as can be kept.

    Raises ValueError, which says why, if it cannot be shown truly.
    """
    with torch.inference_mode():
        plain = model.eval()(trial(model.get_input_embeddings().num_embeddings)).logits
    guest = Guest(model)
    prove(guest, plain)
    c = guest.config
    per_token = c.n_layer * (4 * c.n_head * c.head_width + c.inner + 3 * c.n_embd) + 3 * c.n_embd + c.vocab_size
    n_positions = needs.longest(per_token, 2 * c.n_layer * c.n_head, c.reach)
    guest.config = replace(c, n_positions=n_positions)
    return guest


def ends(model: PreTrainedModel) -> list[int]:
    """Ids after which a text is over, as its settings say."""
    told = model.generation_config.eos_token_id
    return [] if told is None else told if isinstance(told, list) else [told]


def read(reading: Callable, refused: str) -> object:
    """What `reading` gives. Raises ValueError that begins with `refused` if it fails, in whatever way."""
    try:
        return reading()
    except Exception as error:  # transformers raises what its dozens of readers raise
        raise ValueError(f"{refused}: {first(error)}") from None


def first(error: Exception) -> str:
    """The first line of what an error says."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)[:200]


@contextmanager
def quiet() -> Iterator[None]:
    """Keep transformers from writing on the screen, where what matters is said as a ValueError."""
    level = said_by_transformers.get_verbosity()
    said_by_transformers.set_verbosity(logging.CRITICAL)
    said_by_transformers.disable_progress_bar()
    try:
        yield
    finally:
        said_by_transformers.set_verbosity(level)
        said_by_transformers.enable_progress_bar()
