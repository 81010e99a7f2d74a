"""PDF files: the text layer, page after page."""

import io
import logging
import zlib
from typing import TYPE_CHECKING

from kg.errors import ArticleError
from kg.ingest.article import Article
from kg.ingest.decode import MAX_CHARACTERS, check_text

if TYPE_CHECKING:
    from pypdf import PdfReader

# What a broken PDF makes the reader raise beside its own errors.
_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError, zlib.error)


def read_pdf(data: bytes, name: str, where: str) -> Article:
    """The article of a PDF; its text is the text layer, pages parted by an empty line.

    Raises:
        ArticleError: broken, encrypted, or without a text layer.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(where, "the PDF is encrypted: save it without a password")
        text = _text_of(reader, where)
        title = reader.metadata.title if reader.metadata else None
    except PyPdfError as error:
        raise ArticleError(where, f"the PDF can't be read ({error})") from error
    except _BROKEN as error:
        raise ArticleError(where, f"the PDF is broken ({type(error).__name__}: {error})") from error
    if not text.strip():
        raise ArticleError(where, "the PDF has no text layer (a scan?): run it through OCR first")
    check_text(text, where)
    return Article(where=where, source_id=name, text=text, title=_told_title(title, text))


def _text_of(reader: "PdfReader", where: str) -> str:
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MAX_CHARACTERS:
            raise ArticleError(where, f"enormous: more than {MAX_CHARACTERS:,} characters; split it")
    return "\n\n".join(pages)


def _told_title(title: str | None, text: str) -> str | None:
    """The title of the metadata if the text has it too: office programs put file names there."""
    words = " ".join((title or "").split())
    return words if words and words.lower() in " ".join(text[:3000].split()).lower() else None
