"""The mentions of an article by where they start and end, and the nouns for roles: what affiliations are read off."""

from functools import cache

from kg.extract.cast import Cast
from kg.model import ActorType, Affiliation, Mention, MentionForm
from kg.nlp import Parsed, Token, span_of
from kg.resources import read_table

BODIES = frozenset(ActorType) - {ActorType.PERSON, ActorType.CIVILIANS, ActorType.GROUP}


@cache
def role_words(group: str) -> frozenset[str]:
    """A group of the words that tell of roles."""
    return frozenset(read_table("roles.toml")[group])


def role_nouns() -> frozenset[str]:
    """The nouns for the role of a person in a body."""
    return role_words("roles")


class Places:
    """The mentions of an article by their first and last words."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed = parsed
        self.cast = cast
        self.starting: dict[int, list[Mention]] = {}
        self.ending: dict[int, list[Mention]] = {}
        starts = {token.start: token.i for token in parsed.tokens}
        ends = {token.end: token.i for token in parsed.tokens}
        for mention in cast.mentions:
            if mention.referent is not None:
                self.starting.setdefault(starts[mention.span.start], []).append(mention)
                self.ending.setdefault(ends[mention.span.end], []).append(mention)

    def actor(self, mention: Mention) -> ActorType | None:
        """The type of the actor of a mention."""
        return None if mention.referent is None else self.cast.referents[mention.referent].actor

    def is_place(self, last: int) -> bool:
        """Whether only places end at a word."""
        there = [mention.referent for mention in self.ending.get(last, ()) if mention.referent is not None]
        return bool(there) and all(self.cast.referents[referent].place is not None for referent in there)

    def person_named(self, mentions: list[Mention]) -> Mention | None:
        """The first of these that is the name of a person."""
        for mention in mentions:
            if mention.form is MentionForm.NAME and self.actor(mention) is ActorType.PERSON:
                return mention
        return None

    def body(self, mentions: list[Mention]) -> Mention | None:
        """The longest of these that is a body."""
        bodies = [mention for mention in mentions if self.actor(mention) in BODIES]
        return max(bodies, key=lambda mention: len(mention.span), default=None)


def is_role(token: Token) -> bool:
    """Whether a word is a noun for the role of one person."""
    return (
        (token.lemma in role_nouns() or token.lower in role_nouns())
        and token.pos in ("NOUN", "PROPN")
        and not token.is_plural()
    )


def to_affiliation(
    places: Places, person: Mention, body: Mention, words: str, at: Token, rule: str
) -> Affiliation | None:
    """The affiliation of a person with a body, by the words from the first to the last of theirs and `at`."""
    if person.referent is None or body.referent is None:
        return None
    tokens = (*places.parsed.tokens_in(person.span), *places.parsed.tokens_in(body.span), at)
    return Affiliation(person.referent, body.referent, words or None, span_of(tokens), rule)
