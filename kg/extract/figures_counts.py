"""The counted people of an article whose fate its words tell, before it is asked who tells it."""

from functools import cache

from kg.extract.figures_kind import find_fate
from kg.extract.figures_parts import PARTS, Count, find_of_them, find_part, find_shares, find_wholes, with_complement
from kg.extract.figures_people import find_counted
from kg.extract.figures_words import Fate, word_list
from kg.extract.numbers import Number, find_numbers
from kg.extract.parties import Counted, is_bare, is_people
from kg.model import FigureKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

_KILLS = frozenset(
    ("killed", "kills", "killing", "kill", "wounded", "wounds", "wounding", "injured", "injures", "injuring")
)
_SINGLE_KINDS = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
_FARTHEST_LIKE = 5
_FARTHEST_TALLY = 16


def find_counts(parsed: Parsed) -> tuple[Count, ...]:
    """All counts of people whose fate is told, in text order."""
    found = sorted((*_find_counted(parsed), *_find_singles(parsed)), key=lambda count: count.number.first)
    counts: list[Count] = []
    for count in found:
        wholes = (other for other in reversed(counts) if other.fate.rule not in PARTS)
        before = next(wholes, None)
        counts.append(count if before is None else _likened(count, before))
    return tuple(counts)


def _likened(count: Count, before: Count) -> Count:
    """The count, tied to the people of the count before it where it has no word for its own."""
    if count.like is not None or (count.counted.head is not None and count.counted.head.lower != "more"):
        return count
    people = before.counted if before.counted.head is not None else before.like
    near = count.number.first - before.counted.tokens[-1].i <= _FARTHEST_LIKE
    if people is None or not near or count.counted.anchor.sentence != before.counted.anchor.sentence:
        return count
    return Count(count.number, count.counted, count.fate, people)


def _find_counted(parsed: Parsed) -> list[Count]:
    found: list[Count] = []
    open_: list[tuple[Number, Counted]] = []
    numbers = find_numbers(parsed)
    wholes = find_wholes(parsed, numbers)
    done = set(wholes.values())
    for number in numbers:
        counted = find_counted(parsed, number)
        if counted is None or number in done or not _is_allowed(parsed, number, counted):
            continue
        if number in wholes:
            people = find_counted(parsed, wholes[number])
            found.extend([] if people is None else find_shares(parsed, number, counted, wholes[number], people))
            continue
        count = find_part(parsed, number, counted, found) or _find_whole(parsed, number, counted)
        count = count or find_of_them(parsed, number, counted, found)
        if count is None:
            open_.append((number, counted))
        else:
            found.append(count)
    found.extend(_find_listed(parsed, open_, found))
    return found


def _find_whole(parsed: Parsed, number: Number, counted: Counted) -> Count | None:
    fate = find_fate(parsed, number, counted)
    if fate is None:
        return None
    if fate.rule == "figures.toll" and counted.head is None:
        counted = _with_people_of_tally(parsed, number, counted)
    if counted.head is not None and is_bare(counted.head):
        counted = with_complement(counted)
    return Count(number, counted, fate)


def _with_people_of_tally(parsed: Parsed, number: Number, counted: Counted) -> Counted:
    """The bare number with the people of its tally: "the number of fighters who surrendered reached 40"."""
    after: list[Token] = []
    for token in reversed(parsed.tokens[max(0, number.first - _FARTHEST_TALLY) : number.first]):
        if token.lemma.lower() in word_list("tally"):
            break
        after.insert(0, token)
    else:
        return counted
    if not after or after[0].lower not in ("of", "among"):
        return counted
    head = next((token for token in after if is_people(token) and token.is_plural() and not is_bare(token)), None)
    return counted if head is None else Counted(head, counted.anchor, (head, *counted.tokens))


