"""Writes the int8 model that ships: ranges of values fixed beforehand, on texts given for it.

Why fixed: with ranges found anew for each batch (`training.export`) what a word is read as depends on what else is in
the batch, and one value far out makes the steps coarse for all: 5 % of the words got some label other than in float.
With fixed ranges it is 1.3 %, and the same bytes come out whatever the batch. What makes that possible:

- Channels that run far out are divided by a factor that their weights are multiplied with (SmoothQuant, Xiao et al.
  2023, with alpha .8), so that one step fits all channels.
- The second product of each feed-forward block has inputs that no single step fits: there weights are in 8 bits by
  blocks of 32, and each word's inputs are rounded by themselves (`MatMulNBits`).

python -m training.quantise RECORDS CHECKPOINT CALIBRATION.jsonl OUT
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from kg.nlp.encoder.pieces import gaps_of
from kg.nlp.encoder.runtime import Model
from kg.nlp.encoder.words import english
from training.articles import read_lines
from training.encoder import INNER
from training.export import load_network, write_beside, write_float

ALPHA = 0.8
"""How much of a channel's range goes over into the weights."""

HIGHEST = 63
"""Of weights by column: 7 bits, so that two products with bytes add up within 16 bits. Processors without VNNI cut off
what goes over, with 127 in one of a hundred sums, and labels would depend on the processor. The figures stay."""

BLOCK = 32
"""Weights that share a scale, in products by blocks."""

MICROSOFT = "com.microsoft"

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Product:
    """A matrix product with trained weights.

    Attributes:
        weight: [inputs, outputs].
        bias: name of what is added, if anything is.
    """

    node: NodeProto
    weight: Floats
    bias: str | None

    @property
    def source(self) -> str:
        """Name of what is multiplied."""
        return str(self.node.input[0])


@dataclass(slots=True)
class Ranges:
    """Lowest and highest value seen in each channel of each tensor."""

    low: dict[str, Floats] = field(default_factory=dict)
    high: dict[str, Floats] = field(default_factory=dict)

    def see(self, name: str, values: Floats) -> None:
        """Widens the ranges of a tensor so that they hold these values; channels last."""
        rows = values.reshape(-1, values.shape[-1])
        low, high = rows.min(0), rows.max(0)
        self.low[name] = np.minimum(self.low.get(name, low), low)
        self.high[name] = np.maximum(self.high.get(name, high), high)


class Watching(Model):
    """The model in float, remembering the ranges of tensors while it reads.

    Args:
        folder: `model.onnx` in float with these tensors among its outputs, and what stands beside it.
        tensors: names.
    """

    def __init__(self, folder: Path, tensors: Sequence[str]) -> None:
        super().__init__(folder)
        self.ranges = Ranges()
        self._session = _Tap(self._session, tensors, self.ranges)


class _Tap:
    """A session that answers what it is asked for, and shows the ranges the rest."""

    def __init__(self, session: Any, tensors: Sequence[str], ranges: Ranges) -> None:
        self._session, self._tensors, self._ranges = session, tensors, ranges

    def run(self, names: Sequence[str], inputs: Mapping[str, Any]) -> list[Floats]:
        """The values of these outputs."""
        values = self._session.run([*names, *self._tensors], inputs)
        for name, value in zip(self._tensors, values[len(names) :], strict=True):
            self._ranges.see(name, value)
        return list(values[: len(names)])


def quantise(records: Path, checkpoint: Path, calibration: Path, out: Path) -> int:
    """The size of the model file, written to `out` with what the run time needs beside it.

    Args:
        records: folder that `prepare` wrote.
        checkpoint: weights that `train` wrote.
        calibration: JSON lines with "text", of the kind that will be read; some dozens of articles do.
        out: folder for the model.
    """
    network, labels = load_network(records, checkpoint)
    write_beside(network, labels, records, out)
    with tempfile.TemporaryDirectory() as folder:
        plain, watched = Path(folder) / "plain.onnx", Path(folder) / "watched"
        write_float(network, plain)
        graph = onnx.load(str(plain))
        shutil.copytree(out, watched)
        ranges = find_ranges(graph, watched, [one["text"] for one in read_lines(calibration)])
    onnx.save(to_int8(graph, ranges), str(out / "model.onnx"))
    return (out / "model.onnx").stat().st_size


