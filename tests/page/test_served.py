"""Scripts and data as the browser fetches them: for good, compressed, and nothing else."""

import gzip
import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.page import served
from components.page.facts import FACTS
from components.page.words import words


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=served.routes()))


@pytest.mark.parametrize("path", sorted(served.scripts()))
def test_a_script_is_kept_for_good_and_asked_for_once(client, path):
    url = f"/{served.address()}/{path}"
    answer = client.get(url, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"] and "max-age=31536000" in answer.headers["cache-control"]
    again = client.get(url, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = client.get(url, headers={"accept-encoding": "identity"})
    assert plain.text == answer.text and "content-encoding" not in plain.headers
    sent = len(gzip.compress(plain.content, mtime=0))
    if path.startswith("vendor/"):  # compressed beforehand, by another program
        sent = (served.VENDOR / f"{path.removeprefix('vendor/')}.gz").stat().st_size
    assert int(answer.headers["content-length"]) == sent


def test_words_and_facts_are_scripts(client):
    for path, value in (("page/words/en.js", words()), ("page/facts.js", FACTS)):
        said = client.get(f"/{served.address()}/{path}").text
        assert json.loads(said.removeprefix("export default ").removesuffix(";\n")) == value


@pytest.mark.parametrize(
    "path",
    [
        "page/widget.py",
        "page/die.css",
        "page/words/en.json",
        "values.d.ts",
        "../app.py",
        "..%2fapp.py",
        "page/../../app.py",
        "page",
        "",
    ],
)
def test_nothing_else_is_served(client, path):
    assert client.get(f"/{served.address()}/{path}").status_code == 404
    assert client.get(f"/{served.PREFIX}/{path}").status_code == 404


def test_an_address_of_other_scripts_is_not_known(client):
    assert client.get(f"/{served.PREFIX}/0123456789abcdef/page/page.js").status_code == 404


def test_data_has_an_address_of_its_own(client):
    address = served.keep({"a": [1, 2]})
    assert served.keep({"a": [1, 2]}) == address != served.keep({"a": [1, 3]})
    answer = client.get(f"/{address}")
    assert answer.json() == {"a": [1, 2]} and answer.headers["content-type"] == "application/json"
    assert "immutable" in answer.headers["cache-control"]
