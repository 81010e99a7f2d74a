"""Finds which person belongs to which organisation, and in what role: read off the words around a noun for a role."""

from functools import cache

from kg.extract.cast import Cast
from kg.extract.lexicon import name_words
from kg.model import ActorType, Affiliation, Mention, MentionForm
from kg.nlp import Parsed, Token, span_of
from kg.resources import read_table

_BODIES = frozenset(ActorType) - {ActorType.PERSON, ActorType.CIVILIANS, ActorType.GROUP}
_LINKS = frozenset({"of", "for", "with", "at", "from", "in"})
_MOST_BETWEEN = 5


@cache
def _role_nouns() -> frozenset[str]:
    table = read_table("roles.toml")
    return frozenset(table["roles"])


class _Places:
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

    def person_named(self, mentions: list[Mention]) -> Mention | None:
        """The first of these that is the name of a person."""
        for mention in mentions:
            if mention.form is MentionForm.NAME and self.actor(mention) is ActorType.PERSON:
                return mention
        return None

    def body(self, mentions: list[Mention]) -> Mention | None:
        """The longest of these that is a body."""
        bodies = [mention for mention in mentions if self.actor(mention) in _BODIES]
        return max(bodies, key=lambda mention: len(mention.span), default=None)


def find_affiliations(parsed: Parsed, cast: Cast) -> tuple[Affiliation, ...]:
    """The affiliations of persons, left to right, each person and organisation once."""
    places = _Places(parsed, cast)
    found: dict[tuple[int, int], Affiliation] = {}
    for token in parsed.tokens:
        affiliation = None
        if _is_role(token):
            affiliation = _by_role(places, token)
        elif token.lower in ("'s", "’s"):
            affiliation = _by_employer(places, token)
        if affiliation is not None and affiliation.person != affiliation.organisation:
            found.setdefault((affiliation.person, affiliation.organisation), affiliation)
    return tuple(sorted(found.values(), key=lambda each: (each.evidence, each.person, each.organisation)))


def _is_role(token: Token) -> bool:
    return (
        (token.lemma in _role_nouns() or token.lower in _role_nouns())
        and token.pos in ("NOUN", "PROPN")
        and not token.is_plural()
    )


def _by_employer(places: _Places, token: Token) -> Affiliation | None:
    """The affiliation that "the Herald's Omar Haddad" tells of."""
    body = places.body(places.ending.get(token.i - 1, []))
    person = places.person_named(places.starting.get(token.i + 1, []))
    if body is None or person is None or places.actor(body) is not ActorType.MEDIA:
        return None
    return _affiliation(places, person, body, "reporter", token, "affiliations.employer")


def _by_role(places: _Places, role: Token) -> Affiliation | None:
    """The affiliation that a noun for a role tells of."""
    before, words = _body_before(places, role)
    after = _body_after(places, role)
    body = before or after
    if body is None:
        return None
    person = _person(places, role, after)
    if person is None:
        return None
    if before is None:
        words = _role_words(places, role)
    rule = "affiliations.body-before-role" if before is not None else "affiliations.role-of-body"
    return _affiliation(places, person, body, words, role, rule)


def _body_before(places: _Places, role: Token) -> tuple[Mention | None, str]:
    """The body right before a role ("SDF spokesman", "Energy Ministry press secretary"), with the role's words."""
    tokens = places.parsed.tokens
    at = role.i - 1
    while at >= 0 and role.i - at <= _MOST_BETWEEN and tokens[at].sentence == role.sentence:
        body = places.body([m for m in places.ending.get(at, []) if m.span.end <= role.start])
        if body is not None and not (body.form is MentionForm.NOMINAL and body.head.end != body.span.end):
            words = " ".join(token.lower for token in tokens[at + 1 : role.i + 1] if token.text not in ("'s", "’s"))
            return body, words
        if tokens[at].pos not in ("NOUN", "PROPN", "ADJ", "PART") or at in places.ending:
            break
        at -= 1
    return None, ""


