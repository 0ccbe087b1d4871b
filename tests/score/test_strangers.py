"""What strangers ask: prompts that are nowhere trained on, wordings that no generator has, and how answers are read."""

import random
import re
from types import SimpleNamespace

import pytest

from model.score import strangers
from model.world.knowledge.facts import countries
from model.world.rich import RICH, WRITERS
from model.world.texts.passages import passage

HANDS = ("by another hand", "by a third hand")


@pytest.fixture(scope="module")
def told():
    """Lines of the world, those of its new kinds above all, in small letters."""
    rng = random.Random("strangers")
    texts = [RICH.document(rng).text for _ in range(4000)]
    texts += [
        WRITERS[kind](rng)
        for kind in ("knowledge", "thread", "real", "itself", "sums", "handwritten")
        for _ in range(1500)
    ]
    return "\n".join(texts).lower()


def test_no_prompt_stands_in_the_world(told):
    prompts = [prompt for name in ("prompts", *HANDS) for prompt in strangers.STRANGERS[name]]
    assert len(strangers.STRANGERS["prompts"]) == 50 and len(set(prompts)) == len(prompts) >= 140
    assert [prompt for prompt in prompts if prompt.lower() in told] == []


@pytest.mark.parametrize("name", ["capitals", "kinds", "opposites", "uses"])
def test_the_last_wording_of_a_fact_is_not_of_the_world(told, name):
    """Its longest part without a slot stands nowhere in the world."""
    *_, unseen = strangers.UNSEEN[name]
    longest = max((part.split("{")[0] for part in unseen.split("}")), key=len).strip().lower()
    assert len(longest) > 12 and longest not in told


def test_names_of_ones_own_are_nobodys():
    assert not set(strangers.UNSEEN["people"].words) & strangers.NAMES
    assert len(strangers.UNSEEN["people"].words) >= 20 and len(strangers.UNSEEN["sums"]) >= 20


@pytest.mark.parametrize(
    ("said", "wanted", "right"),
    [
        ("It is not a bird", ["a bird"], False),
        ("Paris.", ["Paris"], True),
        ("It is paris", ["Paris"], True),
        ("a bird", ["an animal", "a bird"], True),
        ("To cut bread.", ["cut bread"], True),
        ("A knife is used to cut bread. It is sharp.", ["cut bread"], True),
        ("The opposite of big is smaller. It is small.", ["small"], False),
        ("It is a bird-like thing", ["bird-li"], False),
        ("It is a kind of toy. It is red.", ["a toy"], True),
        ("One sort of animal", ["an animal"], True),
        ("It is not a type of toy", ["a toy"], False),
        ("It is a kind of toy box", ["a box"], False),
        ("Lyon", ["Paris"], False),
        ("", ["Paris"], False),
    ],
)
def test_how_an_answer_is_read(monkeypatch, said, wanted, right):
    monkeypatch.setattr(strangers, "answer", lambda *_, **__: said)
    assert strangers.holds(None, "prompt", wanted) is right


def test_what_it_says_again_of_the_question_is_no_answer(monkeypatch):
    monkeypatch.setattr(strangers, "answer", lambda *_, **__: "A toy car is a house. It is a toy.")
    assert not strangers.holds(None, "What is a toy car?\n", ["a toy"], "a toy car")
    monkeypatch.setattr(strangers, "answer", lambda *_, **__: "The capital of Luxembourg is Luxembourg")
    assert strangers.holds(None, "What is the capital of Luxembourg?\n", ["Luxembourg"], "Luxembourg")
    monkeypatch.setattr(strangers, "answer", lambda *_, **__: "The capital of Luxembourg is Paris")
    assert not strangers.holds(None, "What is the capital of Luxembourg?\n", ["Luxembourg"], "Luxembourg")
    monkeypatch.setattr(strangers, "answer", lambda *_, **__: "It is Luxembourg.")
    assert strangers.holds(None, "What is the capital of Luxembourg?\n", ["Luxembourg"], "Luxembourg")


def test_a_question_keeps_the_newline_at_its_end():
    wording = strangers.UNSEEN["capitals"][0]
    assert (
        strangers.named([wording], {"land": "France", "capital": ""}, "capital")[0][0]
        == "What is the capital of France?\n"
    )


