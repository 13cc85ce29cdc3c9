"""Reports in each form: what they say, what they escape, which schemas they name."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import __version__
from tei_edition.choose import Schemas
from tei_edition.findings import Finding, Severity, in_order
from tei_edition.report import FORMATS, Against, Report, summary, written
from tei_edition.report.report import _UNFIT, plain
from tei_edition.report.schemas import used
from tei_edition.resources import packaged
from tei_edition.rules import own_rules

A = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <p>On <date when="1941-07-16">6 Juillet 1941</date> in
     <placeName ref="#a">Ias\u0327i</placeName></p>
</TEI>
"""
DATE = 'The words "6 Juillet 1941" are tagged 1941-07-16.'
NOWHERE = '"#a" leads nowhere.'


def report(folder: Path, **more: int) -> Report:
    a, b, c = folder / "a.xml", folder / "b c.xml", folder / "c.xml"
    a.write_text(A, "utf-8")
    b.write_text(A, "utf-8")
    c.write_text(A, "utf-8")
    findings = [
        Finding(a, 2, 15, "D201", Severity.ERROR, DATE, 'Write when="1941-07-06".'),
        Finding(a, 3, 17, "N002", Severity.ERROR, NOWHERE),
        Finding(a, 3, 26, "D203", Severity.INFO, "A remark, 100%."),
        Finding(b, 3, 17, "N002", Severity.ERROR, NOWHERE),
        Finding(b, 4, 1, "D202", Severity.WARNING, "A warning."),
    ]
    return Report(findings, [a, b, c], folder, own_rules(), **more)


def unstyled(text: str) -> str:
    return re.sub(r"\x1b\[\d*m", "", text)


def test_text(tmp_path: Path) -> None:
    assert (
        unstyled(written(report(tmp_path), "text"))
        == """\
a.xml:2:15: D201 error: The words "6 Juillet 1941" are tagged 1941-07-16.
    2 | <p>On <date when="1941-07-16">6 Juillet 1941</date> in
      |             ^^^^^^^^^^^^^^^^^
  Hint: Write when="1941-07-06".

a.xml:3:17: N002 error: "#a" leads nowhere.
    3 | <placeName ref="#a">Iaşi</placeName></p>
      |            ^^^^^^^^
  also at b c.xml:3:17

a.xml:3:26: D203 info: A remark, 100%.
    3 | <placeName ref="#a">Iaşi</placeName></p>
      |                     ^^^^

b c.xml:4:1: D202 warning: A warning.
    4 | </TEI>
      | ^^^^^""".replace("ş", "s\u0327")
    )


def test_lines(tmp_path: Path) -> None:
    assert (
        unstyled(written(report(tmp_path), "lines"))
        == """\
a.xml:2:15: D201 error: The words "6 Juillet 1941" are tagged 1941-07-16. Hint: Write when="1941-07-06".
a.xml:3:17: N002 error: "#a" leads nowhere.
a.xml:3:26: D203 info: A remark, 100%.
b c.xml:3:17: N002 error: "#a" leads nowhere.
b c.xml:4:1: D202 warning: A warning."""
    )


def test_github(tmp_path: Path) -> None:
    assert (
        written(report(tmp_path), "github")
        == """\
::error file=a.xml,line=2,col=15,title=D201 date-contradicts-words::The words "6 Juillet 1941" are tagged \
1941-07-16.%0AHint: Write when="1941-07-06".
::error file=a.xml,line=3,col=17,title=N002 dangling-pointer::"#a" leads nowhere.
::notice file=a.xml,line=3,col=26,title=D203 date-less-precise-than-words::A remark, 100%25.
::error file=b c.xml,line=3,col=17,title=N002 dangling-pointer::"#a" leads nowhere.
::warning file=b c.xml,line=4,col=1,title=D202 date-more-precise-than-words::A warning."""
    )


