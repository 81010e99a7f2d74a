"""Counts of people, and counts that are part of another: "16 people, including five children", "eight of the 12"."""

from dataclasses import dataclass
from itertools import pairwise

from kg.extract.figures_kind import find_fate
from kg.extract.figures_words import Fate, kinds_of, word_list
from kg.extract.numbers import Number
from kg.extract.parties import Counted, is_bare, is_people, type_of_word
from kg.model import FigureKind, PartyType
from kg.nlp import Parsed, Token

_FARTHEST_PART = 10
_FARTHEST_PREDICATE = 9
_FARTHEST_UNCOUNTED = 4
_HARMED = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
PARTS = frozenset(("figures.part-of-total", "figures.single"))
OF_WHOLES = frozenset(("figures.part-of-total", "figures.among"))


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


def find_wholes(parsed: Parsed, numbers: tuple[Number, ...]) -> dict[Number, Number]:
    """The number that each number is told to be a part of: "eight of the 12 killed", "five of its seven pilots"."""
    wholes: dict[Number, Number] = {}
    for part, whole in pairwise(numbers):
        between = [token.lower for token in parsed.tokens[part.last + 1 : whole.core]]
        owned = len(between) == 2 and between[1] in ("the", "these", "those", "its", "their", "his")
        if owned and between[0] == "of" and part.low is not None:
            wholes[part] = whole
    return wholes


def with_complement(counted: Counted) -> Counted:
    """The count with the people that they are told to be: "eight of the dead were | civilians"."""
    anchor, noun = counted.anchor, counted.anchor.head
    vague = counted.head is None or is_bare(counted.head) or type_of_word(counted.head) is PartyType.UNKNOWN
    if noun is None or not vague or anchor.rel != "nsubj" or noun.child("cop") is None or noun.i < anchor.i:
        return counted
    if type_of_word(noun) in (None, PartyType.UNKNOWN) or noun.is_negated():
        return counted
    return Counted(noun, anchor, (*counted.tokens, noun))


def find_shares(parsed: Parsed, part: Number, counted: Counted, whole: Number, people: Counted) -> list[Count]:
    """The counts that a part and its whole yield: what befell the whole is told by its own words only.

    "Eight of the 12 killed were civilians" is 12 killed and 8 civilians killed, "five of the seven attackers
    were shot dead" five alone.
    """
    last = people.tokens[-1].i
    named = Counted(people.head, counted.anchor, parsed.tokens[part.first : last + 1])
    complement = with_complement(Counted(None, counted.anchor, named.tokens))
    own = _word_of_fate(parsed, people, last)
    shares: list[Count] = []
    if own is not None:
        shares.append(Count(whole, people, own))
        if complement.head is not None:
            return [Count(part, complement, Fate(own.kind, own.word, "figures.part-of-total")), *shares]
        named = Counted(None, counted.anchor, named.tokens)
    fate = None if complement.head is not None else find_fate(parsed, part, named)
    if fate is not None and (own is None or fate.word is not own.word):
        shares.append(Count(part, named, fate))
    return shares


def _word_of_fate(parsed: Parsed, people: Counted, last: int) -> Fate | None:
    """What became of the whole, if told by itself or right after: "the 12 | killed", "the seven wounded"."""
    following = parsed.tokens[last] if people.head is not None and is_bare(people.head) else None
    if following is None and last + 1 < len(parsed.tokens):
        following = parsed.tokens[last + 1]
    kind = None if following is None else kinds_of("state").get(following.lower)
    return None if kind is None or following is None else Fate(kind, following, "figures.clause")


def is_part(parsed: Parsed, number: Number) -> bool:
    """Whether the words before a number make it a part of another: "| including five", "| among them five"."""
    first = number.first
    if first > 3 and parsed.tokens[first - 1].lower == "and" and parsed.tokens[first - 3].lower in ("a", "an"):
        first -= 3  # "among them | a child and two women"
    words = [token.lower for token in parsed.tokens[max(0, first - 3) : first]]
    if parsed.tokens[number.first].lower == "including":
        return True
    return bool(word_list("parts") & set(words[-2:])) or words[-2:] in (["of", "them"], ["of", "whom"])


def find_part(parsed: Parsed, number: Number, counted: Counted, found: list[Count]) -> Count | None:
    """What became of a part of a total told just before: "16 people, including five children"."""
    words = [token.lower for token in parsed.tokens[max(0, number.first - 3) : number.first]]
    if parsed.tokens[number.first].lower == "including":
        words.append("including")
    if not is_part(parsed, number):
        return None
    other = next((one for one in reversed(found) if one.number.last < number.first), None)
    if other is None or other.counted.anchor.sentence != counted.anchor.sentence:
        return _part_of_uncounted(parsed, number, counted)
    if words[-1] in ("among", "amongst") and (number.low or 0) > (other.number.low or 0):
        return None  # "11 children were among 18 people killed": the whole stands behind
    if counted.head is None and number.low is None:
        return None  # "29 children, all of them under 15"
    near = number.first - other.counted.tokens[-1].i <= _FARTHEST_PART or other.fate.word.i < number.first
    if not near:
        return None
    counted = with_complement(counted)
    own = find_fate(parsed, number, counted) if _has_own_fate(parsed, counted) else None
    kind, word = (other.fate.kind, other.fate.word) if own is None else (own.kind, own.word)
    unknown = counted.head is None or type_of_word(counted.head) is PartyType.UNKNOWN
    like = other.counted if own is not None or unknown else None  # "80 fighters including nine | natives of the town"
    return Count(number, counted, Fate(kind, word, "figures.part-of-total"), like)


