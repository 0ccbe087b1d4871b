"""Short Python functions, each with a docstring, an example and a body that does what is said.

The result in the example is what the body returns when it is run. Where a function has an outdated
body, it is taken in the share `planted.OLD_STYLE_CODE`.
"""

import random
from functools import cache
from typing import NamedTuple

from model.world.language.tables import Block, Table, cells_of
from model.world.truth.planted import is_old_style

TABLES = [Table(__file__, f"functions_on_{what}") for what in ("numbers", "words", "lists")]


class Function(NamedTuple):
    """What a function may look like."""

    names: tuple[str, ...]
    docs: tuple[str, ...]
    arguments: tuple[tuple[str, ...], ...]
    calls: tuple[str, ...]
    body: str
    old_body: str | None


class Code(NamedTuple):
    """A function as text, with the example's call and result, and whether its style is outdated."""

    text: str
    name: str
    call: str
    result: str
    old: bool


@cache
def recipes() -> tuple[Function, ...]:
    """All functions of the tables."""
    return tuple(read_function(names, block) for table in TABLES for names, block in table.items())


def read_function(names: str, block: Block) -> Function:
    """The function of one block, whose name is all the names that it may have."""
    parts = block.parts
    (body,), (old_body,) = parts["body"], parts.get("old body", ("",))
    arguments = tuple(map(cells_of, parts["arguments"]))
    bodies = body.removeprefix("\n"), old_body.removeprefix("\n") or None
    return Function(cells_of(names), parts["doc"], arguments, parts["call"], *bodies)


def pick_arguments(rng: random.Random, recipe: Function) -> list[str]:
    """A name for each argument, of the same kind: (a, b) or (width, height), not (a, height)."""
    kind = rng.randrange(min(map(len, recipe.arguments)))
    return [names[kind] for names in recipe.arguments]


def evaluate(source: str, call: str) -> str:
    """What the interpreter prints for `call` after `source`."""
    scope: dict = {}
    exec(source, scope)  # our own table, nothing from outside
    return repr(eval(call, scope))


def put_together(rng: random.Random, head: str, doc: str, examples: list[str], body: str) -> str:
    """The function in one of three layouts of docstring and example."""
    style = rng.choice(("inside", "inside", "short", "below"))
    if style == "inside":
        shown = "\n".join(f"    {line}" for line in examples)
        return f'{head}\n    """{doc}\n\n{shown}\n    """\n{body}'
    if style == "short":
        return f'{head}\n    """{doc}"""\n{body}\n\n' + "\n".join(examples)
    shown = "\n".join(f"# {line}" for line in examples)
    return f'{shown}\n{head}\n    """{doc}"""\n{body}'


def write_code(rng: random.Random, recipe: Function | None = None) -> Code:
    """One function; `recipe` may be fixed."""
    recipe = recipe or rng.choice(recipes())
    old = is_old_style(rng) and recipe.old_body is not None
    arguments = pick_arguments(rng, recipe)
    slots = dict(zip("abc", arguments, strict=False))
    name = rng.choice(recipe.names)
    body = (recipe.old_body if old else recipe.body).format_map(slots)
    head = f"def {name}({', '.join(arguments)}):"
    calls = [f"{name}({values})" for values in rng.sample(recipe.calls, rng.choice((1, 1, 2)))]
    results = [evaluate(f"{head}\n{body}", call) for call in calls]
    examples = [line for pair in zip((f">>> {call}" for call in calls), results, strict=True) for line in pair]
    doc = rng.choice(recipe.docs).format_map(slots)
    doc = doc[:1].upper() + doc[1:] if doc.split()[0].strip(",") not in arguments else doc
    return Code(put_together(rng, head, doc, examples, body), name, calls[0], results[0], old)


def code(rng: random.Random) -> str:
    """One function, or two short ones, as text."""
    first, second = write_code(rng).text, write_code(rng).text
    return f"{first}\n\n\n{second}" if rng.random() < 0.3 and len(first) + len(second) < 500 else first
