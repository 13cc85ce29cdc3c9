"""`edition explain`: say what a rule means, or list all rules."""

from pathlib import Path

import click

from tei_edition.project import project_of


@click.command()
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


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.strip().splitlines())
