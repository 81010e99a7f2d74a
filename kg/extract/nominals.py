"""Describes people and bodies by common nouns: "a commander with the SDF", "civilians", "government forces"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.lexicon import army_of, country_code, fold, name_words
from kg.extract.mentions import Found, mention_type
from kg.model import ActorType, MentionForm
from kg.nlp import Parsed, Token
from kg.resources import read_table

_NONE: Mapping[int, int] = {}
_BEFORE = frozenset(
    {"det", "amod", "compound", "nummod", "nmod:poss", "det:predet", "advmod", "obl:npmod", "punct", "case"}
)
_AFTER = frozenset({"of", "with", "from", "for"})
_AFTER_ONE = _AFTER | {"in", "at"}
_MAX_WORDS_AFTER = 9
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE"})
_ARTICLES = frozenset({"a", "an", "the"})
_BEFORE_ARTICLES = frozenset({"of", "all", "both", "half", "such", "with", "from", "for", "in", "by", "not", "quite"})
_TELLING = frozenset({"amod", "compound", "nmod", "nmod:poss"})
_PEOPLE = frozenset({"leaders", "officials", "sources", "rescuers", "people"})
_TROOPS = frozenset({"troop", "troops", "force", "soldier", "military", "army"})
_LOOSE = ("SYM", "X", "PUNCT", "ADP", "ADV", "CCONJ")
_BOUNDS = frozenset(
    {"at", "more", "up", "about", "around", "nearly", "almost", "over", "some", "between", "under", "roughly"}
)
_AMOUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "millions", "handful", "majority"})


@dataclass(frozen=True, slots=True)
class NounClass:
    """What a common noun names: the type of one, the type of several, and the name of its class."""

    name: str
    one: ActorType
    many: ActorType


_NOBODY = NounClass("", ActorType.GROUP, ActorType.GROUP)


@cache
def actor_nouns() -> dict[str, NounClass]:
    """The class of each noun for people and bodies, by lemma."""
    nouns: dict[str, NounClass] = {}
    for name, entry in read_table("nominals.toml").items():
        if "one" in entry:
            noun_class = NounClass(name, ActorType(entry["one"]), ActorType(entry["many"]))
            for word in entry["words"]:
                nouns[word] = noun_class
                nouns.setdefault(plural_noun(word), noun_class)
    return nouns


def _is_too_bare(parsed: Parsed, token: Token, noun: NounClass) -> bool:
    """Whether a noun alone does not describe anybody: a singular without an article, or a word of many meanings."""
    if token.lemma in _needy() and not any(child.rel in _TELLING for child in token.children):
        before = parsed.tokens[token.i - 1] if token.i else None
        return before is None or before.rel != "compound"
    if (
        token.is_plural()
        or token.lower == plural_noun(token.lemma)
        or any(child.i < token.i for child in token.children)
    ):
        return False
    following = parsed.tokens[token.i + 1] if token.i + 1 < len(parsed.tokens) else None
    return noun.one is ActorType.PERSON or (following is not None and following.pos in ("NOUN", "PROPN"))


@cache
def _needy() -> frozenset[str]:
    return frozenset(read_table("nominals.toml")["needy"]["words"])


def _is_body_of_role(parsed: Parsed, token: Token, noun: NounClass) -> bool:
    """Whether a noun is the body in "a Kurdish militia spokesman"."""
    if noun.one in (ActorType.PERSON, ActorType.GROUP) or token.i + 1 >= len(parsed.tokens):
        return False
    following = actor_nouns().get(parsed.tokens[token.i + 1].lemma)
    return following is not None and following.one is ActorType.PERSON


def plural_noun(noun: str) -> str:
    """The regular plural of a noun: "militiamen", "ministries", "rebels"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def find_nominals(parsed: Parsed, taken: Mapping[int, int], persons: Mapping[int, int]) -> tuple[Found, ...]:
    """The noun phrases that describe people or bodies, whose heads are not among the words `taken` by names.

    Args:
        parsed: the article.
        taken: the first word of its name by each word of a name.
        persons: the first word of the name of a person by its last, behind which a description starts anew.
    """
    nouns = actor_nouns()
    found = []
    for token in parsed.tokens:
        noun = nouns.get(token.lemma) or nouns.get(token.lower)
        if noun is None or token.i in taken or not (token.pos in ("NOUN", "PROPN") or token.rel == "compound"):
            continue
        behind = parsed.tokens[token.i + 1] if token.i + 1 < len(parsed.tokens) else None
        joined = token.rel == "compound" and not (behind is not None and _is_taken(parsed, behind))
        if not _is_body_of_role(parsed, token, noun) and (joined or _is_too_bare(parsed, token, noun)):
            continue
        if _is_nobody(parsed, token):
            continue
        first, last = phrase_bounds(parsed, token, persons)
        if _is_of_speaker(parsed, first, token.i):
            continue
        if (
            first == token.i
            and first
            and first - 1 not in persons
            and parsed.tokens[first - 1].sentence == token.sentence
            and parsed.tokens[first - 1].text[0].isupper()
            and parsed.tokens[first - 1].text not in name_words("stop")  # "On Tuesday | regime shelling"
        ):
            first -= 1  # "a Kurdish militia spokesman"
        first = _before_name(taken, _over_brackets(parsed, taken, first), token.i)
        shared = _shared_by(parsed, token, first)
        if shared is not None:
            found.append(_army_of_one(shared))
            first = shared.i + 2
        many = token.is_plural() or token.lower == plural_noun(token.lemma)
        actor = _typed(parsed, token, first, noun.many if many else noun.one)
        found.append(
            Found(
                first,
                last,
                token.i,
                MentionForm.NOMINAL,
                mention_type(actor, None),
                actor,
                None,
                _army(parsed, token, first),
                "mentions.noun",
            )
        )
    return tuple(found)


