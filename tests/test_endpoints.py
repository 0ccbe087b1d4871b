"""The named endpoints over HTTP: exactly these, real numbers, clear refusals."""

import numpy as np
import pytest
from gradio_client import Client

from app import build_app, launch_options
from model import COLOURS, load_die

TEXT = "The sky is"


@pytest.fixture(scope="module")
def client(lm):
    app = build_app(lm)
    _, url, _ = app.launch(prevent_thread_lock=True, quiet=True, server_name="127.0.0.1", **launch_options())
    yield Client(url, verbose=False)
    app.close()


def test_these_and_no_others(client):
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    parameters = {name: [p["parameter_name"] for p in info["parameters"]] for name, info in named.items()}
    assert parameters == {
        "/tokens": ["text"],
        "/embeddings": ["text"],
        "/attention": ["text", "layer", "head"],
        "/next_token": ["text", "temperature", "top_k", "top_p", "n"],
        "/write": ["text", "max_new_tokens", "temperature", "top_k", "top_p", "seed"],
        "/paint": ["caption", "temperature", "top_k", "seed"],
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
    dice = load_die(lm.logits(TEXT), 0.7, 20, 0.9)
    assert told["ids"] == dice.ids[:5].tolist()
    assert np.allclose(told["probabilities"], dice.probs[:5], rtol=0, atol=1e-9)
    assert np.allclose(told["raw"], dice.raw[:5], rtol=0, atol=1e-9)


def test_write_streams_and_repeats(client, lm):
    job = client.submit(TEXT, 12, 0.8, 0, 1.0, 3, api_name="/write")
    final = job.result()
    assert len(job.outputs()) == 12
    assert final["text"].startswith(TEXT) and len(final["tokens"]) == len(final["probabilities"]) == 12
    assert client.predict(TEXT, 12, 0.8, 0, 1.0, 3, api_name="/write") == final


def test_paint(client):
    job = client.submit("a big red circle on white", 0.8, 0, 4, api_name="/paint")
    final = job.result()
    assert np.shape(final["colours"]) == np.shape(final["logprobs"]) == (16, 16)
    assert {name for row in final["colours"] for name in row} <= set(COLOURS)
    assert len(job.outputs()) == 256


@pytest.mark.parametrize(
    ("endpoint", "arguments", "message"),
    [
        ("/tokens", ["a cat " * 300], "at most 288 fit"),
        ("/tokens", [""], "empty"),
        ("/attention", [TEXT, 99, 0], "layer is 99; it must be 0 to 5"),
        ("/attention", [TEXT, 0, 1.5], "head is 1.5"),
        ("/next_token", [TEXT, -1], "temperature is -1; it must be 0 to 10"),
        ("/next_token", [TEXT, 1, -5], "top_k is -5"),
        ("/next_token", [TEXT, 1, 0, 0], "top_p is 0"),
        ("/write", [TEXT, 1000], "max_new_tokens is 1000"),
        ("/write", [TEXT, 5, 1, 0, 1, -1], "seed is -1"),
        ("/paint", ["a very long caption " * 20], "at most 31 fit"),
        ("/paint", [""], "empty"),
    ],
)
def test_wrong_values_say_what_fits(client, endpoint, arguments, message):
    with pytest.raises(Exception, match=message):
        client.predict(*arguments, api_name=endpoint)
