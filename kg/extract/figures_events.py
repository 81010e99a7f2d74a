"""The happening whose consequence a figure is: by the clause it stands in, else by what the text goes on about."""

from dataclasses import replace

from kg.extract.figures_causes import (
    comes_of_new,
    is_apart,
    is_elsewhere,
    names_cause,
    tells_cause,
    turns_away,
)
from kg.extract.figures_totals import find_war, is_of_a_war, is_total, sums_up, triggers_of
from kg.extract.figures_words import Fate, word_list
from kg.extract.numbers import Number
from kg.model import EventKind, EventReport, Figure, FigureKind, Span, Status
from kg.nlp import Parsed, Sentence, Token

_VIOLENT = frozenset(
    (
        EventKind.ARMED_CLASH, EventKind.ASSAULT, EventKind.COUNTERATTACK, EventKind.AMBUSH, EventKind.ADVANCE,
        EventKind.SIEGE, EventKind.CAPTURE_OF_PLACE, EventKind.AIRSTRIKE, EventKind.DRONE_STRIKE, EventKind.SHELLING,
        EventKind.ROCKET_ATTACK, EventKind.BOMBING, EventKind.SUICIDE_BOMBING, EventKind.LANDMINE,
        EventKind.CHEMICAL_ATTACK, EventKind.EXECUTION, EventKind.KILLING, EventKind.BATTLE, EventKind.RETREAT,
    )
)  # fmt: skip
_FITTING = {
    FigureKind.KILLED: _VIOLENT,
    FigureKind.WOUNDED: _VIOLENT,
    FigureKind.CAPTURED: frozenset((EventKind.KIDNAPPING, EventKind.ARREST, EventKind.CAPTURE_OF_PLACE)),
    FigureKind.SURRENDERED: frozenset((EventKind.SURRENDER,)),
    FigureKind.MISSING: _VIOLENT | {EventKind.KIDNAPPING},
    FigureKind.DISPLACED: frozenset((EventKind.DISPLACEMENT, EventKind.EVACUATION)),
    FigureKind.EVACUATED: frozenset((EventKind.EVACUATION,)),
    FigureKind.RESCUED: frozenset((EventKind.EVACUATION,)),
    FigureKind.BESIEGED: frozenset((EventKind.SIEGE,)),
    FigureKind.STRENGTH: frozenset((EventKind.DEPLOYMENT, EventKind.BATTLE, EventKind.ADVANCE, EventKind.ASSAULT)),
}
# second choice, in the same sentence only: "93 soldiers were captured in the retreat"
_FITTING_BESIDE = {
    FigureKind.CAPTURED: _VIOLENT,
    FigureKind.SURRENDERED: frozenset((EventKind.SIEGE, EventKind.BATTLE, EventKind.CAPTURE_OF_PLACE)),
    FigureKind.DISPLACED: _VIOLENT,
    FigureKind.EVACUATED: frozenset((EventKind.AGREEMENT, EventKind.DISPLACEMENT)),
}
_VAGUE_CAUSES = frozenset((EventKind.OTHER, EventKind.KILLING))
_FARTHEST_SENTENCE = 2
_MOST_BACK = 3
_MOST_CLAUSES = 2
_OWN, _LINKED, _NEAR, _BESIDE = 0, 1, 2, 3
_CLAUSE_LINKS = frozenset(("advcl", "acl", "acl:relcl", "xcomp", "conj", "nmod", "obl", "nsubj", "obj", "parataxis"))
_SOURCES = frozenset(("nsubj", "nsubj:pass", "obl", "obl:agent", "obj", "advcl"))
_HARMED = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
_OTHER_CAUSES = frozenset(("figures.part-of-total", "figures.bodies", "figures.noun-of"))
_LEAD = 2
_FARTHEST_DATING = 7
_AFTERMATH = frozenset(("treat", "hospitalize", "hospitalise"))  # of wounds that something before it left
_OF_WARS = frozenset((FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.DISPLACED))
_BY_VERB = frozenset(("figures.verb-number", "figures.object", "figures.lives"))


