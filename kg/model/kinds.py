"""The closed lists that the contract with users names: types, kinds, statuses."""

from enum import StrEnum
from functools import cache

from kg.resources import read_table


class ActorType(StrEnum):
    """The class of an actor; each is a class of the ontology by the same name."""

    PERSON = "Person"
    ARMED_GROUP = "ArmedGroup"
    MILITARY = "Military"
    GOVERNMENT = "Government"
    COALITION = "Coalition"
    MEDIA = "MediaOrganization"
    MONITOR = "MonitorOrNGO"
    PARTY = "Party"
    ORGANIZATION = "Organization"
    CIVILIANS = "Civilians"
    GROUP = "Group"


class PlaceKind(StrEnum):
    """What a place is."""

    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    RIVER = "river"
    FACILITY = "facility"
    BORDER = "border"
    OTHER = "other"


class MentionType(StrEnum):
    """What words in an article speak of."""

    PERSON = "Person"
    ORGANISATION = "Organisation"
    GROUP = "Group"
    PLACE = "Place"
    NATIONALITY = "Nationality"
    WEAPON = "Weapon"
    VEHICLE = "Vehicle"
    DATE = "Date"
    QUANTITY = "Quantity"


class MentionForm(StrEnum):
    """How words speak of a thing."""

    NAME = "name"  # "Adnan Afrin", "IS"
    NOMINAL = "nominal"  # "a commander with the SDF", "the group"
    PRONOUN = "pronoun"  # "he", "it"


class EventKind(StrEnum):
    """What kind of happening it is."""

    ARMED_CLASH = "armed_clash"
    ASSAULT = "assault"
    COUNTERATTACK = "counterattack"
    AMBUSH = "ambush"
    ADVANCE = "advance"
    CAPTURE_OF_PLACE = "capture_of_place"
    RETREAT = "retreat"
    SIEGE = "siege"
    AIRSTRIKE = "airstrike"
    DRONE_STRIKE = "drone_strike"
    SHELLING = "shelling"
    ROCKET_ATTACK = "rocket_attack"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    LANDMINE = "landmine"
    CHEMICAL_ATTACK = "chemical_attack"
    EXECUTION = "execution"
    KILLING = "killing"
    KIDNAPPING = "kidnapping"
    ARREST = "arrest"
    SURRENDER = "surrender"
    EVACUATION = "evacuation"
    DISPLACEMENT = "displacement"
    DEPLOYMENT = "deployment"
    AID = "aid"
    AGREEMENT = "agreement"
    TALKS = "talks"
    BATTLE = "battle"
    OTHER = "other"


class Status(StrEnum):
    """Whether it happened, as the article tells it."""

    HAPPENED = "happened"
    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class Role(StrEnum):
    """Whether one does it or has it done to one."""

    AGENT = "agent"
    TARGET = "target"


class Mode(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What a speaker does by saying it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    BLAMES = "blames"
    THREATENS = "threatens"
    CALLS_FOR = "calls_for"


class Medium(StrEnum):
    """By what the words were given out."""

    STATEMENT = "statement"
    TWEET = "tweet"
    VIDEO = "video"
    INTERVIEW = "interview"
    TELEVISION = "television"
    REPORT = "report"


@cache
def _groups() -> dict[str, str]:
    return {kind: group for group, row in read_table("kind_groups.toml").items() for kind in row["kinds"]}


def kind_group(kind: str) -> str:
    """The group of a kind of event, whose kinds readers take for one another; a kind that stands in none is its own."""
    return _groups().get(kind, kind)


class FigureKind(StrEnum):
    """What befell the people who are counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    SURRENDERED = "surrendered"
    MISSING = "missing"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    RESCUED = "rescued"
    BESIEGED = "besieged"
    STRENGTH = "strength"


class PartyType(StrEnum):
    """What people are counted."""

    CIVILIANS = "civilians"
    COMBATANTS = "combatants"
    CHILDREN = "children"
    WOMEN = "women"
    MEDICS = "medics"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class TieKind(StrEnum):
    """How two actors stand to each other."""

    FIGHTS = "fights"
    ALLIED_WITH = "allied_with"
    SUPPORTS = "supports"
    PART_OF = "part_of"
    COMMANDS = "commands"
    MET_OR_TOLD = "met_or_told"
