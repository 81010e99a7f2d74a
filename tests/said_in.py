"""Who says what in a parsed article, for the tests of statements."""

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.nlp import Parsed


def said_in(parsed: Parsed) -> list[tuple[str, str]]:
    """(speaker, content) of each statement."""
    text = parsed.document.text
    return [
        (" ".join(span.of(text) for span in one.speaker), " … ".join(span.of(text) for span in one.content))
        for one in find_statements(parsed, find_cast(parsed), find_times(parsed))
    ]