def _over_brackets(parsed: Parsed, taken: Mapping[int, int], first: int) -> int:
    """The first word of a phrase with a name and its acronym before it: "the Free Voice Union (FVU) group"."""
    tokens = parsed.tokens
    if first <= _ACRONYM or tokens[first - 1].text not in ")]" or tokens[first - _ACRONYM].text not in "([":
        return first
    if tokens[first].lower in _ARTICLES:
        return first  # "crossed the Tula (steppe) the source said"
    name = taken.get(first - _ACRONYM - 1)
    if name is None or tokens[name].sentence != tokens[first].sentence:
        return first
    return name - 1 if name and tokens[name - 1].pos == "DET" else name


_ACRONYM = 3  # "(", the letters, ")"


def _before_name(taken: Mapping[int, int], first: int, head: int) -> int:
    """The first word of a phrase that cuts no name in two: "Movement of Tula and the Levant fighters"."""
    name = next((taken[i] for i in range(first, min(first + 2, head)) if i in taken), first)
    return min(first, name)


def _is_nobody(parsed: Parsed, token: Token) -> bool:
    """Whether a noun with the word before it is no people at all: "a wedding party", "oil well heads"."""
    before = parsed.tokens[token.i - 1].lower if token.i else ""
    if f"{before} {token.lemma}" in _nobodies() or _is_taken(parsed, token):
        return True
    return before in _ARTICLES - {"the"} and token.tag == "NNS"  # an apostrophe lost: "a relatives wedding"


def _is_taken(parsed: Parsed, token: Token) -> bool:
    """Whether a noun only tells what becomes of the people before it: "took 900 civilians hostage"."""
    before = parsed.tokens[token.i - 1] if token.i else None
    return token.lower in _TAKEN and before is not None and before.is_plural()


_TAKEN = frozenset({"hostage", "captive", "prisoner"})


@cache
def _nobodies() -> frozenset[str]:
    return frozenset(read_table("nominals.toml")["nobody"]["phrases"])


def _is_of_speaker(parsed: Parsed, first: int, head: int) -> bool:
    """Whether a phrase is one of the speaker's own, whom words alone do not tell, or a question: "my brother"."""
    words = [token.lower for token in parsed.tokens[first:head]]
    asked = first > 0 and parsed.tokens[first - 1].lower == "how"
    return asked or any(word in ("my", "our", "your", "how", "what", "which", "whose") for word in words)


