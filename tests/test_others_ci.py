"""What other repositories run of this one: the pre-commit hook and the GitHub action."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from tei_edition.cli import main

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / ".github" / "actions" / "check" / "action.yml"
CLEAN = ROOT / "tei" / "documents"


def fields(text: str) -> dict[str, str]:
    """Give the simple fields of a YAML file: what stands before and after the colon."""
    lines = re.findall(r"^[ -]*([\w-]+):[ ]+(.*)$", text, re.MULTILINE)
    return dict(lines)


@pytest.mark.parametrize("file", [HOOKS, ACTION], ids=lambda file: file.name)
def test_every_line_has_the_form_of_yaml(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        assert re.fullmatch(r"#.*|(  )*(- )?[\w-]+:( \S.*)?|(  )*- \S.*", line), line
        assert "\t" not in line
        value = line.partition(": ")[2]
        assert value.startswith('"') or not re.search(r": | #", value), f"YAML would divide {line!r}"


@pytest.mark.parametrize("file", [HOOKS, ACTION], ids=lambda file: file.name)
def test_every_option_that_they_name_is_one(file: Path) -> None:
    named = re.findall(r"edition check.*?(--[a-z-]+)", file.read_text("utf-8"))
    options = {name for parameter in main.commands["check"].params for name in parameter.opts}
    assert named
    assert set(named) <= options


def commanded(command: str, *paths: Path) -> tuple[int, str]:
    program, *arguments = shlex.split(command)
    assert program == "edition"
    result = CliRunner().invoke(main, [*arguments, *map(str, paths)])
    return result.exit_code, result.stdout


def test_the_hook_runs_on_the_files_of_a_commit(tmp_path: Path) -> None:
    hook = fields(HOOKS.read_text("utf-8"))
    assert (hook["id"], hook["language"]) == ("edition-check", "python")
    assert re.search(hook["files"], "tei/documents/letter.xml")
    assert not re.search(hook["files"], "letter.xml.txt")
    empty = tmp_path / "empty.xml"
    empty.write_text("", "utf-8")
    assert commanded(hook["entry"], *sorted(CLEAN.glob("*.xml"))) == (0, "")
    status, told = commanded(hook["entry"], empty)
    assert status == 1
    assert "W002 error: The file is empty." in told.replace("\n    ", " ")


def test_the_action_checks_the_folder_that_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "empty.xml").write_text("", "utf-8")
    *_, command = re.findall(r"run: (edition check .*)", ACTION.read_text("utf-8"))
    status, told = commanded(command.replace("$OPTIONS", "--ignore D203").replace("$PATHS", str(tmp_path)))
    assert status == 1
    assert told.startswith("::error file=")
    assert commanded(command.replace("$OPTIONS", "").replace("$PATHS", str(CLEAN))) == (0, "")


def test_the_action_installs_this_repository() -> None:
    assert 'pip install "$HERE/../../.."' in ACTION.read_text("utf-8")
    assert (ACTION.parent / ".." / ".." / ".." / "pyproject.toml").resolve() == ROOT / "pyproject.toml"
