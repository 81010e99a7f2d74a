"""Sets the published encoder, as it was before any training of ours, beside the one of the model that ships.

What our encoder learnt (tags, trees, names) pushed out some of what it knew of meanings. For the reader of whole
articles `states` then hold of each word what both leave of it.

    python -m training.published MODEL CALIBRATION.jsonl OUT
"""

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnx import ModelProto, TensorProto, compose, helper
from torch import Tensor, nn

from kg.nlp.encoder.runtime import STATES
from training.articles import read_lines
from training.encoder import READ, WIDTH, Encoder
from training.export import Table
from training.quantise import find_ranges, to_int8

NAME = "published"
LAYERS = 6


class Published(nn.Module):
    """What the layers `READ` of the published encoder leave of each word."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(LAYERS, 0.0)
        self.encoder.load_published()
        self.encoder.words = Table(self.encoder.words.weight.detach())  # type: ignore[assignment]

    def forward(self, ids: Tensor, mask: Tensor, words: Tensor) -> Tensor:
        """[words, layers * 384] of the words whose first pieces these are."""
        encoder = self.encoder
        x = encoder.norm(encoder.words(ids) + encoder.places.weight[: ids.shape[1]])
        bias = ((1.0 - mask) * -1e4)[:, None, None, :]
        left = {}
        for n, layer in enumerate(encoder.layers):
            left[n] = x = layer(x, bias)
        return torch.cat([left[n].reshape(-1, WIDTH)[words] for n in READ], 1)


def write_published(path: Path) -> None:
    """Writes the published encoder as ONNX in float32, all but its table of word pieces."""
    ids = torch.ones(2, 9, dtype=torch.int64)
    axes = {0: "windows", 1: "pieces"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Published().eval(),
            (ids, torch.ones(2, 9), torch.arange(5)),
            str(path),
            input_names=["ids", "mask", "words"],
            output_names=[f"{STATES}.{NAME}"],
            dynamic_axes={"ids": axes, "mask": axes, "words": {0: "words"}, f"{STATES}.{NAME}": {0: "words"}},
            opset_version=17,
            dynamo=False,
        )


def set_beside(model: ModelProto, other: ModelProto) -> ModelProto:
    """A copy of a model whose states are followed by those of the other."""
    copy = ModelProto()
    copy.CopyFrom(model)
    other = compose.add_prefix(other, f"{NAME}/", rename_inputs=False, rename_outputs=False)
    graph = copy.graph
    (before,) = (node for node in graph.node if STATES in node.output)
    before.output[:] = [f"{STATES}.trained"]
    before.name = f"{STATES}.trained"
    graph.node.extend(other.graph.node)
    graph.initializer.extend(other.graph.initializer)
    both = [f"{STATES}.trained", f"{STATES}.{NAME}"]
    graph.node.append(helper.make_node("Concat", both, [STATES], name=STATES, axis=1))
    (old,) = (one for one in graph.output if one.name == STATES)
    width = old.type.tensor_type.shape.dim[1].dim_value + len(READ) * WIDTH
    old.CopyFrom(helper.make_tensor_value_info(STATES, TensorProto.FLOAT, ["words", width]))
    return copy


def add_published(model: Path, calibration: Path, out: Path) -> int:
    """The size of the model file, written to `out` with all that stands beside it in the folder of `model`."""
    with tempfile.TemporaryDirectory() as folder:
        write_published(Path(folder) / "plain.onnx")
        shutil.copytree(model, out, dirs_exist_ok=True)
        shutil.copytree(model, Path(folder) / "watched")
        both = set_beside(onnx.load(str(model / "model.onnx")), onnx.load(str(Path(folder) / "plain.onnx")))
        ranges = find_ranges(both, Path(folder) / "watched", [one["text"] for one in read_lines(calibration)])
    onnx.save(to_int8(both, ranges, prefix=f"{NAME}/"), str(out / "model.onnx"))
    return (out / "model.onnx").stat().st_size


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("model", type=Path, help="folder that quantise wrote")
    parser.add_argument("calibration", type=Path, help="JSON lines with texts of the kind that will be read")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    print(
        f"{options.out / 'model.onnx'}: {add_published(options.model, options.calibration, options.out) / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
