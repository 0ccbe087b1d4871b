"""What every answer says to the browser about strangers.

Gradio runs templates and listeners as code that it makes of text (`unsafe-inline`, `unsafe-eval`): so this policy does
not stop what has got into the page. It keeps the page from fetching from and sending to anywhere else.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import Message

from components.door.rules import Rules

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; connect-src 'self' data: blob:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors {ancestors}"
)


def add_headers(message: Message, rules: Rules) -> None:
    """Put them into the start of an answer."""
    headers = MutableHeaders(raw=message.setdefault("headers", []))
    headers["x-content-type-options"] = "nosniff"
    headers["referrer-policy"] = "same-origin"
    if headers.get("content-type", "").startswith(("text/html", "image/svg")):
        headers["content-security-policy"] = POLICY.format(ancestors=" ".join(rules.ancestors))
    if message["status"] == 503:
        headers["retry-after"] = "5"  # seconds
