"""Trainings rest while somebody waits for the page, at most two thirds of the time, and go on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from components import site
from components.page.scene import Scene
from components.parts import trainings
from model.learn.jobs import rest
from model.learn.jobs.lesson import Lesson
from model.learn.jobs.line import Line
from model.learn.jobs.shared import PLACE, SECRET, offer, reached

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="looks at processes as Linux shows them")


@pytest.fixture(autouse=True)
def longer(monkeypatch):
    """Rests that a loaded machine does not miss."""
    monkeypatch.setattr(rest, "MOMENT_S", 0.5)


@pytest.fixture
def busy():
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    yield process
    process.kill()
    process.wait()


def stopped(process):
    return Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def wait(holds, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.002)


def test_it_rests_for_a_moment_and_goes_on(busy):
    resting = rest.Rest(lambda: [busy])
    began = time.monotonic()
    resting.ask()
    wait(lambda: stopped(busy))
    wait(lambda: not stopped(busy))
    assert time.monotonic() - began >= rest.MOMENT_S
    resting.ask()  # it has just rested: its turn
    time.sleep(rest.MOMENT_S / 20)
    assert not stopped(busy)


def test_however_much_is_asked_it_goes_on_for_a_third_of_the_time(busy, monkeypatch):
    monkeypatch.setattr(rest, "LONGEST_S", 0.4)
    resting, looks = rest.Rest(lambda: [busy]), []
    end = time.monotonic() + 4
    while time.monotonic() < end:
        resting.ask()
        looks.append(stopped(busy))
        time.sleep(0.01)
    assert 0.5 < sum(looks) / len(looks) < 0.75
    wait(lambda: not stopped(busy))


def test_what_has_ended_meanwhile_is_no_trouble(busy):
    resting = rest.Rest(lambda: [busy])
    resting.ask()
    wait(lambda: stopped(busy))
    busy.kill()
    busy.wait()
    wait(lambda: not resting.resting)


def test_where_nothing_trains_nothing_rests():
    resting = rest.Rest(list)
    resting.ask()
    assert not resting.resting


def test_a_line_lets_its_trainings_rest_and_they_leave_the_same_bytes():
    line, small = Line(), {"layers": 1, "width": 32, "context": 32}
    names = [line.start(Lesson("copies", steps=150, **small)) for _ in range(2)]
    wait(lambda: len(line.running) == 2)
    line.give_way()
    wait(lambda: all(stopped(worker.process) for worker in line.workers), 5)
    wait(lambda: all([line.state(name)["ended"] for name in names]), 180)  # each is looked at, or it would be stopped
    one, other = ((line.folder(name) / "model.safetensors").read_bytes() for name in names)
    assert one == other
    os.kill(line.workers[0].process.pid, signal.SIGSTOP)
    line.close()  # also what is stopped


def test_whatever_the_page_asks_for_trainings_rest_before(tiny, monkeypatch):
    rests, answers = [], []
    monkeypatch.setattr(trainings, "line", lambda: type("Line", (), {"give_way": lambda self: rests.append(1)})())
    app = site.build_app(tiny)
    scene = next(block for block in app.blocks.values() if isinstance(block, Scene))
    with app:
        scene.ask("restore", lambda *given: answers.append(len(rests)), [], [])
    asked = [each.fn for each in app.fns.values() if each.fn and (scene._id, "restore") in each.targets]
    asked[-1]()
    assert answers == [1]


def test_where_several_servers_are_one_each_may_ask_for_a_rest(busy, tmp_path, monkeypatch):
    line, secret = Line(), "of a test"
    line.rest = rest.Rest(lambda: [busy])
    close = offer(line, None, tmp_path / "both", secret)
    monkeypatch.setenv(PLACE, str(tmp_path / "both"))
    monkeypatch.setenv(SECRET, secret)
    reached().give_way()
    wait(lambda: stopped(busy))
    wait(lambda: not stopped(busy))
    close()
    line.close()


@pytest.mark.parametrize("error", [ConnectionRefusedError, EOFError])
def test_a_visitor_is_answered_also_where_the_line_is_gone(error, monkeypatch):
    def gone():
        raise error

    monkeypatch.setattr(trainings, "line", gone)
    trainings.give_way()
