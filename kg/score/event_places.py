"""Where events took place, against sentences in which one verb's place is marked (Halterman 2019).

Each article is a sentence with one event; what is told of other events can't be judged and is left out. The event is
told by a report whose trigger overlaps the verb, and by a figure whose clause holds the verb, which stands for the
report of its event: of a bomb that exploded and killed three, the graph has one event, with the trigger "exploded". A
told place is right if words of the article for it overlap a marked place, or one of its names is what is marked. Rows
without a place whose annotators are not reliable (`none_unreliable`) are left out; of other annotations of a row
(`alt`) no use is made.

Measures:

- `event found`: the event is told. Each row is one to find and counts as told; a further telling of the same verb
  counts as told again.
- `event found, reports alone`: figures left out.
- `place`: precision over the places told for the event, recall over the rows with a place.
- `place, all rows`: the share of rows whose place is right; with no place marked, right if the event is told and no
  place is. Not told is wrong.
- `place, event found`: the same over the rows whose event is told.
- `place, event and place found`: the same over the rows whose event is told and where a marked place is told as a
  mention of type Place: only the link is measured, the nearest to "given the places" that a graph allows.

Classes: place, none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.model import Span
from kg.score.gold import Gold, GoldArticle
from kg.score.raw_spans import to_span, to_spans
from kg.score.sheet import Count, Fault, Sheet
from kg.score.spans import normals, overlap
from kg.score.told import Told, ToldArticle, values_of

QUESTIONS: tuple[str, ...] = ("places", "mentions", "events", "reports", "figures")
PLACE, NONE, UNRELIABLE = "place", "none", "none_unreliable"


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A verb that tells of an event, and where that took place; nowhere told: no places."""

    event: Span
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a graph tells of the event: the words for it, and the label of the place."""

    span: Span
    words: str
    place: str | None
    is_figure: bool = False


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score the place of an event by?"""
    return "event" in article.layers and "place_status" in article.layers


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article.

    Raises:
        InputError: a layer can't be used.
    """
    for article in gold.articles:
        if not holds(article):
            continue
        link = read_link(article)
        if link is None:
            continue
        sheet = Sheet(article.id, article.text)
        _score_link(sheet, link, told, told.article(article.id))
        yield sheet


def read_link(article: GoldArticle) -> GoldLink | None:
    """The event and its places; None where it is not sure that there is no place.

    Raises:
        InputError: a layer can't be used.
    """
    where, status = f"article {article.id}", article.layers["place_status"]
    event = to_span(f"{where}, event", article.layers["event"], article.text)
    places = to_spans(f"{where}, places", article.layers.get("places"), article.text)
    if status not in (PLACE, NONE, UNRELIABLE) or (status == PLACE) != bool(places):
        raise InputError(f"{where}: place_status {status!r} and {len(places)} places do not go together")
    return None if status == UNRELIABLE else GoldLink(event, places)


def tellings(article: ToldArticle, event: Span) -> tuple[Telling, ...]:
    """What tells of the event: reports first, then figures that stand for no report that is there already."""
    reports = [report for report in article.reports if report.span.overlaps(event)]
    told = [Telling(report.span, report.words, report.place_name) for report in reports]
    events = {report.event for report in reports}
    for figure in article.figures:
        owner = figure.row["event"]
        if not figure.span.covers(event) or owner in events or (owner is None and told):
            continue
        events.add(owner)
        report = next((each for each in article.reports if each.event == owner), None)
        words = f"{figure.kind} {figure.row['party'] or 'people'}"
        told.append(Telling(figure.span, words, report.place_name if report else None, is_figure=True))
    return tuple(told)


def _score_link(sheet: Sheet, link: GoldLink, told: Told, article: ToldArticle) -> None:
    cls = PLACE if link.places else NONE
    given = tellings(article, link.event)
    placed = [each for each in given if each.place]
    right = [each for each in placed if right_place(sheet.text, link, told, article, each)]
    good = float(bool(right) if link.places else bool(given) and not placed)
    reports = [each for each in given if not each.is_figure]
    for measure, found in (("event found", given), ("event found, reports alone", reports)):
        _both(sheet, measure, Count(bool(found), max(1, len(found)), bool(found), 1), cls)
    sheet.count("place", Count(bool(right), len(placed), bool(right), bool(link.places)))
    _both(sheet, "place, all rows", Count(good, max(1, len(given)), good, 1), cls)
    if given:
        _both(sheet, "place, event found", Count(good, len(given), good, 1), cls)
    if given and any(overlap([each.span], link.places) for each in article.mentions if each.type == "Place"):
        sheet.count("place, event and place found", Count(good, len(given), good, 1))
    _note(sheet, link, given, right)


def right_place(text: str, link: GoldLink, told: Told, article: ToldArticle, telling: Telling) -> bool:
    """Is the place that is told one of those marked?"""
    labels = values_of(telling.place)
    stands = [each.span for each in article.mentions if each.name in labels]
    names = frozenset[str]().union(*(told.names_by_label(article, label) for label in labels))
    return overlap(stands, link.places) or bool(names & normals(place.of(text) for place in link.places))


def _both(sheet: Sheet, measure: str, count: Count, cls: str) -> None:
    sheet.count(measure, count)
    sheet.count(measure, count, cls)


def _note(sheet: Sheet, link: GoldLink, given: Sequence[Telling], right: Sequence[Telling]) -> None:
    """Notes what is wrong: an event not told, or told again; a place missed, invented, or wrong."""
    verb, cls = link.event.of(sheet.text), PLACE if link.places else NONE
    wanted = f"{verb}: {' | '.join(place.of(sheet.text) for place in link.places)}" if link.places else ""
    if not given:
        sheet.case("event found", Fault.MISSED, link.event, expected=verb, cls=cls)
    for again in given[1:]:
        sheet.case("event found", Fault.INVENTED, again.span, told=f"{again.words}, told again", cls=cls)
    fault = Fault.WRONG if link.places else Fault.INVENTED
    for each in given:
        if each.place and each not in right:
            sheet.case("place", fault, link.event, expected=wanted, told=f"{each.words}: {each.place}", cls=cls)
    if link.places and not any(each.place for each in given):
        sheet.case("place", Fault.MISSED, link.event, expected=wanted, cls=cls)
