"""Writes a trained network as an int8 ONNX file with what the run time needs beside it: quick, to look at figures.

The ranges of values are found anew for each batch here; what ships is written by `training.quantise`.

python -m training.export RECORDS CHECKPOINT OUT
"""

import argparse
import json
import shutil
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, TensorProto, helper
from onnxruntime.quantization.quant_utils import QuantType
from onnxruntime.quantization.quantize import quantize_dynamic
from torch import Tensor, nn

from kg.nlp.encoder.runtime import STATES
from training.encoder import READ, WIDTH
from training.network import Network


class Table(nn.Module):
    """An embedding table in int8, with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of these ids."""
        rows: Tensor = self.rows[ids]  # type: ignore[index]
        found: Tensor = rows.to(torch.float32) * self.scale[ids]  # type: ignore[index]
        return found


def load_network(records: Path, checkpoint: Path) -> tuple[Network, dict[str, list[str]]]:
    """The trained network, ready to read, and its labels."""
    labels = json.loads((records / "labels.json").read_text(encoding="utf-8"))
    state = torch.load(checkpoint, weights_only=True)
    state = state.get("network", state)
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    network = Network(labels, layers)
    network.load_state_dict(state)
    return network.eval(), labels


def export(records: Path, checkpoint: Path, out: Path, *, precise: Sequence[str] = ()) -> int:
    """The size of the model file, written to `out` with labels, vocabulary, lemma rules and the small heads.

    Args:
        records: folder that `prepare` wrote.
        checkpoint: weights that `train` wrote.
        out: folder for the model.
        precise: parts of node names that are not quantised.
    """
    network, labels = load_network(records, checkpoint)
    write_beside(network, labels, records, out)
    plain = out / "plain.onnx"
    write_float(network, plain)
    _quantise(plain, out / "model.onnx", precise)
    plain.unlink()
    return (out / "model.onnx").stat().st_size


def write_beside(network: Network, labels: Mapping[str, Sequence[str]], records: Path, out: Path) -> None:
    """Writes what the run time needs beside the model: labels, vocabulary, lemma rules and the small heads."""
    out.mkdir(parents=True, exist_ok=True)
    np.savez(out / "heads.npz", **_small_heads(network))  # type: ignore[arg-type]
    settings = {"labels": labels, "parts": network.parts}
    (out / "labels.json").write_text(json.dumps(settings, ensure_ascii=False) + "\n", encoding="utf-8")
    for name in ("vocab.txt", "lemmas.json"):
        shutil.copyfile(records / name, out / name)


def write_float(network: Network, path: Path) -> None:
    """Writes the network as ONNX in float32, all but its table of word pieces, which is in int8 from here on."""
    network.encoder.words = Table(network.encoder.words.weight.detach())  # type: ignore[assignment]
    ids = torch.ones(2, 9, dtype=torch.int64)
    words = torch.arange(5)
    axes = {0: "windows", 1: "pieces"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (ids, ids, torch.ones(2, 9), words),
            str(path),
            input_names=["ids", "shapes", "mask", "words"],
            output_names=list(network.parts),
            dynamic_axes={"ids": axes, "shapes": axes, "mask": axes, "words": {0: "words"}}
            | {name: {0: "words"} for name in network.parts},
            opset_version=17,
            dynamo=False,
        )
    model = onnx.load(str(path))
    add_states(model)
    onnx.save(model, str(path))


def add_states(model: ModelProto) -> None:
    """Lets a model give out, beside the heads, "states": what the layers `READ` leave of each word, one row a word."""
    (last,) = (node for node in model.graph.node if node.op_type == "Gather" and "words" in node.input)
    (flat,) = (node for node in model.graph.node if last.input[0] in node.output)
    found = []
    for layer in READ:
        pieces, words = f"{STATES}.{layer}.pieces", f"{STATES}.{layer}"
        source = f"/encoder/layers.{layer}/norm2/LayerNormalization_output_0"
        model.graph.node.append(helper.make_node("Reshape", [source, flat.input[1]], [pieces], name=pieces))
        model.graph.node.append(helper.make_node("Gather", [pieces, "words"], [words], name=words))
        found.append(words)
    model.graph.node.append(helper.make_node("Concat", found, [STATES], name=STATES, axis=1))
    model.graph.output.append(helper.make_tensor_value_info(STATES, TensorProto.FLOAT, ["words", len(READ) * WIDTH]))


def _quantise(plain: Path, path: Path, precise: Sequence[str]) -> None:
    nodes = [node.name for node in onnx.load(str(plain)).graph.node]
    kept = [name for name in nodes if any(part in name for part in precise)]
    kept += [f"{name}_MatMul" for name in kept]
    quantize_dynamic(
        plain,
        path,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=kept,
    )


def _small_heads(network: Network) -> Mapping[str, np.ndarray]:
    found = {
        "root_head": network.root_head,
        "root_rel": network.root_rel,
        "no_place": network.no_place,
        "no_link": network.no_link,
        "rel_weight": network.rel.weight,
        "rel_bias": network.rel.bias,
        "role_weight": network.role.weight,
        "role_bias": network.role.bias,
    }
    return {name: value.detach().numpy().astype(np.float32) for name, value in found.items()}


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("records", type=Path, help="folder that prepare wrote")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    size = export(options.records, options.checkpoint, options.out)
    print(f"{options.out / 'model.onnx'}: {size / 1e6:.1f} MB; states of width {WIDTH}")


if __name__ == "__main__":
    main()
