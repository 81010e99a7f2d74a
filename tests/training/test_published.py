import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession

from training.encoder import READ, WIDTH
from training.published import set_beside

WIDE = len(READ) * WIDTH


def model_of(output: str, factor: float, name: str = "one"):
    """A model that gives out the sum of the ids, times a factor, over and over."""
    tensors = [
        numpy_helper.from_array(np.full((1, WIDE), factor, np.float32), "factor"),
        numpy_helper.from_array(np.array([1]), "axes"),
    ]
    nodes = [
        helper.make_node("Cast", ["ids"], ["floats"], name="cast", to=TensorProto.FLOAT),
        helper.make_node("ReduceSum", ["floats", "axes"], ["sums"], name="sum"),
        helper.make_node("MatMul", ["sums", "factor"], [output], name=output),
    ]
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["words", 2])]
    outputs = [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["words", WIDE])]
    graph = helper.make_graph(nodes, name, inputs, outputs, tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def test_the_states_of_the_published_encoder_follow_those_of_the_trained():
    trained, published = model_of("states", 2.0), model_of("states.published", 3.0)
    both = set_beside(trained, published)
    session = InferenceSession(both.SerializeToString(), providers=["CPUExecutionProvider"])
    (found,) = session.run(["states"], {"ids": np.array([[1, 4], [0, 2]])})
    assert found.shape == (2, 2 * WIDE)
    assert np.unique(found[:, :WIDE], axis=1).tolist() == [[10.0], [4.0]]
    assert np.unique(found[:, WIDE:], axis=1).tolist() == [[15.0], [6.0]]
    assert [one.name for one in trained.graph.output] == ["states"]
    assert trained.graph.node[-1].output[0] == "states"  # the model given stays as it was
