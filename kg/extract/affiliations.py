"""Finds which person belongs to which organisation, and in what role: read off the words around a noun for a role."""

from functools import cache

from kg.extract.affiliations_bodies import by_rank, implied_by, is_kind, is_only_told, owner_of, whole_of
from kg.extract.affiliations_places import Places, is_role, role_nouns, role_words, to_affiliation
from kg.extract.affiliations_verbs import by_name, by_verb, spoken_for
from kg.extract.cast import Cast
from kg.extract.lexicon import name_words
from kg.extract.namesakes import acting_words
from kg.model import ActorType, Affiliation, Mention, MentionForm
from kg.nlp import Parsed, Token
from kg.resources import read_table

_LINKS = frozenset({"of", "for", "with", "at", "from", "in"})
_MOST_BETWEEN = 5
_KINDS = frozenset(
    {"group", "organisation", "organization", "movement", "militia", "front", "faction", "party", "network"}
)


def find_affiliations(parsed: Parsed, cast: Cast) -> tuple[Affiliation, ...]:
    """The affiliations of persons, left to right, each person and organisation once."""
    places = Places(parsed, cast)
    found: dict[tuple[int, int], Affiliation] = {}
    for token in parsed.tokens:
        affiliation = None
        if is_role(token) or _is_one_of(parsed, token):
            affiliation = _by_role(places, token)
        elif token.lower in ("'s", "’s", "of", "from"):
            affiliation = by_name(places, token)
        elif token.pos == "VERB":
            affiliation = by_verb(places, token)
        if affiliation is None:
            affiliation = by_rank(places, token)
        if affiliation is not None and affiliation.person != affiliation.organisation:
            found.setdefault((affiliation.person, affiliation.organisation), affiliation)
    return tuple(sorted(found.values(), key=lambda each: (each.evidence, each.person, each.organisation)))


def _is_one_of(parsed: Parsed, token: Token) -> bool:
    """Whether a plural is a role of one: "one of the founders of"."""
    if token.lemma not in role_nouns() or not token.is_plural() or token.i < _ONE_OF:
        return False
    words = [each.lower for each in parsed.tokens[max(0, token.i - 4) : token.i]]
    return "one" in words and words[words.index("one") + 1 : words.index("one") + 3] in (["of", "the"], ["of", "its"])


_ONE_OF = 3


def _by_role(places: Places, role: Token) -> Affiliation | None:
    """The affiliation that a noun for a role tells of."""
    before, words = _body_before(places, role)
    after = _body_after(places, role)
    body = before or owner_of(places, role) or after or implied_by(places, role) or spoken_for(places, role)
    if body is None or (body is before and is_kind(places, body, role)):
        return None
    person = _person(places, role, after)
    if person is None or is_only_told(places, person):
        return None
    bare = person.form is not MentionForm.NAME and _is_bare(places, body)
    if bare and not (_is_named(places, person) and places.actor(body) is ActorType.COALITION):
        return None  # "Omar Haddad, the coalition's spokesman" has one, "a police officer" none
    if before is None:
        words = _role_words(places, role)
    rule = "affiliations.body-before-role" if before is not None else "affiliations.role-of-body"
    return to_affiliation(places, person, body, words, role, rule)


def _is_named(places: Places, mention: Mention) -> bool:
    return mention.referent is not None and places.cast.referents[mention.referent].named


def _is_bare(places: Places, body: Mention) -> bool:
    """Whether a body is a bare noun that names nobody: the police of "a police officer"."""
    words = [token.lower for token in places.parsed.tokens_in(body.span) if token.pos != "DET"]
    named = body.referent is not None and places.cast.referents[body.referent].named
    return body.form is MentionForm.NOMINAL and not named and len(words) == 1 and words[0] in role_words("plain_bodies")


