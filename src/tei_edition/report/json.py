"""A report as JSON, for other programs."""

import json
from dataclasses import asdict

from tei_edition import __version__
from tei_edition.report.report import Report


def written(report: Report) -> str:
    """Give an object: the program's `version`, the number of `files`, the `schemas`, all `findings`.

    `schemas` has the names of those that files were held against, and how many `files` each time.

    A finding has the fields of `Finding`, its `path` as it is shown, and the rule's `name`.
    """
    findings = [
        asdict(finding) | {"path": report.shown(finding.path), "name": report.name(finding.code)}
        for finding in report.findings
    ]
    whole = {
        "version": __version__,
        "files": len(report.files),
        "schemas": [schemas._asdict() for schemas in report.schemas],
        "findings": findings,
    }
    return json.dumps(whole, indent=2)
