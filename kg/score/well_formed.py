"""Whether what a reader wrote down can be used: every fault is told with its row, before anything is measured."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from kg.errors import InputError
from kg.model import ActorType, EventKind, FigureKind, Medium, Mode, PartyType, PlaceKind, Stance, Status

Row = Mapping[str, Any]
Rows = Mapping[str, list[Row]]

BACKGROUND = "background"
"""A status that readers give and graphs do not: it happened, earlier than what the article reports."""

TABLES = ("actors", "affiliations", "places", "events", "statements", "figures")
NEEDED = {
    "actors": ("id", "name", "type"),
    "affiliations": ("person", "org"),
    "places": ("id", "name", "kind"),
    "events": ("id", "kind", "status", "evidence"),
    "statements": ("id", "mode", "content", "stance"),
    "figures": ("id", "kind", "evidence"),
}
VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("events", "kind"): tuple(EventKind),
    ("events", "status"): (*Status, BACKGROUND),
    ("statements", "mode"): tuple(Mode),
    ("statements", "stance"): tuple(Stance),
    ("figures", "kind"): tuple(FigureKind),
}
# another word there can never be right, but the rest of the row can
LOOSE_VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("actors", "type"): tuple(ActorType),
    ("places", "kind"): tuple(PlaceKind),
    ("statements", "medium"): tuple(Medium),
    ("figures", "party_type"): tuple(PartyType),
}
# words that are to stand in the article as they are written
WORDS = {
    "actors": ("forms",),
    "affiliations": ("evidence",),
    "places": ("forms",),
    "events": ("trigger", "evidence"),
    "statements": ("content", "cue", "speaker_text"),
    "figures": ("evidence",),
}
LISTS = {"actors": ("forms",), "places": ("forms",), "events": ("agents", "targets"), "statements": ("about",)}
DAYS = {"events": ("date_earliest", "date_latest"), "statements": ("date",)}
NUMBERS: dict[str, tuple[tuple[str, type], ...]] = {
    "places": (("lat", float), ("lon", float)),
    "figures": (("low", int), ("high", int)),
}
# which rows an id may be of
IDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("affiliations", "person"): ("actors",),
    ("affiliations", "org"): ("actors",),
    ("events", "place"): ("places",),
    ("events", "agents"): ("actors",),
    ("events", "targets"): ("actors",),
    ("statements", "speaker"): ("actors",),
    ("statements", "to"): ("actors",),
    ("statements", "about"): ("events", "actors"),
    ("figures", "side"): ("actors",),
    ("figures", "event"): ("events",),
    ("figures", "said_by"): ("statements",),
}


def refuse(error: InputError) -> None:
    """Lets no fault pass."""
    raise error


def check_annotation(where: str, gold: Any, article: str, on_fault: Callable[[InputError], None] = refuse) -> Rows:
    """The rows by table, once they are found to be well formed.

    A fault that leaves the rest of a row usable (a word that the scheme does not have, words that do not stand in the
    article, an id of nobody) is told to `on_fault`; if that lets it pass, an id of nobody is taken for none.

    Args:
        where: the file, for messages.
        gold: what the file holds.
        article: text and title, in which words are to stand.
        on_fault: called for each such fault; refuses unless told otherwise.

    Raises:
        InputError: a row lacks a field, has a value that can't be, or an id is there twice; the message says which.
    """
    if not isinstance(gold, dict):
        raise InputError(f"{where}: not an object")
    tables = {name: gold.get(name) or [] for name in TABLES}
    for name, rows in tables.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise InputError(f"{where}: {name} is not a list of objects")
    ids = {name: _ids(where, name, rows) for name, rows in tables.items() if name != "affiliations"}
    for name, rows in tables.items():
        for at, row in enumerate(rows, 1):
            place = f"{where}, {name} {row.get('id') or at}"
            fault = next(_faults(name, row), None)
            if fault:
                raise InputError(f"{place}: {fault}")
            for fault in _loose_faults(name, row, ids, article):
                on_fault(InputError(f"{place}: {fault}"))
    return {name: [_linked(name, row, ids) for row in rows] for name, rows in tables.items()}


def _ids(where: str, name: str, rows: list[Row]) -> frozenset[str]:
    ids = [row.get("id") for row in rows]
    for id_ in ids:
        if not isinstance(id_, str):
            raise InputError(f"{where}, {name}: a row has no id in words, but {id_!r}")
        if ids.count(id_) > 1:
            raise InputError(f"{where}, {name}: the id {id_} stands there more than once")
    return frozenset(map(str, ids))


def _faults(name: str, row: Row) -> Iterator[str]:
    """What makes one row unusable; a later fault is only to be looked for where there is no earlier one."""
    yield from (f"it has no {key}" for key in NEEDED[name] if row.get(key) is None)
    for key in LISTS.get(name, ()):
        if not _are_words(row.get(key) or []):
            yield f"{key} is not a list of words"
    yield from _strange_values(name, row, VALUES)
    for key in DAYS.get(name, ()):
        if row.get(key) is not None and not _is_day(row[key]):
            yield f"{key} is {row[key]!r}, not a day such as 2016-10-03"
    for key, type_ in NUMBERS.get(name, ()):
        if row.get(key) is not None and not _is_number(row[key], type_):
            yield f"{key} is {row[key]!r}, not a number"


def _loose_faults(name: str, row: Row, ids: Mapping[str, frozenset[str]], article: str) -> Iterator[str]:
    """What is wrong in one row that can be used all the same."""
    yield from _strange_values(name, row, LOOSE_VALUES)
    for key in WORDS[name]:
        yield from (f"{key} {words!r} does not stand in the article" for words in _each(row, key, _standing(article)))
    for key, there in _links(name, ids):
        yield from (f"{key} points to {id_!r}, which is not there" for id_ in _each(row, key, there.__contains__))


def _strange_values(name: str, row: Row, values: Mapping[tuple[str, str], tuple[str, ...]]) -> Iterator[str]:
    for (table, key), known in values.items():
        if table == name and row.get(key) is not None and row[key] not in known:
            yield f"{key} is {row[key]!r}; there are {', '.join(known)}"


def _links(name: str, ids: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """The fields of a table that hold ids, each with the ids that there are."""
    for (table, key), owners in IDS.items():
        if table == name:
            yield key, frozenset[str]().union(*(ids[owner] for owner in owners))


def _linked(name: str, row: Row, ids: Mapping[str, frozenset[str]]) -> Row:
    """The row without ids of nobody."""
    mended = dict(row)
    for key, there in _links(name, ids):
        value = row.get(key)
        if isinstance(value, list):
            mended[key] = [id_ for id_ in value if id_ in there]
        elif value not in there:
            mended[key] = None
    return mended


def _each(row: Row, key: str, right: Callable[[str], bool]) -> Iterator[Any]:
    """The values of a field, one or a list, that are not right."""
    value = row.get(key)
    values = value if isinstance(value, list) else [] if value is None else [value]
    return (each for each in values if not isinstance(each, str) or not right(each))


def _standing(article: str) -> Callable[[str], bool]:
    return lambda words: bool(words.strip()) and words in article


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False


def _is_number(value: Any, type_: type) -> bool:
    return isinstance(value, int | type_) and not isinstance(value, bool)
