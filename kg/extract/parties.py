"""Of whom a figure speaks: the noun phrase, what kind of people they are, and whose side they are on."""

from dataclasses import dataclass
from functools import cache

from kg.extract.cast import Cast
from kg.extract.numbers import Number
from kg.extract.numbers_amounts import number_words
from kg.model import ActorType, MentionForm, PartyType, Span
from kg.nlp import Parsed, Token, span_of
from kg.resources import read_table

_TYPES = ("civilians", "combatants", "children", "women", "medics", "unknown")
ARMED = frozenset((ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION))
ORGANISED = ARMED | {
    ActorType.GOVERNMENT,
    ActorType.PARTY,
    ActorType.MEDIA,
    ActorType.MONITOR,
    ActorType.ORGANIZATION,
}
BARE = frozenset(("dead", "wounded", "injured", "killed", "missing", "more", "displaced", "deceased"))
# "mostly civilians", "most of them women": not all of them
_PARTLY = frozenset(
    (
        "most",
        "mostly",
        "mainly",
        "some",
        "many",
        "half",
        "several",
        "few",
        "largely",
        "predominantly",
        "primarily",
        "chiefly",
        "particularly",
        "especially",
        "notably",
        "including",
        "among",
        "part",
        "third",
    )
)
# "army officials", "school students": another word tells what they are
_OF_ANY_KIND = ("official", "student")
_CONSEQUENCES = frozenset(("life", "death", "body", "corpse", "fatality", "injury", "martyr", "casualty"))


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The people that a number counts.

    Attributes:
        head: the word for them ("fighters"), None where only a number stands.
        anchor: the word by which number and people hang on the rest of the sentence.
        tokens: number and people, without what follows ("at least four SDF fighters").
    """

    head: Token | None
    anchor: Token
    tokens: tuple[Token, ...]


@cache
def people_types() -> dict[str, PartyType]:
    """The type of each word for people, by lemma."""
    table = read_table("people.toml")
    types: dict[str, PartyType] = {}
    for name in _TYPES:
        for word in table[name]:
            types.setdefault(word, PartyType(name))
    return types


@cache
def _adjective_types() -> dict[str, PartyType]:
    return {word: PartyType(name) for name, words in read_table("people.toml")["adjectives"].items() for word in words}


@cache
def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(read_table("people.toml")[section][name])


def is_bare(token: Token) -> bool:
    """Whether the word stands for the people by what became of them, and names no party: "the wounded"."""
    return token.lower in BARE


def is_people(token: Token) -> bool:
    """Whether the word means people that can be counted."""
    return type_of_word(token) is not None


def type_of_word(token: Token) -> PartyType | None:
    """The party type of a single word, None where it means no people."""
    types = people_types()
    found = types.get(token.lemma.lower()) or types.get(token.lower)
    if found is None and token.is_plural():
        found = next((types[word] for word in _singulars(token.lower) if word in types), None)
    if found is None and token.name == "NORP" and token.pos in ("NOUN", "PROPN"):
        people = token.is_plural() or token.rel not in ("compound", "amod", "nmod:poss")
        return PartyType.UNKNOWN if people else None  # "600 Syrians", "12,000 Rohingya"
    return found


def _singulars(word: str) -> tuple[str, ...]:
    """What a plural may be the plural of, where the parser left it as it stands: "Gunmen", "Families"."""
    if word.endswith("men"):
        return (word[:-3] + "man",)
    return (word[:-3] + "y", word[:-1]) if word.endswith("ies") else (word[:-1],)


def party_span(counted: Counted, number: Number, parsed: Parsed) -> Span | None:
    """The words for whom, without the number: "SDF fighters", "fighters, their families and other civilians"."""
    head = _people(counted)
    if head is None or is_bare(head) or head.lemma.lower() in _CONSEQUENCES:
        return None
    apart = counted.tokens[-1].i - counted.tokens[0].i >= len(counted.tokens)  # "eight of the 12 killed were civilians"
    if apart or head is not counted.head:
        return span_of(
            [*(child for child in head.children if child.rel in ("compound", "amod") and child.i < head.i), head]
        )
    first = number.last + 1
    if first <= head.i and parsed.tokens[first].lower == "of":
        first += 2 if parsed.tokens[first + 1].lower in ("them", "whom") else 1
        while first < head.i and parsed.tokens[first].tag in ("DT", "CD"):
            first += 1  # "12 of | the 40 | hostages"
    people = (head, *_companions(head))
    last = max(token.i for token in people)
    for modifier in (modifier for token in people for modifier in token.dependents("nmod")):
        below = [token.i for token in modifier.subtree()]
        opens = parsed.tokens[below[0]].lower == "of"
        if opens and below[0] == last + 1 and below[-1] == modifier.i <= last + 5:
            last = modifier.i
    return span_of(parsed.tokens[first : last + 1]) if first <= last else head.span


def _people(counted: Counted) -> Token | None:
    """The word for the people; for the dead that are counted as bodies, whose they are: "65 bodies of | civilians"."""
    head = counted.head
    if head is None or head.lemma not in ("body", "corpse"):
        return head
    return next((part for part in head.modifiers("of") if is_people(part) and not _has_number(part)), head)


def _companions(head: Token) -> tuple[Token, ...]:
    """People coordinated with it that have no number of their own: "women and children", "a man and a woman"."""
    article = head.child("det")
    single = article is not None and article.lower in ("a", "an", "another")
    others = tuple(
        other
        for other in head.conjuncts()
        if is_people(other)
        and not other.is_verb()  # "killed 12 villagers and | wounded dozens"
        and not other.preposition()  # "20 people, half of them | children"
        and other.i - head.i < 8
        and other.tag != "CD"
        and not _has_number(other)
        and (single or other.child("det") is None)
    )
    return () if single and are_apart((head, *others)) else others


def are_apart(people: tuple[Token, ...]) -> bool:
    """Whether each is of another kind of people, and so has a figure of its own: "a woman and a child"."""
    kinds = [type_of_word(token) for token in people]
    return PartyType.UNKNOWN not in kinds and len(set(kinds)) == len(kinds)


def _has_number(noun: Token) -> bool:
    """Whether it is counted by a number of its own: "soldiers and | scores of civilians"."""
    head = noun.head
    if noun.preposition() == "of" and head is not None and head.lower in number_words():
        return True
    if head is not None and any(head.i < token.i < noun.i for token in head.dependents("nummod")):
        return True  # where the parser hangs the number on the people before it
    return any(
        token.tag == "CD" or token.name == "CARDINAL" or token.lower in number_words()
        for token in noun.subtree()
        if token.i < noun.i
    )


def _is_whole(noun: Token) -> bool:
    """Whether it tells of all of them: "20 people, all of them civilians", against "six of them children"."""
    before = {token.lower for token in noun.subtree() if token.i < noun.i}
    if noun.head is not None:  # "51 people, | most of them | women": beside it where it is an apposition
        beside = (child for child in noun.head.children if noun.head.i < child.i < noun.i)
        before |= {token.lower for child in beside for token in child.subtree()}
    return not (before & _PARTLY) and not _has_number(noun) and noun.child("det") is None


def party_type(counted: Counted, cast: Cast) -> PartyType:
    """What kind of people they are."""
    head = _people(counted)
    if head is None:
        return PartyType.UNKNOWN
    types = [_type_with_modifiers(head, cast)]
    types += [_type_with_modifiers(other, cast) for other in _companions(head)]
    if set(types) == {PartyType.UNKNOWN}:  # "thousands of people: fighters, their families and other civilians"
        more = [other for other in _told_beside(head) if is_people(other) and _is_whole(other)]
        types = [_type_with_modifiers(c, cast) for other in more for c in (other, *_companions(other))] or types
    kinds = set(types)
    if len(kinds) == 1:
        return types[0]
    if PartyType.COMBATANTS in kinds:
        return PartyType.MIXED if kinds - {PartyType.UNKNOWN, PartyType.COMBATANTS} else PartyType.COMBATANTS
    return PartyType.UNKNOWN if PartyType.UNKNOWN in kinds else PartyType.CIVILIANS


def _told_beside(head: Token) -> tuple[Token, ...]:
    """What they are told to be, on them or on the number that they hang on: "thousands of people: | fighters"."""
    above = head.head.children if head.head is not None and head.preposition() == "of" else []
    beside = [
        child for child in above if child.rel in ("appos", "nmod") and child.i > head.i and not child.preposition()
    ]
    own = [child for child in head.dependents("appos", "nmod") if child.i > head.i and not child.preposition()]
    return (*own, *beside)


def _type_with_modifiers(head: Token, cast: Cast) -> PartyType:
    kind = type_of_word(head) or PartyType.UNKNOWN
    before = [child.lower for child in head.children if child.i < head.i and child.rel in ("amod", "compound")]
    if head.lemma in ("worker", "staff", "team", "volunteer", "personnel", "member") and _words(
        "workers", "medics"
    ) & set(before):
        return PartyType.MEDICS
    for word in before:
        if word in _adjective_types() and (
            kind is PartyType.UNKNOWN or word == "civilian" or head.lemma in _OF_ANY_KIND
        ):
            return _adjective_types()[word]
    if kind is PartyType.UNKNOWN and head.lemma == "member":
        owner = owner_of(head, cast)
        if owner is not None and cast.referents[owner].actor in ARMED:
            return PartyType.COMBATANTS
        # "members of the security forces", "militants and members of their families"
        above = head.head.modifiers("of") if head.rel == "conj" and head.head is not None else ()
        for modifier in (*head.modifiers("of"), *above):
            if modifier.i > head.i:
                return type_of_word(modifier) or _type_of_group(modifier) or kind
    return kind


def _type_of_group(group: Token) -> PartyType | None:
    """What those are who belong to it: "a terrorist organization", "two armed groups"."""
    words = {
        word for noun in (group, *(child for child in group.children if child.i > group.i)) for word in noun.lowers()
    }
    types = {_adjective_types()[word] for word in words if word in _adjective_types()}
    return PartyType.COMBATANTS if types == {PartyType.COMBATANTS} else None


def owner_of(head: Token, cast: Cast) -> int | None:
    """The organisation that the people belong to: "SDF fighters", "members of the Islamic State"."""
    for child in head.children:
        if child.rel in ("compound", "amod", "nmod:poss") or (
            child.rel == "nmod" and child.preposition() in ("of", "from", "with", "belonging to", "in")
        ):
            actor = cast.actor_at(child)
            if actor is None or not cast.referents[actor].named or _has_count(cast.referents[actor].name):
                continue
            kind = cast.referents[actor].actor
            if kind in ORGANISED and (kind in ARMED or _serves(head)):
                return actor
    return None


def _serves(head: Token) -> bool:
    """Whether they serve a state or a body rather than live in it: "Afghan soldiers", against "Afghan villagers"."""
    return type_of_word(head) is PartyType.COMBATANTS or head.lemma in _words("serving", "nouns")


def _has_count(name: str) -> bool:
    return any(word[0].isdigit() or word in number_words() for word in name.lower().split())


def find_side(counted: Counted, cast: Cast) -> int | None:
    """The actor that the people belong to; never the people themselves, as the count describes them."""
    head = counted.head
    if head is None:
        return None
    owner = owner_of(head, cast)
    if owner is not None:
        return owner
    mention, actor = cast.mention_at(head), cast.actor_at(head)
    if mention is None or actor is None or cast.referents[actor].actor not in ORGANISED:
        return None
    referent = cast.referents[actor]
    named = referent.named and mention.form is MentionForm.NAME and not _has_count(referent.name)
    return actor if named else None  # "killed 24 Peshmerga"
