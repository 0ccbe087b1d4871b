"""Imports point one way: app -> components -> model; figures know arrays only."""

import ast
import gc
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PACKAGES = "app components model gradio plotly matplotlib torch transformers tests".split()
MAY_IMPORT = {  # of these packages; the longest that fits counts
    "app.py": {"components", "model", "gradio"},
    "components": {"components", "model", "gradio"},
    "components/figures.py": {"plotly"},
    "components/prints.py": {"matplotlib"},
    "model": {"model", "torch"},
    "model/world": {"model"},
    "model/guests": {"model", "torch", "transformers"},
}
WITHIN = {  # what begins so, besides its own room
    "app.py": "components/site.py components/door model/__init__.py",
    "components/site.py": "components/__init__.py components/door components/page components/tabs model/__init__.py",
    "components/door": "components/page model/__init__.py",
    "components/__init__.py": "components/page components/tabs",
    "components/values.py": "components/page",
    "components/card.py": "components/prints.py model/__init__.py",
    "components/claims.py": "components/page model/__init__.py",
    "components/tabs": "components/parts components/page components/figures.py components/prints.py model/__init__.py",
    "components/parts": "components/page components/figures.py components/prints.py model/__init__.py",
    "components/figures.py": "",
    "components/page": "components/prints.py model/__init__.py",
    "components/prints.py": "",
    "model/__init__.py": "model/language_model.py model/inside model/found model/core model/world/alphabet.py "
    "model/world/tunes model/world/pictures model/world/unseen.py model/world/truth/planted.py model/learn/jobs "
    "model/learn/chat model/learn/data model/learn/tune model/lookup model/doubt model/masked",
    "model/language_model.py": "model/inside model/found model/guests model/core",
    "model/guests": "model/core",
    "model/core": "model/world/alphabet.py",
    "model/inside": "model/core model/world/alphabet.py",
    "model/found": "model/core model/world/alphabet.py",
    "model/learn": "model/language_model.py model/inside model/found model/core model/world",
    "model/lookup": "model/core model/world",
    "model/masked": "model/language_model.py model/core model/world",
    "model/score": "model/language_model.py model/found model/core model/world",
    "model/doubt": "model/learn model/score model/lookup model/language_model.py model/found model/core model/world",
    "model/world/alphabet.py": "",
    "model/world/language": "model/world/alphabet.py",
    "model/world/truth": "model/world/language",
    "model/world/pictures": "model/world/truth model/world/language model/world/alphabet.py",
    "model/world/clips": "model/world/pictures model/world/truth model/world/language model/world/alphabet.py",
    "model/world/tunes": "model/world/language model/world/alphabet.py",
    "model/world/knowledge": "model/world/language",
    "model/world/texts": "model/world/truth model/world/language model/world/alphabet.py",
    "model/world/doings.py": "model/world/texts model/world/knowledge model/world/language",
    "model/world/rich.py": "model/world/doings.py model/world/pictures model/world/texts model/world/knowledge "
    "model/world/language",
    "model/world/draw.py": "model/world/rich.py model/world/pictures model/world/language",
    "model/world/asked.py": "model/world/draw.py model/world/rich.py model/world/texts model/world/truth "
    "model/world/language",
    "model/world/known.py": "model/world/texts model/world/knowledge model/world/language",
    "model/world/unseen.py": "model/world/draw.py model/world/rich.py model/world/pictures",
}
ROOT = Path(__file__).parents[1]
FILES = [ROOT / "app.py", *(f for folder in ("components", "model") for f in sorted((ROOT / folder).rglob("*.py")))]
SOURCES = [file.relative_to(ROOT).as_posix() for file in FILES]


@cache
def tree(source):
    gc.disable()  # a collection in the middle of it makes Python 3.11 count its recursion wrong, once in many runs
    try:
        return ast.parse((ROOT / source).read_text())
    finally:
        gc.enable()


def imported(node):
    """Full names of all modules that are imported anywhere below `node`."""
    nodes = list(ast.walk(node))
    plain = [alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names]
    dotted = [n for n in nodes if isinstance(n, ast.ImportFrom)]
    assert not any(n.level for n in dotted), "a relative import"
    return {*plain, *(n.module for n in dotted)}


