"""Tells whom a pronoun beside a word of saying means: who speaks in an article goes on speaking in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.cast import Cast
from kg.extract.cues import cue_at, cue_words
from kg.extract.speakers_facts import referent_of
from kg.extract.statements_page import Draft, Page
from kg.model import ActorType
from kg.nlp import Token

_PERSONS = frozenset({"he", "she", "him", "her"})
_FEMALE = frozenset({"she", "her"})
_MANY = frozenset({"they", "them"})
_ONE_BODY = frozenset({"it"})
_OWN = frozenset({"we"})
PRONOUNS = _PERSONS | _MANY | _ONE_BODY | _OWN
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNDER = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "parataxis", "conj", "xcomp"})
_BODIES = frozenset(ActorType) - {ActorType.PERSON, ActorType.CIVILIANS, ActorType.GROUP}
_GROUPS = frozenset(
    {ActorType.MONITOR, ActorType.ORGANIZATION, ActorType.PARTY, ActorType.ARMED_GROUP, ActorType.COALITION}
)
_SIDES = frozenset(
    {ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION, ActorType.PARTY, ActorType.GOVERNMENT}
)
# how many sentences back somebody spoke, or somebody acted, who goes on speaking
_SPOKE = 4
_ACTED = 2


@dataclass(frozen=True, slots=True)
class _Voice:
    """Somebody who spoke or acted before; `referent` None for one whom the article makes no actor of.

    `last` is the sentence in which the words end that are told of this voice: a quote may run over many.
    """

    head: Token
    words: tuple[Token, ...]
    referent: int | None
    last: int = 0


def meant_by_pronouns(drafts: Sequence[Draft], page: Page, cast: Cast) -> dict[Token, int | None]:
    """The actor that each pronoun for a speaker means; None for one that is told but no actor; else left out."""
    told = _told(drafts, page)
    meant: dict[Token, int | None] = {}
    voices: list[_Voice] = []
    speaking = {draft.speaker.head: draft for draft in drafts if draft.speaker is not None}
    starts: dict[Token, int] = {}
    lasts: dict[Token, int] = {}
    for draft in drafts:
        if draft.speaker is not None:
            head = draft.speaker.head
            start = min(draft.content[0][0], head.i)
            starts[head] = min(starts.get(head, start), start)
            lasts[head] = max(lasts.get(head, 0), page.tokens[draft.content[-1][1] - 1].sentence)
    for head in sorted(speaking, key=lambda token: token.i):
        draft = speaking[head]
        speaker = draft.speaker
        if speaker is None:
            continue
        if head.pos != "PRON":
            own = _Voice(head, speaker.words, referent_of(speaker, cast), lasts[head])
            group = _group_before(own, voices, cast)
            if group is not None:
                meant[head] = group.referent
            voices.append(group or own)
            continue
        voice = _antecedent(draft, starts[head], head, voices, told, page, cast)
        if voice is None and head.lower in _PERSONS:
            voice = _named_before(starts[head], head, page, cast)
        if voice is not None:
            meant[head] = voice.referent
            voices.append(_Voice(head, (*speaker.words, *voice.words), voice.referent, lasts[head]))
    return meant


def _group_before(voice: _Voice, voices: list[_Voice], cast: Cast) -> _Voice | None:
    """Who spoke last where "the group" speaks and was not the group that its nearest mention means."""
    words = [word.lower for word in voice.words]
    if len(words) != 2 or words[0] != "the" or words[1] not in cue_words("groups"):
        return None
    near = [v for v in voices if _spoke_near(v, voice.head, voice.head) and v.referent is not None]
    if any(v.referent == voice.referent for v in near):
        return None
    last = next((v for v in reversed(near) if v.referent is not None), None)
    fits = last is not None and last.referent is not None and cast.referents[last.referent].actor in _GROUPS
    return _Voice(voice.head, voice.words, last.referent) if last is not None and fits else None


def _told(drafts: Sequence[Draft], page: Page) -> list[tuple[int, int]]:
    """All words that somebody says: who acts in them is no antecedent of a pronoun outside of them."""
    ranges = [piece for draft in drafts for piece in draft.content]
    ranges.extend((a.content[0].i, a.content[-1].i + 1) for a in page.parsed.attributions if a.content)
    read = {word for draft in drafts if draft.cue is not None for word in draft.cue.words}
    # somebody says something there that no rule reads
    unread = (
        sentence.tokens
        for sentence in page.parsed.sentences
        if any(word.tag in _FINITE and word not in read and cue_at(word) is not None for word in sentence.tokens)
    )
    ranges.extend((words[0].i, words[-1].i + 1) for words in unread)
    return ranges


def _antecedent(
    draft: Draft, start: int, pronoun: Token, voices: list[_Voice], told: list[tuple[int, int]], page: Page, cast: Cast
) -> _Voice | None:
    if pronoun.lower not in PRONOUNS:
        return None
    above = _governor(draft, pronoun, told, cast)
    if above is not None:
        return above
    near = [v for v in voices if _spoke_near(v, pronoun, page.tokens[start]) and _fits(pronoun, v, cast)]
    told_so = [v for v in near if pronoun.lower in _FEMALE and _has_words_of("she", v)]
    spoke = next(reversed(told_so or near), None)
    if not told_so and (pronoun.lower in _PERSONS or spoke is None):
        acted = _actor_before(pronoun, told, page, cast)
        if acted is not None and (spoke is None or (acted.head.i > spoke.head.i and _is_named(acted, cast))):
            return acted
    return spoke


def _named_before(start: int, pronoun: Token, page: Page, cast: Cast) -> _Voice | None:
    """The one person named in the sentence before: "to the anger of Amal Haddad. “It is a crime,” she said"."""
    first = page.tokens[start]
    before = page.parsed.sentences[first.sentence - 1].tokens if first.sentence else ()
    voices: dict[int | None, _Voice] = {}
    for token in before:
        voice = _Voice(token, (token,), cast.actor_at(token) if page.quote_of[token.i] < 0 else None)
        if _is_named(voice, cast) and _fits(pronoun, voice, cast):
            voices.setdefault(voice.referent, voice)
    return next(iter(voices.values())) if len(voices) == 1 else None


def _is_named(voice: _Voice, cast: Cast) -> bool:
    return voice.referent is not None and cast.referents[voice.referent].named


def _spoke_near(voice: _Voice, token: Token, start: Token) -> bool:
    """Whether a voice before `token` still speaks shortly before `start`, where what is said begins."""
    return voice.head.i < token.i and start.sentence - max(voice.last, voice.head.sentence) <= _SPOKE


def _is_near(token: Token, pronoun: Token, most: int) -> bool:
    return token.i < pronoun.i and pronoun.sentence - token.sentence <= most


def _governor(draft: Draft, pronoun: Token, told: list[tuple[int, int]], cast: Cast) -> _Voice | None:
    """The subject of the clause above: "the council named no one although it said"."""
    verb = pronoun.head
    if draft.content[0][0] < pronoun.i or verb is None or verb.rel not in _UNDER:
        return None
    for above in verb.ancestors():
        subject = next((c for c in above.dependents(*_SUBJECTS) if c.i < pronoun.i), None) if above.is_verb() else None
        if subject is not None and subject is not pronoun and not _is_told(subject, pronoun, told):
            voice = _Voice(subject, (subject,), cast.actor_at(subject))
            if voice.referent is not None and _fits(pronoun, voice, cast):
                return voice
    return None


def _actor_before(pronoun: Token, told: list[tuple[int, int]], page: Page, cast: Cast) -> _Voice | None:
    """Who acts in the article's own words shortly before: "The mayor stood by. “We had no warning,” he said"."""
    most = _ACTED if pronoun.lower in _PERSONS else 1
    for i in range(pronoun.i - 1, -1, -1):
        token = page.tokens[i]
        if not _is_near(token, pronoun, most):
            return None
        if token.rel not in _SUBJECTS or token.pos == "PRON":
            continue
        speaks = token.head is not None and cue_at(token.head) is not None
        if not speaks and _is_told(token, pronoun, told):
            continue
        voice = _Voice(token, (token,), cast.actor_at(token))
        if voice.referent is not None and _fits(pronoun, voice, cast):
            return voice
    return None


