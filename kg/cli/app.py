"""The application: its commands, and how errors become messages and exit codes.

Exit codes: 0 done, 1 the graph breaks a check, 2 the input can't be used.
"""

import os
import sys
from typing import Annotated

import typer

from kg.cli import asking, building, checking, loading, scoring
from kg.cli.console import complain
from kg.errors import CheckError, KgError
from kg.version import version

app = typer.Typer(
    name="kg",
    help="Builds knowledge graphs that people can trust, from news articles about wars.",
    epilog="Example: kg build articles/ -o graph.ttl && kg ask battles --graph graph.ttl",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"kg {version()}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Nothing to do before a command."""


for group in (building, asking, checking, scoring, loading):
    group.register(app)


def main() -> None:
    """Runs the command line; what the package raises on purpose becomes one message and an exit code."""
    try:
        app()
    except CheckError as error:
        complain(str(error))
        sys.exit(1)
    except KgError as error:
        complain(str(error))
        sys.exit(2)
    except BrokenPipeError:
        # "kg ask … | head": the reader has seen enough; keep Python from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        complain("stopped")
        sys.exit(130)
