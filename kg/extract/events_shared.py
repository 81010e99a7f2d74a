"""What two drafts of one article have in common, or tell against each other: sentence, day, place, sides, victims."""

from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED, singular
from kg.extract.events_draft import Draft
from kg.extract.events_kinds import WARS
from kg.extract.events_wording import dead_of
from kg.extract.verbs import doer_of, patient_of
from kg.model import Participant, Role, When


def are_near(one: Draft, other: Draft) -> bool:
    """Whether one sentence tells of both."""
    sentences = {trigger.token.sentence for trigger in one.triggers}
    return any(trigger.token.sentence in sentences for trigger in other.triggers)


def at_one_place(old: Draft, new: Draft) -> bool:
    """Whether both name the same place."""
    return old.where is not None and new.where is not None and old.where.place == new.where.place


def share_day_or_place(old: Draft, new: Draft) -> bool:
    """Whether they have a place or a time in common."""
    if at_one_place(old, new):
        return True
    return old.when is not None and new.when is not None and _bounds(old.when) == _bounds(new.when)


def share(old: Draft, new: Draft) -> bool:
    """Whether they have a place, a time, or one who takes part in common."""
    if share_day_or_place(old, new):
        return True
    parts = [{part.referent for part in draft.participants} for draft in (old, new)]
    return not parts[0].isdisjoint(parts[1])


def _bounds(when: When) -> tuple[object, object]:
    return when.earliest, when.latest


def is_one_taking(old: Draft, new: Draft) -> bool:
    """Whether the verb of taking may tell that of before: of the same place, or by the same side, and by no other."""
    if not new.first.verb:
        return True
    doers = [doer_of(draft.first.token) for draft in (old, new) if draft.first.verb]
    if are_near(old, new):  # "regained the village two days after it was seized by rebels"
        return len(doers) < 2 or None in doers or doers[0] is doers[1]
    return (old.where is not None and new.where is not None) or not _agents(old).isdisjoint(_agents(new))


def one_breath(old: Draft, new: Draft) -> bool:
    """Whether no other victims are told in one sentence: not "killed two men in Jos and executed two others"."""
    victims = [patient_of(draft.first.token) for draft in (old, new) if draft.first.verb]
    return len(victims) < 2 or None in victims or victims[0] is victims[1]


def same_persons(old: Draft, new: Draft) -> bool:
    """Whether no other people are taken or killed: of two abductions each has its own victims."""
    targets = [{part.referent for part in draft.participants if part.role is Role.TARGET} for draft in (old, new)]
    dead = dead_of(old), dead_of(new)
    if dead[0] and dead[1] and dead[0].isdisjoint(dead[1]):
        return False
    if targets[0] and targets[1]:
        return not targets[0].isdisjoint(targets[1])
    return not targets[1] or share(old, new)


def times_agree(one: When | None, other: When | None) -> bool:
    """Whether one happening can fall within both."""
    if one is None or other is None:
        return True
    if one.earliest is not None and other.latest is not None and one.earliest > other.latest:
        return False
    return not (other.earliest is not None and one.latest is not None and other.earliest > one.latest)


def agents_agree(one: tuple[Participant, ...], other: tuple[Participant, ...], cast: Cast) -> bool:
    """No contradiction: either names no armed agents, or they share one."""
    agents = [
        {part.referent for part in parts if part.role is Role.AGENT and cast.referents[part.referent].actor in ARMED}
        for parts in (one, other)
    ]
    if not agents[0] or not agents[1] or agents[0] & agents[1]:
        return True
    return any(_leads(a, b, cast) or _leads(b, a, cast) for a in sorted(agents[0]) for b in sorted(agents[1]))


def _leads(one: int, other: int, cast: Cast) -> bool:
    """Whether the second is named after the first, which leads it ("NATO", "the NATO-led mission")."""
    leaders = [name.lower().replace(".", "") + "-led" for name in cast.referents[one].names]
    named = [cast.referents[other].name, *cast.referents[other].names]
    return any(name.lower().replace(".", "").startswith(leader) for name in named for leader in leaders)


def _agents(draft: Draft) -> set[int]:
    return {part.referent for part in draft.participants if part.role is Role.AGENT}


def share_agents(one: Draft, other: Draft) -> bool:
    """Whether the same side does both, or nobody is told to do the other."""
    owned = any(child.rel == "nmod:poss" for child in other.first.token.children)
    return not _agents(one).isdisjoint(_agents(other)) or not (_agents(other) or owned)


def is_beside(old: Draft, new: Draft) -> bool:
    """Whether both are nouns of one sentence: "an offensive supported by air strikes"."""
    together = old.first.token.sentence == new.first.token.sentence
    return together and not old.first.verb and not new.first.verb


def is_next(old: Draft, new: Draft) -> bool:
    """Whether it speaks of a known event right after the other: "attacked a town. The assault on Ras al-Ain …"."""
    return new.definite and not new.first.verb and new.first.token.sentence - old.triggers[-1].token.sentence <= 1


def is_same_other(old: Draft, new: Draft) -> bool:
    """Whether two happenings of no kind are of one word, or both are wars."""
    words = {singular(old.first.token), singular(new.first.token)}
    return len(words) == 1 or words <= WARS
