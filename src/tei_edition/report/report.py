"""A report: what was found, in which files, held against what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.findings import Finding, Severity, shown_from

if TYPE_CHECKING:
    from tei_edition.rules import Rule

_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Characters that steer a terminal, turn the direction of what is shown, end lines, or cannot be in XML."""


class Against(NamedTuple):
    """The names of schemas, and how many files were held against them."""

    names: tuple[str, ...]
    files: int


@dataclass(frozen=True)
class Report:
    """What a check told: its findings in order, and all files that it looked at.

    Paths are shown relative to `base` where they lie below it; `rules` has what the findings' codes
    mean, `schemas` names what the files were held against; `width` is that of a line, in characters.
    """

    findings: Sequence[Finding]
    files: Sequence[Path]
    base: Path
    rules: "Mapping[str, Rule]"
    schemas: tuple[Against, ...] = ()
    width: int = 80

    @property
    def counts(self) -> tuple[int, int, int]:
        """Give the numbers of errors, of warnings and of the rest."""
        severities = [finding.severity for finding in self.findings]
        errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
        return errors, warnings, len(severities) - errors - warnings

    @property
    def blames(self) -> bool:
        """Say whether something is told that is to be mended: an error or a warning."""
        return any(self.counts[:2])

    def shown(self, path: Path) -> str:
        """Give a path as it is shown, with `/` on every system."""
        return plain(shown_from(self.base, path))

    def place(self, finding: Finding) -> str:
        """Give a finding's place as `path:line:column`, which editors and terminals know."""
        return f"{self.shown(finding.path)}:{finding.line}:{finding.column}"

    def name(self, code: str) -> str:
        """Give a rule's name, empty where nothing is known of its code."""
        return self.rules[code].name if code in self.rules else ""


def plain(text: str) -> str:
    """Give a text in which nothing steers a terminal or breaks a line: U+FFFD stands for such characters."""
    if text.isprintable():  # Nearly every text is, and Python knows it at once.
        return text
    return _UNFIT.sub("\ufffd", re.sub(r"[\t\n]", " ", text))


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
