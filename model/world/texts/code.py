"""Short Python functions, each with a docstring, an example and a body that does what is said.

The result in the example is what the body returns when it is run. Where a function has an outdated
body, it is taken in the share `planted.OLD_STYLE_CODE`.

The tables `code_numbers`, `code_words` and `code_lists` hold one block for each function, in lines:
    names it may have | ...
    docstrings it may have | ...       {a}, {b} are the names of the arguments
    names of the arguments: a|a2|... b|b2|...
    two or more calls to show: 3, 4 | 10, 2
    the body, indented; an outdated body follows after a line with `%`
"""

import random
from functools import cache
from typing import NamedTuple

from model.world.texts import code_lists, code_numbers, code_words
from model.world.truth.planted import is_old_style


class Recipe(NamedTuple):
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
def recipes() -> tuple[Recipe, ...]:
    """All functions of the tables."""
    tables = (code_numbers, code_words, code_lists)
    return tuple(read_recipe(block) for table in tables for block in table.FUNCTIONS.strip().split("\n\n"))


def read_recipe(block: str) -> Recipe:
    """One block of a table."""
    names, docs, arguments, calls, body = block.split("\n", 4)
    body, _, old_body = body.partition("\n%\n")
    named = tuple(tuple(names.split("|")) for names in arguments.split())
    return Recipe(
        tuple(names.split("|")), tuple(docs.split("|")), named, tuple(calls.split("|")), body, old_body or None
    )


def pick_arguments(rng: random.Random, recipe: Recipe) -> list[str]:
    """A name for each argument, of the same kind: (a, b) or (width, height), not (a, height)."""
    kind = rng.randrange(min(map(len, recipe.arguments)))
    return [names[kind] for names in recipe.arguments]


def run(source: str, call: str) -> str:
    """What the interpreter prints for `call` after `source`."""
    scope: dict = {}
    exec(source, scope)  # our own table, nothing from outside
    return repr(eval(call, scope))


def lay_out(head: str, doc: str, examples: list[str], body: str, rng: random.Random) -> str:
    """The function in one of three layouts of docstring and example."""
    style = rng.choice(("inside", "inside", "short", "below"))
    if style == "inside":
        shown = "\n".join(f"    {line}" for line in examples)
        return f'{head}\n    """{doc}\n\n{shown}\n    """\n{body}'
    if style == "short":
        return f'{head}\n    """{doc}"""\n{body}\n\n' + "\n".join(examples)
    shown = "\n".join(f"# {line}" for line in examples)
    return f'{shown}\n{head}\n    """{doc}"""\n{body}'


def write_code(rng: random.Random, recipe: Recipe | None = None) -> Code:
    """One function; `recipe` may be fixed."""
    recipe = recipe or rng.choice(recipes())
    old = is_old_style(rng) and recipe.old_body is not None
    arguments = pick_arguments(rng, recipe)
    slots = dict(zip("abc", arguments, strict=False))
    name = rng.choice(recipe.names)
    body = (recipe.old_body if old else recipe.body).format_map(slots)
    head = f"def {name}({', '.join(arguments)}):"
    calls = [f"{name}({values})" for values in rng.sample(recipe.calls, rng.choice((1, 1, 2)))]
    results = [run(f"{head}\n{body}", call) for call in calls]
    examples = [line for pair in zip((f">>> {call}" for call in calls), results, strict=True) for line in pair]
    doc = rng.choice(recipe.docs).format_map(slots)
    doc = doc[:1].upper() + doc[1:] if doc.split()[0].strip(",") not in arguments else doc
    return Code(lay_out(head, doc, examples, body, rng), name, calls[0], results[0], old)


def code(rng: random.Random) -> str:
    """One function, or two short ones, as text."""
    first, second = write_code(rng).text, write_code(rng).text
    return f"{first}\n\n\n{second}" if rng.random() < 0.3 and len(first) + len(second) < 500 else first
