"""Several servers behind Caddy, for more visitors than one process holds: `app.py --workers 4`.

Each is a whole server on a port of its own. A browser stays with the one it met first, by a cookie of Caddy's; a
program without cookies with the one that its address leads to. Trainings, their line and what they leave belong to
this process alone, which all of them ask. A server that ends is started anew, while Caddy sends its visitors to others.
"""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from components.page import served
from model import SECRET, TRAININGS_AT, Line, Urns, offer

BODY = "1200KB"  # a little over what the guard takes
PATIENCE_S, START_S, LOOK_S = 6, 300, 0.25  # for an end; for a first start; between two looks


def caddyfile(
    address: str, ports: Sequence[int], secret: str, scripts: str, proxies: Sequence[str], tls: Sequence[str]
) -> str:
    """What Caddy is told, from 2.6 on: scripts come from a folder, all else from the servers.

    `proxies`: those whose word is taken; `tls`: certificate and key, or nothing.
    """
    host, _, port = address.rpartition(":")
    to = " ".join(f"127.0.0.1:{each}" for each in ports)
    common = f"""lb_try_duration 8s
    lb_try_interval 100ms
    health_uri /health
    health_interval 1s
    health_timeout 10s
    fail_duration 2s
    {f"trusted_proxies {' '.join(proxies)}" if proxies else ""}"""
    secure = "tls {} {}".format(*(f'"{Path(file).resolve()}"' for file in tls)) if tls else ""
    return f"""{{
  admin off
  auto_https off
}}
{"https" if tls else "http"}://:{port} {{
  bind {host}
  {secure}
  request_body {{
    max_size {BODY}
  }}
  @script {{
    method GET HEAD
    file {{
      root "{scripts}"
    }}
  }}
  handle @script {{
    root * "{scripts}"
    header Cache-Control "{served.FOR_GOOD}"
    header X-Content-Type-Options nosniff
    file_server {{
      precompressed gzip
    }}
  }}
  @program {{
    path /gradio_api/*
    not header_regexp Cookie worker=
  }}
  reverse_proxy @program {to} {{
    lb_policy ip_hash
    {common}
  }}
  reverse_proxy {to} {{
    lb_policy cookie worker {secret}
    {common}
  }}
}}
"""


class Workers:
    """The servers of this process and Caddy before them."""

    def __init__(self, n: int, flags: Sequence[str], environment: dict[str, str]):
        self.flags, self.environment = flags, os.environ | environment
        self.ports = free_ports(n)
        self.servers = [self.start(port) for port in self.ports]

    def start(self, port: int) -> subprocess.Popen:
        """A server; what it prints is not passed on, but for its errors."""
        command = [*tied(), sys.executable, sys.argv[0], "--host", "127.0.0.1", "--port", str(port), *self.flags]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)

    def wait(self) -> bool:
        """Wait until all answer. False if one has ended instead."""
        last = time.monotonic() + START_S
        while not all(map(answers, self.ports)):
            if any(each.poll() is not None for each in self.servers) or time.monotonic() > last:
                return False
            time.sleep(LOOK_S)
        return True

    def mend(self) -> None:
        """Start anew those that have ended."""
        for i, each in enumerate(self.servers):
            if each.poll() is not None:
                self.servers[i] = self.start(self.ports[i])

    def end(self) -> None:
        """End all, as they end by themselves."""
        for each in self.servers:
            each.terminate()
        for each in self.servers:
            with contextlib.suppress(subprocess.TimeoutExpired):
                each.wait(PATIENCE_S)
            each.kill()


class Caddy:
    """What stands before them."""

    def __init__(self, told: str, place: str):
        """`told`: its Caddyfile. `place`: a folder of its own."""
        Path(place, "Caddyfile").write_text(told, encoding="utf-8")
        command = [*tied(), "caddy", "run", "--config", f"{place}/Caddyfile", "--adapter", "caddyfile"]
        home = os.environ | {"HOME": place, "XDG_CONFIG_HOME": place, "XDG_DATA_HOME": place}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
        self.process, self.last = subprocess.Popen(command, env=home, **quiet), ""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stderr:  # read, so that it is never held up; the last line is kept
            self.last = line.strip()[:300]

    @property
    def ended(self) -> bool:
        """Whether it has ended by itself."""
        return self.process.poll() is not None


def serve(n: int, address: str, flags: Sequence[str], proxies: Sequence[str], tls: Sequence[str], tell: str) -> str:
    """Serve with `n` servers until told to end; what went wrong, or ''. `tell` is printed when the page is there."""
    if not shutil.which("caddy"):
        return "Several servers need Caddy before them: on Debian or Ubuntu, apt install caddy."
    ended = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: ended.set())
    secret, line = secrets.token_hex(32), Line()
    with TemporaryDirectory(prefix="weighted-dice-") as place, contextlib.ExitStack() as stack:
        stack.callback(line.close)
        stack.callback(offer(line, Urns(), Path(place, "trainings"), secret))
        workers = Workers(n, [*flags, "--proxy", "127.0.0.1"], {SECRET: secret, TRAININGS_AT: f"{place}/trainings"})
        stack.callback(workers.end)
        if not workers.wait():
            return "" if ended.is_set() else "A server did not start; its reason stands above."
        served.write(Path(place, "scripts"))
        caddy = Caddy(caddyfile(address, workers.ports, secret, f"{place}/scripts", proxies, tls), place)
        stack.callback(caddy.process.terminate)
        while not ended.wait(LOOK_S):
            workers.mend()
            if caddy.ended:
                return f"Caddy has ended: {caddy.last}"
            if tell and listens(address):
                print(tell, flush=True)
                tell = ""
    return ""


def tied() -> list[str]:
    """What a command begins with to end with this process, however that ends."""
    return ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []


def answers(port: int) -> bool:
    """Whether a server on this computer is ready."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=10) as answer:
            return answer.status == 200
    except OSError:
        return False


def listens(address: str) -> bool:
    """Whether somebody serves there."""
    host, _, port = address.rpartition(":")
    with contextlib.suppress(OSError), socket.create_connection((host.strip("[]"), int(port)), timeout=1):
        return True
    return False


def free_ports(n: int) -> list[int]:
    """Ports of this computer that nobody uses now."""
    with contextlib.ExitStack() as stack:
        bound = [stack.enter_context(socket.socket()) for _ in range(n)]
        for each in bound:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in bound]
