"""What TEI's attributes say of a date: a moment, or a time from here to there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from tei_edition.markup import TEI, tei
from tei_edition.words.calendar import EVER, Day, Interval, Part
from tei_edition.words.iso import NotISO, read_full_iso, read_iso

_NAMES = ("when", "notBefore", "notAfter", "from", "to")
_BEGINNINGS = ("from", "notBefore")
_ENDS = ("to", "notAfter")
_SHOWN = {"from": "from", "notBefore": "not before", "to": "to", "notAfter": "not after"}
_SUFFIXES = ("", "-iso", "-custom")
ATTRIBUTES = tuple(name + suffix for suffix in _SUFFIXES for name in _NAMES)
"""All attributes that hold a date; those of a custom system only where they look like ISO 8601."""

_ATTRIBUTES = frozenset(ATTRIBUTES)

_OF_ANOTHER_KIND = frozenset(
    tei(name) for name in ("app", "arc", "biblScope", "citedRange", "locus", "span", "annotation")
)
"""Elements whose `from` and `to` are places, pages or pointers."""


def dated(root: etree._Element) -> Iterator[etree._Element]:
    """Give all elements with such an attribute, in document order."""
    for element in root.iter(f"{{{TEI}}}*"):
        if not _ATTRIBUTES.isdisjoint(element.attrib) and element.tag not in _OF_ANOTHER_KIND:
            yield element


class Attribute(NamedTuple):
    """An attribute that holds a date, its value, and what that is; None for what is not looked into."""

    name: str
    value: str
    result: Part | NotISO | None


@dataclass(frozen=True)
class Tagged:
    """A date in attributes: each name (without `-iso`) with the date in it, and how it is written."""

    parts: dict[str, Part]
    written: dict[str, str]
    attributes: dict[str, str]

    def interval(self, name: str, near: int = 2000) -> Interval | None:
        """Give the days that an attribute covers; where it has no year, those of the year given."""
        part = self.parts.get(name)
        if part is None:
            return None
        part = part if part.has_year else part.with_year(near)
        intervals = list(part.near(_NOWHERE))
        return Interval(intervals[0].first, intervals[-1].last)

    def beginning(self, near: int = 2000) -> Interval | None:
        """Give the days of `from` or `notBefore`."""
        return self._first_of(_BEGINNINGS, near)

    def end(self, near: int = 2000) -> Interval | None:
        """Give the days of `to` or `notAfter`."""
        return self._first_of(_ENDS, near)

    def whole(self, near: int = 2000) -> Interval | None:
        """Give all days that it covers; open ends reach to the ends of the calendar."""
        return self.interval("when", near) or self.limits(near)

    def limits(self, near: int = 2000) -> Interval | None:
        """Give the days from the beginning to the end, `when` left aside."""
        beginning, end = self.beginning(near), self.end(near)
        if beginning is None and end is None:
            return None
        return Interval(beginning.first if beginning else EVER[0], end.last if end else EVER[1])

    def has_year(self) -> bool:
        """Say whether all attributes have a year."""
        return all(part.has_year for part in self.parts.values())

    def show(self) -> str:
        """Write it in short: `1941-07-16`, `1940 to 1944`, `not before 1941-06-11`."""
        if "when" in self.written:
            return self.written["when"]
        shown = [f"{_SHOWN[name]} {self.written[name]}" for name in _SHOWN if name in self.written]
        return " ".join(shown).replace(" not after", ", not after", 1) if len(shown) > 1 else "".join(shown)

    def quote(self, name: str) -> str:
        """Write an attribute as it stands in the file: `from-iso="1944"`."""
        return f'{self.attributes[name]}="{self.written[name]}"'

    def _first_of(self, names: tuple[str, ...], near: int) -> Interval | None:
        return next((found for name in names if (found := self.interval(name, near)) is not None), None)


_NOWHERE = Interval(Day(2000, 1, 1), Day(2000, 12, 31))


@lru_cache(maxsize=8192)
def _read(values: tuple[tuple[str, str], ...]) -> tuple[Tagged, tuple[Attribute, ...]]:
    found: list[Attribute] = []
    for name, value in values:
        found.append(Attribute(name, value, (read_full_iso if "-" in name else read_iso)(value)))
    good: dict[str, Attribute] = {}
    for attribute in found:
        if isinstance(attribute.result, Part) and not attribute.name.endswith("-custom"):
            good.setdefault(attribute.name.partition("-")[0], attribute)
    parts = {name: attribute.result for name, attribute in good.items() if isinstance(attribute.result, Part)}
    written = {name: attribute.value for name, attribute in good.items()}
    return Tagged(parts, written, {name: attribute.name for name, attribute in good.items()}), tuple(found)


def tagged(element: etree._Element) -> Tagged:
    """Read an element's attributes, those that cannot be read left aside."""
    return _read(_values(element))[0]


def attributes(element: etree._Element) -> tuple[Attribute, ...]:
    """Give each attribute of an element that holds a date."""
    return _read(_values(element))[1]


def _values(element: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(value)) for name, value in element.items() if name in _ATTRIBUTES)
