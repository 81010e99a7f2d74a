"""Ties between two actors, and sentences that must give none."""

import pytest

from kg.extract.cast import find_cast
from kg.extract.ties import find_ties

CASES = [
    ("The YPG fought Islamic State.", [("YPG", "fights", "Islamic State")], "verb with object"),
    ("Clashes between Hamas and Fatah went on.", [("Hamas", "fights", "Fatah")], "between two sides"),
    ("The RSF launched an offensive against the SLA.", [("RSF", "fights", "SLA")], "offensive against"),
    ("Hezbollah and Hamas clashed on Monday.", [("Hezbollah", "fights", "Hamas")], "two sides, no object"),
    ("Norway-backed rebels left.", [("Norway", "supports", "Norway-backed rebels")], "backed with a hyphen"),
    ("Hezbollah, backed by Iran, left the hill.", [("Iran", "supports", "Hezbollah")], "backed by"),
    ("Russia supports the Wagner Group.", [("Russia", "supports", "Wagner Group")], "verb of support"),
    ("Nadia Salim told Reuters that she left.", [("Nadia Salim", "met_or_told", "Reuters")], "told"),
    ("Talks between Iran and Israel failed.", [("Iran", "met_or_told", "Israel")], "talks between"),
    ("Turkey launched strikes against YPG positions.", [("Turkey", "fights", "YPG")], "the positions of a side"),
    ("The RSF seized the town from the SLA.", [("RSF", "fights", "SLA")], "taken from a side"),
    ("Hamas was attacked by the Israeli army.", [("Israeli army", "fights", "Hamas")], "passive with agent"),
    ("The SDF, in which the YPG is the strongest part, left.", [("YPG", "part_of", "SDF")], "in which it is a part"),
    (
        "The Northern Front, of which the 92nd Brigade is a part, advanced.",
        [("92nd Brigade", "part_of", "Northern Front")],
        "of which it is a part",
    ),
    ("The 92nd Brigade, part of the Northern Front, left.", [("92nd Brigade", "part_of", "Northern Front")], "part of"),
    ("A mine killed militants, 162 troops of the Kenyan army and 47 farmers.", [], "a list is no apposition"),
    (
        "Kenyan troops and Tuareg rebels backed by Norway left.",
        [("Norway", "supports", "Tuareg rebels")],
        "the nearest of two is backed",
    ),
    ("The RSF seized the town from the air.", [], "from something that is no side"),
    ("The RSF takes orders from the SLA.", [], "no land is taken"),
    (
        "The YPG is committed to defeating Islamic State.",
        [("YPG", "fights", "Islamic State")],
        "what it is out for",
    ),
    (
        "The Norwegian army is helping the YPG to destroy Islamic State.",
        [("Norwegian army", "fights", "Islamic State"), ("YPG", "fights", "Islamic State")],
        "who helps and who is helped",
    ),
    (
        "The YPG is leading efforts in the campaign to defeat Islamic State.",
        [("YPG", "fights", "Islamic State")],
        "efforts in a campaign",
    ),
    (
        "Norway supported the YPG in the fight against Islamic State.",
        [("Norway", "supports", "YPG"), ("Norway", "fights", "Islamic State"), ("YPG", "fights", "Islamic State")],
        "the fight in which it is supported",
    ),
    (
        "Norway is backing the YPG in their fight against Islamic State.",
        [("Norway", "supports", "YPG"), ("YPG", "fights", "Islamic State")],
        "their own fight",
    ),
    (
        "Hamas and Fatah united against the Israeli army.",
        [("Hamas", "fights", "Israeli army"), ("Fatah", "fights", "Israeli army")],
        "against",
    ),
    (
        "Norway repeated its support for the YPG in the fight against Hamas.",
        [("YPG", "fights", "Hamas")],
        "support for it",
    ),
    ("The YPG drove Islamic State out of the town.", [("YPG", "fights", "Islamic State")], "driven out"),
    ("Islamic State was pushed out of Raqqa by the YPG.", [("YPG", "fights", "Islamic State")], "driven out, passive"),
    ("The YPG pushed Islamic State back.", [("YPG", "fights", "Islamic State")], "driven back"),
    ("The YPG pushed Islamic State to talk.", [], "urged, not driven"),
    ("The YPG killed 12 Islamic State fighters.", [("YPG", "fights", "Islamic State")], "fighters of a side killed"),
    ("The YPG hit Islamic State targets.", [("YPG", "fights", "Islamic State")], "targets of a side hit"),
    ("The YPG repelled an attack by Islamic State.", [("YPG", "fights", "Islamic State")], "an attack warded off"),
    ("Fighting broke out between Hamas and Fatah.", [("Hamas", "fights", "Fatah")], "between, behind the verb"),
    ("Ten YPG fighters died in clashes with Hamas.", [("YPG", "fights", "Hamas")], "fallen in clashes"),
    ("The YPG took a hill after hours of clashes with Hamas.", [("YPG", "fights", "Hamas")], "hours of clashes"),
    (
        "Norway sent jets to support the YPG against Islamic State.",
        [("YPG", "fights", "Islamic State")],
        "helped against somebody",
    ),
    ("US strikes against Islamic State went on.", [("United States", "fights", "Islamic State")], "whose strikes"),
    (
        "Hamas is committed to carrying out attacks against Israel.",
        [("Hamas", "fights", "Israel")],
        "out to attack",
    ),
    ("Hamas vowed not to carry out attacks against Israel.", [], "out for no attack"),
    ("The YPG failed to defeat Islamic State.", [], "failing is no aim"),
    ("Norway urged the YPG to fight Islamic State.", [], "only wished for"),
    ("The YPG did not fight Islamic State.", [], "negated"),
    ("The YPG would fight Islamic State.", [], "only imagined"),
    ("The YPG attacked civilians.", [], "civilians are no side"),
    ("Hamas and Fatah left the town.", [], "doing the same is no tie"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_ties(parse, text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    name = [referent.name for referent in cast.referents]
    assert [(name[t.subject], t.kind.value, name[t.object]) for t in find_ties(parsed, cast)] == expected, why
