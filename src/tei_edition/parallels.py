"""The links between documents that touch one of them, and what the others are called."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.corpus import Corpus
from tei_edition.markup import XML_ID, XML_LANG, alone, tei
from tei_edition.pointers import Target
from tei_edition.source import Source


@dataclass(frozen=True)
class Parallels:
    """What `alignments.xml` says of one document."""

    document: Source
    alignments: Source
    corpus: Corpus

    @cached_property
    def links(self) -> list[etree._Element]:
        """The links that name something in the document and something in another."""
        near = self.corpus.links_by_file.get(self.document.path, [])
        return [link for link in near if self.document.path in self._named(link)]

    def others(self) -> Iterator[Source]:
        """Give the documents that these links lead to, by name."""
        files = {file for link in self.links for file in self._named(link)} - {self.document.path}
        for file in sorted(files):
            other = self.corpus.source(file)
            if other is not None:
                yield other

    @cached_property
    def notes(self) -> list[etree._Element]:
        """What the editors say of these links."""
        return notes_on(self.links, self.alignments)

    def sentences(self, other: Source) -> list[etree._Element]:
        """Copy the sentences of another document that these links name, each with its language."""
        pointers = (pointer for link in self.links for pointer in (link.get("target") or "").split())
        targets = (self.corpus.resolve(pointer, self.alignments) for pointer in pointers)
        named = {t.id for t in targets if isinstance(t, Target) and t.file == other.path}
        found = [node for node in other.root.iter(tei("s")) if node.get(XML_ID) in named]
        return [_in_its_language(node) for node in found]

    def _named(self, link: etree._Element) -> set[Path]:
        """Give the files that a link leads into; none where it stays in one."""
        targets = (self.corpus.resolve(p, self.alignments) for p in (link.get("target") or "").split())
        files = {t.file for t in targets if isinstance(t, Target) and t.file is not None}
        return files if len(files) > 1 else set()


def parallels_of(document: Source, corpus: Corpus) -> Parallels | None:
    """Give what the edition's alignments say of a document; None where there are none, or it is them."""
    alignments = corpus.alignments
    is_other = alignments is not None and alignments.path != document.path
    return Parallels(document, alignments, corpus) if alignments and is_other else None


def notes_on(links: Iterable[etree._Element], alignments: Source) -> list[etree._Element]:
    """Give the notes of the alignments that are about some links."""
    ids = {f"#{link.get(XML_ID)}" for link in links}
    notes = alignments.root.iterfind(f"{tei('standOff')}/{tei('note')}")
    return [note for note in notes if not ids.isdisjoint((note.get("target") or "").split())]


def titles_of(source: Source) -> list[etree._Element]:
    """Copy the titles that a file's header gives it."""
    titles = source.root.iterfind(f"{tei('teiHeader')}/{tei('fileDesc')}/{tei('titleStmt')}/{tei('title')}")
    return [alone(title) for title in titles]


def _in_its_language(element: etree._Element) -> etree._Element:
    copy = alone(element)
    tags = (node.get(XML_LANG) for node in (element, *element.iterancestors()))
    language = next(filter(None, tags), None)
    if language:
        copy.set(XML_LANG, language)
    return copy
