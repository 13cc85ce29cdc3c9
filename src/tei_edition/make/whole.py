"""The edition as its pages see it: what is known of all parts, none of them in memory."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from pathlib import Path

from lxml import etree

from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.make.facts import VIEWS, Choice, Facts, chosen, naming, together
from tei_edition.make.names import COMPARISONS, PREPARED, SUMMARY
from tei_edition.make.page import Xml, xml_of
from tei_edition.make.record import Part
from tei_edition.make.store import Store
from tei_edition.markup import ED
from tei_edition.project import Project

MOST_MENTIONS = 200
"""How many mentions of an entry are read off the documents; a page that shows more cannot be read."""


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

    def stored(self, digest: str) -> Xml:
        """Give a document that is in the store."""
        return Xml(digest, lambda: self._get(digest))

    def prepared(self, part: Part) -> Xml:
        """Give a register, the header or the alignments as `prepare` left them."""
        return self.stored(part.outputs[PREPARED])

    def facts(self, view: str) -> Xml:
        """Give `ed:all` with the facts of all documents, as far as a view of `facts.VIEWS` shows them."""
        choice = VIEWS[view]
        digest = digest_of(view, *(f.views[view] for _, f in self._facts))
        if view == "heads":
            return Xml(digest, lambda: together("all", (f.head for _, f in self._facts)).encode())
        return Xml(digest, lambda: self._together(self.documents, lambda path: choice))

    def facts_of(self, stems: Collection[str]) -> Xml:
        """Give `ed:all` with all facts of some documents."""
        paths = [path for path in self.documents if Path(path).stem in stems]
        known = {path: facts for path, facts in self._facts if path in paths}
        digest = digest_of(*(known[path].views["whole"] for path in paths))
        return Xml(digest, lambda: self._together(paths, lambda path: lambda unit: True))

    def mentions(self, register: str) -> Xml:
        """Give `ed:all` with the units that name the entries of a register, as many as a page shows."""
        wanted: dict[str, set[str]] = {}
        parts, more = [], []
        for key in self._named.get(Path(register).stem, ()):
            shown = _first(self._mentions[key])
            for path, _, digest in shown:
                wanted.setdefault(path, set()).add(key)
                parts += [key, Path(path).stem, digest]
            if left := len(self._mentions[key]) - len(shown):
                more.append(_more(key, left))
        paths = [path for path in self.documents if path in wanted]
        heads = dict(self._facts)
        digest = digest_of(*parts, "|", *(heads[path].views["heads"] for path in paths), "|", *more)
        return Xml(digest, lambda: self._together(paths, lambda path: naming(wanted[path]), more))

    def together(self, output: str, parts: Mapping[str, Part]) -> Xml:
        """Give `ed:all` with what was made of some parts."""
        digests = [part.outputs[output] for part in parts.values()]
        return Xml(
            digest_of(*digests),
            lambda: together("all", (_bare(self._get(digest)) for digest in digests)).encode(),
        )

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

    @cached_property
    def _facts(self) -> list[tuple[str, Facts]]:
        return [(path, part.facts) for path, part in self.documents.items() if part.facts]

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str, int, str]]]:
        """By entry: the documents that name it, how often, and the digest of what they say there."""
        found: dict[str, list[tuple[str, int, str]]] = {}
        for path, facts in self._facts:
            for key, (number, digest) in facts.mentions.items():
                found.setdefault(key, []).append((path, number, digest))
        return found

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """By register: the keys of the entries that documents name."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._mentions):
            found.setdefault(key.partition(".")[0], []).append(key)
        return found

    def _together(
        self, paths: Iterable[str], choice_of: Callable[[str], Choice], more: Iterable[bytes] = ()
    ) -> bytes:
        known = dict(self._facts)
        facts = (chosen(self._get(known[path].stored), choice_of(path)) for path in paths)
        return together("all", chain(facts, more)).encode()

    def _get(self, digest: str) -> bytes:
        data = self.store.get(digest)
        if data is None:
            raise EditionError("A file in build/cache was changed", "Delete build/cache and build again.")
        return data


def _first(mentions: Sequence[tuple[str, int, str]]) -> Sequence[tuple[str, int, str]]:
    """Give the first documents that name an entry, as many as hold the most mentions that are shown."""
    numbers = accumulate((number for _, number, _ in mentions), initial=0)
    return [one for one, before in zip(mentions, numbers, strict=False) if before < MOST_MENTIONS]


def _more(key: str, documents: int) -> bytes:
    """Say in how many documents beside an entry is named."""
    more = etree.Element(f"{{{ED}}}more", key=key, documents=str(documents), nsmap={"ed": ED})
    return etree.tostring(more, encoding="unicode").encode()


def _bare(data: bytes) -> bytes:
    """Give a document without its XML declaration."""
    return data[data.index(b"?>") + 2 :] if data.startswith(b"<?xml") else data
