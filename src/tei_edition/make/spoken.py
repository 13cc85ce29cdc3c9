"""Of which topics all documents of an edition speak, and what they say."""

from collections.abc import Collection
from functools import cached_property

from lxml import etree

from tei_edition.digests import digest_of
from tei_edition.make.page import Xml
from tei_edition.make.quoted import Quoted
from tei_edition.make.topics import topics_in
from tei_edition.markup import ED


class Topics(Quoted):
    """What is known of the topics of all documents; `packed` is what `packed_topics` gives."""

    @cached_property
    def _by_topic(self) -> dict[str, dict[str, tuple[int, str]]]:
        """By topic, and by the path of a document that speaks of it: how many units do, and their digest."""
        found: dict[str, dict[str, tuple[int, str]]] = {}
        for path, facts in self.facts:
            for topic, told in facts.topics.items():
                found.setdefault(topic, {})[path] = told
        return found

    @cached_property
    def units(self) -> dict[str, int]:
        """By topic: how many units speak of it, translations left out."""
        return {topic: sum(number for number, _ in one.values()) for topic, one in self._by_topic.items()}

    @cached_property
    def documents(self) -> dict[str, int]:
        """By topic: how many documents speak of it."""
        return {topic: len(one) for topic, one in self._by_topic.items()}

    @cached_property
    def _order(self) -> dict[str, int]:
        return {path: number for number, (path, _) in enumerate(self.facts)}

    def told(self, topics: Collection[str]) -> Xml:
        """Give `ed:all` with the units that speak of some topics, and what is said of their documents."""
        wanted = sorted(topics)
        known: dict[str, list[str]] = {}
        for topic in wanted:
            for path, (_, digest) in self._by_topic.get(topic, {}).items():
                known.setdefault(path, []).append(f"{topic} {digest}")
        paths = sorted(known, key=self._order.__getitem__)
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