def test_github_escapes_what_would_end_a_property(tmp_path: Path) -> None:
    file = tmp_path / "a,b%:c.xml"
    findings = [Finding(file, 1, 1, "X1", Severity.ERROR, "100%: one, two.")]
    told = written(Report(findings, [file], tmp_path, {}), "github")
    assert told == "::error file=a%2Cb%25%3Ac.xml,line=1,col=1,title=X1::100%25: one, two."


def test_json(tmp_path: Path) -> None:
    told = json.loads(written(report(tmp_path), "json"))
    assert {key: told[key] for key in ("files", "schemas")} == {"files": 3, "schemas": []}
    assert [(one["path"], one["line"], one["column"], one["code"]) for one in told["findings"]] == [
        ("a.xml", 2, 15, "D201"),
        ("a.xml", 3, 17, "N002"),
        ("a.xml", 3, 26, "D203"),
        ("b c.xml", 3, 17, "N002"),
        ("b c.xml", 4, 1, "D202"),
    ]
    assert told["findings"][0] == {
        "path": "a.xml",
        "line": 2,
        "column": 15,
        "code": "D201",
        "name": "date-contradicts-words",
        "severity": "error",
        "message": DATE,
        "hint": 'Write when="1941-07-06".',
        "end": None,
        "fix": [],
    }


def test_junit(tmp_path: Path) -> None:
    told = etree.fromstring(written(report(tmp_path), "junit").encode())
    assert dict(told.attrib) == {"name": "edition check", "tests": "6", "failures": "4"}
    (suite,) = told
    assert dict(suite.attrib) == {"name": "edition check", "tests": "6", "failures": "4"}
    assert [(case.get("classname"), case.get("name"), len(case.findall("failure"))) for case in suite] == [
        ("a.xml", f"D201 date-contradicts-words: {DATE}", 1),
        ("a.xml", f"N002 dangling-pointer: {NOWHERE}", 1),
        ("a.xml", "D203 date-less-precise-than-words: A remark, 100%.", 0),
        ("b c.xml", f"N002 dangling-pointer: {NOWHERE}", 1),
        ("b c.xml", "D202 date-more-precise-than-words: A warning.", 1),
        ("c.xml", "Nothing to tell.", 0),
    ]
    failure = suite[1].find("failure")
    assert failure is not None
    assert dict(failure.attrib) == {"message": NOWHERE, "type": "N002"}
    assert failure.text == 'a.xml:3:17: N002 error: "#a" leads nowhere.'
    assert suite[2].findtext("system-out") == "a.xml:3:26: D203 info: A remark, 100%."
    assert {case.get("file") for case in suite} == {"a.xml", "b c.xml", "c.xml"}


def test_junit_has_no_two_tests_of_one_name(tmp_path: Path) -> None:
    """GitLab would show one of them only."""
    file = tmp_path / "a.xml"
    alike = [Finding(file, line, 1, "N002", Severity.ERROR, NOWHERE) for line in (1, 5, 9)]
    (suite,) = etree.fromstring(written(Report(alike, [file], tmp_path, {}), "junit").encode())
    (case,) = suite
    assert case.get("name") == f"N002: {NOWHERE}"
    assert str(case.findtext("failure")).count("\n") == 2


def test_junit_does_not_fail_for_a_remark(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    remark = Finding(file, 1, 1, "D203", Severity.INFO, "A remark.")
    told = written(Report([remark], [file], tmp_path, {}), "junit")
    assert 'failures="0"' in told
    assert "<failure" not in told


def test_sarif_has_what_its_schema_asks_for(tmp_path: Path) -> None:
    log = json.loads(written(report(tmp_path), "sarif"))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["D201", "D202", "D203", "N002"]
    for rule in rules:
        assert set(rule) == {
            *("id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration")
        }
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    assert [rule["defaultConfiguration"] for rule in rules] == [
        {"level": "error", "enabled": True},
        {"level": "warning", "enabled": True},
        {"level": "note", "enabled": False},
        {"level": "error", "enabled": True},
    ]
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "note", "error", "warning"]
    assert run["results"][0]["message"] == {"text": f'{DATE} Hint: Write when="1941-07-06".'}
    assert run["results"][3]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "b%20c.xml"},
                "region": {"startLine": 3, "startColumn": 17},
            }
        }
    ]


