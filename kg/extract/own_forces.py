"""Finds the body meant by "his forces": that of the person named before, where the article tells it."""

from functools import cache

from kg.extract.chains import Chain, Chains
from kg.extract.lexicon import name_words
from kg.extract.mentions import Found
from kg.model import ActorType, MentionForm
from kg.nlp import Token
from kg.resources import read_table

_PEOPLE = frozenset({"force", "troop", "fighter", "soldier", "group", "movement", "unit", "militia"})
_FIGHTING = frozenset({ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_MOST_BETWEEN = 7
_BACK = 2  # sentences


def own_forces(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The body of the one person named shortly before: "Col. Haddad, spokesman of the Front, said his forces"."""
    tokens = chains.parsed.tokens
    if head.i - found.first != 1 or head.lemma not in _PEOPLE:
        return None
    if tokens[found.first].lower in ("its", "their"):
        return _body_before(chains, found)
    if tokens[found.first].lower not in ("his", "her"):
        return None
    persons: dict[int, Chain] = {}
    for n, one in enumerate(chains.founds):
        near = one.last < found.first and tokens[found.first].sentence - tokens[one.last].sentence <= _BACK
        if near and one.form is MentionForm.NAME and one.actor is ActorType.PERSON and n in chains.of:
            persons[id(chains.of[n])] = chains.of[n]
    if len(persons) != 1:
        return None
    bodies: dict[int, Chain] = {}
    for person in persons.values():
        for n in person.members:
            for chain in _bodies_beside(chains, chains.founds[n]):
                bodies[id(chain)] = chain
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _body_before(chains: Chains, found: Found) -> Chain | None:
    """The named fighting body that is a subject before in the same sentence: "Hamas said one of its fighters"."""
    tokens = chains.parsed.tokens
    sentence = tokens[found.first].sentence
    named = [
        n
        for n, one in enumerate(chains.founds)
        if one.form is MentionForm.NAME and n in chains.of and chains.of[n].actor in _FIGHTING
        if one.last < found.first and tokens[one.head].sentence == sentence and tokens[one.head].rel in _SUBJECTS
    ]
    return chains.of[named[-1]] if named else None


def _bodies_beside(chains: Chains, person: Found) -> list[Chain]:
    """The named fighting bodies that a role links with a name: "SDF commander X", "X, a spokesman for the SDF"."""
    tokens = chains.parsed.tokens
    if person.form is not MentionForm.NAME:
        return []
    found = []
    for n, body in enumerate(chains.founds):
        if body.form is not MentionForm.NAME or body.actor not in _FIGHTING or n not in chains.of:
            continue
        first, last = sorted(((person.first, person.last), (body.first, body.last)))
        between = tokens[first[1] + 1 : last[0]]
        if tokens[first[1]].sentence == tokens[last[0]].sentence and _links(between, behind=body.first > person.last):
            found.append(chains.of[n])
    return found


def _links(between: tuple[Token, ...], *, behind: bool) -> bool:
    """Whether the words between a body and a person are a role, with a comma and "of" where the body is behind."""
    if not between or len(between) > _MOST_BETWEEN or not any(token.lemma in _roles() for token in between):
        return False
    if any(token.pos in ("VERB", "AUX", "CCONJ", "PRON") for token in between):
        return False
    if not behind:
        return all(token.text != "," for token in between)
    return between[0].text == "," and any(token.lower in ("of", "for", "with", "from") for token in between)


@cache
def _roles() -> frozenset[str]:
    return frozenset(read_table("roles.toml")["roles"]) - name_words("city")
