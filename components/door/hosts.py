"""Who asks, under which name, from which page: against DNS rebinding and pages of strangers.

A stranger's page can give its own name this server's address, and then asks as if it were the server's own page. The
name that the browser sends betrays it: an address in numbers, the machine's own name and `.local` cannot be a
stranger's; whatever else is asked for must have been named at the start.
"""

import ipaddress
import socket
from functools import cache, lru_cache
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from components.door.refusal import Refusal, shortened
from components.door.rules import Rules

NETWORKS = "127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 169.254.0.0/16 ::1/128 fc00::/7 fe80::/10"
OF_A_HOUSE = [ipaddress.ip_network(network) for network in NETWORKS.split()]  # no stranger owns them
PORTS = {"http": 80, "https": 443}
FORWARDED = (b"forwarded", b"x-gradio-server", b"x-real-ip")  # and all that begin with x-forwarded


@cache
def own_names() -> frozenset[str]:
    """Names of this machine."""
    return frozenset({"localhost", socket.gethostname().lower()})


def name_of(netloc: str) -> str:
    """The name in `name:port`, in small letters; '' if it is none."""
    try:
        return (urlsplit(f"//{netloc}").hostname or "").rstrip(".").split("%")[0]
    except ValueError:
        return ""


@lru_cache(1024)
def is_own(name: str, rules: Rules, here: str = "") -> bool:
    """Whether `name` can only be this server's; `here` is the address at which the visitor reached it."""
    if name in own_names() or name.endswith((".local", ".localhost")) or name == here:
        return True
    if name in rules.hosts or (rules.space and name == rules.space):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return any(address in network for network in OF_A_HOUSE)


def check_host(scope: Scope, rules: Rules) -> None:
    """Raise Refusal unless the request is meant for this server."""
    host, here = Headers(scope=scope).get("host", ""), (scope.get("server") or ("",))[0] or ""
    if not is_own(name_of(host), rules, here):
        raise Refusal(421, "host", host=shortened(host))


def check_origin(scope: Scope, rules: Rules) -> None:
    """Raise Refusal for what a page from elsewhere asks; a page of this server's own, and no page at all, may."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is None:
        return
    try:
        parts = urlsplit(origin)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        raise Refusal(403, "origin", origin=shortened(origin)) from None
    known = rules.hosts + ((rules.space,) if rules.space else ())
    host = headers.get("host", "")
    asked = urlsplit(f"//{host}").port or PORTS[scope["scheme"]] if name_of(host) else 0
    if parts.hostname is None or not (parts.hostname in known or (parts.hostname == name_of(host) and port == asked)):
        raise Refusal(403, "origin", origin=shortened(origin))


def without_forwarded(scope: Scope, rules: Rules) -> Scope:
    """The request without what proxies say of it; what a proxy says that was named is taken for true."""
    peer = (scope.get("client") or ("",))[0]
    said = Headers(scope=scope)
    headers = [(n, v) for n, v in scope["headers"] if not n.startswith(b"x-forwarded") and n not in FORWARDED]
    taken: dict = {}
    if rules.space or peer in rules.proxies:
        if asked := said.get("x-forwarded-for", "").split(",")[-1].strip():
            taken["client"] = (asked[:60], 0)
        if (scheme := said.get("x-forwarded-proto", "").split(",")[0].strip()) in PORTS:
            taken["scheme"] = scheme
        if host := said.get("x-forwarded-host", "").split(",")[0].strip():
            headers = [(n, v) for n, v in headers if n != b"host"] + [(b"host", host.encode("latin-1"))]
    return {**scope, **taken, "headers": headers}
