"""Finds words for weapons, vehicles, days and quantities: mentions that refer to no actor and no place."""

from functools import cache

from kg.extract.lexicon import name_words
from kg.extract.mentions import Found
from kg.model import MentionForm, MentionType
from kg.nlp import Parsed, Token
from kg.resources import read_words

_LISTS = (("weapons.txt", MentionType.WEAPON), ("vehicles.txt", MentionType.VEHICLE))
_LABELS = {
    "DATE": MentionType.DATE,
    "TIME": MentionType.DATE,
    "MONEY": MentionType.QUANTITY,
    "PERCENT": MentionType.QUANTITY,
    "QUANTITY": MentionType.QUANTITY,
}
_MODIFIERS = frozenset({"amod", "compound", "nummod"})


def find_things(parsed: Parsed, taken: frozenset[int]) -> tuple[Found, ...]:
    """The mentions of weapons, vehicles, days and quantities, outside the words `taken`, left to right."""
    found = [
        _recognised(name.label, name.tokens[0].i, name.tokens[-1].i)
        for name in parsed.names
        if name.label in _LABELS and (_LABELS[name.label] is not MentionType.DATE or _tells_time(name.tokens))
    ]
    named = {i for one in found for i in range(one.first, one.last + 1)}
    found += [_recognised("DATE", token.i, token.i) for token in parsed.tokens if _is_near_day(token, named)]
    used = taken | {i for one in found for i in range(one.first, one.last + 1)}
    lemmas = [token.lemma if token.pos in ("NOUN", "PROPN", "ADJ") else token.lower for token in parsed.tokens]
    at = 0
    while at < len(lemmas):
        hit = None if at in used else _thing_at(lemmas, at)
        if hit is None or parsed.tokens[hit[0]].pos not in ("NOUN", "PROPN") or hit[0] in used:
            at += 1
            continue
        last, kind = hit
        found.append(Found(at, last, last, MentionForm.NOMINAL, kind, None, None, None, "mentions.thing"))
        at = last + 1
    return tuple(sorted(found, key=lambda one: one.first))


def _tells_time(tokens: tuple[Token, ...]) -> bool:
    """Whether words can tell a time: no name with a capital alone, nor one with a number at its end ("NH-9")."""
    if any(token.text.islower() or token.text.isdigit() for token in tokens):
        return True
    return any(token.text[0].isdigit() or token.text.rstrip(".") in name_words("stop") for token in tokens)


def _is_near_day(token: Token, named: set[int]) -> bool:
    return (
        token.lower in ("today", "yesterday", "tomorrow", "tonight") and token.i not in named and token.pos != "PROPN"
    )


def _recognised(label: str, first: int, last: int) -> Found:
    return Found(first, last, last, MentionForm.NAME, _LABELS[label], None, None, None, "mentions.recogniser")


@cache
def _things() -> dict[str, tuple[tuple[tuple[str, ...], MentionType], ...]]:
    by_first: dict[str, list[tuple[tuple[str, ...], MentionType]]] = {}
    for name, kind in _LISTS:
        for phrase in sorted(read_words(name)):
            words = tuple(phrase.replace("-", " ").split())
            by_first.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in by_first.items()}


def _thing_at(lemmas: list[str], first: int) -> tuple[int, MentionType] | None:
    """The last word and the kind of the longest listed thing that starts at a word."""
    for words, kind in _things().get(lemmas[first], ()):
        at = first
        for word in words[1:]:
            at += 1
            if at < len(lemmas) and lemmas[at] == "-":
                at += 1
            if at >= len(lemmas) or lemmas[at] != word:
                break
        else:
            return at, kind
    return None
