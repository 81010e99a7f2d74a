from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from kg.nlp.encoder.asking import ASKED, FILE, Asker
from tests.training.conftest import N, as_written
from training.asker import SHARES, Network, Readable, losses
from training.asking import train, write


@pytest.fixture
def readable(article):
    heads = np.array([word - 1 if word % 7 else -1 for word in range(N)])
    return Readable(article, heads, np.array([9, 12]), np.array([3, 30]))


@pytest.fixture
def network():
    return as_written(Network)


def test_what_is_written_answers_the_same_without_torch(tmp_path, network, readable):
    write([network.state_dict(), network.state_dict()], tmp_path / FILE)
    words = torch.tensor([0, 4, N - 1])
    with torch.no_grad():
        scores, own = network(readable, words)
        nowhere = network.nowhere(own)[:, 0]
    one = readable.article
    asking = Asker(tmp_path).read(one.states.numpy(), one.given.numpy(), one.sentences.numpy(), readable.heads)
    for row, word in enumerate(words.tolist()):
        asked = asking.about(word, readable.spots.tolist(), readable.acting.tolist())
        np.testing.assert_allclose(asked.scores, scores[row, : len(ASKED)].numpy(), atol=2e-3)
        assert asked.nowhere == pytest.approx(float(nowhere[row]), abs=2e-3)


def test_what_is_learned_beside_it_is_not_written(tmp_path, network):
    write([network.state_dict()], tmp_path / FILE)
    with np.load(tmp_path / FILE) as arrays:
        assert not [name for name in arrays.files if name.startswith(("0.status", "0.kind"))]
        assert {"0.out.weight", "0.steps.weight", "0.nowhere.bias", "0.blocks.1.qkv.weight"} <= set(arrays.files)
        assert arrays["0.out.weight"].shape[0] == len(ASKED)


def test_each_thing_that_is_annotated_has_a_loss(network, readable):
    assert set(losses(network, readable, [0, 1])) == set(SHARES)
    plain = replace(readable.article, figures=[], spots=torch.tensor([], dtype=torch.long), places=[None])
    assert set(losses(network, replace(readable, article=plain), [0])) == {"agent", "target", "kind", "status"}


def test_a_place_that_nobody_can_point_at_costs_nothing(network, readable):
    nobody = replace(readable, article=replace(readable.article, places=[[]]))
    assert "place" not in losses(network, nobody, [0, 1])


def test_training_learns_what_it_is_shown(readable):
    told = []
    train([readable] * 8, epochs=12, seed=1, log=lambda _, found: told.append(found))
    assert sum(told[-1].values()) < sum(told[0].values()) / 2
