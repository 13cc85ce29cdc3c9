"""How heavy pages are, and what a reader waits for."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

from browser.conftest import kinds

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

SENT = 50_000
"""Bytes that a document's page may have with all it needs, as servers send it."""
ON_DISK = 135_000
"""Bytes that a document's page may have by itself; a third of them are its words."""


def test_documents_are_light(site: Path) -> None:
    pages = list((site / "documents").glob("*.html"))
    assert pages
    beside = sum(_sent(file) for file in (site / "assets").glob("edition.*"))
    assert {page.name for page in pages if _sent(page) + beside > SENT} == set()
    assert {page.name for page in pages if page.stat().st_size > ON_DISK} == set()


def _sent(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def test_the_first_paint_waits_for_no_script(site: Path, served: str, chromium: "Browser") -> None:
    """While the script is held back, the page is painted all the same."""
    page = kinds(site)["documents:document"].relative_to(site).as_posix()
    held: list[Route] = []
    with chromium.new_context() as context:
        tab = context.new_page()
        tab.route("**/*.js", lambda route: held.append(route))
        tab.goto(f"{served}/{page}", wait_until="commit")
        tab.locator("h1").wait_for()
        while not tab.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
            tab.wait_for_timeout(20)
        assert held
        assert tab.evaluate("document.readyState") != "complete"
        for route in held:
            route.continue_()
