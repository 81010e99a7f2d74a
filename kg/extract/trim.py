"""Leaves out of a reading the unnamed actors of whom nothing is told: "a network of sources", "the wider community"."""

from dataclasses import replace

from kg.model import Affiliation, EventReport, Figure, Mention, MentionForm, Reading, Referent, Statement, Tie


def trim(reading: Reading) -> Reading:
    """The same reading without the unnamed actors that do, suffer and say nothing recorded, and are not counted.

    Their descriptions stay as mentions that refer to nobody; pronouns for them go.
    """
    told = _told(reading)
    kept = [n for n, one in enumerate(reading.referents) if one.named or one.actor is None or n in told]
    if len(kept) == len(reading.referents):
        return reading
    number = {old: new for new, old in enumerate(kept)}
    mentions = [n for n, one in enumerate(reading.mentions) if _stays(one, number)]
    place = {old: new for new, old in enumerate(mentions)}
    return replace(
        reading,
        mentions=tuple(_mention(reading.mentions[n], number) for n in mentions),
        referents=tuple(_referent(reading.referents[n], place) for n in kept),
        affiliations=tuple(_affiliation(one, number) for one in reading.affiliations),
        ties=tuple(_tie(one, number) for one in reading.ties),
        events=tuple(_event(one, number) for one in reading.events),
        statements=tuple(_statement(one, number) for one in reading.statements),
        figures=tuple(_figure(one, number) for one in reading.figures),
    )


def _told(reading: Reading) -> set[int | None]:
    """The referents of whom something is recorded."""
    told: set[int | None] = {part.referent for event in reading.events for part in event.participants}
    told.update(end for tie in reading.ties for end in (tie.subject, tie.object))
    told.update(end for one in reading.affiliations for end in (one.person, one.organisation))
    told.update(end for one in reading.statements for end in (one.speaker_referent, one.addressee))
    told.update(figure.side for figure in reading.figures)
    parties = [figure.party for figure in reading.figures if figure.party is not None]
    told.update(one.referent for one in reading.mentions if any(party.covers(one.head) for party in parties))
    return told


def _stays(mention: Mention, number: dict[int, int]) -> bool:
    return mention.referent is None or mention.referent in number or mention.form is not MentionForm.PRONOUN


def _new(old: int | None, number: dict[int, int]) -> int | None:
    return None if old is None else number.get(old)


def _mention(mention: Mention, number: dict[int, int]) -> Mention:
    return replace(mention, referent=_new(mention.referent, number))


def _referent(referent: Referent, place: dict[int, int]) -> Referent:
    return replace(referent, mentions=tuple(place[n] for n in referent.mentions))


def _affiliation(one: Affiliation, number: dict[int, int]) -> Affiliation:
    return replace(one, person=number[one.person], organisation=number[one.organisation])


def _tie(tie: Tie, number: dict[int, int]) -> Tie:
    return replace(tie, subject=number[tie.subject], object=number[tie.object])


def _event(event: EventReport, number: dict[int, int]) -> EventReport:
    parts = tuple(replace(part, referent=number[part.referent]) for part in event.participants)
    return replace(event, participants=parts, place=_new(event.place, number))


def _statement(one: Statement, number: dict[int, int]) -> Statement:
    return replace(
        one,
        speaker_referent=_new(one.speaker_referent, number),
        addressee=_new(one.addressee, number),
        about_actors=tuple(number[n] for n in one.about_actors if n in number),
    )


def _figure(figure: Figure, number: dict[int, int]) -> Figure:
    return replace(figure, side=_new(figure.side, number))
