"""What happened, by one article: kinds, senses, merging, place, time, who."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import EventKind, Role, Status
from kg.resources import read_rules

PUBLISHED = date(2019, 3, 13)  # a Wednesday


@pytest.fixture
def read_events(parse):
    """The events of a text, each as a plain dictionary of words."""

    def read(text, published=PUBLISHED):
        parsed = parse(text, published=published)
        cast = find_cast(parsed)
        rows = []
        for event in find_events(parsed, cast, find_times(parsed)):
            names = {role: [] for role in Role}
            for part in event.participants:
                names[part.role].append(cast.referents[part.referent].name)
                assert part.rule in read_rules()
            assert event.rule in read_rules()
            rows.append(
                {
                    "event": event,
                    "kind": event.kind,
                    "trigger": parsed.words(event.trigger),
                    "status": event.status,
                    "place": None if event.place is None else cast.referents[event.place].name,
                    "agents": names[Role.AGENT],
                    "targets": names[Role.TARGET],
                    "weapon": None if event.weapon is None else parsed.words(event.weapon),
                    "dates": None if event.when is None else (str(event.when.earliest), str(event.when.latest)),
                }
            )
        return rows

    return read


KINDS = [
    # text, kind, trigger, place, agents, targets, why
    (
        "Rebels fired rockets at the town of Sderot on Tuesday.",
        "rocket_attack",
        "fired rockets",
        "Sderot",
        ["Rebels"],
        [],
        "a verb with its weapon",
    ),
    (
        "A suicide bomber blew himself up at a market in Kabul, killing 12 people.",
        "suicide_bombing",
        "blew himself up",
        "Kabul",
        ["A suicide bomber"],
        ["people"],
        "killing is what it did",
    ),
    (
        "The army took control of Aleppo from rebels last week.",
        "capture_of_place",
        "took control",
        "Aleppo",
        ["The army"],
        ["rebels"],
        "who loses the place",
    ),
    (
        "Boko Haram kidnapped 200 girls from a school in Chibok.",
        "kidnapping",
        "kidnapped",
        "Chibok",
        ["Boko Haram"],
        ["girls"],
        "subject and object",
    ),
    (
        "Islamic State beheaded two hostages in Raqqa.",
        "execution",
        "beheaded",
        "Raqqa",
        ["Islamic State"],
        ["hostages"],
        "a verb of execution",
    ),
    (
        "Hundreds of fighters surrendered to the army in Mosul on Monday.",
        "surrender",
        "surrendered",
        "Mosul",
        ["fighters"],
        ["the army"],
        "to whom",
    ),
    ("Rebels were killed in an ambush near Goma.", "ambush", "ambush", "Goma", [], ["Rebels"], "those killed in it"),
    (
        "Turkish troops withdrew from the town of Afrin.",
        "retreat",
        "withdrew",
        "Afrin",
        ["Turkish Armed Forces"],
        [],
        "from is where it happens",
    ),
    (
        "A roadside bomb killed four policemen in Kandahar.",
        "landmine",
        "killed",
        "Kandahar",
        [],
        ["policemen"],
        "the weapon tells the kind",
    ),
    (
        "Saudi-led coalition jets pounded the port of Hodeidah overnight.",
        "airstrike",
        "pounded",
        "Hodeidah",
        ["Saudi-led coalition"],
        [],
        "aircraft make it an air strike",
    ),
]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "place", "agents", "targets", "why"), KINDS, ids=[k[0] for k in KINDS]
)
def test_an_event_is_found_whole(read_events, text, kind, trigger, place, agents, targets, why):
    (row,) = read_events(text)
    assert (row["kind"], row["trigger"], row["place"]) == (EventKind(kind), trigger, place), why
    assert (row["agents"], row["targets"]) == (agents, targets), why
    assert row["status"] is Status.HAPPENED


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The minister died of a heart attack.", "an illness"),
        ("Workers went on strike on Monday.", "no air strike"),
        ("The president fired his defence minister.", "dismissed him"),
        ("He won the election campaign.", "politics"),
        ("The senator launched an attack on the report.", "with words"),
        ("The decision killed the deal.", "nobody died, nothing was agreed"),
        ("He bought an attack helicopter.", "the word only modifies another"),
        ("The company fought the ruling in a legal battle.", "in court"),
        ("The displaced need food.", "people"),
        ("There are six million internally displaced people.", "what people are"),
        ("Washington is targeting Islamic State.", "a policy, at no place or time"),
        ("Canada is a member of a coalition fighting Islamic State.", "what the coalition is"),
        ("Moscow denied any involvement in the raids.", "raids that another sentence may tell of"),
    ],
)
def test_other_senses_are_no_events(read_events, text, why):
    assert read_events(text) == [], why


def test_one_happening_told_twice_is_one_event(read_events):
    (row,) = read_events("A car bomb exploded outside a hospital in Idlib on Monday. The blast killed nine people.")
    assert row["kind"] is EventKind.BOMBING
    assert len(row["event"].other_triggers) == 1
    assert row["targets"] == ["people"]
    assert row["weapon"] == "car bomb"
    assert row["dates"] == ("2019-03-11", "2019-03-11")


def test_attacks_in_two_towns_are_two_events(read_events):
    first, second = read_events(
        "A mortar attack on Damascus killed two people on Monday.\n"
        "A separate attack in Homs killed one soldier on Tuesday."
    )
    assert (first["kind"], first["place"], first["dates"]) == (
        EventKind.SHELLING,
        "Damascus",
        ("2019-03-11", "2019-03-11"),
    )
    assert (second["kind"], second["place"], second["dates"]) == (
        EventKind.ASSAULT,
        "Homs",
        ("2019-03-12", "2019-03-12"),
    )


def test_without_a_date_of_publication_an_event_has_no_time(read_events):
    (row,) = read_events("The army took control of Aleppo from rebels last week.", published=None)
    assert row["dates"] is None


@pytest.mark.parametrize(
    "text",
    [
        "The army captured Aleppo from rebels in 2016.",
        "The army has been fighting rebels in Aleppo for the past six years.",
    ],
)
def test_earlier_history_is_background(read_events, text):
    (row,) = read_events(text)
    assert row["event"].background
    assert row["status"] is Status.HAPPENED


def test_the_parties_of_a_clash_stand_on_two_sides(read_events):
    (row,) = read_events("Clashes between the army and rebels broke out in Khartoum on Tuesday.")
    assert row["kind"] is EventKind.ARMED_CLASH
    assert [(part.side, part.role) for part in row["event"].participants] == [(1, Role.AGENT), (2, Role.AGENT)]
    assert row["dates"] == ("2019-03-12", "2019-03-13")


def test_what_is_denied_or_only_possible_does_not_happen(read_events):
    rows = read_events("The army denied bombing the city of Homs. Troops may storm Aleppo.")
    assert [(row["kind"], row["status"]) for row in rows] == [
        (EventKind.BOMBING, Status.DENIED),
        (EventKind.ASSAULT, Status.HYPOTHETICAL),
    ]


def test_the_same_words_give_the_same_events(read_events):
    text = "Rebels attacked Homs on Monday. The army shelled Aleppo. The attack on Homs killed six."
    assert [row["event"] for row in read_events(text)] == [row["event"] for row in read_events(text)]


@pytest.mark.parametrize(
    ("text", "kind", "status", "why"),
    [
        ("Militants tried to infiltrate the town of Harasta on Sunday.", "assault", "happened", "tried is done"),
        ("The army foiled an attempt to storm the town of Harasta.", "assault", "happened", "so is what was foiled"),
        ("Militants have often targeted the town of Harasta.", "other", "happened", "a habit is no single attack"),
        ("The army often strikes villages in the north.", "other", "happened", "nor what is done often"),
        ("Warplanes have repeatedly targeted the town of Harasta.", "airstrike", "happened", "but it is told who flew"),
    ],
)
def test_kind_and_status_by_what_was_done(read_events, text, kind, status, why):
    assert [(row["kind"], row["status"]) for row in read_events(text)] == [(EventKind(kind), Status(status))], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The militia vowed further attacks.", "nothing tells where or when"),
        ("The hospital was destroyed.", "only what became of it"),
    ],
)
def test_what_tells_of_no_happening(read_events, text, why):
    assert read_events(text) == [], why


def test_the_trigger_is_that_of_the_first_telling(read_events):
    text = "Raids killed six people, a monitor said.\nArmy air raids killed six people in Homs on Monday."
    assert [row["trigger"] for row in read_events(text)] == ["Raids"]
