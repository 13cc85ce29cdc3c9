"""`edition schema`: make the schemas from the ODD, or compare one with another."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from tei_edition.commands.common import FILE, PATH, project_at, shown
from tei_edition.errors import EditionError
from tei_edition.project import Project, project_of
from tei_edition.report import counted


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say what is not current.")
@click.option("--against", type=FILE, help="Make nothing; prove that this schema allows as much.")
@click.option("--schema", "lesser", type=FILE, help="The schema to prove it of, not the edition's.")
@click.option("--project", "folder", type=PATH, default=".", help="The edition's folder.")
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

    project = project_at(folder.resolve())
    odd = project.root / "schema" / "edition.odd"
    if not odd.is_file():
        raise EditionError(f"There is no {shown(odd)}", "Copy the program's and change it.")
    saxon = Saxon(stylesheets(project.root))
    if only_check:
        stale = schemas.outdated(odd, saxon)
        for file in stale:
            click.echo(f"{shown(file)} is not what {odd.name} makes. Hint: run `edition schema`.")
        sys.exit(1 if stale else 0)
    written = schemas.write(odd, saxon)
    for file in written:
        click.echo(f"wrote {shown(file)}")
    if not written:
        click.echo("The schemas are current.")


def _compare(lesser: Path | None, greater: Path, project: Project | None) -> NoReturn:
    from tei_edition.resources import schema_file
    from tei_edition.subset import prove

    schema = lesser or schema_file(project.root if project else None, "edition.rng")
    proof = prove(schema, greater)
    if proof.holds:
        compared = counted(proof.elements, "element")
        click.echo(
            f"Everything that {shown(schema)} allows, {greater.name} allows too ({compared} compared)."
        )
    elif proof.counterexample:
        click.echo(f"{proof.counterexample.sentence}\n\n{proof.counterexample.document}", nl=False)
    else:
        click.echo(f"It is not proved that {greater.name} allows everything that {shown(schema)} allows.")
    for one in proof.unproved:
        where = f" (in {'/'.join(one.path)})" if one.path else ""
        click.echo(f"Not proved: {one.sentence}{where}")
    sys.exit(0 if proof.holds else 1)
