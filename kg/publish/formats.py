"""The serializations that a graph can be written in, by name and by file ending."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import GraphError


@dataclass(frozen=True, slots=True)
class Format:
    """A serialization.

    Attributes:
        name: what `--format` takes.
        endings: file endings, with the dot; the first is the usual one.
        oxigraph: the name of the format in pyoxigraph, "" for the one that is written here.
        graphs: whether it keeps the names of graphs; else all triples stand in one.
        grouped: whether statements of one graph must stand together.
    """

    name: str
    endings: tuple[str, ...]
    oxigraph: str
    graphs: bool
    grouped: bool


FORMATS = (
    Format("turtle", (".ttl",), "TURTLE", graphs=False, grouped=False),
    Format("ntriples", (".nt",), "N_TRIPLES", graphs=False, grouped=False),
    Format("nquads", (".nq",), "N_QUADS", graphs=True, grouped=False),
    Format("trig", (".trig",), "TRIG", graphs=True, grouped=True),
    Format("jsonld", (".jsonld",), "JSON_LD", graphs=True, grouped=True),
    Format("rdfxml", (".rdf", ".xml"), "", graphs=False, grouped=False),
)
ALIASES = {
    "ttl": "turtle", "nt": "ntriples", "n-triples": "ntriples", "nq": "nquads", "n-quads": "nquads",
    "json-ld": "jsonld", "rdf/xml": "rdfxml", "rdf-xml": "rdfxml", "rdf": "rdfxml", "xml": "rdfxml",
}  # fmt: skip


def format_of(path: Path, name: str | None = None) -> Format:
    """The format that `name` asks for, else the one that the file's ending tells (a last `.gz` is passed over).

    Raises:
        GraphError: neither is known; the message lists those that are.
    """
    if name is not None:
        wanted = ALIASES.get(name.lower(), name.lower())
        found = [each for each in FORMATS if each.name == wanted]
        unknown = f"unknown format {name!r}"
    else:
        ending = Path(path.stem).suffix if is_gzip(path) else path.suffix
        found = [each for each in FORMATS if ending.lower() in each.endings]
        unknown = f"{path}: the file ending {ending!r} tells no format" if ending else f"{path}: no file ending"
    if not found:
        known = ", ".join(f"{each.name} ({' '.join(each.endings)})" for each in FORMATS)
        raise GraphError(f"{unknown}; known are {known}, each also with .gz")
    return found[0]


def is_gzip(path: Path) -> bool:
    """Whether the file's name asks for gzip."""
    return path.suffix.lower() == ".gz"
