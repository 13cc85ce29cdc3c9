"""How the chronology is divided: a page for all dates, or one for each year and each month of a full year."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tei_edition.make.page import Xml, xml_of
from tei_edition.make.spoken import Topics
from tei_edition.make.topics import DATE
from tei_edition.markup import ED

MOST_DATED = 1000
"""Sentences with a date that one page tells."""

_YEAR = re.compile(r"-?\d{4,}")


@dataclass(frozen=True)
class Period:
    """What a page of a divided chronology is about: a year, or a month."""

    name: str
    holds: tuple[str, ...]
    """The years and months that the dates of the page begin in: of a full year, those that name no month."""
    beside: tuple[str, ...]
    """The years, or the months of the same year, that have pages; it is one of them."""
    months: tuple[str, ...] = ()
    """The months of a full year that have pages of their own."""


@dataclass(frozen=True)
class Periods:
    """What is known of all dates in an edition's documents."""

    topics: Topics

    @cached_property
    def _units(self) -> dict[str, int]:
        """By year or month of dates: how many units have one."""
        numbers = self.topics.units.items()
        return {topic.removeprefix(DATE): number for topic, number in numbers if topic.startswith(DATE)}

    @cached_property
    def years(self) -> dict[str, int]:
        """The years, each with the number of its units."""
        found: Counter[str] = Counter()
        for period in in_time(self._units):
            found[year_of(period)] += self._units[period]
        return dict(found)

    @property
    def is_divided(self) -> bool:
        """Whether there are more dates than one page can tell."""
        return sum(self.years.values()) > MOST_DATED

    @property
    def pages(self) -> Iterator[Period]:
        """The pages that a divided chronology has beside the first."""
        for year, number in self.years.items():
            inside = tuple(period for period in in_time(self._units) if year_of(period) == year)
            months = tuple(period for period in inside if period != year) if number > MOST_DATED else ()
            yield Period(year, (year,) if months else inside, tuple(self.years), months)
            yield from (Period(month, (month,), months) for month in months)

    def told(self, period: Period) -> Xml:
        """Give `ed:all` with the units that have dates of a period."""
        return self.topics.told([DATE + one for one in period.holds])

    def counted(self, periods: Collection[str]) -> Xml:
        """Give `ed:periods`: years or months that have pages, each with the number of its units."""
        numbers = self._units | self.years
        return xml_of(_tree({period: {"units": str(numbers[period])} for period in periods}))


def named(periods: Collection[str]) -> Xml:
    """Give `ed:periods` with the names of years or months, which stays as it is when a number changes."""
    return xml_of(_tree({period: {} for period in periods}))


def year_of(period: str) -> str:
    """Give the year of a period: `1941` of `1941-06`."""
    found = _YEAR.match(period)
    return found[0] if found else period


def in_time(periods: Iterable[str]) -> Iterator[str]:
    """Give periods in their order: a year before its months, years before our era first."""
    yield from sorted(periods, key=lambda period: (int(year_of(period)), period))


def _tree(periods: Mapping[str, Mapping[str, str]]) -> etree._Element:
    top = etree.Element(f"{{{ED}}}periods", nsmap={"ed": ED})
    for period, told in periods.items():
        etree.SubElement(top, f"{{{ED}}}period", {"name": period, **told})
    return top
