"""The reader of tables: blocks, parts, choices, cells and comments; a damaged file says where."""

import doctest
import random
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from model.world.language import phrases, tables
from model.world.language.phrases import spin
from model.world.language.tables import Table, cells_of, listed, read, split_mark
from model.world.pictures.sprites import read_layers, read_masks
from model.world.texts.plots import read_plots

WORLD = Path(tables.__file__).parents[1]
FILES = sorted(WORLD.rglob("data/*.txt"))


def test_examples_in_docstrings():
    assert doctest.testmod(tables) == (0, 2) and doctest.testmod(phrases).failed == 0


def test_blocks_in_their_order_without_comments_and_blank_lines():
    text = "// what it is\n\n# one\na\n\n  \n// aside\nb\n# two words\nc\n"
    assert read(text) == {"one": ("a", "b"), "two words": ("c",)}
    assert list(read("# z\n1\n# a\n2")) == ["z", "a"]


def test_a_row_of_a_drawing_is_no_block():
    assert read("# bar\n#..\n##.\n#k#")["bar"] == ("#..", "##.", "#k#")


def test_often_never_and_over_several_lines():
    found = read("# a\n3x {who} came\n(nothing)\n2x (nothing)\nfirst\\nsecond\nbody:\n    if x:\n        y\n10x2")["a"]
    assert found[:6] == ("{who} came",) * 3 + ("",) * 3
    assert found[6:] == ("first\nsecond", "body:\n    if x:\n        y", "10x2")


def test_choices_are_spun_and_slots_filled():
    (line,) = read("# a\n{who} [ate|[sold|lost]] {what}")["a"]
    told = {spin(random.Random(i), line).format(who="Mira", what="it") for i in range(40)}
    assert told == {"Mira ate it", "Mira sold it", "Mira lost it"}


def test_parts_in_their_order():
    block = read("# a\nlead: It is: so.\nend: last\nlead: [a|b]\nend?: (nothing)\nbody:\n    x")["a"]
    assert block.pairs[0] == ("lead", "It is: so.") and block.pairs[4] == ("body", "\n    x")
    assert block.parts == {"lead": ("It is: so.", "[a|b]"), "end": ("last",), "end?": ("",), "body": ("\n    x",)}
    assert list(block.parts) == ["lead", "end", "end?", "body"]
    assert [split_mark(part) for part in ("end", "end?")] == [("end", False), ("end", True)]


def test_cells_and_columns():
    block = read("# a\ntea [hot|cold] | cup\nmilk|(nothing)\n2x salt | sea")["a"]
    rows = (("tea [hot|cold]", "cup"), ("milk", ""), ("salt", "sea"), ("salt", "sea"))
    assert block.rows == rows == block.columns(2)
    assert block.words == ("tea [hot|cold]", "cup", "milk", "", "salt", "sea", "salt", "sea")
    assert cells_of("[a|[b|c]|d] x | y [e|f]") == ("[a|[b|c]|d] x", "y [e|f]")
    assert read("# a\nhappy: glad | merry\nsad: low")["a"].lists == {"happy": ("glad", "merry"), "sad": ("low",)}
    assert read("# a\nhappy: glad\nsad: low")["a"].facts == {"happy": "glad", "sad": "low"}
    assert listed("a | b|\n c") == ("a", "b", "c")


def test_plots_have_moves_banks_and_steps_that_may_be_left_out():
    table = read("# lost\ncast: children | elder\nopening: its own\n+ t>- v>a\nGone!\n+ @joy ?\n+ ?\nWell: so it is.")
    plot = read_plots(table)["lost"]
    assert plot.cast == ("children", "elder") and plot.opens
    assert [step.moves for step in plot.steps] == [(("t", "-"), ("v", "a")), (), ()]
    assert [step.optional for step in plot.steps] == [False, True, True]
    assert plot.steps[0].lines == ("Gone!",) and len(plot.steps[1].lines) > 5
    assert plot.steps[2].lines == ("Well: so it is.",)
    assert not read_plots(read("# rain\n+\nIt rained."))["rain"].opens


