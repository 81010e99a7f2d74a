"""Finds the body of a role that no name right beside it tells: "its leader", "Defense Secretary", "Navy Capt."."""

from kg.extract.affiliations_places import Places, role_words, to_affiliation
from kg.extract.cues import cue_words
from kg.extract.mentions_services import behind_ranks
from kg.model import ActorType, Affiliation, Mention, MentionForm
from kg.nlp import Token
from kg.resources import read_table

_GROUPS = frozenset(
    {ActorType.ARMED_GROUP, ActorType.ORGANIZATION, ActorType.MONITOR, ActorType.PARTY, ActorType.COALITION}
)
_ITS = frozenset({"its", "their"})


def by_rank(places: Places, token: Token) -> Affiliation | None:
    """The affiliation of "Navy Capt. Omar Haddad": the service, and the rank as the role."""
    body = places.body([m for m in places.ending.get(token.i, []) if places.actor(m) is ActorType.MILITARY])
    tokens = places.parsed.tokens
    ahead = behind_ranks(tokens, token.i + 1) if body is not None else None
    person = places.person_named(places.starting.get(ahead, [])) if ahead is not None else None
    if body is None or ahead is None or person is None:
        return None
    rank = " ".join(word.text for word in tokens[token.i + 1 : ahead]).replace(" .", ".")
    return to_affiliation(places, person, body, rank, tokens[ahead], "affiliations.service-and-rank")


def whole_of(places: Places, body: Mention) -> Mention:
    """The named body that a part without a name is of: "a member of the media office of the Red Front"."""
    if body.form is MentionForm.NAME or body.referent is None:
        return body
    tokens = places.parsed.tokens
    inside = places.parsed.tokens_in(body.span)
    for at in range(inside[0].i + 1, inside[-1].i + 2):
        if at + 2 < len(tokens) and tokens[at].lower == "of":
            first = at + 2 if tokens[at + 1].lower == "the" else at + 1
            named = places.body([m for m in places.starting.get(first, []) if m.form is MentionForm.NAME])
            return body if named is None else named
    return body


def owner_of(places: Places, role: Token) -> Mention | None:
    """The body of "its leader" or, where the apostrophe was lost, "the groups leader"."""
    before = places.parsed.tokens[max(0, role.i - 4) : role.i]
    if any(word.lower in _ITS and word.rel == "nmod:poss" and word.head is role for word in before):
        opens = places.parsed.sentences[role.sentence].tokens[0].lower in _ITS
        return _body_told_before(places, role) if opens else _only_body_before(places, role)
    if len(before) < 2 or before[-1].tag != "NNS" or before[-2].lower not in ("the", "this"):
        return None
    if before[-1].lemma in cue_words("nouns", "voices") or before[-1].lower == "bodys":
        return _group_before(places, role)
    return None


def _only_body_before(places: Places, role: Token) -> Mention | None:
    """The one body that the sentence tells of before a word, if there is no other."""
    found: dict[int, Mention] = {}
    for token in places.parsed.sentences[role.sentence].tokens:
        if token.i >= role.i:
            break
        body = places.body(places.ending.get(token.i, []))
        if body is not None and body.referent is not None:
            found.setdefault(body.referent, body)
    return next(iter(found.values())) if len(found) == 1 else None


def _body_told_before(places: Places, role: Token) -> Mention | None:
    """The body of the sentence before, its subject if there are several: "The Front took it. Its leader said"."""
    found: dict[int, Mention] = {}
    subjects: dict[int, Mention] = {}
    if role.sentence == 0:
        return None
    for token in places.parsed.sentences[role.sentence - 1].tokens:
        body = places.body(places.ending.get(token.i, []))
        if body is None or body.referent is None or not places.cast.referents[body.referent].named:
            continue
        found.setdefault(body.referent, body)
        if any(word.rel in ("nsubj", "nsubj:pass") for word in places.parsed.tokens_in(body.span)):
            subjects.setdefault(body.referent, body)
    bodies = subjects if len(found) > 1 else found
    body = next(iter(bodies.values())) if len(bodies) == 1 else None
    return body if body is not None and places.actor(body) is not ActorType.GOVERNMENT else None


def _group_before(places: Places, role: Token) -> Mention | None:
    """The group named last, in this sentence or the one before; no armed one for "the groups director"."""
    kinds = _GROUPS - {ActorType.ARMED_GROUP} if role.lemma in role_words("civil_roles") else _GROUPS
    for i in range(role.i - 1, -1, -1):
        if role.sentence - places.parsed.tokens[i].sentence > 1:
            return None
        body = places.body(places.ending.get(i, []))
        if body is not None and body.referent is not None and places.actor(body) in kinds:
            return body if places.cast.referents[body.referent].named else None
    return None


def implied_by(places: Places, role: Token) -> Mention | None:
    """The body that an office is of, where the article names it: the Pentagon of "Defense Secretary Jan Berg"."""
    tokens = places.parsed.tokens
    near = " ".join(token.lower for token in tokens[max(0, role.i - 1) : role.i + 3])
    key = next((key for words, key in read_table("roles.toml")["implied"].items() if words in near), None)
    if key is None:
        return None
    known = (
        m for m in places.cast.mentions if m.referent is not None and places.cast.referents[m.referent].known == key
    )
    return next(known, None)


def is_kind(places: Places, body: Mention, role: Token) -> bool:
    """Whether the noun before a role tells no body of it: "media activist", "told the agency medic Omar Haddad"."""
    words = [token.lower for token in places.parsed.tokens_in(body.span)]
    if len(words) == 1 and words[0] in role_words("kind_bodies") and role.lemma in role_words("kind_roles"):
        return body.form is MentionForm.NOMINAL
    return places.actor(body) is ActorType.MEDIA and role.lemma not in role_words("media_roles")


def is_only_told(places: Places, person: Mention) -> bool:
    """Whether an unnamed reporter only is told something: "confirmed it to an agency correspondent"."""
    if person.form is MentionForm.NAME:
        return False
    head = places.parsed.tokens_in(person.head)[0]
    if head.lemma not in role_words("reporters"):
        return False
    verb = head.head
    told = head.rel in ("obj", "iobj") and verb is not None and verb.lemma in ("tell", "inform")
    return told or (head.rel in ("obl", "nmod") and head.preposition() == "to")
