"""Gathers all mentions of an article: names first, then described people, places meant again, and things."""

from kg.extract.mentions import Found
from kg.extract.mentions_acting import find_acting
from kg.extract.mentions_places import complete_places, find_place_nominals
from kg.extract.mentions_scenes import find_scenes
from kg.extract.mentions_services import with_services
from kg.extract.mentions_things import find_things
from kg.extract.names import find_names
from kg.extract.nominals import find_nominals
from kg.extract.nominals_sides import find_sides
from kg.model import ActorType, MentionType
from kg.nlp import Parsed


def find_mentions(parsed: Parsed) -> tuple[Found, ...]:
    """The mentions of an article in text order; a name may stand inside a described phrase."""
    names = with_services(parsed, complete_places(parsed, find_names(parsed)))
    taken = frozenset(i for name in names for i in range(name.first, name.last + 1))
    persons = {name.last: name.first for name in names if name.actor is ActorType.PERSON}
    starts = {i: name.first for name in names for i in range(name.first, name.last + 1)}
    nominals = find_nominals(parsed, starts, persons)
    described = taken | {found.head for found in nominals}
    sides = find_sides(parsed, described)
    heads = described | {found.head for found in sides}
    places = find_place_nominals(parsed, heads)
    acting = find_acting(parsed, heads | {found.head for found in places})
    used = heads | {found.head for found in (*places, *acting)}
    scenes = find_scenes(parsed, (*names, *places), used)
    used |= {found.head for found in scenes}
    things = find_things(parsed, used)
    once: dict[tuple[int, int, MentionType], Found] = {}
    for found in (*names, *nominals, *sides, *places, *scenes, *acting, *things):
        once.setdefault((found.first, found.last, found.type), found)  # "millions of people": one phrase, two heads
    return tuple(sorted(once.values(), key=lambda found: (found.first, -found.last, found.head)))
