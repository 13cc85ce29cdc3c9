"""The links between documents that touch one of them, and what the others are called."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.corpus import Corpus
from tei_edition.markup import tei
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


def titles_of(source: Source) -> list[etree._Element]:
    """Copy the titles that a file's header gives it."""
    titles = source.root.iterfind(f"{tei('teiHeader')}/{tei('fileDesc')}/{tei('titleStmt')}/{tei('title')}")
    return [_without_tail(title) for title in titles]


def _without_tail(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy
