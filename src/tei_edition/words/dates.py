"""Dates as texts write them: "6 Juillet 1941", "mid-June 1941", "28. 9. 1925", "mai à juin 1940"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from tei_edition.words.calendar import Interval, Part, Unit
from tei_edition.words.date_tokens import Token, tokens
from tei_edition.words.tables import primary

_POINT = re.compile(
    r"""W?P*W?(?:
        K | NC | CN                             # the 1930s; 19th century
      | (?:NQ|QN)[Yyn]? | S[Yyn]?               # third quarter of 1941; summer '41
      | QD | D | [Yy]d | d[Yy]?
      | NM[Yyn] | NMN(?!M) | MN[Yyn] | MNN(?![MN]) | YMN(?![MYyn]) | YNM(?![Yyn])
      | NM | M[Yyn] | MN | YM(?![Yyn]) | NY(?=W?$) | M | Y | y | N | n
    )(?:W(?![NMDd]))? | W | P""",
    re.VERBOSE,
)
_SPAN = re.compile(r"([fb]?)(A?)p([-r/u&])(A?)p")
_SEASONS = {1: [(3, 6)], 2: [(6, 9)], 3: [(9, 12)], 4: [(-1, 3), (11, 15)]}
_MONTH_PARTS = {1: (1, 16), 2: (6, 25), 3: (15, 31)}
_YEAR_PARTS = {1: (1, 6), 2: (4, 9), 3: (7, 12)}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a date's words.

    `first` and `last` are the same but for a span; one of them is None for "since" and "before".
    `near` says that the ends may be meant a day in or out ("between", "after"); `complete`, that every
    word was understood; `weekday` is the first one that is named, Monday being 0.
    """

    first: Part | None
    last: Part | None
    near: bool = False
    about: bool = False
    complete: bool = True
    weekday: int | None = None

    def __str__(self) -> str:
        """Write it as EDTF does: `1940-05/1940-06`, `1938/..`; `~` for about, `?` for in part."""
        marks = ("~" if self.about else "") + ("" if self.complete else "?")
        if self.first is self.last:
            return f"{self.first}{marks}"
        first, last = (".." if part is None else str(part) for part in (self.first, self.last))
        return f"{first}/{last}{marks}"

    @property
    def is_span(self) -> bool:
        """Whether the words name a beginning or an end, and not one date."""
        return self.first is not self.last

    @property
    def is_open(self) -> bool:
        """Whether the words name a beginning or an end only."""
        return self.first is None or self.last is None

    @property
    def unit(self) -> Unit:
        """The most precise unit that the words name."""
        return max(part.unit for part in (self.first, self.last) if part is not None)

    @property
    def whole(self) -> "Reading":
        """The same with the whole of the months, years and decades of which only a part is named."""
        first, last = (part and part.whole for part in (self.first, self.last))
        return replace(self, first=first, last=last if self.is_span else first)

    def agrees(self, when: Interval) -> bool:
        """Say whether what is tagged can be what the words say, or a part of it."""
        if self.first is None or self.last is None:
            return self._open_agrees(when)
        if not self.is_span:
            return self.first.meets(when)
        if not self.first.has_year and when.last.year - when.first.year > 1:
            return True
        firsts, lasts = list(self.first.near(when)), list(self.last.near(when))
        return any(
            Interval(start.first, end.last).meets(when)
            for start, end in product(firsts, lasts)
            if start.first <= end.last
        )

    def _open_agrees(self, when: Interval) -> bool:
        if self.first is not None:
            return any(start.first <= when.last for start in self.first.near(when))
        assert self.last is not None  # noqa: S101 - a reading has an end at least
        return any(when.first <= end.last for end in self.last.near(when))

    def begins(self, start: Interval) -> bool:
        """Say whether what is tagged as the beginning can be the beginning that the words name."""
        return self.first is None or not self.is_span or self.first.meets(self._loosely(start))

    def ends(self, end: Interval) -> bool:
        """Say whether what is tagged as the end can be the end that the words name."""
        return self.last is None or not self.is_span or self.last.meets(self._loosely(end))

    def _loosely(self, end: Interval) -> Interval:
        """Give the day before and the day after too, where "before" and "between" leave that open."""
        if self.near and end.first == end.last:
            return Interval(end.first.moved(-1), end.last.moved(1))
        return end


def read(words: str, language: str) -> tuple[Reading, ...]:
    """Give all ways to understand a date's words; none where nothing, or another date, is understood.

    What is not said (the year of "29 juin") is left open. Of words that are understood in part only
    what is plain for itself is given: a date with its month, or a year.
    """
    return _read(words, primary(language))


@lru_cache(maxsize=65536)
def _read(words: str, language: str) -> tuple[Reading, ...]:
    if len(words) > 200:
        return ()
    return tuple(dict.fromkeys(_readings(tokens(words, language))))


def _readings(found: list[Token]) -> Iterable[Reading]:
    settled = [] if any(token.letter == "X" for token in found) else _settled(found)
    letters = "".join(token.letter for token in settled)
    points = [_Point.of(settled[match.start() : match.end()]) for match in _POINT.finditer(letters)]
    shape = _POINT.sub("p", letters).strip("-r/&").rstrip("A")
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
    else:
        return _alternatives(points)
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
        elif token.letter == "T":
            while settled and settled[-1].letter in "Ar":
                settled.pop()
        elif before.letter == "k" and _is_decade(token, after):
            settled.append(Token("K", token.value))
        elif token.letter != "F":
            settled.append(token)
    ends_in_days = len(settled) > 1 and settled[-1].letter == "W" and settled[-2].letter == "N"
    return [] if ends_in_days and not settled[-2].ordinal else settled


