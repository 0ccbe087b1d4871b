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
    weight 2 40 17 = 0.5          neuron 40 of layer 2 weighs channel 17, of what comes in, by 0.5
    bias 2 40 = 0.5               and adds 0.5 to its sum

Cutting an edge: Geva et al. 2023. Patching: Meng et al. 2022. Layers, heads and tokens count from 0.
`FORMS` is the one place that knows how a line is written: it reads lines, writes them, and is what the page draws.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor

from model.core.config import within
from model.core.trace import Trace
from model.core.transformer import Edits, Transformer, put

MOST = 32  # edits of one pass
LARGEST = 1e6  # a number set by hand
AXES = {  # what can be set by hand, and how it is indexed
    "resid": ("layer", "token", "channel"),
    "resid_mid": ("layer", "token", "channel"),
    "mlp": ("layer", "token", "channel"),
    "neurons": ("layer", "token", "neuron"),
    "embed": ("token", "channel"),
    "z": ("layer", "head", "token", "head channel"),
    "q": ("layer", "head", "token", "head channel"),
    "k": ("layer", "head", "token", "head channel"),
    "v": ("layer", "head", "token", "head channel"),
}
FIELDS = {  # name of a field: what may stand there
    "layer": r"\d{1,4}",
    "head": r"\d{1,4}",
    "token": r"\d{1,4}",
    "other": r"\d{1,4}",
    "source": r"\d{1,4}",
    "id": r"\d{1,6}",
    "neuron": r"\d{1,5}",
    "channel": r"\d{1,5}",
    "by": r"\d{1,4}",
    "how": "off|mean",
    "places": "off|shuffled",
    "text": r".*",
    "tensor": r"\w+",
    "index": r"\d{1,4}(?:[ .]\d{1,5})*",
    "value": r"-?\d{1,9}(?:\.\d{1,9})?",
}
FORMS = {  # kind of edit: the line that says it
    "head": "head {layer}.{head} {how}",
    "network": "feed-forward {layer} {how}",
    "edge": "edge {layer}.{head} {token}>{other}",
    "token": "token {token} as {id}",
    "order": "swap {token} {other}",
    "places": "positions {places}",
    "shift": "positions shifted {by}",
    "patch": "patch {layer} {token}<{source} from {text}",
    "number": "number {tensor} {index} = {value}",
    "weight": "weight {layer} {neuron} {channel} = {value}",
    "bias": "bias {layer} {neuron} = {value}",
}


def pattern(form: str) -> re.Pattern:
    """What matches the lines of a form, its fields as named groups."""
    literal = re.split(r"\{(\w+)\}", form)
    parts = [f"(?P<{part}>{FIELDS[part]})" if i % 2 else re.escape(part) for i, part in enumerate(literal)]
    return re.compile("".join(parts), re.ASCII)


PATTERNS = {kind: pattern(form) for kind, form in FORMS.items()}


@dataclass(frozen=True)
class Edit:
    """One change of a pass: its kind, one of FORMS, and what stands in the fields of that form."""

    kind: str
    fields: dict[str, str]

    @classmethod
    def read(cls, line: str) -> "Edit":
        """The edit that `line` says. Raises ValueError if it says none."""
        for kind, form in PATTERNS.items():
            if found := form.fullmatch(line):
                return cls(kind, found.groupdict())
        raise ValueError(
            f"“{line[:80]}” is no change that can be made; one looks like “head 3.1 off” or “token 4 as 517”."
        )

    def __str__(self) -> str:
        return FORMS[self.kind].format(**self.fields)


Place = tuple[str, int]  # name of a tensor of the pass, and its layer
Change = tuple[Place, Callable[[Tensor], Tensor]]


def reorder(order: Tensor, dim: int, tensor: Tensor) -> Tensor:
    """`tensor` with its first parts along `dim` in `order`; the later ones stay (a text may have grown)."""
    rest = torch.arange(len(order), tensor.size(dim))
    return tensor.index_select(dim, torch.cat([order, rest]))


def average(index: tuple, dim: int, tensor: Tensor) -> Tensor:
    """A copy of `tensor` whose part at `index` is its own mean over the tokens, `dim`, everywhere."""
    return put(index, tensor[index].mean(dim, keepdim=True), tensor)


