"""Whether a text is English: the rules can read nothing else."""

import re

from kg.errors import ArticleError
from kg.resources import read_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000
_SURE_SHARE = 0.12  # English prose has a quarter of such words, a list of English names hardly one in ten
_FOREIGN_SHARE = 0.08
_ENOUGH_WORDS = 10
# those that newspapers in Latin letters are written in; among all languages a headline full of names passes for Pidgin
_LANGUAGES = (
    "en", "az", "cs", "da", "de", "es", "fi", "fr", "hr", "hu", "id", "it", "ms", "nl", "no", "pl", "pt", "ro", "so",
    "sq", "sv", "sw", "tl", "tr", "vi",
)  # fmt: skip
_LATIN_SHARE = 0.7


def check_english(text: str, where: str) -> None:
    """Returns nothing for English, and for texts too short to tell.

    Raises:
        ArticleError: the text is surely in another language.
    """
    words = _WORD.findall(text[:_SAMPLE])
    if not words:
        return
    latin = sum(word[0] < "\u0250" or "\u1e00" <= word[0] < "\u1f00" for word in words)
    if latin / len(words) < _LATIN_SHARE:
        raise ArticleError(where, "not English: most of it is not written in Latin letters")
    function_words = read_words("ingest_english.txt")
    share = sum(word.lower() in function_words for word in words) / len(words)
    if share >= _SURE_SHARE or len(words) < _ENOUGH_WORDS:
        return
    language = _classify(text[:_SAMPLE])
    if language != "en" and share < _FOREIGN_SHARE:
        raise ArticleError(where, f"not English: it looks like {language!r} (ISO 639 code)")


def _classify(text: str) -> str:
    from py3langid import langid  # loads a model: only for the few texts that look foreign

    langid.set_languages(list(_LANGUAGES))  # type: ignore[no-untyped-call]  # the library has no types
    return str(langid.classify(text)[0])  # type: ignore[no-untyped-call]  # nor here
