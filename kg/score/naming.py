"""Names told from descriptions: "the Observatory" is a name, "a Kurdish commander" is none."""

import re
from collections.abc import Sequence

from kg.model import Span
from kg.resources import read_table

TABLE = "score_names.toml"
# "U.S.", "al-Assad", "People's", "AT&T"
_WORD = re.compile(r"\w[\w.'’/&-]*")
_QUOTES = " \t\"'“”‘’([«"
_YEAR = re.compile(r"\d{4}")
_POSSESSIVE = re.compile(r"['’]s?\Z")


def is_name(text: str, span: Span) -> bool:
    """Do the words of the span name something, rather than describe it?

    They do if their head, the last word before a preposition, has a capital or is a year: "Ministry of Culture",
    "northern Syria", "12 March", "1998", but not "Kurdish fighters", "a commander with the SDF", "21-year-old". Words
    after "a" or "his" describe. A lone word at the start of a sentence is a name unless the article has it in small
    letters, too; a pronoun never is.
    """
    words = _WORD.findall(span.of(text))
    lists = _lists()
    if not words or words[0].lower() in lists["describing"]:
        return False
    bare = words[1:] if len(words) > 1 and words[0].lower() in lists["articles"] else words
    if len(bare) == 1 and bare[0].lower() in lists["pronouns"] and bare[0] in (bare[0].lower(), bare[0].capitalize()):
        return False
    head = _head(bare, lists["prepositions"])
    if not _marked(head):
        return False
    return not (head is words[0] and _opens_sentence(text, span.start) and _in_small_letters(head, text))


def trimmed(text: str, span: Span) -> Span:
    """The span without an article before it, a possessive ending after it, and spaces around."""
    words = span.of(text)
    first = _WORD.match(words.lstrip())
    start = span.start + len(words) - len(words.lstrip())
    if first and first.group().lower() in _lists()["articles"]:
        rest = text[start + first.end() : span.end]
        start += first.end() + len(rest) - len(rest.lstrip())
    kept = _POSSESSIVE.sub("", text[start : span.end].rstrip()).rstrip()
    return Span(start, start + len(kept)) if kept else span


def _head(words: Sequence[str], prepositions: frozenset[str]) -> str:
    before = (at for at, word in enumerate(words) if at and word in prepositions)
    return words[next(before, len(words)) - 1]


def _marked(word: str) -> bool:
    return any(letter.isupper() for letter in word) or _YEAR.search(word) is not None


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_QUOTES)
    return not before or before[-1] in ".!?:\n" or before != text[:start].rstrip()


def _in_small_letters(word: str, text: str) -> bool:
    small = word.lower()
    return small != word and re.search(rf"\b{re.escape(small)}\b", text) is not None


def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_table(TABLE)["words"].items()}
