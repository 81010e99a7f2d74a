"""The numbers of people that an article tells of: killed, wounded, captured, fled, besieged, under arms."""

from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.figures_counts import Count, find_counts
from kg.extract.figures_links import find_event, find_loser, find_tellers, is_total, side_in_event
from kg.extract.figures_words import Fate
from kg.extract.parties import Counted, find_side, party_span, party_type
from kg.model import EventReport, Figure, FigureKind, PartyType, Span, Stance, Statement
from kg.nlp import Parsed, span_of

_HARMED = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
# what is denied or threatened is no claim that it is so, but what it takes for granted stands:
# "denied bombing the 40 trapped families"
_NO_CLAIMS = frozenset((Stance.DENIES, Stance.DOUBTS, Stance.THREATENS))
_TELLING = 10
_OTHER_CAUSES = frozenset(("figures.part-of-total", "figures.bodies", "figures.noun-of"))
_TAKEN_FOR_GRANTED = frozenset(("figures.clause", "figures.adjective", "figures.force"))


def find_figures(
    parsed: Parsed, cast: Cast, events: tuple[EventReport, ...], statements: tuple[Statement, ...]
) -> tuple[Figure, ...]:
    """All figures of an article, in text order; the same claim of the same speaker stands once.

    Left out, because no number can be told: "many", "no civilians", "killed or wounded 30", "casualties".
    """
    told = [figure for count in find_counts(parsed) for figure in _to_figures(parsed, count, cast, events, statements)]
    figures: list[Figure] = []
    claims: set[tuple[object, ...]] = set()
    for figure in _with_main_event(parsed, told, events):
        claim = _claim(parsed, figure, statements)
        if claim not in claims:
            claims.add(claim)
            figures.append(figure)
    return tuple(figures)


def _to_figures(
    parsed: Parsed, count: Count, cast: Cast, events: tuple[EventReport, ...], statements: tuple[Statement, ...]
) -> list[Figure]:
    counted, fate, number = count.counted, count.fate, count.number
    party, people = party_span(counted, number, parsed), count.like or counted
    kind_of_party = party_type(people, cast)
    if fate.kind is FigureKind.STRENGTH and kind_of_party is PartyType.UNKNOWN:
        kind_of_party = PartyType.COMBATANTS
    event = find_event(parsed, fate, events)
    side = find_side(people, cast) if people is counted or kind_of_party is not PartyType.UNKNOWN else None
    if side is None and fate.rule in ("figures.force", "figures.lives"):
        side = find_loser(fate.subject, cast)
    if event is not None:
        side = side_in_event(side, kind_of_party, events[event], cast)
    tellers = find_tellers(span_of(counted.tokens), statements)
    if tellers == (None,) and count.like is not None:  # "put the toll at 51 dead | and 79 wounded"
        tellers = find_tellers(span_of(count.like.tokens), statements)
    if fate.rule not in _TAKEN_FOR_GRANTED and any(
        said_by is not None and statements[said_by].stance in _NO_CLAIMS for said_by in tellers
    ):
        return []
    return [
        Figure(
            fate.kind, number.low, number.high, number.approximate, party, kind_of_party, side, event, said_by,
            _span(counted, fate, party), fate.rule,
        )
        for said_by in tellers
    ]  # fmt: skip


def _span(counted: Counted, fate: Fate, party: Span | None) -> Span:
    """The smallest span that covers number, people and the word for what became of them."""
    spans = [token.span for token in (*counted.tokens, fate.word)] + ([party] if party is not None else [])
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _needs_cause(parsed: Parsed, figure: Figure, cause: EventReport) -> bool:
    """Whether a figure without a cause is a later toll: told after the event, and no total of a war."""
    later = figure.span.start > cause.trigger.end
    return later and figure.rule not in _OTHER_CAUSES and not is_total(parsed, figure.span)


def _with_main_event(parsed: Parsed, figures: list[Figure], events: tuple[EventReport, ...]) -> list[Figure]:
    """The figures, where the first of the dead and wounded share their cause with most, with that cause for the others.

    News of one attack gives its tolls in sentences that do not name it again; totals of a war are left alone.
    """
    causes = [figure.event for figure in figures if figure.kind in _HARMED and figure.event is not None]
    if not causes or 2 * causes.count(causes[0]) <= len(causes):
        return figures
    cause = causes[0]
    return [
        replace(figure, event=cause)
        if figure.kind in _HARMED and figure.event is None and _needs_cause(parsed, figure, events[cause])
        else figure
        for figure in figures
    ]


def _claim(parsed: Parsed, figure: Figure, statements: tuple[Statement, ...]) -> tuple[object, ...]:
    """What makes two figures one claim: kind, bounds, people and speaker."""
    party = None if figure.party is None else parsed.words(figure.party).lower().split()[-1]
    speaker: object = None
    if figure.said_by is not None:
        statement = statements[figure.said_by]
        speaker = statement.speaker_referent if statement.speaker_referent is not None else statement.speaker
    # two raids may kill two people each, but hardly 43 each
    event = figure.event if max(figure.low or 0, figure.high or 0) < _TELLING else None
    return figure.kind, figure.low, figure.high, party, speaker, event
