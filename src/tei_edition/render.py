"""The steps that are pure functions of one document and its slice: prepare, html, facts, print XML."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.findings import Finding, Severity
from tei_edition.locales import locales
from tei_edition.markup import ED, XML_ID, tei
from tei_edition.source import Source
from tei_edition.xslt import Node, Result, Saxon, TransformError

PAGES = "pages.xsl"
"""The stylesheet of all pages of the site."""

PASSES = ("10", "20", "30")
"""The passes of `xslt/prepare/`, by their numbers."""


@dataclass(frozen=True)
class Prepared:
    """A document that needs nothing from elsewhere."""

    source: Source
    node: Node
    xml: str

    @property
    def id(self) -> str:
        """The document's id, its file's stem."""
        return self.source.path.stem


class Renderer:
    """The stylesheets of one project, run on one document at a time."""

    def __init__(self, saxon: Saxon) -> None:
        """Take the processor whose folder holds the stylesheets."""
        self.saxon = saxon

    @cached_property
    def locales(self) -> Node:
        """What pages need of the CLDR."""
        return self.saxon.tree(locales(languages(self.saxon.folder)))

    def prepare(self, source: Source, part: str) -> Prepared:
        """Put a document and its slice, written as XML, together."""
        node = self.saxon.transform(
            "prepare/prepare.xsl",
            self.saxon.tree(source.root),
            slice=self.saxon.parse(part),
            stem=source.path.stem,
        )
        return Prepared(source, node, self.saxon.run("prepare/serialise.xsl", node).text)

    def passes(self, source: Source, part: str) -> Iterator[tuple[str, str]]:
        """Give each pass of `prepare` as its number and the document after it, for looking at."""
        for number in PASSES:
            result = self.saxon.run(
                "prepare/prepare.xsl",
                self.saxon.tree(source.root),
                slice=self.saxon.parse(part),
                stem=source.path.stem,
                until=number,
            )
            yield number, result.text

    def make(
        self, to: str, stylesheet: str, name: str, node: Node, /, **parameters: Node | str | bool
    ) -> "Rendered":
        """Make a file of a prepared document; `name` is what it is called where a stylesheet stops.

        A page of the site, as its path `to` says, is made by the stylesheet of all pages, in its kind's mode.
        """
        try:
            if is_page(to):
                mode = f"{{{ED}}}{Path(stylesheet).stem}"
                result = self.saxon.run(PAGES, node, mode, root=_way_up(to), **parameters)
            else:
                result = self.saxon.run(stylesheet, node, **parameters)
        except TransformError as error:
            raise EditionError(f"{name}: {error}") from error
        return Rendered(result.text, tuple(_unknown(result, name)))


class Unknown(NamedTuple):
    """An element that no template knows, at or below the element with an id."""

    element: str
    at: str
    code: str

    def finding(self, source: Source) -> Finding:
        """Say it of the first such element of a source."""
        place = source.place(_element(source.root, self.element, self.at))
        words = f"No template knows `{self.element}`; its text is shown as it stands."
        hint = "Add a template to xslt/html/ and xslt/pdf/, or use another element."
        where = (source.path, place.line, place.column)
        return Finding(*where, self.code, Severity.WARNING, words, hint)


class Rendered(NamedTuple):
    """What a stylesheet made, and what it did not know."""

    text: str
    unknown: tuple[Unknown, ...]


def is_page(to: str) -> bool:
    """Say whether a path below `build/` is that of a page of the site."""
    return to.startswith("html/") and to.endswith(".html")


def _way_up(to: str) -> str:
    """Give the way from a page to the site's first folder."""
    return "../" * (to.count("/") - 1) or "./"


def _unknown(result: Result, name: str) -> Iterator[Unknown]:
    for message in result.messages:
        try:
            node = etree.fromstring(message)
        except etree.XMLSyntaxError as error:
            raise EditionError(f"A stylesheet says of {name}: {message}") from error
        if node.tag == f"{{{ED}}}finding":
            yield Unknown(node.get("element", ""), node.get("at", ""), node.get("code", "T001"))


def _element(root: etree._Element, name: str, near: str) -> etree._Element:
    """Find the first element of a name at or below the one with an id, or anywhere."""
    start = next((node for node in root.iter() if node.get(XML_ID) == near), root)
    return next(start.iter(tei(name)), next(root.iter(tei(name)), root))


def languages(stylesheets: Path) -> list[str]:
    """Give the languages that pages speak: those that the first label is written in."""
    label = etree.parse(stylesheets / "lib" / "labels.xml").find(f"{{{ED}}}label")
    return sorted(str(name) for name in label.attrib if name != "key") if label is not None else []


def nothing_at(path: Path) -> bytes:
    """Give the header of an edition that has none: its folder's name is its title."""
    title = path.parents[1].name
    top = etree.Element(tei("TEI"))
    file_description = etree.SubElement(etree.SubElement(top, tei("teiHeader")), tei("fileDesc"))
    statement = etree.SubElement(file_description, tei("titleStmt"))
    etree.SubElement(statement, tei("title")).text = title
    etree.SubElement(file_description, tei("publicationStmt"))
    etree.SubElement(file_description, tei("sourceDesc"))
    return etree.tostring(top)
