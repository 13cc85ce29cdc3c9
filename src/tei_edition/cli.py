"""The `edition` command: parse arguments, make one call, print what it gave, exit with its status.

Exit status: 0 nothing wrong, 1 findings, 2 wrong usage, 3 a fault in the program or around it.
"""

import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tei_edition import __version__
from tei_edition.commands.addresses import addresses
from tei_edition.errors import EditionError
from tei_edition.findings import Severity
from tei_edition.project import Project, project_of
from tei_edition.report import FORMATS, Report, counted, summary, written

if TYPE_CHECKING:
    from tei_edition.align import Order
    from tei_edition.build import Progress
    from tei_edition.examine import Checked
    from tei_edition.mend import Mends
    from tei_edition.rules import Rule
    from tei_edition.select import Selection

_SEVERITIES = [severity.value for severity in Severity]
_PATH = click.Path(exists=True, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class _Commands(click.Group):
    """The commands in the order of their use; faults of any kind as one line and a hint."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Give the commands as they were declared, not by the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault becomes one line, a hint and status 3."""
        # Continuous integration stops a job this way; what is half done is then undone as for Ctrl-C.
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _interrupted)
        try:
            return super().invoke(ctx)
        except EditionError as error:
            click.secho(f"edition: {error}", fg="red", err=True)
            if error.hint:
                click.echo(f"Hint: {error.hint}", err=True)
            sys.exit(3)
        except OSError as error:
            click.secho(
                f"edition: {error.filename or 'a file'}: {error.strerror or error}", fg="red", err=True
            )
            sys.exit(3)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            sys.exit(130)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get("EDITION_DEBUG"):
                raise
            click.secho(
                f"edition: a fault in the program: {type(error).__name__}: {error}", fg="red", err=True
            )
            click.echo("Hint: run it again with EDITION_DEBUG=1 and report what it prints.", err=True)
            sys.exit(3)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="edition")
@click.pass_context
def main(context: click.Context) -> None:
    """Check a folder of TEI and publish it as HTML and PDF.

    Run it in the folder that holds `tei/`, or anywhere below.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False


@main.command()
@click.argument("paths", nargs=-1, type=_PATH)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.option("--schema", "schemas", multiple=True, type=_FILE, help="Hold them against this schema.")
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

    files = list(dict.fromkeys(files_in(paths or (_project(Path.cwd()).tei,))))
    if not files:
        raise click.UsageError(f"there is no XML file in {', '.join(map(_shown, paths))}.")
    if fix and only_diff:
        raise click.UsageError("--fix writes and --diff does not: ask for one of them.")
    selection = Selection(codes_in(select), codes_in(ignore), Severity(severity))
    rules = _rules_of({file.parent for file in files})
    _refuse_unknown((*selection.select, *selection.ignore), rules)
    way = Way(cache=not no_cache, jobs=jobs)
    if fix or only_diff:
        done = _mend(files, schemas, selection, only_diff=only_diff)
    else:
        done = run(files, schemas, selection, way)
    against = used(done.against, Path.cwd())
    report = Report(done.findings, files, Path.cwd(), rules, against, _width())
    _print(report, form)
    sys.exit(1 if report.blames else 0)


@main.command()
@click.option("--only", type=click.Choice(["html", "pdf"]), help="Make only one of the two.")
@click.option("--project", "folder", type=_PATH, default=".", help="The edition's folder.")
@click.option("--despite-findings", is_flag=True, help="Make it although the check finds errors.")
@click.option("--keep-passes", is_flag=True, help="Write each pass of preparing to build/cache.")
def build(only: str | None, folder: Path, despite_findings: bool, keep_passes: bool) -> None:
    """Check the edition, then make its pages and books in build/.

    Nothing is made, and build/ stays as it was, where the check finds errors.
    """
    from tei_edition.build import KINDS
    from tei_edition.build import build as run
    from tei_edition.report.schemas import used

    project = _project(folder.resolve())
    with _progress() as progress:
        built = run(
            project,
            [only] if only else KINDS,
            despite_findings,
            project.build / "cache" / "passes" if keep_passes else None,
            progress,
        )
    against, rules = used(built.against, Path.cwd()), _rules_of([project.root])
    _print(Report(built.findings, built.read, Path.cwd(), rules, against, _width()), "text")
    if not built.files:
        click.echo("Nothing was made. `--despite-findings` makes it all the same.", err=True)
        sys.exit(1)
    for kind, number in built.files.items():
        where = _shown(project.build / kind)
        click.echo(f"{number} files in {where}")


@main.command()
@click.argument("a", type=_FILE)
@click.argument("b", type=_FILE, required=False)
@click.option("--from", "of_a", metavar="LANGUAGE", default="", help="The language of A, or its version.")
@click.option("--to", "of_b", metavar="LANGUAGE", default="", help="The language of B, or its version.")
@click.option("--order", type=click.Choice(["same", "free"]), help="Default: what the texts show.")
@click.option("--format", "form", type=click.Choice(["text", "tsv", "tei"]), default="text")
@click.option("--write", is_flag=True, help="Put the links into the document, or into alignments.xml.")
def align(
    a: Path, b: Path | None, of_a: str, of_b: str, order: "Order | None", form: str, write: bool
) -> None:
    """Propose which sentences of A and B render each other.

    A and B are TEI files, or plain texts with a sentence in each line; without B, both are versions in A:
    `edition align letter.xml --from fr --to en`. Each link has a confidence: of those with 0.9, nine of
    ten are right. Look at the others. Nothing that is linked already is changed.
    """
    from tei_edition.align import propose, side, written

    if b is None and not of_b:
        raise click.UsageError("name a second file, or with --to the language of another version in A.")
    one, two = side(a, of_a), side(b or a, of_b)
    proposal = propose(one.sentences, two.sentences, order)
    if not write:
        click.echo(written(proposal, one, two, form), nl=False)
        return
    if one.source is None or two.source is None:
        raise click.UsageError("--write is for TEI files; plain texts have no place for links.")
    from tei_edition.align.insert import insert

    file = a if one.path == two.path else _project(a.resolve()).alignments
    number, kept = insert(proposal.links, one, two, file)
    click.echo(f"wrote {counted(number, 'link')} into {_shown(file)}")
    if kept:
        click.echo(f"{counted(kept, 'link')} not written: sentences of theirs are linked already.")


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say what is not current.")
@click.option("--against", type=_FILE, help="Make nothing; prove that this schema allows as much.")
@click.option("--schema", "lesser", type=_FILE, help="The schema to prove it of, not the edition's.")
@click.option("--project", "folder", type=_PATH, default=".", help="The edition's folder.")
def schema(only_check: bool, against: Path | None, lesser: Path | None, folder: Path) -> None:
    """Make the schemas from the ODD, or compare one with another.

    Writes schema/edition.rng and schema/edition.sch, made from schema/edition.odd.
    With --against: proves that all that the edition's RELAX NG schema allows, the schema
    FILE allows too, such as TEI's tei_all.rng, or shows a document of which that is not so.
    """
    if against:
        if only_check:
            raise click.UsageError("--check and --against are two things: ask for one of them.")
        _compare(lesser, against, project_of(folder.resolve()))
    if lesser:
        raise click.UsageError("--schema is for --against: name the schema to compare it with.")
    from tei_edition import schema as schemas
    from tei_edition.resources import stylesheets
    from tei_edition.xslt import Saxon

    project = _project(folder.resolve())
    odd = project.root / "schema" / "edition.odd"
    if not odd.is_file():
        raise EditionError(f"There is no {_shown(odd)}", "Copy the program's and change it.")
    saxon = Saxon(stylesheets(project.root))
    if only_check:
        stale = schemas.outdated(odd, saxon)
        for file in stale:
            click.echo(f"{_shown(file)} is not what {odd.name} makes. Hint: run `edition schema`.")
        sys.exit(1 if stale else 0)
    written = schemas.write(odd, saxon)
    for file in written:
        click.echo(f"wrote {_shown(file)}")
    if not written:
        click.echo("The schemas are current.")


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a rule means, or list all rules."""
    from tei_edition.rules import rules

    project = project_of(Path.cwd())
    known = rules(project.root if project else None)
    if code is None:
        for rule in known.values():
            click.echo(f"{rule.code}  {rule.name}")
        return
    found = known.get(code.upper())
    if found is None:
        raise click.BadParameter(f"there is no rule {code}; `edition explain` lists all.")
    click.secho(f"{found.code} {found.name}", bold=True)
    for text in (found.what, found.why, found.hint):
        if text:
            click.echo(f"\n{click.wrap_text(text, 78)}")
    if found.fixable:
        click.echo(f"\n{click.wrap_text(f'`edition check --fix`: {found.fix}', 78)}")
    for label, example in (("Wrong", found.bad), ("Right", found.good)):
        if example:
            click.echo(f"\n{label}:\n{_indented(example)}")


