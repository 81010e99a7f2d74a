"""Who and where an article speaks of: sentences of our own, expected values written by hand."""

import pytest

from kg.extract.cast import Cast, find_cast
from kg.extract.chains import uncounted
from kg.model import ActorType, MentionForm, MentionType, PlaceKind, Referent
from kg.nlp import Parsed


def referent_of(parsed: Parsed, cast: Cast, words: str) -> Referent | None:
    """The referent of the first mention with exactly these words."""
    for mention in cast.mentions:
        if parsed.words(mention.span) == words:
            return None if mention.referent is None else cast.referents[mention.referent]
    return None


ACTORS = [
    ("The Red Cross sent medicine to Aden.", "Red Cross", ActorType.MONITOR, "listed aid body"),
    (
        "The so-called Islamic State of Iraq and Syria left.",
        "Islamic State of Iraq and Syria",
        ActorType.ARMED_GROUP,
        "a word that is no part of the name",
    ),
    (
        "Fighters of the 92nd Brigade left the hill.",
        "92nd Brigade",
        ActorType.ARMED_GROUP,
        "a noun for a body at the end",
    ),
    (
        "Members of Jaish al-Nour left the hill on Monday.",
        "Jaish al-Nour",
        ActorType.ARMED_GROUP,
        "an Arabic group start",
    ),
    (
        "General Omar Haddad denied the report.",
        "Omar Haddad",
        ActorType.PERSON,
        "title before a name; the title is outside",
    ),
    ("Moscow denied the report on Friday.", "Moscow", ActorType.GOVERNMENT, "a capital that denies is a government"),
    ("Troops fired on civilians.", "civilians", ActorType.CIVILIANS, "a bare plural"),
    ("Rebel forces shelled the port.", "Rebel forces", ActorType.ARMED_GROUP, "forces of rebels are no army"),
    ("Government forces shelled the port.", "Government forces", ActorType.MILITARY, "forces of a government are"),
    ("Vitaliy, a soldier, denied it.", "Vitaliy", ActorType.PERSON, "a first name with who he is"),
    ("Omar Maute, one of the founders, was killed.", "Omar Maute", ActorType.PERSON, "a given name"),
    ("Energy director Helen Lake denied it.", "Helen Lake", ActorType.PERSON, "a surname that names water"),
    ("A doctor treated the wounded.", "A doctor", ActorType.PERSON, "one person by profession"),
    (
        "The Norwegian Ministry of Health sent aid.",
        "Norwegian Ministry of Health",
        ActorType.GOVERNMENT,
        "body with of",
    ),
]


@pytest.mark.parametrize(("text", "words", "actor", "why"), ACTORS)
def test_actor_types(parse, text: str, words: str, actor: ActorType, why: str) -> None:
    parsed = parse(text)
    referent = referent_of(parsed, find_cast(parsed), words)
    assert referent is not None, why
    assert referent.actor is actor, why


