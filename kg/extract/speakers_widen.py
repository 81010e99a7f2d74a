"""Gives a speaker the words that the parser left out: all that stands between a quote and its cue."""

from kg.extract.cues import cue_words
from kg.extract.speakers import Speaker
from kg.extract.speakers_narrow import Names
from kg.nlp import Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART", "PUNCT", "CCONJ", "SYM"})
_ROLES = cue_words("nouns", "beside") | cue_words("nouns", "voices")
_LONGEST = 14


def widened(speaker: Speaker, quote_end: int, tokens: tuple[Token, ...]) -> Speaker:
    """The speaker, from the quote that ends before word `quote_end` on, if only a name stands between."""
    first = speaker.words[0].i
    if 0 < quote_end < first and first - quote_end <= _LONGEST:
        return _from_quote(speaker, quote_end, tokens)
    return speaker


def with_acronym(cue: Token, low: int, tokens: tuple[Token, ...], names: Names) -> Speaker | None:
    """The name and its acronym right before a verb: "crossing the river the Peace Observatory (PO) said"."""
    opening = cue.i - 3
    if opening <= low or tokens[cue.i - 1].text != ")" or tokens[opening].text != "(":
        return None
    first = next(
        (i for i in range(opening - 1, max(low, opening - _LONGEST) - 1, -1) if names.ends.get(i) == opening), None
    )
    if first is None:
        return None
    head = next((token for token in tokens[first:opening] if token.i in names.heads), tokens[opening - 1])
    while first > low and tokens[first - 1].lower in _ROLES:
        # what the name is goes with it: "the medical charity Peace Doctors (PD)"
        first -= 1
    if first > low and tokens[first - 1].lower == "the":
        first -= 1
    return Speaker(head, tokens[first : cue.i])


def with_whole_name(speaker: Speaker, cue: Token, low: int, tokens: tuple[Token, ...], names: Names) -> Speaker:
    """The speaker with all of its name: "were gunmen the Observatory for Human Rights said", not "Human Rights"."""
    start = speaker.words[0].i
    if speaker.head.pos != "PROPN" or speaker.words[0].pos != "PROPN":
        return speaker
    first = next(
        (i for i in range(start - 1, max(low, start - _LONGEST) - 1, -1) if start < names.ends.get(i, 0) <= cue.i),
        start,
    )
    first = _with_role(first, low, tokens)
    if first == start:
        return speaker
    return Speaker(speaker.head, (*tokens[first:start], *speaker.words), speaker.reach)


def _with_role(first: int, low: int, tokens: tuple[Token, ...]) -> int:
    """Where "the official news agency" or "the" begins before a name; the name itself where neither stands there."""
    i = first - 1
    while i > low and (tokens[i].lower in _ROLES or (i < first - 1 and tokens[i].pos == "ADJ")):
        i -= 1
    return i if i >= low and tokens[i].lower == "the" else first


def _from_quote(speaker: Speaker, low: int, tokens: tuple[Token, ...]) -> Speaker:
    """All words between the quote and the cue: '"We held" Idris Bello of the Aden based Front group told us'."""
    while low < speaker.words[0].i and tokens[low].pos in ("PUNCT", "CCONJ", "ADP"):
        low += 1
    between = tokens[low : speaker.words[0].i]
    plain = all(
        (word.pos in _INSIDE or word.lower in ("run", "based", "led", "backed"))
        and word.text not in (",", ".", "!", "?", ";")
        and word.name not in ("DATE", "TIME")
        for word in between
    )
    if not between or not plain or between[0].pos not in ("PROPN", "NOUN", "DET", "ADJ"):
        return speaker
    words = (*between, *speaker.words)
    inside = set(words)
    tops = [word for word in words if word.pos in _NOMINAL and (word.head is None or word.head not in inside)]
    return Speaker(tops[0] if tops else speaker.head, words, speaker.reach)
