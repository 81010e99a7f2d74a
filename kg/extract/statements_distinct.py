"""Keeps one of the statements in which the same speaker says the same thing again."""

from dataclasses import dataclass

from kg.model import Mode, Statement
from kg.nlp import Parsed, Token

_ALIKE = 0.75
# so much of the shorter one, with the same numbers, is told again at more length: a headline, a lead
_WITHIN = 0.85
# the tagger takes them for numbers: "at least"
_BOUNDS = frozenset({"least", "most", "more", "less"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "none", "neither", "nobody"})
_PLAIN = frozenset({"DET", "PUNCT", "ADP", "AUX", "PART", "CCONJ", "SCONJ", "SPACE"})


@dataclass(frozen=True, slots=True)
class _Gist:
    """What a statement comes to: its speaker, mode, and lemmas; numbers and negations have to be the same."""

    speaker: int | str
    mode: Mode
    lemmas: frozenset[str]
    strict: frozenset[str]


def distinct(statements: tuple[Statement, ...], parsed: Parsed) -> tuple[Statement, ...]:
    """The statements without those that only repeat an earlier one of the same speaker."""
    kept: list[Statement] = []
    gists: list[_Gist] = []
    for statement in statements:
        gist = _gist(statement, parsed)
        if gist is None:
            kept.append(statement)
        elif not any(_same(gist, other) for other in gists):
            gists.append(gist)
            kept.append(statement)
    return tuple(kept)


def _gist(statement: Statement, parsed: Parsed) -> _Gist | None:
    if not statement.speaker:
        return None
    words: list[Token] = [word for span in statement.content for word in parsed.tokens_in(span)]
    counts = (word for word in words if word.tag == "CD" and word.lower not in _BOUNDS)
    strict = {word.lemma for word in (*counts, *(word for word in words if word.lower in _NEGATIONS))}
    lemmas = {word.lemma for word in words if word.pos not in _PLAIN}
    speaker = statement.speaker_referent
    name = parsed.words(statement.speaker[0]).lower() if speaker is None else speaker
    return _Gist(name, statement.mode, frozenset(lemmas), frozenset(strict))


def _same(one: _Gist, other: _Gist) -> bool:
    if one.speaker != other.speaker or one.mode is not other.mode or one.strict != other.strict:
        return False
    if not one.lemmas or not other.lemmas:
        return False
    shared = len(one.lemmas & other.lemmas)
    within = bool(one.strict) and shared / min(len(one.lemmas), len(other.lemmas)) >= _WITHIN
    return within or 2 * shared / (len(one.lemmas) + len(other.lemmas)) >= _ALIKE
