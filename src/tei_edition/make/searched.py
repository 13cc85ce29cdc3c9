"""What can be found by searching: the sections of each language's index, and what is in them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    """What is known of what can be found; nothing where there is to be no search."""

    facts: Sequence[tuple[str, Facts]]
    """Of each document, by its path."""
    packed: Callable[[str], bytes]
    """Gives what can be found in a document, as `packed_records` does."""

    @cached_property
    def languages(self) -> dict[str, list[Section]]:
        """The sections of the index of each language; the language with most sentences comes first."""
        numbers: Counter[str] = Counter()
        for _, facts in self.facts:
            numbers.update({language: number for language, (number, _) in facts.searched.items()})
        found: dict[str, list[Section]] = {}
        for language in sorted(numbers, key=lambda language: (-numbers[language], language)):
            found[language] = [{} for _ in range(sections(numbers[language]))]
            for path, facts in self.facts:
                if language in facts.searched:
                    number = section_of(Path(path).stem, len(found[language]))
                    found[language][number][path] = facts.searched[language][1]
        return found

    def records(self, language: str, paths: Iterable[str]) -> Iterator[Record]:
        """Give all that can be found in a language in some documents."""
        for path in paths:
            yield from (record for record in records_in(self.packed(path)) if record.language == language)

    @property
    def named(self) -> Xml:
        """`ed:named`: the entries by which what is found can be narrowed, as documents name them."""
        top = etree.Element(f"{{{ED}}}named", nsmap={"ed": ED})
        for facet in FACETS:
            for key in sorted({key for _, facts in self.facts for key in facts.named[facet]}):
                etree.SubElement(top, f"{{{ED}}}entry", kind=facet, key=key)
        return xml_of(top)
