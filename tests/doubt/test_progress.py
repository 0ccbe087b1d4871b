"""How far a measurement is: each token that is read or rolled counts, for the measurement of its own thread alone."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest

from model.doubt import asking, deck, made, progress


def counted(work):
    with progress.counting("mine"):
        work()
        return progress.so_far("mine")


def test_what_is_read_rolled_and_painted_counts(lm):
    prompts = ["Her kite is red.", "One, two"]
    longest = max(len(lm.encode(prompt)) for prompt in prompts)
    assert counted(lambda: asking.dice(lm, prompts)) == 2 * longest
    assert counted(lambda: asking.comes(lm, ["Her kite is"], [" red"])) == len(lm.encode("Her kite is red"))
    new = [lm.encode(text) for text in (" red", " blue green")]
    assert counted(lambda: asking.bits_after(lm, "Her kite is", [" red", " blue green"])) == 2 * max(map(len, new))
    assert counted(lambda: asking.written(lm, ["Once upon a"], 5)) in (5, 6)  # one step more says that it is done
    assert counted(lambda: made.paint(lm, ["a red ball", "a blue cat"])) == 2 * 256


def test_threads_do_not_count_for_each_other():
    found, met = {}, Barrier(2)

    def measure(name, n):
        with progress.counting(name):
            met.wait()
            progress.add(n)
            met.wait()
            found[name] = progress.so_far(name)

    threads = [Thread(target=measure, args=pair) for pair in (("a", 3), ("b", 5))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"a": 3, "b": 5}
    progress.add(7)  # for nobody
    assert progress.so_far("a") == progress.so_far("b") == 0


def test_nothing_is_left_where_a_measurement_fails():
    with pytest.raises(ZeroDivisionError), progress.counting("mine"):
        progress.add(1)
        raise ZeroDivisionError
    assert progress.so_far("mine") == 0


def test_a_card_counts_under_its_name(lm, monkeypatch):
    seen = []

    def measure(model):
        asking.dice(model, ["One, two"])
        seen.append(deck.asked_so_far(model, "counting"))

    card = replace(deck.card_of("counting"), measure=measure)
    monkeypatch.setattr(deck, "card_of", lambda *_: card)
    deck._counted(lm, "counting", "limits")
    assert seen == [len(lm.encode("One, two"))] and deck.asked_so_far(lm, "counting") == 0
