"""Finds the names outside an article's prose: in its title, credits, tags, captions and dateline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.lexicon import (
    Entry,
    army_of,
    country_name,
    fold,
    government_key,
    known_actors,
    name_words,
    named_phrases,
)
from kg.extract.mentions import mention_type
from kg.extract.namesakes import acting_words
from kg.extract.renumber import renumber
from kg.model import ActorType, BlockKind, Document, Mention, MentionForm, PlaceKind, Reading, Referent, Span
from kg.nlp import Token

_WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_CREDITS = frozenset({BlockKind.BYLINE, BlockKind.BOILERPLATE, BlockKind.DATELINE})
_RULE = "mentions.margin"
_LONGEST_CREDIT = 60  # characters: "Source TRT World and agencies"; longer ones advertise


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a margin: where, what it names, and the key by which the article's prose may know it."""

    span: Span
    actor: ActorType | None
    place: PlaceKind | None
    key: str | None
    name: str


def with_margins(reading: Reading) -> Reading:
    """The same reading with the names outside the prose: known ones, and those that the prose has, too.

    Credits ("--Reuters", "BEIRUT (AP)") give media and what the prose names; no facts are read there.
    """
    names = tuple(_names_in(reading))
    if not names:
        return reading
    referents, mentions = list(reading.referents), list(reading.mentions)
    for name in names:
        index = _referent_of(referents, name)
        if index is None:
            index = len(referents)
            referents.append(_new_referent(name))
        one = referents[index]
        kind = mention_type(one.actor, one.place)
        mentions.append(Mention(name.span, name.span, kind, MentionForm.NAME, index, _RULE))
    order = sorted(range(len(mentions)), key=lambda n: (mentions[n].span.start, -mentions[n].span.end, n))
    whole = replace(reading, mentions=tuple(mentions[n] for n in order), referents=tuple(referents))
    return renumber(whole, dict(enumerate(referents)), {n: n for n in range(len(referents))})


def _new_referent(name: _Name) -> Referent:
    known = None if name.actor is None else name.key
    return Referent(
        name.actor,
        name.place,
        name.name,
        named=True,
        names=(name.name,),
        known=known,
        within=(),
        mentions=(),
        rule=_RULE,
    )


def _names_in(reading: Reading) -> Iterator[_Name]:
    document = reading.document
    told = {fold(name): one for one in reading.referents if one.named for name in (one.name, *one.names)}
    if document.dateline is not None and not any(one.span.overlaps(document.dateline) for one in reading.mentions):
        yield from _datelined(document, document.dateline)
    for block in document.blocks:
        if block.kind in (BlockKind.PROSE, BlockKind.DATE):
            continue
        words = _words(document, block.span)
        credit = block.kind in _CREDITS and not (words and words[0].text == "Tags")
        if credit and block.span.end - block.span.start > _LONGEST_CREDIT:
            continue
        at = 0
        while at < len(words):
            hit = _known_at(words, at, credit=credit) or _told_at(words, at, told, document)
            if hit is None:
                at += 1
                continue
            name, at = hit
            yield name


def _words(document: Document, span: Span) -> list[Token]:
    """The words of a piece outside the prose, without their syntax."""
    found = (match for match in _WORD.finditer(document.text, span.start, span.end))
    words = [(match.group(), match.start(), match.end()) for match in found]
    return [
        Token(n, text, text.lower(), text.lower(), "PROPN" if text[0].isupper() else "X", "", "", "", first, last, 0)
        for n, (text, first, last) in enumerate(words)
    ]


def _known_at(words: list[Token], at: int, *, credit: bool) -> tuple[_Name, int] | None:
    """The listed name that starts at a word, and the word behind it."""
    hit = named_phrases().at(words, [fold(word.text) for word in words], at)
    if hit is None or not words[at].text[0].isupper():
        return None
    entry, last = hit
    after = words[last + 1].lower if last + 1 < len(words) else ""
    if entry.kind == "people":
        key = army_of(entry.key) if entry.key and after in ("forces", "troops", "army") else None
        entry, last = (Entry("actor", key, (), (), exact=False), last + 1) if key is not None else (entry, last)
    name = _to_name(entry, Span(words[at].start, words[last].end), after)
    if name is None or (credit and name.actor is not ActorType.MEDIA):
        return None
    return name, last + 1


def _to_name(entry: Entry, span: Span, after: str) -> _Name | None:
    if entry.kind == "actor":
        actor = known_actors()[entry.key]
        return _Name(span, actor.type, None, entry.key, actor.name)
    if entry.kind in ("country", "capital"):
        if after.removesuffix("s") in acting_words("dealings") or after in name_words("margin_acts"):
            key = government_key(entry.key)
            return _Name(span, ActorType.GOVERNMENT, None, key, known_actors()[key].name)
        if entry.kind == "country":
            return _Name(span, None, PlaceKind.COUNTRY, entry.key, country_name(entry.key))
        return _Name(span, None, PlaceKind.SETTLEMENT, None, " ".join(entry.text))
    kinds = {"region": PlaceKind.REGION, "river": PlaceKind.RIVER}
    return _Name(span, None, kinds[entry.kind], None, " ".join(entry.text)) if entry.kind in kinds else None


def _told_at(words: list[Token], at: int, told: dict[str, Referent], document: Document) -> tuple[_Name, int] | None:
    """The longest name of the prose that starts at a word, and the word behind it."""
    if not words[at].text[0].isupper() and not words[at].text[0].isdigit():
        return None
    for last in range(min(len(words), at + _MOST_WORDS) - 1, at - 1, -1):
        if not words[last].text[-1].isalnum():
            continue  # "Tula."
        span = Span(words[at].start, words[last].end)
        one = told.get(fold(" ".join(span.of(document.text).split())))
        if one is not None:
            return _Name(span, one.actor, one.place, one.known, one.name), last + 1
    return None


_MOST_WORDS = 7


def _datelined(document: Document, span: Span) -> Iterator[_Name]:
    """The places of a dateline: "GOMA, Kenya"."""
    for match in re.finditer(r"[^,]+", span.of(document.text)):
        text = match.group().strip()
        if not text:
            continue
        start = span.start + match.start() + len(match.group()) - len(match.group().lstrip())
        words = _words(document, Span(start, start + len(text)))
        known = _known_at(words, 0, credit=False)
        name = text.title() if text.isupper() else text
        if known is not None and known[0].place is PlaceKind.COUNTRY:
            yield known[0]
        elif fold(text) in {fold(month) for month in name_words("stop")} or any(c.isdigit() for c in text):
            continue
        else:
            yield _Name(Span(start, start + len(text)), None, PlaceKind.SETTLEMENT, None, name)


def _referent_of(referents: list[Referent], name: _Name) -> int | None:
    """The referent that bears a name already, by its key or its name."""
    words = fold(name.name)
    for n, one in enumerate(referents):
        if (one.actor is None) is not (name.actor is None):
            continue
        if name.key is not None and one.known == name.key and one.actor is not None:
            return n
        if one.named and words in {fold(each) for each in (one.name, *one.names)}:
            return n
    return None
