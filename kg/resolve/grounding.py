"""Grounds the places of one article in the gazetteer: candidates, what speaks for each, and a choice or none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log10, sqrt

from kg.model import PlaceKind, Reason
from kg.resolve.candidates import Candidate, find_by_sound, find_candidates
from kg.resolve.digest import Digest, Named
from kg.resolve.gazetteer import Entry, Gazetteer, distance
from kg.resolve.names import bare, fold
from kg.resources import read_table

SURE = 0.5  # a candidate is taken at this probability
MARGIN = 0.9  # and with so much more for it than for the next one (log odds)
_WIDE = (PlaceKind.DISTRICT, PlaceKind.REGION)
_UNSIZED = {PlaceKind.COUNTRY: 1.3, PlaceKind.REGION: 0.66, PlaceKind.RIVER: 0.7, PlaceKind.OTHER: 0.65}


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


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what speaks for it (feature to value), summed up to log odds."""

    candidate: Candidate
    features: tuple[tuple[str, float], ...]
    total: float

    @property
    def score(self) -> float:
        """How likely it is the one meant, 0 to 1."""
        return 1 / (1 + exp(-self.total))


@dataclass(frozen=True, slots=True)
class Context:
    """What an article tells of where it plays.

    Attributes:
        votes: for each country code, how much of the article speaks for it; by referent, to leave one out.
        chosen: the best candidate of each other place, for nearness.
    """

    votes: Mapping[str, Mapping[int | None, float]]
    chosen: Mapping[int, Entry]

    def share(self, country: str, but: int) -> float:
        """The share of a country in what the article tells, without one referent's own say."""
        total = sum(vote for votes in self.votes.values() for index, vote in votes.items() if index != but)
        mine = sum(vote for index, vote in self.votes.get(country, {}).items() if index != but)
        return mine / (total + 0.5)

    def main(self) -> str | None:
        """The country that the article is mostly about."""
        sums = {country: sum(votes.values()) for country, votes in self.votes.items()}
        best = max(sums, key=lambda country: (sums[country], country), default=None)
        return best if best and sums[best] > 0.5 * sum(sums.values()) else None


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
        found[index] = choose(named, ranked, context, gazetteer)
    return found


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
    return tuple(sorted((*ranked, *more), key=_best_first))


def _best_first(scored: Scored) -> tuple[float, int, str]:
    return -scored.total, -scored.candidate.entry.population, scored.candidate.entry.id


def weigh(
    index: int,
    named: Named,
    candidates: Iterable[Candidate],
    context: Context,
    gazetteer: Gazetteer,
    usual: Mapping[str, Mapping[str, float]],
) -> tuple[Scored, ...]:
    """The candidates with their scores, best first."""
    weights = read_table("resolve.toml")["place_weights"]
    shares = usual.get(bare(named.name), {})
    scored = []
    for candidate in candidates:
        features = (
            *compare(index, named, candidate, context, gazetteer),
            ("usual", shares.get(candidate.entry.id, 0.0)),
        )
        kept = tuple((name, value) for name, value in features if value)
        total = weights["bias"]["weight"] + sum(weights[name]["weight"] * value for name, value in kept)
        scored.append(Scored(candidate, kept, total))
    return tuple(sorted(scored, key=_best_first))


def compare(
    index: int, named: Named, candidate: Candidate, context: Context, gazetteer: Gazetteer
) -> tuple[tuple[str, float], ...]:
    """What speaks for and against a candidate, each feature with its value."""
    entry = candidate.entry
    return (
        ("exact", float(candidate.exact)),
        ("sound", float(candidate.sound)),
        ("alias", float(candidate.alias)),
        ("size", _size(entry)),
        ("kind", _kind(named, candidate)),
        ("country", _country(index, entry, context, gazetteer)),
        ("within", _within(named, entry, gazetteer)),
        ("province", _province(index, entry, context)),
        ("near", _near(index, entry, context)),
    )


def _size(entry: Entry) -> float:
    """A village is 0.3, a city of a million 0.85, a country 1.3."""
    if entry.population and entry.kind is not PlaceKind.COUNTRY:
        return min(1.0, log10(entry.population + 1) / 7)
    return _UNSIZED.get(entry.kind, 0.45 if not entry.id.startswith("g") else 0.3)


