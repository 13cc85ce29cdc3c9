"""What is to be made of each part, and what each of these is made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.digests import digest_of
from tei_edition.interface import LANGUAGE, DocumentPage, pages_tree
from tei_edition.make.names import (
    COMPARISONS,
    ENTRIES,
    EVENTS,
    FACTS,
    FILES,
    OF_FACTS,
    PLACES,
    PREPARED,
    PRINT,
    SUMMARY,
)
from tei_edition.make.products import Key, Part
from tei_edition.make.steps import Steps
from tei_edition.make.task import Book, Step

_PREPARE = ("prepare/prepare.xsl", "prepare/serialise.xsl")


class Role(StrEnum):
    """What a part is in the edition."""

    DOCUMENT = "document"
    REGISTER = "register"
    HEADER = "header"
    ALIGNMENTS = "alignments"


@dataclass(frozen=True)
class Jobs:
    """What a build makes of parts: `kinds` of `build.KINDS`, and whether there is a book of the whole."""

    kinds: Sequence[str]
    volume: bool
    paper: str
    """The format of the books; "" for the usual one."""
    program: str
    """The digest of the program and of what it stands on."""
    steps: Steps
    languages: Sequence[str]
    """The languages of the edition's pages, the first first."""
    pages: Mapping[str, Sequence[DocumentPage]]
    """The pages of each document, by the document's path as it is told: `tei/documents/letter.xml`."""
    overviews: Sequence[str]
    """The pages about the whole edition that the banner leads to."""
    search: bool
    """Whether there is a page to search in."""

    def steps_of(self, path: str, role: Role) -> list[Step]:
        """Give the stylesheets that are run on a part."""
        spoken = ("languages", " ".join(self.languages))
        if role is Role.REGISTER:
            summary = Step(SUMMARY, "index/register-summary.xsl", locales=False)
            entries = Step(ENTRIES, "index/entries.xsl", (spoken,))
            return [summary, entries, *self._named(), *self._files("data/register.xsl")]
        if role is Role.ALIGNMENTS:
            return [Step(COMPARISONS, "index/comparisons.xsl", (spoken,))]
        if role is Role.HEADER:
            return self._files("data/document.xsl", ("pdf", self.volume), (LANGUAGE, self.languages[0]))
        steps = [Step(FACTS, "index/facts.xsl", locales=False)]
        if "html" in self.kinds:
            steps += self._pages(path, spoken)
            own = self.pages[path][0].language
            steps += self._files("data/document.xsl", ("pdf", "pdf" in self.kinds), (LANGUAGE, own))
        return [*steps, Step(PRINT, "pdf/document.xsl")] if "pdf" in self.kinds else steps

    def _named(self) -> Iterator[Step]:
        """Give the steps that call places and events by their names in a language."""
        for language in self.languages:
            yield Step(PLACES + language, "index/places.xsl", ((LANGUAGE, language),))
            yield Step(EVENTS + language, "index/event-names.xsl", ((LANGUAGE, language),))

    def _files(self, stylesheet: str, *given: tuple[str, str | bool]) -> list[Step]:
        """Give the step of the files for programs."""
        return [Step(FILES, stylesheet, given)] if "html" in self.kinds else []

    def _pages(self, path: str, spoken: tuple[str, str]) -> Iterator[Step]:
        """Give the step of each page of a document."""
        pages = self.pages[path]
        tree = etree.tostring(pages_tree(pages), encoding="unicode").encode()
        tied = (
            ("overviews", " ".join(self.overviews)),
            ("search", self.search),
            ("cited", pages[0].language),
        )
        common = (("pdf", "pdf" in self.kinds), spoken, ("pages", tree), *tied)
        for page in pages:
            own = (("leading", page.leading), (LANGUAGE, page.language))
            yield Step(f"html/documents/{page.file}", "html/document.xsl", (*common, *own))

    def keys(self, path: str, role: Role, part: Part, timestamp: int) -> dict[str, Key]:
        """Give what each output of a part is made from: program, file, slice, stylesheets, what is given."""
        prepare = self._prepare
        keys = {PREPARED: self._key(path, part, prepare, "")}
        for step in self.steps_of(path, role):
            needed = ["index/facts.xsl"] if step.to == FILES and role is Role.DOCUMENT else []
            needed += self.steps.needed(step.to, step.stylesheet)
            digest = self.steps.digest(*_PREPARE, *needed, *_locales(step))
            keys[step.to] = self._key(path, part, digest, repr(step.given))
        if FACTS in keys:
            keys |= dict.fromkeys(OF_FACTS, keys[FACTS])
        if role is Role.DOCUMENT and "pdf" in self.kinds:
            digest = self.steps.digest(*_PREPARE, "pdf")
            book = self.book_of(path, timestamp)
            keys[book.to] = self._key(path, part, digest, f"{timestamp} {self.paper}".strip())
        return keys

    def _key(self, path: str, part: Part, stylesheets: str, given: str) -> Key:
        inputs = {path: part.source, "slice": part.slice, "stylesheets": stylesheets, "given": given}
        return Key.of(self.program, {name: value for name, value in inputs.items() if value})

    @cached_property
    def _prepare(self) -> str:
        return self.steps.digest(*_PREPARE)

    def asked(self, path: str, role: Role, timestamp: int) -> str:
        """Give the digest of all that is to be made of a part, whatever the part holds.

        Where it is as it was, so are all `keys` of a part that has not changed; where it is not, they tell.
        """
        return digest_of(self._common, role, repr(self.pages.get(path)), str(timestamp))

    @cached_property
    def _common(self) -> str:
        asked = (self.kinds, self.volume, self.paper, self.languages, self.overviews, self.search)
        return digest_of(self.program, self.steps.digest(""), repr(asked))

    def book_of(self, path: str, timestamp: int) -> Book:
        """Give the task of setting a document's PDF."""
        return Book(f"pdf/{Path(path).stem}.pdf", timestamp, self.paper)


def _locales(step: Step) -> tuple[str, ...]:
    return ("lib/labels.xml",) if step.locales else ()
