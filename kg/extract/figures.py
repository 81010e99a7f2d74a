"""The numbers of people that an article tells of: killed, wounded, captured, fled, besieged, under arms."""

from kg.extract.cast import Cast
from kg.extract.figures_counts import find_counts
from kg.extract.figures_events import find_event, with_main_event
from kg.extract.figures_links import find_loser, find_same_tellers, find_tellers, side_in_event
from kg.extract.figures_parts import OF_WHOLES, PARTS, Count
from kg.extract.figures_sums import with_sums_apart
from kg.extract.figures_words import Fate
from kg.extract.parties import Counted, find_side, party_span, party_type
from kg.extract.parties_sides import are_of_both_sides
from kg.model import EventReport, Figure, FigureKind, PartyType, Span, Stance, Statement
from kg.nlp import Parsed, span_of

# what is denied or threatened is no claim that it is so, but what it takes for granted stands:
# "denied bombing the 40 trapped families"
_NO_CLAIMS = frozenset((Stance.DENIES, Stance.DOUBTS, Stance.THREATENS))
_TELLING = 10
_FEW = 3
_OPENING = 2
_ALIKE = 0.75
_NEAR_FATE = 3
_HARMED = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
_TAKEN_FOR_GRANTED = frozenset(("figures.clause", "figures.adjective", "figures.force"))

Tellers = tuple[int | None, ...]
Claims = tuple[tuple[object, ...], ...]


def find_figures(
    parsed: Parsed, cast: Cast, events: tuple[EventReport, ...], statements: tuple[Statement, ...]
) -> tuple[Figure, ...]:
    """All figures of an article, in text order; the same claim of the same speaker stands once.

    Left out, because no number can be told: "many", "no civilians", "killed or wounded 30", "casualties".
    """
    told: list[Figure] = []
    before: list[tuple[Count, Tellers]] = []
    wholes: list[tuple[Count, int | None]] = []
    for count in find_counts(parsed):
        tellers = _find_tellers(parsed.document.text, count, before, statements)
        before.append((count, tellers))
        event = find_event(parsed, count.fate, count.number, events)
        if count.fate.rule in OF_WHOLES:
            event = _event_of_whole(count, wholes, event)
        else:
            wholes.append((count, event))
        told.extend(_to_figures(parsed, count, cast, events, event, _that_claim(count, tellers, statements)))
    figures: list[Figure] = []
    claims: set[tuple[object, ...]] = set()
    told = with_sums_apart(parsed, with_main_event(parsed, told, events))
    for figure in told:
        if _is_repeated(parsed, figure, figures):
            continue
        made = _claims(parsed, figure, statements)
        own, other = _without_people(figure, made[0])
        if claims.isdisjoint((*made, *other)):
            figures.append(figure)
        claims.update((*made, *own))
    return (*_of_headline(parsed, cast, told, events), *figures)


def _of_headline(parsed: Parsed, cast: Cast, told: list[Figure], events: tuple[EventReport, ...]) -> list[Figure]:
    """The figures of a title in the text whose numbers the article itself does not tell: "Blast Kills 16"."""
    headline = parsed.headline
    if headline is None or headline.attributions:
        return []
    known = {(figure.kind, figure.low, figure.high) for figure in told}
    causes = {figure.event for figure in told if figure.kind in _HARMED and figure.event is not None}
    cause = causes.pop() if len(causes) == 1 else None
    like = {(figure.kind, figure.low): figure.event for figure in reversed(told)}
    figures = []
    for count in find_counts(headline):
        near = (
            abs(count.fate.word.i - count.counted.tokens[-1].i) <= _NEAR_FATE or count.fate.word.i < count.number.core
        )
        if near and (count.fate.kind, count.number.low, count.number.high) not in known:
            passed = _of_bare_number(count, like)
            other = cause if passed is None and count.fate.kind in _HARMED else passed
            event = like.get((count.fate.kind, count.number.low), other)  # "Blast Kills 16", "killed at least 16"
            figures.extend(_to_figures(headline, count, cast, events, event, (None,)))
    return figures


def _of_bare_number(count: Count, events: dict[tuple[FigureKind, int | None], int | None]) -> int | None:
    """The event of those that the text counts to a number that the headline says is passed: "over 60", "60 rebels"."""
    low = count.number.low
    passed = low is not None and count.number.high is None and not count.number.approximate
    return events.get((count.fate.kind, low - 1)) if passed and low is not None else None


def _find_tellers(
    text: str, count: Count, before: list[tuple[Count, Tellers]], statements: tuple[Statement, ...]
) -> Tellers:
    """The statements that tell a count; (None,) for the article's own voice."""
    tellers = find_tellers(text, span_of(count.counted.tokens), statements)
    if tellers == (None,) and count.like is not None:  # "put the toll at 51 dead | and 79 wounded"
        tellers = find_tellers(text, span_of(count.like.tokens), statements)
    word = count.fate.word
    if tellers == (None,) and count.fate.rule == "figures.listed":  # "24 civilians, | 25 soldiers have been killed"
        tellers = find_tellers(text, word.span, statements)
    for other, told in reversed(before):
        if tellers != (None,) or other.fate.word.sentence != word.sentence:
            break
        tellers = find_same_tellers(word, other.fate.word, told)
    return tellers


