"""`edition addresses`: say which addresses are published, and record new ones."""

from pathlib import Path

import click

from tei_edition.project import project_of


@click.command()
@click.option("--write", is_flag=True, help="Record them in tei/published.txt.")
@click.option("--project", "folder", type=click.Path(exists=True, path_type=Path), default=".")
def addresses(write: bool, folder: Path) -> None:
    """List the addresses that are not recorded as published.

    Run it with --write when the edition is published: from then on `edition check` says
    when a document, a passage or an entry of a register vanishes without a word.
    """
    from tei_edition.published import record, unrecorded

    project = project_of(folder.resolve())
    if project is None:
        raise click.UsageError(f"{folder} is not in an edition: it has no tei/documents/.")
    new = unrecorded(project)
    if write and new:
        record(project, new)
    elif not write:
        for address in new:
            click.echo(address)
    number = f"{len(new)} address{'' if len(new) == 1 else 'es'}"
    said = "recorded in tei/published.txt" if write else "not recorded"
    click.echo(f"{number} {said}.", err=not write)
