"""Tells whether "the city" or "the village" can stand for a settlement named before."""

from functools import cache

from kg.extract.chains import Chain, Chains
from kg.extract.lexicon import city_names
from kg.resources import read_table


def fits_noun(chains: Chains, chain: Chain, noun: str) -> int:
    """How well a noun agrees with what the article calls the place, or its size in the gazetteer: 0 is not at all."""
    group = _group_of(noun)
    if group is None:
        return _UNTOLD
    told = _told(chains, chain)
    if group in told:
        return _UNTOLD + 1
    if told:
        return int({group} | told == {"towns", "cities"})  # a town may be called a city later
    small = group in ("villages", "quarters")
    return 0 if small and any(name in city_names() for name in chain.names) else _UNTOLD


_UNTOLD = 2


def _told(chains: Chains, chain: Chain) -> frozenset[str]:
    """The groups of the nouns beside the names of a place: "the village of Tula", "Tula town"."""
    tokens = chains.parsed.tokens
    groups = set()
    for n in chain.members:
        found = chains.founds[n]
        near = [tokens[at].lower for at in (found.first - 1, found.last, found.last + 1) if 0 <= at < len(tokens)]
        if found.first > 1 and near[0] in ("of", "called"):
            near.append(tokens[found.first - 2].lower)
        groups |= {group for word in near if (group := _group_of(word)) is not None}
    return frozenset(groups)


@cache
def _group_of(noun: str) -> str | None:
    for group, words in read_table("nominals.toml")["settlements"].items():
        if noun in words:
            return str(group)
    return None
