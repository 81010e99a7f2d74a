"""Whether a graph is what it should be: shapes, logic, spans, and what must never be."""
