"""What the model answers about single happenings, by the weights that ship."""

from pathlib import Path

import numpy as np
import pytest

from kg.nlp import DEFAULT_MODEL, Asked, Asking, Parsed, Parser
from kg.nlp.encoder.asking import BEFORE, FAR, LEAD, UP, WINDOW, Asker, steps_from, words_read
from kg.resources import data_path
from tests.conftest import make_document

ARTICLE = (
    "Rebels shelled the town of Goma on Monday, killing 12 people, a doctor said. The shelling hit a market in the "
    "centre of the town. The army retook two villages near Bukavu on Sunday, losing three soldiers. The mayor says "
    "that he likes football."
)


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return next(Parser(DEFAULT_MODEL).parse([make_document(ARTICLE)]))


@pytest.fixture(scope="module")
def asking(parsed: Parsed) -> Asking:
    assert parsed.asking is not None
    return parsed.asking


def at(parsed: Parsed, *texts: str) -> list[int]:
    return [next(token.i for token in parsed.tokens if token.text == text) for text in texts]


def about(parsed: Parsed, asking: Asking, word: str) -> Asked:
    return asking.about(*at(parsed, word), at(parsed, "Goma", "Bukavu"), at(parsed, "Rebels", "army", "soldiers"))


@pytest.mark.parametrize(("word", "agent"), [("shelled", "Rebels"), ("retook", "army")])
def test_who_does_it_is_found(parsed: Parsed, asking: Asking, word: str, agent: str) -> None:
    names = ("Rebels", "army", "market", "mayor", "doctor")
    scores = about(parsed, asking, word).parties(at(parsed, *names), suffering=False)
    assert [name for name, score in zip(names, scores, strict=True) if score > 0] == [agent]


def test_whom_it_befell_is_found(parsed: Parsed, asking: Asking) -> None:
    names = ("people", "Rebels", "doctor", "mayor")
    scores = about(parsed, asking, "shelled").parties(at(parsed, *names), suffering=True)
    assert max(zip(scores, names, strict=True))[1] == "people"


@pytest.mark.parametrize(("word", "place"), [("shelled", "Goma"), ("shelling", "Goma"), ("retook", "Bukavu")])
def test_where_it_happened_is_found(parsed: Parsed, asking: Asking, word: str, place: str) -> None:
    names = ("Goma", "Bukavu")
    shares = about(parsed, asking, word).places(at(parsed, *names))
    assert max(zip(shares, names, strict=True))[1] == place
    assert 0.5 < sum(shares) <= 1


def test_nothing_is_said_of_nobody(parsed: Parsed, asking: Asking) -> None:
    asked = about(parsed, asking, "shelled")
    assert asked.places([]) == []
    assert asked.parties([], suffering=True) == []


def test_words_far_from_it_are_not_read_but_for_the_beginning() -> None:
    count = 1000
    read = words_read(600, count)
    assert read.tolist() == [*range(LEAD), *range(600 - BEFORE, 600 - BEFORE + WINDOW)]
    asker = Asker(data_path(DEFAULT_MODEL) / "conflict_encoder")
    states = np.random.default_rng(5).normal(size=(count, 6 * 384)).astype(np.float32)
    none, given = np.full(count, -1), np.zeros((count, 4), np.float32)
    scores = (
        asker.read(states, given, np.arange(count) // 10, none)
        .about(600, [], [])
        .parties([0, LEAD, 600, 999], suffering=False)
    )
    assert [score > -1000 for score in scores] == [True, False, True, False]


@pytest.mark.parametrize(("word", "count"), [(0, 10), (9, 10), (0, 500), (499, 500)])
def test_an_end_of_the_article_is_read_as_far_as_it_goes(word: int, count: int) -> None:
    read = words_read(word, count)
    assert word in read
    assert len(read) >= min(count, WINDOW)
    assert sorted(set(read.tolist())) == read.tolist()
    assert read[0] == 0
    assert read[-1] < count


def test_steps_lead_up_and_down_the_tree() -> None:
    # "killed" governs "strike", which governs "the"; "said" governs "killed" and "doctor"; the rest is another tree
    said, doctor, killed, strike, the, other = range(6)
    heads = np.array([-1, said, said, killed, strike, -1])
    steps = steps_from(killed, np.arange(6), heads).tolist()
    assert steps == [1 + UP, 2 + UP, 0, 1, 2, FAR]
    assert steps_from(the, np.array([strike, killed, other]), heads).tolist() == [1 + UP, 2 + UP, FAR]
    assert steps_from(said, np.array([doctor]), heads).tolist() == [1]


def test_what_hangs_too_deep_is_far_away() -> None:
    chain = np.arange(-1, 11)
    assert steps_from(0, np.arange(12), chain).tolist() == [*range(FAR), *[FAR] * 5]


def test_a_model_without_the_file_can_not_be_asked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Asker(tmp_path)
