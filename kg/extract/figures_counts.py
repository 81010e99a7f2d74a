"""The counted people of an article whose fate its words tell, before it is asked who tells it."""

from dataclasses import replace

from kg.extract.figures_kind import find_fate
from kg.extract.figures_parts import PARTS, Count, find_of_them, find_part, find_shares, find_wholes, with_complement
from kg.extract.figures_people import SAYING, find_counted
from kg.extract.figures_singles import find_singles
from kg.extract.figures_words import Fate, word_list
from kg.extract.numbers import Number, find_numbers
from kg.extract.parties import Counted, is_bare, is_people, type_of_word
from kg.model import PartyType
from kg.nlp import Parsed, Token

_KILLS = frozenset(
    ("killed", "kills", "killing", "kill", "wounded", "wounds", "wounding", "injured", "injures", "injuring")
)
_FARTHEST_LIKE = 5
_LISTS = 2
_OLDEST = 110
_AND_VERB = ("and", "wounded")
# between the people of a list, whose commas may be lost; "236 people as follows: 82 gunmen"
_JOINERS = frozenset((",", "and", "plus", ";", ":", "as", "follows", "(", "–", "-"))
_FARTHEST_TALLY = 16


def find_counts(parsed: Parsed) -> tuple[Count, ...]:
    """All counts of people whose fate is told, in text order."""
    numbered = _find_counted(parsed)
    found = sorted((*numbered, *find_singles(parsed, numbered)), key=lambda count: count.number.first)
    counts: list[Count] = []
    for count in found:
        wholes = (other for other in reversed(counts) if other.fate.rule not in PARTS)
        before = next(wholes, None)
        counts.append(count if before is None else _likened(count, before))
    bound = [_bound_by_first(parsed, count, counts[n - 1 : n]) for n, count in enumerate(counts)]
    return tuple(_likened_to_next(parsed, count, bound[n + 1 : n + 2]) for n, count in enumerate(bound))


def _bound_by_first(parsed: Parsed, count: Count, before: list[Count]) -> Count:
    """The count, at least so many where it shares the bound of one before: "at least 12 dead and | 55 wounded"."""
    if not before:
        return count
    first, number = before[0], count.number
    words = [token.lower for token in parsed.tokens[first.number.first : number.first]]
    shared = words[:2] == ["at", "least"] and words[-1:] == ["and"]
    bare = first.number.last + 2 == number.first - 1 and count.fate.word.i == number.last + 1
    states = first.fate.word.i == first.number.last + 1 and first.fate.kind is not count.fate.kind
    if not (shared and bare and states) or number.low != number.high or number.approximate:
        return count
    return replace(count, number=replace(number, high=None))


def _likened_to_next(parsed: Parsed, count: Count, following: list[Count]) -> Count:
    """The count, tied to the people behind a second verb that has them too: "killed 28 | and wounded 30 soldiers"."""
    if count.counted.head is not None or count.like is not None or not following:
        return count
    after, people = following[0], following[0].counted
    words = parsed.tokens[count.number.last + 1 : after.number.first]
    verbs = count.fate.word.i == count.number.first - 1 and after.fate.word.i == after.number.first - 1
    joined = len(words) == len(_AND_VERB) and words[0].lower == "and"
    named = people.head is not None and not is_bare(people.head) and people.head.lower not in ("more", "others")
    own = after.fate.kind is not count.fate.kind
    return Count(count.number, count.counted, count.fate, people) if verbs and joined and named and own else count


def _likened(count: Count, before: Count) -> Count:
    """The count, tied to the people of the count before it where it has no word for its own."""
    head = count.counted.head
    if head is not None and is_bare(head) and head.lower != "more" and count.fate.kind is not before.fate.kind:
        head = None  # "and over 90 | wounded", against "10 children among 18 | dead"
    if count.like is not None or (head is not None and head.lower not in ("more", "others")):
        return count
    people = before.counted if before.counted.head is not None else before.like
    if head is not None and head.lower in ("others", "more") and _are_of_kind(people):
        return count  # "killed three women and wounded dozens more"
    if head is not None and head.lower == "others" and not _are_of_one_kind(people):
        return count  # "killed a family and wounded 30 others" may be anyone
    if people is None or count.counted.anchor.sentence != before.counted.anchor.sentence:
        return count
    return Count(count.number, count.counted, count.fate, people) if _goes_on(count, before) else count


def _goes_on(count: Count, before: Count) -> bool:
    """Whether a bare number goes on from the count before: by nearness, by one word for both, as an earlier toll."""
    # "72 civilians, 15 of them children, were killed | and"
    last = max(before.counted.tokens[-1].i, before.fate.word.i)
    same = count.fate.word is before.fate.word and count.fate.kind is before.fate.kind  # "killed 45 rebels in A and 22"
    toll = count.fate.rule == "figures.toll" and count.fate.kind is before.fate.kind  # "up from an earlier toll of 15"
    earlier = toll and _are_of_one_kind(before.counted)
    return count.number.first - last <= _FARTHEST_LIKE or same or earlier


