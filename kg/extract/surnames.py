"""Tells surnames that are words of another kind, too, by the given name before them."""

from kg.extract.lexicon import city_names, name_words
from kg.nlp import Token
from kg.resources import read_words


def given_names() -> frozenset[str]:
    """The listed given names, folded."""
    return read_words("given_names.txt")


def is_surname(folds: list[str], first: int, last: int) -> bool:
    """Whether a title stands where a surname does: "Rezan Haji" has no title, "Norway King" is no person."""
    return folds[last] in name_words("surnames_too") and last == first + 1 and folds[first] in given_names()


def is_month_as_surname(tokens: tuple[Token, ...], folds: list[str], at: int) -> bool:
    """Whether a month stands where a surname does: "Theresa May"."""
    if tokens[at].text not in ("May", "March", "June", "April", "August") or folds[at - 1] not in given_names():
        return False
    return at + 1 >= len(tokens) or not tokens[at + 1].text[0].isdigit()


def is_noun_as_surname(words: list[str], before: Token | None, *, titled: bool) -> bool:
    """Whether the last word, a noun for a place, is a surname: "director Helen Lake", "Helen Lake, who"."""
    if words[0] not in given_names() or len(words) > _MOST_GIVEN or words[0] in city_names():
        return False
    starts = before is None or before.pos == "PUNCT" or before.text.isspace()
    return titled or (starts and words[-1] in name_words("river"))


_MOST_GIVEN = 3  # words: "Helen van Lake"
