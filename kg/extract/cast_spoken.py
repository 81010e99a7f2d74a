"""Gives the pronouns of speakers the actors that the statements found for them."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.mentions import mention_type
from kg.extract.speakers_continued import PRONOUNS
from kg.model import Mention, MentionForm, Span, Statement
from kg.nlp import Parsed


def with_speakers(cast: Cast, statements: Iterable[Statement], parsed: Parsed) -> Cast:
    """The cast in which each pronoun that speaks refers to whom its statement is of; what else is told stays."""
    speaking: dict[Span, int] = {}
    for statement in statements:
        if len(statement.speaker) == 1 and statement.speaker_referent is not None:
            (span,) = statement.speaker
            if parsed.words(span).lower() in PRONOUNS:
                speaking[span] = statement.speaker_referent
    if not speaking:
        return cast
    kept = [mention for mention in cast.mentions if mention.span not in speaking]
    kept.extend(_pronoun(span, referent, cast) for span, referent in speaking.items())
    kept.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    of: dict[int, list[int]] = {n: [] for n in range(len(cast.referents))}
    for n, mention in enumerate(kept):
        if mention.referent is not None:
            of[mention.referent].append(n)
    referents = tuple(replace(one, mentions=tuple(of[n])) for n, one in enumerate(cast.referents))
    return Cast.of(tuple(kept), referents)


def _pronoun(span: Span, referent: int, cast: Cast) -> Mention:
    kind = mention_type(cast.referents[referent].actor, None)
    return Mention(span, span, kind, MentionForm.PRONOUN, referent, "coreference.pronoun")
