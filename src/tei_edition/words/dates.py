"""Dates as texts write them: "6 Juillet 1941", "mid-June 1941", "28. 9. 1925", "mai à juin 1940"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product

from tei_edition.words.calendar import Part, Unit
from tei_edition.words.date_points import POINT, Point, century, within
from tei_edition.words.date_tokens import Token, tokens
from tei_edition.words.reading import Reading
from tei_edition.words.tables import fold, primary, weekdays

_SPAN = re.compile(r"([fb]?)(A?)p([-r/u&])(A?)p")

_LONGEST = 200
"""What is longer, in characters, is no date but a passage."""


def read(words: str, language: str) -> tuple[Reading, ...]:
    """Give all ways to understand a date's words; none where nothing, or another date, is understood.

    What is not said (the year of "29 juin") is left open. Of words that are understood in part only
    what is plain for itself is given: a date with its month, or a year.
    """
    return _read(words, primary(language))


def weekday_at_end(text: str, language: str) -> int | None:
    """Give the weekday that a text ends in, ready for a date to follow: "on Monday,"; Monday is 0.

    None where it may be something else: Romanian "trei luni" are three months.
    """
    last: list[str] = []
    for word in text[-60:].split()[-3:]:
        last = [] if last and last[-1][-1:] in ".:;!?)" else last
        last.append(word)
    names = weekdays(primary(language))
    if not any(fold(word).strip(".,") in names for word in last):
        return None
    found = tokens(" ".join(last), primary(language))
    letters = "".join(token.letter for token in found)
    return found[letters.index("W")].value if re.fullmatch("(?:[?]?F?F)?WF?", letters) else None


@lru_cache(maxsize=65536)
def _read(words: str, language: str) -> tuple[Reading, ...]:
    if len(words) > _LONGEST:
        return ()
    return tuple(dict.fromkeys(_readings(tokens(words, language))))


def _readings(found: list[Token]) -> Iterable[Reading]:
    settled = [] if any(token.letter == "X" for token in found) else _settled(found)
    letters = "".join(token.letter for token in settled)
    points = [Point.of(settled[match.start() : match.end()]) for match in POINT.finditer(letters)]
    shape = POINT.sub("p", letters).strip("-r/&").rstrip("A")
    complete = "?" not in shape
    shape = shape.strip("?").strip("-r/&")
    if not points or not all(point.parts for point in points):
        return ()
    if len(points) == 1:
        found_ = _one(shape, points[0])
    elif len(points) == 2 and (match := _SPAN.fullmatch(shape)):
        found_ = _span(match, *points)
    elif len(points) == 2 and re.fullmatch(">p[&r]?<p", shape):
        found_ = [Reading(*ends, near=True) for ends in _ends(*points)]
    elif re.fullmatch(r"p\??p", shape) or not re.search(r"[<>ufbA]", shape):
        return _alternatives(points)
    else:
        return ()
    weekday = next((point.weekday for point in points if point.weekday is not None), None)
    readings = (replace(reading, complete=complete, weekday=weekday) for reading in found_)
    return [reading for reading in readings if complete or _strong(reading.first, reading.last)]


def _settled(found: list[Token]) -> list[Token]:
    """Decide what depends on its neighbours; nothing where the words are a duration: "3 days"."""
    roman = any(token.letter in "CQ" for token in found)
    settled: list[Token] = []
    for index, token in enumerate(found):
        before = found[index - 1] if index else Token("")
        after = found[index + 1].letter if index + 1 < len(found) else ""
        if token.letter == "R":
            settled.append(Token("N", token.value, ordinal=True) if roman and token.value else Token("?"))
        elif token.letter in "Uk":
            if before.letter in ("N", "n") and not before.ordinal:
                return []
            if before.letter == "N" and not (token.letter == "U" and token.value):
                settled[-1] = Token("?")
        elif token.letter in "THG":
            _drop_time(settled, token.letter == "H")
        elif token.letter in "Nn" and _after_hour(found[:index]):
            continue
        elif before.letter == "k" and _is_decade(token, after):
            settled.append(Token("K", token.value))
        elif token.letter != "F":
            settled.append(token)
    ends_in_days = len(settled) > 1 and settled[-1].letter == "W" and settled[-2].letter == "N"
    return [] if ends_in_days and not settled[-2].ordinal else settled


def _after_hour(found: list[Token]) -> bool:
    """Say whether a number is the hour of "ora 17", or the minutes of "ora 17.30"."""
    if len(found) > 1 and found[-1].letter == "N" and found[-1].ordinal:
        found = found[:-1]
    return bool(found) and found[-1].letter == "G"


def _drop_time(settled: list[Token], has_hours: bool) -> None:
    """Take away a time of day: its figures ("14.30 Uhr") and what leads to it ("um")."""
    if has_hours and settled and settled[-1].letter in ("N", "n"):
        minutes = settled.pop()
        if settled and settled[-1].letter == "N" and settled[-1].ordinal and not minutes.ordinal:
            settled.pop()
    while settled and settled[-1].letter in ("A", "r"):
        settled.pop()


def _is_decade(token: Token, after: str) -> bool:
    return token.letter in "NnYy" and token.value % 10 == 0 and (not after or after not in "-r/&u")


def _one(shape: str, point: Point) -> list[Reading]:
    """Read words that name one date, or the one end of a time."""
    about = "A" in shape
    parts = [_widened(part) for part in point.parts] if about else point.parts
    match shape.replace("A", ""):
        case "p":
            return [Reading(part, part, about=about) for part in parts]
        case "fp" | "fp>" | ">p":
            return [Reading(part, None, near=">" in shape, about=about) for part in parts]
        case "up" | "<p" | "u<p":
            return [Reading(None, part, near="<" in shape, about=about) for part in parts]
    return []


def _span(shape: re.Match[str], first: Point, last: Point) -> list[Reading]:
    start, about_first, _, about_last = shape.groups()
    readings = []
    for one, other in _ends(first, last):
        one = _widened(one) if about_first else one
        other = _widened(other) if about_last else other
        readings.append(Reading(one, other, start == "b", bool(about_first or about_last)))
    return readings


def _ends(first: Point, last: Point) -> Iterator[tuple[Part, Part]]:
    """Pair the ends of a time, each taking from the other what it does not say itself."""
    for one, other in product(first.parts, last.parts):
        if other.unit is Unit.CENTURY and one.days and not one.months:
            yield century(one.days[0]), other
        elif one.is_year and other.is_short:
            yield from _years(one, other)
        elif one.unit is Unit.SEASON and other.is_short:
            yield one, one
        elif not _apart(one, other) and not _apart(other, one):
            one_, other_ = _shared(first, one, other), _shared(last, other, one)
            one_, other_ = _with_year_of(one_, other_, -1), _with_year_of(other_, one_, 1)
            yield one_, other_


def _apart(one: Part, other: Part) -> bool:
    """Say whether a number cannot be what it would be beside the other end: the year of "12 to 14 May"."""
    return (one.is_short and other.months is not None) or (one.is_year and other.is_day_only)


def _years(one: Part, other: Part) -> Iterator[tuple[Part, Part]]:
    """Read "1939-40", and "1939/2", which is a month."""
    year = (one.years or (0, 0))[0]
    short = (other.short or (0, 0))[0]
    if short > year % 100:
        yield one, other.with_year(year - year % 100 + short)
    elif 1 <= short <= 12:
        month = replace(one, months=(short, short), unit=Unit.MONTH)
        yield month, month


def _shared(point: Point, part: Part, other: Part) -> Part:
    """Give a part of a time with the month of its other end: "28 to 30 June", "early to mid-June"."""
    if point.period and part.is_empty:
        return within(other, point.period)
    if part.days and not part.months and other.months:
        return replace(part, months=other.months)
    return part


def _with_year_of(part: Part, other: Part, direction: int) -> Part:
    """Give a part of a time with the year of its other end, or the one beside it: December to January."""
    if part.has_year or not other.has_year:
        return part
    turns = part.months and other.months and (part.months[0] - other.months[0]) * direction < 0
    shift = direction if turns else 0
    years = other.years and (other.years[0] + shift, other.years[1] + shift)
    short = other.short and (other.short[0] + shift, other.short[1] + shift)
    return replace(part, years=years, short=short)


def _alternatives(points: Iterable[Point]) -> list[Reading]:
    """Give all dates in words whose connection is not understood; "1926 (10 November)" is one date.

    Beside a lone number ("5, 12 and 19 May") a day may be one of several: only its month is plain.
    """
    parts = [part for point in points for part in point.parts]
    if len(parts) == 2:
        year, day = sorted(parts, key=lambda part: part.unit)
        if year.is_year and day.months and day.days and not day.has_year:
            parts = [replace(day, years=year.years)]
    if any(part.is_day_only for part in parts):
        parts = [replace(part, days=None, unit=Unit.MONTH) if part.months else part for part in parts]
    return [Reading(part, part, complete=False) for part in parts if _strong(part)]


def _strong(*parts: Part | None) -> bool:
    """Say whether parts are plain for themselves: a month with day or year, or a year of four figures."""
    return all(part is None or part.years or (part.months and (part.days or part.has_year)) for part in parts)


def _widened(part: Part) -> Part:
    """Give a date that is said to be about one."""
    if part.days and part.months:
        first, last = part.months
        return replace(part, days=None, months=(first - 1, last + 1), unit=Unit.MONTH)
    if part.months:
        return replace(part, months=(part.months[0] - 2, part.months[1] + 2))
    if part.years:
        return replace(part, years=(part.years[0] - 10, part.years[1] + 10))
    return replace(part, days=None, short=None)
