"""What the files that all documents share hold, value by value: a change touches only who looked there.

A *cell* is a name and a digest: `entry:persons.antonescu-ion` changes with that entry, `id:antonescu-ion`
with the places where this id stands, `same:wikidata:Q1` with the entry that states this identifier,
`links:PATH` with the links that name a document. What a part looked at are names of cells, and of files as
`Digests` names them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.authorities import identifier
from tei_edition.corpus import Corpus, Entry
from tei_edition.digests import content, digest_of, existence
from tei_edition.markup import XML_ID, tei
from tei_edition.parallels import notes_on, parallels_of
from tei_edition.pointers import Target, locate, pointers_of
from tei_edition.source import Source

COMMON = "common"
"""The cell that every part depends on: the edition's header, and which files are shared."""


class Cells:
    """The cells of an edition, and what each of its parts looks at."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the edition's files."""
        self.corpus = corpus
        self.alignments = corpus.alignments

    def values(self) -> dict[str, str]:
        """Give all cells with their digests."""
        cells = {COMMON: self._common()}
        for entry in self.corpus.entries.values():
            cells[f"entry:{entry.key}"] = digest_of(str(entry.file), _written(entry.element))
        places = defaultdict(list)
        for source in self.corpus.shared:
            for node in source.root.iter(etree.Element):
                if value := node.get(XML_ID):
                    places[value].append(f"{source.path.name}/{(source.path, value) in self.corpus.entries}")
        cells |= {f"id:{value}": digest_of(*files) for value, files in places.items()}
        for name, entry in self.corpus.entries_by_identifier.items():
            cells[f"same:{name}"] = digest_of(str(entry.file), entry.id)
        for path, links in self.corpus.links_by_file.items():
            told = notes_on(links, self.alignments) if self.alignments else []
            cells[f"links:{path}"] = digest_of(*map(_written, (*links, *told)), self._titles)
        return cells

    def _common(self) -> str:
        """Give the digest of the edition's header, of where its pointers lead, and of all prefixes."""
        shared = self.corpus.shared
        edition = self.corpus.edition
        prefixes = [repr(sorted(self.corpus.prefixes(source).items())) for source in shared]
        targets = []
        if edition is not None:
            header = edition.root.findall(tei("teiHeader"))
            pointers = _pointers(header)
            targets = [f"{pointer} {self._leads(pointer, edition)}" for pointer in sorted(pointers)]
        text = edition.text if edition is not None else ""
        return digest_of(text, *(str(source.path) for source in shared), "|", *prefixes, "|", *targets)

    def _leads(self, pointer: str, source: Source) -> str:
        target = self.corpus.resolve(pointer, source)
        if isinstance(target, Entry):
            return target.key
        return f"{target.file} {target.id}" if isinstance(target, Target) else ""

    def looked_at(self, source: Source, carried: Iterable[Entry]) -> tuple[list[str], list[str]]:
        """Name the cells and the files that the slice of a part depends on."""
        parallels = parallels_of(source, self.corpus)
        cells = {COMMON, f"links:{source.path}"}
        files: set[str] = set()
        sources = {shared.path: shared for shared in self.corpus.shared}
        cells |= {f"entry:{entry.key}" for entry in carried}
        asked = [(pointer, source) for _, _, pointer in source.pointers]
        asked += [(pointer, sources[e.file]) for e in carried for pointer in _pointers([e.element])]
        if parallels is not None:
            links = self.corpus.links_by_file.get(source.path, [])
            asked += [(pointer, parallels.alignments) for pointer in _pointers((*links, *parallels.notes))]
            for other in parallels.others():
                asked += [(pointer, other) for pointer in _pointers(parallels.sentences(other))]
        for pointer, at in dict.fromkeys(asked):
            target = locate(pointer, at.path, self.corpus.prefixes(at))
            if isinstance(target, Target):
                self._look(target, source, sources, cells, files)
        return sorted(cells), sorted(files)

    @staticmethod
    def _look(
        target: Target, source: Source, shared: dict[Path, Source], cells: set[str], files: set[str]
    ) -> None:
        if target.file is None:
            cells.add(f"same:{identifier(target.uri)}")
            return
        if target.id is not None:
            cells.add(f"id:{target.id}")
        if target.file != source.path and target.file not in shared:
            files.add(content(target.file) if target.file.suffix == ".xml" else existence(target.file))

    @cached_property
    def _titles(self) -> str:
        """The digest of what all links are seen with: the titles of their file, and its prefixes."""
        if self.alignments is None:
            return ""
        prefixes = repr(sorted(self.corpus.prefixes(self.alignments).items()))
        return digest_of(prefixes, *map(_written, self.alignments.root.iter(tei("title"))))


def _pointers(elements: Iterable[etree._Element]) -> Iterator[str]:
    for element in elements:
        for node in element.iter(etree.Element):
            for _, pointer in pointers_of(node):
                yield pointer


def _written(element: etree._Element) -> bytes:
    return etree.tostring(element, with_tail=False)
