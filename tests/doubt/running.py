"""Programs that cards hand over, run as a visitor would run them."""

import json
import re

from components.page.programs import programs


def run(name, **values):
    """The names of a program after it has run, with values written into it as the page does."""
    written = programs()[name]
    fill = lambda line: f"{line[1]} = {json.dumps(values[line[1]])}" if line[1] in values else line[0]  # noqa: E731
    written = re.sub(r"^(\w+) = .*$", fill, written, flags=re.MULTILINE)
    for value in values.values():
        assert json.dumps(value) in written
    names = {}
    exec(compile(written, name, "exec"), names)
    return names
