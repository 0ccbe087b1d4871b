"""Lines of our own code that the page shows."""

from pathlib import Path

import pytest

from model.core.source import source

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "path", "begins"),
    [
        ("core.transformer.Attention.attend", "model/core/transformer.py", "def attend("),
        ("inside.rolls_ahead.beam_search", "model/inside/rolls_ahead.py", "@torch.inference_mode()"),
    ],
)
def test_the_lines_are_those_of_the_file(name, path, begins):
    found = source(name)
    assert found.path == path and found.text.startswith(begins)
    lines = (ROOT / path).read_text().splitlines()
    assert lines[found.line - 1].strip() == begins or lines[found.line - 1].strip().startswith(begins)
