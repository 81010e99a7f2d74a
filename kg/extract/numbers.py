"""The numbers of an article with the bounds that its words give them: "more than 20" is 21 and open above."""

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.numbers_amounts import HYPHENS, Amount, lower_at, number_words, read_amount
from kg.nlp import Parsed, Token
from kg.resources import read_table

_LONGEST_QUALIFIER = 4
_OLDEST = 110
_BOUNDING = frozenset(("at_least", "more_than", "at_most", "fewer_than"))


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """A number as the words bound it. `low`/`high` inclusive, None = open.

    Attributes:
        first, last: token indices of the whole phrase, qualifiers included ("at least 16").
        core: token index where the number itself begins ("16").
    """

    low: int | None
    high: int | None
    approximate: bool
    first: int
    core: int
    last: int


@cache
def _qualifiers(section: str) -> dict[tuple[str, ...], str]:
    """The phrases of a section, by their words; the value says what they do."""
    table = read_table("numbers.toml")[section]
    return {tuple(phrase.split()): effect for effect, phrases in table.items() for phrase in phrases}


@cache
def _refused(side: str) -> frozenset[str]:
    return frozenset(read_table("numbers.toml")["refused"][side])


def find_numbers(parsed: Parsed) -> tuple[Number, ...]:
    """All numbers that could count people, left to right; percentages, money, dates and ages are left out."""
    tokens, found, i = parsed.tokens, [], 0
    while i < len(tokens):
        amount = read_amount(tokens, i)
        if amount is None:
            i += 1
            continue
        number, end = _bound(tokens, i, amount)
        if not _is_refused(tokens, number, end):
            found.append(number)
        i = end
    return tuple(found)


def _bound(tokens: tuple[Token, ...], i: int, amount: Amount) -> tuple[Number, int]:
    """The number with the bounds of a range and of the words around it, and where reading goes on."""
    low: int | None = amount.value
    high: int | None = None if amount.open else amount.value
    approximate, end = amount.open, amount.end
    upper = _read_upper(tokens, i, amount)
    if upper is not None:
        high, end = upper.value, upper.end
    first, effects = _qualifiers_before(tokens, i)
    for effect, length in _qualifiers_after(tokens, end):
        effects.append(effect)
        end += length
    approximate |= "about" in effects
    # "came up to | more than 130": the word beside the number bounds it
    bounding = [effect for effect in effects if effect in _BOUNDING and not amount.open]
    effect = bounding[0] if bounding else ""
    if effect in ("at_least", "more_than"):
        low, high = amount.value + (effect == "more_than"), None if upper is None else high
    elif effect in ("at_most", "fewer_than"):
        low, high = None, (high or amount.value) - (effect == "fewer_than")
    return Number(low, high, approximate, first, i, end - 1), end


def _read_upper(tokens: tuple[Token, ...], i: int, amount: Amount) -> Amount | None:
    """The upper end of "10-15", "ten to fifteen", "between 10 and 15", "two or three"."""
    if (possible := _read_possible(tokens, amount)) is not None:
        return possible
    link = lower_at(tokens, amount.end)
    if link not in HYPHENS and link not in ("to", "or", "and"):
        return None
    if link == "and" and "between" not in (lower_at(tokens, i - 1), lower_at(tokens, i - 2)):
        return None
    if link == "to" and _rises(tokens, i):
        return None
    upper = read_amount(tokens, amount.end + 1) if amount.end + 1 < len(tokens) else None
    if upper is None or upper.open or upper.value <= amount.value or amount.open:
        return None
    if amount.value <= 31 and re.fullmatch(r"(19|20)\d\d", tokens[amount.end + 1].lower):
        return None  # "06-2016"
    return upper


