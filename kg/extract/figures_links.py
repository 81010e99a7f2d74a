"""What a figure belongs to: the happening whose consequence it is, and the statement that tells it."""

from kg.extract.cast import Cast
from kg.extract.figures_words import Fate, word_list
from kg.extract.parties import ARMED
from kg.model import EventKind, EventReport, FigureKind, PartyType, Role, Span, Statement, Status
from kg.nlp import Parsed, Token

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


def find_event(parsed: Parsed, fate: Fate, events: tuple[EventReport, ...]) -> int | None:
    """The happening that the people were killed, taken or moved in, by index; None where it is not plain."""
    told = [n for n, event in enumerate(events) if event.status in (Status.HAPPENED, Status.CLAIMED)]
    sentence = parsed.sentence_of(fate.word)
    for kinds in (_FITTING[fate.kind], _FITTING_BESIDE.get(fate.kind, frozenset())):
        own = [
            (n, span)
            for n in told
            if events[n].kind in kinds
            for span in _triggers(events[n])
            if sentence.span.covers(span)
        ]
        if own:
            return min(own, key=lambda pair: _distance(pair[1], fate.word, events[pair[0]]))[0]
    if is_total(parsed, fate.word.span) or fate.kind is FigureKind.STRENGTH or _names_cause(fate.word):
        return None
    fitting = [n for n in told if events[n].kind in _FITTING[fate.kind]]
    for back in range(1, min(_FARTHEST_SENTENCE, sentence.index) + 1):
        before = parsed.sentences[sentence.index - back]
        near = [(span.start, n) for n in fitting for span in _triggers(events[n]) if before.span.covers(span)]
        if near:
            return min(near)[1]
    return None


def _names_cause(word: Token) -> bool:
    """Whether the verb has a cause of its own that was not told of before: "a mine killed two drivers"."""
    if not word.is_verb() or word.is_passive():
        return False
    cause = word.subject()
    if cause is None or cause.pos not in ("NOUN", "PROPN") or cause.tag == "NNP":
        return False
    article = cause.child("det")
    return article.lower in ("a", "an", "another") if article is not None else cause.is_plural()


def _triggers(event: EventReport) -> tuple[Span, ...]:
    return (event.trigger, *event.other_triggers)


def _distance(trigger: Span, fate: Token, event: EventReport) -> tuple[bool, bool, int]:
    """The word for the killing is the event itself only where no other happening is named beside it."""
    own = trigger.overlaps(fate.span)
    gap = max(trigger.start - fate.end, fate.start - trigger.end, 0)
    return (event.kind in _VAGUE_CAUSES and not own, False, gap)


def is_total(parsed: Parsed, words: Span) -> bool:
    """Whether the sentence sums up a stretch of time: "since the war began"."""
    sentence = parsed.sentence_of(parsed.tokens_in(words)[0])
    return any(token.lower in word_list("totals") for token in sentence.tokens)


def side_in_event(side: int | None, kind: PartyType, event: EventReport, cast: Cast) -> int | None:
    """The side of fighters that only a description tells: the one named force that the event was aimed at."""
    if kind is not PartyType.COMBATANTS or (side is not None and cast.referents[side].named):
        return side
    aimed_at = {
        part.referent
        for part in event.participants
        if part.role is Role.TARGET
        and cast.referents[part.referent].named
        and cast.referents[part.referent].actor in ARMED
    }
    return min(aimed_at) if len(aimed_at) == 1 else side


def find_tellers(words: Span, statements: tuple[Statement, ...]) -> tuple[int | None, ...]:
    """The statements whose content holds the words, the narrowest; (None,) where the article itself tells it.

    Two speakers of one clause are two statements with the same content, and both tell the figure.
    """
    holding = [
        (sum(len(piece) for piece in statement.content), index)
        for index, statement in enumerate(statements)
        if any(piece.covers(words) for piece in statement.content)
    ]
    if not holding:
        return (None,)
    narrowest = min(holding)
    content = statements[narrowest[1]].content
    tellers = [index for _, index in sorted(holding) if statements[index].content == content]
    named = [index for index in tellers if statements[index].speaker]
    return tuple(named or tellers[:1])


def find_loser(subject: Token | None, cast: Cast) -> int | None:
    """The actor that has or loses the people: "the army lost 12 soldiers"."""
    return None if subject is None else cast.actor_at(subject)
