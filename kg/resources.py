"""Where the files that travel with the package lie: data, ontology, queries.

In a checkout `ontology/` and `queries/` stand beside the package, in an installed wheel inside it.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent


def data_path(name: str) -> Path:
    """The path of a data file in `kg/data/`."""
    return PACKAGE / "data" / name


@cache
def read_table(name: str) -> dict[str, Any]:
    """The TOML data file `kg/data/<name>`, read once. Callers must not write into it."""
    with data_path(name).open("rb") as handle:
        return tomllib.load(handle)


@cache
def read_words(name: str) -> frozenset[str]:
    """The entries of a word list in `kg/data/`: one a line, `#` starts a comment."""
    lines = (line.split("#")[0].strip() for line in data_path(name).read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line)


def ontology_dir() -> Path:
    """The folder of the ontology and its shapes."""
    return _beside_or_inside("ontology")


def queries_dir() -> Path:
    """The folder of the named questions (`*.rq`)."""
    return _beside_or_inside("queries")


def _beside_or_inside(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


@cache
def read_rules() -> dict[str, dict[str, Any]]:
    """All rules by id (`statements.said-that`): `words` for people, `confidence` from 0 to 1."""
    rules: dict[str, dict[str, Any]] = {}
    for path in sorted(data_path("rules").glob("*.toml")):
        with path.open("rb") as handle:
            rules.update(tomllib.load(handle))
    return rules
