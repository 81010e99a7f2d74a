"""Affiliations without a noun for a role: "who heads the agency", "the Herald's Omar Haddad", "of the Red Cross"."""

from kg.extract.affiliations_places import Places, to_affiliation
from kg.extract.namesakes import acting_words
from kg.model import ActorType, Affiliation, Mention, MentionForm
from kg.nlp import Token
from kg.resources import read_table

_EMPLOYERS = frozenset({ActorType.MEDIA, ActorType.MONITOR, ActorType.ORGANIZATION, ActorType.PARTY})
_OF = _EMPLOYERS | {ActorType.ARMED_GROUP, ActorType.COALITION, ActorType.MILITARY}
_NEAR = 4


def by_name(places: Places, token: Token) -> Affiliation | None:
    """The affiliation that "the Herald's Omar Haddad" or "Nadia Salim of the Red Cross" tells of."""
    if token.lower in ("'s", "’s"):
        body = places.body(places.ending.get(token.i - 1, []))
        person = places.person_named(places.starting.get(token.i + 1, []))
        if body is None or person is None or body.form is not MentionForm.NAME:
            return None
        actor = places.actor(body)
        if actor not in _EMPLOYERS | {ActorType.ARMED_GROUP}:
            return None
        role = "reporter" if actor is ActorType.MEDIA else ""
        return to_affiliation(places, person, body, role, token, "affiliations.employer")
    return _of_body(places, token)


def _of_body(places: Places, token: Token) -> Affiliation | None:
    """The affiliation that "Nadia Salim of the Red Cross" tells of; "from" only of those that employ people."""
    tokens = places.parsed.tokens
    before = token.i - 2 if token.i and tokens[token.i - 1].text == "," else token.i - 1
    if before >= 0 and tokens[before].lower == "formerly":
        before -= 2 if tokens[before - 1].text == "," else 1  # "Omar Haddad, formerly of the Red Cross"
    person = places.person_named(places.ending.get(before, []))
    at = token.i + 1
    if at < len(tokens) and tokens[at].lower in ("the", "a"):
        at += 1
    body = places.body([one for one in places.starting.get(at, []) if one.form is MentionForm.NAME])
    if person is None or body is None or tokens[before].sentence != token.sentence:
        return None
    words = places.parsed.tokens_in(person.span)
    title = tokens[words[0].i - 1].lower if words and words[0].i else ""
    if places.actor(body) is ActorType.GOVERNMENT and token.lower == "of" and title in acting_words("state_titles"):
        return to_affiliation(
            places, person, body, title, token, "affiliations.person-of-body"
        )  # "President X of Kenya"
    if places.actor(body) not in (_EMPLOYERS if token.lower == "from" else _OF) or _is_backed(places, body):
        return None
    return to_affiliation(places, person, body, "", token, "affiliations.person-of-body")


def _is_backed(places: Places, body: Mention) -> bool:
    """Whether the body only backs another: "of the Red Front-backed council"."""
    words = places.parsed.tokens_in(body.span)
    following = places.parsed.tokens[words[-1].i + 1 : words[-1].i + 3] if words else ()
    return len(following) == 2 and following[0].text in ("-", "–")


def by_verb(places: Places, verb: Token) -> Affiliation | None:
    """The affiliation that "Amos Kirui, who heads the Red Cross" or "Omar Haddad founded the front" tells of."""
    role = read_table("roles.toml")["verbs"].get(verb.lemma)
    if role is None:
        return _belongs(places, verb)
    if verb.is_negated() or any(child.rel == "aux" and child.lemma != "have" for child in verb.children):
        return None
    subject, thing = _who(verb), verb.child("obj")
    if subject is None or thing is None or verb.is_passive() or thing.i - verb.i > _NEAR + 2:
        return None
    person, body = places.cast.mention_at(subject), places.cast.mention_at(thing)
    if person is None or body is None or places.actor(person) is not ActorType.PERSON:
        return None
    if places.body([body]) is None or (body.form is not MentionForm.NAME and places.parsed.words(body.span).islower()):
        return None  # "led the army into town" names no body for good
    return to_affiliation(places, person, body, str(role), verb, "affiliations.heads-body")


def _who(verb: Token) -> Token | None:
    subject = verb.subject()
    if subject is not None and subject.lower in ("who", "that"):
        return verb.head if verb.rel == "acl:relcl" else None
    return subject


def _belongs(places: Places, verb: Token) -> Affiliation | None:
    """The affiliation that "was assigned to the Third Brigade" or "worked for the agency" tells of; no role."""
    prepositions = read_table("roles.toml")["belonging"].get(verb.lemma)
    if prepositions is None or verb.is_negated():
        return None
    subject = _who(verb)
    thing = next((t for t in verb.modifiers(*prepositions) if t.i - verb.i <= 2 * _NEAR), None)
    if subject is None or thing is None:
        return None
    person, body = places.cast.mention_at(subject), places.cast.mention_at(thing)
    if person is None or body is None or places.actor(person) is not ActorType.PERSON:
        return None
    named = body.referent is not None and places.cast.referents[body.referent].named
    if places.body([body]) is None or places.actor(body) is ActorType.GOVERNMENT or not named or subject.is_plural():
        return None
    return to_affiliation(places, person, body, "", verb, "affiliations.belongs-to-body")


def spoken_for(places: Places, role: Token) -> Mention | None:
    """The body whose deeds a bare spokesman tells of: "the agency stopped work, said spokesman Omar Haddad"."""
    tokens = places.parsed.tokens
    if role.lemma not in _SPOKESMEN or role.i < 1 or tokens[role.i - 1].lemma not in _SAYING:
        return None
    for token in places.parsed.sentences[role.sentence].tokens:
        if token.i >= role.i - 1:
            return None
        if token.rel == "nsubj":
            mention = places.cast.mention_at(token)
            return None if mention is None else places.body([mention])
    return None


_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SAYING = frozenset({"say", "add", "tell", "note", "explain"})
