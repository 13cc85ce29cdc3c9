"""`edition check --fix` and `--diff`: which files are touched, what is told, where each thing ends."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mendable import edition_in, mended, patched, run, two_dates, written_to
from tei_edition import mend as module
from tei_edition.cli import main
from tei_edition.errors import EditionError
from tei_edition.examine import check
from tei_edition.mend import Mends, mend, write
from tei_edition.select import Selection


def test_the_command_mends_and_tells_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    right = written_to(Path("a.xml"), '<date when="1941-06-29">29 June</date>')
    written_to(Path("a.xml"), '<date when="1941-6-29">29 June</date>')
    before = run("a.xml", "--select", "D")
    assert before.exit_code == 1
    assert before.stderr == ("1 error, 0 warnings in 1 of 1 file. `edition check --fix` mends 1 of them.\n")
    result = run("a.xml", "--select", "D", "--fix")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("1 finding mended in 1 file.\nNo findings in 1 file, held against ")
    assert Path("a.xml").read_bytes() == right
    assert run("a.xml", "--select", "D", "--fix").stderr.startswith("0 findings mended in 0 files.\n")


def test_the_diff_shows_it_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("my files")
    folder.mkdir()
    file = folder / "a.xml"
    data = written_to(file, '<date when="1941-6-29">29 June</date>')
    file.write_bytes(data.replace(b"\n", b"\r\n").rstrip())
    before = file.read_bytes()
    result = run("--diff", ".", "--select", "D")
    assert result.exit_code == 1
    assert file.read_bytes() == before
    lines = result.stdout_bytes.split(b"\n")
    assert lines[:2] == [b"--- my files/a.xml\t", b"+++ my files/a.xml\t"]
    assert [line for line in lines[2:] if line[:1] in (b"-", b"+")] == [
        line.replace(b"-6-", b"-06-") if sign == b"+" else line
        for sign in (b"-", b"+")
        for line in [
            sign
            + b'        <p><s xml:id="en-s1">They say <date when="1941-6-29">29 June</date> too.</s></p>\r'
        ]
    ]
    assert patched(before, result.stdout_bytes) == before.replace(b"1941-6-29", b"1941-06-29")
    assert run("--diff", ".", "--ignore", "D").exit_code == 0
    assert run("--diff", "--fix", ".").exit_code == 2


def test_only_what_is_told_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    before = written_to(file, '<date when="1941-6-29">29 June</date><persName>I </persName>', "cafe\u0301")
    assert mended(file, "N") == before.replace(b"I </persName>", b"I</persName> ")
    assert write(mend([file], selection=Selection(ignore=("D", "U", "N", "R")))) == []
    exempted = file.read_bytes().replace(b"<date", b"<?edition-exempt D101 As in the source.?><date")
    file.write_bytes(exempted)
    assert mended(file, "D") == exempted


def test_an_exempted_pointer_keeps_its_file_s_pointers_as_they_are(tmp_path: Path) -> None:
    names = (
        '<persName ref="#ion">Ion</persName> <?edition-exempt N006 So.?><persName ref="#ion">Ion</persName>'
    )
    file = edition_in(tmp_path, names)
    before = file.read_bytes()
    assert mended(file, "N006") == before


def test_only_what_is_named_is_touched(tmp_path: Path) -> None:
    one, other = tmp_path / "one" / "a.xml", tmp_path / "other" / "a.xml"
    for file in (one, other):
        file.parent.mkdir()
        two_dates(file)
    before = other.read_bytes()
    assert mended(one, "D") != before
    assert other.read_bytes() == before


def test_a_read_only_file_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml"):
        two_dates(tmp_path / name)
    before = (tmp_path / "a.xml").read_bytes()
    (tmp_path / "b.xml").chmod(0o444)
    with pytest.raises(EditionError, match=r"b\.xml cannot be written: it is read-only"):
        write(mend([tmp_path], selection=Selection(("D",))))
    assert (tmp_path / "a.xml").read_bytes() == before
    result = run(tmp_path, "--fix", "--select", "D")
    assert result.exit_code == 3
    assert "Hint: Allow writing" in result.stderr


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.xml"
    two_dates(file)
    saved = file.read_bytes() + b"<!-- saved -->"

    def slowly(mends: Mends) -> list[module.Mended]:
        file.write_bytes(saved)
        return write(mends)

    monkeypatch.setattr(module, "write", slowly)
    result = run(file, "--fix", "--select", "D", "--format", "lines")
    assert file.read_bytes() == saved
    assert "is left as it was: it was changed by somebody else meanwhile." in result.stderr
    assert "0 findings mended in 0 files." in result.stderr
    assert "D101" in result.stdout
    assert result.exit_code == 1


def test_a_mend_keeps_the_mode_and_follows_links(tmp_path: Path) -> None:
    file, link = tmp_path / "a.xml", tmp_path / "folder" / "link.xml"
    two_dates(file)
    file.chmod(0o640)
    link.parent.mkdir()
    link.symlink_to(file)
    assert b"1941-06-29" in mended(link, "D")
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xml", "folder"]


def test_a_mend_that_would_change_too_much_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tei_edition import edits

    file = tmp_path / "a.xml"
    before = written_to(file, header='<date when="1941-6-29">29 June</date>')
    for wrong in ("<", "</p>", "more"):
        monkeypatch.setattr(edits, "_escaped", lambda value, _, wrong=wrong: f'{value}">{wrong}')
        result = run(file, "--fix", "--select", "D")
        assert "is left as it was: the mend would change more than it should." in result.stderr
        assert result.exit_code == 1
        assert file.read_bytes() == before


def test_findings_say_where_the_thing_ends_and_what_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written_to(Path("a.xml"), '<date\nwhen="1941-6-29">29 June</date>')
    told = json.loads(run("a.xml", "--select", "D", "--format", "json").stdout)["findings"]
    assert [(one["line"], one["column"], one["end"], one["fix"]) for one in told] == [
        (
            26,
            1,
            {"line": 26, "column": 17},
            [{"line": 26, "column": 7, "end_line": 26, "end_column": 16, "text": "1941-06-29"}],
        )
    ]
    (run_,) = json.loads(run("a.xml", "--select", "D", "--format", "sarif").stdout)["runs"]
    (result,) = run_["results"]
    region = {"startLine": 26, "startColumn": 1, "endLine": 26, "endColumn": 17}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    assert result["fixes"] == [
        {
            "description": {"text": 'Write when="1941-06-29".'},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "a.xml"},
                    "replacements": [
                        {
                            "deletedRegion": {
                                "startLine": 26,
                                "startColumn": 7,
                                "endLine": 26,
                                "endColumn": 16,
                            },
                            "insertedContent": {"text": "1941-06-29"},
                        }
                    ],
                }
            ],
        }
    ]
    assert (
        "line=26,col=1,endLine=26,endColumn=17," in run("a.xml", "--select", "D", "--format", "github").stdout
    )


def test_the_whole_word_is_underlined(tmp_path: Path) -> None:
    written_to(tmp_path / "a.xml", header="la Ia&#x15F;i-Vest")
    shown = run(tmp_path, "--select", "U001").stdout
    assert re.findall(r"\^+", shown) == ["^" * len("Ia&#x15F;i")]


def test_explain_says_what_fix_does() -> None:
    said = CliRunner().invoke(main, ["explain", "N006"]).stdout
    assert "`edition check --fix`: The id becomes a pointer" in said
    assert "--fix" not in CliRunner().invoke(main, ["explain", "D201"]).stdout


def test_each_thing_has_its_end(tmp_path: Path) -> None:
    text = (
        '<date when="1941-6-29">then</date> <placename>J</placename> <persName ref="#archive">I </persName> '
        "<choice>b c<sic/><corr/></choice> caf<hi>&#x65;</hi>s"
    )
    file = edition_in(tmp_path, text, b"They say then J I b c caffees too.", "la Iaşi")
    lines = file.read_text("utf-8").split("\n")
    found = {}
    for finding in check([file]):
        assert finding.end is not None, finding
        assert finding.end.line == finding.line
        found[finding.code] = lines[finding.line - 1][finding.column - 1 : finding.end.column - 1]
    assert {code: found[code] for code in ("D101", "R001", "N204", "R007", "F001", "U001")} == {
        "D101": 'when="1941-6-29"',
        "R001": "<placename",
        "N204": "<persName",
        "R007": "b c",
        "U001": "Iaşi",
        "F001": "caf<hi>&#x65;</hi>s",
    }
