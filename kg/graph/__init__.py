"""Triples: what articles tell and the things they speak of, as quads that already are N-Quads."""

from kg.graph.concepts import notation_quads
from kg.graph.dataset import BuildInfo, dataset_quads
from kg.graph.links import Links, links
from kg.graph.names import check_base
from kg.graph.reading import reading_quads
from kg.graph.terms import Quad
from kg.graph.world import world_quads

__all__ = [
    "BuildInfo", "Links", "Quad", "check_base", "dataset_quads", "links", "notation_quads", "reading_quads",
    "world_quads",
]  # fmt: skip
