"""A report as workflow commands: GitHub shows each finding beside its line.

The form is that of "Workflow commands for GitHub Actions", with its escapes.
"""

from tei_edition.findings import Finding, Severity
from tei_edition.report.report import Report, plain

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_ESCAPES_IN_PROPERTIES = _ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def written(report: Report) -> str:
    """Give all findings, one a line; the hint stands on a line of its own where GitHub shows it."""
    return "\n".join(_command(finding, report) for finding in report.findings)


def _end(finding: Finding) -> dict[str, str]:
    """Give the line and column behind the thing; GitHub takes columns for things in one line only."""
    if finding.end is None:
        return {}
    end = {"endLine": str(finding.end.line)}
    return end | {"endColumn": str(finding.end.column)} if finding.end.line == finding.line else end


def _command(finding: Finding, report: Report) -> str:
    properties = {
        "file": report.shown(finding.path),
        "line": str(finding.line),
        "col": str(finding.column),
        **_end(finding),
        "title": f"{finding.code} {report.name(finding.code)}".strip(),
    }
    named = ",".join(f"{key}={value.translate(_ESCAPES_IN_PROPERTIES)}" for key, value in properties.items())
    hint = f"\nHint: {plain(finding.hint)}" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {named}::{(plain(finding.message) + hint).translate(_ESCAPES)}"
