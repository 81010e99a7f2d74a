"""The two sides of a battle: who fights whom, and who stands with whom."""

from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED, singular
from kg.extract.events_draft import Draft
from kg.model import EventKind, Role, Status, Tie, TieKind
from kg.nlp import Token
from kg.resources import read_table

_WORDS: Final = read_table("event_words.toml")["battles"]
_DEFENCES: Final = frozenset(_WORDS["defences"])
_SUPPORTING: Final = frozenset(_WORDS["supporting"])
_TAKING: Final = frozenset({EventKind.CAPTURE_OF_PLACE, EventKind.ADVANCE, EventKind.SIEGE})
_LOSING: Final = frozenset({EventKind.SURRENDER, EventKind.RETREAT})
_WARDING_OFF: Final = frozenset(_WORDS["warding_off"])
Edges = dict[int, list[tuple[int, bool]]]
"""For each actor, the others that it fights (True) or stands with (False)."""


def find_sides(battle: Draft, parts: list[Draft], ties: tuple[Tie, ...], cast: Cast) -> dict[int, int]:
    """Actors by referent, with 1 for the side that attacks the place and 2 for that which holds it.

    An actor that the text does not tie to either side has none; what is only claimed tells of no sides.
    """
    edges: Edges = {}
    parts = [part for part in parts if part.status is Status.HAPPENED]
    for draft in (battle, *parts):
        _add_draft(edges, draft, cast)
        _add_support(edges, draft, (battle, *parts), cast)
    _add_ties(edges, ties, cast)
    start = _attacker(battle, parts, cast)
    sides: dict[int, int] = {}
    resisting = [(target, 2) for target in _armed(battle, Role.TARGET, cast)] if start is not None else []
    for actor, side in (*(() if start is None else (start,)), *_by_deeds(parts, cast), *resisting):
        if actor not in sides:
            sides[actor] = side
            _spread(sides, actor, edges)
    return sides


def _by_deeds(parts: list[Draft], cast: Cast) -> list[tuple[int, int]]:
    """Sides by what is done at the place: who takes or besieges it attacks, who gives up or leaves holds it."""
    found: list[tuple[int, int]] = []
    for part in parts:
        side = 1 if part.kind in _TAKING else 2 if part.kind in _LOSING else None
        if side is not None:
            agents, targets = _armed(part, Role.AGENT, cast), _armed(part, Role.TARGET, cast)
            # "3,000 fighters gave up": whose they are is not said
            found += [(agent, side) for agent in agents if part.kind in _TAKING or cast.referents[agent].named]
            found += [(target, 3 - side) for target in targets]
    return found


def _spread(sides: dict[int, int], start: int, edges: Edges) -> None:
    """Gives a side to all whom fights and alliances tie to one that has it."""
    queue = [start]
    while queue:
        actor = queue.pop(0)
        for other, foes in edges.get(actor, ()):
            if other not in sides:
                sides[other] = 3 - sides[actor] if foes else sides[actor]
                queue.append(other)


def _armed(draft: Draft, role: Role, cast: Cast) -> list[int]:
    return [p.referent for p in draft.participants if p.role is role and cast.referents[p.referent].actor in ARMED]


def _add(edges: Edges, one: int, other: int, *, foes: bool) -> None:
    if one != other:
        edges.setdefault(one, []).append((other, foes))
        edges.setdefault(other, []).append((one, foes))


def _add_draft(edges: Edges, draft: Draft, cast: Cast) -> None:
    agents, targets = _armed(draft, Role.AGENT, cast), _armed(draft, Role.TARGET, cast)
    side = {part.referent: part.side for part in draft.participants}
    for agent in agents:
        for target in targets:
            _add(edges, agent, target, foes=True)
        for other in agents:
            if side[agent] == 1 and side[other] == 2:
                _add(edges, agent, other, foes=True)
            elif agent < other and side[agent] == side[other]:
                _add(edges, agent, other, foes=False)


def _add_support(edges: Edges, draft: Draft, beside: tuple[Draft, ...], cast: Cast) -> None:
    """For "the alliance, backed by coalition air strikes": who is backed stands with who backs."""
    for trigger in draft.triggers:
        verb = trigger.token.head
        if verb is None or verb.lemma not in _SUPPORTING:
            continue
        backed = verb.subject() if verb.is_passive() or verb.tag == "VBN" else verb.child("obj")
        backed = backed or (verb.head if verb.rel == "acl" else None)
        referent = None if backed is None else cast.actor_at(backed)
        if referent is not None and cast.referents[referent].actor in ARMED:
            allies = [referent]
        else:  # "it resumed the attack, backed by jets": those who lead the attack, whichever word "backed" hangs on
            allies = [
                actor
                for other in beside
                if other is not draft and any(verb.head in (each.token, each.token.head) for each in other.triggers)
                for actor in _armed(other, Role.AGENT, cast)
            ]
        for agent in _armed(draft, Role.AGENT, cast):
            for ally in allies:
                _add(edges, ally, agent, foes=False)


def _add_ties(edges: Edges, ties: tuple[Tie, ...], cast: Cast) -> None:
    for tie in ties:
        ends = (tie.subject, tie.object)
        if any(cast.referents[end].actor not in ARMED for end in ends):
            continue
        if tie.kind is TieKind.FIGHTS:
            _add(edges, *ends, foes=True)
        elif tie.kind in (TieKind.ALLIED_WITH, TieKind.SUPPORTS, TieKind.PART_OF):
            _add(edges, *ends, foes=False)


def _attacker(battle: Draft, parts: list[Draft], cast: Cast) -> tuple[int, int] | None:
    """The actor to start from and its side: who makes a last stand defends, who takes and advances attacks."""
    if any(singular(trigger.token) in _DEFENCES or _last_ditch(trigger.token.children) for trigger in battle.triggers):
        agents = _armed(battle, Role.AGENT, cast)
        if agents:
            return agents[0], 2
    both = _armed(battle, Role.AGENT, cast) and _armed(battle, Role.TARGET, cast)
    takers = [part for part in parts if part.kind in _TAKING]
    for draft in (battle, *takers) if both else (*takers, battle):
        agents = _armed(draft, Role.AGENT, cast)
        if agents:
            return agents[0], 1
    targets = _armed(battle, Role.TARGET, cast)
    if targets:
        return targets[0], 2
    back = {part.first.token.sentence for part in parts if part.kind is EventKind.COUNTERATTACK}
    for draft in parts:
        agents = _armed(draft, Role.AGENT, cast)
        if agents and (_armed(draft, Role.TARGET, cast) or draft.first.token.sentence in back):
            return agents[0], 2 if draft.first.token.sentence in back else 1
    return None


def _last_ditch(children: list[Token]) -> bool:
    return any(child.lower in ("last", "ditch", "last-ditch") for child in children)
