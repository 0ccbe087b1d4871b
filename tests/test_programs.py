"""Each program that a card hands over is run, and its numbers are those of the page."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from running import run

from components.page.programs import DECKS, programs
from components.tabs.layers.tab import said
from components.tabs.mask.tab import hole
from model import EOT, Shaping, answers_to, bits_of, chatting, library, load_die, nearest, parameters, posterior

KITE = 'Mira has a red kite and a blue cup.\n"Her" kite is'
NAMES = [name for name in programs() if name.partition(".")[0] not in DECKS]


def test_tokens(lm):
    assert run("tokens.chips", text=KITE)["ids"] == lm.encode(KITE)


def test_nearest(lm):
    found = run("embeddings.nearest", text=KITE, token=4)["found"]
    expected = nearest(lm.wte, lm.encode(KITE)[4], 8)
    assert found.indices.tolist() == [id for id, _ in expected]
    assert np.allclose(found.values, [cosine for _, cosine in expected], atol=1e-5)


def test_attention(lm):
    weights = run("attention.map", text=KITE, layer=3, head=1)["weights"]
    assert np.allclose(weights, lm.trace(KITE).pattern[3, 1], atol=1e-5)


def test_half_way(lm):
    chances = run("layers.half_way", text=KITE, token=5)["chances"]
    rows = said(lm, lm.trace(KITE), 5, 1)
    whole = [rows[0], *rows[2::2]]  # after each layer, not after its half
    assert [int(row.argmax()) for row in chances] == [row["top"][0]["id"] for row in whole]
    assert np.allclose([float(row.max()) for row in chances], [row["top"][0]["p"] for row in whole], atol=1e-5)


def test_parameters(lm):
    assert sorted(run("scale.parameters")["parts"].values()) == sorted(parameters(lm.transformer).values())


@pytest.mark.parametrize("temperature", [0, 0.5, 1, 2])
def test_die(lm, temperature):
    found = run("dice.die", text=KITE, token=6, temperature=temperature)["found"]
    die = load_die(lm.trace(KITE).logits[6], Shaping(temperature))
    assert np.allclose(found.values, die.probs[:12], atol=1e-5)
    assert found.indices[0] == die.ids[0]


def test_surprise(lm):
    assert np.allclose(run("dice.surprise", text=KITE)["bits"], bits_of(lm.trace(KITE)), atol=1e-4)


def test_picture(lm):
    """Without chance it is the page's picture; with chance another roll of the same dice."""
    made = run("paint.canvas", text="a big red star on white", temperature=0, seed=3)["painted"]
    assert made.tolist() == [s.rank.item() for s in lm.paint("a big red star on white", Shaping(0), 3)]
    assert run("paint.canvas", text="a blue fish", seed=3)["painted"].max() < 16


def test_backwards(lm):
    found = run("paint.backwards", text="a big red star on white", temperature=0, seed=3)
    bits = lm.picture_bits(found["captions"], found["painted"].tolist()).sum(1)
    assert np.allclose(found["bits"], bits, atol=1e-2) and np.allclose(found["shares"], posterior(bits), atol=1e-3)


def test_tune(lm):
    """Without chance it is the page's tune; with chance another roll of the same dice."""
    caption = "a brave march at a walking tempo in C major, in 4/4"
    made = run("compose.tune", text=caption, temperature=0, seed=3)["made"]
    expected = [step.ids.item() for step in lm.compose(caption, [], 129, Shaping(0), 3)]
    assert made == expected[: expected.index(0) + 1 if 0 in expected else None]
    assert 8 < len(run("compose.tune", text=caption, seed=3)["tune"]) <= 129


def test_clip(lm):
    """Without chance it is the page's clip; with chance another roll of the same dice."""
    made = run("animate.clip", text="a red balloon rises", temperature=0, seed=3)["frames"]
    assert made.flatten().tolist() == [s.rank.item() for s in lm.animate("a red balloon rises", Shaping(0), 3)]
    assert run("animate.clip", text="a blue fish moves to the left", seed=3)["frames"].shape == (4, 8, 8)


def test_text(lm):
    """Without chance it is the page's text, up to its end; with chance another roll of the same dice."""
    written = run("write.writing", text=KITE, temperature=0, seed=3)["written"]
    expected = [step.ids.item() for step in lm.generate(lm.encode(KITE), 60, Shaping(0), 3)]
    assert written == expected[: expected.index(EOT) + 1 if EOT in expected else None]
    assert 0 < len(run("write.writing", text=KITE, temperature=0.9, top_k=5, top_p=0.8)["written"]) <= 60


