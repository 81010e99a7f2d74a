"""Finds the one named body that a phrase with a word for its kind means: "a war monitor", "the jihadist group"."""

from functools import cache

from kg.extract.chains import Chain, Chains, only_one
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
    return only_one([chain for chain in chains.chains if _is_monitor(chain)])


def kind_for(chains: Chains, head: Token, modifiers: frozenset[str]) -> Chain | None:
    """The one named body of the kind that the modifiers tell: "the aid group", "the Islamic militant group"."""
    if head.is_plural() or head.lemma not in _words("bodies") or not modifiers:
        return None
    if len(modifiers) == 1 and modifiers <= _words("aid"):
        bodies = [chain for chain in chains.chains if chain.names and chain.actor is ActorType.MONITOR]
        return only_one([body for body in bodies if not _is_monitor(body)])
    return only_one([chain for chain in chains.chains if _is_of_creed(chain, modifiers)])


def _is_of_creed(chain: Chain, modifiers: frozenset[str]) -> bool:
    """Whether all modifiers tell the creed of an armed group, and one of them is a noun for its people."""
    if chain.key is None or not chain.names or chain.actor is not ActorType.ARMED_GROUP:
        return False
    table = read_table("nominals.toml")
    creed = known_actors()[chain.key].creed
    people = frozenset(table["creeds"].get(creed, ()))
    return bool(modifiers & people) and modifiers <= people | frozenset(table["creed_words"].get(creed, ()))


def _is_monitor(chain: Chain) -> bool:
    """Whether a named body watches a war, by a word of its name."""
    if chain.actor is not ActorType.MONITOR:
        return False
    return any(_words("names") & set(name.split(" ")) for name in chain.names)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(read_table("nominals.toml")["watching"][group])
