"""Writing graphs to files: `publish`, and the formats that it knows."""

from kg.graph import Quad
from kg.publish.formats import FORMATS, Format, format_of
from kg.publish.write import publish

__all__ = ["FORMATS", "Format", "Quad", "format_of", "publish"]
