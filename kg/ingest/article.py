"""An article as its file or row gives it, before anything is known of its layout."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from kg.model import Block, Document, Span


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one article and what its file format tells of it.

    Attributes:
        where: for people, where it came from: a path, or a path and a row ("news.jsonl, line 7").
        source_id: file name (no folder), or the `id` of a row.
        markdown: whether the text is written in Markdown.
        title, published, publisher, author, url: None where the format does not tell; the text may.
    """

    where: str
    source_id: str
    text: str
    markdown: bool = False
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of a text, in order, and what they tell of the article."""

    blocks: tuple[Block, ...]
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    dateline: Span | None = None


def to_document(article: Article, layout: Layout) -> Document:
    """The document of an article; what its row or page says of it wins over what its text tells."""
    return Document(
        id=document_id(article),
        source_id=article.source_id,
        text=article.text,
        title=article.title or layout.title,
        published=article.published or layout.published,
        publisher=article.publisher or layout.publisher,
        author=article.author or layout.author,
        url=article.url,
        dateline=layout.dateline,
        blocks=layout.blocks,
        sha256=sha256(article.text.encode()).hexdigest(),
        printed=layout.published,
    )


def document_id(article: Article) -> str:
    """Sixteen hexadecimal digits, made of the source id, the text and whatever the format tells beside the text.

    The folder, the row's number and the order of reading have no part in it. The metadata have one, so that two
    rows alike in id and text but dated differently are two documents, whichever is read first.
    """
    bare = replace(article, where="", markdown=False)
    told = (bare.title, bare.published, bare.publisher, bare.author, bare.url)
    parts = [bare.source_id, bare.text, *(str(value) for value in told if any(told))]
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