PLACES = [
    ("Shells hit the village of Tel Aran on Monday.", "Tel Aran", PlaceKind.SETTLEMENT, (), "the village of"),
    ("Shells hit the al-Nouri mosque.", "al-Nouri mosque", PlaceKind.FACILITY, (), "a mosque with a person's name"),
    ("They shelled Kora and other towns.", "Kora", PlaceKind.SETTLEMENT, (), "and other towns"),
    ("They shelled Kora and Saif al-Dawla villages.", "Kora", PlaceKind.SETTLEMENT, (), "names that share a noun"),
    ("Syrias Tula was quiet.", "Tula", PlaceKind.SETTLEMENT, (), "a country before it, the apostrophe lost"),
    ("They held the Kora corridor.", "Kora corridor", PlaceKind.REGION, (), "a corridor"),
    ("They attacked Goma, a soldier said.", "Goma", PlaceKind.SETTLEMENT, (), "the soldier says it, Goma is none"),
    ("Fighting raged in Homs Hama and Idlib.", "Hama", PlaceKind.SETTLEMENT, (), "towns that lost a comma"),
    ("Rebels hold Homs and Idlib provinces.", "Idlib", PlaceKind.REGION, (), "a noun that two names share"),
    ("Rockets hit Camp Tula.", "Camp Tula", PlaceKind.FACILITY, (), "a camp whose noun stands before"),
    ("They fled Ein Tarma and Zamalka.", "Ein Tarma", PlaceKind.SETTLEMENT, (), "a town of the lists"),
    ("They shelled the Zumar district of Hasakeh.", "Hasakeh", PlaceKind.SETTLEMENT, (), "the town of a district"),
    ("Jets struck West Aleppo.", "West Aleppo", PlaceKind.DISTRICT, (), "half a city"),
    ("Shells hit the Tula neighbourhood.", "Tula", PlaceKind.DISTRICT, (), "a quarter"),
    ("Shells hit the Zumar quarter of Kora.", "Zumar", PlaceKind.DISTRICT, ("Kora",), "a quarter of a town"),
    ("Shells hit the Zumar quarter of Kora.", "Kora", PlaceKind.SETTLEMENT, (), "the town of the quarter"),
    ("Shells hit the Tula and Kora neighbourhoods.", "Kora", PlaceKind.DISTRICT, (), "quarters that share a noun"),
    ("They swam in the Helen Lake.", "Helen Lake", PlaceKind.RIVER, (), "a lake with a given name"),
    ("Jets struck rebel-held Zumar.", "Zumar", PlaceKind.SETTLEMENT, (), "what is held is a place"),
    ("A Zumar-based teacher denied it.", "Zumar", PlaceKind.SETTLEMENT, (), "where somebody is based is a place"),
    ("They fled to Helmand on foot.", "Helmand", PlaceKind.REGION, (), "a province whose name no town has"),
    ("The road to the border with Kenya is closed.", "Kenya", PlaceKind.COUNTRY, (), "a border is with no government"),
    ("They met in Goma, Congo.", "Goma", PlaceKind.SETTLEMENT, ("Congo",), "comma and country"),
    ("They fled to Kassala province.", "Kassala province", PlaceKind.REGION, (), "a province is not its town"),
    ("Fighting went on in northern Yemen.", "northern Yemen", PlaceKind.REGION, (), "a part of a country"),
    ("Troops massed at the Kenyan border.", "Kenyan border", PlaceKind.BORDER, (), "the border of a people"),
    ("The talks in Russia ended.", "Russia", PlaceKind.COUNTRY, (), "a country where something is"),
    ("A convoy crossed the Euphrates.", "Euphrates", PlaceKind.RIVER, (), "a listed river"),
    ("A convoy crossed the Tigris River.", "Tigris River", PlaceKind.RIVER, (), "a listed river with its noun"),
    ("Fighting went on in Damascus Province.", "Damascus Province", PlaceKind.REGION, (), "a province, not its town"),
    ("Shells hit Kabul Airport on Monday.", "Kabul Airport", PlaceKind.FACILITY, (), "an airport, not its town"),
]


@pytest.mark.parametrize(("text", "words", "place", "within", "why"), PLACES)
def test_places(parse, text: str, words: str, place: PlaceKind, within: tuple[str, ...], why: str) -> None:
    parsed = parse(text)
    referent = referent_of(parsed, find_cast(parsed), words)
    assert referent is not None, why
    assert (referent.actor, referent.place, referent.within) == (None, place, within), why


NAMES = [
    ("A strike killed more than 20,000 civilians.", "more than 20,000 civilians", "civilians", "no number in a name"),
    ("A mine killed 13 American soldiers.", "13 American soldiers", "American soldiers", "nor of soldiers"),
    ("A mine killed an SDF official.", "an SDF official", "an SDF official", "an article is no number"),
    ("ISIS and Kurdish forces met.", "Kurdish forces", "Kurdish forces", "cut behind a name"),
    ("A strike killed them eight children.", "eight children", "children", "cut behind a pronoun"),
    ("Commander Abu Omar Haddad left.", "Abu Omar Haddad", "Abu Omar Haddad", "a byname, though Abu is a town"),
    (
        "The Nusra Front Western-backed rebels took it on Monday.",
        "Western-backed rebels",
        "Western-backed rebels",
        "another's name",
    ),
    ("On Tuesday regime shelling hit the port.", "regime", "regime", "a day is no part of it"),
    (
        "Some soldiers left. Then Russian and Syrian forces met.",
        "Some soldiers",
        "soldiers",
        "what comes far behind it",
    ),
    ("For their part rebels left.", "rebels", "rebels", "cut behind 'for their part'"),
    ("After peace talks Civilians left.", "Civilians", "Civilians", "a headline glued to a sentence"),
    ("The governor of Homs Omar Haddad left.", "Omar Haddad", "Omar Haddad", "a town glued to a name"),
]


