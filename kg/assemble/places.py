"""Makes the places of the world out of clusters of referents."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.assemble.keys import content_of, unique_keys
from kg.model import Member, Place, PlaceKind
from kg.resolve.clusters import Site
from kg.resolve.digest import Named
from kg.resolve.gazetteer import Entry, Gazetteer
from kg.resolve.names import short_hash, slug

# UCDP's scale
_NEAR, _PROVINCE, _PART, _COUNTRY, _UNKNOWN = 2, 4, 5, 6, 7
_LINES = (PlaceKind.OTHER, PlaceKind.RIVER, PlaceKind.BORDER)


def assemble_places(sites: Sequence[Site], named: Mapping[Member, Named], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places, sorted by key."""
    wanted = [_wanted(site, [named[member] for member in site.members]) for site in sites]
    keys = unique_keys(wanted, [(site.entry.id,) if site.entry else content_of(site.members) for site in sites])
    holders = _holders(sites, keys)
    places = [_place(key, site, named, gazetteer, holders) for key, site in zip(keys, sites, strict=True)]
    return tuple(sorted(places, key=lambda place: place.key))


def _wanted(site: Site, referents: Sequence[Named]) -> str:
    first = referents[0]
    if not first.named:
        return f"{slug(first.name)}-{short_hash(*content_of(site.members), first.name)}"
    kind = _kind(site, referents)
    name = site.entry.name if site.entry else _name(referents)
    country = site.country.lower() if site.country and kind is not PlaceKind.COUNTRY else ""
    tail = "" if kind in (PlaceKind.SETTLEMENT, PlaceKind.COUNTRY) else kind.value
    return "-".join(part for part in (slug(name), country, tail) if part)


def _kind(site: Site, referents: Sequence[Named]) -> PlaceKind:
    if site.entry is not None:
        return site.entry.kind
    counts = Counter(referent.place for referent in referents if referent.place)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _shown_kind(site: Site, referents: Sequence[Named]) -> PlaceKind:
    """The kind, where the gazetteer has quarters among the towns: what most articles call a quarter is a district."""
    kind = _kind(site, referents)
    quarters = sum(referent.place is PlaceKind.DISTRICT for referent in referents)
    return PlaceKind.DISTRICT if kind is PlaceKind.SETTLEMENT and 2 * quarters > len(referents) else kind


def _name(referents: Sequence[Named], entry: Entry | None = None) -> str:
    """The name most often used; of equals, the more usual by the gazetteer, not in capitals, the longest."""
    counts: Counter[str] = Counter()
    for referent in referents:
        counts[referent.name] += referent.mentions
    usual = {name: index for index, name in enumerate(entry.names)} if entry else {}
    return min(counts, key=lambda name: (name.isupper(), -counts[name], usual.get(name, len(usual)), -len(name), name))


def _holders(sites: Sequence[Site], keys: Sequence[str]) -> dict[str, str]:
    """Keys of the provinces and countries of this world, by GeoNames division code and by country code."""
    found = {}
    for key, site in zip(keys, sites, strict=True):
        entry = site.entry
        if entry is not None and entry.kind is PlaceKind.COUNTRY and entry.country:
            found[entry.country] = key
        elif entry is not None and entry.kind is PlaceKind.REGION and entry.admin:
            found[entry.admin] = key
    return found


def _precision(site: Site) -> int:
    """How exact the place is: "southern Aleppo" is near Aleppo, "rural Idlib province" in a province."""
    if site.entry is not None:
        return site.entry.precision
    if site.whole is not None:
        return {PlaceKind.REGION: _PROVINCE, PlaceKind.COUNTRY: _PART}.get(
            site.whole.kind, _PART if site.whole.kind in _LINES else _NEAR
        )
    return _COUNTRY if site.country else _UNKNOWN


def _point(site: Site, kind: PlaceKind) -> Entry | None:
    """The place whose coordinates it has: its own, or those of what it is a part of, which `_precision` tells.

    No part of a country is where its middle is: not "northern Syria", nor a border, nor a hospital somewhere.
    """
    if site.entry is not None or site.whole is None:
        return site.entry
    lies = site.whole.kind not in (*_LINES, PlaceKind.COUNTRY) and kind not in _LINES
    return site.whole if lies else None


def _place(
    key: str, site: Site, named: Mapping[Member, Named], gazetteer: Gazetteer, holders: Mapping[str, str]
) -> Place:
    referents = [named[member] for member in site.members]
    entry, kind = site.entry, _kind(site, referents)
    point = _point(site, kind)
    is_country = kind is PlaceKind.COUNTRY
    name = entry.name if entry and is_country else _name(referents, entry)
    forms = {form for referent in referents if referent.named for form in (referent.name, *referent.names)}
    country = gazetteer.countries.get(site.country or "")
    holder = entry or site.whole
    within = [holders.get(code or "") for code in (holder.admin if holder else None, site.country)]
    return Place(
        key=key,
        kind=_shown_kind(site, referents),
        name=name,
        named=referents[0].named,
        aliases=tuple(sorted((forms | ({entry.name} if entry else set())) - {name})),
        country=site.country,
        country_name=country.name if country else None,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        precision=_precision(site),
        geonames=entry.geonames if entry else None,
        within=next((holder for holder in within if holder and holder != key and not is_country), None),
        members=site.members,
        reasons=site.reasons,
    )
