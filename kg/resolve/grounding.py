"""Grounds the places of one article in the gazetteer: candidates, what speaks for each, and a choice or none."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import sqrt

from kg.model import PlaceKind, Reason
from kg.resolve.candidates import find_by_sound, find_candidates
from kg.resolve.digest import Digest, Named
from kg.resolve.evidence import CITY, Context, Scored, best_first, told, weigh
from kg.resolve.gazetteer import Entry, Gazetteer, distance
from kg.resolve.names import bare, fold
from kg.resources import read_table

SURE = 0.5  # a candidate is taken at this probability
MARGIN = 0.9  # and with so much more for it than for the next one (log odds)
_TIMES = 4  # a city known everywhere has so many times the inhabitants of its namesakes
_HOLDING = (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION)
_LINES = (PlaceKind.BORDER, PlaceKind.RIVER, PlaceKind.FACILITY)  # no place lies in them
_ACROSS_TOWN, _ACROSS_PROVINCE = 30.0, 150.0  # km
_HELD = 0.9  # so sure is a place that what is said to lie in it can be no far place
_AT_HOME = 0.35  # lead of a country that makes its own town of a famous name likely


@dataclass(frozen=True, slots=True)
class Grounding:
    """What a place referent was found to be.

    Attributes:
        entry: the place; None where there is none, or none clearly better than the others.
        country: told by the entry, or by the words ("Tal Foo, Syria"); None where unknown.
        context: the country the article is mostly about, to tell unknown places of one name apart.
        whole: the place that it is a part of ("northern Syria").
        undecided: there were candidates, none clearly better.
    """

    entry: Entry | None
    country: str | None
    context: str | None
    whole: Entry | None
    undecided: bool
    reason: Reason


def ground(
    digest: Digest, gazetteer: Gazetteer, usual: Mapping[str, Mapping[str, float]] | None = None
) -> dict[int, Grounding]:
    """What each place referent of the article is, by index.

    Args:
        digest: the article.
        gazetteer: places by name.
        usual: what other articles mean by a name: entry ids, with shares.
    """
    places = {index: named for index, named in enumerate(digest.referents) if named.place is not None}
    candidates = {
        index: find_candidates(_names(named), gazetteer) if named.named else () for index, named in places.items()
    }
    context = Context(_told_countries(digest, gazetteer), {})
    scored: dict[int, tuple[Scored, ...]] = {}
    for _ in range(2):
        scored = {
            index: weigh(index, named, candidates[index], context, gazetteer, usual or {})
            for index, named in places.items()
        }
        context = _context(digest, gazetteer, scored)
    found = {}
    for index, named in places.items():
        ranked = weigh(index, named, candidates[index], context, gazetteer, usual or {})
        if named.named and (not ranked or ranked[0].score < SURE):
            ranked = _with_sounds(index, named, ranked, context, gazetteer)
        scored[index] = ranked
        found[index] = choose(named, ranked, context, gazetteer)
    for index, holder in _holders(places, found).items():
        if holder.reason.score < _HELD:
            continue
        near = tuple(item for item in scored[index] if _may_lie_in(places[index], item.candidate.entry, holder))
        if len(near) < len(scored[index]):
            found[index] = choose(places[index], near, context, gazetteer)
    return _inside(places, found)


def _inside(places: Mapping[int, Named], found: Mapping[int, Grounding]) -> dict[int, Grounding]:
    """The groundings, those of unknown places with what the article says they lie in ("Foo, a suburb of Homs")."""
    told = dict(found)
    for index, holder in _holders(places, found).items():
        whole = holder.entry or holder.whole
        if found[index].reason.rule == "places.unknown" and whole is not None:
            words = f"{places[index].name} lies in {_where(whole)}, as the article tells"
            told[index] = replace(
                found[index],
                whole=whole,
                country=whole.country,
                context=whole.country,
                reason=Reason("places.part-of", words, 0.8),
            )
    return told


def _holders(places: Mapping[int, Named], found: Mapping[int, Grounding]) -> dict[int, Grounding]:
    """For each place that the article says lies in another, the grounding of the first such that is known."""
    indices = {bare(name): index for index in sorted(places, reverse=True) for name in _names(places[index])}
    holders = {}
    for index, named in places.items():
        known = (indices[bare(name)] for name in named.within if bare(name) in indices)
        holder = next((found[one] for one in known if one != index and _can_hold(places[one], found[one])), None)
        if holder is not None:
            holders[index] = holder
    return holders


def _can_hold(named: Named, grounding: Grounding) -> bool:
    """Whether it is a place with an inside: a town, a province, a part of one or of a country ("eastern Syria")."""
    if grounding.entry is not None:
        return grounding.entry.kind in _HOLDING
    kinds = (*_HOLDING, PlaceKind.COUNTRY)
    return grounding.whole is not None and grounding.whole.kind in kinds and named.place not in _LINES


def _may_lie_in(named: Named, entry: Entry, holder: Grounding) -> bool:
    """Whether a place is near enough to what is said to hold it: "the Foo neighbourhood of Homs" is no far town.

    Cities and all that is larger than a town are known without what holds them; "London, Paris" may be a list.
    """
    whole = holder.entry or holder.whole
    if whole is None or whole.kind is PlaceKind.COUNTRY or entry.id == whole.id:
        return True
    if whole.kind is PlaceKind.REGION and whole.admin is not None and whole.admin == entry.admin:
        return True
    if entry.latitude is None or entry.longitude is None or whole.latitude is None:
        return whole.latitude is None
    is_quarter = named.place is PlaceKind.DISTRICT and whole.kind is PlaceKind.SETTLEMENT
    if not is_quarter and (entry.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) or entry.population >= CITY):
        return True
    return distance(whole, entry.latitude, entry.longitude) <= (_ACROSS_TOWN if is_quarter else _ACROSS_PROVINCE)


def _names(named: Named) -> tuple[str, ...]:
    return tuple(dict.fromkeys((named.name, *named.names)))


def _with_sounds(
    index: int, named: Named, ranked: tuple[Scored, ...], context: Context, gazetteer: Gazetteer
) -> tuple[Scored, ...]:
    """The candidates, with those that sound alike and lie in a country that the article speaks of."""
    sounds = find_by_sound(_names(named), gazetteer)
    seen = {scored.candidate.entry.id for scored in ranked}
    local = tuple(
        candidate
        for candidate in sounds
        if candidate.entry.id not in seen and context.share(candidate.entry.country or "", index) > 0.25
    )
    more = weigh(index, named, local, context, gazetteer, {})
    return tuple(sorted((*ranked, *more), key=best_first))


def _told_countries(digest: Digest, gazetteer: Gazetteer) -> dict[str, dict[int, float]]:
    """What names of actors and of countries say of where the article plays: "the Syrian army"."""
    votes: dict[str, dict[int, float]] = defaultdict(dict)
    for index, named in enumerate(digest.referents):
        weight = sqrt(named.mentions)
        if named.actor is not None:
            words = fold(named.name).split()
            codes = {gazetteer.adjectives[word] for word in words if word in gazetteer.adjectives}
            codes |= {country for country in (_known_country(named),) if country}
            for code in sorted(codes):
                votes[code][index] = 0.5 * weight
        for name in named.within:
            for holder in gazetteer.named(name):
                if holder.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) and holder.country:
                    votes[holder.country][index] = 1.0
                    break
    return votes


def _known_country(named: Named) -> str | None:
    country: str | None = read_table("actors.toml").get(named.known or "", {}).get("country")
    return country


def _context(digest: Digest, gazetteer: Gazetteer, scored: Mapping[int, tuple[Scored, ...]]) -> Context:
    """Where the article plays, by what its places most likely are."""
    votes = _told_countries(digest, gazetteer)
    chosen = {}
    for index, ranked in scored.items():
        named = digest.referents[index]
        weight = sqrt(named.mentions) * (2.0 if named.dateline else 1.0)
        total = sum(item.score for item in ranked[:5])
        for item in ranked[:5]:
            country = item.candidate.entry.country
            if country and total:
                share = weight * item.score * item.score / total
                votes[country][index] = votes[country].get(index, 0.0) + share
        if ranked and ranked[0].score > SURE and ranked[0].candidate.entry.kind is not PlaceKind.COUNTRY:
            chosen[index] = ranked[0].candidate.entry
    return Context(votes, chosen)


def choose(named: Named, ranked: tuple[Scored, ...], context: Context, gazetteer: Gazetteer) -> Grounding:
    """The best candidate where it is likely enough and clearly before the next, else none, with the candidates."""
    main = context.main()
    beside = next(
        (e.country for name in named.within for e in gazetteer.named(name) if e.kind is PlaceKind.COUNTRY), None
    )
    if not ranked:
        words = "the gazetteer has no place of this name" if named.named else "a place without a name"
        return Grounding(
            None, beside, beside or main, None, undecided=False, reason=Reason("places.unknown", words, 0.5)
        )
    best, rival = ranked[0], next((item for item in ranked[1:] if _elsewhere(item, ranked[0])), None)
    entry = best.candidate.entry
    if best.score < SURE or (rival and best.total - rival.total < _margin(best, rival)):
        listed = "; ".join(f"{_where(item.candidate.entry)} {item.score:.2f}" for item in ranked[:4])
        reason = Reason("places.undecided", f"{named.name} could be {listed}", round(best.score, 3))
        return Grounding(None, beside, beside or main, None, undecided=best.score >= SURE, reason=reason)
    if best.candidate.part or (named.place is PlaceKind.BORDER and entry.kind is PlaceKind.COUNTRY):
        reason = Reason("places.part-of", f"{named.name} is a part of {_where(entry)}", round(best.score, 3))
        country = None if named.place is PlaceKind.BORDER else entry.country  # a border lies in two
        return Grounding(None, country, entry.country or main, entry, undecided=False, reason=reason)
    reason = Reason("places.gazetteer", f"{named.name} is {_where(entry)}: {told(best)}", round(best.score, 3))
    return Grounding(entry, entry.country, entry.country, None, undecided=False, reason=reason)


def _margin(best: Scored, rival: Scored) -> float:
    """How far the best must be ahead: little for a city that is known everywhere, over its small namesakes."""
    city, namesake = best.candidate.entry, rival.candidate.entry
    values = dict(best.features), dict(rival.features)
    if values[0].get("country", 0.0) < values[1].get("country", 0.0) - _AT_HOME:
        return MARGIN
    is_known = city.population >= CITY and city.population >= _TIMES * namesake.population
    return 0.0 if is_known and namesake.kind is PlaceKind.SETTLEMENT else MARGIN


def _elsewhere(item: Scored, best: Scored) -> bool:
    """Whether a candidate is another place: not the province around the town, nor the town in the province."""
    one, other = item.candidate.entry, best.candidate.entry
    if one.latitude is None or one.longitude is None:
        return False
    return one.kind is other.kind or distance(other, one.latitude, one.longitude) > 161


def _where(entry: Entry) -> str:
    return f"{entry.name} ({', '.join(filter(None, (entry.kind.value, entry.country)))})"