ONE = (Against(("schema/edition.rng", "schema/edition.sch"), 3),)
TWO = (*ONE, Against(("tei_all.rng",), 1))


@pytest.mark.parametrize(
    ("schemas", "said"),
    [
        (ONE, "held against schema/edition.rng and schema/edition.sch."),
        (TWO, "held against schema/edition.rng and schema/edition.sch (3 files), tei_all.rng (1 file)."),
    ],
)
def test_schemas_are_named_for_people(schemas: tuple[Against, ...], said: str, tmp_path: Path) -> None:
    clean = Report([], [tmp_path], tmp_path, {}, schemas)
    assert summary(clean) == f"No findings in 1 file, {said}"
    assert written(clean, "text") == ""
    faulty = replace(report(tmp_path), schemas=schemas, width=120)
    assert summary(faulty) == f"3 errors, 1 warning, 1 remark in 2 of 3 files, {said}"
    assert summary(faulty, with_schemas=False) == "3 errors, 1 warning, 1 remark in 2 of 3 files."
    last = unstyled(written(faulty, "text")).split("\n\n")[-1]
    assert last == "H" + said[1:]
    for form in ("lines", "github"):
        assert written(faulty, form) == written(report(tmp_path), form)


def test_schemas_are_named_for_programs(tmp_path: Path) -> None:
    whole = Report([], [], tmp_path, {}, TWO)
    expected = [
        {"names": ["schema/edition.rng", "schema/edition.sch"], "files": 3},
        {"names": ["tei_all.rng"], "files": 1},
    ]
    assert json.loads(written(whole, "json"))["schemas"] == expected
    (run,) = json.loads(written(whole, "sarif"))["runs"]
    assert run["properties"] == {"schemas": expected}
    told = etree.fromstring(written(whole, "junit").encode())
    assert [(one.get("name"), one.get("value")) for one in told.iter("property")] == [
        ("schema", "schema/edition.rng"),
        ("schema", "schema/edition.sch"),
        ("schema", "tei_all.rng"),
    ]


def test_what_schemas_are_called(tmp_path: Path) -> None:
    ours = packaged("schema").resolve()
    own, brought = tmp_path / "schema" / "edition.rng", tmp_path / "x" / "a.rng"
    against = {
        Schemas((own,), (own,)).files: 2,
        Schemas((ours / "edition.rng",), (ours / "edition.sch",)).files: 1,
        Schemas((ours / "edition.rng",), (tmp_path / "schema" / "edition.sch",)).files: 1,
        Schemas((brought,), (brought,)).files: 1,
    }
    version = f"(tei_edition {__version__})"
    assert used(against, tmp_path / "x") == (
        Against((own.as_posix(),), 2),
        Against(("a.rng",), 1),
        Against((f"the program's own edition.rng {version}", (own.parent / "edition.sch").as_posix()), 1),
        Against((f"the program's own schema {version}",), 1),
    )


def test_the_summary(tmp_path: Path) -> None:
    assert summary(report(tmp_path)) == "3 errors, 1 warning, 1 remark in 2 of 3 files."
    assert summary(Report([], [tmp_path], tmp_path, {})) == "No findings in 1 file."


def test_a_finding_in_a_file_that_is_no_tei_is_counted(tmp_path: Path) -> None:
    finding = Finding(tmp_path / "schema" / "edition.odd", 1, 1, "W010", Severity.WARNING, "It is old.")
    told = summary(Report([finding], [tmp_path / "a.xml"], tmp_path, {}))
    assert told == "0 errors, 1 warning in 1 of 2 files."


