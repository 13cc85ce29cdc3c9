"""The `edition` command: parse arguments, make one call, print what it gave, exit with its status.

Exit status: 0 nothing wrong, 1 findings, 2 wrong usage, 3 a fault in the program or around it.
"""

import os
import signal
import sys
import threading
from typing import NoReturn

import click

from tei_edition import __version__
from tei_edition.commands.addresses import addresses
from tei_edition.commands.align import align
from tei_edition.commands.build import build
from tei_edition.commands.check import check
from tei_edition.commands.explain import explain
from tei_edition.commands.schema import schema
from tei_edition.commands.serve import serve
from tei_edition.errors import fault_of


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
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            sys.exit(130)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            fault = fault_of(error)
            click.secho(f"edition: {fault}", fg="red", err=True)
            if fault.hint:
                click.echo(f"Hint: {fault.hint}", err=True)
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


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


for command in (check, build, serve, align, addresses, schema, explain):
    main.add_command(command)
