"""Which person belongs to which organisation."""

import pytest

from kg.extract.affiliations import find_affiliations
from kg.extract.cast import find_cast

CASES = [
    ("YPG spokesman Omar Haddad denied it.", [("Omar Haddad", "YPG", "spokesman")], "body before role"),
    ("Omar Haddad, a spokesman for the Red Cross, denied it.", [("Omar Haddad", "Red Cross", "spokesman")], "behind"),
    ("A spokesman for the Red Cross, Omar Haddad, denied it.", [("Omar Haddad", "Red Cross", "spokesman")], "before"),
    ("The BBC's Nadia Salim saw it.", [("Nadia Salim", "BBC", "reporter")], "employer of a reporter"),
    ("A commander with the YPG spoke.", [("A commander with the YPG", "YPG", "commander")], "an unnamed person"),
    ("Norwegian Foreign Minister Kari Berg left.", [("Kari Berg", "Norway", "foreign minister")], "of a state"),
    ("US Secretary of State Jan Berg left.", [("Jan Berg", "United States", "secretary")], "secretary of state"),
    ("The president of Kenya, Amos Kirui, left.", [("Amos Kirui", "Kenya", "president")], "president of a country"),
    ("Nadia Salim is a member of Hamas.", [("Nadia Salim", "Hamas", "member")], "said of her"),
    ("Omar Haddad left the Red Cross building.", [], "no role, no tie"),
    ("Commanders of the YPG spoke.", [], "several people are no person"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_affiliations(parse, text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    name = [referent.name for referent in cast.referents]
    found = [(name[a.person], name[a.organisation], a.role) for a in find_affiliations(parsed, cast)]
    assert found == expected, why


def test_evidence_covers_person_and_body(parse) -> None:
    parsed = parse("On Monday YPG spokesman Omar Haddad denied it.")
    (affiliation,) = find_affiliations(parsed, find_cast(parsed))
    assert parsed.words(affiliation.evidence) == "YPG spokesman Omar Haddad"
