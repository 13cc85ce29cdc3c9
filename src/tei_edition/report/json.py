"""A report as JSON, for other programs."""

import json
from dataclasses import asdict
from typing import Any

from tei_edition import __version__
from tei_edition.findings import Finding
from tei_edition.report.fixes import Replacement, replacer
from tei_edition.report.report import Report


def written(report: Report) -> str:
    """Give an object: the program's `version`, the number of `files`, the `schemas`, all `findings`.

    `schemas` has the names of those that files were held against, and how many `files` each time.

    A finding has the fields of `Finding`, its `path` as it is shown, the rule's `name`, the `end` as line and
    column, and instead of `edits` the `fix`: what to replace, from a line and column to before another.
    """
    replacements = replacer()
    findings = [
        _fields(finding, replacements(finding))
        | {"path": report.shown(finding.path), "name": report.name(finding.code)}
        for finding in report.findings
    ]
    whole = {
        "version": __version__,
        "files": len(report.files),
        "schemas": [schemas._asdict() for schemas in report.schemas],
        "findings": findings,
    }
    return json.dumps(whole, indent=2)


def _fields(finding: Finding, replacements: list[Replacement]) -> dict[str, Any]:
    fields = asdict(finding)
    del fields["edits"]
    end = {"line": finding.end[0], "column": finding.end[1]} if finding.end else None
    return fields | {"end": end, "fix": [one._asdict() for one in replacements]}
