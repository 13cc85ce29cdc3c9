"""Of which topics all documents of an edition speak, and what they say."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tei_edition.digests import digest_of
from tei_edition.make.entries import Naming
from tei_edition.make.facts import Facts
from tei_edition.make.page import Xml
from tei_edition.make.topics import topics_in
from tei_edition.markup import ED


@dataclass(frozen=True)
class Topics:
    """What is known of the topics of all documents of an edition."""

    facts: Sequence[tuple[str, Facts]]
    """Of each document, by its path."""
    said: Mapping[str, str]
    """By path: the digest of what is said of a document as a whole."""
    naming: Callable[[str], Naming]
    """Gives what pages say of a document."""
    packed: Callable[[str], bytes]
    """Gives the units of a document that speak of topics, as `packed_topics` does."""

    @cached_property
    def units(self) -> dict[str, int]:
        """By topic: how many units speak of it, translations left out."""
        found: Counter[str] = Counter()
        for _, facts in self.facts:
            found.update({topic: number for topic, (number, _) in facts.topics.items()})
        return dict(found)

    @cached_property
    def documents(self) -> dict[str, int]:
        """By topic: how many documents speak of it."""
        return dict(Counter(topic for _, facts in self.facts for topic in facts.topics))

    def told(self, topics: Collection[str]) -> Xml:
        """Give `ed:all` with the units that speak of some topics, and what is said of their documents."""
        wanted = sorted(topics)
        known = {path: [facts.topics.get(topic) for topic in wanted] for path, facts in self.facts}
        paths = [path for path, found in known.items() if any(found)]
        digest = digest_of(repr(wanted), *(f"{known[path]} {self.said[path]}" for path in paths))

        def read() -> bytes:
            top = etree.Element(f"{{{ED}}}all", nsmap={"ed": ED}, topics=" ".join(wanted))
            inside = "".join(self._document(path, set(wanted)) for path in paths)
            begin, end = etree.tostring(top, encoding="unicode").removesuffix("/>"), "</ed:all>"
            return f"{begin}>{inside}{end}".encode()

        return Xml(digest, read)

    def _document(self, path: str, wanted: set[str]) -> str:
        units = [text for topics, text in topics_in(self.packed(path)) if not wanted.isdisjoint(topics)]
        return self.naming(path).xml(len(units), units)
