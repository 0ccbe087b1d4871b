"""What can be wrong at the start: one line that says what and what to do, exit 2, nothing large allocated."""

import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
import tracemalloc
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
from safetensors.torch import load_file, save_file

import app
import model

ROOT = Path(__file__).parents[2]


def settings(**changed):
    """`config.json` with other values; None: without one."""

    def damage(folder):
        file = folder / "config.json"
        values = json.loads(file.read_text()) | changed
        file.write_text(json.dumps({name: value for name, value in values.items() if value is not ...}))

    return damage


def written(name, content):
    def damage(folder):
        (folder / name).write_bytes(content)

    return damage


def gone(name):
    return lambda folder: (folder / name).unlink()


def weights(change):
    def damage(folder):
        tensors = load_file(folder / "model.safetensors")
        save_file(change(tensors), folder / "model.safetensors")

    return damage


def cut(name, share):
    def damage(folder):
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: int(share * len(content))])

    return damage


def filled(name, value):
    def change(tensors):
        return tensors | {name: torch.full_like(tensors[name], value)}

    return change


def header(told):
    content = told if isinstance(told, bytes) else json.dumps(told).encode()
    return struct.pack("<Q", len(content)) + content


WTE, WPE = "transformer.wte.weight", "transformer.wpe.weight"
DAMAGED = {
    "no config": (gone("config.json"), "no config.json"),
    "no tokenizer": (gone("tokenizer.json"), "no tokenizer.json"),
    "no weights": (gone("model.safetensors"), "no safetensors file"),
    "config empty": (written("config.json", b""), "config.json is damaged"),
    "config text": (written("config.json", b"hello"), "config.json is damaged"),
    "config binary": (written("config.json", bytes(range(256))), "config.json is damaged"),
    "config list": (written("config.json", b"[1]"), "config.json is no settings"),
    "config number": (written("config.json", b"5"), "config.json is no settings"),
    "config deep": (written("config.json", b"[" * 100_000), "config.json is damaged"),
    "config large": (written("config.json", b" " * 3_000_000), "bytes; at most"),
    "config cut": (cut("config.json", 0.5), "config.json is damaged"),
    "a million layers": (settings(n_layer=1_000_000), "n_layer"),
    "no layers": (settings(n_layer=0), "n_layer"),
    "layers below none": (settings(n_layer=-1), "n_layer"),
    "a layer more": (settings(n_layer=4), "lacks"),
    "no heads": (settings(n_head=0), "n_head"),
    "heads that do not divide": (settings(n_head=3), "multiple"),
    "half a head": (settings(n_head=1.5), "n_head"),
    "width as text": (settings(n_embd="wide"), "n_embd"),
    "width of another": (settings(n_embd=12), "config.json says"),
    "endless width": (settings(n_embd=10**12), "n_embd"),
    "context true": (settings(n_positions=True), "n_positions"),
    "context of another": (settings(n_positions=294), "config.json says"),
    "vocabulary null": (settings(vocab_size=None), "vocab_size"),
    "vocabulary of another": (settings(vocab_size=500), "config.json says"),
    "inner of another": (settings(n_inner=38), "config.json says"),
    "epsilon": (settings(layer_norm_epsilon=0), "layer_norm_epsilon"),
    "weights empty": (written("model.safetensors", b""), "model.safetensors is damaged"),
    "weights text": (written("model.safetensors", b"not weights at all"), "model.safetensors is damaged"),
    "weights cut": (cut("model.safetensors", 0.7), "model.safetensors is damaged"),
    "weights cut in the head": (cut("model.safetensors", 0.001), "model.safetensors is damaged"),
    "weights longer than the disk": (written("model.safetensors", struct.pack("<Q", 2**62)), "damaged"),
    "weights with a list for a head": (written("model.safetensors", header([1])), "damaged"),
    "weights with a head of garbage": (written("model.safetensors", header(b"\xff{{")), "damaged"),
    "no token table": (weights(lambda t: {n: w for n, w in t.items() if n != WTE}), "lacks 1 weight"),
    "NaN": (weights(filled(WPE, float("nan"))), "NaN"),
    "infinity": (weights(filled("transformer.ln_f.weight", float("inf"))), "NaN or infinity"),
    "zeros": (weights(filled(WTE, 0)), "nothing but zeros"),
    "whole numbers": (weights(lambda t: t | {WPE: t[WPE].to(torch.int8)}), "I8"),
    "tokenizer empty": (written("tokenizer.json", b""), "tokenizer.json is damaged"),
    "tokenizer object": (written("tokenizer.json", b"{}"), "tokenizer.json is no tokenizer"),
    "tokenizer list": (written("tokenizer.json", b"[]"), "tokenizer.json"),
    "tokenizer cut": (cut("tokenizer.json", 0.5), "tokenizer.json is damaged"),
    "corpus cut": (written("corpus.safetensors", b"12345678"), "beside the weights"),
    "neurons of garbage": (written("neurons.safetensors", header(b"{")), "beside the weights"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_folder(name, folder, tmp_path):
    """It is refused, in one line, at once, and without the memory that it asks for."""
    damage, said = DAMAGED[name]
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    damage(copy)
    began = time.process_time()
    tracemalloc.start()
    with pytest.raises(ValueError) as error:
        model.load(copy)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert said in str(error.value) and "\n" not in str(error.value)
    assert time.process_time() - began < 2 and peak < 2e8


@pytest.mark.parametrize("facts", [5, "x", [], {"seconds": "long"}, {"seconds": float("nan")}, {"before": {}}])
def test_odd_facts_of_a_training_are_no_facts(folder, tmp_path, facts):
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    settings(training=facts)(copy)
    assert model.load(copy).trained_minutes is None


def started(*flags, cwd=ROOT, env=None, **more):
    return subprocess.run(
        [sys.executable, str(ROOT / "app.py"), *flags],
        cwd=cwd,
        env=os.environ | (env or {}),
        capture_output=True,
        text=True,
        timeout=60,
        **more,
    )


FAULTS = {
    "port too large": (["--port", "99999"], "from 1 to 65535"),
    "port zero": (["--port", "0"], "from 1 to 65535"),
    "port negative": (["--port", "-5"], "expected one argument|from 1 to 65535"),
    "workers none": (["--workers", "0"], "from 1 to 32"),
    "workers text": (["--workers", "many"], "from 1 to 32"),
    "workers endless": (["--workers", "9" * 5000], "from 1 to 32"),
    "tls alone": (["--tls", "app.py", "app.py"], "needs --workers"),
    "tls of nothing": (["--workers", "2", "--tls", "nothing.pem", "app.py"], "is no file"),
    "port text": (["--port", "http"], "from 1 to 65535"),
    "port endless": (["--port", "9" * 5000], "from 1 to 65535"),
    "host nonsense": (["--host", "no.such.host.invalid"], "is no address of this computer"),
    "host foreign": (["--host", "192.0.2.7"], "is no address of this computer"),
    "host endless": (["--host", "a" * 300], "is no address of this computer"),
    "three models": (["--model", "a", "--model", "b", "--model", "c"], "two can be compared"),
    "frame": (["--allow-frame", "course.example"], "looks like https://course.example"),
    "frame that ends the policy": (["--allow-frame", "https://a; script-src *"], "looks like https://course.example"),
    "flag": (["--colour", "red"], "unrecognized arguments"),
    "no value": (["--port"], "expected one argument"),
    "no folder": (["--model", "/nowhere/at/all"], "there is no folder"),
    "a file": (["--model", str(ROOT / "README.md")], "there is no folder"),
    "an empty folder": (["--model", str(ROOT / "docs")], "has no config.json"),
    "another folder": (["--model", str(ROOT / "assets")], "has no config.json"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_at_the_start(name):
    given, said = FAULTS[name]
    done = started(*given)
    lines = [line for line in done.stderr.splitlines() if not line.startswith(("usage:", " "))]
    assert done.returncode == 2 and done.stdout == "" and len(lines) == 1
    assert any(part in lines[0] for part in said.split("|"))


def test_a_port_in_use_is_found_before_the_model_is_opened():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        began = time.monotonic()
        done = started("--port", str(taken.getsockname()[1]))
    assert done.returncode == 2 and "is in use" in done.stderr and len(done.stderr.splitlines()) == 1
    assert time.monotonic() - began < 10  # a model and Gradio take longer than that on the same machine


def test_nothing_can_be_written():
    done = started(env={"TMPDIR": "/nowhere"}, cwd="/") if os.getuid() else None
    if done is None:  # the superuser may write everywhere: a file system without room stands for it
        code = "import app, errno; app.tempfile.TemporaryFile = lambda: (_ for _ in ()).throw(OSError(28, 'full'))"
        lines = f"{code}; app.check_disk()"
        done = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2 and "Nothing can be written" in done.stderr


def test_a_damaged_folder_ends_the_program(folder, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    written("model.safetensors", b"")(copy)
    done = started("--model", str(copy))
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and "copy it again" in done.stderr


@pytest.fixture
def serving(tmp_path):
    """The server as people start it, from another directory and with nobody listening to what it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path / "log").open("w")
    command = [sys.executable, str(ROOT / "app.py"), "--port", str(port), "--class-code", "otter", "--metrics", "--log"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=log, text=True)
    url, end = f"http://127.0.0.1:{port}", time.monotonic() + 120
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{url}/health").read()
            break
        except OSError:
            time.sleep(0.2)
    yield process, url, tmp_path / "log"
    process.kill()
    process.wait()


def fetched(url, data=None, **headers):
    request = urllib.request.Request(url, data=data, headers=headers)
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.read().decode(), dict(answer.headers)


def test_it_serves_a_class_and_ends_when_it_is_told(serving):
    process, url, log = serving
    status, asked, _ = fetched(f"{url}/")
    assert status == 401 and "word" in asked and "<script" not in asked
    body = json.dumps({"data": ["A secret sentence"]}).encode()
    call = f"{url}/gradio_api/run/tokens"
    assert fetched(call, body, **{"content-type": "application/json"})[0] == 401
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert fetched(f"{url}/code", b"word=badger", **form)[0] == 401

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    try:
        urllib.request.build_opener(Stay).open(urllib.request.Request(f"{url}/code", b"word=otter", form))
    except urllib.error.HTTPError as error:
        status, cookie = error.status, error.headers["set-cookie"]
    assert status == 303 and "HttpOnly" in cookie and "SameSite=lax" in cookie
    known = {"content-type": "application/json", "cookie": cookie.partition(";")[0]}
    assert fetched(f"{url}/", **known)[0] == 200
    assert fetched(f"{url}/", cookie=known["cookie"][:-3] + "abc")[0] == 401
    assert fetched(call, body, authorization="Bearer otter", **{"content-type": "application/json"})[0] == 200
    assert fetched(call, body, **known)[0] == 200
    assert (
        'weighted_dice_calls_total{endpoint="tokens",outcome="answered"} 2.0' in fetched(f"{url}/metrics", **known)[1]
    )
    assert "secret" not in log.read_text() and "endpoint=tokens" in log.read_text()
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert "Ending" in process.stdout.read()


def test_the_counts_of_dice_are_made_before_somebody_asks():
    asked = []
    ours = SimpleNamespace(corpus=SimpleNamespace(ngram="counts"), kept=asked.append)
    app.make_ready([ours, SimpleNamespace(corpus=None)])  # a stranger's model has no texts beside it
    assert asked == ["counts"]


def test_the_qr_code_holds_the_address_and_can_be_read():
    """Its dark modules are those of the library's own picture of it."""
    qrcode = pytest.importorskip("qrcode")
    from components.door.invitation import invitation, on_the_network

    said, *lines = invitation(7860).splitlines()
    assert said == f"For the class: http://{on_the_network()}:7860/"
    code = qrcode.QRCode(border=2)
    code.add_data(said.split()[-1])
    drawn = {"\xa0": (1, 1), "█": (0, 0), "▀": (0, 1), "▄": (1, 0)}  # light is drawn: terminals are dark
    rows = [[drawn[c][half] for c in line] for line in lines for half in (0, 1)]
    wanted = code.get_matrix()
    assert [list(map(bool, row)) for row in rows[: len(wanted)]] == wanted
