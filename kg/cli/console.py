"""Printing: messages and progress to standard error, answers to standard output."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

out = Console()
err = Console(stderr=True)


def complain(message: str) -> None:
    """Prints an error."""
    err.print(Text("kg: ", style="bold red").append(message, style="default"), soft_wrap=True)


def warn(message: str) -> None:
    """Prints a warning."""
    err.print(Text("kg: ", style="bold yellow").append(message, style="default"), soft_wrap=True)


def note(message: str) -> None:
    """Prints what was done."""
    err.print(Text(message), soft_wrap=True)


@contextmanager
def progress(words: str, *, shown: bool, total: int | None = None) -> Iterator["Ticker"]:
    """A progress bar that vanishes when done; each call of what it gives counts one. Nothing if not a terminal."""
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=err,
        transient=True,
        disable=not (shown and err.is_terminal),
    )
    with bar:
        yield Ticker(bar, words, total)


class Ticker:
    """Counts what is done on a progress bar."""

    def __init__(self, bar: Progress, words: str, total: int | None) -> None:
        self._bar = bar
        self._task = bar.add_task(words, total=total)

    def __call__(self, *_: object) -> None:
        self._bar.advance(self._task)


def show_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    limit: int | None = None,
    title: str | None = None,
    numbers: int = 0,
) -> None:
    """Prints rows for a person, as wide as the terminal; cells are folded, never cut.

    Args:
        columns: the headings.
        rows: the cells.
        limit: show only so many rows.
        title: stands above the table.
        numbers: so many columns at the end hold numbers: they are set to the right and not folded.
    """
    shown = rows if limit is None else rows[:limit]
    style = box.SIMPLE_HEAD if numbers else box.HEAVY_HEAD
    table = Table(box=style, pad_edge=False, row_styles=["", "dim"], title=title, title_justify="left")
    for at, column in enumerate(columns):
        number = at >= len(columns) - numbers
        table.add_column(column, overflow="fold", no_wrap=number, justify="right" if number else "left")
    for row in shown:
        table.add_row(*(Text(cell) for cell in row))
    out.print(table)
    if len(shown) < len(rows):
        out.print(Text(f"… and {len(rows) - len(shown)} more rows"))
    elif not rows:
        out.print(Text("no rows"))
