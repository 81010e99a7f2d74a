"""Asking graphs, in files and at endpoints: named questions, any query, and why a fact is there."""

from kg.query.answer import Answer, Cell, to_csv, to_json, to_ntriples, to_table
from kg.query.ask import ask, open_source, question, questions, run_query
from kg.query.endpoint import Endpoint
from kg.query.explain import Explanation, Resolved, explain
from kg.query.info import info
from kg.query.load import load
from kg.query.local import LocalGraph
from kg.query.passage import Passage

__all__ = [
    "Answer", "Cell", "Endpoint", "Explanation", "LocalGraph", "Passage", "Resolved", "ask", "explain", "info", "load",
    "open_source", "question", "questions", "run_query", "to_csv", "to_json", "to_ntriples", "to_table",
]  # fmt: skip
