"""Takes names of places apart that a lost comma has run together: "the towns of Tula Deir Kora and Lomo"."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.capitals import ARTICLES, Run, is_place_noun, run_of
from kg.extract.lexicon import fold, name_words, town_names
from kg.extract.place_kinds import place_kind
from kg.extract.surnames import given_names
from kg.model import PlaceKind
from kg.nlp import Parsed, Token

Words = tuple[int, int]
"""The first and the last word of a name."""

_HYPHENS: Final = ("-", "–")
_IN: Final = frozenset({"in", "near", "at", "on", "outside", "around"})
_LONGEST: Final = 4  # words of a known name, articles counted
_SHORT: Final = 2  # words, articles left out
_ENOUGH: Final = 3  # names that all start with the article


def row_of(parsed: Parsed, run: Run, alone: frozenset[str]) -> tuple[Run, ...]:
    """The names that a run is made of, left to right; the run itself if it is one name, or may be.

    Args:
        parsed: the article.
        run: words with capitals.
        alone: the folded names that stand alone elsewhere in the article.
    """
    words = parsed.tokens[run.first : run.last + 1]
    if any(word.text.islower() and not _is_article(word) and word.lower not in _starts() for word in words):
        return (run,)
    known = [*_known(parsed, run.first, run.last, alone)]
    if known and known[-1][1] == run.last:
        return _runs(parsed, known, "") if len(known) > 1 else (run,)
    if _is_joined(parsed.tokens, run.first - 1):
        return (run,)  # the last of them
    pieces = [*_pieces(parsed, run.first, run.last, alone)]
    all_marked = all(_is_article(parsed.tokens[first]) for first, _ in pieces)
    noun = _noun_of_row(parsed.tokens, run.first, run.last) if _is_joined(parsed.tokens, run.last + 1) else None
    told = noun is not None or (all_marked and len(pieces) >= _ENOUGH)
    return _runs(parsed, pieces, "" if noun is None else noun.lemma) if told and len(pieces) > 1 else (run,)


def _runs(parsed: Parsed, row: Iterable[Words], noun: str) -> tuple[Run, ...]:
    """The runs, each as if "the town of" stood before it."""
    return tuple(replace(run, place_of=noun or run.place_of) for run in (run_of(parsed, *words) for words in row))


def standing_alone(parsed: Parsed, runs: Iterable[Run]) -> frozenset[str]:
    """The folded names of one or two words that a preposition before them tells to be places."""
    short = (run for run in runs if run.first and len(set(run.key.split(" ")) - ARTICLES) <= _SHORT)
    return frozenset(run.key for run in short if parsed.tokens[run.first - 1].lower in _IN)


def _known(parsed: Parsed, first: int, last: int, alone: frozenset[str]) -> Iterable[Words]:
    """The known names that the words start with, one behind the other, as far as they go."""
    at = first
    while at <= last:
        end = _known_end(parsed, at, last, alone, whole=(first, last))
        if end is None:
            return
        yield at, end
        at = end + 1


def _known_end(parsed: Parsed, first: int, last: int, alone: frozenset[str], *, whole: Words) -> int | None:
    """The last word of the longest known name that starts here."""
    for end in range(min(last, first + 2 * _LONGEST), first - 1, -1):
        name = " ".join(fold(t.text) for t in parsed.tokens[first : end + 1] if t.text not in _HYPHENS)
        if name in _starts() or (first == end and is_place_noun(parsed.tokens[first])):
            continue  # "Damascus | Airport"
        if any(t.text in _HYPHENS for t in parsed.tokens[end : min(end + 2, last + 1)]):
            continue
        if name in town_names() or (name in alone and (first, end) != whole):
            return end
    return None


def _pieces(parsed: Parsed, first: int, last: int, alone: frozenset[str]) -> Iterable[Words]:
    """The names, where each is a known one, or one word with those that names start or end with."""
    at = first
    while at <= last:
        end = _known_end(parsed, at, last, alone, whole=(first, last))
        end = _name_end(parsed.tokens, at, last) if end is None else end
        while end < last and _is_ending(parsed.tokens, end + 1, last):
            end = _unit_end(parsed.tokens, end + 1, last)
        yield at, end
        at = end + 1


def _name_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The last word of a name, with those that names start with: "Deir Kora", "Tal Abu Kora", "Omar al-Kora"."""
    end = _unit_end(tokens, first, last)
    if end < last and fold(tokens[end].text) in _starts():
        end = _unit_end(tokens, end + 1, last)
        if end < last and tokens[end].lower in name_words("particles"):
            end = _unit_end(tokens, end + 1, last)
    elif end < last and fold(tokens[end].text) in given_names() and _is_article(tokens[end + 1]):
        end = _unit_end(tokens, end + 1, last)
    return end


def _unit_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The last of the words that hyphens and an article join to a word: "al-Bab", "Deir-Kora"."""
    end = first
    while end < last and (tokens[end + 1].text in _HYPHENS or tokens[end].text in _HYPHENS or _is_article(tokens[end])):
        end += 1
    return end


def _is_article(token: Token) -> bool:
    return token.lower in ARTICLES


def _is_ending(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether what starts here tells of two places of one name which ("al-Shamali"), or is a noun ("Street")."""
    word = fold(tokens[_unit_end(tokens, at, last)].text)
    return word in name_words("row_ends") or place_kind(word) is not PlaceKind.OTHER


def _starts() -> frozenset[str]:
    return name_words("place_starts") | name_words("row_starts") | name_words("particles") | name_words("directions")


def _noun_of_row(tokens: tuple[Token, ...], first: int, last: int) -> Token | None:
    """The noun in the plural that tells that these are several: "the towns of ...", "... and Kora villages"."""
    if first >= 2 and tokens[first - 1].lower == "of" and _are_places(tokens[first - 2]):
        return tokens[first - 2]
    at = last + 1
    while at < len(tokens) and at - last <= _FURTHEST and tokens[at].sentence == tokens[last].sentence:
        if _are_places(tokens[at]):
            return tokens[at]
        if not (tokens[at].text[0].isupper() or tokens[at].lower in ("and", ",", "-", "al")):
            return None
        at += 1
    return None


def _is_joined(tokens: tuple[Token, ...], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].lower == "and"


def _are_places(token: Token) -> bool:
    return token.is_plural() and token.text.islower() and place_kind(token.lower) in _SHARED


_FURTHEST: Final = 12  # words
_SHARED: Final = frozenset({PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION})
