"""Whether a folder can hold what it says, before anything is allocated for it: settings, and the heads of its files."""

import json
import math
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

SETTINGS_BYTES, HEAD_BYTES, TOKENIZER_BYTES = 2**20, 10**8, 2**28  # of files; more is no such file
MOST = {"vocab_size": 2**21, "n_positions": 2**20, "n_embd": 2**16, "n_layer": 2**10, "n_head": 2**10, "n_inner": 2**20}
WIDTHS = {"F16": 2, "BF16": 2, "F32": 4, "F64": 8}  # bytes of the kinds of numbers that weights may be


def settings(folder: Path) -> dict[str, Any]:
    """What `config.json` says. Raises ValueError if the folder has none, or it is no JSON object."""
    file = folder / "config.json"
    if not file.is_file():
        raise ValueError(f"{folder} has no config.json; a Hugging Face folder with safetensors is needed")
    return read_object(file, SETTINGS_BYTES)


def read_object(file: Path, most: int) -> dict[str, Any]:
    """A JSON object of a file of at most `most` bytes; else ValueError, which says what is wrong."""
    try:
        if file.stat().st_size > most:
            raise ValueError(f"{file.name} has {file.stat().st_size:,} bytes; at most {most:,} are read")
        values = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"{file.name} cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise ValueError(f"{file.name} is damaged: it is not JSON; copy the folder again") from None
    if not isinstance(values, dict):
        raise ValueError(f"{file.name} is no settings: an object of names and values is needed")
    return values


def check_sizes(values: dict[str, Any]) -> None:
    """Raise ValueError unless the sizes in `config.json` are numbers that a model can have."""
    for name, most in MOST.items():
        value = values.get(name)
        if value is None and (name == "n_inner" or name not in values):
            continue
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise ValueError(f"{name} in config.json is a whole number from 1 to {most:,}, not {str(value)[:60]}")
    epsilon = values.get("layer_norm_epsilon", 1e-5)
    if not isinstance(epsilon, int | float) or isinstance(epsilon, bool) or not 0 < epsilon < 1:
        raise ValueError(f"layer_norm_epsilon in config.json is a number between 0 and 1, not {str(epsilon)[:60]}")


def head(file: Path) -> dict[str, tuple[int, ...]]:
    """Shapes of the tensors that a safetensors file holds. Raises ValueError if it is damaged or cut off."""
    damaged = f"{file.name} is damaged or cut off: copy it again"
    try:
        with file.open("rb") as opened:
            size = file.stat().st_size
            first = opened.read(8)
            length = struct.unpack("<Q", first)[0] if len(first) == 8 else HEAD_BYTES + 1
            if length > min(HEAD_BYTES, size - 8):
                raise ValueError(damaged)
            told = json.loads(opened.read(length))
        told.pop("__metadata__", None)
        ends = [entry["data_offsets"][1] for entry in told.values()]
        kinds = {entry["dtype"] for entry in told.values()}
        shapes = {name: tuple(map(int, entry["shape"])) for name, entry in told.items()}
    except OSError as error:
        raise ValueError(f"{file.name} cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError, KeyError, TypeError, AttributeError, IndexError):
        raise ValueError(damaged) from None
    if strange := sorted(map(str, kinds - WIDTHS.keys())):
        raise ValueError(f"{file.name} holds numbers of the kind {strange[0][:20]}; weights are {', '.join(WIDTHS)}")
    if max(ends, default=0) + 8 + length != size:
        raise ValueError(damaged)
    return shapes


def check_weights(folder: Path, values: dict[str, Any], wanted: dict[str, tuple[int, ...]]) -> None:
    """Raise ValueError unless the files hold every tensor in `wanted`, of its shape; only their heads are read."""
    files = sorted(folder.glob("model*.safetensors"))
    if not files:
        raise ValueError(f"{folder} has no safetensors file; other formats are not opened")
    held: dict[str, tuple[int, ...]] = {}
    for file in files:
        held |= {name.removeprefix("transformer."): shape for name, shape in head(file).items()}
    if missing := sorted(wanted.keys() - held.keys()):
        many = "weights" if len(missing) > 1 else "weight"
        raise ValueError(f"the checkpoint lacks {len(missing)} {many}, the first is {missing[0]}")
    for name, shape in wanted.items():
        if held[name] != shape:
            raise ValueError(f"{name} is {held[name]}; config.json says {shape}")


def check_tokenizer(folder: Path) -> None:
    """Raise ValueError unless `tokenizer.json` is there and is JSON."""
    if not (folder / "tokenizer.json").is_file():
        raise ValueError(f"{folder} has no tokenizer.json; a Hugging Face folder with safetensors is needed")
    read_object(folder / "tokenizer.json", TOKENIZER_BYTES)


def trained(values: dict[str, Any]) -> dict[str, Any]:
    """The settings; without what they say of their training where that is not in the form that we write it."""
    told = values.get("training")
    while told:
        numbers = isinstance(told, dict) and all(is_number(told.get(name)) for name in ("seconds", "tokens", "steps"))
        if not numbers or not isinstance(told.get("hardware"), str):
            return {name: value for name, value in values.items() if name != "training"}
        told = told.get("before")
    return values


def is_number(value: Any) -> bool:
    """Whether it is a number that can be one of seconds, tokens or steps."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value >= 0


def beside(read: Callable, folder: Path, *given: Any) -> Any:
    """What lies beside the weights. Raises ValueError, which says what is damaged, whatever is wrong with it."""
    try:
        return read(folder, *given)
    except Exception as error:
        what = read.__module__.rpartition(".")[2]
        said = str(error).splitlines()[0][:80] if str(error) else type(error).__name__
        raise ValueError(f"what lies beside the weights is damaged ({what}: {said}); copy the folder again") from None
