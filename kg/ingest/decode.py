"""Bytes to text: UTF-8, else what the bytes look like; binary and broken input is refused."""

import codecs
import re

from kg.errors import ArticleError

MAX_CHARACTERS = 1_000_000
"""An article longer than this (a long novel) is refused: it is not an article."""

MAX_BYTES = 5_000_000
"""A text file larger than this is refused before it is read."""

# What office programs, cameras and archives write first; the words are for the message.
_MAGIC = (
    (b"%PDF-", "a PDF under another ending: name it .pdf"),
    (b"PK\x03\x04", "a zip archive or an office document: save it as text or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as text or PDF"),
    (b"\x1f\x8b", "compressed (gzip): unpack it first"),
    (b"{\\rtf", "rich text (RTF): save it as plain text"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_BROKEN = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_BROKEN_SHARE = 0.002
_ODD_SHARE = 0.2


def decode(data: bytes, where: str) -> str:
    """The text of these bytes, byte order mark dropped, line ends as they are.

    Raises:
        ArticleError: empty, binary, or in no encoding that gives text.
    """
    if not data.strip():
        raise ArticleError(where, "the file is empty")
    for magic, words in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(where, f"not text but {words}")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, encoding, where)
    if b"\0" in data:
        raise ArticleError(where, "not text: the file is binary")
    if is_utf8(data):
        return data.decode("utf-8-sig")
    return _decode_as(data, guess_encoding(data, where), where)


def is_utf8(data: bytes) -> bool:
    """Whether all of the bytes are UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def guess_encoding(data: bytes, where: str) -> str:
    """The name of the one-byte or Asian encoding the bytes look like; Windows Latin where that is as likely as others.

    Raises:
        ArticleError: none fits.
    """
    odd = sum(byte >= 0x80 for byte in data[:100_000])
    if odd / len(data[:100_000]) < _ODD_SHARE / 4 and _decodes(data, "cp1252"):
        return "cp1252"  # English with curly quotes and a few accents: the guess of a detector would be less sure
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    if best is None:
        raise ArticleError(where, "not text, or in an encoding that can't be told: save it as UTF-8")
    return best.encoding


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _decode_as(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ArticleError(
            where, f"mis-encoded: not {encoding} throughout ({error.reason}); save it as UTF-8"
        ) from error


def check_text(text: str, where: str) -> None:
    """Returns nothing for text that can be read as an article.

    Raises:
        ArticleError: empty, enormous, or full of characters that no text has.
    """
    if not text.strip():
        raise ArticleError(where, "there is no text in it")
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(where, f"enormous: {len(text):,} characters (the limit is {MAX_CHARACTERS:,}); split it")
    broken = len(_BROKEN.findall(text))
    if "\0" in text or broken > max(2, len(text) * _BROKEN_SHARE):
        raise ArticleError(where, f"mis-encoded or binary: {broken} characters in it are no text")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ArticleError(where, "mis-encoded: it holds halves of characters (lone surrogates)")
    if not any(char.isalpha() for char in text):
        raise ArticleError(where, "there are no words in it")
