"""What a model can do is counted as the scoreboard counts it, and added to a history that lacks it."""

import json
import shutil
from itertools import islice

import torch

from model.found import history as found
from model.learn import history, skills
from model.score.truths import answer
from model.world import asked


def test_questions_have_one_answer_and_are_always_the_same():
    assert len(asked.sums()) == 100 and asked.sums()[37] == ("3+7=", "10", "\n")
    assert {count: len(some) for count, some in asked.secrets().items()} == dict.fromkeys((1, 3, 10, 30, 100, 300), 2)
    people = [*islice(asked.people(), 20)]
    assert people == [*islice(asked.people(), 20)] and {each.answer for each in people} == {"he", "she"}
    for each in people:
        assert not asked.PRONOUN.search(each.prompt) and len({*asked.NAME.findall(each.prompt)}) == 1


def test_all_of_one_length_are_answered_as_each_alone(lm):
    some = [*asked.sums()[::7], *asked.secrets()[300], *asked.secrets()[1]]
    alone = [answer(lm, each.prompt, each.stop, tokens=6) == each.answer for each in some]
    by_length = sorted(range(len(some)), key=lambda i: len(lm.encode(some[i].prompt)))
    together = skills.answered(lm.transformer, lm.vocabulary, some, 6)
    assert any(alone) and not all(alone)
    assert sorted(together) == sorted(alone) and len(by_length) == len(together)
    (right,) = skills.answered(lm.transformer, lm.vocabulary, some[1:2], 6)
    assert right == alone[1]


def test_who_is_meant_is_the_likelier_of_both(lm):
    """By the sum of the chances of all forms, from a pass of its own."""
    some = [*islice(asked.people(), 6)]
    told = []
    for each in some:
        chances = torch.from_numpy(lm.trace(each.prompt).logits[-1].copy()).softmax(-1)
        he, she = (sum(chances[lm.encode(word)[0]] for word in skills.SAID[who]) for who in ("he", "she"))
        told.append(("she" if she > he else "he") == each.answer)
    assert skills.meant(lm.transformer, lm.vocabulary, some) == told


def test_what_does_not_fit_is_not_asked(tiny):
    long = asked.Question("a " * 400, "b")
    assert skills.answered(tiny.transformer, tiny.vocabulary, [long], 3) == []
    assert skills.meant(tiny.transformer, tiny.vocabulary, [long]) == []


def test_a_history_is_completed_by_its_whole_steps(walked, tmp_path, monkeypatch):
    for room, name in ((history, "HANDS"), (skills, "PASSAGES"), (skills, "PEOPLE")):
        monkeypatch.setattr(room, name, 2)
    place = tmp_path / "history"
    shutil.copytree(walked / found.FOLDER, place)
    lines = found.read_lines(place)
    for line in lines[:3]:
        del line["skills"]  # 1, 5 and 20; of these 1 and 20 are whole
    kept = [line for line in lines if line["step"] != 300]  # whole, but never read out
    (place / found.FILE).write_text("".join(history.line_of(line) for line in kept))
    assert history.complete(walked, place) == [1, 20, 300]
    after = {line["step"]: line for line in found.read_lines(place)}
    assert [*after] == [1, 5, 20, 70, 300, 900]
    assert after[1]["rounded"] == ["skills"] and after[1]["dice"] == lines[0]["dice"]
    assert "skills" not in after[5] and after[70] == lines[3] and "dice" in after[300]["rounded"]
    assert after[1]["skills"].keys() == {"sums", "passages", "pronouns", "secrets"}
    assert history.complete(walked, place) == []
    assert json.loads((place / found.FILE).read_text().splitlines()[0])["step"] == 1


def test_a_whole_step_is_read_out_too(tiny, tmp_path, monkeypatch):
    steps = 900
    monkeypatch.setattr(history, "read_out", lambda *_: {})
    for step in range(1, steps + 1):
        history.record(tmp_path, step, steps, tiny.transformer, tiny.vocabulary)
    read = {line["step"] for line in found.read_lines(tmp_path)}
    assert {*found.checkpoints(tmp_path)} == {*history.spaced(steps, history.WHOLE)} <= read
    assert {*history.spaced(steps, history.READ_OUTS)} <= read
