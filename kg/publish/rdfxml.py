"""Writing RDF/XML, a triple at a time.

Written here because the engine's own writer loses carriage returns and writes ill-formed names for predicates
that XML has no name for; here the first are kept and the second are refused.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from kg.errors import GraphError

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
STRINGS = {"http://www.w3.org/2001/XMLSchema#string", RDF + "langString"}
# the longest end of an IRI that XML takes for a name: "killedBy" of "https://w3id.org/x#killedBy"
LOCAL_NAME = re.compile(r"[A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF]"
                        r"[\w.\-\u00B7]*\Z")  # fmt: skip
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML 1.0 document may hold them
RETURN = {"\r": "&#13;"}


def write_rdfxml(triples: Iterable[Any], path: Path, prefixes: Mapping[str, str]) -> None:
    """Writes triples of pyoxigraph, those of one subject standing together, to a new file.

    Raises:
        GraphError: a predicate that XML has no name for, or a character that XML forbids.
    """
    names = {space: prefix for prefix, space in sorted(prefixes.items()) if prefix} | {RDF: "rdf"}
    with path.open("w", encoding="utf-8", newline="") as handle:
        handle.writelines(_document(triples, names))


def _document(triples: Iterable[Any], names: Mapping[str, str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for space, prefix in sorted(names.items(), key=lambda item: item[1]):
        yield f"\n  xmlns:{prefix}={quoteattr(space)}"
    yield ">\n"
    tags: dict[str, tuple[str, str]] = {}
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        yield f"<rdf:Description {_identified(subject, 'about')}>\n"
        for triple in group:
            predicate = triple.predicate.value
            tag = tags.get(predicate) or tags.setdefault(predicate, _tag(predicate, names))
            yield _property(*tag, triple.object)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _tag(predicate: str, names: Mapping[str, str]) -> tuple[str, str]:
    """The element's name, and its name with the declaration of a namespace that has no prefix."""
    local = LOCAL_NAME.search(predicate)
    if local is None or local.start() == 0:
        raise GraphError(f"RDF/XML has no name for the predicate <{predicate}>; choose Turtle or another format")
    space = predicate[: local.start()]
    prefix = names.get(space)
    if prefix is None:
        return local[0], f"{local[0]} xmlns={quoteattr(space)}"
    return f"{prefix}:{local[0]}", f"{prefix}:{local[0]}"


def _property(end: str, start: str, thing: Any) -> str:
    datatype = getattr(thing, "datatype", None)
    if datatype is None:
        return f"  <{start} {_identified(thing, 'resource')}/>\n"
    if FORBIDDEN.search(thing.value):
        raise GraphError(f"RDF/XML can't hold a control character, in {thing.value[:80]!r}; choose Turtle or another")
    if thing.language:
        start += f' xml:lang="{thing.language}"'
    elif datatype.value not in STRINGS:
        start += f" rdf:datatype={quoteattr(datatype.value)}"
    return f"  <{start}>{escape(thing.value, RETURN)}</{end}>\n"


def _identified(node: Any, attribute: str) -> str:
    if type(node).__name__ == "BlankNode":
        return f'rdf:nodeID="{node.value}"'
    return f"rdf:{attribute}={quoteattr(node.value)}"
