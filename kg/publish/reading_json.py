"""One article's reading as plain JSON values, for debugging and for annotation tools."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from kg.model import Document, Reading, Span

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def to_json_values(reading: Reading) -> dict[str, Json]:
    """The reading as nested lists and dicts; a span is `{"start", "end", "words"}`.

    Keys are those of `kg.model`; `referent`, `event`, `statement` and their like are positions in the lists.
    """
    document = reading.document
    values: dict[str, Json] = {"document": _head(document)}
    for field in fields(reading):
        if field.name != "document":
            values[field.name] = _plain(getattr(reading, field.name), document.text)
    return values


def _head(document: Document) -> dict[str, Json]:
    left_out = {"text", "blocks"}
    head: dict[str, Json] = {
        field.name: _plain(getattr(document, field.name), document.text)
        for field in fields(document)
        if field.name not in left_out
    }
    head["blocks"] = [{"kind": block.kind.value, "span": _span(block.span, document.text)} for block in document.blocks]
    return head


def _span(span: Span, text: str) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "words": span.of(text)}


def _plain(value: object, text: str) -> Json:
    if isinstance(value, Span):
        return _span(value, text)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(item, text) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item, text) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name), text) for field in fields(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")
