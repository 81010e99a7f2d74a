"""Whether two drafts of one article tell of one happening."""

from datetime import date, timedelta
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED, singular
from kg.extract.events_draft import Draft
from kg.extract.events_same_place import Nested, merely_wide, places_agree
from kg.model import EventKind, FigureKind, Participant, Role, When
from kg.resources import read_table

_K = EventKind
BLASTS: Final = frozenset({_K.SUICIDE_BOMBING, _K.BOMBING, _K.LANDMINE})
FROM_AFAR: Final = frozenset(
    {_K.AIRSTRIKE, _K.DRONE_STRIKE, _K.SHELLING, _K.ROCKET_ATTACK, _K.CHEMICAL_ATTACK, _K.BOMBING}
)
_ON_GROUND: Final = frozenset({_K.ARMED_CLASH, _K.BATTLE, _K.ASSAULT, _K.COUNTERATTACK, _K.AMBUSH})
VIOLENT: Final = BLASTS | FROM_AFAR | _ON_GROUND | {_K.EXECUTION, _K.KILLING}
# what a plain "the attack", "the strikes", "the bombing" may speak of
GENERAL: Final = {
    _K.ASSAULT: VIOLENT - {_K.EXECUTION, _K.ARMED_CLASH, _K.BATTLE},
    _K.BOMBING: BLASTS | FROM_AFAR,
    _K.AIRSTRIKE: frozenset({_K.BOMBING, _K.DRONE_STRIKE, _K.SHELLING}),
    _K.SHELLING: frozenset({_K.ROCKET_ATTACK, _K.BOMBING, _K.AIRSTRIKE}),
    _K.KILLING: frozenset({_K.EXECUTION}),
}
_OF_ONE_PLACE: Final = frozenset({_K.CAPTURE_OF_PLACE, _K.ADVANCE, _K.SIEGE, _K.RETREAT})
_LASTING: Final = frozenset({_K.BATTLE, _K.ARMED_CLASH})
_OF_PERSONS: Final = frozenset({_K.KILLING, _K.EXECUTION, _K.KIDNAPPING, _K.ARREST})
_CAMPAIGNS: Final = frozenset(read_table("event_words.toml")["battles"]["campaigns"])
_LEAD: Final = 4  # sentences
_OPENING: Final = 2
_NEWS: Final = timedelta(4)
_MANY: Final = 10
_FEW: Final = 4  # two attacks may kill three each, but hardly more
_GENERALS: Final = frozenset({_K.ASSAULT, _K.KILLING, _K.BOMBING})
_BLAST_WORDS: Final = frozenset({"blast", "explosion"})
_ATTACKS: Final = frozenset({"attack", "assault", "raid", "strike"})
_POINTED: Final = _ATTACKS | {"airstrike", "counterattack", "counteroffensive", "bombing", "ambush", "shelling"}
_WARS: Final = frozenset(read_table("event_words.toml")["background"]["wars"])


def are_near(one: Draft, other: Draft) -> bool:
    """Whether one sentence tells of both."""
    sentences = {trigger.token.sentence for trigger in one.triggers}
    return any(trigger.token.sentence in sentences for trigger in other.triggers)


def is_same(old: Draft, new: Draft, cast: Cast, nested: Nested) -> bool:
    """Whether the new draft tells of the old one's happening again."""
    if old.real != new.real or (not old.real and old.status is not new.status) or old.background != new.background:
        return False
    if new.kind in _OF_PERSONS and not are_near(old, new) and not _same_persons(old, new):
        return False
    if merely_wide(old.where, new.where, cast, nested) and not (
        are_near(old, new) or _share(old, new) or _points_back(old, new) or _is_lone(old, new)
    ):
        return False
    if new.fresh or not _times_agree(old.when, new.when):
        return False
    loosely = not _introduces(new)
    if not places_agree(old.where, new.where, cast, nested, loosely=loosely) and not _is_lone(old, new):
        return False
    if (
        old.kind in _OF_ONE_PLACE
        and old.where is not None
        and new.where is not None
        and old.where.place != new.where.place
    ):
        return False  # "took the province" and "took the town" are two claims
    if _counts_differ(old, new):
        return False
    there = old.where is not None and new.where is not None and old.where.place == new.where.place
    pointed = new.definite and there and old.kind is new.kind  # "the strikes on the town", whoever is named beside them
    if not pointed and not _agents_agree(old.participants, new.participants, cast):
        return False
    if old.kind is new.kind:
        if old.kind is _K.OTHER and not _is_same_other(old, new):
            return False  # "a wedding" and "an inquiry"
        if old.kind is _K.ASSAULT and is_campaign(old) != is_campaign(new) and not _share_agents(old, new):
            return False  # "a shooting at the gate" and "the offensive"
        # "the attack" is the offensive told before only where the same fighters lead it
        return is_general(old) == is_general(new) or (new.definite and _share_agents(old, new))
    if old.kind in _LASTING and new.kind is _K.ASSAULT and new.definite and is_campaign(new):
        return _share(old, new)  # "The alliance has been locked in battle … It launched the offensive in May"
    if new.kind is _K.KILLING and old.kind in VIOLENT and (_is_shown(new) or _is_bare_definite(new)):
        return True  # "These atrocities", "the massacre"
    if is_general(new) and old.kind in GENERAL[new.kind]:
        retold = singular(new.first.token) in _BLAST_WORDS  # "a bombing killed six in a blast near the port"
        if _is_beside(old, new) and not new.definite and not retold:
            return False  # "an offensive supported by air strikes"
        again = new.definite or new.kind is _K.BOMBING or are_near(old, new)
        return again or (new.first.token.sentence < _LEAD and _share_day_or_place(old, new))
    if not (is_general(old) and new.kind in GENERAL[old.kind]) or _is_beside(old, new):
        return False
    if are_near(old, new) or old.kind is not _K.ASSAULT or _points_back(old, new):
        return True
    # "22 people were killed in an attack on Monday. A suicide bomber blew himself up …": the lead, told in full
    return new.first.token.sentence < _LEAD and (_share(old, new) or _is_lone(old, new))


