"""Weighted Dice: the page. `python app.py` serves it on port 7860."""

import argparse
import contextlib
import ctypes
import errno
import logging
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NoReturn

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # asks a server at each start otherwise
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as torch: visitors are served side by side
os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", "100000")  # a summary after every event otherwise
os.environ.setdefault("MPLBACKEND", "agg")  # Gradio looks for it at the first event otherwise, while all wait
os.environ.setdefault("FORWARDED_ALLOW_IPS", "")  # what proxies say is judged by the guard

# Whoever runs this has the flags and the model looked at first: Gradio takes seconds to load.
if __name__ != "__main__":
    from components.site import build_app, launch_options

    __all__ = ["build_app", "launch_options"]

ROOT = Path(__file__).parent
PORTS = range(7860, 7960)
PATIENCE_S = 5  # for what runs when the server is told to end


def give_back_memory() -> None:
    """Return what a pass has used to the system when it is freed: glibc hoards it, and anew for each thread."""
    M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
    with contextlib.suppress(AttributeError, OSError, TypeError):  # another C library
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, 2**20)  # bytes: larger arrays stand alone
        libc.mallopt(M_ARENA_MAX, 2)


def tell(line: str) -> None:
    """Print, if anybody listens."""
    with contextlib.suppress(OSError, ValueError):
        print(line, flush=True)


def give_up(line: str) -> NoReturn:
    """End the program with one line that says what is wrong and what to do."""
    with contextlib.suppress(OSError, ValueError):
        print(" ".join(line.split()), file=sys.stderr, flush=True)
    os._exit(2)  # at once: a library may have threads


