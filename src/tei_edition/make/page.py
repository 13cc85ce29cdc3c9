"""A page or book about the whole edition: a stylesheet and what it is given, each with its digest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from tei_edition.attached import Attached
from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.make.task import Own, renderer_of
from tei_edition.outcome import plain_finding
from tei_edition.read import parse
from tei_edition.render import Prepared, Renderer
from tei_edition.source import Source

if TYPE_CHECKING:
    from tei_edition.typeset import Book


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


class Carried(NamedTuple):
    """A TEI file that a book is to carry, as `attached.Attached` has it."""

    name: str
    xml: Xml
    relationship: str = "source"


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
    carried: tuple[Carried, ...] = ()
    """Of a book: the TEI files that it carries."""
    timestamp: int = 0
    """Of a book: its date, in seconds since 1970."""
    paper: str = ""
    """Of a book: its format; "" for the usual one."""

    @property
    def is_book(self) -> bool:
        """Whether it is a book of the whole edition, of which several volumes may be made."""
        return self.to.endswith(".pdf")

    @property
    def inputs(self) -> dict[str, str]:
        """What it is made from, but for the stylesheet, each with its digest."""
        inputs = {"": self.on.digest} | {name: _digest(value) for name, value in self.given.items()}
        if self.is_book:
            inputs |= {"book": self.to, "date": str(self.timestamp), "paper": self.paper}
        return inputs | {f"attached {one.name}": one.xml.digest for one in self.carried}


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
    attached: tuple[Attached, ...]
    timestamp: int
    paper: str
    own: Own


@dataclass(frozen=True)
class PageMade:
    """A page, or the books made in its place, and what templates did not know."""

    to: str
    name: str
    data: bytes
    findings: tuple[Any, ...]
    books: "tuple[Book, ...]" = ()

    @property
    def outputs(self) -> dict[str, bytes]:
        """What was made, by paths below `build/`."""
        return {f"pdf/{book.name}": book.pdf for book in self.books} or {self.to: self.data}


def task_of(page: Page, source: bytes, own: Own) -> PageTask:
    """Read all that a page is made from."""
    given = tuple((name, _read(value)) for name, value in page.given.items())
    worked = tuple((name, value.function) for name, value in page.given.items() if isinstance(value, Worked))
    attached = tuple(Attached(name, xml.read(), role) for name, xml, role in page.carried)
    told = (page.to, page.stylesheet, page.name, source, page.on.read(), given, worked, page.locales)
    return PageTask(*told, attached, page.timestamp, page.paper, own)


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
    if task.to.endswith(".pdf"):
        return PageMade(task.to, task.name, b"", findings, _bound(task, data, renderer))
    return PageMade(task.to, task.name, data, findings)


def _bound(task: PageTask, print_xml: bytes, renderer: Renderer) -> "tuple[Book, ...]":
    from tei_edition.volumes import bind

    return bind(renderer, print_xml.decode(), task.attached, task.timestamp, task.paper)


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