def _is_shown(draft: Draft) -> bool:
    """Whether it points back: "these killings"."""
    return not draft.first.verb and any(
        child.lower in ("this", "that", "these", "those", "such") and child.rel in ("det", "amod", "det:predet")
        for child in draft.first.token.children
    )


def _is_bare_definite(draft: Draft) -> bool:
    return draft.definite and not draft.first.verb and not draft.first.token.modifiers("of", "in", "at")


def _is_beside(old: Draft, new: Draft) -> bool:
    """Whether both are nouns of one sentence: "an offensive supported by air strikes"."""
    together = old.first.token.sentence == new.first.token.sentence
    return together and not old.first.verb and not new.first.verb


def _is_lone(old: Draft, new: Draft) -> bool:
    """Whether both are the one bomber or bomb of the lead: "in the city" and, told in full, "in a village"."""
    opening = old.first.token.sentence < _OPENING and new.first.token.sentence <= _LEAD
    kinds = (old.kind in BLASTS or is_general(old)) and new.kind in BLASTS
    return opening and kinds and not (_is_many(old) or _is_many(new))


def _is_many(draft: Draft) -> bool:
    return not draft.first.verb and draft.first.token.is_plural()


def _counts_differ(old: Draft, new: Draft) -> bool:
    """Whether the one speaks of more blows, or of other dead, than the other."""
    if old.number != new.number and ((old.number and new.number) or _is_total(old) or _is_total(new)):
        return True  # "five strikes near one town, two near another"; "520 strikes since May"
    if new.definite or are_near(old, new):
        return False
    if old.kind is new.kind and _is_many(old) and _is_one(new):
        return True  # "A series of strikes killed 20. A strike on Sunday hit a lorry."
    if _toll(old) and _toll(new) and _toll(old) != _toll(new):
        return True  # "A strike on a bus killed 10. Strikes on the east of the city killed 21."
    dead = [{number for kind, number in draft.tolls if kind is FigureKind.KILLED} for draft in (old, new)]
    told = bool(dead[0]) and bool(dead[1]) and dead[0].isdisjoint(dead[1])
    return told and _is_one(new) and new.first.token.sentence >= _LEAD and not _is_lone(old, new)


def _is_one(draft: Draft) -> bool:
    """Whether it speaks of one blow as of something new: "a strike"."""
    return not draft.first.verb and any(
        child.lower in ("a", "an") and child.rel == "det" for child in draft.first.token.children
    )


def has_same_toll(old: Draft, new: Draft) -> bool:
    """Whether they tell the same number of dead, or the same numbers of dead and hurt, of attacks on no other day."""
    if not (old.real and new.real) or old.background != new.background or new.fresh or are_near(old, new):
        return False
    if old.kind not in VIOLENT or new.kind not in VIOLENT or not _times_agree(old.when, new.when):
        return False
    shared = old.tolls & new.tolls
    return len(shared) > 1 or any(number >= _FEW for _, number in shared)


def _points_back(old: Draft, new: Draft) -> bool:
    """Whether "the strike" or "Monday's strike" means the one strike told before it, as news of no narrow place."""
    token = new.first.token
    if new.first.verb or old.first.verb or token.is_plural() != old.first.token.is_plural():
        return False
    owners = [
        child.lower for child in token.children if child.rel in ("nmod:poss", "det", "compound") and child.i < token.i
    ]
    shown = any(word in ("the", "this", "that") or word.rstrip("s'’").endswith("day") for word in owners)
    return shown and _is_event_word(old) and _is_event_word(new)