def _is_told(token: Token, pronoun: Token, told: list[tuple[int, int]]) -> bool:
    return any(low <= token.i < high and not low <= pronoun.i < high for low, high in told)


def _fits(pronoun: Token, voice: _Voice, cast: Cast) -> bool:
    """Whether somebody may be called so: one person, one body, or many."""
    actor = None if voice.referent is None else cast.referents[voice.referent].actor
    lemma = voice.head.lemma
    many = voice.head.is_plural() and voice.head.pos != "PROPN"
    if pronoun.lower in _PERSONS:
        single = actor is ActorType.PERSON or (
            actor is None and (lemma in cue_words("nouns", "persons") or lemma == "one")
        )
        return single and not many and not _is_other_sex(pronoun, voice)
    if pronoun.lower in _ONE_BODY:
        if lemma == "source":  # "a source told the agency. It added"
            return not many
        told = lemma in cue_words("nouns", "telling") or lemma in cue_words("nouns", "voices")
        return (actor in _BODIES or (actor is None and told)) and not many
    # "we" of a press release: the body in whose name it speaks
    return actor in _BODIES if pronoun.lower in _OWN else many or actor in _SIDES


def _is_other_sex(pronoun: Token, voice: _Voice) -> bool:
    """Whether a word for the speaker speaks against it: "a spokeswoman" and "he"."""
    own, other = ("she", "he") if pronoun.lower in _FEMALE else ("he", "she")
    return _has_words_of(other, voice) and not _has_words_of(own, voice)


def _has_words_of(sex: str, voice: _Voice) -> bool:
    return any(form in cue_words("sexes", sex) for word in voice.words for form in (word.lower, word.lemma))