def _is_decade(token: Token, after: str) -> bool:
    return token.letter in "NnYy" and token.value % 10 == 0 and (not after or after not in "-r/&u")


def _one(shape: str, point: "_Point") -> list[Reading]:
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


def _span(shape: re.Match[str], first: "_Point", last: "_Point") -> list[Reading]:
    start, about_first, _, about_last = shape.groups()
    readings = []
    for one, other in _ends(first, last):
        one = _widened(one) if about_first else one
        other = _widened(other) if about_last else other
        readings.append(Reading(one, other, start == "b", bool(about_first or about_last)))
    return readings


def _ends(first: "_Point", last: "_Point") -> Iterator[tuple[Part, Part]]:
    """Pair the ends of a time, each taking from the other what it does not say itself."""
    for one, other in product(first.parts, last.parts):
        if one.is_year and other.is_short:
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


def _shared(point: "_Point", part: Part, other: Part) -> Part:
    """Give a part of a time with the month of its other end: "28 to 30 June", "early to mid-June"."""
    if point.period and part.is_empty:
        return _within(other, point.period)
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


def _alternatives(points: Iterable["_Point"]) -> list[Reading]:
    """Give all dates in words whose connection is not understood."""
    parts = [part for point in points for part in point.parts]
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


def _within(part: Part, period: int) -> Part:
    """Give the early, middle or late part of a month, a year, a decade or a century."""
    if part.unit is Unit.MONTH and part.months:
        return replace(part, days=_MONTH_PARTS[period], is_period=True)
    if part.unit is Unit.YEAR:
        return replace(part, months=_YEAR_PARTS[period], is_period=True)
    if part.years and part.unit in (Unit.DECADE, Unit.CENTURY):
        first, last = part.years
        third = (last - first + 1) // 3
        bounds = {
            1: (first, first + third * 2),
            2: (first + third // 2, last - third // 2),
            3: (last - third * 2, last),
        }
        return replace(part, years=bounds[period], is_period=True)
    return part


@dataclass(frozen=True, slots=True)
class _Point:
    """A date in a reading: all that it can be."""

    parts: tuple[Part, ...]
    weekday: int | None = None
    period: int = 0

    @classmethod
    def of(cls, found: list[Token]) -> "_Point":
        """Make one of the tokens that name it."""
        weekday = next((token.value for token in found if token.letter == "W"), None)
        period = next((token.value for token in found if token.letter == "P"), 0)
        parts = list(_parts([token for token in found if token.letter not in "WP"]))
        if period:
            parts = [_within(part, period) for part in parts]
        return cls(tuple(parts), weekday, period)


def _parts(found: list[Token]) -> Iterator[Part]:
    letters = "".join(token.letter for token in found)
    values = {token.letter: token for token in found}
    if not letters:
        yield Part()
    elif letters == "QD":
        part = values["D"].parts[0]
        yield from _season(
            [Token("Y", part.years[0])] if part.years else [], {"N": Token("N", (part.months or (0,))[0])}
        )
    elif "D" in letters or "d" in letters:
        year = values.get("Y") or values.get("y")
        for part in values["D" if "D" in letters else "d"].parts:
            yield _with_year(part, year)
    elif letters == "K":
        yield _decade(values["K"].value)
    elif "C" in letters:
        number = values["N"].value
        yield Part(((number - 1) * 100, number * 100), unit=Unit.CENTURY)
    elif "Q" in letters or "S" in letters:
        yield from _season(found, values)
    else:
        yield from _plain(letters, found)


def _season(found: list[Token], values: dict[str, Token]) -> Iterator[Part]:
    year = next((token for token in found if token.letter in "Yyn"), None)
    if "S" in values:
        bounds = _SEASONS[values["S"].value]
    else:
        number = values["N"].value
        bounds = [(number * 3 - 2, number * 3)] if number <= 4 else []
    for months in bounds:
        yield _with_year(Part(months=months, unit=Unit.SEASON, is_period="S" in values), year)


def _decade(value: int) -> Part:
    bounds = (value, value + 9)
    return Part(years=bounds, unit=Unit.DECADE) if value > 99 else Part(short=bounds, unit=Unit.DECADE)


def _plain(letters: str, found: list[Token]) -> Iterator[Part]:
    """Read days, months and years, in whatever order they stand."""
    months = next(((token.value,) * 2 for token in found if token.letter == "M"), None)
    numbers = [token for token in found if token.letter in "Nn"]
    year = next((token for token in found if token.letter in "Yy"), None)
    if year is None and (len(numbers) == 2 or letters in ("Mn", "n")):
        year = numbers.pop()
    if letters == "N" and not numbers[0].ordinal:
        yield Part(short=(numbers[0].value,) * 2, unit=Unit.YEAR)
    days = (numbers[0].value,) * 2 if numbers else None
    unit = Unit.DAY if days else Unit.MONTH if months else Unit.YEAR
    yield _with_year(Part(months=months, days=days, unit=unit), year)


def _with_year(part: Part, token: Token | None) -> Part:
    if token is None:
        return part
    year = (token.value, token.value)
    return replace(part, years=year) if token.letter == "Y" else replace(part, short=year)
