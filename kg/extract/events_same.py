"""Whether two drafts of one article tell of one happening."""

from datetime import date, timedelta
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import singular
from kg.extract.events_draft import Draft
from kg.extract.events_kinds import BLASTS, GENERAL, VIOLENT, WARS
from kg.extract.events_same_place import Nested, merely_wide, places_agree
from kg.extract.events_shared import (
    agents_agree,
    are_near,
    at_one_place,
    is_beside,
    is_next,
    is_one_taking,
    is_same_other,
    one_breath,
    same_persons,
    share,
    share_agents,
    share_day_or_place,
    times_agree,
)
from kg.extract.events_wording import (
    dead_of,
    introduces,
    is_bare_definite,
    is_campaign,
    is_event_word,
    is_general,
    is_many,
    is_one,
    is_shown,
    is_total,
    toll_of,
)
from kg.model import EventKind

_K = EventKind
_OF_ONE_PLACE: Final = frozenset({_K.CAPTURE_OF_PLACE, _K.ADVANCE, _K.SIEGE, _K.RETREAT})
_LASTING: Final = frozenset({_K.BATTLE, _K.ARMED_CLASH})
_OF_PERSONS: Final = frozenset({_K.KILLING, _K.EXECUTION, _K.KIDNAPPING, _K.ARREST})
_LEAD: Final = 4  # sentences
_OPENING: Final = 2
_NEWS: Final = timedelta(4)
_TELLING: Final = 10
_FEW: Final = 4  # two attacks may kill three each, but hardly more
_GENERALS: Final = frozenset({_K.ASSAULT, _K.KILLING, _K.BOMBING})
_BLAST_WORDS: Final = frozenset({"blast", "explosion"})


def is_same(old: Draft, new: Draft, cast: Cast, nested: Nested) -> bool:
    """Whether the new draft tells of the old one's happening again."""
    if _are_apart(old, new):
        return False
    if new.kind in _OF_PERSONS and not (one_breath(old, new) if are_near(old, new) else same_persons(old, new)):
        return False
    if old.kind in _OF_ONE_PLACE and not _is_one_ground(old, new):
        return False
    pointed = new.definite and at_one_place(old, new) and old.kind is new.kind  # "the strikes on the town"
    if not pointed and not agents_agree(old.participants, new.participants, cast):
        return False  # where the place is pointed at, others may be named beside it
    return _can_share_scene(old, new, cast, nested) and _is_of_kind(old, new)


def may_be_same(old: Draft, new: Draft, cast: Cast, nested: Nested) -> bool:
    """Whether nothing that is told of the two speaks against their being one happening, whatever their words."""
    if _are_apart(old, new) or not agents_agree(old.participants, new.participants, cast):
        return False
    return old.status is new.status and places_agree(old.where, new.where, cast, nested, loosely=False)


def _are_apart(old: Draft, new: Draft) -> bool:
    """Whether status, time or numbers of the two differ, or the one is told as a further one."""
    if old.real != new.real or (not old.real and old.status is not new.status) or old.background != new.background:
        return True
    return new.fresh or not times_agree(old.when, new.when) or _counts_differ(old, new)


def _can_share_scene(old: Draft, new: Draft, cast: Cast, nested: Nested) -> bool:
    """Whether the places agree, or the words leave it open."""
    if _is_lone(old, new) or (new.definite and new.first.verb):
        return True  # "The shells were fired from the hills": where they came from
    if merely_wide(old.where, new.where, cast, nested) and not (
        are_near(old, new) or share(old, new) or _points_back(old, new) or is_next(old, new)
    ):
        return False
    return places_agree(old.where, new.where, cast, nested, loosely=not introduces(new))


def _is_one_ground(old: Draft, new: Draft) -> bool:
    """Whether it is the same ground: "took the province" and "took the town" are two claims."""
    placed = old.where is not None and new.where is not None
    return (not placed or at_one_place(old, new)) and is_one_taking(old, new)


def _is_of_kind(old: Draft, new: Draft) -> bool:
    """Whether the kind of the one, or its general words, allow it to be the other."""
    if old.kind is new.kind:
        return _is_of_same_kind(old, new)
    if old.kind in _LASTING and new.kind is _K.ASSAULT and new.definite and is_campaign(new):
        return share(old, new)  # "The alliance has been locked in battle … It launched the offensive in May"
    if new.kind is _K.KILLING and old.kind in VIOLENT and (is_shown(new) or is_bare_definite(new)):
        return True  # "These atrocities", "the massacre"
    if is_general(new) and old.kind in GENERAL[new.kind]:
        retold = singular(new.first.token) in _BLAST_WORDS  # "a bombing killed six in a blast near the port"
        if is_beside(old, new) and not new.definite and not retold:
            return False  # "an offensive supported by air strikes"
        again = new.definite or new.kind is _K.BOMBING or are_near(old, new)
        return again or (new.first.token.sentence < _LEAD and share_day_or_place(old, new))
    if not (is_general(old) and new.kind in GENERAL[old.kind]) or is_beside(old, new):
        return False
    if are_near(old, new) or old.kind is not _K.ASSAULT or _points_back(old, new):
        return True
    # "22 people were killed in an attack on Monday. A suicide bomber blew himself up …": the lead, told in full
    return new.first.token.sentence < _LEAD and (share(old, new) or _is_lone(old, new))


