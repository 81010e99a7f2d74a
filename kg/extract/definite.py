"""Finds which named actor a definite phrase stands for: "the group", "the jihadists", "the US-backed force"."""

from kg.extract.chains import Chain, Chains, only_one
from kg.extract.lexicon import fold, government_key, known_actors
from kg.extract.mentions import Found
from kg.extract.namesakes import acting_words
from kg.extract.standing import fits_standing, is_many
from kg.model import ActorType
from kg.nlp import Token

_RECENT = 3  # sentences, where several actors fit
_FORCES = frozenset({"force", "troop", "soldier", "army", "military", "unit"})
_OF_STATE = frozenset({"government", "regime", "state", "federal", "army"})
_MODIFIABLE = frozenset({ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION})


def standing_for(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The named actor for which a bare definite noun can stand: the nearest before, or the only one it fits."""
    fitting = [chain for chain in chains.chains if _fits(chain, head)]
    if head.lemma in ("army", "military") and len(fitting) > 1:
        fitting = [chain for chain in fitting if _is_at_home(chains, chain)] or fitting
    elif head.lemma in ("army", "military") and fitting and fitting[0].key is not None:
        fitting = fitting if _is_at_home(chains, fitting[0]) else []  # "the army", where only a foreign one is named
    if is_many(head):
        return only_one(fitting) or _most_spoken_of(chains, fitting, found)
    if head.lemma == "group":
        fitting = [chain for chain in fitting if not _is_coalition(chain)]
        fitting = _subjects_before(chains, fitting, found) or fitting
    best, place, before_it = None, -1, 0
    for chain in fitting:
        before = [n for n in chain.members if chains.founds[n].last < found.first]
        before_it += bool(before)
        if before and before[-1] > place:
            best, place = chain, before[-1]
    if best is None:
        return only_one(fitting) or _government_at_home(chains) if head.lemma in ("government", "regime") else None
    last = chains.parsed.tokens[chains.founds[place].head]
    return best if before_it == 1 or head.sentence - last.sentence <= _RECENT else None


def _most_spoken_of(chains: Chains, fitting: list[Chain], found: Found) -> Chain | None:
    """The one named far more often before than the others, and not long ago."""
    tokens = chains.parsed.tokens
    before = {id(chain): [n for n in chain.members if chains.founds[n].last < found.first] for chain in fitting}
    ranked = sorted(fitting, key=lambda chain: -len(before[id(chain)]))
    if not ranked or len(before[id(ranked[0])]) < _OFTEN:
        return None
    most, second = (len(before[id(chain)]) for chain in ranked[:2])
    last = tokens[chains.founds[before[id(ranked[0])][-1]].head].sentence
    near = tokens[found.head].sentence - last <= _RECENT
    return ranked[0] if near and most >= _OFTEN * max(second, 1) else None


_OFTEN = 3  # mentions, and times as many as any other


def _subjects_before(chains: Chains, fitting: list[Chain], found: Found) -> list[Chain]:
    """Those that are the subject of the sentence before: "The Front beat the Banner. The group said"."""
    tokens = chains.parsed.tokens
    sentence = tokens[found.head].sentence - 1
    return [
        chain for chain in fitting if any(_is_subject(tokens[chains.founds[n].head], sentence) for n in chain.members)
    ]


def _is_subject(token: Token, sentence: int) -> bool:
    return token.sentence == sentence and token.rel in ("nsubj", "nsubj:pass")


def _fits(chain: Chain, head: Token) -> bool:
    if not chain.names and (chain.key is None or chain.actor is not ActorType.MILITARY):
        return False
    return fits_standing(head.lemma, chain.actor, chain.key, chain.names, plural=is_many(head))


def side_for(chains: Chains, head: Token, modifiers: frozenset[str]) -> Chain | None:
    """The named actor for which forces with one modifier stand: "coalition forces", "government troops"."""
    if head.lemma not in _FORCES or len(modifiers) != 1:
        return None
    (modifier,) = modifiers
    if modifier == "coalition":
        return only_one([chain for chain in chains.chains if chain.names and _is_coalition(chain)])
    if modifier in _OF_STATE:
        armies = [chain for chain in chains.chains if chain.actor is ActorType.MILITARY]
        return only_one([army for army in armies if _is_at_home(chains, army)])
    return None


def _is_at_home(chains: Chains, chain: Chain) -> bool:
    """Whether a chain is the army of the country that the article is about."""
    return chain.key is not None and chains.home is not None and known_actors()[chain.key].country == chains.home


def _government_at_home(chains: Chains) -> Chain | None:
    """The government of the article's country, where it acts under another name: "Damascus denied it"."""
    return None if chains.home is None else chains.known(government_key(chains.home))


def _is_coalition(chain: Chain) -> bool:
    return chain.actor is ActorType.COALITION and any("coalition" in name for name in chain.names)


def modified_alike(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The one named actor that the article or the list gives the same modifier: "the US-backed force"."""
    if head.lemma not in acting_words("backed_bodies"):
        return None
    words = _pairs_at(chains, found.first, head.i)
    if not words:
        return None
    bodies = [chain for chain in chains.chains if chain.names and chain.actor in _MODIFIABLE]
    return only_one([body for body in bodies if words & (_listed_pairs(body) | _told_pairs(chains, body))])


def _told_pairs(chains: Chains, chain: Chain) -> frozenset[str]:
    """The modifiers before the names of a chain: "the US-backed Syrian Democratic Forces"."""
    pairs: set[str] = set()
    for n in chain.members:
        found = chains.founds[n]
        pairs |= _pairs_at(chains, max(0, found.first - 6), found.first)
    return frozenset(pairs)


def _listed_pairs(chain: Chain) -> frozenset[str]:
    """The modifiers in the listed descriptions of a known actor."""
    if chain.key is None:
        return frozenset()
    words = (word for text in known_actors()[chain.key].descriptions for word in fold(text).split(" "))
    return frozenset(word for word in words if word.endswith(_endings()))


def _endings() -> tuple[str, ...]:
    return tuple(f"-{word}" for word in sorted(acting_words("led")))


def _pairs_at(chains: Chains, first: int, last: int) -> frozenset[str]:
    """The modifiers like "us-backed" among words; nothing between one and the end but adjectives and names."""
    tokens = chains.parsed.tokens[first:last]
    pairs = set()
    for n in range(len(tokens) - 1, -1, -1):
        token = tokens[n]
        if token.pos in ("VERB", "ADP", "CCONJ") and token.lower not in acting_words("led"):
            break
        if token.lower in acting_words("led") and n >= 2 and tokens[n - 1].text in ("-", "–"):
            pairs.add(f"{fold(tokens[n - 2].text)}-{token.lower}")
        elif fold(token.text).endswith(_endings()):
            pairs.add(fold(token.text))
    return frozenset(pairs)