def _is_allowed(parsed: Parsed, number: Number, counted: Counted) -> bool:
    """Whether a bare number may count people at all: "one" alone rarely does, years and times never."""
    word = parsed.tokens[number.core].lower
    if word in ("one", "1") and number.core == number.last:
        return not _is_of(parsed, number) and (counted.head is not None or _is_killed_one(parsed, number))
    return counted.head is not None or counted.anchor.preposition() not in (
        "in",
        "on",
        "by",
        "since",
        "until",
        "before",
        "after",
        "for",
    )


def _is_killed_one(parsed: Parsed, number: Number) -> bool:
    """Whether a bare "one" is a person: "a blast kills | one in the town", "killed | one and wounded three"."""
    before = parsed.tokens[number.first - 1].lower if number.first else ""
    following = parsed.tokens[number.last + 1 : number.last + 2]
    return before in _KILLS and bool(following) and following[0].lower in ("and", ",", ".", "in", "at", "near", "on")


def _is_of(parsed: Parsed, number: Number) -> bool:
    following = parsed.tokens[number.last + 1 : number.last + 2]
    return bool(following) and following[0].lower == "of"


def _find_listed(parsed: Parsed, open_: list[tuple[Number, Counted]], found: list[Count]) -> list[Count]:
    """People listed beside a figure of a known kind: "24 civilians, 24 fighters and 25 militiamen have been killed"."""
    listed: list[Count] = []
    for number, counted in reversed(open_):
        if counted.head is None:
            continue
        for other in (*listed, *found):
            near = (
                0 < other.number.first - counted.tokens[-1].i <= 3 or 0 < number.first - other.counted.tokens[-1].i <= 3
            )
            between = sorted((counted.tokens[-1].i, other.number.first, number.first, other.counted.tokens[-1].i))[1:3]
            joiners = parsed.tokens[between[0] + 1 : between[1]]
            joined = bool(joiners) and all(token.lower in (",", "and", "plus", ";") for token in joiners)
            if (
                near
                and joined
                and other.counted.anchor.sentence == counted.anchor.sentence
                and other.counted.head is not None
            ):
                listed.append(Count(number, counted, Fate(other.fate.kind, other.fate.word, "figures.listed")))
                break
    return listed


def _find_singles(parsed: Parsed) -> list[Count]:
    """One person or two that are killed or wounded, named by nothing but what anyone could be: "a child was killed"."""
    found = []
    for token in parsed.tokens:
        number = _single(token)
        if number is None:
            continue
        counted = Counted(token, token, parsed.tokens[number.first : token.i + 1])
        if token.rel == "appos" or any(part.name == "PERSON" for part in counted.tokens):
            continue
        fate = find_fate(parsed, number, counted)
        if fate is not None and fate.kind in _SINGLE_KINDS:
            found.append(Count(number, counted, Fate(fate.kind, fate.word, "figures.single", fate.verb)))
    return found


def _single(token: Token) -> Number | None:
    """The count of "a child" (1), "a man and a woman" (2), "one of its soldiers" (1); None for all other words."""
    first, value = None, 1
    if _is_single(token) and not (token.rel == "conj" and token.head is not None and _is_single(token.head)):
        first = token.child("det")
        value += sum(_is_single(other) for other in token.conjuncts())
    elif token.is_plural() and token.lemma in _single_nouns() and token.preposition() == "of":
        one = token.head
        first = one if one is not None and one.lower == "one" and one.i < token.i else None
    if first is None:
        return None
    return Number(value, value, approximate=False, first=first.i, core=first.i, last=first.i)


def _is_single(token: Token) -> bool:
    if token.lemma not in _single_nouns() or token.tag != "NN":
        return False
    article = token.child("det")
    told = token.child("acl:relcl", "appos", "nummod") is not None  # "a soldier who fled", "a fighter, Simone"
    return article is not None and article.lower in ("a", "an", "another") and not told


@cache
def _single_nouns() -> frozenset[str]:
    return frozenset(read_table("people.toml")["single"]["nouns"])
