"""Dates as TEI's attributes write them: XML Schema's forms of ISO 8601, and ISO 8601 itself."""

import re
from typing import NamedTuple

from tei_edition.words.calendar import Part, Unit, days_in

_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
_TIME = r"\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?"
_DATE = re.compile(rf"(-?\d{{4,9}})(?:-(\d\d)(?:-(\d\d)(?:T{_TIME})?)?)?{_ZONE}", re.ASCII)
_YEARLESS = re.compile(rf"--(\d\d)(?:-(\d\d))?{_ZONE}|---(\d\d){_ZONE}", re.ASCII)
_TIME_ONLY = re.compile(_TIME + _ZONE, re.ASCII)
_LOOSE = re.compile(r"(\d{4})[-./ ]+(\d{1,2})(?:[-./ ]+(\d{1,2}))?|(\d{4})(\d\d)(\d\d)|(\d{4})(\d\d)")
_LOOSE_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})")
_YEAR_FIRST = re.compile(r"\d{4}[-./ ]+\d{1,2}[-./ ]+\d{1,2}")
_MONTHS = 12
_SEASONS = range(21, 25)


class NotISO(NamedTuple):
    """A value that is no date, and why, as a whole sentence."""

    reason: str


def read_iso(value: str) -> Part | NotISO | None:
    """Read a date of XML Schema; None for a time of day."""
    value = value.strip()
    if match := _DATE.fullmatch(value):
        return _checked(value, *(int(group) if group else None for group in match.groups()))
    if match := _YEARLESS.fullmatch(value):
        month, day, only_day = (int(group) if group else None for group in match.groups())
        return _checked(value, None, month, day or only_day)
    if _TIME_ONLY.fullmatch(value):
        return None
    return NotISO(f'"{value}" is not a date of the form 1941-06-29, 1941-06 or 1941.')


def read_full_iso(value: str) -> Part | NotISO | None:
    """Read a date of ISO 8601 as far as XML Schema has it too; None for other forms and for what is none."""
    match = _DATE.fullmatch(value.strip())
    if (
        match is None
        or len(match.group(1).lstrip("-")) > 4
        or (match.group(2) and not match.group(3) and int(match.group(2)) in _SEASONS)
    ):
        return None
    return read_iso(value)


def loosely(value: str) -> str:
    """Give a date that is written in another order or with other signs as ISO 8601, or nothing."""
    value = value.strip()
    if match := _LOOSE.fullmatch(value):
        numbers = [int(group) for group in match.groups() if group]
    elif match := _LOOSE_DAY_FIRST.fullmatch(value):
        numbers = [int(group) for group in match.groups()][::-1]
        if numbers[1] > _MONTHS:
            numbers = [numbers[0], numbers[2], numbers[1]]
    else:
        return ""
    written = f"{numbers[0]:04}" + "".join(f"-{number:02}" for number in numbers[1:])
    return written if isinstance(read_iso(written), Part) else ""


def is_one_date(value: str) -> bool:
    """Say whether figures that are no ISO 8601 have one meaning: year first, or a day that is no month."""
    value = value.strip()
    if match := _LOOSE_DAY_FIRST.fullmatch(value):
        first, second = int(match[1]), int(match[2])
        return first == second or max(first, second) > _MONTHS
    return _YEAR_FIRST.fullmatch(value) is not None


def _checked(value: str, year: int | None, month: int | None, day: int | None) -> Part | NotISO:
    """Make a date of its numbers, if the calendar has it."""
    if year is not None and abs(year) > 9999:
        return NotISO(f'"{value}" is the year {year}.')
    if month is not None and not 1 <= month <= 12:
        return NotISO(f'"{value}" is no date: there is no month {month:02}.')
    longest = days_in(2000 if year is None else year, month or 1)
    if day is not None and not 1 <= day <= longest:
        return NotISO(f'"{value}" is no date: that month has {longest} days.')
    unit = Unit.DAY if day else Unit.MONTH if month else Unit.YEAR
    return Part(_both(year), None, _both(month), _both(day), unit)


def _both(number: int | None) -> tuple[int, int] | None:
    return None if number is None else (number, number)