@pytest.mark.parametrize(("text", "words", "name", "why"), NAMES)
def test_names_of_referents(parse, text: str, words: str, name: str, why: str) -> None:
    parsed = parse(text)
    referent = referent_of(parsed, find_cast(parsed), words)
    assert referent is not None, why
    assert referent.name == name, why


NO_ACTORS = [
    ("Justice was done.", "a title alone is no name"),
    ("How many militants died was unclear.", "a question is nobody"),
    ("My brother was at a wedding party.", "whose brother is not told, and a party is no party"),
    ("Shells hit the al-Nouri mosque.", "a mosque with the name of a person"),
    ("On Monday the Caliphate was far away.", "a weekday and a notion are nobody"),
    ("Heavy Shelling Hits Three Towns Near Northern Front Line", "a headline names nobody"),
    ("Hundreds fled in March.", "a month is nobody"),
    ("The shot hit him in the head.", "a head without a body it leads is no person"),
]


@pytest.mark.parametrize(("text", "why"), NO_ACTORS)
def test_no_named_actor_from_common_words(parse, text: str, why: str) -> None:
    cast = find_cast(parse(text))
    assert [referent.name for referent in cast.referents if referent.actor is not None] == [], why


SAME = [
    (
        "They shelled the town of Kora near Goma. The town fell.",
        "Kora",
        "The town",
        True,
        "called a town, though not the nearest",
    ),
    (
        "They shelled Goma near the town of Kora. The city fell.",
        "Goma",
        "The city",
        True,
        "no town is called a city where another fits",
    ),
    (
        "Damascus denied it. Syria was quiet. The regime wept.",
        "Damascus",
        "The regime",
        True,
        "the government of this country",
    ),
    (
        "Ankara denied it. Syria was quiet, Syria wept. The regime fell.",
        "Ankara",
        "The regime",
        False,
        "that of another",
    ),
    (
        "Boko Haram fought off Hamas. The group wept.",
        "Boko Haram",
        "The group",
        True,
        "the subject before, not the nearest",
    ),
    (
        "Rami Haddad, a spokesman for Hamas, met IS men. He said his fighters won.",
        "Hamas",
        "his fighters",
        True,
        "whose spokesman he is",
    ),
    ("Hamas commander Rami Haddad said his forces won.", "Hamas", "his forces", True, "whose commander he is"),
    ("Rami Haddad fought Hamas. His forces won.", "Hamas", "His forces", False, "no role of his is told"),
    ("They say rebels left Homs. Rebels denied it.", "rebels", "Rebels", True, "a capital changes nothing"),
    (
        "They say rebels left Homs. Syrian rebels denied it in Syria.",
        "rebels",
        "Syrian rebels",
        True,
        "the rebels of this country",
    ),
    (
        "Syria says rebels left Homs. Libyan rebels denied it in Syria.",
        "rebels",
        "Libyan rebels",
        False,
        "those of another",
    ),
    (
        "The Yemen Observatory for Peace counted it. A war monitor wept.",
        "Yemen Observatory for Peace",
        "A war monitor",
        True,
        "the one monitor",
    ),
    (
        "The Yemen Observatory for Peace counted it. An election monitor wept.",
        "Yemen Observatory for Peace",
        "An election monitor",
        False,
        "a monitor of another kind",
    ),
    ("Oxfam left. The aid group wept.", "Oxfam", "The aid group", True, "the one aid body"),
    ("Oxfam and UNICEF left. The aid group wept.", "Oxfam", "The aid group", False, "two aid bodies"),
    (
        "Boko Haram fled. The jihadist group denied it.",
        "Boko Haram",
        "The jihadist group",
        True,
        "the one group of this creed",
    ),
    ("They shelled the village of Kora. They took the village.", "Kora", "the village", True, "the same noun"),
    ("They shelled Kora village near Goma. They took the village.", "Kora", "the village", True, "Goma is a city"),
    ("They shelled Kora village near Goma. They took the city.", "Goma", "the city", True, "Kora is called a village"),
    ("The Free Voice Union (FVU) met. The FVU agreed.", "Free Voice Union", "FVU", True, "acronym in brackets"),
    ("ISIS fled. Daesh had held the town.", "ISIS", "Daesh", True, "listed aliases"),
    ("Colonel Jan Berg arrived. Berg denied it.", "Jan Berg", "Berg", True, "surname after full name"),
    ("The 92nd Brigade left. The 93rd Brigade stayed.", "92nd Brigade", "93rd Brigade", False, "another number"),
    ("The YPG left. They met the YPG rebel group.", "YPG", "the YPG rebel group", True, "what kind of group it is"),
    (
        "The Syrian army took the town. Army units have hunted down rebels.",
        "Syrian army",
        "Army units",
        True,
        "its units",
    ),
    ("A commander spoke. Another commander agreed.", "A commander", "Another commander", False, "another is another"),
    ("A commander spoke. The commander agreed.", "A commander", "The commander", True, "the same noun, definite"),
    ("Hezbollah denied it. The group blamed Israel.", "Hezbollah", "The group", True, "the group"),
    ("The YPG left. The YPG militia had held it.", "YPG", "The YPG militia", True, "name and noun"),
    ("They held the Kora corridor. Kora burned.", "Kora corridor", "Kora", True, "a corridor without its noun"),
    ("Syrias regime denied it. The regime wept.", "Syrias regime", "The regime", True, "an apostrophe lost"),
    ("They met Nadia Salim. The town fell to Salim.", "Nadia Salim", "Salim", True, "a surname, no town"),
    (
        "The Yemen Observatory for Peace counted it. The Yemen Observatory for Peace monitor wept.",
        "Yemen Observatory for Peace",
        "Yemen Observatory for Peace monitor",
        True,
        "what it is stands behind its name",
    ),
    ("They left Kassala province. Kassala burned.", "Kassala province", "Kassala", False, "a province is not its town"),
    ("The US army left. Syria burned. The army denied it.", "US army", "The army", False, "the army at home"),
    (
        "IS left. Al-Qaeda ate. The jihadists slept.",
        "Al-Qaeda",
        "The jihadists",
        False,
        "the nearest of two is a guess",
    ),
    (
        "The Syrian regime left. Strikes by regime jets went on.",
        "Syrian regime",
        "regime",
        True,
        "bare before its jets",
    ),
    (
        "Tula province burned near Kora district. They left the province.",
        "Tula province",
        "the province",
        True,
        "named so",
    ),
    ("IS and Hamas the alliance left.", "IS", "the alliance", False, "another name stands between"),
    ("Gen. Joseph Votel left. Votel said so.", "Joseph Votel", "Votel", True, "a surname taken for a noun"),
    ("Anas Salim, who is 24, ran. Anas said so.", "Anas Salim", "Anas", True, "a given name alone"),
    ("The SDF left. US-backed Syrian forces ate.", "SDF", "US-backed Syrian forces", True, "described, no article"),
    ("A spokeswoman, Nadia Salim, denied it.", "A spokeswoman", "Nadia Salim", True, "apposition"),
    ("Shells hit Goma. People left the city.", "Goma", "the city", True, "the city for the town named before"),
    ("Nadia Salim spoke on Monday. She denied it.", "Nadia Salim", "She", True, "pronoun for the subject before"),
    (
        "The Syrian Democratic Forces advanced. The Kurdish-led forces took a hill.",
        "Syrian Democratic Forces",
        "The Kurdish-led forces",
        True,
        "a description, as the article names them",
    ),
    ("SDF spokesman Rezan Haji left. Haji denied it.", "Rezan Haji", "Haji", True, "a title that is a surname"),
    ("Karim, a former interpreter, said it was calm.", "Karim", "a former interpreter", True, "a name and who it is"),
    ("A fighter who gave his name as Shivan said it was calm.", "A fighter", "Shivan", True, "a name that was given"),
    ("Rebels left Goma. Jets struck rebel-held Sake.", "Rebels", "rebel", True, "who holds a place"),
    ("Russia denied it. They died in Russian and Syrian airstrikes.", "Russia", "Russian", True, "jets of two states"),
    ("The US-led coalition met. Coalition jets hit Hama.", "US-led coalition", "Coalition", True, "a side's jets"),
    ("The US-led coalition met. Coalition forces left.", "US-led coalition", "Coalition forces", True, "its forces"),
    (
        "The US-backed Free Herders Front left. The US-backed force denied it.",
        "Free Herders Front",
        "The US-backed force",
        True,
        "the same modifier",
    ),
    ("The Sudanese army left. The army denied it.", "Sudanese army", "The army", True, "the only army"),
    ("Philippine troops left. The military denied it.", "Philippine troops", "The military", True, "troops of a state"),
    ("The Syrian army left. Government forces rested.", "Syrian army", "Government forces", True, "one army"),
    ("Boko Haram left. IS stayed. Snow fell. Rain fell. The jihadists ate.", "IS", "The jihadists", False, "two fit"),
    ("Snow fell. The jihadists fled. Then IS left the town.", "IS", "The jihadists", True, "the only one, named later"),
    (
        "Rami Haddad, head of the Red Cross, left. The head of the British-based group denied it.",
        "Rami Haddad",
        "The head of the British-based group",
        True,
        "the same role",
    ),
    (
        "Rami Haddad, head of the Red Cross, left. The head of Hamas denied it.",
        "Rami Haddad",
        "The head of Hamas",
        False,
        "the same role in another body",
    ),
    (
        "Both brothers left. The Kurdish-led forces took a hill. IS fled.",
        "The Kurdish-led forces",
        "IS",
        False,
        "a description alone names nobody",
    ),
    (
        "President Hafez al-Assad died. Bashar al-Assad followed.",
        "Hafez al-Assad",
        "Bashar al-Assad",
        False,
        "another of the family",
    ),
    ("Abu Omar al-Tuli died. Abu Omar led a cell.", "Abu Omar al-Tuli", "Abu Omar", True, "the start of the name"),
    ("Nadia Huda Salim spoke. Nadia Salim denied it.", "Nadia Huda Salim", "Nadia Salim", True, "no middle name"),
    ("Nadia Huda Salim spoke. Nadia Berg denied it.", "Nadia Huda Salim", "Nadia Berg", False, "another surname"),
    (
        "A suicide bomber hit a market in Goma. Medics said a bomber had struck.",
        "A suicide bomber",
        "a bomber",
        True,
        "told again by another",
    ),
    ("A bomber hit Goma. A second bomber hit Sake.", "A bomber", "A second bomber", False, "the second is another"),
    ("A bomber hit Goma. In May a bomber hit Sake.", "A bomber", "a bomber", False, "at another time"),
    (
        "A bomber hit Goma. Police said a bomber had struck. Two bombers fled.",
        "A bomber",
        "a bomber",
        False,
        "the article knows several",
    ),
    ("A soldier fell. Medics said a soldier fell.", "A soldier", "a soldier", False, "soldiers are many"),
    ("The SDF left. Aid came to an Arab-Kurdish coalition.", "SDF", "an Arab-Kurdish coalition", True, "of peoples"),
    ("The SDF left. Aid came to a US-backed force.", "SDF", "a US-backed force", False, "indefinite, of no people"),
    ("Hamas said that one of its fighters had died.", "Hamas", "its fighters", True, "the subject's fighters"),
    ("Snow fell on Hamas. It rained on its fighters.", "Hamas", "its fighters", False, "the subject is another"),
    ("Strikes hit an IS tactical unit.", "IS", "an IS tactical unit", True, "a unit of a group is that group"),
    (
        "Boko Haram fled. The Islamic militant group wept.",
        "Boko Haram",
        "The Islamic militant group",
        True,
        "its creed",
    ),
    ("The Health Department spoke. The department left.", "Health Department", "The department", True, "named so"),
    ("The Health Ministry spoke. The department left.", "Health Ministry", "The department", False, "not named so"),
    (
        "A Red Cross spokesman spoke. Rami Haddad, spokesman of the Red Cross, denied it.",
        "A Red Cross spokesman",
        "Rami Haddad",
        True,
        "named in the next sentence",
    ),
    (
        "A rebel spokesman says the town fell. Rami Haddad says it burned on Monday.",
        "A rebel spokesman",
        "Rami Haddad",
        True,
        "goes on speaking by name",
    ),
    (
        "A rebel spokesman says the town fell. Rami Haddad, a farmer, says it burned on Monday.",
        "A rebel spokesman",
        "Rami Haddad",
        False,
        "told to be another",
    ),
    ("Fatah left. Fatah al-Tula denied it.", "Fatah", "Fatah al-Tula", False, "the start of a longer name"),
    (
        "Russia's defence ministry spoke. Russias defence ministry denied it.",
        "Russia's defence ministry",
        "Russias defence ministry",
        True,
        "an apostrophe lost",
    ),
    (
        "A Red Cross spokesman denied it. Rami Haddad, spokesman of Oxfam, denied it, too.",
        "A Red Cross spokesman",
        "Rami Haddad",
        False,
        "of another body",
    ),
    (
        "A Red Cross spokesman spoke. The spokesmen Rami Haddad and Jan Berg denied it.",
        "A Red Cross spokesman",
        "Rami Haddad",
        False,
        "one of two",
    ),
]


