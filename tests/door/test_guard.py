"""What is refused before Gradio sees it: names, pages, addresses, bytes, arguments; each with its reason."""

import json
from types import SimpleNamespace

import gradio as gr
import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from gradio.routes import App
from serving import launched

from app import build_app, launch_options
from components.door.guard import middleware
from components.door.rules import Rules
from components.door.sessions import Sessions

JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def served(lm):
    """The address of the app, and the app."""
    app = build_app(lm)
    rules = Rules(hosts=("class.example",), frames=("https://course.example",), proxies=("10.9.8.7",))
    with launched(app, **launch_options(rules)) as url:
        yield url, app


@pytest.fixture
def ask(served):
    url, _ = served
    with httpx.Client(base_url=url, timeout=30) as client:
        yield client


def run(ask, name, data, **more):
    return ask.post(f"/gradio_api/run/{name}", json={"data": data} | more)


def test_no_call_describes_the_page_anew(ask, monkeypatch):
    """Gradio does so for calls without a session: it takes longer than most answers, and nobody else gets one then."""
    monkeypatch.setattr("gradio.route_utils.SessionState", None)
    assert run(ask, "tokens", ["A cat"]).status_code == 200
    assert run(ask, "tokens", ["A cat"], session_hash="of-my-own").status_code == 200