def test_drawings_stand_side_by_side_under_their_names():
    table = read("# dot big_bar\n... #..\n.#. #..\n\n# cross\n.#.\n###")
    layers = read_layers(table)
    assert list(layers) == ["dot", "big bar", "cross"] and layers["dot"].tolist() == [[".", ".", "."], [".", "#", "."]]
    assert np.array_equal(read_masks(table)["big bar"], [[True], [True]])


@pytest.mark.parametrize(
    "text, ask, message",
    [
        ("lost\n# a\nb", None, "t.txt, line 1: nothing stands above it"),
        ("# a\n    b", None, "t.txt, line 2: nothing stands above it"),
        ("# a\nb\n\n# a\nc", None, "t.txt, line 4: a block needs a name of its own"),
        ("# a\nb\n#  \nc", None, "t.txt, line 3: a block needs a name of its own"),
        ("# a\n// b\n# c\nd", None, "t.txt: nothing stands in the block 'a'"),
        ("# a\nb\nYou [eat|drink it", None, "t.txt, line 3: a bracket without its other half"),
        ("# a\nb\nYou eat {it", None, "t.txt, line 3: a bracket without its other half"),
        ("// x\n# a\nb: c\nno part", lambda b: b["a"].parts, "t.txt, line 4: a line `part: wording`"),
        ("# a\nb: c\nno:part", lambda b: b["a"].parts, "t.txt, line 3: a line `part: wording`"),
        ("# a\nb: c", lambda b: b["a"].parts["end"], "t.txt, line 2: the block that begins here has no part 'end'"),
        ("# a\nb: c\nb: d", lambda b: b["a"].facts, "t.txt, line 2: 'b' is told more than once"),
        ("# a\n2x b | c\nd | e | f", lambda b: b["a"].columns(2), "t.txt, line 3: 2 cells were to be here, not 3"),
        ("# a\nIt rained.", read_plots, "t.txt, line 2: the plot that begins here has no steps"),
        ("# a\n+\nb\n+ t>a", read_plots, "t.txt, line 4: a step with moves"),
        ("# a\n+ joy\nb", read_plots, "t.txt, line 2: a step with moves"),
        ("# a b\n.# ##\n.# #", read_layers, "t.txt, line 3: 2 drawings as wide as"),
        ("# a b\n.#\n.#", read_layers, "t.txt, line 2: 2 drawings as wide as"),
    ],
)
def test_damage_says_where_it_is(text, ask, message):
    with pytest.raises(ValueError) as damage:
        found = read(text, "t.txt")
        ask(found)
    assert str(damage.value).startswith(message)


def test_a_file_is_read_when_it_is_first_asked_and_names_its_blocks():
    table = Table(tables.__file__, "words")
    assert "blocks" not in vars(table)
    assert table["days"].words[0] == "Monday" and "blocks" in vars(table) and "days" in tuple(table)
    with pytest.raises(ValueError, match=r"words.txt has no block 'dais'; there are colours, girls"):
        table["dais"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(WORLD).as_posix())
def test_every_file_is_plain_whole_and_asked_for(file):
    text = file.read_text(encoding="utf-8" if file.stem == "tongues" else "ascii")
    assert text.startswith("// ") and text.endswith("\n") and "\t" not in text and "\r" not in text
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert not re.search(r"^#[A-Za-z][a-z ]*$", text, re.MULTILINE), "a block whose `#` lacks its blank"
    assert read(text, file.name)
    sources = "\n".join(source.read_text() for source in file.parents[1].glob("*.py"))
    name, end = file.stem, file.stem.rsplit("_", 1)[-1]
    assert f'"{name}"' in sources or (f'"{end}"' in sources and f"{name.removesuffix(end)}{{" in sources), name


def test_the_files_are_found_from_another_folder(tmp_path):
    code = "import random; from model.world.rich import RICH; print(len(RICH.document(random.Random(1)).text) > 20)"
    code = f"import sys; sys.path.insert(0, {str(WORLD.parents[1])!r}); {code}"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")
