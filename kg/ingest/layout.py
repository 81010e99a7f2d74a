"""What each piece of a text is: title, byline, date, dateline, heading, caption, boilerplate or prose."""

import re
from dataclasses import replace

from kg.ingest.article import Article, Layout
from kg.ingest.back import take_back
from kg.ingest.front import take_front
from kg.ingest.inside import split_inside
from kg.ingest.lines import boilerplate_line, byline, caption_line, date_line, heading_line, title_line
from kg.ingest.links import without_links
from kg.ingest.markdown import split_markdown
from kg.ingest.paragraphs import find_paragraphs
from kg.ingest.pieces import Piece
from kg.ingest.titles import title_key, title_keys
from kg.model import Block, BlockKind, Span

_BULLET = re.compile(r"(?:[•·▪►‣●■*.–—-]\s+)+")
_TOP_PARAGRAPHS = 40  # a text with more lines than these above its prose has none


def find_layout(article: Article) -> Layout:
    """The pieces of an article's text, in order, and what they tell of it.

    Cutting off real prose is worse than leaving a caption: what is not plainly something else is prose, and a text
    that would have no prose at all is prose.
    """
    text = article.text
    marked, paragraphs = split_markdown(text) if article.markdown else ((), find_paragraphs(text))
    title = article.title or next((piece.title for piece in marked if piece.title), None)
    top, rest = _read_top(text, paragraphs, title)
    body = _read_body(text, rest)
    pieces = _read_end(text, without_links(text, [*marked, *top, *body]))
    return _to_layout([_without_bullet(text, piece) for piece in _with_prose(pieces)])


def _read_top(text: str, paragraphs: tuple[Span, ...], title: str | None) -> tuple[list[Piece], tuple[Span, ...]]:
    """The pieces above and including the first paragraph of prose, and the paragraphs after it."""
    pieces: list[Piece] = []
    for n, paragraph in enumerate(paragraphs[:_TOP_PARAGRAPHS]):
        told = title or next((piece.title for piece in pieces if piece.title), None)
        following = paragraphs[n + 1].of(text) if n + 1 < len(paragraphs) else ""
        line = _top_line(text, paragraph, pieces, told, following)
        if line is not None:
            pieces.append(line)
            continue
        front, left = take_front(text, paragraph, title_keys(told or ""), first=True)
        pieces.extend(front)
        if left is None:
            continue
        line = _top_line(text, left, pieces, told, following) if front else None
        if line is not None:
            pieces.append(line)
            continue
        pieces.extend(split_inside(text, left, dated=any(piece.dateline for piece in pieces)))
        return pieces, paragraphs[n + 1 :]
    return pieces, paragraphs[_TOP_PARAGRAPHS:]


def _top_line(text: str, span: Span, before: list[Piece], title: str | None, following: str) -> Piece | None:
    """A whole line above the prose that is none; dates and datelines are left to `take_front`."""
    after_title = any(piece.kind is BlockKind.TITLE for piece in before)
    piece = date_line(text, span) or byline(text, span, after_title=after_title) or boilerplate_line(text, span)
    piece = piece or caption_line(text, span, last=not following)
    if piece is not None:
        return piece
    words = span.of(text)
    if title and title_key(words) in title_keys(title):
        return Piece(BlockKind.TITLE, span)
    front = take_front(text, span, (), first=True)[0]
    if any(piece.kind is not BlockKind.DATELINE or piece.publisher for piece in front):
        return None
    if not title and following and title_key(words) == title_key(following):
        return Piece(BlockKind.TITLE, span, title=" ".join(words.split()))
    if not title_line(text, span, following):
        return None
    if title or after_title:
        return Piece(BlockKind.HEADING, span)
    return Piece(BlockKind.TITLE, span, title=" ".join(words.split()))


def _read_body(text: str, paragraphs: tuple[Span, ...]) -> list[Piece]:
    """The paragraphs after the first one, each as prose or as what it plainly is."""
    pieces: list[Piece] = []
    for n, paragraph in enumerate(paragraphs):
        before = paragraphs[n - 1].of(text) if n else ""
        following = paragraphs[n + 1].of(text) if n + 1 < len(paragraphs) else ""
        line = date_line(text, paragraph) or boilerplate_line(text, paragraph)
        line = line or caption_line(text, paragraph, last=not following)
        if line is not None:
            pieces.append(line)
            continue
        front, left = take_front(text, paragraph, (), first=False)
        pieces.extend(front)
        if left is None:
            continue
        kind = BlockKind.HEADING if heading_line(text, left, before, following) else BlockKind.PROSE
        left_over, back = take_back(text, left, last=False)
        pieces.extend([Piece(kind, left_over)] if left_over else [])
        pieces.extend(back)
    return _with_one_date(pieces)


def _with_one_date(pieces: list[Piece]) -> list[Piece]:
    """The pieces; where several lines among them are dates, as in a chronicle, none is the date of the article."""
    if sum(piece.published is not None for piece in pieces) <= 1:
        return pieces
    return [replace(piece, published=None) for piece in pieces]


def _read_end(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, with what stands behind the last sentence cut off from the prose."""
    pieces = sorted(pieces, key=lambda piece: piece.span)
    for n in range(len(pieces) - 1, -1, -1):
        if pieces[n].kind is not BlockKind.PROSE:
            continue
        signed = byline(text, pieces[n].span, after_title=False) if n else None
        if signed is not None:
            pieces[n] = signed
            continue
        left, back = take_back(text, pieces[n].span, last=True)
        pieces[n : n + 1] = ([replace(pieces[n], span=left)] if left else []) + list(back)
        if left is not None:
            break
    return pieces


def _with_prose(pieces: list[Piece]) -> list[Piece]:
    """The pieces; where none is prose, those that could be a short text of their own are."""
    if any(piece.kind is BlockKind.PROSE for piece in pieces):
        return pieces
    for kinds in ((BlockKind.TITLE, BlockKind.HEADING), (BlockKind.CAPTION,), (BlockKind.BOILERPLATE,)):
        if any(piece.kind in kinds for piece in pieces):
            return [replace(piece, kind=BlockKind.PROSE) if piece.kind in kinds else piece for piece in pieces]
    return pieces


def _without_bullet(text: str, piece: Piece) -> Piece:
    """The piece without the bullet before its words: "• Near the town, ..."."""
    bullet = _BULLET.match(text, piece.span.start, piece.span.end) if piece.kind is BlockKind.PROSE else None
    if bullet is None or bullet.end() == piece.span.end:
        return piece
    return replace(piece, span=Span(bullet.end(), piece.span.end))


def _to_layout(pieces: list[Piece]) -> Layout:
    published = [piece.published for piece in pieces if piece.published]
    updated = [piece.updated for piece in pieces if piece.updated]
    return Layout(
        blocks=tuple(Block(piece.kind, piece.span) for piece in pieces),
        title=next((piece.title for piece in pieces if piece.title), None),
        published=next(iter(published or updated), None),
        publisher=next((piece.publisher for piece in pieces if piece.publisher), None),
        author=next((piece.author for piece in pieces if piece.author), None),
        dateline=next((piece.dateline for piece in pieces if piece.dateline), None),
    )
