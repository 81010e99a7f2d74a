"""Baseline: numbers of people by regular expressions.

    python benchmarks/baselines/number_patterns.py GOLD -o answers.json

Two patterns: a number, perhaps people, and a participle ("12 soldiers were killed", "three wounded"); and a participle
and a number ("killing at least 12 people", "killed 12"). `at least`, `more than` and `up to` set the bounds.
"""

import re
from typing import Any

from answers import WORDS, Answers, run

from kg.score import Gold, GoldArticle

KINDS = {word: kind for kind, words in WORDS["harm"].items() for word in words}
NUMBERS: dict[str, int] = WORDS["numbers"]
_HARM = "|".join(sorted(KINDS, key=lambda word: (-len(word), word)))
PARTIES = {word: kind for kind, words in WORDS["people"].items() for word in words}
_PEOPLE = "|".join(PARTIES)
_NUMBER = (
    r"(?P<bound>at least|more than|up to|about|around|some|nearly)?\s*\b"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{'|'.join(NUMBERS)})(?:-(?:{'|'.join(NUMBERS)}))?)\b"
)
_PARTY = rf"(?P<party>(?:\s+[\w-]+){{0,2}}?\s+(?:{_PEOPLE})\b)?"
PATTERNS = (
    # "at least 12 soldiers were killed", "three others wounded"
    re.compile(rf"{_NUMBER}{_PARTY}(?:\s+others)?(?:\s+(?:was|were|have been|had been))?\s+(?P<harm>{_HARM})\b", re.I),
    # "killing more than 20 people", "wounded 12"
    re.compile(rf"\b(?P<harm>{_HARM})\s+{_NUMBER}{_PARTY}", re.I),
)


def answer(gold: Gold) -> Answers:
    """Figures."""
    answers = Answers(gold)
    for article in gold.articles:
        taken: set[int] = set()
        for found in sorted(
            (match for pattern in PATTERNS for match in pattern.finditer(article.text)), key=lambda match: match.start()
        ):
            if found.start("number") not in taken:  # "12 killed, 20 wounded" would count 20 twice
                taken.add(found.start("number"))
                answers.add("figures", "figure", **_figure(answers.document(article), article, found))
    return answers


def _figure(document: str, article: GoldArticle, found: re.Match[str]) -> dict[str, Any]:
    bound = (found["bound"] or "").lower()
    low, high = bounds_of(found["number"], bound)
    party = " ".join((found["party"] or "").split())
    return {
        "kind": KINDS[found["harm"].lower()], "low": low, "high": high,
        "approximate": bound in {"about", "around", "some", "nearly"},
        "party": party or None, "party_type": PARTIES.get(party.split(" ")[-1].lower(), "unknown"),
        "document": document, "start": found.start(), "end": found.end(),
        "quote": article.text[found.start() : found.end()],
    }  # fmt: skip


def bounds_of(number: str, bound: str) -> tuple[int | None, int | None]:
    """The inclusive bounds that a number and the words before it set."""
    words = number.lower().replace(",", "")
    value = int(words) if words.isdigit() else sum(NUMBERS[part] for part in words.split("-"))
    if bound == "at least":
        return value, None
    if bound == "more than":
        return value + 1, None
    return (None, value) if bound == "up to" else (value, value)


if __name__ == "__main__":
    run(answer, __doc__)
