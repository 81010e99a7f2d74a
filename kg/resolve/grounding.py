"""Grounds the places of one article in the gazetteer: candidates, what speaks for each, and a choice or none."""

from dataclasses import dataclass

from kg.model import Reason
from kg.resolve.digest import Digest
from kg.resolve.gazetteer import Entry, Gazetteer


@dataclass(frozen=True, slots=True)
class Grounding:
    """What a place referent was found to be. `undecided`: there were candidates, none clearly better."""

    entry: Entry | None
    country: str | None
    undecided: bool
    reason: Reason


def ground(digest: Digest, gazetteer: Gazetteer) -> dict[int, Grounding]:
    """What each place referent of the article is, by index."""
    found = {}
    for index, named in enumerate(digest.referents):
        if named.place is None:
            continue
        entries = gazetteer.named(named.name) if named.named else ()
        entry = entries[0] if entries else None
        words = f"{named.name} is {entry.name}" if entry else "no such name in the gazetteer"
        rule = "places.by-name" if entry else "places.unknown"
        country = entry.country if entry else None
        found[index] = Grounding(entry, country, undecided=False, reason=Reason(rule, words, 0.7))
    return found
