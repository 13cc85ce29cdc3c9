"""Sets of characters, and those that XML Schema's regular expressions have names for.

Categories are those of the Unicode version that Python knows.
Which letters may stand in an XML name differs between the fourth and the fifth edition of XML 1.0, and
validators differ with them: `NAME_START` and `NAME` are what the fifth allows, `SURE_NAME_START` and
`SURE_NAME` what every validator allows (the letters of ASCII and Latin-1).
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby

_PREFERRED = "abcdefghijklmnopqrstuvwxyz1023456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/,;!?'()*+=@#%&~ \n\t\r"
"""The characters that an example is written with where there is a choice."""


@dataclass(frozen=True)
class Characters:
    """A set of characters, as ranges of code points: first and last, in order, apart from one another."""

    ranges: tuple[tuple[int, int], ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [first for first, _ in self.ranges]

    def __contains__(self, character: str) -> bool:
        """Whether a character is in the set."""
        n = bisect_right(self._starts, ord(character)) - 1
        return n >= 0 and ord(character) <= self.ranges[n][1]

    def __or__(self, other: "Characters") -> "Characters":
        """Give the characters of both."""
        return from_ranges(self.ranges + other.ranges)

    def __and__(self, other: "Characters") -> "Characters":
        """Give the characters that are in both."""
        return ~(~self | ~other)

    def __sub__(self, other: "Characters") -> "Characters":
        """Give the characters of this set that the other has not."""
        return ~(~self | other)

    def __invert__(self) -> "Characters":
        """Give all other code points."""
        gaps, after = [], 0
        for first, last in self.ranges:
            if after < first:
                gaps.append((after, first - 1))
            after = last + 1
        if after <= 0x10FFFF:
            gaps.append((after, 0x10FFFF))
        return Characters(tuple(gaps))


def from_ranges(ranges: Iterable[tuple[int, int]]) -> Characters:
    """Give the characters of ranges in any order, which may overlap."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return Characters(tuple(joined))


def of(text: str) -> Characters:
    """Give the characters of a text."""
    return from_ranges((ord(character), ord(character)) for character in text)


def between(first: str, last: str) -> Characters:
    """Give the characters from one to another."""
    return Characters(((ord(first), ord(last)),))


NO_CHARACTERS = Characters(())
XML_CHARACTERS = from_ranges([(9, 10), (13, 13), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF)])
BLANK = of("\t\n\r ")
DIGIT = between("0", "9")
_ASCII_LETTER = between("A", "Z") | between("a", "z")
SURE_NAME_START = _ASCII_LETTER | of(":_") | from_ranges([(0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0xFF)])
SURE_NAME = SURE_NAME_START | DIGIT | of("-.\u00b7")
NAME_START = SURE_NAME_START | from_ranges(
    [
        *((0x100, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F)),
        *((0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF)),
    ]
)
NAME = NAME_START | SURE_NAME | from_ranges([(0x300, 0x36F), (0x203F, 0x2040)])


@cache
def category(name: str) -> Characters:
    """Give a general category, such as Lu or the whole of L; empty where there is none of that name."""
    return from_ranges(
        span for code, spans in _categories().items() if code.startswith(name) for span in spans
    )


@cache
def _categories() -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for code, run in groupby(range(0x110000), lambda point: unicodedata.category(chr(point))):
        points = list(run)
        found.setdefault(code, []).append((points[0], points[-1]))
    return found


def representatives(sets: Iterable[Characters]) -> list[str]:
    """Give one character for each way in which characters can belong to some sets, the plainest first."""
    ordered = [XML_CHARACTERS, *sets]
    found: dict[int, str] = {}
    for character in _PREFERRED:
        member = sum(1 << n for n, one in enumerate(ordered) if character in one)
        found.setdefault(member, character)
    changes: dict[int, int] = {}
    for n, one in enumerate(ordered):
        for first, last in one.ranges:
            changes[first] = changes.get(first, 0) ^ (1 << n)
            changes[last + 1] = changes.get(last + 1, 0) ^ (1 << n)
    member = 0
    for point in sorted(changes):
        member ^= changes[point]
        if member & 1:
            found.setdefault(member, chr(point))
    return list(found.values())