def find_event(parsed: Parsed, fate: Fate, number: Number, events: tuple[EventReport, ...]) -> int | None:
    """The happening that the people were killed, taken or moved in, by index; None where it is not plain."""
    told = [n for n, event in enumerate(events) if event.status in (Status.HAPPENED, Status.CLAIMED)]
    if fate.kind in _OF_WARS and is_of_a_war(number.low):
        war = find_war(parsed, fate.word, told, events)
        if war is not None and not _fights_beside(parsed.sentence_of(fate.word), war, told, events):
            return war
    sentence = parsed.sentence_of(fate.word)
    told_here = (fate.rule in _BY_VERB and names_cause(fate.word)) or tells_cause(fate.word)
    named = told_here or (fate.kind in _HARMED and is_of_a_war(number.low))
    summed = sums_up(fate.word)
    for kinds in (_FITTING[fate.kind], _FITTING_BESIDE.get(fate.kind, frozenset())):
        own = [
            (_nearness(parsed, span, fate, events[n]), n)
            for n in told
            for span in triggers_of(events[n])
            if events[n].kind in kinds or _is_it(parsed, span, fate)
            if sentence.span.covers(span) and not _is_earlier(parsed, span, fate.word)
        ]
        alone = len({n for _, n in own}) == 1 and not (is_apart(fate.word) or summed)
        if own and (alone or not ((named or summed) and min(own)[0][1] == _BESIDE)):
            return min(own)[1]
    if is_total(parsed, fate.word.span) or fate.kind is FigureKind.STRENGTH or is_of_a_war(number.low):
        return None
    fitting = [n for n in told if events[n].kind in _FITTING[fate.kind]]
    before = None
    if not (named or turns_away(sentence) or comes_of_new(fate.word)):
        before = _find_before(parsed, fate, fitting, events)
    return _find_after(parsed, fate, fitting, events) if before is None else before


def _is_it(parsed: Parsed, trigger: Span, fate: Fate) -> bool:
    """Whether it tells of the harm itself, or of a mishap: "two men were hurt in a | crash"."""
    if trigger.overlaps(fate.word.span):
        return fate.word.lemma not in _AFTERMATH
    mishap = parsed.tokens_in(trigger)[-1].lemma.lower() in word_list("mishaps")
    return fate.kind in _HARMED and mishap


def _find_after(parsed: Parsed, fate: Fate, fitting: list[int], events: tuple[EventReport, ...]) -> int | None:
    """The one happening that the lead's dead and wounded come from, where only the sentences after it tell of it."""
    sentence = parsed.sentence_of(fate.word)
    if sentence.index >= _LEAD or fate.kind not in _HARMED:
        return None
    after = parsed.sentences[sentence.index + 1 : sentence.index + 1 + _FARTHEST_SENTENCE]
    near = {
        n
        for n in fitting
        if not events[n].background and any(one.span.covers(span) for one in after for span in triggers_of(events[n]))
    }
    return near.pop() if len(near) == 1 else None


def _fights_beside(sentence: Sentence, war: int, told: list[int], events: tuple[EventReport, ...]) -> bool:
    """Whether not the war but other fighting is told of in the sentence: "fighting that has killed 6,000"."""

    def is_here(n: int) -> bool:
        return any(sentence.span.covers(span) for span in triggers_of(events[n]))

    return not is_here(war) and any(is_here(n) for n in told if events[n].kind in _VIOLENT)


def _is_earlier(parsed: Parsed, trigger: Span, word: Token) -> bool:
    """Whether the words only date what befell the people: "days after | a gas attack a woman was killed"."""
    tokens = parsed.tokens_in(trigger)
    if tokens[0].i > word.i or any(token.rel in ("nsubj", "nsubj:pass") for token in tokens):
        return False
    if _is_subject_beside(tokens, word) or any(above in tokens for above in word.ancestors()):
        return False  # "came a day after a bombing | killed 12 people"
    before = parsed.tokens[max(0, tokens[0].i - _FARTHEST_DATING) : tokens[0].i]
    after = next((n for n in range(len(before) - 1, 0, -1) if before[n].lower in ("after", "before")), None)
    if after is None or any(token.is_verb() for token in before[after:]):
        return False
    return before[after - 1].lemma.lower() in word_list("spans")


def _find_before(parsed: Parsed, fate: Fate, fitting: list[int], events: tuple[EventReport, ...]) -> int | None:
    """The happening of one of the sentences before, unless the people suffer at a place not spoken of there."""
    sentence = parsed.sentence_of(fate.word)
    for back in range(1, min(_FARTHEST_SENTENCE, sentence.index) + 1):
        before = parsed.sentences[sentence.index - back]
        near = [
            (-len(triggers_of(events[n])), span.start, n)  # the one that the article tells most of
            for n in fitting
            for span in triggers_of(events[n])
            if before.span.covers(span)
        ]
        if near:
            return None if is_elsewhere(fate.word, parsed.sentences[before.index : sentence.index]) else min(near)[2]
    return None


