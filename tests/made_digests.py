"""Digests and a small gazetteer made by hand, for the tests of resolution and assembly."""

from datetime import date

from kg.model import ActorType, EventKind, PlaceKind, Role, Status
from kg.resolve.digest import Digest, Named, Told
from kg.resolve.fingerprint import fingerprint
from kg.resolve.gazetteer import Country, Entry, Gazetteer, Lookup


def actor(name, kind=ActorType.ARMED_GROUP, *, names=None, known=None, named=True):
    return Named(kind, None, name, named, tuple(names or ((name,) if named else ())), known, (), 1, False, "test")


def person(name, *, names=None, known=None):
    return actor(name, ActorType.PERSON, names=names, known=known)


def place(name, kind=PlaceKind.SETTLEMENT, *, within=(), named=True):
    return Named(None, kind, name, named, (name,) if named else (), None, tuple(within), 1, False, "test")


def event(
    kind, *, at=None, on=None, to=None, who=(), status=Status.HAPPENED, name=None, part_of=None, killed=None, more=False
):
    """`who`: (referent, "agent" or "target", side); `more`: at least so many killed."""
    parts = tuple((referent, Role(role), side) for referent, role, side in who)
    day = date.fromisoformat(on) if on else None
    last = date.fromisoformat(to) if to else day
    figures = (("killed", killed, None if more else killed),) if killed else ()
    return Told(EventKind(kind), status, False, name, day, last, at, parts, None, part_of, kind, figures)


def article(id_, *referents, events=(), affiliations=(), published="2021-05-04", text=""):
    day = date.fromisoformat(published) if published else None
    return Digest(
        id_, f"{id_}.txt", day, None, tuple(referents), tuple(events), tuple(affiliations), (), fingerprint(text)
    )


def entry(id_, names, kind, country, latitude, longitude, population=0, admin=None):
    precision = {"country": 6, "region": 4, "river": 5}.get(kind, 1)
    return Entry(
        id_, tuple(names.split("|")), PlaceKind(kind), country, admin, latitude, longitude, population, None, precision
    )


GAZETTEER = Gazetteer(
    (
        Lookup(
            [
                entry("SY", "Syria|Syrian Arab Republic", "country", "SY", 35.0, 38.5, 17_000_000),
                entry("LB", "Lebanon", "country", "LB", 33.8, 35.8, 5_000_000),
                entry("LY", "Libya", "country", "LY", 28.0, 17.0, 7_000_000),
                entry("US", "United States|US|U.S.", "country", "US", 39.8, -98.5, 330_000_000),
                entry("AU", "Australia", "country", "AU", -25.0, 135.0, 25_000_000),
                entry("US-CA", "California|Calif.|CA", "region", "US", 36.5, -119.5, admin="US.CA"),
                entry("SY-RA", "Raqqa|Ar Raqqah", "region", "SY", 36.1, 39.1, admin="SY.04"),
                entry("g1", "Ar Raqqah|Raqqa|Rakka", "settlement", "SY", 35.95, 39.01, 530_000, "SY.04"),
                entry("g2", "Tripoli", "settlement", "LY", 32.89, 13.19, 1_150_000, "LY.77"),
                entry("g3", "Tripoli", "settlement", "LB", 34.43, 35.84, 230_000, "LB.09"),
                entry("g4", "Long Beach", "settlement", "US", 33.77, -118.19, 470_000, "US.CA"),
                entry("g5", "Long Beach", "settlement", "AU", -35.7, 150.24, 900, "AU.02"),
                entry("g6", "Syria", "settlement", "US", 38.4, -78.3, 900, "US.VA"),
                entry("g7", "Springfield", "settlement", "US", 39.8, -89.64, 116_000, "US.IL"),
                entry("g8", "Springfield", "settlement", "US", 37.2, -93.3, 160_000, "US.MO"),
                entry("dera", "Deraa|Daraa", "settlement", "SY", 32.62, 36.1, 97_000, "SY.06"),
            ]
        ),
    ),
    {
        "SY": Country("SY", "Syria", frozenset({"LB"})),
        "LB": Country("LB", "Lebanon", frozenset({"SY"})),
        "LY": Country("LY", "Libya", frozenset()),
        "US": Country("US", "United States", frozenset()),
        "AU": Country("AU", "Australia", frozenset()),
    },
    {"syrian": "SY", "syrians": "SY", "lebanese": "LB", "libyan": "LY", "american": "US"},
)