def find_ranges(model: ModelProto, folder: Path, texts: Sequence[str]) -> Ranges:
    """The ranges of what is multiplied with weights, while the texts are read; the watched model goes to `folder`."""
    tensors = list(dict.fromkeys(product.source for product in products(model)))
    onnx.save(with_outputs(model, tensors), str(folder / "model.onnx"))
    watching = Watching(folder, tensors)
    docs = [[token for token in doc if not token.is_space] for doc in english().pipe(texts)]
    gaps = [
        gaps_of(text, [token.idx for token in doc], [token.idx + len(token) for token in doc])
        for text, doc in zip(texts, docs, strict=True)
    ]
    watching.read([[token.text for token in doc] for doc in docs], gaps)
    return watching.ranges


def products(model: ModelProto) -> Iterator[Product]:
    """The products with trained weights, in the order of the graph."""
    weights = {one.name: one for one in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type not in ("MatMul", "Gemm") or node.input[1] not in weights:
            continue
        weight = numpy_helper.to_array(weights[node.input[1]]).astype(np.float32)
        turned = node.op_type == "Gemm" and any(one.name == "transB" and one.i for one in node.attribute)
        bias = str(node.input[2]) if node.op_type == "Gemm" and len(node.input) > 2 else None
        yield Product(node, weight.T if turned else weight, bias)


def with_outputs(model: ModelProto, tensors: Sequence[str]) -> ModelProto:
    """A copy of the model that also gives out these tensors."""
    copy = ModelProto()
    copy.CopyFrom(model)
    copy.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in tensors)
    return copy


def to_int8(model: ModelProto, ranges: Ranges, *, prefix: str = "") -> ModelProto:
    """A copy of the model whose products are in 8 bits; the names of what is new begin with `prefix`."""
    groups: dict[str, list[Product]] = {}
    for product in products(model):
        groups.setdefault(product.source, []).append(product)
    tensors: list[TensorProto] = []
    instead: dict[str, list[NodeProto]] = {}
    for n, (source, group) in enumerate(groups.items()):
        if len(group[0].weight) == INNER:
            found = [by_blocks(product, f"{prefix}f{n}_{k}", tensors) for k, product in enumerate(group)]
        else:
            found = by_range(group, ranges.low[source], ranges.high[source], f"{prefix}q{n}", tensors)
        instead.update({product.node.name: nodes for product, nodes in zip(group, found, strict=True)})
    return _rewritten(model, instead, tensors)


def by_blocks(product: Product, name: str, tensors: list[TensorProto]) -> list[NodeProto]:
    """The nodes that multiply by weights rounded in blocks; their tensors are added to `tensors`."""
    rounded, scales = block_weights(product.weight)
    tensors += [numpy_helper.from_array(rounded, f"{name}_q8"), numpy_helper.from_array(scales, f"{name}_s8")]
    output = product.node.output[0]
    inputs, outputs = product.weight.shape
    node = helper.make_node(
        "MatMulNBits",
        [product.source, f"{name}_q8", f"{name}_s8"],
        [f"{output}_mm" if product.bias else output],
        domain=MICROSOFT,
        K=inputs,
        N=outputs,
        bits=8,
        block_size=BLOCK,
        accuracy_level=4,  # inputs in int8 too, each word by itself
        name=f"{product.node.name}_nb",
    )
    if not product.bias:
        return [node]
    return [node, helper.make_node("Add", [f"{output}_mm", product.bias], [output], name=f"{product.node.name}_b")]


