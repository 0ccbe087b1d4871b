"""Imports point one way: app -> components -> model; figures know arrays only."""

import ast
import gc
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

MAY_IMPORT = {  # the longest that fits counts
    "app.py": {"components", "model", "gradio"},
    "components": {"components", "model", "gradio", "plotly"},
    "components/figures.py": {"plotly", "matplotlib"},
    "model": {"model", "torch"},
    "model/world": {"model"},
}
LAYERS = "app components model gradio plotly matplotlib torch transformers tests".split()
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


def may_import(source):
    fitting = [part for part in MAY_IMPORT if source == part or source.startswith(f"{part}/")]
    return MAY_IMPORT[max(fitting, key=len)]


def at_top(source):
    """Names imported as the module loads: not those inside functions."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    body = [n for n in tree(source).body if not isinstance(n, functions)]
    return {name.split(".")[0] for name in imported(ast.Module(body, []))}


@pytest.mark.parametrize("source", SOURCES)
def test_imports_point_one_way(source):
    allowed = may_import(source)
    if source.startswith("model/"):  # inside functions
        allowed = allowed | {"transformers"}
    assert {name.split(".")[0] for name in imported(tree(source))} & set(LAYERS) <= allowed
    assert "transformers" not in at_top(source)


@pytest.mark.parametrize("source", [s for s in SOURCES if not s.startswith("model/")])
def test_the_page_knows_only_the_names_of_the_package(source):
    """`from model import …` is what is promised; `model.transformer` may change."""
    assert not [name for name in imported(tree(source)) if name.startswith("model.")]


def is_tab(source):
    """Whether the file defines TAB."""
    targets = [t for n in tree(source).body if isinstance(n, ast.Assign) for t in n.targets]
    return "TAB" in [t.id for t in targets if isinstance(t, ast.Name)]


@pytest.mark.parametrize("source", [s for s in SOURCES if s != "components/__init__.py"])
def test_nobody_imports_a_tab(source):
    tabs = {s.removesuffix(".py").replace("/", ".") for s in SOURCES if is_tab(s)}
    nodes = [n for n in ast.walk(tree(source)) if isinstance(n, ast.ImportFrom)]
    names = {f"{n.module}.{alias.name}" for n in nodes for alias in n.names}
    assert not (names | imported(tree(source))) & tabs


@pytest.mark.parametrize("source", [s for s in SOURCES if s.startswith("model/world/")])
def test_the_world_needs_no_network_of_neurons(source):
    """Of `model`, the world knows itself alone."""
    ours = {name for name in imported(tree(source)) if name.split(".")[0] == "model"}
    assert {name for name in ours if not name.startswith("model.world")} <= set()


def test_importing_the_model_is_quiet_and_light():
    """No output, and none of the packages that take seconds to load."""
    heavy = "transformers gradio plotly matplotlib pandas".split()
    code = f"import sys, model; sys.exit(', '.join(set({heavy}) & set(sys.modules)) or None)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
