"""Names in the title, the credits, the tags and the dateline are mentions, though no facts are read there."""

from hashlib import sha256

import pytest

from kg.extract.read import read
from kg.model import Block, BlockKind, Document, Reading, Span
from kg.nlp import Parser

PROSE = "Omar Haddad said that Hamas had left the town of Tula."


def read_with(parser: Parser, kind: BlockKind, words: str, *, dateline: str = "") -> Reading:
    """The reading of an article that starts with a piece of a kind."""
    text = f"{words}\n{PROSE}"
    blocks = (Block(kind, Span(0, len(words))), Block(BlockKind.PROSE, Span(len(words) + 1, len(text))))
    place = Span(0, len(dateline)) if dateline else None
    digest = sha256(text.encode()).hexdigest()
    document = Document(digest[:16], "test", text, None, None, None, None, None, place, blocks, digest)
    return read(next(parser.parse([document])))


def names_outside(reading: Reading) -> dict[str, str]:
    """The names outside the prose, with the name and the type of what they name."""
    end = reading.document.blocks[0].span.end
    text = reading.document.text
    found = (one for one in reading.mentions if one.span.end <= end and one.referent is not None)
    pairs = ((one.span.of(text), reading.referents[one.referent]) for one in found if one.referent is not None)
    return {words: f"{one.name}, {one.actor or one.place}" for words, one in pairs}


HAMAS = {"Hamas": "Hamas, ArmedGroup"}
KENYA = {"Kenya": "Kenya, country"}
CASES = [
    (BlockKind.TITLE, "Hamas Leaves Tula", HAMAS | {"Tula": "Tula, settlement"}, "as in the prose"),
    (BlockKind.TITLE, "Kenya says Hamas fled", HAMAS | {"Kenya": "Kenya, Government"}, "a country that acts"),
    (BlockKind.TITLE, "Boko Haram fled", {"Boko Haram": "Boko Haram, ArmedGroup"}, "known, not in the prose"),
    (BlockKind.TITLE, "Calm in Tula.", {"Tula": "Tula, settlement"}, "no full stop in a name"),
    (BlockKind.TITLE, "Calm in Kenya", KENYA, "a country as a place"),
    (BlockKind.TITLE, "Kenyan forces leave", {"Kenyan forces": "Kenyan army, Military"}, "the army of a people"),
    (BlockKind.TITLE, "Big Market Burns", {}, "words that nobody knows"),
    (BlockKind.BYLINE, "AFP Sunday", {"AFP": "Agence France-Presse, MediaOrganization"}, "an agency"),
    (BlockKind.BOILERPLATE, "--Reuters", {"Reuters": "Reuters, MediaOrganization"}, "an agency behind the text"),
    (BlockKind.BOILERPLATE, "Source: Hamas and agencies", HAMAS, "whom the prose names"),
    (BlockKind.BOILERPLATE, "Read more on Kenya", {}, "no place in credits"),
    (
        BlockKind.BOILERPLATE,
        "Follow us on Facebook and X, write to the Reuters desk and win the latest books for free",
        {},
        "advertising",
    ),
    (BlockKind.BOILERPLATE, "Tags Kenya Hamas ISIS", KENYA | HAMAS | {"ISIS": "Islamic State, ArmedGroup"}, "tags"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words", "expected", "why"), CASES)
def test_names_outside_the_prose(
    parser: Parser, kind: BlockKind, words: str, expected: dict[str, str], why: str
) -> None:
    assert names_outside(read_with(parser, kind, words)) == expected, why


def test_places_of_a_dateline(parser: Parser) -> None:
    reading = read_with(parser, BlockKind.DATELINE, "GOMA, Kenya (AP) - ", dateline="GOMA, Kenya")
    assert names_outside(reading) == {
        "GOMA": "Goma, settlement",
        "Kenya": "Kenya, country",
        "AP": "Associated Press, MediaOrganization",
    }


def test_indices_still_fit_with_names_outside(parser: Parser) -> None:
    reading = read_with(parser, BlockKind.TITLE, "Hamas Leaves Tula")
    assert [one.span.start for one in reading.mentions] == sorted(one.span.start for one in reading.mentions)
    for n, referent in enumerate(reading.referents):
        assert referent.mentions
        assert all(reading.mentions[m].referent == n for m in referent.mentions)
