"""A date in a reading: the tokens that name it, and all that it can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tei_edition.words.calendar import Part, Unit
from tei_edition.words.date_tokens import Token

POINT = re.compile(
    r"""W?P*W?(?:
        K | NC | CN                             # the 1930s; 19th century
      | (?:NQ|QN)[Yyn]? | S[Yyn]?               # third quarter of 1941; summer '41
      | QD | D | [Yy]d | d[Yy]?
      | NM[Yyn] | NMN(?!M) | MN[Yyn] | MNN(?![MN]) | YMN(?![MYyn]) | YNM(?![Yyn])
      | NM | M[Yyn] | MN | YM(?![Yyn]) | NY(?=W?$) | M | Y | y | N | n
    )(?:W(?![NMDd]))? | W | P""",
    re.VERBOSE,
)
_SEASONS = {1: [(3, 6)], 2: [(6, 9)], 3: [(9, 12)], 4: [(-1, 3), (11, 15)]}
_MONTH_PARTS = {1: (1, 16), 2: (6, 25), 3: (15, 31)}
_YEAR_PARTS = {1: (1, 6), 2: (4, 9), 3: (7, 12)}


@dataclass(frozen=True, slots=True)
class Point:
    """A date in a reading: all that it can be."""

    parts: tuple[Part, ...]
    weekday: int | None = None
    period: int = 0

    @classmethod
    def of(cls, found: list[Token]) -> "Point":
        """Make one of the tokens that name it."""
        weekday = next((token.value for token in found if token.letter == "W"), None)
        period = next((token.value for token in found if token.letter == "P"), 0)
        parts = list(_parts([token for token in found if token.letter not in "WP"]))
        if period:
            parts = [within(part, period) for part in parts]
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
        yield century(values["N"].value)
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


def century(number: int) -> Part:
    """Give a century by its number."""
    return Part(((number - 1) * 100, number * 100), unit=Unit.CENTURY)


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


def within(part: Part, period: int) -> Part:
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
