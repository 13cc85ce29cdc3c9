"""An edition that is served, and how a browser asks for its pages."""

import http.client
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import quote

from editions import Edition

LONG = 600
"""Seconds after which something will not come any more."""


def asked(
    port: int, path: str, method: str = "GET", headers: tuple[tuple[str, str], ...] | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Ask a server as one likes; give the status, the headers and the body of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONG)
    connection.putrequest(method, path, skip_host=True)
    for name, value in headers or (("Host", f"localhost:{port}"),):
        connection.putheader(name, value.replace("PORT", str(port)))
    connection.endheaders()
    answer = connection.getresponse()
    with closing(connection):
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


class Served:
    """An edition that a process of its own serves."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        command = [sys.executable, "-c", "from tei_edition.cli import main; main()", "serve", "--port", "0"]
        self.process = subprocess.Popen(
            [*command, "--jobs", "1", "--project", str(edition.project.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout
        said = self.process.stdout.readline()
        found = re.fullmatch(r"Serving at http://127\.0\.0\.1:(\d+)/ until Ctrl-C\.\n", said)
        assert found, said
        self.port = int(found[1])
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def get(self, name: str) -> tuple[int, str]:
        status, _, body = asked(self.port, "/" + name)
        return status, body.decode()

    @contextmanager
    def news(self, name: str) -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
        """Open a page as a browser does; give the events that it is told."""
        mark = re.search(r'data-seen="(\w+)"', self.get(name)[1])
        assert mark
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        connection.request("GET", f"/.edition/events?page={quote(name)}&seen={mark[1]}")
        answer = connection.getresponse()
        assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"

        def events() -> Iterator[tuple[str, dict[str, Any]]]:
            kind = ""
            for line in iter(answer.readline, b""):
                field, _, value = line.decode().rstrip("\n").partition(":")
                kind = value.strip() if field == "event" else kind
                if field == "data":
                    yield kind, json.loads(value or "{}")

        with closing(connection):
            yield events()

    def until(self, name: str, holds: Callable[[dict[str, Any], str], bool]) -> tuple[dict[str, Any], str]:
        """Look at a page, again each time that it is reloaded, until something holds of it."""
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            page = self.get(name)[1]
            with self.news(name) as events:
                for kind, state in events:
                    if kind == "reload":
                        break
                    if holds(state, page):
                        return state, page
        raise AssertionError("It does not come to that.")

    def settled(self, name: str) -> tuple[dict[str, Any], str]:
        """Wait until all is built."""
        return self.until(name, lambda state, page: not state["building"])
