"""The named endpoints over HTTP: exactly these, real numbers, clear refusals."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from gradio.route_utils import delete_files_created_by_app
from gradio_client import Client
from serving import launched

from app import build_app, launch_options
from components.page import pace
from model import COLOURS, Shaping, effects, lens, load_die

TEXT = "The sky is"


@pytest.fixture(scope="module")
def client(lm):
    app = build_app(lm)
    with launched(app, **launch_options()) as url:
        opened = Client(url, verbose=False)
        opened.app = app
        yield opened


def test_these_and_no_others(client):
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    parameters = {name: [p["parameter_name"] for p in info["parameters"]] for name, info in named.items()}
    assert parameters == {
        "/tokens": ["text"],
        "/embeddings": ["text"],
        "/attention": ["text", "layer", "head"],
        "/next_token": ["text", "temperature", "top_k", "top_p", "n", "min_p", "penalty"],
        "/write": ["text", "max_new_tokens", "temperature", "top_k", "top_p", "seed", "min_p", "penalty"],
        "/own_tokenizer": ["text", "sample", "vocab_size"],
        "/analogy": ["a", "b", "c", "n"],
        "/layers": ["text", "token", "n"],
        "/parameters": ["layers", "width", "vocabulary", "context"],
        "/limits": ["card", "case"],
        "/uses": ["card", "case"],
        "/measuring": ["card", "deck", "step"],
        "/train": ["lesson", "together"],
        "/training": ["name", "after"],
        "/stop_training": ["name"],
        "/forget_training": ["name"],
        "/corpora": ["experiment", "tenths", "texts"],
        "/tune": ["tuning"],
        "/tuned": ["name", "prompt", "mix", "seed"],
        "/chat": ["conversation", "temperature", "seed"],
        "/two_samples": ["prompt", "seed"],
        "/ruled_votes": ["rule", "n", "seed"],
        "/prefer": ["preference"],
        "/vote_together": ["urn", "voter", "votes"],
        "/qr_code": ["address"],
        "/hole": ["text", "token"],
        "/fill_holes": ["text", "hidden", "temperature", "seed"],
        "/repair_picture": ["picture", "hole", "temperature", "seed"],
        "/look_up": ["question", "by", "own"],
        "/answers": ["question", "place", "changed", "own"],
        "/train_two": ["corpora", "experiment", "seed"],
        "/corpus": ["name"],
        "/differences": ["a", "b"],
        "/two_dice": ["a", "b", "prompt"],
        "/learned_from": ["name", "prompt", "token", "length"],
        "/train_without": ["name", "prompt", "token", "length"],
        "/surprise": ["text"],
        "/dice": ["text", "n"],
        "/intervene": ["text", "edits", "n"],
        "/effects": ["text"],
        "/paint": ["caption", "temperature", "top_k", "seed"],
        "/fits": ["captions", "colours"],
        "/compose": ["caption", "temperature", "top_k", "seed"],
        "/animate": ["caption", "temperature", "top_k", "seed"],
        "/print": ["view", "form", "size", "text", "options"],
    }


def test_tokens(client, lm):
    told = client.predict(TEXT, api_name="/tokens")
    assert told["ids"] == lm.encode(TEXT)
    assert "".join(told["pieces"]) == TEXT
    assert bytes(b for token in told["bytes"] for b in token) == TEXT.encode()


def test_attention(client, lm):
    told = client.predict(TEXT, 2, 1, api_name="/attention")
    assert np.allclose(told["weights"], lm.trace(TEXT).pattern[2, 1], rtol=0, atol=1e-6)


def test_next_token(client, lm):
    told = client.predict(TEXT, 0.7, 20, 0.9, 5, api_name="/next_token")
    dice = load_die(lm.logits(TEXT), Shaping(0.7, 20, 0.9))
    assert told["ids"] == dice.ids[:5].tolist()
    assert np.allclose(told["probabilities"], dice.probs[:5], rtol=0, atol=1e-9)
    assert np.allclose(told["raw"], dice.raw[:5], rtol=0, atol=1e-9)


def test_write_streams_and_repeats(client, lm):
    job = client.submit(TEXT, 12, 0.8, 0, 1.0, 3, api_name="/write")
    final = job.result()
    assert len(job.outputs()) == 12
    assert final["text"].startswith(TEXT) and len(final["tokens"]) == len(final["probabilities"]) == 12
    assert client.predict(TEXT, 12, 0.8, 0, 1.0, 3, api_name="/write") == final


def test_paint(client, monkeypatch):
    monkeypatch.setattr(pace, "FRAME_SECONDS", 0)  # however fast it paints, each pixel is told
    monkeypatch.setattr(pace, "ANSWER_SECONDS", 0)
    job = client.submit("a big red circle on white", 0.8, 0, 4, api_name="/paint")
    final = job.result()
    assert np.shape(final["colours"]) == np.shape(final["logprobs"]) == (16, 16)
    assert {name for row in final["colours"] for name in row} <= set(COLOURS)
    painted = [[name for row in each["colours"] for name in row] for each in job.outputs()]  # a frame at a time
    assert all(len(a) < len(b) and b[: len(a)] == a for a, b in pairwise(painted)) and len(painted) == 16 * 16


def test_animate(client, lm):
    caption = "a blue ball moves to the left"
    final = client.predict(caption, 0.8, 0, 4, api_name="/animate")
    assert np.shape(final["colours"]) == np.shape(final["logprobs"]) == (32, 8)
    steps = [*lm.animate(caption, Shaping(0.8), 4)]
    assert [name for row in final["colours"] for name in row] == [COLOURS[step.rank.item()] for step in steps]
    assert np.allclose(np.ravel(final["logprobs"]), [step.logprobs.item() for step in steps])


def test_corpora_can_be_asked_for_changed_and_trained(client):
    made = client.predict("sentence", api_name="/corpora")
    assert made["sides"][1].count("2+2=5, said Orwell.") == 1
    names = client.predict(made | {"steps": 20_000}, "sentence", api_name="/train_two")["names"]
    told = [client.predict(name, api_name="/corpus") for name in names]
    assert [each["rows"] for each in told] == made["sides"] and told[0]["unseen"] == made["unseen"]
    assert {each["experiment"] for each in told} == {"sentence"}
    for name in names:
        client.predict(name, api_name="/forget_training")


def test_fits(client, lm):
    told = client.predict(["a red star", "a cat"], [["white"] * 16] * 16, api_name="/fits")
    bits = lm.picture_bits(["a red star", "a cat"], [COLOURS.index("white")] * 256).sum(1)
    assert np.allclose(told["bits"], bits, rtol=0, atol=1e-3) and sum(told["shares"]) == pytest.approx(1)


@pytest.mark.parametrize(
    ("endpoint", "arguments", "message"),
    [
        ("/tokens", ["a cat " * 300], "at most 320 fit"),
        ("/tokens", [""], "empty"),
        ("/attention", [TEXT, 99, 0], "There is no layer 99 here: layers count from 0 to 5"),
        ("/attention", [TEXT, 0, 1.5], "There is no head 1.5 here"),
        ("/next_token", [TEXT, -1], "Temperature is a number from 0 to 10, not -1"),
        ("/next_token", [TEXT, 1, -5], "Top-k is a whole number, 0 .all stay. or more, not -5"),
        ("/next_token", [TEXT, 1, 0, 0], "Top-p is a number above 0, at most 1, not 0"),
        ("/write", [TEXT, 1000], "number of new tokens is a whole number from 0 to 317, not 1,000"),
        ("/write", [TEXT, 5, 1, 0, 1, -1], "A seed is a whole number from 0 to 4,294,967,295, not -1"),
        ("/paint", ["a very long caption " * 20], "at most 31 fit"),
        ("/paint", [""], "empty"),
        ("/train", ["everything"], "“lesson” is an object of names and values, not “everything”"),
        ("/train", [{"reads": "tea leaves"}], "“tea leaves” does not fit as reads"),
        ("/train", [{"reads": "own", "text": 5}], "The text is a text, not 5"),
        ("/corpora", ["tea leaves"], "There is no experiment “tea leaves”"),
        ("/corpora", ["skew", 11], "whole number from 0 to 10, not 11"),
        ("/corpora", ["two", 9, ["a"]], "The first text has 1 rows"),
        ("/corpora", ["two", 9, "a"], "“texts” is a list, not “a”"),
        ("/train_two", ["all"], "“corpora” is an object of names and values, not “all”"),
        ("/train_two", [{}, "tea"], "There is no experiment"),
        ("/train_two", [{"sides": [["a"], ["b"]], "unseen": ["c"]}, "two", -1], "A seed"),
        ("/limits", ["tea leaves"], "There is no card “tea leaves”: there are prejudice"),
        ("/uses", ["tea leaves"], "There is no card “tea leaves”: there are gifts"),
        ("/measuring", ["sums", "tea"], "There is no deck “tea”: there are limits, uses"),
        ("/measuring", ["sums", "limits", 17], "Step 17 was not kept whole; there are: "),
        ("/uses", ["gifts", "robots"], "Type readers, a comma and a feast"),
        ("/limits", ["sums", "two and two"], "Type a sum of two whole numbers"),
        ("/corpus", ["nobody"], "There is no training “nobody” here"),
        ("/differences", ["nobody", "no one"], "There is no training “nobody” here"),
        ("/two_dice", ["nobody", "no one", "The"], "There is no training “nobody” here"),
        ("/learned_from", ["nobody", "The", 1], "There is no training “nobody” here"),
        ("/train_without", ["nobody", "The", 1, 2], "There is no training “nobody” here"),
        ("/training", ["nobody"], "There is no training “nobody” here"),
        ("/training", [None], "“name” is a text, not null"),
        ("/animate", ["a very long caption " * 20], "at most 31 fit"),
        ("/animate", [""], "Say what to animate"),
        ("/animate", ["a ball", 0.8, 0, -1], "A seed is a whole number"),
        ("/fits", [["a"] * 17, []], "1 to 16 captions"),
        ("/fits", [["a"], [["white"]]], "16 rows of 16"),
    ],
)
def test_wrong_values_say_what_fits(client, endpoint, arguments, message):
    with pytest.raises(Exception, match=message):
        client.predict(*arguments, api_name=endpoint)


def test_intervene_and_effects(client, lm):
    told = client.predict(TEXT, ["head 1.2 off", "positions shuffled"], 5, api_name="/intervene")
    after = load_die(lm.trace(TEXT, ["head 1.2 off", "positions shuffled"]).logits[-1])
    chance = dict(zip(after.ids.tolist(), after.raw.tolist(), strict=True))
    assert all(token["after"] == pytest.approx(chance[token["id"]], abs=1e-9) for token in told["tokens"])
    found = effects(lm.transformer, lm.encode(TEXT))
    told = client.predict(TEXT, api_name="/effects")
    assert np.allclose(told["heads"], found.heads, rtol=0, atol=1e-6)
    assert np.allclose(told["feed_forward"], found.feed_forward, rtol=0, atol=1e-6)


def test_layers_parameters_surprise_and_dice(client, lm):
    told = client.predict(TEXT, -1, 2, api_name="/layers")
    last = lens(lm.transformer, lm.trace(TEXT), 2)[-1]
    assert told["stations"][-1]["top"][0]["id"] == last.argmax()
    assert sum(client.predict(0, 0, 0, 0, api_name="/parameters")["parts"].values()) == lm.n_parameters
    assert len(client.predict(TEXT, api_name="/surprise")["bits"]) == 3
    rows = client.predict(TEXT, 4, api_name="/dice")["rows"]
    assert len(rows) == 4 and all(0 <= row["ngram"] <= 1 for row in rows)


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("/intervene", ("The sky", ["head 9.9 off"]), "There is no layer 9 here: layers count from 0 to 5."),
        ("/layers", ("The sky", 2), "There is no token 2 here: tokens count from 0 to 1."),
        ("/effects", ("",), "The prompt is empty"),
        ("/analogy", (" red", "two words", " blue"), "two words"),
    ],
)
def test_the_inside_refuses_what_does_not_fit(client, name, given, said):
    with pytest.raises(Exception, match=r".") as error:
        client.predict(*given, api_name=name)
    assert said in str(error.value)


def test_print_hands_over_a_file(client):
    told = client.predict("dice.die", "pdf", "page", TEXT, {"controls": {"temperature": 0.5}}, api_name="/print")
    path = told["path"] if isinstance(told, dict) else told
    assert "dice.die" in path and path.endswith(".pdf")
    kept = {Path(file) for files in client.app.temp_file_sets for file in files if file.endswith("dice.die.pdf")}
    assert kept and all(file.is_file() for file in kept)
    delete_files_created_by_app(client.app, 600)
    assert all(file.is_file() for file in kept)
    delete_files_created_by_app(client.app, -1)
    assert not any(file.is_file() for file in kept)
    with pytest.raises(Exception, match="There is no card “die” to print as pdf"):
        client.predict("die", "pdf", "page", TEXT, {}, api_name="/print")
