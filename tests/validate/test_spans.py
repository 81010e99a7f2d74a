"""Every cited span is cut again from its article."""

from dataclasses import replace
from pathlib import Path

import pytest
from golden_story import BASE, DOCUMENTS, FIRST

from kg.graph.files import open_store
from kg.model import Document
from kg.validate import check_spans
from kg.vocab import KG, OA

MISQUOTED = "The quote does not stand at this place in the article."
BOMBED = f"<{BASE}document/d1/chars/{FIRST.index('bombed')}-{FIRST.index('bombed') + 6}>"


def messages(path: Path, documents: tuple[Document, ...] = DOCUMENTS) -> list[str]:
    return [violation.message for violation in check_spans(open_store(path), documents).violations]


def test_the_golden_graph_passes(golden: Path) -> None:
    report = check_spans(open_store(golden), DOCUMENTS)
    assert report.conforms
    assert report.checked == ("31 cited spans",)


@pytest.mark.parametrize(
    ("without", "adding", "expected"),
    [
        ([BOMBED, OA.exact], [f'{BOMBED} <{OA.exact}> "burned"'], MISQUOTED),
        ([BOMBED, OA.start], [], "A selector has one start, one end and one quote."),
        ([BOMBED, OA.end], [f'{BOMBED} <{OA.end}> "soon"'], "A selector has one start, one end and one quote."),
        (["We hold the town, … ", KG.content], [f'<{BASE}statement/x> <{KG.inDocument}> <{BASE}document/d1>',
         f'<{BASE}statement/x> <{KG.content}> "We lost the town"'], "The content is not what stands at its places."),
    ],
)  # fmt: skip
def test_a_wrong_citation_is_reported(without, adding, expected, broken) -> None:  # type: ignore[no-untyped-def]
    assert messages(broken(without, adding)) == [expected]


def test_another_text_under_the_same_id_is_reported(golden: Path) -> None:
    changed = replace(DOCUMENTS[0], text=f"x{FIRST}", sha256="0" * 64)
    found = messages(golden, (changed, DOCUMENTS[1]))
    assert "The article given is not the one that was read." in found
    assert MISQUOTED in found


def test_an_article_that_is_not_given_is_reported(golden: Path) -> None:
    assert messages(golden, DOCUMENTS[:1]) == ["This document is not among the articles given."]


def test_an_article_that_the_graph_does_not_cite_is_passed_over(golden: Path) -> None:
    assert messages(golden, (*DOCUMENTS, replace(DOCUMENTS[0], id="d9"))) == []
