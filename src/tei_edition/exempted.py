"""Exemptions at work: what they keep from being told, and those that are of no use."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

    def covers(self, finding: Finding, code: str) -> bool:
        """Say whether a finding is one of those that are not told, under this code."""
        inside = self.path is None or (
            finding.path == self.path and self.first <= (finding.line, finding.column) < self.last
        )
        return inside and finding.code == code

    def plain(self) -> tuple[object, ...]:
        """Give it as numbers, strings and tuples of them, without its file."""
        places = (tuple(place) for place in (self.first, self.last, self.place))
        return (self.codes, self.reason, self.path is None, *places)

    @classmethod
    def of_plain(cls, file: Path, data: Any) -> "Exemption":
        """Make it of what `plain` gave."""
        codes, reason, is_everywhere, first, last, place = data
        return cls(codes, reason, None if is_everywhere else file, first, last, file, place)


def exempt(findings: Iterable[Finding], exemptions: Sequence[Exemption], is_whole: bool) -> list[Finding]:
    """Leave out the findings that are exempted; find exemptions that exempt nothing (W101 to W103).

    Whether those of the whole edition are of use can only be said where it was checked as a whole.
    """
    if not exemptions:
        return list(findings)
    by_code: dict[str, list[Exemption]] = {}
    for one in exemptions:
        for code in set(one.codes):
            by_code.setdefault(code, []).append(one)
    left, used = [], set[tuple[Exemption, str]]()
    for finding in findings:
        by = [one for one in by_code.get(finding.code, ()) if one.covers(finding, finding.code)]
        used.update((one, finding.code) for one in by)
        if not by:
            left.append(finding)
    for one in exemptions:
        left += _problems(one, {code for code in one.codes if (one, code) in used}, is_whole)
    return left


def _problems(one: Exemption, used: set[str], is_whole: bool) -> Iterator[Finding]:
    from tei_edition.rules import rules, severity_of  # Most editions exempt nothing.

    def problem(code: str, message: str, hint: str) -> Finding:
        return Finding(one.file, *one.place, code, severity_of(code), message, hint)

    if not one.codes:
        hint = f"Write <?{TARGET} D201 The reason.?>."
        yield problem("W101", "This exemption names no rule.", hint)
    elif not one.reason:
        hint = f"Write <?{TARGET} {' '.join(one.codes[:5])} The reason.?>."
        yield problem("W101", "This exemption gives no reason.", hint)
    known = rules() if one.codes else {}
    for code in one.codes:
        if code not in known:
            yield problem("W102", f"There is no rule {code}.", "`edition explain` lists all.")
        elif code not in used and (is_whole or one.path is not None):
            message = f"Nothing here breaks {code}: it is of no use any more."
            yield problem("W103", message, "Delete it.")
