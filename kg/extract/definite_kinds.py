"""Finds the one named body that a phrase with a word for its kind means: "a war monitor", "the jihadist group"."""

from functools import cache

from kg.extract.chains import Chain, Chains
from kg.extract.lexicon import known_actors
from kg.extract.mentions import Found
from kg.extract.standing import modifiers_of
from kg.model import ActorType
from kg.nlp import Token
from kg.resources import read_table


def monitor_for(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The one named monitor of the article, where "a monitor" or "a British-based monitoring group" tells no other."""
    first = chains.parsed.tokens[found.first].lower
    if first not in ("a", "an", "the") or head.is_plural() or found.last != found.head:
        return None
    modifiers = modifiers_of(chains.parsed, found)
    parts = {part for word in modifiers for part in word.split("-") if part}
    watches = head.lemma in _words("nouns") or (head.lemma in _words("bodies") and "monitoring" in parts)
    if not watches or not parts <= _words("modifiers"):
        return None
    return _only([chain for chain in chains.chains if _is_monitor(chain)])


def kind_for(chains: Chains, head: Token, modifiers: frozenset[str]) -> Chain | None:
    """The one named body of the kind that the only modifier tells: "the aid group", "the jihadist group"."""
    if head.is_plural() or head.lemma not in _words("bodies") or len(modifiers) != 1:
        return None
    (modifier,) = modifiers
    if modifier in _words("aid"):
        bodies = [chain for chain in chains.chains if chain.names and chain.actor is ActorType.MONITOR]
        return _only([body for body in bodies if not _is_monitor(body)])
    return _only([chain for chain in chains.chains if _is_of_creed(chain, modifier)])


def _is_of_creed(chain: Chain, modifier: str) -> bool:
    if chain.key is None or not chain.names or chain.actor is not ActorType.ARMED_GROUP:
        return False
    return modifier in read_table("nominals.toml")["creeds"].get(known_actors()[chain.key].creed, ())


def _is_monitor(chain: Chain) -> bool:
    """Whether a named body watches a war, by a word of its name."""
    if chain.actor is not ActorType.MONITOR:
        return False
    return any(_words("names") & set(name.split(" ")) for name in chain.names)


def _only(chains: list[Chain]) -> Chain | None:
    return chains[0] if len(chains) == 1 else None


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(read_table("nominals.toml")["watching"][group])
