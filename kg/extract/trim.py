"""Leaves out of a reading the unnamed actors of whom nothing is told: "a network of sources", "the wider community"."""

from kg.extract.lexicon import country_code_of_people, fold
from kg.extract.renumber import renumber
from kg.model import EventKind, Figure, Reading, Referent
from kg.resources import read_table, read_words


def trim(reading: Reading) -> Reading:
    """The same reading without the unnamed actors that do, suffer and say nothing recorded, and are not counted.

    The sides of the war stay, named or not ("government forces", "Kurdish fighters").
    Their descriptions stay as mentions that refer to nobody; pronouns for them go.
    """
    told = _told(reading)
    kept = [n for n, one in enumerate(reading.referents) if one.named or n in told or _is_side(one)]
    if len(kept) == len(reading.referents):
        return reading
    return renumber(reading, {n: reading.referents[n] for n in kept}, {n: n for n in kept})


def _is_side(referent: Referent) -> bool:
    """Whether a description tells a side of the war and no more: its people, and whose they are."""
    words = [word for word in referent.name.split() if word.lower() not in ("the", "these", "those")]
    table = read_table("nominals.toml")["sides"]
    if len(words) < 2:
        return bool(words) and words[0].lower() in table["alone"]
    return words[-1].lower() in table["nouns"] and all(
        word.lower() in table["modifiers"] or _is_people(word) for word in words[:-1]
    )


def _is_people(word: str) -> bool:
    return country_code_of_people(fold(word)) is not None or word in read_words("peoples.txt")


def _told(reading: Reading) -> set[int | None]:
    """The referents of whom something is recorded."""
    told: set[int | None] = {part.referent for event in reading.events for part in event.participants}
    told.update(event.place for event in reading.events)
    told.update(end for tie in reading.ties for end in (tie.subject, tie.object))
    told.update(end for one in reading.affiliations for end in (one.person, one.organisation))
    told.update(end for one in reading.statements for end in (one.speaker_referent, one.addressee))
    told.update(figure.side for figure in reading.figures)
    parties = [figure.party for figure in reading.figures if figure.party is not None and _is_of_news(reading, figure)]
    told.update(one.referent for one in reading.mentions if any(party.covers(one.head) for party in parties))
    return told


def _is_of_news(reading: Reading, figure: Figure) -> bool:
    """Whether a figure tells of people in an event, and is no total of a whole war: "the war has killed 280,000"."""
    if (figure.low or 0) < _WHOLE_WAR:
        return True
    event = None if figure.event is None else reading.events[figure.event]
    return event is not None and not (event.background and event.kind is EventKind.OTHER)


_WHOLE_WAR = 10000  # people: more than one blow kills or one siege holds, mostly
