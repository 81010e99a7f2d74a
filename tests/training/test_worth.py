"""How what speaks for a happening is weighed."""

import tomllib

import numpy as np
import pytest

pytest.importorskip("torch")

from training.happenings import Annotated
from training.telling import is_left_out
from training.worth import fit, least, table


def test_what_goes_with_the_answer_gets_the_weight():
    chance = np.random.default_rng(4)
    rows = chance.normal(size=(400, 3)) * [1, 5, 1] + [0, 2, 0]
    right = (rows[:, 0] - rows[:, 1] / 5 + chance.normal(size=400) * 0.2 > 0).astype(float)
    weights, base = fit(rows, right)
    assert weights[0] > 1
    assert weights[1] < -0.2
    assert abs(weights[2]) < abs(weights[1])
    assert np.mean((rows @ weights + base > 0) == right) > 0.9


def test_the_least_score_is_where_precision_and_recall_are_best_together():
    scores, right = np.array([3.0, 2.0, 1.0, 0.0]), np.array([1.0, 1.0, 0.0, 0.0])
    assert least(scores, right, written=2) == 2.0
    assert least(scores, right[::-1], written=2) == 0.0


def test_the_table_is_read_back():
    found = tomllib.loads(table(["picked", "kind"], [0.5, -1.25], -0.1))
    assert found == {"weights": {"picked": 0.5, "kind": -1.25}, "least": {"worth": -0.1}}


@pytest.mark.parametrize(("crc", "left"), [(8, True), (9, False), (10, False), (0, True)])
def test_a_quarter_is_left_out_by_checksum(crc, left):
    assert is_left_out(Annotated("syria_news.jsonl", "a", crc, True, (), ())) is left
