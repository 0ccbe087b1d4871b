"""All heads of all layers as thumbnails; a click opens one."""

from base64 import b64decode
from typing import TypedDict

import numpy as np

from components import prints
from components.page.widget import Widget
from components.page.words import say


class HeadGridValue(TypedDict):
    """All attention weights, small."""

    shape: list[int]  # layers, heads, rows, columns
    bytes: str  # base64 of 255 times the square root of each weight
    tokens: int  # of the text; a thumbnail may have fewer rows


class HeadGrid(Widget):
    """Turns the dials `layer` and `head`."""

    Value = HeadGridValue

    def on_paper(self, value: HeadGridValue) -> prints.Drawing:
        """All thumbnails, a row for each layer, a column for each head; as dark as the square root of the weight."""
        roots = np.frombuffer(b64decode(value["bytes"]), np.uint8).reshape(value["shape"]) / 255
        layers, heads, n, _ = roots.shape
        step = n + max(1, n // 8)

        def draw(axes: "prints.Axes") -> None:
            sheet = np.full((layers * step, heads * step), np.nan)
            for layer in range(layers):
                for head in range(heads):
                    sheet[layer * step : layer * step + n, head * step : head * step + n] = roots[layer, head]
            axes.imshow(sheet, prints.ramp(), vmin=0, vmax=1, interpolation="nearest")
            axes.set_xticks([head * step + (n - 1) / 2 for head in range(heads)], [*range(heads)])
            axes.set_yticks([layer * step + (n - 1) / 2 for layer in range(layers)], [*range(layers)])
            axes.set(xlabel=say("print.head"), ylabel=say("print.layer"))
            axes.spines[:].set_visible(False)
            axes.tick_params(length=0)
            axes.set_title(say("heads.title"))

        return draw
