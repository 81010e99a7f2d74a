"""The numbers of an article with the bounds that its words give them: "more than 20" is 21 and open above."""

import re
from dataclasses import dataclass
from functools import cache

from kg.nlp import Parsed, Token
from kg.resources import read_table

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(k|m|mn)?(\+)?$")
_HYPHENS = frozenset("-–—‑")
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


@dataclass(frozen=True, slots=True)
class _Amount:
    value: int
    end: int  # index after the last word
    open: bool = False  # "hundreds": at least the value, approximately


@cache
def _words() -> dict[str, dict[str, int]]:
    table = read_table("numbers.toml")
    return {name: table[name] for name in ("units", "scales", "plurals", "vague")}


@cache
def number_words() -> frozenset[str]:
    """All words that are numbers or part of one: "seven", "dozens", "several", "thousand"."""
    return frozenset(word for words in _words().values() for word in words)


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
        amount = _read_amount(tokens, i)
        if amount is None:
            i += 1
            continue
        number, end = _bound(tokens, i, amount)
        if not _is_refused(tokens, number, end):
            found.append(number)
        i = end
    return tuple(found)


def _read_amount(tokens: tuple[Token, ...], i: int) -> _Amount | None:
    words = _words()
    lower = tokens[i].lower
    if match := _DIGITS.match(lower):
        return _read_digits(tokens, i, match)
    if lower in words["units"]:
        return _read_cardinal(tokens, i)
    if lower in words["plurals"]:
        return _read_plural(tokens, i)
    if lower in words["vague"]:
        return _read_vague(tokens, i)
    if lower in ("half", "quarter") and (amount := _read_fraction(tokens, i)) is not None:
        return amount
    if lower in ("hundred", "thousand", "million", "dozen") and _lower(tokens, i - 1) in ("a", "than", "over", "one"):
        return _Amount(words["scales"][lower], i + 1)  # "more than a dozen"
    return None