def test_a_page_is_sent_once(ask):
    first = ask.get("/")
    assert first.status_code == 200 and len(first.content) < 20_000
    assert first.headers["cache-control"] == "no-cache"  # another version of the app is seen at once
    again = ask.get("/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert ask.get("/?tab=dice&page=nowhere&deep_link=../..").text == first.text
    assert ask.head("/").headers["content-length"] == first.headers["content-length"]


def test_no_header_changes_the_page(ask, served):
    """Nothing of a request stands in what is kept; the scripts make the address from that of the browser."""
    plain = ask.get("/").text
    sent = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-gradio-server": "http://evil.example"}
    assert ask.get("/", headers=sent | {"host": "class.example:99"}).text == plain
    for path in ("/config", "/gradio_api/info"):
        assert "evil.example" not in ask.get(path, headers=sent).text
    assert ask.get("/config").json()["root"] == "/"
    port = served[0].rstrip("/").rpartition(":")[2]
    assert f":{port}" not in plain and "127.0.0.1" not in plain


@pytest.mark.parametrize("path", ["/theme.css?v=1", "/static/img/logo.svg", "/favicon.ico"])
def test_files_of_gradio_are_asked_for_again_and_not_sent_again(ask, path):
    first = ask.get(path)
    assert first.status_code == 200 and first.headers["etag"]
    assert ("immutable" in first.headers["cache-control"]) == ("?v=" in path)  # its address changes with it
    assert ask.get(path, headers={"if-none-match": first.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_compressed_or_not_a_file_is_the_same(ask, encoding):
    answers = [ask.get("/theme.css", headers={"accept-encoding": each}) for each in (encoding, "identity")]
    assert answers[0].headers.get("content-encoding", "identity") == encoding
    assert answers[0].text == answers[1].text


@pytest.mark.parametrize(
    ("host", "fits"),
    [
        ("localhost", True),
        ("127.0.0.1:99", True),
        ("192.168.1.20:7860", True),
        ("[::1]:7860", True),
        ("printer.local", True),
        ("class.example", True),
        ("evil.example", False),
        ("class.example.evil.example", False),
        ("93.184.216.34", False),
        ("127.0.0.1.evil.example", False),
        ("local", False),
        ("a" * 300, False),
        ("[", False),
    ],
)
def test_only_under_its_own_names(ask, host, fits):
    answer = ask.get("/health", headers={"host": host})
    assert answer.status_code == (200 if fits else 421)
    assert fits or "--allow-host" in answer.json()["error"]


@pytest.mark.parametrize(
    ("origin", "host", "fits"),
    [
        ("http://localhost:7860", "localhost:7860", True),
        ("http://localhost:7861", "localhost:7860", False),
        ("https://class.example", "localhost:7860", True),
        ("http://evil.example", "localhost:7860", False),
        ("null", "localhost:7860", False),
        ("http://[", "localhost:7860", False),
    ],
)
def test_only_from_its_own_page(ask, origin, host, fits):
    sent = {"origin": origin, "host": host} | JSON
    answer = ask.post("/gradio_api/run/tokens", content='{"data": ["A cat"]}', headers=sent)
    assert answer.status_code == (200 if fits else 403)


def test_what_proxies_say_is_believed_of_those_that_are_named(served):
    from components.door.hosts import without_forwarded

    headers = [(b"host", b"inner"), (b"x-forwarded-for", b"1.1.1.1, 2.2.2.2"), (b"x-forwarded-host", b"class.example")]
    scope = {"type": "http", "scheme": "http", "headers": [*headers, (b"x-forwarded-proto", b"https")]}
    rules = Rules(proxies=("10.9.8.7",))
    believed = without_forwarded(scope | {"client": ("10.9.8.7", 1)}, rules)
    assert (believed["client"][0], believed["scheme"]) == ("2.2.2.2", "https")
    assert believed["headers"] == [(b"host", b"class.example")]
    other = without_forwarded(scope | {"client": ("10.9.8.8", 1)}, rules)
    assert (other["client"][0], other["scheme"], other["headers"]) == ("10.9.8.8", "http", [(b"host", b"inner")])


def test_headers_against_strangers(ask):
    headers = ask.get("/").headers
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'self' https://course.example" in policy
    assert "http:" not in policy and "*" not in policy
    assert ask.get("/glossary").headers["content-security-policy"] == policy


def test_a_space_may_be_shown_by_hugging_face():
    assert "https://huggingface.co" in Rules(space="a-b.hf.space").ancestors
    assert Rules(space="").ancestors == ("'self'",)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/gradio_api/upload", 404),
        ("POST", "/upload", 404),
        ("GET", "/gradio_api/deep_link", 404),
        ("GET", "/docs", 404),
        ("GET", "/gradio_api/openapi.json", 404),
        ("GET", "/monitoring/summary", 404),
        ("POST", "/gradio_api/component_server", 404),
        ("POST", "/login", 404),
        ("GET", "/gradio_api/proxy=http://evil.example", 404),
        ("GET", "/assets/../../../etc/passwd", 404),
        ("GET", "/assets/%2e%2e/%2e%2e/blocks.py", 404),
        ("GET", "/gradio_api/stream/a/b/c/playlist.m3u8", 404),
        ("GET", "/metrics", 404),
        ("GET", "/gradio_api/run/tokens", 405),
        ("DELETE", "/health", 405),
        ("POST", "/about", 405),
        ("GET", "/gradio_api/queue/data?session_hash=nobody", 404),
        ("GET", "/gradio_api/queue/data", 404),
        ("GET", "/gradio_api/call/tokens/nobody", 404),
        ("POST", "/gradio_api/run/nobody", 404),
        ("POST", "/gradio_api/call/answer", 404),  # of the page, not for callers
    ],
)
def test_what_is_not_there_says_so(ask, method, path, status):
    answer = ask.request(method, path, content="{}" if method == "POST" else None, headers=JSON)
    assert answer.status_code == status and len(answer.json()["error"]) > 10


@pytest.mark.parametrize("path", ["/gradio_api/file=/etc/passwd", "/gradio_api/file=app.py", "/gradio_api/file=../x"])
def test_no_file_from_elsewhere(ask, path):
    answer = ask.get(path)
    assert answer.status_code == 404 and "There is nothing at" in answer.json()["error"]


REFUSED = [
    ("tokens", [5], "“text” is a text, not 5."),
    ("tokens", [None], "“text” is a text, not null."),
    ("tokens", [["a"]], "“text” is a text, not a list."),
    ("tokens", [{"a": 1}], "“text” is a text, not an object."),
    ("tokens", [], "/tokens takes 1 arguments (text), not 0."),
    ("tokens", ["a", "b"], "/tokens takes 1 arguments (text), not 2."),
    ("attention", ["a", "x", 0], "“layer” is a number, not “x”."),
    ("attention", ["a", True, 0], "“layer” is a number, not true."),
    ("tokens", ["a" * 9000], "“text” has 9,000 characters; at most 5,000 are read."),
    ("own_tokenizer", ["a", "b" * 30_000], "“sample” has 30,000 characters; at most 20,000 are read."),
    ("fits", ["a", []], "“captions” is a list, not “a”."),
    ("intervene", ["a", [5]], "“edits” is a text, not 5."),
    ("train", ["x" * 300], "“lesson” is an object of names and values, not “" + "x" * 59 + "…”."),
    ("tokens", "abc", "“data” is the list of arguments, not “abc”."),
]


@pytest.mark.parametrize(("name", "data", "said"), REFUSED)
def test_arguments_that_do_not_fit(ask, name, data, said):
    for way in ("run", "call"):
        answer = ask.post(f"/gradio_api/{way}/{name}", json={"data": data})
        assert (answer.status_code, answer.json()["error"]) == (422, said)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "a", "colour": 1}, "/tokens has no argument “colour”; it has text."),
        ({}, "/tokens needs the argument “text”, which was not given."),
    ],
)
def test_arguments_by_name(ask, given, said):
    answer = ask.post("/gradio_api/call/v2/tokens", json=given)
    assert (answer.status_code, answer.json()["error"]) == (422, said)