def flags(arguments: list[str]) -> argparse.Namespace:
    """What was asked for. Ends the program if it does not fit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    several = {"action": "append", "default": []}
    parser.add_argument("--host", help="0.0.0.0 for a classroom network; default this computer only")
    parser.add_argument("--port", help="default: the first free one from 7860 on")
    parser.add_argument(
        "--model", **several, help="a Hugging Face folder, or an id such as Qwen/Qwen3-0.6B; twice: compared"
    )
    parser.add_argument("--allow-host", metavar="NAME", **several, help="a name under which the page is asked for")
    parser.add_argument(
        "--allow-frame", metavar="ORIGIN", **several, help="whose pages may show it in a frame: https://…"
    )
    parser.add_argument("--proxy", metavar="ADDRESS", **several, help="of a proxy whose word about visitors is taken")
    parser.add_argument("--class-code", metavar="WORD", default="", help="a word that visitors are asked for")
    parser.add_argument("--workers", metavar="N", help="so many servers behind Caddy, as one; default: this one alone")
    parser.add_argument("--tls", metavar=("CERTIFICATE", "KEY"), nargs=2, default=[], help="files; with --workers only")
    parser.add_argument("--qr", action="store_true", help="print the address on the network, as a QR code, too")
    parser.add_argument("--metrics", action="store_true", help="counts for Prometheus at /metrics")
    parser.add_argument("--log", action="store_true", help="a line for each call: when, what, how long; never a text")
    parser.add_argument("--mcp", action="store_true", help="offer the endpoints as tools, too; needs gradio[mcp]")
    asked = parser.parse_args(arguments)
    if len(asked.model) > 2:
        give_up(f"{len(asked.model)} models were given; two can be compared.")
    asked.host = asked.host or os.environ.get("GRADIO_SERVER_NAME") or "127.0.0.1"
    asked.port = port(asked.port or os.environ.get("GRADIO_SERVER_PORT"), asked.host)
    for origin in asked.allow_frame:
        if not origin.startswith(("https://", "http://")) or len(origin.split()) != 1 or set(origin) & set(";,'"):
            give_up(f"--allow-frame {origin[:60]} is no origin; one looks like https://course.example")
    if asked.workers and not (asked.workers.isascii() and asked.workers.isdigit() and 0 < int(asked.workers[:9]) <= 32):
        give_up(f"--workers {asked.workers[:60]} is no number of servers; one is a whole number from 1 to 32.")
    if asked.tls and not asked.workers:
        give_up("--tls needs --workers: it is Caddy that reads the certificate.")
    for file in asked.tls:
        if not Path(file).is_file():
            give_up(f"--tls {file[:60]} is no file.")
    return asked


def port(given: str | None, host: str) -> int:
    """The port to serve on: the one that was given, else the first free one. Ends the program if there is none."""
    if given is not None and not (given.isascii() and given.isdigit() and 0 < int(given[:9]) < 2**16):
        give_up(f"--port {given[:60]} is no port; one is a whole number from 1 to 65535, such as 7860.")
    try:
        found = socket.getaddrinfo(host.strip("[]"), None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        give_up(f"--host {host[:60]} is no address of this computer; 0.0.0.0 serves the whole network.")
    family, *_, address = found[0]
    for each in PORTS if given is None else [int(given)]:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((address[0], each, *address[2:]))
                return each
            except OSError as error:
                if error.errno == errno.EADDRNOTAVAIL:
                    give_up(f"--host {host[:60]} is no address of this computer; 0.0.0.0 serves the whole network.")
                if error.errno == errno.EACCES:
                    give_up(f"Port {each} needs the rights of an administrator; take one from 1024 on, such as 7860.")
    which = f"Port {given} is" if given else f"All ports from {PORTS[0]} to {PORTS[-1]} are"
    give_up(f"{which} in use: end what serves there, or give another one with --port.")


def check_disk() -> None:
    """End the program unless files can be written: of prints, and of what visitors train."""
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"0" * 4096)
            file.flush()
    except OSError as error:
        give_up(f"Nothing can be written for prints and trainings ({error.strerror}): free some disk, or set TMPDIR.")


def opened(name: str) -> "model.LanguageModel":  # noqa: F821 - it takes a second to load
    """The model of a folder or id; ends the program with the reason if it cannot be opened."""
    import model

    try:
        return model.load(name, tell=tell)
    except (ValueError, OSError, MemoryError) as error:
        give_up(f"{name} cannot be opened: {error or type(error).__name__}")


def serve_several(asked: argparse.Namespace) -> None:
    """Serve with several processes until told to end."""
    from components.door.invitation import invitation
    from components.door.workers import serve

    given = {"--model": asked.model, "--allow-host": asked.allow_host, "--allow-frame": asked.allow_frame}
    given |= {"--class-code": [asked.class_code] if asked.class_code else []}
    flags = [part for flag, values in given.items() for value in values for part in (flag, value)]
    flags += [flag for flag in ("--metrics", "--log", "--mcp") if getattr(asked, flag[2:])]
    scheme = "https" if asked.tls else "http"
    here = f"The page is at {scheme}://{asked.host}:{asked.port}/"
    lines = f"{here}\n{invitation(asked.port, scheme)}" if asked.qr else here
    if trouble := serve(int(asked.workers), f"{asked.host}:{asked.port}", flags, asked.proxy, asked.tls, lines):
        give_up(trouble)


def serve(asked: argparse.Namespace, lms: list) -> None:
    """Serve until told to end; what runs then has a few seconds."""
    from components.door.rules import Rules
    from components.site import build_app, launch_options

    rules = Rules(
        hosts=tuple(name.lower().rstrip(".") for name in asked.allow_host),
        frames=tuple(asked.allow_frame),
        proxies=tuple(asked.proxy),
        class_code=asked.class_code,
        metrics=asked.metrics,
        mcp=asked.mcp,
    )
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("weighted_dice.calls").setLevel(logging.INFO if asked.log else logging.WARNING)
    app = build_app(lms[0], second=lms[1] if len(lms) == 2 else None)
    ended = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: ended.set())
    try:
        app.launch(
            server_name=asked.host,
            server_port=asked.port,
            mcp_server=asked.mcp,
            prevent_thread_lock=True,
            quiet=True,
            **launch_options(rules, lms[0]),
        )
    except (OSError, ImportError) as error:
        give_up(f"The page cannot be served: {error}")
    tell(f"The page is at {app.local_url}")
    threading.Thread(target=make_ready, args=(lms,), daemon=True).start()
    if asked.qr:
        from components.door.invitation import invitation

        tell(invitation(asked.port))
    while not ended.wait(1):  # a wait without an end hears no signal on some systems
        pass
    finish(app)


def make_ready(lms: list) -> None:
    """Count what the first visitor to Dice would wait a second for."""
    for lm in lms:
        if lm.corpus:
            lm.kept(lm.corpus.ngram)


def finish(app: "gr.Blocks") -> None:  # noqa: F821
    """End, after what runs has ended or a few seconds."""
    tell(f"Ending: {app.watch.running} answers are on their way." if app.watch.running else "Ending.")
    last = time.monotonic() + PATIENCE_S
    while app.watch.running and time.monotonic() < last:
        time.sleep(0.05)
    app.close(verbose=False)


def main() -> None:
    """Look at what was asked for, open the model, serve."""
    give_back_memory()
    asked = flags(sys.argv[1:])
    check_disk()
    if asked.workers:
        return serve_several(asked)
    names = [str(Path(name).resolve()) if Path(name).is_dir() else name for name in asked.model] or ["assets/model"]
    os.chdir(ROOT)  # started from anywhere
    lms = [opened(name) for name in names]
    serve(asked, lms)


if __name__ == "__main__":
    main()
