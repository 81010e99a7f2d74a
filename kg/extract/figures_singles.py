"""One person or two that are killed or wounded, counted by an article: "a child was killed", "one of its soldiers"."""

from functools import cache

from kg.extract.figures_kind import find_fate
from kg.extract.figures_parts import Count, find_part, is_part
from kg.extract.figures_words import Fate
from kg.extract.numbers import Number
from kg.extract.parties import Counted, are_apart, is_bare, is_people, type_of_word
from kg.model import FigureKind, PartyType
from kg.nlp import Parsed, Token
from kg.resources import read_table

_KINDS = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
_RULE = "figures.single"


def find_singles(parsed: Parsed, found: list[Count]) -> list[Count]:
    """The persons that are named by nothing but what anyone could be; `found` are the counts of numbers."""
    singles: list[Count] = []
    for token in parsed.tokens:
        number = _single(token)
        if number is None:
            continue
        counted = Counted(token, token, parsed.tokens[number.first : token.i + 1])
        named = token.rel == "appos" and not is_part(parsed, number) and not _is_listed(token)
        if (
            named
            or parsed.tokens[number.first - 1].lower == "("
            or any(part.name == "PERSON" for part in counted.tokens)
            or _is_owner(parsed, token)
        ):
            continue
        fate = _fate_of(parsed, number, counted, found, singles) or _fate_of_first(token, singles)
        if fate is not None and fate.kind in _KINDS:
            singles.append(Count(number, counted, Fate(fate.kind, fate.word, _RULE, fate.verb)))
    return singles


def _is_owner(parsed: Parsed, token: Token) -> bool:
    """Whether it is somebody of his whom the words tell of: "a man | whose son was killed"."""
    return any(following.lower == "whose" for following in parsed.tokens[token.i + 1 : token.i + 2])


def _is_listed(token: Token) -> bool:
    """Whether it stands in a list and is no apposition: "two children, | a woman and a man", of other kinds."""
    head = token.head
    kinds = (None, PartyType.UNKNOWN, type_of_word(token))
    return head is not None and head.is_plural() and type_of_word(head) not in kinds


def _fate_of_first(token: Token, singles: list[Count]) -> Fate | None:
    """What became of the first of its list: "among them a driver | and a nurse"."""
    first = next((one for one in singles if one.counted.head is token.head), None) if token.rel == "conj" else None
    return None if first is None else first.fate


def _fate_of(parsed: Parsed, number: Number, counted: Counted, found: list[Count], singles: list[Count]) -> Fate | None:
    """What became of the person: of a part, what became of the whole told before it."""
    told = sorted((*found, *singles), key=lambda count: count.number.first)
    part = find_part(parsed, number, counted, told)
    return find_fate(parsed, number, counted) if part is None else part.fate


def _single(token: Token) -> Number | None:
    """The count of "a child" (1), "a man and a woman" (2), "one of its soldiers" (1); None for all other words."""
    first, value = None, 1
    if token.is_plural() and is_people(token) and not is_bare(token) and token.preposition() == "of":
        if token.child("nummod") is not None:
            return None  # "was one of two people killed"
        one = token.head
        first = one if one is not None and one.lower == "one" and one.i < token.i else None
    elif token in (together := _together(token)):
        apart = are_apart(together)
        if apart or token is together[0]:
            first, value = token.child("det", "nmod:poss") or token, 1 if apart else len(together)
    if first is None:
        return None
    return Number(value, value, approximate=False, first=first.i, core=first.i, last=first.i)


def _together(token: Token) -> tuple[Token, ...]:
    """The persons of its list, the first with an article: "a woman and her child"; empty where there is no such."""
    first = token
    if token.rel == "conj" and token.head is not None and _is_noun(token.head) and _has_article(token.head):
        first = token.head
    if not _is_noun(first) or not _has_article(first):
        return ()
    return (first, *(other for other in first.conjuncts() if _is_noun(other) and not _is_the(other)))


def _is_noun(token: Token) -> bool:
    """Whether it is a noun for what anyone could be, of a person of whom nothing more is told."""
    told = token.child("appos", "nummod") is not None  # "a fighter, Simone"
    return token.tag == "NN" and token.lemma in _nouns() and not told


def _has_article(token: Token) -> bool:
    article = token.child("det")
    return article is not None and article.lower in ("a", "an", "another")


def _is_the(token: Token) -> bool:
    return token.child("det") is not None and not _has_article(token)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_table("people.toml")["single"]["nouns"])
