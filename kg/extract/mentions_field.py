"""Finds what only the language model takes for people, bodies, places, arms, times and amounts: no rule knows them."""

from collections.abc import Iterable

from kg.extract.mentions import Found
from kg.model import MentionForm, MentionType
from kg.nlp import NameSpan, Parsed

RULE = "mentions.described-by-model"
_ACTORS = {
    "PERSON": MentionType.PERSON,
    "Organisation": MentionType.ORGANISATION,
    "GPE": MentionType.PLACE,
    "Nationality": MentionType.NATIONALITY,
    "Weapon": MentionType.WEAPON,
    "Vehicle": MentionType.VEHICLE,
    "MilitaryPlatform": MentionType.VEHICLE,
}
_MEASURES = {
    "Quantity": MentionType.QUANTITY,
    "MONEY": MentionType.QUANTITY,
    "Temporal": MentionType.DATE,
    "DATE": MentionType.DATE,
}
_MEANT = frozenset({"NOUN", "PROPN", "PRON"})


def find_described(parsed: Parsed, founds: Iterable[Found]) -> tuple[Found, ...]:
    """The mentions by the language model alone, left to right, where there are none yet; they refer to nothing.

    Args:
        parsed: the article.
        founds: its mentions so far. An amount may stand inside one of them ("12 soldiers"), but is not its head.
    """
    taken: set[int] = set()
    kept: set[int] = set()
    known: set[tuple[int, int, MentionType]] = set()
    for found in founds:
        known.add((found.first, found.last, found.type))
        taken.update(range(found.first, found.last + 1))
        kept.update(range(found.first, found.last + 1) if found.form is not MentionForm.NOMINAL else (found.head,))
    described = (_described(span, taken, kept) for span in parsed.described)
    return tuple(one for one in described if one is not None and (one.first, one.last, one.type) not in known)


def _described(span: NameSpan, taken: set[int], kept: set[int]) -> Found | None:
    first, last = span.tokens[0].i, span.tokens[-1].i
    words = range(first, last + 1)
    kind = _MEASURES.get(span.label)
    if kind is not None:
        return None if kept.intersection(words) else _found(first, last, MentionForm.NOMINAL, kind)
    kind = _ACTORS.get(span.label)
    inside = {token.i for token in span.tokens}
    tops = [token.i for token in span.tokens if token.head is None or token.head.i not in inside]
    meant = any(token.pos in _MEANT for token in span.tokens) or (kind is MentionType.PLACE and _is_there(span))
    loose = len(tops) == 1 and kind not in (MentionType.WEAPON, MentionType.VEHICLE)  # "an ISIL-held building"
    told = kept.intersection(tops) if loose else taken.intersection(words)
    if kind is None or told or not meant:
        return None
    if first == last and span.tokens[0].pos == "PRON":
        owner = span.tokens[0].tag == "PRP$"  # "their" speaks of what they have
        return None if owner else _found(first, last, MentionForm.PRONOUN, kind)
    return _found(first, last, MentionForm.NOMINAL, kind)


def _is_there(span: NameSpan) -> bool:
    return len(span.tokens) == 1 and span.tokens[0].pos == "ADV"  # "here", "there"


def _found(first: int, last: int, form: MentionForm, kind: MentionType) -> Found:
    return Found(first, last, last, form, kind, None, None, None, RULE)
