"""Speeches of whole paragraphs, with their marks lost or never set, and words told to a court. Sentences are ours."""

from collections.abc import Callable

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.nlp import Parsed

Parse = Callable[..., Parsed]
SAID = "We welcome the truce. The people of the valley have waited for it."
MORE = "It is vital that all sides keep to it."


def told(parsed: Parsed) -> list[tuple[str, str, str]]:
    """(speaker, content, mode) of each statement."""
    text = parsed.document.text
    return [
        (
            " & ".join(span.of(text) for span in one.speaker),
            " … ".join(span.of(text) for span in one.content),
            one.mode.value,
        )
        for one in find_statements(parsed, find_cast(parsed), find_times(parsed))
    ]


SPEECHES = [
    (
        f"A truce began on Monday.\n\nMinister Amal Haddad said:\n\n{SAID}\n\n{MORE}",
        [("Minister Amal Haddad", SAID[:-1], "direct"), ("Minister Amal Haddad", MORE[:-1], "direct")],
        "set out behind a colon, a statement a paragraph",
    ),
    (
        f"A truce began on Monday.\n\nMinister Amal Haddad said:\n\n{SAID}\n\nNotes to editors: It began at noon.",
        [("Minister Amal Haddad", SAID[:-1], "direct")],
        "up to the notes",
    ),
    (
        "The mayor named the streets that were closed:\n\n- the street by the river\n- the street by the mill",
        [],
        "a list is no speech",
    ),
    (
        "“We will stay here until the end,” the mayor said.\n\nThe town was quiet.\n\n“Nobody will leave the town.”",
        [("the mayor", "We will stay here until the end", "direct"), ("", "Nobody will leave the town.", "direct")],
        "another paragraph between: who speaks is not told",
    ),
    (
        "The mayor said the town would hold.\n\n“Nobody will leave the town before the harvest.”",
        [
            ("The mayor", "the town would hold", "indirect"),
            ("The mayor", "Nobody will leave the town before the harvest.", "direct"),
        ],
        "a paragraph of quoted words alone",
    ),
    (
        "A farmer was shot as he stood by the gate, a court heard.",
        [("a court", "A farmer was shot as he stood by the gate", "indirect")],
        "told to a court",
    ),
    ("The patrol heard that the road was mined.", [], "others hear without anybody's telling it"),
    (
        "“We will stay until the work is done,” said Maj. Gen. Amal Haddad, the commander.",
        [("Maj. Gen. Amal Haddad", "We will stay until the work is done", "direct")],
        "a title cut short",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEECHES, ids=[row[2] for row in SPEECHES])
def test_speeches(parse: Parse, text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    assert told(parse(text)) == expected, why
