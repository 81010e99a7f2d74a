"""Time words of an article, resolved against its date, and which of them an event or a saying has."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extract.times_calendar import Bounds
from kg.extract.times_patterns import PATTERNS, WORTH_A_LOOK
from kg.extract.times_resolve import Reckoning
from kg.model import Span, When
from kg.nlp import Parsed, Sentence, Token
from kg.resources import read_table

# "since early February", "until Friday", "by the end of March", "after 3 May"
_RELATION = re.compile(
    r"\b(?P<word>since|until|till|by|before|prior to|ahead of|after|following|as of|starting)(?: late on| early on)? $",
    re.IGNORECASE,
)
_SAYING = frozenset(read_table("event_words.toml")["saying"]["verbs"])
_RELATIONS = {
    "since": "since", "as of": "since", "starting": "since", "until": "until", "till": "until", "by": "until",
    "before": "before", "prior to": "before", "ahead of": "before", "after": "after", "following": "after",
}  # fmt: skip
_SPANNING = frozenset({"times.past-span", "times.recent", "times.straight-day"})
_OTHER_TIMES = frozenset({"after", "before", "since", "until", "if", "unless", "because", "although", "though", "once"})
_ABOUT = frozenset({"into", "about", "over", "after", "before", "since", "following"})
_NEXT = 3  # words
_BEFALLING = frozenset({"kill", "wound", "injure", "hurt", "die"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "would"})


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words for a time.

    Attributes:
        when: its bounds.
        first, last: indices of its first and last word in `Parsed.tokens`.
        anchor: index of the word of it that hangs on a word outside.
        relation: "point" (within the bounds), "span" (all through them: "for the past six years"),
            "since", "until", "before" or "after".
        end: the last day of the time itself: that of May of "since May".
    """

    when: When
    first: int
    last: int
    anchor: int
    relation: str
    end: date | None


def find_times(parsed: Parsed) -> tuple[TimeWords, ...]:
    """The time words that can be resolved, left to right.

    "Last week" is the calendar week (Monday to Sunday) before that of publication. Without a date of publication
    only full dates, months with a year and years are resolved. No bound lies later than the words need.
    """
    found = [words for sentence in parsed.sentences for words in _in_sentence(parsed, sentence)]
    return tuple(sorted(found, key=lambda words: words.first))


def _in_sentence(parsed: Parsed, sentence: Sentence) -> list[TimeWords]:
    offset = sentence.span.start
    text = parsed.words(sentence.span)
    if WORTH_A_LOOK.search(text) is None:
        return []
    found: list[TimeWords] = []
    taken = bytearray(len(text))
    for rule, pattern, resolve in PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            tokens = parsed.tokens_in(Span(offset + match.start(), offset + match.end()))
            if not tokens:
                continue
            anchor = _anchor(tokens)
            bounds = resolve(match.groupdict(), Reckoning(parsed.document.day, _is_future(anchor)))
            if bounds is not None:
                found.append(_time_words(parsed, text, offset, match, rule, bounds, tokens, anchor))
    return found


def _anchor(tokens: tuple[Token, ...]) -> Token:
    """The last word of these that hangs on a word outside them; of nouns first, as prepositions often hang wrong."""
    outer = [token for token in tokens if token.head is None or not tokens[0].i <= token.head.i <= tokens[-1].i]
    nouns = [token for token in outer if token.rel not in ("case", "mark", "det", "amod")]
    return (nouns or outer or list(tokens))[-1]


def _is_future(anchor: Token) -> bool:
    """Whether the verb that it hangs on speaks of what is to come ("will meet on Tuesday")."""
    verb = next((token for token in anchor.ancestors() if token.is_verb()), None)
    return verb is not None and any(
        (child.rel == "aux" and child.lower in _FUTURE)
        or (child.rel in ("aux", "mark") and child.lower == "to" and verb.rel == "xcomp" and _goes(verb))
        for child in verb.children
    )


def _goes(verb: Token) -> bool:
    """Whether it hangs on words of planning ("is due to arrive", "plan to meet")."""
    return verb.head is not None and verb.head.lemma in (
        "plan",
        "due",
        "expect",
        "schedule",
        "set",
        "go",
        "intend",
        "hope",
    )


def _time_words(
    parsed: Parsed,
    text: str,
    offset: int,
    match: re.Match[str],
    rule: str,
    bounds: Bounds,
    tokens: tuple[Token, ...],
    anchor: Token,
) -> TimeWords:
    relation, start, end = "point", match.start(), bounds[1]
    if rule in _SPANNING:
        relation = "span"
    # "since | June 10", but the month alone is found together with its "since"
    inner = text.find(" ", match.start(), match.end()) + 1
    before = _RELATION.search(text, 0, match.start()) or _RELATION.search(text, match.start(), inner)
    # "after Tuesday's attack": the day is that of the attack
    if before is not None and not text.startswith(("'s", "’s"), match.end()):
        word = before["word"].lower()
        relation, start = _RELATIONS.get(word, relation), before.start() if word in _RELATIONS else start
        bounds = _related(bounds, relation, parsed)
    span = Span(offset + start, offset + match.end())
    when = When(bounds[0], bounds[1], span, rule)
    return TimeWords(when, parsed.tokens_in(span)[0].i, tokens[-1].i, anchor.i, relation, end)