def _is_of_same_kind(old: Draft, new: Draft) -> bool:
    if old.kind is _K.OTHER and not is_same_other(old, new):
        return False  # "a wedding" and "an inquiry"
    if old.kind is _K.ASSAULT and is_campaign(old) != is_campaign(new) and not share_agents(old, new):
        return False  # "a shooting at the gate" and "the offensive"
    # "the attack" is the offensive told before only where the same fighters lead it
    return is_general(old) == is_general(new) or (new.definite and share_agents(old, new))


def _is_lone(old: Draft, new: Draft) -> bool:
    """Whether both are the one bomber or bomb of the lead: "in the city" and, told in full, "in a village"."""
    opening = old.first.token.sentence < _OPENING and old.first.token.sentence < new.first.token.sentence <= _LEAD
    plain = old.kind is _K.ASSAULT and is_general(old)
    kinds = (old.kind is new.kind or plain) and new.kind in BLASTS
    return opening and kinds and not (is_many(old) or is_many(new))


def _counts_differ(old: Draft, new: Draft) -> bool:
    """Whether the one speaks of more blows, or of other dead, than the other."""
    if old.number != new.number and ((old.number and new.number) or is_total(old) or is_total(new)):
        return True  # "five strikes near one town, two near another"; "520 strikes since May"
    if old.kind is new.kind and is_many(old) and is_one(new):
        return True  # "A series of strikes killed 20. A strike on Sunday hit a lorry."
    if new.definite or are_near(old, new):
        return False
    if toll_of(old) and toll_of(new) and toll_of(old) != toll_of(new):
        return True  # "A strike on a bus killed 10. Strikes on the east of the city killed 21."
    dead = dead_of(old), dead_of(new)
    told = bool(dead[0]) and bool(dead[1]) and dead[0].isdisjoint(dead[1])
    return told and is_one(new) and new.first.token.sentence >= _LEAD and not _is_lone(old, new)


def has_same_toll(old: Draft, new: Draft) -> bool:
    """Whether they tell the same number of dead, or the same numbers of dead and hurt, of attacks on no other day."""
    if not (old.real and new.real) or old.background != new.background or new.fresh or are_near(old, new):
        return False
    if old.kind not in VIOLENT or new.kind not in VIOLENT or not times_agree(old.when, new.when):
        return False
    shared = old.tolls & new.tolls
    here = old.kind is new.kind and at_one_place(old, new)
    if len(shared) > 1 or any(number >= _FEW or (here and number > 1) for _, number in shared):
        return True
    dead = dead_of(old), dead_of(new)  # "nine children and 14 others" are "23 people"
    return any(len(p) == 2 and sum(p) >= _TELLING and sum(p) in whole for p, whole in (dead, dead[::-1]))


def _points_back(old: Draft, new: Draft) -> bool:
    """Whether "the strike" or "Monday's strike" means the one strike told before it, as news of no narrow place."""
    token = new.first.token
    if new.first.verb or old.first.verb or token.is_plural() != old.first.token.is_plural():
        return False
    owners = [
        child.lower for child in token.children if child.rel in ("nmod:poss", "det", "compound") and child.i < token.i
    ]
    shown = any(word in ("the", "this", "that") or word.rstrip("s'’").endswith("day") for word in owners)
    return shown and is_event_word(old) and is_event_word(new)


def may_retell(old: Draft, new: Draft) -> bool:
    """Whether words that speak of something as new may mean the old: that of the lead, or what shares a fact with it.

    "A barrel bomb killed six" after "rebels shelled the town" is another happening.
    """
    plain = old.kind is new.kind or _GENERALS & {old.kind, new.kind}
    if old.kind is _K.OTHER and {singular(old.first.token), singular(new.first.token)} <= WARS:
        return True  # an article on a war speaks of one
    lead = old.first.token.sentence < _LEAD and bool(plain)
    return lead or not introduces(new) or are_near(old, new) or share(old, new)


def is_older(old: Draft, new: Draft, published: date | None) -> bool:
    """Whether the new has a date of days ago of its own, the old being undated news."""
    if old.when is not None or new.when is None or new.when.latest is None or published is None:
        return False
    return introduces(new) and not are_near(old, new) and new.when.latest < published - _NEWS