def _read_fraction(tokens: tuple[Token, ...], i: int) -> _Amount | None:
    """A fraction of a large number: "half a million", "a quarter of a million"."""
    end = i + 2 if _lower(tokens, i + 1) == "of" else i + 1
    scale = _words()["scales"].get(_lower(tokens, end + 1), 1)
    if _lower(tokens, end) != "a" or scale < 1000:
        return None
    return _Amount(scale // (2 if tokens[i].lower == "half" else 4), end + 2)


def _read_digits(tokens: tuple[Token, ...], i: int, match: re.Match[str]) -> _Amount | None:
    end, digits = i + 1, match[1].replace(",", "")
    # "13 000 people", as some agencies write it
    while (
        len(digits) <= 3
        and re.fullmatch(r"\d{3}", _lower(tokens, end))
        and tokens[end].start - tokens[end - 1].end == 1
    ):
        if _lower(tokens, end) != "000" and tokens[end - 1].rel not in ("compound", "nummod"):
            break
        digits, end = digits + tokens[end].text, end + 1
    value = float(digits)
    scale = match[2] or _lower(tokens, end)
    if scale in _words()["scales"]:
        value *= _words()["scales"][scale]
        end = end if match[2] else end + 1
    if value != int(value) or value < 1:
        return None
    return _Amount(int(value), end)


def _read_cardinal(tokens: tuple[Token, ...], i: int) -> _Amount:
    """A number in words: "twenty-two", "one hundred and fifty thousand", "two dozen"."""
    units, scales = _words()["units"], _words()["scales"]
    total, current, end = 0, units[tokens[i].lower], i + 1
    while end < len(tokens):
        word = tokens[end].lower
        if word in units and 0 < units[word] < 10 and current % 100 >= 20 and current % 10 == 0:
            current += units[word]
        elif word in _HYPHENS and _lower(tokens, end + 1) in units and current >= 20 and current % 10 == 0:
            pass
        elif word in scales and word not in ("k", "m", "mn"):
            current *= scales[word]
            if scales[word] >= 1000:
                total, current = total + current, 0
        elif word == "and" and _lower(tokens, end - 1) in ("hundred", "thousand") and _lower(tokens, end + 1) in units:
            pass
        elif word in units and _lower(tokens, end - 1) in ("and", "thousand", "hundred", "million"):
            current += units[word]
        else:
            break
        end += 1
    return _Amount(total + current, end)


def _read_plural(tokens: tuple[Token, ...], i: int) -> _Amount:
    """A vague plural: "dozens", "hundreds", "tens of thousands"."""
    plurals = _words()["plurals"]
    large = _lower(tokens, i + 2)
    if _lower(tokens, i + 1) == "of" and large in ("thousands", "hundreds", "millions"):
        return _Amount(plurals[tokens[i].lower] * (plurals[large] // 2), i + 3, open=True)
    return _Amount(plurals[tokens[i].lower], _after_larger(tokens, i + 1), open=True)


def _after_larger(tokens: tuple[Token, ...], end: int) -> int:
    """Where reading goes on after a larger plural that is only held possible: "hundreds | , if not thousands ,"."""
    start = end + 1 if _lower(tokens, end) == "," else end
    for length in (2, 1):
        link = " ".join(token.lower for token in tokens[start : start + length])
        if link in read_table("numbers.toml")["larger"]["links"] and _is_plural(tokens, start + length):
            after = start + length + 1
            return after + 1 if start > end and _lower(tokens, after) == "," else after
    return end


def _is_plural(tokens: tuple[Token, ...], i: int) -> bool:
    return _lower(tokens, i) in _words()["plurals"]


def _read_vague(tokens: tuple[Token, ...], i: int) -> _Amount | None:
    """A vague few: "several", "a few hundred", "a handful of"; a bare "few" is next to none and no number."""
    word, value, end = tokens[i].lower, _words()["vague"][tokens[i].lower], i + 1
    if word != "several" and _lower(tokens, i - 1) not in ("a", "last"):
        return None
    scale = _words()["scales"].get(_lower(tokens, end)) or _words()["plurals"].get(_lower(tokens, end), 0) // 2
    if scale > 1:
        value, end = value * scale, end + 1
    return _Amount(value, end, open=word != "couple")


def _bound(tokens: tuple[Token, ...], i: int, amount: _Amount) -> tuple[Number, int]:
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


def _read_upper(tokens: tuple[Token, ...], i: int, amount: _Amount) -> _Amount | None:
    """The upper end of "10-15", "ten to fifteen", "between 10 and 15", "two or three"."""
    link = _lower(tokens, amount.end)
    if link not in _HYPHENS and link not in ("to", "or", "and"):
        return None
    if link == "and" and "between" not in (_lower(tokens, i - 1), _lower(tokens, i - 2)):
        return None
    if link == "to" and _rises(tokens, i):
        return None
    upper = _read_amount(tokens, amount.end + 1) if amount.end + 1 < len(tokens) else None
    if upper is None or upper.open or upper.value <= amount.value or amount.open:
        return None
    if amount.value <= 31 and re.fullmatch(r"(19|20)\d\d", tokens[amount.end + 1].lower):
        return None  # "06-2016"
    return upper


def _rises(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether it is the old value of a number that changes: "rose from 10 to 15"."""
    rising = read_table("numbers.toml")["changing"]["words"]
    return any(_lower(tokens, n) == "from" and _lower(tokens, n - 1) in rising for n in (i - 1, i - 2, i - 3))


def _qualifiers_before(tokens: tuple[Token, ...], i: int) -> tuple[int, list[str]]:
    table, effects, first = _qualifiers("qualifiers"), [], i
    if _lower(tokens, i - 1) == "between":
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
    following, token = _lower(tokens, end), tokens[number.core]
    if _lower(tokens, number.first - 1) in ("aged", "ages") or (following == "may" and tokens[end].text == "May"):
        return True  # "aged between 16 and 21", "on 5 May"
    if _is_age(tokens, number):
        return True
    if following in _refused("next") or _lower(tokens, number.core - 1) in _refused("before"):
        return True
    if following in _HYPHENS and end + 1 < len(tokens) and tokens[end].start == tokens[end - 1].end:
        return (
            _lower(tokens, end + 1) not in read_table("numbers.toml")["sizes"]["words"]
        )  # "a 22-year-old" against "a 300-strong force"
    if number.core and token.name in ("ORG", "FAC", "PRODUCT", "PERSON") and tokens[number.core - 1].name == token.name:
        # "Kurdistan 24", against "in Daraa 16 | civilians" where a comma is lost
        return end >= len(tokens) or tokens[end].tag != "NNS" or tokens[end].name == token.name
    dated = end < len(tokens) and (tokens[end].tag == "CD" or following in number_words())
    if re.fullmatch(r"(19|20)\d\d", token.lower) and (token.rel != "nummod" or end > number.core + 1 or dated):
        return True  # "in 2012", "between 1980 and 2009", "6 June 2016 Three civilians killed"
    return following in ("/", ":", ".") and _lower(tokens, end + 1)[:1].isdigit()


def _is_age(tokens: tuple[Token, ...], number: Number) -> bool:
    """Whether it stands between commas after a name: "Yusuf Hamdan, 26, died"."""
    i = number.core
    if i < 2 or number.last != i or not tokens[i].text.isdigit() or int(tokens[i].text) > _OLDEST:
        return False
    return tokens[i - 1].text == "," and tokens[i - 2].name == "PERSON" and _lower(tokens, i + 1) in (",", ".", "(")


def _lower(tokens: tuple[Token, ...], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""
