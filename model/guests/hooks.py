"""Permanent hooks that keep what a pass computes outside attention, and change it where edits say so.

They are installed once and ask a context variable for the pass of their thread; without one they do nothing.
Shapes: B batch, T tokens, C channels.
"""

from contextvars import ContextVar
from functools import partial

import torch
from torch import Tensor, nn

from model.core.transformer import keep
from model.guests.attention import RECORD

STREAM: ContextVar[Tensor | None] = ContextVar("stream", default=None)  # (B, T, C) what entered the layer that runs


def entered(layer: int, module: nn.Module, args: tuple, kwargs: dict) -> tuple | None:
    """Before a layer: the stream that enters it; into the first one, the embedding."""
    if (record := RECORD.get()) is None:
        return None
    x = args[0] if args else kwargs["hidden_states"]
    x = keep(record, "embed", x) if layer == 0 else x
    STREAM.set(x)
    return ((x, *args[1:]), kwargs) if args else (args, kwargs | {"hidden_states": x})


def attended(module: nn.Module, args: tuple, output: tuple) -> tuple | None:
    """After attention: a change of the stream is a change of what attention writes."""
    if (record := RECORD.get()) is None:
        return None
    x, writes = STREAM.get(), output[0]
    mid = x + writes
    changed = record.keep("resid_mid", mid)
    return None if changed is mid else (changed - x, *output[1:])


def fired(module: nn.Module, args: tuple) -> tuple | None:
    """Before the last matrix of a network: what goes in are the neurons."""
    if (record := RECORD.get()) is None:
        return None
    x = args[0]
    return (record.keep("neurons", in_rows(x)).view(x.shape),)


def kept(name: str, module: nn.Module, args: tuple, output: Tensor | tuple) -> Tensor | tuple | None:
    """After a module: what it gives is `name`."""
    if (record := RECORD.get()) is None:
        return None
    x = output[0] if isinstance(output, tuple) else output
    x = record.keep(name, in_rows(x)).view(x.shape)
    return (x, *output[1:]) if isinstance(output, tuple) else x


def in_rows(x: Tensor) -> Tensor:
    """`x` as (B, T, …): some networks put all tokens of a batch one below the other."""
    return x.view(*STREAM.get().shape[:2], -1)


def looked_up(alone: bool, module: nn.Module, args: tuple, output: Tensor) -> Tensor | None:
    """After the table of tokens; `alone`: no table of positions follows."""
    if (record := RECORD.get()) is None:
        return None
    if alone:
        record.keep("position", torch.zeros_like(output[0]))
    return record.keep("token", output)


def placed(module: nn.Module, args: tuple, output: Tensor) -> Tensor | None:
    """After the table of positions."""
    if (record := RECORD.get()) is None:
        return None
    first = output if output.ndim == 2 else output[0]  # the same for each text of a batch
    return record.keep("position", first).expand_as(output)


def watch_layer(i: int, layer: nn.Module, attention: nn.Module, down: nn.Module) -> None:
    """Install the hooks of a layer; `down` is the last matrix of its network."""
    layer.register_forward_pre_hook(partial(entered, i), with_kwargs=True)
    attention.register_forward_hook(attended)
    down.register_forward_pre_hook(fired)
    down.register_forward_hook(partial(kept, "mlp"))
    layer.register_forward_hook(partial(kept, "resid"))


def watch_tables(wte: nn.Module, wpe: nn.Module | None) -> None:
    """Install the hooks of the tables of tokens and of positions."""
    wte.register_forward_hook(partial(looked_up, wpe is None))
    if wpe is not None:
        wpe.register_forward_hook(placed)
