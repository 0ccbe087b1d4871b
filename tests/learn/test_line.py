"""Who trains: two at once, others in line, each known by its name, and gone when nobody looks."""

import os
import signal
import time
from itertools import pairwise

import pytest

from model.core.checkpoint import load
from model.learn.jobs.lesson import Lesson
from model.learn.jobs.line import Line, told

SMALL = {"layers": 1, "width": 32, "context": 32}
OWN = "\n\n".join(
    f"The fox number {i} met a crow on a hill and asked for cheese, but {i * 7 % 13} said no." for i in range(40)
)


def wait(holds, seconds=180):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.05)


@pytest.fixture
def line():
    made = Line()
    yield made
    made.close()


def test_two_at_once_and_all_others_in_line(line):
    lesson = Lesson("copies", steps=30, **SMALL)
    names = [line.start(lesson) for _ in range(5)]
    assert len(set(names)) == 5 and all(len(name) >= 22 for name in names)  # 128 bits
    wait(lambda: len(line.running) == 2)
    states = [line.state(name) for name in names]
    assert [state["before"] for state in states] == [0, 0, 2, 3, 4]
    assert all(a["seconds"] <= b["seconds"] for a, b in pairwise(states[2:]))
    assert states[4]["watch"] in names[:2]  # nobody's own text
    wait(lambda: all([line.state(name)["ended"] for name in names]))
    assert len(line.workers) == 2  # warm for the next
    if hasattr(os, "SCHED_IDLE"):  # none takes time that the page needs
        assert {os.sched_getscheduler(worker.process.pid) for worker in line.workers} == {os.SCHED_IDLE}
    folder = line.folder(names[3])
    assert load(folder)[0].config.n_layer == 1
    line.forget(names[3])
    assert not folder.exists()
    with pytest.raises(ValueError, match="There is no training"):
        line.state(names[3])


def test_a_crowd_takes_short_turns(line):
    names = [line.start(Lesson("copies", seconds=60, **SMALL)) for _ in range(4)]
    wait(lambda: len(line.running) == 2)
    assert [line.of(name).lesson.seconds for name in names[:2]] == [15, 15]
    for name in names:
        line.stop(name)


def test_together_one_training_of_everybodys_text(line):
    for _ in range(2):
        line.start(Lesson("copies", seconds=180, **SMALL))
    wait(lambda: len(line.running) == 2)
    texts = [f"{OWN} {i}" for i in range(3)]
    first, second = (line.start(Lesson("own", text, **SMALL), together=True) for text in texts[:2])
    assert first == second and line.of(first).lesson.text == "\n\n".join(texts[:2])
    assert line.start(Lesson("own", texts[2], **SMALL)) != first  # a text of his own
    assert line.start(Lesson("own", texts[2], **SMALL | {"width": 64}), together=True) != first  # another model


def test_a_killed_process_goes_on_in_another(line):
    name = line.start(Lesson("copies", steps=400, **SMALL))
    wait(lambda: any(event.get("step", 0) > 120 for event in line.state(name)["events"]))
    line.workers[0].process.kill()
    wait(lambda: line.state(name)["ended"])
    job, straight = line.of(name), line.start(Lesson("copies", steps=400, **SMALL))
    wait(lambda: line.state(straight)["ended"])
    assert job.restarts == 1
    one, other = ((line.folder(n) / "model.safetensors").read_bytes() for n in (name, straight))
    assert one == other


def test_what_has_learned_nothing_ends_at_once(line):
    name = line.start(Lesson("copies", seconds=180, **SMALL))
    wait(lambda: line.running)
    line.workers[0].process.send_signal(signal.SIGSTOP)  # a machine that leaves it no time
    line.stop(name)
    state = line.state(name)
    assert state["ended"] and not state["running"] and not state["events"]
    after = line.start(Lesson("copies", steps=30, **SMALL))
    wait(lambda: line.state(after)["ended"])
    assert line.folder(after)


def test_who_has_gone_trains_no_longer():
    line = Line(gone=0.5, kept=1.5)
    name = line.start(Lesson("copies", seconds=180, **SMALL))
    job = line.jobs[name]
    wait(lambda: name not in line.jobs)  # stopped, then forgotten
    assert not job.folder.exists()
    line.close()
    assert not line.root.exists()


def test_lines_that_are_rewritten_come_again(tmp_path):
    file = tmp_path / "events.jsonl"
    assert told(file, 0) == ([], 0)
    file.write_text('{"step": 1}\n{"step": 22}\n{"st')
    first, after = told(file, 0)
    assert [e["step"] for e in first] == [1, 22]
    assert told(file, after) == ([], after)
    file.write_text('{"step": 111}\n{"step": 2}\n')
    assert [e["step"] for e in told(file, after)[0]] == [111, 2]
