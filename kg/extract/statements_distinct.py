"""Keeps one of the statements in which the same speaker says the same thing again."""

from dataclasses import dataclass

from kg.model import Mode, Statement
from kg.nlp import Parsed, Token

_ALIKE = 0.75
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
    strict = {word.lemma for word in words if word.tag == "CD" or word.lower in _NEGATIONS}
    lemmas = {word.lemma for word in words if word.pos not in _PLAIN}
    speaker = statement.speaker_referent
    name = parsed.words(statement.speaker[0]).lower() if speaker is None else speaker
    return _Gist(name, statement.mode, frozenset(lemmas), frozenset(strict))


def _same(one: _Gist, other: _Gist) -> bool:
    if one.speaker != other.speaker or one.mode is not other.mode or one.strict != other.strict:
        return False
    if not one.lemmas or not other.lemmas:
        return False
    return 2 * len(one.lemmas & other.lemmas) / (len(one.lemmas) + len(other.lemmas)) >= _ALIKE
