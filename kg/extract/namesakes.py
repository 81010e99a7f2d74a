"""Tells a country that says or does something from the country as a place."""

from functools import cache

from kg.extract.lexicon import country_code, fold
from kg.nlp import Parsed, Token
from kg.resources import read_table

_BOUNDS = frozenset({"border", "frontier"})
_LYING = frozenset({"sit", "lie", "locate", "situate", "stretch", "run", "nestle", "sandwich", "straddle"})
_PARTNERS = frozenset({"with", "against", "by", "between"})


@cache
def acting_words(group: str) -> frozenset[str]:
    """A list of `kg/data/acting.toml`."""
    return frozenset(read_table("acting.toml")[group])


def acts_as_government(parsed: Parsed, first: int, last: int, *, capital: bool) -> bool:
    """Whether the name of a country or capital at these words stands for its government."""
    tokens = parsed.tokens
    following = tokens[last + 1 : last + 3]
    if following and following[0].text[0] == "-" and following[0].lower[1:] in acting_words("led"):
        return True  # "the US -backed rebels"
    if not capital and _has_means(following):
        return True
    if len(following) == 2 and following[0].text in ("-", "–") and following[1].lower in acting_words("led"):
        return True  # "the US-backed rebels"
    if first >= 2 and tokens[first - 1].lower == "of" and _is_titled(tokens, first - 2):
        return not capital  # "the president of Kenya", "President Amos Kirui of Kenya"
    if len(following) == 2 and following[0].text in ("'s", "’s") and _has_title(tokens, last + 2):
        return not capital  # "Kenya's foreign minister"
    if not capital and _heads_title(tokens, last + 1):
        return True  # "Kenya President Amos Kirui"; a lost apostrophe: "Kenyas foreign minister"
    if first >= 2 and tokens[first - 1].lower == "with" and tokens[first - 2].lemma in _BOUNDS:
        return False  # "close to the border with Iran"
    token = tokens[last]
    if token.head is not None and first <= token.head.i <= last:
        token = token.head
    if token.rel == "conj" and token.head is not None and not capital and token.head.pos == "PROPN":
        return _governs(token.head, capital=capital)  # "Russia and Turkey agreed"
    if token.rel == "conj" and token.head is not None and token.head.rel in ("nsubj", "obj"):
        return _governs(token.head, capital=capital)
    return _governs(token, capital=capital) or (not capital and _is_short_modifier(token))


def is_body_by_model(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the language model takes the name at these words, and no more, for a body: "a pretext for Kenya to"."""
    name = fold(parsed.tokens[last].text)
    if first == last and name.endswith("s") and country_code(name) is None:
        return False  # "Kenyas war", an apostrophe lost
    for span in parsed.described:
        words = [token for token in span.tokens if token.pos not in ("DET", "PUNCT")]
        if span.label == "Organisation" and words and (words[0].i, words[-1].i) == (first, last):
            return True
    return False


def _is_titled(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a title of a state stands here, or before the name that ends here."""
    first = at
    while first > 0 and at - first < _LONGEST_NAME and tokens[first].text[0].isupper():
        if tokens[first].lower in acting_words("state_titles"):
            return True
        first -= 1
    return tokens[at].lower in acting_words("state_titles")


_LONGEST_NAME = 4


def _has_title(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a title of a state stands here, behind words for its offices or none."""
    while at < len(tokens) and tokens[at].lower in acting_words("state_offices"):
        at += 1
    return at < len(tokens) and tokens[at].lower in acting_words("state_titles") and not tokens[at].is_plural()


def _heads_title(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the title of who heads a state, or an office of it, stands right here."""
    while at < len(tokens) and tokens[at].lower in acting_words("state_offices"):
        at += 1
    return at < len(tokens) and tokens[at].lower in acting_words("heads_of_state") and not tokens[at].is_plural()


def _is_short_modifier(token: Token) -> bool:
    """Whether a country that has no adjective of its own modifies a noun: "US warplanes", "UK officials"."""
    return (
        token.text.replace(".", "") in ("US", "UK", "UAE", "USA")
        and token.rel in ("compound", "amod", "nmod")
        and (token.preposition() == "")
    )


def _has_means(following: tuple[Token, ...]) -> bool:
    """Whether what only the forces of a state have comes next: "U.S. airstrikes", "Kenya airstrikes"."""
    return bool(following) and following[0].lower in acting_words("state_means")


def _governs(token: Token, *, capital: bool) -> bool:
    verb = token.head
    if verb is None:
        return False
    if token.rel == "nsubj" and verb.is_verb():
        return verb.lemma in acting_words("dealings") and not token.preposition()
    if token.rel == "obj" and verb.lemma == "include":
        subject = verb.subject()
        return subject is not None and subject.lemma in acting_words("members")  # "members include Norway"
    if token.rel == "obl:agent":
        return True  # "backed by Russia"
    if token.rel in ("obj", "iobj"):
        return verb.lemma in acting_words("treated") and verb.is_verb()
    if token.rel in ("obl", "nmod") and not capital:
        lies = token.preposition() == "between" and verb.lemma in _LYING  # "a town that sits between Kenya and Chad"
        return token.preposition() in _PARTNERS and verb.lemma not in _BOUNDS and not lies  # "talks with Iran"
    return False
