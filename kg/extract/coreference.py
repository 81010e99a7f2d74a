"""Gathers the mentions of one article into chains: each chain is one actor or one place."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.apposition import apposed_body, beside_name
from kg.extract.apposition_roles import named_later, of_same_role
from kg.extract.chains import Chain, Chains
from kg.extract.definite import modified_alike, side_for, standing_for
from kg.extract.definite_kinds import kind_for, monitor_for
from kg.extract.described import DEFINITE, NEW, known_by_description
from kg.extract.lexicon import country_code_of_people, fold
from kg.extract.mentions import Found
from kg.extract.mentions_scenes import SCENE
from kg.extract.names import folded
from kg.extract.namesakes import acting_words
from kg.extract.nominals import actor_nouns
from kg.extract.nominals_sides import SIDE
from kg.extract.own_forces import own_forces
from kg.extract.parts import whole_of
from kg.extract.retold import told_again
from kg.extract.settlements import fits_noun
from kg.extract.standing import is_many, modifiers_of, noun_of, synonyms_of
from kg.model import ActorType, MentionForm, MentionType, PlaceKind
from kg.nlp import Parsed, Token

_NAMED_BODIES = frozenset(
    {
        ActorType.ARMED_GROUP,
        ActorType.MILITARY,
        ActorType.COALITION,
        ActorType.PARTY,
        ActorType.ORGANIZATION,
        ActorType.MONITOR,
    }
)


def find_chains(parsed: Parsed, founds: Sequence[Found]) -> Chains:
    """The chains of all mentions that speak of an actor or a place (pronouns come later)."""
    chains = Chains(parsed, founds)
    names = [n for n, found in enumerate(founds) if found.form is MentionForm.NAME and refers(found)]
    full = [n for n in names if founds[n].actor is ActorType.PERSON and founds[n].first < founds[n].last]
    brackets = _bracketed(parsed, founds, names)
    for n in [*full, *(n for n in names if n not in set(full))]:
        if n in brackets and brackets[n] in chains.of:
            chain = chains.of[brackets[n]]
            chains.put(n, chain)
            chains.learn(chain, founds[n], folded(parsed, founds[n].first, founds[n].last))
            chain.rule = "coreference.bracketed-acronym"
        else:
            chains.add_name(n)
    for n, found in enumerate(founds):
        if found.form is MentionForm.NOMINAL and refers(found):
            _add_nominal(chains, n)
    return chains


def refers(found: Found) -> bool:
    """Whether a mention speaks of an actor or a place."""
    return found.actor is not None or found.place is not None


def _bracketed(parsed: Parsed, founds: Sequence[Found], names: list[int]) -> dict[int, int]:
    """The names that stand in brackets, or after "or", right behind the name of the same actor, with that name."""
    tokens = parsed.tokens
    pairs = {}
    for n, following in itertools.pairwise(names):
        one, other = founds[n], founds[following]
        between = tuple(token.text for token in tokens[one.last + 1 : other.first])
        if one.actor in (None, ActorType.PERSON) or other.actor in (None, ActorType.PERSON):
            continue
        if between in (("(",), ("[",), (",", "or"), ("or",), (",", "known", "as"), ("(", "the"), (",", "or", "the")):
            same = one.key == other.key or None in (one.key, other.key)
            closed = between[0] not in "([" or (other.last + 1 < len(tokens) and tokens[other.last + 1].text in ")]")
            if same and closed and (between[0] != "or" or tokens[other.last].text.isupper()):
                pairs[following] = n
    return pairs


def _add_nominal(chains: Chains, index: int) -> None:
    """Puts a described actor or place into a chain: of the name it goes with, of one described before, or its own."""
    found, parsed = chains.founds[index], chains.parsed
    if found.rule == SCENE:
        _add_scene(chains, index)
        return
    if found.place is not None:
        chain, rule = _place_before(chains, found), "coreference.place-noun"
        if chain is not None:
            chains.put(index, chain)
        return
    head = parsed.tokens[found.head]
    whole = whole_of(chains, found, head)
    if whole is not None:
        chains.put(index, whole)
        return
    rule, chain = _meant(chains, index, head)
    if chain is None:
        chain = chains.start(index, rule)
        chain.plural = is_many(head) or found.rule == SIDE
        chain.modifiers = modifiers_of(parsed, found)
        if found.key is not None:
            chains.register(chain, found.key)
    else:
        chains.put(index, chain)
    chain.heads.add(noun_of(head))
    chain.described.append(found.text(parsed))


_SCENE = "coreference.scene"


def _add_scene(chains: Chains, index: int) -> None:
    """Puts a described place into the chain of the one described before by the same noun, or into its own."""
    found, parsed = chains.founds[index], chains.parsed
    noun = noun_of(parsed.tokens[found.head])
    words = [token.lower for token in found.words(parsed)]
    again = words[0] in DEFINITE and len(words) == 2
    same = (chain for chain in reversed(chains.chains) if chain.rule == _SCENE and noun in chain.heads)
    chain = next(same, None) if again else None
    if chain is None:
        chain = chains.start(index, _SCENE)
    else:
        chains.put(index, chain)
    chain.heads.add(noun)
    text = found.text(parsed)
    chain.described.append(text.split(" ", 1)[1] if words[0] in DEFINITE | NEW and len(words) > 1 else text)


def _meant(chains: Chains, index: int, head: Token) -> tuple[str, Chain | None]:
    """The chain that a described actor belongs to, and the rule that says so."""
    parsed, found = chains.parsed, chains.founds[index]
    words = [token.lower for token in found.words(parsed) if token.pos != "PUNCT"]
    chain = known_by_description(chains, found, head)
    if chain is not None:
        return "coreference.description", chain
    chain = _with_name(chains, found, head)
    if chain is not None:
        return "coreference.name-and-noun", chain
    if found.key is not None and chains.known(found.key) is not None:
        return "coreference.army", chains.known(found.key)
    if found.actor is not None:
        chain = beside_name(chains, found, head) if found.actor is ActorType.PERSON else apposed_body(chains, head)
        if chain is not None:
            return "coreference.apposition", chain
    if not head.is_plural() and found.actor is ActorType.PERSON:
        chain = of_same_role(chains, found, head) if words[0] in DEFINITE else named_later(chains, found, head)
        if chain is not None:
            return "coreference.same-role", chain
    chain = own_forces(chains, found, head)
    if chain is not None:
        return "coreference.own-forces", chain
    chain = monitor_for(chains, found, head)
    if chain is not None:
        return "coreference.one-monitor", chain
    chain = told_again(chains, found, head)
    if chain is not None:
        return "coreference.told-again", chain
    if words[0] in NEW or (words[0][0].isdigit() and not head.is_plural()):
        return "coreference.new", None
    modifiers = modifiers_of(parsed, found)
    definite = words[0] in DEFINITE or (len(words) == 1 and _stands_bare(parsed, head))
    side = found.rule == SIDE
    if (definite or side) and not modifiers and found.last == found.head:
        chain = standing_for(chains, found, head)
        if chain is not None:
            return "coreference.definite-noun", chain
    chain = side_for(chains, head, modifiers)
    if chain is not None:
        return "coreference.forces-of-side", chain
    if definite and (chain := kind_for(chains, head, modifiers)) is not None:
        return "coreference.kind-of-body", chain
    if definite and (chain := modified_alike(chains, found, head)) is not None:
        return "coreference.same-modifier", chain
    return "coreference.same-noun", _described_before(chains, found, head, modifiers, definite=definite)


def _stands_bare(parsed: Parsed, head: Token) -> bool:
    """Whether a noun is definite without an article: "Observatory chief", "observatory head", "by regime jets"."""
    following = parsed.tokens[head.i + 1] if head.i + 1 < len(parsed.tokens) else None
    role = None if following is None else actor_nouns().get(following.lemma)
    before_role = (
        role is not None and role.one is ActorType.PERSON and following is not None and not following.is_plural()
    )
    return head.text[0].isupper() or head.lemma in ("regime", "coalition") or before_role


def _with_name(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The chain of the actor whose name stands in a phrase like "IS fighters", "the Asayish forces"."""
    if noun_of(head) not in acting_words("people_of") or not (head.is_plural() or found.actor is not ActorType.PERSON):
        return None
    for n in _names_behind(chains, found):  # "fighters of the YPG"
        if chains.founds[n].actor in _NAMED_BODIES:
            return chains.of.get(n)
    for n in _names_in(chains, found):
        name = chains.founds[n]
        between = chains.parsed.tokens[name.last + 1 : head.i]
        if all(_is_kind_word(token) for token in between) and name.actor in _NAMED_BODIES:
            return chains.of.get(n)
    return None


