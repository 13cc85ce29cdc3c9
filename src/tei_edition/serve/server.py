"""Listen at a port of this machine, and serve until somebody ends it."""

import asyncio
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn

from tei_edition.errors import EditionError
from tei_edition.serve.app import application
from tei_edition.serve.guard import Guard, hosts_at
from tei_edition.serve.session import Session, Tell

HOST = "127.0.0.1"
PORT = 8000
"""The port that is tried first where the user names none."""

_TRIED = 20


def serve(root: Path, port: int | None, jobs: int | None, tell: Tell) -> None:
    """Serve the edition in a folder until Ctrl-C.

    `port` is one that must be free, None for the first free one from `PORT` on, 0 for any.
    Raises `EditionError` where there is no such port.
    """
    with listening(port) as own, suppress(KeyboardInterrupt):
        asyncio.run(_serve(own, Session(root, jobs, tell), tell))


def listening(port: int | None) -> socket.socket:
    """Give a socket that listens at a port of this machine."""
    ports = range(PORT, PORT + _TRIED) if port is None else [port]
    for one in ports:
        own = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name != "nt":  # There it would take the port away from another program.
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            own.bind((HOST, one))
            own.listen()
        except OSError:
            own.close()
            continue
        return own
    said = f"Port {port} is" if port else f"The ports {PORT} to {PORT + _TRIED - 1} are"
    raise EditionError(f"{said} not free", "Name another with --port.")


class _Server(uvicorn.Server):
    """A server that ends its session first: pages that wait for news would keep it from ending."""

    def __init__(self, config: uvicorn.Config, session: Session) -> None:
        super().__init__(config)
        self._session = session

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._session.end()
        await super().shutdown(sockets)


async def _serve(own: socket.socket, session: Session, tell: Tell) -> None:
    port = own.getsockname()[1]
    guarded = Guard(application(session), hosts_at(port))
    config = uvicorn.Config(
        guarded,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
        loop="asyncio" if sys.platform == "win32" else "auto",
        http="h11",
        ws="none",
    )
    tell(f"Serving at http://{HOST}:{port}/ until Ctrl-C.")
    running = asyncio.create_task(session.run())
    try:
        await _Server(config, session).serve([own])
    finally:
        session.end()
        await running
