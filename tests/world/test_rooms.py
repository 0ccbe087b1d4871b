"""Who knows whom in the world: language at the bottom, then what is true, then the writers; no circles."""

import ast
from pathlib import Path

import pytest

from model.world import language

WORLD = Path(language.__file__).parents[1]
MAY_IMPORT = {  # beside the room itself
    "alphabet": set(),
    "language": {"alphabet"},
    "truth": {"language"},
    "texts": {"language", "truth", "alphabet"},
    "pictures": {"language", "truth", "alphabet"},
    "tunes": {"language", "truth", "alphabet"},
    "clips": {"language", "truth", "alphabet", "pictures"},
    "rich": {"pictures", "texts"},
    "draw": {"pictures", "rich"},
}


def name_of(file):
    """`model.world.texts.stories` of its file."""
    return ".".join(file.relative_to(WORLD.parents[1]).with_suffix("").parts)


FILES = {name_of(file): file for file in sorted(WORLD.rglob("*.py")) if file.name != "__init__.py"}


def imports(name):
    """The modules that a module imports, those of `from package import module` too."""
    nodes = list(ast.walk(ast.parse(FILES[name].read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    pairs = [(node.module, alias.name) for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names]
    return plain | {f"{module}.{alias}" if f"{module}.{alias}" in FILES else module for module, alias in pairs}


def room_of(name):
    """The part of the world to which a module belongs."""
    return name.split(".")[2]


def test_every_room_has_its_rule():
    assert {room_of(name) for name in FILES} == set(MAY_IMPORT)


@pytest.mark.parametrize("name", FILES)
def test_rooms_import_only_what_is_below_them(name):
    ours = {each for each in imports(name) if each.split(".")[0] == "model"}
    assert all(each in FILES for each in ours), "of `model`, the world knows itself alone"
    assert {room_of(each) for each in ours} <= MAY_IMPORT[room_of(name)] | {room_of(name)}


def test_no_circles():
    done, path = set(), []

    def visit(name):
        assert name not in path, " -> ".join([*path, name])
        if name not in done:
            path.append(name)
            for each in sorted(imports(name) & set(FILES)):
                visit(each)
            path.pop()
            done.add(name)

    for name in FILES:
        visit(name)
    assert len(done) == len(FILES) > 50
