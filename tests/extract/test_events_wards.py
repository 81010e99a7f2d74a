"""Who repels an attack is its target."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import Role

CASES = [
    # text, targets of the first event, why
    ("Al-Shabaab launched a raid on Monday. Hamas said that it had repelled the fighters.", ["Hamas"], "it says so"),
    ("Al-Shabaab launched a raid on Monday. Hamas repelled it.", ["Hamas"], "told outright"),
    ("Al-Shabaab launched a raid on Monday. Hamas did not repel it.", [], "it did not"),
    ("Al-Shabaab launched a raid on Monday. It rained. Hamas repelled another.", [], "told too far off"),
]


@pytest.mark.parametrize(("text", "targets", "why"), CASES, ids=[case[-1] for case in CASES])
def test_who_repels_an_attack_is_its_target(parse, text, targets, why):
    parsed = parse(text, published=date(2019, 3, 13))
    cast = find_cast(parsed)
    event = find_events(parsed, cast, find_times(parsed))[0]
    found = [cast.referents[part.referent].name for part in event.participants if part.role is Role.TARGET]
    assert found == targets, why
