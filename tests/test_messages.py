"""What a visitor or a caller did wrong is said in sentences: each begins with a capital letter."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STARTUP = {"checkpoint.py", "demonstrations.py", "sound.py"}  # what only whoever starts the app can meet
ROOMS = ("model/core", "model/found", "model/inside", "components/tabs", "components/parts")
FILES = [ROOT / "model/language_model.py", *(f for room in ROOMS for f in sorted((ROOT / room).rglob("*.py")))]


def beginnings(file):
    """The first letters of each message of a ValueError, where they are written out."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)):
            continue
        if getattr(node.exc.func, "id", "") != "ValueError" or not node.exc.args:
            continue
        message = node.exc.args[0]
        first = message.values[0] if isinstance(message, ast.JoinedStr) else message
        if isinstance(first, ast.Constant):
            yield first.value


@pytest.mark.parametrize("file", [f for f in FILES if f.name not in STARTUP], ids=lambda f: f.name)
def test_messages_begin_with_a_capital_letter(file):
    assert [said for said in beginnings(file) if not (said[0].isupper() or said.startswith(("“", "n_embd")))] == []
