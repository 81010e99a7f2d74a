"""Cuts the words for a speaker free from words of the clause before that the parser took for a part of them."""

from dataclasses import dataclass, field

from kg.extract.cast import Cast
from kg.extract.cues import cue_words
from kg.extract.speakers import Speaker
from kg.model import MentionType
from kg.nlp import Parsed, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE = frozenset({"ADP", "VERB", "CCONJ", "NUM"})
_LOCATIVE = frozenset({"in", "at", "near", "on", "from", "around", "outside", "inside", "of", "over", "into"})
# these lead no finite clause, whatever the parser took them for
_PREPOSITIONS = _LOCATIVE | {"for", "by", "with", "to", "against"}
_SOME = frozenset(
    {"one", "some", "many", "most", "several", "number", "majority", "all", "other", "few", "two", "dozen"}
)
_DETERMINERS = frozenset({"the", "a", "an", "one", "two", "several", "some", "another"})


@dataclass(frozen=True, slots=True)
class Names:
    """Where the mentions of an article stand, by index of word.

    Attributes:
        ends: of mentions of actors, the index after the last word by that of the first.
        heads: the head words of mentions of actors.
        places: the index after the last word of each mention of a place.
    """

    ends: dict[int, int] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()


def read_names(parsed: Parsed, cast: Cast) -> Names:
    """Where the mentions of an article stand."""
    ends: dict[int, int] = {}
    heads: set[int] = set()
    places: set[int] = set()
    first_at = {token.start: token.i for token in parsed.tokens}
    last_at = {token.end: token.i for token in parsed.tokens}
    for mention in cast.mentions:
        first, last = first_at.get(mention.span.start), last_at.get(mention.span.end)
        if first is None or last is None:
            continue
        if mention.referent is not None and cast.referents[mention.referent].actor is not None:
            ends[first] = last + 1
            heads.add(last_at.get(mention.head.end, last))
        elif mention.type is MentionType.PLACE:
            places.add(last + 1)
    return Names(ends, frozenset(heads), frozenset(places))


def narrowed(speaker: Speaker, tokens: tuple[Token, ...], names: Names) -> Speaker:
    """The speaker alone: "a commander" of "a raid on Dura, a village by the border, a commander said"."""
    first, last = speaker.words[0].i, speaker.words[-1].i
    if first == 0 or len(speaker.words) < 2 or not _is_inside_a_clause(speaker, tokens):
        return speaker
    for i in range(first + 1, last + 1):
        if _may_start(i, speaker, tokens):
            words = tokens[i : last + 1]
            head = top_of(words)
            if head is not None and _starts_voice(words, head, tokens, names):
                return Speaker(head, words, speaker.reach)
    return speaker


def is_counted_object(speaker: Speaker, tokens: tuple[Token, ...]) -> bool:
    """Whether a count of people is what the verb before did something to: "killed 60 people on the river ... said"."""
    first = speaker.words[0].i
    counted = speaker.head.child("nummod") is not None
    return counted and first > 0 and tokens[first - 1].pos == "VERB" and len(speaker.words) > 2


def _is_inside_a_clause(speaker: Speaker, tokens: tuple[Token, ...]) -> bool:
    """Whether a preposition or verb before the words shows that their first noun is no subject."""
    before = tokens[speaker.words[0].i - 1]
    opens = before.rel == "mark" and before.lower not in _PREPOSITIONS
    return (
        (before.pos in _BEFORE or before.lower in _PREPOSITIONS)
        and not opens
        and before.lower not in ("as", "after", "before", "while")
    )


def _may_start(i: int, speaker: Speaker, tokens: tuple[Token, ...]) -> bool:
    """Whether a noun phrase can begin at word `i`, another having ended right before it."""
    before = tokens[i - 1]
    if before.text in (",", ")", '"', "”"):
        return True
    if before.pos == "ADJ" and i > speaker.words[0].i and tokens[i].lower in cue_words("nouns", "beside"):
        return True  # "after days of relative calm local residents said"
    if before.pos not in _NOMINAL or before.lower in ("'s", "’s"):
        return False
    # "her mother Amnesty International": a name behind a noun that has its own determiner
    return speaker.words[0].i < i and not any(child.rel == "case" and child.i == i for child in tokens[i].children)


def _starts_voice(words: tuple[Token, ...], head: Token, tokens: tuple[Token, ...], names: Names) -> bool:
    """Whether these words are a noun phrase of its own, of somebody who can speak."""
    first, before = words[0], tokens[words[0].i - 1]
    if first.lower in _DETERMINERS:
        return can_speak(head, names)
    end = words[-1].i + 1
    rest = words
    # "state-run news agency SANA", "observatory head John Doe": a role before the name
    while len(rest) > 1 and (rest[0].lower in cue_words("nouns", "beside") or rest[0].text == "-"):
        rest = rest[1:]
    name_end = names.ends.get(rest[0].i, 0)
    # "state-run SANA news agency": the name, and what it is
    kind = all(word.lower in cue_words("nouns", "beside") for word in tokens[name_end:end])
    named = rest[0].pos == "PROPN" and 0 < name_end <= end and kind and tokens[name_end - 1].i in names.heads
    led = rest[0].i > first.i
    if named and (led or before.text == "," or before.i + 1 in names.places or before.pos == "NOUN"):
        return led or _is_closed(before)
    if len(rest) == 1 and _is_plain(rest[0]):
        # "near central Damascus local media", "in the operation security sources", "on Monday activists"
        # "near the town of Tula media reported"
        return led or before.name in ("DATE", "TIME") or before.i + 1 in names.places
    capital = all(word.pos == "PROPN" and word.text[0].isupper() for word in words)
    place = before.i + 1 in names.places and _is_place(before, names)
    return capital and place and len(words) <= 4 and _led_by_place(words, tokens)


def _is_plain(noun: Token) -> bool:
    many = noun.is_plural() or noun.lower in ("media", "police")
    return many and (noun.lemma in cue_words("nouns", "plain") or noun.lower == "media")


def _is_closed(noun: Token) -> bool:
    """Whether a noun phrase ends with this noun, so that a name behind it is another's: "her mother", "its village"."""
    if noun.pos == "PROPN" or noun.text == ",":
        return True
    return any(child.rel in ("det", "nmod:poss") for child in noun.children) or noun.is_plural()


def _is_place(token: Token, names: Names) -> bool:
    return token.i not in names.heads


def _led_by_place(words: tuple[Token, ...], tokens: tuple[Token, ...]) -> bool:
    """Whether a preposition of place stands before the name of the place: "an attack on Turkey Haberturk reported"."""
    i = words[0].i - 1
    while i and tokens[i].pos in ("PROPN", "ADJ", "DET", "NOUN"):
        i -= 1
    return tokens[i].lower in _LOCATIVE


def top_of(words: tuple[Token, ...]) -> Token | None:
    """The noun that governs these words."""
    inside = set(words)
    tops = [word for word in words if word.pos in _NOMINAL and (word.head is None or word.head not in inside)]
    return tops[0] if tops else None


def can_speak(noun: Token, names: Names) -> bool:
    """Whether it is somebody, or something that tells: a person, a body, a name, a report, some of these."""
    if noun.i in names.heads or noun.pos == "PRON":
        return True
    if noun.lemma in _SOME or noun.pos == "NUM":
        # "one of the guards", "a number of officials"
        some = next((child for child in noun.dependents("nmod") if child.preposition() == "of"), None)
        return some is None or can_speak(some, names)
    lists = ("persons", "telling", "plain", "voices")
    return any(noun.lemma in cue_words("nouns", name) for name in lists)