@pytest.mark.parametrize("token", [-1, 0, 4])
def test_hole(lm, token):
    made, expected, ids = run("mask.hole", text=KITE, token=token), hole(lm, KITE, token), lm.encode(KITE)
    assert made["token"] == expected["place"]
    for side in ("back", "both"):
        chances, best = made[side], expected[side]["faces"][0]
        assert float(chances[ids[made["token"]]]) == pytest.approx(expected[side]["true"], abs=1e-3)
        assert float(chances.max()) == pytest.approx(best["p"], abs=1e-3)
        assert lm.vocabulary.piece(int(chances.argmax())) == best["piece"]


def test_over_time(lm):
    dice = run("through_time.over_time", text=KITE)["dice"]
    assert [*dice] == [*lm.history.whole]
    for step, found in dice.items():
        die = load_die(lm.at(step).trace(KITE).logits[-1])
        assert np.allclose(found.values, die.raw[:3], atol=1e-3) and found.indices.tolist() == die.ids[:3].tolist()


@pytest.mark.parametrize("turns", [[], [["Hello <user>", "Hello. What do you want to know?"]]])
def test_conversation(lm, turns):
    """Both dice over the first token are the page's; without chance both answers, too."""
    question, passage = "What colour is the <user> kite?", "Mira has a red kite."
    told = [{"asked": asked, "said": said} for asked, said in turns]
    talk = chatting.Talk.of({"question": question, "passage": passage, "turns": told})
    read = chatting.reading(lm.vocabulary, talk, lm.config.n_positions)
    given = {"above": f"{passage}\n", "turns": turns, "question": question, "temperature": 0}
    made = run("chat.talk", **given)
    assert made["ids"][0].tolist() == read.ids
    for side, model in (("without", lm), ("with", chatting.with_adapter(lm))):
        logits = torch.tensor(model.trace_ids(read.ids).logits[-1])
        assert np.allclose(made["dice"][side], logits.softmax(-1), atol=1e-4)
        steps = chatting.answering(model, read, Shaping(0), 1)
        assert made["answers"][side] == lm.vocabulary.decode([step.ids.item() for step in steps])


@pytest.mark.parametrize("place", [0, 17])
def test_answers(lm, place):
    """Out of nothing, of what was found, and of a lie: the page's answers and their chances."""
    asked = library()[place].asks[0][0]
    told = answers_to(lm, asked, place)
    made = run("look_up.answers", question=asked, found=library()[place].text, planted=told["passage"])["answers"]
    for given, name in (("nothing", "none"), ("found", "found"), ("planted", "planted")):
        text, chance = made[given]
        assert text == "".join(piece for piece, _ in told[name]["said"]).strip()
        assert chance == pytest.approx(np.prod([p for _, p in told[name]["said"]]), abs=1e-4)


@pytest.mark.parametrize("name", ["write.writing", "paint.canvas", "compose.tune", "animate.clip", "chat.talk"])
def test_a_temperature_may_be_a_whole_number(name):
    run(name, temperature=2)


@pytest.mark.parametrize("name", [*programs()])
def test_a_program_is_in_order(name):
    """It reads as one: what it is for, its imports, the values of the page; no part that it does not call."""
    written = programs()[name]
    tree = ast.parse(written)
    kinds = [isinstance(each, ast.Import | ast.ImportFrom) for each in tree.body]
    assert ast.get_docstring(tree) and kinds[1] and not any(kinds[kinds.index(False, 1) :])
    assert len(re.findall(r"^folder = ", written, re.MULTILINE)) <= 1
    functions = {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}
    called = {each.func.id for each in ast.walk(tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)}
    assert not functions or functions & called
    assert max(map(len, written.split("\n"))) <= 120 or "noqa" in written


def test_every_program_is_tested_and_has_a_card():
    told = "".join(file.read_text() for file in (Path(__file__), Path("tests/learn/test_learned_programs.py")))
    assert len(NAMES) == 19 and all(f'"{name}"' in told for name in NAMES)
    printed = "".join(file.read_text() for file in Path("components").rglob("*.html"))
    assert all(f'data-print="{name}"' in printed for name in NAMES)
