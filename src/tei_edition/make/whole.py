"""The edition as its pages see it: what is known of all parts, none of them in memory."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.data import TABLES
from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.interface import LANGUAGE, DocumentPage, pages_tree
from tei_edition.make.entries import Entry, Naming, entries
from tei_edition.make.facts import VIEWS, Choice, Facts, chosen, lines_in, together, written
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
from tei_edition.make.record import Part
from tei_edition.make.searched import Searched
from tei_edition.make.spoken import Topics
from tei_edition.make.store import Store
from tei_edition.maps.places import named_places
from tei_edition.markup import ED, XML_ID
from tei_edition.project import Project, leads_out
from tei_edition.published import withdrawn_in


class Registered(NamedTuple):
    """A place as a register has it: its number among all, and its digest."""

    number: int
    node: etree._Element
    digest: str


@dataclass(frozen=True)
class Whole:
    """All parts of an edition by their paths, in their order, and the store that has their facts."""

    project: Project
    store: Store
    documents: Mapping[str, Part]
    registers: Mapping[str, Part]
    header: Part
    alignments: Part | None
    volume: bool
    """Whether there is a PDF of the whole edition."""
    manual: bool
    """Whether there is a manual of the encoding."""
    languages: Sequence[str]
    """The languages of the edition's pages, the first first."""
    pages: Mapping[str, Sequence[DocumentPage]]
    """The pages of each document, by the document's path."""
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

    def prepared(self, part: Part) -> Xml:
        """Give a register, the header or the alignments as `prepare` left them."""
        return self.stored(part.outputs[PREPARED])

    def facts(self, view: str, whole: Collection[str] = ()) -> Xml:
        """Give `ed:all` with the facts of all documents, as far as a view of `facts.VIEWS` shows them.

        `whole` has the stems of those of which all facts are wanted.
        """
        views = {path: "whole" if Path(path).stem in whole else view for path, _ in self._facts}
        digest = digest_of(view, *(f"{f.views[views[path]]} {self.pages[path]}" for path, f in self._facts))
        if view == "heads":
            return Xml(digest, self.heads(self.documents).read)
        return Xml(digest, lambda: self._together(views, lambda path: VIEWS[views[path]]))

    def heads(self, paths: Collection[str]) -> Xml:
        """Give `ed:all` with what the facts of some documents say of each as a whole."""
        known = sorted(self._known.keys() & set(paths), key=self._order.__getitem__)
        digest = digest_of(*(self._said[path] for path in known))
        return Xml(digest, lambda: together("all", map(written, map(self._head, known))).encode())

    @property
    def years(self) -> dict[str, set[str]]:
        """The documents of each year."""
        found: dict[str, set[str]] = {}
        for path, facts in self._facts:
            found.setdefault(facts.year, set()).add(path)
        return {year: found[year] for year in sorted(found)}

    def facts_of(self, stems: Collection[str]) -> Xml:
        """Give `ed:all` with all facts of some documents."""
        known = {self._stems[stem] for stem in stems if stem in self._stems}
        paths = sorted(known, key=self._order.__getitem__)
        digest = digest_of(*(f"{self._known[path].views['whole']} {self.pages[path]}" for path in paths))
        return Xml(digest, lambda: self._together(paths, lambda path: lambda unit: True))

    @cached_property
    def mentioned(self) -> Mentioned:
        """Which documents name which entries, and what they say of them."""

        def packed(path: str) -> bytes:
            return self._get(self.documents[path].outputs[UNITS])

        return Mentioned(self._facts, self._said, self._naming, packed)

    @cached_property
    def topics(self) -> Topics:
        """What the documents speak of, when, how many and which event, and what they say of it."""

        def packed(path: str) -> bytes:
            return self._get(self.documents[path].outputs[TOPICS])

        return Topics(self._facts, self._said, self._naming, packed)

    @cached_property
    def _naming(self) -> Callable[[str], Naming]:
        """What gives what pages say of a document that they quote; each is made once."""
        return cache(lambda path: Naming.of(self._head(path)))

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of registers that have pages of their own."""
        return entries({path: self._get(part.outputs[ENTRIES]) for path, part in self.registers.items()})

    def together(self, output: str, parts: Mapping[str, Part]) -> Xml:
        """Give `ed:all` with what was made of some parts."""
        digests = [part.outputs[output] for part in parts.values()]
        return Xml(
            digest_of(*digests),
            lambda: together("all", (_bare(self._get(digest)) for digest in digests)).encode(),
        )

    def mapped(self, document: str) -> bool:
        """Say whether a map is made of the places that a document names."""
        return self._known[document].mapped if document in self._known else False

    def places(self, language: str, document: str | None = None) -> Xml:
        """Give the places that documents name, or one does, as `maps.places.named_places` has them."""
        named: dict[str, int] = {}
        for facts in self._known.values() if document is None else [self._known[document]]:
            for key, (_, own, _) in facts.mentions.items():
                named[key] = named.get(key, 0) + own
        places = self._places[language]
        there = sorted((places[key].number, key) for key in named if key in places)
        digest = digest_of(*(f"{named[key]} {places[key].digest}" for _, key in there))
        return Xml(digest, lambda: written(named_places((places[key].node for _, key in there), named)))

    @cached_property
    def _places(self) -> dict[str, dict[str, Registered]]:
        """By language: the places of all registers by their keys."""
        found: dict[str, dict[str, Registered]] = {}
        for language in self.languages:
            stored = (self._get(part.outputs[PLACES + language]) for part in self.registers.values())
            nodes = enumerate(node for data in stored for node in etree.fromstring(data))
            found[language] = {
                str(node.get("key")): Registered(number, node, digest_of(written(node)))
                for number, node in nodes
            }
        return found

    def events(self, language: str) -> Xml:
        """Give `ed:all` with what registers call their events."""
        return self.together(EVENTS + language, self.registers)

    @property
    def aligned(self) -> dict[str, Part]:
        """The alignments, where there are any."""
        return {str(self.project.alignments): self.alignments} if self.alignments else {}

    @property
    def parts(self) -> dict[str, Part]:
        """All parts."""
        header = {str(self.project.edition): self.header}
        return {**header, **self.registers, **self.documents, **self.aligned}

    @cached_property
    def comparisons(self) -> etree._Element:
        """The pairs of documents that links join, as `index/comparisons.xsl` gives them."""
        if self.alignments is None:
            return etree.Element(f"{{{ED}}}comparisons", nsmap={"ed": ED})
        found = etree.fromstring(self._get(self.alignments.outputs[COMPARISONS]))
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
        digests = [part.outputs[SUMMARY] for part in self.registers.values()]
        return Xml(
            digest_of(*digests),
            lambda: together("registers", (_bare(self._get(digest)) for digest in digests)).encode(),
        )

    @property
    def compared(self) -> Xml:
        """The comparisons, as other pages are given them."""
        return xml_of(self.comparisons)

    @property
    def told(self) -> list[Facts]:
        """What is known of the facts of each document."""
        return [facts for _, facts in self._facts]

    def lines(self, table: str) -> Iterator[bytes]:
        """Give the lines that each document adds to a table of `data.TABLES`."""
        for path, _ in self._facts:
            yield lines_in(self._get(self.documents[path].outputs[LINES]))[table]

    @cached_property
    def searched(self) -> Searched:
        """What of the documents can be found by searching."""

        def packed(path: str) -> bytes:
            return self._get(self.documents[path].outputs[SEARCHED])

        return Searched(self._facts if self.search else (), packed)

    @property
    def books(self) -> list[str]:
        """The paths in the site of the PDFs of the whole edition, as far as they are known."""
        if self.volumes > 1:
            return [f"pdf/edition-{number}.pdf" for number in range(1, self.volumes + 1)]
        return ["pdf/edition.pdf"] if self.volumes else []

    @property
    def data_files(self) -> list[str]:
        """The paths in the site of the files for programs, of the whole edition and of its first document."""
        parts = {path: part for path, part in self.parts.items() if path not in self.documents}
        first = next(iter(self.documents))
        parts[first] = self.documents[first]
        found = [path.removeprefix("html/") for part in parts.values() for path in part.split.get(FILES, ())]
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
        notes = withdrawn_in(etree.fromstring(self.prepared(self.header).read()))
        found: dict[str, list[str]] = {}
        for note in notes:
            found.setdefault(str(note.get(XML_ID)), []).extend(note.get("corresp", "").split())
        return {name: found[name] for name in sorted(found) if f"{name}.html".lower() not in known}

    @cached_property
    def _facts(self) -> list[tuple[str, Facts]]:
        return [(path, part.facts) for path, part in self.documents.items() if part.facts]

    @cached_property
    def _said(self) -> dict[str, str]:
        """By path: the digest of what is said of a document as a whole."""
        return {path: f"{facts.views['heads']} {self.pages[path]}" for path, facts in self._facts}

    def _head(self, path: str) -> etree._Element:
        """Give what a document's facts say of it as a whole, with its pages."""
        head = etree.fromstring(self._known[path].head)
        head.extend(pages_tree(self.pages[path]))
        return head

    @cached_property
    def _known(self) -> dict[str, Facts]:
        return dict(self._facts)

    @cached_property
    def _order(self) -> dict[str, int]:
        """By path: the number of each document."""
        return {path: number for number, path in enumerate(self.documents)}

    @cached_property
    def _stems(self) -> dict[str, str]:
        """The paths of documents by their stems."""
        return {Path(path).stem: path for path in self.documents}

    def _together(self, paths: Iterable[str], choice_of: Callable[[str], Choice]) -> bytes:
        facts = (self._chosen(path, choice_of(path)) for path in paths)
        return together("all", facts).encode()

    def _chosen(self, path: str, choice: Choice) -> bytes:
        """Give a document's facts with its pages, and those units only that are chosen."""
        facts = etree.fromstring(chosen(self._get(self._known[path].stored), choice))
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
