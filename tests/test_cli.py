"""The command as its users meet it: what it prints, and the status it ends in."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from tei_edition.cli import main
from tei_edition.project import Project
from tei_edition.rules import rules


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_clean_files_end_in_0() -> None:
    result = run("check", ROOT / "tei")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "No findings in 10 files, held against schema/edition.rng and schema/edition.sch.\n",
    )


def test_a_finding_ends_in_1(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    file = copy.documents[0]
    file.write_text(file.read_text("utf-8").replace("place:iasi", "place:iassi", 1), "utf-8")
    monkeypatch.chdir(copy.root)
    result = run("check", "--format", "lines")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    assert result.stdout.startswith(f"tei/documents/{file.name}:")
    assert 'N002 error: "place:iassi" leads nowhere' in result.stdout
    assert result.stdout.endswith('Hint: Did you mean "place:iasi"?\n')
    assert result.stderr.startswith(
        "1 error, 0 warnings in 1 of 10 files, held against the program's own schema"
    )


def test_wrong_usage_ends_in_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check").exit_code == 2
    assert "tei/documents" in run("check").stderr
    assert run("check", "no-such-file.xml").exit_code == 2
    assert run("check", tmp_path).exit_code == 2
    assert run("build", "--project", tmp_path).exit_code == 2
    assert run("explain", "X999").exit_code == 2


def test_a_fault_ends_in_3(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy.root / "schema").mkdir()
    (copy.root / "schema" / "edition.rng").write_text("not a schema", "utf-8")
    monkeypatch.chdir(copy.root)
    result = run("check")
    assert result.exit_code == 3
    assert "edition.rng is not a RELAX NG schema" in result.stderr
    assert "Traceback" not in result.output


def test_a_fault_of_the_program_ends_in_3(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError("of the program")

    monkeypatch.delenv("EDITION_DEBUG", raising=False)
    monkeypatch.setattr("tei_edition.examine.checked", fault)
    result = run("check", ROOT / "tei")
    assert result.exit_code == 3
    assert "A fault in the program: ZeroDivisionError: of the program" in result.stderr
    assert "Traceback" not in result.output


HOSTILE_POINTERS = {
    "a null": "a%00b",
    "a long name": "a" * 300,
    "out of the edition": "../../../../etc/passwd",
    "a group that is not there": "two:x",
    "a pattern without end": "slow:" + "a" * 40 + "!",
    "a pattern that is none": "none:x",
}
PREFIXES = """<encodingDesc><listPrefixDef>
<prefixDef ident="two" matchPattern="(x)" replacementPattern="$2.xml#$9"><p>a</p></prefixDef>
<prefixDef ident="slow" matchPattern="(a+)+" replacementPattern="#$1"><p>a</p></prefixDef>
<prefixDef ident="none" matchPattern="((" replacementPattern="#$1"><p>a</p></prefixDef>
</listPrefixDef>"""


@pytest.mark.parametrize("name", HOSTILE_POINTERS)
def test_no_pointer_stops_the_check(name: str, copy: Project) -> None:
    file = copy.documents[0]
    text = file.read_text("utf-8").replace("<encodingDesc>", PREFIXES, 1)
    file.write_text(text.replace('"place:iasi"', f'"{HOSTILE_POINTERS[name]}"', 1), "utf-8")
    result = run("check", file)
    assert result.exit_code == 1
    assert "N00" in result.stdout


def test_a_project_s_own_schema_wins(copy: Project) -> None:
    shutil.copytree(ROOT / "schema", copy.root / "schema")
    grammar = copy.root / "schema" / "edition.rng"
    grammar.write_text(grammar.read_text("utf-8").replace('name="placeName"', 'name="geogName"'), "utf-8")
    result = run("check", "--format", "lines", copy.tei / "documents")
    assert "`placeName` is not an element of this schema" in result.stdout


@pytest.mark.parametrize("code", rules())
def test_every_rule_is_explained(code: str) -> None:
    result = run("explain", code)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code} ")
    assert len(result.stdout.splitlines()) >= 3


def test_the_help_lists_every_command() -> None:
    result = run("--help")
    assert all(name in result.stdout for name in main.commands)
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
