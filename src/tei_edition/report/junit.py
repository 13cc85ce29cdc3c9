"""A report as JUnit XML, which GitLab and Jenkins show as tests: one for each thing said of a file.

GitLab shows a row for each `testcase`: its `classname` as the suite, its `name`, the text of its `failure`.
It takes two of the same classname and name for one, and compares them by these between branches.
So the name is what was found, without the line; all lines where that was found stand in the text.
"""

from collections.abc import Sequence

from lxml import etree

from tei_edition.findings import Finding, Severity
from tei_edition.report.report import Report, plain

_CLEAN = "Nothing to tell."


def written(report: Report) -> str:
    """Give one `testsuite` with a `testcase` for each file and each thing that is said of it.

    Errors and warnings fail; remarks pass, with what they say as output, and so do files without findings.
    """
    whole = etree.Element("testsuites", name="edition check")
    suite = etree.SubElement(whole, "testsuite", name="edition check")
    _add_schemas(suite, report)
    for path, name, alike in _cases(report):
        _add_case(suite, path, name, alike, report)
    for element in (whole, suite):
        element.set("tests", str(len(suite.findall("testcase"))))
        element.set("failures", str(len(suite.findall("*/failure"))))
    etree.indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(whole, encoding="unicode")


def _cases(report: Report) -> list[tuple[str, str, list[Finding]]]:
    """Give files and what is said of them, in the files' order, each with the findings that say so."""
    by_file: dict[str, dict[str, list[Finding]]] = {report.shown(path): {} for path in report.files}
    for finding in report.findings:
        said = by_file.setdefault(report.shown(finding.path), {})
        rule = f"{finding.code} {report.name(finding.code)}".strip()
        said.setdefault(f"{rule}: {plain(finding.message)}", []).append(finding)
    return [
        (path, name, alike)
        for path, said in by_file.items()
        for name, alike in (said or {_CLEAN: []}).items()
    ]


def _add_case(suite: etree._Element, path: str, name: str, alike: Sequence[Finding], report: Report) -> None:
    case = etree.SubElement(suite, "testcase", classname=path, name=name, file=path)
    lines = "\n".join(plain(finding.show(report.base)) for finding in alike)
    if any(finding.severity is not Severity.INFO for finding in alike):
        first = alike[0]
        failure = etree.SubElement(case, "failure", message=plain(first.message), type=first.code)
        failure.text = lines
    elif alike:
        etree.SubElement(case, "system-out").text = lines


def _add_schemas(suite: etree._Element, report: Report) -> None:
    if report.schemas:
        properties = etree.SubElement(suite, "properties")
        for schemas in report.schemas:
            for name in schemas.names:
                etree.SubElement(properties, "property", name="schema", value=plain(name))