def _are_of_kind(people: Counted | None) -> bool:
    """Whether they are told as people whose kind the others need not share."""
    kinds = (PartyType.CHILDREN, PartyType.WOMEN, PartyType.MEDICS)
    return people is not None and people.head is not None and type_of_word(people.head) in kinds


def _are_of_one_kind(people: Counted | None) -> bool:
    """Whether they are told as fighters or as civilians: "killed 35 civilians and wounded scores of others"."""
    if people is None or people.head is None:
        return False
    return type_of_word(people.head) is PartyType.COMBATANTS or people.head.lemma.lower() == "civilian"


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
        if _is_told_again(parsed, number, counted, found):
            continue
        if number in wholes:
            people = find_counted(parsed, wholes[number])
            found.extend([] if people is None else find_shares(parsed, number, counted, wholes[number], people))
            continue
        count = find_part(parsed, number, counted, found) or find_of_them(parsed, number, counted, found)
        count = count or _find_whole(parsed, number, counted)
        if count is None:
            open_.append((number, counted))
        else:
            found.append(count)
    for _ in range(_LISTS):
        listed = _find_listed(parsed, open_, found)
        found.extend(listed)
        open_ = [(number, counted) for number, counted in open_ if all(one.counted is not counted for one in listed)]
    return found


def _is_told_again(parsed: Parsed, number: Number, counted: Counted, found: list[Count]) -> bool:
    """Whether it only points back to people counted before: "| the two victims were buried"."""
    before = parsed.tokens[number.core - 1].lower if number.core else ""
    head = counted.head
    if before not in ("the", "these", "those", "both") or head is None or is_bare(head):
        return False
    bounds = (number.low, number.high)
    return type_of_word(head) is PartyType.UNKNOWN and any(
        (one.number.low, one.number.high) == bounds for one in found if one.number.last < number.first
    )


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
        if parsed.tokens[number.first - 1].lower in ("from", "of") and number.first:
            return False  # "three children from | one family"
        return not _is_of(parsed, number) and (counted.head is not None or _is_killed_one(parsed, number))
    if (counted.head is None and _is_bare_age(parsed, number)) or _is_of_parent(parsed, number):
        return False
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


def _is_bare_age(parsed: Parsed, number: Number) -> bool:
    """Whether it stands between a person's name and what the person did, commas lost: "Ziad 13 suffered a wound"."""
    if number.first == 0 or number.core != number.first or (number.low or 0) > _OLDEST:
        return False
    before, after = parsed.tokens[number.first - 1], parsed.tokens[number.last + 1 : number.last + 2]
    return before.name == "PERSON" and bool(after) and after[0].tag in ("VBD", "VBZ")


def _is_of_parent(parsed: Parsed, number: Number) -> bool:
    """Whether it only tells how many children somebody has: "a mother of | four was shot dead"."""
    before = parsed.tokens[max(0, number.first - 2) : number.first]
    return [token.lemma.lower() for token in before] in (["mother", "of"], ["father", "of"], ["parent", "of"])


def _is_killed_one(parsed: Parsed, number: Number) -> bool:
    """Whether a bare "one" is a person: "a blast kills | one in the town", "killed | one and wounded three"."""
    before = parsed.tokens[number.first - 1].lower if number.first else ""
    following = parsed.tokens[number.last + 1 : number.last + 3]
    if len(following) == 2 and following[0].lower == "was" and following[1].lower in _KILLS:
        return True  # "a driver was killed and | one was wounded"
    return before in _KILLS and bool(following) and following[0].lower in ("and", ",", ".", "in", "at", "near", "on")


def _is_of(parsed: Parsed, number: Number) -> bool:
    following = parsed.tokens[number.last + 1 : number.last + 2]
    return bool(following) and following[0].lower == "of"


def _does(parsed: Parsed, counted: Counted) -> bool:
    """Whether a verb behind tells what they do: "killing four civilians | two residents said"."""
    people, verb = counted.anchor, counted.anchor.head
    does = people.rel == "nsubj" and verb is not None and verb.is_verb() and verb.i > people.i
    following = parsed.tokens[counted.tokens[-1].i + 1 : counted.tokens[-1].i + 2]
    return does or any(token.lemma.lower() in SAYING for token in following)


def _find_listed(parsed: Parsed, open_: list[tuple[Number, Counted]], found: list[Count]) -> list[Count]:
    """People listed beside a figure of a known kind: "24 civilians, 24 fighters and 25 militiamen have been killed"."""
    listed: list[Count] = []
    for number, counted in reversed(open_):
        if counted.head is None:
            continue
        for other in (*listed, *found):
            near = (
                0 < other.number.first - counted.tokens[-1].i <= 4 or 0 < number.first - other.counted.tokens[-1].i <= 4
            )
            between = sorted((counted.tokens[-1].i, other.number.first, number.first, other.counted.tokens[-1].i))[1:3]
            joiners = parsed.tokens[between[0] + 1 : between[1]]
            joined = all(token.lower in _JOINERS for token in joiners) and (bool(joiners) or not _does(parsed, counted))
            if (
                near
                and joined
                and other.counted.anchor.sentence == counted.anchor.sentence
                and other.counted.head is not None
            ):
                listed.append(Count(number, counted, Fate(other.fate.kind, other.fate.word, "figures.listed")))
                break
    return listed
