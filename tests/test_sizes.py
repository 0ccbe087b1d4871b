"""Files and functions stay small: a stranger finds any line by reading the tree."""

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
FILES = [ROOT / "app.py", *(f for folder in ("components", "model") for f in sorted((ROOT / folder).rglob("*.py")))]
LENGTHS = {
    f"{file.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
    for file in FILES
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_has_at_most_300_lines(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


def test_functions_are_short():
    """Half of them have at most eight lines, none more than sixty; ruff holds that none takes over six arguments."""
    assert median(LENGTHS.values()) <= 8
    assert {name: lines for name, lines in LENGTHS.items() if lines > 60} == {}
