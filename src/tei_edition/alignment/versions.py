"""The versions of a text, an original and its translations, and their sentences in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.checks.worded import language_of
from tei_edition.markup import XML_ID, tei
from tei_edition.source import Source

_DIV, _S, _NOTE = tei("div"), tei("s"), tei("note")
_BLOCKS = [tei(name) for name in ("p", "head", "ab", "l", "item", "cell")]
"""What can be linked in a text that is not divided into sentences."""


@dataclass(frozen=True, eq=False)
class Version:
    """An original or one translation of it: a division of a document."""

    file: Path
    element: etree._Element
    is_original: bool
    language: str


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence that can be linked, and its place among all of its version, from 0.

    Where a version has no sentences, its paragraphs and lines with an id are taken for them.
    """

    id: str
    element: etree._Element
    version: Version
    number: int


@dataclass(frozen=True, eq=False)
class Text:
    """A document's versions with their sentences."""

    source: Source
    versions: dict[Version, tuple[Sentence, ...]]
    sentences: dict[str, Sentence]
    """By their ids."""

    @cached_property
    def originals(self) -> list[Version]:
        """The versions that are originals."""
        return [version for version in self.versions if version.is_original]

    @cached_property
    def translations(self) -> list[Version]:
        """The versions that are translations."""
        return [version for version in self.versions if not version.is_original]


def text_of_document(source: Source) -> Text:
    """Read a document's versions; a file that has none gives a text without versions."""
    versions = {version: tuple(_sentences(version)) for version in _versions(source)}
    sentences: dict[str, Sentence] = {}
    for found in versions.values():
        for sentence in found:
            sentences.setdefault(sentence.id, sentence)
    return Text(source, versions, sentences)


def _versions(source: Source) -> Iterator[Version]:
    """Give the divisions that are a version, those inside another left aside."""
    for text in source.root.iterchildren(tei("text")):
        inside = set[etree._Element]()
        for div in text.iter(_DIV):
            kind = div.get("type")
            parent = div.getparent()
            if parent in inside:
                inside.add(div)
            elif kind in ("original", "translation"):
                inside.add(div)
                yield Version(source.path, div, kind == "original", language_of(div))


def _sentences(version: Version) -> Iterator[Sentence]:
    elements = [element for element in version.element.iter(_S) if not _is_in_note(element)]
    if not elements:
        elements = list(_blocks(version.element))
    with_id = (element for element in elements if element.get(XML_ID))
    for number, element in enumerate(with_id):
        yield Sentence(str(element.get(XML_ID)), element, version, number)


def _is_in_note(element: etree._Element) -> bool:
    """Say whether a sentence stands in a note of the editors; a note of the source is text."""
    return any(note.get("type") != "source" for note in element.iterancestors(_NOTE))


def _blocks(division: etree._Element) -> Iterator[etree._Element]:
    for element in division.iter(*_BLOCKS):
        outer = any(ancestor.get(XML_ID) for ancestor in element.iterancestors(*_BLOCKS))
        if element.get(XML_ID) and not outer and not _is_in_note(element):
            yield element
