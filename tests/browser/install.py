"""Find a Chromium for the browser tests, or fetch one: the system's as root (and Caddy), else Playwright's own."""

import os
import shutil
import subprocess
import sys


def chromium() -> str | None:
    """Path of a Chromium that is installed, else None: Playwright then uses its own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def main() -> None:
    """Install a browser unless there is one."""
    if chromium():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"check": False, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", "caddy"], stdout=subprocess.DEVNULL, **quiet)
    if not chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=True)


if __name__ == "__main__":
    main()