def test_what_is_left_out_is_filled_in(ask, lm):
    weights = run(ask, "attention", ["The sky is"]).json()["data"][0]["weights"]
    assert len(weights) == len(lm.encode("The sky is"))


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        ("", 422, "The body is not JSON"),
        ("[1]", 422, "The body is a JSON object"),
        ('{"data": [NaN]}', 422, "The body is not JSON"),
        ('{"data": ["\\ud800"]}', 422, "half a surrogate pair"),
        ('{"data": ["\\ud800", 1e999]}', 422, "The body is not JSON"),
        ('{"data": ' + "[" * 40 + "]" * 40 + "}", 422, "nested too deep"),
        ('{"data": ' + "[" * 30_000, 422, "The body is not JSON"),
        ('{"data": ["' + "a" * 70_000 + '"]}', 413, "at most 65,536 are read here"),
        ('{"data": [' + "9" * 9000 + "]}", 422, "The body is not JSON"),
    ],
)
def test_bodies_that_do_not_fit(ask, content, status, said):
    answer = ask.post("/gradio_api/run/tokens", content=content, headers=JSON)
    assert answer.status_code == status and said in answer.json()["error"]


def test_a_form_is_no_call(ask):
    answer = ask.post("/gradio_api/run/tokens", content='{"data": ["a"]}', headers={"content-type": "text/plain"})
    assert answer.status_code == 415 and "application/json" in answer.json()["error"]


def test_a_text_to_train_on_is_the_one_that_may_be_long(ask):
    lesson = {"reads": "own", "text": "a" * 200_000, "layers": 99}
    assert run(ask, "train", [lesson]).status_code == 422  # read, and refused for its layers
    assert run(ask, "train", [lesson | {"text": "a" * 2_000_000}]).status_code == 413
    joined = {"data": ["a" * 200_000], "session_hash": "a", "fn_index": index_of(ask, "tokens")}
    assert ask.post("/gradio_api/queue/join", json=joined).status_code == 413


def index_of(ask, name):
    config = ask.get("/config").json()
    return next(each["id"] for each in config["dependencies"] if each["api_name"] == name)


def test_what_a_function_refuses_is_422_with_its_sentence(ask):
    answer = run(ask, "attention", ["The sky is", 99, 0])
    assert answer.status_code == 422 and "There is no layer 99 here" in answer.json()["error"]


