"""A passage: the words that something rests on, and the sentence that they stand in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.query.answer import Cell

LONGEST = 600  # characters of a sentence to show on either side of the words
# the end of a sentence, closing quotation marks and brackets with it: `he said."`, or the end of a line
END = re.compile(r"""(?:(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Lt|St|No))(?<!\b(?:Mrs|Gen|Col|Maj|Sgt))[.!?][”"’')\]]*(?=\s)|\n)""")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article, and why they count.

    Attributes:
        document: the article's IRI; source_id, title: its file name (or row id) and title.
        start, end: half-open offsets of the words in the article's text.
        quote: the words.
        rule, rule_words: the id of the rule that read them, and what it does.
        confidence: 0 to 1.
        before, after: the rest of the sentence that they stand in; None where the article was not given.
    """

    document: str
    source_id: str | None
    title: str | None
    start: int
    end: int
    quote: str
    rule: str
    rule_words: str | None
    confidence: float | None
    before: str | None
    after: str | None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By article, then by place."""
        return self.source_id or self.document, self.start, self.end, self.rule

    def marked(self, opening: str = "[", closing: str = "]") -> str:
        """The sentence with the words marked; the words alone where the article was not given."""
        return " ".join(f"{self.before or ''}{opening}{self.quote}{closing}{self.after or ''}".split())


def to_passage(
    record: Mapping[str, Cell], texts: Mapping[str, str], rules: Mapping[str, Mapping[str, object]]
) -> Passage:
    """The passage that a row of the graph tells of, with its sentence where `texts` has the article."""
    start, end, rule = int(record["start"] or 0), int(record["end"] or 0), str(record["rule"])
    document, quote = str(record["document"]), str(record["quote"])
    before, after = _around(texts.get(document), start, end, quote)
    known, confidence = rules.get(rule, {}).get("words"), record["confidence"]
    return Passage(
        document=document,
        source_id=_text(record["source_id"]),
        title=_text(record["title"]),
        start=start,
        end=end,
        quote=quote,
        rule=rule,
        rule_words=None if known is None else str(known),
        confidence=None if confidence is None else float(confidence),
        before=before,
        after=after,
    )


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _around(text: str | None, start: int, end: int, quote: str) -> tuple[str | None, str | None]:
    """What stands before and after the words in their sentence; nothing where the text is another one."""
    if text is None or text[start:end] != quote:
        return None, None
    first = max(0, start - LONGEST)
    begins = [found.end() for found in END.finditer(text, first, start)]
    ends = END.search(text, max(start, end - 1), min(len(text), end + LONGEST))
    last = max(end, ends.end() if ends else min(len(text), end + LONGEST))
    return text[begins[-1] if begins else first : start].lstrip(), text[end:last].rstrip()
