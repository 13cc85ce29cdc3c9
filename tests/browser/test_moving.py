"""Nothing moves while a page comes, however slowly, nor while a reader goes down it."""

import functools
import http.server
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest

from browser.conftest import WATCH, kinds

if TYPE_CHECKING:
    from playwright.sync_api import Browser

START = 15_000
"""Bytes of a page that come so slowly that what there is of it is painted."""
BLOCK = re.compile(rb".*?</(?:p|li|tr|h[1-6]|div|nav|form|section|header|dd|ul)>", re.DOTALL)
"""What comes at a time."""

SET_ANEW = 0.005
"""What may be counted as moved: a browser that is busy shows a paragraph before all of it has come, and then
sets its last line anew, which counts 0.002. Up to 0.1 is called good (Cumulative Layout Shift)."""

REMEMBERED = """for (const [name, value] of Object.entries({ view: "both", "mark-person": "yes",
  "show-en": "no", "lead-fr": "en", "lead-en": "ro" })) localStorage.setItem(name, value);"""
"""What the reader chose on another page, and is there again on this one."""

DOWN = """async () => {
  for (let y = 0; y < Math.min(document.documentElement.scrollHeight, 9000); y += 600) {
    scrollTo(0, y);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 5)));
  }
}"""


class Slow(http.server.SimpleHTTPRequestHandler):
    """Sends the start of pages block by block, each its own packet."""

    def log_message(self, *_: object) -> None:
        pass

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        if self.path.endswith(".html"):
            start = source.read(START)
            for block in BLOCK.finditer(start):
                outputfile.write(block[0])
                outputfile.flush()
                time.sleep(0.005)
            outputfile.write(BLOCK.sub(b"", start) + source.read())
        super().copyfile(source, outputfile)


@contextmanager
def slowly(site: Path) -> Iterator[str]:
    """Serve a site so; gives its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Slow, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("width", [390, 768, 1920])
def test_nothing_moves(width: int, any_site: Path, chromium: "Browser") -> None:
    wrong = []
    with (
        slowly(any_site) as address,
        chromium.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", service_workers="block"
        ) as context,
    ):
        context.add_init_script(WATCH + REMEMBERED)
        for kind, file in kinds(any_site).items():
            tab = context.new_page()
            tab.goto(f"{address}/{file.relative_to(any_site).as_posix()}")
            tab.evaluate(DOWN)
            shifted = tab.evaluate("window.shifted")
            wrong += [f"{kind} {file.name} moved by {shifted}"] if shifted > SET_ANEW else []
            tab.close()
    assert wrong == []
