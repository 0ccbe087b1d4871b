"""What the browser fetches beside Gradio's own files: the scripts of the page, its words and facts, and large data.

Each address holds a hash of what stands there. So a browser keeps it for good and asks for it once.
"""

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.page.facts import FACTS
from components.page.glossary import PAGE, page
from components.page.words import words

ROOT = Path(__file__).parents[1]
VENDOR = ROOT.parent / "assets" / "vendor"  # scripts of others, compressed beforehand
PREFIX = "widgets"
FOR_GOOD = "public, max-age=31536000, immutable"
KEPT: dict[str, "File"] = {}  # data that widgets have handed over, by path


class File(NamedTuple):
    """One answer, as it is and compressed."""

    plain: bytes
    packed: bytes
    kind: str
    tag: str


def file(plain: bytes, kind: str) -> File:
    """Compressed once, here, and not for each visitor."""
    return File(plain, gzip.compress(plain, mtime=0), kind, f'"{digest(plain)}"')


def unpacked(packed: bytes) -> File:
    """A script that is compressed already."""
    plain = gzip.decompress(packed)
    return File(plain, packed, "text/javascript", f'"{digest(plain)}"')


def digest(content: bytes) -> str:
    """Sixteen letters that change with the content."""
    return hashlib.sha256(content).hexdigest()[:16]


def module(value: object) -> bytes:
    """A value of Python as a script that exports it: no second request, as for JSON, and no syntax that is new."""
    return f"export default {json.dumps(value, ensure_ascii=False)};\n".encode()


@cache
def scripts() -> dict[str, File]:
    """All scripts by path; nothing else is served."""
    found = {script.relative_to(ROOT).as_posix(): script.read_bytes() for script in sorted(ROOT.rglob("*.js"))}
    found |= {"page/facts.js": module(FACTS), "page/words/en.js": module(words())}
    vendored = {f"vendor/{packed.stem}": unpacked(packed.read_bytes()) for packed in sorted(VENDOR.glob("*.js.gz"))}
    return {path: file(content, "text/javascript") for path, content in found.items()} | vendored


@cache
def address() -> str:
    """Where the scripts stand, relative to the page; a change of any gives all a new address."""
    return f"{PREFIX}/{digest(''.join(each.tag for each in scripts().values()).encode())}"


def write(folder: Path) -> None:
    """Write all scripts below a folder as they are addressed, each also compressed, for a server that stands before."""
    for path, script in scripts().items():
        file = folder / address() / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(script.plain)
        file.with_name(f"{file.name}.gz").write_bytes(script.packed)


def keep(value: object) -> str:
    """Serve `value` as JSON; its address, relative to the page."""
    return keep_bytes(json.dumps(value, ensure_ascii=False).encode(), "application/json", "json")


def keep_bytes(content: bytes, kind: str, ending: str) -> str:
    """Serve `content`; its address, relative to the page."""
    path = f"data/{digest(content)}.{ending}"
    KEPT.setdefault(path, file(content, kind))
    return f"{PREFIX}/{path}"


async def answer(request: Request) -> Response:
    """The file at an address, for good; 304 where the browser has it, 404 for whatever else is asked."""
    path = request.path_params["path"]
    version, _, script = path.partition("/")
    known = f"{PREFIX}/{version}" == address()
    found = scripts().get(script) if known else KEPT.get(path)
    if found is None:
        return Response(status_code=404)
    headers = {
        "Cache-Control": FOR_GOOD,
        "ETag": found.tag,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == found.tag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=found.kind)
    return Response(found.plain, headers=headers, media_type=found.kind)


async def glossary(_: Request) -> Response:
    """The glossary, as a page without scripts."""
    return Response(page(), media_type="text/html")


def routes() -> list[Route]:
    """For `launch(app_kwargs={"routes": …})`."""
    return [Route(f"/{PREFIX}/{{path:path}}", answer), Route(f"/{PAGE}", glossary)]
