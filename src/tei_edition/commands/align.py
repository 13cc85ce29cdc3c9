"""`edition align`: propose which sentences render each other."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.commands.common import FILE, project_at, shown
from tei_edition.report import counted

if TYPE_CHECKING:
    from tei_edition.align import Order


@click.command()
@click.argument("a", type=FILE)
@click.argument("b", type=FILE, required=False)
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

    file = a if one.path == two.path else project_at(a.resolve()).alignments
    number, kept = insert(proposal.links, one, two, file)
    click.echo(f"wrote {counted(number, 'link')} into {shown(file)}")
    if kept:
        click.echo(f"{counted(kept, 'link')} not written: sentences of theirs are linked already.")
