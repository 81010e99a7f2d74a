"""Who takes part in an event: its agents and targets, by the syntax around the trigger."""

from collections.abc import Iterator
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED, classes_of, heads, singular
from kg.extract.events_place import taking_of
from kg.extract.participants_near import antecedent, owner_of_gerund, victims_of
from kg.extract.triggers import Trigger, takes
from kg.extract.verbs import doer_of, is_passive, patient_of
from kg.model import ActorType, EventKind, Participant, Role, Span
from kg.nlp import Token
from kg.resources import read_table

Part = tuple[Token, Role, str]
_CONDUCT: Final = frozenset(read_table("event_words.toml")["conduct"]["agents"])
_EFFECTS: Final = frozenset(read_table("event_words.toml")["conduct"]["effects"])
_COUNTERS: Final = frozenset(read_table("event_words.toml")["counting"]["events"])
_FLEEING: Final = frozenset(read_table("event_words.toml")["participants"]["fleeing"])
_WARDING_OFF: Final = frozenset(read_table("event_words.toml")["battles"]["warding_off"])
# "the air strikes of the coalition", but "the bombing of the rebels"
_BY_OF: Final = frozenset(read_table("event_words.toml")["participants"]["by_of"])
_KINDS = EventKind
# what moves or gives itself up is the agent, also of a noun with "of": "the retreat of the rebels"
_OWN_MOVES: Final = frozenset({_KINDS.RETREAT, _KINDS.SURRENDER, _KINDS.ADVANCE, _KINDS.DEPLOYMENT})
_SUFFERED: Final = frozenset({_KINDS.DISPLACEMENT, _KINDS.EVACUATION})
# fighting for ground, which whoever holds it suffers
_FOR_GROUND: Final = frozenset(
    {
        _KINDS.CAPTURE_OF_PLACE, _KINDS.ASSAULT, _KINDS.COUNTERATTACK, _KINDS.SIEGE, _KINDS.ADVANCE, _KINDS.BATTLE,
        _KINDS.ARMED_CLASH,
    }
)  # fmt: skip
_HELD: Final = frozenset({"held", "controlled", "run", "occupied", "ruled"})
_SHARING: Final = frozenset(read_table("event_words.toml")["participants"]["sharing"])
_BEFALLING: Final = frozenset({"kill", "wound", "injure", "die", "hurt", "hit", "target", "strike"})
_UNARMED: Final = frozenset({ActorType.CIVILIANS, ActorType.MEDIA, ActorType.MONITOR})
_BY_ARMS: Final = frozenset(
    {
        _KINDS.AIRSTRIKE, _KINDS.DRONE_STRIKE, _KINDS.SHELLING, _KINDS.ROCKET_ATTACK, _KINDS.BOMBING, _KINDS.LANDMINE,
        _KINDS.CHEMICAL_ATTACK, _KINDS.SIEGE, _KINDS.CAPTURE_OF_PLACE, _KINDS.ADVANCE, _KINDS.SUICIDE_BOMBING,
        _KINDS.COUNTERATTACK, _KINDS.EXECUTION, _KINDS.ASSAULT, _KINDS.AMBUSH,
    }
)  # fmt: skip
_BASTIONS: Final = frozenset(read_table("event_words.toml")["participants"]["bastions"])
MUTUAL: Final = frozenset({_KINDS.ARMED_CLASH, _KINDS.BATTLE, _KINDS.TALKS, _KINDS.AGREEMENT})
FIGHTING: Final = frozenset({_KINDS.ARMED_CLASH, _KINDS.BATTLE})
_AIMED: Final = ("against", "on", "upon", "at", "targeting", "toward", "towards")