def block_weights(weight: Floats) -> tuple[npt.NDArray[np.uint8], Floats]:
    """Weights [outputs, blocks, BLOCK] around 128, and the scale of each block, one after the other."""
    inputs, outputs = weight.shape
    blocks = -(-inputs // BLOCK)
    padded = np.zeros((outputs, blocks * BLOCK), np.float32)
    padded[:, :inputs] = weight.T
    padded = padded.reshape(outputs, blocks, BLOCK)
    scales = np.maximum(np.abs(padded).max(2, keepdims=True), 1e-9) / 127
    rounded = (np.round(padded / scales) + 128).clip(0, 255).astype(np.uint8)
    return rounded, scales.reshape(-1).astype(np.float32)


def by_range(
    group: Sequence[Product], low: Floats, high: Floats, name: str, tensors: list[TensorProto]
) -> list[list[NodeProto]]:
    """For each product of one input the nodes with a fixed range; their tensors are added to `tensors`."""
    source = group[0].source
    factors = smoothing(low, high, [product.weight for product in group])
    scale, zero = steps(low / factors, high / factors)
    tensors += [
        numpy_helper.from_array((1 / factors).astype(np.float32), f"{name}_inv"),
        numpy_helper.from_array(scale, f"{name}_s"),
        numpy_helper.from_array(zero, f"{name}_z"),
    ]
    rounding = [f"{name}_m", f"{name}_s", f"{name}_z"]
    before = [
        helper.make_node("Mul", [source, f"{name}_inv"], [f"{name}_m"], name=f"{name}_mul"),
        helper.make_node("QuantizeLinear", rounding, [f"{name}_q"], name=f"{name}_ql"),
    ]
    found = []
    for k, product in enumerate(group):
        own = f"{name}_{k}"
        tensors += _column_weights(product.weight * factors[:, None], own)
        inputs = [f"{name}_q", f"{own}_w", f"{name}_s", f"{own}_ws", f"{name}_z", f"{own}_wz"]
        node = helper.make_node(
            "MatMulIntegerToFloat",
            [*inputs, product.bias] if product.bias else inputs,
            [product.node.output[0]],
            domain=MICROSOFT,
            name=f"{product.node.name}_i8",
        )
        found.append([*before, node] if k == 0 else [node])
    return found


def smoothing(low: Floats, high: Floats, weights: Sequence[Floats], alpha: float = ALPHA) -> Floats:
    """What each channel is divided by, 1 in the geometric mean: more where values run far out and weights are small."""
    values = np.maximum(np.maximum(-low, high), 1e-5)
    strength = np.maximum(np.max([np.abs(weight).max(1) for weight in weights], 0), 1e-5)
    factors = values**alpha / strength ** (1 - alpha)
    return np.asarray(factors / np.exp(np.log(factors).mean()))


def steps(low: Floats, high: Floats) -> tuple[np.ndarray, np.ndarray]:
    """The step, and the byte that stands for 0, with which 256 steps hold all channels and 0."""
    lowest, highest = min(0, low.min()), max(0, high.max())
    scale = np.float32((highest - lowest) / 255)
    return np.array(scale), np.array(np.uint8(np.clip(round(-lowest / scale), 0, 255)))


def _column_weights(weight: Floats, name: str) -> list[TensorProto]:
    """Weights in 7 of 8 bits, the scale of each column, and their zeros."""
    scales = np.maximum(np.abs(weight).max(0), 1e-9) / HIGHEST
    rounded = np.round(weight / scales).clip(-HIGHEST, HIGHEST).astype(np.int8)
    return [
        numpy_helper.from_array(rounded, f"{name}_w"),
        numpy_helper.from_array(scales.astype(np.float32), f"{name}_ws"),
        numpy_helper.from_array(np.zeros(weight.shape[1], np.int8), f"{name}_wz"),
    ]


def _rewritten(
    model: ModelProto, instead: Mapping[str, Sequence[NodeProto]], tensors: Sequence[TensorProto]
) -> ModelProto:
    """A copy of the model with other nodes for those named, and without the weights that nobody asks for any more."""
    copy = ModelProto()
    copy.CopyFrom(model)
    graph = copy.graph
    nodes = [new for node in model.graph.node for new in instead.get(node.name, [node])]
    del graph.node[:]
    graph.node.extend(nodes)
    asked = {name for node in nodes for name in node.input}
    kept = [one for one in model.graph.initializer if one.name in asked]
    del graph.initializer[:]
    graph.initializer.extend([*kept, *tensors])
    if not any(one.domain == MICROSOFT for one in copy.opset_import):
        copy.opset_import.append(helper.make_opsetid(MICROSOFT, 1))
    return copy


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("records", type=Path, help="folder that prepare wrote")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("calibration", type=Path, help="JSON lines with texts of the kind that will be read")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    size = quantise(options.records, options.checkpoint, options.calibration, options.out)
    print(f"{options.out / 'model.onnx'}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
