"""A page or book about the whole edition: a stylesheet and what it is given, each with its digest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from tei_edition.attached import Attached
from tei_edition.digests import digest_of
from tei_edition.make.task import Own, renderer_of
from tei_edition.render import Renderer, Unknown

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
class Group:
    """The pages of one thing in all languages, which are made together."""

    maker: str
    """What they are called by in the record: the path of the first."""
    pages: Callable[[], Sequence["Page"]]
    """Gives them, each with the digests of all that it is made from."""
    basis: str = ""
    """One digest of all of that, which is known at less cost; "" where none is."""


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
        inputs = {"file": self.on.digest} | {name: _digest(value) for name, value in self.given.items()}
        if self.is_book:
            inputs |= {"book": self.to, "date": str(self.timestamp), "paper": self.paper}
        return inputs | {f"attached {one.name}": one.xml.digest for one in self.carried}


class Tree(NamedTuple):
    """A document of a task, by its digest; with a function, what that makes of it."""

    digest: str
    function: Callable[[etree._Element], etree._Element] | None = None


class OnePage(NamedTuple):
    """What a page of a task needs for itself."""

    to: str
    given: tuple[tuple[str, Tree | str | bool], ...]
    attached: tuple[Attached, ...]
    timestamp: int
    paper: str


@dataclass(frozen=True)
class PageTask:
    """The same page in some languages, with all that they are made from, to be made by any process."""

    stylesheet: str
    name: str
    on: str
    """The digest of the document that the stylesheet is run on."""
    pages: tuple[OnePage, ...]
    trees: Mapping[str, bytes]
    """By digest: the documents that the pages are made from, each once."""
    locales: bool
    own: Own


@dataclass(frozen=True)
class PageMade:
    """A page, or the books made in its place, and what templates did not know."""

    to: str
    name: str
    data: bytes
    unknown: tuple[Unknown, ...]
    books: "tuple[Book, ...]" = ()

    @property
    def outputs(self) -> dict[str, bytes]:
        """What was made, by paths below `build/`."""
        return {f"pdf/{book.name}": book.pdf for book in self.books} or {self.to: self.data}


def task_of(pages: Sequence[Page], own: Own) -> PageTask:
    """Read all that a page in some languages is made from."""
    first = pages[0]
    documents = {first.on.digest: first.on}
    for value in (value for page in pages for value in page.given.values()):
        if isinstance(value, Xml | Worked):
            documents[_digest(value)] = value.on if isinstance(value, Worked) else value
    ones = tuple(
        OnePage(
            page.to,
            tuple((name, _given(value)) for name, value in page.given.items()),
            tuple(Attached(name, xml.read(), role) for name, xml, role in page.carried),
            page.timestamp,
            page.paper,
        )
        for page in pages
    )
    trees = {digest: xml.read() for digest, xml in documents.items()}
    return PageTask(first.stylesheet, first.name, first.on.digest, ones, trees, first.locales, own)


def make_pages(task: PageTask) -> tuple[PageMade, ...]:
    """Make the pages of a task. Raises `EditionError`, which names the file, where a stylesheet stops."""
    making = _Making(task, renderer_of(task.own))
    return tuple(making.page(page) for page in task.pages)


class _Making:
    """The documents of a task, each given to Saxon once."""

    def __init__(self, task: PageTask, renderer: Renderer) -> None:
        self._task, self._renderer = task, renderer
        self._nodes: dict[Tree, Any] = {}

    def page(self, page: OnePage) -> PageMade:
        task, renderer = self._task, self._renderer
        given = {name: self._node(value) if isinstance(value, Tree) else value for name, value in page.given}
        if task.locales:
            given["locales"] = renderer.locales
        text, unknown = renderer.make(
            page.to, task.stylesheet, Path(task.name).name, self._node(Tree(task.on)), **given
        )
        if page.to.endswith(".pdf"):
            return PageMade(page.to, task.name, b"", unknown, _bound(page, text, renderer))
        return PageMade(page.to, task.name, text.encode(), unknown)

    def _node(self, tree: Tree) -> Any:
        if tree not in self._nodes:
            data, saxon = self._task.trees[tree.digest], self._renderer.saxon
            worked = tree.function and tree.function(etree.fromstring(data))
            self._nodes[tree] = saxon.parse(data.decode()) if worked is None else saxon.tree(worked)
        return self._nodes[tree]


def _bound(page: OnePage, print_xml: str, renderer: Renderer) -> "tuple[Book, ...]":
    from tei_edition.volumes import bind

    return bind(renderer, print_xml, page.attached, page.timestamp, page.paper)


def xml_of(element: etree._Element) -> Xml:
    """Give a document that is at hand."""
    data = etree.tostring(element, encoding="unicode", with_tail=False).encode()
    return Xml(digest_of(data), lambda: data)


def _given(value: Given) -> Tree | str | bool:
    if isinstance(value, Worked):
        return Tree(value.on.digest, value.function)
    return Tree(value.digest) if isinstance(value, Xml) else value


def _digest(value: Given) -> str:
    if isinstance(value, Worked):
        return value.on.digest
    return value.digest if isinstance(value, Xml) else repr(value)