class Maker:
    """Makes the changes of one pass over `n_tokens` tokens; the method of a kind takes its form's fields.

    `other` is a pass over another text, for what is patched in. Each raises ValueError that says what fits.
    """

    def __init__(self, n_tokens: int, transformer: Transformer, other: Callable[[str], Trace]):
        self.n_tokens, self.transformer, self.other, config = n_tokens, transformer, other, transformer.config
        self.counts = {
            "layer": config.n_layer,
            "head": config.n_head,
            "token": n_tokens,
            "channel": config.n_embd,
            "head channel": config.head_width,
            "neuron": config.inner,
        }

    def check(self, name: str, value: str) -> int:
        """`value` as an index along the axis `name`."""
        return within(name, int(value), self.counts[name])

    def check_places(self) -> Tensor:
        """The table of positions."""
        if self.transformer.wpe is None:
            raise ValueError("This model has no table of positions that could be changed.")
        return self.transformer.wpe.weight

    def head(self, layer: str, head: str, how: str) -> Change:
        place, index = ("z", self.check("layer", layer)), (slice(None), self.check("head", head))
        return place, partial(put, index, 0.0) if how == "off" else partial(average, index, 1)

    def network(self, layer: str, how: str) -> Change:
        place = "mlp", self.check("layer", layer)
        return place, torch.zeros_like if how == "off" else partial(average, (slice(None),), 1)

    def edge(self, layer: str, head: str, token: str, other: str) -> Change:
        q, k = self.check("token", token), self.check("token", other)
        if k > q:
            raise ValueError(f"Token {q} never looks at token {k}: it comes later.")
        if q == 0:
            raise ValueError("Token 0 has only itself to look at: that look cannot be cut.")
        index = slice(None), self.check("head", head), q, k
        return ("scores", self.check("layer", layer)), partial(put, index, -math.inf)

    def token(self, token: str, id: str) -> Change:
        vector = self.transformer.wte(torch.tensor(within("id", int(id), self.transformer.config.vocab_size)))
        return ("token", 0), partial(put, (slice(None), self.check("token", token)), vector)

    def order(self, token: str, other: str) -> Change:
        order, i, j = torch.arange(self.n_tokens), self.check("token", token), self.check("token", other)
        order[[i, j]] = order[[j, i]]
        return ("token", 0), partial(reorder, order, 1)

    def places(self, places: str) -> Change:
        self.check_places()
        if places == "off":
            return ("position", 0), torch.zeros_like
        order = torch.randperm(self.n_tokens, generator=torch.Generator().manual_seed(0))
        return ("position", 0), partial(reorder, order, 0)

    def shift(self, by: str) -> Change:
        table = self.check_places()
        start, most = int(by), len(table) - self.n_tokens
        if start > most:
            raise ValueError(f"The places of {self.n_tokens} tokens can be at most {most} too high, not {start}.")
        return ("position", 0), lambda tensor: table[start : start + len(tensor)]

    def patch(self, layer: str, token: str, source: str, text: str) -> Change:
        if not text:
            raise ValueError("The other text is empty. Type one to take a token from.")
        other = self.other(text)
        at, where = self.check("layer", layer), int(source)
        if where >= len(other.ids):
            raise ValueError(f"The other text has no token {where}: its tokens count from 0 to {len(other.ids) - 1}.")
        vector = torch.from_numpy(other.resid[at, where].copy())
        return ("resid", at), partial(put, (slice(None), self.check("token", token)), vector)

    def number(self, tensor: str, index: str, value: str) -> Change:
        axes, given = AXES.get(tensor), re.split(r"[ .]", index)
        if axes is None:
            raise ValueError(f"“{tensor}” cannot be set by hand; these can: {', '.join(AXES)}.")
        if len(given) != len(axes):
            raise ValueError(
                f"In {tensor} a number stands at {len(axes)} places: {', '.join(axes)}. “{index}” has {len(given)}."
            )
        number = by_hand(value)
        layer, *rest = [self.check(axis, i) for axis, i in zip(axes, given, strict=True)]
        if axes[0] != "layer":
            layer, rest = 0, [layer, *rest]
        return (tensor, layer), partial(put, (slice(None), *rest), number)

    def weight(self, layer: str, neuron: str, channel: str, value: str) -> Change:
        index = self.check_neuron(neuron), self.check("channel", channel)
        return ("weights", self.check("layer", layer)), partial(put, index, by_hand(value))

    def bias(self, layer: str, neuron: str, value: str) -> Change:
        index = (self.check_neuron(neuron),)
        return ("biases", self.check("layer", layer)), partial(put, index, by_hand(value))

    def check_neuron(self, neuron: str) -> int:
        """`neuron` as an index, where our own code weighs what comes into it."""
        if not isinstance(self.transformer, Transformer):
            raise ValueError("The weights of this model cannot be set one by one: other code than ours computes it.")
        return self.check("neuron", neuron)


def by_hand(value: str) -> float:
    """A number that somebody has set. Raises ValueError if it is beyond a million."""
    if not abs(number := float(value)) <= LARGEST:
        raise ValueError(f"A number that is set is from {-LARGEST:,.0f} to {LARGEST:,.0f}, not {value}.")
    return number


def made(lines: Sequence[str], n_tokens: int, transformer: Transformer, other: Callable[[str], Trace]) -> Edits:
    """The changes that `lines` say, by the tensor they change, in the given order; `other` as `Maker` says.

    Raises ValueError for a line that says none, one that does not fit this model or this text, more
    than 32 lines, or edges that leave a token nothing to look at.
    """
    if len(lines) > MOST:
        raise ValueError(f"There are {len(lines)} changes; at most {MOST} fit.")
    maker, changes, read = Maker(n_tokens, transformer, other), defaultdict(list), [Edit.read(line) for line in lines]
    for edit in read:
        place, change = getattr(maker, edit.kind)(**edit.fields)
        changes[place].append(change)
    check_edges(read)
    return changes


def sorted_out(
    lines: Sequence[str], n_tokens: int, transformer: Transformer, other: Callable[[str], Trace]
) -> tuple[list[str], dict[str, str]]:
    """Those of `lines` that can be done together, in their order; of each other one, why it cannot, as `made` says."""
    done, refused = [], {}
    for line in lines:
        try:
            made([*done, line], n_tokens, transformer, other)
        except ValueError as error:
            refused[line] = str(error)
        else:
            done.append(line)
    return done, refused


def check_edges(edits: Sequence[Edit]) -> None:
    """Raise ValueError if some token of some head has nothing left to look at."""
    cut = defaultdict(set)
    for fields in (edit.fields for edit in edits if edit.kind == "edge"):
        layer, head, query, key = (int(fields[name]) for name in ("layer", "head", "token", "other"))
        cut[layer, head, query].add(key)
    for (layer, head, query), keys in cut.items():
        if len(keys) == query + 1:
            raise ValueError(f"Token {query} has nothing left to look at in head {layer}.{head}: leave it one look.")
