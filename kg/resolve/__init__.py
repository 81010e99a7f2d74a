"""Across articles: which mentions are one thing. Sees small tables of names and events, never texts."""

from kg.resolve.atlas import default_cache, load_gazetteer
from kg.resolve.decide import Decisions, decide
from kg.resolve.digest import Digest, digest
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.geonames import read_geonames
from kg.resolve.judgements import Judgements, read_decisions, to_rows

__all__ = [
    "Decisions", "Digest", "Gazetteer", "Judgements", "decide", "default_cache", "digest", "load_gazetteer",
    "read_decisions", "read_geonames", "to_rows",
]  # fmt: skip
