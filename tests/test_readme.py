"""What the README says of the program is so."""

import re
import tomllib
from pathlib import Path

import click

from conftest import ROOT
from tei_edition.build import build
from tei_edition.cli import main
from tei_edition.examine import check
from tei_edition.project import Project

README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_commands_is_the_program_s() -> None:
    assert set(re.findall(r"^\| `edition (\w+)", README, re.MULTILINE)) == set(main.commands)


def test_every_option_that_it_names_is_one() -> None:
    options = {
        name
        for command in main.commands.values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }
    assert set(re.findall(r"`edition [^`]*?(--[a-z-]+)", README)) <= options


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["test"], *extras["serve"]]
    reasons = README[README.index("## What it stands on") :].lower()
    for requirement in needed:
        name = re.match(r"[\w-]+", requirement)
        own = requirement.startswith(f"{project['name']}[")
        assert own or (name and name.group() in reasons), requirement


def test_every_path_that_it_names_exists() -> None:
    for path in re.findall(r"`((?:tei|schema|xslt|src)/[\w./-]*)`", README):
        if not re.search(r"NAME|letter", path):
            assert (ROOT / path).exists(), path
    for path in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (ROOT / path).exists(), path


def test_the_smallest_document_passes_the_check(tmp_path: Path) -> None:
    document = re.search(r"```xml\n(<\?xml.*?)```", README, re.DOTALL)
    source = re.search(r"`tei/sources/letter.txt`, one line: `(.*)`", README)
    assert document and source
    for path, text in (("documents/letter.xml", document[1]), ("sources/letter.txt", source[1] + "\n")):
        file = tmp_path / "tei" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    assert [finding.show(tmp_path) for finding in check([tmp_path / "tei"])] == []
    assert build(Project(tmp_path), ["html"]).files
