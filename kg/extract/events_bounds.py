"""The one bound that every told happening has: it can't be later than the article that tells it."""

from dataclasses import replace

from kg.model import Document, EventReport, Status, When

_RULE = "times.not-after-publication"


def bound_events(events: tuple[EventReport, ...], document: Document) -> tuple[EventReport, ...]:
    """The events, those that happened or are claimed bounded by the day of publication where nothing bounds them."""
    return tuple(_bounded(event, document) for event in events)


def _bounded(event: EventReport, document: Document) -> EventReport:
    published = document.day
    if published is None or event.status not in (Status.HAPPENED, Status.CLAIMED):
        return event
    if event.when is None:
        return replace(event, when=When(None, published, event.trigger, _RULE))
    if event.when.latest is None and event.when.earliest is not None and event.when.earliest <= published:
        return replace(event, when=replace(event.when, latest=published))
    return event
