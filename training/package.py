"""Writes the spaCy pipeline that ships: a folder with the quantised model, and its card.

python -m training.package MODEL OUT [--beside telling.npz asking.npz]
"""

import argparse
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kg.nlp.encoder.component import FACTORY
from kg.nlp.encoder.words import english

NAME, VERSION = "conflict_news", "0.6.0"

CARD = Path(__file__).with_name("card.md")
"""The card's text, "{files}" for the table of hashes. Data, figures and limits are those of one training: after another
one, what `training.evaluate` prints belongs there."""


def package(model: Path, out: Path, beside: Sequence[Path] = ()) -> str:
    """The card, written to `out` along with the pipeline.

    Args:
        model: folder that `quantise` wrote.
        out: folder for the pipeline, as `spacy.load` reads it.
        beside: files that `training.telling` and `training.asking` wrote, by the names that the run time knows; those
            of the model's folder stay where there are no others.
    """
    nlp = english()
    nlp.meta.update(name=NAME, version=VERSION)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / FACTORY
        shutil.copytree(model, whole)
        for file in beside:
            shutil.copyfile(file, whole / file.name)
        nlp.add_pipe(FACTORY).from_disk(whole)  # type: ignore[attr-defined] # spaCy: any callable
        nlp.to_disk(out)
    card = CARD.read_text(encoding="utf-8").replace("{files}", hashes(out))
    (out / "CARD.md").write_text(card, encoding="utf-8")
    return card


def hashes(folder: Path) -> str:
    """The rows of a table: name and sha256 of each file in the folder, by name, the card left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / "CARD.md")
    rows = [(path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]
    return "\n".join(f"| `{name}` | `{value}` |" for name, value in rows)


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("model", type=Path, help="folder that quantise wrote")
    parser.add_argument("out", type=Path)
    parser.add_argument("--beside", type=Path, nargs="+", default=(), help="what training.telling and .asking wrote")
    options = parser.parse_args()
    package(options.model, options.out, options.beside)


if __name__ == "__main__":
    main()
