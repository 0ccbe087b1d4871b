"""Pages for tests and benches: an app in this process, and several servers as one, started as anybody starts them."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from components.door.workers import answers, free_ports

ROOT = Path(__file__).parents[2]


@contextlib.contextmanager
def launched(app, **options):
    """The address of an app, on a port of its own: two processes may find the same one free among those of Gradio."""
    options |= {"server_name": "127.0.0.1", "server_port": free_ports(1)[0]}
    try:
        yield app.launch(prevent_thread_lock=True, quiet=True, **options)[1]
    finally:
        app.close()


class Serving:
    """`n` servers behind Caddy, from the moment at which they answer."""

    def __init__(self, n: int):
        port = free_ports(1)[0]
        self.url = f"http://127.0.0.1:{port}/"
        command = [sys.executable, "app.py", "--port", str(port), "--workers", str(n)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == f"The page is at {self.url}\n"

    def servers(self) -> dict[int, int]:
        """Process ids by port."""
        pid, found = self.process.pid, {}
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            flags = Path(f"/proc/{child}/cmdline").read_text().split("\0")
            if "app.py" in flags:
                found[int(flags[flags.index("--port") + 1])] = int(child)
        return found

    def kill(self, port: int) -> None:
        """End one as a power cut would."""
        os.kill(self.servers()[port], signal.SIGKILL)

    def whole(self, seconds: float = 120) -> None:
        """Wait until all answer."""
        end = time.monotonic() + seconds
        while not all(map(answers, self.servers())):
            assert time.monotonic() < end
            time.sleep(0.2)

    def end(self) -> int:
        """The exit status."""
        self.process.terminate()
        return self.process.wait(30)
