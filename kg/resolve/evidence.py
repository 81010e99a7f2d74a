"""What speaks for and against a place of the gazetteer being the one that an article means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log10

from kg.model import PlaceKind
from kg.resolve.candidates import Candidate
from kg.resolve.digest import Named
from kg.resolve.gazetteer import Entry, Gazetteer, distance
from kg.resolve.names import bare
from kg.resources import read_table

CITY = 100_000  # inhabitants of a city that is known everywhere
_TOUCHED = 0.05  # share of a country in what the article tells, below which it does not speak of it
_WIDE = (PlaceKind.DISTRICT, PlaceKind.REGION)
_UNSIZED = {PlaceKind.COUNTRY: 1.3, PlaceKind.REGION: 0.66, PlaceKind.RIVER: 0.7, PlaceKind.OTHER: 0.65}


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


class Context:
    """What an article tells of where it plays.

    Args:
        votes: for each country code, how much of the article speaks for it; by referent, to leave one out.
        chosen: the best candidate of each other place, for nearness.
    """

    def __init__(self, votes: Mapping[str, Mapping[int, float]], chosen: Mapping[int, Entry]) -> None:
        self.votes = votes
        self.chosen = chosen
        self._sums = {country: sum(given.values()) for country, given in votes.items()}
        self._total = sum(self._sums.values())
        self._own: dict[int, float] = defaultdict(float)
        for given in votes.values():
            for index, vote in given.items():
                self._own[index] += vote

    def share(self, country: str, but: int) -> float:
        """The share of a country in what the article tells, without one referent's own say."""
        given = self.votes.get(country)
        if given is None:
            return 0.0
        return (self._sums[country] - given.get(but, 0.0)) / (self._total - self._own.get(but, 0.0) + 0.5)

    def main(self) -> str | None:
        """The country that the article is mostly about."""
        best = max(self._sums, key=lambda country: (self._sums[country], country), default=None)
        return best if best and self._sums[best] > 0.5 * self._total else None


def best_first(scored: Scored) -> tuple[float, int, str]:
    """Sorts candidates: the likeliest, then the most populous, then by id."""
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
    return tuple(sorted(scored, key=best_first))


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
        ("abroad", float(_is_abroad(index, candidate, context))),
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
    kind, told = candidate.entry.kind, candidate.kind
    if told is None and not candidate.part:  # else the kind told is that of the part
        told = named.place
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


def _is_abroad(index: int, candidate: Candidate, context: Context) -> bool:
    """Whether it is a lesser town, or a city by a name that it hardly bears, where the article does not play."""
    entry = candidate.entry
    known = entry.population >= CITY and not candidate.alias
    if entry.kind is not PlaceKind.SETTLEMENT or entry.country is None or known:
        return False
    return context.share(entry.country, index) < _TOUCHED


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


def told(scored: Scored) -> str:
    """The features in words, with what each adds; the weightiest first."""
    weights = read_table("resolve.toml")["place_weights"]
    ranked = sorted(scored.features, key=lambda pair: (-abs(weights[pair[0]]["weight"] * pair[1]), pair[0]))
    return ", ".join(f"{weights[name]['words']} {weights[name]['weight'] * value:+.1f}" for name, value in ranked)
