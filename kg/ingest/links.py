"""Cuts links to other articles out of prose: "... he said. Read also: Army takes town The council ..."."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.ingest.phrases import link_leads, openers
from kg.ingest.pieces import Piece, trimmed
from kg.model import BlockKind, Span

_MOST_WORDS = 25
_SHORTEST = 2
_WORD = re.compile(r"\S+")
_CLOSING = {"(": ")", "[": "]"}
_IN_BRACKETS = 200
# words that headlines in capitals leave small
_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "off",
        "on",
        "or",
        "over",
        "the",
        "to",
        "up",
        "with",
        "amid",
    }
)


def without_links(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, with links cut from the prose; a link whose end can't be told stays in it."""
    found: list[Piece] = []
    for piece in pieces:
        found.extend(_split(text, piece) if piece.kind is BlockKind.PROSE else [piece])
    return found


def _split(text: str, piece: Piece) -> list[Piece]:
    pieces: list[Piece] = []
    start, end = piece.span.start, piece.span.end
    for match in link_leads().finditer(text, start, end):
        stop = _link_end(text, match, end) if match.start() >= start else None
        head = trimmed(text, start, match.start("lead"))
        link = None if stop is None else trimmed(text, match.start("lead"), stop)
        if stop is None or head is None or link is None:
            continue
        pieces += [replace(piece, span=head), Piece(BlockKind.BOILERPLATE, link)]
        start = stop
    rest = trimmed(text, start, end)
    return [*pieces, replace(piece, span=rest)] if rest else pieces


def _link_end(text: str, match: re.Match[str], end: int) -> int | None:
    """Where the headline behind the words of a link ends; None where that can't be told."""
    opening = match["bracket"]
    if opening:
        stop = text.find(_CLOSING[opening], match.end(), min(end, match.end() + _IN_BRACKETS))
        return None if stop < 0 else stop + 1
    words = [
        Span(found.start(), found.end())
        for found, _ in zip(_WORD.finditer(text, match.end(), end), range(_MOST_WORDS + 3), strict=False)
    ]
    texts = [span.of(text) for span in words]
    for n, word in enumerate(texts[:_MOST_WORDS]):
        if n >= _SHORTEST and _opens_sentence(texts, n):
            return words[n].start
        last = word.rstrip("\"'”’)")[-1:]
        if n >= _SHORTEST and (last in ("?", "!") or (last == "." and _is_headline(texts[: n + 1]))):
            return words[n].end
        if last == "." and not _is_short_form(word):
            return None
    return end if _SHORTEST < len(words) <= _MOST_WORDS else None


def _opens_sentence(texts: list[str], n: int) -> bool:
    """Whether a sentence plainly begins at a word: "The council", "On Monday, the"."""
    if texts[n] not in openers() or texts[n - 1][-1] in ",:;" or n + 1 >= len(texts):
        return False
    after = texts[n + 1]
    if after[0].islower() or after[0].isdigit():
        return True
    return after.endswith(",") and n + 2 < len(texts) and texts[n + 2][0].islower()


def _is_headline(texts: list[str]) -> bool:
    """Whether all words but the small ones have capitals: "Army Takes Key Town From Rebels."."""
    return len(texts) > _SHORTEST and all(word in _SMALL or not word[0].islower() for word in texts)


def _is_short_form(word: str) -> bool:
    """Whether the full stop may end a short form: "U.S.", "Gen."."""
    return "." in word[:-1] or (len(word) <= 5 and word[0].isupper())
