"""One neuron at one token: what comes in, what it weighs that by, and what comes out.

C channels. A neuron of the feed-forward network multiplies each of the C numbers that come in by a weight of its own,
adds the products and its bias, and fires by the activation of that sum.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch

from model.core.trace import Trace
from model.core.transformer import Transformer
from model.inside.edits import Edit


class Weighed(NamedTuple):
    """One neuron at one token."""

    inputs: np.ndarray  # (C,) what comes in: the residual stream after the layer norm
    weights: np.ndarray  # (C,)
    bias: float
    sum: float  # inputs · weights + bias
    fires: float  # the activation of that sum


@torch.inference_mode()
def weighed(
    transformer: Transformer, trace: Trace, layer: int, neuron: int, at: int, changes: Sequence[str] = ()
) -> Weighed:
    """The neuron at token `at` of a pass with these `changes`, which are lines of `model.inside.edits`."""
    network = transformer.h[layer].mlp
    weights, bias = network.c_fc.weight[neuron].numpy().copy(), network.c_fc.bias[neuron].item()
    for kind, fields in ((edit.kind, edit.fields) for edit in map(Edit.read, changes)):
        if kind not in ("weight", "bias") or (int(fields["layer"]), int(fields["neuron"])) != (layer, neuron):
            continue
        if kind == "weight":
            weights[int(fields["channel"])] = float(fields["value"])
        else:
            bias = float(fields["value"])
    inputs = transformer.h[layer].ln_2(torch.from_numpy(trace.resid_mid[layer, at].copy())).numpy()
    total = float(inputs.astype(np.float64) @ weights.astype(np.float64) + bias)
    return Weighed(inputs, weights, bias, total, float(trace.neurons[layer, at, neuron]))