def _body_before(places: Places, role: Token) -> tuple[Mention | None, str]:
    """The body right before a role ("SDF spokesman", "Energy Ministry press secretary"), with the role's words."""
    tokens = places.parsed.tokens
    at = role.i - 1
    while at >= 0 and role.i - at <= _MOST_BETWEEN and tokens[at].sentence == role.sentence:
        body = places.body([m for m in places.ending.get(at, []) if m.span.end <= role.start])
        if body is not None and not (body.form is MentionForm.NOMINAL and body.head.end != body.span.end):
            words = " ".join(
                t.lower for t in tokens[at + 1 : role.i + 1] if t.text not in ("'s", "’s") and not places.is_place(t.i)
            )
            return body, words
        under = tokens[at].lower == "under" and tokens[at + 1].lower == "secretary"
        if (tokens[at].pos not in ("NOUN", "PROPN", "ADJ", "PART") and not under) or (
            at in places.ending and not places.is_place(at)
        ):
            break
        at -= 1  # a place may stand between: "UN Syria envoy"
    return None, ""


def _body_after(places: Places, role: Token) -> Mention | None:
    """The body behind a role: "a spokesman for the Norwegian-backed forces"."""
    tokens = places.parsed.tokens
    at = role.i + 1
    if at >= len(tokens) or tokens[at].lower not in _LINKS or tokens[at].sentence != role.sentence:
        return None
    nouns = joined = False
    for i in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(tokens))):
        if nouns and not joined and tokens[i].pos in ("DET", "VERB"):
            return None  # "a source in the province the rebels fired", "a member of a coalition fighting rebels"
        nouns = nouns or tokens[i].pos == "NOUN"
        body = places.body(places.starting.get(i, []))
        if body is not None and joined and body.form is not MentionForm.NAME:
            return None
        if body is not None:
            rest = places.starting.get(i, [])
            led = (
                i + 2 < len(tokens)
                and tokens[i + 1].text in ("-", "–")
                and tokens[i + 2].lower.endswith("ed")
                and len(rest) == 1
            )
            if not led:
                return whole_of(places, body)
            continue
        if nouns and not joined and tokens[i].lower in ("of", "in", "at", "for") and tokens[i - 1].pos == "NOUN":
            joined = True  # "head of operations in the General Staff"
            continue
        if tokens[i].pos not in ("DET", "ADJ", "VERB", "PUNCT", "PROPN", "NOUN") or tokens[i].text in (",", ".", ";"):
            return None
        if tokens[i].tag in ("VBD", "VBZ", "VBP"):
            return None  # "the governor of Homs Omar Haddad told Reuters"
    return None


def _person(places: Places, role: Token, after: Mention | None) -> Mention | None:
    """The person with the role: named behind it, behind its body, or before it, or described by it."""
    tokens = places.parsed.tokens
    at = role.i + 1
    while (
        at < len(tokens)
        and (is_role(tokens[at]) or (tokens[at].lower.rstrip(".") or ".") in _ranks())
        and tokens[at].sentence == role.sentence
    ):
        at += 1
    if at + 2 < len(tokens) and tokens[at].lower in ("of", "for") and tokens[at + 1].lower in name_words("offices"):
        at += 2  # "Secretary of State Jan Berg"
    at = _behind_place(places, at)
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    named = places.person_named(places.starting.get(at, []))
    if named is not None:
        return named  # "spokesman Colonel Omar Haddad"
    if after is not None:
        last = next(token.i for token in tokens[role.i :] if token.end == after.span.end)
        named = places.person_named(places.starting.get(_name_ahead(tokens, last + 1), []))
        if named is not None and not _begins_clause(places, role, named):
            return named  # "a spokesman for the forces, Omar Haddad"
    first = role.i - 1
    while first >= 0 and role.is_plural() and tokens[first + 1].lower != "one":
        first -= 1  # "one of the founders of"
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


def _name_ahead(tokens: tuple[Token, ...], at: int) -> int:
    """Where a name may start behind a body: "of the Front militant group Omar Haddad", "of the party, Mr Jan Berg"."""
    if at + _IN_BRACKETS < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        at += _IN_BRACKETS  # "of the Levant Institute (LI) Omar Haddad"
    while at + 1 < len(tokens) and (tokens[at].lower in acting_words("kind_words") or tokens[at].lower in _KINDS):
        at += 1
    if at + 1 < len(tokens) and tokens[at].text == ",":
        at += 1
    while at + 1 < len(tokens) and (tokens[at].lower.rstrip(".") or ".") in _ranks():
        at += 1
    return at


