"""What the model reads from an article as a whole, by the weights that ship."""

from pathlib import Path

import numpy as np
import pytest

from kg.model import EventKind
from kg.nlp import DEFAULT_MODEL, Parsed, Parser, Telling
from kg.nlp.encoder.attention import SLOPES
from kg.nlp.encoder.telling import Teller
from kg.resources import data_path
from tests.conftest import make_document

ARTICLE = (
    "Rebels shelled the town of Goma on Monday, killing 12 people, a doctor said. The shelling hit a market in the "
    "centre of the town. The army retook two villages nearby on Sunday. The mayor says that he likes football."
)


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return next(Parser(DEFAULT_MODEL).parse([make_document(ARTICLE)]))


@pytest.fixture(scope="module")
def telling(parsed: Parsed) -> Telling:
    assert parsed.telling is not None
    return parsed.telling


def at(parsed: Parsed, text: str) -> int:
    return next(token.i for token in parsed.tokens if token.text == text)


@pytest.mark.parametrize("word", ["shelled", "shelling", "retook"])
def test_words_of_happenings_are_told_from_others(parsed: Parsed, telling: Telling, word: str) -> None:
    others = [telling.sure(at(parsed, other)) for other in ("town", "doctor", "said", "likes", "football", "mayor")]
    assert telling.sure(at(parsed, word)) > 0.5 > max(others)


def test_every_kind_is_one_of_the_contract(parsed: Parsed, telling: Telling) -> None:
    kinds = {telling.kind(token.i) for token in parsed.tokens}
    assert kinds <= {kind.value for kind in EventKind}
    assert telling.kind(at(parsed, "shelled")) == "shelling"


def test_a_second_telling_is_likelier_the_same_than_another_happening(parsed: Parsed, telling: Telling) -> None:
    first, again, other = (at(parsed, word) for word in ("shelled", "shelling", "retook"))
    same, apart = telling.likeness(first, [again, other])
    assert same > apart
    assert telling.likeness(again, [first]) == pytest.approx([same], abs=1e-5)


def test_what_words_tell_together_is_of_one_kind(parsed: Parsed, telling: Telling) -> None:
    kinds = telling.kinds_of([at(parsed, "shelled"), at(parsed, "shelling")])
    assert max(kinds, key=kinds.__getitem__) == "shelling"
    assert sum(kinds.values()) == pytest.approx(1)


def test_a_long_article_reads_the_same_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    teller = Teller(data_path(DEFAULT_MODEL) / "conflict_encoder")
    states = np.random.default_rng(5).normal(size=(70, 6 * 384)).astype(np.float32)
    sentences, given = np.arange(70) // 10, np.zeros((70, 4), np.float32)
    whole = teller.read(states, given, sentences)
    monkeypatch.setattr("kg.nlp.encoder.attention._ROWS", 16)
    parts = teller.read(states, given, sentences)
    assert np.allclose(whole.kinds, parts.kinds, atol=1e-5)
    assert np.allclose(whole.picked, parts.picked, atol=1e-5)


def test_attention_fades_with_distance_as_it_was_trained() -> None:
    assert SLOPES.tolist() == sorted(SLOPES.tolist(), reverse=True)
    assert SLOPES[-1] == 0


def test_a_model_without_the_file_tells_nothing_of_the_whole(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Teller(tmp_path)