def _related(bounds: Bounds, relation: str, parsed: Parsed) -> Bounds:
    low, high = bounds
    if relation in ("since", "after"):
        published = parsed.document.day
        return low, published if published is not None and (low is None or low <= published) else None
    if relation == "until":
        return None, high
    if relation == "before":
        return None, None if low is None else low - timedelta(1)
    return bounds


def when_of(token: Token, times: tuple[TimeWords, ...], parsed: Parsed) -> When | None:
    """The time of an event's trigger or of a verb of saying: of the words that hang nearest to it, or None.

    A time that hangs on another verb is not taken, unless that verb carries the trigger ("carried out strikes on
    Monday", "an attack killed six on Monday") or the trigger is a consequence of it ("struck on Monday, killing six").
    """
    near = [words for words in times if parsed.tokens[words.anchor].sentence == token.sentence]
    clause = next((child for child in token.children if child.lower == "when"), None)
    for words in near:
        if clause is not None and 0 < clause.i - words.last <= 2:
            # "since May 2014, when rebels took it": it has lasted since, but was taken then
            return replace(words.when, latest=words.end) if words.relation == "since" else words.when
    best: tuple[int, int, TimeWords] | None = None
    for words in near:
        if words.when.rule == "times.so-long" and not 0 < token.i - words.last <= _NEXT:
            continue  # "the capture would end a four-year campaign"
        cost = _distance(token, parsed.tokens[words.anchor])
        if cost is not None and (best is None or (cost, abs(words.anchor - token.i)) < best[:2]):
            best = (cost, abs(words.anchor - token.i), words)
    return None if best is None else best[2].when


def _distance(token: Token, anchor: Token) -> int | None:
    """How far apart in the tree the trigger and a time stand; None where they do not belong together."""
    up = _carriers(token)
    for steps, governor in enumerate(anchor.ancestors()):
        if governor in up:
            at = up.index(governor)
            # "entered the town on Monday and burned it": what follows may be later
            shared = any(word.rel == "conj" and _tells(word) and word.lemma not in _BEFALLING for word in up[:at])
            return None if shared and anchor.i > governor.i else steps + 3 * at
        if governor.rel in ("acl", "acl:relcl") and governor.head is token and not token.is_verb():
            return steps + 1  # "the clashes that began on Tuesday"
        if governor.is_verb():  # a time inside another verb's clause is that verb's
            return None
    return None


def _is_hearsay(verb: Token) -> bool:
    """Whether nobody is told to say it, and no day is that of the saying: "on Monday it is claimed jets bombed ..."."""
    now = any(child.rel == "aux:pass" and child.lower in ("is", "'s", "’s") for child in verb.children)
    subject = verb.child("expl", "nsubj:pass")
    return now and subject is not None and subject.lower == "it"


def _tells(word: Token) -> bool:
    """Whether it is a verb, or what one is with "be" ("and is involved in an offensive")."""
    return word.is_verb() or word.child("cop", "aux", "aux:pass") is not None


def _carriers(token: Token) -> list[Token]:
    """The word and the words above it whose time is its own, nearest first; a verb of saying carries nothing."""
    carriers = [token]
    while True:
        last = carriers[-1]
        head = last.head
        if head is not None and last.rel == "ccomp" and _is_hearsay(head):
            carriers.append(head)
            continue
        if head is None or last.rel in ("acl:relcl", "ccomp", "parataxis", "dep", "appos"):
            return carriers
        if last.rel == "acl" and last.is_verb() and last.i > head.i and last is not token:
            return carriers  # "talks on Monday aimed at ending the siege"
        if last.rel == "nmod" and last.preposition() in _ABOUT:
            return carriers  # "an inquiry on Monday into the raid"
        if last.rel == "advcl" and any(c.rel in ("mark", "case") and c.lower in _OTHER_TIMES for c in last.children):
            return carriers  # "took the port on Monday after shelling it for weeks"
        if head.lemma in _SAYING and head.is_verb():
            return carriers
        if last.rel == "conj" and last.is_verb() and last.child("nsubj", "nsubj:pass") is not None:
            both = last.lemma in _BEFALLING and head.lemma in _BEFALLING
            if not both:  # "six were killed on Monday and nine were wounded in the raid"
                return carriers
        carriers.append(head)