def test_each_country_is_asked_in_three_wordings(monkeypatch):
    asked = []
    monkeypatch.setattr(
        strangers, "holds", lambda lm, prompt, wanted, about: asked.append((prompt, *wanted, about)) or True
    )
    land = countries()[0]
    figures = strangers.by_wording(None, "capitals", [({**land, "capital": ""}, (land["capital"],))], "capital")
    assert [prompt for prompt, *_ in asked][1] == f"The capital of {land['land']} is"
    assert {(wanted, about) for _, wanted, about in asked} == {(land["capital"], land["land"])}
    assert [figure.samples for figure in figures] == [2, 1] and all(figure.ok for figure in figures)


def test_sums_and_passages_are_put_in_every_wording_and_read_up_to_the_end_of_a_line(monkeypatch):
    prompts = []

    def told(lm, prompt, **_):
        prompts.append(prompt)
        return f"{sum(map(int, re.findall('[0-9]+', prompt)[-2:]))}. It is."

    monkeypatch.setattr(strangers, "answer", told)
    assert len(strangers.added(None, 40)) == 40 and any(strangers.added(None, 40))
    forms = ("gives you {}.", "\nA: {}", "{} in all", "5 and {}", "a lot")
    rng = random.Random("score unseen")
    sums = [rng.randint(1, 100) + rng.randint(1, 100) for _ in range(5)]
    answered = iter([each.format(total) for each, total in zip(forms, sums, strict=True)])
    monkeypatch.setattr(strangers, "answer", lambda lm, prompt, **_: next(answered))
    assert strangers.counted(None, 5) == [True, True, True, False, False]
    rng, prompts[:] = random.Random("score unseen passages"), []
    made = [passage(rng, layout="question") for _ in strangers.UNSEEN["passages"]]
    answers = iter([f"{made[0].answer}.\nQ", f"No.\n{made[1].answer}", *[""] * len(made)])
    monkeypatch.setattr(strangers, "answer", lambda lm, prompt, **_: prompts.append(prompt) or next(answers))
    assert strangers.read(None, len(made))[:3] == [True, False, False]
    for each, prompt, wording in zip(made, prompts, strangers.UNSEEN["passages"], strict=True):
        assert each.passage in prompt and each.question in prompt
        asked_first = wording.index("{question}") < wording.index("{passage}")
        assert (prompt.index(each.question) < prompt.index(each.passage)) == asked_first


def test_a_name_is_kept_if_it_is_the_first_that_comes(monkeypatch):
    told = iter(["She met Anna.", "Then Tindra laughed.", "It rained."] * 100)
    monkeypatch.setattr(strangers, "continued", lambda *_, **__: next(told))
    monkeypatch.setattr(strangers, "UNSEEN", {"people": SimpleNamespace(words=("Tindra",)), "names": ["This is {n}."]})
    assert strangers.kept(None) == [False, True]


def test_the_page_holds_every_prompt(lm, monkeypatch):
    monkeypatch.setattr(strangers, "TOKENS", 4)
    page = strangers.page(lm)
    assert all(prompt.replace("\n", " ↵ ") in page for prompt in strangers.STRANGERS["prompts"])


def test_what_phones_type_is_asked_and_read(monkeypatch):
    asked = []
    monkeypatch.setattr(strangers, "holds", lambda lm, prompt, wanted, about: asked.append((prompt, about)) or True)
    phones = list(strangers.STRANGERS["from phones"])
    prompts = [*phones, *(prompt for block in strangers.STRANGERS for prompt in strangers.STRANGERS[block])]
    told = iter(["It rains.\nSo 🍕 it is…", "I \ufffd", "\x1f no", *["fine"] * len(phones)])

    def said(lm, prompt):
        prompts.remove(prompt)
        return next(told, "English?" if prompt == phones[7] else "fine")

    monkeypatch.setattr(strangers, "continued", said)
    foreign = iter(["I know only English.", "Hola.", "Please, English!"])
    lines = []
    monkeypatch.setattr(strangers, "answer", lambda lm, prompt, **_: lines.append(prompt) or next(foreign, "Yes."))
    capitals, whole, english, not_theirs = strangers.from_phones(None, 12)
    assert not prompts and not_theirs.value == 1 - 1 / not_theirs.samples and not_theirs.samples == 2 * len(lines[20:])
    assert {f"{prompt}\n" for prompt in phones} < {*lines[20:]}
    assert capitals.samples == 12 and whole.value == pytest.approx(1 - 2 / whole.samples)
    assert english.value == pytest.approx(2 / english.samples) and english.samples == 20
    assert sum("’" in prompt for prompt, _ in asked) >= 6 and any(prompt.isupper() for prompt, _ in asked)
    assert all(about.lower() in prompt.lower() for prompt, about in asked)