def test_on_the_queue_it_is_an_event(ask):
    event = ask.post("/gradio_api/call/attention", json={"data": ["The sky is", 99, 0]}).json()["event_id"]
    lines = ask.get(f"/gradio_api/call/attention/{event}").text.splitlines()
    assert lines[0] == "event: error"
    assert "There is no layer 99 here" in json.loads(lines[1].removeprefix("data: "))["error"]
    assert ask.get(f"/gradio_api/call/attention/{event}").status_code == 404  # each answer once


def test_an_answer_that_was_fetched_is_not_waited_for(ask, served):
    """Gradio tidies up after an event in a thread; who asks again meanwhile must not wait for ever."""
    _, app = served
    event = ask.post("/gradio_api/call/tokens", json={"data": ["The sky is"]}).json()["event_id"]
    assert "event: complete" in ask.get(f"/gradio_api/call/tokens/{event}").text
    app._queue.event_ids_to_events[event] = SimpleNamespace(session_hash=event)  # as during the tidying up
    try:
        assert ask.get(f"/gradio_api/call/tokens/{event}").status_code == 404
    finally:
        app._queue.event_ids_to_events.pop(event, None)


@pytest.mark.parametrize("more", [{"fn_index": -1}, {"fn_index": "x"}, {"fn_index": True}, {}, {"fn_index": 10**9}])
def test_a_function_of_no_such_number(ask, more):
    answer = ask.post("/gradio_api/queue/join", json={"data": [], "session_hash": "a"} | more)
    assert answer.status_code == 422 and "“fn_index”" in answer.json()["error"]


@pytest.mark.parametrize(
    "given", [[{}], [None], ["x"], [{"text": 5}], [{"text": "a", "token": {}}], [{"controls": []}]]
)
def test_what_only_the_page_asks_never_fails_without_a_word(ask, served, given, capfd):
    """Whatever is sent to functions of the page itself: a sentence, and no trace in the log."""
    _, app = served
    private = [i for i, fn in app.fns.items() if fn.fn and fn.api_visibility == "private"]
    for index in private:
        data = (given * len(app.fns[index].inputs))[: len(app.fns[index].inputs)]
        answer = ask.post("/gradio_api/run/predict", json={"data": data, "fn_index": index})
        assert answer.status_code in (200, 422)
        assert answer.status_code == 200 or len(answer.json()["error"]) > 10
    told = capfd.readouterr()
    assert "Traceback" not in told.err + told.out


def test_the_server_tells_of_itself(ask):
    told = ask.get("/health").json()
    assert told["ready"] is True and told["model"] == "model" and set(told["load"]) == {"running", "waiting", "system"}
    assert "What you type" in ask.get("/about").text and "<script" not in ask.get("/about").text


def test_answers_that_nobody_fetches_go(served, ask):
    from components.door.sessions import UNREAD_S, Unread

    _, app = served
    event = ask.post("/gradio_api/call/tokens", json={"data": ["A cat"]}).json()["event_id"]
    queue, unread = app._queue, Unread()
    for _ in range(100):
        if event not in queue.event_ids_to_events:
            break
        import time

        time.sleep(0.05)
    assert unread.sweep(app, 0) == []
    assert event in unread.sweep(app, UNREAD_S) and event not in queue.pending_messages_per_session


def test_no_visitor_costs_a_copy_of_all_widgets(served, ask):
    """Nor does one of a page within the page, which has no start of its own."""
    ask.get("/config")
    assert isinstance(served[1].app.state_holder, Sessions)
    with gr.Blocks() as small:
        gr.Textbox()
    inner = gr.mount_gradio_app(FastAPI(), small, "/", app_kwargs={"middleware": middleware(Rules())})
    (mounted,) = [route.app for route in inner.routes if isinstance(getattr(route, "app", None), App)]
    TestClient(inner, base_url="http://127.0.0.1").get("/config")
    assert isinstance(mounted.state_holder, Sessions) and mounted.state_holder["a"] is mounted.state_holder["b"]
