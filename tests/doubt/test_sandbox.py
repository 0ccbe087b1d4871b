"""The sandbox: what a short function gives, and that nothing which is run in it gets out or costs long."""

import os
import shutil
import socket
import time
from pathlib import Path

import pytest
from hostile import programs

from model.doubt import sandbox, walls
from model.doubt.sandbox import Program, Ran, run

HOSTILE = programs()
HARMLESS = ("loop", "memory", "huge", "read", "said")  # they may come to an end by themselves


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    """A folder where anybody may write, and a port that listens."""
    folder = tmp_path_factory.mktemp("outside")
    for each in (folder, *folder.parents[:3]):
        each.chmod(0o777)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield folder, server


def attack(name, outside):
    folder, server = outside
    slots = {"mark": folder / "mark", "port": server.getsockname()[1]}
    source, call = (text.format(**slots) for text in HOSTILE[name])
    return Program(source, (call,))


def nothing_came_out(outside):
    folder, server = outside
    assert [*folder.iterdir()] == []
    with pytest.raises(BlockingIOError):
        server.accept()
    still = [each for each in Path("/proc").glob("[0-9]*/cmdline") if str(sandbox.WALLS).encode() in read(each)]
    assert still == []


def read(path):
    try:
        return path.read_bytes()
    except OSError:  # it has ended meanwhile
        return b""


def test_there_are_two_hundred_hostile_programs():
    assert len({*HOSTILE.values()}) > 250


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_gets_out_and_nothing_takes_long(name, outside, monkeypatch):
    monkeypatch.setattr(sandbox, "WALLS", shutil.copy(sandbox.WALLS, outside[0].parent / "walls_alone.py"))
    start = time.monotonic()
    (found,) = run([attack(name, outside)])
    assert time.monotonic() - start < 3
    nothing_came_out(outside)
    assert found.how != "value" or name.startswith(HARMLESS)
    assert sum(map(len, found.values)) <= walls.MOST


@pytest.mark.parametrize("down", [["if found:"], ["if found:", "watch()"], ["if found:", "wall_in()"]])
def test_what_is_behind_a_wall_holds_without_it(outside, monkeypatch, down):
    if "watch()" in down and os.geteuid():
        pytest.skip("who is not root cannot be locked into a folder: it could make an empty one elsewhere")
    source = sandbox.WALLS.read_text()
    for line in down:
        assert source.count(f" {line}\n") == 1
        source = source.replace(f" {line}\n", " if False:\n" if line.endswith(":") else " pass\n")
    path = outside[0].parent / "walls_down.py"
    path.write_text(source)
    monkeypatch.setattr(sandbox, "WALLS", path)
    names = [name for name in HOSTILE if not name.startswith(HARMLESS)]
    found = run([attack(name, outside) for name in names])
    nothing_came_out(outside)
    assert "refused" not in {one.how for one in found}
    if "watch()" not in down:
        assert sum(one.how == "stopped" for one in found) > 20, "many get as far as the next wall"


def test_what_a_short_function_gives():
    source = "def twice(n):\n    return 2 * n"
    assert run([Program(source, ("twice(4)", "twice('ab')")), Program("def f(:", ("f()",))]) == [
        Ran(True, "value", "", ("8", "'abab'")),
        Ran(False, "error", "SyntaxError", ()),
    ]
    assert run([Program(source, ("twice()",))]) == [Ran(True, "error", "TypeError", ())]
    assert run([Program("import os", ())]) == [Ran(True, "refused", "Import", ())]
    assert run([Program("while True: pass", ())]) == [Ran(True, "stopped", "", ())]
    assert run([]) == []


def test_programs_do_not_meet():
    some = [
        Program("x = [1]", ("x",)),
        Program("y = 1", ("x",)),
        Program("sum = 3", ("sum",)),
        Program("", ("sum([1])",)),
    ]
    assert [one.values for one in run(some)] == [("[1]",), (), ("3",), ("1",)]


def test_too_many_and_too_long():
    with pytest.raises(ValueError, match="There are 401 programs; at most 400 are run at a time"):
        run([Program("", ())] * 401)
    assert run([Program("#" * 2001, ())]) == [Ran(False, "refused", "too long", ())]


def test_every_function_of_the_world_is_let_in():
    import random

    from model.world.texts.code import recipes, write_code

    made = [write_code(random.Random(i), recipe) for i, recipe in enumerate(recipes())]
    bare = [
        Program("\n".join(line for line in each.text.split("\n") if line[:3] != ">>>"), (each.call,)) for each in made
    ]
    ran = [one for one, each in zip(run(bare), made, strict=True) if each.result.count("\n") == 0]
    assert {one.how for one in ran} <= {"value", "error"} and sum(one.how == "value" for one in ran) > 60