_IN_BRACKETS = 3  # "(", the letters, ")"


def _begins_clause(places: Places, role: Token, named: Mention) -> bool:
    """Whether a name behind a source begins what that says: "according to an official from the forces Haddad works"."""
    tokens = places.parsed.tokens
    first = places.parsed.tokens_in(named.span)[0]
    before = [token.lower for token in tokens[max(0, role.i - _CITED) : role.i]]
    return "according" in before and tokens[first.i - 1].text != ","


_CITED = 5  # words


def _behind_place(places: Places, at: int) -> int:
    """The word behind "to Yemen" or "for the Middle East" that starts at a word, or the word itself."""
    tokens = places.parsed.tokens
    if at + 1 >= len(tokens) or tokens[at].lower not in ("to", "for", "in", "of"):
        return at
    first = at + 2 if tokens[at + 1].lower == "the" else at + 1
    for mention in places.starting.get(first, []):
        if mention.referent is not None and places.cast.referents[mention.referent].place is not None:
            return int(places.parsed.tokens_in(mention.span)[-1].i) + 1
    return at


@cache
def _ranks() -> frozenset[str]:
    return frozenset(read_table("names.toml")["titles"]) | {"navy", "army", "force", "air", "marine", "corps", "."}


def _described(places: Places, role: Token) -> Mention | None:
    """The person whom the role itself describes, or of whom it is told: "he is a member", "serves as spokesman"."""
    told = _told_of(role)
    mention = None if told is None else places.cast.mention_at(told)
    if mention is not None and places.actor(mention) is ActorType.PERSON:
        return mention
    if told is not None and told.pos == "PRON":
        return None  # "he is a member": of whom is not known
    first = _joined_role(places, role)
    if first is not None:
        before = _person(places, first, None)  # "leader of the front and a former member of the party"
        if before is not None:
            return before
    mention = places.cast.mention_at(role)
    if mention is not None and places.actor(mention) is ActorType.PERSON and mention.form is MentionForm.NOMINAL:
        return mention
    return None


def _joined_role(places: Places, role: Token) -> Token | None:
    """The role to which this one is joined by "and", wherever the parser hangs it: on the role, or on its holder."""
    if role.rel != "conj" or role.head is None or is_role(role.head):
        return role.head if role.rel == "conj" else None
    joint = role.child("cc")
    if joint is None or places.parsed.tokens[joint.i - 1].text == ",":
        return None  # "Omar Haddad, leader of the front, and a member of the party were killed"
    told = (each for each in role.head.dependents("appos") if is_role(each) and each.i < role.i)
    return next(told, None)


def _told_of(role: Token) -> Token | None:
    """The word of which a clause tells the role."""
    verb = role.head
    if role.child("cop") is not None and not role.is_negated():
        subject = role.subject()
        if subject is not None and subject.lower in ("who", "that"):
            return verb if role.rel == "acl:relcl" else None  # "Omar Haddad, who was a member"
        return subject
    if verb is None or not verb.is_verb() or verb.is_negated():
        return None
    named = verb.lemma in role_words("naming_verbs") and verb.is_passive() and role.rel in ("xcomp", "obj", "obl")
    if named or (verb.lemma in role_words("serving_verbs") and role.preposition() == "as"):
        return verb.subject()  # "was named commander", "serves as spokesman"
    return None


def _role_words(places: Places, role: Token) -> str:
    """A role with the nouns before it: "foreign minister", "deputy head"."""
    tokens = places.parsed.tokens
    first = role.i
    while (
        first
        and tokens[first - 1].rel in ("compound", "amod")
        and tokens[first - 1].head is role
        and first - 1 not in places.ending
        and tokens[first - 1].lower != "old"  # "a 24-year-old fighter"
        and not tokens[first - 1].is_plural()  # an apostrophe lost: "the groups leader"
    ):
        first -= 1
    return " ".join(
        (*(token.lower for token in tokens[first : role.i]), role.lemma if role.is_plural() else role.lower)
    )
