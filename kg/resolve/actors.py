"""Which actors of different articles are one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import ActorType, Member, Reason
from kg.resolve.clusters import Cluster, Link, draw
from kg.resolve.digest import Digest, Named
from kg.resolve.judgements import Called, Judgement, Judgements, Thing
from kg.resolve.names import bare, fold, numbers, skeleton
from kg.resolve.persons import Person, link_variants

_ALONE = Reason("actors.alone", "in this article only, as far as its names tell", 0.9)
_LETTERS_OF_ACRONYM = 7


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of all articles, sorted by members, and the pairs that could be one but were left apart."""

    clusters: tuple[Cluster, ...]
    undecided: tuple[Judgement, ...]


def resolve_actors(digests: Sequence[Digest], judgements: Judgements) -> Actors:
    """The actors of all articles.

    Members are one by a known key, by the same name with a type that fits, by an acronym that some article
    explains, or, for persons, by two spellings of one name where more than the name speaks for it.
    Unnamed actors, and persons of whom an article tells but one word, are never joined over articles.
    """
    members = {
        Member(digest.document, index): named
        for digest in digests
        for index, named in enumerate(digest.referents)
        if named.actor is not None
    }
    called = _called(digests)
    links = [*_by_key(members), *_by_name(members), *_by_acronym(members)]
    variants, undecided = link_variants(_persons(digests))
    settled = judgements.settled(Thing.ACTOR, called)
    return Actors(draw(members, (*links, *variants), settled, _ALONE), undecided)


def _called(digests: Iterable[Digest]) -> dict[Member, Called]:
    return {
        Member(digest.document, index): Called(
            frozenset(fold(name) for name in (named.name, *named.names)), digest.source_id
        )
        for digest in digests
        for index, named in enumerate(digest.referents)
        if named.actor is not None
    }


def _stars(groups: Mapping[object, list[Member]], rule: str, words: str, score: float) -> Iterator[Link]:
    """Links from the first member of each group to the others."""
    for key, group in groups.items():
        group.sort()
        for other in group[1:]:
            yield Link(group[0], other, Reason(rule, words.format(key=key), score))


def _by_key(members: Mapping[Member, Named]) -> Iterator[Link]:
    groups: dict[object, list[Member]] = defaultdict(list)
    for member, named in members.items():
        if named.known:
            groups[named.known].append(member)
    return _stars(groups, "actors.known", "its name is listed for {key}", 0.97)


def _by_name(members: Mapping[Member, Named]) -> Iterator[Link]:
    """Links between those of one name, or of one sound, with the same numbers and types that fit."""
    same: dict[object, list[Member]] = defaultdict(list)
    alike: dict[object, list[Member]] = defaultdict(list)
    for member, named in members.items():
        family = _family(named.actor)
        for name in _full_names(named):
            same[name, family].append(member)
            if family != "person" and " " in name:
                alike[skeleton(name), tuple(sorted(numbers(name))), family].append(member)
    yield from _stars(same, "actors.same-name", "the same name and a type that fits: {key[0]}", 0.93)
    yield from _stars(alike, "actors.same-sound", "a name that sounds the same: {key[0]}", 0.85)


def _by_acronym(members: Mapping[Member, Named]) -> Iterator[Link]:
    """Links between those of one acronym, unless articles explain it in different ways."""
    groups: dict[str, list[Member]] = defaultdict(list)
    meanings: dict[str, set[str]] = defaultdict(set)
    for member, named in members.items():
        if not named.named or named.actor is ActorType.PERSON:
            continue
        for acronym in _acronyms(named):
            groups[acronym].append(member)
            meanings[acronym].update({named.known} if named.known else {skeleton(n) for n in _full_names(named)})
    clear: dict[object, list[Member]] = {key: group for key, group in groups.items() if len(meanings[key]) <= 1}
    return _stars(clear, "actors.acronym", "the same acronym, which no article explains otherwise: {key}", 0.85)


def _full_names(named: Named) -> tuple[str, ...]:
    """The names that stand for one actor wherever they are read, made comparable."""
    if not named.named:
        return ()
    names = dict.fromkeys(name for name in (named.name, *named.names) if not _is_acronym(name))
    if named.actor is ActorType.PERSON:
        return tuple(key for name in names if " " in (key := bare(name)))
    if named.known:
        return ()
    return tuple(dict.fromkeys(key for name in names if (key := bare(name)) and not _is_bare_number(key)))


def _acronyms(named: Named) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((named.name, *named.names)) if _is_acronym(name))


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= _LETTERS_OF_ACRONYM and " " not in name


def _is_bare_number(key: str) -> bool:
    return not any(letter.isalpha() for letter in key)


def _family(actor: ActorType | None) -> str:
    if actor is ActorType.PERSON:
        return "person"
    return "people" if actor in (ActorType.CIVILIANS, ActorType.GROUP) else "organisation"


def _persons(digests: Iterable[Digest]) -> tuple[Person, ...]:
    """The persons with a full name, and what their articles tell of them."""
    found = []
    for digest in digests:
        ties: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
        for person, organisation, role in digest.affiliations:
            ties[person].append((organisation, role))
        company = frozenset(named.known for named in digest.referents if named.known)
        for index, named in enumerate(digest.referents):
            if named.actor is ActorType.PERSON and named.named and " " in bare(named.name):
                bodies = (digest.referents[organisation] for organisation, _ in ties[index])
                found.append(
                    Person(
                        Member(digest.document, index),
                        named.name,
                        frozenset(body.known or bare(body.name) for body in bodies),
                        frozenset(fold(role) for _, role in ties[index] if role),
                        company,
                    )
                )
    return tuple(found)
