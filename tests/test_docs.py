"""The words about the project are true: README's tree, tabs and endpoints are those that exist."""

import json
import re
from pathlib import Path

import pytest

from app import build_app
from components import TABS
from components.page.header import Header

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()


def tree():
    """Every path of README's tree, folders with a slash at the end."""
    block = re.search(r"## The tree\n+```\n(.*?)```", README, re.DOTALL)[1]
    parents, paths = [], []
    for line in block.splitlines():
        indent, names = re.match(r"( *)(.*?)(?:   +|$)", line).groups()
        for name in names.split():
            parents[len(indent) // 2 :] = [name]
            paths.append("".join(parents))
    return paths


@pytest.mark.parametrize("path", tree())
def test_the_tree_names_what_is_there(path):
    assert (ROOT / path).is_dir() if path.endswith("/") else (ROOT / path).is_file()


def test_the_tree_names_every_room():
    """Folders of Python below `components` and `model`, but the tabs' own."""
    rooms = {
        f"{file.parent.relative_to(ROOT)}/" for top in ("components", "model") for file in (ROOT / top).rglob("*.py")
    }
    assert {room for room in rooms if not room.startswith("components/tabs/") or room == "components/tabs/"} <= set(
        tree()
    )


def test_the_tabs_are_those_of_the_table():
    rows = re.findall(r"^\| ([A-Z][\w ]+) \| (.*?) \|", README, re.MULTILINE)
    assert rows == [(tab.title, tab.question) for tab in TABS]


def test_the_endpoints_and_their_parameters_are_those_that_are_published(lm):
    """In README and, by name, in the page's help."""
    app = build_app(lm)
    published = app.get_api_info()["named_endpoints"]
    (header,) = (block for block in app.blocks.values() if isinstance(block, Header))
    assert json.loads(header.value)["endpoints"] == [*published]
    given = {name: [p["parameter_name"] for p in about["parameters"]] for name, about in published.items()}
    told = re.findall(r"`(/\w+)` \(([^)]*)\)", README)
    assert {name: names.split(", ") if names else [] for name, names in told} == given