def _names_behind(chains: Chains, found: Found) -> list[int]:
    tokens = chains.parsed.tokens
    at = found.head + 1
    if at >= len(tokens) or tokens[at].lower not in ("of", "from") or found.last == found.head:
        return []
    at += 1 if at + 1 < len(tokens) and tokens[at + 1].lower != "the" else 2
    return [n for n, one in enumerate(chains.founds) if one.first == at and one.form is MentionForm.NAME]


def _is_kind_word(token: Token) -> bool:
    """Whether a word between the name and the noun only says what kind of body it is: "the YPG terrorist group"."""
    return token.lower in acting_words("kind_words") or token.text in "()[]" or token.text.isupper()


def _names_in(chains: Chains, found: Found) -> list[int]:
    lower = range(max(0, found.first), found.head + 1)
    return [
        n
        for n, one in enumerate(chains.founds)
        if one.form is MentionForm.NAME
        and ((one.first in lower and one.last <= found.head) or one.last == found.first - 1)  # "the Front rebel group"
    ]


def _described_before(
    chains: Chains, found: Found, head: Token, modifiers: frozenset[str], *, definite: bool
) -> Chain | None:
    """The nearest chain described by the same noun with no other modifiers."""
    noun = noun_of(head)
    nouns = synonyms_of(noun) if definite else frozenset({noun})
    if noun in _ONE_SIDE and (is_many(head) or found.rule == SIDE):
        modifiers -= _home_peoples(chains)
    for chain in reversed(chains.chains):
        if chain.actor is None or chain.place is not None or not chain.heads & nouns:
            continue
        if chain.plural != (is_many(head) or found.rule == SIDE):
            continue
        told = chain.modifiers - _home_peoples(chains) if noun in _ONE_SIDE else chain.modifiers
        alike = modifiers == told or (definite and (not modifiers or "attacker" in nouns))
        if alike and (chain.actor is found.actor or chain.names):
            return chain
    return None


