"""`edition check`: which findings it tells, in which order and colours, and against which schemas."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_edition import __version__
from tei_edition.cli import main
from tei_edition.report import FORMATS


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.xml").write_text("", "utf-8")
    (tmp_path / "b.xml").write_text("%PDF", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_names_the_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.xml").write_text(MORE, "utf-8")
    said = f"the program's own schema (tei_edition {__version__})."
    result = run("check", "a.xml")
    assert result.stdout.splitlines()[-1] == f"Held against {said}"
    assert "held against" not in result.stderr
    assert f"held against {said}" in run("check", "a.xml", "--format", "lines").stderr


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_in_each_form(form: str, faulty: Path) -> None:
    result = run("check", faulty, "--format", form)
    assert result.exit_code == 1
    assert "W002" in result.stdout
    assert result.stderr == "2 errors, 0 warnings in 2 of 2 files.\n"
    assert run("check", faulty, "--format", form).stdout == result.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), {"W005", "W002"}),
        (("--select", "W002"), {"W002"}),
        (("--select", "w"), {"W005", "W002"}),
        (("--select", "D, w002"), {"W002"}),
        (("--select", "D", "--select", "W005"), {"W005"}),
        (("--ignore", "W"), set()),
        (("--ignore", "W005"), {"W002"}),
        (("--ignore", "W", "--select", "W005"), {"W005"}),
        (("--ignore", "W005", "--select", "W"), {"W002"}),
        (("--severity", "error"), {"W005", "W002"}),
    ],
)
def test_the_selection(options: tuple[str, ...], told: set[str], faulty: Path) -> None:
    result = run("check", faulty, "--format", "json", *options)
    assert {finding["code"] for finding in json.loads(result.stdout)["findings"]} == told
    assert result.exit_code == (1 if told else 0)


@pytest.mark.parametrize("options", [("--select", "Y1"), ("--ignore", "W,W0099"), ("--format", "html")])
def test_an_unknown_code_or_form_is_wrong_usage(options: tuple[str, ...], faulty: Path) -> None:
    result = run("check", faulty, *options)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


LESS = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p><date when="1941-06">29 June 1941</date></p></TEI>'
MORE = LESS.replace("1941-06", "1941-06-15").replace("29 June", "June")


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        (LESS, ("--select", "D"), "D203 info"),
        (LESS, ("--select", "D203"), "D203 info"),
        (LESS, ("--select", "D", "--severity", "warning"), ""),
        (LESS, ("--select", "W"), ""),
        (LESS, ("--ignore", "R,S"), ""),
        (MORE, ("--select", "D"), "D202 warning"),
        (MORE, ("--select", "D", "--severity", "error"), ""),
    ],
)
def test_severities_and_rules_that_are_off(
    text: str, options: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    (tmp_path / "a.xml").write_text(text, "utf-8")
    result = run("check", tmp_path, "--format", "lines", *options)
    assert result.exit_code == (1 if "warning" in told else 0)
    assert bool(result.stdout) is bool(told)
    assert told in result.stdout


def test_colours_are_for_terminals_that_want_them(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in run("check", faulty).stdout
    assert "\x1b[31m" in CliRunner().invoke(main, ["check", "."], color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(main, ["check", "."], color=True).stdout