def _is_same_other(old: Draft, new: Draft) -> bool:
    """Whether two happenings of no kind are of one word, or both are wars."""
    words = {singular(old.first.token), singular(new.first.token)}
    return len(words) == 1 or words <= _WARS


def _is_event_word(draft: Draft) -> bool:
    return singular(draft.first.token) in _POINTED


def may_retell(old: Draft, new: Draft) -> bool:
    """Whether words that speak of something as new may mean the old: that of the lead, or what shares a fact with it.

    "A barrel bomb killed six" after "rebels shelled the town" is another happening.
    """
    plain = old.kind is new.kind or _GENERALS & {old.kind, new.kind}
    if old.kind is _K.OTHER and {singular(old.first.token), singular(new.first.token)} <= _WARS:
        return True  # an article on a war speaks of one
    lead = old.first.token.sentence < _LEAD and bool(plain)
    return lead or not _introduces(new) or are_near(old, new) or _share(old, new)


def is_older(old: Draft, new: Draft, published: date | None) -> bool:
    """Whether the new has a date of days ago of its own, the old being undated news."""
    if old.when is not None or new.when is None or new.when.latest is None or published is None:
        return False
    return _introduces(new) and not are_near(old, new) and new.when.latest < published - _NEWS


def _introduces(draft: Draft) -> bool:
    """Whether it speaks of something as new: a verb, a noun with "a" ("a mortar attack") or bare ("raids hit")."""
    token = draft.first.token
    bare = token.is_plural() and not any(child.rel in ("det", "nmod:poss") for child in token.children)
    return draft.first.verb or bare or _is_one(draft)


def _share_day_or_place(old: Draft, new: Draft) -> bool:
    if old.where is not None and new.where is not None and old.where.place == new.where.place:
        return True
    return old.when is not None and new.when is not None and _bounds(old.when) == _bounds(new.when)


def _share(old: Draft, new: Draft) -> bool:
    """Whether they have a place, a time, or one who takes part in common."""
    if _share_day_or_place(old, new):
        return True
    parts = [{part.referent for part in draft.participants} for draft in (old, new)]
    return not parts[0].isdisjoint(parts[1])


def _bounds(when: When) -> tuple[object, object]:
    return when.earliest, when.latest


def _same_persons(old: Draft, new: Draft) -> bool:
    """Whether no other people are taken or killed: of two abductions each has its own victims."""
    targets = [{part.referent for part in draft.participants if part.role is Role.TARGET} for draft in (old, new)]
    dead = [{number for kind, number in draft.tolls if kind is FigureKind.KILLED} for draft in (old, new)]
    if dead[0] and dead[1] and dead[0].isdisjoint(dead[1]):
        return False
    if targets[0] and targets[1]:
        return not targets[0].isdisjoint(targets[1])
    return not targets[1] or _share(old, new)


def _toll(draft: Draft) -> str:
    """How many it is told to have killed or hurt, by the verb it is the subject of, or ""."""
    token = draft.first.token
    verb = token.head
    if draft.first.verb or verb is None or token.rel != "nsubj" or verb.lemma not in ("kill", "wound", "injure"):
        return ""
    victims = verb.child("obj")
    number = None if victims is None else victims if victims.pos == "NUM" else victims.child("nummod")
    return "" if number is None else f"{verb.lemma} {number.lower}"


def _is_total(draft: Draft) -> bool:
    number = draft.number.replace(",", "")
    return number.isdigit() and int(number) >= _MANY


def is_campaign(draft: Draft) -> bool:
    """Whether its noun is one for a lasting effort: "the offensive"."""
    return not draft.first.verb and singular(draft.first.token) in _CAMPAIGNS


def is_general(draft: Draft) -> bool:
    """Whether its words may mean any kind of attack ("the attack", but not "the offensive")."""
    if draft.kind not in GENERAL:
        return False
    return draft.kind is not _K.ASSAULT or draft.first.verb or singular(draft.first.token) in _ATTACKS


def _times_agree(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    if one.earliest is not None and other.latest is not None and one.earliest > other.latest:
        return False
    return not (other.earliest is not None and one.latest is not None and other.earliest > one.latest)


def _agents_agree(one: tuple[Participant, ...], other: tuple[Participant, ...], cast: Cast) -> bool:
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


def _share_agents(one: Draft, other: Draft) -> bool:
    agents = [{part.referent for part in draft.participants if part.role is Role.AGENT} for draft in (one, other)]
    owned = any(child.rel == "nmod:poss" for child in other.first.token.children)
    return not agents[0].isdisjoint(agents[1]) or not (agents[1] or owned)
