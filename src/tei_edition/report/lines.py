"""A report as lines, one a finding: FILE:LINE:COLUMN: CODE SEVERITY: WHAT. HINT."""

from tei_edition.report.report import Report, plain
from tei_edition.report.style import severity


def written(report: Report) -> str:
    """Give all findings, each as one line, with colours where a terminal shows them."""
    return "\n".join(
        plain(finding.show(report.base)).replace(
            f" {finding.severity}: ", f" {severity(finding.severity)}: ", 1
        )
        for finding in report.findings
    )
