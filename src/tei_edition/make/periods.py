"""How the chronology is divided: a page for all dates, or one for each year and each month of a full year."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tei_edition.digests import digest_of
from tei_edition.make.dated import dated_in, in_time, year_of
from tei_edition.make.entries import Naming
from tei_edition.make.facts import Facts
from tei_edition.make.page import Xml, xml_of
from tei_edition.markup import ED

MOST_DATED = 1000
"""Sentences with a date that one page tells."""


@dataclass(frozen=True)
class Period:
    """What a page of a divided chronology is about: a year, or a month."""

    name: str
    holds: tuple[str, ...]
    """The periods of dates, as `DatedUnit` has them, that the page tells: of a full year, the year itself."""
    beside: tuple[str, ...]
    """The years, or the months of the same year, that have pages; it is one of them."""
    months: tuple[str, ...] = ()
    """The months of a full year that have pages of their own."""


@dataclass(frozen=True)
class Periods:
    """What is known of all dates in an edition's documents."""

    facts: Sequence[tuple[str, Facts]]
    """Of each document, by its path."""
    said: Mapping[str, str]
    """By path: the digest of what is said of a document as a whole."""
    naming: Callable[[str], Naming]
    """Gives what pages say of a document."""
    packed: Callable[[str], bytes]
    """Gives the units of a document that have dates, as `packed_dated` does."""

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """By period of dates: the units that have one."""
        found: Counter[str] = Counter()
        for _, facts in self.facts:
            found.update({period: number for period, (number, _) in facts.dated.items()})
        return dict(found)

    @cached_property
    def years(self) -> dict[str, int]:
        """The years, each with the number of its units."""
        found: Counter[str] = Counter()
        for period in in_time(self._numbers):
            found[year_of(period)] += self._numbers[period]
        return dict(found)

    @property
    def is_divided(self) -> bool:
        """Whether there are more dates than one page can tell."""
        return sum(self.years.values()) > MOST_DATED

    @property
    def pages(self) -> Iterator[Period]:
        """The pages that a divided chronology has beside the first."""
        for year, number in self.years.items():
            inside = tuple(period for period in in_time(self._numbers) if year_of(period) == year)
            months = tuple(period for period in inside if period != year) if number > MOST_DATED else ()
            yield Period(year, (year,) if months else inside, tuple(self.years), months)
            yield from (Period(month, (month,), months) for month in months)

    def told(self, period: Period) -> Xml:
        """Give `ed:all` with the units of a period, and what is said of their documents."""
        held = set(period.holds)
        digests = {
            path: [facts.dated[one] for one in period.holds if one in facts.dated]
            for path, facts in self.facts
        }
        paths = [path for path, found in digests.items() if found]
        digest = digest_of(repr(period), *(f"{digests[path]} {self.said[path]}" for path in paths))

        def read() -> bytes:
            inside = "".join(self._document(path, held) for path in paths)
            return f'<ed:all xmlns:ed="{ED}" periods="{" ".join(period.holds)}">{inside}</ed:all>'.encode()

        return Xml(digest, read)

    def _document(self, path: str, held: Set[str]) -> str:
        units = [text for periods, text in dated_in(self.packed(path)) if not held.isdisjoint(periods)]
        return self.naming(path).xml(len(units), units)

    def counted(self, periods: Collection[str]) -> Xml:
        """Give `ed:periods`: years or months that have pages, each with the number of its units."""
        numbers = self._numbers | self.years
        return xml_of(_tree({period: {"units": str(numbers[period])} for period in periods}))


def named(periods: Collection[str]) -> Xml:
    """Give `ed:periods` with the names of years or months, which stays as it is when a number changes."""
    return xml_of(_tree({period: {} for period in periods}))


def _tree(periods: Mapping[str, Mapping[str, str]]) -> etree._Element:
    top = etree.Element(f"{{{ED}}}periods", nsmap={"ed": ED})
    for period, told in periods.items():
        etree.SubElement(top, f"{{{ED}}}period", {"name": period, **told})
    return top
