"""What browser tests share: Chromium, our edition's pages, some of a foreign one, and a server."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from lxml import etree, html

from conftest import shared
from tei_edition.build import build
from tei_edition.make import periods, subjects
from tei_edition.markup import XML_ID, tei
from tei_edition.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
WATCH = """
  window.refused = []; window.shifted = 0;
  document.addEventListener("securitypolicyviolation",
    (e) => refused.push(`${e.violatedDirective} ${e.blockedURI}`));
  new PerformanceObserver((list) => { for (const e of list.getEntries()) shifted += e.value; })
    .observe({ type: "layout-shift", buffered: true });
"""
"""Runs before each page: notes what the policy refuses and how far the layout moves."""


def unavailable(reason: str) -> NoReturn:
    """Skip the test, or fail it where EDITION_BROWSER says that nothing may be missing."""
    if os.environ.get("EDITION_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A Chromium of this machine."""
    program = os.environ.get("EDITION_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        unavailable("there is no Chromium here (install one, or name it in EDITION_CHROMIUM)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("Playwright is not installed (python -m pip install '.[test,browser]')")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(made: Path) -> Path:
    """The pages of our edition."""
    return made / "html"


@pytest.fixture(scope="session")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of another archive's edition: six of its documents, what they name, and some more entries.

    Its chronology, and what differs, are divided as those of many more documents are.
    """
    field = shared("field/ehri")
    root = tmp_path_factory.mktemp("foreign")
    documents = sorted((field / "documents").glob("*.xml"), key=lambda file: file.stat().st_size)
    chosen = documents[:: len(documents) // 5]
    named = {word for file in chosen for word in re.findall(r"[\w.-]+", file.read_text("utf-8"))}
    for folder in ("documents", "registers"):
        (root / "tei" / folder).mkdir(parents=True)
    for file in chosen:
        shutil.copy(file, root / "tei" / "documents")
    for file in (field / "registers").glob("*.xml"):
        tree = etree.parse(file)
        for number, entry in enumerate(list(tree.iter(*map(tei, ("person", "place", "org"))))):
            if number % 8 and entry.get(XML_ID) not in named:
                parent = entry.getparent()
                assert parent is not None
                parent.remove(entry)
        tree.write(root / "tei" / "registers" / file.name, encoding="utf-8")
    with pytest.MonkeyPatch.context() as few:
        few.setattr(periods, "MOST_DATED", 9)
        few.setattr(subjects, "MOST_COMPARED", 1)
        built = build(Project(root), ["html"], despite_findings=True)
    assert built.files
    assert list((root / "build" / "html" / "chronology").glob("*-*.html"))
    return root / "build" / "html"


@pytest.fixture(scope="session", params=["ours", "foreign"])
def any_site(request: pytest.FixtureRequest) -> Path:
    """Our edition's pages, then the other archive's."""
    return request.getfixturevalue("site" if request.param == "ours" else "foreign")


def kinds(site: Path) -> dict[str, Path]:
    """Give the largest page of each kind: of each folder and each class that a page's body has."""
    found: dict[str, Path] = {}
    for page in sorted(site.rglob("*.html")):
        folder = page.parent.relative_to(site).parts
        kind = f"{'/'.join(folder[:1])}{'/entry' if len(folder) > 1 else ''}:{_class(page)}"
        if kind not in found or page.stat().st_size > found[kind].stat().st_size:
            found[kind] = page
    return found


def _class(page: Path) -> str:
    name = html.parse(page).getroot().find("body").get("class", "")
    return page.stem.partition(".")[0] if name in ("guide", "index") else name


def opened(context: "BrowserContext", page: Path | str) -> "tuple[Page, list[str]]":
    """Open a page with the network cut; gives it and the addresses outside its folder that it asked for."""
    tab = context.new_page()
    strangers: list[str] = []
    tab.on("request", lambda r: None if r.url.startswith("file:") else strangers.append(r.url))
    tab.add_init_script(WATCH)
    tab.goto(page.as_uri() if isinstance(page, Path) else page)
    return tab, strangers


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which our edition's pages are served, on this machine."""
    with serving(site) as address:
        yield address


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve pages on this machine; gives their address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def axe() -> str:
    """Give the script of axe-core that the package `axe-playwright-python` carries."""
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
