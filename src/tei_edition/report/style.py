"""The colours of a report on a terminal; `click.echo` takes them off elsewhere."""

from functools import lru_cache

import click

from tei_edition.findings import Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


@lru_cache(maxsize=256)
def severity(value: Severity, text: str = "") -> str:
    """Give a text, or the severity's own name, in the severity's colour."""
    return click.style(text or value.value, fg=_COLOURS[value], bold=True)


def faint(text: str) -> str:
    """Give a text that stays in the background."""
    return click.style(text, dim=True)
