"""Reports against triggers and arguments: scores worked out by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.score import Report, score
from kg.score.gold import GoldArticle
from kg.score.sheet import Fault
from kg.score.told import Ask
from kg.score.triggers import holds
from tests.made_answers import at, made_answers, made_layers, mention, no_answers

TEXT = "Rebels attacked the base in Homs with mortars. Two guards were killed. A cook was wounded. The gunmen fled."
Row = Mapping[str, Any]


def span(words: str, text: str = TEXT) -> list[int]:
    return [start := text.index(words), start + len(words)]


def argument(role: str, words: str, entity: str | None = None) -> Row:
    return {"role": role, "span": span(words), "entity": entity}


ATTACK = {
    "type": "Conflict.Attack.Unspecified",
    "trigger": span("attacked"),
    "arguments": [argument("Attacker", "Rebels", "r1"), argument("Target", "base"), argument("Place", "Homs")],
}
DEATH = {"type": "Life.Die.Unspecified", "trigger": span("killed"), "arguments": [argument("Victim", "guards")]}
INJURY = {"type": "Life.Injure.Unspecified", "trigger": span("wounded"), "arguments": [argument("Victim", "cook")]}
GOLD = [ATTACK, DEATH, INJURY]

MENTIONS = [
    mention(TEXT, "Rebels", iri="x1", name="rebel army"),
    mention(TEXT, "the base", "Place", "x2", "the base"),
    mention(TEXT, "Homs", "Place", "x3", "Homs"),
    mention(TEXT, "The gunmen", iri="x4", name="gunmen"),
]


def report_of(kind: str, words: str, event: str = "e1", **columns: Any) -> tuple[Row, Row]:
    """A row of `events` and one of `reports`."""
    weapon = columns.pop("weapon", None)
    return (
        {"event": event, "kind": kind, "weapon": weapon},
        {"event": event, "words": words, **at(TEXT, words), **columns},
    )


def answers(*reports: tuple[Row, Row], figures: Sequence[Row] = (), mentions: Sequence[Row] = MENTIONS) -> Ask:
    return made_answers(
        events=[event for event, _ in reports],
        reports=[report for _, report in reports],
        figures=figures,
        mentions=mentions,
    )


def figure(kind: str, words: str, party: str | None) -> Row:
    return {"figure": f"f:{kind}", "kind": kind, "party": party, "quote": words, **at(TEXT, words)}


ATTACKED = report_of("assault", "attacked", agents="rebel army", targets="the base", place_name="Homs")
KILLED = figure("killed", "Two guards were killed", "guards")


def scored(folder: Path, ask: Ask, gold: Sequence[Any] = GOLD, **layers: Any) -> Report:
    return score(made_layers(folder, TEXT, events=gold, **layers), ask, layers=["events"])


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float, float, float]:
    """Right, told, to find."""
    row = report.row("events", measure, cls)
    assert row is not None
    assert row.right_told == row.right_gold
    return row.right_gold, row.told, row.gold


def test_reports_and_figures_are_triggers(tmp_path: Path) -> None:
    report = scored(tmp_path, answers(ATTACKED, figures=[KILLED]))
    # told: attacked, killed; to find: attacked, killed, wounded
    assert figures(report, "trigger") == (2, 2, 3)
    assert figures(report, "trigger + type") == (2, 2, 3)
    assert figures(report, "trigger", "Life.Die") == (1, 1, 1)
    assert figures(report, "trigger", "Life.Injure") == (0, 0, 1)
    # told: Attacker, Target, Place, Victim; to find: these and the wounded cook
    assert figures(report, "argument head") == (4, 4, 5)
    assert figures(report, "argument head, reports alone") == (3, 3, 5)
    # without the figure one trigger is told
    assert figures(report, "trigger, reports alone") == (1, 1, 3)
    assert figures(report, "trigger + type, reports alone") == (1, 1, 3)
    assert figures(report, "trigger head + type, reports alone") == (1, 1, 3)
    row = report.row("events", "trigger")
    assert row and row.precision == 1 and row.recall == pytest.approx(2 / 3) and row.f1 == pytest.approx(4 / 5)


def test_a_longer_trigger_may_have_another_head(tmp_path: Path) -> None:
    told = report_of("assault", "attacked the base")
    report = scored(tmp_path, answers(told))
    # "attacked the base" ends in base: no preposition cuts it
    assert figures(report, "trigger + type, reports alone") == (1, 1, 3)
    assert figures(report, "trigger head + type, reports alone") == (0, 1, 3)


def test_a_figure_of_a_killing_that_is_reported_is_the_same_telling(tmp_path: Path) -> None:
    told = report_of("killing", "killed", "e2", targets="guards")
    report = scored(tmp_path, answers(told, figures=[KILLED]))
    assert figures(report, "trigger + type") == (1, 1, 3)
    assert figures(report, "argument head") == (1, 1, 5)


def test_a_figure_of_another_type_than_the_report_is_a_telling_of_its_own(tmp_path: Path) -> None:
    told = report_of("bombing", "killed")
    gold = [{**ATTACK, "trigger": span("killed"), "arguments": []}, DEATH]
    # one word tells of an attack and a death; the report is right about the one, the figure about the other
    assert figures(scored(tmp_path, answers(told, figures=[KILLED]), gold), "trigger + type") == (2, 2, 2)


def test_of_two_triggers_that_are_one_word_that_of_the_right_type_is_taken(tmp_path: Path) -> None:
    gold = [{**ATTACK, "trigger": span("killed"), "arguments": []}, DEATH]
    # the Conflict.Attack is the first in order, "killed" of the figure is the Life.Die
    report = scored(tmp_path, answers(figures=[KILLED]), gold)
    assert figures(report, "trigger") == (1, 1, 2)
    assert figures(report, "trigger + type") == (1, 1, 2)


def test_a_kind_of_another_type_is_a_wrong_detail(tmp_path: Path) -> None:
    told = report_of("shelling", "killed", targets="guards")
    report = scored(tmp_path, answers(told))
    # the trigger is found; a shelling is no Life.Die, and so its target is no Victim
    assert figures(report, "trigger") == (1, 1, 3)
    assert figures(report, "trigger + type") == (0, 1, 3)
    assert figures(report, "argument head") == (0, 1, 5)
    wrong = [case for _, case in report.cases() if case.fault is Fault.WRONG]
    assert [(case.measure, case.expected, case.told) for case in wrong] == [
        ("trigger + type", "Life.Die: killed", "shelling: killed")
    ]


def test_a_wrong_role_is_no_argument(tmp_path: Path) -> None:
    told = report_of("assault", "attacked", agents="the base", targets="rebel army")
    assert figures(scored(tmp_path, answers(told)), "argument coref") == (0, 2, 5)


def test_both_sides_of_a_clash_are_agents_and_targets(tmp_path: Path) -> None:
    told = report_of("armed_clash", "attacked", agents="the base", targets="rebel army")
    assert figures(scored(tmp_path, answers(told)), "argument head") == (2, 2, 5)


def test_weapons_are_instruments_or_devices(tmp_path: Path) -> None:
    gold = [{**ATTACK, "arguments": [argument("Instrument", "mortars")]}]
    told = report_of("assault", "attacked", weapon="mortars")
    assert figures(scored(tmp_path, answers(told), gold), "argument head") == (1, 1, 1)


def test_other_words_for_the_same_thing_count_for_coref_alone(tmp_path: Path) -> None:
    told = report_of("assault", "attacked", agents="gunmen")
    entities = [
        {"id": "r1", "start": 0, "end": 6},
        {"id": "r2", "start": (start := TEXT.index("gunmen")), "end": start + 6},
    ]
    report = scored(tmp_path, answers(told), [ATTACK], entities=entities, coref=[["r1", "r2"]])
    # "The gunmen" are the rebels, and "gunmen" is not the word "Rebels"
    assert figures(report, "argument coref") == (1, 1, 3)
    assert figures(report, "argument head") == (0, 1, 3)


def test_the_same_head_goes_before_other_words_for_the_thing(tmp_path: Path) -> None:
    told = report_of("assault", "attacked", agents="gunmen | rebel army")
    entities = [
        {"id": "r1", "start": 0, "end": 6},
        {"id": "r2", "start": (start := TEXT.index("gunmen")), "end": start + 6},
    ]
    report = scored(tmp_path, answers(told), [ATTACK], entities=entities, coref=[["r1", "r2"]])
    # either is the attacker; "Rebels", the words for "rebel army", has its head as well
    assert figures(report, "argument coref") == (1, 2, 3)
    assert figures(report, "argument head") == (1, 2, 3)


def test_without_coreference_other_words_are_wrong(tmp_path: Path) -> None:
    told = report_of("assault", "attacked", agents="gunmen")
    assert figures(scored(tmp_path, answers(told), [ATTACK]), "argument coref") == (0, 1, 3)


def test_told_twice_costs_precision_and_does_not_raise_recall(tmp_path: Path) -> None:
    again = ({**ATTACKED[0], "event": "e2"}, {**ATTACKED[1], "event": "e2"})
    report = scored(tmp_path, answers(ATTACKED, again, figures=[KILLED, KILLED]))
    assert figures(report, "trigger") == (2, 4, 3)
    assert figures(report, "trigger + type") == (2, 4, 3)
    # 3 arguments of the attack and a victim, each told twice
    assert figures(report, "argument head") == (4, 8, 5)
    invented = [case for _, case in report.cases() if case.fault is Fault.INVENTED and case.measure == "trigger"]
    assert len(invented) == 2


def test_kinds_and_types_that_are_neither_conflict_nor_life_are_left_out(tmp_path: Path) -> None:
    told = [report_of("arrest", "fled", "e2"), report_of("other", "fled", "e3")]
    gold = [*GOLD, {"type": "Contact.Contact.Meet", "trigger": span("fled"), "arguments": []}]
    report = scored(tmp_path, answers(*told, figures=[figure("missing", "A cook", "cook")]), gold)
    assert figures(report, "trigger") == (0, 0, 3)


@pytest.mark.parametrize("ask", [no_answers(), made_answers()], ids=["no article", "nothing told"])
def test_empty_graph(tmp_path: Path, ask: Ask) -> None:
    report = scored(tmp_path, ask)
    assert figures(report, "trigger") == (0, 0, 3)
    assert figures(report, "argument head") == (0, 0, 5)
    row = report.row("events", "trigger")
    assert row and row.precision is None and row.recall == 0 and row.f1 == 0
    assert {case.fault for _, case in report.cases()} == {Fault.MISSED}


def test_empty_gold(tmp_path: Path) -> None:
    report = scored(tmp_path, answers(ATTACKED), [])
    row = report.row("events", "trigger")
    assert row and row.precision == 0 and row.recall is None
    # the trigger and its three arguments
    assert [case.fault for _, case in report.cases()] == [Fault.INVENTED] * 4


def test_the_words_in_the_sentence_of_the_trigger_are_meant(tmp_path: Path) -> None:
    text = "Near the bridge by the river police were attacked. Guards came."
    told = made_answers(
        events=[{"event": "e1", "kind": "assault"}],
        reports=[{"event": "e1", "words": "attacked", "targets": "Hama force", **at(text, "attacked")}],
        mentions=[mention(text, words, iri="x1", name="Hama force") for words in ("police", "Guards")],
    )
    gold = {"type": "Conflict.Attack", "trigger": span("attacked", text)}
    target = {"role": "Target", "span": span("river police", text)}
    report = score(made_layers(tmp_path, text, events=[{**gold, "arguments": [target]}]), told, layers=["events"])
    # "Guards" stands nearer to "attacked", in the next sentence
    assert figures(report, "argument head") == (1, 1, 1)


@pytest.mark.parametrize(
    ("layers", "held"),
    [
        ({"events": [ATTACK]}, True),
        ({"events": []}, True),
        ({"events": [], "checked": [[0, 5]]}, False),
        ({"events": [{"start": 0, "end": 5, "type": "ACTION", "cluster": "c"}]}, False),
        ({}, False),
    ],
    ids=["triggers", "an article without events", "sentences checked for another layer", "mentions", "none"],
)
def test_what_is_held(layers: dict[str, Any], held: bool) -> None:
    assert holds(GoldArticle("a", TEXT, {}, None, layers)) is held


@pytest.mark.parametrize(
    ("layers", "reason"),
    [
        ({"events": [ATTACK, {"type": "Life.Die"}]}, "article a, events 2, trigger"),
        ({"events": [{"trigger": [0, 3]}]}, "article a, events 1: no type"),
        ({"events": [{**ATTACK, "arguments": [{"role": "Target"}]}]}, "article a, events 1, Target"),
        ({"events": [{**ATTACK, "arguments": ["Homs"]}]}, "article a, events 1, arguments"),
        ({"events": [ATTACK], "entities": [{"id": "r1"}]}, "article a, entities 1"),
        ({"events": [ATTACK], "coref": ["r1"]}, "article a, coref"),
    ],
)
def test_rows_that_cannot_be_used_are_refused(tmp_path: Path, layers: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        score(made_layers(tmp_path, TEXT, **layers), no_answers(), layers=["events"])
