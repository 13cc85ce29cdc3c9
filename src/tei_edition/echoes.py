"""Findings that say again what another one says better at the same place."""

from collections.abc import Sequence

from tei_edition.findings import Finding

_BETTER = {"R004": "D101", "S031": "D102", "N007": "R003"}
"""Rules, and those beside which they need not be told: D101 says why a value is no date, and what may be
meant; D102 quotes both dates; where an attribute is not allowed, nobody need know that it is not followed.
What all schemas are asked (D, N) is told with any schema; S031 is a rule of our ODD, and of those made of it.
"""


def without_echoes(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out findings beside which a better one is told."""
    better = frozenset(_BETTER.values())
    told = {_key(finding, finding.code) for finding in findings if finding.code in better}
    return [
        finding
        for finding in findings
        if finding.code not in _BETTER or _key(finding, _BETTER[finding.code]) not in told
    ]


def _key(finding: Finding, code: str) -> tuple[object, ...]:
    return (finding.path, finding.line, finding.column, code)
