"""Where every date of an edition stands on a line of time."""

import math
import re
from bisect import bisect, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from lxml import etree

from tei_edition.markup import ED

WIDTH = 960
"""The width of the line, in its own units."""

_MARGIN, _BREAK = 24.0, 26.0
"""What is free at either end, and what a break takes."""

_GAP = 2.0
"""Years without a date that are left out, at least; more where all of it is longer than eighty years."""

_DAY_WIDTH, _BAR_LEAST = 9.0, 9.0
"""What the mark of a day takes, and the least that any other does."""

_TICK_ROOM, _LONG_TICK_ROOM = 48.0, 120.0
"""Between two years that are written below the line, at least; between two months, or two days."""

_ISO = re.compile(r"(-?\d{4,9})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.]+)?)?)?(?:Z|[+-]\d\d:\d\d)?")
_FIRST = ("when", "from", "to", "notBefore", "notAfter")
"""The attributes that say when a date begins, the first that it has."""

_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


@dataclass(frozen=True)
class Dated:
    """A date as it is tagged: when it is, and in what way."""

    key: str
    """The same for all that are tagged alike, `1941-06-29` or `1941-06-29/1941-07-06`."""
    start: float
    """In years, the parts of a year as decimals; so is `end`."""
    end: float
    kind: str
    """`day`, `span` (a month or year as a whole), `range` (from and to), `between` (not before, not after);
    `since` and `until` where one end is open."""


def timeline(facts: etree._Element) -> etree._Element:
    """Give the line of time of some documents' facts, an `ed:all`, as `ed:timeline`; empty without dates.

    Where the facts are those of some `topics`, the line has the dates that begin in one of them.
    """
    counted: dict[Dated, int] = {}
    topics = facts.get("topics", "").split()
    for document in facts.iter(f"{{{ED}}}facts"):
        units = own_units(list(document.iter(f"{{{ED}}}unit")))
        for date in (date for unit in units for date in unit.iter(f"{{{ED}}}date")):
            dated = read(date)
            if dated and (not topics or f"date:{period_of(date)}" in topics):
                counted[dated] = counted.get(dated, 0) + 1
    return _drawn(counted) if counted else etree.Element(f"{{{ED}}}timeline", nsmap={"ed": ED})


def own_units(units: Sequence[etree._Element]) -> list[etree._Element]:
    """Give units of a document without translations, where there are originals among them."""
    has_original = any(unit.get("version") == "original" for unit in units)
    return [unit for unit in units if not (has_original and unit.get("version") == "translation")]


def read(date: etree._Element) -> Dated | None:
    """Read the attributes of a date; None for what is no date of our calendar, or has no year."""
    when, start, end = date.get("when"), date.get("from"), date.get("to")
    least, most = date.get("notBefore"), date.get("notAfter")
    if when:
        place = _place(when)
        is_day = place is not None and place[1] - place[0] < 0.01
        return Dated(when, *place, "day" if is_day else "span") if place else None
    is_sure = bool(start or end)
    first, last = (start, end) if is_sure else (least, most)
    begins, ends = _place(first), _place(last)
    if (first and not begins) or (last and not ends):
        return None
    key = f"{'' if is_sure else '~'}{first or ''}/{last or ''}"
    if begins and ends:
        return Dated(key, begins[0], max(begins[1], ends[1]), "range" if is_sure else "between")
    if begins:
        return Dated(key, *begins, "since")
    return Dated(key, *ends, "until") if ends else None


def period_of(date: etree._Element) -> str:
    """Give the month in which a date that `read` knows begins, or its year where it names no month."""
    first = next(date.get(name, "") for name in _FIRST if date.get(name))
    match = _ISO.fullmatch(first)
    return "-".join(part for part in match.groups()[:2] if part) if match else ""


def _place(iso: str | None) -> tuple[float, float] | None:
    """Give where a day, month or year begins and ends."""
    match = _ISO.fullmatch(iso or "")
    if not match:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if month is None:
        return float(year), float(year + 1)
    if not 1 <= int(month) <= 12:
        return None
    before, after = _DAYS_BEFORE[int(month) - 1 : int(month) + 1]
    if day is None:
        return year + before / 365, year + after / 365
    at = year + (before + min(max(int(day), 1), 31) - 1) / 365
    return at, at + 1 / 365


@dataclass(frozen=True)
class _Part:
    """A part of the line, from one year to another, and where it begins."""

    start: float
    end: float
    x: float