def phrase_bounds(parsed: Parsed, head: Token, persons: Mapping[int, int] = _NONE) -> tuple[int, int]:
    """The first and last word of the noun phrase of `head`, without relative clauses and appositions."""
    first = head.i
    while first > 0:
        before = parsed.tokens[first - 1]
        if before.sentence != head.sentence or not _hangs_before(before, head):
            break
        first -= 1
    while first < head.i and parsed.tokens[first].pos in _LOOSE and parsed.tokens[first].lower not in _BOUNDS:
        first += 1
    first = _with_quantity(parsed, _with_bound(parsed, _cut_before(parsed, first, head, persons)))
    last = head.i
    after = _AFTER if head.is_plural() else _AFTER_ONE
    for child in head.children:
        if child.rel == "nmod" and child.i > last and child.preposition() in after:
            words = child.subtree()
            end = max((word.i for word in words if word.i <= child.i), default=child.i)
            glued = end in persons and parsed.tokens[persons[end] - 1].pos == "PROPN"
            end = persons[end] - 1 if glued else end  # "the governor of Homs Omar Haddad"
            names = any(word.text[0].isupper() and word.name not in _PLACES for word in child.subtree())
            place = child.preposition() in ("in", "at") and not names
            aim = child.preposition() == "for" and not names and child.lemma not in actor_nouns()
            if not place and not aim and words[0].i == last + 1 and end - last <= _MAX_WORDS_AFTER:
                last = end
    return first, last


def _cut_before(parsed: Parsed, first: int, noun: Token, persons: Mapping[int, int]) -> int:
    """The first word of the phrase after an article, a day or a name inside it: texts that lost commas run on."""
    head = noun.i
    for i in range(head - 1, first - 1, -1):
        token = parsed.tokens[i]
        following = parsed.tokens[i + 1]
        if i in persons and following.lower not in ("'s", "’s") and noun.text[0].islower():
            return i + 1  # "Omar Haddad head of the Observatory"
        if _ends_other_phrase(token, noun, parsed.tokens[i - 1].lower if i else ""):
            return i + 1
        if token.tag in ("PRP", "VBD") or (token.lower in ("and", "or") and _joins_name(parsed, i)):
            return i + 1  # "killing them eight children", "the Observatory and Kurdish officials"
        if (token.name == "DATE" or token.pos == "PROPN") and token.text in name_words("stop"):
            return i + 1  # "on Thursday activists reported"
        if token.name == "DATE" and token.text.isdigit() and len(token.text) == 4:
            return i + 1
        if i > first + 1 and token.lower in _SIDED and parsed.tokens[i - 1].text in _HYPHENS and i < head:
            named = i - _SIDE - 1
            if named >= first and parsed.tokens[named].pos == "PROPN" and parsed.tokens[named].rel != "nmod:poss":
                return i - _SIDE  # "the Tula Front | Western-backed rebels"
        inner = i > first and token.lower in _ARTICLES and parsed.tokens[i - 1].lower not in _BEFORE_ARTICLES
        if inner or (i > first and token.lower == "another"):
            return i
    return first


_SIDED = frozenset({"backed", "led", "allied", "supported", "aligned", "sponsored"})
_HYPHENS = frozenset({"-", "–", "‐"})
_SIDE = 2  # words: "Western", "-"


def _ends_other_phrase(token: Token, noun: Token, before: str) -> bool:
    """Whether a word right before a noun ends another phrase, the comma lost."""
    if token.i != noun.i - 1 or token.pos != "NOUN":
        return False
    if token.lower == "part" and before in ("their", "its", "his", "her"):
        return True  # "For their part rebels"
    if token.lower in name_words("city") and actor_nouns().get(noun.lemma, _NOBODY).name == "monitors":
        return True  # "south of the town observatory head Omar Haddad said"
    return noun.text[0].isupper() and token.text.islower() and noun.rel != "root"  # "after peace talks Civilians flee"


def _joins_name(parsed: Parsed, i: int) -> bool:
    """Whether "and" stands behind a name, so that what follows is another actor."""
    before = parsed.tokens[i - 1] if i else None
    return before is not None and before.text[0].isupper() and (before.pos == "PROPN" or before.text.isupper())


