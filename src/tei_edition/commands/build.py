"""`edition build`: check the edition, then make its pages and books."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.commands.common import PATH, print_report, project_at, rules_of, shown, width
from tei_edition.report import Report

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tei_edition.build import Built, Progress
    from tei_edition.project import Project


@click.command()
@click.option("--only", type=click.Choice(["html", "pdf"]), help="Make only one of the two.")
@click.option("--project", "folder", type=PATH, default=".", help="The edition's folder.")
@click.option("--despite-findings", is_flag=True, help="Make it although the check finds errors.")
@click.option("--keep-passes", is_flag=True, help="Write each pass of preparing to build/cache.")
@click.option("--paper", default="", help="The format of the PDFs: a4, a5, or what xslt/pdf/look.typ adds.")
@click.option("--no-search", is_flag=True, help="Make no index and no page for searching.")
@click.option("--jobs", type=click.IntRange(1), help="Processes to use; default: one a processor.")
@click.option("--scheduler", metavar="ADDRESS", help="Have a Dask cluster do the work: tcp://HOST:8786.")
@click.option("--explain", is_flag=True, help="Say of each file that is made again why.")
@click.option("--quiet", "-q", is_flag=True, help="Show no progress and no summary.")
@click.option("--verbose", "-v", is_flag=True, help="Name each file that is made again.")
def build(
    only: str | None,
    folder: Path,
    despite_findings: bool,
    keep_passes: bool,
    paper: str,
    no_search: bool,
    jobs: int | None,
    scheduler: str | None,
    explain: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check the edition, then make its pages and books in build/.

    Only what has changed is made again. Nothing is made, and build/ stays as it was, where the check
    finds errors.
    """
    from tei_edition.build import KINDS, Manner
    from tei_edition.build import build as run
    from tei_edition.report.schemas import used

    begun = time.monotonic()
    project = project_at(folder.resolve())
    passes = project.build / "cache" / "passes" if keep_passes else None
    with _executor(scheduler) as executor, _progress(quiet) as progress:
        manner = Manner(jobs=jobs, executor=executor, passes=passes, progress=progress)
        built = run(
            project,
            [only] if only else KINDS,
            despite_findings,
            manner,
            paper=paper,
            search=not no_search,
        )
    against, rules = used(built.against, Path.cwd()), rules_of([project.root])
    print_report(Report(built.findings, built.read, Path.cwd(), rules, against, width()), "text")
    if not built.files:
        click.echo("Nothing was made. `--despite-findings` makes it all the same.", err=True)
        sys.exit(1)
    for path, reason in built.remade.items() if explain or verbose else ():
        click.echo(f"{path}: {reason}" if explain else path)
    if not quiet:
        _summarise(built, project, time.monotonic() - begun)


def _summarise(built: "Built", project: "Project", seconds: float) -> None:
    """Say what there is, how much of it was made again, how long that took, and where it is."""
    for kind, number in built.files.items():
        remade = sum(path.startswith(f"{kind}/") for path in built.remade)
        again = f", {remade} of them made now" if remade else ", unchanged"
        click.echo(f"{number} files in {shown(project.build / kind)}{again}")
    for note in built.notes:
        click.echo(note)
    click.echo(f"{seconds:.1f} seconds", err=True)


def _executor(scheduler: str | None) -> "AbstractContextManager[Executor | None]":
    """Give the cluster that is to do the work, where there is one."""
    if scheduler is None:
        return nullcontext()
    from tei_edition.make.cluster import Cluster

    return Cluster(scheduler)


@contextmanager
def _progress(quiet: bool) -> "Iterator[Progress]":
    """Show on a terminal what is being worked on; say nothing elsewhere, nor in continuous integration."""
    if quiet or not sys.stderr.isatty() or os.environ.get("CI"):
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
