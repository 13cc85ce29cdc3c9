"""A report as SARIF 2.1.0 (OASIS Standard, 2020), which GitHub and editors read."""

import json
from typing import Any
from urllib.parse import quote

from tei_edition import __version__
from tei_edition.findings import Finding, Severity
from tei_edition.report.fixes import Replacement, replacer
from tei_edition.report.report import Report
from tei_edition.rules import Rule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def written(report: Report) -> str:
    """Give a log with one run: the rules that findings name, and every finding with its place."""
    replacements = replacer()
    codes = sorted({finding.code for finding in report.findings})
    driver = {
        "name": "edition",
        "semanticVersion": __version__,
        "rules": [_rule(report.rules.get(code, Rule(code, code, code, ""))) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, codes.index(finding.code), report, replacements(finding))
            for finding in report.findings
        ],
    }
    if report.schemas:
        run["properties"] = {"schemas": [schemas._asdict() for schemas in report.schemas]}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    texts = {
        "shortDescription": rule.what,
        "fullDescription": f"{rule.what} {rule.why}".strip(),
        "help": rule.hint or f"`edition explain {rule.code}` says more.",
    }
    return {
        "id": rule.code,
        "name": rule.name,
        **{key: {"text": text} for key, text in texts.items()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
    }


def _result(finding: Finding, index: int, report: Report, mends: list[Replacement]) -> dict[str, Any]:
    hint = f" Hint: {finding.hint}" if finding.hint else ""
    end = {"endLine": finding.end[0], "endColumn": finding.end[1]} if finding.end else {}
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(finding, report)},
                    "region": {"startLine": finding.line, "startColumn": finding.column} | end,
                }
            }
        ],
    }
    return result | ({"fixes": [_fix(finding, report, mends)]} if mends else {})


def _fix(finding: Finding, report: Report, mends: list[Replacement]) -> dict[str, Any]:
    """Give what mends a finding, as section 3.55 has it."""
    replacements = [
        {
            "deletedRegion": {
                "startLine": one.line,
                "startColumn": one.column,
                "endLine": one.end_line,
                "endColumn": one.end_column,
            },
            "insertedContent": {"text": one.text},
        }
        for one in mends
    ]
    change = {"artifactLocation": {"uri": _uri(finding, report)}, "replacements": replacements}
    return {"description": {"text": finding.hint or finding.message}, "artifactChanges": [change]}


def _uri(finding: Finding, report: Report) -> str:
    """Give a relative URI for a file below the base, an absolute one for another."""
    if finding.path.is_relative_to(report.base):
        return quote(finding.path.relative_to(report.base).as_posix(), errors="surrogateescape")
    return finding.path.as_uri()