def _nearness(parsed: Parsed, trigger: Span, fate: Fate, event: EventReport) -> tuple[bool, int, int]:
    """How near a trigger is to the word for what befell the people: by syntax first, then by distance.

    The word for the killing is the event itself only where no other happening is tied to it.
    """
    own = trigger.overlaps(fate.word.span)
    gap = max(trigger.start - fate.word.end, fate.word.start - trigger.end, 0)
    tie = _OWN if own else _tie(parsed.tokens_in(trigger), fate.word)
    vague = event.kind in _VAGUE_CAUSES
    return (vague and not own, _LINKED if vague and own else tie, gap)


def _tie(trigger: tuple[Token, ...], word: Token) -> int:
    """How one hangs on the other: "a strike killed", "killed in a raid", nearer than "a wave of raids, killing"."""
    inside = {token.i for token in trigger}
    if _is_subject_beside(trigger, word) or any(_hangs_on(token, word) for token in trigger):
        return _LINKED
    below = word
    while below.head is not None and below.rel in _CLAUSE_LINKS:
        own = next((one for one in below.dependents("nsubj", "nsubj:pass") if one.i < below.i), None)
        pronoun = own is None or own.tag in ("WDT", "WP")
        where = below.rel == "acl:relcl" and any(mark.lower == "where" for mark in below.dependents("advmod", "mark"))
        if not pronoun and not (below.is_passive() and (where or below.rel in ("conj", "parataxis"))):
            break  # a cause of its own: "while the shelling killed 40"
        above = below.head
        sources = (child for child in above.children if child is not below and child.rel in _SOURCES)
        if above.i in inside:
            return _LINKED
        if any(_is_inside(child, inside) for child in sources):
            return _NEAR
        below = above
    return _BESIDE


def _is_subject_beside(trigger: tuple[Token, ...], word: Token) -> bool:
    """Whether it stands right before a past tense without a subject: "after a bombing | killed 12"."""
    last = trigger[-1]
    return last.i == word.i - 1 and not last.is_verb() and word.tag == "VBD" and word.child("nsubj") is None


def _hangs_on(token: Token, word: Token) -> bool:
    """Whether a trigger belongs to the clause of the word, or to a clause of its own right below it."""
    clauses, head = 0, token
    if token.rel == "amod":
        return False  # "strikes on the | besieged town killed two"
    while head.head is not None and head.i != word.i:
        clauses += head.rel in ("advcl", "acl", "acl:relcl", "ccomp")
        # "killing dozens in areas held by rebels | battling"
        if head.rel in ("acl", "acl:relcl") and head.head.rel in ("obl", "nmod"):
            return False
        head = head.head
    return head.i == word.i and clauses <= _MOST_CLAUSES


def _is_inside(token: Token, inside: set[int]) -> bool:
    """Whether the noun is the trigger, or has it below: "a wave of | air strikes"."""
    return token.i in inside or any(
        child.i in inside or any(below.i in inside for below in child.dependents("nmod", "compound"))
        for child in token.dependents("nmod", "compound", "amod", "conj")
    )


def with_main_event(parsed: Parsed, figures: list[Figure], events: tuple[EventReport, ...]) -> list[Figure]:
    """The figures, where the article goes on about one violent event, with that cause for later dead without one.

    News of one attack gives its tolls in sentences that do not name it again; totals of a war are left alone.
    """
    cause = _main_cause(figures, events)
    if cause is None:
        return figures
    return [
        replace(figure, event=cause)
        if figure.kind in _HARMED and figure.event is None and _needs_cause(parsed, figure, events[cause])
        else figure
        for figure in figures
    ]


def _main_cause(figures: list[Figure], events: tuple[EventReport, ...]) -> int | None:
    """The event that most of the dead and wounded come from, or that the article names most often."""
    causes = [figure.event for figure in figures if figure.kind in _HARMED and figure.event is not None]
    if causes and 2 * causes.count(causes[0]) > len(causes):
        return causes[0]
    counts = sorted(((len(triggers_of(events[n])), -n) for n in set(causes)), reverse=True)
    if not counts or counts[0][0] < _MOST_BACK or (len(counts) > 1 and counts[1][0] * 2 > counts[0][0]):
        return None
    return -counts[0][1]


def _needs_cause(parsed: Parsed, figure: Figure, cause: EventReport) -> bool:
    """Whether a figure without a cause is a later toll: told after the event, not elsewhere, and no total of a war."""
    word = parsed.tokens_in(figure.span)[-1]
    if figure.span.start <= cause.trigger.end or figure.rule in _OTHER_CAUSES or is_of_a_war(figure.low):
        return False
    if is_total(parsed, figure.span):
        return False
    words = parsed.tokens_in(figure.span)
    told = tuple(sentence for sentence in parsed.sentences if sentence.index < word.sentence)
    return not any(is_elsewhere(token, told) or tells_cause(token) for token in words) and not (
        figure.rule in _BY_VERB and any(names_cause(token) for token in words)
    )
