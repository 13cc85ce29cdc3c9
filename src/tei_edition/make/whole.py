"""The edition as its pages see it: what is known of all parts, none of them in memory."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.data import TABLES
from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.interface import LANGUAGE, DocumentPage, pages_tree
from tei_edition.make.entries import Entry, Naming, entries
from tei_edition.make.facts import VIEWS, Choice, Facts, chosen, lines_in, together, written
from tei_edition.make.inverted import Inverted
from tei_edition.make.mentioned import Mentioned
from tei_edition.make.names import (
    COMPARISONS,
    ENTRIES,
    EVENTS,
    FILES,
    LINES,
    PLACES,
    PREPARED,
    SEARCHED,
    SUMMARY,
    TOPICS,
    UNITS,
)
from tei_edition.make.page import Given, Xml, xml_of
from tei_edition.make.record import Record
from tei_edition.make.searched import Searched
from tei_edition.make.spoken import Topics
from tei_edition.make.store import Store
from tei_edition.maps.places import named_places
from tei_edition.markup import ED, XML_ID
from tei_edition.project import Project, leads_out
from tei_edition.published import withdrawn_in

_LATELY = 1024
"""Documents of which it is kept at hand what pages say of them."""


class Registered(NamedTuple):
    """A place as a register has it: its number among all, and its digest."""

    number: int
    node: etree._Element
    digest: str


@dataclass(frozen=True)
class Whole:
    """All parts of an edition by what they are called, and the record and the store that tell of them."""

    project: Project
    store: Store
    record: Record
    paths: Mapping[str, Path]
    """Where each part lies, in their order."""
    documents: Sequence[str]
    registers: Sequence[str]
    header: str
    alignments: str
    """The alignments; "" where there are none."""
    volume: bool
    """Whether there is a PDF of the whole edition."""
    manual: bool
    """Whether there is a manual of the encoding."""
    languages: Sequence[str]
    """The languages of the edition's pages, the first first."""
    pages: Mapping[str, Sequence[DocumentPage]]
    """The pages of each document, by what the document is called."""
    overviews: Sequence[str]
    """The pages about the whole edition that the banner leads to."""
    pdf: bool = False
    """Whether documents have PDFs."""
    search: bool = False
    """Whether there is a page to search in."""
    volumes: int = 0
    """How many PDFs of the whole edition there are, as far as that is known."""
    paper: str = ""
    """The format of the books; "" for the usual one."""

    @property
    def around(self) -> dict[str, Given]:
        """The parameters that say which other pages there are."""
        overviews = " ".join(self.overviews)
        return {"languages": " ".join(self.languages), "overviews": overviews, "search": self.search}

    def speaking(self, language: str) -> dict[str, Given]:
        """Give the parameters of a page in a language."""
        return {**self.around, LANGUAGE: language}

    def stored(self, digest: str) -> Xml:
        """Give a document that is in the store."""
        return Xml(digest, lambda: self._get(digest))

    def made(self, part: str, output: str) -> Xml:
        """Give something that was made of a part and is in the store."""
        return self.stored(self.record.digest(part, output))

    def prepared(self, part: str) -> Xml:
        """Give a register, the header or the alignments as `prepare` left them."""
        return self.made(part, PREPARED)

    @cached_property
    def prepared_header(self) -> Xml:
        """The edition's header as `prepare` left it."""
        return self.prepared(self.header)

    @cached_property
    def inverted(self) -> Inverted:
        """What the documents tell, turned round."""
        return Inverted(self.record)

    def facts(self, view: str, whole: Collection[str] = ()) -> Xml:
        """Give `ed:all` with the facts of all documents, as far as a view of `facts.VIEWS` shows them.

        `whole` has the stems of those of which all facts are wanted.
        """
        if view == "heads":
            return self.heads(None)
        views: dict[str, str] = {}
        digests = [view]
        for path, facts in self.inverted.facts:
            views[path] = "whole" if Path(path).stem in whole else view
            digests.append(f"{facts.views[views[path]]} {self.pages[path]}")
        return Xml(digest_of(*digests), lambda: self._together(views, lambda path: VIEWS[views[path]]))

    def heads(self, paths: Collection[str] | None) -> Xml:
        """Give `ed:all` with what the facts of some documents, or all, say of each as a whole."""
        if paths is None:
            said = {one.path: one.said for one in self.inverted.documents}
        else:
            some = map(self.inverted.document, self.inverted.in_order(paths))
            said = {one.path: one.said for one in some if one}
        return Xml(
            digest_of(*said.values()), lambda: together("all", map(written, map(self._head, said))).encode()
        )

    @property
    def years(self) -> dict[str, set[str]]:
        """The documents of each year."""
        found: dict[str, set[str]] = {}
        for one in self.inverted.documents:
            found.setdefault(one.year, set()).add(one.path)
        return {year: found[year] for year in sorted(found)}

    def facts_of(self, stems: Collection[str]) -> Xml:
        """Give `ed:all` with all facts of some documents."""
        paths = [path for path in self.documents if Path(path).stem in stems]
        known = {path: facts for path in paths if (facts := self.inverted.facts_of(path))}
        digest = digest_of(*(f"{facts.views['whole']} {self.pages[path]}" for path, facts in known.items()))
        return Xml(digest, lambda: self._together(known, lambda path: lambda unit: True))

    @cached_property
    def mentioned(self) -> Mentioned:
        """Which documents name which entries, and what they say of them."""
        return Mentioned(self.inverted, self._naming, partial(self._of_document, UNITS))

    @cached_property
    def topics(self) -> Topics:
        """What the documents speak of, when, how many and which event, and what they say of it."""
        return Topics(self.inverted, self._naming, partial(self._of_document, TOPICS))

    def _of_document(self, output: str, path: str) -> bytes:
        """Give what was made of a document's facts."""
        return self._get(self.record.digest(path, output))

    @cached_property
    def _naming(self) -> Callable[[str], Naming]:
        """What gives what pages say of a document that they quote; that of many is kept at hand."""
        return lru_cache(_LATELY)(lambda path: Naming.of(self._head(path)))

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of registers that have pages of their own."""
        return entries({path: self.made(path, ENTRIES).read() for path in self.registers})

    def together(self, output: str, parts: Sequence[str]) -> Xml:
        """Give `ed:all` with what was made of some parts."""
        digests = [self.record.digest(part, output) for part in parts]
        return Xml(
            digest_of(*digests),
            lambda: together("all", (_bare(self._get(digest)) for digest in digests)).encode(),
        )

    def places(self, language: str, document: str | None = None) -> Xml:
        """Give the places that documents name, or one does, as `maps.places.named_places` has them."""
        named = self.inverted.named_in(document)
        places = self._places[language]
        there = sorted((places[key].number, key) for key in named if key in places)
        digest = digest_of(*(f"{named[key]} {places[key].digest}" for _, key in there))
        return Xml(digest, lambda: written(named_places((places[key].node for _, key in there), named)))

    @cached_property
    def basis_of_places(self) -> str:
        """A digest of all that is known of places, at little cost."""
        outputs = [PLACES + language for language in self.languages]
        return digest_of(*(self.record.digest(path, output) for path in self.registers for output in outputs))

    @cached_property
    def _places(self) -> dict[str, dict[str, Registered]]:
        """By language: the places of all registers by their keys."""
        found: dict[str, dict[str, Registered]] = {}
        for language in self.languages:
            stored = (self.made(path, PLACES + language).read() for path in self.registers)
            nodes = enumerate(node for data in stored for node in etree.fromstring(data))
            found[language] = {
                str(node.get("key")): Registered(number, node, digest_of(written(node)))
                for number, node in nodes
            }
        return found

    def events(self, language: str) -> Xml:
        """Give `ed:all` with what registers call their events."""
        return self.together(EVENTS + language, self.registers)

    @cached_property
    def comparisons(self) -> etree._Element:
        """The pairs of documents that links join, as `index/comparisons.xsl` gives them."""
        if not self.alignments:
            return etree.Element(f"{{{ED}}}comparisons", nsmap={"ed": ED})
        found = etree.fromstring(self.made(self.alignments, COMPARISONS).read())
        known = {Path(path).stem for path in self.documents}
        for pair in found.findall(f"{{{ED}}}comparison"):
            if not {pair.get("one"), pair.get("two")} <= known:
                found.remove(pair)
        return found

    @property
    def linked(self) -> set[str]:
        """The stems of the documents that links join."""
        return {pair.get(end, "") for pair in self.comparisons for end in ("one", "two")}

    @property
    def summaries(self) -> Xml:
        """What the contents page says of the registers."""
        digests = [self.record.digest(path, SUMMARY) for path in self.registers]
        return Xml(
            digest_of(*digests),
            lambda: together("registers", (_bare(self._get(digest)) for digest in digests)).encode(),
        )

    @property
    def compared(self) -> Xml:
        """The comparisons, as other pages are given them."""
        return xml_of(self.comparisons)

    def lines(self, table: str) -> tuple[str, Callable[[], Iterator[bytes]]]:
        """Give the digest of the lines of all documents in a table of `data.TABLES`, and what reads them.

        That may be called by any thread.
        """
        stored = self._lines

        def read() -> Iterator[bytes]:
            for digest, _ in stored:
                yield lines_in(self._get(digest))[table]

        return digest_of(*(lines[table] for _, lines in stored)), read

    @cached_property
    def _lines(self) -> list[tuple[str, dict[str, str]]]:
        """Of each document the lines in the store, and the digest of those of each table."""
        stored = self.record.made_as(LINES)
        return [(stored[path], facts.lines) for path, facts in self.inverted.facts]

    @cached_property
    def searched(self) -> Searched:
        """What of the documents can be found by searching; nothing where there is to be no search."""
        stored = self.record.made_as(SEARCHED)
        return Searched.of(self.inverted.facts if self.search else (), lambda path: self._get(stored[path]))

    @property
    def books(self) -> list[str]:
        """The paths in the site of the PDFs of the whole edition, as far as they are known."""
        if self.volumes > 1:
            return [f"pdf/edition-{number}.pdf" for number in range(1, self.volumes + 1)]
        return ["pdf/edition.pdf"] if self.volumes else []

    @property
    def data_files(self) -> list[str]:
        """The paths in the site of the files for programs, of the whole edition and of its first document."""
        first = self.documents[0]
        parts = [path for path in self.paths if path == first or path not in self.pages]
        pieces = ((name, made) for path in parts for name, made in self.record.made_by(path).items())
        found = [name.removeprefix("html/") for name, made in pieces if made.piece_of == FILES]
        found += [*TABLES, *(f"tei/{Path(path).stem}.xml" for path in parts)]
        found += ["data/alignments.tsv"] if self.alignments else []
        found += [f"pdf/{Path(first).stem}.pdf"] if self.pdf else []
        found += self.books
        received = (self.project.source_of(document) for document in self.project.documents)
        text = next((file for file in received if file.is_file() and not leads_out(file)), None)
        return sorted([*found, *([f"sources/{text.name}"] if text else [])])

    @cached_property
    def withdrawn(self) -> dict[str, list[str]]:
        """What documents lead to that were published and are gone, and of which the edition says why."""
        known = {page.file.lower() for pages in self.pages.values() for page in pages}
        notes = withdrawn_in(etree.fromstring(self.prepared_header.read()))
        found: dict[str, list[str]] = {}
        for note in notes:
            found.setdefault(str(note.get(XML_ID)), []).extend(note.get("corresp", "").split())
        return {name: found[name] for name in sorted(found) if f"{name}.html".lower() not in known}

    def _head(self, path: str) -> etree._Element:
        """Give what a document's facts say of it as a whole, with its pages."""
        head = etree.fromstring(self._known(path).head)
        head.extend(pages_tree(self.pages[path]))
        return head

    def _known(self, path: str) -> Facts:
        facts = self.inverted.facts_of(path)
        if facts is None:
            raise KeyError(path)
        return facts

    def _together(self, paths: Iterable[str], choice_of: Callable[[str], Choice]) -> bytes:
        facts = (self._chosen(path, choice_of(path)) for path in paths)
        return together("all", facts).encode()

    def _chosen(self, path: str, choice: Choice) -> bytes:
        """Give a document's facts with its pages, and those units only that are chosen."""
        facts = etree.fromstring(chosen(self._get(self._known(path).stored), choice))
        facts.extend(pages_tree(self.pages[path]))
        return written(facts)

    def _get(self, digest: str) -> bytes:
        data = self.store.get(digest)
        if data is None:
            raise EditionError("A file in build/cache was changed", "Delete build/cache and build again.")
        return data


def years_tree(years: Mapping[str, Collection[str]]) -> Xml:
    """Give `ed:years`: the years that have pages, and how many documents each."""
    top = etree.Element(f"{{{ED}}}years", nsmap={"ed": ED})
    for year, documents in years.items():
        etree.SubElement(top, f"{{{ED}}}year", year=year, documents=str(len(documents)))
    return xml_of(top)


def _bare(data: bytes) -> bytes:
    """Give a document without its XML declaration."""
    return data[data.index(b"?>") + 2 :] if data.startswith(b"<?xml") else data