def test_no_more_than_three_other_places_are_named(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    alike = [Finding(file, line, 1, "N002", Severity.ERROR, NOWHERE) for line in range(1, 8)]
    told = unstyled(written(Report(alike, [file], tmp_path, {}), "text"))
    assert told == f"a.xml:1:1: N002 error: {NOWHERE}\n  also at a.xml:2:1, a.xml:3:1, a.xml:4:1 and 3 more"


def test_a_long_path_stands_alone(tmp_path: Path) -> None:
    file = tmp_path / ("folder/" * 9) / "a.xml"
    finding = Finding(file, 1, 1, "N002", Severity.ERROR, NOWHERE)
    told = unstyled(written(Report([finding], [file], tmp_path, {}), "text"))
    assert told == f"{'folder/' * 9}a.xml:1:1: N002 error:\n    {NOWHERE}"


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("thing", ["word", 'when="1941"', "<persName", "言葉", "w" * 300])
@pytest.mark.parametrize("before", [0, 30, 500])
@pytest.mark.parametrize("after", [0, 30, 500])
def test_long_lines_are_cut_around_the_place(
    thing: str, before: int, after: int, width: int, tmp_path: Path
) -> None:
    file = tmp_path / "a.xml"
    file.write_text("x " * before + thing + " y" * after, "utf-8")
    finding = Finding(file, 1, 2 * before + 1, "N002", Severity.ERROR, "It is " + "very " * 50 + "wrong.")
    told = unstyled(written(Report([finding], [file], tmp_path, {}, width=width), "text")).split("\n")
    line, mark = told[-2:]
    wide = sum(2 if character > "\u2e80" else 1 for character in thing)
    assert all(len(one) <= width for one in told)
    assert "^" in mark and len(mark) <= width
    if wide < width // 2:
        assert thing in line
        assert mark.index("^") == line.index(thing)
        assert mark.count("^") == wide


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_a_file_holds_steers_the_terminal(form: str, tmp_path: Path) -> None:
    file = tmp_path / "a\x1b.xml"
    file.write_bytes("<p>\x1b[31m \u009b31m \u202e \u2028 \ud800</p>".encode(errors="surrogatepass"))
    finding = Finding(file, 1, 2, "N002", Severity.ERROR, "\x1b]0;x\x07 \u202e \ud800 \uffff \x00.")
    told = unstyled(written(Report([finding], [file], tmp_path, {}), form))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\ud800-\udfff]", told)


@pytest.mark.parametrize("data", [b"", b"one line", b"\xff\xfe\x00", b"\xe9\r\n<p>\xe9</p>", None])
@pytest.mark.parametrize("place", [(1, 1), (1, 9), (2, 4), (9, 9)])
def test_a_place_that_a_file_does_not_have(
    data: bytes | None, place: tuple[int, int], tmp_path: Path
) -> None:
    file = tmp_path / "a.xml"
    if data is not None:
        file.write_bytes(data)
    finding = Finding(file, *place, "W002", Severity.ERROR, "It cannot be read.")
    told = unstyled(written(Report([finding], [file], tmp_path, {}), "text"))
    assert told.startswith(f"a.xml:{place[0]}:{place[1]}: W002 error: It cannot be read.")


def test_findings_stand_once_and_in_order(tmp_path: Path) -> None:
    findings = list(report(tmp_path).findings)
    milder = replace(findings[0], severity=Severity.WARNING)
    assert in_order([*reversed(findings), milder, *findings, milder]) == [findings[0], milder, *findings[1:]]
    assert in_order([]) == []


def test_nothing_that_must_not_be_shown_counts_as_plain() -> None:
    for number in range(0x110000):
        if _UNFIT.match(chr(number)):
            assert not chr(number).isprintable()
    assert plain("a\tb\x1b[31mc\u202e") == "a b\ufffd[31mc\ufffd"