def _that_claim(count: Count, tellers: Tellers, statements: tuple[Statement, ...]) -> Tellers:
    """The tellers, or none of them where one denies the figure itself and not just what befell those people."""
    denied = any(said_by is not None and statements[said_by].stance in _NO_CLAIMS for said_by in tellers)
    if denied and count.fate.word.rel == "acl:relcl":
        return (None,)  # "denied using gas in the war, which has | killed thousands"
    return () if denied and count.fate.rule not in _TAKEN_FOR_GRANTED else tellers


def _event_of_whole(count: Count, wholes: list[tuple[Count, int | None]], event: int | None) -> int | None:
    """The event of the dead or wounded that these are among, told in the same sentence or shortly before."""
    for whole, cause in reversed(wholes):
        if count.fate.word.sentence - whole.fate.word.sentence > _OPENING:
            break
        if whole.fate.kind is count.fate.kind:
            return cause
    return event


def _to_figures(
    parsed: Parsed, count: Count, cast: Cast, events: tuple[EventReport, ...], event: int | None, tellers: Tellers
) -> list[Figure]:
    """The figures of a count, one for each teller."""
    counted, fate, number = count.counted, count.fate, count.number
    party, people = party_span(counted, number, parsed), count.like or counted
    kind_of_party = party_type(people, cast)
    if fate.kind is FigureKind.STRENGTH and kind_of_party is PartyType.UNKNOWN:
        kind_of_party = PartyType.COMBATANTS
    side = find_side(people, cast) if people is counted or kind_of_party is not PartyType.UNKNOWN else None
    both = are_of_both_sides(people, fate.word, cast)
    if side is None and fate.rule in ("figures.force", "figures.lives"):
        side = find_loser(fate.subject, cast)
    if both:
        side = None
    elif event is not None:
        side = side_in_event(side, people.head, events[event], cast)
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


def _is_repeated(parsed: Parsed, figure: Figure, before: list[Figure]) -> bool:
    """Whether its sentence is one told before in nearly the same words, and there by somebody: the speaker is his."""
    if figure.said_by is not None:
        return False
    own = _content_words(parsed, figure.span)
    return any(
        other.said_by is not None
        and (other.kind, other.low, other.high) == (figure.kind, figure.low, figure.high)
        and len(own & (words := _content_words(parsed, other.span))) >= _ALIKE * min(len(own), len(words))
        for other in before
    )


def _content_words(parsed: Parsed, span: Span) -> set[str]:
    sentence = parsed.sentence_of(parsed.tokens_in(span)[0])
    return {token.lower for token in sentence.tokens if token.pos in ("NOUN", "PROPN", "VERB", "NUM")}


def _claims(parsed: Parsed, figure: Figure, statements: tuple[Statement, ...]) -> Claims:
    """What makes two figures one claim: kind, bounds, people and speaker; in title and lead even without the words."""
    # words that hold them apart are no other people: 24 "fighters"
    party: object = None if figure.party is None else parsed.words(figure.party).lower().split()[-1].strip("\"'“”‘’")
    if parsed.tokens_in(figure.span)[0].lower in ("another", "other"):
        party = (party, figure.span.start)  # "one villager was killed; | another villager was killed" is two
    speaker: object = None
    if figure.said_by is not None:
        statement = statements[figure.said_by]
        speaker = statement.speaker_referent if statement.speaker_referent is not None else statement.speaker
    # two raids may kill two people each, but hardly 43 each
    event = figure.event if max(figure.low or 0, figure.high or 0) < _TELLING else None
    claim = (figure.kind, figure.low, figure.high, party, speaker, event)
    opening = parsed.tokens_in(figure.span)[0].sentence < _OPENING
    if not opening or figure.said_by is not None or figure.rule in PARTS:
        return (claim,)
    return (claim, ("opening", figure.kind, figure.low, figure.high, figure.party_type))


def _without_people(figure: Figure, claim: tuple[object, ...]) -> tuple[Claims, Claims]:
    """The claim without its people, marked as told with or without them, and the other: "37 hurt", "37 people hurt"."""
    event, size = claim[-1], max(figure.low or 0, figure.high or 0)
    if figure.rule in PARTS or size < (_TELLING if event is None else _FEW):
        return (), ()
    kind, low, high, _, speaker, event = claim
    bare, told = ("bare", kind, low, high, speaker, event), ("told", kind, low, high, speaker, event)
    return ((bare,), (told,)) if figure.party is None else ((told,), (bare,))
