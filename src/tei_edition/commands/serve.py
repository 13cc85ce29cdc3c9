"""`edition serve`: show the edition in a browser while it is being written."""

from pathlib import Path

import click

from tei_edition.commands.common import PATH, project_at
from tei_edition.errors import EditionError


@click.command()
@click.option("--project", "folder", type=PATH, default=".", help="The edition's folder.")
@click.option("--port", type=click.IntRange(0, 65535), help="Default: the first free one from 8000 on.")
@click.option("--jobs", type=click.IntRange(1), help="Processes that build; default: one a processor.")
def serve(folder: Path, port: int | None, jobs: int | None) -> None:
    """Show the edition in a browser while it is being written.

    What is saved is seen at once, with what the check finds in it. Only this machine is answered.
    Pages are made although the check finds errors: run `edition build` before you publish.
    """
    try:
        from tei_edition.serve.server import serve as run
    except ModuleNotFoundError as error:
        if not error.name or error.name.startswith("tei_edition"):
            raise
        hint = 'Run: python -m pip install "tei-edition[serve]"'
        raise EditionError(f"`edition serve` needs {error.name}, which is not installed", hint) from error
    run(project_at(folder.resolve()).root, port, jobs, click.echo)
