"""Across articles: which mentions are one thing. Sees small tables of names and events, never texts."""

from kg.resolve.atlas import default_cache, load_gazetteer
from kg.resolve.decide import Decisions, decide
from kg.resolve.digest import Digest, digest
from kg.resolve.gazetteer import Gazetteer

__all__ = ["Decisions", "Digest", "Gazetteer", "decide", "default_cache", "digest", "load_gazetteer"]