def find_participants(trigger: Trigger, cast: Cast) -> tuple[Participant, ...]:
    """The actors that do or suffer what the trigger tells of, in the order of the text, each in one role only."""
    owner = owner_of_gerund(trigger.token)
    if owner is not None:
        parts = _of_gerund(trigger.token, owner)
    else:
        parts = _of_verb(trigger, cast) if trigger.verb else _of_noun(trigger)
    found: dict[int, Participant] = {}
    for token, role, rule in sorted(parts, key=lambda part: part[0].i):
        alone = rule.startswith("participants.between")
        found_heads = [token] if alone else heads(token)
        for word in (word for head in found_heads for word in _actor_words(antecedent(head, cast) or head, cast)):
            referent = cast.actor_at(word)
            if role is Role.TARGET and "bomber" in classes_of(word, cast) and trigger.kind is EventKind.SUICIDE_BOMBING:
                continue  # "dispatched suicide bombers"
            if referent is None or (role is Role.AGENT and _is_bystander(referent, trigger.kind, cast)):
                continue
            if referent in found:  # both doing and suffering by the same words: keep the first
                continue
            mention = cast.mention_at(word)
            span = mention.span if mention is not None else Span(word.start, word.end)
            side = _side(trigger.kind, role, rule)
            found[referent] = Participant(referent, role, side, span, rule)
    return (*found.values(), *_holders(trigger, found, cast))


def _holders(trigger: Trigger, found: dict[int, Participant], cast: Cast) -> list[Participant]:
    """Who holds the ground that others attack or take, where nobody else is told as attacked: "the IS-held town"."""
    agents = [part for part in found.values() if part.role is Role.AGENT and _armed_referent(part.referent, cast)]
    targets = [part for part in found.values() if part.role is Role.TARGET and _armed_referent(part.referent, cast)]
    if trigger.kind not in _FOR_GROUND or not agents or targets:
        return []
    grounds = [trigger.token, *(child for child in trigger.token.children if child.rel in ("obj", "obl", "nmod"))]
    grounds += [word for each in grounds[1:] for word in each.modifiers()]
    for ground in grounds:
        for word in _holding(ground):
            referent, mention = cast.actor_at(word), cast.mention_at(word)
            if referent is not None and mention is not None and referent not in found and _is_armed(word, cast):
                side = 2 if trigger.kind in FIGHTING else None
                return [Participant(referent, Role.TARGET, side, mention.span, "participants.holder")]
    return []


def _holding(ground: Token) -> list[Token]:
    """The words for who holds a piece of ground: "rebel-held village", "a town held by rebels", "the IS bastion"."""
    found: list[Token] = []
    for child in ground.children:
        if child.lower in _HELD:
            found += [other for other in (*child.children, *ground.children) if other.i < child.i]
            agent = child.agent()
            found += [] if agent is None else [agent]
        elif child.rel in ("compound", "nmod:poss", "amod") and singular(ground) in _BASTIONS:
            found.append(child)
    return found


def only_holds(word: Token) -> bool:
    """Whether a word tells who holds a place, and so does nothing there: "a town held by rebels", "rebel-held"."""
    held = word.head
    if held is None or held.lower not in _HELD or held.rel not in ("acl", "acl:relcl", "amod"):
        return False
    return not word.rel.startswith("nsubj")


def _armed_referent(referent: int, cast: Cast) -> bool:
    return cast.referents[referent].actor in ARMED


def _is_bystander(referent: int, kind: EventKind, cast: Cast) -> bool:
    """Whether it is nobody who shells, bombs or besieges: civilians, media, aid workers."""
    return kind in _BY_ARMS and cast.referents[referent].actor in _UNARMED


def _actor_words(word: Token, cast: Cast) -> list[Token]:
    """The words that mean the actors: "Russian and Syrian jets" are of two."""
    owner = _actor_word(word, cast)
    if owner is not word:
        return [owner, *(other for other in owner.conjuncts() if other.i < word.i and _is_armed(other, cast))]
    before = [child for child in word.children if child.rel in ("amod", "compound") and child.conjuncts()]
    return [*(child for child in before if cast.mention_at(child) is not None and _is_armed(child, cast)), word]


def _actor_word(word: Token, cast: Cast) -> Token:
    """The word that means an actor: itself, or the owner of what it names ("ISIS positions", "coalition jets")."""
    if cast.referent_at(word) is not None:
        return word
    owners = [child for child in word.children if child.rel in ("compound", "nmod:poss", "amod") and child.i < word.i]
    # "terrorists affiliated with the group"
    tied = [child for child in word.dependents("acl") if child.lemma in ("affiliate", "belong", "link")]
    owners += [other for child in tied for other in child.modifiers("with", "to")]
    owners += word.modifiers("of")  # "a convoy of soldiers", "the headquarters of the rebels"
    return next((child for child in owners if _is_armed(child, cast)), word)


