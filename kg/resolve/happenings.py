"""What speaks for and against two event reports telling of one happening."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import exp

from kg.model import ActorType, EventKind, Member, PlaceKind, Role
from kg.resolve.clusters import Site
from kg.resolve.digest import Digest, Told
from kg.resolve.gazetteer import Gazetteer, distance
from kg.resolve.names import fold
from kg.resources import read_table

Features = tuple[tuple[str, float], ...]

_FAR = 40.0  # km; places further apart are two
_BATTLE_PAUSE = 45  # days; a battle that is told of again after a longer pause is another
_NEWS = timedelta(days=4)  # news that tells no time is no older
_FIGHTERS = (ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.GOVERNMENT, ActorType.COALITION)
_FEW = 2  # people; so small a number befalls many
_VAGUE = (3, 24, 40, 200, 2000, 20_000)  # "several", "dozens", "scores", "hundreds", "thousands", "tens of thousands"
_SAME_NEWS = timedelta(days=2)
_WIDE = (PlaceKind.REGION, PlaceKind.BORDER, PlaceKind.RIVER)
_POINTS = (PlaceKind.SETTLEMENT, PlaceKind.FACILITY, PlaceKind.DISTRICT)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event report with the places and actors that its referents were found to be.

    Attributes:
        is_vague: the place is some part of a region that the gazetteer does not know ("eastern Syria").
        country: where it happened, else where the article mostly plays; None where unknown.
        agents, targets: the named actors, each by the first member of its cluster.
        fighters: those who can fight, named or not, with roles and sides as told.
        unnamed: those of them that have no name.
        published: day of the article.
        earliest, latest: the bounds told; the days before the article for news that tells no time.
    """

    member: Member
    told: Told
    site: Site | None
    is_vague: bool
    country: str | None
    agents: frozenset[Member]
    targets: frozenset[Member]
    fighters: tuple[tuple[Member, Role, int | None], ...]
    unnamed: frozenset[Member]
    published: date | None
    earliest: date | None
    latest: date | None

    @property
    def where(self) -> Member | None:
        """The place, by the first member of its cluster."""
        return self.site.members[0] if self.site else None

    @property
    def is_dated(self) -> bool:
        """Whether the article tells a time; else the bounds are only supposed.

        That it happened by the day of the article is no telling of a time.
        """
        return self.told.earliest is not None or self.told.latest not in (None, self.published)

    @classmethod
    def of(
        cls,
        digest: Digest,
        index: int,
        sites: Mapping[Member, Site],
        actors: Mapping[Member, Member],
        gazetteer: Gazetteer,
    ) -> "Happening":
        """The event of an article, with its place and actors looked up."""
        event, document = digest.events[index], digest.document
        site = sites.get(Member(document, event.place)) if event.place is not None else None
        parts = [
            (digest.referents[referent], actors[member], role, side)
            for referent, role, side in event.participants
            if (member := Member(document, referent)) in actors
        ]
        fighters = tuple((actor, role, side) for who, actor, role, side in parts if who.actor in _FIGHTERS)
        unnamed = frozenset(actor for who, actor, _, _ in parts if not who.named)
        country = site.country if site and site.country in gazetteer.countries else None
        agents, targets = (
            frozenset(actor for who, actor, role, _ in parts if who.named and role is wanted) for wanted in Role
        )
        return cls(
            Member(document, index),
            event,
            site,
            _is_vague(digest, event, site),
            country,
            agents,
            targets,
            fighters,
            unnamed,
            digest.published,
            *_bounds(event, digest.published),
        )


def _is_vague(digest: Digest, event: Told, site: Site | None) -> bool:
    if site is None or site.entry is not None or event.place is None:
        return False
    return digest.referents[event.place].place in _WIDE


def _bounds(event: Told, published: date | None) -> tuple[date | None, date | None]:
    """The bounds told; news that tells no time is taken to be of the last days, earlier history is not."""
    if published is None or event.background or event.kind is EventKind.BATTLE:
        return event.earliest, event.latest
    if event.earliest is None and event.latest in (None, published):
        return published - _NEWS, published
    return event.earliest, event.latest or published