def _read_possible(tokens: tuple[Token, ...], amount: Amount) -> Amount | None:
    """The upper end that is only held possible: "30, and possibly as many as 50, people"."""
    start = amount.end + (lower_at(tokens, amount.end) == ",")
    for length in (2, 1):
        link = " ".join(token.lower for token in tokens[start : start + length])
        if amount.open or link not in read_table("numbers.toml")["larger"]["links"]:
            continue
        at = start + length
        for more in range(_LONGEST_QUALIFIER, 0, -1):
            if tuple(token.lower for token in tokens[at : at + more]) in _qualifiers("qualifiers"):
                at += more
                break
        upper = read_amount(tokens, at) if at < len(tokens) else None
        if upper is not None and not upper.open and upper.value > amount.value:
            return Amount(upper.value, upper.end + (lower_at(tokens, upper.end) == ","))
    return None


def _rises(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether it is the old value of a number that changes: "rose from 10 to 15"."""
    rising = read_table("numbers.toml")["changing"]["words"]
    return any(lower_at(tokens, n) == "from" and lower_at(tokens, n - 1) in rising for n in (i - 1, i - 2, i - 3))


def _qualifiers_before(tokens: tuple[Token, ...], i: int) -> tuple[int, list[str]]:
    table, effects, first = _qualifiers("qualifiers"), [], i
    if lower_at(tokens, i - 1) == "between":
        return i - 1, []
    while first > 0:
        for length in range(_LONGEST_QUALIFIER, 0, -1):
            phrase = tuple(token.lower for token in tokens[max(0, first - length) : first])
            if len(phrase) == length and phrase in table and tokens[first - length].sentence == tokens[i].sentence:
                break
        else:
            break
        effects.append(table[phrase])
        first -= length
        if phrase == ("including",):
            first += 1
            break
    return first, effects


def _qualifiers_after(tokens: tuple[Token, ...], end: int) -> list[tuple[str, int]]:
    for length in (2, 1):
        phrase = tuple(token.lower for token in tokens[end : end + length])
        effect = _qualifiers("after").get(phrase)
        if effect is not None:
            return [(effect, length)]
    return []


def _is_refused(tokens: tuple[Token, ...], number: Number, end: int) -> bool:
    """Whether the words beside it show that it counts no people: money, percentages, dates, ages, names."""
    following, token = lower_at(tokens, end), tokens[number.core]
    if lower_at(tokens, number.first - 1) in ("aged", "ages") or (following == "may" and tokens[end].text == "May"):
        return True  # "aged between 16 and 21", "on 5 May"
    if _is_age(tokens, number) or (
        lower_at(tokens, number.first - 1) == "of" and lower_at(tokens, number.first - 2) in ("age", "ages")
    ):
        return True
    if following in _refused("next") or lower_at(tokens, number.core - 1) in _refused("before"):
        return True
    if following in HYPHENS and end + 1 < len(tokens) and tokens[end].start == tokens[end - 1].end:
        return (
            lower_at(tokens, end + 1) not in read_table("numbers.toml")["sizes"]["words"]
        )  # "a 22-year-old" against "a 300-strong force"
    if number.core and token.name in ("ORG", "FAC", "PRODUCT", "PERSON") and tokens[number.core - 1].name == token.name:
        # "Kurdistan 24", against "in Daraa 16 | civilians" where a comma is lost
        return end >= len(tokens) or tokens[end].tag != "NNS" or tokens[end].name == token.name
    dated = end < len(tokens) and (tokens[end].tag == "CD" or following in number_words())
    if re.fullmatch(r"(19|20)\d\d", token.lower) and (token.rel != "nummod" or end > number.core + 1 or dated):
        return True  # "in 2012", "between 1980 and 2009", "6 June 2016 Three civilians killed"
    return following in ("/", ":", ".") and lower_at(tokens, end + 1)[:1].isdigit()


def _is_age(tokens: tuple[Token, ...], number: Number) -> bool:
    """Whether it stands between commas after a name: "Yusuf Hamdan, 26, died"."""
    i = number.core
    if i < 2 or number.last != i or not tokens[i].text.isdigit() or int(tokens[i].text) > _OLDEST:
        return False
    return tokens[i - 1].text == "," and tokens[i - 2].name == "PERSON" and lower_at(tokens, i + 1) in (",", ".", "(")
