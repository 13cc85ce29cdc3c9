"""What can be found by searching: the sections of each language's index, and what is in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.make.facts import Facts
from tei_edition.make.page import Xml, xml_of
from tei_edition.markup import ED
from tei_edition.search import FACETS, Record, records_in, section_of, sections

Section = dict[str, str]
"""By path of a document: the digest of what can be found in it."""


@dataclass(frozen=True)
class Searched:
    """What is known of what can be found."""

    told: Mapping[str, Mapping[str, tuple[int, str]]]
    """By language, and by path of a document: how many units can be searched, and the digest of them."""
    keys: Mapping[str, set[str]]
    """By each of `search.FACETS`: the keys of the entries by which what is found can be narrowed."""
    packed: Callable[[str], bytes]
    """Gives what can be found in a document, as `packed_records` does; any thread may ask."""

    @classmethod
    def of(cls, documents: Iterable[tuple[str, Facts]], packed: Callable[[str], bytes]) -> "Searched":
        """Take the facts of documents, in their order."""
        told: dict[str, dict[str, tuple[int, str]]] = {}
        keys: dict[str, set[str]] = {facet: set() for facet in FACETS}
        for path, facts in documents:
            for language, searched in facts.searched.items():
                told.setdefault(language, {})[path] = searched
            for facet in FACETS:
                keys[facet].update(facts.named[facet])
        return cls(told, keys, packed)

    @cached_property
    def languages(self) -> dict[str, list[Section]]:
        """The sections of the index of each language; the language with most sentences comes first."""
        numbers = {
            language: sum(number for number, _ in some.values()) for language, some in self.told.items()
        }
        divided: dict[str, list[Section]] = {}
        for language in sorted(numbers, key=lambda language: (-numbers[language], language)):
            divided[language] = [{} for _ in range(sections(numbers[language]))]
            for path, (_, digest) in self.told[language].items():
                divided[language][section_of(Path(path).stem, len(divided[language]))][path] = digest
        return divided

    def records(self, language: str, paths: Iterable[str]) -> Iterator[Record]:
        """Give all that can be found in a language in some documents."""
        for path in paths:
            yield from (record for record in records_in(self.packed(path)) if record.language == language)

    @property
    def named(self) -> Xml:
        """`ed:named`: the entries by which what is found can be narrowed, as documents name them."""
        top = etree.Element(f"{{{ED}}}named", nsmap={"ed": ED})
        for facet in FACETS:
            for key in sorted(self.keys[facet]):
                etree.SubElement(top, f"{{{ED}}}entry", kind=facet, key=key)
        return xml_of(top)
