"""Who does it and who suffers it."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import Role


@pytest.fixture
def parts_of(parse):
    """The agents and the targets of the first event of a text, by name."""

    def read(text):
        parsed = parse(text, published=date(2019, 3, 13))
        cast = find_cast(parsed)
        event = find_events(parsed, cast, find_times(parsed))[0]
        return tuple(
            sorted(cast.referents[part.referent].name for part in event.participants if part.role is role)
            for role in (Role.AGENT, Role.TARGET)
        )

    return read


CASES = [
    # text, agents, targets, why
    ("Nine people had been killed in rebel shelling of a market.", ["rebel"], ["people"], "victims are no agents"),
    ("Russian and Iranian forces took Tula.", ["Iranian army", "Russian Armed Forces"], [], "two armies, one noun"),
    ("Syrian and Russian jets bombed Tula.", ["Russia", "Syria"], [], "jets of two states"),
    ("Islamic State fighters staged a counterattack.", ["Islamic State"], [], "those who staged it"),
    ("Two boys died in army shelling on the port of Aden.", ["army"], ["boys"], "those who died are targets"),
    ("The air strikes of the US-led coalition hit a bridge.", ["US-led coalition"], [], "'of' names who strikes"),
    ("The killing of Hamas fighters angered many.", [], ["Hamas"], "'of' names who is killed"),
    ("Al-Shabaab captured the Hamas-held town of Rafah.", ["Al-Shabaab"], ["Hamas"], "who held it"),
    ("Al-Shabaab fighters stormed the Hamas stronghold of Rafah.", ["Al-Shabaab"], ["Hamas"], "whose stronghold it is"),
    ("A hospital stands in the Hamas-held town of Rafah, where a bomb exploded.", [], [], "nobody fights for it"),
    ("Nine people died in a raid by Hamas.", ["Hamas"], None, "'by' names who does it"),
    ("Nine people were killed in strikes by Hamas.", ["Hamas"], None, "so it does far from its noun"),
    ("Civilians died in the shelling of Homs.", [], None, "who suffers it does not do it"),
    ("Hamas is checking whether its air strikes killed civilians.", ["Hamas"], ["civilians"], "whose strikes they are"),
    ("Hamas said it had shelled a village, killing six civilians.", ["Hamas"], ["civilians"], "who 'it' is"),
    (
        "In their push towards Aden, the rebels captured two villages.",
        ["the rebels"],
        [],
        "whom 'their' looks ahead to",
    ),
    ("Two boys were killed when Hamas fighters shelled a market.", ["Hamas"], ["boys"], "those killed by it"),
    (
        "The bombardment from army positions killed two boys.",
        ["army"],
        ["boys"],
        "where the shells come from is whose they are",
    ),
    ("Six civilians were killed in rebel fire on Aden.", ["rebel"], ["civilians"], "a word of the trigger"),
    ("Hamas shelled a convoy of soldiers.", ["Hamas"], ["soldiers"], "whose convoy it is"),
    ("Hamas is involved in an offensive against Fatah.", ["Hamas"], ["Fatah"], "who has a part in it"),
    ("The army carried out raids using jets against Hamas targets.", ["The army"], ["Hamas"], "behind the means"),
]


@pytest.mark.parametrize(("text", "agents", "targets", "why"), CASES, ids=[case[0] for case in CASES])
def test_agents_do_it_and_targets_suffer_it(parts_of, text, agents, targets, why):
    found = parts_of(text)
    if agents is not None:
        assert found[0] == agents, why
    if targets is not None:
        assert found[1] == targets, why


def test_the_parts_of_a_count_are_by_and_against_whom_the_whole_is(parse):
    text = "The army conducted nine strikes against Hamas in Yemen.\nNear Aden, two strikes destroyed a bridge."
    parsed = parse(text)
    cast = find_cast(parsed)
    whole, part = find_events(parsed, cast, find_times(parsed))
    assert [(each.referent, each.role) for each in part.participants] == [
        (each.referent, each.role) for each in whole.participants
    ]
    assert {each.rule for each in part.participants} == {"participants.of-total"}


def test_a_part_with_an_agent_of_its_own_is_by_nobody_else(parse):
    text = "The army conducted nine strikes in Yemen.\nNear Aden, two strikes by Hamas destroyed a bridge."
    parsed = parse(text)
    cast = find_cast(parsed)
    part = find_events(parsed, cast, find_times(parsed))[-1]
    assert [cast.referents[each.referent].name for each in part.participants] == ["Hamas"]