def _kind(named: Named, candidate: Candidate) -> float:
    """1 the kind told, -1 another; what is told beside the name ("Idlib province") counts before all."""
    kind, told = candidate.entry.kind, candidate.kind or named.place
    if candidate.county and kind is PlaceKind.SETTLEMENT:
        return -3.0
    if told is None or told is PlaceKind.OTHER:
        return 0.0
    if kind is told or (kind in _WIDE and told in _WIDE):
        return 1.0
    return -1.0 if {kind, told} & {PlaceKind.COUNTRY, PlaceKind.RIVER, PlaceKind.REGION, PlaceKind.FACILITY} else -0.5


def _country(index: int, entry: Entry, context: Context, gazetteer: Gazetteer) -> float:
    if entry.kind is PlaceKind.COUNTRY or entry.country is None:
        return 0.3
    own = context.share(entry.country, index)
    country = gazetteer.countries.get(entry.country)
    beside = max((context.share(code, index) for code in sorted(country.neighbours)), default=0.0) if country else 0.0
    return max(own, 0.3 * beside)


def _within(named: Named, entry: Entry, gazetteer: Gazetteer) -> float:
    """1 where the containing place told contains it, -1 where it does not, 0 where none is told or known."""
    verdict = 0.0
    for name in named.within:
        for holder in gazetteer.named(name):
            if holder.kind is PlaceKind.COUNTRY and entry.country:
                fits = holder.country == entry.country
            elif holder.kind is PlaceKind.REGION and holder.admin and entry.admin:
                fits = holder.admin == entry.admin
            else:
                continue
            if fits:
                return 1.0
            verdict = -1.0
    return verdict


def _province(index: int, entry: Entry, context: Context) -> float:
    """The share of the article's other places that lie in the same first-level division, or are it."""
    if entry.admin is None or entry.kind is PlaceKind.REGION:
        return 0.0
    others = [other for place, other in context.chosen.items() if place != index]
    return sum(other.admin == entry.admin for other in others) / (len(others) + 1)


def _near(index: int, entry: Entry, context: Context) -> float:
    others = [other for place, other in context.chosen.items() if place != index and other.id != entry.id]
    if entry.latitude is None or entry.longitude is None or entry.kind is PlaceKind.COUNTRY:
        return 0.0
    nearest = min((distance(other, entry.latitude, entry.longitude) for other in others), default=1e9)
    return 1.0 if nearest < 80 else 0.5 if nearest < 250 else 0.0


def _told_countries(digest: Digest, gazetteer: Gazetteer) -> dict[str, dict[int | None, float]]:
    """What names of actors and of countries say of where the article plays: "the Syrian army"."""
    votes: dict[str, dict[int | None, float]] = defaultdict(dict)
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
    told = next(
        (e.country for name in named.within for e in gazetteer.named(name) if e.kind is PlaceKind.COUNTRY), None
    )
    if not ranked:
        words = "the gazetteer has no place of this name" if named.named else "a place without a name"
        return Grounding(None, told, told or main, None, undecided=False, reason=Reason("places.unknown", words, 0.5))
    best, rival = ranked[0], next((item for item in ranked[1:] if _elsewhere(item, ranked[0])), None)
    entry = best.candidate.entry
    if best.score < SURE or (rival and best.total - rival.total < MARGIN):
        listed = "; ".join(f"{_where(item.candidate.entry)} {item.score:.2f}" for item in ranked[:4])
        reason = Reason("places.undecided", f"{named.name} could be {listed}", round(best.score, 3))
        return Grounding(None, told, told or main, None, undecided=best.score >= SURE, reason=reason)
    if best.candidate.part:
        reason = Reason("places.part-of", f"{named.name} is a part of {_where(entry)}", round(best.score, 3))
        return Grounding(None, entry.country, entry.country or main, entry, undecided=False, reason=reason)
    reason = Reason("places.gazetteer", f"{named.name} is {_where(entry)}: {_told(best)}", round(best.score, 3))
    return Grounding(entry, entry.country, entry.country, None, undecided=False, reason=reason)


def _elsewhere(item: Scored, best: Scored) -> bool:
    """Whether a candidate is another place: not the province around the town, nor the town in the province."""
    one, other = item.candidate.entry, best.candidate.entry
    if one.latitude is None or one.longitude is None:
        return False
    return one.kind is other.kind or distance(other, one.latitude, one.longitude) > 161


def _where(entry: Entry) -> str:
    return f"{entry.name} ({', '.join(filter(None, (entry.kind.value, entry.country)))})"


def _told(scored: Scored) -> str:
    weights = read_table("resolve.toml")["place_weights"]
    ranked = sorted(scored.features, key=lambda pair: (-abs(weights[pair[0]]["weight"] * pair[1]), pair[0]))
    return ", ".join(f"{weights[name]['words']} {weights[name]['weight'] * value:+.1f}" for name, value in ranked)
