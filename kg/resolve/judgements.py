"""What people have decided: same, different, undecided; kept in a plain file that survives rebuilds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgements:
    """Rows of a decisions file."""
