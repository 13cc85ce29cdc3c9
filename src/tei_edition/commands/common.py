"""What several commands share: kinds of arguments, the edition that is meant, reports on the terminal."""

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.project import Project, project_of
from tei_edition.report import Report, summary, written

if TYPE_CHECKING:
    from tei_edition.rules import Rule

PATH = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def project_at(path: Path) -> Project:
    """Give the edition that a path lies in; raises `UsageError` where it lies in none."""
    project = project_of(path)
    if project is None:
        raise click.UsageError(
            f"{path} is not in an edition: neither it nor a folder above it has tei/documents/."
        )
    return project


def print_report(report: Report, form: str) -> None:
    """Print a report in one of its forms, and on standard error what it comes to."""
    text = written(report, form)
    if text:
        click.echo(text)
    click.echo(summary(report, form != "text" or not report.findings), err=True)


def width() -> int:
    """Give the width of the terminal, or the 80 characters that are readable anywhere."""
    return max(shutil.get_terminal_size().columns, 40) if sys.stdout.isatty() else 80


def rules_of(folders: Iterable[Path]) -> "dict[str, Rule]":
    """Give the program's rules and those of the editions that some folders belong to."""
    from tei_edition.rules import rules

    found = rules()
    for root in {project.root for folder in folders if (project := project_of(folder))}:
        found |= rules(root)
    return found


def shown(path: Path) -> str:
    """Give a path as seen from the working directory, where it lies below."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
