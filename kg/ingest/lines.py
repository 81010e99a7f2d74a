"""Tells what a whole line is, where it is no prose: boilerplate, caption, byline, title, heading."""

import re
from dataclasses import replace
from functools import cache

from kg.ingest.dates import TIME, WEEKDAY, date_of, find_date
from kg.ingest.phrases import (
    agency_name,
    agency_words,
    caption_starts,
    credit,
    date_labels,
    glued,
    line_starts,
    lines_alone,
    long_line_starts,
    outlet_name,
    weak_line_starts,
)
from kg.ingest.pieces import Piece
from kg.model import BlockKind, Span

_ENDED = re.compile(r"""[.!?…][)\]"'”’»\s]*$""")
_UNFINISHED = re.compile(r"[,;:(\[–—-]$")
_SENTENCE_INSIDE = re.compile(r"[a-z]{3}[.!?][\"”’)]?\s+[A-Z]")
_FINITE = re.compile(r"\s(?:was|were|is|are|has|have|had|said|says|will|would|can|could)\s")
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:(?:al|bin|van|von|de|der|el)[\s-])?[A-Z][\w.'’-]*){0,4}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+(?:and|&)\s+){_NAME}){{0,5}}"
# "By Jane Roe", "Worldwide | By Jane Roe", "By Jane Roe and John Doe, The Daily in Beirut", "BY JANE ROE | NEWS EDITOR"
_BYLINE = re.compile(
    rf"(?P<above>[^|,\n]{{1,40}}[|,]\s*)?(?:(?:[Ww]ritten|[Rr]eported|[Ww]ords)\s)?(?:[Bb]y|BY)\b:?\s+(?P<author>{_NAMES})"
    r"(?P<more>(?:\s*[,|–—-]\s*|\s+in\s+|\s+for\s+)[^.!?]{0,80})?"
)
_IN_PLACE = re.compile(
    rf"(?P<author>{_NAMES})\s+in\s+[A-Z][\w'’-]+(?:[\s,]+[A-Z][\w'’-]+){{0,3}}"
)  # "Jane Roe in Beirut"
# "Jane Roe, Middle East correspondent"
_POST = re.compile(
    rf"(?P<author>{_NAME}),?\s+(?P<post>[^.!?]{{0,40}}\b"
    r"(?:correspondent|reporter|editor|writer|staff|columnist|bureau chief))",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\W*this (?:article|story|report|post|piece|dispatch) (?:was|has been|is) (?:also |being )?(?:first|originally"
    r"|last|published|produced|updated|amended|corrected|written|reported|compiled|supported|provided|translated|edited"
    r"|created|contributed|developing|republished|syndicated|adapted|part of)\b",
    re.IGNORECASE,
)
_REPORTERS = re.compile(
    r"\W*(?:additional |with )?(?:reporting|writing|editing|compiled|translated|edited) by [A-Z]", re.IGNORECASE
)
_COUNTER = re.compile(
    r"[\W\d]*(?:\d+\s*)?(?:comments?|shares?|likes?|views?|min(?:ute)?s? read|retweets?)?[\W\d]*", re.IGNORECASE
)
_NAMED = re.compile(r"(?:[A-Z][\w.'’-]*|of|and|&)(?:\s(?:[A-Z][\w.'’-]*|of|and|&)){0,5}")  # "The Harbour Gazette"
# The bracket behind the full stop credits a picture, before it introduces an acronym: "... on Monday. (NW)"
_CREDITED = re.compile(r"[.!?][\"”]?\s+\([A-Z]{2,6}(?:/[^()]{1,40})?\)$")
_RULE = re.compile(r"[\W_]+")
_BULLET = re.compile(r"[-*•–—·▪►]")
_HEADING_LENGTH, _HEADING_WORDS = 80, 12
_TITLE_LENGTH, _TITLE_WORDS = 200, 30
_CAPTION_WORDS = 70
_LINE_LENGTH = 250
_DATE_LENGTH = 80
_LETTERS_BESIDE_DATE = 8


def is_sentence(words: str) -> bool:
    """Whether a line reads as a whole sentence: closed, several words, some of them in small letters."""
    parts = words.split()
    small = words.isupper() or any(part[0].islower() for part in parts[1:])  # some agencies write in capitals only
    return bool(_ENDED.search(words)) and len(parts) >= 6 and small


def boilerplate_line(text: str, span: Span) -> Piece | None:
    """The line as boilerplate: "Read more: ...", "12 comments", "###"; None if it is none."""
    words = span.of(text)
    if _is_boilerplate(words):
        return Piece(BlockKind.BOILERPLATE, span)
    return None


def date_line(text: str, span: Span) -> Piece | None:
    """The line as a date with little beside it: "8:05am UK, Monday 16 September 2013"; None for others."""
    words = span.of(text)
    match = find_date(words) if len(words) <= _DATE_LENGTH else None
    if match is None:
        return None
    beside = f"{words[: match.start()]} {words[match.end() :]}"
    updated = re.search(rf"\b{date_labels('updated')}", beside, re.IGNORECASE)
    published = re.search(rf"\b{date_labels('published')}", beside, re.IGNORECASE)
    left = _beside_dates().sub(" ", beside)
    if sum(char.isalpha() for char in left) > _LETTERS_BESIDE_DATE or find_date(beside):
        return None
    piece = Piece(BlockKind.DATE, span)
    day = date_of(match)
    return replace(piece, updated=day) if updated and not published else replace(piece, published=day)


@cache
def _beside_dates() -> re.Pattern[str]:
    labels = rf"{date_labels('published')}|{date_labels('updated')}"
    return re.compile(rf"\b(?:{labels}|{WEEKDAY}|[ap]\.?m|hrs|on|at|of)\b|{TIME}", re.IGNORECASE)


def _is_boilerplate(words: str) -> bool:
    bare = " ".join(words.lower().strip(" .:|·•-–—*#[]()").split())
    if not bare or bare in lines_alone() or words.lower() in lines_alone() or _RULE.fullmatch(words):
        return True
    if (_COUNTER.fullmatch(words) and not find_date(words)) or _ABOUT_ITSELF.match(words):
        return True
    stuck = glued().match(words)
    if stuck and stuck.end() == len(words):
        return True
    if stuck and _is_prose_behind(words[stuck.end() :].strip()):
        return False  # "Like this:Fighters said on Monday ...": only the phrase is cut off, by `take_front`
    if (long_line_starts() if len(words) > _LINE_LENGTH else line_starts()).match(words):
        return True
    reporters = _REPORTERS.match(words)
    if reporters and words[reporters.end() - 1].isupper():
        return True
    return bool(weak_line_starts().match(words)) and not is_sentence(words)


def _is_prose_behind(rest: str) -> bool:
    """Whether what stands behind a glued phrase is no title of another article."""
    return not rest.startswith(":") and (is_sentence(rest) or len(rest) > _TITLE_LENGTH)


def caption_line(text: str, span: Span, *, last: bool) -> Piece | None:
    """The line as the caption of a picture: it begins like one or ends in a credit; None if it does neither.

    An agency in brackets behind the last paragraph signs the article: such a line is no caption.
    """
    words = span.of(text)
    if len(words.split()) > _CAPTION_WORDS:
        return None
    credited = not last and (
        bool(_CREDITED.search(words)) or any(match.end() == len(words) for match in credit().finditer(words))
    )
    return Piece(BlockKind.CAPTION, span) if credited or caption_starts().match(words) else None


def byline(text: str, span: Span, *, after_title: bool) -> Piece | None:
    """The line as a byline: "By Jane Roe, Reuters", "Jane Roe in Beirut", "AFP"; None if it is none."""
    words = span.of(text).strip(" *_").rstrip(".").strip()
    agency = _agency_line(words) or (outlet_name(words) if after_title and _NAMED.fullmatch(words) else None)
    if agency:
        return Piece(BlockKind.BYLINE, span, publisher=agency)
    match = None if is_sentence(span.of(text)) else _BYLINE.fullmatch(words)
    if match is None and after_title:
        match = _IN_PLACE.fullmatch(words) or _POST.fullmatch(words)
    if match is None or len(words.split()) > 20:
        return None
    author, publisher = _without_outlet(match["author"], match.groupdict().get("more") or "")
    publisher = publisher or outlet_name((match.groupdict().get("above") or "").strip(" ,|"))
    return Piece(BlockKind.BYLINE, span, author=author, publisher=publisher)


@cache
def _agencies() -> re.Pattern[str]:
    names = rf"(?:{agency_words()}|agencies)"
    return re.compile(
        rf"(?:Source:?\s+|[-–—(]+\s*)?(?P<agency>{names}(?:\s*(?:/|,|&|\band\b)\s*{names})*)\)?", re.IGNORECASE
    )


def _agency_line(words: str) -> str | None:
    match = _agencies().fullmatch(words)
    return agency_name(match["agency"]) if match else None


def _without_outlet(author: str, more: str) -> tuple[str | None, str | None]:
    """The names without the outlet, and the outlet: "Jane Roe and John Doe, Northern Wire"."""
    parts = [part.strip() for part in author.split(",")]
    listed = next((n for n, part in enumerate(parts) if " and " in part), len(parts) - 1)  # no name comes after "and"
    people = [part for part in parts[: listed + 1] if part and not outlet_name(part)]
    others = [*parts[listed + 1 :], *(part for part in parts[: listed + 1] if outlet_name(part)), more.strip(" ,|-–—")]
    outlets = [outlet for part in others if (outlet := outlet_name(part) or (part if part in parts else None))]
    return ", ".join(people) or None, outlets[0] if outlets else None


def title_line(text: str, span: Span, following: str) -> bool:
    """Whether a line above the prose may be the title: short, and no sentence."""
    words = span.of(text)
    if len(words) > _TITLE_LENGTH or len(words.split()) > _TITLE_WORDS or len(words.split()) < 2 or not following:
        return False
    if not any(char.isalpha() for char in words) or _UNFINISHED.search(words) or _SENTENCE_INSIDE.search(words):
        return False
    return not _ENDED.search(words) or (words.endswith("?") and len(following) > len(words))


def heading_line(text: str, span: Span, before: str, following: str) -> bool:
    """Whether a line between paragraphs is a heading: short, not closed, and not a part of a sentence."""
    words = span.of(text)
    if len(words) > _HEADING_LENGTH or len(words.split()) > _HEADING_WORDS or not following:
        return False
    if (
        _ENDED.search(words)
        or _UNFINISHED.search(words)
        or words[-1] in '"”)'
        or _BULLET.match(words)
        or words[0] in '“"'
    ):
        return False
    if words.isupper() and following.isupper():
        return False  # in a text all in capitals a heading can't be told from a line that goes on
    if words[0].islower() or following[0].islower() or _BULLET.match(following) or _FINITE.search(words):
        return False
    return not before or bool(_ENDED.search(before)) or before[-1] in ':;"”)' or len(before) <= _HEADING_LENGTH
