"""Which units of a document have a date of which year and month; what the chronology is divided by."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tei_edition.markup import ED
from tei_edition.timeline import own_dates, period_of, read

_UNIT = f"{{{ED}}}unit"
_YEAR = re.compile(r"-?\d{4,}")


@dataclass(frozen=True)
class DatedUnit:
    """An `ed:unit` with dates of its document's own, or a translation of one: their periods, and its XML."""

    periods: frozenset[str]
    """`1941-06`, or `1941` of a date that names no month; of a range, that in which it begins."""
    is_own: bool
    text: str


def dated_units(facts: etree._Element) -> list[DatedUnit]:
    """Give the units of a document's facts that the chronology tells."""
    periods: dict[str, set[str]] = {}
    for date in own_dates(facts):
        unit = next(date.iterancestors(_UNIT))
        if read(date):
            periods.setdefault(unit.get("id", ""), set()).add(period_of(date))
    found = []
    for unit in facts.iter(_UNIT):
        own = periods.get(unit.get("id", ""), set())
        told = own.union(*(periods.get(one, set()) for one in unit.get("translates", "").split()))
        if told:
            text = etree.tostring(unit, encoding="unicode", with_tail=False)
            found.append(DatedUnit(frozenset(told), bool(own), text))
    return found


def packed_dated(units: Iterable[DatedUnit]) -> bytes:
    """Put such units of a document into one text."""
    return json.dumps([(sorted(one.periods), one.text) for one in units], ensure_ascii=False).encode()


def dated_in(packed: bytes) -> list[tuple[list[str], str]]:
    """Give what `packed_dated` was given, as far as it keeps it."""
    return [(periods, text) for periods, text in json.loads(packed)]


def own_by_period(units: Iterable[DatedUnit]) -> dict[str, int]:
    """Count the units of each period, translations left out."""
    return dict(Counter(period for one in units if one.is_own for period in one.periods))


def year_of(period: str) -> str:
    """Give the year of a period: `1941` of `1941-06`."""
    found = _YEAR.match(period)
    return found[0] if found else period


def in_time(periods: Iterable[str]) -> Iterator[str]:
    """Give periods in their order: a year before its months, years before our era first."""
    yield from sorted(periods, key=lambda period: (int(year_of(period)), period))
