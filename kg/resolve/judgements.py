"""What people have decided: same, different, undecided; kept in a plain file that survives rebuilds.

A row of the file has five columns, between tabs:

    same    actor   Dana Okello     Dana Okelo@late-report.txt      one spokeswoman, two spellings

A term is the name as an article writes it (of an event: its name or the words that tell it), and after `@`,
where only one article is meant, that article's file name or row id. `#` starts a comment line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kg.errors import ArticleError
from kg.model import Member
from kg.resolve.names import fold

_COLUMNS = 4  # verdict, kind, left, right; the reason may be left out


class Verdict(StrEnum):
    """What was decided of two terms."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


class Thing(StrEnum):
    """What a row is about."""

    ACTOR = "actor"
    PLACE = "place"
    EVENT = "event"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """Words for a thing, in one article or in all (None)."""

    words: str
    article: str | None = None

    def __str__(self) -> str:
        return f"{self.words}@{self.article}" if self.article else self.words


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row: two terms, and whether they are one thing."""

    verdict: Verdict
    thing: Thing
    left: Term
    right: Term
    reason: str


@dataclass(frozen=True, slots=True)
class Settled:
    """Rows turned into members: pairs that are one, pairs that are two, pairs that no score may join."""

    same: tuple[tuple[Member, Member, Judgement], ...] = ()
    different: tuple[tuple[Member, Member], ...] = ()
    undecided: tuple[tuple[Member, Member], ...] = ()

    @property
    def kept_apart(self) -> frozenset[tuple[Member, Member]]:
        """The pairs that no score may join, smaller member first."""
        return frozenset((*self.different, *self.undecided))


@dataclass(frozen=True, slots=True)
class Judgements:
    """The rows of a decisions file, in its order."""

    rows: tuple[Judgement, ...] = ()

    def settled(self, thing: Thing, names: Mapping[Member, "Called"]) -> Settled:
        """The rows about one kind of thing, with the members that their terms mean."""
        found: dict[Verdict, list[tuple[Member, Member, Judgement]]] = {verdict: [] for verdict in Verdict}
        for row in self.rows:
            if row.thing is thing:
                left, right = _meant(row.left, names), _meant(row.right, names)
                pairs = sorted({(min(a, b), max(a, b)) for a in left for b in right if a != b})
                found[row.verdict] += [(a, b, row) for a, b in pairs]
        different, undecided = (
            tuple((a, b) for a, b, _ in found[verdict]) for verdict in (Verdict.DIFFERENT, Verdict.UNDECIDED)
        )
        return Settled(tuple(found[Verdict.SAME]), different, undecided)


@dataclass(frozen=True, slots=True)
class Called:
    """What an article calls a member: its names, folded, and the article's source id."""

    names: frozenset[str]
    article: str


def _meant(term: Term, names: Mapping[Member, Called]) -> tuple[Member, ...]:
    words = fold(term.words)
    return tuple(
        member
        for member, called in sorted(names.items())
        if words in called.names and term.article in (None, called.article)
    )


def read_decisions(path: Path) -> Judgements:
    """The rows of a decisions file.

    Raises:
        ArticleError: a row has too few columns, or a verdict or kind that does not exist.
    """
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            rows.append(_row(line.split("\t"), f"{path}, line {number}"))
    return Judgements(tuple(rows))


def _row(cells: list[str], where: str) -> Judgement:
    cells = [cell.strip() for cell in cells]
    if len(cells) < _COLUMNS or not all(cells[:_COLUMNS]):
        raise ArticleError(where, "a decision needs: verdict, kind, left, right, between tabs")
    verdict, thing, left, right, *reason = cells
    if verdict not in list(Verdict):
        raise ArticleError(where, f"no verdict {verdict!r}; it is one of {', '.join(Verdict)}")
    if thing not in list(Thing):
        raise ArticleError(where, f"no kind {thing!r}; it is one of {', '.join(Thing)}")
    return Judgement(Verdict(verdict), Thing(thing), _term(left), _term(right), " ".join(reason))


def _term(cell: str) -> Term:
    words, at, article = cell.rpartition("@")
    return Term(words, article) if at and words else Term(cell)


def to_rows(judgements: Iterable[Judgement]) -> str:
    """The text of a decisions file with these rows, sorted, each once; `Decisions.undecided` are such rows."""
    lines = {"\t".join((row.verdict, row.thing, str(row.left), str(row.right), row.reason)) for row in judgements}
    return "# verdict\tkind\tleft\tright\treason\n" + "".join(f"{line}\n" for line in sorted(lines))