@dataclass(frozen=True)
class _Scale:
    """The parts of the line, and how long a year is on each."""

    parts: list[_Part]
    year: float

    def at(self, time: float) -> float:
        """Give where a time is on the line; one that is left out is at its break."""
        part = max(
            (part for part in self.parts if part.start <= time), key=lambda p: p.start, default=self.parts[0]
        )
        return part.x + (min(max(time, part.start), part.end) - part.start) * self.year


def _scale(dates: Iterable[Dated]) -> _Scale:
    """Cut the line where there is nothing for long; a long span does not keep it together, its ends do."""
    times = sorted({time for date in dates for time in (date.start, date.end)})
    gap = max(_GAP, (times[-1] - times[0]) / 40)
    spans = [[times[0], times[0]]]
    for before, time in pairwise(times):
        if time - before > gap:
            spans.append([time, time])
        spans[-1][1] = time
    room = min(gap / 6, max((times[-1] - times[0]) / 6, 1 / 12))
    spans = [[start - room, end + room] for start, end in spans]
    length = sum(end - start for start, end in spans)
    year = (WIDTH - 2 * _MARGIN - _BREAK * (len(spans) - 1)) / length
    parts, x = [], _MARGIN
    for start, end in spans:
        parts.append(_Part(start, end, x))
        x += (end - start) * year + _BREAK
    return _Scale(parts, year)


def _drawn(counted: dict[Dated, int]) -> etree._Element:
    scale = _scale(counted)
    top = etree.Element(f"{{{ED}}}timeline", nsmap={"ed": ED}, width=str(WIDTH))
    for part in scale.parts:
        node = etree.SubElement(
            top, f"{{{ED}}}part", x=_n(part.x), width=_n((part.end - part.start) * scale.year)
        )
        for iso in _ticks(part, scale.year):
            at = _place(iso) or (part.start, part.end)
            etree.SubElement(node, f"{{{ED}}}tick", x=_n(scale.at(at[0]))).text = iso
    ordered = sorted(counted, key=lambda date: (date.kind != "day", date.start, date.end, date.key))
    marks = _lanes(ordered, scale)
    for date, lane, x, width in marks:
        place = {"lane": str(lane), "x": _n(x), "width": _n(width)}
        etree.SubElement(top, f"{{{ED}}}mark", place, key=date.key, kind=date.kind, n=str(counted[date]))
    top.set("lanes", str(max(lane for _, lane, _, _ in marks) + 1))
    return top


def _ticks(part: _Part, year: float) -> list[str]:
    """Give what is written below a part: round days, months or years, as many as have room, one at least."""
    years = range(math.floor(part.start), math.floor(part.end) + 1)
    found: Iterable[str]
    if 10 / 365 * year >= _LONG_TICK_ROOM:
        found = (f"{_iso(one)}-{m:02}-{day:02}" for one in years for m in range(1, 13) for day in (1, 11, 21))
    elif months := next((n for n in (1, 2, 3, 6) if n / 12 * year >= _LONG_TICK_ROOM), None):
        found = (f"{_iso(one)}-{month:02}" for one in years for month in range(1, 13, months))
    else:
        steps = (n * 10**power for power in count() for n in (1, 2, 5))
        step = next(step for step in steps if step * year >= _TICK_ROOM)
        found = map(_iso, range(math.ceil(part.start / step) * step, math.floor(part.end) + 1, step))
    inside = [iso for iso in found if (at := _place(iso)) and part.start <= at[0] <= part.end]
    return inside or [_iso(math.floor((part.start + part.end) / 2))]


def _iso(year: int) -> str:
    return f"{year:05}" if year < 0 else f"{year:04}"


def _lanes(dates: Sequence[Dated], scale: _Scale) -> list[tuple[Dated, int, float, float]]:
    """Give each date the lowest lane that is free where it stands, and its place and width."""
    lanes: list[list[tuple[float, float]]] = []
    placed = []
    for date in dates:
        x, width = _extent(date, scale)
        own = (x, x + width + 1)
        lane = next((i for i, taken in enumerate(lanes) if _is_free(own, taken)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        insort(lanes[lane], own)
        placed.append((date, lane, x, width))
    return placed


def _is_free(own: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    at = bisect(taken, own)
    return (at == 0 or taken[at - 1][1] <= own[0]) and (at == len(taken) or own[1] <= taken[at][0])


def _extent(date: Dated, scale: _Scale) -> tuple[float, float]:
    if date.kind == "day":
        return scale.at((date.start + date.end) / 2) - _DAY_WIDTH / 2, _DAY_WIDTH
    x, end = scale.at(date.start), scale.at(date.end)
    short = max(0.0, _BAR_LEAST - (end - x))
    return x - short / 2, end - x + short


def _n(number: float) -> str:
    return f"{number:.1f}"
