"""Answer nobody but the pages that are served here: other hosts' pages may not read an unpublished edition.

A name of another host that leads to this machine (DNS rebinding) is seen by the `Host` header, a request from
another host's page by `Origin` or, where a browser sends none, by `Sec-Fetch-Site` (W3C Fetch Metadata).
"""

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HOSTS = ("127.0.0.1", "localhost", "[::1]")

_SAFE = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"referrer-policy", b"same-origin"),
)
"""What every answer says beside what it is."""


def hosts_at(port: int) -> list[str]:
    """Give the names by which a server at a port of this machine may be called."""
    return [f"{host}:{port}" for host in _HOSTS]


class Guard:
    """An application in front of another, which sees only what may be asked."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        """Take the application, and the names, with the port, that this server may be called by."""
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope["method"], Headers(scope=scope))

        async def careful(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_SAFE]
            await send(message)

        await (refusal or self._app)(scope, receive, careful)

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        """Give the answer to what is not allowed; None for what is."""
        if method not in ("GET", "HEAD"):
            return PlainTextResponse("Pages can only be read here.", 405, {"Allow": "GET, HEAD"})
        if len(hosts := headers.getlist("host")) != 1 or hosts[0].lower() not in self._hosts:
            return PlainTextResponse("This server answers only to localhost.", 421)
        own = {f"http://{host}" for host in self._hosts}
        origins = headers.getlist("origin")
        site, mode = headers.get("sec-fetch-site"), headers.get("sec-fetch-mode")
        is_foreign = site in ("cross-site", "same-site") and mode != "navigate"
        if is_foreign or any(origin.lower() not in own for origin in origins):
            return PlainTextResponse("This server answers only to its own pages.", 403)
        return None
