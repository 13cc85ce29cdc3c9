"""What a check found, in the forms that people and other programs read; each gives a string."""

from collections.abc import Callable
from importlib import import_module

from tei_edition.report.report import Against, Report, counted

FORMATS = ("text", "lines", "json", "sarif", "github", "junit")
"""Each is the module of that name in this package, and its function `written`."""

__all__ = ["FORMATS", "Against", "Report", "counted", "summary", "written"]


def written(report: Report, form: str) -> str:
    """Give a report in one of FORMATS; without a line end after it, empty where nothing is told."""
    write: Callable[[Report], str] = import_module(f"tei_edition.report.{form}").written
    return write(report)


def summary(report: Report, with_schemas: bool = True) -> str:
    """Give the numbers of findings and files as a sentence, and what the files were held against."""
    from tei_edition.report.schemas import phrase

    told = {finding.path for finding in report.findings}
    of = counted(len({*report.files, *told}), "file")
    held = f", {said}" if with_schemas and (said := phrase(report.schemas)) else ""
    if not report.findings:
        return f"No findings in {of}{held}."
    errors, warnings, remarks = report.counts
    remarked = f", {counted(remarks, 'remark')}" if remarks else ""
    numbers = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}{remarked}"
    mendable = sum(bool(finding.edits) for finding in report.findings)
    mended = f" `edition check --fix` mends {mendable:,} of them." if mendable else ""
    return f"{numbers} in {len(told)} of {of}{held}.{mended}"
