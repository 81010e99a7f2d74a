"""How good a graph is: its answers to the named questions against what careful readers found in the articles."""

from kg.score.compare import Change, Comparison, compare, to_comparison_lines
from kg.score.gold import Gold, GoldArticle, cut, read_gold
from kg.score.layers import LAYERS, score, scorers_for
from kg.score.report import (
    FAULT_HEADINGS,
    HEADINGS,
    LINE_HEADINGS,
    LayerScore,
    Report,
    read_report,
    to_case_lines,
    to_fault_table,
    to_json,
    to_lines,
    to_table,
)
from kg.score.run import score_answers, score_graph
from kg.score.sheet import ALL, Case, Fault
from kg.score.tally import Row

__all__ = [
    "ALL", "FAULT_HEADINGS", "HEADINGS", "LAYERS", "LINE_HEADINGS", "Case", "Change", "Comparison", "Fault", "Gold",
    "GoldArticle", "LayerScore", "Report", "Row", "compare", "cut", "read_gold", "read_report", "score",
    "score_answers", "score_graph", "scorers_for", "to_case_lines", "to_comparison_lines", "to_fault_table", "to_json",
    "to_lines", "to_table",
]  # fmt: skip
