"""Reads tweets set into an article: the words, and behind them "Name (@handle) June 12, 2016"."""

import re

from kg.extract.speakers import Speaker
from kg.extract.statements_page import Draft, Page
from kg.model import Medium, Span, Stance
from kg.nlp import Token

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# "— Amal Haddad (@amalh) June 12, 2016", also where the marks are lost
_SIGNATURE = re.compile(
    r"(?P<name>[A-Z](?:\.|[\w'’-]*)(?: (?:[A-Z]\.|[\w'’-]+)){0,5}) \(@?\w{3,16}\) "
    rf"(?P<day>(?:{_MONTHS}) \d{{1,2}},? \d{{4}})\b"
)
_LINK = re.compile(r"(?:https?|pic\.twitter)\S+|\S*http\S+", re.IGNORECASE)
_SHORT = 5


def with_tweets(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements with those of tweets that the article shows; none else in their words."""
    text = page.parsed.document.text
    found: list[Draft] = []
    floor = 0
    for match in _SIGNATURE.finditer(text):
        draft = _to_draft(match, floor, page)
        if draft is not None:
            found.append(draft)
        floor = match.end()
    covered = [(tweet.content[0][0], tweet.core[1]) for tweet in found]
    kept = (one for one in drafts if not any(low <= one.content[0][0] < high for low, high in covered))
    return [*kept, *found]


def _to_draft(match: re.Match[str], floor: int, page: Page) -> Draft | None:
    text = page.parsed.document.text
    links = list(_LINK.finditer(text, floor, match.end("name")))
    name = Span(match.start("name"), match.end("name"))
    if links and links[-1].end() > name.start:
        # the end of the link was taken for the name
        name = Span(links[-1].end() + 1, name.end)
    words = _name(page.parsed.tokens_in(name), page)
    first = words[0].start if words else name.start
    end = next((link.start() for link in links if not _words(text[link.end() : first])), first)
    content = page.parsed.tokens_in(Span(_start(end, floor, page), end))
    if not words or not content:
        return None
    day = page.parsed.tokens_in(Span(match.start("day"), match.end("day")))
    core = (words[0].i, (day or words)[-1].i + 1)
    return Draft(
        ((content[0].i, content[-1].i + 1),),
        None,
        Speaker(words[-1], words),
        core,
        Stance.ASSERTS,
        "statements.tweet-shown",
        medium=Medium.TWEET,
    )


def _name(words: tuple[Token, ...], page: Page) -> tuple[Token, ...]:
    """The words of a name alone: "Amal Haddad" of "Syria Amal Haddad"."""
    last = words[-1].i + 1 if words else 0
    known = next((n for n, word in enumerate(words) if page.names.ends.get(word.i) == last), 0)
    return words[known - (known > 0 and words[known - 1].lower == "the") :]


def _words(text: str) -> bool:
    """Whether anything stands here but links, tags and dashes."""
    return any(word.isalpha() for word in _LINK.sub(" ", text).replace("#", "@").split() if not word.startswith("@"))


def _start(end: int, floor: int, page: Page) -> int:
    """Where the last sentence before a place begins, or the one before it where that is short; not before `floor`."""
    starts = [sentence.span.start for sentence in page.parsed.sentences if floor <= sentence.span.start < end]
    starts = [floor, *starts] if floor else starts
    if not starts:
        return floor
    short = len(page.parsed.document.text[starts[-1] : end].split()) < _SHORT
    return starts[-2] if short and len(starts) > 1 else starts[-1]