_NEAR = 2  # sentences

_ONE_SIDE = frozenset({"rebel", "insurgent", "separatist"})  # "Syrian rebels" are "the rebels"


def _home_peoples(chains: Chains) -> frozenset[str]:
    """The names of the people of the country that the article is about."""
    if chains.home is None:
        return frozenset()
    words = (chains.parsed.tokens[found.last] for found in chains.founds if found.type is MentionType.NATIONALITY)
    return frozenset(word.lower for word in words if country_code_of_people(fold(word.text)) == chains.home)


def _place_before(chains: Chains, found: Found) -> Chain | None:
    """The nearest place of the same kind named before."""
    best, most = None, (0, -1)
    noun = chains.parsed.tokens[found.head].lower
    called = [chain for chain in chains.chains if any(name.endswith(" " + noun) for name in chain.names)]
    for chain in called or chains.chains:  # "the province" is "Tula province", if one is named so
        if chain.place is None or not chain.names:
            continue
        wider = found.place is PlaceKind.REGION and chain.place is PlaceKind.DISTRICT and noun in ("area", "region")
        fits = chain.place is found.place or wider
        before = [n for n in chain.members if chains.founds[n].last < found.first]
        if not fits or not before:
            continue
        fit = fits_noun(chains, chain, noun)
        last = chains.parsed.tokens[chains.founds[before[-1]].head]
        near = chains.parsed.tokens[found.head].sentence - last.sentence <= _NEAR
        rank = (fit if near else min(fit, 1), before[-1])
        if fit and rank > most:
            best, most = chain, rank
    return best


def with_brackets(parsed: Parsed, founds: Sequence[Found]) -> tuple[Found, ...]:
    """The mentions with the acronyms in brackets behind an actor made actors of its type: "Free Voice Union (FVU)"."""
    tokens = parsed.tokens
    starts = {found.first: n for n, found in enumerate(founds) if found.form is MentionForm.NAME}
    done = list(founds)
    for found in founds:
        at = found.last + 2
        if found.form is not MentionForm.NAME or found.actor in (None, ActorType.PERSON) or at + 1 >= len(tokens):
            continue
        if tokens[at - 1].text not in "([" or tokens[at + 1].text not in ")]" or not _is_acronym(tokens[at].text):
            continue
        if at in starts:
            old = done[starts[at]]
            if old.key is None:
                done[starts[at]] = replace(
                    old, actor=found.actor, place=None, type=found.type, rule="mentions.bracketed-acronym"
                )
        else:
            done.append(replace(found, first=at, last=at, head=at, key=None, rule="mentions.bracketed-acronym"))
    return tuple(sorted(done, key=lambda one: (one.first, -one.last, one.head)))


def _is_acronym(text: str) -> bool:
    return 1 < len(text) < 9 and sum(c.isupper() for c in text) > 1 and text.isalnum()
