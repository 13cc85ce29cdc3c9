"""What one document needs from elsewhere: the slice of the edition that `prepare` puts into it.

The slice is XML in our own namespace. For each file that something is taken from it holds an
`ed:file`: the pointers that stand in that file (`ed:target`, `of` as written, `is` as they are in the
prepared document), and the entries. The document itself has an `ed:file` with pointers only.
`ed:alignments` holds the links to other documents with what is said of them, and for each of these documents
an `ed:document` with its titles and the sentences that the links name.
With the document it is all that the later steps depend on.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from tei_edition.corpus import Corpus, Entry
from tei_edition.markup import ED, XML_ID, alone, tei
from tei_edition.parallels import parallels_of, titles_of
from tei_edition.pointers import Unresolved, pointers_of
from tei_edition.source import Source


def slice_of(document: Source, corpus: Corpus) -> tuple[etree._Element, list[Entry]]:
    """Give the slice for a document: what it names, and what that names, one step far; and these entries."""
    made = _Slice(document, corpus)
    return made.tree(), [*made.carried.values()]


@dataclass(frozen=True)
class _Slice:
    document: Source
    corpus: Corpus

    def tree(self) -> etree._Element:
        top = etree.Element(f"{{{ED}}}slice", nsmap={"ed": ED})
        self._add(top, self.document, [self.document.root], carry=False)
        for shared in self.corpus.shared:
            if shared.path == self.document.path:
                continue
            if shared is self.corpus.edition:
                self._add(top, shared, shared.root.findall(tei("teiHeader")))
            else:
                entries = [e for e in self.carried.values() if e.file == shared.path and not self._inner(e)]
                elements = [entry.element for entry in sorted(entries, key=lambda entry: entry.id)]
                if elements:
                    self._add(top, shared, elements)
        self._add_parallels(top)
        return top

    @cached_property
    def carried(self) -> dict[tuple[Path, str], Entry]:
        """The entries that go into the prepared document."""
        sources = {shared.path: shared for shared in self.corpus.shared}
        named = self._named(self.document.root, self.document)
        found = dict(named)
        for entry in named.values():
            found |= self._named(entry.element, sources[entry.file])
        return found

    def _named(self, root: etree._Element, source: Source) -> dict[tuple[Path, str], Entry]:
        targets = [self.corpus.resolve(pointer, source) for pointer in _pointers_below([root])]
        entries = [target for target in targets if isinstance(target, Entry)]
        return {(e.file, e.id): e for e in entries if e.file != self.document.path}

    def _add(
        self,
        top: etree._Element,
        source: Source,
        elements: list[etree._Element],
        carry: bool = True,
        name: str = "file",
    ) -> None:
        """Add an `ed:file`: the targets of all pointers in some elements of a file, and the elements."""
        file = etree.SubElement(top, f"{{{ED}}}{name}", path=self._inside(source.path))
        for pointer in _pointers_below(elements):
            target = {"of": pointer, "is": self._written(pointer, source)}
            etree.SubElement(file, f"{{{ED}}}target", target)
        if carry:
            file.extend(alone(element) for element in elements)

    def _add_parallels(self, top: etree._Element) -> None:
        """Add an `ed:alignments`, where there are links to other documents."""
        parallels = parallels_of(self.document, self.corpus)
        if parallels is None or not parallels.links:
            return
        self._add(top, parallels.alignments, [*parallels.links, *parallels.notes], name="alignments")
        alignments = top[-1]
        alignments.extend(titles_of(parallels.alignments))
        for other in parallels.others():
            self._add(alignments, other, parallels.sentences(other), name="document")
            alignments[-1].extend(titles_of(other))

    def _written(self, pointer: str, source: Source) -> str:
        """Write a pointer as it stands in the prepared document."""
        target = self.corpus.resolve(pointer, source)
        if isinstance(target, Unresolved) or target.file is None:
            return pointer
        fragment = f"#{target.id}" if target.id else ""
        if target.file == self.document.path and fragment:
            return fragment
        if isinstance(target, Entry) and self._is_carried(target):
            return f"#{target.key}"
        return _escaped(self._inside(target.file)) + fragment

    def _inner(self, entry: Entry) -> bool:
        """Say whether an entry stands inside another one that is carried, and comes with it."""
        return any((entry.file, e.get(XML_ID)) in self.carried for e in entry.element.iterancestors())

    def _is_carried(self, entry: Entry) -> bool:
        edition = self.corpus.edition
        of_header = edition is not None and entry.file == edition.path
        return of_header or (entry.file, entry.id) in self.carried

    def _inside(self, path: Path) -> str:
        """Give a path as seen from `tei/`, with forward slashes."""
        base = self.corpus.project.tei.resolve() if self.corpus.project else path.parent
        return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name


def _pointers_below(elements: Iterable[etree._Element]) -> list[str]:
    nodes = (node for element in elements for node in element.iter(etree.Element))
    return sorted({pointer for node in nodes for _, pointer in pointers_of(node)})


def _escaped(path: str) -> str:
    """Write a path as a pointer has it; letters of other alphabets stand as they are."""
    return re.sub(r'[\x00-\x20"#%<>?\\^`{|}]', lambda found: quote(found[0]), path)