def fitting(source, table):
    """The entry of `table` that says most about `source`; None if none does."""
    return max((part for part in table if source == part or source.startswith(f"{part}/")), key=len, default=None)


def file_of(name):
    """The source that a full name of ours is, or is defined in; None for a stranger's."""
    path = name.replace(".", "/")
    return next((s for s in (f"{path}.py", f"{path}/__init__.py") if s in SOURCES), None)


def arrows(source):
    """Our own files that `source` imports, those that are named after `from` their package included."""
    nodes = [n for n in ast.walk(tree(source)) if isinstance(n, ast.ImportFrom)]
    names = imported(tree(source)) | {f"{n.module}.{alias.name}" for n in nodes for alias in n.names}
    files = {file for name in names if (file := file_of(name))}
    inside = {f.removesuffix("__init__.py") for f in files if not f.endswith("__init__.py")}
    parents = {f for f in files if f.endswith("/__init__.py") and any(i.startswith(f[:-11]) for i in inside)}
    return files - parents - {source}  # a package that only leads to what is meant


def at_load(source):
    """What runs as the module loads: nothing inside functions, nor what is there for type checkers only."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    body = [n for n in tree(source).body if not isinstance(n, functions)]
    return ast.Module([n for n in body if not (isinstance(n, ast.If) and "TYPE_CHECKING" in ast.dump(n.test))], [])


def at_top(source):
    """Packages that are imported as the module loads."""
    return {name.split(".")[0] for name in imported(at_load(source))}


@pytest.mark.parametrize("source", SOURCES)
def test_imports_point_one_way(source):
    allowed = MAY_IMPORT[fitting(source, MAY_IMPORT)]
    if source.startswith("model/"):  # inside functions
        allowed = allowed | {"transformers"}
    assert {name.split(".")[0] for name in imported(tree(source))} & set(PACKAGES) <= allowed
    assert "transformers" not in at_top(source) or source.startswith("model/guests/")


@pytest.mark.parametrize("source", [s for s in SOURCES if not s.startswith("model/guests/")])
def test_guests_are_known_to_the_door_alone_and_imported_when_they_come(source):
    """They need transformers, which takes seconds to load."""
    assert not [name for name in imported(at_load(source)) if name.startswith("model.guests")]
    guests = [file for file in arrows(source) if file.startswith("model/guests/")]
    assert not guests or source == "model/language_model.py"


@pytest.mark.parametrize("source", [s for s in SOURCES if not s.startswith("model/")])
def test_the_page_knows_only_the_names_of_the_package(source):
    """`from model import …` is what is promised; `model.transformer` may change."""
    assert not [name for name in imported(tree(source)) if name.startswith("model.")]


@pytest.mark.parametrize("source", SOURCES)
def test_rooms_know_only_the_rooms_below(source):
    room = fitting(source, WITHIN)
    if room is None:  # the word about a package
        assert source.endswith("__init__.py") and not arrows(source)
        return
    allowed = (room, *WITHIN[room].split())
    assert not [file for file in arrows(source) if not file.startswith(allowed)]


@pytest.mark.parametrize("source", [s for s in SOURCES if s.startswith("components/tabs/")])
def test_a_tab_never_imports_a_tab(source):
    folder = source.split("/")[2]
    assert {file.split("/")[2] for file in arrows(source) if file.startswith("components/tabs/")} <= {folder}


def test_no_circle():
    """No file imports itself by way of others, also not inside functions."""
    graph = {source: arrows(source) for source in SOURCES}
    done = set()
    while ready := {source for source in graph.keys() - done if graph[source] <= done}:
        done |= ready
    assert not graph.keys() - done


def test_importing_the_model_is_quiet_and_light():
    """No output, and none of the packages that take seconds to load."""
    heavy = "transformers gradio plotly matplotlib pandas".split()
    code = f"import sys, model; sys.exit(', '.join(set({heavy}) & set(sys.modules)) or None)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
