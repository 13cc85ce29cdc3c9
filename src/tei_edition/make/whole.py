"""The edition as its pages see it: what is known of all parts, none of them in memory."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.data import TABLES
from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.interface import LANGUAGE, DocumentPage, pages_tree
from tei_edition.make.entries import Entry, Naming, counts, entries, mentions
from tei_edition.make.facts import VIEWS, Choice, Facts, chosen, lines_in, together, units_in, written
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
    UNITS,
)
from tei_edition.make.page import Given, Xml, xml_of
from tei_edition.make.record import Part
from tei_edition.make.searched import Searched
from tei_edition.make.store import Store
from tei_edition.maps.places import named_places
from tei_edition.markup import ED, XML_ID
from tei_edition.project import Project, leads_out
from tei_edition.published import withdrawn_in

MOST_MENTIONS = 500
"""How many mentions of an entry its page quotes; of further documents it says how often they name it."""


_LATELY = 256
"""Documents of which the units are kept at hand."""


class Mention(NamedTuple):
    """A document that names an entry."""

    path: str
    units: int
    """How many units of it do."""
    own: int
    """How many, translations left out."""
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

    def facts(self, view: str) -> Xml:
        """Give `ed:all` with the facts of all documents, as far as a view of `facts.VIEWS` shows them."""
        choice = VIEWS[view]
        digest = digest_of(view, *(f"{f.views[view]} {self.pages[path]}" for path, f in self._facts))
        if view == "heads":
            return Xml(digest, self.heads(self.documents).read)
        return Xml(digest, lambda: self._together(self.documents, lambda path: choice))

    def heads(self, paths: Collection[str]) -> Xml:
        """Give `ed:all` with what the facts of some documents say of each as a whole."""
        known = [(path, facts) for path, facts in self._facts if path in paths]
        digest = digest_of(*(f"{facts.views['heads']} {self.pages[path]}" for path, facts in known))
        return Xml(digest, lambda: together("all", map(written, map(self._head, dict(known)))).encode())

    @property
    def years(self) -> dict[str, set[str]]:
        """The documents of each year."""
        found: dict[str, set[str]] = {}
        for path, facts in self._facts:
            found.setdefault(facts.year, set()).add(path)
        return {year: found[year] for year in sorted(found)}

    def facts_of(self, stems: Collection[str]) -> Xml:
        """Give `ed:all` with all facts of some documents."""
        paths = [path for path in self.documents if Path(path).stem in stems]
        digest = digest_of(*(f"{self._known[path].views['whole']} {self.pages[path]}" for path in paths))
        return Xml(digest, lambda: self._together(paths, lambda path: lambda unit: True))

    def counts(self, register: str) -> Xml:
        """Give `ed:counts`: how often which documents name the entries of a register."""
        named = {key: self._mentions[key] for key in self._named.get(Path(register).stem, ())}
        own = {key: [(Path(one.path).stem, one.own) for one in some] for key, some in named.items()}
        paths = sorted({one.path for some in named.values() for one in some})
        digest = digest_of(repr(own), *map(self._said, paths))
        return Xml(digest, lambda: counts(own, map(self._naming, paths)))

    def mentions(self, key: str) -> Xml:
        """Give `ed:mentions` with the documents that name an entry, and, up to a number, what they say."""
        named = self._mentions.get(key, [])
        quoted = {one.path for one in _first(named)}
        said = (f"{Path(one.path).stem} {one[1:]} {self._said(one.path)}" for one in named)
        digest = digest_of(key, *said, str(len(quoted)))
        return Xml(digest, lambda: self._mentioned(key, named, quoted))

    def _mentioned(self, key: str, named: Iterable[Mention], quoted: Collection[str]) -> bytes:
        def said(one: Mention) -> str:
            units = self._units(one.path) if one.path in quoted else ()
            return self._naming(one.path).xml(one.own, (text for keys, text in units if key in keys))

        return mentions(key, map(said, named))

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
        there = {key: named[key] for key in places if key in named}
        registers = [part.outputs[PLACES + language] for part in self.registers.values()]
        digest = digest_of(repr(sorted(there.items())), *registers)
        return Xml(digest, lambda: written(named_places(places.values(), there)))

    @cached_property
    def _places(self) -> dict[str, dict[str, etree._Element]]:
        """By language: the places of all registers by their keys."""
        found: dict[str, dict[str, etree._Element]] = {}
        for language in self.languages:
            stored = (self._get(part.outputs[PLACES + language]) for part in self.registers.values())
            found[language] = {
                str(node.get("key")): node for data in stored for node in etree.fromstring(data)
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
    def _mentions(self) -> dict[str, list[Mention]]:
        """By entry: the documents that name it."""
        found: dict[str, list[Mention]] = {}
        for path, facts in self._facts:
            for key, said in facts.mentions.items():
                found.setdefault(key, []).append(Mention(path, *said))
        return found

    def _said(self, path: str) -> str:
        """Give the digest of what is said of a document as a whole."""
        return f"{self._known[path].views['heads']} {self.pages[path]}"

    def _head(self, path: str) -> etree._Element:
        """Give what a document's facts say of it as a whole, with its pages."""
        head = etree.fromstring(self._known[path].head)
        head.extend(pages_tree(self.pages[path]))
        return head

    def _naming(self, path: str) -> Naming:
        """Give what pages say of a document that names entries."""
        if path not in self._namings:
            self._namings[path] = Naming.of(self._head(path))
        return self._namings[path]

    @cached_property
    def _namings(self) -> dict[str, Naming]:
        return {}

    def _units(self, path: str) -> list[tuple[list[str], str]]:
        """Give the units of a document that name entries; the pages of several ask for those of one."""
        if path not in self._lately:
            while len(self._lately) >= _LATELY:
                self._lately.pop(next(iter(self._lately)))
            self._lately[path] = units_in(self._get(self.documents[path].outputs[UNITS]))
        return self._lately[path]

    @cached_property
    def _lately(self) -> dict[str, list[tuple[list[str], str]]]:
        return {}

    @cached_property
    def _known(self) -> dict[str, Facts]:
        return dict(self._facts)

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """By register: the keys of the entries that documents name."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._mentions):
            found.setdefault(key.partition(".")[0], []).append(key)
        return found

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


def _first(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Give the first documents that name an entry, as many as hold the most mentions that are quoted."""
    numbers = accumulate((one.units for one in mentions), initial=0)
    return [one for one, before in zip(mentions, numbers, strict=False) if before < MOST_MENTIONS]


def years_tree(years: Mapping[str, Collection[str]]) -> Xml:
    """Give `ed:years`: the years that have pages, and how many documents each."""
    top = etree.Element(f"{{{ED}}}years", nsmap={"ed": ED})
    for year, documents in years.items():
        etree.SubElement(top, f"{{{ED}}}year", year=year, documents=str(len(documents)))
    return xml_of(top)


def _bare(data: bytes) -> bytes:
    """Give a document without its XML declaration."""
    return data[data.index(b"?>") + 2 :] if data.startswith(b"<?xml") else data
