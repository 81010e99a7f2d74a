"""Whether a graph is what it should be: shapes, logic, spans, and what must never be."""

from kg.validate.check import check_graph
from kg.validate.never import check_never
from kg.validate.reasoning import check_reasoning
from kg.validate.shapes import check_shapes
from kg.validate.spans import check_spans
from kg.validate.violation import Report, Violation

__all__ = ["Report", "Violation", "check_graph", "check_never", "check_reasoning", "check_shapes", "check_spans"]