@lru_cache(maxsize=1)
def kind_groups() -> Mapping[EventKind, tuple[str, ...]]:
    """For each kind, the names of the groups of kinds that it may be one with."""
    table: Mapping[str, list[str]] = read_table("resolve.toml")["kind_groups"]
    return {kind: tuple(name for name, kinds in sorted(table.items()) if kind in kinds) for kind in EventKind}


def compare(left: Happening, right: Happening) -> Features:
    """What speaks for and against one happening, each feature with its value.

    Another place or another time says it all.
    """
    one, other = left.told, right.told
    places, times = _places(left, right), _times(left, right)
    if places == "elsewhere" or times == "apart":
        return tuple((name, 1.0) for name in (places, times) if name in ("elsewhere", "apart"))
    is_rare = one.kind is other.kind and one.kind.value in read_table("resolve.toml")["incident_kinds"]["once"]
    toll = _tolls(one, other)
    features = [
        ("kind", float(one.kind is other.kind)),
        ("once", float(is_rare)),
        ("often", float(not is_rare and toll != "toll" and places in ("inside", "country"))),
        ("name", float(bool(one.name and other.name) and fold(one.name or "") == fold(other.name or ""))),
        (places, 1.0),
        (times, 1.0),
        *_actors(left, right),
        ("weapon", float(bool(one.weapon and other.weapon) and _share_word(one.weapon or "", other.weapon or ""))),
        ("told", float(_share_word(one.trigger, other.trigger))),
        (toll, 1.0),
        (
            "past",
            float(
                any(
                    event.background and (event.earliest is None or event.earliest != event.latest)
                    for event in (one, other)
                )
            ),
        ),
    ]
    return tuple((name, value) for name, value in features if name and value)


def score(features: Features) -> float:
    """How likely the two are one, 0 to 1."""
    weights = read_table("resolve.toml")["incident_weights"]
    total = weights["bias"]["weight"] + sum(weights[name]["weight"] * value for name, value in features)
    return 1 / (1 + exp(-float(total)))


def told(features: Features) -> str:
    """The features in words, with what each adds."""
    weights = read_table("resolve.toml")["incident_weights"]
    return ", ".join(f"{weights[name]['words']} {weights[name]['weight'] * value:+.1f}" for name, value in features)


def _places(left: Happening, right: Happening) -> str:
    one, other = left.site, right.site
    if one is None or other is None:
        return "nowhere"
    if one.members == other.members:
        if left.is_vague or right.is_vague:
            return "wide"
        kind = one.entry.kind if one.entry else PlaceKind.SETTLEMENT
        return "nowhere" if kind is PlaceKind.COUNTRY else "point" if kind in _POINTS else "wide"
    if one.country and other.country and one.country != other.country:
        return "elsewhere"
    if _holds(one, other) or _holds(other, one):
        return _inside(one, other)
    here, there = one.entry or one.whole, other.entry or other.whole
    if here is None or there is None or there.latitude is None or there.longitude is None or here.latitude is None:
        return "nowhere"
    far = distance(here, there.latitude, there.longitude)
    return "near" if far < _FAR else "elsewhere"


def _inside(one: Site, other: Site) -> str:
    """How much it tells that one holds the other: a part of a country ("northern Syria") may as well not hold it."""
    wide = [site for site in (one, other) if (holder := site.entry or site.whole) and holder.kind is PlaceKind.COUNTRY]
    if any(site.entry is None for site in wide):
        return "nowhere"
    return "country" if wide else "inside"


def _holds(outer: Site, inner: Site) -> bool:
    """Whether the first place contains the second: a country, a province, a part of one."""
    holder, held = outer.entry or outer.whole, inner.entry or inner.whole
    if holder is None or held is None or holder.country != held.country:
        return False
    if holder.kind is PlaceKind.COUNTRY or holder is held:
        return True
    return holder.kind is PlaceKind.REGION and holder.admin is not None and holder.admin == held.admin


