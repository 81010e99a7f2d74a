"""The counted people of an article whose fate its words tell, before it is asked who tells it."""

from dataclasses import dataclass
from functools import cache

from kg.extract.figures_kind import find_fate
from kg.extract.figures_people import find_counted
from kg.extract.figures_words import Fate, word_list
from kg.extract.numbers import Number, find_numbers
from kg.extract.parties import Counted, is_bare, is_people
from kg.model import FigureKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

_SINGLE_KINDS = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
_FARTHEST_PART = 10
_FARTHEST_LIKE = 5
_FARTHEST_TALLY = 16
_PARTS = frozenset(("figures.part-of-total", "figures.single"))


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """A number of people and what became of them.

    Attributes:
        like: the people of the count before it, where a bare number means more of them:
            "killed 12 villagers and wounded dozens".
    """

    number: Number
    counted: Counted
    fate: Fate
    like: Counted | None = None


def find_counts(parsed: Parsed) -> tuple[Count, ...]:
    """All counts of people whose fate is told, in text order."""
    found = sorted((*_find_counted(parsed), *_find_singles(parsed)), key=lambda count: count.number.first)
    counts: list[Count] = []
    for count in found:
        wholes = (other for other in reversed(counts) if other.fate.rule not in _PARTS)
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
    for number in find_numbers(parsed):
        counted = find_counted(parsed, number)
        if counted is None or not _is_allowed(parsed, number, counted):
            continue
        count = _find_part(parsed, number, counted, found) or _find_whole(parsed, number, counted)
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
        return counted.head is not None and not _is_of(parsed, number)
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


def _is_of(parsed: Parsed, number: Number) -> bool:
    following = parsed.tokens[number.last + 1 : number.last + 2]
    return bool(following) and following[0].lower == "of"


def _find_part(parsed: Parsed, number: Number, counted: Counted, found: list[Count]) -> Count | None:
    """What became of a part of a total told just before: "16 people, including five children"."""
    start = parsed.tokens[number.first - 1] if number.first else None
    words = [token.lower for token in parsed.tokens[max(0, number.first - 3) : number.first]]
    if parsed.tokens[number.first].lower == "including":
        words.append("including")
    if start is None or not (word_list("parts") & set(words[-2:]) or words[-2:] in (["of", "them"], ["of", "whom"])):
        return None
    whole = next((one for one in reversed(found) if one.number.last < number.first), None)
    sentence = counted.anchor.sentence
    if whole is None or whole.counted.anchor.sentence != sentence:
        return None
    if counted.head is None and number.low is None:
        return None  # "29 children, all of them under 15"
    near = number.first - whole.counted.tokens[-1].i <= _FARTHEST_PART or whole.fate.word.i < number.first
    if not near:
        return None
    own = find_fate(parsed, number, counted) if _has_own_fate(parsed, counted) else None
    kind, word = (whole.fate.kind, whole.fate.word) if own is None else (own.kind, own.word)
    return Count(number, counted, Fate(kind, word, "figures.part-of-total"), whole.counted if own else None)


def _has_own_fate(parsed: Parsed, counted: Counted) -> bool:
    """Whether the part itself names what became of it: "264 people were evacuated, among them 53 wounded"."""
    if counted.head is not None:
        return is_bare(counted.head)
    following = parsed.tokens[counted.tokens[-1].i + 1 : counted.tokens[-1].i + 3]
    return any(is_bare(token) for token in following)


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
            joined = all(
                token.lower in (",", "and", "plus", ";") for token in parsed.tokens[between[0] + 1 : between[1]]
            )
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
