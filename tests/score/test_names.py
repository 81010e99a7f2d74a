"""Names against annotated names; scores worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
from made_answers import made_answers, made_layers, mention, no_answers

from kg.errors import InputError
from kg.score import Fault, Report, score

TEXT = (
    "Anna Bel of the Reed Party left Oram on Monday. "
    "The Orami rebels said the Reed Cup cost 40 crowns, Bel's watch too."
)


def name(words: str, type_: str, **columns: Any) -> dict[str, Any]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "type": type_, **columns}


# five names of types that the graph has, and one (Misc) that it has not
GOLD = [
    name("Anna Bel", "Person"),
    name("Reed Party", "Organization"),
    name("Oram", "Location"),
    name("Monday", "Date"),
    name("Orami", "NORP"),
    name("Reed Cup", "Misc"),
]
RIGHT = [
    mention(TEXT, "Anna Bel", "Person"),
    mention(TEXT, "Reed Party", "Organisation"),
    mention(TEXT, "Oram", "Place"),
    mention(TEXT, "Monday", "Date"),
    mention(TEXT, "Orami", "Nationality"),
]


@pytest.fixture
def run(tmp_path: Path):
    def scored(*mentions: dict[str, Any], entities: Any = GOLD, empty: bool = False, **layers: Any) -> Report:
        answers = no_answers() if empty else made_answers(mentions=mentions)
        return score(made_layers(tmp_path, TEXT, entities=entities, **layers), answers, layers=["names"])

    return scored


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float, ...]:
    row = report.row("names", measure, cls)
    assert row is not None
    return row.right_told, row.told, row.right_gold, row.gold


def faults(report: Report) -> list[tuple[str, Fault, str, str]]:
    return [(case.measure, case.fault, case.expected, case.told) for _, case in report.cases()]


def test_all_right(run) -> None:
    report = run(*RIGHT)
    for measure in ("exact", "lenient", "overlap", "exact, any type"):
        assert figures(report, measure) == (5, 5, 5, 5)
    # the cup is a name, too, of a type that the graph has not
    assert figures(report, "exact, all types") == (5, 5, 5, 6)
    assert figures(report, "exact", "NORP") == (1, 1, 1, 1)
    assert figures(report, "exact, all types", "Misc") == (0, 0, 0, 1)
    assert faults(report) == [("exact, all types", Fault.MISSED, "Reed Cup", "")]


def test_empty_graph_misses_all(run) -> None:
    report = run(empty=True)
    assert figures(report, "exact") == (0, 0, 0, 5)
    assert [fault for _, fault, _, _ in faults(report)] == [Fault.MISSED] * 6


def test_empty_gold_has_a_precision_only(run) -> None:
    report = run(*RIGHT[:2], entities=[])
    row = report.row("names", "exact")
    assert row is not None and (row.precision, row.recall) == (0.0, None)
    assert [fault for _, fault, _, _ in faults(report)] == [Fault.INVENTED] * 2


def test_everything_told_twice_costs_precision_and_gains_nothing(run) -> None:
    report = run(*RIGHT, *RIGHT)
    for measure in ("exact", "lenient", "overlap"):
        assert figures(report, measure) == (5, 10, 5, 5)


def test_article_and_possessive_are_wrong_exactly_and_right_leniently(run) -> None:
    # "the Reed Party" has the article, "Bel's" the possessive
    golds = [name("Reed Party", "Organization"), name("Bel", "Person") | _last("Bel")]
    report = run(mention(TEXT, "the Reed Party"), mention(TEXT, "Bel's", "Person"), entities=golds)
    assert figures(report, "exact") == (0, 2, 0, 2)
    assert figures(report, "lenient") == (2, 2, 2, 2)
    assert figures(report, "overlap") == (2, 2, 2, 2)
    assert faults(report) == [
        ("exact", Fault.WRONG, "Organization: Reed Party", "Organisation: the Reed Party"),
        ("exact", Fault.WRONG, "Person: Bel", "Person: Bel's"),
    ]


def _last(words: str) -> dict[str, int]:
    return {"start": TEXT.rindex(words), "end": TEXT.rindex(words) + len(words)}


def test_half_a_name_is_right_by_overlap_alone_and_counts_once(run) -> None:
    # two told halves of "Anna Bel": the one that shares more is the name, the other is invented
    report = run(
        mention(TEXT, "Anna", "Person"),
        {**mention(TEXT, "Bel of", "Person"), "words": "Bel of"},
        entities=[name("Anna Bel", "Person")],
    )
    # "Anna" shares 4 characters of 8; "Bel of" shares 3 of 11
    assert figures(report, "overlap") == (1, 2, 1, 1)
    assert figures(report, "lenient") == (0, 2, 0, 1)
    assert faults(report) == [
        ("lenient", Fault.WRONG, "Person: Anna Bel", "Person: Anna"),
        ("overlap", Fault.INVENTED, "", "Person: Bel of"),
    ]


def test_wrong_type_is_one_case(run) -> None:
    report = run(mention(TEXT, "Oram", "Person"), entities=[name("Oram", "Location")])
    assert figures(report, "exact") == (0, 1, 0, 1)
    assert figures(report, "overlap") == (0, 1, 0, 1)
    assert figures(report, "exact, any type") == (1, 1, 1, 1)
    # a told Person that is none counts against persons
    assert figures(report, "exact", "Person") == (0, 1, 0, 0)
    assert faults(report) == [("overlap", Fault.WRONG, "Location: Oram", "Person: Oram")]


@pytest.mark.parametrize(
    ("gold", "told", "right"),
    [("NORP", "Group", True), ("Organization", "Group", True), ("Facility", "Place", True), ("Person", "Group", False),
     ("Location", "Organisation", False), ("NORP", "Organisation", False)],
)  # fmt: skip
def test_types_that_tell_a_type(run, gold: str, told: str, right: bool) -> None:
    report = run(mention(TEXT, "Orami", told), entities=[name("Orami", gold), name("Monday", "Date")])
    assert figures(report, "exact") == ((1, 1, 1, 2) if right else (0, 1, 0, 2))


def test_descriptions_pronouns_and_types_that_name_nothing_are_not_wrong(run) -> None:
    report = run(
        *RIGHT,
        mention(TEXT, "The Orami rebels", "Group"),
        mention(TEXT, "watch", "Weapon"),
        mention(TEXT, "40 crowns", "Quantity"),
    )
    assert figures(report, "exact") == (5, 5, 5, 5)
    assert figures(report, "exact, all types") == (5, 5, 5, 6)


def test_a_description_that_the_gold_has_is_right(run) -> None:
    report = run(mention(TEXT, "The Orami rebels", "Group"), entities=[name("The Orami rebels", "NORP")])
    assert figures(report, "exact") == (1, 1, 1, 1)


def test_a_name_inside_a_name_is_neither_right_nor_wrong(run) -> None:
    told = (mention(TEXT, "Reed Party"), mention(TEXT, "Reed", "Person"))
    whole = [name("Reed Party", "Organization")]
    assert figures(run(*told, entities=whole), "exact") == (1, 2, 1, 1)
    assert figures(run(*told, entities=whole, nested=[name("Reed", "Person")]), "exact") == (1, 1, 1, 1)


def test_other_schemes(run) -> None:
    report = run(*RIGHT, entities=[name("Anna Bel", "PER"), name("Reed Party", "ORG"), name("Oram", "LOC")])
    # there are no dates in that scheme, and no nationalities of their own: those told are left out
    assert figures(report, "exact") == (3, 3, 3, 3)


def test_only_sure_names_are_names_where_the_gold_tells_how_sure_it_is(run) -> None:
    # the party is doubtful, "The Orami rebels" a description: of what is told only "Anna Bel" counts, and "Oram"
    golds = [
        name("Anna Bel", "Person", confidence=1.0),
        name("Reed Party", "Organisation", confidence=0.4),
        name("The Orami rebels", "Organisation", confidence=1.0),
    ]
    report = run(*RIGHT[:3], mention(TEXT, "The Orami rebels", "Group"), entities=golds)
    assert figures(report, "exact") == (1, 2, 1, 1)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"start": 0}, "article a, entities"),
        (["Anna Bel"], "article a, entities 1"),
        ([{"start": 0, "end": 4000, "type": "Person"}], "article a, entities 1.*4000"),
        ([{"start": 0, "end": 4}], "article a, entities 1: no type"),
        ([{"start": 0, "end": 4, "type": "Person", "confidence": "high"}], "article a, entities 1: confidence 'high'"),
    ],
)
def test_malformed_rows(run, rows: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        run(*RIGHT, entities=rows)
