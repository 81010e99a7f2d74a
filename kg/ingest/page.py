"""Web pages: the article without menus and comments, and what the page says of it."""

import logging

from kg.errors import ArticleError
from kg.ingest.article import Article
from kg.ingest.dates import read_date
from kg.ingest.decode import check_text

_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}  # no guesses, no clock


def read_page(data: bytes, name: str, where: str) -> Article:
    """The article of an HTML page; its text is the text that the extractor gives, paragraphs on lines of their own.

    Raises:
        ArticleError: no article can be found in the page.
    """
    from trafilatura import bare_extraction

    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).setLevel(logging.CRITICAL)  # what goes wrong is told by the error below
    found = bare_extraction(
        data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise ArticleError(where, "no article can be found in this page")
    check_text(found.text, where)
    return Article(
        where=where,
        source_id=name,
        text=found.text,
        title=_line(found.title),
        published=read_date(found.date or ""),
        publisher=_line(found.sitename),
        author=_line(found.author),
        url=_line(found.url),
    )


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