def _body_after(places: _Places, role: Token) -> Mention | None:
    """The body behind a role: "a spokesman for the Norwegian-backed forces"."""
    tokens = places.parsed.tokens
    at = role.i + 1
    if at >= len(tokens) or tokens[at].lower not in _LINKS or tokens[at].sentence != role.sentence:
        return None
    for i in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(tokens))):
        body = places.body(places.starting.get(i, []))
        if body is not None:
            rest = places.starting.get(i, [])
            led = (
                i + 2 < len(tokens)
                and tokens[i + 1].text in ("-", "–")
                and tokens[i + 2].lower.endswith("ed")
                and len(rest) == 1
            )
            if not led:
                return body
            continue
        if tokens[i].pos not in ("DET", "ADJ", "VERB", "PUNCT", "PROPN", "NOUN") or tokens[i].text in (",", ".", ";"):
            return None
    return None


def _person(places: _Places, role: Token, after: Mention | None) -> Mention | None:
    """The person with the role: named behind it, behind its body, or before it, or described by it."""
    tokens = places.parsed.tokens
    at = role.i + 1
    while (
        at < len(tokens)
        and (_is_role(tokens[at]) or tokens[at].lower.rstrip(".") in _ranks())
        and tokens[at].sentence == role.sentence
    ):
        at += 1
    if at + 2 < len(tokens) and tokens[at].lower in ("of", "for") and tokens[at + 1].lower in name_words("offices"):
        at += 2  # "Secretary of State Jan Berg"
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    named = places.person_named(places.starting.get(at, []))
    if named is not None:
        return named  # "spokesman Colonel Omar Haddad"
    if after is not None:
        last = next(token.i for token in tokens[role.i :] if token.end == after.span.end)
        ahead = last + 2 if last + 1 < len(tokens) and tokens[last + 1].text == "," else last + 1
        named = places.person_named(places.starting.get(ahead, []))
        if named is not None:
            return named  # "a spokesman for the forces, Omar Haddad"
    first = role.i - 1
    while (
        first >= 0
        and tokens[first].pos in ("DET", "ADJ", "NOUN", "PROPN")
        and first not in places.ending
        and role.i - first < 5
    ):
        first -= 1
    if first >= 0 and tokens[first].text == ",":
        first -= 1
    named = places.person_named(places.ending.get(first, [])) if first >= 0 else None
    if named is not None and tokens[first].sentence == role.sentence:
        return named  # "Omar Haddad, head of the Observatory"
    return _described(places, role)


@cache
def _ranks() -> frozenset[str]:
    return frozenset(read_table("names.toml")["titles"]) | {"navy", "army", "force", "air", "marine", "corps", "."}


def _described(places: _Places, role: Token) -> Mention | None:
    """The person whom the role itself describes, or of whom it is said: "he is a member"."""
    if role.child("cop") is not None:
        subject = role.subject()
        mention = None if subject is None else places.cast.mention_at(subject)
        if mention is not None and places.actor(mention) is ActorType.PERSON:
            return mention
    mention = places.cast.mention_at(role)
    if mention is not None and places.actor(mention) is ActorType.PERSON and mention.form is MentionForm.NOMINAL:
        return mention
    return None


def _role_words(places: _Places, role: Token) -> str:
    """A role with the nouns before it: "foreign minister", "deputy head"."""
    tokens = places.parsed.tokens
    first = role.i
    while (
        first
        and tokens[first - 1].rel in ("compound", "amod")
        and tokens[first - 1].head is role
        and first - 1 not in places.ending
    ):
        first -= 1
    return " ".join(token.lower for token in tokens[first : role.i + 1])


def _affiliation(
    places: _Places, person: Mention, body: Mention, words: str, at: Token, rule: str
) -> Affiliation | None:
    if person.referent is None or body.referent is None:
        return None
    tokens = (*places.parsed.tokens_in(person.span), *places.parsed.tokens_in(body.span), at)
    return Affiliation(person.referent, body.referent, words, span_of(tokens), rule)