@pytest.mark.parametrize(("text", "one", "other", "same", "why"), SAME)
def test_chains(parse, text: str, one: str, other: str, same: bool, why: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    first, second = referent_of(parsed, cast, one), referent_of(parsed, cast, other)
    assert first is not None, why
    assert second is not None, why
    assert (first is second) is same, why


def test_known_actor_has_its_key_and_the_description_without_the_name_has_none(parse) -> None:
    parsed = parse("Daesh shelled Kobani. The Kurdish-led forces answered.")
    cast = find_cast(parsed)
    daesh = referent_of(parsed, cast, "Daesh")
    forces = referent_of(parsed, cast, "The Kurdish-led forces")
    assert daesh is not None
    assert forces is not None
    assert (daesh.known, forces.known) == ("islamic-state", None)


def test_peoples_weapons_and_days_refer_to_nothing(parse) -> None:
    parsed = parse("Rebels fired mortar shells at a Syrian tank on Monday.")
    cast = find_cast(parsed)
    found = {parsed.words(m.span): m.type for m in cast.mentions if m.referent is None}
    assert found["mortar shells"] is MentionType.WEAPON
    assert found["tank"] is MentionType.VEHICLE
    assert found["Syrian"] is MentionType.NATIONALITY
    assert found["Monday"] is MentionType.DATE
    assert "Rebels" not in found


def test_empty_and_hostile_text_has_a_cast(parse) -> None:
    for text in ("", "...", "(((", "IS " * 40, "🙂 — «»", "al-"):
        cast = find_cast(parse(text))
        assert all(m.referent is None or 0 <= m.referent < len(cast.referents) for m in cast.mentions)


def test_look_up_by_word_leads_to_the_described_person_not_to_the_group_inside(parse) -> None:
    parsed = parse("A commander with the YPG spoke.")
    cast = find_cast(parsed)
    commander = next(token for token in parsed.tokens if token.text == "commander")
    group = next(token for token in parsed.tokens if token.text == "YPG")
    person, militia = cast.actor_at(commander), cast.actor_at(group)
    assert person is not None
    assert militia is not None
    assert cast.referents[person].actor is ActorType.PERSON
    assert cast.referents[militia].actor is ActorType.ARMED_GROUP
    assert cast.place_at(group) is None
    mention = cast.mention_at(commander)
    assert mention is not None
    assert mention.form is MentionForm.NOMINAL
    assert parsed.words(mention.span) == "A commander with the YPG"


def test_a_noun_for_a_place_alone_is_no_name(parse) -> None:
    parsed = parse("They crossed the River near Homs on Monday.")
    named = [parsed.words(m.span) for m in find_cast(parsed).mentions if m.form is MentionForm.NAME]
    assert named == ["Homs", "Monday"]


def test_numbers_that_are_joined_are_no_part_of_a_name() -> None:
    assert uncounted("500 and 1,300 people") == "people"
    assert uncounted("women and children") == "women and children"
