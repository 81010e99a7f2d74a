"""The library: the verbs of the command line, loaded when they are first used."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

import kg

TEXT = Path(__file__).parents[1] / "texts" / "saada-bus.txt"


def test_five_lines_lead_from_an_article_to_an_answer(tmp_path: Path) -> None:
    kg.build([TEXT], tmp_path / "graph.trig")
    rows = kg.ask("documents", tmp_path / "graph.trig").records()
    assert [row["source_id"] for row in rows] == ["saada-bus.txt"]
    dataset = kg.open_graph(tmp_path / "graph.trig")
    assert isinstance(dataset, rdflib.Dataset)
    assert len(dataset) > 100


@pytest.mark.parametrize("name", kg.__all__)
def test_every_verb_is_there_and_says_what_it_gives(name: str) -> None:
    assert getattr(kg, name).__doc__
    assert name in dir(kg)


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        _ = kg.biuld


def test_importing_the_package_loads_no_library() -> None:
    code = "import sys, kg; sys.exit(any(name in sys.modules for name in ('spacy', 'rdflib', 'pyoxigraph', 'rich')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(kg.__file__).parents[1], check=False).returncode == 0
