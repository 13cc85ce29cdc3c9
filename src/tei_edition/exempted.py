"""Exemptions at work: what they keep from being told, and those that are of no use."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tei_edition.findings import Finding

TARGET = "edition-exempt"
"""The name of the processing instruction."""


@dataclass(frozen=True)
class Exemption:
    """Codes that are not told between two places of a file, or (`path` is None) anywhere."""

    codes: tuple[str, ...]
    reason: str
    path: Path | None
    first: tuple[int, int]
    last: tuple[int, int]
    file: Path
    place: tuple[int, int]
    """Where the instruction itself stands."""

    @property
    def span(self) -> "Span":
        """The places between which it holds."""
        return Span(self.path, self.first, self.last)

    def plain(self) -> tuple[object, ...]:
        """Give it as numbers, strings and tuples of them, without its file."""
        places = (tuple(place) for place in (self.first, self.last, self.place))
        return (self.codes, self.reason, self.path is None, *places)

    @classmethod
    def of_plain(cls, file: Path, data: Any) -> "Exemption":
        """Make it of what `plain` gave."""
        codes, reason, is_everywhere, first, last, place = data
        return cls(codes, reason, None if is_everywhere else file, first, last, file, place)


class Span(NamedTuple):
    """Two places of a file, or, without a path, of any; the second is no more part of it."""

    path: Path | None
    first: tuple[int, int]
    last: tuple[int, int]


class Exempted:
    """Which exemptions hold at a place, found as quickly among many as among few."""

    def __init__(self, exemptions: Iterable[Exemption]) -> None:
        """Sort the exemptions by what they are about."""
        spans: dict[tuple[Path | None, str], set[Span]] = {}
        for one in exemptions:
            for code in one.codes:
                spans.setdefault((one.path, code), set()).add(one.span)
        self._nested = {about: _Nested(some) for about, some in spans.items()}

    def at(self, path: Path, code: str, place: tuple[int, int]) -> list[Span]:
        """Give the spans at a place in a file in which a rule is exempted."""
        nested = (self._nested.get((where, code)) for where in (path, None))
        return [span for one in nested if one for span in one.around(place)]


class _Nested:
    """Spans of one file, of which two lie one inside the other, or apart: elements do."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.first, [-number for number in span.last]))
        self._firsts = [span.first for span in self._spans]
        self._outer: list[int] = []
        """Of each span, the number of the one that it lies in; -1 of none."""
        open_ = [-1]
        for number, span in enumerate(self._spans):
            while open_[-1] >= 0 and self._spans[open_[-1]].last <= span.first:
                open_.pop()
            self._outer.append(open_[-1])
            open_.append(number)

    def around(self, place: tuple[int, int]) -> Iterator[Span]:
        """Give the spans that a place lies in."""
        number = bisect_right(self._firsts, place) - 1
        while number >= 0:
            if place < self._spans[number].last:
                yield self._spans[number]
            number = self._outer[number]


def exempt(findings: Iterable[Finding], exemptions: Sequence[Exemption], is_whole: bool) -> list[Finding]:
    """Leave out the findings that are exempted; find exemptions that exempt nothing (W101 to W103).

    Whether those of the whole edition are of use can only be said where it was checked as a whole.
    """
    if not exemptions:
        return list(findings)
    exempted = Exempted(exemptions)
    left, used = [], set[tuple[Span, str]]()
    for finding in findings:
        by = exempted.at(finding.path, finding.code, (finding.line, finding.column))
        used.update((span, finding.code) for span in by)
        if not by:
            left.append(finding)
    from tei_edition.rules import rules  # Most editions exempt nothing.

    known = frozenset(rules())
    for one in exemptions:
        left += _problems(one, known, {code for code in one.codes if (one.span, code) in used}, is_whole)
    return left


def _problems(one: Exemption, known: Set[str], used: Set[str], is_whole: bool) -> Iterator[Finding]:
    from tei_edition.rules import severity_of

    def problem(code: str, message: str, hint: str) -> Finding:
        return Finding(one.file, *one.place, code, severity_of(code), message, hint)

    if not one.codes:
        hint = f"Write <?{TARGET} D201 The reason.?>."
        yield problem("W101", "This exemption names no rule.", hint)
    elif not one.reason:
        hint = f"Write <?{TARGET} {' '.join(one.codes[:5])} The reason.?>."
        yield problem("W101", "This exemption gives no reason.", hint)
    for code in one.codes:
        if code not in known:
            yield problem("W102", f"There is no rule {code}.", "`edition explain` lists all.")
        elif code not in used and (is_whole or one.path is not None):
            message = f"Nothing here breaks {code}: it is of no use any more."
            yield problem("W103", message, "Delete it.")
