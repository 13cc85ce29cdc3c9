"""A report as JUnit XML, which GitLab and Jenkins show as tests: one a file, failed where it has findings."""

from lxml import etree

from tei_edition.findings import Finding, Severity
from tei_edition.report.report import Report, counted, plain


def written(report: Report) -> str:
    """Give a `testsuite` for each file, with one `testcase`, in the files' order.

    Errors and warnings make a file fail, all told in one `failure`; remarks are its output.
    """
    by_file: dict[str, list[Finding]] = {report.shown(path): [] for path in report.files}
    for finding in report.findings:
        by_file.setdefault(report.shown(finding.path), []).append(finding)
    whole = etree.Element("testsuites", name="edition check", tests=str(len(by_file)))
    for name, findings in by_file.items():
        _add_suite(whole, name, findings, report)
    whole.set("failures", str(len(whole.findall("*/*/failure"))))
    etree.indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(whole, encoding="unicode")


def _add_suite(whole: etree._Element, name: str, findings: list[Finding], report: Report) -> None:
    wrong = [finding for finding in findings if finding.severity is not Severity.INFO]
    remarks = [finding for finding in findings if finding.severity is Severity.INFO]
    suite = etree.SubElement(whole, "testsuite", name=name, tests="1", failures=str(int(bool(wrong))))
    case = etree.SubElement(suite, "testcase", name=name, classname="edition check", file=name)
    if wrong:
        message = plain(wrong[0].message) if len(wrong) == 1 else counted(len(wrong), "finding")
        codes = " ".join(sorted({finding.code for finding in wrong}))
        failure = etree.SubElement(case, "failure", message=message, type=codes)
        failure.text = _lines(wrong, report)
    if remarks:
        etree.SubElement(case, "system-out").text = _lines(remarks, report)


def _lines(findings: list[Finding], report: Report) -> str:
    return "\n".join(plain(finding.show(report.base)) for finding in findings)
