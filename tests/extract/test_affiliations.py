"""Which person belongs to which organisation."""

import pytest

from kg.extract.affiliations import find_affiliations
from kg.extract.cast import find_cast

CASES = [
    (
        "Pentagon press director Navy Capt. Jan Berg denied it.",
        [("Jan Berg", "Pentagon", "press director"), ("Jan Berg", "Navy", "Capt.")],
        "a post and a service",
    ),
    ("YPG spokesman Omar Haddad denied it.", [("Omar Haddad", "YPG", "spokesman")], "body before role"),
    ("Omar Haddad, a spokesman for the Red Cross, denied it.", [("Omar Haddad", "Red Cross", "spokesman")], "behind"),
    ("A spokesman for the Red Cross, Omar Haddad, denied it.", [("Omar Haddad", "Red Cross", "spokesman")], "before"),
    ("The BBC's Nadia Salim saw it.", [("Nadia Salim", "BBC", "reporter")], "employer of a reporter"),
    ("A commander with the YPG spoke.", [("A commander with the YPG", "YPG", "commander")], "an unnamed person"),
    ("Norwegian Foreign Minister Kari Berg left.", [("Kari Berg", "Norway", "foreign minister")], "of a state"),
    ("US Secretary of State Jan Berg left.", [("Jan Berg", "United States", "secretary")], "secretary of state"),
    ("The president of Kenya, Amos Kirui, left.", [("Amos Kirui", "Kenya", "president")], "president of a country"),
    ("Nadia Salim is a member of Hamas.", [("Nadia Salim", "Hamas", "member")], "said of her"),
    (
        "Omar Haddad, the coalition's spokesman, left.",
        [("Omar Haddad", "the coalition", "spokesman")],
        "bare coalition",
    ),
    ("They met the coalition's spokesman.", [], "nobody named"),
    (
        "Hamas fought the YPG near the camp. Its leader Omar Haddad left.",
        [("Omar Haddad", "Hamas", "leader")],
        "of the subject",
    ),
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


BEFORE_NAME = [
    ("The Red Cross said nine had died. Its head Omar Haddad left.", "Omar Haddad", "Red Cross", "head"),
    (
        "The head of operations in the Norwegian Army Colonel Jan Berg said that 200 men had left.",
        "Jan Berg",
        "Norwegian Army",
        "head",
    ),
    (
        "Director of Levant Institute for Peace (LIP) Omar Haddad left.",
        "Omar Haddad",
        "Levant Institute for Peace",
        "director",
    ),
    ("US Secretary of State Jan Berg left.", "Jan Berg", "United States", "secretary"),
    ("Russian Foreign Minister Ivan Petrov denied it.", "Ivan Petrov", "Russia", "foreign minister"),
    ("Norway's foreign minister, Kari Berg, left.", "Kari Berg", "Norway", "foreign minister"),
    ("British Prime Minister Theresa May left.", "Theresa May", "United Kingdom", "prime minister"),
    ("Hamas leader Omar Haddad left.", "Omar Haddad", "Hamas", "leader"),
    ("A Hamas spokesman, Omar Haddad, denied it.", "Omar Haddad", "Hamas", "spokesman"),
    ("The UN envoy to Syria, Jan Berg, left.", "Jan Berg", "UN", "envoy"),
    ("UN special envoy Jan Berg left.", "Jan Berg", "UN", "special envoy"),
    ("UN special envoy for Syria Jan Berg left.", "Jan Berg", "UN", "special envoy"),
    ("The acting chief of the Red Cross, Mr Jan Berg, left.", "Jan Berg", "Red Cross", "acting chief"),
    ("The head of Hamas, Omar Haddad, left.", "Omar Haddad", "Hamas", "head"),
    ("YPG fighter Omar Haddad saw it.", "Omar Haddad", "YPG", "fighter"),
    ("Reuters reporter Nadia Salim saw it.", "Nadia Salim", "Reuters", "reporter"),
    ("Syrian President Amos Kirui left.", "Amos Kirui", "Syria", "president"),
    ("Kenyan Ambassador Amos Kirui denied it.", "Amos Kirui", "Kenya", "ambassador"),
    ("Kenyan army chief General Amos Kirui left.", "Amos Kirui", "Kenyan army", "chief"),
    ("The Kenyan army's chief, General Amos Kirui, left.", "Amos Kirui", "Kenyan army", "chief"),
    ("Kremlin spokesman Igor Petrov denied it.", "Igor Petrov", "Russia", "spokesman"),
    ("State Department spokeswoman Kari Berg denied it.", "Kari Berg", "State Department", "spokeswoman"),
    ("Kabul police chief Amos Kirui left.", "Amos Kirui", "Kabul police", "chief"),
    ("Hezbollah's Omar Haddad denied it.", "Omar Haddad", "Hezbollah", ""),
    ("The UN's Nadia Salim denied it.", "Nadia Salim", "UN", ""),
    ("Frances President Kari Berg left.", "Kari Berg", "France", "president"),
    ("UN Syria envoy Jan Berg left.", "Jan Berg", "UN", "envoy"),
    ("Navy Capt. Jan Berg denied it.", "Jan Berg", "Navy", "Capt."),
    ("Army Lt. Gen. Jan Berg denied it.", "Jan Berg", "Army", "Lt. Gen."),
    ("The raid hit a post of Hamas killing the groups leader Omar Haddad.", "Omar Haddad", "Hamas", "leader"),
    ("Hamas mourned its leader Omar Haddad.", "Omar Haddad", "Hamas", "leader"),
    (
        "Defense Secretary Jan Berg met officials of the State Department and the Pentagon.",
        "Jan Berg",
        "Pentagon",
        "defense secretary",
    ),
    ("The Red Cross stopped its work in Goma, said spokesman Jan Berg.", "Jan Berg", "Red Cross", "spokesman"),
]

BEHIND_NAME = [
    ("Omar Haddad, an SDF spokesman, denied it.", "Omar Haddad", "SDF", "spokesman"),
    ("Omar Haddad, the SDF's chief spokesman, denied it.", "Omar Haddad", "SDF", "chief spokesman"),
    (
        "Colonel Jan Berg, a spokesman for Operation Northern Shield, denied it.",
        "Jan Berg",
        "Operation Northern Shield",
        "spokesman",
    ),
    ("Amos Kirui, director of the White Helmets, said 12 people died.", "Amos Kirui", "White Helmets", "director"),
    ("Omar Haddad the head of the Red Cross said 12 people died.", "Omar Haddad", "Red Cross", "head"),
    ("Omar Haddad, a 24-year-old fighter with the YPG, saw it.", "Omar Haddad", "YPG", "fighter"),
    ("Nadia Salim, a reporter for Reuters, saw it.", "Nadia Salim", "Reuters", "reporter"),
    ("Nadia Salim, a correspondent with Al Jazeera, saw it.", "Nadia Salim", "Al Jazeera", "correspondent"),
    ("Amos Kirui, commander of the Kenyan army, left.", "Amos Kirui", "Kenyan army", "commander"),
    ("Amos Kirui, Kenya's ambassador to the United Nations, denied it.", "Amos Kirui", "Kenya", "ambassador"),
    ("General Jan Berg, the top US commander in Iraq, left.", "Jan Berg", "United States", "commander"),
    ("Nadia Salim, spokeswoman of the ICRC, left.", "Nadia Salim", "ICRC", "spokeswoman"),
    ("Omar Haddad, one of the founders of Boko Haram, was killed.", "Omar Haddad", "Boko Haram", "founder"),
    ("Nadia Salim of the Red Cross said the town was calm.", "Nadia Salim", "Red Cross", ""),
    (
        "Nadia Salim, a member of the executive committee of the Red Cross, left.",
        "Nadia Salim",
        "Red Cross",
        "member",
    ),
    ("Nadia Salim, of Human Rights Watch, said the town was calm.", "Nadia Salim", "Human Rights Watch", ""),
    ("Nadia Salim from Amnesty International said it was calm.", "Nadia Salim", "Amnesty International", ""),
    ("Omar Haddad, formerly of Hamas, left.", "Omar Haddad", "Hamas", ""),
    ("Jan Berg of the Norwegian army left.", "Jan Berg", "Norwegian army", ""),
]

BY_CLAUSE = [
    ("Jan Berg was assigned to the 92nd Brigade.", "Jan Berg", "92nd Brigade", None),
    ("Nadia Salim, who works for the Red Cross, said it was calm.", "Nadia Salim", "Red Cross", None),
    ("Amos Kirui, who heads the Red Crescent, said it was calm.", "Amos Kirui", "Red Crescent", "head"),
    ("Amos Kirui, who commands the 92nd Brigade, said it was calm.", "Amos Kirui", "92nd Brigade", "commander"),
    ("Jan Berg, who has led Hamas since May, left.", "Jan Berg", "Hamas", "leader"),
    ("Omar Haddad founded Boko Haram in 2002.", "Omar Haddad", "Boko Haram", "founder"),
    ("Omar Haddad joined Hamas in 2012.", "Omar Haddad", "Hamas", "member"),
    ("Omar Haddad leads Hamas.", "Omar Haddad", "Hamas", "leader"),
    ("Omar Haddad is the spokesman of the SDF.", "Omar Haddad", "SDF", "spokesman"),
    ("Omar Haddad, who was a member of Hamas, was killed.", "Omar Haddad", "Hamas", "member"),
    ("Omar Haddad was appointed commander of the 92nd Brigade.", "Omar Haddad", "92nd Brigade", "commander"),
    ("Omar Haddad serves as spokesman for the SDF.", "Omar Haddad", "SDF", "spokesman"),
]


@pytest.mark.parametrize(("text", "person", "body", "role"), [*BEFORE_NAME, *BEHIND_NAME, *BY_CLAUSE])
def test_one_affiliation(parse, text: str, person: str, body: str, role: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    (found,) = find_affiliations(parsed, cast)
    assert (cast.referents[found.person].name, cast.referents[found.organisation].name) == (person, body)
    assert found.role == (role or None), "no role told is None: the graph then has no triple for it"


NONE = [
    ("Omar Haddad told Reuters the town was calm.", "telling a paper is no office"),
    ("Red Cross officials denied it.", "several people"),
    ("A police officer left.", "a body that says nothing"),
    ("The SDF attacked Omar Haddad.", "done to him"),
    ("Omar Haddad met Hamas officials.", "met them"),
    ("Jan Berg led troops into the town.", "once"),
    ("Jan Berg led the attack on the base.", "no body"),
    ("Jan Berg would lead Hamas.", "not yet"),
    ("Jan Berg of Norway left.", "a country of birth"),
    ("In Kenya's capital, Amos Kirui left.", "a place"),
    ("The toll was confirmed to a Reuters correspondent.", "who only is told"),
    ("Media activist Omar Haddad saw it.", "what he reports on"),
    ("Speaking to Reuters medic Omar Haddad said the town was calm.", "a paper that is told"),
    ("A source in the province the rebels held left.", "another noun"),
    ("Militants killed the group's rival. The council lost one of their activists.", "two bodies to choose from"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_no_affiliation(parse, text: str, why: str) -> None:
    parsed = parse(text)
    assert find_affiliations(parsed, find_cast(parsed)) == (), why


def test_a_second_role_is_of_the_same_person(parse) -> None:
    parsed = parse("Omar Haddad, leader of the Nusra Front and a former member of Hamas, was killed.")
    cast = find_cast(parsed)
    found = [
        (cast.referents[a.person].name, cast.referents[a.organisation].name) for a in find_affiliations(parsed, cast)
    ]
    assert found == [("Omar Haddad", "Nusra Front"), ("Omar Haddad", "Hamas")]


def test_evidence_covers_person_and_body(parse) -> None:
    parsed = parse("On Monday YPG spokesman Omar Haddad denied it.")
    (affiliation,) = find_affiliations(parsed, find_cast(parsed))
    assert parsed.words(affiliation.evidence) == "YPG spokesman Omar Haddad"
