"""Changes which referents a reading has, and lets everything that points to one follow."""

from collections.abc import Mapping
from dataclasses import replace

from kg.model import (
    Affiliation,
    EventReport,
    Figure,
    Mention,
    MentionForm,
    Participant,
    Reading,
    Referent,
    Role,
    Statement,
    Tie,
)


def renumber(reading: Reading, referents: Mapping[int, Referent], place: Mapping[int, int]) -> Reading:
    """The same reading with other referents.

    Args:
        reading: the article; its affiliations, ties and participants speak only of referents that stay.
        referents: those that stay, by their old index; their mentions are taken from the reading's.
        place: the old index of the one that each stands for from now on; who is left out is nobody from now on, and
            pronouns for him go.
    """
    order = sorted(referents)
    rank = {old: new for new, old in enumerate(order)}
    number = {old: rank[new] for old, new in place.items()}
    kept = [n for n, one in enumerate(reading.mentions) if _stays(one, number)]
    mentions = tuple(replace(one, referent=_new(one.referent, number)) for one in (reading.mentions[n] for n in kept))
    of: dict[int, list[int]] = {new: [] for new in range(len(order))}
    for n, mention in enumerate(mentions):
        if mention.referent is not None:
            of[mention.referent].append(n)
    return replace(
        reading,
        mentions=mentions,
        referents=tuple(replace(referents[old], mentions=tuple(of[rank[old]])) for old in order),
        affiliations=tuple(_affiliation(one, number) for one in reading.affiliations),
        ties=tuple(_tie(one, number) for one in reading.ties),
        events=tuple(_event(one, number) for one in reading.events),
        statements=tuple(_statement(one, number) for one in reading.statements),
        figures=tuple(_figure(one, number) for one in reading.figures),
    )


def _stays(mention: Mention, number: Mapping[int, int]) -> bool:
    return mention.referent is None or mention.referent in number or mention.form is not MentionForm.PRONOUN


def _new(old: int | None, number: Mapping[int, int]) -> int | None:
    return None if old is None else number.get(old)


def _affiliation(one: Affiliation, number: Mapping[int, int]) -> Affiliation:
    return replace(one, person=number[one.person], organisation=number[one.organisation])


def _tie(tie: Tie, number: Mapping[int, int]) -> Tie:
    return replace(tie, subject=number[tie.subject], object=number[tie.object])


def _event(event: EventReport, number: Mapping[int, int]) -> EventReport:
    parts: dict[tuple[int, Role], Participant] = {}
    for part in event.participants:
        new = replace(part, referent=number[part.referent])
        parts.setdefault((new.referent, new.role), new)
    return replace(event, participants=tuple(parts.values()), place=_new(event.place, number))


def _statement(one: Statement, number: Mapping[int, int]) -> Statement:
    return replace(
        one,
        speaker_referent=_new(one.speaker_referent, number),
        addressee=_new(one.addressee, number),
        about_actors=tuple(dict.fromkeys(number[n] for n in one.about_actors if n in number)),
    )


def _figure(figure: Figure, number: Mapping[int, int]) -> Figure:
    return replace(figure, side=_new(figure.side, number))
