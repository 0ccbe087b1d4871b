"""A guest is opened only if what the page says of any model is true of it: its parts add up to its scores."""

from dataclasses import replace
from functools import partial

import torch
from torch import Tensor

from model.core.transformer import Record
from model.guests.machine import Guest

TOKENS, TOLERANCE = 8, 1e-4  # of a trial; difference, as a share of the largest number


@torch.inference_mode()
def prove(guest: Guest, plain: Tensor) -> None:
    """Raise ValueError, which says what does not add up, unless this is shown truly.

    `plain` are the scores (1, T, V) of `trial` by the model as transformers runs it.
    """
    ids, record = trial(guest.config.vocab_size), Record()
    same("its scores when it is looked into", guest(ids, record=record), plain)
    same("the scores of the last norm and the output matrix", guest.read_out(record["resid"][-1]), plain)
    later = ids.clone()
    later[0, -1] = ids[0, 0]
    same("the scores before a token that was exchanged", guest(later)[:, :-1], plain[:, :-1])
    embed, token, position = (record[name][0] for name in ("embed", "token", "position"))
    if guest.wpe is not None:
        same("the row of the table of positions", guest.wpe.weight[: ids.size(1)], position)
        same("the embedding, token + position,", token + position, embed)
    else:
        same("the embedding, which is the token's row,", token, embed)
    for layer in range(guest.config.n_layer):
        add_up(guest, layer, record)
    guest.config = replace(guest.config, parallel=is_parallel(guest, ids, record["mlp"][0]))


def trial(vocab_size: int) -> Tensor:
    """Ids (1, T) on which a model is tried."""
    return torch.arange(1, TOKENS + 1)[None] * 7 % vocab_size


def add_up(guest: Guest, layer: int, record: Record) -> None:
    """Raise ValueError unless a layer's stream is what came in and what its parts write."""
    came = record["embed"][0] if layer == 0 else record["resid"][layer - 1]
    mid, after, part = record["resid_mid"][layer], record["resid"][layer], guest.layers[layer]
    heads = (record["z"][layer][0] @ guest.out(layer)).sum(0) + (0 if part.last.bias is None else part.last.bias)
    same(f"in layer {layer} the stream + what its heads write", came + heads, mid)
    same(f"in layer {layer} the stream + what its network writes", mid + record["mlp"][layer], after)


def is_parallel(guest: Guest, ids: Tensor, mlp: Tensor) -> bool:
    """Whether the network of layer 0 reads the stream before attention: another one behind it changes nothing."""
    record = Record({("resid_mid", 0): [partial(torch.add, other=mlp.flip(-1) + 1)]})
    guest.stream(ids, record=record)
    return torch.equal(record["mlp"][0], mlp)


def same(what: str, found: Tensor, wanted: Tensor) -> None:
    """Raise ValueError unless both are equal but for rounding."""
    apart = float((found - wanted).abs().max() / wanted.abs().max())
    if not apart <= TOLERANCE:
        raise ValueError(f"{what} is {apart:.1%} off: something stands between that is not shown here")
