"""The weights of the model as areas, alone or to scale beside models that everybody has heard of."""

from itertools import cycle, islice

from components import figures
from components.page.words import say
from model import GPT2_SMALL, GPT3, LanguageModel, parameters, sized

KNOWN = {"gpt2": GPT2_SMALL, "gpt3": GPT3}
BESIDE = {"alone": (), "gpt2": ("gpt2",), "gpt3": ("gpt2", "gpt3")}  # who stands in a drawing of that name
SHAPES = ("treemap", "sunburst")


def weights(lm: LanguageModel) -> dict:
    """All drawings of the weights."""
    drawn = {
        f"{shape} {name}": area(lm, others, shape).to_dict() for shape in SHAPES for name, others in BESIDE.items()
    }
    known = {name: sum(sized(config).values()) for name, config in KNOWN.items()}
    return {"total": lm.n_parameters, "known": known, "figures": drawn}


def area(lm: LanguageModel, others: tuple[str, ...], shape: str) -> "figures.go.Figure":
    """The parts of this model; or, to scale, those of `others`, and this one as a dark area among them."""
    own = parameters(lm.transformer)
    if not others:
        return figures.areas(
            [say("areas.this"), *own],
            [None, *[0] * len(own)],
            [lm.n_parameters, *own.values()],
            [figures.CARD, *shades(len(own))],
            shape,
        )
    whole = lm.n_parameters + sum(sum(sized(KNOWN[name]).values()) for name in others)
    names, parents = (
        [say("areas.together" if len(others) > 1 else "areas.both"), say("areas.this")],
        [None, 0],
    )
    counts, inks = [whole, lm.n_parameters], [figures.CARD, figures.INK]
    for name in others:
        parts, title = sized(KNOWN[name]), say(f"areas.{name}")
        parents += [0, *[len(names)] * len(parts)]
        names += [title, *(say("areas.part_of", model=title, part=part) for part in parts)]
        counts += [sum(parts.values()), *parts.values()]
        inks += [figures.CARD, *shades(len(parts))]
    return figures.areas(names, parents, counts, inks, shape, say("areas.this"))


def shades(n: int) -> list[str]:
    """So many, one after the other."""
    return [*islice(cycle(figures.SHADES), n)]
