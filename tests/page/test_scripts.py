"""What no script may do: know its tab, write HTML, run text as code."""

import re
from pathlib import Path

import pytest

COMPONENTS = Path(__file__).parents[2] / "components"
SCRIPTS = sorted(COMPONENTS.rglob("*.js"))
WIDGETS = sorted(template.with_suffix(".js") for template in COMPONENTS.rglob("*.html"))
BELOW_ALL = "take_away", "compare"  # these serve all tabs
CODE = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\bFunction\(|new Proxy")
TAB = re.compile(r"page\.turn\(|page\.state\.(tab|views)\b|page\.(drawn|wanted)\b")


def name(script):
    return script.relative_to(COMPONENTS).as_posix()


@pytest.mark.parametrize("script", SCRIPTS, ids=name)
def test_no_script_runs_text(script):
    assert not CODE.search(script.read_text(encoding="utf-8"))


@pytest.mark.parametrize("script", [s for s in SCRIPTS if s.parent.name not in ("page", *BELOW_ALL)], ids=name)
def test_a_widget_does_not_know_its_tab(script):
    assert not TAB.search(script.read_text(encoding="utf-8"))


@pytest.mark.parametrize("script", WIDGETS, ids=name)
def test_a_widget_is_a_module_with_one_way_in(script):
    assert len(re.findall(r"^export default (?:async )?function \w+\(", script.read_text(encoding="utf-8"), re.M)) == 1


@pytest.mark.parametrize("script", SCRIPTS, ids=name)
def test_lines_are_short_and_imports_exist(script):
    text = script.read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 120
    for path in re.findall(r"from '(\.[^']+)'", text):
        file = (script.parent / path).resolve()
        served = file.is_file() or file.with_suffix(".d.ts").is_file()  # facts and words are made by Python
        assert served or path.endswith("/values") or path.endswith("types.js"), path
