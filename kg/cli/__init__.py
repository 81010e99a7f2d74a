"""The command line: the only place that prints, and that knows exit codes."""

from kg.cli.app import main

__all__ = ["main"]
