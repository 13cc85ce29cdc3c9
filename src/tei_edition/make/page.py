"""A page or book about the whole edition: a stylesheet and what it is given, each with its digest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.make.task import Own, renderer_of
from tei_edition.outcome import plain_finding
from tei_edition.read import parse
from tei_edition.render import Prepared, Renderer
from tei_edition.source import Source


@dataclass(frozen=True)
class Xml:
    """An XML document that a page needs: its digest, and how to get it where the page must be made."""

    digest: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Worked:
    """What a function of this program makes of an XML document, where the page is made: a map of places."""

    on: Xml
    function: Callable[[etree._Element], etree._Element]


Given = Xml | Worked | str | bool


@dataclass(frozen=True)
class Page:
    """A page to make.

    `to` is its path below `build/`; `on` is the document that the stylesheet is run on, which was made of the
    file `name`; `given` are the stylesheet's parameters. `locales` says whether it asks for the CLDR.
    """

    to: str
    stylesheet: str
    name: str
    on: Xml
    given: Mapping[str, Given]
    locales: bool = True
    attached: Mapping[str, Xml] = field(default_factory=dict)
    """Of a book: the TEI files that it carries, by name."""
    timestamp: int = 0
    """Of a book: its date, in seconds since 1970."""

    @property
    def inputs(self) -> dict[str, str]:
        """What it is made from, but for the stylesheet, each with its digest."""
        attached = {f"attached {name}": xml.digest for name, xml in self.attached.items()}
        given = {name: _digest(value) for name, value in self.given.items()}
        return {"": self.on.digest, "date": str(self.timestamp)} | given | attached


@dataclass(frozen=True)
class PageTask:
    """A page with all that it is made from, to be made by any process; `source` is its file."""

    to: str
    stylesheet: str
    name: str
    source: bytes
    on: bytes
    given: tuple[tuple[str, bytes | str | bool], ...]
    worked: tuple[tuple[str, Callable[[etree._Element], etree._Element]], ...]
    """The functions whose results are given in the place of the XML of these names."""
    locales: bool
    attached: tuple[tuple[str, bytes], ...]
    timestamp: int
    own: Own


@dataclass(frozen=True)
class PageMade:
    """A page, and what templates did not know."""

    to: str
    name: str
    data: bytes
    findings: tuple[Any, ...]


def task_of(page: Page, source: bytes, own: Own) -> PageTask:
    """Read all that a page is made from."""
    given = tuple((name, _read(value)) for name, value in page.given.items())
    worked = tuple((name, value.function) for name, value in page.given.items() if isinstance(value, Worked))
    attached = tuple((name, xml.read()) for name, xml in page.attached.items())
    told = (page.to, page.stylesheet, page.name, source, page.on.read(), given, worked, page.locales)
    return PageTask(*told, attached, page.timestamp, own)


def make_page(task: PageTask) -> PageMade:
    """Make a page. Raises `EditionError`, which names the file, where a stylesheet stops."""
    renderer = renderer_of(task.own)
    renderer.findings = []
    source = parse(Path(task.name), task.source)
    if not isinstance(source, Source):
        raise EditionError(f"{Path(task.name).name}: {source[0].message}")
    saxon = renderer.saxon
    worked = dict(task.worked)
    given: dict[str, Any] = {}
    for name, value in task.given:
        if not isinstance(value, bytes):
            given[name] = value
        elif name in worked:
            given[name] = saxon.tree(worked[name](etree.fromstring(value)))
        else:
            given[name] = saxon.parse(value.decode())
    if task.locales:
        given["locales"] = renderer.locales
    prepared = Prepared(source, saxon.parse(task.on.decode()), "")
    data = renderer.run(task.stylesheet, prepared, **given).encode()
    findings = tuple(map(plain_finding, renderer.findings))
    made = _set(task, data, renderer) if task.to.endswith(".pdf") else data
    return PageMade(task.to, task.name, made, findings)


def _set(task: PageTask, print_xml: bytes, renderer: Renderer) -> bytes:
    from tei_edition.typeset import typeset

    templates = renderer.saxon.folder / "pdf"
    name = Path(task.to).name
    return typeset(name, print_xml.decode(), templates, dict(task.attached), task.timestamp)


def xml_of(element: etree._Element) -> Xml:
    """Give a document that is at hand."""
    data = etree.tostring(element, encoding="unicode", with_tail=False).encode()
    return Xml(digest_of(data), lambda: data)


def _read(value: Given) -> bytes | str | bool:
    if isinstance(value, Worked):
        return value.on.read()
    return value.read() if isinstance(value, Xml) else value


def _digest(value: Given) -> str:
    if isinstance(value, Worked):
        return value.on.digest
    return value.digest if isinstance(value, Xml) else repr(value)
