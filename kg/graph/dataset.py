"""The description of a graph: what it is, and the build that made it from which articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kg.graph.names import Names
from kg.graph.terms import Quad, describe, instant, iri, optional, text, typed
from kg.vocab import DCAT, DCTERMS, KG, PROV, RDF, VOID, XSD


@dataclass(frozen=True, slots=True)
class BuildInfo:
    """How a graph was made.

    Attributes:
        version: of this package.
        model: name and version of the language model.
        documents: ids of the articles read; the hash of each text stands with the article (`kg:sha256`).
        ended: when, with a time zone; None leaves the clock out, so that the same input gives the same bytes.
    """

    version: str
    model: str
    documents: tuple[str, ...]
    ended: datetime | None = None


def dataset_quads(build: BuildInfo, *, base: str) -> Iterator[Quad]:
    """The quads of `dataset` and of the `build` that generated it.

    Raises:
        InputError: `base` can't be a base.
    """
    names = Names(base)
    dataset, activity = names.thing("dataset"), names.thing("build")
    ended = optional(instant, build.ended)
    yield from describe(
        dataset,
        "",
        (RDF.type, iri(VOID.Dataset)),
        (RDF.type, iri(DCAT.Dataset)),
        (RDF.type, iri(PROV.Entity)),
        (DCTERMS.title, text("What articles about conflicts say")),
        (DCTERMS.description, text(f"Read from {len(set(build.documents))} articles by conflict-kg {build.version}.")),
        (DCTERMS.created, ended),
        (VOID.uriSpace, typed(base, XSD.anyURI)),
        (VOID.vocabulary, iri(KG.namespace)),
        (PROV.wasGeneratedBy, activity),
    )
    yield from describe(
        activity,
        "",
        (RDF.type, iri(PROV.Activity)),
        (KG.softwareVersion, text(build.version)),
        (KG.languageModel, text(build.model)),
        (PROV.endedAtTime, ended),
        *((PROV.used, names.document(document)) for document in sorted(set(build.documents))),
    )
