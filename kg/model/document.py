"""An article as it was handed in: its text never changes, everything points into it by spans."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `text[start:end]`, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span, cut from `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a piece of an article is; only PROSE is read for facts."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    HEADING = "heading"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an article. Blocks do not overlap and stand in text order; a prose block is a paragraph."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    Attributes:
        id: content-derived, the same wherever and whenever the article is read in.
        source_id: file name (no folder), or the `id` of a JSONL/CSV row.
        text: as handed in (JSONL: the `text` field; a file: its decoded text); never edited.
        title, published, publisher, author, url: None where neither metadata nor text tells.
        dateline: the place words of a dateline ("BAGHOUZ, Syria" in "BAGHOUZ, Syria (AP) —").
        blocks: the pieces of the text, in order.
        sha256: of the text in UTF-8, for the description of the build.
        printed: the day that the text itself bears; it may differ from that of the metadata.
    """

    id: str
    source_id: str
    text: str
    title: str | None
    published: date | None
    publisher: str | None
    author: str | None
    url: str | None
    dateline: Span | None
    blocks: tuple[Block, ...]
    sha256: str
    printed: date | None = None

    @property
    def day(self) -> date | None:
        """The day from which words like "Monday" are reckoned: the printed one, else that of the metadata."""
        return self.printed or self.published

    def prose(self) -> tuple[Span, ...]:
        """The paragraphs that are read for facts, in text order."""
        return tuple(block.span for block in self.blocks if block.kind is BlockKind.PROSE)
