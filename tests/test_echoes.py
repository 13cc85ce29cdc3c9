"""What two rules find at one place is told once, in the better words; where only one is asked, that one."""

from pathlib import Path

import pytest

from tei_edition.examine import check
from tei_edition.findings import Finding, Severity
from tei_edition.select import DEFAULT, Selection
from test_rules import DOCUMENT

DATES = ("R004", "S031", "D101", "D102")


def codes(folder: Path, example: str, *select: str) -> list[str]:
    (folder / "here.xml").write_text(DOCUMENT.format(example), "utf-8")
    return [finding.code for finding in check([folder], selection=Selection(select))]


@pytest.mark.parametrize(
    ("example", "told"),
    [
        ('<date when="1941-06-31">June</date>', ["D101"]),
        ('<date when="29.6.1941">29 June 1941</date>', ["D101"]),
        ('<date when="">June</date>', ["D101"]),
        ('<date when="--06-29">29 June</date>', ["R004"]),
        ('<date when="1941-06-29T12:00:00">29 June 1941</date>', ["R004"]),
        ('<date from="1944-02-02" to="1944-01-01">then</date>', ["D102"]),
        ('<date notBefore="1944" notAfter="1940">then</date>', ["D102"]),
        ('<date from="1944" notAfter="1940">then</date>', ["D102"]),
        ('<date notBefore="1944" to="1940">then</date>', ["D102"]),
        ('<date from="1941-06-31" to="1940">then</date>', ["D101", "S031"]),
        ('<date from="1940" to="1944">then</date>', []),
        ('<date from="1940" notAfter="1940-01">then</date>', []),
        (
            '<date from="1944" to="1940">a</date> <date from="1941-06-31" to="1940">b</date>',
            ["D102", "D101", "S031"],
        ),
    ],
)
def test_a_wrong_date_is_told_once(example: str, told: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, example, *DATES) == told


@pytest.mark.parametrize(
    ("example", "select", "told"),
    [
        ('<date when="1941-06-31">June</date>', "R", ["R004"]),
        ('<date when="1941-06-31">June</date>', "D", ["D101"]),
        ('<date from="1944-02" to="1944-01">then</date>', "S03", ["S031"]),
        ('<date from="1944-02" to="1944-01">then</date>', "D1", ["D102"]),
        ('<ref xml:base="a/" target="#x">then</ref>', "N007,R", ["R003"]),
        ('<ref xml:base="a/" target="#x">then</ref>', "N007", ["N007"]),
    ],
)
def test_one_of_the_two_is_told_where_only_that_is_asked_for(
    example: str, select: str, told: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, example, *select.split(",")) == told


def test_only_the_same_place_is_an_echo() -> None:
    said = [
        Finding(Path("a.xml"), 1, 1, "D101", Severity.ERROR, "Why."),
        Finding(Path("a.xml"), 1, 1, "R004", Severity.ERROR, "What."),
        Finding(Path("a.xml"), 1, 9, "R004", Severity.ERROR, "What."),
        Finding(Path("a.xml"), 2, 1, "R004", Severity.ERROR, "What."),
        Finding(Path("b.xml"), 1, 1, "R004", Severity.ERROR, "What."),
        Finding(Path("a.xml"), 1, 1, "R001", Severity.ERROR, "What."),
    ]
    assert DEFAULT.of(said) == [said[0], *said[2:]]


@pytest.mark.parametrize(
    ("example", "told"),
    [
        ('<ref xml:base="b/" target="#x">it</ref>', 1),
        ('<seg xml:base="b/"><ref target="c.xml#x">it</ref> <ref target="#y">it</ref></seg>', 1),
        ('<seg xml:base="b/"><seg xml:base="c/"><ref target="#x">it</ref></seg></seg>', 2),
        ('<ref xml:base="b/" target="https://example.org/#x">it</ref>', 0),
        ('<seg xml:base="b/">xml:base</seg>', 0),
        ('<ref target="#x">xml:base</ref>', 0),
    ],
)
def test_bases_that_pointers_stand_below(example: str, told: int, tmp_path: Path) -> None:
    assert codes(tmp_path, example, "N007") == ["N007"] * told


def test_a_base_is_quoted_with_a_pointer(tmp_path: Path) -> None:
    codes(tmp_path, '<ref xml:base="b/" target="#x">it</ref>', "N007")
    (finding,) = check([tmp_path], selection=Selection(("N007",)))
    assert finding.severity is Severity.WARNING
    assert finding.message == '`xml:base` is not followed: "#x" is looked for as if it were not there.'
    line = (tmp_path / "here.xml").read_text("utf-8").split("\n")[finding.line - 1]
    assert line[finding.column - 1 :].startswith('xml:base="b/"')