def _part_of_uncounted(parsed: Parsed, number: Number, counted: Counted) -> Count | None:
    """A part of people whose number is not told: "killing civilians including | three children"."""
    before = parsed.tokens[max(0, number.first - _FARTHEST_UNCOUNTED) : number.first]
    people = next((token for token in reversed(before) if token.is_plural() and is_people(token)), None)
    if people is None or counted.head is None or is_bare(people) or people.sentence != counted.anchor.sentence:
        return None
    whole = Number(None, None, approximate=False, first=people.i, core=people.i, last=people.i)
    fate = find_fate(parsed, whole, Counted(people, people, (people,)))
    if fate is None or fate.kind not in _HARMED:
        return None
    return Count(number, counted, Fate(fate.kind, fate.word, "figures.part-of-total", fate.verb))


def _has_own_fate(parsed: Parsed, counted: Counted) -> bool:
    """Whether the part itself names what became of it: "264 people were evacuated, among them 53 wounded"."""
    if counted.head is not None:
        return is_bare(counted.head)
    following = parsed.tokens[counted.tokens[-1].i + 1 : counted.tokens[-1].i + 3]
    return any(is_bare(token) for token in following)


def find_of_them(parsed: Parsed, number: Number, counted: Counted, found: list[Count]) -> Count | None:
    """A part told by "of them", here or in the sentence after: "12 were killed. Four of them were children."""
    after = [token.lower for token in parsed.tokens[number.last + 1 : number.last + 3]]
    if after not in (["of", "them"], ["of", "whom"]):
        return None
    if _is_condition(parsed, number):
        hurt = next((one for one in reversed(found) if one.fate.rule not in PARTS), None)
        if hurt is None or hurt.fate.kind is not FigureKind.WOUNDED or _is_far(parsed, number, hurt):
            return None
        alone = Counted(None, parsed.tokens[number.last], parsed.tokens[number.first : number.last + 1])
        fate = Fate(hurt.fate.kind, hurt.fate.word, "figures.part-of-total")
        return Count(number, alone, fate, hurt.like or hurt.counted)
    counted = _with_predicate(parsed, number, counted) or with_complement(counted)
    if counted.head is None or not is_people(counted.head) or is_bare(counted.head):
        return None
    whole = next((one for one in reversed(found) if one.fate.rule not in PARTS), None)
    if whole is None or whole.fate.kind not in _HARMED or (whole.number.low or 0) < (number.low or 0):
        return None
    back = counted.anchor.sentence - whole.counted.anchor.sentence
    if back > 1 or (back == 1 and not _opens_sentence(parsed, number)):
        return None
    like = whole.counted if type_of_word(counted.head) is PartyType.UNKNOWN else None
    return Count(number, counted, Fate(whole.fate.kind, whole.fate.word, "figures.part-of-total"), like)


def _is_condition(parsed: Parsed, number: Number) -> bool:
    """Whether they are told to be in a state only: "injuring ten, four of them | in a critical condition"."""
    after = [token.lower for token in parsed.tokens[number.last + 3 : number.last + _FARTHEST_PREDICATE]]
    after = after[1:] if after[:1] in (["are"], ["were"]) else after
    return after[:1] == ["in"] and not {"condition", "conditions"}.isdisjoint(after[1:4])


def _is_far(parsed: Parsed, number: Number, whole: Count) -> bool:
    """Whether a number stands in another sentence than its whole, and does not open the next."""
    back = parsed.tokens[number.first].sentence - whole.counted.anchor.sentence
    return back > 1 or (back == 1 and not _opens_sentence(parsed, number))


def _with_predicate(parsed: Parsed, number: Number, counted: Counted) -> Counted | None:
    """The part with the people that it is told to be: "two of them are | old men"."""
    after = parsed.tokens[number.last + 3 : number.last + _FARTHEST_PREDICATE]
    if not after or after[0].lemma != "be":
        return None
    for token in after[1:]:
        if is_people(token) and token.pos in ("NOUN", "PROPN"):
            return Counted(token, counted.anchor, (*parsed.tokens[number.first : number.last + 1], token))
        if token.tag not in ("JJ", "RB", "NN", "DT"):
            return None
    return None


def _opens_sentence(parsed: Parsed, number: Number) -> bool:
    token: Token = parsed.tokens[number.first]
    return parsed.sentence_of(token).tokens[0].i >= number.first - 1
