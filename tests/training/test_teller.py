from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import torch
from onnx import TensorProto, helper

from kg.nlp.encoder.telling import FILE, Teller
from training.encoder import READ, WIDTH
from training.export import add_states
from training.teller import KINDS, SHARES, STATES, Article, Network, losses
from training.telling import write

N = 40


@pytest.fixture
def article():
    generator = torch.Generator().manual_seed(3)
    nouns = torch.arange(N) % 3 == 0
    return Article(
        states=torch.randn(N, STATES * WIDTH, generator=generator),
        given=torch.stack(
            [1 / (1 + torch.arange(N) // 2), (torch.arange(N) // 2).clamp(max=20) / 20, ~nouns, nouns], 1
        ),
        sentences=torch.arange(N) // 2,
        kinds=torch.zeros(N, dtype=torch.long).index_fill(0, torch.tensor([4, 7]), 5),
        named=torch.zeros(N).index_fill(0, torch.tensor([4]), 1),
        kind_weights=torch.ones(N),
        named_weights=torch.ones(N),
        told=torch.tensor([4, 7]),
        of=(0, 0),
        statuses=torch.tensor([0, 0]),
        places=[[9]],
        agents=[[[3, 30]]],
        targets=[[]],
        nominal=torch.nonzero(nouns)[:, 0],
        spots=torch.tensor([9, 12]),
        figures=[(10, 0), (11, None)],
    )


@pytest.fixture
def network():
    torch.manual_seed(1)
    network = Network().eval()
    with torch.no_grad():
        for value in network.parameters():
            value.add_(torch.randn_like(value) * 0.1)
            value.copy_(value.half())  # as it is written
    return network


def test_what_is_written_reads_the_same_without_torch(tmp_path, network, article):
    write([network.state_dict(), network.state_dict()], tmp_path / FILE)
    teller = Teller(tmp_path)
    verbs, nouns = article.given[:, 2].numpy() > 0, article.given[:, 3].numpy() > 0
    told = teller.read(article.states.numpy(), article.sentences.numpy(), verbs, nouns)
    with torch.no_grad():
        hidden = network(article)
        kinds, named = network.kind(hidden).softmax(1), network.main(hidden)[:, 0].sigmoid()
        words, others = torch.tensor([0, 20, N - 1]), torch.arange(N)
        scores = {
            one: network.compare(hidden, article.sentences, one, words, others) for one in ("agent", "same", "place")
        }
        scores["place"] -= network.no_place
    assert teller.kinds == list(KINDS)
    np.testing.assert_allclose(told.kinds, kinds.numpy(), atol=1e-4)
    np.testing.assert_allclose(told.picked, named.numpy(), atol=1e-4)
    for what, expected in scores.items():
        found = [teller.compare(told, what, word, others.tolist()) for word in words.tolist()]
        np.testing.assert_allclose(found, expected.numpy(), atol=1e-3)


def test_what_is_learned_beside_it_is_not_written(tmp_path, network):
    write([network.state_dict()], tmp_path / FILE)
    with np.load(tmp_path / FILE) as arrays:
        assert not [name for name in arrays.files if name.startswith(("0.figure", "0.status", "0.no_figure"))]
        assert {"0.agent_bias", "0.same_word.weight", "0.dist", "0.main.weight", "0.no_place"} <= set(arrays.files)


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
