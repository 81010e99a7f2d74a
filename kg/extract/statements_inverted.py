"""Tells whether a word of saying stands before its speaker: "..., said the mayor"."""

from kg.extract.speakers import Speaker
from kg.extract.speakers_narrow import can_speak
from kg.extract.statements_bounds import has_clause, has_verb, quote_ends_at
from kg.extract.statements_page import Page, Unit
from kg.nlp import Token

_STARTS_NOUN = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def looks_inverted(cue: Token, unit: Unit, page: Page, before: Speaker | None) -> bool:
    """Whether the subject follows the verb: after a quote or a comma, or with no clause after it."""
    tokens = page.tokens
    after = cue.i + 1
    if after >= unit.high or tokens[after].pos not in _STARTS_NOUN or cue.i == unit.low:
        return False
    if cue.child("aux", "aux:pass") is not None or tokens[after].name in ("DATE", "TIME"):
        return False
    if tokens[cue.i - 1].pos == "CCONJ":
        return False
    if _is_split_by_quote(after, unit, page):
        return False
    own = cue.child("nsubj")
    follows = own is not None and own.i > cue.i
    if quote_ends_at(cue.i, page):
        return True
    if tokens[cue.i - 1].text == ",":
        return (own is None or follows) and not has_clause(after, unit.high, page)
    if follows:
        return True
    if has_clause(after, unit.high, page):
        return False
    # "Fifteen were in a critical condition said the head of the group": a clause before, none after
    if not has_verb(unit.low, cue.i, page):
        return False
    # "killed nine civilians said the Observatory": who was killed was taken for the subject
    return before is None or own is None or (cue.lower == "said" and _is_voice(after, unit, page))


def _is_split_by_quote(i: int, unit: Unit, page: Page) -> bool:
    """Whether the noun at word `i` is the subject of a quoted verb: 'says the group “mined the whole town”'."""
    for word in page.tokens[i : unit.high]:
        if page.quote_of[word.i] >= 0:
            return word.tag in ("VBD", "VBZ", "VBP", "VBN") and word.text.islower()
        if word.tag in _FINITE or word.text in ",.":
            return False
    return False


def _is_voice(i: int, unit: Unit, page: Page) -> bool:
    """Whether the noun phrase at word `i` can speak."""
    for token in page.tokens[i : min(i + 6, unit.high)]:
        if token.pos in ("NOUN", "PROPN") and token.rel != "compound":
            return can_speak(token, page.names)
    return False
