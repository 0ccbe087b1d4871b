"""Take a cause away: a pass with changes, each said in one line of text.

    head 3.1 off                  head 1 of layer 3 writes nothing
    head 3.1 mean                 it writes at every token what it writes on average over this text
    feed-forward 2 off            and `mean`: the same for the feed-forward network of a layer
    edge 3.1 12>5                 in that head token 12 cannot look at token 5; the others share its weight
    token 4 as 517                token 4 is read with the embedding of id 517
    swap 3 5                      tokens 3 and 5 change places
    positions off                 no token knows its place; `shuffled`: each has another's
    positions shifted 10          every token believes it stands 10 places later
    patch 3 12<4 from Some text   after layer 3, token 12 carries what token 4 of the other text carries there
    number neurons 2 12 40 = 2.5  one number of the pass is set by hand

Cutting an edge: Geva et al. 2023. Patching: Meng et al. 2022. Layers, heads and tokens count from 0.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from model.core.config import within
from model.core.transformer import Edits

if TYPE_CHECKING:
    from model.language_model import LanguageModel

MOST = 32  # edits of one pass
LARGEST = 1e6  # a number set by hand
AXES = {  # what can be set by hand, and how it is indexed
    "embed": ("token", "channel"),
    "q": ("layer", "head", "token", "head channel"),
    "k": ("layer", "head", "token", "head channel"),
    "v": ("layer", "head", "token", "head channel"),
    "z": ("layer", "head", "token", "head channel"),
    "neurons": ("layer", "token", "neuron"),
    "mlp": ("layer", "token", "channel"),
    "resid_mid": ("layer", "token", "channel"),
    "resid": ("layer", "token", "channel"),
}
Place = tuple[str, int]  # name of a tensor of the pass, and its layer
Edit = tuple[Place, Callable[[Tensor], Tensor]]


def put(index: tuple, value: Tensor | float, tensor: Tensor) -> Tensor:
    """A copy of `tensor` that holds `value` at `index`."""
    changed = tensor.clone()
    changed[index] = value
    return changed


def reorder(order: Tensor, dim: int, tensor: Tensor) -> Tensor:
    """`tensor` with its first parts along `dim` in `order`; the later ones stay (a text may have grown)."""
    rest = torch.arange(len(order), tensor.size(dim))
    return tensor.index_select(dim, torch.cat([order, rest]))


def average(index: tuple, dim: int, tensor: Tensor) -> Tensor:
    """A copy of `tensor` whose part at `index` is its own mean over the tokens, `dim`, everywhere."""
    return put(index, tensor[index].mean(dim, keepdim=True), tensor)


class Reader:
    """Reads the edits of one pass over `n_tokens` tokens."""

    def __init__(self, lm: "LanguageModel", n_tokens: int):
        self.lm, self.n_tokens, config = lm, n_tokens, lm.config
        self.counts = {
            "layer": config.n_layer,
            "head": config.n_head,
            "token": n_tokens,
            "channel": config.n_embd,
            "head channel": config.head_width,
            "neuron": config.inner,
        }

    def read(self, line: str) -> Edit:
        """The edit that `line` says. Raises ValueError that says what was given and what fits."""
        for form, make in FORMS.items():
            if found := re.fullmatch(form, line, re.ASCII):
                return make(self, *found.groups())
        raise ValueError(f"{line[:80]!r} is no edit; one looks like 'head 3.1 off' or 'token 4 as 517'")

    def check(self, name: str, value: str) -> int:
        """`value` as an index along the axis `name`."""
        return within(name, int(value), self.counts[name])

    def head(self, layer: str, head: str, how: str) -> Edit:
        place, index = ("z", self.check("layer", layer)), (slice(None), self.check("head", head))
        return place, partial(put, index, 0.0) if how == "off" else partial(average, index, 1)

    def feed_forward(self, layer: str, how: str) -> Edit:
        place = "mlp", self.check("layer", layer)
        return place, torch.zeros_like if how == "off" else partial(average, (slice(None),), 1)

    def edge(self, layer: str, head: str, query: str, key: str) -> Edit:
        q, k = self.check("token", query), self.check("token", key)
        if k > q:
            raise ValueError(f"token {q} never looks at token {k}: it comes later")
        if q == 0:
            raise ValueError("token 0 has only itself to look at; that edge cannot be cut")
        index = slice(None), self.check("head", head), q, k
        return ("scores", self.check("layer", layer)), partial(put, index, -math.inf)

    def token(self, token: str, id: str) -> Edit:
        vector = self.lm.transformer.wte.weight[within("id", int(id), self.lm.config.vocab_size)]
        return ("token", 0), partial(put, (slice(None), self.check("token", token)), vector)

    def swap(self, one: str, other: str) -> Edit:
        order, i, j = torch.arange(self.n_tokens), self.check("token", one), self.check("token", other)
        order[[i, j]] = order[[j, i]]
        return ("token", 0), partial(reorder, order, 1)

    def positions(self, how: str) -> Edit:
        if how == "off":
            return ("position", 0), torch.zeros_like
        order = torch.randperm(self.n_tokens, generator=torch.Generator().manual_seed(0))
        return ("position", 0), partial(reorder, order, 0)

    def shifted(self, by: str) -> Edit:
        table = self.lm.transformer.wpe.weight
        within("shift", int(by), len(table) - self.n_tokens + 1)
        return ("position", 0), lambda tensor: table[int(by) : int(by) + len(tensor)]

    def patch(self, layer: str, token: str, source: str, text: str) -> Edit:
        other = self.lm.trace(text)
        at, where = self.check("layer", layer), within("token of the other text", int(source), len(other.ids))
        vector = torch.from_numpy(other.resid[at, where].copy())
        return ("resid", at), partial(put, (slice(None), self.check("token", token)), vector)

    def number(self, name: str, index: str, value: str) -> Edit:
        axes, given = AXES.get(name), re.split(r"[ .]", index)
        if axes is None:
            raise ValueError(f"{name!r} cannot be set by hand; these can: {', '.join(AXES)}")
        if len(given) != len(axes):
            raise ValueError(f"{name} takes {len(axes)} indices, {', '.join(axes)}; {index!r} has {len(given)}")
        if not abs(number := float(value)) <= LARGEST:
            raise ValueError(f"{value} is out of reach; set a number from {-LARGEST:,.0f} to {LARGEST:,.0f}")
        layer, *rest = [self.check(axis, i) for axis, i in zip(axes, given, strict=True)]
        if axes[0] != "layer":
            layer, rest = 0, [layer, *rest]
        return (name, layer), partial(put, (slice(None), *rest), number)


FORMS = {
    r"head (\d{1,4})\.(\d{1,4}) (off|mean)": Reader.head,
    r"feed-forward (\d{1,4}) (off|mean)": Reader.feed_forward,
    r"edge (\d{1,4})\.(\d{1,4}) (\d{1,4})>(\d{1,4})": Reader.edge,
    r"token (\d{1,4}) as (\d{1,6})": Reader.token,
    r"swap (\d{1,4}) (\d{1,4})": Reader.swap,
    r"positions (off|shuffled)": Reader.positions,
    r"positions shifted (\d{1,4})": Reader.shifted,
    r"patch (\d{1,4}) (\d{1,4})<(\d{1,4}) from (.*)": Reader.patch,
    r"number (\w+) (\d{1,4}(?:[ .]\d{1,5})*) = (-?\d{1,9}(?:\.\d{1,9})?)": Reader.number,
}


def read(lm: "LanguageModel", lines: Sequence[str], n_tokens: int) -> Edits:
    """The edits that `lines` say, by the tensor they change, in the given order.

    Raises ValueError for a line that says none, one that does not fit this model or this text, more
    than 32 lines, or edges that leave a token nothing to look at.
    """
    if len(lines) > MOST:
        raise ValueError(f"{len(lines)} edits; at most {MOST} fit")
    reader, edits = Reader(lm, n_tokens), defaultdict(list)
    for line in lines:
        place, change = reader.read(line)
        edits[place].append(change)
    check_edges(lines)
    return edits


def check_edges(lines: Sequence[str]) -> None:
    """Raise ValueError if some token of some head has nothing left to look at."""
    cut = defaultdict(set)
    for line in lines:
        if found := re.fullmatch(r"edge (\d+)\.(\d+) (\d+)>(\d+)", line):
            layer, head, query, key = map(int, found.groups())
            cut[layer, head, query].add(key)
    for (layer, head, query), keys in cut.items():
        if len(keys) == query + 1:
            raise ValueError(f"token {query} has nothing left to look at in head {layer}.{head}; keep one edge")
