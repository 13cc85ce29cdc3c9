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
    def _numbers(self) -> dict[str, tuple[int, int]]:
        return self.inverted.topics

    @cached_property
    def units(self) -> dict[str, int]:
        """By topic: how many units speak of it, translations left out."""
        return {topic: units for topic, (units, _) in self._numbers.items()}

    @cached_property
    def documents(self) -> dict[str, int]:
        """By topic: how many documents speak of it."""
        return {topic: documents for topic, (_, documents) in self._numbers.items()}

    def told(self, topics: Collection[str]) -> Xml:
        """Give `ed:all` with the units that speak of some topics, and what is said of their documents."""
        wanted = sorted(topics)
        digest = digest_of(*(part for topic in wanted for part in (topic, self.settled.get(topic, ""))))

        def read() -> bytes:
            top = etree.Element(f"{{{ED}}}all", nsmap={"ed": ED}, topics=" ".join(wanted))
            paths = {one.path for topic in wanted for one in self.inverted.spoken(topic)}
            inside = "".join(self._document(path, set(wanted)) for path in self.inverted.in_order(paths))
            begin, end = etree.tostring(top, encoding="unicode").removesuffix("/>"), "</ed:all>"
            return f"{begin}>{inside}{end}".encode()

        return Xml(digest, read)

    def _document(self, path: str, wanted: set[str]) -> str:
        units = [text for topics, text in topics_in(self.packed(path)) if not wanted.isdisjoint(topics)]
        return self.naming(path).xml(len(units), units)
