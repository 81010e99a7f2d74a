from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import torch
from onnx import TensorProto, helper

from kg.nlp.encoder.telling import FILE, Teller
from tests.training.conftest import N, as_written
from training.encoder import READ
from training.export import add_states
from training.teller import KINDS, SHARES, Network, losses
from training.telling import write


@pytest.fixture
def network():
    return as_written(Network)


def test_what_is_written_reads_the_same_without_torch(tmp_path, network, article):
    write([network.state_dict(), network.state_dict()], tmp_path / FILE)
    teller = Teller(tmp_path)
    told = teller.read(article.states.numpy(), article.given.numpy(), article.sentences.numpy())
    with torch.no_grad():
        hidden = network(article)
        kinds, named = network.kind(hidden).softmax(1), network.main(hidden)[:, 0].sigmoid()
        words, others = torch.tensor([0, 20, N - 1]), torch.arange(N)
        scores = network.compare(hidden, article.sentences, "same", words, others)
    assert teller.kinds == list(KINDS)
    np.testing.assert_allclose(told.kinds, kinds.numpy(), atol=1e-4)
    np.testing.assert_allclose(told.picked, named.numpy(), atol=1e-4)
    found = [teller.compare(told, word, others.tolist()) for word in words.tolist()]
    np.testing.assert_allclose(found, scores.numpy(), atol=1e-3)


def test_what_is_learned_beside_it_is_not_written(tmp_path, network):
    write([network.state_dict()], tmp_path / FILE)
    with np.load(tmp_path / FILE) as arrays:
        assert not [name for name in arrays.files if name.startswith(("0.figure", "0.status", "0.place", "0.agent"))]
        assert {"0.same_bias", "0.same_word.weight", "0.dist", "0.main.weight"} <= set(arrays.files)


def test_each_thing_that_is_annotated_has_a_loss(network, article):
    assert set(losses(network, article)) == set(SHARES)
    nothing = replace(article, told=torch.tensor([], dtype=torch.long), of=(), places=[], agents=[], targets=[])
    assert set(losses(network, nothing)) == {"kind", "main"}


def test_a_place_that_nobody_can_point_at_costs_nothing(network, article):
    assert "place" not in losses(network, replace(article, places=[[]]))
    assert "place" in losses(network, replace(article, places=[None]))


def test_the_model_also_gives_out_states():
    graph = helper.make_graph(
        [
            *(
                helper.make_node("Identity", ["ids"], [f"/encoder/layers.{n}/norm2/LayerNormalization_output_0"])
                for n in range(6)
            ),
            helper.make_node("Reshape", ["/encoder/layers.5/norm2/LayerNormalization_output_0", "shape"], ["pieces"]),
            helper.make_node("Gather", ["pieces", "words"], ["rows"]),
        ],
        "one",
        [helper.make_tensor_value_info(name, TensorProto.INT64, [None]) for name in ("ids", "words")],
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, None)],
    )
    model = helper.make_model(graph)
    add_states(model)
    assert [one.name for one in model.graph.output] == ["rows", "states"]
    last = model.graph.node[-1]
    assert (last.op_type, list(last.input)) == ("Concat", [f"states.{layer}" for layer in READ])
    assert [node.input[0].split("/")[2] for node in model.graph.node if node.output[0].endswith(".pieces")] == [
        f"layers.{layer}" for layer in READ
    ]