def _with_bound(parsed: Parsed, first: int) -> int:
    """The first word of the phrase with the bound of its number: "at least 12", "more than 12"."""
    tokens = parsed.tokens
    if first >= 1 and tokens[first].pos == "NUM" and (tokens[first - 1].lower in ("than", "least", "most", "to")):
        before = tokens[first - 2].lower if first >= _BOUND else ""
        if (before, tokens[first - 1].lower) in _TWO_WORDS:
            return first - 2
    if first >= 1 and tokens[first].lower in ("least", "most") and tokens[first - 1].lower == "at":
        return first - 1
    return first


_BOUND = 2
_TWO_WORDS = frozenset({
    ("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("at", "most"), ("up", "to"),
})  # fmt: skip


def _with_quantity(parsed: Parsed, first: int) -> int:
    """The first word of the phrase with its amount: "tens of thousands of civilians"."""
    tokens = parsed.tokens
    sentence = tokens[first].sentence
    while first >= 2 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in _AMOUNTS:
        first -= 2
        while first >= 1 and tokens[first - 1].pos in ("DET", "ADJ", "NUM") and tokens[first - 1].sentence == sentence:
            first -= 1
    return first


def _typed(parsed: Parsed, head: Token, first: int, actor: ActorType) -> ActorType:
    """The type that the words before a noun make it: "rebel forces" are an armed group."""
    noun = actor_nouns().get(head.lemma)
    if actor not in (ActorType.MILITARY, ActorType.GROUP) or (noun is not None and noun.name in _PEOPLE):
        return actor  # "aid workers" are no body
    table = read_table("nominals.toml")["modified"]
    for token in parsed.tokens[first : head.i]:
        for kind, words in table.items():
            if token.lower in words:
                return ActorType(kind)
    return actor


@cache
def kinds_of_bodies() -> frozenset[str]:
    """The words that tell what kind of body a noun names: "monitoring group"."""
    return frozenset(word for words in read_table("nominals.toml")["modified"].values() for word in words)


def _army(parsed: Parsed, head: Token, first: int) -> str | None:
    """The key of a country's army, where the phrase is "Russian troops" and no more, not "12 Russian troops"."""
    if head.lemma not in _TROOPS:
        return None
    tokens = [token for token in parsed.tokens[first : head.i] if token.pos != "DET"]
    if len(tokens) == 2 and tokens[1].lower in ("government", "regime", "state"):
        tokens.pop()  # "Syrian government forces"
    if len(tokens) != 1 or not tokens[0].text[0].isupper():
        return None
    name = fold(tokens[0].text)
    code = country_code(name) or country_code(name.removesuffix("s"))  # "Kenyas army", an apostrophe lost
    return None if code is None else army_of(code)


def _shared_by(parsed: Parsed, head: Token, first: int) -> Token | None:
    """The first of two peoples whose forces one noun tells of: "Russian and Syrian air forces" are two armies."""
    tokens = parsed.tokens
    if head.lemma not in _TROOPS or not head.is_plural():
        return None
    for one in tokens[first : max(first, head.i - 2)]:
        joined = tokens[one.i + 1].lower in ("and", "or", "nor") and tokens[one.i + 2].text[0].isupper()
        if joined and one.text[0].isupper() and country_code(fold(one.text)) is not None:
            return one
    return None


def _army_of_one(people: Token) -> Found:
    """The army of the people that shares a noun with another: "Russian" of "Russian and Syrian forces"."""
    code = country_code(fold(people.text))
    army = None if code is None else army_of(code)
    kind, at = ActorType.MILITARY, people.i
    return Found(at, at, at, MentionForm.NOMINAL, mention_type(kind, None), kind, None, army, "mentions.shared-noun")


def _hangs_before(word: Token, head: Token) -> bool:
    """Whether `word` is a modifier inside the noun phrase before `head`."""
    token: Token | None = word
    while token is not None and token is not head:
        if token.rel not in _BEFORE and token.rel not in ("conj", "cc", "nmod", "acl"):
            return False
        if token.rel == "case" and token.lower not in ("'s", "’s", "'"):
            return False
        token = token.head
    return token is head
