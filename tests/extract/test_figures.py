"""Numbers of people, and what became of them. Sentences are ours."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.cast import Cast
from kg.extract.figures import find_figures
from kg.model import EventKind, EventReport, Mode, Span, Stance, Statement, Status
from kg.resources import read_rules

NOBODY = Cast.of((), ())

FIGURES = [
    ("The raid killed 32 people.", [("killed", 32, 32, "people", "unknown")], "an active verb"),
    ("At least four soldiers were killed.", [("killed", 4, None, "soldiers", "combatants")], "a passive"),
    (
        "The shell killed 12 villagers and wounded dozens.",
        [("killed", 12, 12, "villagers", "civilians"), ("wounded", 24, None, None, "civilians")],
        "two verbs, two kinds",
    ),
    (
        "Nine civilians were killed and 40 wounded.",
        [("killed", 9, 9, "civilians", "civilians"), ("wounded", 40, 40, None, "civilians")],
        "one auxiliary for both",
    ),
    (
        "The strike killed 16 people, including five children.",
        [("killed", 16, 16, "people", "unknown"), ("killed", 5, 5, "children", "children")],
        "part of a total",
    ),
    ("The blast left 20 dead.", [("killed", 20, 20, None, "unknown")], "a state that people are left in"),
    ("The death toll rose to 16.", [("killed", 16, 16, None, "unknown")], "a toll"),
    ("The death toll rose from 10 to 16.", [("killed", 16, 16, None, "unknown")], "the old toll is not told"),
    ("The army lost 12 soldiers.", [("killed", 12, 12, "soldiers", "combatants")], "losses"),
    (
        "Gunmen took 30 villagers hostage.",
        [("captured", 30, 30, "villagers", "civilians")],
        "a verb and its complement",
    ),
    ("Police arrested 14 suspects.", [("captured", 14, 14, "suspects", "unknown")], "an arrest"),
    (
        "Hundreds of fighters surrendered.",
        [("surrendered", 200, None, "fighters", "combatants")],
        "an active verb of the people",
    ),
    ("More than 10,000 civilians were evacuated.", [("evacuated", 10001, None, "civilians", "civilians")], "a removal"),
    (
        "The shelling forced 13,000 residents to flee.",
        [("displaced", 13000, 13000, "residents", "civilians")],
        "forced to flee",
    ),
    ("Thousands of families fled the town.", [("displaced", 2000, None, "families", "civilians")], "flight"),
    ("Soldiers rescued 21 schoolgirls.", [("rescued", 21, 21, "schoolgirls", "children")], "a rescue"),
    ("Seven sailors are still missing.", [("missing", 7, 7, "sailors", "civilians")], "a state"),
    (
        "Some 20,000 civilians are trapped in the city.",
        [("besieged", 20000, 20000, "civilians", "civilians")],
        "a siege",
    ),
    (
        "Some 300 fighters remain in the town.",
        [("strength", 300, 300, "fighters", "combatants")],
        "fighters that are there",
    ),
    ("A child was killed.", [("killed", 1, 1, "child", "children")], "one person"),
    (
        "Women and children aside, 15 of the wounded were in a bad state.",
        [("wounded", 15, 15, None, "unknown")],
        "of the wounded",
    ),
]

FIGURES += [
    ("The war claimed the lives of 40 people.", [("killed", 40, 40, "people", "unknown")], "lives are claimed"),
    ("Rescuers found 12 bodies in the well.", [("killed", 12, 12, None, "unknown")], "bodies are found"),
    ("A man and a woman were killed.", [("killed", 2, 2, "man and a woman", "unknown")], "two persons are one figure"),
    ("One of its soldiers was wounded.", [("wounded", 1, 1, "its soldiers", "combatants")], "one of many"),
    ("Buses brought out 951 people.", [("evacuated", 951, 951, "people", "unknown")], "brought out of somewhere"),
    (
        "Under the deal 275 civilians left the city.",
        [("evacuated", 275, 275, "civilians", "civilians")],
        "left by a deal",
    ),
    (
        "Thousands of villagers left their homes.",
        [("displaced", 2000, None, "villagers", "civilians")],
        "left without one",
    ),
    (
        "They put the number of fighters who surrendered at 2,000.",
        [("surrendered", 2000, 2000, "fighters", "combatants")],
        "a tally names its people",
    ),
    (
        "They said 264 soldiers had been evacuated, among them 53 wounded.",
        [("evacuated", 264, 264, "soldiers", "combatants"), ("wounded", 53, 53, None, "combatants")],
        "a part that tells its own fate",
    ),
    (
        "Fighting killed more than 800 militants, 162 soldiers and 47 civilians.",
        [
            ("killed", 801, None, "militants", "combatants"),
            ("killed", 162, 162, "soldiers", "combatants"),
            ("killed", 47, 47, "civilians", "civilians"),
        ],
        "a list shares its verb",
    ),
    (
        "At least 13 soldiers were killed and 157 wounded, 93 were captured and 82 were missing.",
        [
            ("killed", 13, None, "soldiers", "combatants"),
            ("wounded", 157, 157, None, "combatants"),
            ("captured", 93, 93, None, "combatants"),
            ("missing", 82, 82, None, "combatants"),
        ],
        "four fates in one sentence",
    ),
    ("The group has a 300-strong force.", [("strength", 300, 300, None, "combatants")], "a size before a hyphen"),
    (
        "About 250,000 people are living under siege.",
        [("besieged", 250000, 250000, "people", "unknown")],
        "under siege",
    ),
    ("Troops arrested two dozen protesters.", [("captured", 24, 24, "protesters", "civilians")], "civilians arrested"),
    ("Two other people were reported killed.", [("killed", 2, 2, "other people", "unknown")], "a light verb between"),
    ("Those killed include 14 children.", [("killed", 14, 14, "children", "children")], "part of the killed"),
    ("Two medics were among the dead.", [("killed", 2, 2, "medics", "medics")], "among the dead"),
    (
        "Over 130 people including 67 children were killed.",
        [("killed", 131, None, "people", "unknown"), ("killed", 67, 67, "children", "children")],
        "a part told in between",
    ),
    (
        "Rebels have surrounded the town. Some 20,000 civilians remain in it.",
        [("besieged", 20000, 20000, "civilians", "civilians")],
        "a siege told just before",
    ),
    ("Nine protesters were shot dead.", [("killed", 9, 9, "protesters", "civilians")], "shot dead"),
]

NO_FIGURES = [
    ("Simone, a 22-year-old fighter, was killed.", "an age, and a person in a role"),
    ("The raid killed many people.", "many is no number"),
    ("The army captured 16 villages.", "villages are no people"),
    ("The strike destroyed 20 rebel positions.", "positions are no people"),
    ("The 92nd Brigade killed a commander.", "a unit, and a person in a role"),
    ("The offensive could displace 300,000 people.", "merely possible"),
    ("The group vowed to kill 100 soldiers.", "wanted"),
    ("They did not kill 40 people, he said.", "denied"),
    ("It happened 40 days after 12 tanks were captured.", "days and tanks"),
    ("At least 30 people were killed or wounded.", "neither kind can be told"),
    ("He told Kurdistan 24 that fighting went on.", "a name with a number"),
    ("Some 350,000 people lived there.", "nothing became of them"),
    ("The 27-member bloc met in Brussels.", "a bloc is no force"),
    ("The virus killed 140 people last week.", "no death by war"),
    ("Two suspects fled the scene.", "suspects who run are not displaced"),
    ("Exports doubled between 1980 and 2009, a report said.", "years"),
    ("The army denied that 40 people were killed.", "denied"),
    ("Officials uncovered a plot to kill 40 people.", "only planned"),
    ("A commander of the brigade was killed.", "a person in a role"),
    ("Four suicide bombers attacked the post.", "attackers of whom nothing is told"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FIGURES)
def test_figures(parse, text, expected, why):
    parsed = parse(text)
    figures = find_figures(parsed, NOBODY, (), ())
    told = [(f.kind, f.low, f.high, f.party and parsed.words(f.party), f.party_type) for f in figures]
    assert told == expected, why


@pytest.mark.parametrize(("text", "why"), NO_FIGURES)
def test_what_is_no_figure(parse, text, why):
    assert find_figures(parse(text), NOBODY, (), ()) == (), why


def test_the_same_claim_stands_once(parse):
    parsed = parse("The raid killed 32 people.\nAs told, 32 people were killed.")
    assert len(find_figures(parsed, NOBODY, (), ())) == 1


def statement(parsed, words, *, speaker, stance=Stance.ASSERTS):
    return Statement(
        (find(parsed, words),),
        (),
        (find(parsed, speaker),),
        None,
        Mode.INDIRECT,
        stance,
        None,
        None,
        None,
        False,
        (),
        (),
        "test",
    )


def event(parsed, words, kind, *, status=Status.HAPPENED):
    span = find(parsed, words)
    return EventReport(kind, span, (), None, status, False, None, None, None, (), None, None, span, "test")


def find(parsed, words):
    start = parsed.document.text.index(words)
    return Span(start, start + len(words))


def test_who_says_it(parse):
    parsed = parse("A medic said 12 people were killed. At least 30 were wounded.")
    said = statement(parsed, "12 people were killed", speaker="A medic")
    figures = find_figures(parsed, NOBODY, (), (said,))
    assert [(f.low, f.said_by) for f in figures] == [(12, 0), (30, None)]


def test_two_speakers_of_one_clause_are_two_figures(parse):
    parsed = parse("A medic and a witness said 12 people were killed.")
    both = tuple(statement(parsed, "12 people were killed", speaker=who) for who in ("A medic", "a witness"))
    assert [f.said_by for f in find_figures(parsed, NOBODY, (), both)] == [0, 1]


def test_what_is_denied_is_no_claim(parse):
    parsed = parse("The army denies it: 12 people were killed.")
    denial = statement(parsed, "12 people were killed", speaker="The army", stance=Stance.DENIES)
    assert find_figures(parsed, NOBODY, (), (denial,)) == ()


def test_the_event_of_the_same_sentence_or_the_one_before(parse):
    parsed = parse(
        "A bomb exploded in the market. It killed 12 people. Rockets hit a village and wounded three people."
    )
    events = (event(parsed, "exploded", EventKind.BOMBING), event(parsed, "hit", EventKind.ROCKET_ATTACK))
    assert [(f.low, f.event) for f in find_figures(parsed, NOBODY, events, ())] == [(12, 0), (3, 1)]


def test_a_total_of_a_war_and_a_new_cause_have_no_event_of_the_sentence_before(parse):
    parsed = parse(
        "A bomb exploded. More than 5,000 people have been killed since the war began. A mine killed two drivers."
    )
    events = (event(parsed, "exploded", EventKind.BOMBING),)
    assert [(f.low, f.event) for f in find_figures(parsed, NOBODY, events, ())] == [(5001, None), (2, None)]


def test_no_figure_hangs_on_a_denied_event(parse):
    parsed = parse("The strike killed 12 people.")
    denied = (event(parsed, "strike", EventKind.AIRSTRIKE, status=Status.DENIED),)
    assert [f.event for f in find_figures(parsed, NOBODY, denied, ())] == [None]


def test_spans_are_the_words(parse):
    parsed = parse("He said at least four SDF fighters were killed in the raid.")
    (figure,) = find_figures(parsed, NOBODY, (), ())
    assert parsed.words(figure.span) == "at least four SDF fighters were killed"


def test_every_rule_is_declared(parse):
    text = "\n".join(sentence for sentence, _, _ in FIGURES)
    rules = {figure.rule for figure in find_figures(parse(text), NOBODY, (), ())}
    assert rules <= read_rules().keys()


@given(st.integers(2, 5_000_000))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_number_is_read_as_written(parse, number):
    for written in (f"{number:,}", f"more than {number:,}"):
        parsed = parse(f"The raid killed {written} soldiers.")
        expected = [number] if written[0].isdigit() else [number + 1]
        assert [f.low for f in find_figures(parsed, NOBODY, (), ())] == expected


@given(st.text(alphabet="killed 12of-,.–%\"'the people were\n", min_size=1, max_size=80).filter(str.strip))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_text_gives_spans_inside_it(parse, text):
    parsed = parse(text)
    for figure in find_figures(parsed, NOBODY, (), ()):
        assert figure.span.end <= len(text)
        assert figure.party is None or figure.span.covers(figure.party)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