def _is_armed(word: Token, cast: Cast) -> bool:
    referent = cast.actor_at(word)
    return referent is not None and cast.referents[referent].actor in ARMED


def _side(kind: EventKind, role: Role, rule: str) -> int | None:
    if kind not in FIGHTING:
        return None
    return 2 if role is Role.TARGET or rule == "participants.between-other" else 1


def _of_verb(trigger: Trigger, cast: Cast) -> Iterator[Part]:
    verb, kind = trigger.token, trigger.kind
    doer, patient = doer_of(verb), patient_of(verb)
    if (
        doer is not None
        and doer is verb.head
        and verb.rel == "acl"
        and not classes_of(doer, cast) & {"people", "armed"}
    ):
        above = doer.head  # "rebels put up resistance, firing mortars"
        doer = above.subject() if above is not None and above.is_verb() else None
    if doer is not None:
        role = Role.TARGET if kind in _SUFFERED and (patient is None or verb.lemma in _FLEEING) else Role.AGENT
        yield doer, role, "participants.subject"
    if patient is not None and patient not in trigger.words:
        given_up = kind is EventKind.SURRENDER and not verb.is_passive() and doer is None
        locked = kind in MUTUAL and is_passive(verb)  # "the army has been locked in battle"
        role = Role.AGENT if given_up or locked else Role.TARGET
        yield patient, role, "participants.object"
    elif patient is not None:
        yield from ((word, Role.TARGET, "participants.of") for word in patient.modifiers("of", "against", "on"))
    yield from _aimed_at(verb)
    if kind is EventKind.CAPTURE_OF_PLACE:
        yield from ((word, Role.TARGET, "participants.from") for word in verb.modifiers("from"))
    if kind in MUTUAL:
        yield from ((word, Role.TARGET, "participants.with") for word in verb.modifiers("with", "against"))
        yield from _between(verb)
    if kind in FIGHTING:
        for aim in takes(verb):  # "fought to drive the gunmen out of the port"
            thing = aim.child("obj")
            yield from ((word, Role.TARGET, "participants.from") for word in aim.modifiers("from"))
            if thing is not None:
                yield thing, Role.TARGET, "participants.from"
    if kind is EventKind.SURRENDER:
        yield from ((word, Role.TARGET, "participants.to") for word in verb.modifiers("to"))
    if kind in _BY_ARMS:
        yield from ((word, Role.TARGET, "participants.effect") for word in victims_of(verb))


def _of_gerund(verb: Token, owner: Token) -> Iterator[Part]:
    """Its owner, and who suffers it: the victims of the verb above, and whom it is aimed at."""
    yield owner, Role.AGENT, "participants.before"
    above = verb.head
    if above is not None and above.lemma in _BEFALLING:
        patient = patient_of(above) or (above.subject() if above.lemma == "die" else None)
        if patient is not None:
            yield patient, Role.TARGET, "participants.effect"
    yield from ((word, Role.TARGET, "participants.of") for word in verb.modifiers("of"))
    yield from _aimed_at(verb)


def _between(word: Token) -> Iterator[Part]:
    """For "clashes between the army and rebels": the first party, and the others."""
    for first in word.modifiers("between", "among"):
        yield first, Role.AGENT, "participants.between"
        for other in first.conjuncts():
            yield other, Role.AGENT, "participants.between-other"


def _aimed_at(word: Token) -> Iterator[Part]:
    for target in word.modifiers(*_AIMED):
        yield target, Role.TARGET, "participants.against"
    for means in word.dependents("advcl", "acl"):  # "launched strikes using jets and drones against the rebels"
        for target in means.subtree() if means.lemma == "use" else ():
            if target.preposition() == "against":
                yield target, Role.TARGET, "participants.against"


