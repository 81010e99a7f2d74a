"""Speakers mended, and things that speak no word. Sentences are ours."""

from collections.abc import Callable

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.nlp import Parsed

Parse = Callable[..., Parsed]

# the text, the words for the speakers, why
SPEAKERS = [
    ("Nine soldiers died on the road an organisation that monitors the war said.", ["an organisation"], "its clause"),
    (
        "The raid lasted until dawn on Thursday Jordanian state television reported.",
        ["Jordanian state television"],
        "a day",
    ),
    (
        "Fighting in Goma A military source said that the army had retaken two villages.",
        ["A military source"],
        "a heading without its full stop",
    ),
    (
        "The town was shelled on Friday with the Peace Monitor saying two people had died.",
        ["the Peace Monitor"],
        "with",
    ),
    (
        "The Local Coordination Committees another activist group says the airstrikes killed nine people.",
        ["The Local Coordination Committees"],
        "another name for the same, its comma lost",
    ),
    ("Two men were killed in the market of Goma village witnesses said.", ["witnesses"], "a part of the place before"),
    (
        "The attack on Monday killed at least 80 people in Goma rights groups said.",
        ["rights groups"],
        "what tells the kind of a bare noun goes with it",
    ),
    (
        "Meanwhile in Goma reports emerged that a deal had been reached between the army and rebels.",
        ["reports"],
        "the place before is no part of it",
    ),
    (
        "The deputy ambassador Omar Haddad cast doubt on the findings saying the inspectors had not visited the town.",
        ["The deputy ambassador Omar Haddad", "The deputy ambassador Omar Haddad"],
        "findings that are doubted say nothing: he doubts them and says why",
    ),
    (
        "The aid group which says that 350 people are missing has an office in the town.",
        ["The aid group", "which"],
        "the noun before which",
    ),
    ("The shells that fell said nothing of it.", [], "a shell tells nothing"),
    ("One of the guards said the gate was shut.", ["One of the guards"], "one of those who can speak"),
]


@pytest.mark.parametrize(("text", "speakers", "why"), SPEAKERS, ids=[row[2] for row in SPEAKERS])
def test_only_who_can_speak_speaks(parse: Parse, text: str, speakers: list[str], why: str) -> None:
    parsed = parse(text)
    found = find_statements(parsed, find_cast(parsed), find_times(parsed))
    assert [span.of(text) for each in found for span in each.speaker] == speakers, why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Red Cross director Omar Haddad said nine people had died.", "Omar Haddad"),
        ("Vice president of the Red Cross Omar Haddad said nine people had died.", "Omar Haddad"),
        ("Nine people had died, according to UN figures.", "UN"),
        ("A journalist was shot dead near the station state-run news agency SANA said.", "SANA"),
        ("Speaking to the BBC Omar Haddad said the hospital was hit.", "Omar Haddad"),
    ],
)
def test_the_name_beside_a_role_speaks(parse: Parse, text: str, name: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    (statement,) = find_statements(parsed, cast, find_times(parsed))
    assert statement.speaker_referent is not None
    assert cast.referents[statement.speaker_referent].name == name
