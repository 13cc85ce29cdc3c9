"""What the check of one file gave: its findings, and what the rules about all files need to know of it.

It is plain data, so that it can be kept and sent from one process to another.
"""

import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tei_edition.exempted import Exemption
from tei_edition.findings import Edit, Finding, Severity
from tei_edition.place import Place

Plain = Any
"""Numbers, strings and tuples of them: what `marshal` can write."""

_SEVERITIES = {severity.value: severity for severity in Severity}


class Against(NamedTuple):
    """The schemas that a file was held against: who named them, under which names, and the files."""

    whose: str
    names: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


_NOTHING = Against("")


@dataclass(frozen=True)
class Outcome:
    """What the check of the file at `path` gave.

    `unnamed` has for each entry of a register the names that it is named by, and what is told if none of
    them is among the `named` of any file. `unsourced` is what is told of a document without a source, where
    other documents have one. `behind` has what is told of a file that cannot be read, unless
    that one is checked too. `reads` names what it all depends on beside the file itself and the edition;
    None where that cannot be known, so that it must not be kept.
    """

    path: Path
    findings: tuple[Finding, ...]
    is_read: bool = False
    against: Against = _NOTHING
    exemptions: tuple[Exemption, ...] = ()
    named: frozenset[str] = frozenset()
    unnamed: tuple[tuple[tuple[str, ...], Finding], ...] = ()
    unsourced: Finding | None = None
    behind: tuple[tuple[Path, Finding], ...] = ()
    reads: tuple[str, ...] | None = ()

    def plain(self) -> Plain:
        """Give it as plain data, without its path."""
        return (
            tuple(map(plain_finding, self.findings)),
            self.is_read,
            tuple(self.against),
            tuple(one.plain() for one in self.exemptions),
            tuple(sorted(self.named)),
            tuple((ids, plain_finding(finding)) for ids, finding in self.unnamed),
            self.unsourced and plain_finding(self.unsourced),
            tuple((str(path), plain_finding(finding)) for path, finding in self.behind),
            self.reads,
        )

    @classmethod
    def of_plain(cls, path: Path, data: Plain) -> "Outcome":
        """Make it of what `plain` gave."""
        findings, is_read, against, exemptions, named, unnamed, unsourced, behind, reads = data
        return cls(
            path,
            tuple(finding_of(path, row) for row in findings),
            is_read,
            _against(*against),
            tuple(Exemption.of_plain(path, one) for one in exemptions),
            frozenset(map(sys.intern, named)),  # Thousands of documents name the same.
            tuple((ids, finding_of(path, row)) for ids, row in unnamed),
            unsourced and finding_of(path, unsourced),
            tuple((Path(file), finding_of(path, row)) for file, row in behind),
            reads,
        )


@lru_cache(maxsize=16)
def _against(*told: Plain) -> Against:
    return Against(*told)


def plain_finding(finding: Finding) -> Plain:
    """Give a finding as plain data, without its path."""
    return (
        finding.line,
        finding.column,
        finding.code,
        finding.severity.value,
        finding.message,
        finding.hint,
        finding.end and tuple(finding.end),
        tuple(map(tuple, finding.edits)),
    )


def finding_of(path: Path, row: Plain) -> Finding:
    """Make a finding of what `plain_finding` gave."""
    line, column, code, severity, message, hint, end, edits = row
    told = (path, line, column, code, _SEVERITIES[severity], message, hint)
    return Finding(*told, Place(*end) if end else None, tuple(Edit(*edit) for edit in edits) if edits else ())
