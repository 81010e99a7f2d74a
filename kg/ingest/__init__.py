"""Reads articles of all kinds into documents: text never edited, its pieces told apart, metadata found."""

from kg.ingest.decode import MAX_BYTES, MAX_CHARACTERS
from kg.ingest.read import decoded_text, read_documents

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "decoded_text", "read_documents"]
