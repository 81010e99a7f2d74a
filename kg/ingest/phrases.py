"""The phrases of `kg/data/layout.toml` as patterns, compiled once."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from kg.resources import read_table


def _table(name: str) -> dict[str, Any]:
    return dict(read_table("layout.toml")[name])


def _any_of(phrases: Iterable[str]) -> str:
    """An alternation, longest phrase first; a letter at a phrase's end ends a word, "by" has a name behind it."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_source(phrase) for phrase in ordered) + ")"


def _source(phrase: str) -> str:
    if phrase.lower().endswith(" by"):
        return re.escape(phrase) + r"\s+(?-i:[A-Z])"  # "Reporting by Jane Roe", not "Reporting by state media"
    return re.escape(phrase) + (r"\b" if phrase[-1].isalnum() else "")


@cache
def agency_words() -> str:
    """The source of a pattern for the names of agencies as they sign."""
    return _any_of(_table("agencies"))


@cache
def agency_name(words: str) -> str | None:
    """The name of an agency ("REUTERS": "Reuters"); of several, of the first; None for other words."""
    names = _table("agencies")
    for part in re.split(r"\s*(?:/|,|&|\band\b)\s*", words.strip().lower()):
        if part in names:
            return str(names[part])
    return None


@cache
def _papers() -> frozenset[str]:
    return frozenset(_table("outlets")["last_words"])


def outlet_name(words: str) -> str | None:
    """The name of the agency, paper or station that these words plainly are; None for a person's and all else."""
    known = agency_name(words)
    if known:
        return known
    parts = words.lower().split()
    section = len(parts) < 2 or words.lower() in _table("outlets")["sections"]
    return words if not section and parts[-1] in _papers() else None


@cache
def date_labels(which: str) -> str:
    """The source of a pattern for the words before a date: `published` or `updated`."""
    return _any_of(_table("date_labels")[which])


@cache
def glued() -> re.Pattern[str]:
    """What may stand glued to prose: "Like this:"."""
    return re.compile(_any_of(_table("glued")["phrases"]), re.IGNORECASE)


@cache
def line_starts() -> re.Pattern[str]:
    """How a line begins that is never prose: "Read more: ..."."""
    return re.compile(_any_of(_table("lines")["starts"]), re.IGNORECASE)


@cache
def long_line_starts() -> re.Pattern[str]:
    """How even a long line begins that is never prose: "© 2018 ... may not be published, broadcast ..."."""
    return re.compile(_any_of(_table("lines")["long_starts"]), re.IGNORECASE)


@cache
def weak_line_starts() -> re.Pattern[str]:
    """How a line begins that is no prose unless it is a sentence: "Comments"."""
    return re.compile(_any_of(_table("lines")["weak_starts"]), re.IGNORECASE)


@cache
def lines_alone() -> frozenset[str]:
    """Whole lines that are never prose, in small letters: "facebook twitter email"."""
    return frozenset(_table("lines")["alone"])


@cache
def link_leads() -> re.Pattern[str]:
    """Behind a sentence, what leads to another article: "Read also: ...", "(Read more: ...)", "Read more Army ..."."""
    table = _table("links")
    free, closed = _any_of(table["leads"]), _any_of(table["with_colon"])
    return re.compile(
        rf"(?:(?<=[.!?\"”’)])\s+)(?P<lead>(?P<bracket>[(\[]?)(?-i:(?=[A-Z]))(?:(?:{free}|{closed})\s*[:|]"
        rf"|{free}(?=\s+(?-i:[A-Z]))))\s*",
        re.IGNORECASE,
    )


@cache
def tails() -> re.Pattern[str]:
    """At a sentence's end, the beginning of what is said about the article: "... he said. Reporting by A. Writer"."""
    return re.compile(r"(?:(?<=[.!?)\]\"”’])\s*|^\s*)(?P<tail>" + _any_of(_table("tails")["starts"]) + ")")


@cache
def caption_starts() -> re.Pattern[str]:
    """How a caption begins: "File photo: ..."."""
    return re.compile(r"[\[(]?\s*" + _any_of(_table("captions")["starts"]), re.IGNORECASE)


@cache
def credit() -> re.Pattern[str]:
    """A credit in brackets: "(Reuters/A. Writer)", "[Getty]", "(Photo: Supplied)", "(TV channel and agencies)"."""
    known = _any_of([*_table("captions")["credits"], *_table("agencies")])
    inside = (
        r"(?:photo|image|picture|credit)s?(?: credit)?(?: by)?:?\s+[^()\[\]]{2,60}",
        rf"[^()\[\].,;]{{0,40}}?\b{known}[^()\[\].]{{0,40}}",
        r"[^()\[\].]{2,40} and agencies",
    )
    return re.compile(rf"[(\[]\s*(?:{'|'.join(inside)})\s*[)\]]", re.IGNORECASE)


@cache
def place_starts() -> frozenset[str]:
    """First words of names of towns of more words: "Tel", "Deir", "San"."""
    return frozenset(_table("not_places")["place_starts"])


@cache
def number_words() -> re.Pattern[str]:
    """Numbers in words that may open the prose in small letters: "seventeen civilians ..."."""
    return re.compile(_any_of(_table("number_words")["words"]))


@cache
def openers() -> frozenset[str]:
    """Words that, with a capital, open a sentence: "At", "Dozens"."""
    return frozenset(_table("openers")["words"])


@cache
def running_words() -> frozenset[str]:
    """Small words that stand in sentences and in no list of names: "were", "said"."""
    return frozenset(_table("running")["words"])


@cache
def not_places() -> frozenset[str]:
    """Words in capitals before a colon or a dash that are no place: "EXCLUSIVE: ..."."""
    return frozenset(_table("not_places")["words"])
