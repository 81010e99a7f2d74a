"""Finds the quoted words of an article."""

import re
from dataclasses import dataclass

from kg.model import Span
from kg.nlp import Parsed, Token

# Ten paragraphs of one speech are a speech; a mark left open for longer than this was a slip.
_LONGEST_UNCLOSED = 900
_MARK = re.compile(r"``|''|[\"“”„«»‟]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_SINGLE = frozenset("'‘’")
_OPENS = frozenset({"``", "„", "«"})
_CLOSES = frozenset({"''", "»"})
_ELIDED = re.compile(r"['‘’](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words.

    Attributes:
        pieces: the words without the marks; one piece a paragraph.
        outer: from the opening mark to the closing mark.
        first, last: indices of the first word in and the first word after the quote, marks left out.
        verbal: whether a whole sentence is quoted rather than a word or two.
    """

    pieces: tuple[Span, ...]
    outer: Span
    first: int
    last: int
    verbal: bool


@dataclass(frozen=True, slots=True)
class _Raw:
    start: int
    end: int
    inner: Span | None
    closed: bool
    opens_paragraph: bool
    ends_paragraph: bool


def find_quotes(parsed: Parsed) -> tuple[Quote, ...]:
    """The quotes of an article, left to right. A mark without its partner ends with its sentence or paragraph."""
    text = parsed.document.text
    if not _MARK.search(text):
        return ()
    ends = sorted(sentence.span.end for sentence in parsed.sentences)
    raws: list[_Raw] = []
    for paragraph in parsed.document.prose():
        left_open = bool(raws) and not raws[-1].closed and raws[-1].ends_paragraph
        raws.extend(_in_paragraph(text, paragraph, ends, left_open=left_open))
    quotes = []
    for group in _joined(raws):
        quote = _to_quote(group, parsed)
        if quote is not None:
            quotes.append(quote)
    return tuple(quotes)


def _in_paragraph(text: str, paragraph: Span, ends: list[int], *, left_open: bool) -> list[_Raw]:
    found: list[_Raw] = []
    open_: re.Match[str] | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if (
            open_ is None
            and left_open
            and not found
            and mark.group() not in _SINGLE
            and not _may_open(text, mark, paragraph)
        ):
            # the quote of the paragraph before ends here, without a mark that opens it again
            inner = Span(paragraph.start, mark.start()) if mark.start() > paragraph.start else None
            found.append(
                _Raw(paragraph.start, mark.end(), inner, closed=True, opens_paragraph=True, ends_paragraph=False)
            )
        elif open_ is None:
            open_ = mark if _may_open(text, mark, paragraph) else None
        elif not _fits(open_.group(), mark.group()):
            continue
        elif _must_open(text, mark, paragraph):
            # "I looked up. "People were running." — the closing mark was lost
            found.append(_unclosed(text, open_, mark.start(), paragraph, ends))
            open_ = mark
        elif not _is_possessive(text, mark, open_, paragraph):
            found.append(_raw(text, open_, mark.start(), mark.end(), paragraph, closed=True))
            open_ = None
    if open_ is not None and open_.group() not in _SINGLE:
        found.append(_unclosed(text, open_, paragraph.end, paragraph, ends))
    return found


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    sign = mark.group()
    if sign in _CLOSES and (sign != "''" or "``" in text):
        return False
    if sign in _SINGLE:
        starts = _starts(text, mark, paragraph) or _sticks_to_stop(text, mark)
        return sign != "’" and starts and not _ELIDED.match(text, mark.start())
    if sign in ('"', "”", "‟", "''"):
        # some write two single marks on both sides: "''We held,'' he said"
        return mark.start() == paragraph.start or not _sticks_left(text, mark) or _sticks_to_stop(text, mark)
    return True


def _must_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark inside an open quote can only begin the next one."""
    sign = mark.group()
    if sign in _SINGLE or (sign in _CLOSES and (sign != "''" or "``" in text)) or sign == "”":
        return False
    return sign == "``" or (
        _starts(text, mark, paragraph) and mark.end() < paragraph.end and text[mark.end()].isalnum()
    )


def _starts(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    return mark.start() == paragraph.start or text[mark.start() - 1] in " \t\n\u00a0([{—–-:"


def _sticks_to_stop(text: str, mark: re.Match[str]) -> bool:
    """Whether the space before an opening mark was lost: "he said.'But we stayed.'"."""
    return text[mark.start() - 1] in ".!?" and text[mark.end() : mark.end() + 1].isupper()


def _sticks_left(text: str, mark: re.Match[str]) -> bool:
    return not text[mark.start() - 1].isspace() and text[mark.start() - 1] not in "([{—–-:"


def _fits(opening: str, closing: str) -> bool:
    """Whether the second mark is of the kind that the first is."""
    return (opening in _SINGLE) == (closing in _SINGLE)


def _is_possessive(text: str, mark: re.Match[str], open_: re.Match[str], paragraph: Span) -> bool:
    """Whether a single mark after an s is a genitive ("the rebels' stronghold"), a better close being there."""
    if mark.group() not in _SINGLE:
        return False
    if open_.end() >= mark.start():
        return True
    if text[mark.start() - 1] != "s" or not re.match(r" [a-z]", text[mark.end() : mark.end() + 2]):
        return False
    return re.compile(r"(?<=[\w.,!?…])['’](?!\w)").search(text, mark.end(), paragraph.end) is not None


def _unclosed(text: str, open_: re.Match[str], end: int, paragraph: Span, ends: list[int]) -> _Raw:
    if end - open_.end() > _LONGEST_UNCLOSED:
        end = next((e for e in ends if e > open_.end() + 1), end)
    return _raw(text, open_, end, end, paragraph, closed=False)


def _raw(text: str, open_: re.Match[str], end: int, outer_end: int, paragraph: Span, *, closed: bool) -> _Raw:
    inner = text[open_.end() : end]
    start = open_.end() + len(inner) - len(inner.lstrip())
    stop = open_.end() + len(inner.rstrip())
    span = Span(start, stop) if start < stop else None
    before = text[paragraph.start : open_.start()].strip()
    return _Raw(open_.start(), outer_end, span, closed, not before, not text[outer_end : paragraph.end].strip())


def _joined(raws: list[_Raw]) -> list[list[_Raw]]:
    """Quotes left open at the end of a paragraph go on with one that opens the next paragraph."""
    groups: list[list[_Raw]] = []
    for raw in raws:
        previous = groups[-1][-1] if groups else None
        goes_on = previous is not None and not previous.closed and previous.ends_paragraph and raw.opens_paragraph
        if goes_on:
            groups[-1].append(raw)
        else:
            groups.append([raw])
    return groups


def _to_quote(group: list[_Raw], parsed: Parsed) -> Quote | None:
    pieces = tuple(raw.inner for raw in group if raw.inner is not None)
    if not pieces:
        return None
    # a mark may stick to its word: "'But we stayed"
    words = parsed.tokens_in(Span(group[0].start, pieces[-1].end))
    words = tuple(word for word in words if word.end > pieces[0].start)
    if not words or _is_title(words):
        return None
    return Quote(pieces, Span(group[0].start, group[-1].end), words[0].i, words[-1].i + 1, _is_verbal(words))


def _is_title(words: tuple[Token, ...]) -> bool:
    """Whether it is the name of a work or show rather than words that were said: “Face the Nation”."""
    if not 2 <= len(words) <= 8 or words[-1].pos == "PUNCT":
        return False
    plain = [word for word in words if word.pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON", "NUM")]
    return len(plain) >= 2 and all(word.text[0].isupper() for word in plain)


def _is_verbal(words: tuple[Token, ...]) -> bool:
    finite = any(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in words)
    return (finite and len(words) >= 3) or len(words) >= 9 or words[-1].text in ("!", "?")
