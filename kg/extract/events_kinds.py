"""Which kinds of events the words for another may speak of."""

from typing import Final

from kg.model import EventKind
from kg.resources import read_table

_K = EventKind
BLASTS: Final = frozenset({_K.SUICIDE_BOMBING, _K.BOMBING, _K.LANDMINE})
FROM_AFAR: Final = frozenset(
    {_K.AIRSTRIKE, _K.DRONE_STRIKE, _K.SHELLING, _K.ROCKET_ATTACK, _K.CHEMICAL_ATTACK, _K.BOMBING}
)
_ON_GROUND: Final = frozenset({_K.ARMED_CLASH, _K.BATTLE, _K.ASSAULT, _K.COUNTERATTACK, _K.AMBUSH})
VIOLENT: Final = BLASTS | FROM_AFAR | _ON_GROUND | {_K.EXECUTION, _K.KILLING}
# whose words leave open what it was
OPEN: Final = frozenset({_K.ASSAULT, _K.KILLING, _K.BOMBING, _K.SHELLING, _K.OTHER})
# what a plain "the attack", "the strikes", "the bombing" may speak of
GENERAL: Final = {
    _K.ASSAULT: VIOLENT - {_K.EXECUTION, _K.ARMED_CLASH, _K.BATTLE},
    _K.BOMBING: BLASTS | FROM_AFAR,
    _K.AIRSTRIKE: frozenset({_K.BOMBING, _K.DRONE_STRIKE, _K.SHELLING, _K.CHEMICAL_ATTACK}),
    _K.SHELLING: frozenset({_K.ROCKET_ATTACK, _K.BOMBING, _K.AIRSTRIKE}),
    _K.KILLING: frozenset({_K.EXECUTION}),
}

WARS: Final = frozenset(read_table("event_words.toml")["background"]["wars"])
"""Nouns for a war or what drags on like one."""
