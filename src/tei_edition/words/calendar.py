"""Days, stretches of days, and dates of which something is not said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from itertools import product
from typing import NamedTuple

Bounds = tuple[int, int]
"""The lowest and the highest of some numbers, both included."""

_JULIAN_DAYS = {1500: 10, 1600: 10, 1700: 11, 1800: 12, 1900: 13}
"""How many days the Julian calendar is behind, by the hundred of the year."""


class Unit(IntEnum):
    """How precisely a date is said."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


class Day(NamedTuple):
    """A day of the (proleptic) Gregorian calendar; the last of a month may be written 31."""

    year: int
    month: int
    day: int

    def moved(self, days: int) -> "Day":
        """Give the day that is some days later; the same where the calendar ends."""
        try:
            real = date(self.year, self.month, min(self.day, days_in(self.year, self.month)))
            real += timedelta(days=days)
        except (ValueError, OverflowError):
            return self
        return Day(real.year, real.month, real.day)


EVER = (Day(-99999, 1, 1), Day(99999, 12, 31))


class Interval(NamedTuple):
    """All days from one to another, both included."""

    first: Day
    last: Day

    def meets(self, other: "Interval") -> bool:
        """Say whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def days_in(year: int, month: int) -> int:
    """Count the days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def weekday(day: Day) -> int | None:
    """Give the day of the week, Monday being 0; None for a day that does not exist."""
    try:
        return date(day.year, day.month, day.day).weekday()
    except ValueError:
        return None


def julian(day: Day) -> Day:
    """Give the Gregorian day for one that is written in the Julian calendar (1500 to 1999)."""
    return day.moved(_JULIAN_DAYS.get(day.year // 100 * 100, 13))


@dataclass(frozen=True, slots=True)
class Part:
    """What words say of a date: the years, months and days that it can be; None where they say nothing.

    `short` are the last two digits of a year whose century is not said. Months may go beyond December
    (13 is January of the next year) and below January (0 is December of the year before).
    `is_period` says that the finest bounds are those of a season, or of an early, middle or late part:
    the middle of a month has no first day.
    """

    years: Bounds | None = None
    short: Bounds | None = None
    months: Bounds | None = None
    days: Bounds | None = None
    unit: Unit = Unit.DAY
    is_period: bool = False

    def __str__(self) -> str:
        """Write it as EDTF does, X for what is not said; bounds as `a..b`."""
        year = _written(self.years, 4) if self.years else f"XX{_written(self.short, 2)}"
        if self.years is None and self.short is None:
            year = "XXXX"
        if self.months is None and self.days is None:
            return year
        month = _written(self.months, 2) if self.months else "XX"
        return f"{year}-{month}" + (f"-{_written(self.days, 2)}" if self.days else "")

    @property
    def has_year(self) -> bool:
        """Whether the words say a year, be it with two digits."""
        return self.years is not None or self.short is not None

    @property
    def is_year(self) -> bool:
        """Whether the words say a year and nothing else."""
        return self.unit is Unit.YEAR and self.years is not None and self.months is None

    @property
    def is_short(self) -> bool:
        """Whether the words say two figures of a year and nothing else."""
        return self.unit is Unit.YEAR and self.short is not None and self.months is None

    @property
    def is_day_only(self) -> bool:
        """Whether the words say a day of some month and nothing else."""
        return self.days is not None and self.months is None and not self.has_year

    @property
    def is_vague(self) -> bool:
        """Whether it is a season, an early or late part, or something else with bounds."""
        bounds = (self.years, self.short, self.months, self.days)
        return any(bound is not None and bound[0] != bound[1] for bound in bounds)

    @property
    def is_empty(self) -> bool:
        """Whether the words say nothing of the date."""
        return not (self.has_year or self.months or self.days)

    @property
    def whole(self) -> "Part":
        """The month, year or decade of which a period is a part; for a season all that it can be anywhere."""
        if not self.is_period:
            return self
        if self.unit is Unit.SEASON:
            return replace(self, months=(-1, 15))
        if self.days is not None:
            return replace(self, days=None)
        if self.months is not None or self.years is None:
            return replace(self, months=None)
        step = 10 if self.unit is Unit.DECADE else 100
        first = self.years[0] - self.years[0] % step
        return replace(self, years=(first, first + step))

    def near(self, other: Interval) -> Iterator[Interval]:
        """Give all that the date can be, taking from another what the words leave out."""
        if self.years is not None and self.months is None and self.days is None:
            yield Interval(Day(self.years[0], 1, 1), Day(self.years[1], 12, 31))
            return
        for year, months in product(self._years(other), self._months()):
            first, last = self.days or (1, 31)
            yield Interval(_day(year, months[0], first), _day(year, months[1], last))

    def recurs_in(self, other: Interval) -> bool:
        """Say whether a date without its year, or its century, must come back in so long a time."""
        years = other.last.year - other.first.year
        return self.years is None and years > (1 if self.short is None else 100)

    def meets(self, other: Interval) -> bool:
        """Say whether the date can lie in an interval."""
        return self.recurs_in(other) or any(interval.meets(other) for interval in self.near(other))

    def with_year(self, year: int) -> "Part":
        """Give the date with its year."""
        return replace(self, years=(year, year), short=None)

    def _years(self, other: Interval) -> range | list[int]:
        if self.years is not None:
            return range(self.years[0], self.years[1] + 1)
        first, last = other.first.year - 1, other.last.year + 1
        if self.short is None:
            return range(first, last + 1)
        low, high = self.short
        hundreds = range(first - first % 100, last + 1, 100)
        years = (hundred + short for hundred in hundreds for short in range(low, high + 1))
        return [year for year in years if first <= year <= last]

    def _months(self) -> list[Bounds]:
        if self.months is not None:
            return [self.months]
        return [(month, month) for month in range(1, 13)] if self.days else [(1, 12)]


def _day(year: int, month: int, day: int) -> Day:
    return Day(year + (month - 1) // 12, (month - 1) % 12 + 1, day)


def _written(bounds: Bounds | None, digits: int) -> str:
    if bounds is None:
        return "X" * digits
    first, last = (f"{number:0{digits}}" for number in bounds)
    return first if first == last else f"{first}..{last}"
