"""The application that answers a browser: pages, what belongs to them, and news of changes."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from html import escape
from importlib.resources import files
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from tei_edition.serve.addresses import name_of
from tei_edition.serve.session import Session, Viewer
from tei_edition.serve.site import Site

OWN = "/.edition/"
"""Where the server's own files are: no page of an edition can be there."""

_TYPES = {
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""The same on every system: what a system says of endings, any program on it may have changed."""

_MISSING = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Not there</title></head>
<body><main><h1>There is no such page</h1>
<p>It may not be made yet: if it is, it appears here by itself.
<a href="/">To the contents.</a></p></main></body></html>"""


def application(session: Session) -> Starlette:
    """Give the application for a session."""

    async def page(request: Request) -> Response:
        return await asyncio.to_thread(_answer, session.site, name_of(request.scope["path"]))

    async def events(request: Request) -> Response:
        asked = request.query_params
        viewer = Viewer(asked.get("page", ""), asked.get("seen", ""))
        return StreamingResponse(news(session, viewer), media_type="text/event-stream")

    routes = [
        Route(f"{OWN}events", events),
        Route(f"{OWN}live.js", _own("live.js")),
        Route(f"{OWN}live.css", _own("live.css")),
        Route("/{path:path}", page),
    ]
    return Starlette(routes=routes)


def _own(name: str) -> Callable[[Request], Awaitable[Response]]:
    """Give what answers with one of the files beside this one."""
    data = files(__package__).joinpath(name).read_bytes()

    async def answer(request: Request) -> Response:  # noqa: ARG001
        return Response(data, media_type=_TYPES[PurePosixPath(name).suffix])

    return answer


def _answer(site: Site, name: str | None) -> Response:
    """Give a page with the script in it, or another file as it is."""
    if name is None or name.endswith(".html"):
        page = site.page(name) if name else None
        told = _live(_MISSING.encode() if page is None else page, name or "", site.mark_of(page))
        return Response(told, 404 if page is None else 200, media_type=_TYPES[".html"])
    file = site.file(name)
    if file is None:
        return Response("There is no such file.", 404, media_type=_TYPES[".txt"])
    return FileResponse(file, media_type=_TYPES.get(file.suffix.lower(), "application/octet-stream"))


def _live(page: bytes, name: str, mark: str) -> bytes:
    """Give a page with the script that asks for news of it."""
    told = f'data-page="{escape(name)}" data-seen="{mark}"'
    own = f'<link rel="stylesheet" href="{OWN}live.css"><script src="{OWN}live.js" defer {told}></script>'
    return page.replace(b"</head>", own.encode() + b"</head>", 1)


async def news(session: Session, viewer: Viewer) -> AsyncIterator[str]:
    """Give the events for one open page: that it has changed, and what there is to say of the edition."""
    session.viewers.add(viewer)
    try:
        while True:
            await viewer.news.wait()
            viewer.news.clear()
            if session.ended.is_set():
                return
            if await asyncio.to_thread(session.site.mark, viewer.page) != viewer.seen:
                yield "event: reload\ndata:\n\n"
                return
            state = await asyncio.to_thread(session.state, viewer.page)
            yield f"event: state\ndata: {json.dumps(state)}\n\n"
    finally:
        session.viewers.discard(viewer)
