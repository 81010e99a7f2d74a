"""What a check found: one violation is one sentence for a person."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """Something in a graph that breaks a check.

    Attributes:
        check: the shape, the query or the kind of check ("Figure-low", "denied-battle", "span").
        node: IRI of the resource that breaks it.
        message: what must hold, in words.
        path: IRI of the property concerned, or "".
        value: what stands there, or "".
    """

    check: str
    node: str
    message: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        shown = f" ({self.path.rsplit('#')[-1].rsplit('/')[-1]}: {self.value})" if self.value else ""
        return f"{self.check}: {self.node}: {self.message}{shown}"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of checks: what was looked at, in words ("120 cited spans"), and what breaks them, sorted."""

    checked: tuple[str, ...]
    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        return not self.violations


def join(reports: Iterable[Report]) -> Report:
    """Several reports as one, in their order."""
    parts = tuple(reports)
    return Report(
        tuple(words for part in parts for words in part.checked),
        tuple(violation for part in parts for violation in part.violations),
    )