main.add_command(addresses)


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


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
            click.echo(f"{_shown(file.path)} is left as it was: {file.refusal}.", err=True)


def _compare(lesser: Path | None, greater: Path, project: Project | None) -> NoReturn:
    from tei_edition.resources import schema_file
    from tei_edition.subset import prove

    schema = lesser or schema_file(project.root if project else None, "edition.rng")
    proof = prove(schema, greater)
    if proof.holds:
        compared = counted(proof.elements, "element")
        click.echo(
            f"Everything that {_shown(schema)} allows, {greater.name} allows too ({compared} compared)."
        )
    elif proof.counterexample:
        click.echo(f"{proof.counterexample.sentence}\n\n{proof.counterexample.document}", nl=False)
    else:
        click.echo(f"It is not proved that {greater.name} allows everything that {_shown(schema)} allows.")
    for one in proof.unproved:
        where = f" (in {'/'.join(one.path)})" if one.path else ""
        click.echo(f"Not proved: {one.sentence}{where}")
    sys.exit(0 if proof.holds else 1)


def _project(path: Path) -> Project:
    project = project_of(path)
    if project is None:
        raise click.UsageError(
            f"{path} is not in an edition: neither it nor a folder above it has tei/documents/."
        )
    return project


def _print(report: Report, form: str) -> None:
    text = written(report, form)
    if text:
        click.echo(text)
    click.echo(summary(report, form != "text" or not report.findings), err=True)


def _width() -> int:
    """Give the width of the terminal, or the 80 characters that are readable anywhere."""
    return max(shutil.get_terminal_size().columns, 40) if sys.stdout.isatty() else 80


def _rules_of(folders: "Iterable[Path]") -> "dict[str, Rule]":
    """Give the program's rules and those of the editions that some folders belong to."""
    from tei_edition.rules import rules

    found = rules()
    for root in {project.root for folder in folders if (project := project_of(folder))}:
        found |= rules(root)
    return found


def _refuse_unknown(codes: "Iterable[str]", rules: "dict[str, Rule]") -> None:
    from tei_edition.select import unknown

    if strangers := unknown(codes, rules):
        raise click.UsageError(f"there is no rule {', '.join(strangers)}; `edition explain` lists all.")


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.strip().splitlines())


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
