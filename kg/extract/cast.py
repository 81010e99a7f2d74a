"""Who and where an article speaks of: its mentions, gathered into referents."""

from dataclasses import dataclass, field

from kg.extract.chains import Chain, Chains, best_name
from kg.extract.coreference import find_chains, refers, with_brackets
from kg.extract.mentions import Found
from kg.extract.mentions_all import find_mentions
from kg.extract.mentions_field import RULE as DESCRIBED
from kg.extract.mentions_field import find_described
from kg.extract.mentions_places import countries_of_peoples, find_containers
from kg.extract.mentions_scenes import SCENE
from kg.extract.pronouns import add_pronouns
from kg.model import Mention, MentionForm, Referent
from kg.nlp import Parsed, Token


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The mentions and referents of one article, with look-up by word.

    Attributes:
        mentions: in text order.
        referents: actors and places; `Mention.referent` and all later steps point into it.
    """

    mentions: tuple[Mention, ...]
    referents: tuple[Referent, ...]
    _by_offset: dict[int, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, mentions: tuple[Mention, ...], referents: tuple[Referent, ...]) -> "Cast":
        """A cast whose words can be looked up: the head of each mention leads to it, then its other words."""
        by_offset: dict[int, int] = {}
        known = [(index, mention) for index, mention in enumerate(mentions) if mention.rule != DESCRIBED]
        for index, mention in known:
            by_offset[mention.head.start] = index
        for index, mention in known:
            for offset in range(mention.head.start, mention.head.end):
                by_offset.setdefault(offset, index)
        return cls(mentions, referents, by_offset)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose head this word is, or is part of."""
        index = self._by_offset.get(token.start)
        return None if index is None else self.mentions[index]

    def referent_at(self, token: Token) -> int | None:
        """The referent that this word speaks of, actor or place."""
        mention = self.mention_at(token)
        return None if mention is None else mention.referent

    def actor_at(self, token: Token) -> int | None:
        """The actor that this word speaks of, by index, or None where it is a place or nothing known."""
        index = self.referent_at(token)
        return index if index is not None and self.referents[index].actor is not None else None

    def place_at(self, token: Token) -> int | None:
        """The place that this word speaks of, by index, or None where it is an actor or nothing known."""
        index = self.referent_at(token)
        return index if index is not None and self.referents[index].place is not None else None


def find_cast(parsed: Parsed) -> Cast:
    """Who and where the article speaks of: all mentions, gathered into referents."""
    chains = find_chains(parsed, with_brackets(parsed, find_mentions(parsed)))
    add_pronouns(chains)
    spoken = [found for n, found in enumerate(chains.founds) if n in chains.of or not refers(found)]
    chains.founds.extend(find_described(parsed, spoken))
    order = sorted(range(len(chains.founds)), key=lambda n: (chains.founds[n].first, -chains.founds[n].last, n))
    order = [n for n in order if n in chains.of or not refers(chains.founds[n])]
    place = {n: rank for rank, n in enumerate(order)}
    kept = sorted((chain for chain in chains.chains), key=lambda chain: min(place[n] for n in chain.members))
    number = {id(chain): rank for rank, chain in enumerate(kept)}
    mentions = []
    for n in order:
        chain = chains.of.get(n)
        mentions.append(_to_mention(parsed, chains.founds[n], None if chain is None else number[id(chain)]))
    containers = _containers(parsed, chains.founds)
    referents = tuple(_to_referent(chains, chain, place, containers) for chain in kept)
    return Cast.of(tuple(mentions), referents)


def _to_mention(parsed: Parsed, found: Found, referent: int | None) -> Mention:
    span = found.span(parsed)
    head = span if found.form is MentionForm.NAME else parsed.tokens[found.head].span
    return Mention(span, head, found.type, found.form, referent, found.rule)


def _to_referent(
    chains: Chains, chain: Chain, place: dict[int, int], containers: dict[int, tuple[str, ...]]
) -> Referent:
    within: tuple[str, ...] = ()
    if chain.place is not None:
        told = [containers.get(chains.founds[n].first, ()) for n in chain.members]
        within = max(told, key=len) or _around(chains, chain)
    name = best_name(chain)
    key = chain.key if chain.actor is not None else None
    named = bool(chain.names) or chain.key is not None
    members = tuple(sorted(place[n] for n in chain.members))
    return Referent(
        chain.actor, chain.place, name, named, tuple(sorted(set(chain.shown))), key, within, members, chain.rule
    )


def _around(chains: Chains, chain: Chain) -> tuple[str, ...]:
    """The name of the place that a described one is said to lie in: "a hospital in the city"."""
    for scene in (chains.founds[n] for n in chain.members if chains.founds[n].rule == SCENE):
        for n, other in enumerate(chains.founds):
            inside = scene.head < other.first and other.last <= scene.last
            if inside and other.place is not None and n in chains.of and chains.of[n] is not chain:
                return (best_name(chains.of[n]),)
    return ()


def _containers(parsed: Parsed, founds: list[Found]) -> dict[int, tuple[str, ...]]:
    places = tuple(found for found in founds if found.place is not None and found.form is MentionForm.NAME)
    return find_containers(parsed, places, countries_of_peoples(parsed, founds))