def _times(left: Happening, right: Happening) -> str:
    if left.told.kind is EventKind.BATTLE and right.told.kind is EventKind.BATTLE:
        return _battle_times(left, right)
    if _disjoint(left, right, 0):
        return "apart"
    if None in (left.earliest, left.latest, right.earliest, right.latest):
        return "undated"
    if not (left.is_dated or right.is_dated):
        return "news" if _are_news_together(left, right) else "undated"
    if left.earliest == left.latest == right.earliest == right.latest:
        return "day"
    return "days" if max(_width(left), _width(right)) <= _NEWS.days else "long"


def _are_news_together(left: Happening, right: Happening) -> bool:
    """Whether two articles of about the same day tell it as news."""
    days = left.published, right.published
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= _SAME_NEWS


def _battle_times(left: Happening, right: Happening) -> str:
    if _disjoint(left, right, _BATTLE_PAUSE):
        return "apart"
    dated = all((left.earliest, left.latest, right.earliest, right.latest))
    if dated and max(_width(left), _width(right)) > 2 * _BATTLE_PAUSE:
        return "long"  # "in 2016"
    if not dated and left.published and right.published:
        return "days" if abs((left.published - right.published).days) <= 2 * _BATTLE_PAUSE else "apart"
    return "days"


def _width(happening: Happening) -> int:
    return (happening.latest - happening.earliest).days if happening.latest and happening.earliest else 0


def _disjoint(one: Happening, other: Happening, pause: int) -> bool:
    """Whether one ends more than `pause` days before the other begins."""
    pairs = ((one.latest, other.earliest), (other.latest, one.earliest))
    return any(end is not None and start is not None and (start - end).days > pause for end, start in pairs)


def _actors(left: Happening, right: Happening) -> Iterable[tuple[str, float]]:
    """Doers and targets; for fighting, who did it and who suffered it is often told the other way round."""
    if left.told.kind is right.told.kind is EventKind.BATTLE:
        yield from _fighters(left, right)
    elif left.agents & right.agents:
        yield "agents", 1.0
    elif left.agents and right.agents:
        turned = left.agents & right.targets and left.targets & right.agents
        yield ("agents", 0.7) if turned else ("strangers", 1.0)
    if left.targets & right.targets:
        yield "targets", 1.0
    elif left.told.kind is not EventKind.BATTLE and left.targets and right.targets and not left.agents & right.agents:
        yield "others", 1.0


def _fighters(left: Happening, right: Happening) -> Iterable[tuple[str, float]]:
    """Those who fight a battle, whom tellings name as doers or targets; one side each may be all that they tell."""
    fighters, others = left.agents | left.targets, right.agents | right.targets
    if fighters & others:
        yield "agents", 1.0
    elif len(fighters) > 1 and len(others) > 1:
        yield "strangers", 1.0


def _share_word(one: str, other: str) -> bool:
    """Whether two short texts share a word of content, by its first five letters."""
    words, others = ({word[:5] for word in fold(text).split() if len(word) > 3} for text in (one, other))
    return bool(words & others)


def _tolls(one: Told, other: Told) -> str:
    """Whether both tell a number of the same kind, and whether the numbers can both hold."""
    verdict = ""
    for kind, low, high in one.figures:
        for other_kind, other_low, other_high in other.figures:
            if kind is not other_kind:
                continue
            if _is_number(low, high) and _is_number(other_low, other_high) and low == other_low:
                return "toll"
            verdict = "" if _can_both_hold(low, high, other_low, other_high) else "count"
    return verdict


def _is_number(low: int | None, high: int | None) -> bool:
    """Whether it tells a number ("31", "at least 31"), not "dozens" or "several", nor one or two."""
    return low is not None and low > _FEW and not (high is None and low in _VAGUE)


def _can_both_hold(low: int | None, high: int | None, other_low: int | None, other_high: int | None) -> bool:
    first, last = max(low or 0, other_low or 0), min(high or 10**9, other_high or 10**9)
    return first <= last
