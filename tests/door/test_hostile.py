"""Whatever is sent to whatever is there: an answer or a reason, soon, and nothing of it in the log.

`pytest tests/door/test_hostile.py --hostile 500` asks every endpoint five hundred times.
"""

import inspect
import json
import time
from functools import partial

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from serving import launched

from app import build_app, launch_options

SECONDS = 5
JSON = {"content-type": "application/json"}
NASTY = ["", " ", "\x00", "${1}", "<img src=x onerror=alert(1)>", "../../etc/passwd", "\U0001f98a" * 9, "a" * 6000]
floats = st.floats(allow_nan=False, allow_infinity=False)
numbers = st.one_of(st.integers(), floats, st.sampled_from([-1, 0, 1, 2**63, 1e300]))
scalars = st.one_of(st.none(), st.booleans(), numbers, st.text(max_size=40), st.sampled_from([*NASTY, "<image>"]))
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
)
TEXTS = st.sampled_from(["The sky is", "a red ball", *NASTY])
FITTING = {"str": TEXTS, "int": st.integers(-2, 9), "float": st.floats(0, 2)}
WAYS = st.sampled_from(["queue/join", "run/tokens", "call/tokens", "call/v2/tokens", "cancel", "reset", "x/y"])


@pytest.fixture(scope="module")
def served(tiny):
    app = build_app(tiny)
    with launched(app, **launch_options()) as url, httpx.Client(base_url=url, timeout=60) as client:
        yield client, app


@pytest.fixture
def asked(request):
    return settings(
        max_examples=request.config.getoption("--hostile"),
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


def functions(app, visibility):
    return [(i, fn) for i, fn in app.fns.items() if fn.fn and fn.api_visibility == visibility]


def answered(client, path, body):
    """The answer, which is one; a reason where it is none."""
    began = time.monotonic()
    answer = client.post(path, content=json.dumps(body), headers=JSON)
    assert time.monotonic() - began < 6 * SECONDS  # of a machine with other work
    assert answer.status_code in (200, 404, 413, 422), answer.text
    if answer.status_code != 200:
        assert len(answer.json()["error"]) > 10
    return answer


def arguments(fn):
    """Some that are of the right types, and some that are not."""
    kinds = [getattr(p.annotation, "__name__", "") for p in inspect.signature(fn.fn).parameters.values()]
    right = st.tuples(*(st.one_of(FITTING.get(kind, values), values) for kind in kinds))
    return st.one_of(right, st.lists(values, max_size=9))


def at_random(asked, strategy, ask):
    """`ask` with many of what the strategy draws."""

    @asked
    @given(strategy)
    def one(drawn):
        ask(drawn)

    one()


def test_every_endpoint(served, asked, capfd):
    client, app = served
    for _, fn in functions(app, "public"):
        path = f"/gradio_api/run/{fn.api_name}"
        at_random(asked, arguments(fn), lambda data, path=path: answered(client, path, {"data": [*data]}))
    told = capfd.readouterr()
    assert "Traceback" not in told.out + told.err


def test_every_function_of_the_page(served, asked, capfd):
    client, app = served
    for index, fn in functions(app, "private"):
        strategy = st.lists(values, min_size=len(fn.inputs), max_size=len(fn.inputs))
        ask = partial(answered, client, "/gradio_api/run/predict")
        at_random(asked, strategy, lambda data, index=index, ask=ask: ask({"data": data, "fn_index": index}))
    told = capfd.readouterr()
    assert "Traceback" not in told.out + told.err


def test_every_body(served, asked):
    client, _ = served
    at_random(asked, st.tuples(WAYS, values), lambda drawn: answered(client, f"/gradio_api/{drawn[0]}", drawn[1]))


def test_on_the_queue(served, asked):
    """The same by events: each ends, with an answer or a reason."""
    client, app = served

    def ask(name, data):
        answer = answered(client, f"/gradio_api/call/{name}", {"data": [*data]})
        if answer.status_code != 200:
            return
        told = client.get(f"/gradio_api/call/{name}/{answer.json()['event_id']}").text
        last = told.strip().split("\n\n")[-1]
        assert last.startswith(("event: complete", "event: error")) and '"error": null' not in last

    for _, fn in functions(app, "public")[:6]:
        at_random(asked, arguments(fn), partial(ask, fn.api_name))
