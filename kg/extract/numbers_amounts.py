"""Amounts in digits and words as they stand, without the words that bound them: "1,200", "two dozen", "scores"."""

import re
from dataclasses import dataclass
from functools import cache

from kg.nlp import Token
from kg.resources import read_table

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(k|m|mn)?(\+)?$")
HYPHENS = frozenset("-–—‑")
_BEFORE_SCALES = frozenset(("a", "than", "over", "one", "another", "about", "nearly", "almost", "around", "some"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands.

    Attributes:
        end: index after its last word.
        open: at least the value, approximately: "hundreds".
    """

    value: int
    end: int
    open: bool = False


@cache
def _words() -> dict[str, dict[str, int]]:
    table = read_table("numbers.toml")
    return {name: table[name] for name in ("units", "scales", "plurals", "vague")}


@cache
def number_words() -> frozenset[str]:
    """All words that are numbers or part of one: "seven", "dozens", "several", "thousand"."""
    return frozenset(word for words in _words().values() for word in words)


def read_amount(tokens: tuple[Token, ...], i: int) -> Amount | None:
    """The amount that begins with a word, None where none does."""
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
    if lower in ("hundred", "thousand", "million", "dozen") and lower_at(tokens, i - 1) in _BEFORE_SCALES:
        return Amount(words["scales"][lower], i + 1)  # "more than a dozen"
    if lower == "score" and lower_at(tokens, i - 1) == "a" and lower_at(tokens, i + 1) == "of":
        return Amount(words["scales"][lower], i + 1)
    return None


def _read_fraction(tokens: tuple[Token, ...], i: int) -> Amount | None:
    """A fraction of a large number: "half a million", "a quarter of a million"."""
    end = i + 2 if lower_at(tokens, i + 1) == "of" else i + 1
    scale = _words()["scales"].get(lower_at(tokens, end + 1), 1)
    if lower_at(tokens, end) != "a" or (scale < 1000 and lower_at(tokens, end + 1) != "dozen"):
        return None
    return Amount(scale // (2 if tokens[i].lower == "half" else 4), end + 2)


def _read_digits(tokens: tuple[Token, ...], i: int, match: re.Match[str]) -> Amount | None:
    end, digits = i + 1, match[1].replace(",", "")
    # "13 000 people", as some agencies write it
    while (
        len(digits) <= 3
        and re.fullmatch(r"\d{3}", lower_at(tokens, end))
        and tokens[end].start - tokens[end - 1].end == 1
    ):
        if lower_at(tokens, end) != "000" and tokens[end - 1].rel not in ("compound", "nummod"):
            break
        digits, end = digits + tokens[end].text, end + 1
    value = float(digits)
    scale = match[2] or lower_at(tokens, end)
    if scale in _words()["scales"]:
        value *= _words()["scales"][scale]
        end = end if match[2] else end + 1
    if value != int(value) or value < 1:
        return None
    return Amount(int(value), end)


def _read_cardinal(tokens: tuple[Token, ...], i: int) -> Amount:
    """A number in words: "twenty-two", "one hundred and fifty thousand", "two dozen"."""
    units, scales = _words()["units"], _words()["scales"]
    total, current, end = 0, units[tokens[i].lower], i + 1
    while end < len(tokens):
        word = tokens[end].lower
        if word in units and 0 < units[word] < 10 and current % 100 >= 20 and current % 10 == 0:
            current += units[word]
        elif word in HYPHENS and lower_at(tokens, end + 1) in units and current >= 20 and current % 10 == 0:
            pass
        elif word in scales and word not in ("k", "m", "mn"):
            current *= scales[word]
            if scales[word] >= 1000:
                total, current = total + current, 0
        elif (
            word == "and"
            and lower_at(tokens, end - 1) in ("hundred", "thousand")
            and lower_at(tokens, end + 1) in units
        ):
            pass
        elif word in units and lower_at(tokens, end - 1) in ("and", "thousand", "hundred", "million"):
            current += units[word]
        else:
            break
        end += 1
    return Amount(total + current, end)


def _read_plural(tokens: tuple[Token, ...], i: int) -> Amount:
    """A vague plural: "dozens", "hundreds", "tens of thousands"."""
    plurals = _words()["plurals"]
    large = lower_at(tokens, i + 2)
    if lower_at(tokens, i + 1) == "of" and large in ("thousands", "hundreds", "millions"):
        return Amount(plurals[tokens[i].lower] * (plurals[large] // 2), i + 3, open=True)
    return Amount(plurals[tokens[i].lower], _after_larger(tokens, i + 1), open=True)


def _after_larger(tokens: tuple[Token, ...], end: int) -> int:
    """Where reading goes on after a larger plural that is only held possible: "hundreds | , if not thousands ,"."""
    start = end + 1 if lower_at(tokens, end) == "," else end
    for length in (2, 1):
        link = " ".join(token.lower for token in tokens[start : start + length])
        if link in read_table("numbers.toml")["larger"]["links"] and _is_plural(tokens, start + length):
            after = start + length + 1
            return after + 1 if start > end and lower_at(tokens, after) == "," else after
    return end


def _is_plural(tokens: tuple[Token, ...], i: int) -> bool:
    return lower_at(tokens, i) in _words()["plurals"]


def _read_vague(tokens: tuple[Token, ...], i: int) -> Amount | None:
    """A vague few: "several", "a few hundred", "a handful of"; a bare "few" is next to none and no number."""
    word, value, end = tokens[i].lower, _words()["vague"][tokens[i].lower], i + 1
    if word != "several" and lower_at(tokens, i - 1) not in ("a", "last"):
        return None
    if word == "couple" and lower_at(tokens, end) == "of" and lower_at(tokens, end + 1) in ("hundred", "thousand"):
        end += 1  # "a couple of hundred rebels"
    scale = _words()["scales"].get(lower_at(tokens, end)) or _words()["plurals"].get(lower_at(tokens, end), 0) // 2
    if scale > 1:
        value, end = value * scale, end + 1
    return Amount(value, end, open=word != "couple" or scale > 1)


def lower_at(tokens: tuple[Token, ...], i: int) -> str:
    """The word at an index in lower case, "" outside the text."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""
