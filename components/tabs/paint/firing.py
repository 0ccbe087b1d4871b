"""What fires neurons in pictures: average stimuli, layer by layer, and what explains what they do."""

import gradio as gr
import numpy as np

from components import prints
from components.page.tab import View
from components.page.widget import packed
from components.page.words import say
from components.tabs.paint.forms import Forms
from model import BACK, GROUPS, LanguageModel

EDGE, KIND = GROUPS.index("edge"), GROUPS.index("kind")
CLEAR = 0.1  # of the variance: less is no clear way


def forms(lm: LanguageModel) -> dict:
    """Every neuron that is shown, with its patch as hexadecimal digits, and pictures in which it fires most."""
    found = lm.stimuli
    if found is None:
        nothing = {"layers": [], "pictures": [], "names": [], "average": "", "average_same": ""}
        return nothing | {"searched": 0, "back": BACK, "way": "none"}
    return {
        "layers": [layer(lm, i) for i in range(len(found.neuron))],
        "pictures": ["".join(f"{colour:x}" for colour in picture) for picture in found.pictures],
        "searched": int(found.searched[0]),
        "back": BACK,
        "average": found.average.tobytes().hex(),
        "average_same": packed(found.average_same),
        "names": [say(f"forms.by_{name}") for name in GROUPS],
        "way": way(found.explained),
    }


def layer(lm: LanguageModel, i: int) -> dict:
    """One layer: what explains its activations, and its neurons."""
    found = lm.stimuli
    neurons = [
        {
            "neuron": int(found.neuron[i, n]),
            "mean": float(found.mean[i, n]),
            "share": float(found.share[i, n]),
            "patch": found.patch[i, n].tobytes().hex(),
            "same": packed(found.same[i, n]),
            "examples": [
                {"picture": int(row), "pixel": int(at), "value": float(value)}
                for row, at, value in zip(found.row[i, n], found.at[i, n], found.value[i, n], strict=True)
                if value > 0
            ],
        }
        for n in range(found.neuron.shape[1])
    ]
    return {"explained": [float(share) for share in found.explained[:, i]], "neurons": neurons}


def way(explained: np.ndarray) -> str:
    """Whether edges matter most in an earlier layer than kinds of pictures do, both clearly: "yes", or else "no"."""
    edges, kinds = explained[EDGE], explained[KIND]
    clear = min(edges.max(), kinds.max()) >= CLEAR
    return "yes" if clear and edges.argmax() < kinds.argmax() else "no"


def forms_on_paper(lm: LanguageModel) -> prints.Drawing:
    """What explains the activations of each layer, to print. Raises ValueError if nobody searched."""
    if lm.stimuli is None:
        raise ValueError(say("forms.none"))
    shares = dict(zip((say(f"forms.by_{name}") for name in GROUPS), lm.stimuli.explained, strict=True))
    layers = np.arange(lm.config.n_layer)
    return prints.lines(layers, shares, say("forms.layers"), say("forms.variance"), say("forms.title"))


def cards(lm: LanguageModel, view: View) -> None:
    """The card, filled when the tab is first opened."""
    with gr.Row():
        view.once(forms, Forms(elem_id="forms"))
    view.prints(forms=forms_on_paper)
