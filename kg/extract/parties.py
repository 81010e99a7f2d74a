"""Of whom a figure speaks: the noun phrase, what kind of people they are, and whose side they are on."""

from dataclasses import dataclass
from functools import cache

from kg.extract.cast import Cast
from kg.extract.numbers import Number
from kg.model import ActorType, PartyType, Span
from kg.nlp import Parsed, Token, span_of
from kg.resources import read_table

_TYPES = ("civilians", "combatants", "children", "women", "medics", "unknown")
ARMED = frozenset((ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION))
_ORGANISED = ARMED | {
    ActorType.GOVERNMENT,
    ActorType.PARTY,
    ActorType.MEDIA,
    ActorType.MONITOR,
    ActorType.ORGANIZATION,
}
_BARE = frozenset(("dead", "wounded", "injured", "killed", "missing", "more", "displaced", "deceased"))
_CONSEQUENCES = frozenset(("life", "death", "body", "corpse", "fatality", "injury", "martyr", "casualty"))
_OPENERS = frozenset(("the", "these", "those", "its", "their", "our", "his", "them", "whom", "which"))
_BEFORE_NOUN = ("amod", "compound", "det", "nmod:poss", "nummod", "advmod", "appos", "punct", "nmod", "case")
_SKIPPED_TAGS = frozenset(
    ("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "VBG", "HYPH", "POS", "RB", "AFX", "``", "''")
)


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
    return token.lower in _BARE


def is_people(token: Token) -> bool:
    """Whether the word means people that can be counted."""
    return type_of_word(token) is not None


def type_of_word(token: Token) -> PartyType | None:
    """The party type of a single word, None where it means no people."""
    types = people_types()
    found = types.get(token.lemma.lower()) or types.get(token.lower)
    if found is None and token.lower.endswith("s"):
        found = types.get(token.lower[:-1])
    if found is None and token.name == "NORP" and token.is_plural():
        return PartyType.UNKNOWN  # "600 Syrians"
    return found


def find_counted(parsed: Parsed, number: Number) -> Counted | None:
    """The people that the number counts, or None where it counts other things."""
    tokens = parsed.tokens
    phrase = tokens[number.core : number.last + 1]
    sentence = tokens[number.core].sentence
    head = _noun_after(tokens, number.last + 1, sentence)
    outward = _outward(phrase)
    if head is None:
        governor = outward.head
        governed = outward.rel in ("nummod", "amod", "compound", "det", "appos") and governor is not None
        if (
            governed
            and governor is not None
            and governor.name not in ("DATE", "TIME")
            and governor.pos in ("NOUN", "PROPN")
            and governor.i > number.last
        ):
            head = governor if is_people(governor) else None
            if head is None:
                return None
        elif _counts_something(tokens, number.last + 1, sentence):
            return None
    whole = tokens[number.first : (head.i if head is not None else number.last) + 1]
    anchor = outward
    if head is not None and (outward.head is head or not _hangs_below(head, phrase)):
        anchor = head
    return Counted(head, anchor, whole)


def _outward(phrase: tuple[Token, ...]) -> Token:
    """The word of the number by which it hangs on the rest."""
    inside = {token.i for token in phrase}
    for token in reversed(phrase):
        if token.head is None or token.head.i not in inside:
            return token
    return phrase[-1]


def _hangs_below(head: Token, phrase: tuple[Token, ...]) -> bool:
    """Whether the noun hangs on the number: "dozens of villagers"."""
    inside = {token.i for token in phrase}
    return any(ancestor.i in inside for ancestor in head.ancestors())


def _noun_after(tokens: tuple[Token, ...], i: int, sentence: int) -> Token | None:
    """The word for people that follows a number: "16 | Turkish-backed Syrian militiamen", "dozens | of villagers"."""
    found: Token | None = None
    if i < len(tokens) and tokens[i].lower in ("of", "more", "other", "others", "of the", "and"):
        if tokens[i].lower == "others" or (tokens[i].lower == "more" and not _more_of(tokens, i)):
            return tokens[i]
        if tokens[i].lower == "and":
            return None
        i += 1
        if i < len(tokens) and tokens[i].lower in _OPENERS:
            i += 1  # "15 of the wounded", "six of them children"
            if i < len(tokens) and tokens[i].lower in _BARE:
                return tokens[i]
    for token in tokens[i : i + 8]:
        if token.sentence != sentence:
            break
        if found is not None and token.tag not in ("NN", "NNS", "NNP", "NNPS", "HYPH"):
            break
        if token.lower in _BARE and token.tag not in ("JJ",) and token.pos in ("VERB", "AUX"):
            break
        if is_people(token) and token.pos in ("NOUN", "PROPN", "ADJ", "NUM", "X", "VERB"):
            if found is not None and not token.is_plural() and found.is_plural():
                break  # "13 fighters Tuesday"
            found = token
        elif token.tag not in _SKIPPED_TAGS or (found is not None and found.is_plural()):
            break
        elif token.is_plural() and token.pos == "NOUN":
            return found  # "8 rebel vehicles": they count something else
    return found if found is None or not _is_modifier(tokens, found) else None


def _more_of(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 1 < len(tokens) and (is_people(tokens[i + 1]) or tokens[i + 1].tag in ("JJ", "NN", "NNS", "NNP"))


def _is_modifier(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Whether the noun only modifies what is counted: "10 rebel positions", "two police stations"."""
    following = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    if following is None or following.sentence != noun.sentence:
        return False
    return (
        noun.rel in ("compound", "amod", "nmod:poss")
        and noun.head is not None
        and noun.head.i > noun.i
        and noun.head.pos in ("NOUN", "PROPN")
        and not is_people(noun.head)
        and (not noun.is_plural() or following.tag == "POS")
    )


def _counts_something(tokens: tuple[Token, ...], i: int, sentence: int) -> bool:
    """Whether a noun that means no people follows directly: "16 villages", "40 armoured vehicles"."""
    for token in tokens[i : i + 4]:
        if token.sentence != sentence or token.lower in _BARE:
            return False
        if token.tag in ("NNS", "NN") and not is_people(token):
            return token.name not in ("DATE", "TIME")
        if token.tag not in ("JJ", "NN", "NNP", "HYPH", "VBN", "VBG", "POS") and token.lower != "of":
            return False
    return False


def party_span(counted: Counted, number: Number, parsed: Parsed) -> Span | None:
    """The words for whom, without the number: "SDF fighters", "fighters, their families and other civilians"."""
    head = counted.head
    if head is None or is_bare(head) or head.lemma.lower() in _CONSEQUENCES:
        return None
    first = number.last + 1
    if first <= head.i and parsed.tokens[first].lower == "of":
        first += 2 if parsed.tokens[first + 1].lower in ("them", "whom") else 1
    last = head.i
    for other in _companions(head):
        last = max(last, other.i)
    for modifier in head.dependents("nmod"):
        if modifier.preposition() in ("of", "from") and modifier.i == max(t.i for t in modifier.subtree()) <= last + 5:
            last = max(last, modifier.i)
    return span_of(parsed.tokens[first : last + 1]) if first <= last else head.span


def _companions(head: Token) -> tuple[Token, ...]:
    """People coordinated with it that have no number of their own: "women and children", "a man and a woman"."""
    article = head.child("det")
    single = article is not None and article.lower in ("a", "an")
    return tuple(
        other
        for other in head.conjuncts()
        if is_people(other)
        and other.i - head.i < 8
        and other.child("nummod") is None
        and (single or other.child("det") is None)
    )


def party_type(counted: Counted, cast: Cast) -> PartyType:
    """What kind of people they are."""
    head = counted.head
    if head is None:
        return PartyType.UNKNOWN
    types = [_type_with_modifiers(head, cast)]
    types += [_type_with_modifiers(other, cast) for other in _companions(head)]
    types += [_type_with_modifiers(other, cast) for other in head.dependents("appos") if is_people(other)]
    types += [
        kind
        for other in head.dependents("appos")
        for kind in (_type_with_modifiers(c, cast) for c in _companions(other))
    ]
    kinds = set(types)
    if len(kinds) == 1:
        return types[0]
    if PartyType.COMBATANTS in kinds:
        return PartyType.MIXED if kinds - {PartyType.UNKNOWN, PartyType.COMBATANTS} else PartyType.COMBATANTS
    return PartyType.UNKNOWN if PartyType.UNKNOWN in kinds else PartyType.CIVILIANS


def _type_with_modifiers(head: Token, cast: Cast) -> PartyType:
    kind = type_of_word(head) or PartyType.UNKNOWN
    before = [child.lower for child in head.children if child.i < head.i and child.rel in ("amod", "compound")]
    if head.lemma in ("worker", "staff", "team", "volunteer", "personnel", "member") and _words(
        "workers", "medics"
    ) & set(before):
        return PartyType.MEDICS
    for word in before:
        if word in _adjective_types() and (kind is PartyType.UNKNOWN or word == "civilian"):
            return _adjective_types()[word]
    if kind is PartyType.UNKNOWN and head.lemma in (
        "member",
        "supporter",
        "prisoner",
        "suspect",
        "leader",
        "other",
        "man",
    ):
        owner = owner_of(head, cast)
        if owner is not None and cast.referents[owner].actor in ARMED and head.lemma == "member":
            return PartyType.COMBATANTS
        for modifier in head.modifiers("of"):
            if type_of_word(modifier) is PartyType.COMBATANTS and head.lemma == "member":
                return PartyType.COMBATANTS
    return kind


def owner_of(head: Token, cast: Cast) -> int | None:
    """The organisation that the people belong to: "SDF fighters", "members of the Islamic State"."""
    for child in head.children:
        if child.rel in ("compound", "amod", "nmod:poss") or (
            child.rel == "nmod" and child.preposition() in ("of", "from", "with", "belonging to", "in")
        ):
            actor = cast.actor_at(child)
            if actor is not None and cast.referents[actor].actor in _ORGANISED and cast.referents[actor].named:
                return actor
    return None


def find_side(counted: Counted, cast: Cast) -> int | None:
    """The actor that the people belong to, or are."""
    head = counted.head
    if head is None:
        return None
    owner = owner_of(head, cast)
    return owner if owner is not None else cast.actor_at(head)
