"""`edition build`: check the edition, then make its pages and books."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.commands.common import PATH, print_report, project_at, rules_of, shown, width
from tei_edition.report import Report

if TYPE_CHECKING:
    from tei_edition.build import Progress


@click.command()
@click.option("--only", type=click.Choice(["html", "pdf"]), help="Make only one of the two.")
@click.option("--project", "folder", type=PATH, default=".", help="The edition's folder.")
@click.option("--despite-findings", is_flag=True, help="Make it although the check finds errors.")
@click.option("--keep-passes", is_flag=True, help="Write each pass of preparing to build/cache.")
def build(only: str | None, folder: Path, despite_findings: bool, keep_passes: bool) -> None:
    """Check the edition, then make its pages and books in build/.

    Nothing is made, and build/ stays as it was, where the check finds errors.
    """
    from tei_edition.build import KINDS
    from tei_edition.build import build as run
    from tei_edition.report.schemas import used

    project = project_at(folder.resolve())
    with _progress() as progress:
        built = run(
            project,
            [only] if only else KINDS,
            despite_findings,
            project.build / "cache" / "passes" if keep_passes else None,
            progress,
        )
    against, rules = used(built.against, Path.cwd()), rules_of([project.root])
    print_report(Report(built.findings, built.read, Path.cwd(), rules, against, width()), "text")
    if not built.files:
        click.echo("Nothing was made. `--despite-findings` makes it all the same.", err=True)
        sys.exit(1)
    for kind, number in built.files.items():
        where = shown(project.build / kind)
        click.echo(f"{number} files in {where}")


@contextmanager
def _progress() -> "Iterator[Progress]":
    """Show on a terminal what is being worked on; say nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
