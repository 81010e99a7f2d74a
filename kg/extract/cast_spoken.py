"""Gives the cast what the statements found of it: whom the pronouns of speakers mean, where their phrases begin."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.chains import uncounted
from kg.extract.mentions import mention_type
from kg.extract.speakers_continued import PRONOUNS
from kg.model import Mention, MentionForm, MentionType, Referent, Span, Statement
from kg.nlp import Parsed

_TIMES = frozenset({"DATE", "TIME"})


def with_speakers(cast: Cast, statements: Iterable[Statement], parsed: Parsed) -> Cast:
    """The cast in which each pronoun that speaks refers to whom its statement is of; what else is told stays.

    A described speaker begins where the statement found it to: "local media" in "killed three civilians local media
    said", where the comma was lost.
    """
    speaking: dict[Span, int] = {}
    spoken: list[Span] = []
    for statement in statements:
        if len(statement.speaker) != 1:
            continue
        (span,) = statement.speaker
        if parsed.words(span).lower() not in PRONOUNS:
            spoken.append(span)
        elif statement.speaker_referent is not None:
            speaking[span] = statement.speaker_referent
    cast = _cut(cast, spoken, parsed)
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


def _cut(cast: Cast, spoken: Iterable[Span], parsed: Parsed) -> Cast:
    """The cast with the descriptions of speakers without words of the phrase before them."""
    places = frozenset(mention.span.end for mention in cast.mentions if mention.type is MentionType.PLACE)
    at = {token.start: token.i for token in parsed.tokens}
    starts = [span for span in spoken if span.start in at and _ends_other(parsed, at[span.start] - 1, places)]
    mentions, referents = list(cast.mentions), list(cast.referents)
    for n, mention in enumerate(cast.mentions):
        span = next((s for s in starts if mention.span.start < s.start <= mention.head.start < s.end), None)
        if span is None or mention.form is not MentionForm.NOMINAL or mention.referent is None:
            continue
        if referents[mention.referent].named:
            continue  # "Omar Haddad, the council spokesman": what it says is of the name
        mentions[n] = replace(mention, span=Span(span.start, mention.span.end))
        old, new = (uncounted(parsed.words(one.span)) for one in (mention, mentions[n]))
        referents[mention.referent] = _renamed(referents[mention.referent], old, new)
    return Cast.of(tuple(mentions), tuple(referents))


def _ends_other(parsed: Parsed, i: int, places: frozenset[int]) -> bool:
    """Whether a word before a speaker ends another phrase: "among residents", "in June", "in Goma", never a name."""
    if i < 1:
        return False
    word = parsed.tokens[i]
    return (
        (word.pos == "NOUN" and word.is_plural())
        or word.name in _TIMES
        or (word.pos == "PROPN" and parsed.tokens[i - 1].pos == "ADP" and word.end in places)
    )


def _renamed(referent: Referent, old: str, new: str) -> Referent:
    return replace(referent, name=new) if referent.name == old else referent


def _pronoun(span: Span, referent: int, cast: Cast) -> Mention:
    kind = mention_type(cast.referents[referent].actor, None)
    return Mention(span, span, kind, MentionForm.PRONOUN, referent, "coreference.pronoun")