def _of_noun(trigger: Trigger) -> Iterator[Part]:
    noun, kind = trigger.token, trigger.kind
    of = Role.AGENT if kind in _OWN_MOVES or singular(noun) in _BY_OF else Role.TARGET
    for word in trigger.words:
        for child in word.children:
            if child.i < noun.i and child.rel in ("nmod:poss", "compound", "amod", "nmod"):
                against = kind in _SUFFERED or _is_against(child, word)
                yield child, Role.TARGET if against else Role.AGENT, "participants.before"
    by = ("by", "from") if kind in _BY_ARMS else ("by",)  # "bombardment from government positions"
    yield from ((word, Role.AGENT, "participants.by") for word in noun.modifiers(*by))
    yield from _aimed_at(noun)
    yield from ((word, of, "participants.of") for word in noun.modifiers("of"))
    yield from _between(noun)
    if kind in MUTUAL:
        yield from ((word, Role.TARGET, "participants.with") for word in noun.modifiers("with"))
    for aim in taking_of(noun):  # "the battle to retake the port from rebels", "an operation to oust the rebels"
        thing = aim.child("obj")
        yield from ((word, Role.TARGET, "participants.from") for word in aim.modifiers("from"))
        if thing is not None:
            yield thing, Role.TARGET, "participants.from"
    for child in noun.dependents("acl", "acl:relcl"):
        yield from _of_clause(child, noun)
    yield from _of_carrier(noun, kind)


def _is_against(child: Token, noun: Token) -> bool:
    """Whether "anti" stands before it ("an anti-government offensive")."""
    near = [*child.children, *(other for other in noun.children if other.i < child.i)]
    return child.lower.startswith("anti-") or any(other.lower in ("anti", "anti-") for other in near)


def _of_clause(verb: Token, noun: Token) -> Iterator[Part]:
    """For "an attack launched by rebels", "a raid that killed six villagers", "an attack targeting a convoy"."""
    if verb.is_passive() or verb.tag == "VBN":
        agent = verb.agent()
        if agent is not None:
            yield agent, Role.AGENT, "participants.carried-out-by"
        yield from _aimed_at(verb)
    elif verb.lemma in _EFFECTS or verb.lemma in ("involve", "target"):
        thing = verb.child("obj")
        if thing is not None:
            yield thing, Role.TARGET, "participants.effect"
    elif verb.lemma in _CONDUCT and verb.child("nsubj") is not None and verb.child("nsubj") is not noun:
        yield verb.children[0], Role.AGENT, "participants.carrier"


def _of_carrier(noun: Token, kind: EventKind) -> Iterator[Part]:
    """By the verb that the noun hangs on: "rebels launched an attack", "six were killed in an attack"."""
    top = noun
    while (
        top.head is not None
        and top.rel in ("nmod", "conj")
        and not top.head.is_verb()
        and singular(top.head) in _COUNTERS
    ):
        top = top.head
    verb = top.head
    if verb is not None and verb.lower in _SHARING and top.rel in ("obl", "nmod") and top.preposition() == "in":
        sharing = verb.subject()
        if sharing is not None and sharing is not top:  # "the militia is involved in the offensive"
            yield sharing, Role.AGENT, "participants.carrier"
        return
    if verb is None or not verb.is_verb():
        return
    if top.rel in ("obj", "nsubj:pass") or (top.rel == "obl" and kind in FIGHTING and verb.lemma == "lock"):
        if verb.lemma in _CONDUCT:
            doer = doer_of(verb)
            if doer is not None and doer is not top:
                yield doer, Role.AGENT, "participants.carrier"
            yield from _aimed_at(verb)
        elif verb.lemma in _WARDING_OFF and not verb.is_passive() and verb.subject() is not None:
            yield doer_of(verb) or verb, Role.TARGET, "participants.warding-off"
    elif top.rel == "nsubj" and verb.lemma in _EFFECTS:
        thing = verb.child("obj")
        if thing is not None:
            yield thing, Role.TARGET, "participants.effect"
    elif top.rel in ("obl", "obl:agent") and verb.lemma in _BEFALLING:
        patient = patient_of(verb) or (verb.subject() if verb.lemma == "die" else None)
        if patient is not None and patient is not top:
            yield patient, Role.TARGET, "participants.effect"
        by = verb.agent() if top.rel == "obl" else None
        if by is not None:  # "were killed in strikes by the coalition"
            yield by, Role.AGENT, "participants.by"
        # "were killed and wounded in the attack": the shared subject is no attacker
        if not verb.is_passive() and top.rel == "obl" and verb.child("nsubj") is not None:
            doer = doer_of(verb)
            if doer is not None:
                yield doer, Role.AGENT, "participants.carrier"
