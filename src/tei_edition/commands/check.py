"""`edition check`: say what is wrong with files, or mend it."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.commands.common import FILE, PATH, print_report, project_at, rules_of, shown, width
from tei_edition.findings import Severity
from tei_edition.report import FORMATS, Report, counted

if TYPE_CHECKING:
    from tei_edition.examine import Checked
    from tei_edition.mend import Mends
    from tei_edition.rules import Rule
    from tei_edition.select import Selection

_SEVERITIES = [severity.value for severity in Severity]


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.option("--schema", "schemas", multiple=True, type=FILE, help="Hold them against this schema.")
@click.option("--select", multiple=True, metavar="CODES", help="Tell only these rules, such as D,U001.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Do not tell these rules.")
@click.option("--severity", type=click.Choice(_SEVERITIES), default="info", help="The least to tell.")
@click.option("--fix", is_flag=True, help="Mend what has one right answer, then tell what is left.")
@click.option("--diff", "only_diff", is_flag=True, help="Show what --fix would change; write nothing.")
@click.option("--jobs", type=click.IntRange(1), help="Processes to use; default: one a processor.")
@click.option("--no-cache", is_flag=True, help="Read all files again, also those that have not changed.")
def check(
    paths: tuple[Path, ...],
    form: str,
    schemas: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str,
    fix: bool,
    only_diff: bool,
    jobs: int | None,
    no_cache: bool,
) -> None:
    """Check TEI files, or all in some folders.

    Without PATHS: all files of the edition here. CODES are rules' codes or how they begin,
    with commas between them; a rule that is off by default is told when it is selected.
    `edition explain CODE` says more of a finding. Ends in 1 where an error or a warning is told.
    """
    from tei_edition.examine import Way, files_in
    from tei_edition.examine import checked as run
    from tei_edition.report.schemas import used
    from tei_edition.select import Selection, codes_in

    files = list(dict.fromkeys(files_in(paths or (project_at(Path.cwd()).tei,))))
    if not files:
        raise click.UsageError(f"there is no XML file in {', '.join(map(shown, paths))}.")
    if fix and only_diff:
        raise click.UsageError("--fix writes and --diff does not: ask for one of them.")
    selection = Selection(codes_in(select), codes_in(ignore), Severity(severity))
    rules = rules_of({file.parent for file in files})
    _refuse_unknown((*selection.select, *selection.ignore), rules)
    way = Way(cache=not no_cache, jobs=jobs)
    if fix or only_diff:
        done = _mend(files, schemas, selection, only_diff=only_diff)
    else:
        done = run(files, schemas, selection, way)
    against = used(done.against, Path.cwd())
    report = Report(done.findings, files, Path.cwd(), rules, against, width())
    print_report(report, form)
    sys.exit(1 if report.blames else 0)


def _mend(
    files: list[Path], schemas: tuple[Path, ...], selection: "Selection", *, only_diff: bool
) -> "Checked":
    """Mend files and give what a check says then; or show what would change, and end."""
    from tei_edition import mend as mends
    from tei_edition.examine import Way, checked

    mended = mends.mend(files, schemas, selection)
    if only_diff:
        click.echo(mends.diff(mended, Path.cwd()), nl=False)
        _say_refused(mended)
        sys.exit(1 if mended.changed else 0)
    written = mends.write(mended)
    number = sum(len(file.findings) for file in written)
    click.echo(f"{counted(number, 'finding')} mended in {counted(len(written), 'file')}.", err=True)
    _say_refused(mended)
    is_done = len(written) == len(mended.files)
    return mended.left if is_done else checked(files, schemas, selection, Way(cache=False))


def _say_refused(mended: "Mends") -> None:
    for file in mended.files:
        if file.refusal:
            click.echo(f"{shown(file.path)} is left as it was: {file.refusal}.", err=True)


def _refuse_unknown(codes: Iterable[str], rules: "dict[str, Rule]") -> None:
    from tei_edition.select import unknown

    if strangers := unknown(codes, rules):
        raise click.UsageError(f"there is no rule {', '.join(strangers)}; `edition explain` lists all.")
